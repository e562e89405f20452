//! Integer expressions over shapes and tunables: `ceil_div(n, threads)`, `rows * dim`.
//!
//! Everything is a 64-bit integer, and every operation is checked: a result is exact or an error that names the
//! expression. `/` rounds towards zero and `%` takes the sign of its left operand; `ceil_div` rounds up.

use std::collections::BTreeSet;
use std::fmt;

use super::Symbols;
use super::error::{Error, Place, Problem};

/// Longest expression accepted, in bytes. It bounds the depth of the tree, hence the recursion over it.
const MAX_LENGTH: usize = 400;

/// The functions of the language. Shapes and tunables cannot have these names.
pub const FUNCTIONS: [&str; 3] = ["ceil_div", "max", "min"];

/// An expression and where it was written.
#[derive(Debug, Clone)]
pub struct Expr {
    text: String,
    pub(super) tree: Node,
    place: Place,
}

/// What an expression is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Number(i64),
    Symbol(String),
    Negate(Box<Node>),
    Apply(Operation, Box<[Node; 2]>),
}

/// What an expression does with two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    CeilDiv,
    Min,
    Max,
}

enum Fault {
    Unknown(String),
    DivisionByZero,
    Overflow,
}

impl Expr {
    /// Parses `text`, which was written at `place`.
    ///
    /// # Errors
    /// [`Problem::ExpressionSyntax`] with the column and what was expected there.
    pub fn parse(text: &str, place: Place) -> Result<Expr, Error> {
        let tree = Parser::new(text).whole().map_err(|(column, expected)| {
            Error::invalid(
                place.clone(),
                Problem::ExpressionSyntax {
                    expression: text.to_string(),
                    column,
                    expected,
                },
            )
        })?;
        Ok(Expr {
            text: text.to_string(),
            tree,
            place,
        })
    }

    /// The value under `symbols`.
    ///
    /// # Errors
    /// An unknown symbol, a division by zero, an overflow.
    pub fn eval(&self, symbols: &Symbols) -> Result<i64, Error> {
        self.tree.eval(symbols).map_err(|fault| {
            let expression = self.text.clone();
            let values = || {
                self.symbols()
                    .into_iter()
                    .filter_map(|name| Some(format!("{name} = {}", symbols.get(name)?)))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let problem = match fault {
                Fault::Unknown(symbol) => Problem::UnknownSymbol {
                    expression,
                    symbol,
                    known: symbols.keys().cloned().collect(),
                },
                Fault::DivisionByZero => Problem::DivisionByZero {
                    expression,
                    values: values(),
                },
                Fault::Overflow => Problem::Overflow {
                    expression,
                    values: values(),
                },
            };
            self.wrong(problem)
        })
    }

    /// Refuses symbols that are not among `known`.
    ///
    /// # Errors
    /// [`Problem::UnknownSymbol`] with what is known.
    pub fn check_symbols(&self, known: &BTreeSet<String>) -> Result<(), Error> {
        match self
            .symbols()
            .into_iter()
            .find(|name| !known.contains(*name))
        {
            None => Ok(()),
            Some(symbol) => Err(self.wrong(Problem::UnknownSymbol {
                expression: self.text.clone(),
                symbol: symbol.to_string(),
                known: known.iter().cloned().collect(),
            })),
        }
    }

    /// The symbols that the expression names.
    pub fn symbols(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.tree.collect_symbols(&mut names);
        names
    }

    /// The symbol that the expression is, where it is nothing else: what is promised of the symbol holds for it.
    pub fn as_symbol(&self) -> Option<&str> {
        match &self.tree {
            Node::Symbol(name) => Some(name),
            _ => None,
        }
    }

    /// What the expression is made of.
    pub fn tree(&self) -> &Node {
        &self.tree
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it was written.
    pub fn place(&self) -> &Place {
        &self.place
    }

    pub(super) fn wrong(&self, problem: Problem) -> Error {
        Error::invalid(self.place.clone(), problem)
    }
}

/// Equal where they mean the same, whoever wrote them where.
impl PartialEq for Expr {
    fn eq(&self, other: &Expr) -> bool {
        self.tree == other.tree
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Node {
    fn eval(&self, symbols: &Symbols) -> Result<i64, Fault> {
        match self {
            Node::Number(value) => Ok(*value),
            Node::Symbol(name) => symbols
                .get(name)
                .copied()
                .ok_or_else(|| Fault::Unknown(name.clone())),
            Node::Negate(node) => node.eval(symbols)?.checked_neg().ok_or(Fault::Overflow),
            Node::Apply(operation, operands) => {
                operation.apply(operands[0].eval(symbols)?, operands[1].eval(symbols)?)
            }
        }
    }

    fn collect_symbols<'a>(&'a self, into: &mut BTreeSet<&'a str>) {
        match self {
            Node::Number(_) => {}
            Node::Symbol(name) => {
                into.insert(name);
            }
            Node::Negate(node) => node.collect_symbols(into),
            Node::Apply(_, operands) => operands.iter().for_each(|node| node.collect_symbols(into)),
        }
    }
}

impl Operation {
    fn apply(self, a: i64, b: i64) -> Result<i64, Fault> {
        use Operation::*;
        if b == 0 && matches!(self, Divide | Remainder | CeilDiv) {
            return Err(Fault::DivisionByZero);
        }
        match self {
            Add => a.checked_add(b),
            Subtract => a.checked_sub(b),
            Multiply => a.checked_mul(b),
            Divide => a.checked_div(b),
            Remainder => a.checked_rem(b),
            // The quotient truncated towards zero is already the ceiling of a negative one.
            CeilDiv => a.checked_div(b).and_then(|quotient| {
                let up = a % b != 0 && (a < 0) == (b < 0);
                quotient.checked_add(i64::from(up))
            }),
            Min => Some(a.min(b)),
            Max => Some(a.max(b)),
        }
        .ok_or(Fault::Overflow)
    }
}

/// A recursive-descent parser; a failure is a column (from 1) and what was expected there.
struct Parser<'a> {
    characters: std::iter::Peekable<std::iter::Enumerate<std::str::Chars<'a>>>,
    length: usize,
    too_long: bool,
}

type Parsed = Result<Node, (usize, String)>;

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser {
            characters: text.chars().enumerate().peekable(),
            length: text.chars().count(),
            too_long: text.len() > MAX_LENGTH,
        }
    }

    fn whole(mut self) -> Parsed {
        if self.too_long {
            return self.fail(&format!("an expression has at most {MAX_LENGTH} bytes"));
        }
        let node = self.sum()?;
        match self.peek() {
            None => Ok(node),
            Some(_) => self.fail("expected an operator or the end"),
        }
    }

    fn sum(&mut self) -> Parsed {
        let mut left = self.product()?;
        while let Some(operation) =
            self.operator(&[('+', Operation::Add), ('-', Operation::Subtract)])
        {
            left = Node::Apply(operation, Box::new([left, self.product()?]));
        }
        Ok(left)
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.atom()?;
        while let Some(operation) = self.operator(&[
            ('*', Operation::Multiply),
            ('/', Operation::Divide),
            ('%', Operation::Remainder),
        ]) {
            left = Node::Apply(operation, Box::new([left, self.atom()?]));
        }
        Ok(left)
    }

    fn atom(&mut self) -> Parsed {
        match self.peek() {
            Some('-') => {
                self.characters.next();
                Ok(Node::Negate(Box::new(self.atom()?)))
            }
            Some('(') => {
                self.characters.next();
                let inner = self.sum()?;
                self.expect(')')?;
                Ok(inner)
            }
            Some(c) if c.is_ascii_digit() => self.number(),
            Some(c) if c.is_ascii_alphabetic() || c == '_' => self.name(),
            _ => self.fail("expected a number, a name or `(`"),
        }
    }

    fn number(&mut self) -> Parsed {
        let column = self.column();
        let digits = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
        digits
            .replace('_', "")
            .parse()
            .map(Node::Number)
            .map_err(|_| (column, format!("`{digits}` is not a 64-bit integer")))
    }

    fn name(&mut self) -> Parsed {
        let column = self.column();
        let name = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
        if self.peek() != Some('(') {
            return if FUNCTIONS.contains(&name.as_str()) {
                Err((column, format!("`{name}` is a function: `{name}(a, b)`")))
            } else {
                Ok(Node::Symbol(name))
            };
        }
        let operation = match name.as_str() {
            "ceil_div" => Operation::CeilDiv,
            "min" => Operation::Min,
            "max" => Operation::Max,
            _ => {
                let known = FUNCTIONS.join(", ");
                return Err((column, format!("no function `{name}`; there are {known}")));
            }
        };
        self.expect('(')?;
        let a = self.sum()?;
        self.expect(',')?;
        let b = self.sum()?;
        self.expect(')')?;
        Ok(Node::Apply(operation, Box::new([a, b])))
    }

    /// The next character that is not a space.
    fn peek(&mut self) -> Option<char> {
        while self
            .characters
            .next_if(|(_, c)| c.is_whitespace())
            .is_some()
        {}
        self.characters.peek().map(|(_, c)| *c)
    }

    fn operator(&mut self, operators: &[(char, Operation)]) -> Option<Operation> {
        let next = self.peek()?;
        let (_, operation) = operators.iter().find(|(c, _)| *c == next)?;
        self.characters.next();
        Some(*operation)
    }

    fn expect(&mut self, wanted: char) -> Result<(), (usize, String)> {
        if self.peek() == Some(wanted) {
            self.characters.next();
            return Ok(());
        }
        Err((self.column(), format!("expected `{wanted}`")))
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some((_, c)) = self.characters.next_if(|(_, c)| accept(*c)) {
            taken.push(c);
        }
        taken
    }

    fn column(&mut self) -> usize {
        self.characters.peek().map_or(self.length, |(at, _)| *at) + 1
    }

    fn fail(&mut self, expected: &str) -> Parsed {
        Err((self.column(), expected.to_string()))
    }
}

/// A number that a manifest gives as such (`1.5`) or as an expression (`"rows * 2"`).
#[derive(Debug, Clone)]
pub enum Number {
    /// A number as it stands.
    Float(f64),
    /// An expression over the symbols.
    Expr(Expr),
}

impl Number {
    /// As the manifest writes it.
    pub fn text(&self) -> String {
        match self {
            Number::Float(value) => value.to_string(),
            Number::Expr(expr) => expr.text().to_string(),
        }
    }

    /// The value; an expression's is rounded to the nearest double beyond 2^53.
    ///
    /// # Errors
    /// Those of [`Expr::eval`].
    pub fn eval(&self, symbols: &Symbols) -> Result<f64, Error> {
        match self {
            Number::Float(value) => Ok(*value),
            Number::Expr(expr) => Ok(expr.eval(symbols)? as f64),
        }
    }
}

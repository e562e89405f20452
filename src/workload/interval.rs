//! Between which numbers an expression is, given that of its symbols: what is true of every launch, not of one case.

use std::collections::BTreeMap;

use super::Scalar;
use super::expr::{Expr, Node, Operation};

/// All whole numbers from `least` to `most`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The smallest of them.
    pub least: i64,
    /// The largest of them.
    pub most: i64,
}

impl Interval {
    /// Every number that an expression can be: others are overflows, which no evaluation answers.
    pub const ALL: Interval = Interval {
        least: i64::MIN,
        most: i64::MAX,
    };

    /// From one number to another.
    pub fn new(least: i64, most: i64) -> Interval {
        Interval { least, most }
    }

    /// This number alone.
    pub fn point(value: i64) -> Interval {
        Interval::new(value, value)
    }

    /// The number, where there is but one.
    pub fn single(self) -> Option<i64> {
        (self.least == self.most).then_some(self.least)
    }

    /// What an argument of an integer type can be; `None` for other types.
    pub fn of(scalar: Scalar) -> Option<Interval> {
        let signed = |bits: u32| Interval::new(-1 << (bits - 1), (1 << (bits - 1)) - 1);
        Some(match scalar {
            Scalar::I8 => signed(8),
            Scalar::I16 => signed(16),
            Scalar::I32 => signed(32),
            Scalar::I64 => Interval::ALL,
            Scalar::U8 => Interval::new(0, u8::MAX.into()),
            Scalar::U16 => Interval::new(0, u16::MAX.into()),
            Scalar::U32 => Interval::new(0, u32::MAX.into()),
            Scalar::U64 => Interval::new(0, i64::MAX),
            Scalar::F16 | Scalar::Bf16 | Scalar::F32 | Scalar::F64 => return None,
        })
    }

    /// The numbers that are in both, of which there is one: both are said of one value that is there.
    pub fn and(self, other: Interval) -> Interval {
        let least = self.least.max(other.least);
        Interval::new(least, self.most.min(other.most).max(least))
    }

    /// The smallest interval that holds both.
    pub fn or(self, other: Interval) -> Interval {
        Interval::new(self.least.min(other.least), self.most.max(other.most))
    }

    /// The smallest interval that holds these numbers, which may be beyond what an expression can be.
    fn around(numbers: impl IntoIterator<Item = i128>) -> Interval {
        let (mut least, mut most) = (i128::MAX, i128::MIN);
        for number in numbers {
            (least, most) = (least.min(number), most.max(number));
        }
        let clamp = |number: i128| number.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
        Interval::new(clamp(least), clamp(most))
    }
}

impl Expr {
    /// Between which numbers it is wherever it has a value: given what the symbols are (one that is missing can be
    /// anything), and what is known of whole expressions, this one or a part of it.
    pub fn interval(
        &self,
        symbols: &BTreeMap<String, Interval>,
        known: &[(Expr, Interval)],
    ) -> Interval {
        self.tree.interval(symbols, known)
    }
}

impl Expr {
    /// Whether it is so many `parts` of a symbol: the symbol divided by them, whichever way it is rounded.
    pub fn divides(&self, symbol: &str, parts: &Expr) -> bool {
        match &self.tree {
            Node::Apply(Operation::Divide | Operation::CeilDiv, operands) => {
                operands[0] == Node::Symbol(symbol.to_owned()) && operands[1] == parts.tree
            }
            _ => false,
        }
    }
}

impl Node {
    fn interval(
        &self,
        symbols: &BTreeMap<String, Interval>,
        known: &[(Expr, Interval)],
    ) -> Interval {
        let computed = match self {
            Node::Number(value) => Interval::point(*value),
            Node::Symbol(name) => symbols.get(name).copied().unwrap_or(Interval::ALL),
            Node::Negate(node) => {
                let of = node.interval(symbols, known);
                Interval::around([-i128::from(of.least), -i128::from(of.most)])
            }
            Node::Apply(operation, operands) => {
                let [a, b] = [&operands[0], &operands[1]].map(|it| it.interval(symbols, known));
                operation.interval(a, b)
            }
        };
        let same = known.iter().filter(|(expr, _)| expr.tree == *self);
        same.fold(computed, |so_far, (_, is)| so_far.and(*is))
    }
}

impl Operation {
    fn interval(self, a: Interval, b: Interval) -> Interval {
        use Operation::*;
        // Each of these is monotone in either operand while the other stays, so its extremes are at the corners.
        let corners = |of: fn(i128, i128) -> i128| {
            let ends = |it: Interval| [i128::from(it.least), i128::from(it.most)];
            let pairs = ends(a).into_iter().flat_map(|x| ends(b).map(|y| (x, y)));
            Interval::around(pairs.map(|(x, y)| of(x, y)))
        };
        match self {
            Add => corners(|x, y| x + y),
            Subtract => corners(|x, y| x - y),
            Multiply => corners(|x, y| x * y),
            Min => corners(i128::min),
            Max => corners(i128::max),
            Divide if b.least > 0 => corners(|x, y| x / y),
            CeilDiv if b.least > 0 => {
                corners(|x, y| x.div_euclid(y) + i128::from(x.rem_euclid(y) > 0))
            }
            Remainder if b.least > 0 => {
                let beyond = b.most - 1;
                let least = if a.least < 0 { -beyond } else { 0 };
                Interval::new(least.max(a.least.min(0)), beyond.min(a.most.max(0)))
            }
            Divide | CeilDiv | Remainder => Interval::ALL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workload::Place;

    fn expr(text: &str) -> Expr {
        let place = Place {
            file: std::path::Path::new("workload.toml").into(),
            line: 1,
            key: "launch 1.grid".into(),
        };
        Expr::parse(text, place).unwrap()
    }

    fn symbols() -> BTreeMap<String, Interval> {
        [
            ("n".to_owned(), Interval::new(1, 100)),
            ("t".to_owned(), Interval::point(64)),
            ("z".to_owned(), Interval::new(-5, 7)),
        ]
        .into()
    }

    #[test]
    fn an_interval_holds_every_value_of_its_expression() {
        for text in [
            "n + z",
            "n - z",
            "n * z",
            "z * z",
            "-z",
            "n / t",
            "z / n",
            "ceil_div(n, t)",
            "ceil_div(z, n)",
            "z % n",
            "n % t",
            "n % 3",
            "min(n, z)",
            "max(n, z)",
            "n / z",
            "z % z",
        ] {
            let expr = expr(text);
            let bounds = expr.interval(&symbols(), &[]);
            let mut seen: Option<Interval> = None;
            for n in 1..=100 {
                for z in -5..=7 {
                    let values = [("n", n), ("t", 64), ("z", z)];
                    let values = values.map(|(name, value)| (name.to_owned(), value)).into();
                    let Ok(value) = expr.eval(&values) else {
                        continue;
                    };
                    assert!(
                        (bounds.least..=bounds.most).contains(&value),
                        "{text}: {bounds:?}"
                    );
                    let point = Interval::point(value);
                    seen = Some(seen.map_or(point, |seen| seen.or(point)));
                }
            }
            let exact = !text.contains("/ z") && !text.contains("% z") && text != "z * z";
            assert!(
                !exact || seen == Some(bounds),
                "{text}: {bounds:?}, but {seen:?}"
            );
        }
    }

    #[test]
    fn what_is_known_of_a_part_bounds_the_whole() {
        let grid = expr("ceil_div(a * b, t)");
        assert_eq!(grid.interval(&symbols(), &[]).most, (i64::MAX >> 6) + 1);
        let known = [(expr("a * b"), Interval::of(Scalar::I32).unwrap())];
        assert_eq!(grid.interval(&symbols(), &known).most, 1 << 25);
        assert_eq!(expr("x").interval(&symbols(), &[]), Interval::ALL);
    }
}

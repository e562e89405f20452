//! The statements of a body: declarations, labels, guards and operands.

use super::inst::{Operands, Raw};
use super::module::space_of;
use super::*;

/// What is known while a kernel's body is read.
#[derive(Default)]
pub(in crate::ptx) struct Body<'a> {
    pub regs: Vec<RegDecl>,
    pub scopes: Vec<HashMap<String, Reg>>,
    pub vars: HashMap<&'a str, usize>,
    pub params: HashMap<&'a str, usize>,
    pub(super) insts: Vec<Inst>,
    pub(super) labels: HashMap<&'a str, usize>,
    /// Names of branch targets; `Op::Bra::target` indexes this until the end of the body.
    pub targets: Vec<(&'a str, u32)>,
    pub tables: HashMap<&'a str, Vec<&'a str>>,
    /// `brx.idx` instructions with the name and line of their table.
    pub brx: Vec<(usize, &'a str, u32)>,
}

impl<'a> Parser<'a> {
    pub(super) fn body(&mut self, body: &mut Body<'a>, kernel: usize) -> Result<(), PtxError> {
        self.expect('{')?;
        let mut source = None;
        loop {
            if self.eat('{') {
                body.scopes.push(HashMap::new());
            } else if self.eat('}') {
                body.scopes.pop();
                if body.scopes.is_empty() {
                    return Ok(());
                }
            } else if !self.eat(';') {
                self.statement(body, kernel, &mut source)?;
            }
        }
    }

    pub(super) fn statement(
        &mut self,
        body: &mut Body<'a>,
        kernel: usize,
        source: &mut Option<(u32, u32)>,
    ) -> Result<(), PtxError> {
        let line = self.line();
        let guard = if self.eat('@') {
            let negated = self.eat('!');
            let name = self.word()?;
            let reg = body
                .reg(name)
                .ok_or_else(|| self.error("an undeclared predicate"))?;
            if body.regs[reg.0 as usize].ty != Ty::PRED {
                return Err(self.error("a guard that is no predicate"));
            }
            Some(Guard { reg, negated })
        } else {
            None
        };
        let word = self.word()?;
        match word {
            ".loc" => {
                let (file, at) = (self.number()?, self.number()?);
                *source = Some((file as u32, at as u32));
                self.at -= 1;
                self.skip_line();
                return Ok(());
            }
            ".file" => {
                self.skip_line();
                return Ok(());
            }
            ".reg" => return self.registers(body),
            ".local" | ".shared" | ".global" | ".const" => {
                let (name, var) = self.variable(space_of(word), Some(kernel))?;
                body.vars.insert(name, var);
                return Ok(());
            }
            ".pragma" => {
                while !self.eat(';') {
                    self.next()?;
                }
                return Ok(());
            }
            _ => {}
        }
        if self.eat(':') {
            if self.peek() == Some(Tok::Word(".branchtargets")) {
                self.at += 1;
                let mut names = vec![self.word()?];
                while self.eat(',') {
                    names.push(self.word()?);
                }
                self.expect(';')?;
                body.tables.insert(word, names);
            } else if body.labels.insert(word, body.insts.len()).is_some() {
                return Err(self.error(format!("label `{word}` is defined twice")));
            }
            return Ok(());
        }
        let mut raws = Vec::new();
        while !self.eat(';') {
            self.eat(',');
            raws.push(self.operand()?);
        }
        let op = inst::decode(
            word,
            &Operands {
                raws,
                line,
                mnemonic: word,
                globals: &self.globals,
            },
            body,
        )?;
        if matches!(op, Op::Brx { .. })
            && let Some(last) = body.brx.last_mut()
        {
            last.0 = body.insts.len();
        }
        body.insts.push(Inst {
            guard,
            op,
            line,
            source: *source,
        });
        Ok(())
    }

    pub(super) fn registers(&mut self, body: &mut Body<'a>) -> Result<(), PtxError> {
        let line = self.line();
        let text = self.word()?;
        let ty = match text {
            ".f16" | ".bf16" => Ty::parse("b16"),
            ".f16x2" | ".bf16x2" => Ty::parse("b32"),
            _ => Ty::parse(text.trim_start_matches('.')),
        };
        let ty = ty.ok_or_else(|| PtxError::Unsupported {
            name: format!("register type {text}"),
            line,
        })?;
        loop {
            let name = self.word()?;
            if self.eat('<') {
                let count = self.number()?;
                self.expect('>')?;
                if body.regs.len() + count > 1 << 16 {
                    return Err(self.error("more than 65536 registers"));
                }
                for index in 0..count {
                    body.declare(format!("{name}{index}"), ty);
                }
            } else {
                body.declare(name.to_owned(), ty);
            }
            if !self.eat(',') {
                return self.expect(';');
            }
        }
    }

    pub(super) fn operand(&mut self) -> Result<Raw<'a>, PtxError> {
        if self.eat('{') {
            let mut items = Vec::new();
            while !self.eat('}') {
                self.eat(',');
                items.push(self.operand()?);
            }
            return Ok(Raw::Vector(items));
        }
        if self.eat('[') {
            let word = self.word()?;
            let offset = self.offset()?;
            self.expect(']')?;
            return Ok(Raw::Address(word, offset));
        }
        if self.eat('(') {
            while !self.eat(')') {
                self.next()?;
            }
            return Ok(Raw::List);
        }
        if self.eat('!') {
            return Ok(Raw::Not(self.word()?));
        }
        if self.eat('-') {
            let word = self.word()?;
            let lit = inst::literal(word).ok_or_else(|| self.error("expected a number"))?;
            return Ok(Raw::Literal(lit.negated()));
        }
        let word = self.word()?;
        if self.eat('|') {
            return Ok(Raw::Pair(word, self.word()?));
        }
        if let Some(lit) = inst::literal(word) {
            return Ok(Raw::Literal(lit));
        }
        let offset = self.offset()?;
        Ok(Raw::Name(word, offset))
    }

    /// `+4`, `+-4`, `-4` or nothing.
    pub(super) fn offset(&mut self) -> Result<i64, PtxError> {
        let plus = self.eat('+');
        let minus = self.eat('-');
        if !plus && !minus {
            return Ok(0);
        }
        match inst::literal(self.word()?) {
            Some(inst::Lit::Int(value)) if minus => Ok((value as i64).wrapping_neg()),
            Some(inst::Lit::Int(value)) => Ok(value as i64),
            _ => Err(self.error("expected an offset")),
        }
    }
}

impl Body<'_> {
    pub fn reg(&self, name: &str) -> Option<Reg> {
        self.scopes
            .iter()
            .rev()
            .find_map(|scope| scope.get(name).copied())
    }

    fn declare(&mut self, name: String, ty: Ty) {
        let reg = Reg(self.regs.len() as u32);
        self.regs.push(RegDecl {
            name: name.clone(),
            ty,
        });
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name, reg);
        }
    }
}

//! The statements of a body: declarations, labels, guards and operands.

use super::inst::{Operands, Raw};
use super::module::{space_of, variable_type};
use super::*;

impl<'a> Parser<'a> {
    /// Reads a body. `kernel` is the kernel that its variables belong to, if it is a kernel's.
    pub(super) fn body(
        &mut self,
        body: &mut Body<'a>,
        kernel: Option<usize>,
    ) -> Result<(), PtxError> {
        self.expect('{')?;
        let mut source = None;
        loop {
            if self.eat('{') {
                body.open();
            } else if self.eat('}') {
                if body.close() {
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
        kernel: Option<usize>,
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
            ".local" | ".shared" | ".global" | ".const" | ".param" => {
                for (name, var) in self.variables(space_of(word), kernel, false)? {
                    body.name(name, Named::Var(var));
                }
                return Ok(());
            }
            ".pragma" => return self.skip_statement(),
            _ => {}
        }
        if self.eat(':') {
            return match self.peek() {
                Some(Tok::Word(".branchtargets")) => {
                    self.at += 1;
                    let mut names = vec![self.word()?];
                    while self.eat(',') {
                        names.push(self.word()?);
                    }
                    body.table(word, names);
                    self.expect(';')
                }
                // What a call through a register may reach is compared with the function that it does reach.
                Some(Tok::Word(".callprototype" | ".calltargets")) => self.skip_statement(),
                _ if body.label(word) => Ok(()),
                _ => Err(self.error(format!("label `{word}` is defined twice"))),
            };
        }
        let mut raws = Vec::new();
        while !self.eat(';') {
            self.eat(',');
            let raw = self.operand()?;
            let whole = label_of(&raw).and_then(|name| body.vector(name));
            raws.push(match whole {
                Some(regs) => Raw::Vector(regs.iter().copied().map(Raw::Reg).collect()),
                None => raw,
            });
        }
        let op = inst::decode(
            word,
            &Operands {
                raws,
                line,
                mnemonic: word,
                globals: &self.globals,
                functions: &self.functions,
            },
            body,
        )?;
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
        let mut text = self.word()?;
        let lanes = match text {
            ".v2" => 2,
            ".v4" => 4,
            _ => 1,
        };
        if lanes > 1 {
            text = self.word()?;
        }
        let ty = variable_type(text).ok_or_else(|| PtxError::Unsupported {
            name: format!("register type {text}"),
            line,
        })?;
        let declare = |name: String, body: &mut Body<'a>| {
            if lanes == 1 {
                body.declare(name, ty);
            } else {
                body.declare_vector(name, ty, lanes);
            }
        };
        loop {
            let name = self.word()?;
            if self.eat('<') {
                let count = self.number()?;
                self.expect('>')?;
                if body.regs.len() + lanes * count > 1 << 16 {
                    return Err(self.error("more than 65536 registers"));
                }
                for index in 0..count {
                    declare(format!("{name}{index}"), body);
                }
            } else {
                declare(name.to_owned(), body);
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
            let mut items = Vec::new();
            while !self.eat(')') {
                self.eat(',');
                items.push(self.operand()?);
            }
            return Ok(Raw::List(items));
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

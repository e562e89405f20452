//! Module directives and variables with their initial values.

use super::*;

impl<'a> Parser<'a> {
    pub(super) fn module_item(&mut self) -> Result<(), PtxError> {
        let line = self.line();
        match self.word()? {
            ".version" => self.program.version = self.word()?.to_owned(),
            ".target" => {
                self.program.target = self.word()?.to_owned();
                while self.eat(',') {
                    self.word()?;
                }
            }
            ".address_size" => {
                if self.number()? != 64 {
                    return Err(PtxError::Unsupported {
                        name: ".address_size other than 64".into(),
                        line,
                    });
                }
            }
            ".file" | ".loc" => {
                self.at -= 1;
                self.skip_line();
            }
            ".section" => {
                self.word()?;
                self.skip_braces()?;
            }
            ".visible" | ".extern" | ".weak" | ".common" => {
                if self.peek() == Some(Tok::Word(".shared")) {
                    self.at += 1;
                    let var = self.variable(Space::Shared, None)?;
                    self.globals.insert(var.0, var.1);
                }
            }
            ".entry" => self.entry()?,
            ".func" => self.function()?,
            directive @ (".global" | ".const" | ".shared") => {
                let (name, var) = self.variable(space_of(directive), None)?;
                self.globals.insert(name, var);
            }
            ".pragma" => {
                while !self.eat(';') {
                    self.next()?;
                }
            }
            _ => {
                self.at -= 1;
                return Err(self.error("expected a module directive"));
            }
        }
        Ok(())
    }

    /// Device functions are skipped: a kernel that calls one is refused where it calls.
    pub(super) fn function(&mut self) -> Result<(), PtxError> {
        loop {
            match self.peek() {
                Some(Tok::Punct('{')) => return self.skip_braces(),
                Some(Tok::Punct(';')) => {
                    self.at += 1;
                    return Ok(());
                }
                None => return Err(self.error("a function without body")),
                _ => self.at += 1,
            }
        }
    }

    /// `[.align n] .type name[count] [= init] ;` after the space.
    pub(super) fn variable(
        &mut self,
        space: Space,
        kernel: Option<usize>,
    ) -> Result<(&'a str, usize), PtxError> {
        let (mut align, mut ty) = (None, None);
        let name = loop {
            let line = self.line();
            match self.word()? {
                ".align" => align = Some(self.number()?),
                ".attribute" => {
                    self.expect('(')?;
                    while !self.eat(')') {
                        self.next()?;
                    }
                }
                ".v2" | ".v4" => {
                    return Err(PtxError::Unsupported {
                        name: "vector variable".into(),
                        line,
                    });
                }
                word if word.starts_with('.') => {
                    let parsed = Ty::parse(&word[1..]).or(match word {
                        ".f16" | ".bf16" => Ty::parse("b16"),
                        _ => None,
                    });
                    ty = Some(parsed.ok_or_else(|| PtxError::Unsupported {
                        name: format!("variable type {word}"),
                        line,
                    })?);
                }
                word => break word,
            }
        };
        let ty = ty.ok_or_else(|| self.error("a variable without its type"))?;
        let (mut count, mut dynamic) = (1usize, false);
        while self.eat('[') {
            if self.eat(']') {
                dynamic = true;
                count = 0;
            } else {
                let length = self.number()?;
                self.expect(']')?;
                count = count
                    .checked_mul(length)
                    .filter(|&count| count <= 1 << 32)
                    .ok_or_else(|| self.error("an array too large"))?;
            }
        }
        let (init, pointers) = if self.eat('=') {
            self.initialiser(ty)?
        } else {
            Default::default()
        };
        if dynamic && !init.is_empty() {
            (count, dynamic) = (init.len().div_ceil(ty.bytes()), false);
        }
        if init.len() > count * ty.bytes() {
            return Err(self.error(format!("`{name}` has more initial values than elements")));
        }
        self.expect(';')?;
        self.program.vars.push(Var {
            name: name.to_owned(),
            space,
            align: align.unwrap_or(ty.bytes()).max(1),
            bytes: count * ty.bytes(),
            init,
            pointers,
            kernel,
            dynamic,
        });
        Ok((name, self.program.vars.len() - 1))
    }

    #[allow(clippy::type_complexity)]
    pub(super) fn initialiser(
        &mut self,
        ty: Ty,
    ) -> Result<(Vec<u8>, Vec<(usize, usize, i64)>), PtxError> {
        let (mut bytes, mut pointers, mut depth) = (Vec::new(), Vec::new(), 0usize);
        loop {
            match self.next()? {
                Tok::Punct('{') => depth += 1,
                Tok::Punct('}') => depth = depth.saturating_sub(1),
                Tok::Punct(',') => continue,
                Tok::Punct('-') => {
                    let word = self.word()?;
                    let lit = inst::literal(word).ok_or_else(|| self.error("expected a number"))?;
                    let bits = inst::literal_bits(lit.negated(), ty);
                    bytes.extend_from_slice(&bits.to_le_bytes()[..ty.bytes()]);
                }
                Tok::Word("generic") => {
                    self.expect('(')?;
                    let name = self.word()?;
                    let addend = if self.eat('+') {
                        self.number()? as i64
                    } else {
                        0
                    };
                    self.expect(')')?;
                    let var = self.globals.get(name);
                    let &var = var.ok_or_else(|| self.error("an unknown variable"))?;
                    pointers.push((bytes.len(), var, addend));
                    bytes.extend_from_slice(&[0; 8]);
                }
                Tok::Word(word) => {
                    if let Some(lit) = inst::literal(word) {
                        let bits = inst::literal_bits(lit, ty);
                        bytes.extend_from_slice(&bits.to_le_bytes()[..ty.bytes()]);
                    } else if let Some(&var) = self.globals.get(word) {
                        pointers.push((bytes.len(), var, 0));
                        bytes.extend_from_slice(&[0; 8]);
                    } else {
                        return Err(self.error("an initial value that is no constant"));
                    }
                }
                _ => return Err(self.error("expected an initial value")),
            }
            if depth == 0 {
                return Ok((bytes, pointers));
            }
        }
    }
}

pub(super) fn space_of(directive: &str) -> Space {
    match directive {
        ".shared" => Space::Shared,
        ".local" => Space::Local,
        ".const" => Space::Const,
        _ => Space::Global,
    }
}

//! Module directives and variables with their initial values.

use super::initial::Shape;
use super::*;

impl<'a> Parser<'a> {
    pub(super) fn module_item(&mut self) -> Result<(), PtxError> {
        let line = self.line();
        let mut external = false;
        while let Some(Tok::Word(word @ (".visible" | ".extern" | ".weak" | ".common"))) =
            self.peek()
        {
            external |= word == ".extern";
            self.at += 1;
        }
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
            ".file" => self.file()?,
            ".loc" => self.skip_line(),
            ".section" => {
                self.word()?;
                self.skip_braces()?;
            }
            ".entry" => self.entry()?,
            ".func" => self.function()?,
            ".alias" => self.alias()?,
            directive @ (".global" | ".const" | ".shared") => {
                for (name, var) in self.variables(space_of(directive), None, external)? {
                    self.globals.insert(name, var);
                }
            }
            ".pragma" => self.skip_statement()?,
            _ => {
                self.at -= 1;
                return Err(self.error("expected a module directive"));
            }
        }
        Ok(())
    }

    /// `.file N "name"`, perhaps with a time and a size.
    fn file(&mut self) -> Result<(), PtxError> {
        let number = self.number()?;
        if let Some(Tok::Str(name)) = self.peek() {
            self.program.files.push((number as u32, name.to_owned()));
            self.at += 1;
        }
        while self.eat(',') {
            self.word()?;
        }
        Ok(())
    }

    /// `[.align n] .type name[count] [= init], … ;` after the space.
    pub(super) fn variables(
        &mut self,
        space: Space,
        kernel: Option<usize>,
        external: bool,
    ) -> Result<Vec<(&'a str, usize)>, PtxError> {
        let (mut align, mut ty, mut lanes) = (None, None, 1);
        // `.const[3]`: one of the banks of old, which share one space now.
        if self.eat('[') {
            self.number()?;
            self.expect(']')?;
        }
        let mut name = loop {
            let line = self.line();
            match self.word()? {
                ".align" => align = Some(self.alignment()?),
                ".attribute" => {
                    self.expect('(')?;
                    while !self.eat(')') {
                        self.next()?;
                    }
                }
                ".v2" => lanes = 2,
                ".v4" => lanes = 4,
                word if word.starts_with('.') => {
                    ty = Some(variable_type(word).ok_or_else(|| PtxError::Unsupported {
                        name: format!("variable type {word}"),
                        line,
                    })?);
                }
                word => break word,
            }
        };
        let ty = ty.ok_or_else(|| self.error("a variable without its type"))?;
        let element = lanes * ty.bytes();
        let mut found = Vec::new();
        loop {
            let shape = self.shape(name, element)?;
            let (init, pointers) = if self.eat('=') {
                self.initialiser(ty, &shape, lanes)?
            } else {
                Default::default()
            };
            let bytes = match shape.product() {
                Some(count) => count * element,
                None => init.len().next_multiple_of(element),
            };
            let dynamic = shape.product().is_none() && init.is_empty();
            self.program.vars.push(Var {
                name: name.to_owned(),
                space,
                align: align.unwrap_or(element).max(1),
                bytes,
                init,
                pointers,
                kernel,
                dynamic,
                external,
            });
            found.push((name, self.program.vars.len() - 1));
            if !self.eat(',') {
                self.expect(';')?;
                return Ok(found);
            }
            name = self.word()?;
        }
    }

    /// `[4][8]`: the lengths of an array's dimensions; only the first may be left open.
    fn shape(&mut self, name: &str, element: usize) -> Result<Shape, PtxError> {
        let mut shape = Shape {
            lengths: Vec::new(),
        };
        let mut total = element;
        while self.eat('[') {
            let length = if self.eat(']') {
                if !shape.lengths.is_empty() {
                    return Err(
                        self.error(format!("`{name}` has an inner dimension without length"))
                    );
                }
                None
            } else {
                let length = self.number()?;
                self.expect(']')?;
                total = total
                    .checked_mul(length)
                    .filter(|&bytes| bytes <= 1 << 32)
                    .ok_or_else(|| self.error("an array too large"))?;
                Some(length)
            };
            shape.lengths.push(length);
        }
        Ok(shape)
    }

    /// A power of two.
    pub(super) fn alignment(&mut self) -> Result<usize, PtxError> {
        let found = self.number()?;
        if found.is_power_of_two() {
            Ok(found)
        } else {
            Err(self.error("an alignment that is no power of two"))
        }
    }
}

pub(super) fn space_of(directive: &str) -> Space {
    match directive {
        ".shared" => Space::Shared,
        ".local" => Space::Local,
        ".const" => Space::Const,
        ".param" => Space::Param,
        _ => Space::Global,
    }
}

/// The type of a variable, with its dot. Floats of 16 bits are 16 bits here.
pub(super) fn variable_type(word: &str) -> Option<Ty> {
    match word {
        ".f16" | ".bf16" => Ty::parse("b16"),
        ".f16x2" | ".bf16x2" => Ty::parse("b32"),
        _ => Ty::parse(word.strip_prefix('.')?),
    }
}

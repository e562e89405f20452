//! The structure of a module: directives, declarations, kernels and their statements.

use std::collections::HashMap;

use super::inst::{self, Operands, Raw};
use super::lex::{Spanned, Tok, lex};
use super::types::*;
use super::{PtxError, cfg, live};

/// Reads a PTX module.
///
/// # Errors
/// [`PtxError`] for text that is not PTX and for instructions that are not supported. Never panics.
pub fn parse(text: &str) -> Result<Program, PtxError> {
    let mut parser = Parser {
        tokens: lex(text)?,
        at: 0,
        program: Program::default(),
        globals: HashMap::new(),
    };
    while parser.peek().is_some() {
        parser.module_item()?;
    }
    Ok(parser.program)
}

struct Parser<'a> {
    tokens: Vec<Spanned<'a>>,
    at: usize,
    program: Program,
    globals: HashMap<&'a str, usize>,
}

/// What is known while a kernel's body is read.
#[derive(Default)]
pub(super) struct Body<'a> {
    pub regs: Vec<RegDecl>,
    pub scopes: Vec<HashMap<String, Reg>>,
    pub vars: HashMap<&'a str, usize>,
    pub params: HashMap<&'a str, usize>,
    insts: Vec<Inst>,
    labels: HashMap<&'a str, usize>,
    /// Names of branch targets; `Op::Bra::target` indexes this until the end of the body.
    pub targets: Vec<(&'a str, u32)>,
    pub tables: HashMap<&'a str, Vec<&'a str>>,
    /// `brx.idx` instructions with the name and line of their table.
    pub brx: Vec<(usize, &'a str, u32)>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Tok<'a>> {
        self.tokens.get(self.at).map(|&(tok, _)| tok)
    }

    fn line(&self) -> u32 {
        let at = self.at.min(self.tokens.len().saturating_sub(1));
        self.tokens.get(at).map_or(1, |&(_, line)| line)
    }

    fn next(&mut self) -> Result<Tok<'a>, PtxError> {
        let tok = self
            .peek()
            .ok_or_else(|| self.error("the text ends early"))?;
        self.at += 1;
        Ok(tok)
    }

    fn error(&self, what: impl Into<String>) -> PtxError {
        let text = match self.peek() {
            Some(Tok::Word(word)) => word.to_owned(),
            Some(Tok::Str(text)) => format!("\"{text}\""),
            Some(Tok::Punct(mark)) => mark.to_string(),
            None => "end of file".to_owned(),
        };
        PtxError::Syntax {
            line: self.line(),
            what: what.into(),
            text,
        }
    }

    fn eat(&mut self, mark: char) -> bool {
        let found = self.peek() == Some(Tok::Punct(mark));
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, mark: char) -> Result<(), PtxError> {
        if self.eat(mark) {
            Ok(())
        } else {
            Err(self.error(format!("expected `{mark}`")))
        }
    }

    fn word(&mut self) -> Result<&'a str, PtxError> {
        match self.peek() {
            Some(Tok::Word(word)) => {
                self.at += 1;
                Ok(word)
            }
            _ => Err(self.error("expected a name")),
        }
    }

    fn number(&mut self) -> Result<usize, PtxError> {
        let error = self.error("expected a number");
        match inst::literal(self.word()?) {
            Some(inst::Lit::Int(value)) if value <= 1 << 40 => Ok(value as usize),
            _ => Err(error),
        }
    }

    /// Skips the rest of the current line: `.loc` and `.file` end with it, not with a semicolon.
    fn skip_line(&mut self) {
        let line = self.line();
        while self.at < self.tokens.len() && self.tokens[self.at].1 == line {
            self.at += 1;
        }
    }

    fn skip_braces(&mut self) -> Result<(), PtxError> {
        let mut depth = 0;
        loop {
            match self.next()? {
                Tok::Punct('{') => depth += 1,
                Tok::Punct('}') => {
                    depth -= 1;
                    if depth <= 0 {
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
    }

    fn module_item(&mut self) -> Result<(), PtxError> {
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
    fn function(&mut self) -> Result<(), PtxError> {
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
    fn variable(
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
    fn initialiser(&mut self, ty: Ty) -> Result<(Vec<u8>, Vec<(usize, usize, i64)>), PtxError> {
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

    fn entry(&mut self) -> Result<(), PtxError> {
        let name = self.word()?;
        let mut body = Body {
            scopes: vec![HashMap::new()],
            ..Body::default()
        };
        let (params, param_bytes) = self.params(&mut body)?;
        let mut max_threads = None;
        while self.peek() != Some(Tok::Punct('{')) {
            match self.word()? {
                ".maxntid" | ".reqntid" => {
                    let mut product = self.number()?;
                    while self.eat(',') {
                        product = product.saturating_mul(self.number()?);
                    }
                    max_threads = Some(product.min(u32::MAX as usize) as u32);
                }
                ".minnctapersm" | ".maxnreg" | ".maxclusterrank" => {
                    self.number()?;
                }
                ".noreturn" => {}
                _ => {
                    self.at -= 1;
                    return Err(self.error("expected the kernel's body"));
                }
            }
        }
        let kernel = self.program.kernels.len();
        self.body(&mut body, kernel)?;
        let insts = finish(&mut body)?;
        let blocks = cfg::blocks(&insts);
        let registers = live::registers(&body.regs, &insts, &blocks);
        self.program.kernels.push(Kernel {
            name: name.to_owned(),
            params,
            param_bytes,
            regs: body.regs,
            insts,
            blocks,
            max_threads,
            registers,
        });
        Ok(())
    }

    fn params(&mut self, body: &mut Body<'a>) -> Result<(Vec<Param>, usize), PtxError> {
        let (mut params, mut end) = (Vec::new(), 0usize);
        if !self.eat('(') {
            return Ok((params, end));
        }
        while !self.eat(')') {
            self.eat(',');
            if self.word()? != ".param" {
                return Err(self.error("expected `.param`"));
            }
            let (mut align, mut ty) = (None, None);
            let name = loop {
                match self.word()? {
                    ".align" => align = Some(self.number()?),
                    ".ptr" => {
                        // `.ptr .global .align 16`: this alignment is the pointee's.
                        while let Some(Tok::Word(word)) = self.peek() {
                            match word {
                                ".global" | ".shared" | ".local" | ".const" => self.at += 1,
                                ".align" => {
                                    self.at += 1;
                                    self.number()?;
                                }
                                _ => break,
                            }
                        }
                    }
                    word if word.starts_with('.') => {
                        ty = Some(match word {
                            ".f16" | ".bf16" => Ty {
                                kind: Kind::Bits,
                                bits: 16,
                            },
                            _ => Ty::parse(&word[1..])
                                .ok_or_else(|| self.error("an unknown parameter type"))?,
                        });
                    }
                    word => break word,
                }
            };
            let ty = ty.ok_or_else(|| self.error("a parameter without its type"))?;
            let (mut bytes, mut array) = (ty.bytes(), false);
            if self.eat('[') {
                bytes = self.number()?.saturating_mul(ty.bytes());
                array = true;
                self.expect(']')?;
            }
            let offset = end.next_multiple_of(align.unwrap_or(ty.bytes()).max(1));
            end = offset.saturating_add(bytes);
            if end > 32764 {
                return Err(self.error("more than 32764 bytes of parameters"));
            }
            body.params.insert(name, offset);
            params.push(Param {
                name: name.to_owned(),
                ty,
                bytes,
                offset,
                array,
            });
        }
        Ok((params, end))
    }

    fn body(&mut self, body: &mut Body<'a>, kernel: usize) -> Result<(), PtxError> {
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

    fn statement(
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

    fn registers(&mut self, body: &mut Body<'a>) -> Result<(), PtxError> {
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

    fn operand(&mut self) -> Result<Raw<'a>, PtxError> {
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
    fn offset(&mut self) -> Result<i64, PtxError> {
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

/// Resolves branch targets to instruction numbers. A body that can run off its end gets the `ret` that this means.
fn finish(body: &mut Body<'_>) -> Result<Vec<Inst>, PtxError> {
    let mut insts = std::mem::take(&mut body.insts);
    let end = insts.len();
    let line = insts.last().map_or(1, |inst| inst.line);
    insts.push(Inst {
        guard: None,
        op: Op::Ret,
        line,
        source: None,
    });
    let find = |name: &str, line: u32| {
        body.labels
            .get(name)
            .copied()
            .map(|at| at.min(end))
            .ok_or_else(|| PtxError::Syntax {
                line,
                what: "a branch to an unknown label".into(),
                text: name.to_owned(),
            })
    };
    for &(at, table, line) in &body.brx {
        let names = body.tables.get(table).ok_or_else(|| PtxError::Syntax {
            line,
            what: "an unknown table of branch targets".into(),
            text: table.to_owned(),
        })?;
        let found = names
            .iter()
            .map(|name| find(name, line))
            .collect::<Result<Vec<_>, _>>()?;
        if let Op::Brx { targets, .. } = &mut insts[at].op {
            *targets = found;
        }
    }
    for inst in &mut insts {
        if let Op::Bra { target } = &mut inst.op {
            let (name, line) = body.targets[*target];
            *target = find(name, line)?;
        }
    }
    Ok(insts)
}

fn space_of(directive: &str) -> Space {
    match directive {
        ".shared" => Space::Shared,
        ".local" => Space::Local,
        ".const" => Space::Const,
        _ => Space::Global,
    }
}

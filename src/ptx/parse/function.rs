//! Device functions, and what a signature is made of.

use super::module::variable_type;
use super::*;

/// A parameter or return value as declared.
pub(super) struct Declared<'a> {
    pub name: &'a str,
    pub ty: Ty,
    pub align: usize,
    pub bytes: usize,
    pub array: bool,
    /// Passed in a register (`.reg`), not in memory (`.param`).
    pub reg: bool,
}

/// The most that a signature can have, bytes (PTX manual, "Kernel Function Parameter Attributes").
const MAX_BYTES: usize = 32764;

impl<'a> Parser<'a> {
    /// `( .param .b32 a, .reg .f32 b, … )`, or nothing.
    pub(super) fn signature(&mut self) -> Result<Vec<Declared<'a>>, PtxError> {
        let (mut found, mut total) = (Vec::new(), 0usize);
        if !self.eat('(') {
            return Ok(found);
        }
        while !self.eat(')') {
            self.eat(',');
            let declared = self.declared()?;
            total = total.saturating_add(declared.bytes);
            if total > MAX_BYTES {
                return Err(self.error(format!("more than {MAX_BYTES} bytes of parameters")));
            }
            found.push(declared);
        }
        Ok(found)
    }

    fn declared(&mut self) -> Result<Declared<'a>, PtxError> {
        let reg = match self.word()? {
            ".param" => false,
            ".reg" => true,
            _ => return Err(self.error("expected `.param`")),
        };
        let (mut align, mut ty) = (None, None);
        let name = loop {
            match self.word()? {
                ".align" => align = Some(self.alignment()?),
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
                    let parsed = variable_type(word);
                    ty = Some(parsed.ok_or_else(|| self.error("an unknown parameter type"))?);
                }
                word => break word,
            }
        };
        let ty = ty.ok_or_else(|| self.error("a parameter without its type"))?;
        let (mut bytes, mut array) = (ty.bytes(), false);
        while self.eat('[') {
            // `p[]` takes a variable number of bytes; nobody passes any, as such a function has no body here.
            let count = if self.peek() == Some(Tok::Punct(']')) {
                0
            } else {
                self.number()?
            };
            bytes = bytes.saturating_mul(count);
            array = true;
            self.expect(']')?;
        }
        Ok(Declared {
            name,
            ty,
            align: align.unwrap_or(ty.bytes()).max(1),
            bytes,
            array,
            reg,
        })
    }

    /// A function's declaration or definition, after `.func`.
    pub(super) fn function(&mut self) -> Result<(), PtxError> {
        let returns = self.signature()?;
        let name = self.word()?;
        let args = self.signature()?;
        while !matches!(self.peek(), Some(Tok::Punct('{' | ';'))) {
            match self.word()? {
                ".noreturn" | ".unique" => {}
                ".abi_preserve" | ".abi_preserve_control" => {
                    self.number()?;
                }
                ".pragma" => {
                    self.next()?;
                }
                _ => {
                    self.at -= 1;
                    return Err(self.error("expected the function's body"));
                }
            }
        }
        let index = self.declare_function(name);
        if self.eat(';') {
            return Ok(());
        }
        if self.program.functions[index].body.is_some() {
            return Err(self.error(format!("function `{name}` is defined twice")));
        }
        let mut body = Body::new(false);
        let returns = self.formals(&returns, &mut body);
        let args = self.formals(&args, &mut body);
        let start = self.at;
        let read = self.body(&mut body, None).and_then(|()| body.resolve());
        let definition = match read {
            Ok(insts) => Ok(finished(name, body, insts)),
            Err(error @ PtxError::Unsupported { .. }) => {
                // Only a kernel that calls it is refused.
                self.at = start;
                self.skip_braces()?;
                Err(error)
            }
            Err(error) => return Err(error),
        };
        let function = &mut self.program.functions[index];
        (function.returns, function.args) = (returns, args);
        function.body = Some(definition);
        Ok(())
    }

    /// The index of the function `name`, which may have been declared before.
    fn declare_function(&mut self, name: &'a str) -> usize {
        if let Some(&index) = self.functions.get(name) {
            return index;
        }
        let var = self.program.vars.len();
        self.program.vars.push(Var {
            name: format!("function {name}"),
            space: Space::Global,
            align: 1,
            bytes: 0,
            init: Vec::new(),
            pointers: Vec::new(),
            kernel: None,
            dynamic: false,
            external: false,
        });
        self.globals.insert(name, var);
        let index = self.program.functions.len();
        self.functions.insert(name, index);
        self.program.functions.push(Function {
            name: name.to_owned(),
            var,
            returns: Vec::new(),
            args: Vec::new(),
            body: None,
        });
        index
    }

    /// `.alias name, of;`
    pub(super) fn alias(&mut self) -> Result<(), PtxError> {
        let name = self.word()?;
        self.expect(',')?;
        let of = self.word()?;
        let Some(&index) = self.functions.get(of) else {
            return Err(self.error(format!("`{of}` is no function")));
        };
        self.functions.insert(name, index);
        self.globals.insert(name, self.program.functions[index].var);
        self.expect(';')
    }

    fn formals(&mut self, declared: &[Declared<'a>], body: &mut Body<'a>) -> Vec<Formal> {
        let mut formals = Vec::with_capacity(declared.len());
        for formal in declared {
            let at = if formal.reg {
                FormalAt::Reg(body.declare(formal.name.to_owned(), formal.ty))
            } else {
                let var = self.program.vars.len();
                self.program.vars.push(Var {
                    name: formal.name.to_owned(),
                    space: Space::Param,
                    align: formal.align,
                    bytes: formal.bytes,
                    init: Vec::new(),
                    pointers: Vec::new(),
                    kernel: None,
                    dynamic: false,
                    external: false,
                });
                body.name(formal.name, Named::Var(var));
                FormalAt::Var(var)
            };
            formals.push(Formal {
                at,
                ty: formal.ty,
                bytes: formal.bytes,
            });
        }
        formals
    }
}

/// A body with its control flow.
pub(super) fn finished(name: &str, body: Body<'_>, insts: Vec<Inst>) -> Kernel {
    let blocks = cfg::blocks(&insts);
    let registers = live::registers(&body.regs, &insts, &blocks);
    Kernel {
        name: name.to_owned(),
        params: Vec::new(),
        param_bytes: 0,
        regs: body.regs,
        insts,
        blocks,
        max_threads: None,
        max_registers: None,
        min_blocks: None,
        required_block: None,
        registers,
    }
}

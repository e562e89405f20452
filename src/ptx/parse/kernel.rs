//! A kernel: its signature, its attributes, and its instructions with their labels resolved.

use super::*;

impl<'a> Parser<'a> {
    pub(super) fn entry(&mut self) -> Result<(), PtxError> {
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

    pub(super) fn params(&mut self, body: &mut Body<'a>) -> Result<(Vec<Param>, usize), PtxError> {
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
}

/// Resolves branch targets to instruction numbers. A body that can run off its end gets the `ret` that this means.
pub(super) fn finish(body: &mut Body<'_>) -> Result<Vec<Inst>, PtxError> {
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

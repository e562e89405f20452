//! A kernel: its signature, its attributes and its body.

use super::function::{Declared, finished};
use super::*;

impl<'a> Parser<'a> {
    pub(super) fn entry(&mut self) -> Result<(), PtxError> {
        let name = self.word()?;
        let mut body = Body::new(true);
        let declared = self.signature()?;
        let (params, param_bytes) = self.params(&declared, &mut body)?;
        let (mut max_threads, mut required_block) = (None, None);
        let (mut max_registers, mut min_blocks) = (None, None);
        while self.peek() != Some(Tok::Punct('{')) {
            let line = self.line();
            match self.word()? {
                word @ (".maxntid" | ".reqntid") => {
                    let block = self.dimensions()?;
                    max_threads = Some(product(block));
                    if word == ".reqntid" {
                        required_block = Some(block);
                    }
                }
                word @ ".reqnctapercluster" => {
                    if product(self.dimensions()?) > 1 {
                        return Err(PtxError::Unsupported {
                            name: format!("{word} of more than one block"),
                            line,
                        });
                    }
                }
                ".maxnreg" => max_registers = u32::try_from(self.number()?).ok(),
                ".minnctapersm" => min_blocks = u32::try_from(self.number()?).ok(),
                ".maxnctapersm" | ".maxclusterrank" => {
                    self.number()?;
                }
                ".noreturn" | ".explicitcluster" => {}
                ".pragma" => {
                    self.next()?;
                    self.eat(';');
                }
                _ => {
                    self.at -= 1;
                    return Err(self.error("expected the kernel's body"));
                }
            }
        }
        let kernel = self.program.kernels.len();
        self.body(&mut body, Some(kernel))?;
        let insts = body.resolve()?;
        self.program.kernels.push(Kernel {
            params,
            param_bytes,
            max_threads,
            max_registers,
            min_blocks,
            required_block,
            ..finished(name, body, insts)
        });
        Ok(())
    }

    /// `64` or `8, 8, 2`; what is not given is 1.
    fn dimensions(&mut self) -> Result<[u32; 3], PtxError> {
        let mut found = [1; 3];
        for (at, dimension) in found.iter_mut().enumerate() {
            if at > 0 && !self.eat(',') {
                break;
            }
            *dimension = self.number()?.min(u32::MAX as usize) as u32;
        }
        Ok(found)
    }

    /// The parameter block: where each parameter is, and how many bytes there are.
    fn params(
        &mut self,
        declared: &[Declared<'a>],
        body: &mut Body<'a>,
    ) -> Result<(Vec<Param>, usize), PtxError> {
        let (mut params, mut end) = (Vec::with_capacity(declared.len()), 0usize);
        for param in declared {
            if param.reg {
                return Err(self.error("a kernel's parameter in a register"));
            }
            let offset = end.next_multiple_of(param.align);
            end = offset.saturating_add(param.bytes);
            body.name(param.name, Named::Param(offset));
            params.push(Param {
                name: param.name.to_owned(),
                ty: param.ty,
                bytes: param.bytes,
                offset,
                array: param.array,
            });
        }
        Ok((params, end))
    }
}

fn product(of: [u32; 3]) -> u32 {
    of.into_iter().fold(1, u32::saturating_mul)
}

//! Operands and the dotted parts of a mnemonic, read as what an instruction needs.

use std::collections::HashMap;

use super::literal::{Lit, literal_bits};
use super::special::special;
use crate::ptx::PtxError;
use crate::ptx::parse::{Body, Named};
use crate::ptx::types::*;

/// An operand as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw<'a> {
    Name(&'a str, i64),
    Literal(Lit),
    Vector(Vec<Raw<'a>>),
    Address(&'a str, i64),
    Pair(&'a str, &'a str),
    Not(&'a str),
    /// A component of a register that is a vector.
    Reg(Reg),
    /// A parenthesised list (only calls have them).
    List(Vec<Raw<'a>>),
}

/// The operands of one instruction, and where it is.
pub(in crate::ptx) struct Operands<'a, 'p> {
    pub raws: Vec<Raw<'a>>,
    pub line: u32,
    pub mnemonic: &'a str,
    pub globals: &'p HashMap<&'a str, usize>,
    pub functions: &'p HashMap<&'a str, usize>,
}

impl<'a> Operands<'a, '_> {
    pub fn unsupported<T>(&self) -> Result<T, PtxError> {
        Err(PtxError::Unsupported {
            name: self.mnemonic.to_owned(),
            line: self.line,
        })
    }

    pub fn error(&self, what: impl Into<String>) -> PtxError {
        PtxError::Syntax {
            line: self.line,
            what: what.into(),
            text: self.mnemonic.to_owned(),
        }
    }

    pub fn raw(&self, at: usize) -> Result<&Raw<'a>, PtxError> {
        self.raws
            .get(at)
            .ok_or_else(|| self.error(format!("operand {} is missing", at + 1)))
    }

    pub fn count(&self, expected: usize) -> Result<(), PtxError> {
        if self.raws.len() == expected {
            Ok(())
        } else {
            Err(self.error(format!(
                "expected {expected} operands, found {}",
                self.raws.len()
            )))
        }
    }

    pub fn reg_named(&self, name: &str, body: &Body<'_>) -> Result<Reg, PtxError> {
        body.reg(name)
            .ok_or_else(|| self.error(format!("`{name}` is not a declared register")))
    }

    /// A destination that has room for `ty` (predicates match only predicates).
    pub fn dst(&self, at: usize, ty: Ty, body: &Body<'_>) -> Result<Reg, PtxError> {
        match self.raw(at)? {
            Raw::Name(name, 0) => self.fits(self.reg_named(name, body)?, ty, body),
            _ => Err(self.error("expected a register as destination")),
        }
    }

    /// Refuses a register narrower than `ty`, and mixing predicates with values.
    pub fn fits(&self, reg: Reg, ty: Ty, body: &Body<'_>) -> Result<Reg, PtxError> {
        let decl = &body.regs[reg.0 as usize];
        if (decl.ty == Ty::PRED) != (ty == Ty::PRED) || decl.ty.bits < ty.bits {
            return Err(self.error(format!(
                "register {} of type .{} where .{ty} is needed",
                decl.name, decl.ty
            )));
        }
        Ok(reg)
    }

    pub fn src(&self, at: usize, ty: Ty, body: &Body<'_>) -> Result<Operand, PtxError> {
        self.src_of(self.raw(at)?, ty, body)
    }

    pub fn src_of(&self, raw: &Raw<'a>, ty: Ty, body: &Body<'_>) -> Result<Operand, PtxError> {
        match raw {
            Raw::Literal(lit) => Ok(Operand::Imm(literal_bits(*lit, ty))),
            Raw::Reg(reg) => Ok(Operand::Reg(self.fits(*reg, ty, body)?)),
            Raw::Name(name, offset) => {
                if *offset == 0
                    && let Some(reg) = body.reg(name)
                {
                    return Ok(Operand::Reg(self.fits(reg, ty, body)?));
                }
                if let Some(var) = self.variable(name, body) {
                    return Ok(Operand::Var {
                        var,
                        offset: *offset,
                    });
                }
                if let Some(Named::Param(param)) = body.named(name) {
                    return Ok(Operand::Imm((param as i64 + offset) as u64));
                }
                match special(name) {
                    Some(special) => Ok(Operand::Special(special)),
                    None if *name == "WARP_SZ" => Ok(Operand::Imm(32)),
                    None => Err(self.error(format!(
                        "`{name}` is neither a register, a variable nor a constant"
                    ))),
                }
            }
            _ => Err(self.error("expected a register or a constant")),
        }
    }

    /// The variable, or the function, that `name` stands for.
    pub fn variable(&self, name: &str, body: &Body<'_>) -> Option<usize> {
        match body.named(name) {
            Some(Named::Var(var)) => Some(var),
            Some(Named::Param(_)) => None,
            None => self.globals.get(name).copied(),
        }
    }

    pub fn pred(&self, at: usize, body: &Body<'_>) -> Result<PredSrc, PtxError> {
        let (name, negated) = match self.raw(at)? {
            Raw::Name("%is_explicit_cluster", 0) => {
                return Ok(PredSrc {
                    src: Operand::Imm(0),
                    negated: false,
                });
            }
            Raw::Name(name, 0) => (*name, false),
            Raw::Not(name) => (*name, true),
            Raw::Literal(Lit::Int(value)) => {
                return Ok(PredSrc {
                    src: Operand::Imm(u64::from(*value != 0)),
                    negated: false,
                });
            }
            _ => return Err(self.error("expected a predicate")),
        };
        let reg = self.fits(self.reg_named(name, body)?, Ty::PRED, body)?;
        Ok(PredSrc {
            src: Operand::Reg(reg),
            negated,
        })
    }
}

/// The dotted parts of a mnemonic that no reader has consumed yet.
pub(in crate::ptx) struct Parts<'a> {
    pub(super) left: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    /// Removes `part` if it is there.
    pub fn take(&mut self, part: &str) -> bool {
        match self.left.iter().position(|&left| left == part) {
            Some(at) => {
                self.left.remove(at);
                true
            }
            None => false,
        }
    }

    /// Removes the first part that `read` understands.
    pub fn find<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (at, found) = self
            .left
            .iter()
            .enumerate()
            .find_map(|(at, part)| read(part).map(|found| (at, found)))?;
        self.left.remove(at);
        Some(found)
    }

    pub fn is_empty(&self) -> bool {
        self.left.is_empty()
    }
}

//! One instruction: its mnemonic's parts and its operands to an [`Op`].
//!
//! Each file knows a family of opcodes and consumes the parts of the mnemonic that it understands; what is left over is refused.

mod arithmetic;
mod atomic;
mod bits;
mod call;
mod collective;
mod compare;
mod control;
mod convert;
mod copy;
mod literal;
mod memory;
mod operands;
mod special;

use super::PtxError;
use super::parse::{Body, Named, label_of};
use super::types::*;
use arithmetic::arithmetic;
pub use literal::{Lit, literal, literal_bits};
pub use operands::Raw;
pub(super) use operands::{Operands, Parts};

/// Decodes one instruction.
pub(super) fn decode<'a>(
    mnemonic: &'a str,
    ops: &Operands<'a, '_>,
    body: &mut Body<'a>,
) -> Result<Op, PtxError> {
    let mut split = mnemonic.split('.');
    let opcode = split.next().unwrap_or_default();
    let mut parts = Parts {
        left: split.collect(),
    };
    let op = if let Some(op) = memory::decode(opcode, &mut parts, ops, body)? {
        op
    } else if let Some(op) = control::decode(opcode, &mut parts, ops, body)? {
        op
    } else if let Some(op) = collective::decode(opcode, &mut parts, ops, body)? {
        op
    } else {
        arithmetic(opcode, &mut parts, ops, body)?
    };
    if parts.is_empty() {
        Ok(op)
    } else {
        ops.unsupported()
    }
}

pub(super) fn ty_of(parts: &mut Parts<'_>, ops: &Operands<'_, '_>) -> Result<Ty, PtxError> {
    match parts.find(Ty::parse) {
        Some(ty) => Ok(ty),
        None => ops.unsupported(),
    }
}

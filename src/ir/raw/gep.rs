//! Addresses that are computed from a pointer and an index.

use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;

use super::{Inst, Opcode, Ty, Val};
use crate::ir::address::Float;

impl<'c> Inst<'c> {
    /// The pointer, the index and the bytes of an element of a `getelementptr` with one index over numbers.
    pub fn element_address(self) -> Option<(Val<'c>, Val<'c>, u32)> {
        if self.opcode() != Opcode::LLVMGetElementPtr || self.operand_count() != 2 {
            return None;
        }
        // SAFETY: a live getelementptr.
        let element = Ty(unsafe { LLVMGetGEPSourceElementType(self.0) }, PhantomData);
        let bytes = match (element.float(), element.int_bits()) {
            (Some(Float::Half | Float::BFloat), _) => 2,
            (Some(Float::Float), _) => 4,
            (Some(Float::Double), _) => 8,
            (None, Some(bits @ (8 | 16 | 32 | 64))) => bits / 8,
            _ => return None,
        };
        Some((self.operand(0)?, self.operand(1)?, bytes))
    }
}

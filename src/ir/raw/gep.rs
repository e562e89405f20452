//! Addresses that are computed from a pointer and indices.

use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;

use super::{Build, Inst, Opcode, Ty, Val};
use crate::ir::address::Float;

impl<'c> Val<'c> {
    /// What an address is computed of, by an instruction or in a constant: the type in whose elements it counts, the pointer, the
    /// indices. `None` where it is no `getelementptr`.
    pub fn steps(self) -> Option<(Ty<'c>, Val<'c>, Vec<Val<'c>>)> {
        let operands = match (self.as_instruction(), self.constant_parts()) {
            (Some(it), _) if it.opcode() == Opcode::LLVMGetElementPtr => it.operands(),
            (None, Some((Opcode::LLVMGetElementPtr, operands))) => operands,
            _ => return None,
        };
        // SAFETY: an instruction or a constant expression of that opcode.
        let ty = Ty(unsafe { LLVMGetGEPSourceElementType(self.0) }, PhantomData);
        let (pointer, indices) = operands.split_first()?;
        Some((ty, *pointer, indices.to_vec()))
    }
}

impl<'c> Ty<'c> {
    /// This type with numbers of 16 bits in the place of single precision; `None` where it is no float, nor an array of floats.
    pub fn halved(self, kind: Float) -> Option<Ty<'c>> {
        if let Some((element, length)) = self.array_element().zip(self.array_length()) {
            return Some(element.halved(kind)?.array(length));
        }
        if self.float() != Some(Float::Float) {
            return None;
        }
        // SAFETY: a live type's context.
        unsafe {
            let context = LLVMGetTypeContext(self.0);
            match kind {
                Float::Half => Some(Ty(LLVMHalfTypeInContext(context), PhantomData)),
                Float::BFloat => Some(Ty(LLVMBFloatTypeInContext(context), PhantomData)),
                Float::Float | Float::Double => None,
            }
        }
    }
}

impl<'c> Build<'c> {
    /// The address that [`Val::steps`] takes apart.
    pub fn address(&self, ty: Ty<'c>, pointer: Val<'c>, indices: &[Val<'c>]) -> Val<'c> {
        let mut indices: Vec<_> = indices.iter().map(|index| index.0).collect();
        let (count, unnamed) = (indices.len() as u32, c"".as_ptr());
        // SAFETY: a live builder in a block, a pointer, and indices that the type has elements for.
        let made = unsafe {
            LLVMBuildGEP2(
                self.raw(),
                ty.0,
                pointer.0,
                indices.as_mut_ptr(),
                count,
                unnamed,
            )
        };
        Val(made, PhantomData)
    }
}

impl<'c> Inst<'c> {
    /// The pointer, the index and the bytes of an element of a `getelementptr` with one index over numbers.
    pub fn element_address(self) -> Option<(Val<'c>, Val<'c>, u32)> {
        if self.operand_count() != 2 {
            return None;
        }
        let element = self.counts_in()?;
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

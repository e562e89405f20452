//! Atomic operations on memory.

use inkwell::llvm_sys::LLVMAtomicRMWBinOp;
use inkwell::llvm_sys::core::*;

use super::{Inst, Opcode};

/// What an atomic operation makes of the old value and the operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combines {
    Add,
    And,
    Or,
    Xor,
    Max,
    Min,
    UMax,
    UMin,
    FAdd,
}

impl Inst<'_> {
    /// How an atomic read-modify-write combines; `None` where it does so in another way, must not be left out (volatile), or is none.
    pub fn combines(self) -> Option<Combines> {
        use LLVMAtomicRMWBinOp::*;
        if self.opcode() != Opcode::LLVMAtomicRMW {
            return None;
        }
        // SAFETY: both are only asked of an atomic read-modify-write.
        let (op, volatile) =
            unsafe { (LLVMGetAtomicRMWBinOp(self.0), LLVMGetVolatile(self.0) != 0) };
        let found = match op {
            LLVMAtomicRMWBinOpAdd => Combines::Add,
            LLVMAtomicRMWBinOpAnd => Combines::And,
            LLVMAtomicRMWBinOpOr => Combines::Or,
            LLVMAtomicRMWBinOpXor => Combines::Xor,
            LLVMAtomicRMWBinOpMax => Combines::Max,
            LLVMAtomicRMWBinOpMin => Combines::Min,
            LLVMAtomicRMWBinOpUMax => Combines::UMax,
            LLVMAtomicRMWBinOpUMin => Combines::UMin,
            LLVMAtomicRMWBinOpFAdd => Combines::FAdd,
            _ => return None,
        };
        (!volatile).then_some(found)
    }
}

//! Which operands may be any value of their type, and which LLVM wants as they are.

use inkwell::llvm_sys::core::*;

use super::{Func, Inst, Opcode, TypeKind, Val};

impl<'c> Inst<'c> {
    /// Whether operand `index` may be any value of its type: no label, callee, immediate argument, case value, field
    /// number of a structure, or part of an operand bundle.
    pub fn is_free(self, index: u32) -> bool {
        let Some(operand) = self.operand(index) else {
            return false;
        };
        if !operand.ty().is_first_class() {
            return false;
        }
        match self.opcode() {
            Opcode::LLVMBr | Opcode::LLVMSwitch => index == 0,
            Opcode::LLVMCall => self.is_free_argument(index),
            Opcode::LLVMGetElementPtr => index == 0 || !self.is_field_number(index),
            Opcode::LLVMPHI | Opcode::LLVMAlloca | Opcode::LLVMRet => false,
            _ => !self.is_terminator(),
        }
    }

    fn is_free_argument(self, index: u32) -> bool {
        // SAFETY: a live call.
        let arguments = unsafe { LLVMGetNumArgOperands(self.0) };
        if self.is_marker() {
            return false;
        }
        let immediate = |function: Func<'c>| function.param_has(index, "immarg");
        // Inline assembly may demand a constant ("n"), and C's interface does not show its constraints.
        let demanded = self.is_inline_asm() && self.operand(index).is_some_and(Val::is_constant);
        index < arguments
            && !demanded
            && !self
                .callee()
                .and_then(Val::as_function)
                .is_some_and(immediate)
    }

    /// Whether index `index` of a getelementptr picks a field of a structure, which must stay a constant.
    fn is_field_number(self, index: u32) -> bool {
        // SAFETY: a live getelementptr: LLVM's verifier has checked that its indices fit the type that is walked here.
        unsafe {
            let mut ty = LLVMGetGEPSourceElementType(self.0);
            for at in 2..=index {
                let is_struct = LLVMGetTypeKind(ty) == TypeKind::LLVMStructTypeKind;
                if at == index {
                    return is_struct;
                }
                ty = if is_struct {
                    let field = LLVMGetOperand(self.0, at);
                    if LLVMIsAConstantInt(field).is_null() {
                        return true;
                    }
                    LLVMStructGetTypeAtIndex(ty, LLVMConstIntGetZExtValue(field) as u32)
                } else {
                    LLVMGetElementType(ty)
                };
            }
        }
        false
    }
}

//! What the compiler may take for granted of an argument, as `llvm.assume` at the head of a function.

use std::marker::PhantomData;

use inkwell::llvm_sys::LLVMIntPredicate;
use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::prelude::*;

use super::{Func, Inst, Val};

/// What holds of an integer argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It is a multiple of this power of two.
    MultipleOf(u64),
    /// It is no smaller than this; as a signed number, where `signed`.
    AtLeast { least: u64, signed: bool },
}

impl Claim {
    /// Whether whoever knows this claim learns nothing from `other`.
    pub fn implies(self, other: Claim) -> bool {
        match (self, other) {
            (Claim::MultipleOf(known), Claim::MultipleOf(new)) => known % new == 0,
            (
                Claim::AtLeast {
                    least: known,
                    signed,
                },
                Claim::AtLeast {
                    least: new,
                    signed: also,
                },
            ) => signed == also && known >= new,
            _ => false,
        }
    }

    /// The number that it names.
    pub fn number(self) -> u64 {
        match self {
            Claim::MultipleOf(number) | Claim::AtLeast { least: number, .. } => number,
        }
    }
}

impl<'c> Func<'c> {
    /// Has the function assume the claim of parameter `index`, an integer that can hold the claim's number, before
    /// anything else that it does. Answers the instructions that say so.
    pub fn assume(self, index: u32, claim: Claim) -> Vec<Inst<'c>> {
        let head = self.blocks().first().map(|block| block.instructions());
        let (Some(param), Some(head)) =
            (self.param(index), head.and_then(|all| all.first().copied()))
        else {
            return Vec::new();
        };
        debug_assert!(param.ty().int_bits().is_some());
        // SAFETY: a live function, an integer parameter of it and the first instruction of its entry, which is no phi
        // (an entry has no predecessors). All that is made is of the function's own context and module; the builder
        // lives as long as this block.
        let made: Vec<LLVMValueRef> = unsafe {
            let ty = LLVMTypeOf(param.0);
            let builder = LLVMCreateBuilderInContext(LLVMGetTypeContext(ty));
            LLVMPositionBuilderBefore(builder, head.0);
            let number = |value| LLVMConstInt(ty, value, 0);
            let unnamed = c"".as_ptr();
            let (low, holds) = match claim {
                Claim::MultipleOf(divisor) => {
                    let low = LLVMBuildAnd(builder, param.0, number(divisor - 1), unnamed);
                    let zero = LLVMIntPredicate::LLVMIntEQ;
                    let holds = LLVMBuildICmp(builder, zero, low, number(0), unnamed);
                    (Some(low), holds)
                }
                Claim::AtLeast { least, signed } => {
                    let at_least = match signed {
                        true => LLVMIntPredicate::LLVMIntSGE,
                        false => LLVMIntPredicate::LLVMIntUGE,
                    };
                    let holds = LLVMBuildICmp(builder, at_least, param.0, number(least), unnamed);
                    (None, holds)
                }
            };
            let call = call_assume(self.0, builder, holds);
            LLVMDisposeBuilder(builder);
            low.into_iter().chain([holds, call]).collect()
        };
        let instruction = |value| Val(value, PhantomData).as_instruction();
        made.into_iter().filter_map(instruction).collect()
    }
}

/// # Safety
/// `builder` stands in a block of `function`, a live function, and `holds` is an `i1` that is there.
unsafe fn call_assume(
    function: LLVMValueRef,
    builder: LLVMBuilderRef,
    holds: LLVMValueRef,
) -> LLVMValueRef {
    const NAME: &str = "llvm.assume";
    // SAFETY: as the caller promises; `llvm.assume` is not overloaded, so it takes no types.
    unsafe {
        let id = LLVMLookupIntrinsicID(NAME.as_ptr().cast(), NAME.len());
        let module = LLVMGetGlobalParent(function);
        let assume = LLVMGetIntrinsicDeclaration(module, id, std::ptr::null_mut(), 0);
        let context = LLVMGetTypeContext(LLVMTypeOf(holds));
        let ty = LLVMIntrinsicGetType(context, id, std::ptr::null_mut(), 0);
        let mut arguments = [holds];
        LLVMBuildCall2(builder, ty, assume, arguments.as_mut_ptr(), 1, c"".as_ptr())
    }
}

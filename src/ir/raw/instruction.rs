//! Instructions: what they are, where they stand, what they use, who uses them.

use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;

use super::{Blk, Inst, Opcode, Ty, Val};

impl<'c> Inst<'c> {
    pub fn value(self) -> Val<'c> {
        Val(self.0, PhantomData)
    }

    pub fn ty(self) -> Ty<'c> {
        self.value().ty()
    }

    pub fn opcode(self) -> Opcode {
        // SAFETY: a live instruction.
        unsafe { LLVMGetInstructionOpcode(self.0) }
    }

    pub fn is_terminator(self) -> bool {
        // SAFETY: a live instruction.
        !unsafe { LLVMIsATerminatorInst(self.0) }.is_null()
    }

    pub fn block(self) -> Blk<'c> {
        // SAFETY: instructions that are reached from a module are in a block.
        unsafe { Blk(LLVMGetInstructionParent(self.0), PhantomData) }
    }

    pub fn previous(self) -> Option<Inst<'c>> {
        // SAFETY: a live instruction in a block.
        let previous = unsafe { LLVMGetPreviousInstruction(self.0) };
        (!previous.is_null()).then_some(Inst(previous, PhantomData))
    }

    pub fn next(self) -> Option<Inst<'c>> {
        // SAFETY: a live instruction in a block.
        let next = unsafe { LLVMGetNextInstruction(self.0) };
        (!next.is_null()).then_some(Inst(next, PhantomData))
    }

    pub fn successors(self) -> Vec<Blk<'c>> {
        if !self.is_terminator() {
            return Vec::new();
        }
        // SAFETY: a live terminator and indices within its count.
        unsafe {
            (0..LLVMGetNumSuccessors(self.0))
                .map(|i| Blk(LLVMGetSuccessor(self.0, i), PhantomData))
                .collect()
        }
    }

    pub fn operand_count(self) -> u32 {
        // SAFETY: a live instruction.
        u32::try_from(unsafe { LLVMGetNumOperands(self.0) }).unwrap_or(0)
    }

    pub fn operand(self, index: u32) -> Option<Val<'c>> {
        if index >= self.operand_count() {
            return None;
        }
        // SAFETY: a live instruction; the index was checked. An operand may be absent (null).
        let value = unsafe { LLVMGetOperand(self.0, index) };
        (!value.is_null()).then_some(Val(value, PhantomData))
    }

    /// Sets an operand that [`Inst::is_free`] allows, to a value of the type that is there.
    pub fn set_operand(self, index: u32, value: Val<'c>) {
        debug_assert!(index < self.operand_count());
        // SAFETY: a live instruction; callers pass an index that `operand` answered.
        unsafe { LLVMSetOperand(self.0, index, value.0) }
    }

    /// Instructions and operand indices that use this result.
    pub fn uses(self) -> Vec<(Inst<'c>, u32)> {
        let mut found = Vec::new();
        // SAFETY: walks the use list of a live instruction. A user of an instruction is an instruction (uses by
        // metadata are not in this list), and the use is found among its operands by identity.
        unsafe {
            let mut next = LLVMGetFirstUse(self.0);
            while !next.is_null() {
                let user = Val(LLVMGetUser(next), PhantomData);
                if let Some(user) = user.as_instruction() {
                    let index =
                        (0..user.operand_count()).find(|&i| LLVMGetOperandUse(user.0, i) == next);
                    found.extend(index.map(|index| (user, index)));
                }
                next = LLVMGetNextUse(next);
            }
        }
        found
    }

    pub fn replace_uses(self, value: Val<'c>) {
        debug_assert!(self.ty() == value.ty() && self.value() != value);
        // SAFETY: both live and of one type, as every caller checks.
        unsafe { LLVMReplaceAllUsesWith(self.0, value.0) }
    }

    /// Removes and frees the instruction, which nothing uses any more.
    pub fn erase(self) {
        debug_assert!(self.uses().is_empty());
        // SAFETY: a live instruction; the caller gives its handle up.
        unsafe { LLVMInstructionEraseFromParent(self.0) }
    }

    /// A copy that stands right before `place`.
    pub fn copy_before(self, place: Inst<'c>) -> Inst<'c> {
        // SAFETY: a live instruction; the copy is put into a block at once.
        let copy = Inst(unsafe { LLVMInstructionClone(self.0) }, PhantomData);
        copy.insert_before(place);
        copy
    }

    /// Takes the instruction out of its place and puts it right before `place`.
    pub fn move_before(self, place: Inst<'c>) {
        // SAFETY: a live instruction, which is put back into a block at once.
        unsafe { LLVMInstructionRemoveFromParent(self.0) }
        self.insert_before(place);
    }

    fn insert_before(self, place: Inst<'c>) {
        // SAFETY: `self` is in no block, `place` is in one; the builder lives for these four calls.
        unsafe {
            let builder = LLVMCreateBuilderInContext(LLVMGetTypeContext(LLVMTypeOf(self.0)));
            LLVMPositionBuilderBefore(builder, place.0);
            LLVMInsertIntoBuilder(builder, self.0);
            LLVMDisposeBuilder(builder);
        }
    }

    pub fn set_name(self, name: &str) {
        if !self.ty().is_void() {
            // SAFETY: a live value of a type that can be named; pointer and length are those of a live string.
            unsafe { LLVMSetValueName2(self.0, name.as_ptr().cast(), name.len()) }
        }
    }

    /// Line of the source that the instruction came from, where debug information says so.
    pub fn line(self) -> Option<u32> {
        // SAFETY: a live instruction; 0 where there is no location.
        Some(unsafe { LLVMGetDebugLocLine(self.0) }).filter(|line| *line > 0)
    }

    pub fn is_call(self) -> bool {
        // SAFETY: a live instruction.
        !unsafe { LLVMIsACallInst(self.0) }.is_null()
    }

    /// What a call calls: a function, inline assembly or a value.
    pub fn callee(self) -> Option<Val<'c>> {
        // SAFETY: a live call.
        self.is_call()
            .then(|| unsafe { Val(LLVMGetCalledValue(self.0), PhantomData) })
    }

    pub fn is_inline_asm(self) -> bool {
        // SAFETY: a live value.
        self.callee()
            .is_some_and(|callee| !unsafe { LLVMIsAInlineAsm(callee.0) }.is_null())
    }

    /// A call that computes nothing and only tells the compiler about its operands, which therefore stay.
    pub fn is_marker(self) -> bool {
        const MARKERS: [&str; 4] = [
            "llvm.dbg.",
            "llvm.lifetime.",
            "llvm.invariant.",
            "llvm.experimental.noalias.scope.",
        ];
        let name = self.callee().and_then(Val::as_declared_name);
        name.is_some_and(|name| MARKERS.iter().any(|marker| name.starts_with(marker)))
    }

    /// The comparison of an `icmp` or `fcmp`, as LLVM writes it.
    pub fn predicate(self) -> Option<&'static str> {
        const INT: [&str; 10] = [
            "eq", "ne", "ugt", "uge", "ult", "ule", "sgt", "sge", "slt", "sle",
        ];
        const REAL: [&str; 16] = [
            "false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "uno", "ueq", "ugt", "uge",
            "ult", "ule", "une", "true",
        ];
        // SAFETY: the accessors are guarded by the opcode. LLVMIntEQ is 32 (llvm-c/Core.h).
        unsafe {
            match self.opcode() {
                Opcode::LLVMICmp => INT
                    .get((LLVMGetICmpPredicate(self.0) as usize).wrapping_sub(32))
                    .copied(),
                Opcode::LLVMFCmp => REAL.get(LLVMGetFCmpPredicate(self.0) as usize).copied(),
                _ => None,
            }
        }
    }

    /// The block that operand `index` of a phi comes from.
    pub fn incoming_block(self, index: u32) -> Option<Blk<'c>> {
        // SAFETY: guarded by the opcode; a phi's operands are its incoming values, in order.
        (self.opcode() == Opcode::LLVMPHI && index < self.operand_count())
            .then(|| unsafe { Blk(LLVMGetIncomingBlock(self.0, index), PhantomData) })
    }

    /// Fast-math flags in LLVM's bits, where the instruction can have any.
    pub fn fast_math(self) -> Option<u32> {
        // SAFETY: a live instruction; flags are only asked of one that can have them.
        unsafe { (LLVMCanValueUseFastMathFlags(self.0) != 0).then(|| LLVMGetFastMathFlags(self.0)) }
    }

    pub fn set_fast_math(self, flags: u32) {
        if self.fast_math().is_some() {
            // SAFETY: an instruction that can have the flags.
            unsafe { LLVMSetFastMathFlags(self.0, flags) }
        }
    }
}

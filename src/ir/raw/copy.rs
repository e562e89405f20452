//! What it takes to make copies of parts of a function, and to know what they touch.

use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::target::{LLVMABISizeOfType, LLVMGetModuleDataLayout};

use super::{Blk, Build, Func, Inst, Opcode, Ty, Val};

/// The address space of shared memory (PTX `.shared`; LLVM's NVPTX usage).
const SHARED: u32 = 3;

impl<'c> Inst<'c> {
    /// A copy that stands at the end of a block. A terminator's still goes where the original goes.
    pub fn copy_at_end(self, block: Blk<'c>) -> Inst<'c> {
        // SAFETY: a live instruction and block; the copy is put into the block at once, and the builder lives as long.
        unsafe {
            let copy = LLVMInstructionClone(self.0);
            let builder = LLVMCreateBuilderInContext(LLVMGetTypeContext(LLVMTypeOf(self.0)));
            LLVMPositionBuilderAtEnd(builder, block.0);
            LLVMInsertIntoBuilder(builder, copy);
            LLVMDisposeBuilder(builder);
            Inst(copy, PhantomData)
        }
    }

    /// All operands, in LLVM's order; absent ones are left out.
    pub fn operands(self) -> Vec<Val<'c>> {
        (0..self.operand_count())
            .filter_map(|index| self.operand(index))
            .collect()
    }
}

impl<'c> Func<'c> {
    /// All instructions, in walk order.
    pub fn instructions(self) -> Vec<Inst<'c>> {
        let blocks = self.blocks().into_iter();
        blocks.flat_map(Blk::instructions).collect()
    }

    /// Whether a call of the function touches no memory at all (`memory(none)`).
    pub fn touches_no_memory(self) -> bool {
        self.attribute_number("memory") == Some(0)
    }
}

impl<'c> Val<'c> {
    /// The same value, where it is a sum or a product with the promise that it does not wrap around as an unsigned number,
    /// nor, where `signed`, as a signed one.
    pub fn without_wrap(self, signed: bool) -> Val<'c> {
        let wraps = |it: Inst<'c>| {
            matches!(
                it.opcode(),
                Opcode::LLVMAdd | Opcode::LLVMSub | Opcode::LLVMMul | Opcode::LLVMShl
            )
        };
        if self.as_instruction().is_some_and(wraps) {
            // SAFETY: a live instruction that can have both flags.
            unsafe {
                LLVMSetNUW(self.0, 1);
                LLVMSetNSW(self.0, i32::from(signed));
            }
        }
        self
    }

    /// Global variables that a constant is made of, itself included; none for anything else.
    pub fn globals_within(self) -> Vec<Val<'c>> {
        let mut found = Vec::new();
        self.collect_globals(&mut found);
        found
    }

    fn collect_globals(self, found: &mut Vec<Val<'c>>) {
        // SAFETY: a live value; operands are only asked of a constant expression or aggregate, within their count.
        unsafe {
            if !LLVMIsAGlobalVariable(self.0).is_null() {
                if !found.contains(&self) {
                    found.push(self);
                }
                return;
            }
            let composed = !LLVMIsAConstantExpr(self.0).is_null()
                || !LLVMIsAConstantStruct(self.0).is_null()
                || !LLVMIsAConstantArray(self.0).is_null()
                || !LLVMIsAConstantVector(self.0).is_null();
            if composed {
                for index in 0..u32::try_from(LLVMGetNumOperands(self.0)).unwrap_or(0) {
                    let operand = LLVMGetOperand(self.0, index);
                    if !operand.is_null() {
                        Val(operand, PhantomData).collect_globals(found);
                    }
                }
            }
        }
    }

    /// Whether a global variable is in shared memory.
    pub fn is_shared_variable(self) -> bool {
        self.ty().address_space() == Some(SHARED)
    }

    /// Makes a shared array `factor` times as large, `None` where it is no such array. Everything that used it uses the
    /// larger one, which is answered with the bytes from one part to the next, at multiples of which it is as aligned as
    /// it was.
    pub fn repeat_shared_variable(self, factor: u32) -> Option<(Val<'c>, u64)> {
        if !self.is_shared_variable() || self.is_declared_only() {
            return None;
        }
        // SAFETY: a live global variable with a body; the new one is of its module, and takes its uses and its name. Shared
        // memory has no contents to begin with, so its initialiser says nothing.
        unsafe {
            if LLVMIsAGlobalVariable(self.0).is_null() {
                return None;
            }
            let module = LLVMGetGlobalParent(self.0);
            let layout = LLVMGetModuleDataLayout(module);
            let ty = LLVMGlobalGetValueType(self.0);
            let align = u64::from(LLVMGetAlignment(self.0)).max(16);
            let stride = LLVMABISizeOfType(layout, ty).checked_next_multiple_of(align)?;
            let bytes = stride.checked_mul(u64::from(factor))?;
            let byte = LLVMInt8TypeInContext(LLVMGetTypeContext(ty));
            let array = LLVMArrayType2(byte, bytes);
            let larger = LLVMAddGlobalInAddressSpace(module, array, c"".as_ptr(), SHARED);
            LLVMSetInitializer(larger, LLVMGetUndef(array));
            LLVMSetLinkage(larger, LLVMGetLinkage(self.0));
            LLVMSetAlignment(larger, align as u32);
            LLVMReplaceAllUsesWith(self.0, larger);
            let name = Val(self.0, PhantomData::<&'c ()>).name();
            LLVMDeleteGlobal(self.0);
            LLVMSetValueName2(larger, name.as_ptr().cast(), name.len());
            Some((Val(larger, PhantomData), stride))
        }
    }
}

impl<'c> Build<'c> {
    /// The address that is so many bytes further on.
    pub fn offset_bytes(&self, pointer: Val<'c>, bytes: Val<'c>) -> Val<'c> {
        self.offset(bytes.ty().int(8), pointer, bytes)
    }
}

impl<'c> Blk<'c> {
    /// The first instruction that is no phi.
    pub fn first_after_phis(self) -> Option<Inst<'c>> {
        let mut all = self.instructions().into_iter();
        all.find(|it| it.opcode() != Opcode::LLVMPHI)
    }

    /// A new empty block right after this one.
    pub fn insert_after(self) -> Blk<'c> {
        // SAFETY: a live block of a function; the next one, if any, is one as well.
        let next = unsafe { LLVMGetNextBasicBlock(self.0) };
        match next.is_null() {
            true => self.function().append_block(c""),
            false => Blk(next, PhantomData::<&'c ()>).insert_before(c""),
        }
    }

    /// What tells this block from every other value; see [`Val::id`].
    pub fn id(self) -> usize {
        self.0 as usize
    }
}

impl<'c> Ty<'c> {
    /// Whether it is a pointer.
    pub fn is_pointer(self) -> bool {
        self.address_space().is_some()
    }
}

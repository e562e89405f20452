//! Makes new instructions and blocks.

use std::marker::PhantomData;

pub use inkwell::llvm_sys::LLVMIntPredicate as IntPredicate;
use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::prelude::*;

use super::{Blk, Func, Inst, Opcode, Ty, Val};

/// Puts new instructions at one place, in the order in which they are asked for.
///
/// Whoever asks sees to the types: operands of one operation are of one type, addresses are pointers. LLVM folds what is
/// constant, so that a result need not be an instruction.
pub struct Build<'c>(LLVMBuilderRef, PhantomData<&'c ()>);

impl Drop for Build<'_> {
    fn drop(&mut self) {
        // SAFETY: the builder is ours, and nothing else has it.
        unsafe { LLVMDisposeBuilder(self.0) }
    }
}

/// The name of what has none.
const UNNAMED: *const std::ffi::c_char = c"".as_ptr();

impl<'c> Build<'c> {
    /// Right before an instruction.
    pub fn before(place: Inst<'c>) -> Build<'c> {
        // SAFETY: a live instruction in a block; the builder is disposed of when it is dropped.
        unsafe {
            let builder = LLVMCreateBuilderInContext(LLVMGetTypeContext(LLVMTypeOf(place.0)));
            LLVMPositionBuilderBefore(builder, place.0);
            Build(builder, PhantomData)
        }
    }

    /// At the end of a block.
    pub fn at_end(block: Blk<'c>) -> Build<'c> {
        // SAFETY: a live block; the builder is disposed of when it is dropped.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(LLVMBasicBlockAsValue(block.0)));
            let builder = LLVMCreateBuilderInContext(context);
            LLVMPositionBuilderAtEnd(builder, block.0);
            Build(builder, PhantomData)
        }
    }

    /// The builder itself, for the other files of this folder.
    pub(super) fn raw(&self) -> LLVMBuilderRef {
        self.0
    }

    fn made(value: LLVMValueRef) -> Val<'c> {
        Val(value, PhantomData)
    }

    /// `a op b`, for the opcodes of binary operators.
    pub fn binary(&self, op: Opcode, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        debug_assert!(a.ty() == b.ty());
        // SAFETY: a live builder in a block, live values of one type.
        Self::made(unsafe { LLVMBuildBinOp(self.0, op, a.0, b.0, UNNAMED) })
    }

    pub fn add(&self, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        self.binary(Opcode::LLVMAdd, a, b)
    }

    pub fn sub(&self, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        self.binary(Opcode::LLVMSub, a, b)
    }

    pub fn mul(&self, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        self.binary(Opcode::LLVMMul, a, b)
    }

    pub fn and(&self, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        self.binary(Opcode::LLVMAnd, a, b)
    }

    /// `-a` of a floating-point number.
    pub fn negate(&self, a: Val<'c>) -> Val<'c> {
        // SAFETY: a live builder in a block and a live floating-point value.
        Self::made(unsafe { LLVMBuildFNeg(self.0, a.0, UNNAMED) })
    }

    /// Compares integers or pointers.
    pub fn compare(&self, predicate: IntPredicate, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        debug_assert!(a.ty() == b.ty());
        // SAFETY: a live builder in a block, live values of one type.
        Self::made(unsafe { LLVMBuildICmp(self.0, predicate, a.0, b.0, UNNAMED) })
    }

    /// `if holds { a } else { b }`.
    pub fn select(&self, holds: Val<'c>, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        debug_assert!(a.ty() == b.ty());
        // SAFETY: a live builder in a block, an `i1`, and live values of one type.
        Self::made(unsafe { LLVMBuildSelect(self.0, holds.0, a.0, b.0, UNNAMED) })
    }

    /// A conversion, for the opcodes of casts.
    pub fn cast(&self, op: Opcode, value: Val<'c>, to: Ty<'c>) -> Val<'c> {
        // SAFETY: a live builder in a block; the caller names a cast that exists between the types.
        Self::made(unsafe { LLVMBuildCast(self.0, op, value.0, to.0, UNNAMED) })
    }

    /// The address that is `index` elements of type `of` further on.
    pub fn offset(&self, of: Ty<'c>, pointer: Val<'c>, index: Val<'c>) -> Val<'c> {
        let mut indices = [index.0];
        // SAFETY: a live builder in a block, a pointer and an integer.
        Self::made(unsafe {
            LLVMBuildGEP2(self.0, of.0, pointer.0, indices.as_mut_ptr(), 1, UNNAMED)
        })
    }

    /// A load with an alignment in bytes, a power of two.
    pub fn load(&self, ty: Ty<'c>, pointer: Val<'c>, align: u32) -> Val<'c> {
        debug_assert!(align.is_power_of_two());
        // SAFETY: a live builder in a block, a first-class type and a pointer.
        Self::made(unsafe {
            let load = LLVMBuildLoad2(self.0, ty.0, pointer.0, UNNAMED);
            LLVMSetAlignment(load, align);
            load
        })
    }

    /// A store with an alignment in bytes, a power of two.
    pub fn store(&self, value: Val<'c>, pointer: Val<'c>, align: u32) -> Val<'c> {
        debug_assert!(align.is_power_of_two());
        // SAFETY: a live builder in a block, a value and a pointer.
        Self::made(unsafe {
            let store = LLVMBuildStore(self.0, value.0, pointer.0);
            LLVMSetAlignment(store, align);
            store
        })
    }

    /// The value, of which LLVM then knows only that it is always the same one.
    pub fn freeze(&self, value: Val<'c>) -> Val<'c> {
        // SAFETY: a live builder in a block and a value of a first-class type.
        Self::made(unsafe { LLVMBuildFreeze(self.0, value.0, UNNAMED) })
    }

    /// A phi without incoming values; see [`Inst::add_incoming`].
    pub fn phi(&self, ty: Ty<'c>) -> Val<'c> {
        // SAFETY: a live builder at the head of a block and a first-class type.
        Self::made(unsafe { LLVMBuildPhi(self.0, ty.0, UNNAMED) })
    }

    /// Returns nothing.
    pub fn leave(&self) -> Val<'c> {
        // SAFETY: a live builder at the end of a block of a function without a result.
        Self::made(unsafe { LLVMBuildRetVoid(self.0) })
    }

    pub fn branch(&self, to: Blk<'c>) -> Val<'c> {
        // SAFETY: a live builder at the end of a block of the same function.
        Self::made(unsafe { LLVMBuildBr(self.0, to.0) })
    }

    pub fn branch_if(&self, holds: Val<'c>, then: Blk<'c>, otherwise: Blk<'c>) -> Val<'c> {
        // SAFETY: a live builder at the end of a block of the same function, and an `i1`.
        Self::made(unsafe { LLVMBuildCondBr(self.0, holds.0, then.0, otherwise.0) })
    }

    /// Calls an intrinsic; `types` are what it is overloaded with. `None` if this LLVM has none of that name.
    pub fn intrinsic(&self, name: &str, types: &[Ty<'c>], args: &[Val<'c>]) -> Option<Val<'c>> {
        let mut types: Vec<LLVMTypeRef> = types.iter().map(|ty| ty.0).collect();
        let mut args: Vec<LLVMValueRef> = args.iter().map(|arg| arg.0).collect();
        // SAFETY: pointer and length are those of a live string; 0 is no intrinsic. Declaration and type are made of
        // the same overload; the caller gives as many arguments as the intrinsic takes.
        unsafe {
            let id = LLVMLookupIntrinsicID(name.as_ptr().cast(), name.len());
            if id == 0 {
                return None;
            }
            let block = LLVMGetInsertBlock(self.0);
            let module = LLVMGetGlobalParent(LLVMGetBasicBlockParent(block));
            let context = LLVMGetModuleContext(module);
            let callee = LLVMGetIntrinsicDeclaration(module, id, types.as_mut_ptr(), types.len());
            let ty = LLVMIntrinsicGetType(context, id, types.as_mut_ptr(), types.len());
            debug_assert_eq!(LLVMCountParamTypes(ty) as usize, args.len());
            Some(Self::made(LLVMBuildCall2(
                self.0,
                ty,
                callee,
                args.as_mut_ptr(),
                args.len() as u32,
                UNNAMED,
            )))
        }
    }
}

impl<'c> Ty<'c> {
    /// The integer type of so many bits.
    pub fn int(self, bits: u32) -> Ty<'c> {
        // SAFETY: a live type's context.
        Ty(
            unsafe { LLVMIntTypeInContext(LLVMGetTypeContext(self.0), bits) },
            PhantomData,
        )
    }

    /// The single-precision type.
    pub fn f32(self) -> Ty<'c> {
        // SAFETY: a live type's context.
        Ty(
            unsafe { LLVMFloatTypeInContext(LLVMGetTypeContext(self.0)) },
            PhantomData,
        )
    }

    /// A number of this type, if it is a floating-point type.
    pub fn real(self, value: f64) -> Option<Val<'c>> {
        // SAFETY: a floating-point type.
        self.float()
            .map(|_| Val(unsafe { LLVMConstReal(self.0, value) }, PhantomData))
    }

    /// A value of which the program never depends on what it is.
    pub fn poison(self) -> Val<'c> {
        // SAFETY: a first-class type.
        Val(unsafe { LLVMGetPoison(self.0) }, PhantomData)
    }

    /// A number of this type, which is an integer type.
    pub fn number(self, value: u64) -> Val<'c> {
        debug_assert!(self.int_bits().is_some());
        // SAFETY: an integer type.
        Val(unsafe { LLVMConstInt(self.0, value, 0) }, PhantomData)
    }
}

impl<'c> Inst<'c> {
    /// Gives a phi one more incoming value.
    pub fn add_incoming(self, value: Val<'c>, from: Blk<'c>) {
        debug_assert!(self.opcode() == Opcode::LLVMPHI && value.ty() == self.ty());
        let (mut values, mut blocks) = ([value.0], [from.0]);
        // SAFETY: a live phi, a value of its type, a block of its function.
        unsafe { LLVMAddIncoming(self.0, values.as_mut_ptr(), blocks.as_mut_ptr(), 1) }
    }

    /// Allows an integer addition, subtraction, multiplication or shift to wrap.
    pub fn drop_no_wrap(self) {
        let wraps = matches!(
            self.opcode(),
            Opcode::LLVMAdd | Opcode::LLVMSub | Opcode::LLVMMul | Opcode::LLVMShl
        );
        if wraps {
            // SAFETY: a live instruction of a kind that has these flags.
            unsafe {
                LLVMSetNSW(self.0, 0);
                LLVMSetNUW(self.0, 0);
            }
        }
    }

    /// What a phi gets, and from where.
    pub fn incoming(self) -> Vec<(Val<'c>, Blk<'c>)> {
        let pair = |index| Some((self.operand(index)?, self.incoming_block(index)?));
        (0..self.operand_count()).filter_map(pair).collect()
    }

    /// What a phi gets from this block.
    pub fn incoming_from(self, block: Blk<'c>) -> Option<Val<'c>> {
        let mut incoming = self.incoming().into_iter();
        incoming.find_map(|(value, from)| (from == block).then_some(value))
    }

    /// A phi in the place of this one, whose uses it takes, with a value from another block instead of the one from `before`. The sources
    /// of a phi cannot be changed.
    pub fn redirected(
        self,
        before: Blk<'c>,
        (value, from): (Val<'c>, Blk<'c>),
    ) -> Option<Inst<'c>> {
        let phi = Build::before(self).phi(self.ty()).as_instruction()?;
        for (known, source) in self.incoming() {
            match source == before {
                true => phi.add_incoming(value, from),
                false => phi.add_incoming(known, source),
            }
        }
        self.replace_uses(phi.value());
        Some(phi)
    }

    /// Lets a terminator go elsewhere.
    pub fn set_successor(self, index: u32, to: Blk<'c>) {
        debug_assert!((index as usize) < self.successors().len());
        // SAFETY: a live terminator; the index is one of its successors.
        unsafe { LLVMSetSuccessor(self.0, index, to.0) }
    }
}

impl<'c> Blk<'c> {
    /// A new empty block right before this one.
    pub fn insert_before(self, name: &std::ffi::CStr) -> Blk<'c> {
        // SAFETY: a live block.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(LLVMBasicBlockAsValue(self.0)));
            Blk(
                LLVMInsertBasicBlockInContext(context, self.0, name.as_ptr()),
                PhantomData,
            )
        }
    }

    /// Removes and frees the block, which nothing goes to and whose results nothing uses.
    pub fn remove(self) {
        debug_assert!(self.predecessors().is_empty());
        // SAFETY: a live block; the caller gives its handle up, and those of what is in it.
        unsafe { LLVMDeleteBasicBlock(self.0) }
    }

    /// Its phis, in order.
    pub fn phis(self) -> Vec<Inst<'c>> {
        let mut all = self.instructions();
        all.retain(|instruction| instruction.opcode() == Opcode::LLVMPHI);
        all
    }

    /// Blocks that may go on to this one, in the function's order, each once.
    pub fn predecessors(self) -> Vec<Blk<'c>> {
        let goes_here = |block: &Blk<'c>| {
            let last = block.last();
            last.is_some_and(|last| last.successors().contains(&self))
        };
        self.function()
            .blocks()
            .into_iter()
            .filter(goes_here)
            .collect()
    }

    /// Splits the block before `at`, which stands in it and is no phi: what comes before moves to a new block, which is
    /// where others now go, and goes on to this one. So this block keeps its terminator, and the phis after it hold.
    pub fn split_before(self, at: Inst<'c>) -> Blk<'c> {
        debug_assert!(at.block() == self && at.opcode() != Opcode::LLVMPHI);
        let sources = self.predecessors();
        let head = self.insert_before(c"");
        for source in sources {
            let Some(last) = source.last() else { continue };
            for (index, to) in (0..).zip(last.successors()) {
                if to == self {
                    last.set_successor(index, head);
                }
            }
        }
        let end = Build::at_end(head).branch(self).as_instruction();
        let first = self.instructions();
        if let Some(end) = end {
            let before = first.into_iter().take_while(|it| *it != at);
            before.for_each(|instruction| instruction.move_before(end));
        }
        head
    }
}

impl<'c> Func<'c> {
    /// A new empty block at the end.
    pub fn append_block(self, name: &std::ffi::CStr) -> Blk<'c> {
        // SAFETY: a live function.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            Blk(
                LLVMAppendBasicBlockInContext(context, self.0, name.as_ptr()),
                PhantomData,
            )
        }
    }

    /// Gives the function itself a text attribute, such as `nvvm.maxnreg`, in place of the one of that name.
    pub fn add_text_attribute(self, name: &str, value: &str) {
        // SAFETY: a live function, whose context owns the attribute; pointers and lengths are those of live strings.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            let attribute = LLVMCreateStringAttribute(
                context,
                name.as_ptr().cast(),
                name.len() as u32,
                value.as_ptr().cast(),
                value.len() as u32,
            );
            LLVMAddAttributeAtIndex(self.0, u32::MAX, attribute);
        }
    }
}

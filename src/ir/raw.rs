//! Instructions, values and blocks of a live LLVM module, as small copyable handles.
//!
//! inkwell owns what has an owner (context, module, target machine); its typed values panic on operands that have no
//! first-class type (labels, metadata, tokens), so single instructions are handled here, over LLVM's C interface.
//!
//! # Why the `unsafe` holds
//! A handle can only be made from an inkwell module or from another handle, carries the module's lifetime, and is not
//! visible outside `ir/`. LLVM frees an instruction only in [`Inst::erase`], which takes the handle; the one place that
//! keeps handles, the table of [`super::variant::Variant`], forgets the name in the same step. No handle crosses a
//! thread: a context and all that hangs from it live and die inside one call.

use std::ffi::{CStr, c_char};
use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::debuginfo::{LLVMMetadataReplaceAllUsesWith, LLVMTemporaryMDNode};
use inkwell::llvm_sys::prelude::*;
pub use inkwell::llvm_sys::{LLVMOpcode as Opcode, LLVMTypeKind as TypeKind};
use inkwell::module::Module;

use super::address::{Constant, Float};

/// Any LLVM value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Val<'c>(LLVMValueRef, PhantomData<&'c ()>);

/// An instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inst<'c>(LLVMValueRef, PhantomData<&'c ()>);

/// A function with a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Func<'c>(LLVMValueRef, PhantomData<&'c ()>);

/// A basic block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Blk<'c>(LLVMBasicBlockRef, PhantomData<&'c ()>);

/// A type; equal handles are equal types (LLVM makes each type once a context).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ty<'c>(LLVMTypeRef, PhantomData<&'c ()>);

/// The calling convention number of a PTX kernel (`ptx_kernel`, llvm/IR/CallingConv.h).
const PTX_KERNEL: u32 = 71;

/// The index of a function's own attributes, where 0 is the return value and parameters count from 1 (llvm-c/Core.h).
const FUNCTION: u32 = u32::MAX;

/// Functions of the module that have a body, in order.
pub fn functions<'c>(module: &Module<'c>) -> Vec<Func<'c>> {
    let mut found = Vec::new();
    // SAFETY: walks the function list of a live module.
    unsafe {
        let mut next = LLVMGetFirstFunction(module.as_mut_ptr());
        while !next.is_null() {
            if LLVMIsDeclaration(next) == 0 {
                found.push(Func(next, PhantomData));
            }
            next = LLVMGetNextFunction(next);
        }
    }
    found
}

/// Text that LLVM allocated for us.
///
/// # Safety
/// `text` is a NUL-terminated message that LLVM handed over.
unsafe fn message(text: *mut c_char) -> String {
    // SAFETY: as the caller promises.
    unsafe {
        let owned = CStr::from_ptr(text).to_string_lossy().into_owned();
        LLVMDisposeMessage(text);
        owned
    }
}

impl<'c> Func<'c> {
    pub fn name(self) -> String {
        Val(self.0, PhantomData).name()
    }

    pub fn is_kernel(self) -> bool {
        // SAFETY: a live function.
        unsafe { LLVMGetFunctionCallConv(self.0) == PTX_KERNEL }
    }

    pub fn params(self) -> Vec<Val<'c>> {
        // SAFETY: a live function and indices within its count.
        unsafe {
            (0..LLVMCountParams(self.0))
                .map(|i| Val(LLVMGetParam(self.0, i), PhantomData))
                .collect()
        }
    }

    pub fn param(self, index: u32) -> Option<Val<'c>> {
        // SAFETY: a live function; the index is checked against its count.
        unsafe {
            (index < LLVMCountParams(self.0)).then(|| Val(LLVMGetParam(self.0, index), PhantomData))
        }
    }

    pub fn blocks(self) -> Vec<Blk<'c>> {
        let mut found = Vec::new();
        // SAFETY: walks the block list of a live function.
        unsafe {
            let mut next = LLVMGetFirstBasicBlock(self.0);
            while !next.is_null() {
                found.push(Blk(next, PhantomData));
                next = LLVMGetNextBasicBlock(next);
            }
        }
        found
    }

    fn attribute(self, place: u32, name: &str) -> LLVMAttributeRef {
        // SAFETY: a live function; an unknown attribute name has kind 0, which no attribute has.
        unsafe { LLVMGetEnumAttributeAtIndex(self.0, place, attribute_kind(name)) }
    }

    /// Whether parameter `index` carries the attribute.
    pub fn param_has(self, index: u32, name: &str) -> bool {
        !self.attribute(index + 1, name).is_null()
    }

    /// The type of a `byval` parameter's pointee.
    pub fn param_by_value(self, index: u32) -> Option<Ty<'c>> {
        let attribute = self.attribute(index + 1, "byval");
        // SAFETY: `byval` is a type attribute, and not null here.
        (!attribute.is_null())
            .then(|| unsafe { Ty(LLVMGetTypeAttributeValue(attribute), PhantomData) })
    }

    /// Gives parameter `index` an attribute without a value, such as `noalias`.
    pub fn add_param_attribute(self, index: u32, name: &str) {
        // SAFETY: a live function, whose context owns the attribute.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            LLVMAddAttributeAtIndex(
                self.0,
                index + 1,
                LLVMCreateEnumAttribute(context, attribute_kind(name), 0),
            );
        }
    }

    /// Takes a text attribute of the function itself away, if it is there.
    pub fn remove_text_attribute(self, name: &str) {
        // SAFETY: a live function; pointer and length are those of a live string. What is not there is not removed.
        unsafe {
            LLVMRemoveStringAttributeAtIndex(
                self.0,
                FUNCTION,
                name.as_ptr().cast(),
                name.len() as u32,
            )
        }
    }

    /// Takes an attribute of the function itself away, if it is there.
    pub fn remove_attribute(self, name: &str) -> bool {
        let there = !self.attribute(FUNCTION, name).is_null();
        if there {
            // SAFETY: a live function that has the attribute.
            unsafe { LLVMRemoveEnumAttributeAtIndex(self.0, FUNCTION, attribute_kind(name)) }
        }
        there
    }
}

fn attribute_kind(name: &str) -> u32 {
    // SAFETY: pointer and length are those of a live string.
    unsafe { LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len()) }
}

impl<'c> Blk<'c> {
    pub fn name(self) -> String {
        // SAFETY: a live block; the name is copied at once.
        unsafe {
            CStr::from_ptr(LLVMGetBasicBlockName(self.0))
                .to_string_lossy()
                .into_owned()
        }
    }

    pub fn instructions(self) -> Vec<Inst<'c>> {
        let mut found = Vec::new();
        // SAFETY: walks the instruction list of a live block.
        unsafe {
            let mut next = LLVMGetFirstInstruction(self.0);
            while !next.is_null() {
                found.push(Inst(next, PhantomData));
                next = LLVMGetNextInstruction(next);
            }
        }
        found
    }

    /// The last instruction: in a verified module, the terminator.
    pub fn last(self) -> Option<Inst<'c>> {
        // SAFETY: a live block.
        let last = unsafe { LLVMGetLastInstruction(self.0) };
        (!last.is_null()).then_some(Inst(last, PhantomData))
    }

    pub fn function(self) -> Func<'c> {
        // SAFETY: every block that is reached from a module is in a function.
        unsafe { Func(LLVMGetBasicBlockParent(self.0), PhantomData) }
    }
}

impl<'c> Val<'c> {
    pub fn ty(self) -> Ty<'c> {
        // SAFETY: a live value.
        unsafe { Ty(LLVMTypeOf(self.0), PhantomData) }
    }

    pub fn name(self) -> String {
        let mut length = 0;
        // SAFETY: a live value; the name is copied at once.
        unsafe {
            let name = LLVMGetValueName2(self.0, &mut length);
            String::from_utf8_lossy(std::slice::from_raw_parts(name.cast(), length)).into_owned()
        }
    }

    pub fn text(self) -> String {
        // SAFETY: a live value; the message is ours.
        unsafe { message(LLVMPrintValueToString(self.0)) }
    }

    pub fn as_instruction(self) -> Option<Inst<'c>> {
        // SAFETY: a live value.
        (!unsafe { LLVMIsAInstruction(self.0) }.is_null()).then_some(Inst(self.0, PhantomData))
    }

    /// What tells this value from every other live one; no more than that (it differs from run to run).
    pub fn id(self) -> usize {
        self.0 as usize
    }

    pub fn as_block(self) -> Option<Blk<'c>> {
        // SAFETY: a live value; only a block is taken as one.
        unsafe {
            (LLVMValueIsBasicBlock(self.0) != 0)
                .then(|| Blk(LLVMValueAsBasicBlock(self.0), PhantomData))
        }
    }

    /// The name, where the value is a function (with a body or without).
    pub fn as_declared_name(self) -> Option<String> {
        self.as_function().map(Func::name)
    }

    /// A function, a global variable or an alias.
    pub fn is_global(self) -> bool {
        // SAFETY: a live value.
        !unsafe { LLVMIsAGlobalValue(self.0) }.is_null()
    }

    pub fn is_constant(self) -> bool {
        // SAFETY: a live value.
        !unsafe { LLVMIsAConstant(self.0) }.is_null()
    }

    pub fn as_function(self) -> Option<Func<'c>> {
        // SAFETY: a live value.
        (!unsafe { LLVMIsAFunction(self.0) }.is_null()).then_some(Func(self.0, PhantomData))
    }

    /// The constant, where it is one that an edit can write down.
    pub fn constant(self) -> Option<Constant> {
        let ty = self.ty();
        // SAFETY: a live value; each accessor is guarded by the question whether it is of that class.
        unsafe {
            if !LLVMIsAConstantInt(self.0).is_null() {
                let bits = ty.int_bits()?;
                return (bits <= 64).then(|| Constant::int(bits, LLVMConstIntGetSExtValue(self.0)));
            }
            if !LLVMIsAConstantFP(self.0).is_null() {
                let kind = ty.float()?;
                let mut inexact = 0;
                return Some(Constant::float(
                    kind,
                    LLVMConstRealGetDouble(self.0, &mut inexact),
                ));
            }
            if !LLVMIsAConstantPointerNull(self.0).is_null() {
                return Some(Constant::Null {
                    space: ty.address_space()?,
                });
            }
        }
        None
    }
}

impl<'c> Ty<'c> {
    pub fn kind(self) -> TypeKind {
        // SAFETY: a live type.
        unsafe { LLVMGetTypeKind(self.0) }
    }

    pub fn text(self) -> String {
        // SAFETY: a live type; the message is ours.
        unsafe { message(LLVMPrintTypeToString(self.0)) }
    }

    pub fn is_void(self) -> bool {
        self.kind() == TypeKind::LLVMVoidTypeKind
    }

    /// A type whose values an edit may pass around: not void, a label, metadata or a token.
    pub fn is_first_class(self) -> bool {
        !matches!(
            self.kind(),
            TypeKind::LLVMVoidTypeKind
                | TypeKind::LLVMLabelTypeKind
                | TypeKind::LLVMMetadataTypeKind
                | TypeKind::LLVMTokenTypeKind
                | TypeKind::LLVMFunctionTypeKind
        )
    }

    pub fn int_bits(self) -> Option<u32> {
        // SAFETY: a live integer type.
        (self.kind() == TypeKind::LLVMIntegerTypeKind)
            .then(|| unsafe { LLVMGetIntTypeWidth(self.0) })
    }

    pub fn float(self) -> Option<Float> {
        match self.kind() {
            TypeKind::LLVMHalfTypeKind => Some(Float::Half),
            TypeKind::LLVMBFloatTypeKind => Some(Float::BFloat),
            TypeKind::LLVMFloatTypeKind => Some(Float::Float),
            TypeKind::LLVMDoubleTypeKind => Some(Float::Double),
            _ => None,
        }
    }

    pub fn address_space(self) -> Option<u32> {
        // SAFETY: a live pointer type.
        (self.kind() == TypeKind::LLVMPointerTypeKind)
            .then(|| unsafe { LLVMGetPointerAddressSpace(self.0) })
    }

    /// The constant of this type, if the type is the constant's.
    pub fn make(self, constant: &Constant) -> Option<Val<'c>> {
        let made = match *constant {
            Constant::Int { bits, value } => {
                // SAFETY: an integer type; LLVM truncates to its width.
                (self.int_bits()? == bits).then(|| unsafe { LLVMConstInt(self.0, value as u64, 1) })
            }
            // SAFETY: a floating-point type.
            Constant::Float { kind, bits } => (self.float()? == kind)
                .then(|| unsafe { LLVMConstReal(self.0, f64::from_bits(bits)) }),
            Constant::Null { space } => {
                // SAFETY: a pointer type.
                (self.address_space()? == space).then(|| unsafe { LLVMConstNull(self.0) })
            }
        };
        made.map(|value| Val(value, PhantomData))
    }

    /// The constant of last resort: 1 for a number, null or zeroes for everything else.
    pub fn small_constant(self) -> Val<'c> {
        // SAFETY: each constructor is guarded by the kind of type that it takes; null exists for every first-class type.
        let value = unsafe {
            if self.int_bits().is_some() {
                LLVMConstInt(self.0, 1, 0)
            } else if self.float().is_some() {
                LLVMConstReal(self.0, 1.0)
            } else {
                LLVMConstNull(self.0)
            }
        };
        Val(value, PhantomData)
    }
}

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

/// What `loop` asks of LLVM's unroller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unroll {
    /// By this factor; 1 forbids unrolling.
    By(u32),
    /// All iterations, where their number is known.
    Full,
}

/// Replaces the unrolling advice of the loop that these terminators (all its latches) end. Other advice stays.
///
/// LLVM knows a loop by a node that has itself as first operand, so that no two loops share one.
pub fn set_unroll(latches: &[Inst<'_>], advice: Unroll) {
    const KIND: &str = "llvm.loop";
    let Some(first) = latches.first() else { return };
    // SAFETY: all nodes and strings are made in, and owned by, the context of the latches. The temporary node is freed
    // by the replacement.
    unsafe {
        let context = LLVMGetTypeContext(LLVMTypeOf(first.0));
        let kind = LLVMGetMDKindIDInContext(context, KIND.as_ptr().cast(), KIND.len() as u32);
        let placeholder = LLVMTemporaryMDNode(context, std::ptr::null_mut(), 0);
        let mut operands = vec![placeholder];
        let nodes = latches.iter().map(|latch| LLVMGetMetadata(latch.0, kind));
        if let Some(node) = nodes.into_iter().find(|node| !node.is_null()) {
            operands.extend(other_loop_advice(node));
        }
        operands.push(unroll_advice(context, advice));
        let node = LLVMMDNodeInContext2(context, operands.as_mut_ptr(), operands.len());
        LLVMMetadataReplaceAllUsesWith(placeholder, node);
        let node = LLVMMetadataAsValue(context, node);
        latches
            .iter()
            .for_each(|latch| LLVMSetMetadata(latch.0, kind, node));
    }
}

/// # Safety
/// `context` is live.
unsafe fn unroll_advice(context: LLVMContextRef, advice: Unroll) -> LLVMMetadataRef {
    let (name, count) = match advice {
        Unroll::By(1) => ("llvm.loop.unroll.disable", None),
        Unroll::By(count) => ("llvm.loop.unroll.count", Some(count)),
        Unroll::Full => ("llvm.loop.unroll.full", None),
    };
    // SAFETY: pointer and length are those of a live string; the constant is an i32 of the same context.
    unsafe {
        let mut operands = vec![LLVMMDStringInContext2(
            context,
            name.as_ptr().cast(),
            name.len(),
        )];
        if let Some(count) = count {
            let ty = LLVMInt32TypeInContext(context);
            operands.push(LLVMValueAsMetadata(LLVMConstInt(ty, u64::from(count), 0)));
        }
        LLVMMDNodeInContext2(context, operands.as_mut_ptr(), operands.len())
    }
}

/// The operands of a loop's node that are neither the node itself nor advice on unrolling.
///
/// # Safety
/// `node` is a live metadata node (as value).
unsafe fn other_loop_advice(node: LLVMValueRef) -> Vec<LLVMMetadataRef> {
    // SAFETY: the vector has room for as many operands as the node says it has; null operands are passed over.
    unsafe {
        let mut operands = vec![std::ptr::null_mut(); LLVMGetMDNodeNumOperands(node) as usize];
        LLVMGetMDNodeOperands(node, operands.as_mut_ptr());
        let keep = |operand: &LLVMValueRef| !operand.is_null() && !is_unroll_advice(*operand);
        operands
            .into_iter()
            .skip(1)
            .filter(keep)
            .map(|operand| LLVMValueAsMetadata(operand))
            .collect()
    }
}

/// # Safety
/// `operand` is a live metadata operand (as value).
unsafe fn is_unroll_advice(operand: LLVMValueRef) -> bool {
    // SAFETY: operands are only asked of a node, the string only of a metadata string.
    unsafe {
        if LLVMIsAMDNode(operand).is_null() || LLVMGetMDNodeNumOperands(operand) == 0 {
            return false;
        }
        let mut operands = vec![std::ptr::null_mut(); LLVMGetMDNodeNumOperands(operand) as usize];
        LLVMGetMDNodeOperands(operand, operands.as_mut_ptr());
        let mut length = 0;
        let first = if operands[0].is_null() {
            std::ptr::null()
        } else {
            LLVMGetMDString(operands[0], &mut length)
        };
        !first.is_null()
            && std::slice::from_raw_parts(first.cast::<u8>(), length as usize)
                .starts_with(b"llvm.loop.unroll.")
    }
}

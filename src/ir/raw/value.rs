//! Values, types and the constants of a type.

use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;

use super::{Blk, Func, Inst, Ty, TypeKind, Val, message};
use crate::ir::address::{Constant, Float};

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

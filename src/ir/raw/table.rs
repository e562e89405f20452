//! Variables of the module that hold tables and tiles.

use std::ffi::CString;
use std::marker::PhantomData;

use inkwell::llvm_sys::LLVMLinkage;
use inkwell::llvm_sys::core::*;

use super::copy::SHARED;
use super::{Func, Ty, Val};

/// Bytes of the widest access of a thread.
const WIDE: u32 = 16;

impl<'c> Func<'c> {
    /// A variable of the function's module.
    pub fn variable_of_module(self, name: &str) -> Option<Val<'c>> {
        let name = CString::new(name).ok()?;
        // SAFETY: a live function's module; the name ends in NUL.
        let found = unsafe { LLVMGetNamedGlobal(LLVMGetGlobalParent(self.0), name.as_ptr()) };
        (!found.is_null()).then_some(Val(found, PhantomData))
    }

    /// Adds an array of so many elements to the module, in shared memory, aligned for wide accesses.
    pub fn add_shared_array(self, element: Ty<'c>, count: u32) -> Val<'c> {
        // SAFETY: a live function's module and a type of numbers; the name ends in NUL. Shared memory has no contents to begin with.
        unsafe {
            let array = LLVMArrayType2(element.0, u64::from(count));
            let module = LLVMGetGlobalParent(self.0);
            let made = LLVMAddGlobalInAddressSpace(module, array, c"tile".as_ptr(), SHARED);
            LLVMSetInitializer(made, LLVMGetUndef(array));
            LLVMSetLinkage(made, LLVMLinkage::LLVMInternalLinkage);
            LLVMSetAlignment(made, WIDE);
            Val(made, PhantomData)
        }
    }
}

impl<'c> Val<'c> {
    /// The type of a variable's contents.
    pub fn contents(self) -> Option<Ty<'c>> {
        // SAFETY: guarded by the question whether it is a variable.
        self.is_variable()
            .then(|| Ty(unsafe { LLVMGlobalGetValueType(self.0) }, PhantomData))
    }

    /// Whether a variable is said never to change.
    pub fn is_constant_variable(self) -> bool {
        // SAFETY: guarded by the question whether it is a variable.
        self.is_variable() && unsafe { LLVMIsGlobalConstant(self.0) != 0 }
    }

    /// Whether nothing outside the module, such as a host, can name a variable.
    pub fn is_local_variable(self) -> bool {
        // SAFETY: guarded by the question whether it is a variable.
        self.is_variable()
            && matches!(
                unsafe { LLVMGetLinkage(self.0) },
                LLVMLinkage::LLVMInternalLinkage | LLVMLinkage::LLVMPrivateLinkage
            )
    }

    /// Lets a variable of shared memory be of another type: one with contents of that type takes its place, its uses and its name.
    pub fn with_contents(self, ty: Ty<'c>) -> Val<'c> {
        // SAFETY: a live variable of a module, as the caller sees to; the new one is of the same module and address space, so that
        // addresses of both are of one type. Shared memory has no contents to begin with.
        unsafe {
            let module = LLVMGetGlobalParent(self.0);
            let made = LLVMAddGlobalInAddressSpace(module, ty.0, c"".as_ptr(), SHARED);
            if LLVMIsDeclaration(self.0) == 0 {
                LLVMSetInitializer(made, LLVMGetUndef(ty.0));
            }
            LLVMSetLinkage(made, LLVMGetLinkage(self.0));
            LLVMSetAlignment(made, LLVMGetAlignment(self.0));
            LLVMReplaceAllUsesWith(self.0, made);
            let name = self.name();
            LLVMDeleteGlobal(self.0);
            LLVMSetValueName2(made, name.as_ptr().cast(), name.len());
            Val(made, PhantomData)
        }
    }

    /// Makes a constant of another address space with the contents of this variable, and lets it take the variable's place
    /// wherever a generic pointer to it is meant. Answers whether there was such a place.
    pub fn copy_table_to(self, space: u32) -> bool {
        let Some(ty) = self.contents().filter(|_| !self.is_declared_only()) else {
            return false;
        };
        // SAFETY: a variable with an initialiser. The copy is of the same module; both casts are constants of the type of
        // generic pointers, so one can take the other's place. The name ends in NUL.
        unsafe {
            let generic = ty.pointer(0);
            let old = match self.ty().address_space() {
                Some(0) => self.0,
                _ => LLVMConstAddrSpaceCast(self.0, generic.0),
            };
            if LLVMGetFirstUse(old).is_null() {
                return false;
            }
            let module = LLVMGetGlobalParent(self.0);
            let copy = LLVMAddGlobalInAddressSpace(module, ty.0, c"table".as_ptr(), space);
            LLVMSetInitializer(copy, LLVMGetInitializer(self.0));
            LLVMSetGlobalConstant(copy, 1);
            LLVMSetLinkage(copy, LLVMLinkage::LLVMInternalLinkage);
            LLVMSetAlignment(copy, LLVMGetAlignment(self.0).max(WIDE));
            LLVMReplaceAllUsesWith(old, LLVMConstAddrSpaceCast(copy, generic.0));
        }
        true
    }
}

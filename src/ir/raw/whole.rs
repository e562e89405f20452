//! A module as a whole: what it declares and does not have, what it shows to the outside, its variables.

use std::marker::PhantomData;

use inkwell::llvm_sys::LLVMLinkage;
use inkwell::llvm_sys::comdat::LLVMSetComdat;
use inkwell::llvm_sys::core::*;
use inkwell::module::Module;

use super::{Func, Val};

/// Functions that the module calls and neither has nor gets from LLVM, in order.
pub fn missing(module: &Module<'_>) -> Vec<String> {
    let mut found = Vec::new();
    // SAFETY: walks the function list of a live module.
    unsafe {
        let mut next = LLVMGetFirstFunction(module.as_mut_ptr());
        while !next.is_null() {
            let used = !LLVMGetFirstUse(next).is_null();
            if LLVMIsDeclaration(next) != 0 && LLVMGetIntrinsicID(next) == 0 && used {
                found.push(Val(next, PhantomData).name());
            }
            next = LLVMGetNextFunction(next);
        }
    }
    found
}

/// Variables of the module in an address space, in order.
pub fn variables<'c>(module: &Module<'c>, space: u32) -> Vec<Val<'c>> {
    let mut found = Vec::new();
    // SAFETY: walks the list of global variables of a live module.
    unsafe {
        let mut next = LLVMGetFirstGlobal(module.as_mut_ptr());
        while !next.is_null() {
            let variable = Val(next, PhantomData);
            if variable.ty().address_space() == Some(space) {
                found.push(variable);
            }
            next = LLVMGetNextGlobal(next);
        }
    }
    found
}

impl Func<'_> {
    /// Hides the function from the outside: what nothing in the module uses can then go.
    pub fn hide(self) {
        // SAFETY: a live function with a body. A function in no comdat can have any linkage; hidden ones are in none.
        unsafe {
            LLVMSetComdat(self.0, std::ptr::null_mut());
            LLVMSetLinkage(self.0, LLVMLinkage::LLVMInternalLinkage);
        }
    }
}

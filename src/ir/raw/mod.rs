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

mod advice;
mod assume;
mod atomic;
mod bound;
mod build;
mod control;
mod copy;
mod effect;
mod free;
mod function;
mod gep;
mod instruction;
mod lines;
mod memory;
mod passes;
mod table;
mod value;
mod whole;

use std::ffi::{CStr, c_char};
use std::marker::PhantomData;

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::prelude::*;
pub use inkwell::llvm_sys::{LLVMOpcode as Opcode, LLVMTypeKind as TypeKind};
use inkwell::module::Module;

pub use advice::{Advice, Unroll, advise, has_advice};
pub use assume::Claim;
pub use atomic::Combines;
pub use build::{Build, IntPredicate};
pub use effect::{Effect, Object};
pub use lines::{NUMBERED, number_lines};
pub use memory::Touches;
pub use passes::{PassOptions, run_passes};
pub use whole::{missing, variables};

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

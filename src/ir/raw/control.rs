//! Branches: how likely they are, and passes over a single function.

use std::ffi::{CStr, CString};

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::error::{LLVMDisposeErrorMessage, LLVMGetErrorMessage};
use inkwell::llvm_sys::transforms::pass_builder::*;

use super::{Func, Inst, Opcode, Val};

/// How much more often a branch that is likely to be taken is taken, which is what `__builtin_expect` says by default
/// (llvm/Transforms/Utils/LowerExpectIntrinsic).
const LIKELY: u32 = 2000;

/// Metadata of a load that makes its result undefined, or the program, where the value read is another than it says.
const CLAIMS: [&str; 6] = [
    "range",
    "nonnull",
    "noundef",
    "align",
    "dereferenceable",
    "dereferenceable_or_null",
];

impl<'c> Inst<'c> {
    /// What a branch of two ways tests; `None` for any other instruction.
    pub fn tests(self) -> Option<Val<'c>> {
        let two_ways = self.opcode() == Opcode::LLVMBr && self.successors().len() == 2;
        self.operand(0).filter(|_| two_ways)
    }

    /// Says of a branch of two ways which one it is likely to go, in place of what was said before. Answers whether that
    /// is news.
    pub fn set_likely(self, first: bool) -> bool {
        const KIND: &str = "prof";
        if self.tests().is_none() {
            return false;
        }
        // SAFETY: a live branch; node, string and constants are made in, and owned by, its context.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            let kind = LLVMGetMDKindIDInContext(context, KIND.as_ptr().cast(), KIND.len() as u32);
            let name = "branch_weights";
            let name = LLVMMDStringInContext2(context, name.as_ptr().cast(), name.len());
            let ty = LLVMInt32TypeInContext(context);
            let weight = |likely| {
                let weight = if likely { LIKELY } else { 1 };
                LLVMValueAsMetadata(LLVMConstInt(ty, u64::from(weight), 0))
            };
            let mut operands = [name, weight(first), weight(!first)];
            let node = LLVMMDNodeInContext2(context, operands.as_mut_ptr(), operands.len());
            let node = LLVMMetadataAsValue(context, node);
            let known = LLVMGetMetadata(self.0, kind);
            LLVMSetMetadata(self.0, kind, node);
            known != LLVMGetMetadata(self.0, kind)
        }
    }

    /// Takes away what a load claims of the value that it reads.
    pub fn claim_nothing(self) {
        // SAFETY: a live instruction; null takes metadata of a kind away.
        unsafe {
            let context = LLVMGetTypeContext(LLVMTypeOf(self.0));
            for name in CLAIMS {
                let (text, length) = (name.as_ptr().cast(), name.len() as u32);
                let kind = LLVMGetMDKindIDInContext(context, text, length);
                LLVMSetMetadata(self.0, kind, std::ptr::null_mut());
            }
        }
    }
}

impl Func<'_> {
    /// Runs passes over this function alone, for a machine of which nothing is known: not that it is a GPU.
    ///
    /// # Errors
    /// What LLVM says of the passes' names.
    pub fn run_passes(self, passes: &str) -> Result<(), String> {
        let text = CString::new(passes).map_err(|error| error.to_string())?;
        // SAFETY: a live function of a module that verifies; no target machine is allowed; options and message are freed.
        unsafe {
            let options = LLVMCreatePassBuilderOptions();
            let machine = std::ptr::null_mut();
            let error = LLVMRunPassesOnFunction(self.0, text.as_ptr(), machine, options);
            LLVMDisposePassBuilderOptions(options);
            if error.is_null() {
                return Ok(());
            }
            let message = LLVMGetErrorMessage(error);
            let text = CStr::from_ptr(message).to_string_lossy().into_owned();
            LLVMDisposeErrorMessage(message);
            Err(text)
        }
    }
}

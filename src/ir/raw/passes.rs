//! Runs LLVM's passes, with the options that inkwell does not know, too.

use std::ffi::{CStr, CString};

use inkwell::llvm_sys::error::{LLVMDisposeErrorMessage, LLVMGetErrorMessage};
use inkwell::llvm_sys::transforms::pass_builder::*;
use inkwell::module::Module;
use inkwell::targets::TargetMachine;

/// What a pipeline's level does of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassOptions {
    /// Whether loops are unrolled that no metadata asks to unroll.
    pub unroll: bool,
    /// Whether neighbouring scalars become vectors.
    pub slp: bool,
    /// The cost up to which a call is inlined.
    pub inline: Option<u32>,
}

/// Runs passes, as `opt -passes=` takes them, on a module that verifies. All handles to instructions and blocks of the
/// module are void afterwards.
///
/// # Errors
/// LLVM's words: the text names what is no pass, say.
pub fn run_passes(
    module: &Module<'_>,
    machine: &TargetMachine,
    options: &PassOptions,
    passes: &str,
) -> Result<(), String> {
    let passes = CString::new(passes).map_err(|error| error.to_string())?;
    // SAFETY: module and machine are live and owned by inkwell; the options and the message are ours, and disposed of
    // once each.
    unsafe {
        let made = LLVMCreatePassBuilderOptions();
        LLVMPassBuilderOptionsSetLoopUnrolling(made, options.unroll.into());
        LLVMPassBuilderOptionsSetSLPVectorization(made, options.slp.into());
        if let Some(threshold) = options.inline {
            let threshold = i32::try_from(threshold).unwrap_or(i32::MAX);
            LLVMPassBuilderOptionsSetInlinerThreshold(made, threshold);
        }
        let error = LLVMRunPasses(
            module.as_mut_ptr(),
            passes.as_ptr(),
            machine.as_mut_ptr(),
            made,
        );
        LLVMDisposePassBuilderOptions(made);
        if error.is_null() {
            return Ok(());
        }
        let message = LLVMGetErrorMessage(error);
        let text = CStr::from_ptr(message).to_string_lossy().into_owned();
        LLVMDisposeErrorMessage(message);
        Err(text)
    }
}

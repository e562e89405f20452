//! Line tables that say which instruction became what.

use std::ffi::c_uint;
use std::ptr::null_mut;

use inkwell::llvm_sys::LLVMModuleFlagBehavior::LLVMModuleFlagBehaviorWarning;
use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::debuginfo::*;
use inkwell::module::Module;

/// The file that numbered instructions are said to be in.
pub const NUMBERED: &str = "instructions";
const VERSION: &str = "Debug Info Version";

/// Says of each instruction that it comes from the line of its number in the module, counted from 1, of the file [`NUMBERED`]. The module must
/// have no debug information. What LLVM makes of an instruction keeps its line, and so does a copy of it.
pub fn number_lines(module: &Module<'_>) {
    let functions = super::functions(module);
    let module = module.as_mut_ptr();
    let none = c"".as_ptr();
    let unit = LLVMDWARFSourceLanguage::LLVMDWARFSourceLanguageC;
    let tables = LLVMDWARFEmissionKind::LLVMDWARFEmissionKindLineTablesOnly;
    // SAFETY: the module is live and owns all that is made here; every text goes with its length and outlives the call; the builder is
    // disposed of once, after what it made was finished.
    unsafe {
        let context = LLVMGetModuleContext(module);
        let number = u64::from(LLVMDebugMetadataVersion());
        let version = LLVMConstInt(LLVMInt32TypeInContext(context), number, 0);
        let (name, length) = (VERSION.as_ptr().cast(), VERSION.len());
        let warns = LLVMModuleFlagBehaviorWarning;
        // What front ends wrote with their lines stays when those are stripped, and twice makes the module invalid.
        if LLVMGetModuleFlag(module, name, length).is_null() {
            LLVMAddModuleFlag(module, warns, name, length, LLVMValueAsMetadata(version));
        }
        let builder = LLVMCreateDIBuilder(module);
        let (name, length) = (NUMBERED.as_ptr().cast(), NUMBERED.len());
        let file = LLVMDIBuilderCreateFile(builder, name, length, none, 0);
        LLVMDIBuilderCreateCompileUnit(
            builder, unit, file, none, 0, 1, none, 0, 0, none, 0, tables, 0, 0, 0, none, 0, none, 0,
        );
        let ty = LLVMDIBuilderCreateSubroutineType(builder, file, null_mut(), 0, LLVMDIFlagZero);
        let mut line: c_uint = 0;
        for function in functions {
            let name = function.name();
            let (name, length) = (name.as_ptr().cast(), name.len());
            let (first, plain) = (line + 1, LLVMDIFlagZero);
            let scope = LLVMDIBuilderCreateFunction(
                builder, file, name, length, none, 0, file, first, ty, 0, 1, first, plain, 1,
            );
            LLVMSetSubprogram(function.0, scope);
            for instruction in function.instructions() {
                line += 1;
                let at = LLVMDIBuilderCreateDebugLocation(context, line, 0, scope, null_mut());
                LLVMInstructionSetDebugLoc(instruction.0, at);
            }
        }
        LLVMDIBuilderFinalize(builder);
        LLVMDisposeDIBuilder(builder);
    }
}

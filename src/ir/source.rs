//! A kernel as it was loaded: verified, stripped of what does not matter, and kept as bitcode.
//!
//! Every variant is made by reading that bitcode into a context of its own. Nothing of one variant can then reach
//! another (LLVM contexts never forget a type or a constant), and a source is plain bytes that threads can share.

use std::cell::RefCell;
use std::ffi::{CStr, c_void};
use std::fmt;
use std::path::Path;

use inkwell::context::Context;
use inkwell::llvm_sys::LLVMDiagnosticSeverity;
use inkwell::llvm_sys::core::{
    LLVMContextSetDiagnosticHandler, LLVMDisposeMessage, LLVMGetDiagInfoDescription,
    LLVMGetDiagInfoSeverity,
};
use inkwell::llvm_sys::prelude::LLVMDiagnosticInfoRef;
use inkwell::memory_buffer::MemoryBuffer;
use inkwell::module::Module;
use inkwell::targets::TargetTriple;

use super::arch::{Arch, TRIPLE};
use super::error::Error;
use super::pipeline::Pipeline;
use super::raw;
use super::sketch::{Sketch, sketch};
use super::variant::Variant;

/// Name of the module in everything that LLVM prints: output must not depend on where the input was.
const MODULE_NAME: &str = "kernel";

/// The unedited kernel.
#[derive(Clone)]
pub struct Source {
    name: String,
    bitcode: Vec<u8>,
    sketch: Sketch,
}

impl Source {
    /// Reads a `.ll` or `.bc` file (LLVM tells which by the contents).
    pub fn load(path: &Path) -> Result<Source, Error> {
        let contents = std::fs::read(path).map_err(|source| Error::Read {
            path: path.to_owned(),
            source,
        })?;
        Source::parse(&path.display().to_string(), contents)
    }

    /// Parses textual IR or bitcode; `name` is for messages.
    pub fn parse(name: &str, contents: impl AsRef<[u8]>) -> Result<Source, Error> {
        let notes = Diagnostics::default();
        let context = notes.context();
        let module = prepare(&context, name, contents.as_ref(), &notes)?;
        let sketch = sketch(&module);
        // After the sketch, which keeps the lines. What remains would only be dragged along by every edit.
        module.strip_debug_info();
        module.set_name(MODULE_NAME);
        module.set_source_file_name(MODULE_NAME);
        let bitcode = module.write_bitcode_to_memory().as_slice().to_vec();
        Ok(Source {
            name: name.to_owned(),
            bitcode,
            sketch,
        })
    }

    /// Compiles textual IR or bitcode as it is to PTX, with the whole `-O3` pipeline. Unlike a variant's, the PTX says which source lines it
    /// comes from, where the module does.
    ///
    /// # Errors
    /// As [`Source::parse`], and what the code generator refuses. LLVM ends the process on bitcode that is broken in some ways.
    pub fn compile(name: &str, contents: impl AsRef<[u8]>, arch: &Arch) -> Result<String, Error> {
        let notes = Diagnostics::default();
        let context = notes.context();
        let module = prepare(&context, name, contents.as_ref(), &notes)?;
        let sketch = sketch(&module);
        let mut variant = Variant::new(module, &sketch, &notes);
        variant.optimise(arch, &Pipeline::default())?;
        variant.emit_ptx(arch)
    }

    /// As given to [`Source::parse`], or the path.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The module as bitcode.
    pub fn bitcode(&self) -> &[u8] {
        &self.bitcode
    }

    /// What there is to edit.
    pub fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// Lends a fresh copy of the module.
    pub fn edit<R>(&self, work: impl FnOnce(&mut Variant<'_>) -> R) -> Result<R, Error> {
        let notes = Diagnostics::default();
        let context = notes.context();
        let buffer = MemoryBuffer::create_from_memory_range_copy(&self.bitcode, MODULE_NAME);
        let module = Module::parse_bitcode_from_buffer(&buffer, &context).map_err(|message| {
            Error::Parse {
                name: self.name.clone(),
                message: message.to_string(),
            }
        })?;
        Ok(work(&mut Variant::new(module, &self.sketch, &notes)))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Source({}, {} instructions)",
            self.name,
            self.sketch.instructions.len()
        )
    }
}

/// Reads a module, and makes sure that it is one that can be compiled.
pub(super) fn prepare<'c>(
    context: &'c Context,
    name: &str,
    contents: &[u8],
    notes: &Diagnostics,
) -> Result<Module<'c>, Error> {
    let module = parse(context, name, contents, notes)?;
    check_triple(&module, name)?;
    verify(&module).map_err(|message| Error::Invalid {
        name: name.to_owned(),
        message,
    })?;
    if raw::functions(&module).is_empty() {
        return Err(Error::Empty {
            name: name.to_owned(),
        });
    }
    allow_optimisation(&module);
    Ok(module)
}

pub(super) fn parse<'c>(
    context: &'c Context,
    name: &str,
    contents: &[u8],
    notes: &Diagnostics,
) -> Result<Module<'c>, Error> {
    let name = name.replace('\0', "");
    let buffer = MemoryBuffer::create_from_memory_range_copy(contents, &name);
    context.create_module_from_ir(buffer).map_err(|message| {
        let said = notes.take();
        let message = [message.to_string().trim_end().to_owned()]
            .into_iter()
            .chain(said)
            .collect::<Vec<_>>()
            .join("\n");
        Error::Parse { name, message }
    })
}

fn check_triple(module: &Module<'_>, name: &str) -> Result<(), Error> {
    let triple = module.get_triple().as_str().to_string_lossy().into_owned();
    if !triple.is_empty() && !triple.starts_with("nvptx64") {
        return Err(Error::Triple {
            name: name.to_owned(),
            triple,
        });
    }
    module.set_triple(&TargetTriple::create(TRIPLE));
    Ok(())
}

/// Lets the whole pipeline work on every function: a module built without optimisation forbids it function by function,
/// and one built for some GPU says so in every function, though it is compiled for whatever target is asked for.
fn allow_optimisation(module: &Module<'_>) {
    for function in raw::functions(module) {
        // `optnone` comes with a `noinline` of the same origin.
        if function.remove_attribute("optnone") {
            function.remove_attribute("noinline");
        }
        function.remove_text_attribute("target-cpu");
        function.remove_text_attribute("target-features");
    }
}

/// LLVM's verifier; its complaint, in one line a finding.
pub(super) fn verify(module: &Module<'_>) -> Result<(), String> {
    module
        .verify()
        .map_err(|message| message.to_string().trim_end().to_owned())
}

/// What LLVM has to say while it works in one context, kept instead of printed.
#[derive(Debug, Default)]
pub(super) struct Diagnostics {
    // Boxed: its address is known to LLVM while the owner may move.
    said: Box<RefCell<Said>>,
}

#[derive(Debug, Default)]
struct Said {
    notes: Vec<String>,
    failed: bool,
}

impl Diagnostics {
    /// A fresh context that reports here. Declare the diagnostics first, so that they outlive it.
    pub fn context(&self) -> Context {
        let context = Context::create();
        let said: *const RefCell<Said> = &*self.said;
        // SAFETY: the handler has the type that LLVM wants, and reads `said` as what it is.
        unsafe {
            LLVMContextSetDiagnosticHandler(context.raw(), Some(hear), said.cast_mut().cast())
        }
        context
    }

    /// Everything said since the last time.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.said.borrow_mut().notes)
    }

    /// Whether any of it was an error.
    pub fn failed(&self) -> bool {
        self.said.borrow().failed
    }
}

extern "C" fn hear(info: LLVMDiagnosticInfoRef, said: *mut c_void) {
    // SAFETY: LLVM calls this during a call that we made, on the same thread, with the pointer that `context` gave it;
    // the description is ours to free.
    unsafe {
        let said = &*said.cast::<RefCell<Said>>().cast_const();
        let text = LLVMGetDiagInfoDescription(info);
        let note = CStr::from_ptr(text).to_string_lossy().into_owned();
        LLVMDisposeMessage(text);
        let severity = LLVMGetDiagInfoSeverity(info);
        // A failed borrow would mean that we are being called from inside ourselves: rather lose a note than panic
        // through C frames.
        if let Ok(mut said) = said.try_borrow_mut() {
            said.failed |= severity == LLVMDiagnosticSeverity::LLVMDSError;
            if matches!(
                severity,
                LLVMDiagnosticSeverity::LLVMDSError | LLVMDiagnosticSeverity::LLVMDSWarning
            ) {
                said.notes.push(note);
            }
        }
    }
}

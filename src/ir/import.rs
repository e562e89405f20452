//! One kernel out of a module that somebody's compiler made: alone, with what it calls, early enough in the pipeline for edits to act on.
//!
//! The treatment is that of the corpus (`corpus/compile.sh`): functions are inlined, variables become registers, what is trivially
//! redundant goes, and loops stay as they were written, so that facts and loop edits act on them before the whole `-O3` runs. Functions of
//! the device library (`__nv_expf`) are linked in, and what is asked about the device (`__nvvm_reflect`) is answered, so that they are
//! code like any other.

use inkwell::module::Module;
use inkwell::targets::TargetTriple;

use super::arch::{Arch, TRIPLE, with_machine};
use super::error::Error;
use super::raw::{self, PassOptions, Ty};
use super::source::{self, Diagnostics};

/// What is run on the kernel: that of `corpus/compile.sh`, after the questions about the device have been answered.
const PASSES: &str = "nvvm-reflect,always-inline,globaldce,function(sroa,early-cse,simplifycfg,instsimplify,adce,simplifycfg),\
                      strip-dead-prototypes";

/// The address space of shared memory.
const SHARED: u32 = 3;

/// What there is in a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Names of what can be launched, in order.
    pub kernels: Vec<String>,
    /// Names of functions that are called and not there, in order.
    pub missing: Vec<String>,
}

/// A kernel by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Textual IR.
    pub ir: String,
    /// Names of functions that are called and not there; a machine may have them all the same (`vprintf`).
    pub missing: Vec<String>,
    /// Arrays in shared memory, by their lengths, the outermost first: `[16, 17]` of `float tile[16][17]`.
    pub shared: Vec<Vec<u64>>,
    /// Whether it has shared memory whose size the launch says.
    pub dynamic_shared: bool,
    /// The only block that it can be launched with (`reqntid`).
    pub block: Option<[u32; 3]>,
    /// The most threads that a block may have (`maxntid`, `__launch_bounds__`).
    pub most_threads: Option<u32>,
}

/// Looks at what a module has; `name` is for messages.
///
/// # Errors
/// LLVM does not read it, or it is for another machine.
pub fn survey(name: &str, contents: &[u8]) -> Result<Survey, Error> {
    let notes = Diagnostics::default();
    let context = notes.context();
    let module = source::prepare(&context, name, contents, &notes)?;
    let kernels = raw::functions(&module).into_iter();
    Ok(Survey {
        kernels: kernels
            .filter(|function| function.is_kernel())
            .map(|kernel| kernel.name())
            .collect(),
        missing: missing(&module),
    })
}

/// Takes the kernel `entry` out of a module, for `arch`; `library` is the device library as bitcode, where it is wanted.
///
/// A module that has no kernel of that name gives an empty one: [`survey`] says which there are.
///
/// # Errors
/// As [`survey`]; the library is no bitcode, or does not fit.
pub fn import(
    name: &str,
    contents: &[u8],
    entry: &str,
    library: Option<&[u8]>,
    arch: &Arch,
) -> Result<Imported, Error> {
    let notes = Diagnostics::default();
    let context = notes.context();
    let module = source::prepare(&context, name, contents, &notes)?;
    if let Some(library) = library {
        const NAME: &str = "the device library";
        let library = source::parse(&context, NAME, library, &notes)?;
        // It has a triple of its own, and would be said not to fit.
        library.set_triple(&TargetTriple::create(TRIPLE));
        library.set_data_layout(&module.get_data_layout());
        let linked = module.link_in_module(library);
        linked.map_err(|message| Error::Invalid {
            name: format!("{name} with {NAME}"),
            message: message.to_string(),
        })?;
    }
    for function in raw::functions(&module) {
        if function.name() == entry {
            continue;
        }
        function.hide();
        if !function.is_kernel() && !function.has("noinline") {
            function.add_attribute("alwaysinline");
        }
    }
    tidy(&module, arch, &notes)?;
    let kernel = raw::functions(&module)
        .into_iter()
        .find(|function| function.name() == entry);
    let numbers = |attribute: &str| -> Option<Vec<u32>> {
        let text = kernel?.text_attribute(attribute)?;
        text.split(',').map(|n| n.trim().parse().ok()).collect()
    };
    let shared = raw::variables(&module, SHARED);
    let dimensions = shared.iter().filter_map(|it| it.contents()).map(lengths);
    Ok(Imported {
        missing: missing(&module),
        shared: dimensions.filter(|of| !of.is_empty()).collect(),
        dynamic_shared: shared.iter().any(|variable| variable.is_declared_only()),
        block: numbers("nvvm.reqntid")
            .map(|of| std::array::from_fn(|axis| of.get(axis).copied().unwrap_or(1))),
        most_threads: numbers("nvvm.maxntid").map(|of| of.iter().product()),
        ir: text(&module),
    })
}

/// Functions that are called and not there. Questions about the device are answered by a pass.
fn missing(module: &Module<'_>) -> Vec<String> {
    let mut missing = raw::missing(module);
    missing.retain(|name| name != "__nvvm_reflect");
    missing
}

fn tidy(module: &Module<'_>, arch: &Arch, notes: &Diagnostics) -> Result<(), Error> {
    let options = PassOptions {
        unroll: false,
        slp: false,
        inline: None,
    };
    let ran = with_machine(arch, |machine| {
        module.set_data_layout(&machine.get_target_data().get_data_layout());
        raw::run_passes(module, machine, &options, PASSES)
    })?;
    let failed = match ran {
        Err(message) => Some(message),
        Ok(()) if notes.failed() => Some(notes.take().join("\n")),
        Ok(()) => source::verify(module).err(),
    };
    failed.map_or(Ok(()), |message| Err(Error::Codegen { message }))
}

/// The lengths of an array of arrays; none where some length is 0, or it is no array.
fn lengths(ty: Ty<'_>) -> Vec<u64> {
    // `[16 x [17 x float]]`
    let text = ty.text();
    let lengths = text.split('[').skip(1);
    let lengths = lengths.map_while(|part| part.split(" x ").next()?.parse().ok());
    let lengths: Vec<u64> = lengths.collect();
    match lengths.contains(&0) {
        true => Vec::new(),
        false => lengths,
    }
}

/// The module as text, without the names of where it came from.
fn text(module: &Module<'_>) -> String {
    let printed = module.print_to_string().to_string();
    let lines = printed.lines();
    let kept = lines.filter(|line| {
        !line.starts_with("; ModuleID = ") && !line.starts_with("source_filename = ")
    });
    kept.flat_map(|line| [line, "\n"]).collect()
}

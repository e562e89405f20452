//! A workload out of a kernel that somebody wrote: `workload.toml` with everything in it that can be read from the code or found by trying.
//!
//! A source is compiled (`clang`), the kernel taken out of its module with what it calls of the device library (`toolkit`,
//! [`ir::import`]), its parameters and threads read from its code (`outline`), the rest guessed and tried in the simulator (`guess`).
//! Nothing is asked and nothing is left half-written: the files appear when all of it is done.

mod clang;
mod draft;
mod error;
mod files;
mod follow;
mod guess;
mod outline;
mod toolkit;
mod trial;

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::crew;
use crate::ir::{self, Arch, Imported, Source, Survey};
use crate::judge;
use crate::target::Description;
use draft::Draft;
use trial::Trial;

pub use clang::Wishes;
pub use error::Error;
pub use files::write;
pub use guess::Known;

/// How long LLVM may take for one module.
const DEADLINE: Duration = Duration::from_secs(120);

/// Functions that the simulator has, though no module defines them.
const MACHINE: [&str; 4] = ["vprintf", "__assertfail", "malloc", "free"];

/// What a workload is made of.
#[derive(Debug, Clone)]
pub struct Request {
    /// `.cu`, `.ll`, `.llir` or `.bc`.
    pub file: PathBuf,
    /// The kernel, by its name in the source or in the module; may be left out where there is one.
    pub entry: Option<String>,
    /// A target's name, or the path of its description.
    pub target: String,
    /// How a source is compiled.
    pub compiling: Wishes,
    /// The device library.
    pub library: Option<PathBuf>,
    /// What the caller knows better than we can guess.
    pub known: Known,
    /// This very program, which compiles in a process of its own.
    pub program: PathBuf,
}

/// A workload that is not on disk yet.
#[derive(Debug)]
pub struct Scaffold {
    /// The kernel's name in its source.
    pub name: String,
    /// The kernel's name in the module.
    pub entry: String,
    /// Contents of `kernel.ll`.
    pub ir: String,
    /// Contents of `kernel.cu`, where the file was a source.
    pub source: Option<String>,
    /// Contents of `workload.toml`.
    pub manifest: String,
    /// How the module was made, in words.
    pub made: String,
    /// What goes wrong on the case that steers the search; none where all is well.
    pub trouble: Option<String>,
}

/// Makes a workload of a file.
///
/// # Errors
/// The file is none that a workload can be made of; what would be right is said.
pub fn scaffold(request: &Request) -> Result<Scaffold, Error> {
    let device = Description::load(&request.target)?;
    let arch = judge::arch(&device);
    arch.check()?;
    let file = &request.file;
    let name = file.display().to_string();
    let read = || {
        std::fs::read(file).map_err(|source| Error::Read {
            path: file.clone(),
            source,
        })
    };
    let (module, source, made) = match file.extension().and_then(|extension| extension.to_str()) {
        Some("cu") => {
            let compiled = clang::compile(file, &arch, &request.compiling)?;
            let source = String::from_utf8_lossy(&read()?).into_owned();
            (compiled.ir, Some(source), compiled.with)
        }
        Some("ll" | "llir" | "bc") => {
            let module = read()?;
            // LLVM ends the process on some of what it cannot read: here it ends another.
            compiled(request, file, &arch)?;
            (module, None, "the module as it was given".to_owned())
        }
        kind => return Err(other(file, kind)),
    };
    let survey = ir::survey(&name, &module)?;
    let entry = entry(&name, &survey, request.entry.as_deref())?;
    let imported = import(request, &name, &module, &entry, &arch)?;
    let sketch = Source::parse(&name, &imported.ir)?;
    let outline = outline::outline(sketch.sketch(), &entry)?;
    let trial = Trial::new(&ptx(request, &imported, &arch)?, device)?;
    let plain = plain_name(&entry);
    let draft = Draft {
        name: plain.clone(),
        entry: entry.clone(),
        plain: plain.clone(),
        source: source.is_some().then(|| "kernel.cu".to_owned()),
        made: file_name(file),
        shapes: Vec::new(),
        multiple_of: 1,
        buffers: Vec::new(),
        tunables: Vec::new(),
        grid: Vec::new(),
        block: Vec::new(),
        block_is_certain: false,
        shared: None,
        args: Vec::new(),
        noalias_is_certain: false,
        cases: Vec::new(),
    };
    let guessed = guess::guess(draft, &outline, &imported, &request.known, &trial)?;
    Ok(Scaffold {
        name: plain,
        entry,
        ir: imported.ir,
        source,
        manifest: guessed.draft.to_toml(),
        made,
        trouble: guessed.trouble,
    })
}

fn file_name(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}

/// What is right for a file that is no source and no module.
fn other(file: &Path, kind: Option<&str>) -> Error {
    let right = match kind {
        Some("ptx") => format!(
            "PTX cannot be edited, so there is nothing to tune in it: give the kernel's CUDA C (.cu) or LLVM-IR (.ll, .llir, .bc). PTX can be \
             executed under every check (`warpsmith launch {0} --grid ... --block ... --arg ...`), and judged against a workload \
             that was made of the kernel's source or IR (`warpsmith judge WORKLOAD --ptx {0}`)",
            file.display()
        ),
        Some("cubin" | "fatbin" | "o") => {
            "machine code cannot be edited; right is CUDA C (.cu) or LLVM-IR (.ll, .llir, .bc)"
                .into()
        }
        _ => "right is CUDA C (.cu), or LLVM-IR as text (.ll, .llir) or bitcode (.bc)".into(),
    };
    Error::Kind {
        path: file.to_owned(),
        right,
    }
}

/// The PTX of a module that was given.
fn compiled(request: &Request, file: &Path, arch: &Arch) -> Result<String, Error> {
    crew::compile(&request.program, file, arch, DEADLINE).map_err(|said| {
        let newer = match said.contains("cannot read") {
            true => "\n  Triton 3.6 writes IR that this LLVM reads. The PTX of a newer one can be executed with `warpsmith launch`, and judged with \
                     `warpsmith judge WORKLOAD --ptx`",
            false => "",
        };
        Error::Refused(format!("{said}{newer}"))
    })
}

fn ptx(request: &Request, imported: &Imported, arch: &Arch) -> Result<String, Error> {
    let folder = tempfile::tempdir().map_err(Error::Scratch)?;
    let file = folder.path().join("kernel.ll");
    std::fs::write(&file, &imported.ir).map_err(Error::Scratch)?;
    compiled(request, &file, arch)
}

/// The kernel by itself, with the device library where it calls that.
fn import(
    request: &Request,
    name: &str,
    module: &[u8],
    entry: &str,
    arch: &Arch,
) -> Result<Imported, Error> {
    let alone = ir::import(name, module, entry, None, arch)?;
    let mut missing = alone.missing.clone();
    missing.retain(|function| !MACHINE.contains(&function.as_str()));
    if missing.is_empty() {
        return Ok(alone);
    }
    let listed = |functions: &[String]| {
        let quoted = functions.iter().map(|name| format!("`{name}`"));
        quoted.collect::<Vec<_>>().join(", ")
    };
    let undefined = |functions: &[String]| Error::Undefined {
        name: name.to_owned(),
        functions: listed(functions),
    };
    if !missing.iter().all(|function| function.starts_with("__nv_")) {
        missing.retain(|function| !function.starts_with("__nv_"));
        return Err(undefined(&missing));
    }
    let cuda = request.compiling.cuda_path.as_deref();
    let library = toolkit::device_library(request.library.as_deref(), cuda)?;
    let library = library.ok_or_else(|| Error::LibraryWanted {
        functions: listed(&missing),
    })?;
    let contents = std::fs::read(&library).map_err(|source| Error::Read {
        path: library,
        source,
    })?;
    let linked = ir::import(name, module, entry, Some(&contents), arch)?;
    let mut missing = linked.missing.clone();
    missing.retain(|function| !MACHINE.contains(&function.as_str()));
    match missing.is_empty() {
        true => Ok(linked),
        false => Err(undefined(&missing)),
    }
}

/// The kernel that is meant, by its name in the module.
fn entry(name: &str, survey: &Survey, wish: Option<&str>) -> Result<String, Error> {
    let kernels = &survey.kernels;
    let refuse = |message: String| Error::Entry {
        name: name.to_owned(),
        message,
    };
    let list = |kernels: &[&String]| {
        let shown = kernels.iter().map(|kernel| match plain_name(kernel) {
            plain if plain == **kernel => plain,
            plain => format!("{plain} ({kernel})"),
        });
        shown.collect::<Vec<_>>().join(", ")
    };
    let all: Vec<&String> = kernels.iter().collect();
    let found: Vec<&String> = match wish {
        None => all.clone(),
        Some(wish) => match kernels.iter().find(|kernel| *kernel == wish) {
            Some(exact) => vec![exact],
            None => kernels
                .iter()
                .filter(|kernel| plain_name(kernel) == wish)
                .collect(),
        },
    };
    match (found.as_slice(), wish) {
        ([one], _) => Ok((*one).clone()),
        _ if all.is_empty() => Err(refuse(
            "there is no kernel in it: no function that is `__global__` in CUDA C, `ptx_kernel` in LLVM-IR. Templates must be instantiated".into(),
        )),
        ([], Some(wish)) => Err(refuse(format!("there is no kernel `{wish}`; there are {}", list(&all)))),
        (several, _) => Err(refuse(format!(
            "say which kernel with --entry: {}",
            list(several)
        ))),
    }
}

/// The name of a kernel in its source: C++ puts its length before it (`_Z5saxpyifPKfPf`), after those of its namespaces.
fn plain_name(entry: &str) -> String {
    let Some(mangled) = entry.strip_prefix("_Z") else {
        return entry.to_owned();
    };
    let mut rest = mangled.trim_start_matches(['N', 'L', 'K']);
    let mut last = None;
    loop {
        // Internal names of namespaces without a name, and other things that a source has no name for, are skipped like names.
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(length) = rest[..digits].parse::<usize>() else {
            break;
        };
        let Some(name) = rest.get(digits..digits + length) else {
            break;
        };
        last = Some(name);
        rest = &rest[digits + length..];
    }
    last.unwrap_or(entry).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_kernel_is_that_of_its_source() {
        for (entry, plain) in [
            ("saxpy", "saxpy"),
            ("_Z5saxpyifPKfPf", "saxpy"),
            ("_ZN4hist5countEPKiPii", "count"),
            ("_Z4fillIfEvPT_i", "fill"),
            ("_Z", "_Z"),
            ("_Z99short", "_Z99short"),
        ] {
            assert_eq!(plain_name(entry), plain);
        }
    }

    #[test]
    fn a_kernel_is_found_by_either_name_and_never_by_luck() {
        let kernels = ["_Z4fillIfEvPT_i", "_Z4fillIdEvPT_i", "copy"];
        let survey = Survey {
            kernels: kernels.map(str::to_owned).to_vec(),
            missing: Vec::new(),
        };
        let entry = |wish| entry("k.cu", &survey, wish).map_err(|error| error.to_string());
        assert_eq!(entry(Some("copy")), Ok("copy".into()));
        assert_eq!(entry(Some("_Z4fillIdEvPT_i")), Ok("_Z4fillIdEvPT_i".into()));
        let error = entry(Some("fill")).unwrap_err();
        assert!(
            error.contains("fill (_Z4fillIfEvPT_i), fill (_Z4fillIdEvPT_i)"),
            "{error}"
        );
        assert!(
            entry(None)
                .unwrap_err()
                .contains("say which kernel with --entry")
        );
        assert!(
            entry(Some("fil"))
                .unwrap_err()
                .contains("there is no kernel `fil`")
        );
    }
}

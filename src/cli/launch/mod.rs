//! `warpsmith launch`: one launch of any kernel in the simulator, with every check; no workload, no GPU.

mod argument;
mod report;

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::{Exit, Failure};
use crate::crew;
use crate::judge;
use crate::ptx::{self, Kernel, Program, PtxError};
use crate::target::Description;
use crate::target::launch::{Arg, Check, Checks, DEFAULT_STEPS, Error, Options, Request, launch};
use report::Report;

/// How long LLVM may take for one file.
const COMPILE_DEADLINE: Duration = Duration::from_secs(120);

/// Arguments of `launch`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The module: .ptx, or LLVM-IR as .ll or .bc, which is compiled with -O3 for the target
    file: PathBuf,
    /// The kernel; may be left out when the module has only one
    #[arg(long)]
    entry: Option<String>,
    /// Blocks by dimension
    #[arg(long, value_name = "X[,Y[,Z]]", value_parser = dimensions)]
    grid: [u32; 3],
    /// Threads of a block by dimension
    #[arg(long, value_name = "X[,Y[,Z]]", value_parser = dimensions)]
    block: [u32; 3],
    /// Dynamic shared memory, bytes
    #[arg(long, value_name = "BYTES", default_value_t = 0)]
    shared: u32,
    /// One argument of the kernel, in order: i32:5, f32:0.5, buf:f32[1024] (unwritten), buf:u64[1]=1, buf:i32[4]=0,1,2,3,
    /// buf:f32[1024]=@file.npy (or .bin); in:TYPE[COUNT]=... is read-only; bytes:HEX is a structure
    #[arg(long = "arg", value_name = "ARG")]
    args: Vec<String>,
    /// A target's name, or the path of its description
    #[arg(long, default_value = "h200")]
    target: String,
    /// Only these checks, of those that can be switched
    #[arg(long = "check", value_name = "NAME", value_delimiter = ',', value_parser = check)]
    only: Vec<Check>,
    /// All checks but these
    #[arg(long = "no-check", value_name = "NAME", value_delimiter = ',', value_parser = check, conflicts_with = "only")]
    without: Vec<Check>,
    /// Warp instructions after which the launch is stopped as one that does not end
    #[arg(long, value_name = "N", default_value_t = DEFAULT_STEPS)]
    steps: u64,
    /// Write the PTX that is executed to this file: its lines are those that messages name
    #[arg(long, value_name = "FILE")]
    save_ptx: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Launches, and prints what happened.
///
/// # Errors
/// Bad input. What a check finds is no error, but an exit code.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let device = Description::load(&arguments.target).map_err(Failure::usage)?;
    let args = arguments
        .args
        .iter()
        .enumerate()
        .map(|(index, text)| argument::parse(index, text))
        .collect::<Result<Vec<Arg>, String>>()
        .map_err(Failure::usage)?;
    let text = ptx_of(&arguments.file, &device)?;
    if let Some(path) = &arguments.save_ptx {
        std::fs::write(path, &text)
            .map_err(|e| Failure::usage(format!("{}: {e}", path.display())))?;
    }
    let program = ptx::parse(&text).map_err(|error| refused(&arguments.file, &error))?;
    let kernel = entry(&program, arguments)?;
    let request = Request {
        program: &program,
        kernel,
        grid: arguments.grid,
        block: arguments.block,
        shared: arguments.shared,
        args: &args,
    };
    let options = Options {
        checks: arguments.checks(),
        steps: arguments.steps,
    };
    let launched = launch(&device, &request, &options).map_err(|error| match error {
        Error::Unsupported(fault) => Failure::usage(format!(
            "{}: constraints: {}",
            arguments.file.display(),
            fault.message
        )),
        error => Failure::usage(error),
    })?;
    let report = Report {
        file: &arguments.file,
        device: &device,
        request: &request,
        launched: &launched,
    };
    if arguments.json {
        report.json()?;
    } else {
        report.text();
    }
    Ok(if launched.faults.is_empty() {
        Exit::Done
    } else {
        Exit::NothingBetter
    })
}

impl Arguments {
    fn checks(&self) -> Checks {
        if self.only.is_empty() {
            let all = Checks::default();
            self.without.iter().fold(all, |set, &c| set.without(c))
        } else {
            let none = Checks::NONE;
            self.only.iter().fold(none, |set, &c| set.with(c))
        }
    }
}

/// `X`, `X,Y` or `X,Y,Z`, each at least 1.
fn dimensions(text: &str) -> Result<[u32; 3], String> {
    let mut dimensions = [1; 3];
    let parts: Vec<&str> = text.split(',').collect();
    let wrong = || "right is X, X,Y or X,Y,Z, each at least 1".to_owned();
    if parts.len() > dimensions.len() {
        return Err(wrong());
    }
    for (dimension, part) in dimensions.iter_mut().zip(parts) {
        *dimension = part
            .trim()
            .parse()
            .ok()
            .filter(|&n| n > 0)
            .ok_or_else(wrong)?;
    }
    Ok(dimensions)
}

fn check(name: &str) -> Result<Check, String> {
    Check::from_name(name).ok_or_else(|| {
        let known = Check::ALL.map(|of| of.1).join(", ");
        format!("the checks that can be switched are {known}")
    })
}

/// The module as PTX.
fn ptx_of(file: &Path, device: &Description) -> Result<String, Failure> {
    let usage = |what: String| Failure::usage(format!("{}: {what}", file.display()));
    match file.extension().and_then(|e| e.to_str()) {
        Some("ptx") => {
            let bytes = std::fs::read(file).map_err(|e| usage(format!("cannot be read: {e}")))?;
            // nvcc's driver API wants its text to end with a NUL, and some files have it.
            let text = String::from_utf8_lossy(&bytes);
            Ok(text.trim_end_matches('\0').to_owned())
        }
        Some("ll" | "bc") => {
            std::fs::metadata(file).map_err(|e| usage(format!("cannot be read: {e}")))?;
            let program = std::env::current_exe().map_err(Failure::internal)?;
            crew::compile(&program, file, &judge::arch(device), COMPILE_DEADLINE)
                .map_err(Failure::usage)
        }
        _ => Err(usage("right is a .ptx, .ll or .bc file".into())),
    }
}

/// What is wrong with the PTX, and where.
fn refused(file: &Path, error: &PtxError) -> Failure {
    let compiled = file.extension().is_none_or(|extension| extension != "ptx");
    let (of, hint) = if compiled {
        ("the PTX of ", " (--save-ptx writes it)")
    } else {
        ("", "")
    };
    let place = format!("{of}{}:{}", file.display(), error.line());
    Failure::usage(match error {
        PtxError::Unsupported { name, .. } => {
            format!("constraints: unsupported {name} at {place}{hint}")
        }
        PtxError::Syntax { what, text, .. } => format!("{place}: {what} (at `{text}`){hint}"),
    })
}

/// The kernel that is asked for, or the only one.
fn entry<'p>(program: &'p Program, arguments: &Arguments) -> Result<&'p Kernel, Failure> {
    let file = arguments.file.display();
    let known: Vec<&str> = program.kernels.iter().map(|k| k.name.as_str()).collect();
    let known = known.join(", ");
    match (&arguments.entry, program.kernels.as_slice()) {
        (_, []) => Err(Failure::usage(format!("{file} has no kernel"))),
        (Some(name), _) => program.kernel(name).ok_or_else(|| {
            Failure::usage(format!("{file} has no kernel `{name}`; it has {known}"))
        }),
        (None, [only]) => Ok(only),
        (None, _) => Err(Failure::usage(format!(
            "{file} has several kernels; --entry says which: {known}"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dimensions_are_one_to_three_numbers_from_1() {
        assert_eq!(dimensions("4"), Ok([4, 1, 1]));
        assert_eq!(dimensions("4, 2,3"), Ok([4, 2, 3]));
        for text in ["", "0", "1,0", "1,2,3,4", "x", "-1", "4294967296"] {
            assert!(dimensions(text).is_err(), "{text}");
        }
    }
}

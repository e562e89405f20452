//! `warpsmith init`: a workload out of a kernel.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{Exit, Failure, say, say_json};
use crate::init::{self, Known, Request, Scaffold, Wishes};

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// CUDA C (.cu), or LLVM-IR as text (.ll, Triton's .llir) or bitcode (.bc)
    file: PathBuf,
    /// The kernel; may be left out when there is only one
    #[arg(long)]
    entry: Option<String>,
    /// The folder to make; the kernel's name unless given
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Overwrite files that are there
    #[arg(long)]
    force: bool,
    /// A target's name, or the path of its description
    #[arg(long, default_value = "h200")]
    target: String,
    /// A CUDA toolkit, or a folder with NVIDIA's Python packages (a virtual environment)
    #[arg(long, value_name = "DIR")]
    cuda_path: Option<PathBuf>,
    /// CUDA's device library, libdevice.10.bc
    #[arg(long, value_name = "FILE")]
    libdevice: Option<PathBuf>,
    /// The compiler for CUDA C, clang 22
    #[arg(long, value_name = "FILE")]
    clang: Option<PathBuf>,
    /// A further argument of the compiler, such as -Iinclude or -DTILE=16; may be repeated
    #[arg(long = "clang-arg", value_name = "ARG", allow_hyphen_values = true)]
    clang_args: Vec<String>,
    /// A size on the case that steers the search; may be repeated
    #[arg(long = "size", value_name = "NAME=N", value_parser = size)]
    sizes: Vec<(String, i64)>,
    /// Blocks by dimension, as expressions over the sizes: "ceil_div(n, 256)"; may be repeated for y and z
    #[arg(long, value_name = "EXPR")]
    grid: Vec<String>,
    /// Threads of a block by dimension; may be repeated for y and z
    #[arg(long, value_name = "EXPR")]
    block: Vec<String>,
    /// Dynamic shared memory, bytes
    #[arg(long, value_name = "EXPR")]
    shared: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    workload: PathBuf,
    entry: &'a str,
    /// How the module was made.
    made: &'a str,
    files: Vec<PathBuf>,
    /// Lines of the manifest that are guesses.
    guesses: usize,
    /// What goes wrong on the case that steers the search.
    trouble: Option<&'a str>,
}

/// Makes the workload.
///
/// # Errors
/// Bad input, or a folder that is taken.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let request = Request {
        file: arguments.file.clone(),
        entry: arguments.entry.clone(),
        target: arguments.target.clone(),
        compiling: Wishes {
            clang: arguments.clang.clone(),
            cuda_path: arguments.cuda_path.clone(),
            arguments: arguments.clang_args.clone(),
        },
        library: arguments.libdevice.clone(),
        known: Known {
            sizes: arguments.sizes.clone(),
            grid: arguments.grid.clone(),
            block: arguments.block.clone(),
            shared: arguments.shared.clone(),
        },
        program: std::env::current_exe().map_err(Failure::internal)?,
    };
    let scaffold = init::scaffold(&request).map_err(Failure::usage)?;
    let folder = arguments.out.clone();
    let folder = folder.unwrap_or_else(|| PathBuf::from(&scaffold.name));
    let files = init::write(&scaffold, &folder, arguments.force).map_err(Failure::usage)?;
    let report = Report {
        workload: folder,
        entry: &scaffold.entry,
        made: &scaffold.made,
        files,
        guesses: guesses(&scaffold),
        trouble: scaffold.trouble.as_deref(),
    };
    match arguments.json {
        true => say_json(&report)?,
        false => print(&report),
    }
    Ok(match report.trouble {
        None => Exit::Done,
        Some(_) => Exit::BadBaseline,
    })
}

fn guesses(scaffold: &Scaffold) -> usize {
    let lines = scaffold.manifest.lines().skip(1);
    lines.filter(|line| line.contains("guess")).count()
}

fn print(report: &Report<'_>) {
    let folder = report.workload.display();
    say(&format!("kernel  {} ({})", report.entry, report.made));
    for file in &report.files {
        say(&format!("wrote   {}", file.display()));
    }
    say(&format!(
        "{} lines of {folder}/workload.toml are marked as guesses: look at them.",
        report.guesses
    ));
    match report.trouble {
        None => say(&format!(
            "next    warpsmith judge {folder}\n        warpsmith tune {folder}"
        )),
        Some(trouble) => say(&format!(
            "With these guesses the kernel does something wrong: {trouble}\n\
             Correct {folder}/workload.toml, or say more with --size, --grid, --block or --shared and --force."
        )),
    }
}

fn size(text: &str) -> Result<(String, i64), String> {
    let right = || format!("`{text}`: right is NAME=N, such as n=4096");
    let (name, value) = text.split_once('=').ok_or_else(right)?;
    let value = value.trim().parse().ok().filter(|&value: &i64| value > 0);
    Ok((name.trim().to_owned(), value.ok_or_else(right)?))
}

//! The command line: arguments in, a library call, words out. One file a subcommand.

mod account;
mod bench;
mod corpus;
mod doctor;
mod explain;
mod export;
mod init;
mod judge;
mod launch;
mod minimize;
mod options;
mod progress;
mod reopen;
mod show;
mod table;
mod threads;
mod tune;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::{Parser, Subcommand};

use crate::ir::Arch;
use crate::{archive, crew, search};

/// What the process's exit code says. These numbers are an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The command line or an input is wrong.
    Usage = 1,
    /// `tune` found nothing better; `judge` found the variant wrong; a check of `launch` failed.
    NothingBetter = 2,
    /// The unedited kernel fails its own checks.
    BadBaseline = 3,
    /// Stopped by Ctrl-C, with everything reached on record.
    Stopped = 4,
    /// A fault of ours.
    Internal = 70,
}

/// An error with its exit code.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    message: String,
}

impl Failure {
    fn usage(error: impl std::fmt::Display) -> Failure {
        Failure {
            exit: Exit::Usage,
            message: error.to_string(),
        }
    }

    fn internal(error: impl std::fmt::Display) -> Failure {
        Failure {
            exit: Exit::Internal,
            message: error.to_string(),
        }
    }
}

impl From<archive::Error> for Failure {
    fn from(error: archive::Error) -> Failure {
        search::Error::from(error).into()
    }
}

impl From<search::Error> for Failure {
    fn from(error: search::Error) -> Failure {
        let exit = match &error {
            search::Error::Judge(_) | search::Error::Crew(crew::Error::Refused(_)) => Exit::Usage,
            search::Error::Archive(archive::Error::Broken { .. }) => Exit::Internal,
            search::Error::Archive(_) => Exit::Usage,
            search::Error::Crew(crew::Error::Stopped) => Exit::Stopped,
            search::Error::Crew(_) => Exit::Internal,
            search::Error::Baseline { .. } => Exit::BadBaseline,
        };
        Failure {
            exit,
            message: error.to_string(),
        }
    }
}

#[derive(Debug, Parser)]
#[command(name = "warpsmith", version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Search for a faster variant of a workload's kernel, and export it
    Tune(tune::Arguments),
    /// Shrink the winner of a run to the edits that matter
    Minimize(minimize::Arguments),
    /// Say what each edit of a run's winner does, and what it relies on
    Explain(explain::Arguments),
    /// Write the bundle of a run's winner again, with a guard if asked for
    Export(export::Arguments),
    /// Make a workload of a kernel: CUDA C or LLVM-IR in, a workload.toml that runs out
    Init(init::Arguments),
    /// Judge one genome, or one finished kernel, against a workload
    Judge(judge::Arguments),
    /// Launch any kernel in the simulator, with every check
    Launch(launch::Arguments),
    /// Print a workload's kernel with the addresses that edits name
    Show(show::Arguments),
    /// Tune the threads of a deep-learning framework, or of any program
    #[command(subcommand)]
    Threads(threads::Command),
    /// Measure this program itself
    #[command(subcommand)]
    Bench(bench::Command),
    /// List the workloads that there are, or judge every kernel of them
    Corpus(corpus::Arguments),
    /// Say what is there: LLVM, ptxas, nvdisasm, targets
    Doctor(doctor::Arguments),
    /// Compile a module to PTX, for a process that must not die with LLVM
    #[command(hide = true)]
    Compile {
        /// A .ll or .bc file
        file: PathBuf,
        /// The processor, as LLVM names it
        #[arg(long)]
        cpu: String,
        /// The PTX version, as LLVM names it
        #[arg(long, allow_hyphen_values = true)]
        features: String,
        /// Address space of this process, MiB
        #[arg(long, default_value_t = 4096)]
        memory_mib: u64,
    },
    /// Judge variants for a coordinator, over standard input and output
    #[command(hide = true)]
    Worker {
        /// Address space of this process, MiB
        #[arg(long, default_value_t = 4096)]
        memory_mib: u64,
    },
}

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() {
                code(Exit::Usage)
            } else {
                code(Exit::Done)
            };
        }
    };
    let result = match arguments.command {
        Command::Tune(arguments) => tune::run(&arguments),
        Command::Minimize(arguments) => minimize::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Judge(arguments) => judge::run(&arguments),
        Command::Launch(arguments) => launch::run(&arguments),
        Command::Compile {
            file,
            cpu,
            features,
            memory_mib,
        } => return compile(&file, &Arch { cpu, features }, memory_mib),
        Command::Show(arguments) => show::run(&arguments),
        Command::Threads(command) => threads::run(&command),
        Command::Bench(command) => bench::run(&command),
        Command::Corpus(arguments) => corpus::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::Worker { memory_mib } => crew::serve(memory_mib)
            .map(|()| Exit::Done)
            .map_err(Failure::internal),
    };
    match result {
        Ok(exit) => code(exit),
        Err(failure) => {
            eprintln!("warpsmith: {}", failure.message);
            code(failure.exit)
        }
    }
}

/// The other side of [`crew::compile`]: PTX on standard output, or the message alone on standard error.
fn compile(file: &Path, arch: &Arch, memory_mib: u64) -> ExitCode {
    match crew::compile_here(file, arch, memory_mib) {
        Ok(ptx) => {
            say(&ptx);
            code(Exit::Done)
        }
        Err(message) => {
            eprintln!("{message}");
            code(Exit::Usage)
        }
    }
}

fn code(exit: Exit) -> ExitCode {
    ExitCode::from(exit as u8)
}

/// A flag that Ctrl-C sets. A second Ctrl-C ends the process at once; what was reached is on record either way.
fn stop_flag() -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(Exit::Stopped as i32);
        }
    })
    .map_err(Failure::internal)?;
    Ok(stop)
}

/// Prints a line, or ends quietly when nobody reads any more (`warpsmith ... | head`).
fn say(text: &str) {
    use std::io::Write;
    if writeln!(std::io::stdout(), "{text}").is_err() {
        std::process::exit(Exit::Done as i32);
    }
}

/// Prints JSON, indented.
fn say_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    say(&serde_json::to_string_pretty(value).map_err(Failure::internal)?);
    Ok(())
}

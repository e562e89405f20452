//! `warpsmith doctor`: what this machine has.

use clap::Args;
use serde::Serialize;

use super::{Exit, Failure, say, say_json};
use crate::ir::LLVM_MAJOR;
use crate::target::Ptxas;

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Findings {
    warpsmith: &'static str,
    llvm: u32,
    cores: usize,
    ptxas: Option<String>,
}

/// Looks around.
///
/// # Errors
/// When the findings cannot be printed.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let findings = Findings {
        warpsmith: env!("CARGO_PKG_VERSION"),
        llvm: LLVM_MAJOR,
        cores: super::options::default_jobs(),
        ptxas: Ptxas::find().map(|ptxas| ptxas.version),
    };
    if arguments.json {
        say_json(&findings)?;
        return Ok(Exit::Done);
    }
    say(&format!("warpsmith  {}", findings.warpsmith));
    say(&format!("LLVM       {} (linked)", findings.llvm));
    say(&format!("cores      {}", findings.cores));
    match findings.ptxas {
        Some(version) => say(&format!("ptxas      {version}")),
        None => say(
            "ptxas      not found: exported PTX is not assembled as a check. It comes with a CUDA toolkit, or in the package nvidia-cuda-nvcc; \
             set WARPSMITH_PTXAS to its path",
        ),
    }
    Ok(Exit::Done)
}

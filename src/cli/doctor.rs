//! `warpsmith doctor`: what this machine has.

use clap::Args;
use serde::Serialize;

use super::{Exit, Failure, say, say_json};
use crate::ir::LLVM_MAJOR;
use crate::target::{Description, Nvdisasm, Ptxas, cuda};

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
    /// Whether the clock can ask for machine code.
    nvdisasm: bool,
    /// The GPUs that `--backend cuda` can measure on, in the driver's order; or why there are none.
    gpus: Result<Vec<cuda::About>, String>,
    /// The devices that `--target` knows by name.
    targets: Vec<&'static str>,
}

/// Looks around.
///
/// # Errors
/// When the findings cannot be printed.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let ptxas = Ptxas::find();
    let findings = Findings {
        warpsmith: env!("CARGO_PKG_VERSION"),
        llvm: LLVM_MAJOR,
        cores: super::options::default_jobs(),
        nvdisasm: ptxas
            .as_ref()
            .is_some_and(|ptxas| Nvdisasm::find(ptxas).is_some()),
        ptxas: ptxas.map(|ptxas| ptxas.version),
        gpus: cuda::devices(),
        targets: Description::known(),
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
    say(match findings.nvdisasm {
        true => "nvdisasm   found: `--costs ptxas` times machine code",
        false => {
            "nvdisasm   not found: times are by our own tables of costs. It comes with a CUDA toolkit, or in the package \
             nvidia-cuda-nvdisasm; set WARPSMITH_NVDISASM to its path"
        }
    });
    match &findings.gpus {
        Ok(gpus) if gpus.is_empty() => say("GPUs       none: times are the simulator's"),
        Ok(gpus) => {
            for (number, gpu) in gpus.iter().enumerate() {
                let label = if number == 0 { "GPUs" } else { "" };
                say(&format!(
                    "{label:<10} {number}: {} ({}), {:.0} GiB, {} multiprocessors at {:.0} MHz, driver for CUDA {}",
                    gpu.name,
                    gpu.arch,
                    gpu.memory_bytes as f64 / (1u64 << 30) as f64,
                    gpu.sms,
                    gpu.clock_mhz,
                    gpu.driver
                ));
            }
        }
        Err(why) => say(&format!("GPUs       {why}; times are the simulator's")),
    }
    say(&format!(
        "targets    {} (in the simulator)",
        findings.targets.join(", ")
    ));
    Ok(Exit::Done)
}

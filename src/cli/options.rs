//! Options that several subcommands share.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Failure;
use crate::crew::WorkerCommand;
use crate::edit::Genome;
use crate::judge::{Backend, JudgeSpec, Measuring};
use crate::search::Policy;
use crate::target::Costs;
use crate::workload::Tier;

/// What is judged, on what, how strictly.
#[derive(Debug, Clone, Args)]
pub struct Judging {
    /// The workload: its folder, or its workload.toml
    pub workload: PathBuf,
    /// A target's name, or the path of its description
    #[arg(long, default_value = "h200")]
    pub target: String,
    /// A policy's name (default, gevo, random), or the path of its .toml
    #[arg(long, default_value = "default")]
    pub fitness: String,
    /// Which of the workload's tolerances a variant must keep, in place of the policy's
    #[arg(long, value_enum)]
    pub tolerance: Option<TierName>,
    /// Where the costs of instructions come from
    #[arg(long, value_enum, default_value_t)]
    pub costs: CostsName,
    /// Where times come from
    #[arg(long, value_enum, default_value_t)]
    pub backend: BackendName,
    /// The CUDA devices to measure on, by number; with --backend cuda
    #[arg(long, value_delimiter = ',', default_value = "0")]
    pub gpu: Vec<u32>,
}

/// Where times come from, on the command line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum BackendName {
    /// The simulator's clock
    #[default]
    Sim,
    /// NVIDIA GPUs, measured at device size; the simulator checks every variant first
    Cuda,
}

/// A tolerance on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum TierName {
    /// Rounding only
    Strict,
    /// What a user of the result accepts
    Serving,
    /// What a paper calls harmless
    Relaxed,
}

impl From<TierName> for Tier {
    fn from(name: TierName) -> Tier {
        match name {
            TierName::Strict => Tier::Strict,
            TierName::Serving => Tier::Serving,
            TierName::Relaxed => Tier::Relaxed,
        }
    }
}

/// Where the clock's costs come from, on the command line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CostsName {
    /// Our own tables: the same on every machine
    #[default]
    Estimate,
    /// ptxas and nvdisasm, which must be there
    Ptxas,
    /// ptxas and nvdisasm where they are found
    Auto,
}

impl From<CostsName> for Costs {
    fn from(name: CostsName) -> Costs {
        match name {
            CostsName::Estimate => Costs::Estimate,
            CostsName::Ptxas => Costs::Ptxas,
            CostsName::Auto => Costs::Auto,
        }
    }
}

impl Judging {
    /// The policy with the command line's overrides, and what it asks of a judge.
    ///
    /// # Errors
    /// When the policy cannot be read.
    pub fn resolve(&self) -> Result<(Policy, JudgeSpec), Failure> {
        let mut policy = Policy::load(&self.fitness).map_err(Failure::usage)?;
        if let Some(tier) = self.tolerance {
            policy.tolerance.tier = tier.into();
        }
        let spec = JudgeSpec {
            workload: self.workload.clone(),
            target: self.target.clone(),
            tier: policy.tolerance.tier,
            load: policy.time.load,
            costs: self.costs.into(),
            assume: policy.assume.clone(),
            backend: match self.backend {
                BackendName::Sim => Backend::Sim,
                BackendName::Cuda => Backend::Cuda(Measuring {
                    devices: self.gpu.clone(),
                    rules: policy.measure.clone(),
                }),
            },
            implementation: crate::judge::Implementation::Kernel,
            fingerprint: None,
        };
        Ok((policy, spec))
    }
}

/// Edits on the command line.
#[derive(Debug, Clone, Args)]
pub struct Edited {
    /// A file of edits, one a line; `-` reads standard input. Without edits it is the baseline
    #[arg(long)]
    genome: Option<PathBuf>,
    /// One edit, such as "delete %37"; may be repeated, and comes after those of --genome
    #[arg(long = "edit", value_name = "EDIT")]
    edits: Vec<String>,
}

impl Edited {
    /// All of them, in order.
    ///
    /// # Errors
    /// When the file cannot be read, or one is no edit.
    pub fn genome(&self) -> Result<Genome, Failure> {
        let mut genome = match &self.genome {
            Some(path) => read_genome(path)?,
            None => Genome::default(),
        };
        for edit in &self.edits {
            let edit = edit
                .parse()
                .map_err(|e| Failure::usage(format!("--edit {edit:?}: {e}")))?;
            genome.push(edit);
        }
        Ok(genome)
    }
}

/// The edits of a file, one a line; `-` is standard input.
///
/// # Errors
/// When it cannot be read, or a line is no edit.
pub fn read_genome(path: &Path) -> Result<Genome, Failure> {
    let name = path.display();
    let text = match path.as_os_str() == "-" {
        true => std::io::read_to_string(std::io::stdin()),
        false => std::fs::read_to_string(path),
    };
    let text = text.map_err(|e| Failure::usage(format!("{name}: {e}")))?;
    text.parse()
        .map_err(|e| Failure::usage(format!("{name}: {e}")))
}

/// The workloads below a corpus folder.
///
/// # Errors
/// When there are none.
pub fn corpus(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let found = crate::bench::workloads(folder);
    match found.is_empty() {
        true => Err(Failure::usage(format!(
            "no workload below {}/ here; name workloads, or run this in a checkout",
            folder.display()
        ))),
        false => Ok(found),
    }
}

/// This binary as a worker.
///
/// # Errors
/// When the operating system does not say where this binary is.
pub fn worker(policy: &Policy) -> Result<WorkerCommand, Failure> {
    let program = std::env::current_exe().map_err(Failure::internal)?;
    let memory = policy.limits.memory_mib.to_string();
    Ok(WorkerCommand {
        program,
        args: ["worker", "--memory-mib", &memory].map(Into::into).to_vec(),
    })
}

/// How many workers run side by side unless told otherwise: as many as this process may use cores.
pub fn default_jobs() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

//! A run opened again by its directory.

use std::path::{Path, PathBuf};

use clap::Args;

use super::options::{default_jobs, worker};
use super::{Failure, stop_flag};
use crate::search::{Baseline, Champion, Mode, Run, RunSettings, recall};
use crate::target::Ptxas;

/// The note of a run that has the name of its policy.
pub const POLICY_NOTE: &str = "policy";

/// Which run, and how many workers.
#[derive(Debug, Clone, Args)]
pub struct Reopening {
    /// The run's directory, which `tune` made
    pub run: PathBuf,
    /// Worker processes side by side [default: the cores of this machine]
    #[arg(long)]
    pub jobs: Option<usize>,
}

impl Reopening {
    /// Opens the run with what it was started with, and judges its baseline or recalls the verdict.
    ///
    /// # Errors
    /// When there is no such run, or what it tunes has changed since.
    pub fn open(&self) -> Result<(Run, Baseline), Failure> {
        let recalled = recall(&self.run).map_err(crate::search::Error::from)?;
        let recalled = recalled.ok_or_else(|| {
            let run = self.run.display();
            Failure::usage(format!(
                "{run} does not say what it was started with; give it that once more: warpsmith tune ... --out {run} --resume"
            ))
        })?;
        let jobs = self.jobs.unwrap_or_else(default_jobs);
        if jobs == 0 {
            return Err(Failure::usage("--jobs 0: at least one worker is needed"));
        }
        let worker = worker(&recalled.policy)?;
        let settings = RunSettings {
            spec: recalled.spec,
            policy: recalled.policy,
            seed: recalled.seed,
            directory: self.run.clone(),
            mode: Mode::Resume,
            jobs,
            worker,
            ptxas: Ptxas::find(),
            stop: stop_flag()?,
        };
        let mut run = Run::open(settings)?;
        let baseline = run.baseline(&mut |_| {})?;
        Ok((run, baseline))
    }
}

/// The policy's name, as the user gave it when the run was started.
///
/// # Errors
/// When the archive cannot be read.
pub fn policy_name(run: &Run) -> Result<String, Failure> {
    let noted = run.archive().note(POLICY_NOTE).map_err(Failure::internal)?;
    Ok(noted.unwrap_or_else(|| "unnamed".into()))
}

/// The variant that the run has chosen.
///
/// # Errors
/// When it has not chosen one, which `minimize` does.
pub fn champion(run: &Run, directory: &Path) -> Result<Champion, Failure> {
    run.recall_champion()?.ok_or_else(|| {
        let directory = directory.display();
        Failure {
            exit: super::Exit::NothingBetter,
            message: format!(
                "{directory} has no variant that could be exported yet; warpsmith minimize {directory} looks for one in what was judged so far"
            ),
        }
    })
}

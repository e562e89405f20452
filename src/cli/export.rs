//! `warpsmith export`: a run's chosen variant, written as a bundle.

use std::path::{Path, PathBuf};

use clap::Args;

use super::reopen::{Reopening, champion, policy_name};
use super::{Exit, Failure, say, say_json};
use crate::bundle::{self, Contents, Exported};
use crate::edit::Genome;
use crate::search::{Baseline, Champion, Run};

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    reopening: Reopening,
    /// The bundle's folder, which must be new, empty, or an earlier bundle [default: RUN/bundle]
    #[arg(long)]
    output: Option<PathBuf>,
    /// Write the unedited kernel, too, and the host code that launches it where the tuned one's conditions do not hold. It is written
    /// without being asked for where the workload does not promise a condition
    #[arg(long)]
    guard: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Exports.
///
/// # Errors
/// Bad input, a stop, or a fault of ours.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let (mut run, baseline) = arguments.reopening.open()?;
    let champion = champion(&run, &arguments.reopening.run)?;
    let folder = arguments.reopening.run.join(bundle::FOLDER);
    let job = Job {
        baseline: &baseline,
        champion: &champion,
        policy: &policy_name(&run)?,
        path: arguments.output.as_ref().unwrap_or(&folder),
        guard: arguments.guard,
    };
    let (exported, guarded) = job.write(&mut run)?;
    if arguments.json {
        say_json(&serde_json::json!({
            "bundle": exported.path,
            "guarded": guarded,
            "assembled": exported.assembled,
        }))?;
    } else {
        let guard = match guarded {
            true => "; a guard chooses between it and the unedited kernel",
            false => "",
        };
        say(&format!("bundle  {}{guard}", exported.path.display()));
    }
    Ok(Exit::Done)
}

/// What is exported, and where to.
pub struct Job<'a> {
    /// The unedited kernel.
    pub baseline: &'a Baseline,
    /// The variant.
    pub champion: &'a Champion,
    /// The policy's name, as the user gave it.
    pub policy: &'a str,
    /// The bundle's folder.
    pub path: &'a Path,
    /// Whether a guard is wanted where none is needed.
    pub guard: bool,
}

impl Job<'_> {
    /// Writes the bundle; says what was written, and whether it has a guard.
    ///
    /// # Errors
    /// As [`bundle::export`]; as [`Run::certify`].
    pub fn write(&self, run: &mut Run) -> Result<(Exported, bool), Failure> {
        let artifacts = run.artifacts(&self.champion.genome)?;
        let certified = match run.recall_certified(self.champion)? {
            Some(certified) => certified,
            None => run.certify(self.baseline, self.champion, &artifacts)?,
        };
        let guarded = self.guard || bundle::needs_guard(run.subject(), &artifacts);
        let original = match guarded {
            true => Some(run.artifacts(&Genome::default())?),
            false => None,
        };
        let confirmed = run.confirm(self.champion)?;
        let contents = Contents {
            subject: run.subject(),
            settings: run.settings(),
            policy: self.policy,
            baseline: self.baseline,
            champion: self.champion,
            certified: &certified,
            evaluations: run.recall_found()?.evaluations,
            artifacts: &artifacts,
            original: original.as_ref(),
            ptxas: run.settings().ptxas.clone(),
            device: run.device(),
            confirmed: confirmed.as_ref(),
        };
        let exported = bundle::export(&contents, self.path).map_err(|error| match error {
            bundle::Error::Occupied(_) => Failure::usage(error),
            other => Failure::internal(other),
        })?;
        Ok((exported, guarded))
    }
}

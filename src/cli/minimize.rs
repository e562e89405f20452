//! `warpsmith minimize`: the winner of a run, shrunk to the edits that matter.

use std::path::PathBuf;

use clap::Args;

use super::account::Account;
use super::options::read_genome;
use super::reopen::Reopening;
use super::{Exit, Failure, say, say_json};
use crate::edit::Genome;
use crate::search::{Baseline, Event, Found, Progress, Run, SLACK, Shrink, StopReason};

/// Arguments of `minimize`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    reopening: Reopening,
    /// A file of edits, one a line, in place of the run's best genome; `-` reads standard input
    #[arg(long)]
    genome: Option<PathBuf>,
    /// How much of its time the variant may lose to have fewer edits, as a share
    #[arg(long, default_value_t = SLACK)]
    slack: f64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Minimises, and says what is left.
///
/// # Errors
/// Bad input, a stop, or a fault of ours.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    if !(0.0..1.0).contains(&arguments.slack) {
        return Err(Failure::usage("--slack wants a share from 0 to 1"));
    }
    let genome = arguments.genome.as_deref().map(read_genome).transpose()?;
    let (mut run, baseline) = arguments.reopening.open()?;
    let found = match &genome {
        None => run.recall_found()?,
        Some(genome) => given(&mut run, &baseline, genome)?,
    };
    let shrink = Shrink {
        slack: arguments.slack,
        pairs: true,
        ..Shrink::default()
    };
    let mut rejected = Vec::new();
    let mut observer = |event: Event<'_>| {
        if let Event::Rejected(verdict) = event {
            rejected.extend(verdict.reason.as_ref().map(ToString::to_string));
        }
    };
    let champion = run.champion_within(&baseline, &found, &shrink, &mut observer)?;
    let account = match champion {
        Some(champion) => Some(Account::of(&mut run, &baseline, &champion)?),
        None => None,
    };
    if arguments.json {
        say_json(&serde_json::json!({ "rejected": rejected, "best": account }))?;
    } else {
        for reason in &rejected {
            say(&format!("rejected: {reason}"));
        }
        match &account {
            Some(account) => account.print(),
            None => say("nothing faster was found that is right on every case"),
        }
    }
    Ok(match account {
        Some(_) => Exit::Done,
        None => Exit::NothingBetter,
    })
}

/// A genome that the user gives, as if a search had found it.
fn given(run: &mut Run, baseline: &Baseline, genome: &Genome) -> Result<Found, Failure> {
    let individual = run.individual(baseline, genome)?;
    let individual = individual.map_err(|verdict| {
        let reason = verdict.reason.as_ref().map(ToString::to_string);
        let outcome = verdict.outcome;
        Failure {
            exit: Exit::NothingBetter,
            message: format!(
                "the genome is wrong on the search cases: {outcome}: {}",
                reason.unwrap_or_default()
            ),
        }
    })?;
    let (evaluations, generations) = (1, 1);
    Ok(Found {
        ranking: vec![individual],
        evaluations,
        generations,
        stopped: StopReason::Exhausted,
        progress: Progress::default(),
    })
}

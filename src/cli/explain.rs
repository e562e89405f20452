//! `warpsmith explain`: what a reviewer wants to know of the variant that a run has chosen.

use clap::Args;

use super::account::Account;
use super::reopen::{Reopening, champion};
use super::show::Code;
use super::{Exit, Failure, say, say_json};
use crate::edit::Genome;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 3;

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    reopening: Reopening,
    /// Show what changed in the code, too
    #[arg(long, value_enum)]
    diff: Option<Code>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Explains.
///
/// # Errors
/// Bad input, a stop, or a fault of ours.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let (mut run, baseline) = arguments.reopening.open()?;
    let champion = champion(&run, &arguments.reopening.run)?;
    let account = Account::of(&mut run, &baseline, &champion)?;
    let diff = match arguments.diff {
        None => None,
        Some(code) => {
            let before = run.artifacts(&Genome::default())?;
            let after = run.artifacts(&champion.genome)?;
            Some(difference(code.text(&before), code.text(&after)))
        }
    };
    if arguments.json {
        let mut report = serde_json::to_value(&account).map_err(Failure::internal)?;
        if let Some(diff) = diff {
            report["diff"] = diff.into();
        }
        say_json(&report)?;
    } else {
        account.print();
        if let Some(diff) = diff {
            say(diff.trim_end());
        }
    }
    Ok(Exit::Done)
}

/// A unified diff. The only place that names similar.
fn difference(before: &str, after: &str) -> String {
    similar::TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(CONTEXT)
        .header("unedited", "tuned")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_shows_what_went_and_what_came() {
        let diff = difference("a\nb\nc\n", "a\nB\nc\n");
        assert!(diff.starts_with("--- unedited\n+++ tuned\n"), "{diff}");
        assert!(diff.contains("-b\n+B\n"), "{diff}");
        assert_eq!(difference("a\n", "a\n"), "");
    }
}

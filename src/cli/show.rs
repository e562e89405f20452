//! `warpsmith show`: the kernel with the addresses that edits name.

use clap::Args;

use super::options::Judging;
use super::{Exit, Failure, say};
use crate::edit::FAMILIES;
use crate::judge::Subject;

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    judging: Judging,
}

/// Prints the kernel's instructions, then what can be done to them.
///
/// # Errors
/// Bad input.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let (_, spec) = arguments.judging.resolve()?;
    let subject = Subject::load(&spec).map_err(Failure::usage)?;
    say(subject.source.sketch().to_string().trim_end());
    say("\nedits:");
    for family in FAMILIES {
        say(&format!("  {:44} {}", family.shape, family.about));
    }
    for (name, tunable) in &subject.workload.tunables {
        let values: Vec<String> = tunable.values.iter().map(ToString::to_string).collect();
        say(&format!(
            "tunable {name}: {} (default {})",
            values.join(", "),
            tunable.default
        ));
    }
    Ok(Exit::Done)
}

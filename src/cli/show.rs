//! `warpsmith show`: the kernel with the addresses that edits name, or what edits make of it.

use std::time::Duration;

use clap::{Args, ValueEnum};

use super::options::{Edited, Judging, worker};
use super::{Exit, Failure, say, stop_flag};
use crate::crew::{self, Crew, Settings};
use crate::edit::FAMILIES;
use crate::judge::{Artifacts, JudgeSpec, Subject};
use crate::search::Policy;

/// How long edits may take to compile.
const DEADLINE: Duration = Duration::from_secs(60);

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    judging: Judging,
    #[command(flatten)]
    edited: Edited,
    /// Show the expert's kernel, which the workload's [expert] names, or what edits make of that
    #[arg(long)]
    expert: bool,
    /// Show what the kernel compiles to, with the edits; without it, the unedited kernel with addresses
    #[arg(long, value_enum)]
    code: Option<Code>,
}

/// Which code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Code {
    /// The optimised LLVM-IR
    Ir,
    /// The PTX
    Ptx,
}

impl Code {
    /// That code of what a genome compiles to.
    pub fn text(self, artifacts: &Artifacts) -> &str {
        match self {
            Code::Ir => &artifacts.ir,
            Code::Ptx => &artifacts.ptx,
        }
    }
}

/// Prints the kernel's instructions, then what can be done to them; or the code that edits make of it.
///
/// # Errors
/// Bad input, edits that do not compile, or edits without a code to show them in.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let (policy, mut spec) = arguments.judging.resolve()?;
    if arguments.expert {
        spec = spec.of_expert();
    }
    let subject = Subject::load(&spec).map_err(Failure::usage)?;
    let genome = arguments.edited.genome()?;
    match arguments.code {
        Some(code) => return compiled(arguments, code, &policy, spec),
        None if !genome.is_empty() => {
            let message = "edits show in what they compile to: add --code ir or --code ptx";
            return Err(Failure::usage(message));
        }
        None => {}
    }
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

/// Prints what the edits make of the kernel, and on standard error which of them found no place.
fn compiled(
    arguments: &Arguments,
    code: Code,
    policy: &Policy,
    spec: JudgeSpec,
) -> Result<Exit, Failure> {
    let genome = arguments.edited.genome()?;
    let settings = Settings {
        command: worker(policy)?,
        jobs: 1,
        deadline: DEADLINE,
    };
    let built = Crew::new(spec, settings, stop_flag()?).build(&genome);
    let artifacts = built.map_err(|error| match error {
        crew::Error::Refused(message) => Failure::usage(message),
        other => crate::search::Error::from(other).into(),
    })?;
    say(code.text(&artifacts).trim_end());
    for skipped in &artifacts.skipped {
        eprintln!("edit {} was skipped: {}", skipped.edit + 1, skipped.why);
    }
    Ok(Exit::Done)
}

//! `warpsmith show`: the kernel with the addresses that edits name, or what edits make of it.

use std::time::Duration;

use clap::{Args, ValueEnum};

use super::options::{Edited, Judging, worker};
use super::{Exit, Failure, say, stop_flag};
use crate::crew::{self, Crew, Settings};
use crate::edit::{FAMILIES, Genome};
use crate::ir::Sketch;
use crate::judge::{Artifacts, BASELINE_STEPS, JudgeSpec, Scope, StepBudget, Subject};
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
    /// Show which share of the time on the search cases goes into each instruction, with the edits
    #[arg(long, conflicts_with = "code")]
    profile: bool,
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

/// Prints the kernel's instructions, then what can be done to them; or the code that edits make of it, or where its time goes with them.
///
/// # Errors
/// Bad input, edits that cannot be compiled or executed, or edits that are given nothing to show in.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let (policy, mut spec) = arguments.judging.resolve()?;
    if arguments.expert {
        spec = spec.of_expert();
    }
    let subject = Subject::load(&spec).map_err(Failure::usage)?;
    let genome = arguments.edited.genome()?;
    if let Some(code) = arguments.code {
        return compiled(&genome, code, &crew(&policy, spec)?);
    }
    if arguments.profile {
        return profiled(&genome, subject.source.sketch(), &crew(&policy, spec)?);
    }
    if !genome.is_empty() {
        let message = "edits show in what they compile to, and in where its time goes: add --code ptx, --code ir or --profile";
        return Err(Failure::usage(message));
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

fn crew(policy: &Policy, spec: JudgeSpec) -> Result<Crew, Failure> {
    let settings = Settings {
        command: worker(policy)?,
        jobs: 1,
        deadline: DEADLINE,
    };
    Ok(Crew::new(spec, settings, stop_flag()?))
}

/// What a genome that cannot be compiled or executed means to the user.
fn refused(error: crew::Error) -> Failure {
    match error {
        crew::Error::Refused(message) => Failure::usage(message),
        other => crate::search::Error::from(other).into(),
    }
}

/// Prints what the edits make of the kernel, and on standard error which of them found no place.
fn compiled(genome: &Genome, code: Code, crew: &Crew) -> Result<Exit, Failure> {
    let artifacts = crew.build(genome).map_err(refused)?;
    say(code.text(&artifacts).trim_end());
    for skipped in &artifacts.skipped {
        eprintln!("edit {} was skipped: {}", skipped.edit + 1, skipped.why);
    }
    Ok(Exit::Done)
}

/// Prints the unedited kernel with the share of the time that goes into what was made of each instruction.
fn profiled(genome: &Genome, sketch: &Sketch, crew: &Crew) -> Result<Exit, Failure> {
    let budget = StepBudget::flat(BASELINE_STEPS);
    let times_ns = crew
        .profile(genome, Scope::Search, &budget)
        .map_err(refused)?;
    let total_ns: f64 = times_ns.iter().sum();
    let margin = |number: u32| match times_ns.get(number as usize) {
        Some(time_ns) if *time_ns > 0.0 => format!("{:5.1} %  ", 100.0 * time_ns / total_ns),
        _ => " ".repeat(9),
    };
    let mut listing = String::new();
    sketch
        .list(&mut listing, &margin)
        .map_err(Failure::internal)?;
    say(listing.trim_end());
    Ok(Exit::Done)
}

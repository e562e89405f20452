//! `warpsmith threads`: the tuner of framework threads.

mod exhaust;
mod models;
mod options;
mod pipeline;
mod sample;
mod serve;
mod topology;
mod tune;
mod width;

use clap::Subcommand;

use super::{Exit, Failure};
use crate::threads::{graph, scenario, trial};

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find the best thread settings for a model or a command, and write a file that sets them
    Tune(tune::Arguments),
    /// Measure every setting, and hold what `tune` found against the truth
    Exhaust(exhaust::Arguments),
    /// Print the average width of a model's graph, layer by layer
    Width(width::Arguments),
    /// Print what this process may run on
    Topology(topology::Arguments),
    /// Find how many queries a second a model answers in time, or run one of MLPerf's scenarios
    Serve(serve::Arguments),
    /// Share cores out among the stages of a pipeline
    Pipeline(pipeline::Arguments),
    /// Make models to tune, with random weights
    Models(models::Arguments),
    /// Answer one load: what `serve` starts for each
    #[command(hide = true)]
    Load(serve::LoadArguments),
    /// Run a model in ONNX Runtime once and print one JSON line: what `tune` starts for each sample
    #[command(hide = true)]
    Sample(sample::Arguments),
}

/// Runs one.
///
/// # Errors
/// The subcommand's.
pub fn run(command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Tune(arguments) => tune::run(arguments),
        Command::Exhaust(arguments) => exhaust::run(arguments),
        Command::Width(arguments) => width::run(arguments),
        Command::Topology(arguments) => topology::run(arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Pipeline(arguments) => pipeline::run(arguments),
        Command::Models(arguments) => models::run(arguments),
        Command::Load(arguments) => serve::load(arguments),
        Command::Sample(arguments) => sample::run(arguments),
    }
}

impl From<scenario::Error> for Failure {
    fn from(error: scenario::Error) -> Failure {
        Failure::usage(error)
    }
}

impl From<graph::Error> for Failure {
    fn from(error: graph::Error) -> Failure {
        Failure::usage(error)
    }
}

impl From<trial::Error> for Failure {
    fn from(error: trial::Error) -> Failure {
        let exit = match error {
            trial::Error::Archive(error) => return error.into(),
            trial::Error::Stopped => Exit::Stopped,
            trial::Error::Machine(_) => Exit::Usage,
            trial::Error::Default { .. } => Exit::BadBaseline,
        };
        Failure {
            exit,
            message: error.to_string(),
        }
    }
}

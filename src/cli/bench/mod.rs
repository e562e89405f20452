//! `warpsmith bench`: measures this program itself. One file a benchmark.

mod calibrate;
mod gpu;
mod judge;
mod model;
mod search;
mod sim;

use clap::Subcommand;

use super::{Exit, Failure};

/// What can be measured.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What a GPU can do, measured, and a target's description with these numbers
    Calibrate(calibrate::Arguments),
    /// Everything that needs a GPU: microbenchmarks, how well the clock ranks variants, tuning runs with confirmed results
    Gpu(gpu::Arguments),
    /// Variants judged a second on one core, compilation included
    Judge(judge::Arguments),
    /// Whether the clock orders kernels as hardware does
    Model(model::Arguments),
    /// What policies find, with how many evaluations
    Search(search::Arguments),
    /// Thread instructions that the simulator executes a second, with and without checks
    Sim(sim::Arguments),
}

/// Measures.
///
/// # Errors
/// Bad input, or workers that fail.
pub fn run(command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Calibrate(arguments) => calibrate::run(arguments),
        Command::Gpu(arguments) => gpu::run(arguments),
        Command::Judge(arguments) => judge::run(arguments),
        Command::Model(arguments) => model::run(arguments),
        Command::Search(arguments) => search::run(arguments),
        Command::Sim(arguments) => sim::run(arguments),
    }
}

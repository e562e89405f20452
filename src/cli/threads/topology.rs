//! `warpsmith threads topology`: what this process may run on.

use clap::Args;

use crate::cli::{Exit, Failure, say, say_json};
use crate::threads::topology::Topology;

/// Arguments of `threads topology`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Looks.
///
/// # Errors
/// When the system says nothing of the processors.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let topology = Topology::detect().map_err(Failure::internal)?;
    if arguments.json {
        say_json(&topology)?;
        return Ok(Exit::Done);
    }
    say(&topology.summary());
    for cpu in &topology.cpus {
        say(&format!(
            "  cpu {:<3} core {:<3} socket {:<2} node {}",
            cpu.id, cpu.core, cpu.socket, cpu.node
        ));
    }
    say(&format!(
        "no setting has more than {} threads at work",
        topology.cores()
    ));
    Ok(Exit::Done)
}

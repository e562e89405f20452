//! `warpsmith threads pipeline`: cores by stage.

use std::path::PathBuf;

use clap::Args;

use crate::cli::table::table;
use crate::cli::{Exit, Failure, say, say_json, stop_flag};
use crate::threads::pipeline::{Allocation, Error, Pipeline, allocate, measure};
use crate::threads::topology::Topology;

/// Arguments of `threads pipeline`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The stages, as TOML
    pipeline: PathBuf,
    /// Cores to share out [default: those that this process may use]
    #[arg(long)]
    cores: Option<f64>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Measures what has no rate, and shares out.
///
/// # Errors
/// Bad input, or a stage that fails.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let pipeline = Pipeline::load(&arguments.pipeline).map_err(Failure::usage)?;
    let topology = Topology::detect().map_err(Failure::internal)?;
    let cores = arguments.cores.unwrap_or(topology.cores() as f64);
    if !(cores >= 1.0 && cores.is_finite()) {
        return Err(Failure::usage("--cores is a number, at least 1"));
    }
    let stop = stop_flag()?;
    let stages = measure(&pipeline, &topology, &stop, &mut |stage| {
        eprintln!("timing {stage} on one core")
    })
    .map_err(|error| Failure {
        exit: match error {
            Error::Stopped => Exit::Stopped,
            Error::Stage { .. } => Exit::BadBaseline,
            _ => Exit::Usage,
        },
        message: error.to_string(),
    })?;
    let memory = pipeline.memory.unwrap_or_else(|| available_memory() / 2.0);
    let allocation = allocate(&stages, cores, memory);
    if arguments.json {
        say_json(&allocation)?;
    } else {
        print(&allocation, cores);
    }
    Ok(Exit::Done)
}

fn print(allocation: &Allocation, cores: f64) {
    let rows: Vec<Vec<String>> = allocation
        .shares
        .iter()
        .zip(&allocation.advice.prefetch)
        .map(|(share, ahead)| {
            vec![
                share.name.clone(),
                format!("{:.2}", share.cores),
                share.workers.to_string(),
                format!("{:.1}", share.capacity),
                format!("{:.0} %", share.idle * 100.0),
                ahead.to_string(),
            ]
        })
        .collect();
    say(&table(
        &[
            "stage",
            "cores",
            "workers",
            "elements/s",
            "idle",
            "prefetch",
        ],
        &rows,
    ));
    let bound = match &allocation.bottleneck {
        Some(stage) => format!("bounded by {stage}, which is sequential"),
        None => format!("bounded by {cores} cores"),
    };
    say(&format!("{:.1} elements/s, {bound}", allocation.rate));
    if let Some(stage) = &allocation.advice.cache {
        let gain = match allocation.advice.rate_with_cache {
            Some(rate) => format!(": {rate:.1} elements/s once it is filled"),
            None => String::new(),
        };
        say(&format!(
            "cache what {stage} gives, which fits into memory{gain}"
        ));
    }
}

/// Bytes that could be had without swapping; none if the system does not tell.
fn available_memory() -> f64 {
    let text = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"));
    let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) * 1024.0
}

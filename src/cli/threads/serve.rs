//! `warpsmith threads serve`: how many queries a second a model answers in time, and with which sharing of the work.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::table::{table, time};
use crate::cli::{Exit, Failure, say, say_json, stop_flag};
use crate::threads::graph::Graph;
use crate::threads::onnx::find;
use crate::threads::serving::climb::{Climbed, Effort, Point, Target, climb};
use crate::threads::serving::load::DEEPRECSYS;
use crate::threads::serving::mlperf::{self, Outcome, PERCENTILES};
use crate::threads::serving::server::{Request, Server, answer};
use crate::threads::serving::{Sharing, Sizes};
use crate::threads::topology::Topology;

/// What is asked.
#[derive(Debug, Clone, Copy, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Mode {
    /// DeepRecSched: the highest rate of large queries whose tail latency holds, over sizes of parts and sharings of cores
    Deeprecsched,
    /// MLPerf: one query after the other
    SingleStream,
    /// MLPerf: the highest Poisson rate of single samples at which 99 % are answered in time
    Server,
    /// MLPerf: samples a second, all of them there at the start
    Offline,
}

/// Arguments of `threads serve`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// An ONNX model
    model: PathBuf,
    /// What is asked
    #[arg(long, value_enum, default_value = "deeprecsched")]
    scenario: Mode,
    /// The latency that must hold, milliseconds
    #[arg(long, default_value_t = 25.0)]
    latency: f64,
    /// The percentile of queries that must be under it (deeprecsched; MLPerf's own are fixed)
    #[arg(long, default_value_t = 95.0)]
    percentile: f64,
    /// Samples of a query [default: DeepRecSys' lognormal distribution, mu 5.1, sigma 0.2, at most 1024]
    #[arg(long)]
    samples: Option<usize>,
    /// Copies of the model side by side (MLPerf scenarios) [default: one a core]
    #[arg(long)]
    workers: Option<usize>,
    /// Threads of each copy (MLPerf scenarios) [default: the cores over the copies]
    #[arg(long)]
    threads: Option<usize>,
    /// Samples that a copy is given at a time (offline)
    #[arg(long, default_value_t = 32)]
    batch: usize,
    /// How long each load lasts, seconds; MLPerf asks for 600
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// Let waiting threads keep their core busy
    #[arg(long)]
    spin: bool,
    /// A Python that has the package onnxruntime
    #[arg(long, default_value = "python3")]
    python: String,
    /// Everything random follows from it
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Arguments of the process that answers a load.
#[derive(Debug, Args)]
pub struct LoadArguments {
    /// The request, as JSON
    request: String,
    /// The file that the answer is written to
    answer: PathBuf,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    model: PathBuf,
    machine: String,
    scenario: Mode,
    latency_ms: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    climbed: Option<Climbed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sharing: Option<Sharing>,
}

/// Serves.
///
/// # Errors
/// Bad input, a model that does not run, or a stop.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    check(arguments)?;
    Graph::load(&arguments.model)?;
    let topology = Topology::detect().map_err(Failure::internal)?;
    let mut server = Server {
        program: std::env::current_exe().map_err(Failure::internal)?,
        library: find(&arguments.python).map_err(Failure::usage)?,
        model: arguments.model.clone(),
        spin: arguments.spin,
        stop: stop_flag()?,
    };
    let cores = topology.cores();
    let mut report = Report {
        model: arguments.model.clone(),
        machine: topology.summary(),
        scenario: arguments.scenario,
        latency_ms: arguments.latency,
        climbed: None,
        outcome: None,
        sharing: None,
    };
    match arguments.scenario {
        Mode::Deeprecsched => {
            let target = Target {
                seconds: arguments.latency / 1e3,
                percentile: arguments.percentile / 100.0,
            };
            let effort = Effort {
                seconds: arguments.seconds,
                ..Effort::default()
            };
            let sizes = arguments.samples.map_or(DEEPRECSYS, Sizes::Fixed);
            let mut heard = |point: &Point| eprintln!("{}", described(point));
            report.climbed = Some(climb(
                &mut server,
                cores,
                sizes,
                target,
                effort,
                arguments.seed,
                &mut heard,
            )?);
        }
        mode => {
            let sharing = sharing(arguments, mode, cores)?;
            let bound = arguments.latency / 1e3;
            report.sharing = Some(sharing);
            report.outcome = Some(match mode {
                Mode::SingleStream => {
                    mlperf::single_stream(&mut server, sharing, arguments.seconds, arguments.seed)?
                }
                Mode::Server => mlperf::server(
                    &mut server,
                    sharing,
                    bound,
                    arguments.seconds,
                    arguments.seed,
                )?,
                Mode::Offline | Mode::Deeprecsched => {
                    mlperf::offline(&mut server, sharing, arguments.seconds, arguments.seed)?
                }
            });
        }
    }
    if arguments.json {
        say_json(&report)?;
    } else {
        print(&report, arguments);
    }
    let held = report
        .climbed
        .as_ref()
        .is_none_or(|climbed| climbed.best.rate > 0.0)
        && report
            .outcome
            .as_ref()
            .is_none_or(|outcome| outcome.metric > 0.0);
    Ok(if held {
        Exit::Done
    } else {
        Exit::NothingBetter
    })
}

fn check(arguments: &Arguments) -> Result<(), Failure> {
    let positive = |x: f64| x > 0.0 && x.is_finite();
    if !positive(arguments.latency) || !positive(arguments.seconds) {
        return Err(Failure::usage(
            "--latency and --seconds are numbers above zero",
        ));
    }
    if !(arguments.percentile > 0.0 && arguments.percentile < 100.0) {
        return Err(Failure::usage(
            "--percentile is between 0 and 100, as in 95",
        ));
    }
    if [
        Some(arguments.batch),
        arguments.samples,
        arguments.workers,
        arguments.threads,
    ]
    .contains(&Some(0))
    {
        return Err(Failure::usage(
            "--batch, --samples, --workers and --threads are at least 1",
        ));
    }
    Ok(())
}

/// The copies and threads of an MLPerf scenario, within the cores.
fn sharing(arguments: &Arguments, mode: Mode, cores: usize) -> Result<Sharing, Failure> {
    let alone = matches!(mode, Mode::SingleStream);
    let workers = arguments.workers.unwrap_or(if alone { 1 } else { cores });
    let threads = arguments.threads.unwrap_or((cores / workers).max(1));
    if workers * threads > cores {
        return Err(Failure::usage(format!(
            "{workers} copies of {threads} threads are more than the {cores} cores that this process may use"
        )));
    }
    let batch = if matches!(mode, Mode::Offline) {
        arguments.batch
    } else {
        1
    };
    Ok(Sharing {
        workers,
        threads,
        batch,
    })
}

fn described(point: &Point) -> String {
    let Sharing {
        workers,
        threads,
        batch,
    } = point.sharing;
    let shared = format!("{workers} copies of {threads} threads, parts of {batch}");
    match point.rate > 0.0 {
        true => format!(
            "{shared}: {:.1} queries/s, tail {}",
            point.rate,
            time(point.tail * 1e9)
        ),
        false => format!("{shared}: the latency holds at no rate"),
    }
}

fn print(report: &Report, arguments: &Arguments) {
    say(&report.machine);
    if let Some(climbed) = &report.climbed {
        let row = |point: &Point| {
            let Sharing {
                workers,
                threads,
                batch,
            } = point.sharing;
            let tail = if point.tail.is_finite() {
                time(point.tail * 1e9)
            } else {
                "too long".into()
            };
            vec![
                batch.to_string(),
                workers.to_string(),
                threads.to_string(),
                format!("{:.1}", point.rate),
                tail,
            ]
        };
        let rows: Vec<_> = climbed.points.iter().map(row).collect();
        let tail = format!("p{} latency", arguments.percentile);
        say(&table(
            &["part", "copies", "threads", "queries/s", &tail],
            &rows,
        ));
        say(&format!("best: {}", described(&climbed.best)));
        say(&format!(
            "quick runs of {} s at each rate, not of MLPerf length",
            arguments.seconds
        ));
    }
    if let (Some(outcome), Some(sharing)) = (&report.outcome, report.sharing) {
        say(&format!(
            "{} copies of {} threads, parts of {}",
            sharing.workers, sharing.threads, sharing.batch
        ));
        let metric = match outcome.unit {
            "s" => format!(
                "{} (90th percentile, early-stopping estimate)",
                time(outcome.metric * 1e9)
            ),
            unit => format!("{:.1} {unit}", outcome.metric),
        };
        say(&format!(
            "{metric}, {} queries in {:.1} s",
            outcome.queries, outcome.seconds
        ));
        let latencies = PERCENTILES.iter().zip(outcome.percentiles);
        let latencies: Vec<_> = latencies
            .map(|(p, latency)| format!("p{:.0} {}", p * 100.0, time(latency * 1e9)))
            .collect();
        say(&format!("latency {}", latencies.join(", ")));
        if !outcome.mlperf_length {
            say("a quick run, not of MLPerf length (600 s and its numbers of queries)");
        }
    }
}

/// Answers a load, for `serve`.
///
/// # Errors
/// When the request is none, or the model does not run.
pub fn load(arguments: &LoadArguments) -> Result<Exit, Failure> {
    let request: Request = serde_json::from_str(&arguments.request).map_err(Failure::usage)?;
    let library = find("python3").map_err(Failure::usage)?;
    let served = answer(&library, &request).map_err(Failure::usage)?;
    let text = serde_json::to_string(&served).map_err(Failure::internal)?;
    std::fs::write(&arguments.answer, text).map_err(Failure::internal)?;
    Ok(Exit::Done)
}

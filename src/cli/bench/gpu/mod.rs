//! `warpsmith bench gpu`: everything that needs a GPU, in one command and a bounded time.
//!
//! Each part writes what it has as soon as it has it, so that a time-out costs only what was not begun.

mod apart;
mod baseline;
mod print;
mod trial;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::Args;

use crate::bench::GpuReport;
use crate::cli::options::{BackendName, CostsName, Judging, TierName, corpus, default_jobs};
use crate::cli::{Exit, Failure, say_json, stop_flag};
use crate::files;
use crate::judge::JudgeSpec;
use crate::search::Policy;

/// The share of the time that microbenchmarks may take.
const CALIBRATION: f64 = 0.15;
/// ... and the hand-made kernels.
const BY_HAND: f64 = 0.05;
/// ... and the unedited kernels of workloads that are not tuned.
const BASELINES: f64 = 0.2;
/// The most that one of these is given: a reference may take long to compute.
const BASELINE: Duration = Duration::from_secs(30);
/// The least that a workload is given, seconds: below, not even its baseline is measured.
const LEAST_S: f64 = 5.0;

/// Arguments of `bench gpu`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Workloads: their folders [default: the first wave of the corpus]
    workloads: Vec<PathBuf>,
    /// The driver's number of the device
    #[arg(long, default_value_t = 0)]
    gpu: u32,
    /// The device's description: a target's name, or the path of a file
    #[arg(long, default_value = "h200")]
    target: String,
    /// Where results are written, each as soon as it is there
    #[arg(long, default_value = "gpu-results")]
    out: PathBuf,
    /// Seconds for all of it
    #[arg(long, default_value_t = 480.0)]
    seconds: f64,
    /// Genomes judged of each workload, at most
    #[arg(long, default_value_t = 400)]
    budget: usize,
    /// Worker processes that compile and simulate [default: one less than this machine has cores]
    #[arg(long)]
    jobs: Option<usize>,
    /// Leave out the microbenchmarks and the hand-made kernels
    #[arg(long)]
    no_calibration: bool,
    /// Leave out the unedited kernels of those workloads of the corpus that are not tuned
    #[arg(long)]
    no_baselines: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The workloads that are measured unless others are named.
const FIRST_WAVE: [&str; 13] = [
    "embedding/sls_f32",
    "embedding/sls_q8",
    "attention/softmax_context",
    "attention/forward",
    "transformer/layernorm_residual",
    "transformer/bias_gelu",
    "winograd/f2",
    "winograd/f4",
    "graph/spmm_csr",
    "ann/l2_topk",
    "rodinia/hotspot",
    "rodinia/nw",
    "svm/smo_solve",
];

/// Measures.
///
/// # Errors
/// No device, workloads that are not there, results that cannot be written.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    if !(arguments.seconds >= 10.0 && arguments.seconds < 1e6) {
        return Err(Failure::usage("--seconds wants 10 or more"));
    }
    let began = Instant::now();
    let stop = stop_flag()?;
    let gpus = crate::target::cuda::devices().map_err(Failure::usage)?;
    let Some(about) = gpus.get(arguments.gpu as usize) else {
        return Err(Failure::usage(format!(
            "--gpu {}: the driver has {} devices",
            arguments.gpu,
            gpus.len()
        )));
    };
    let workloads = workloads(arguments)?;
    let mut report = GpuReport {
        command: std::env::args().collect(),
        device: Some(about.clone()),
        ..GpuReport::default()
    };
    save(arguments, &mut report, began)?;
    if !arguments.no_calibration {
        apart::calibrate(arguments, &mut report)?;
        save(arguments, &mut report, began)?;
        apart::by_hand(arguments, &mut report)?;
        save(arguments, &mut report, began)?;
    }
    if !arguments.no_baselines {
        let until = Instant::now() + Duration::from_secs_f64(arguments.seconds * BASELINES);
        for folder in others(&workloads) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || stop.load(Ordering::Relaxed) {
                break;
            }
            let checked = baseline::check(arguments, &folder, left.min(BASELINE), &stop);
            report.baselines.push(checked);
            save(arguments, &mut report, began)?;
        }
    }
    for (at, folder) in workloads.iter().enumerate() {
        let left = arguments.seconds - began.elapsed().as_secs_f64();
        let share = left / (workloads.len() - at) as f64;
        if share < LEAST_S || stop.load(Ordering::Relaxed) {
            break;
        }
        eprintln!("{}: {share:.0} s", folder.display());
        let trial = trial::trial(arguments, folder, Duration::from_secs_f64(share), &stop);
        report.trials.push(trial);
        save(arguments, &mut report, began)?;
    }
    if arguments.json {
        say_json(&report)?;
    } else {
        print::print(&report);
    }
    Ok(match stop.load(Ordering::Relaxed) {
        true => Exit::Stopped,
        false => Exit::Done,
    })
}

fn workloads(arguments: &Arguments) -> Result<Vec<PathBuf>, Failure> {
    if !arguments.workloads.is_empty() {
        return Ok(arguments.workloads.clone());
    }
    let folder = Path::new("corpus");
    let all = corpus(folder)?;
    let wave = FIRST_WAVE.map(|name| folder.join(name));
    Ok(wave.into_iter().filter(|it| all.contains(it)).collect())
}

/// Workloads of the corpus that are not among these; none where there is no corpus.
fn others(tuned: &[PathBuf]) -> Vec<PathBuf> {
    let name = |folder: &PathBuf| folder.canonicalize().ok();
    let tuned: Vec<_> = tuned.iter().map(name).collect();
    let all = crate::bench::workloads(Path::new("corpus"));
    all.into_iter()
        .filter(|folder| !tuned.contains(&name(folder)))
        .collect()
}

fn save(arguments: &Arguments, report: &mut GpuReport, began: Instant) -> Result<(), Failure> {
    report.sum_up();
    report.seconds = began.elapsed().as_secs_f64();
    let path = arguments.out.join("gpu.json");
    let json = serde_json::to_vec_pretty(report).map_err(Failure::internal)?;
    files::write(&path, &json).map_err(|e| Failure::usage(format!("{}: {e}", path.display())))
}

/// What judges a workload on the device, by the default policy.
fn judging(arguments: &Arguments, folder: &Path) -> Result<(Policy, JudgeSpec), Failure> {
    let judging = Judging {
        workload: folder.to_path_buf(),
        target: arguments.target.clone(),
        fitness: "default".into(),
        tolerance: Some(TierName::Strict),
        costs: CostsName::Estimate,
        backend: BackendName::Cuda,
        gpu: vec![arguments.gpu],
    };
    judging.resolve()
}

/// Workers that compile and simulate. One core is the device's: a process that has to wait for one launches late, and that is what is timed then.
fn jobs(arguments: &Arguments) -> usize {
    let most = default_jobs() - 1;
    arguments.jobs.unwrap_or(most).max(1)
}

/// Sets a flag when its time is over, or when `also` is set.
fn alarm(after: Duration, also: &Arc<AtomicBool>) -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    let (set, also) = (Arc::clone(&flag), Arc::clone(also));
    let until = Instant::now() + after;
    std::thread::spawn(move || {
        while Instant::now() < until && !also.load(Ordering::Relaxed) {
            // Nobody waits for it any more.
            if Arc::strong_count(&set) == 1 {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        set.store(true, Ordering::Relaxed);
    });
    flag
}

//! `warpsmith bench gpu`: everything that needs a GPU, in one command and a bounded time.
//!
//! Each part writes what it has as soon as it has it, so that a time-out costs only what was not begun.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::Args;

use crate::bench::{Calibration, GpuReport, MeasuredVariant, Trial, raced, ranking};
use crate::cli::options::{
    BackendName, CostsName, Judging, TierName, corpus, default_jobs, worker,
};
use crate::cli::table::{table, time};
use crate::cli::{Exit, Failure, say, say_json, stop_flag};
use crate::crew;
use crate::files;
use crate::search::{Baseline, Event, Mode, Run, RunSettings};
use crate::target::Ptxas;

/// The share of the time that microbenchmarks may take.
const CALIBRATION: f64 = 0.15;
/// The share of a workload's time that its search may take; the rest races the expert's kernel and confirms.
const SEARCHING: f64 = 0.7;
/// The least that a workload is given, seconds: below, not even its baseline is measured.
const LEAST_S: f64 = 5.0;
/// How long a part may go on after its time is over, before it is taken to hang.
const GRACE: Duration = Duration::from_secs(20);

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
    /// Leave out the microbenchmarks
    #[arg(long)]
    no_calibration: bool,
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
        calibrate(arguments, &mut report)?;
        save(arguments, &mut report, began)?;
    }
    for (at, folder) in workloads.iter().enumerate() {
        let left = arguments.seconds - began.elapsed().as_secs_f64();
        let share = left / (workloads.len() - at) as f64;
        if share < LEAST_S || stop.load(Ordering::Relaxed) {
            break;
        }
        eprintln!("{}: {share:.0} s", folder.display());
        let trial = trial(arguments, folder, Duration::from_secs_f64(share), &stop);
        report.trials.push(trial);
        save(arguments, &mut report, began)?;
    }
    if arguments.json {
        say_json(&report)?;
    } else {
        print(&report);
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

fn save(arguments: &Arguments, report: &mut GpuReport, began: Instant) -> Result<(), Failure> {
    report.sum_up();
    report.seconds = began.elapsed().as_secs_f64();
    let path = arguments.out.join("gpu.json");
    let json = serde_json::to_vec_pretty(report).map_err(Failure::internal)?;
    files::write(&path, &json).map_err(|e| Failure::usage(format!("{}: {e}", path.display())))
}

/// The microbenchmarks, in a process of their own: one that faults takes its context along.
fn calibrate(arguments: &Arguments, report: &mut GpuReport) -> Result<(), Failure> {
    let program = std::env::current_exe().map_err(Failure::internal)?;
    let described = arguments.out.join("target.toml");
    // An earlier run's would be taken for this one's.
    let _ = std::fs::remove_file(&described);
    let mut child = Command::new(program)
        .args(["bench", "calibrate", "--lines", "--gpu"])
        .arg(arguments.gpu.to_string())
        .arg("--target")
        .arg(&arguments.target)
        .arg("--out")
        .arg(&described)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(Failure::internal)?;
    let mut out = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        if let Some(out) = &mut out {
            let _ = std::io::Read::read_to_string(out, &mut text);
        }
        text
    });
    let until = Instant::now() + Duration::from_secs_f64(arguments.seconds * CALIBRATION);
    let ended = loop {
        match child.try_wait().map_err(Failure::internal)? {
            Some(status) => break Some(status),
            None if Instant::now() > until => {
                let _ = child.kill();
                let _ = child.wait();
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    };
    let text = reader.join().unwrap_or_default();
    let whole = text
        .lines()
        .last()
        .and_then(|line| serde_json::from_str(line).ok());
    report.calibration = whole.or_else(|| {
        let points = text
            .lines()
            .map_while(|line| serde_json::from_str(line).ok());
        Some(Calibration::partial(
            report.device.clone()?,
            points.collect(),
        ))
    });
    match ended {
        Some(status) if status.success() => {}
        Some(status) => report.calibration_failed = Some(format!("it ended with {status}")),
        None => report.calibration_failed = Some("its time was over".into()),
    }
    let Some(calibration) = &report.calibration else {
        return Ok(());
    };
    report.kernel_driver.clone_from(&calibration.kernel_driver);
    if !described.exists() && !calibration.points.is_empty() {
        let text = calibration.describe(&arguments.target, "an unnamed day");
        let text = text.map_err(Failure::internal)?;
        files::write(&described, text.as_bytes())
            .map_err(|error| Failure::usage(format!("{}: {error}", described.display())))?;
    }
    Ok(())
}

/// One workload, whatever happens to it.
fn trial(arguments: &Arguments, folder: &Path, share: Duration, stop: &Arc<AtomicBool>) -> Trial {
    let since = Instant::now();
    let mut trial = Trial {
        workload: folder.display().to_string(),
        trouble: String::new(),
        baseline_ns: None,
        floor_ns: None,
        expert: None,
        tuned: None,
        edits: Vec::new(),
        evaluations: 0,
        per_second: None,
        ranking: None,
        variants: Vec::new(),
        seconds: 0.0,
    };
    if let Err(failure) = tune(arguments, folder, share, stop, &mut trial) {
        trial.trouble = failure.message;
    }
    trial.seconds = since.elapsed().as_secs_f64();
    trial
}

fn settings(
    arguments: &Arguments,
    folder: &Path,
    mode: Mode,
    stop: Arc<AtomicBool>,
) -> Result<RunSettings, Failure> {
    let judging = Judging {
        workload: folder.to_path_buf(),
        target: arguments.target.clone(),
        fitness: "default".into(),
        tolerance: Some(TierName::Strict),
        costs: CostsName::Estimate,
        backend: BackendName::Cuda,
        gpu: vec![arguments.gpu],
    };
    let (mut policy, spec) = judging.resolve()?;
    policy.budget.evaluations = arguments.budget;
    let name: Vec<String> = folder
        .components()
        .rev()
        .take(2)
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    let name = name.into_iter().rev().collect::<Vec<_>>().join("-");
    let worker = worker(&policy)?;
    Ok(RunSettings {
        spec,
        policy,
        seed: 1,
        directory: arguments.out.join("runs").join(name),
        mode,
        // One core is the device's: a process that has to wait for one launches late, and that is what is timed then.
        jobs: arguments
            .jobs
            .unwrap_or_else(|| (default_jobs() - 1).max(1)),
        worker,
        ptxas: Ptxas::find(),
        stop,
    })
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

fn tune(
    arguments: &Arguments,
    folder: &Path,
    share: Duration,
    stop: &Arc<AtomicBool>,
    trial: &mut Trial,
) -> Result<(), Failure> {
    let since = Instant::now();
    let quiet = &mut |_: Event<'_>| {};
    let searching = alarm(share.mul_f64(SEARCHING), stop);
    let mut run = Run::open(settings(arguments, folder, Mode::Overwrite, searching)?)?;
    trial.workload.clone_from(&run.subject().workload.name);
    let baseline = run.baseline(quiet)?;
    trial.baseline_ns = Some(measured_ns(&baseline));
    trial.floor_ns = floor_ns(&run);
    let judging = Instant::now();
    let ended = run.search(&baseline, quiet);
    trial.evaluations = run
        .archive()
        .tally()
        .map_err(Failure::internal)?
        .iter()
        .map(|it| it.count as usize)
        .sum();
    trial.per_second = Some(trial.evaluations as f64 / judging.elapsed().as_secs_f64());
    match ended {
        Ok(_) | Err(crate::search::Error::Crew(crew::Error::Stopped)) => {}
        Err(error) => return Err(error.into()),
    }
    trial.variants = variants(&run)?;
    trial.ranking = ranking(&trial.workload, &trial.variants);
    drop(run);
    let left = share.saturating_sub(since.elapsed()) + GRACE;
    let finishing = alarm(left, stop);
    let mut run = Run::open(settings(arguments, folder, Mode::Resume, finishing)?)?;
    let baseline = run.baseline(quiet)?;
    // First, as it takes one process where the champion takes five.
    if run.subject().workload.expert.is_some() {
        match run.measure_expert() {
            Ok(verdict) => {
                trial.expert = raced(&verdict);
                if let Some(reason) = &verdict.reason {
                    trial.trouble = format!("the expert's kernel: {reason}");
                }
            }
            Err(error) => trial.trouble = format!("the expert's kernel: {error}"),
        }
    }
    let found = run.recall_found()?;
    if let Some(champion) = run.champion_as_found(&baseline, &found, quiet)? {
        trial.edits = champion.genome.iter().map(ToString::to_string).collect();
        trial.tuned = run.confirm_in_time(&champion)?;
    }
    Ok(())
}

/// The baseline's time on the device cases.
fn measured_ns(baseline: &Baseline) -> f64 {
    let cases = baseline.search.cases.iter();
    let measured = cases.filter(|case| case.measured.is_some());
    measured.map(|case| case.time_ns).sum()
}

fn floor_ns(run: &Run) -> Option<f64> {
    let subject = run.subject();
    let cases = subject.workload.cases_for(crate::workload::CaseUse::Device);
    let floors =
        cases.map(|case| crate::judge::device::floor_ns(&subject.workload, case, &subject.target));
    let sum: f64 = floors.sum();
    (sum > 0.0).then_some(sum)
}

/// Every variant that was right, fastest first.
fn variants(run: &Run) -> Result<Vec<MeasuredVariant>, Failure> {
    let ranking = run.archive().ranking(u32::MAX).map_err(Failure::internal)?;
    let both = ranking.iter();
    Ok(both
        .filter_map(|(genome, verdict)| MeasuredVariant::of(genome, verdict))
        .collect())
}

fn print(report: &GpuReport) {
    if let Some(device) = &report.device {
        say(&format!(
            "{} ({}), driver for CUDA {}{}",
            device.name,
            device.arch,
            device.driver,
            report
                .kernel_driver
                .as_ref()
                .map(|it| format!(", {it}"))
                .unwrap_or_default()
        ));
    }
    match (&report.calibration, &report.calibration_failed) {
        (Some(calibration), None) => say(&format!(
            "{} microbenchmarks, {:.0} MHz while it computed",
            calibration.points.len(),
            calibration.clock_mhz
        )),
        (some, Some(why)) => say(&format!(
            "{} microbenchmarks: {why}",
            some.as_ref()
                .map_or(0, |calibration| calibration.points.len())
        )),
        (None, None) => {}
    }
    let dash = || "-".to_string();
    let ratio = |value: Option<f64>| value.map_or_else(dash, |it| format!("{it:.2}x"));
    let rows: Vec<Vec<String>> = report
        .trials
        .iter()
        .map(|trial| {
            let tuned = trial.tuned.as_ref();
            let time_ns = trial.baseline_ns.zip(tuned).map(|(ns, it)| ns / it.speedup);
            let of_floor = trial.floor_ns.zip(time_ns).map(|(floor, ns)| floor / ns);
            vec![
                trial.workload.clone(),
                trial.baseline_ns.map_or_else(dash, time),
                ratio(tuned.map(|it| it.speedup)),
                tuned.map_or_else(dash, |it| {
                    let processes = it.races.len();
                    format!("{:.2} to {:.2} of {processes}", it.least, it.most)
                }),
                ratio(trial.expert),
                of_floor.map_or_else(dash, |it| format!("{:.0} %", it * 100.0)),
                trial
                    .ranking
                    .as_ref()
                    .and_then(|it| it.spearman)
                    .map_or_else(dash, |it| format!("{it:.2}")),
                trial.variants.len().to_string(),
                trial.per_second.map_or_else(dash, |it| format!("{it:.0}")),
                trial.trouble.clone(),
            ]
        })
        .collect();
    say(&table(
        &[
            "workload",
            "unedited",
            "tuned",
            "processes",
            "expert",
            "of the floor",
            "Spearman",
            "variants",
            "a second",
            "trouble",
        ],
        &rows,
    ));
    if let Some(speedup) = report.speedup {
        say(&format!("geometric mean of the tuned: {speedup:.2}x"));
    }
    if let (Some(spearman), Some(near)) = (report.spearman, report.best_predicted) {
        say(&format!(
            "the clock's rank correlation: {spearman:.2} in the mean; the variant predicted fastest is within 5 % of the fastest in {:.0} % of the workloads",
            near * 100.0
        ));
    }
}

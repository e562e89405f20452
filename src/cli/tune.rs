//! `warpsmith tune`: the main job.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::export;
use super::options::{Judging, default_jobs, worker};
use super::progress::Progress;
use super::reopen::POLICY_NOTE;
use super::table::{table, time};
use super::{Exit, Failure, say, say_json, stop_flag};
use crate::archive::Tally;
use crate::bundle;
use crate::crew::Pace;
use crate::judge::device::Opened;
use crate::search::{Baseline, Champion, Confirmed, Found, Mode, Run, RunSettings, StopReason};
use crate::target::Ptxas;
use crate::threads::pipeline::{Stage, allocate};

/// Arguments of `tune`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    judging: Judging,
    /// Everything random follows from it: the same seed gives the same result, with any number of jobs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Distinct genomes to judge, in place of the policy's number
    #[arg(long)]
    budget: Option<usize>,
    /// Worker processes side by side, or `auto`: as many as their measured pace is worth [default: the cores of this machine]
    #[arg(long)]
    jobs: Option<Jobs>,
    /// Where the run is kept [default: runs/WORKLOAD-SEED]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Go on with the run in --out
    #[arg(long, conflicts_with = "overwrite")]
    resume: bool,
    /// Replace the run that may be in --out
    #[arg(long)]
    overwrite: bool,
    /// Print a line for every verdict, to standard error
    #[arg(long, short)]
    verbose: bool,
    /// Print JSON, and nothing else
    #[arg(long)]
    json: bool,
}

/// How many workers.
#[derive(Debug, Clone, Copy)]
enum Jobs {
    /// As many as the pace is worth.
    Auto,
    /// So many.
    Fixed(usize),
}

impl std::str::FromStr for Jobs {
    type Err = String;

    fn from_str(text: &str) -> Result<Jobs, String> {
        match text {
            "auto" => Ok(Jobs::Auto),
            number => number
                .parse()
                .map(Jobs::Fixed)
                .map_err(|_| "a number, or `auto`".into()),
        }
    }
}

/// Plumber's allocation for our own pipeline: the coordinator breeds and records, one variant after the other; workers compile and execute, as
/// many variants side by side as there are workers. More than keep up with the coordinator, or than there are cores, are of no use.
fn worth(pace: &Pace) -> usize {
    let variants = f64::from(pace.variants.max(1));
    let stage = |name: &str, seconds: f64, sequential| Stage {
        name: name.into(),
        // A stage that took no time that could be measured does not bound anything.
        rate: variants / seconds.max(1e-9),
        visits: 1.0,
        sequential,
        random: false,
        bytes: None,
    };
    let stages = [
        stage("coordinate", pace.coordinating, true),
        stage("judge", pace.compiling + pace.executing, false),
    ];
    let cores = default_jobs();
    match pace.variants {
        0 => 1,
        _ => allocate(&stages, cores as f64, 0.0).shares[1]
            .workers
            .min(cores),
    }
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    workload: &'a str,
    target: &'a str,
    policy: &'a str,
    tolerance: String,
    seed: u64,
    run: PathBuf,
    evaluations: usize,
    /// Judged beside these, to minimise the winner and to say what each of its edits does.
    minimising: usize,
    generations: u32,
    stopped: StopReason,
    outcomes: &'a [Tally],
    baseline: Side,
    best: Option<Best>,
    /// The device that the times were measured on; absent where they are the simulator's.
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<Opened>,
    /// Devices that were taken out of use, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    out_of_use: Vec<String>,
    /// The best, measured again in new processes.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed: Option<Confirmed>,
}

#[derive(Serialize)]
struct Side {
    time_ns: f64,
    error: f64,
    held_out_ns: f64,
}

#[derive(Serialize)]
struct Best {
    #[serde(flatten)]
    side: Side,
    speedup: f64,
    held_out_speedup: f64,
    edits: Vec<String>,
    edits_before_minimising: usize,
    rejected_on_held_out: usize,
    bundle: PathBuf,
    assembled: Option<bool>,
}

/// Tunes.
///
/// # Errors
/// Bad input, a baseline that fails, a stop, or a fault of ours; each with its exit code.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let settings = settings(arguments)?;
    let directory = settings.directory.clone();
    let mut run = Run::open(settings)?;
    if matches!(arguments.jobs, Some(Jobs::Auto)) {
        run.adapt(worth);
    }
    let policy = &arguments.judging.fitness;
    run.archive().put_note(POLICY_NOTE, policy)?;
    let mut progress = Progress::new(run.settings().policy.budget.evaluations, arguments.verbose);
    let result = search(&mut run, &mut progress);
    progress.finish();
    let (baseline, found, champion) = result.map_err(|mut failure| {
        if failure.exit == Exit::Stopped {
            failure.message = format!(
                "stopped; every verdict so far is in {}. Go on with the same command and --resume",
                directory.display()
            );
        }
        failure
    })?;
    report(arguments, &mut run, &baseline, &found, champion.as_ref())
}

fn settings(arguments: &Arguments) -> Result<RunSettings, Failure> {
    let (mut policy, spec) = arguments.judging.resolve()?;
    if let Some(budget) = arguments.budget {
        if budget == 0 {
            return Err(Failure::usage(
                "--budget 0: at least the baseline must be judged",
            ));
        }
        policy.budget.evaluations = budget;
    }
    let jobs = match arguments.jobs {
        Some(Jobs::Fixed(jobs)) => jobs,
        Some(Jobs::Auto) => 1,
        None => default_jobs(),
    };
    if jobs == 0 {
        return Err(Failure::usage("--jobs 0: at least one worker is needed"));
    }
    let mode = match (arguments.resume, arguments.overwrite) {
        (true, _) => Mode::Resume,
        (_, true) => Mode::Overwrite,
        _ => Mode::Fresh,
    };
    let directory = match &arguments.out {
        Some(directory) => directory.clone(),
        None => {
            let workload =
                crate::workload::Workload::load(&spec.workload).map_err(Failure::usage)?;
            let name = workload.name.replace('/', "-");
            PathBuf::from("runs").join(format!("{name}-{}", arguments.seed))
        }
    };
    let worker = worker(&policy)?;
    Ok(RunSettings {
        spec,
        policy,
        seed: arguments.seed,
        directory,
        mode,
        jobs,
        worker,
        ptxas: Ptxas::find(),
        stop: stop_flag()?,
    })
}

fn search(
    run: &mut Run,
    progress: &mut Progress,
) -> Result<(Baseline, Found, Option<Champion>), Failure> {
    let mut observer = |event: crate::search::Event<'_>| progress.on(&event);
    let baseline = run.baseline(&mut observer)?;
    let found = run.search(&baseline, &mut observer)?;
    let champion = run.champion(&baseline, &found, &mut observer)?;
    Ok((baseline, found, champion))
}

fn report(
    arguments: &Arguments,
    run: &mut Run,
    baseline: &Baseline,
    found: &Found,
    champion: Option<&Champion>,
) -> Result<Exit, Failure> {
    let exported = match champion {
        Some(champion) => {
            let job = export::Job {
                baseline,
                champion,
                policy: &arguments.judging.fitness,
                path: &run.settings().directory.join(bundle::FOLDER),
                guard: false,
            };
            Some(job.write(run)?.0)
        }
        None => None,
    };
    let confirmed = match champion {
        Some(champion) => run.confirm(champion)?,
        None => None,
    };
    let tally = run.archive().tally().map_err(Failure::internal)?;
    let best = champion
        .zip(exported.as_ref())
        .map(|(champion, exported)| Best {
            side: side(champion.time_ns(), &champion.search, &champion.held_out),
            speedup: baseline.time_ns() / champion.time_ns(),
            held_out_speedup: baseline.held_out.time_ns() / champion.held_out.time_ns(),
            edits: champion
                .genome
                .edits()
                .iter()
                .map(ToString::to_string)
                .collect(),
            edits_before_minimising: champion.found_edits,
            rejected_on_held_out: champion.rejected,
            bundle: exported.path.clone(),
            assembled: exported.assembled,
        });
    let judged = tally.iter().map(|t| t.count as usize).sum::<usize>();
    let settings = run.settings();
    let report = Report {
        workload: &run.subject().workload.name,
        target: &run.subject().target.name,
        policy: &arguments.judging.fitness,
        tolerance: settings.policy.tolerance.tier.to_string(),
        seed: settings.seed,
        run: settings.directory.clone(),
        evaluations: found.evaluations,
        minimising: judged.saturating_sub(found.evaluations),
        generations: found.generations,
        stopped: found.stopped,
        outcomes: &tally,
        baseline: side(baseline.time_ns(), &baseline.search, &baseline.held_out),
        best,
        device: run.device().cloned(),
        out_of_use: run.retired().to_vec(),
        confirmed,
    };
    if arguments.json {
        say_json(&report)?;
    } else {
        print(&report);
    }
    Ok(if report.best.is_some() {
        Exit::Done
    } else {
        Exit::NothingBetter
    })
}

fn side(time_ns: f64, search: &crate::judge::Verdict, held_out: &crate::judge::Verdict) -> Side {
    Side {
        time_ns,
        error: search.score.map_or(f64::NAN, |s| s.error),
        held_out_ns: held_out.time_ns(),
    }
}

fn print(report: &Report<'_>) {
    let whose = match &report.device {
        Some(device) => format!(
            "times measured on a {} (driver for CUDA {})",
            device.about.name, device.about.driver
        ),
        None => "times by the simulator".into(),
    };
    say(&format!(
        "{} on {}, {whose}, seed {}",
        report.workload, report.target, report.seed
    ));
    for out_of_use in &report.out_of_use {
        say(out_of_use);
    }
    say(&format!(
        "{} evaluations in {} generations, {} more to minimise and to explain",
        report.evaluations, report.generations, report.minimising
    ));
    let outcomes: Vec<String> = report
        .outcomes
        .iter()
        .map(|t| match &t.reason {
            Some(reason) => format!("{} {} ({reason})", t.count, t.outcome),
            None => format!("{} {}", t.count, t.outcome),
        })
        .collect();
    say(&outcomes.join(", "));
    let row = |name: &str, side: &Side, speedup: f64, edits: usize| {
        vec![
            name.to_string(),
            time(side.time_ns),
            format!("{speedup:.2}x"),
            time(side.held_out_ns),
            format!("{:.1e}", side.error),
            edits.to_string(),
        ]
    };
    let heading = ["", "time", "speed-up", "held-out time", "error", "edits"];
    let mut rows = vec![row("baseline", &report.baseline, 1.0, 0)];
    let Some(best) = &report.best else {
        say(&table(&heading, &rows));
        say("nothing faster was found that is right on every case");
        return;
    };
    rows.push(row("best", &best.side, best.speedup, best.edits.len()));
    say(&table(&heading, &rows));
    for edit in &best.edits {
        say(&format!("  {edit}"));
    }
    say(&format!(
        "speedup {:.2}x ({:.2}x on the held-out cases)",
        best.speedup, best.held_out_speedup
    ));
    if let Some(confirmed) = &report.confirmed {
        say(&format!(
            "measured in {} new processes: {:.2}x ({:.2}x to {:.2}x), faster beyond doubt in {}",
            confirmed.races.len(),
            confirmed.speedup,
            confirmed.least,
            confirmed.most,
            confirmed.faster
        ));
    }
    let assembled = match best.assembled {
        Some(true) => "; ptxas assembles it",
        Some(false) | None => "",
    };
    say(&format!("bundle  {}{assembled}", best.bundle.display()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workers_beyond_what_the_coordinator_keeps_busy_are_not_started() {
        let cores = default_jobs();
        let pace = |coordinating: f64, judging: f64| Pace {
            variants: 100,
            compiling: judging / 2.0,
            executing: judging / 2.0,
            coordinating,
        };
        // The coordinator takes twice as long as a worker: one keeps up.
        assert_eq!(worth(&pace(20.0, 10.0)), 1);
        // It takes next to nothing: every core judges.
        assert_eq!(worth(&pace(0.001, 1000.0)), cores);
        assert_eq!(
            worth(&Pace {
                variants: 0,
                ..pace(1.0, 0.0)
            }),
            1
        );
    }
}

//! `warpsmith bench search`: what policies find, with how many evaluations.
//!
//! Every search has a directory of its own with its archive. What is finished or half finished there is gone on with, so that a benchmark of
//! many hours can be stopped and started again.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use crate::bench::{Contest, Course, Overall, Standing, overall};
use crate::cli::options::{
    BackendName, CostsName, Judging, TierName, corpus, default_jobs, worker,
};
use crate::cli::table::table;
use crate::cli::{Exit, Failure, say, say_json, stop_flag};
use crate::crew::{Crew, Job, Settings};
use crate::edit::Genome;
use crate::judge::{BASELINE_STEPS, JudgeSpec, Scope, StepBudget};
use crate::search::{self, Baseline, Mode, Policy, Run, RunSettings};
use crate::workload::Workload;

/// How long an expert's kernel may take to compile, or to execute all cases of one scope.
const EXPERT_DEADLINE: Duration = Duration::from_secs(600);

/// Arguments of `bench search`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Workloads [default: every workload below corpus/]
    workloads: Vec<PathBuf>,
    /// Policies: names, or paths of .toml files
    #[arg(long, value_delimiter = ',', default_value = "default,gevo,random")]
    policies: Vec<String>,
    /// Numbers of evaluations at which speed-ups are read off; the largest is every search's budget
    #[arg(long, value_delimiter = ',', default_value = "250,1000,4000")]
    at: Vec<usize>,
    /// Seeds, each one more search of each policy on each workload
    #[arg(long, value_delimiter = ',', default_value = "1,2,3,4,5")]
    seeds: Vec<u64>,
    /// Which of the workloads' tolerances variants must keep, whatever the policies say
    #[arg(long, value_enum, default_value_t = TierName::Strict)]
    tolerance: TierName,
    /// A target's name, or the path of its description
    #[arg(long, default_value = "h200")]
    target: String,
    /// Worker processes side by side [default: the cores of this machine]
    #[arg(long)]
    jobs: Option<usize>,
    /// Where the searches are kept; those that are there are gone on with
    #[arg(long, default_value = "runs/bench")]
    out: PathBuf,
    /// Searches only, without the champions and their times on the held-out cases
    #[arg(long)]
    no_champions: bool,
    /// Print JSON, and nothing else
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report {
    version: &'static str,
    target: String,
    tolerance: String,
    at: Vec<usize>,
    seeds: Vec<u64>,
    overall: Vec<Overall>,
    workloads: Vec<Contest>,
}

/// Measures.
///
/// # Errors
/// Bad input, a stop, or workers that fail.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    check(arguments)?;
    let folders = match arguments.workloads.as_slice() {
        [] => corpus(Path::new("corpus"))?,
        given => given.to_vec(),
    };
    let stop = stop_flag()?;
    let mut contests = Vec::new();
    for folder in &folders {
        contests.push(contest(arguments, folder, &stop)?);
    }
    let report = Report {
        version: env!("CARGO_PKG_VERSION"),
        target: arguments.target.clone(),
        tolerance: crate::workload::Tier::from(arguments.tolerance).to_string(),
        at: arguments.at.clone(),
        seeds: arguments.seeds.clone(),
        overall: overall(&contests, &arguments.at),
        workloads: contests,
    };
    match arguments.json {
        true => say_json(&report)?,
        false => print(&report),
    }
    Ok(Exit::Done)
}

fn check(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.at.is_empty() || arguments.at.contains(&0) {
        return Err(Failure::usage("--at wants numbers of evaluations, from 1"));
    }
    if arguments.jobs == Some(0) {
        return Err(Failure::usage("--jobs 0: at least one worker is needed"));
    }
    Ok(())
}

/// Every policy with every seed on one workload.
fn contest(
    arguments: &Arguments,
    folder: &Path,
    stop: &Arc<AtomicBool>,
) -> Result<Contest, Failure> {
    let workload = Workload::load(folder).map_err(Failure::usage)?;
    let mut courses = Vec::new();
    let mut expert = (None, None);
    for policy in &arguments.policies {
        for seed in &arguments.seeds {
            let settings = settings(arguments, folder, &workload.name, policy, *seed, stop)?;
            let judged_by = (settings.spec.clone(), settings.policy.clone());
            let (course, baseline) = course(arguments, settings, policy)?;
            let first = courses.is_empty();
            if first && workload.expert.is_some() {
                expert = judge_expert(&judged_by.0, &judged_by.1, &baseline, stop)?;
            }
            eprintln!(
                "{} {policy} seed {seed}: {:.3} times as fast after {} evaluations",
                workload.name,
                course.speedup(course.evaluations),
                course.evaluations
            );
            courses.push(course);
        }
    }
    Ok(Contest::new(&workload.name, expert, &arguments.at, courses))
}

fn settings(
    arguments: &Arguments,
    folder: &Path,
    workload: &str,
    policy: &str,
    seed: u64,
    stop: &Arc<AtomicBool>,
) -> Result<RunSettings, Failure> {
    let judging = Judging {
        backend: BackendName::Sim,
        gpu: Vec::new(),
        workload: folder.to_path_buf(),
        target: arguments.target.clone(),
        fitness: policy.to_string(),
        tolerance: Some(arguments.tolerance),
        costs: CostsName::Estimate,
    };
    let (mut policy_read, spec) = judging.resolve()?;
    policy_read.budget.evaluations = arguments.at.iter().copied().max().unwrap_or(1);
    let stem = Path::new(policy).file_stem();
    let stem = stem.map_or(policy.into(), |stem| stem.to_string_lossy().into_owned());
    let directory = arguments
        .out
        .join(workload.replace('/', "-"))
        .join(format!("{stem}-{seed}"));
    let mode = match directory.join(crate::archive::FILE).exists() {
        true => Mode::Resume,
        false => Mode::Fresh,
    };
    let worker = worker(&policy_read)?;
    Ok(RunSettings {
        spec,
        policy: policy_read,
        seed,
        directory,
        mode,
        jobs: arguments.jobs.unwrap_or_else(default_jobs),
        worker,
        ptxas: None,
        stop: Arc::clone(stop),
    })
}

/// One search, from the baseline to the champion.
fn course(
    arguments: &Arguments,
    settings: RunSettings,
    policy: &str,
) -> Result<(Course, Baseline), Failure> {
    let seed = settings.seed;
    let observer = &mut |_: search::Event<'_>| {};
    let mut run = Run::open(settings)?;
    let baseline = run.baseline(observer)?;
    let found = run.search(&baseline, observer)?;
    let mut course = Course::new(
        policy,
        seed,
        found.evaluations,
        baseline.time_ns(),
        &found.progress,
    );
    if !arguments.no_champions
        && let Some(champion) = run.champion(&baseline, &found, observer)?
    {
        course.held_out = Some(baseline.held_out.time_ns() / champion.held_out.time_ns());
        course.edits = champion.genome.iter().map(ToString::to_string).collect();
    }
    Ok((course, baseline))
}

/// The expert's speed-ups on the search cases and on the held-out cases.
fn judge_expert(
    spec: &JudgeSpec,
    policy: &Policy,
    baseline: &Baseline,
    stop: &Arc<AtomicBool>,
) -> Result<(Option<f64>, Option<f64>), Failure> {
    let settings = Settings {
        command: worker(policy)?,
        jobs: 1,
        deadline: EXPERT_DEADLINE,
    };
    let mut crew = Crew::new(spec.of_expert(), settings, Arc::clone(stop));
    let mut speedup = |scope: Scope, baseline_ns: f64| {
        let job = Job {
            genome: Genome::default(),
            scope,
            budget: StepBudget::flat(BASELINE_STEPS),
        };
        let verdicts = crew.judge(&[job], &mut |_, _| Ok(()));
        let verdict = verdicts.map_err(search::Error::from)?.pop();
        let right = verdict.filter(|verdict| verdict.is_correct());
        Ok::<_, Failure>(right.map(|verdict| baseline_ns / verdict.time_ns()))
    };
    let on_search = speedup(Scope::Search, baseline.search.time_ns())?;
    let on_held_out = speedup(Scope::HeldOut, baseline.held_out.time_ns())?;
    Ok((on_search, on_held_out))
}

fn print(report: &Report) {
    let times = |x: f64| format!("{x:.3}");
    let percent = |x: f64| format!("{:.0} %", x * 100.0);
    let dash = || "-".to_string();
    let mut heading = vec!["workload".to_string(), "policy".into()];
    heading.extend(report.at.iter().map(|at| format!("at {at}")));
    heading.extend(
        [
            "held out",
            "of expert",
            "valid",
            "effective",
            "to gevo's best",
        ]
        .map(String::from),
    );
    let heading: Vec<&str> = heading.iter().map(String::as_str).collect();
    let row = |workload: &str, it: &Standing| {
        let mut row = vec![workload.to_string(), it.policy.clone()];
        row.extend(it.at.iter().map(|(_, speedup)| times(*speedup)));
        row.push(times(it.held_out));
        row.push(it.of_expert.map_or_else(dash, percent));
        row.extend([percent(it.valid), percent(it.effective)]);
        row.push(it.to_gevo.map_or_else(dash, |at| at.to_string()));
        row
    };
    let mut rows = Vec::new();
    for contest in &report.workloads {
        rows.extend(
            contest
                .standings
                .iter()
                .map(|it| row(&contest.workload, it)),
        );
    }
    for it in &report.overall {
        let mut row = vec!["geometric mean".to_string(), it.policy.clone()];
        row.extend(it.at.iter().map(|(_, speedup)| times(*speedup)));
        row.push(times(it.held_out));
        row.push(it.of_expert.map_or_else(dash, percent));
        row.extend([String::new(), percent(it.effective)]);
        row.push(it.share_of_gevos_evaluations.map_or_else(dash, percent));
        rows.push(row);
    }
    say(&table(&heading, &rows));
    for contest in &report.workloads {
        let standings = contest.standings.iter();
        let operators = standings.flat_map(|it| it.operators.iter().map(move |of| (it, of)));
        let rows: Vec<Vec<String>> = operators
            .map(|(standing, (name, rates))| {
                vec![
                    standing.policy.clone(),
                    name.clone(),
                    rates.counts.tried.to_string(),
                    percent(rates.valid_rate),
                    percent(rates.effective_rate),
                    rates.counts.faster.to_string(),
                ]
            })
            .collect();
        say(&contest.workload);
        say(&table(
            &[
                "policy",
                "operator",
                "tried",
                "valid",
                "effective",
                "faster",
            ],
            &rows,
        ));
    }
}

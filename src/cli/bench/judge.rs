//! `warpsmith bench judge`: variants judged a second, compilation included.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;
use serde::Serialize;

use crate::cli::options::{BackendName, CostsName, Judging, corpus, worker};
use crate::cli::table::table;
use crate::cli::{Exit, Failure, say, say_json, stop_flag};
use crate::crew::{Crew, Job, Settings};
use crate::edit::Genome;
use crate::judge::{BASELINE_STEPS, Scope, StepBudget, Subject};
use crate::search::{Material, random_genomes};

/// Arguments of `bench judge`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Workloads [default: every workload below corpus/]
    workloads: Vec<PathBuf>,
    /// Variants to judge, each the kernel with one random edit
    #[arg(long, default_value_t = 300)]
    variants: usize,
    /// Which variants
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What was measured of one workload.
#[derive(Serialize)]
struct Row {
    workload: String,
    /// Distinct genomes judged.
    variants: usize,
    /// Those whose PTX was new, and which were therefore executed.
    executed: usize,
    correct: usize,
    seconds: f64,
    variants_per_second: f64,
    /// How long one execution is: the unedited kernel on the search cases.
    baseline_warp_instructions: u64,
}

/// Measures.
///
/// # Errors
/// Bad input, or workers that fail.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let folders = match arguments.workloads.as_slice() {
        [] => corpus(Path::new("corpus"))?,
        given => given.to_vec(),
    };
    let stop = stop_flag()?;
    let mut rows = Vec::new();
    for folder in folders {
        rows.push(measure(arguments, folder, &stop)?);
    }
    if arguments.json {
        say_json(&rows)?;
    } else {
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                vec![
                    row.workload.clone(),
                    row.variants.to_string(),
                    row.executed.to_string(),
                    row.correct.to_string(),
                    format!("{:.2}", row.seconds),
                    format!("{:.1}", row.variants_per_second),
                ]
            })
            .collect();
        say(&table(
            &[
                "workload",
                "variants",
                "executed",
                "correct",
                "seconds",
                "variants/s",
            ],
            &cells,
        ));
    }
    Ok(Exit::Done)
}

fn measure(
    arguments: &Arguments,
    workload: PathBuf,
    stop: &Arc<std::sync::atomic::AtomicBool>,
) -> Result<Row, Failure> {
    let judging = Judging {
        backend: BackendName::Sim,
        gpu: Vec::new(),
        workload,
        target: "h200".into(),
        fitness: "default".into(),
        tolerance: None,
        costs: CostsName::Estimate,
    };
    let (policy, spec) = judging.resolve()?;
    let subject = Subject::load(&spec).map_err(Failure::usage)?;
    let material = Material {
        sketch: subject.source.sketch(),
        promises: &subject.promises,
        heat: None,
    };
    let genomes = random_genomes(&policy, arguments.seed, &material, arguments.variants);
    let settings = Settings {
        command: worker(&policy)?,
        jobs: 1,
        deadline: Duration::from_secs(600),
    };
    let mut crew = Crew::new(spec, settings, Arc::clone(stop));
    let mut judge = |genomes: &[Genome], budget: &StepBudget| {
        let jobs: Vec<Job> = genomes
            .iter()
            .map(|genome| Job {
                genome: genome.clone(),
                scope: Scope::Search,
                budget: budget.clone(),
            })
            .collect();
        crew.judge(&jobs, &mut |_, _| Ok(()))
            .map_err(|e| Failure::from(crate::search::Error::from(e)))
    };
    let baseline = judge(&[Genome::default()], &StepBudget::flat(BASELINE_STEPS))?;
    let Some(baseline) = baseline.first().filter(|b| b.is_correct()) else {
        let message = format!("{}: the baseline fails", subject.workload.name);
        return Err(Failure {
            exit: Exit::BadBaseline,
            message,
        });
    };
    let budget = StepBudget::relative(
        &baseline.cases,
        policy.limits.steps,
        policy.limits.steps_floor,
    );
    let since = Instant::now();
    let verdicts = judge(&genomes, &budget)?;
    let seconds = since.elapsed().as_secs_f64();
    let mut keys: Vec<&String> = verdicts.iter().filter_map(|v| v.key.as_ref()).collect();
    keys.sort();
    keys.dedup();
    keys.retain(|key| Some(*key) != baseline.key.as_ref());
    Ok(Row {
        workload: subject.workload.name.clone(),
        variants: verdicts.len(),
        executed: keys.len(),
        correct: verdicts.iter().filter(|v| v.is_correct()).count(),
        seconds,
        variants_per_second: verdicts.len() as f64 / seconds,
        baseline_warp_instructions: baseline.cases.iter().map(|case| case.steps).sum(),
    })
}

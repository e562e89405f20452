//! One workload on the device: a search, how the clock ranks what it found, the expert's kernel, and the fastest variant in new processes.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use super::baseline::{floor_ns, measured_ns};
use super::{Arguments, alarm, jobs, judging};
use crate::bench::{MeasuredVariant, Trial, ranking, ranking_by_ptxas};
use crate::cli::Failure;
use crate::cli::options::worker;
use crate::crew::{self, Crew, Job, Settings};
use crate::judge::{BASELINE_STEPS, Backend, JudgeSpec, Scope, StepBudget};
use crate::search::{Event, Mode, Run, RunSettings};
use crate::target::{Costs, Nvdisasm, Ptxas};

/// The share of a workload's time that its search may take; the rest races the expert's kernel and confirms.
const SEARCHING: f64 = 0.65;
/// ... and asking the assembler what variants cost.
const PREDICTING: f64 = 0.1;
/// How long one variant may take then.
const DEADLINE: Duration = Duration::from_secs(60);
/// How long a part may go on after its time is over, before it is taken to hang.
const GRACE: Duration = Duration::from_secs(20);

/// One workload, whatever happens to it.
pub(super) fn trial(
    arguments: &Arguments,
    folder: &Path,
    share: Duration,
    stop: &Arc<AtomicBool>,
) -> Trial {
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
        ranking_by_ptxas: None,
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
    let (mut policy, spec) = judging(arguments, folder)?;
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
        jobs: jobs(arguments),
        worker,
        ptxas: Ptxas::find(),
        stop,
    })
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
    trial.baseline_ns = Some(measured_ns(&baseline.search));
    trial.floor_ns = floor_ns(run.subject());
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
    drop(run);
    let asking = share.mul_f64(SEARCHING + PREDICTING);
    let asking = alarm(asking.saturating_sub(since.elapsed()), stop);
    if let Err(failure) = predict_by_ptxas(arguments, folder, &asking, &mut trial.variants) {
        trial.trouble = format!("costs by ptxas: {}", failure.message);
    }
    trial.ranking = ranking(&trial.workload, &trial.variants);
    trial.ranking_by_ptxas = ranking_by_ptxas(&trial.workload, &trial.variants);
    let left = share.saturating_sub(since.elapsed()) + GRACE;
    let finishing = alarm(left, stop);
    let mut run = Run::open(settings(arguments, folder, Mode::Resume, finishing)?)?;
    let baseline = run.baseline(quiet)?;
    // First, as it takes one process where the champion takes five.
    if run.subject().workload.expert.is_some() {
        match run.measure_expert() {
            Ok(verdict) => {
                let time_ns = measured_ns(&verdict);
                trial.expert = (verdict.is_correct() && time_ns > 0.0)
                    .then(|| measured_ns(&baseline.search) / time_ns);
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

/// Every variant that was right, fastest first.
fn variants(run: &Run) -> Result<Vec<MeasuredVariant>, Failure> {
    let ranking = run.archive().ranking(u32::MAX).map_err(Failure::internal)?;
    let both = ranking.iter();
    Ok(both
        .filter_map(|(genome, verdict)| MeasuredVariant::of(genome, verdict))
        .collect())
}

/// Has the clock predict the variants' times again, by what the machine's assembler makes of them; as many as there is time for, from the fastest.
/// Without an assembler there is nothing to be done.
fn predict_by_ptxas(
    arguments: &Arguments,
    folder: &Path,
    stop: &Arc<AtomicBool>,
    variants: &mut [MeasuredVariant],
) -> Result<(), Failure> {
    if Ptxas::find()
        .and_then(|ptxas| Nvdisasm::find(&ptxas))
        .is_none()
    {
        return Ok(());
    }
    let (policy, spec) = judging(arguments, folder)?;
    let spec = JudgeSpec {
        backend: Backend::Sim,
        costs: Costs::Ptxas,
        ..spec
    };
    let settings = Settings {
        command: worker(&policy)?,
        jobs: jobs(arguments),
        deadline: DEADLINE,
    };
    let mut crew = Crew::new(spec, settings, Arc::clone(stop));
    let genomes = variants.iter().map(|variant| variant.genome.parse());
    let genomes: Vec<crate::edit::Genome> = genomes
        .collect::<Result<_, _>>()
        .map_err(Failure::internal)?;
    let jobs: Vec<Job> = genomes
        .into_iter()
        .map(|genome| Job {
            genome,
            scope: Scope::Search,
            budget: StepBudget::flat(BASELINE_STEPS),
        })
        .collect();
    let judged = crew.judge(&jobs, &mut |at, verdict| {
        variants[at].predicted_by_ptxas_ns = verdict.is_correct().then(|| verdict.time_ns());
        Ok(())
    });
    match judged {
        Ok(_) | Err(crew::Error::Stopped) => Ok(()),
        Err(error) => Err(crate::search::Error::from(error).into()),
    }
}

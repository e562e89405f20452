//! The unedited kernel of a workload on the device: whether it is right at device size.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use super::{Arguments, alarm, judging};
use crate::bench::BaselineCheck;
use crate::cli::Failure;
use crate::cli::options::worker;
use crate::crew::{Crew, Job, Settings};
use crate::edit::Genome;
use crate::judge::{BASELINE_STEPS, Scope, StepBudget, Subject, Verdict};

/// How long simulating it on its search cases may take.
const DEADLINE: Duration = Duration::from_secs(60);

/// Executes it on its device cases and compares with the reference, within the time that is left.
pub(super) fn check(
    arguments: &Arguments,
    folder: &Path,
    left: Duration,
    stop: &Arc<AtomicBool>,
) -> BaselineCheck {
    let since = Instant::now();
    let mut found = BaselineCheck {
        workload: folder.display().to_string(),
        ..BaselineCheck::default()
    };
    let stop = alarm(left, stop);
    if let Err(failure) = measure(arguments, folder, &stop, &mut found) {
        found.trouble = failure.message;
    }
    found.seconds = since.elapsed().as_secs_f64();
    found
}

fn measure(
    arguments: &Arguments,
    folder: &Path,
    stop: &Arc<AtomicBool>,
    found: &mut BaselineCheck,
) -> Result<(), Failure> {
    let (policy, spec) = judging(arguments, folder)?;
    let subject = Subject::load(&spec).map_err(Failure::usage)?;
    found.workload.clone_from(&subject.workload.name);
    found.floor_ns = floor_ns(&subject);
    let settings = Settings {
        command: worker(&policy)?,
        jobs: 1,
        deadline: DEADLINE,
    };
    let mut crew = Crew::new(spec, settings, Arc::clone(stop));
    let job = Job {
        genome: Genome::default(),
        scope: Scope::Search,
        budget: StepBudget::flat(BASELINE_STEPS),
    };
    let verdicts = crew
        .judge(&[job], &mut |_, _| Ok(()))
        .map_err(crate::search::Error::from)?;
    for verdict in verdicts {
        match &verdict.reason {
            Some(reason) => found.trouble = reason.to_string(),
            None => {
                found.time_ns = Some(measured_ns(&verdict));
                found.error = verdict.score.map(|score| score.error);
            }
        }
    }
    if let Some(opened) = crew.device() {
        found.compiled_by.clone_from(&opened.compiled_by);
    }
    Ok(())
}

/// The time of a verdict over the device cases, ns.
pub(super) fn measured_ns(verdict: &Verdict) -> f64 {
    let measured = verdict.cases.iter().filter(|case| case.measured.is_some());
    measured.map(|case| case.time_ns).sum()
}

/// What moving and computing what the device cases ask for takes at least, ns; `None` where the workload does not say.
pub(super) fn floor_ns(subject: &Subject) -> Option<f64> {
    let cases = subject.workload.cases_for(crate::workload::CaseUse::Device);
    let floors =
        cases.map(|case| crate::judge::device::floor_ns(&subject.workload, case, &subject.target));
    let sum: f64 = floors.sum();
    (sum > 0.0).then_some(sum)
}

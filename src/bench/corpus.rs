//! The corpus: what its workloads are, and whether each kernel in it does what it says.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;
use serde::Serialize;

use crate::crew::{Crew, Error, Job, Settings};
use crate::edit::Genome;
use crate::judge::{BASELINE_STEPS, JudgeSpec, Scope, StepBudget, Subject, Verdict};
use crate::target::Description;
use crate::workload::{self, Case, CaseUse, Workload};

/// Every folder two levels below `folder` (`FAMILY/NAME`) that holds a workload, in order.
pub fn workloads(folder: &Path) -> Vec<PathBuf> {
    let list = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    list(folder)
        .iter()
        .flat_map(|family| list(family))
        .filter(|folder| folder.join("workload.toml").exists())
        .collect()
}

/// A workload, at its real size where it has one.
#[derive(Debug, Clone, Serialize)]
pub struct Member {
    /// Such as `embedding/sls_f32`.
    pub workload: String,
    /// One line for people.
    pub summary: String,
    /// What outputs are compared with.
    pub reference: String,
    /// The case that the sizes are of: one for a device, where there is one, else the first.
    pub case: String,
    /// Launches of that case.
    pub launches: usize,
    /// Bytes of its buffers.
    pub buffer_bytes: u64,
    /// What any kernel must do for that case, where the manifest says so.
    pub floor: Option<FloorOf>,
    /// The unedited kernel on the cases that steer a search.
    pub baseline: Verdict,
    /// What the kernels were found to do; absent where only a list was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
}

/// A floor, and what it means for a device.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FloorOf {
    /// Bytes that must move.
    pub bytes: u64,
    /// Arithmetic operations.
    pub operations: u64,
    /// Operations a byte.
    pub intensity: f64,
    /// Time that the device's memory and its arithmetic units need at least, ns; the longer of the two.
    pub time_ns: f64,
    /// Which of the two it is.
    pub bound: Bound,
}

/// What a floor comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// The memory.
    Memory,
    /// The arithmetic units.
    Arithmetic,
}

/// What every kernel of a workload was found to do, on every case for search and every held-out case.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    /// The unedited kernel on the held-out cases; absent where it failed before.
    pub baseline_held_out: Option<Verdict>,
    /// The expert's on the cases for search.
    pub expert: Option<Verdict>,
    /// The expert's on the held-out cases.
    pub expert_held_out: Option<Verdict>,
    /// How many times as fast the expert's is on the cases for search.
    pub expert_speedup: Option<f64>,
    /// The same on the held-out cases.
    pub expert_held_out_speedup: Option<f64>,
    /// What is wrong, in words; nothing where all is well.
    pub wrong: Vec<String>,
}

impl Member {
    /// Whether the unedited kernel passed all that it was judged by.
    pub fn baseline_passes(&self) -> bool {
        let held_out = self.check.as_ref().map(|check| &check.baseline_held_out);
        let held_out =
            held_out.is_none_or(|verdict| verdict.as_ref().is_some_and(Verdict::is_correct));
        self.baseline.is_correct() && held_out
    }

    /// Whether nothing is wrong.
    pub fn passes(&self) -> bool {
        self.baseline_passes()
            && self
                .check
                .as_ref()
                .is_none_or(|check| check.wrong.is_empty())
    }
}

/// How much is to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What a workload is, and its kernel on the cases for search.
    List,
    /// Every kernel on every case for search and every held-out case.
    Check,
}

/// Why a workload could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// It cannot be loaded.
    #[error(transparent)]
    Judge(#[from] crate::judge::Error),
    /// A size of it has no value.
    #[error(transparent)]
    Workload(#[from] workload::Error),
    /// A worker could not be started, or the whole was stopped.
    #[error(transparent)]
    Crew(#[from] Error),
}

/// Looks at workloads, several at a time; in the order given. `settings.jobs` is how many.
///
/// # Errors
/// The first workload that cannot be looked at. A kernel that is wrong is no error.
pub fn survey(
    specs: &[JudgeSpec],
    settings: &Settings,
    depth: Depth,
    stop: &Arc<AtomicBool>,
) -> Result<Vec<Member>, CorpusError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(settings.jobs);
    let pool = pool.build().map_err(|e| Error::Workers(e.to_string()))?;
    pool.install(|| {
        specs
            .par_iter()
            .map(|spec| member(spec, settings, depth, stop))
            .collect()
    })
}

fn member(
    spec: &JudgeSpec,
    settings: &Settings,
    depth: Depth,
    stop: &Arc<AtomicBool>,
) -> Result<Member, CorpusError> {
    let Subject {
        workload, target, ..
    } = Subject::load(spec)?;
    let settings = Settings {
        jobs: 1,
        ..settings.clone()
    };
    let case = workload
        .cases_for(CaseUse::Device)
        .chain(&workload.cases)
        .next();
    let plan = case.map(|case| workload.plan(case, &workload.default_setup()));
    let plan = plan.transpose()?;
    let buffers = plan.iter().flat_map(|plan| &plan.buffers);
    let buffer_bytes = buffers
        .map(|buffer| (buffer.len * buffer.scalar.size()) as u64)
        .sum();
    let floor = case
        .map(|case| floor(&workload, case, &target))
        .transpose()?;
    let mut kernel = Crew::new(spec.clone(), settings.clone(), Arc::clone(stop));
    let baseline = judge(&mut kernel, Scope::Search)?;
    let check = match depth {
        Depth::List => None,
        Depth::Check => {
            let expert = workload.expert.is_some().then(|| {
                let spec = spec.of_expert();
                Crew::new(spec, settings, Arc::clone(stop))
            });
            Some(check(&mut kernel, expert, &baseline)?)
        }
    };
    Ok(Member {
        case: case.map(|case| case.name.clone()).unwrap_or_default(),
        launches: plan.map_or(0, |plan| plan.launches.len()),
        buffer_bytes,
        floor: floor.flatten(),
        baseline,
        check,
        reference: workload.reference.to_string(),
        workload: workload.name,
        summary: workload.summary,
    })
}

fn floor(
    workload: &Workload,
    case: &Case,
    target: &Description,
) -> Result<Option<FloorOf>, workload::Error> {
    let Some(work) = workload.work(case)? else {
        return Ok(None);
    };
    let (moving, computing) = target.least_ns(work.bytes, work.operations);
    Ok(Some(FloorOf {
        bytes: work.bytes,
        operations: work.operations,
        intensity: work.intensity(),
        time_ns: moving.max(computing),
        bound: if moving >= computing {
            Bound::Memory
        } else {
            Bound::Arithmetic
        },
    }))
}

fn judge(crew: &mut Crew, scope: Scope) -> Result<Verdict, Error> {
    let jobs = [Job {
        genome: Genome::default(),
        scope,
        budget: StepBudget::flat(BASELINE_STEPS),
    }];
    let verdicts = crew.judge(&jobs, &mut |_, _| Ok(()))?;
    let none = || Error::Workers("no verdict came back".into());
    verdicts.into_iter().next().ok_or_else(none)
}

fn check(kernel: &mut Crew, expert: Option<Crew>, baseline: &Verdict) -> Result<Check, Error> {
    let mut wrong = Vec::new();
    let baseline_held_out = held_out("baseline", kernel, baseline, &mut wrong)?;
    let (mut expert_search, mut expert_held_out) = (None, None);
    match expert {
        None => wrong.push("there is no expert's kernel".into()),
        Some(mut crew) => {
            let search = judge(&mut crew, Scope::Search)?;
            expert_held_out = held_out("expert", &mut crew, &search, &mut wrong)?;
            expert_search = Some(search);
        }
    }
    let expert_speedup = speedup(Some(baseline), expert_search.as_ref());
    if expert_speedup.is_some_and(|speedup| speedup <= 1.0) {
        wrong.push("expert: no faster than the baseline on the cases for search".into());
    }
    Ok(Check {
        expert_speedup,
        expert_held_out_speedup: speedup(baseline_held_out.as_ref(), expert_held_out.as_ref()),
        baseline_held_out,
        expert: expert_search,
        expert_held_out,
        wrong,
    })
}

/// The held-out cases of a kernel that is right on the others; what is wrong with either goes to `wrong`.
fn held_out(
    who: &str,
    crew: &mut Crew,
    search: &Verdict,
    wrong: &mut Vec<String>,
) -> Result<Option<Verdict>, Error> {
    let mut passes = |verdict: &Verdict| {
        if let Some(reason) = verdict.reason.as_ref().filter(|_| !verdict.is_correct()) {
            wrong.push(format!("{who}: {}: {reason}", verdict.outcome));
        }
        verdict.is_correct()
    };
    if !passes(search) {
        return Ok(None);
    }
    let held_out = judge(crew, Scope::HeldOut)?;
    passes(&held_out);
    Ok(Some(held_out))
}

fn speedup(before: Option<&Verdict>, after: Option<&Verdict>) -> Option<f64> {
    Some(before?.score?.time_ns / after?.score?.time_ns)
}

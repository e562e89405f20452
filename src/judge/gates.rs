//! The gates that need an execution: clean, complete, and within the tolerance on every case.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::own::Own;
use super::{CaseResult, JudgeSpec, Outcome, Scope, Score, StepBudget, Verdict};
use crate::edit;
use crate::target::{
    Description, Execution, Limits, Schedule, SimOptions, SimTarget, SourceLine, Target,
};
use crate::workload::{Condition, Instance, Setup, Tier, Workload};

/// How many prepared cases are kept: each is its inputs and its reference, and a launch parameter makes another.
const KEPT_CASES: usize = 32;

/// A case with its inputs and the outputs that are right.
struct Prepared {
    instance: Instance,
    expected: Rc<Expected>,
}

/// The outputs that are right: buffer index and float64 values.
pub type Expected = Vec<(usize, Vec<f64>)>;

/// A target, and the cases prepared for it.
pub struct Bench {
    forward: SimTarget,
    reverse: SimTarget,
    tier: Tier,
    /// Where the unedited kernel's own outputs are what is right.
    own: Option<Own>,
    prepared: BTreeMap<(String, Setup), Rc<Prepared>>,
}

impl Bench {
    /// A bench for a device.
    pub fn new(target: &Description, spec: &JudgeSpec, own: Option<Own>) -> Bench {
        let make = |schedule| {
            let options = SimOptions {
                load: spec.load,
                schedule,
                costs: spec.costs,
                ..SimOptions::default()
            };
            SimTarget::new(target.clone(), options)
        };
        Bench {
            forward: make(Schedule::Forward),
            reverse: make(Schedule::Reverse),
            tier: spec.tier,
            own,
            prepared: BTreeMap::new(),
        }
    }

    /// Executes every case of `scope`; the first that fails decides.
    pub fn run(
        &mut self,
        workload: &Workload,
        built: &edit::Built,
        scope: Scope,
        budget: &StepBudget,
    ) -> Verdict {
        let mut results = Vec::new();
        for case in workload
            .cases
            .iter()
            .filter(|case| case.role == scope.case_use())
        {
            match self.run_case(workload, built, &case.name, scope, budget.of(&case.name)) {
                Ok(result) => results.push(result),
                Err(verdict) => {
                    return Verdict {
                        cases: results,
                        ..*verdict
                    };
                }
            }
        }
        if results.is_empty() {
            let detail = format!("the workload has no case for use = \"{}\"", scope.word());
            return Verdict::failed(Outcome::Constraints, "no-case", detail);
        }
        let time_ns = results.iter().map(|r| r.time_ns).sum();
        let error = results.iter().map(|r| r.error).fold(0.0, f64::max);
        Verdict {
            outcome: Outcome::Correct,
            reason: None,
            score: Some(Score {
                time_ns,
                error,
                energy_j: None,
            }),
            key: None,
            skipped: Vec::new(),
            cases: results,
        }
    }

    /// How the time of all cases of `scope` divides over the lines of the source that the kernel names, nanoseconds.
    ///
    /// # Errors
    /// The verdict on a kernel that cannot be executed. What it computes is not looked at.
    pub fn spent(
        &mut self,
        workload: &Workload,
        built: &edit::Built,
        scope: Scope,
        budget: &StepBudget,
    ) -> Result<BTreeMap<SourceLine, f64>, Box<Verdict>> {
        let mut spent: BTreeMap<SourceLine, f64> = BTreeMap::new();
        let cases = workload.cases.iter();
        for case in cases.filter(|case| case.role == scope.case_use()) {
            let prepared = self.prepare(workload, &case.name, &built.setup)?;
            let steps = budget.of(&case.name);
            let execution = self
                .forward
                .execute(&built.ptx, &prepared.instance, &Limits { steps })
                .map_err(|fault| Box::new(Verdict::faulted(&fault, &case.name)))?;
            for (line, time_ns) in execution.spent_ns {
                *spent.entry(line).or_default() += time_ns;
            }
        }
        Ok(spent)
    }

    fn run_case(
        &mut self,
        workload: &Workload,
        built: &edit::Built,
        case: &str,
        scope: Scope,
        steps: u64,
    ) -> Result<CaseResult, Box<Verdict>> {
        if let Some(broken) = broken(workload, case, &built.setup, &built.contract) {
            return Err(broken);
        }
        let prepared = self.prepare(workload, case, &built.setup)?;
        let limits = Limits { steps };
        let execution = self
            .forward
            .execute(&built.ptx, &prepared.instance, &limits)
            .map_err(|fault| Box::new(Verdict::faulted(&fault, case)))?;
        let error = compare(
            workload,
            self.tier,
            &prepared.instance,
            &prepared.expected,
            &execution.outputs,
        )?;
        if scope == Scope::HeldOut {
            let again = self
                .reverse
                .execute(&built.ptx, &prepared.instance, &limits)
                .map_err(|fault| Box::new(Verdict::faulted(&fault, case)))?;
            if execution.unordered_sums {
                compare(
                    workload,
                    self.tier,
                    &prepared.instance,
                    &prepared.expected,
                    &again.outputs,
                )?;
            } else {
                agree(case, &prepared.instance, &execution, &again)?;
            }
        }
        Ok(CaseResult {
            case: case.to_string(),
            time_ns: execution.time_ns,
            launch_ns: execution.launch_ns,
            launch_cycles: execution.launch_cycles,
            error,
            steps: execution.steps,
            limiters: execution.limiters,
            costs: execution.costs,
            outputs: Some(digest(&execution.outputs)),
            measured: None,
        })
    }

    fn prepare(
        &mut self,
        workload: &Workload,
        case: &str,
        setup: &Setup,
    ) -> Result<Rc<Prepared>, Box<Verdict>> {
        let id = (case.to_string(), setup.clone());
        if let Some(prepared) = self.prepared.get(&id) {
            return Ok(Rc::clone(prepared));
        }
        let refuse = |e: crate::workload::Error| {
            Box::new(Verdict::failed(
                Outcome::Constraints,
                "launch",
                e.to_string(),
            ))
        };
        let Some(found) = workload.cases.iter().find(|c| c.name == case) else {
            return Err(Box::new(Verdict::failed(
                Outcome::Constraints,
                "no-case",
                case,
            )));
        };
        let instance = workload.instance(found, setup).map_err(refuse)?;
        let expected = match &mut self.own {
            Some(own) => own.outputs(case, &mut self.forward)?,
            None => Rc::new(workload.expected(found, &instance).map_err(refuse)?),
        };
        if self.prepared.len() >= KEPT_CASES {
            self.prepared.clear();
        }
        let prepared = Rc::new(Prepared { instance, expected });
        self.prepared.insert(id, Rc::clone(&prepared));
        Ok(prepared)
    }
}

/// A hash of outputs: which buffer, how long, its bits. 32 hexadecimal digits.
pub(super) fn digest(outputs: &[(usize, Vec<u8>)]) -> String {
    let mut hasher = blake3::Hasher::new();
    for (buffer, bytes) in outputs {
        hasher.update(&(*buffer as u64).to_le_bytes());
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    hasher.finalize().to_hex()[..32].to_string()
}

/// The verdict where the case breaks what the variant relies on.
pub(super) fn broken(
    workload: &Workload,
    case: &str,
    setup: &Setup,
    contract: &[Condition],
) -> Option<Box<Verdict>> {
    let found = workload.case(case)?;
    let mut contract = contract.iter();
    let (condition, how) = contract
        .find_map(|condition| Some((condition, workload.broken(found, setup, condition)?)))?;
    let detail = format!("case {case}: the kernel relies on `{condition}`, and {how}");
    let verdict = Verdict::failed(Outcome::Constraints, "contract", detail);
    Some(Box::new(verdict))
}

/// The largest error over the outputs of a case, or the verdict if one is beyond the tolerance.
pub(super) fn compare(
    workload: &Workload,
    tier: Tier,
    instance: &Instance,
    expected: &Expected,
    outputs: &[(usize, Vec<u8>)],
) -> Result<f64, Box<Verdict>> {
    let case = instance.case.as_str();
    let refuse = |reason: &str, detail: String| {
        let detail = format!("{detail}, case {case}");
        Box::new(Verdict::failed(Outcome::Correctness, reason, detail))
    };
    let decoded = |(at, bytes): &(usize, Vec<u8>)| {
        let described = instance.buffers.get(*at)?;
        Some((*at, described.scalar.decode(bytes)))
    };
    let outputs: Vec<_> = outputs.iter().filter_map(decoded).collect();
    for (buffer, _) in expected {
        if !outputs.iter().any(|(index, _)| index == buffer) {
            let name = &instance.buffers[*buffer].name;
            return Err(refuse(
                "unwritten",
                format!("no contents of `{name}` came back"),
            ));
        }
    }
    let errors = match workload.case(case) {
        Some(found) => workload.errors(found, instance, expected, &outputs),
        None => Ok(vec![f64::INFINITY]),
    };
    let errors = errors.map_err(|error| {
        let detail = error.to_string();
        Box::new(Verdict::failed(Outcome::Constraints, "launch", detail))
    })?;
    for (tolerance, &error) in workload.tolerances.iter().zip(&errors) {
        let limit = tolerance.limit(tier);
        if error.is_nan() || error > limit {
            let detail = format!(
                "{error:.1e} > {limit:.0e} ({}, {tier} tier), output `{}`",
                tolerance.yardstick, tolerance.output
            );
            return Err(refuse("error", detail));
        }
    }
    Ok(workload.worst_error(&errors, tier))
}

/// Whether two schedules computed the same bits.
fn agree(
    case: &str,
    instance: &Instance,
    one: &Execution,
    other: &Execution,
) -> Result<(), Box<Verdict>> {
    for ((buffer, a), (_, b)) in one.outputs.iter().zip(&other.outputs) {
        if a != b {
            let described = &instance.buffers[*buffer];
            let size = described.scalar.size();
            let element = a.iter().zip(b).position(|(x, y)| x != y).unwrap_or(0) / size;
            let detail = format!(
                "case {case}: `{}[{element}]` depends on the order in which warps and blocks run",
                described.name
            );
            return Err(Box::new(Verdict::failed(
                Outcome::Correctness,
                "nondeterministic",
                detail,
            )));
        }
    }
    Ok(())
}

//! The answer of the judge: an outcome, its reason, and a score where the variant is right.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::measure::Race;
use crate::target::{Fault, FaultKind};

/// How judging a variant ended, in the words of the T4 auto-tuning result format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Within the tolerance on every case, and clean in every check.
    Correct,
    /// It ran, but what it computed (or how) is wrong.
    Correctness,
    /// The edits do not make a module that verifies, or the compiler could not translate it.
    Compile,
    /// It faulted while it executed.
    Runtime,
    /// It spent its step budget or its deadline.
    Timeout,
    /// The target cannot execute it, or it breaks a fact that it relies on.
    Constraints,
}

impl Outcome {
    /// Every outcome, in the order in which reports list them.
    pub const ALL: [Outcome; 6] = [
        Outcome::Correct,
        Outcome::Correctness,
        Outcome::Compile,
        Outcome::Runtime,
        Outcome::Timeout,
        Outcome::Constraints,
    ];

    /// The outcome as one word.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Correct => "correct",
            Outcome::Correctness => "correctness",
            Outcome::Compile => "compile",
            Outcome::Runtime => "runtime",
            Outcome::Timeout => "timeout",
            Outcome::Constraints => "constraints",
        }
    }

    /// The outcome that [`Outcome::word`] names, if any.
    pub fn from_word(word: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|o| o.word() == word)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Why a verdict is not `correct`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// One word to count by: `out-of-bounds`, `unwritten`, `error`, `race`, `steps`, `deadline`, `verify`, ...
    pub kind: String,
    /// What a person needs to find the place: case, kernel, line, thread, element.
    pub detail: String,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.detail.is_empty() {
            f.write_str(&self.kind)
        } else {
            write!(f, "{}: {}", self.kind, self.detail)
        }
    }
}

/// What a correct variant achieved.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Time of all launches, summed over the cases of the scope, nanoseconds.
    pub time_ns: f64,
    /// The largest error over cases and outputs, in the workload's metric (no unit).
    pub error: f64,
    /// Energy of one execution of all cases of the scope, joules, where it was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy_j: Option<f64>,
}

/// What one case showed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseResult {
    /// The case's name.
    pub case: String,
    /// Modelled or measured time of its launches, nanoseconds.
    pub time_ns: f64,
    /// The time of each launch, nanoseconds, in the workload's order.
    pub launch_ns: Vec<f64>,
    /// The same in cycles, without what starting a launch costs.
    #[serde(default)]
    pub launch_cycles: Vec<f64>,
    /// Its error in the workload's metric.
    pub error: f64,
    /// Warp instructions executed.
    pub steps: u64,
    /// What limits each launch.
    pub limiters: Vec<String>,
    /// Where the clock's costs come from.
    #[serde(default = "estimate")]
    pub costs: String,
    /// Hash of the bits of every output: equal hashes are equal outputs. `None` where an older archive has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outputs: Option<String>,
    /// How its time was measured, where it is not a model's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured: Option<Box<Measured>>,
}

impl CaseResult {
    /// Of a case that a device executed: what a model says is not there.
    pub fn measured(
        case: &str,
        time_ns: f64,
        error: f64,
        outputs: String,
        measured: Measured,
    ) -> CaseResult {
        CaseResult {
            case: case.to_owned(),
            time_ns,
            launch_ns: Vec::new(),
            launch_cycles: Vec::new(),
            error,
            steps: 0,
            limiters: Vec::new(),
            costs: "measured".into(),
            outputs: Some(outputs),
            measured: Some(Box::new(measured)),
        }
    }
}

/// How a time was measured on a device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The samples that it was screened by, nanoseconds.
    pub screened_ns: Vec<f64>,
    /// The race against the baseline; `None` for what was too slow for one, and for the baseline itself.
    pub race: Option<Race>,
    /// 32-bit registers of a thread, the most over all kernels, as the driver says.
    pub registers: u32,
    /// How many executions in a row made one sample.
    pub repeats: usize,
    /// Energy of one execution, joules, where a policy asks for it and the device counts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy_j: Option<f64>,
}

/// What results had before they said it.
fn estimate() -> String {
    "estimate".into()
}

/// An edit that found no place any more when the genome was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedEdit {
    /// Its position in the genome, from 0.
    pub edit: usize,
    /// Why it was skipped.
    pub why: String,
}

/// The judge's decision on one variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// How it ended.
    pub outcome: Outcome,
    /// Why, unless it is correct.
    pub reason: Option<Reason>,
    /// What it achieved, if it is correct. Nothing else ever carries a score.
    pub score: Option<Score>,
    /// Content hash of PTX and launch parameters: equal keys execute alike. `None` if it never compiled.
    pub key: Option<String>,
    /// Edits that found no place.
    pub skipped: Vec<SkippedEdit>,
    /// The cases that were executed to the end, in order.
    pub cases: Vec<CaseResult>,
}

impl Verdict {
    /// A verdict without a score.
    pub fn failed(outcome: Outcome, kind: &str, detail: impl Into<String>) -> Verdict {
        let reason = Reason {
            kind: kind.to_string(),
            detail: detail.into(),
        };
        Verdict {
            outcome,
            reason: Some(reason),
            score: None,
            key: None,
            skipped: Vec::new(),
            cases: Vec::new(),
        }
    }

    /// Its time, nanoseconds; NaN without a score.
    pub fn time_ns(&self) -> f64 {
        self.score.map_or(f64::NAN, |score| score.time_ns)
    }

    /// Whether the variant is right on every case that was asked for.
    pub fn is_correct(&self) -> bool {
        self.outcome == Outcome::Correct
    }

    /// The verdict of a fault during the execution of `case`.
    pub fn faulted(fault: &Fault, case: &str) -> Verdict {
        let (outcome, kind) = classify(fault.kind);
        Verdict::failed(outcome, kind, format!("case {case}: {}", fault.message))
    }
}

/// The outcome and the reason's word for a kind of fault.
fn classify(kind: FaultKind) -> (Outcome, &'static str) {
    match kind {
        FaultKind::OutOfBounds => (Outcome::Runtime, "out-of-bounds"),
        FaultKind::Misaligned => (Outcome::Runtime, "misaligned"),
        FaultKind::ReadOnly => (Outcome::Runtime, "read-only"),
        FaultKind::DivergentBarrier => (Outcome::Runtime, "divergent-barrier"),
        FaultKind::Deadlock => (Outcome::Runtime, "deadlock"),
        FaultKind::StackOverflow => (Outcome::Runtime, "stack-overflow"),
        FaultKind::Trap => (Outcome::Runtime, "trap"),
        FaultKind::Unwritten => (Outcome::Correctness, "unwritten"),
        FaultKind::Uninitialised => (Outcome::Correctness, "uninitialised"),
        FaultKind::Race => (Outcome::Correctness, "race"),
        FaultKind::Nondeterministic => (Outcome::Correctness, "nondeterministic"),
        FaultKind::Timeout => (Outcome::Timeout, "steps"),
        FaultKind::Unsupported => (Outcome::Constraints, "unsupported"),
    }
}

//! What is judged, on what, by what, and how much it may cost: plain values that another process can be told.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Assume, CaseResult};
use crate::measure::Rules;
use crate::target::{Costs, Load};
use crate::workload::{CaseUse, Tier};

/// Which cases of a workload a verdict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The cases that steer a search.
    Search,
    /// The cases that only judge. They are executed in two schedules, which must agree to the bit.
    HeldOut,
}

impl Scope {
    /// The scope as one word.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Search => "search",
            Scope::HeldOut => "held-out",
        }
    }

    /// The scope that [`Scope::word`] names, if any.
    pub fn from_word(word: &str) -> Option<Scope> {
        [Scope::Search, Scope::HeldOut]
            .into_iter()
            .find(|scope| scope.word() == word)
    }

    pub(super) fn case_use(self) -> CaseUse {
        match self {
            Scope::Search => CaseUse::Search,
            Scope::HeldOut => CaseUse::HeldOut,
        }
    }
}

/// Warp instructions that the baseline may take on one case: a bound for kernels that never end, far above any useful case.
pub const BASELINE_STEPS: u64 = 4_000_000_000;

/// How many warp instructions a case may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepBudget {
    /// For cases that are not named below.
    pub otherwise: u64,
    /// By case.
    pub cases: BTreeMap<String, u64>,
}

impl StepBudget {
    /// The same budget for every case.
    pub fn flat(steps: u64) -> StepBudget {
        StepBudget {
            otherwise: steps,
            cases: BTreeMap::new(),
        }
    }

    /// A multiple of what another variant took on each case, and at least `floor`.
    pub fn relative(results: &[CaseResult], factor: f64, floor: u64) -> StepBudget {
        let steps = |taken: u64| ((taken as f64 * factor) as u64).max(floor);
        let cases = results
            .iter()
            .map(|r| (r.case.clone(), steps(r.steps)))
            .collect();
        StepBudget {
            otherwise: floor,
            cases,
        }
    }

    pub(super) fn of(&self, case: &str) -> u64 {
        self.cases.get(case).copied().unwrap_or(self.otherwise)
    }
}

/// Whose kernel is judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Implementation {
    /// The workload's kernel: what a search starts from.
    #[default]
    Kernel,
    /// The expert's, with the expert's launches; see [`by_expert`](crate::workload::Workload::by_expert).
    Expert,
}

/// Where the times of variants come from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Backend {
    /// The simulator's clock, on the search cases.
    #[default]
    Sim,
    /// CUDA devices, on the device cases: what the simulator passed on the search cases is measured there.
    Cuda(Measuring),
}

/// On which devices is measured, and how much.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measuring {
    /// The driver's numbers of devices of one model.
    pub devices: Vec<u32>,
    /// How much.
    pub rules: Rules,
}

/// What a judge judges: enough to open it in another process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JudgeSpec {
    /// The workload's folder or manifest.
    pub workload: PathBuf,
    /// A target's name or the path of its description.
    pub target: String,
    /// Which tolerance a variant must keep.
    pub tier: Tier,
    /// Whether a case stands for a grid that fills the device.
    pub load: Load,
    /// Where the clock's costs come from.
    #[serde(default)]
    pub costs: Costs,
    /// What edits may take for granted because all cases agree on it.
    #[serde(default)]
    pub assume: Assume,
    /// Where times come from.
    #[serde(default)]
    pub backend: Backend,
    /// Whose kernel.
    #[serde(default)]
    pub implementation: Implementation,
    /// What [`fingerprint`](crate::workload::Workload::fingerprint) must be; a workload that changed on disk in the middle of a run is refused.
    pub fingerprint: Option<String>,
}

impl JudgeSpec {
    /// The workload's own kernel by the simulator: cases stand for grids that fill the device, costs are by our own tables, and nothing is assumed.
    pub fn new(workload: impl Into<PathBuf>, target: impl Into<String>, tier: Tier) -> JudgeSpec {
        JudgeSpec {
            workload: workload.into(),
            target: target.into(),
            tier,
            load: Load::default(),
            costs: Costs::default(),
            assume: Assume::default(),
            backend: Backend::default(),
            implementation: Implementation::default(),
            fingerprint: None,
        }
    }

    /// The same cases, target and tolerance for the expert's kernel.
    pub fn of_expert(&self) -> JudgeSpec {
        JudgeSpec {
            implementation: Implementation::Expert,
            fingerprint: None,
            ..self.clone()
        }
    }
}

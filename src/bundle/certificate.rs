//! `certificate.json`: what was checked, on which cases, with which result, by what, and what the variant relies on.

use serde::Serialize;

use super::Contents;
use crate::ir::LLVM_MAJOR;
use crate::judge::device::Opened;
use crate::judge::{CaseResult, Measured, SkippedEdit, Verdict};
use crate::search::{Confirmed, EditReport, Interaction};
use crate::target::{self, Assembled};

/// The whole file.
#[derive(Debug, Serialize)]
pub struct Certificate {
    warpsmith: &'static str,
    llvm: u32,
    workload: String,
    /// Hash of manifest and unedited IR.
    kernel: String,
    target: String,
    backend: &'static str,
    /// The device that measured, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<Opened>,
    /// What new processes measured of the kernel.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed: Option<Confirmed>,
    policy: String,
    seed: u64,
    evaluations: usize,
    /// What the outputs were compared with.
    reference: String,
    tier: String,
    tolerances: Vec<Tolerance>,
    /// Facts that the edits stated to the compiler: the kernel is right only where they hold.
    contract: Vec<String>,
    /// What each edit does and relies on.
    edits: Vec<EditReport>,
    /// Edits that depend on each other.
    interactions: Vec<Interaction>,
    skipped_edits: Vec<SkippedEdit>,
    edits_before_minimising: usize,
    candidates_rejected_on_held_out_cases: usize,
    /// What every execution was checked for.
    checks: Vec<String>,
    speedup: f64,
    held_out_speedup: f64,
    cases: Vec<Case>,
    ptx_blake3: String,
    /// Over the PTX, its launches and its contract: what [`Finished::hash`](crate::judge::Finished::hash) says of what was judged.
    artefact_blake3: String,
    /// Of `original.ptx`, where there is a guard.
    #[serde(skip_serializing_if = "Option::is_none")]
    original_ptx_blake3: Option<String>,
    assembler: Option<Assembler>,
}

#[derive(Debug, Serialize)]
struct Tolerance {
    output: String,
    metric: String,
    limit: f64,
}

/// One case, before and after.
#[derive(Debug, Serialize)]
struct Case {
    case: String,
    #[serde(rename = "use")]
    scope: &'static str,
    before: Side,
    after: Side,
}

#[derive(Debug, Serialize)]
struct Side {
    time_ns: f64,
    launch_ns: Vec<f64>,
    limited_by: Vec<String>,
    error: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<Box<Measured>>,
}

#[derive(Debug, Serialize)]
struct Assembler {
    ptxas: String,
    accepted: bool,
    kernels: Vec<Assembled>,
    message: Option<String>,
}

impl Certificate {
    /// Whether the assembler takes the PTX; `None` where there is no assembler.
    pub fn assembled(&self) -> Option<bool> {
        self.assembler.as_ref().map(|assembler| assembler.accepted)
    }
}

/// Collects what is known, and asks the assembler.
pub fn make(contents: &Contents<'_>) -> Certificate {
    let Contents {
        subject,
        settings,
        baseline,
        champion,
        certified,
        artifacts,
        ..
    } = contents;
    let tier = settings.policy.tolerance.tier;
    let tolerances = subject.workload.tolerances.iter();
    let pairs = [
        ("search", &baseline.search, &champion.search),
        ("held-out", &baseline.held_out, &champion.held_out),
    ];
    Certificate {
        warpsmith: env!("CARGO_PKG_VERSION"),
        llvm: LLVM_MAJOR,
        workload: subject.workload.name.clone(),
        kernel: subject.workload.fingerprint(),
        target: subject.target.name.clone(),
        backend: match contents.device {
            Some(_) => "cuda: times of the device cases are measured, all others are modelled",
            None => "sim: times are modelled, not measured",
        },
        device: contents.device.cloned(),
        confirmed: contents.confirmed.cloned(),
        policy: contents.policy.to_string(),
        seed: settings.seed,
        evaluations: contents.evaluations,
        reference: subject.workload.reference.to_string(),
        tier: tier.to_string(),
        tolerances: tolerances
            .map(|tolerance| Tolerance {
                output: tolerance.output.clone(),
                metric: tolerance.yardstick.to_string(),
                limit: tolerance.limit(tier),
            })
            .collect(),
        contract: artifacts.contract.iter().map(ToString::to_string).collect(),
        edits: certified.edits.clone(),
        interactions: certified.interactions.clone(),
        skipped_edits: artifacts.skipped.clone(),
        edits_before_minimising: champion.found_edits,
        candidates_rejected_on_held_out_cases: champion.rejected,
        checks: target::checks(),
        speedup: baseline.time_ns() / champion.time_ns(),
        held_out_speedup: baseline.held_out.time_ns() / champion.held_out.time_ns(),
        cases: pairs
            .into_iter()
            .flat_map(|(scope, before, after)| cases(scope, before, after))
            .collect(),
        ptx_blake3: hash(&artifacts.ptx),
        artefact_blake3: artifacts.finished().hash(),
        original_ptx_blake3: contents.original.map(|original| hash(&original.ptx)),
        assembler: contents.ptxas.as_ref().map(|ptxas| {
            let (accepted, kernels, message) =
                match ptxas.assemble(&artifacts.ptx, &subject.target.arch) {
                    Ok(kernels) => (true, kernels, None),
                    Err(message) => (false, Vec::new(), Some(message)),
                };
            Assembler {
                ptxas: ptxas.version.clone(),
                accepted,
                kernels,
                message,
            }
        }),
    }
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

fn cases(scope: &'static str, before: &Verdict, after: &Verdict) -> Vec<Case> {
    let side = |result: &CaseResult| Side {
        time_ns: result.time_ns,
        launch_ns: result.launch_ns.clone(),
        limited_by: result.limiters.clone(),
        error: result.error,
        measured: result.measured.clone(),
    };
    before
        .cases
        .iter()
        .zip(&after.cases)
        .map(|(b, a)| Case {
            case: b.case.clone(),
            scope: if b.measured.is_some() {
                "device"
            } else {
                scope
            },
            before: side(b),
            after: side(a),
        })
        .collect()
}

//! The whole judge on the corpus: what is right scores, what is wrong does not, and nothing that is drawn at random takes it down.
//!
//! Everything is judged in this process, without workers: a panic or a crash fails the test.

mod planted;
mod random;

use std::path::{Path, PathBuf};

use warpsmith::edit::Genome;
use warpsmith::judge::{Judge, JudgeSpec, Scope, StepBudget, Verdict};
use warpsmith::workload::Tier;

const WORKLOADS: [&str; 35] = [
    "ann/graph_hop",
    "ann/l2_topk",
    "attention/forward",
    "attention/pruned",
    "attention/softmax_context",
    "conv/direct3x3",
    "embedding/cached_lookup",
    "embedding/dedup_pool",
    "embedding/sls_f32",
    "embedding/sls_q8",
    "graph/multi_snapshot",
    "graph/sddmm",
    "graph/spmm_csr",
    "moe/dispatch",
    "moe/gate",
    "rodinia/backprop",
    "rodinia/bfs",
    "rodinia/btree",
    "rodinia/gaussian",
    "rodinia/hotspot",
    "rodinia/kmeans",
    "rodinia/lavamd",
    "rodinia/lud",
    "rodinia/nn",
    "rodinia/nw",
    "rodinia/particlefilter",
    "rodinia/pathfinder",
    "rodinia/srad",
    "rodinia/streamcluster",
    "svm/smo_solve",
    "transformer/bias_gelu",
    "transformer/layernorm_residual",
    "winograd/f2",
    "winograd/f4",
    "winograd/f4_tapwise_int8",
];
const SCOPES: [Scope; 2] = [Scope::Search, Scope::HeldOut];

/// Warp instructions that any baseline stays below on any of these cases.
const AMPLE: u64 = 50_000_000;

fn corpus(workload: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(workload)
}

/// What a judge of what is in `folder` judges.
fn spec(folder: &Path) -> JudgeSpec {
    JudgeSpec::new(folder, "h200", Tier::Strict)
}

/// A judge of what is in `folder`.
fn open(folder: &Path) -> Judge {
    Judge::open(&spec(folder)).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
}

/// Five times what the unedited kernel takes, as in a run.
fn budget(workload: &str) -> StepBudget {
    let mut judge = open(&corpus(workload));
    let cases: Vec<_> = SCOPES
        .into_iter()
        .flat_map(|scope| {
            judge
                .judge(&Genome::default(), scope, &StepBudget::flat(AMPLE))
                .cases
        })
        .collect();
    StepBudget::relative(&cases, 5.0, 20_000)
}

/// A genome that a test wrote.
fn genome(text: &str) -> Genome {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The outcome and the reason of a verdict, for messages.
fn words(verdict: &Verdict) -> String {
    match &verdict.reason {
        Some(reason) => format!("{}, {reason}", verdict.outcome),
        None => verdict.outcome.to_string(),
    }
}

#[test]
fn every_baseline_is_correct_on_every_case_with_every_value_of_every_tunable() {
    for workload in WORKLOADS {
        let mut judge = open(&corpus(workload));
        let tunables = judge.subject().workload.tunables.clone();
        let settings = tunables.iter().flat_map(|(name, tunable)| {
            let set = move |value: &i64| format!("set {name} {value}");
            tunable.values.iter().map(set)
        });
        for setting in settings.collect::<Vec<_>>() {
            for scope in SCOPES {
                let verdict = judge.judge(&genome(&setting), scope, &StepBudget::flat(AMPLE));
                let cases = judge.subject().workload.cases.iter();
                let asked = cases.filter(|case| format!("{:?}", case.role) == format!("{scope:?}"));
                assert!(
                    verdict.is_correct() && verdict.cases.len() == asked.count(),
                    "{workload}, {setting}, {}: {}",
                    scope.word(),
                    words(&verdict)
                );
            }
        }
    }
}

/// Held-out cases are executed in two schedules. There an expert need not be faster: it is tuned for the sizes that are searched.
#[test]
fn every_expert_is_correct_on_every_case_and_faster_on_the_search_cases() {
    let unedited = Genome::default();
    for workload in WORKLOADS {
        let spec = spec(&corpus(workload));
        let mut kernels = Judge::open(&spec).unwrap();
        let mut experts = Judge::open(&spec.of_expert()).unwrap();
        let [search, held_out] =
            SCOPES.map(|scope| experts.judge(&unedited, scope, &StepBudget::flat(AMPLE)));
        for verdict in [&search, &held_out] {
            assert!(verdict.is_correct(), "{workload}: {}", words(verdict));
        }
        let baseline = kernels.judge(&unedited, Scope::Search, &StepBudget::flat(AMPLE));
        let [tuned, untuned] = [search, baseline].map(|verdict| verdict.score.unwrap().time_ns);
        assert!(tuned < untuned, "{workload}: {tuned} ns, {untuned} ns");
    }
}

#[test]
fn an_expert_that_is_not_there_is_asked_for_in_vain() {
    let folder = tempfile::tempdir().unwrap();
    let from = corpus("embedding/sls_f32");
    let text = std::fs::read_to_string(from.join("workload.toml")).unwrap();
    let (before, after) = text.split_once("[expert]").unwrap();
    let (_, reference) = after.split_once("[reference]").unwrap();
    let text = format!("{before}[reference]{reference}");
    std::fs::write(folder.path().join("workload.toml"), text).unwrap();
    std::fs::copy(from.join("kernel.ll"), folder.path().join("kernel.ll")).unwrap();
    let spec = spec(folder.path());
    assert!(Judge::open(&spec).is_ok());
    let refused = Judge::open(&spec.of_expert()).err().unwrap().to_string();
    assert!(
        refused.ends_with("workload.toml has no [expert]"),
        "{refused}"
    );
}

/// Every one of them is needed: each stands between a write to `partial` by one thread and a read by another, or, the third, between
/// the reads of the maximum and the partial sums that overwrite it. A block of one warp needs them as well: its threads may drift apart.
#[test]
fn removing_any_barrier_of_attention_is_reported() {
    let workload = "attention/forward";
    let budget = budget(workload);
    let mut judge = open(&corpus(workload));
    let instructions = (0..).zip(&judge.subject().source.sketch().instructions);
    let barriers: Vec<u32> = instructions
        .filter(|(_, instruction)| {
            let callee = instruction.detail.as_deref().unwrap_or_default();
            callee.starts_with("llvm.nvvm.barrier")
        })
        .map(|(number, _)| number)
        .collect();
    assert_eq!(barriers.len(), 5);
    for barrier in barriers {
        for threads in [32, 64, 256] {
            let genome = genome(&format!("delete %{barrier}\nset threads {threads}"));
            for scope in SCOPES {
                let verdict = judge.judge(&genome, scope, &budget);
                let kind = verdict.reason.as_ref().map(|reason| reason.kind.as_str());
                assert!(
                    matches!(kind, Some("race" | "uninitialised")),
                    "{genome}{}: {}",
                    scope.word(),
                    words(&verdict)
                );
            }
        }
    }
}

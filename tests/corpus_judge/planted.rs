//! The verifier against itself: kernels that are wrong in one way each, and what the judge must say of them.

mod attention;
mod backprop;
mod bfs;
mod btree;
mod cached;
mod cluster;
mod dedup;
mod direct;
mod dispatch;
mod embedding;
mod f4;
mod gate;
mod gaussian;
mod gelu;
mod hop;
mod hotspot;
mod kmeans;
mod lavamd;
mod layernorm;
mod lud;
mod nn;
mod nw;
mod particles;
mod pathfinder;
mod pruned;
mod sddmm;
mod sls_q8;
mod smo;
mod snapshots;
mod softmax;
mod spmm;
mod srad;
mod tapwise;
mod topk;
mod winograd;

use std::path::Path;
use std::process::Command;

use super::{SCOPES, budget, corpus, genome, open, words};
use warpsmith::edit::Genome;
use warpsmith::judge::{Outcome, Scope, StepBudget};

/// How a kernel is made wrong.
pub enum Wrong {
    /// By edits.
    Edits(&'static str),
    /// By replacing text of the IR; each text occurs once.
    Text(&'static [(&'static str, &'static str)]),
    /// By replacing text of the source, which is compiled as the corpus is.
    Source(&'static [(&'static str, &'static str)]),
}

/// What is wrong, how, which cases show it first, and the outcome with the word for its reason.
pub type Row = (&'static str, Wrong, Scope, Outcome, &'static str);

/// A copy of a workload with another kernel in it: `file` is its IR or its source.
fn altered(workload: &str, file: &str, edits: &[(&str, &str)], folder: &Path) {
    let from = corpus(workload);
    for file in ["workload.toml", "kernel.ll", "kernel.cu", "expert.ll"] {
        std::fs::copy(from.join(file), folder.join(file)).unwrap();
    }
    let mut text = std::fs::read_to_string(from.join(file)).unwrap();
    for (old, new) in edits {
        assert_eq!(text.matches(old).count(), 1, "{workload}: {old}");
        text = text.replace(old, new);
    }
    std::fs::write(folder.join(file), text).unwrap();
}

/// Makes the IR of the source in `folder`; without a compiler says why it is not there.
fn compiled(folder: &Path) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/compile.sh");
    let made = Command::new(script).arg(folder).output().unwrap();
    let said = String::from_utf8_lossy(&made.stderr).into_owned();
    assert!(
        made.status.success() || said.contains("found none of"),
        "{said}"
    );
    if made.status.success() {
        Ok(())
    } else {
        Err(said)
    }
}

/// What the judge says, where it is not what the table says.
fn surprise(workload: &str, row: &Row, budget: &StepBudget) -> Option<String> {
    let (what, wrong, shown, outcome, kind) = row;
    let scratch = tempfile::tempdir().unwrap();
    let (mut judge, genome) = match wrong {
        Wrong::Edits(text) => (open(&corpus(workload)), genome(text)),
        Wrong::Text(edits) => {
            altered(workload, "kernel.ll", edits, scratch.path());
            (open(scratch.path()), Genome::default())
        }
        Wrong::Source(edits) => {
            altered(workload, "kernel.cu", edits, scratch.path());
            if let Err(why) = compiled(scratch.path()) {
                println!("skipped: {why}");
                return None;
            }
            (open(scratch.path()), Genome::default())
        }
    };
    for scope in SCOPES {
        let verdict = judge.judge(&genome, scope, budget);
        assert_eq!(verdict.skipped, [], "{workload}, {what}");
        let expected = if scope == *shown {
            let reason = verdict.reason.as_ref().map(|reason| reason.kind.as_str());
            verdict.outcome == *outcome && reason == Some(kind) && verdict.score.is_none()
        } else {
            verdict.is_correct()
        };
        if !expected {
            let said = words(&verdict);
            return Some(format!("{workload}, {what}, {}: {said}", scope.word()));
        }
        if scope == *shown {
            break;
        }
    }
    None
}

fn rejected(workload: &str, rows: &[Row]) {
    assert!(rows.len() >= 8);
    let budget = budget(workload);
    let surprises: Vec<String> = rows
        .iter()
        .filter_map(|row| surprise(workload, row, &budget))
        .collect();
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[test]
fn wrong_embedding_kernels_are_rejected_for_what_is_wrong_with_them() {
    rejected("embedding/sls_f32", embedding::ROWS);
}

#[test]
fn wrong_attention_kernels_are_rejected_for_what_is_wrong_with_them() {
    rejected("attention/forward", attention::ROWS);
}

#[test]
fn wrong_convolutions_are_rejected_for_what_is_wrong_with_them() {
    rejected("winograd/f2", winograd::ROWS);
}

#[test]
fn wrong_activations_are_rejected_for_what_is_wrong_with_them() {
    rejected("transformer/bias_gelu", gelu::ROWS);
}

#[test]
fn wrong_normalisations_are_rejected_for_what_is_wrong_with_them() {
    rejected("transformer/layernorm_residual", layernorm::ROWS);
}

#[test]
fn wrong_weights_are_rejected_for_what_is_wrong_with_them() {
    rejected("attention/softmax_context", softmax::ROWS);
}

#[test]
fn wrong_embedding_kernels_of_8_bit_rows_are_rejected_for_what_is_wrong_with_them() {
    rejected("embedding/sls_q8", sls_q8::ROWS);
}

#[test]
fn wrong_sparse_products_are_rejected_for_what_is_wrong_with_them() {
    rejected("graph/spmm_csr", spmm::ROWS);
}

#[test]
fn wrong_products_of_edges_are_rejected_for_what_is_wrong_with_them() {
    rejected("graph/sddmm", sddmm::ROWS);
}

#[test]
fn wrong_sums_of_snapshots_are_rejected_for_what_is_wrong_with_them() {
    rejected("graph/multi_snapshot", snapshots::ROWS);
}

#[test]
fn wrong_shared_bags_are_rejected_for_what_is_wrong_with_them() {
    rejected("embedding/dedup_pool", dedup::ROWS);
}

#[test]
fn wrong_look_ups_behind_a_cache_are_rejected_for_what_is_wrong_with_them() {
    rejected("embedding/cached_lookup", cached::ROWS);
}

#[test]
fn wrong_direct_convolutions_are_rejected_for_what_is_wrong_with_them() {
    rejected("conv/direct3x3", direct::ROWS);
}

#[test]
fn wrong_pruned_attention_is_rejected_for_what_is_wrong_with_it() {
    rejected("attention/pruned", pruned::ROWS);
}

#[test]
fn wrong_gates_are_rejected_for_what_is_wrong_with_them() {
    rejected("moe/gate", gate::ROWS);
}

#[test]
fn wrong_movements_of_tokens_are_rejected_for_what_is_wrong_with_them() {
    rejected("moe/dispatch", dispatch::ROWS);
}

#[test]
fn wrong_convolutions_of_larger_tiles_are_rejected_for_what_is_wrong_with_them() {
    rejected("winograd/f4", f4::ROWS);
}

#[test]
fn wrong_convolutions_of_8_bit_values_are_rejected_for_what_is_wrong_with_them() {
    rejected("winograd/f4_tapwise_int8", tapwise::ROWS);
}

#[test]
fn wrong_chips_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/hotspot", hotspot::ROWS);
}

#[test]
fn wrong_alignments_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/nw", nw::ROWS);
}

#[test]
fn wrong_ways_through_a_grid_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/pathfinder", pathfinder::ROWS);
}

#[test]
fn wrong_graph_searches_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/bfs", bfs::ROWS);
}

#[test]
fn wrong_neighbours_are_rejected_for_what_is_wrong_with_them() {
    rejected("ann/l2_topk", topk::ROWS);
}

#[test]
fn wrong_walks_are_rejected_for_what_is_wrong_with_them() {
    rejected("ann/graph_hop", hop::ROWS);
}

#[test]
fn wrong_solvers_are_rejected_for_what_is_wrong_with_them() {
    rejected("svm/smo_solve", smo::ROWS);
}

#[test]
fn wrong_savings_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/streamcluster", cluster::ROWS);
}

#[test]
fn wrong_draws_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/particlefilter", particles::ROWS);
}

#[test]
fn wrong_factors_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/lud", lud::ROWS);
}

#[test]
fn wrong_layers_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/backprop", backprop::ROWS);
}

#[test]
fn wrong_triangles_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/gaussian", gaussian::ROWS);
}

#[test]
fn wrong_diffusions_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/srad", srad::ROWS);
}

#[test]
fn wrong_memberships_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/kmeans", kmeans::ROWS);
}

#[test]
fn wrong_forces_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/lavamd", lavamd::ROWS);
}

#[test]
fn wrong_distances_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/nn", nn::ROWS);
}

#[test]
fn wrong_ways_down_a_tree_are_rejected_for_what_is_wrong_with_them() {
    rejected("rodinia/btree", btree::ROWS);
}

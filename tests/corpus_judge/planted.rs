//! The verifier against itself: kernels that are wrong in one way each, and what the judge must say of them.

mod attention;
mod embedding;
mod gelu;
mod layernorm;
mod softmax;
mod winograd;

use std::path::Path;

use super::{SCOPES, budget, corpus, genome, open, words};
use warpsmith::edit::Genome;
use warpsmith::judge::{Outcome, Scope, StepBudget};

/// How a kernel is made wrong.
pub enum Wrong {
    /// By edits.
    Edits(&'static str),
    /// By replacing text of the IR; each text occurs once.
    Text(&'static [(&'static str, &'static str)]),
}

/// What is wrong, how, which cases show it first, and the outcome with the word for its reason.
pub type Row = (&'static str, Wrong, Scope, Outcome, &'static str);

/// A copy of a workload with another kernel in it.
fn altered(workload: &str, edits: &[(&str, &str)], folder: &Path) {
    let from = corpus(workload);
    let mut text = std::fs::read_to_string(from.join("kernel.ll")).unwrap();
    for (old, new) in edits {
        assert_eq!(text.matches(old).count(), 1, "{workload}: {old}");
        text = text.replace(old, new);
    }
    std::fs::write(folder.join("kernel.ll"), text).unwrap();
    for file in ["workload.toml", "kernel.cu", "expert.ll", "expert.cu"] {
        std::fs::copy(from.join(file), folder.join(file)).unwrap();
    }
}

/// What the judge says, where it is not what the table says.
fn surprise(workload: &str, row: &Row, budget: &StepBudget) -> Option<String> {
    let (what, wrong, shown, outcome, kind) = row;
    let scratch = tempfile::tempdir().unwrap();
    let (mut judge, genome) = match wrong {
        Wrong::Edits(text) => (open(&corpus(workload)), genome(text)),
        Wrong::Text(edits) => {
            altered(workload, edits, scratch.path());
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

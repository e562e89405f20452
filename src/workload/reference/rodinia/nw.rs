//! Needleman-Wunsch: the scores of the best alignments of two sequences' beginnings.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`align`]
pub static NW: Builtin = Builtin {
    name: "needleman_wunsch",
    inputs: &["similarity"],
    outputs: &["score"],
    sizes: &["n", "penalty"],
    compute: compute_align,
    measures: &[],
};

fn compute_align(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let n = inputs.size("n")?;
    let similarity = inputs.shaped("similarity", &[n, n])?;
    Ok(vec![align(n, &similarity, inputs.size("penalty")? as f64)])
}

/// `score[i][j]`, `[n][n]`: the largest of the score before both plus `similarity[i][j]`, and the scores above and to the left less the
/// penalty of a gap. Before row 0 and column 0 stand gaps alone.
///
/// # Panics
/// When `similarity` is shorter than `n * n`.
pub fn align(n: usize, similarity: &[f64], penalty: f64) -> Vec<f64> {
    let mut score = vec![0.0; n * n];
    let gaps = |count: usize| -penalty * count as f64;
    for i in 0..n {
        for j in 0..n {
            let above = if i == 0 {
                gaps(j + 1)
            } else {
                score[(i - 1) * n + j]
            };
            let left = if j == 0 {
                gaps(i + 1)
            } else {
                score[i * n + j - 1]
            };
            let before = match (i, j) {
                (0, _) => gaps(j),
                (_, 0) => gaps(i),
                _ => score[(i - 1) * n + j - 1],
            };
            let match_both = before + similarity[i * n + j];
            score[i * n + j] = match_both.max(above - penalty).max(left - penalty);
        }
    }
    score
}

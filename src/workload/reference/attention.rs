//! Attention: `softmax(Q K' / sqrt(dim)) V` for each head.

use rayon::prelude::*;

use super::{Builtin, Inputs};
use crate::workload::Error;

/// [`attention`]
pub static FORWARD: Builtin = Builtin {
    name: "attention_forward",
    inputs: &["q", "k", "v"],
    outputs: &["out"],
    sizes: &["heads", "seq", "dim"],
    compute: compute_attention,
    measures: &[],
};

fn compute_attention(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let shape = Shape {
        heads: inputs.size("heads")?,
        seq: inputs.size("seq")?,
        dim: inputs.size("dim")?,
    };
    let sizes = [shape.heads, shape.seq, shape.dim];
    let [q, k, v] = ["q", "k", "v"].map(|name| inputs.shaped(name, &sizes));
    Ok(vec![attention(shape, &q?, &k?, &v?)])
}

/// Shape of an attention; q, k, v and the output are `[heads][seq][dim]`.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Heads of all batch entries together.
    pub heads: usize,
    /// Queries, and keys, of a head.
    pub seq: usize,
    /// Elements of a query, a key and a value.
    pub dim: usize,
}

/// Attention without a mask, `[heads][seq][dim]`.
///
/// # Panics
/// When a slice is shorter than its shape.
pub fn attention(shape: Shape, q: &[f64], k: &[f64], v: &[f64]) -> Vec<f64> {
    let Shape { heads, seq, dim } = shape;
    // Keys by column, so that the scores of a row are made by additions of whole rows.
    let mut columns = vec![0.0; heads * seq * dim];
    for head in 0..heads {
        for key in 0..seq {
            for i in 0..dim {
                columns[(head * dim + i) * seq + key] = k[(head * seq + key) * dim + i];
            }
        }
    }
    let mut out = vec![0.0; heads * seq * dim];
    out.par_chunks_mut(dim).enumerate().for_each(|(row, out)| {
        let head = row / seq;
        let q = &q[row * dim..][..dim];
        let weights = softmax(scores(q, &columns[head * dim * seq..][..dim * seq], seq));
        for (key, weight) in weights.iter().enumerate() {
            let v = &v[(head * seq + key) * dim..][..dim];
            add_scaled(out, v, *weight);
        }
    });
    out
}

fn scores(q: &[f64], columns: &[f64], seq: usize) -> Vec<f64> {
    let mut scores = vec![0.0; seq];
    for (value, column) in q.iter().zip(columns.chunks_exact(seq)) {
        add_scaled(&mut scores, column, *value);
    }
    let scale = (q.len() as f64).sqrt();
    scores.iter_mut().for_each(|score| *score /= scale);
    scores
}

fn softmax(mut scores: Vec<f64>) -> Vec<f64> {
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    scores
        .iter_mut()
        .for_each(|score| *score = (*score - highest).exp());
    let sum: f64 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= sum);
    scores
}

fn add_scaled(to: &mut [f64], from: &[f64], factor: f64) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += factor * from;
    }
}

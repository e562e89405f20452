//! What stands between the matrix products of a transformer: activations, normalisation, softmax.

use rayon::prelude::*;

use super::{Builtin, Inputs};
use crate::workload::Error;

/// [`bias_gelu`]
pub static BIAS_GELU: Builtin = Builtin {
    name: "bias_gelu",
    inputs: &["input", "bias"],
    outputs: &["out"],
    sizes: &["rows", "columns"],
    compute: compute_bias_gelu,
    measures: &[],
};

/// [`layernorm_residual`], with [an epsilon](LAYERNORM_EPSILON).
pub static LAYERNORM_RESIDUAL: Builtin = Builtin {
    name: "layernorm_residual",
    inputs: &["input", "residual", "bias", "gamma", "beta"],
    outputs: &["out"],
    sizes: &["rows", "columns"],
    compute: compute_layernorm_residual,
    measures: &[],
};

/// [`softmax_context`], scaled by `1 / sqrt(dim)`.
pub static SOFTMAX_CONTEXT: Builtin = Builtin {
    name: "softmax_context",
    inputs: &["scores"],
    outputs: &["out"],
    sizes: &["heads", "queries", "keys", "dim"],
    compute: compute_softmax_context,
    measures: &[],
};

/// What layer normalisation adds to a variance.
pub const LAYERNORM_EPSILON: f64 = 1e-5;

fn compute_bias_gelu(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (rows, columns) = (inputs.size("rows")?, inputs.size("columns")?);
    Ok(vec![bias_gelu(
        &inputs.shaped("input", &[rows, columns])?,
        &inputs.shaped("bias", &[columns])?,
    )])
}

fn compute_layernorm_residual(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (rows, columns) = (inputs.size("rows")?, inputs.size("columns")?);
    let [bias, gamma, beta] = ["bias", "gamma", "beta"].map(|name| inputs.shaped(name, &[columns]));
    let input = inputs.shaped("input", &[rows, columns])?;
    let residual = inputs.shaped("residual", &[rows, columns])?;
    Ok(vec![layernorm_residual(
        [&input, &residual],
        [&bias?, &gamma?, &beta?],
        LAYERNORM_EPSILON,
    )])
}

fn compute_softmax_context(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (queries, keys) = (inputs.size("queries")?, inputs.size("keys")?);
    if queries > keys {
        return Err(inputs.wrong(format!("{queries} queries of only {keys} keys")));
    }
    let scores = inputs.shaped("scores", &[inputs.size("heads")?, queries, keys])?;
    let scale = 1.0 / (inputs.size("dim")? as f64).sqrt();
    Ok(vec![softmax_context(&scores, queries, keys, scale)])
}

/// The constant of the tanh form of GELU: sqrt(2 / pi).
const GELU_SCALE: f64 = 0.797_884_560_802_865_4;
/// Its cubic coefficient (Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016).
const GELU_CUBIC: f64 = 0.044715;

/// `gelu(input[row][column] + bias[column])` in the tanh form, `[rows][columns]`, as many columns as `bias` has.
pub fn bias_gelu(input: &[f64], bias: &[f64]) -> Vec<f64> {
    let mut out = input.to_vec();
    out.par_chunks_mut(bias.len().max(1)).for_each(|row| {
        for (value, bias) in row.iter_mut().zip(bias) {
            *value = gelu(*value + bias);
        }
    });
    out
}

/// `x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))`
fn gelu(x: f64) -> f64 {
    0.5 * x * (1.0 + (GELU_SCALE * (x + GELU_CUBIC * x * x * x)).tanh())
}

/// Layer normalisation of a sum: for each row of `x = input + residual + bias`, `gamma (x - mean) / sqrt(variance + epsilon) + beta`.
///
/// `input` and `residual` are `[rows][columns]`; `bias`, `gamma` and `beta` have `columns` elements. The variance is that of the row
/// itself, divided by `columns`.
///
/// # Panics
/// When `residual` is shorter than `input`, or one of the row vectors shorter than `bias`.
pub fn layernorm_residual(
    [input, residual]: [&[f64]; 2],
    [bias, gamma, beta]: [&[f64]; 3],
    epsilon: f64,
) -> Vec<f64> {
    let columns = bias.len().max(1);
    let mut out = vec![0.0; input.len()];
    out.par_chunks_mut(columns)
        .enumerate()
        .for_each(|(row, out)| {
            for (column, out) in out.iter_mut().enumerate() {
                let at = row * columns + column;
                *out = input[at] + residual[at] + bias[column];
            }
            let count = out.len() as f64;
            let mean = out.iter().sum::<f64>() / count;
            let variance = out.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count;
            let deviation = (variance + epsilon).sqrt();
            for (column, out) in out.iter_mut().enumerate() {
                *out = gamma[column] * (*out - mean) / deviation + beta[column];
            }
        });
    out
}

/// Weights of a causal attention from its scores, `[heads][queries][keys]`: query `i` sees keys `0 ..= i + keys - queries`, whose weights
/// are the softmax of `scale score`; those of all other keys are 0. There are no more queries than keys.
pub fn softmax_context(scores: &[f64], queries: usize, keys: usize, scale: f64) -> Vec<f64> {
    let mut weights = vec![0.0; scores.len()];
    let rows = weights
        .par_chunks_mut(keys)
        .zip(scores.par_chunks(keys))
        .enumerate();
    rows.for_each(|(row, (weights, scores))| {
        let seen = (row % queries + 1 + keys.saturating_sub(queries)).min(keys);
        let (weights, scores) = (&mut weights[..seen], &scores[..seen]);
        let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for (weight, score) in weights.iter_mut().zip(scores) {
            *weight = (scale * (score - highest)).exp();
        }
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
    });
    weights
}

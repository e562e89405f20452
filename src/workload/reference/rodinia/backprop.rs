//! Backpropagation between two layers of a perceptron.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`partial_sums`] with the weights as they are, and [`adjust`], in place.
pub static BACKPROP: Builtin = Builtin {
    name: "backprop",
    inputs: &["unit", "delta", "weight", "change"],
    outputs: &["partial", "weight", "change"],
    sizes: &["units", "hidden"],
    compute: compute_layer,
    measures: &[],
};

/// Units of a partial sum, as in the published program.
pub const TILE: usize = 16;

/// How much of a unit's share in the error a weight changes by, and how much of what it changed by before: the published program's.
const RATE: f32 = 0.3;
const MOMENTUM: f32 = 0.3;

fn compute_layer(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [units, hidden] = [inputs.size("units")?, inputs.size("hidden")?];
    let unit = inputs.shaped("unit", &[units])?;
    let delta = inputs.shaped("delta", &[hidden])?;
    let mut weight = inputs.shaped("weight", &[units, hidden])?;
    let mut change = inputs.shaped("change", &[units, hidden])?;
    let partial = partial_sums(&unit, &weight, hidden);
    let rates = [RATE, MOMENTUM].map(f64::from);
    adjust(&unit, &delta, &mut weight, &mut change, rates);
    Ok(vec![partial, weight, change])
}

/// What each hidden unit gets from each [`TILE`] of the units, `[tiles][hidden]`; `weight` is `[units][hidden]`.
pub fn partial_sums(unit: &[f64], weight: &[f64], hidden: usize) -> Vec<f64> {
    let tiles = unit.chunks(TILE).zip(weight.chunks(TILE * hidden));
    let sums = tiles.flat_map(|(unit, weight)| {
        (0..hidden).map(move |j| {
            let terms = unit.iter().zip(weight.chunks_exact(hidden));
            terms.map(|(unit, row)| unit * row[j]).sum()
        })
    });
    sums.collect()
}

/// Changes `weight`, `[units][hidden]`, by rate times error (`delta`, `[hidden]`) times unit, plus momentum times its `change` before; the
/// rates are `[rate, momentum]`.
pub fn adjust(
    unit: &[f64],
    delta: &[f64],
    weight: &mut [f64],
    change: &mut [f64],
    [rate, momentum]: [f64; 2],
) {
    let hidden = delta.len();
    for (at, (weight, change)) in weight.iter_mut().zip(change).enumerate() {
        *change = rate * delta[at % hidden] * unit[at / hidden] + momentum * *change;
        *weight += *change;
    }
}

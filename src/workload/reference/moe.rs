//! Mixtures of experts: who gets which token, and what is moved where.

use rayon::prelude::*;

use super::{Builtin, Inputs};
use crate::workload::Error;

/// The position of a token that no expert takes.
const DROPPED: f64 = -1.0;

/// [`gate`]
pub static GATE: Builtin = Builtin {
    name: "moe_gate",
    inputs: &["logits"],
    outputs: &["expert", "weight", "position", "load"],
    sizes: &["tokens", "experts", "capacity"],
    compute: compute_gate,
    measures: &[],
};

/// [`dispatch`] and [`combine`]
pub static DISPATCH: Builtin = Builtin {
    name: "moe_dispatch",
    inputs: &["tokens_in", "answers", "expert", "position", "weight"],
    outputs: &["slots", "out"],
    sizes: &["tokens", "experts", "capacity", "width"],
    compute: compute_dispatch,
    measures: &[],
};

fn compute_gate(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (tokens, experts) = (inputs.size("tokens")?, inputs.size("experts")?);
    let logits = inputs.shaped("logits", &[tokens, experts])?;
    let gate = gate(&logits, experts, inputs.size("capacity")? as f64)
        .map_err(|reason| inputs.wrong(reason))?;
    Ok(vec![gate.expert, gate.weight, gate.position, gate.load])
}

fn compute_dispatch(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [tokens, experts, capacity, width] =
        ["tokens", "experts", "capacity", "width"].map(|name| inputs.size(name));
    let (tokens, experts, capacity, width) = (tokens?, experts?, capacity?, width?);
    let expert = inputs.shaped("expert", &[tokens])?;
    let position = inputs.shaped("position", &[tokens])?;
    let places =
        slots_of(&expert, &position, experts, capacity).map_err(|reason| inputs.wrong(reason))?;
    let slots = dispatch(
        &inputs.shaped("tokens_in", &[tokens, width])?,
        &places,
        experts * capacity,
        width,
    );
    let out = combine(
        &inputs.shaped("answers", &[experts, capacity, width])?,
        &places,
        &inputs.shaped("weight", &[tokens])?,
        width,
    );
    Ok(vec![slots, out])
}

/// What a gate says.
pub struct Gate {
    /// Of each token.
    pub expert: Vec<f64>,
    /// Softmax of the chosen logit; 0 for a dropped token.
    pub weight: Vec<f64>,
    /// Of each token among those of its expert, or -1 if it is dropped.
    pub position: Vec<f64>,
    /// Tokens that chose each expert, dropped ones included.
    pub load: Vec<f64>,
}

/// Top-1 gate: each token, a row of `experts` logits, chooses the highest, of equal ones the first; an expert takes `capacity` tokens, in
/// their order.
///
/// # Errors
/// None for finite logits.
pub fn gate(logits: &[f64], experts: usize, capacity: f64) -> Result<Gate, String> {
    let choices: Vec<(f64, f64)> = logits.par_chunks(experts).map(choose).collect();
    let (expert, mut weight): (Vec<f64>, Vec<f64>) = choices.into_iter().unzip();
    let (position, load) = places(&expert, experts, capacity)?;
    for (weight, position) in weight.iter_mut().zip(&position) {
        if *position == DROPPED {
            *weight = 0.0;
        }
    }
    Ok(Gate {
        expert,
        weight,
        position,
        load,
    })
}

/// The expert of a token, and the softmax of its logit.
fn choose(logits: &[f64]) -> (f64, f64) {
    let highest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let best = logits.iter().position(|logit| *logit == highest);
    let sum: f64 = logits.iter().map(|logit| (logit - highest).exp()).sum();
    (best.unwrap_or(0) as f64, 1.0 / sum)
}

/// How many of each element's group are before it, or -1 if that is not below the capacity; and how many each group has.
///
/// # Errors
/// A group that is not below `groups`.
pub fn places(group: &[f64], groups: usize, capacity: f64) -> Result<(Vec<f64>, Vec<f64>), String> {
    let mut sizes = vec![0.0; groups];
    let mut places = Vec::with_capacity(group.len());
    for (at, group) in group.iter().enumerate() {
        let known = sizes.get_mut(*group as usize).filter(|_| *group >= 0.0);
        let size = known.ok_or_else(|| format!("element {at} is of group {group} of {groups}"))?;
        places.push(if *size < capacity { *size } else { DROPPED });
        *size += 1.0;
    }
    Ok((places, sizes))
}

/// The slot of each token, `expert * capacity + position`, or `None` for a dropped one.
///
/// # Errors
/// An expert or a position out of range, a slot with two tokens.
pub fn slots_of(
    expert: &[f64],
    position: &[f64],
    experts: usize,
    capacity: usize,
) -> Result<Vec<Option<usize>>, String> {
    let mut taken = vec![false; experts * capacity];
    let slot = |(token, (expert, position)): (usize, (&f64, &f64))| {
        if *position == DROPPED {
            return Ok(None);
        }
        let inside =
            (0.0..experts as f64).contains(expert) && (0.0..capacity as f64).contains(position);
        let slot = *expert as usize * capacity + *position as usize;
        if !inside || std::mem::replace(&mut taken[slot], true) {
            return Err(format!(
                "token {token} has place {position} of expert {expert}, which is taken or none"
            ));
        }
        Ok(Some(slot))
    };
    expert.iter().zip(position).enumerate().map(slot).collect()
}

/// Rows of `width` at their slots; zeros where no token is.
pub fn dispatch(rows: &[f64], places: &[Option<usize>], slots: usize, width: usize) -> Vec<f64> {
    let mut out = vec![0.0; slots * width];
    for (row, slot) in rows.chunks(width).zip(places) {
        if let Some(slot) = slot {
            out[slot * width..][..width].copy_from_slice(row);
        }
    }
    out
}

/// The row in each token's slot times its weight; zeros for a dropped one.
pub fn combine(
    answers: &[f64],
    places: &[Option<usize>],
    weight: &[f64],
    width: usize,
) -> Vec<f64> {
    let mut out = vec![0.0; places.len() * width];
    for ((out, slot), weight) in out.chunks_mut(width).zip(places).zip(weight) {
        if let Some(slot) = slot {
            let answer = &answers[slot * width..][..width];
            out.iter_mut()
                .zip(answer)
                .for_each(|(out, answer)| *out = weight * answer);
        }
    }
    out
}

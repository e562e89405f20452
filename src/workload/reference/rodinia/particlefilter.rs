//! Particle filter: which particles are drawn again, given the sums of their weights.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`draw`] for each particle, and the two coordinates of what is drawn.
pub static FIND_INDEX: Builtin = Builtin {
    name: "find_index",
    inputs: &["cdf", "u", "x", "y"],
    outputs: &["xj", "yj"],
    sizes: &["particles"],
    compute: compute_drawn,
    measures: &[],
};

fn compute_drawn(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let particles = [inputs.size("particles")?];
    let [cdf, u, x, y] = ["cdf", "u", "x", "y"].map(|name| inputs.shaped(name, &particles));
    let drawn = draw(&cdf?, &u?);
    let of = |values: Vec<f64>| drawn.iter().map(|at| values[*at]).collect();
    Ok(vec![of(x?), of(y?)])
}

/// For each number the place of the first sum that is no smaller; the last where all are.
pub fn draw(sums: &[f64], numbers: &[f64]) -> Vec<usize> {
    let first = |number: &f64| sums.iter().position(|sum| sum >= number);
    let last = sums.len().saturating_sub(1);
    numbers
        .iter()
        .map(|number| first(number).unwrap_or(last))
        .collect()
}

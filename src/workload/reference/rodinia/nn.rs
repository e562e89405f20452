//! Nearest neighbours: how far records are from a place.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`distances`]
pub static NN: Builtin = Builtin {
    name: "nn_distances",
    inputs: &["place", "target"],
    outputs: &["distance"],
    sizes: &["records"],
    compute: compute_distances,
    measures: &[],
};

fn compute_distances(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let places = inputs.shaped("place", &[inputs.size("records")?, 2])?;
    let target = inputs.shaped("target", &[2])?;
    Ok(vec![distances(&places, [target[0], target[1]])])
}

/// The Euclidean distance of each place, a pair of latitude and longitude, from the target.
pub fn distances(places: &[f64], target: [f64; 2]) -> Vec<f64> {
    let places = places.chunks_exact(2);
    places
        .map(|at| (at[0] - target[0]).hypot(at[1] - target[1]))
        .collect()
}

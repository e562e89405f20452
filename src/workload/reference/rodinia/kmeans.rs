//! K-means: which centre is the nearest to each point.

use rayon::prelude::*;

use super::super::{Builtin, Inputs};
use crate::workload::Error;
use crate::workload::reference::ann;

/// [`assign`]
pub static KMEANS: Builtin = Builtin {
    name: "kmeans",
    inputs: &["feature", "centre"],
    outputs: &["membership"],
    sizes: &["points", "dim", "centres"],
    compute: compute_membership,
    measures: &[],
};

fn compute_membership(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [points, dim] = [inputs.size("points")?, inputs.size("dim")?];
    let feature = inputs.shaped("feature", &[dim, points])?;
    let centre = inputs.shaped("centre", &[inputs.size("centres")?, dim])?;
    Ok(vec![assign(&feature, &centre, points, dim)])
}

/// For each point the number of the nearest centre, the first of those that are as near: `feature` is `[dim][points]`, `centre` `[centres][dim]`.
pub fn assign(feature: &[f64], centre: &[f64], points: usize, dim: usize) -> Vec<f64> {
    let nearest = |point: usize| {
        let own: Vec<f64> = (0..dim).map(|d| feature[d * points + point]).collect();
        let distances = centre.chunks_exact(dim).map(|it| ann::distance(&own, it));
        let least = distances
            .enumerate()
            .min_by(|(_, a), (_, b)| a.total_cmp(b));
        least.map_or(0.0, |(number, _)| number as f64)
    };
    (0..points).into_par_iter().map(nearest).collect()
}

//! Particles in a cube of boxes: what each gets from those of its own box and of the boxes around.

use rayon::prelude::*;

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// How fast the potential dies away with the square of the distance, in boxes: 2 alpha^2, with the published alpha = 0.5.
const DECAY: f64 = 0.5;

/// [`forces`]
pub static LAVAMD: Builtin = Builtin {
    name: "lavamd",
    inputs: &["particle"],
    outputs: &["force"],
    sizes: &["edge", "per"],
    compute: compute_forces,
    measures: &[],
};

fn compute_forces(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [edge, per] = [inputs.size("edge")?, inputs.size("per")?];
    let particle = inputs.shaped("particle", &[edge, edge, edge, per, 4])?;
    Ok(vec![forces(&particle, edge, per)])
}

/// Potential and force of each particle: `[edge][edge][edge][per][4]`, from as many (x, y, z, charge), x fastest among the boxes. Places count
/// from the corner of the particle's own box, in edges of a box. A particle acts on itself, too: with its charge as a potential, and no force.
pub fn forces(particle: &[f64], edge: usize, per: usize) -> Vec<f64> {
    let boxes: Vec<&[f64]> = particle.chunks_exact(per * 4).collect();
    let corner = |number: usize| [number % edge, number / edge % edge, number / edge / edge];
    let of_box = |home: usize| {
        let at = corner(home);
        let near = |other: &usize| (0..3).all(|axis| corner(*other)[axis].abs_diff(at[axis]) <= 1);
        let around: Vec<usize> = (0..boxes.len()).filter(near).collect();
        let mut sums = vec![0.0; per * 4];
        for (own, sum) in boxes[home].chunks_exact(4).zip(sums.chunks_exact_mut(4)) {
            for &other in &around {
                let offset = |axis: usize| corner(other)[axis] as f64 - at[axis] as f64;
                for from in boxes[other].chunks_exact(4) {
                    let away = [0, 1, 2].map(|axis| own[axis] - (from[axis] + offset(axis)));
                    let square: f64 = away.iter().map(|x| x * x).sum();
                    let strength = from[3] * (-DECAY * square).exp();
                    sum[0] += strength;
                    for (sum, away) in sum[1..].iter_mut().zip(away) {
                        *sum += 2.0 * strength * away;
                    }
                }
            }
        }
        sums
    };
    (0..boxes.len())
        .into_par_iter()
        .flat_map_iter(of_box)
        .collect()
}

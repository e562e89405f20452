//! SRAD: speckle reducing anisotropic diffusion (Yu and Acton, 2002), which smooths an image but not its edges.

use rayon::prelude::*;

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`diffuse`], a number of times, in place.
pub static SRAD: Builtin = Builtin {
    name: "srad",
    inputs: &["image"],
    outputs: &["image"],
    sizes: &["rows", "cols", "steps"],
    compute: compute_diffused,
    measures: &[],
};

fn compute_diffused(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [rows, cols] = [inputs.size("rows")?, inputs.size("cols")?];
    let mut image = inputs.shaped("image", &[rows, cols])?;
    for _ in 0..inputs.size("steps")? {
        image = diffuse(&image, cols, LAMBDA);
    }
    Ok(vec![image])
}

/// How much of a step's change is made.
const LAMBDA: f64 = 0.5;

/// One step over an image of positive values, `[rows][cols]`. The speckle that is to go is that of the whole image: its variance over its
/// squared mean. A cell at the edge is its own neighbour there.
pub fn diffuse(image: &[f64], cols: usize, lambda: f64) -> Vec<f64> {
    let count = image.len() as f64;
    let mean = image.iter().sum::<f64>() / count;
    let variance = image.iter().map(|value| value * value).sum::<f64>() / count - mean * mean;
    let speckle = variance / (mean * mean);
    let rows = image.len() / cols;
    let at = |y: usize, x: usize| image[y * cols + x];
    // Differences to the cells above, below, left and right.
    let slopes = |y: usize, x: usize| {
        let here = at(y, x);
        [
            at(y.saturating_sub(1), x) - here,
            at((y + 1).min(rows - 1), x) - here,
            at(y, x.saturating_sub(1)) - here,
            at(y, (x + 1).min(cols - 1)) - here,
        ]
    };
    let coefficient = |(y, x): (usize, usize)| {
        let (here, slopes) = (at(y, x), slopes(y, x));
        let squares = slopes.iter().map(|slope| slope * slope).sum::<f64>() / (here * here);
        let laplacian = slopes.iter().sum::<f64>() / here;
        let steepness =
            (0.5 * squares - laplacian * laplacian / 16.0) / (1.0 + 0.25 * laplacian).powi(2);
        (1.0 / (1.0 + (steepness - speckle) / (speckle * (1.0 + speckle)))).clamp(0.0, 1.0)
    };
    let cells = (0..image.len())
        .into_par_iter()
        .map(|cell| (cell / cols, cell % cols));
    let flow: Vec<f64> = cells.clone().map(coefficient).collect();
    cells
        .map(|(y, x)| {
            let [up, down, left, right] = slopes(y, x);
            let here = flow[y * cols + x];
            let below = flow[(y + 1).min(rows - 1) * cols + x];
            let beside = flow[y * cols + (x + 1).min(cols - 1)];
            at(y, x) + 0.25 * lambda * (here * up + below * down + here * left + beside * right)
        })
        .collect()
}

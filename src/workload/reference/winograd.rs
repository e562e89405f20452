//! The transforms that Winograd's algorithms apply to 3x3 filters.

use rayon::prelude::*;

/// G of F(2x2, 3x3): Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2016).
pub const F2_FILTER: [[f64; 3]; 4] = [
    [1.0, 0.0, 0.0],
    [0.5, 0.5, 0.5],
    [0.5, -0.5, 0.5],
    [0.0, 0.0, 1.0],
];

/// G of F(4x4, 3x3), of the same paper: the points 0, 1, -1, 2, -2 and infinity.
pub const F4_FILTER: [[f64; 3]; 6] = [
    [1.0 / 4.0, 0.0, 0.0],
    [-1.0 / 6.0, -1.0 / 6.0, -1.0 / 6.0],
    [-1.0 / 6.0, 1.0 / 6.0, -1.0 / 6.0],
    [1.0 / 24.0, 1.0 / 12.0, 1.0 / 6.0],
    [1.0 / 24.0, -1.0 / 12.0, 1.0 / 6.0],
    [0.0, 0.0, 1.0],
];

/// `G g G'` of each 3x3 filter g of `weights`, with the rows of G in `matrix`.
pub fn transform_filters<const N: usize>(
    matrix: &[[f64; 3]; N],
    weights: &[f64],
) -> Vec<[[f64; N]; N]> {
    let dot = |row: &[f64; 3], [a, b, c]: [f64; 3]| row[0] * a + row[1] * b + row[2] * c;
    let (filters, _) = weights.as_chunks::<9>();
    let transform = |g: &[f64; 9]| {
        matrix.map(|down| {
            let row = [0, 1, 2].map(|x| dot(&down, [g[x], g[3 + x], g[6 + x]]));
            matrix.map(|across| dot(&across, row))
        })
    };
    filters.par_iter().map(transform).collect()
}

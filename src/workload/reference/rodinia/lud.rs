//! LU decomposition without pivoting.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`decompose`], in place.
pub static LUD: Builtin = Builtin {
    name: "lud",
    inputs: &["matrix"],
    outputs: &["matrix"],
    sizes: &["n"],
    compute: compute_factors,
    measures: &[],
};

fn compute_factors(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let n = inputs.size("n")?;
    let mut matrix = inputs.shaped("matrix", &[n, n])?;
    decompose(&mut matrix, n);
    Ok(vec![matrix])
}

/// Turns `matrix`, `[n][n]`, into its factors: L below the diagonal, whose own diagonal is 1, and U on and above it.
pub fn decompose(matrix: &mut [f64], n: usize) {
    for k in 0..n {
        for i in k + 1..n {
            let factor = matrix[i * n + k] / matrix[k * n + k];
            matrix[i * n + k] = factor;
            for j in k + 1..n {
                matrix[i * n + j] -= factor * matrix[k * n + j];
            }
        }
    }
}

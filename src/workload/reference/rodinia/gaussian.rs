//! Gaussian elimination without pivoting.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`eliminate`], in place.
pub static GAUSSIAN: Builtin = Builtin {
    name: "gaussian",
    inputs: &["a", "b"],
    outputs: &["a", "b"],
    sizes: &["n"],
    compute: compute_triangle,
    measures: &[],
};

fn compute_triangle(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let n = inputs.size("n")?;
    let mut a = inputs.shaped("a", &[n, n])?;
    let mut b = inputs.shaped("b", &[n])?;
    eliminate(&mut a, &mut b);
    Ok(vec![a, b])
}

/// Turns the system `a x = b`, `[n][n]` and `[n]`, into one of the same solution with zeros below the diagonal of `a`.
pub fn eliminate(a: &mut [f64], b: &mut [f64]) {
    let n = b.len();
    for t in 0..n {
        for row in t + 1..n {
            let factor = a[row * n + t] / a[t * n + t];
            a[row * n + t] = 0.0;
            for col in t + 1..n {
                a[row * n + col] -= factor * a[t * n + col];
            }
            b[row] -= factor * b[t];
        }
    }
}

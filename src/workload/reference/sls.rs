//! SparseLengthsSum: sums of the table rows that bags name.

use rayon::prelude::*;

use super::{Builtin, Inputs};
use crate::workload::Error;

/// [`sls`] of a table.
pub static SLS: Builtin = Builtin {
    name: "sls",
    inputs: &["table", "index", "start"],
    outputs: &["out"],
    sizes: &["dim"],
    compute: compute_sls,
    measures: &[],
};

fn compute_sls(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (_, table) = inputs.buffer("table")?;
    let bytes = table.data.as_deref().unwrap_or_default();
    let sums = sls(
        |at| table.scalar.get(bytes, at),
        &inputs.values("index")?,
        &inputs.values("start")?,
        inputs.size("dim")?,
    );
    Ok(vec![sums.map_err(|reason| inputs.wrong(reason))?])
}

/// `out[bag][col]` = the sum of `table(index[i] * dim + col)` over i from `start[bag]` to below `start[bag + 1]`.
///
/// `table(at)` is element `at` of the table, or `None` past its end.
///
/// # Errors
/// Offsets that do not rise or that leave the indices, an index that is no row: the inputs, not a kernel, are wrong.
pub fn sls(
    table: impl Fn(usize) -> Option<f64> + Sync,
    index: &[f64],
    start: &[f64],
    dim: usize,
) -> Result<Vec<f64>, String> {
    let bags = start.len().saturating_sub(1);
    let mut out = vec![0.0; bags * dim];
    out.par_chunks_mut(dim.max(1))
        .zip(start.par_windows(2))
        .enumerate()
        .try_for_each(|(bag, (out, ends))| {
            let (from, to) = (ends[0], ends[1]);
            if !(0.0 <= from && from <= to && to <= index.len() as f64) {
                return Err(format!(
                    "bag {bag} is {from}..{to} of {} indices",
                    index.len()
                ));
            }
            for &row in &index[from as usize..to as usize] {
                for (col, out) in out.iter_mut().enumerate() {
                    let at = (row as usize)
                        .checked_mul(dim)
                        .and_then(|at| at.checked_add(col));
                    let element = at.filter(|_| row >= 0.0).and_then(&table);
                    *out += element.ok_or_else(|| {
                        format!("bag {bag} names row {row}, which the table lacks")
                    })?;
                }
            }
            Ok(())
        })?;
    Ok(out)
}

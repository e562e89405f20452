//! SparseLengthsSum: sums of the table rows that bags name, and its relatives.

use rayon::prelude::*;

use super::{Builtin, Inputs, quantized};
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

/// [`sls`] of a table in the format of [`quantized`].
pub static SLS_Q8: Builtin = Builtin {
    name: "sls_q8",
    inputs: &["table", "index", "start"],
    outputs: &["out"],
    sizes: &["dim"],
    compute: compute_sls_q8,
    measures: &[],
};

/// [`sls`] of bags that samples share: each sample has the sum of its bag.
pub static DEDUP_POOL: Builtin = Builtin {
    name: "dedup_pool",
    inputs: &["table", "index", "start", "inverse"],
    outputs: &["out"],
    sizes: &["dim"],
    compute: compute_dedup_pool,
    measures: &[],
};

fn compute_dedup_pool(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let dim = inputs.size("dim")?;
    let bags = compute_sls(inputs)?.concat();
    let mut out = Vec::new();
    for (sample, bag) in inputs.values("inverse")?.into_iter().enumerate() {
        let sums = bags.chunks_exact(dim).nth(bag as usize);
        let sums = sums.filter(|_| bag >= 0.0);
        out.extend_from_slice(sums.ok_or_else(|| {
            inputs.wrong(format!("sample {sample} has bag {bag}, which is none"))
        })?);
    }
    Ok(vec![out])
}

fn compute_sls_q8(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (_, table) = inputs.buffer("table")?;
    let dim = inputs.size("dim")?;
    let bytes = table.data.as_deref().unwrap_or_default();
    let rows: Vec<&[u8]> = bytes.chunks_exact(quantized::row_bytes(dim)).collect();
    let sums = sls(
        |at| Some(quantized::element(rows.get(at / dim)?, at % dim)),
        &inputs.values("index")?,
        None,
        &inputs.values("start")?,
        dim,
    );
    Ok(vec![sums.map_err(|reason| inputs.wrong(reason))?])
}

fn compute_sls(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (_, table) = inputs.buffer("table")?;
    let bytes = table.data.as_deref().unwrap_or_default();
    let sums = sls(
        |at| table.scalar.get(bytes, at),
        &inputs.values("index")?,
        None,
        &inputs.values("start")?,
        inputs.size("dim")?,
    );
    Ok(vec![sums.map_err(|reason| inputs.wrong(reason))?])
}

/// `out[bag][col]` = the sum of `weight[i] table(index[i] * dim + col)` over i from `start[bag]` to below `start[bag + 1]`.
///
/// `table(at)` is element `at` of the table, or `None` past its end. Without weights each is 1.
///
/// # Errors
/// Offsets that do not rise or that leave the indices, an index that is no row, too few weights: the inputs, not a kernel, are wrong.
pub fn sls(
    table: impl Fn(usize) -> Option<f64> + Sync,
    index: &[f64],
    weight: Option<&[f64]>,
    start: &[f64],
    dim: usize,
) -> Result<Vec<f64>, String> {
    if let Some(weight) = weight.filter(|weight| weight.len() != index.len()) {
        return Err(format!(
            "{} indices have {} weights",
            index.len(),
            weight.len()
        ));
    }
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
            for i in from as usize..to as usize {
                let row = index[i];
                let weight = weight.map_or(1.0, |weight| weight[i]);
                for (col, out) in out.iter_mut().enumerate() {
                    let at = (row as usize)
                        .checked_mul(dim)
                        .and_then(|at| at.checked_add(col));
                    let element = at.filter(|_| row >= 0.0).and_then(&table);
                    *out += weight
                        * element.ok_or_else(|| {
                            format!("bag {bag} names row {row}, which the table lacks")
                        })?;
                }
            }
            Ok(())
        })?;
    Ok(out)
}

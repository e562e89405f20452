//! Sums over the edges of graphs.

use super::{Builtin, Inputs, sls::sls};
use crate::workload::Error;

/// A sparse matrix in rows of (column, value) times a dense one: [`sls`] of the dense matrix's rows, weighted by the values.
pub static SPMM: Builtin = Builtin {
    name: "spmm",
    inputs: &["start", "column", "value", "features"],
    outputs: &["out"],
    sizes: &["dim"],
    compute: compute_spmm,
    measures: &[],
};

/// [`sddmm`]
pub static SDDMM: Builtin = Builtin {
    name: "sddmm",
    inputs: &["source", "target", "left", "right"],
    outputs: &["out"],
    sizes: &["dim"],
    compute: compute_sddmm,
    measures: &[],
};

/// Sums over neighbours in several snapshots: over common edges, and over each snapshot's own.
pub static MULTI_SNAPSHOT: Builtin = Builtin {
    name: "multi_snapshot",
    inputs: &["start", "column", "more_start", "more_column", "features"],
    outputs: &["out"],
    sizes: &["nodes", "snapshots", "dim"],
    compute: compute_multi_snapshot,
    measures: &[],
};

fn compute_spmm(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let features = inputs.values("features")?;
    let sums = sls(
        |at| features.get(at).copied(),
        &inputs.values("column")?,
        Some(&inputs.values("value")?),
        &inputs.values("start")?,
        inputs.size("dim")?,
    );
    Ok(vec![sums.map_err(|reason| inputs.wrong(reason))?])
}

fn compute_sddmm(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let products = sddmm(
        [&inputs.values("source")?, &inputs.values("target")?],
        [&inputs.values("left")?, &inputs.values("right")?],
        inputs.size("dim")?,
    );
    Ok(vec![products.map_err(|reason| inputs.wrong(reason))?])
}

/// For each edge the product of the rows of `left` and `right`, of `dim` elements each, that its two ends name.
///
/// # Errors
/// An end that is no row, an edge with one end.
pub fn sddmm(
    [source, target]: [&[f64]; 2],
    [left, right]: [&[f64]; 2],
    dim: usize,
) -> Result<Vec<f64>, String> {
    if source.len() != target.len() {
        return Err(format!(
            "{} edges begin, and {} end",
            source.len(),
            target.len()
        ));
    }
    let ends = source.iter().zip(target);
    ends.map(|(source, target)| {
        let (from, to) = (row(left, *source, dim)?, row(right, *target, dim)?);
        Ok(from.iter().zip(to).map(|(a, b)| a * b).sum())
    })
    .collect()
}

fn row(rows: &[f64], row: f64, dim: usize) -> Result<&[f64], String> {
    let named = rows.chunks_exact(dim).nth(row as usize);
    let named = named.filter(|_| row >= 0.0);
    named.ok_or_else(|| format!("an edge names row {row}, which is not there"))
}

/// `out[node][snapshot][column]` = the sums of `features` (laid out likewise) over the node's common neighbours and over those of the
/// snapshot: rows `start[node]` and `more_start[snapshot * nodes + node]` of two lists.
fn compute_multi_snapshot(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [nodes, snapshots, dim] = ["nodes", "snapshots", "dim"].map(|name| inputs.size(name));
    let (nodes, snapshots, dim) = (nodes?, snapshots?, dim?);
    let width = snapshots * dim;
    let features = inputs.shaped("features", &[nodes, width])?;
    let sums = |start: &str, column: &str| {
        let sums = sls(
            |at| features.get(at).copied(),
            &inputs.values(column)?,
            None,
            &inputs.values(start)?,
            width,
        );
        sums.map_err(|reason| inputs.wrong(reason))
    };
    let mut out = sums("start", "column")?;
    // Each of these rows has all snapshots' columns, of which only its own snapshot's count.
    let more = sums("more_start", "more_column")?;
    for (at, row) in more.chunks_exact(width).enumerate() {
        let (snapshot, node) = (at / nodes, at % nodes);
        for column in snapshot * dim..(snapshot + 1) * dim {
            out[node * width + column] += row[column];
        }
    }
    Ok(vec![out])
}

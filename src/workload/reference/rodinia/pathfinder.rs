//! Pathfinder: the cheapest way through a grid of costs, row by row.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`cheapest`]
pub static PATHFINDER: Builtin = Builtin {
    name: "pathfinder",
    inputs: &["wall"],
    outputs: &["cost"],
    sizes: &["rows", "cols"],
    compute: compute_cheapest,
    measures: &[],
};

fn compute_cheapest(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [rows, cols] = [inputs.size("rows")?, inputs.size("cols")?];
    let wall = inputs.shaped("wall", &[rows, cols])?;
    Ok(vec![cheapest(&wall, cols)])
}

/// For each cell of the last row of `wall`, `[rows][cols]`, the least cost of a way to it from the first row, which goes a row further with
/// each step and a column to either side at most.
pub fn cheapest(wall: &[f64], cols: usize) -> Vec<f64> {
    let mut rows = wall.chunks_exact(cols.max(1));
    let mut cost = rows.next().unwrap_or_default().to_vec();
    for row in rows {
        let before = |at: usize| {
            let around = &cost[at.saturating_sub(1)..(at + 2).min(cols)];
            around.iter().copied().fold(f64::INFINITY, f64::min)
        };
        cost = row
            .iter()
            .enumerate()
            .map(|(at, step)| before(at) + step)
            .collect();
    }
    cost
}

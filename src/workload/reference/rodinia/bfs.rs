//! Breadth-first search: how many edges each node of a graph is away from one of them.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`levels`] from a node.
pub static BFS: Builtin = Builtin {
    name: "bfs",
    inputs: &["start", "column"],
    outputs: &["level"],
    sizes: &["nodes", "root"],
    compute: compute_levels,
    measures: &[],
};

fn compute_levels(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let nodes = inputs.size("nodes")?;
    let start = inputs.shaped("start", &[nodes + 1])?;
    // Sizes count from 1, nodes from 0.
    let root = inputs.size("root")? - 1;
    let found = levels(&start, &inputs.values("column")?, root);
    Ok(vec![found.map_err(|reason| inputs.wrong(reason))?])
}

/// The number of edges from `root` to each node, -1 where there is no way; node `i` has edges to `column[start[i]] .. column[start[i + 1]]`.
///
/// # Errors
/// A node or an edge that is not there.
pub fn levels(start: &[f64], column: &[f64], root: usize) -> Result<Vec<f64>, String> {
    let nodes = start.len().saturating_sub(1);
    let mut level = vec![-1.0; nodes];
    *level
        .get_mut(root)
        .ok_or_else(|| format!("there is no node {root}"))? = 0.0;
    let mut frontier = vec![root];
    for depth in 1.. {
        let mut next = Vec::new();
        for node in frontier {
            let edges = column.get(start[node] as usize..start[node + 1] as usize);
            let edges = edges.ok_or_else(|| format!("node {node} has edges beyond the last"))?;
            for &to in edges {
                let slot = level.get_mut(to as usize).filter(|_| to >= 0.0);
                let slot = slot.ok_or_else(|| format!("node {node} has an edge to {to}"))?;
                if *slot < 0.0 {
                    *slot = f64::from(depth);
                    next.push(to as usize);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        frontier = next;
    }
    Ok(level)
}

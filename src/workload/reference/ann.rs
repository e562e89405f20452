//! Nearest neighbours by Euclidean distance: among all vectors, and by walking a graph.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Builtin, Inputs, Judged, Measure};
use crate::workload::Error;

/// [`nearest`]
pub static L2_TOPK: Builtin = Builtin {
    name: "l2_topk",
    inputs: &["base", "query"],
    outputs: &["distance", "id"],
    sizes: &["dim", "k"],
    compute: compute_nearest,
    measures: &[Measure {
        name: "neighbours",
        error: missed_neighbours,
    }],
};

fn compute_nearest(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (dim, k) = (inputs.size("dim")?, inputs.size("k")?);
    let (base, query) = (inputs.values("base")?, inputs.values("query")?);
    if base.len() / dim < k {
        return Err(inputs.wrong(format!("{k} neighbours among {} vectors", base.len() / dim)));
    }
    let rows: Vec<Vec<(f64, usize)>> = query
        .par_chunks_exact(dim)
        .map(|query| nearest(&base, query, k))
        .collect();
    let rows = || rows.iter().flatten();
    Ok(vec![
        rows().map(|(distance, _)| *distance).collect(),
        rows().map(|(_, id)| *id as f64).collect(),
    ])
}

/// The `k` vectors of `base` that are nearest to `query`, each as long as it is: squared distance and number, nearest first; of several that are
/// equally far the one with the smaller number.
pub fn nearest(base: &[f64], query: &[f64], k: usize) -> Vec<(f64, usize)> {
    let rows = base.chunks_exact(query.len().max(1));
    let mut all: Vec<(f64, usize)> = rows.map(|row| distance(row, query)).zip(0..).collect();
    let order = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
    let k = k.min(all.len());
    if k > 0 && k < all.len() {
        all.select_nth_unstable_by(k - 1, order);
    }
    all.truncate(k);
    all.sort_by(order);
    all
}

/// The squared distance of two vectors.
pub fn distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

/// How much further than the last of the nearest a neighbour may be and count as one: single precision does not tell them apart.
const AS_NEAR: f64 = 1.0 + 1e-6;

/// 1 - recall: the share of ids that name no vector, one that is named twice, or one that is further than the `k`th nearest. Of several that
/// are equally far any will do.
fn missed_neighbours(judged: &Judged<'_>) -> Result<f64, Error> {
    let inputs = judged.inputs;
    let (dim, k) = (inputs.size("dim")?, inputs.size("k")?);
    let (base, query) = (inputs.values("base")?, inputs.values("query")?);
    let (found, right) = (judged.output("id")?, judged.expected("distance")?);
    let queries = query.chunks_exact(dim);
    let rows = queries
        .zip(found.chunks_exact(k))
        .zip(right.chunks_exact(k));
    let hits = rows.map(|((query, ids), right)| {
        let furthest = right[k - 1] * AS_NEAR;
        let is_near = |id: &&f64| {
            let row = base.chunks_exact(dim).nth(**id as usize);
            **id >= 0.0 && row.is_some_and(|row| distance(row, query) <= furthest)
        };
        let hits = ids.iter().filter(is_near).map(|id| *id as usize);
        hits.collect::<BTreeSet<_>>().len()
    });
    Ok(1.0 - hits.sum::<usize>() as f64 / found.len() as f64)
}

/// [`walk`]
pub static GRAPH_HOP: Builtin = Builtin {
    name: "graph_hop",
    inputs: &["base", "query", "link"],
    outputs: &["distance", "id"],
    sizes: &["dim", "degree", "list", "hops"],
    compute: compute_walks,
    measures: &[],
};

fn compute_walks(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (dim, degree) = (inputs.size("dim")?, inputs.size("degree")?);
    let (list, hops) = (inputs.size("list")?, inputs.size("hops")?);
    let (base, query) = (inputs.values("base")?, inputs.values("query")?);
    let link = inputs.shaped("link", &[base.len() / dim, degree])?;
    let rows: Result<Vec<_>, String> = query
        .par_chunks_exact(dim)
        .map(|query| walk(&base, &link, degree, query, list, hops))
        .collect();
    let rows = rows.map_err(|reason| inputs.wrong(reason))?;
    let slots = || {
        rows.iter().flat_map(|row| {
            let empty = std::iter::repeat((f64::from(f32::MAX), -1.0));
            let found = row.iter().map(|(distance, id)| (*distance, *id as f64));
            found.chain(empty).take(list)
        })
    };
    Ok(vec![
        slots().map(|(distance, _)| distance).collect(),
        slots().map(|(_, id)| id).collect(),
    ])
}

/// A greedy walk over a graph from vector 0: hop by hop the nearest vector of a list that was not expanded yet is, and those that it links to
/// and that were never seen enter the list, of which the `list` nearest stay. It ends after `hops` hops, or when all of the list are expanded.
/// Gives the list, nearest first: squared distance and number; of several that are equally far the one with the smaller number is first.
///
/// # Errors
/// A link to a vector that is not there.
pub fn walk(
    base: &[f64],
    link: &[f64],
    degree: usize,
    query: &[f64],
    list: usize,
    hops: usize,
) -> Result<Vec<(f64, usize)>, String> {
    let row = |id: usize| base.chunks_exact(query.len()).nth(id);
    let first = row(0).ok_or("there is no vector")?;
    let mut found = vec![(distance(first, query), 0)];
    let mut seen = BTreeSet::from([0]);
    let mut expanded = BTreeSet::new();
    for _ in 0..hops {
        let Some(&(_, next)) = found.iter().find(|(_, id)| !expanded.contains(id)) else {
            break;
        };
        expanded.insert(next);
        for &to in &link[next * degree..][..degree] {
            let vector = row(to as usize).filter(|_| to >= 0.0);
            let vector = vector.ok_or_else(|| format!("vector {next} links to {to}"))?;
            if seen.insert(to as usize) {
                found.push((distance(vector, query), to as usize));
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.truncate(list);
    }
    Ok(found)
}

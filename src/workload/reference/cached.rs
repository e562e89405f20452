//! Look-ups behind a set-associative cache of table rows.

use std::collections::BTreeMap;

use super::{Builtin, Inputs, sls::sls};
use crate::workload::Error;

/// Places of a set: one a lane of a warp, as in FBGEMM.
pub const WAYS: usize = 32;

/// What a place holds that holds no row.
const EMPTY: f64 = -1.0;

/// [`sls`] of rows from the cache or, where it lacks them, from the table.
pub static CACHED_LOOKUP: Builtin = Builtin {
    name: "cached_lookup",
    inputs: &["tags", "cache", "table", "index", "start"],
    outputs: &["out"],
    sizes: &["sets", "dim"],
    compute: compute_cached_lookup,
    measures: &[],
};

fn compute_cached_lookup(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let (sets, dim) = (inputs.size("sets")?, inputs.size("dim")?);
    let cache = inputs.shaped("cache", &[sets, WAYS, dim])?;
    let places = places(&inputs.shaped("tags", &[sets, WAYS])?, sets)
        .map_err(|reason| inputs.wrong(reason))?;
    let (_, table) = inputs.buffer("table")?;
    let bytes = table.data.as_deref().unwrap_or_default();
    let sums = sls(
        |at| match places.get(&(at / dim)) {
            Some(place) => cache.get(place * dim + at % dim).copied(),
            None => table.scalar.get(bytes, at),
        },
        &inputs.values("index")?,
        None,
        &inputs.values("start")?,
        dim,
    );
    Ok(vec![sums.map_err(|reason| inputs.wrong(reason))?])
}

/// The only set of `sets` that may hold `row`: the 64-bit finaliser of MurmurHash3, then the rest of a division.
///
/// # Panics
/// Without a set.
pub fn set_of(row: usize, sets: usize) -> usize {
    let mut hash = row as u64;
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    ((hash ^ (hash >> 33)) % sets as u64) as usize
}

/// The rows that a cache of so many sets holds, `[sets][WAYS]`: the most frequent of `index` as far as their sets have room; of equally
/// frequent ones the lowest. Places without a row hold -1.
///
/// # Panics
/// Without a set.
pub fn tags(index: &[f64], sets: usize) -> Vec<f64> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for row in index {
        *counts.entry(*row as usize).or_default() += 1;
    }
    let mut rows: Vec<(usize, usize)> = counts.into_iter().collect();
    rows.sort_by_key(|(row, count)| (usize::MAX - count, *row));
    let mut tags = vec![EMPTY; sets * WAYS];
    for (row, _) in rows {
        let set = &mut tags[set_of(row, sets) * WAYS..][..WAYS];
        if let Some(free) = set.iter_mut().find(|tag| **tag == EMPTY) {
            *free = row as f64;
        }
    }
    tags
}

/// The place of each row that the tags name.
fn places(tags: &[f64], sets: usize) -> Result<BTreeMap<usize, usize>, String> {
    let mut places = BTreeMap::new();
    for (place, tag) in tags.iter().enumerate().filter(|(_, tag)| **tag != EMPTY) {
        let row = *tag as usize;
        let set = place / WAYS;
        if *tag < 0.0 || set_of(row, sets) != set {
            return Err(format!(
                "set {set} holds row {tag}, which belongs in another"
            ));
        }
        if places.insert(row, place).is_some() {
            return Err(format!("row {row} is cached twice"));
        }
    }
    Ok(places)
}

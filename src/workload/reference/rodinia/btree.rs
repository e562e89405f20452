//! B+ trees: the records of keys, and how a tree over sorted keys lies in memory.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// The values that [`find`] finds, -1 for a key that no record has. The tree is not looked at.
pub static BTREE_FIND: Builtin = Builtin {
    name: "btree_find",
    inputs: &["key", "value", "query"],
    outputs: &["answer"],
    sizes: &[],
    compute: compute_answers,
    measures: &[],
};

fn compute_answers(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let key = inputs.values("key")?;
    let value = inputs.shaped("value", &[key.len()])?;
    rises(&key).map_err(|reason| inputs.wrong(reason))?;
    let query = inputs.values("query")?;
    let answers = query
        .iter()
        .map(|wanted| find(&key, *wanted).map_or(-1.0, |record| value[record]));
    Ok(vec![answers.collect()])
}

/// The last of the rising keys that is `wanted`.
pub fn find(key: &[f64], wanted: f64) -> Option<usize> {
    let last = key.partition_point(|key| *key <= wanted).checked_sub(1)?;
    (key[last] == wanted).then_some(last)
}

/// What a tree has where there is no child and no record: no key is as large.
pub const NOTHING: f64 = i32::MAX as f64;

/// The elements of a [`tree`], where the machine can count them.
pub fn separators(keys: usize, order: usize, levels: u32) -> Option<usize> {
    let inner = (0..levels.saturating_sub(1)).try_fold(0usize, |nodes, level| {
        nodes.checked_add(order.checked_pow(level)?)
    });
    inner?.checked_add(keys.div_ceil(order))?.checked_mul(order)
}

/// The nodes of a tree over rising keys, level by level, `[nodes][order]`: the smallest key below each child, of which child `c` of node `n` is
/// node `n order + 1 + c`; in the leaves, which are the last of `levels`, the keys themselves. Inner nodes are all there, leaves as many as the
/// keys need, and [`NOTHING`] is where no key is.
///
/// # Errors
/// Keys that do not rise, that are not below [`NOTHING`], or that are more than the tree has room for.
pub fn tree(key: &[f64], order: usize, levels: u32) -> Result<Vec<f64>, String> {
    rises(key)?;
    if key.last().is_some_and(|last| *last >= NOTHING) {
        return Err(format!("the last key must be below {NOTHING}"));
    }
    let room = order.saturating_pow(levels);
    if key.len() > room {
        let keys = key.len();
        return Err(format!(
            "{keys} keys for {levels} levels of {order} children, which have room for {room}"
        ));
    }
    let mut nodes = Vec::new();
    for level in 0..levels {
        let below = levels - 1 - level; // levels
        let children = match below {
            0 => key.len().next_multiple_of(order),
            _ => order.pow(level + 1),
        };
        let smallest = |child: usize| {
            let record = child.saturating_mul(order.pow(below));
            key.get(record).copied().unwrap_or(NOTHING)
        };
        nodes.extend((0..children).map(smallest));
    }
    Ok(nodes)
}

fn rises(key: &[f64]) -> Result<(), String> {
    match key.windows(2).position(|pair| pair[0] > pair[1]) {
        None => Ok(()),
        Some(at) => Err(format!("keys must rise: key {} is below key {at}", at + 1)),
    }
}

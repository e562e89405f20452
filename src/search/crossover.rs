//! Messy one-point crossover of edit lists, as GEVO does it: what the parents share stays in both children; the rest is pooled, shuffled
//! and cut at one point.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::edit::{Edit, Genome};

/// Two children of two parents. Every edit of either parent is in at least one child, and no child has an edit that no parent has.
pub fn messy(a: &Genome, b: &Genome, rng: &mut ChaCha8Rng) -> [Genome; 2] {
    let common: Vec<Edit> = a
        .edits()
        .iter()
        .filter(|edit| b.edits().contains(edit))
        .cloned()
        .collect();
    let mut pool: Vec<Edit> = a
        .edits()
        .iter()
        .chain(b.edits())
        .filter(|edit| !common.contains(edit))
        .cloned()
        .collect();
    pool.shuffle(rng);
    let cut = match pool.len() {
        0 | 1 => pool.len(),
        n => rng.random_range(1..n),
    };
    let (left, right) = pool.split_at(cut);
    [left, right].map(|half| common.iter().chain(half).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng;

    fn genome(numbers: &[u32]) -> Genome {
        numbers
            .iter()
            .map(|n| format!("delete %{n}\n"))
            .collect::<String>()
            .parse()
            .unwrap()
    }

    proptest! {
        #[test]
        fn children_share_out_what_the_parents_have(
            a in prop::collection::btree_set(0u32..12, 0..8),
            b in prop::collection::btree_set(0u32..12, 0..8),
            seed: u64,
        ) {
            let (a, b): (Vec<u32>, Vec<u32>) = (a.into_iter().collect(), b.into_iter().collect());
            let [x, y] = messy(&genome(&a), &genome(&b), &mut ChaCha8Rng::seed_from_u64(seed));
            for n in 0..12 {
                let edit: Edit = format!("delete %{n}").parse().unwrap();
                let parents = usize::from(a.contains(&n)) + usize::from(b.contains(&n));
                let children = usize::from(x.edits().contains(&edit)) + usize::from(y.edits().contains(&edit));
                prop_assert_eq!(children, parents);
            }
        }
    }
}

//! Draws edits: which family, then which edit of it, from what the kernel and the workload offer.
//!
//! Every draw has random numbers of its own, which follow from its place in the search alone.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::Policy;
use crate::edit::{Context, FAMILIES, FamilyInfo, Genome, Promises};
use crate::ir::Sketch;

/// How many proposals a mutation may take to find one that applies.
const PROPOSALS: usize = 16;

/// What proposals are made from.
pub struct Material<'a> {
    /// The loaded kernel.
    pub sketch: &'a Sketch,
    /// What the workload promises and leaves to tune.
    pub promises: &'a Promises,
}

/// The random numbers of one place in a search: of (run seed, generation, slot, attempt) alone.
pub fn numbers(seed: u64, generation: u32, slot: usize, attempt: u32) -> ChaCha8Rng {
    let mut key = [0; 32];
    key[0..8].copy_from_slice(&seed.to_le_bytes());
    key[8..12].copy_from_slice(&generation.to_le_bytes());
    key[12..20].copy_from_slice(&(slot as u64).to_le_bytes());
    key[20..24].copy_from_slice(&attempt.to_le_bytes());
    ChaCha8Rng::from_seed(key)
}

/// Draws edits: a family by its weight in the policy, then a proposal of that family.
pub struct Breeder<'a> {
    material: &'a Material<'a>,
    families: Vec<(&'static FamilyInfo, f64)>,
}

impl<'a> Breeder<'a> {
    /// A breeder by a policy's weights.
    pub fn new(policy: &Policy, material: &'a Material<'a>) -> Breeder<'a> {
        let weight = |family: &FamilyInfo| policy.families.get(family.name).copied().unwrap_or(0.0);
        let families = FAMILIES
            .iter()
            .map(|family| (family, weight(family)))
            .filter(|(_, weight)| *weight > 0.0);
        Breeder {
            material,
            families: families.collect(),
        }
    }

    /// The genome and one more edit; the same genome if no family finds a place.
    pub fn extend(&self, genome: Genome, rng: &mut ChaCha8Rng) -> Genome {
        let context = Context::new(self.material.sketch, self.material.promises, &genome);
        for _ in 0..PROPOSALS {
            let Some(family) = self.draw_family(rng) else {
                break;
            };
            if let Some(edit) = family.propose(&context, rng) {
                return genome.with(edit);
            }
        }
        genome
    }

    fn draw_family(&self, rng: &mut ChaCha8Rng) -> Option<&'static FamilyInfo> {
        let total: f64 = self.families.iter().map(|(_, weight)| weight).sum();
        let mut at = rng.random::<f64>() * total;
        for (family, weight) in &self.families {
            at -= weight;
            if at < 0.0 {
                return Some(*family);
            }
        }
        self.families.last().map(|(family, _)| *family)
    }
}

/// Distinct genomes of one random edit each, as the first mutations of a search draw them; fewer than `count` if the kernel has no more.
pub fn random_genomes(
    policy: &Policy,
    seed: u64,
    material: &Material<'_>,
    count: usize,
) -> Vec<Genome> {
    let breeder = Breeder::new(policy, material);
    let mut genomes: Vec<Genome> = Vec::new();
    for attempt in 0..count.saturating_mul(PROPOSALS) {
        if genomes.len() == count {
            break;
        }
        let genome = breeder.extend(Genome::default(), &mut numbers(seed, 0, attempt, 0));
        if !genome.edits().is_empty() && !genomes.contains(&genome) {
            genomes.push(genome);
        }
    }
    genomes
}

//! Draws edits: which family, then which edit of it, from what the kernel and the workload offer.
//!
//! Every draw has random numbers of its own, which follow from its place in the search alone.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::Policy;
use super::credit::Credit;
use crate::edit::{Context, Edit, FAMILIES, FamilyInfo, Genome, Heat, Promises, Turn};
use crate::ir::Sketch;

/// How many proposals a mutation may take to find one that applies.
const PROPOSALS: usize = 16;
/// Of a family, how many of its most promising edits are tried with partners; and with how many of each partner.
const FIRSTS: usize = 4;
const SECONDS: usize = 3;

/// What proposals are made from.
pub struct Material<'a> {
    /// The loaded kernel.
    pub sketch: &'a Sketch,
    /// What the workload promises and leaves to tune.
    pub promises: &'a Promises,
    /// Where the kernel spends its time, where anybody knows or guesses.
    pub heat: Option<&'a Heat>,
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

/// Draws edits: a family by its weight in the policy and what it has earned, then a proposal of that family.
pub struct Breeder<'a> {
    material: &'a Material<'a>,
    families: Vec<(&'static FamilyInfo, f64)>,
    /// The share of draws in which an edit that has disappointed may come back.
    again: f64,
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
            again: policy.credit.again,
        }
    }

    /// The genome and one more edit, which is returned too; the same genome if no family finds a place.
    pub fn extend(
        &self,
        genome: Genome,
        credit: &Credit,
        rng: &mut ChaCha8Rng,
    ) -> (Genome, Option<Edit>) {
        let mut drawn = None;
        {
            let context = self.context(&genome);
            for _ in 0..PROPOSALS {
                let Some(family) = self.draw_family(credit, rng) else {
                    break;
                };
                let Some(edit) = family.propose(&context, rng) else {
                    continue;
                };
                let welcome = !credit.disappointed(&edit) || rng.random_bool(self.again);
                drawn = Some(edit);
                if welcome {
                    break;
                }
            }
        }
        match drawn {
            Some(edit) => (put(&genome, edit.clone()), Some(edit)),
            None => (genome, None),
        }
    }

    /// The genome with another edit of the same family in the place of one of its own.
    pub fn exchange(
        &self,
        genome: Genome,
        credit: &Credit,
        rng: &mut ChaCha8Rng,
    ) -> (Genome, Option<Edit>) {
        let at = rng.random_range(0..genome.edits().len());
        let old = &genome.edits()[at];
        let Some(family) = FamilyInfo::named(old.family()) else {
            return (genome, None);
        };
        let rest = genome.without(at);
        let drawn = {
            let context = self.context(&rest);
            let mut proposals = (0..PROPOSALS).filter_map(|_| family.propose(&context, rng));
            proposals.find(|edit| edit != old && !credit.disappointed(edit))
        };
        match drawn {
            Some(edit) => (put(&rest, edit.clone()), Some(edit)),
            None => (genome, None),
        }
    }

    /// The most promising single edits after the genome, family by family: first the best of each, then the second best, and so on. A
    /// family's share follows its weight no further than that one of weight 0 has none.
    pub fn sweep(&self, genome: &Genome) -> Vec<Edit> {
        let context = self.context(genome);
        in_turn(
            self.families
                .iter()
                .map(|(family, _)| family.sweep(&context)),
        )
    }

    /// The most promising edits after the genome that seldom pay alone, each with what it may pay with; the best of both first.
    pub fn pairs(&self, genome: &Genome) -> Vec<[Edit; 2]> {
        let context = self.context(genome);
        let of = |family: &FamilyInfo| {
            let firsts = family.sweep(&context).into_iter().take(FIRSTS);
            let pairs = firsts.map(|first| {
                let with = put(genome, first.clone());
                let context = self.context(&with);
                let partners = self.families.iter().map(|(partner, _)| partner);
                let partners = partners.filter(|it| family.partners.contains(&it.name));
                let seconds = partners.flat_map(|it| it.sweep(&context).into_iter().take(SECONDS));
                seconds.map(|second| [first.clone(), second]).collect()
            });
            pairs.collect::<Vec<Vec<[Edit; 2]>>>()
        };
        in_turn(self.families.iter().flat_map(|(family, _)| of(family)))
    }

    fn context<'g>(&self, genome: &'g Genome) -> Context<'g>
    where
        'a: 'g,
    {
        let Material {
            sketch,
            promises,
            heat,
        } = *self.material;
        Context::new(sketch, promises, genome).heated(heat)
    }

    fn draw_family(&self, credit: &Credit, rng: &mut ChaCha8Rng) -> Option<&'static FamilyInfo> {
        let weight = |(family, weight): &(&FamilyInfo, f64)| weight * credit.share(family.name);
        let total: f64 = self.families.iter().map(weight).sum();
        let mut at = rng.random::<f64>() * total;
        for entry in &self.families {
            at -= weight(entry);
            if at < 0.0 {
                return Some(entry.0);
            }
        }
        self.families.last().map(|(family, _)| *family)
    }
}

/// The first of each list, then the second of each, and so on.
fn in_turn<T>(lists: impl Iterator<Item = Vec<T>>) -> Vec<T> {
    let mut lists: Vec<_> = lists.map(Vec::into_iter).collect();
    let mut all: Vec<T> = Vec::new();
    loop {
        let before = all.len();
        all.extend(lists.iter_mut().filter_map(Iterator::next));
        if all.len() == before {
            return all;
        }
    }
}

/// The genome and this edit: in the place of the one that decides the same, or else when its turn is.
pub fn put(genome: &Genome, edit: Edit) -> Genome {
    let slot = edit.slot();
    let same = |other: &Edit| slot.is_some() && other.slot() == slot;
    let mut edits = genome.edits().to_vec();
    if let Some(at) = edits.iter().position(same) {
        edits[at] = edit;
        return edits.into();
    }
    let copies = |other: &Edit| other.turn() == Turn::Copies;
    let at = match edit.turn() {
        Turn::First => edits.iter().position(|other| other.turn() != Turn::First),
        Turn::BeforeCopies => edits.iter().position(copies),
        Turn::Copies | Turn::Any => None,
    };
    edits.insert(at.unwrap_or(edits.len()), edit);
    edits.into()
}

/// Distinct genomes of one random edit each, as the first mutations of a search draw them; fewer than `count` if the kernel has no more.
pub fn random_genomes(
    policy: &Policy,
    seed: u64,
    material: &Material<'_>,
    count: usize,
) -> Vec<Genome> {
    let breeder = Breeder::new(policy, material);
    let credit = Credit::default();
    let mut genomes: Vec<Genome> = Vec::new();
    for attempt in 0..count.saturating_mul(PROPOSALS) {
        if genomes.len() == count {
            break;
        }
        let mut rng = numbers(seed, 0, attempt, 0);
        let (genome, _) = breeder.extend(Genome::default(), &credit, &mut rng);
        if !genome.edits().is_empty() && !genomes.contains(&genome) {
            genomes.push(genome);
        }
    }
    genomes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::ShapePromise;
    use crate::ir::Source;
    use std::path::Path;

    fn putting(genome: &str, edit: &str) -> String {
        let genome: Genome = genome.parse().unwrap();
        put(&genome, edit.parse().unwrap()).to_string()
    }

    #[test]
    fn what_recognises_shapes_comes_before_what_makes_copies() {
        assert_eq!(
            putting(
                "set threads 32\ncoarsen k block x 2\n",
                "reduce %bb3 shuffle"
            ),
            "set threads 32\nreduce %bb3 shuffle\ncoarsen k block x 2\n"
        );
        assert_eq!(
            putting("set threads 32\n", "reduce %bb3 shuffle"),
            "set threads 32\nreduce %bb3 shuffle\n"
        );
        assert_eq!(
            putting("coarsen k block x 2\n", "peel %bb1"),
            "coarsen k block x 2\npeel %bb1\n"
        );
    }

    #[test]
    fn an_edit_takes_the_place_of_one_that_decides_the_same() {
        assert_eq!(
            putting("loop %bb1 unroll 2\npeel %bb1\n", "loop %bb1 unroll 8"),
            "loop %bb1 unroll 8\npeel %bb1\n"
        );
    }

    #[test]
    fn what_recognises_whole_loops_comes_first() {
        assert_eq!(
            putting("set threads 32\nvector %bb1 4\n", "pack k 4"),
            "pack k 4\nset threads 32\nvector %bb1 4\n"
        );
        assert_eq!(
            putting("pack j 2\npeel %bb1\n", "pack k 4"),
            "pack j 2\npack k 4\npeel %bb1\n"
        );
    }

    #[test]
    fn what_seldom_pays_alone_is_tried_with_its_partners() {
        let source = Source::load(Path::new("corpus/embedding/sls_q8/kernel.ll")).unwrap();
        let dim = ShapePromise {
            least: 4,
            most: None,
            multiple_of: 4,
        };
        let promises = Promises {
            tunables: [("threads".to_owned(), vec![32, 64])].into(),
            defaults: [("threads".to_owned(), 64)].into(),
            shapes: [("dim".to_owned(), dim)].into(),
            ..Promises::default()
        };
        let material = Material {
            sketch: source.sketch(),
            promises: &promises,
            heat: None,
        };
        let policy = Policy::load("default").unwrap();
        let breeder = Breeder::new(&policy, &material);
        let pairs = breeder.pairs(&Genome::default()).into_iter();
        let pairs: Vec<String> = pairs.map(|[a, b]| format!("{a} + {b}")).collect();
        for pair in [
            "pack sls_q8 4 + vector %bb1 4",
            "pack sls_q8 8 + vector %bb1 2",
            "vector %bb1 4 + set threads 32",
        ] {
            assert!(pairs.iter().any(|it| it == pair), "{pair}: {pairs:?}");
        }
        // What the genome decided is not tried again.
        let packed = breeder.pairs(&"pack sls_q8 4\n".parse().unwrap());
        assert!(packed.iter().all(|[first, _]| first.family() != "pack"));
    }
}

//! The search itself: generations of genomes, bred by crossover and mutation, kept by NSGA-II.
//!
//! It is deterministic: what is random for an offspring comes from (run seed, generation, slot, attempt) alone, never from shared state or
//! from the order in which verdicts arrive. That is what makes a run repeatable with any number of workers, and a killed run resumable.

use std::collections::{BTreeMap, HashMap};

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

use super::breed::{Breeder, Material, numbers};
use super::nsga2::{self, Objectives};
use super::{Policy, crossover};
use crate::edit::Genome;
use crate::judge::Verdict;

/// Judges genomes on the search cases.
pub trait Evaluate {
    /// Why judging may end before the search does.
    type Error;

    /// The verdicts on `genomes`, in their order. Each genome is asked for once in a search.
    ///
    /// # Errors
    /// Ends the search; nothing that was reached is lost.
    fn evaluate(
        &mut self,
        generation: u32,
        genomes: &[Genome],
    ) -> Result<Vec<Verdict>, Self::Error>;
}

/// Why a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopReason {
    /// The evaluations are spent.
    Budget,
    /// No faster variant for as many generations as the policy allows.
    Stall,
    /// Generations went by in which no new genome could be proposed.
    Exhausted,
}

/// A genome that is right, and what it achieves.
#[derive(Debug, Clone)]
pub struct Individual {
    /// Its edits.
    pub genome: Genome,
    /// Its verdict, which has a score.
    pub verdict: Verdict,
}

impl Individual {
    /// `None` if the verdict has no score: such a genome has no place in a population.
    pub fn new(genome: Genome, verdict: Verdict) -> Option<Individual> {
        (verdict.is_correct() && verdict.score.is_some()).then_some(Individual { genome, verdict })
    }

    /// Time (ns) and error.
    pub fn objectives(&self) -> Objectives {
        self.verdict
            .score
            .map_or([f64::INFINITY; 2], |score| [score.time_ns, score.error])
    }
}

/// What a search found.
#[derive(Debug)]
pub struct Found {
    /// Every correct variant, fastest first; of equally fast ones the more exact, then the shorter, then the older.
    pub ranking: Vec<Individual>,
    /// Genomes judged.
    pub evaluations: usize,
    /// Generations begun.
    pub generations: u32,
    /// Why it ended.
    pub stopped: StopReason,
}

/// Generations without a single new genome after which a search has nothing left to try.
const BARREN_GENERATIONS: u32 = 20;
/// Searches from the baseline until the policy says stop.
///
/// # Errors
/// Whatever `judge` returns.
pub fn evolve<E: Evaluate>(
    policy: &Policy,
    seed: u64,
    material: &Material<'_>,
    baseline: Individual,
    judge: &mut E,
) -> Result<Found, E::Error> {
    let mut search = Search::new(policy, seed, material, judge, &baseline);
    search.begin(baseline)?;
    let stopped = loop {
        if search.spent() >= policy.budget.evaluations {
            break StopReason::Budget;
        }
        if policy.budget.stall > 0 && search.stalled >= policy.budget.stall {
            break StopReason::Stall;
        }
        if search.barren >= BARREN_GENERATIONS {
            break StopReason::Exhausted;
        }
        search.generation()?;
    };
    Ok(search.finish(stopped))
}

struct Search<'a, E> {
    policy: &'a Policy,
    seed: u64,
    breeder: Breeder<'a>,
    judge: &'a mut E,
    /// Every genome judged in this search: its place in the order of judging, and its verdict.
    seen: HashMap<Genome, (usize, Verdict)>,
    population: Vec<Individual>,
    generation: u32,
    best_ns: f64,
    stalled: u32,
    barren: u32,
}

/// A slot of the next generation that has no correct genome yet.
struct Slot {
    index: usize,
    /// What mutations start from.
    stem: Genome,
    /// How many edits are added or dropped.
    mutations: usize,
}

impl<'a, E: Evaluate> Search<'a, E> {
    fn new(
        policy: &'a Policy,
        seed: u64,
        material: &'a Material<'a>,
        judge: &'a mut E,
        baseline: &Individual,
    ) -> Search<'a, E> {
        Search {
            policy,
            seed,
            breeder: Breeder::new(policy, material),
            judge,
            seen: HashMap::from([(baseline.genome.clone(), (0, baseline.verdict.clone()))]),
            population: Vec::new(),
            generation: 0,
            best_ns: baseline.objectives()[0],
            stalled: 0,
            barren: 0,
        }
    }

    fn spent(&self) -> usize {
        self.seen.len()
    }

    /// The first generation: the baseline, and random edits of it.
    fn begin(&mut self, baseline: Individual) -> Result<(), E::Error> {
        let slots = (1..self.policy.start_genomes())
            .map(|index| Slot {
                index,
                stem: baseline.genome.clone(),
                mutations: self.policy.start.edits,
            })
            .collect();
        let mut pool = vec![baseline];
        pool.extend(
            self.fill(slots)?
                .into_iter()
                .map(|(_, individual)| individual),
        );
        self.survive(pool);
        Ok(())
    }

    /// One generation: breed, judge, select.
    fn generation(&mut self) -> Result<(), E::Error> {
        self.generation += 1;
        let spent = self.spent();
        let objectives: Vec<Objectives> =
            self.population.iter().map(Individual::objectives).collect();
        let ranks = nsga2::rank(&objectives);
        let mut slots = Vec::new();
        let mut parent_of = Vec::new();
        for pair in 0..self.policy.population.size.div_ceil(2) {
            let mut rng = self.rng(pair, u32::MAX);
            let parents = [(); 2].map(|()| nsga2::tournament(&objectives, &ranks, &mut rng));
            let [a, b] = parents.map(|p| &self.population[p].genome);
            let crossed = rng.random_bool(self.policy.crossover.rate);
            let stems = if crossed {
                crossover::messy(a, b, &mut rng)
            } else {
                [a.clone(), b.clone()]
            };
            for (side, stem) in stems.into_iter().enumerate() {
                let mutations = usize::from(rng.random_bool(self.policy.mutation.rate));
                parent_of.push(parents[side]);
                slots.push(Slot {
                    index: 2 * pair + side,
                    stem,
                    mutations,
                });
            }
        }
        let elites = nsga2::select(&objectives, self.policy.elites());
        let mut next: Vec<Individual> = elites
            .into_iter()
            .map(|i| self.population[i].clone())
            .collect();
        let mut offspring: BTreeMap<usize, Individual> = self.fill(slots)?.into_iter().collect();
        for (index, parent) in parent_of.into_iter().enumerate() {
            // A slot whose offspring failed leaves the parent a candidate: GEVO's rule.
            let individual = offspring
                .remove(&index)
                .unwrap_or_else(|| self.population[parent].clone());
            next.push(individual);
        }
        self.survive(next);
        self.barren = if self.spent() == spent {
            self.barren + 1
        } else {
            0
        };
        Ok(())
    }

    /// Judges a genome for every slot, mutating again where it is not correct, as often as the policy allows.
    /// Returns the slots that were filled, in order.
    fn fill(&mut self, mut slots: Vec<Slot>) -> Result<Vec<(usize, Individual)>, E::Error> {
        let mut filled = Vec::new();
        for attempt in 0..=self.policy.mutation.retries {
            let genomes: Vec<Genome> = slots
                .iter()
                .map(|slot| self.offspring(slot, attempt))
                .collect();
            let verdicts = self.judge(&genomes)?;
            let mut failed = Vec::new();
            for ((slot, genome), verdict) in slots.into_iter().zip(genomes).zip(verdicts) {
                match verdict.and_then(|verdict| Individual::new(genome, verdict)) {
                    Some(individual) => filled.push((slot.index, individual)),
                    None => failed.push(slot),
                }
            }
            slots = failed;
            if slots.is_empty() || self.spent() >= self.policy.budget.evaluations {
                break;
            }
            // A crossing without a mutation that failed is mutated now, or it would fail the same way again.
            for slot in &mut slots {
                slot.mutations = slot.mutations.max(1);
            }
        }
        // Back in slot order: which attempt filled a slot must not matter to ties.
        filled.sort_by_key(|(index, _)| *index);
        Ok(filled)
    }

    /// The genome of a slot's attempt.
    fn offspring(&self, slot: &Slot, attempt: u32) -> Genome {
        let mut rng = self.rng(slot.index, attempt);
        let mut genome = slot.stem.clone();
        for _ in 0..slot.mutations {
            genome = self.mutate(genome, &mut rng);
        }
        genome
    }

    /// Adds a random edit, or drops one.
    fn mutate(&self, genome: Genome, rng: &mut ChaCha8Rng) -> Genome {
        if !genome.edits().is_empty() && rng.random_bool(self.policy.mutation.drop) {
            let dropped = rng.random_range(0..genome.edits().len());
            return genome.without(dropped);
        }
        self.breeder.extend(genome, rng)
    }

    /// The verdicts on `genomes`; `None` for those that the budget does not reach.
    fn judge(&mut self, genomes: &[Genome]) -> Result<Vec<Option<Verdict>>, E::Error> {
        let mut unknown: Vec<Genome> = Vec::new();
        for genome in genomes {
            if !self.seen.contains_key(genome) && !unknown.contains(genome) {
                unknown.push(genome.clone());
            }
        }
        unknown.truncate(self.policy.budget.evaluations.saturating_sub(self.spent()));
        let verdicts = self.judge.evaluate(self.generation, &unknown)?;
        for (genome, verdict) in unknown.into_iter().zip(verdicts) {
            let place = self.seen.len();
            self.seen.insert(genome, (place, verdict));
        }
        Ok(genomes
            .iter()
            .map(|genome| self.seen.get(genome).map(|(_, verdict)| verdict.clone()))
            .collect())
    }

    /// Keeps the best of a pool as the next population.
    fn survive(&mut self, mut pool: Vec<Individual>) {
        if self.policy.population.distinct {
            pool = distinct(pool);
        }
        let objectives: Vec<Objectives> = pool.iter().map(Individual::objectives).collect();
        let kept = nsga2::select(&objectives, self.policy.population.size);
        self.population = kept.into_iter().map(|i| pool[i].clone()).collect();
        let best = objectives
            .iter()
            .map(|o| o[0])
            .fold(f64::INFINITY, f64::min);
        self.stalled = if best < self.best_ns {
            0
        } else {
            self.stalled + 1
        };
        self.best_ns = self.best_ns.min(best);
    }

    fn finish(self, stopped: StopReason) -> Found {
        let evaluations = self.seen.len();
        let mut ranking: Vec<(usize, Individual)> = self
            .seen
            .into_iter()
            .filter_map(|(genome, (place, verdict))| {
                Some((place, Individual::new(genome, verdict)?))
            })
            .collect();
        ranking.sort_by(|(place_a, a), (place_b, b)| {
            let ([time_a, error_a], [time_b, error_b]) = (a.objectives(), b.objectives());
            time_a
                .total_cmp(&time_b)
                .then(error_a.total_cmp(&error_b))
                .then(a.genome.edits().len().cmp(&b.genome.edits().len()))
                .then(place_a.cmp(place_b))
        });
        let ranking = ranking
            .into_iter()
            .map(|(_, individual)| individual)
            .collect();
        Found {
            ranking,
            evaluations,
            generations: self.generation + 1,
            stopped,
        }
    }

    /// The random numbers of one attempt at one slot.
    fn rng(&self, slot: usize, attempt: u32) -> ChaCha8Rng {
        numbers(self.seed, self.generation, slot, attempt)
    }
}

/// Of individuals with equal keys, the one with the fewest edits, in the place of the first.
fn distinct(pool: Vec<Individual>) -> Vec<Individual> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Individual> = Vec::new();
    for individual in pool {
        let key = individual
            .verdict
            .key
            .clone()
            .unwrap_or_else(|| individual.genome.to_string());
        match places.get(&key) {
            Some(&place) => {
                if individual.genome.edits().len() < kept[place].genome.edits().len() {
                    kept[place] = individual;
                }
            }
            None => {
                places.insert(key, kept.len());
                kept.push(individual);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests;

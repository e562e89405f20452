//! One generation: parents are drawn and crossed, their children mutated and judged.

use std::collections::BTreeMap;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::{Evaluate, Individual, Search, Trial};
use crate::edit::{Edit, Genome};
use crate::judge::Verdict;
use crate::search::crossover;
use crate::search::nsga2::{self, Objectives};

/// How often a slot draws again where its offspring is a genome that was judged before.
const REDRAWS: u32 = 4;

/// A slot of the next generation that has no correct genome yet.
pub(super) struct Slot {
    pub index: usize,
    /// What mutations start from.
    pub stem: Genome,
    /// Whether the stem is a crossing of two parents.
    pub crossed: bool,
    /// Keys of the parents.
    pub parents: Vec<Option<String>>,
    /// The time of the fastest parent, nanoseconds.
    pub parents_ns: f64,
    /// How many edits are added, dropped or exchanged.
    pub mutations: usize,
}

impl Slot {
    /// A slot whose offspring are mutations of one variant.
    pub fn of(index: usize, parent: &Individual, mutations: usize) -> Slot {
        Slot {
            index,
            stem: parent.genome.clone(),
            crossed: false,
            parents: vec![parent.verdict.key.clone()],
            parents_ns: parent.objectives()[0],
            mutations,
        }
    }
}

impl<E: Evaluate> Search<'_, E> {
    /// One generation: breed, judge, select.
    pub(super) fn generation(&mut self) -> Result<(), E::Error> {
        self.generation += 1;
        let spent = self.ledger.spent();
        if self.policy.restart.stall > 0 && self.stuck >= self.policy.restart.stall {
            self.restart()?;
        } else {
            self.breed()?;
        }
        self.credit.age();
        self.barren = match self.ledger.spent() == spent {
            true => self.barren + 1,
            false => 0,
        };
        Ok(())
    }

    fn breed(&mut self) -> Result<(), E::Error> {
        let population = self.population.iter();
        let objectives: Vec<Objectives> = population.map(|it| self.objectives(it)).collect();
        let ranks = nsga2::rank(&objectives);
        let mut slots = Vec::new();
        let mut parent_of = Vec::new();
        for pair in 0..self.policy.population.size.div_ceil(2) {
            let mut rng = self.rng(pair, u32::MAX);
            let parents = [(); 2].map(|()| nsga2::tournament(&objectives, &ranks, &mut rng));
            let [a, b] = parents.map(|p| &self.population[p]);
            let crossed = rng.random_bool(self.policy.crossover.rate);
            let stems = match crossed {
                true => crossover::messy(&a.genome, &b.genome, &mut rng),
                false => [a.genome.clone(), b.genome.clone()],
            };
            let mut both = Slot::of(0, a, 0);
            both.parents.push(b.verdict.key.clone());
            both.parents_ns = both.parents_ns.min(b.objectives()[0]);
            for (side, stem) in stems.into_iter().enumerate() {
                let mutations = usize::from(rng.random_bool(self.policy.mutation.rate));
                let index = 2 * pair + side;
                parent_of.push(parents[side]);
                slots.push(match crossed {
                    true => Slot {
                        index,
                        stem,
                        crossed,
                        parents: both.parents.clone(),
                        parents_ns: both.parents_ns,
                        mutations,
                    },
                    false => Slot::of(index, [a, b][side], mutations),
                });
            }
        }
        let elites = nsga2::select(&objectives, self.policy.elites());
        let elites = elites.into_iter().map(|i| self.population[i].clone());
        let mut next: Vec<Individual> = elites.collect();
        let mut offspring: BTreeMap<usize, Individual> = self.fill(slots)?.into_iter().collect();
        for (index, parent) in parent_of.into_iter().enumerate() {
            // A slot whose offspring failed leaves the parent a candidate: GEVO's rule.
            let individual = offspring
                .remove(&index)
                .unwrap_or_else(|| self.population[parent].clone());
            next.push(individual);
        }
        self.survive(next)
    }

    /// Judges a genome for every slot, mutating again where it is not correct, as often as the policy allows.
    /// Returns the slots that were filled, in order.
    pub(super) fn fill(
        &mut self,
        mut slots: Vec<Slot>,
    ) -> Result<Vec<(usize, Individual)>, E::Error> {
        let mut filled = BTreeMap::new();
        for attempt in 0..=self.policy.mutation.retries {
            let trials: Vec<Trial> = slots
                .iter()
                .map(|slot| self.offspring(slot, attempt))
                .collect();
            let verdicts = self.judge(&trials)?;
            let mut failed = Vec::new();
            for ((slot, trial), verdict) in slots.into_iter().zip(trials).zip(verdicts) {
                let individual = verdict.and_then(|verdict| self.individual(&trial, verdict));
                let idle = |it: &Individual| slot.parents.contains(&it.verdict.key);
                let again = self.policy.mutation.effective && individual.as_ref().is_some_and(idle);
                if let Some(individual) = individual {
                    filled.entry(slot.index).or_insert(individual);
                    if !again {
                        continue;
                    }
                }
                failed.push(slot);
            }
            slots = failed;
            if slots.is_empty() || self.is_spent() {
                break;
            }
            // A crossing without a mutation that failed is mutated now, or it would fail the same way again.
            for slot in &mut slots {
                slot.mutations = slot.mutations.max(1);
            }
        }
        // In slot order: which attempt filled a slot must not matter to ties.
        Ok(filled.into_iter().collect())
    }

    /// The genome with its verdict, if it is correct; without the edits that found no place, where the policy drops them: the code is
    /// the same without.
    fn individual(&self, trial: &Trial, mut verdict: Verdict) -> Option<Individual> {
        let mut genome = trial.genome.clone();
        if self.policy.mutation.effective && !verdict.skipped.is_empty() {
            let skipped = std::mem::take(&mut verdict.skipped);
            let kept = genome.iter().enumerate();
            let kept = kept.filter(|(at, _)| skipped.iter().all(|skip| skip.edit != *at));
            genome = kept.map(|(_, edit)| edit.clone()).collect();
        }
        Individual::new(genome, verdict)
    }

    /// The genome of a slot's attempt: one that was not judged before, if a few draws find one.
    fn offspring(&self, slot: &Slot, attempt: u32) -> Trial {
        let mut rng = self.rng(slot.index, attempt);
        let mut trial = self.draw(slot, &mut rng);
        if self.policy.mutation.effective {
            for _ in 0..REDRAWS {
                if slot.mutations == 0 || self.ledger.verdict(&trial.genome).is_none() {
                    break;
                }
                trial = self.draw(slot, &mut rng);
            }
        }
        trial
    }

    fn draw(&self, slot: &Slot, rng: &mut ChaCha8Rng) -> Trial {
        let mut genome = slot.stem.clone();
        let mut operator = if slot.crossed { "crossover" } else { "several" };
        let mut edit = None;
        for _ in 0..slot.mutations {
            (genome, operator, edit) = self.mutate(genome, rng);
        }
        if slot.mutations > 1 {
            (operator, edit) = ("several", None);
        }
        Trial {
            genome,
            operator,
            edit,
            parents: slot.parents.clone(),
            parents_ns: slot.parents_ns,
        }
    }

    /// Adds a random edit, drops one, or exchanges one; and says which operator that was.
    fn mutate(&self, genome: Genome, rng: &mut ChaCha8Rng) -> (Genome, &'static str, Option<Edit>) {
        let policy = &self.policy.mutation;
        if !genome.edits().is_empty() {
            // One draw decides between dropping and exchanging, so that a policy without either draws as if neither were there.
            let way = match policy.exchange > 0.0 {
                true => rng.random::<f64>(),
                false if rng.random_bool(policy.drop) => 0.0,
                false => 1.0,
            };
            if way < policy.drop {
                let dropped = rng.random_range(0..genome.edits().len());
                return (genome.without(dropped), "drop", None);
            }
            if way < policy.drop + policy.exchange {
                let (genome, edit) = self.breeder.exchange(genome, &self.credit, rng);
                return (genome, edit.as_ref().map_or("none", Edit::family), edit);
            }
        }
        let (genome, edit) = self.breeder.extend(genome, &self.credit, rng);
        (genome, edit.as_ref().map_or("none", Edit::family), edit)
    }
}

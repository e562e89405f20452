//! The search itself: generations of genomes, bred by crossover and mutation, kept by NSGA-II.
//!
//! It is deterministic: what is random for an offspring comes from (run seed, generation, slot, attempt) alone, never from shared state or
//! from the order in which verdicts arrive. That is what makes a run repeatable with any number of workers, and a killed run resumable.

mod generation;
mod ledger;
mod start;
mod survive;

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::Policy;
use super::breed::{Breeder, Material, numbers};
use super::credit::Credit;
use super::nsga2::Objectives;
use crate::edit::Genome;
use crate::judge::Verdict;
pub use ledger::Tally;
use ledger::{Ledger, Trial};

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

    /// Whether a genome gets the same verdict each time. Where it does not, elites are measured again before they stay.
    fn is_deterministic(&self) -> bool {
        true
    }

    /// Measures genomes again that were judged before.
    ///
    /// # Errors
    /// As [`Evaluate::evaluate`].
    fn again(&mut self, generation: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Self::Error> {
        self.evaluate(generation, genomes)
    }
}

/// Why a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopReason {
    /// The evaluations are spent.
    Budget,
    /// No faster variant for as many generations as the policy allows.
    Stall,
    /// Generations went by in which no new genome could be proposed.
    Exhausted,
    /// It was stopped from outside; only a run that is opened again says so.
    Interrupted,
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
    /// How it went; empty for a search that was only read back.
    pub progress: Progress,
}

/// How a search went.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// What became of the offspring of each operator: a family, or `crossover`, `drop`, `combine`, `several`.
    pub operators: BTreeMap<&'static str, Tally>,
    /// Evaluations and time (ns), wherever a faster variant was found; the baseline is the first.
    pub curve: Vec<(usize, f64)>,
}

impl Progress {
    /// The time (ns) of the fastest variant among the first `evaluations`.
    pub fn best_ns(&self, evaluations: usize) -> Option<f64> {
        let reached = self.curve.iter().take_while(|(at, _)| *at <= evaluations);
        reached.last().map(|(_, time_ns)| *time_ns)
    }
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
    let mut search = Search::new(policy, seed, material, judge, baseline);
    search.begin()?;
    let stopped = loop {
        if search.is_spent() {
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
    search.confirm_ranking()?;
    Ok(search.finish(stopped))
}

struct Search<'a, E> {
    policy: &'a Policy,
    seed: u64,
    breeder: Breeder<'a>,
    credit: Credit,
    judge: &'a mut E,
    baseline: Individual,
    ledger: Ledger,
    population: Vec<Individual>,
    generation: u32,
    best_ns: f64,
    /// Generations since something faster was found.
    stalled: u32,
    /// The best time since the last restart, nanoseconds.
    island_ns: f64,
    /// Generations without a better time since the last restart.
    stuck: u32,
    restarts: u32,
    /// The best of every population that a restart ended.
    champions: Vec<Individual>,
    /// Generations in which nothing new was judged.
    barren: u32,
}

impl<'a, E: Evaluate> Search<'a, E> {
    fn new(
        policy: &'a Policy,
        seed: u64,
        material: &'a Material<'a>,
        judge: &'a mut E,
        baseline: Individual,
    ) -> Search<'a, E> {
        Search {
            policy,
            seed,
            breeder: Breeder::new(policy, material),
            credit: Credit::new(&policy.credit),
            judge,
            ledger: Ledger::new(&baseline),
            population: Vec::new(),
            generation: 0,
            best_ns: baseline.objectives()[0],
            stalled: 0,
            island_ns: baseline.objectives()[0],
            stuck: 0,
            restarts: 0,
            champions: Vec::new(),
            barren: 0,
            baseline,
        }
    }

    /// Whether the evaluations are spent.
    fn is_spent(&self) -> bool {
        self.ledger.spent() >= self.policy.budget.evaluations
    }

    /// What selection goes by.
    fn objectives(&self, individual: &Individual) -> Objectives {
        let [time_ns, error] = individual.objectives();
        let energy = individual.verdict.score.and_then(|score| score.energy_j);
        match (self.policy.population.error, self.policy.measure.energy) {
            (true, _) => [time_ns, error],
            // What was too slow to be raced has no energy, and needs none to lose.
            (false, true) => [time_ns, energy.unwrap_or(f64::MAX)],
            (false, false) => [time_ns, 0.0],
        }
    }

    /// The verdicts on the genomes of `trials`; `None` for those that the budget does not reach.
    fn judge(&mut self, trials: &[Trial]) -> Result<Vec<Option<Verdict>>, E::Error> {
        let left = self.policy.budget.evaluations;
        let left = left.saturating_sub(self.ledger.spent());
        let mut unknown: Vec<&Trial> = Vec::new();
        let mut asked = std::collections::HashSet::new();
        for trial in trials {
            if unknown.len() < left
                && self.ledger.verdict(&trial.genome).is_none()
                && asked.insert(&trial.genome)
            {
                unknown.push(trial);
            }
        }
        let genomes: Vec<Genome> = unknown.iter().map(|trial| trial.genome.clone()).collect();
        let verdicts = self.judge.evaluate(self.generation, &genomes)?;
        for (trial, verdict) in unknown.into_iter().zip(verdicts) {
            let result = self.ledger.note(trial, verdict);
            if let Some(edit) = &trial.edit {
                self.credit.note(edit, result);
            }
        }
        let known = |trial: &Trial| self.ledger.verdict(&trial.genome).cloned();
        Ok(trials.iter().map(known).collect())
    }

    fn finish(self, stopped: StopReason) -> Found {
        Found {
            ranking: self.ledger.ranking(),
            evaluations: self.ledger.spent(),
            generations: self.generation + 1,
            stopped,
            progress: Progress {
                operators: self.ledger.tallies().clone(),
                curve: self.ledger.curve().to_vec(),
            },
        }
    }

    /// The random numbers of one attempt at one slot.
    fn rng(&self, slot: usize, attempt: u32) -> ChaCha8Rng {
        numbers(self.seed, self.generation, slot, attempt)
    }
}

#[cfg(test)]
mod tests;

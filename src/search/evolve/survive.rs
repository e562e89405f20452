//! Which variants live on, and what happens when nothing faster comes.

use std::collections::BTreeMap;

use rand::RngExt;

use super::generation::Slot;
use super::{Evaluate, Individual, Search};
use crate::edit::Genome;
use crate::search::nsga2::{self, Objectives};

/// Most edits that a restart adds to a genome.
const KICK: usize = 3;
/// Where the slots of restarts begin to count, so that they share no random numbers with those of a generation.
const RESTART_SLOTS: usize = 1 << 32;

impl<E: Evaluate> Search<'_, E> {
    /// Keeps the best of a pool as the next population.
    pub(super) fn survive(&mut self, mut pool: Vec<Individual>) -> Result<(), E::Error> {
        if self.policy.population.distinct {
            pool = distinct(pool);
        }
        self.confirm(&mut pool)?;
        self.population = self.best(&pool, self.policy.population.size);
        let best_ns = pool.iter().map(|individual| individual.objectives()[0]);
        self.take_stock(best_ns.fold(f64::INFINITY, f64::min));
        Ok(())
    }

    /// Measures what is to be announced as often as an elite.
    pub(super) fn confirm_ranking(&mut self) -> Result<(), E::Error> {
        let mut fastest = self.ledger.ranking();
        self.confirm(&mut fastest)
    }

    /// Counts the generations without a faster variant.
    fn take_stock(&mut self, best_ns: f64) {
        let count = |faster: bool, so_far: u32| if faster { 0 } else { so_far + 1 };
        self.stalled = count(best_ns < self.best_ns, self.stalled);
        self.stuck = count(best_ns < self.island_ns, self.stuck);
        self.best_ns = self.best_ns.min(best_ns);
        self.island_ns = self.island_ns.min(best_ns);
    }

    fn best(&self, pool: &[Individual], count: usize) -> Vec<Individual> {
        let objectives: Vec<Objectives> = pool.iter().map(|it| self.objectives(it)).collect();
        let kept = nsga2::select(&objectives, count);
        kept.into_iter().map(|i| pool[i].clone()).collect()
    }

    /// Measures again what would be an elite, where measuring is noisy, until every elite was measured as often as the policy says: what
    /// looked fast once is mostly what was lucky once.
    fn confirm(&mut self, pool: &mut Vec<Individual>) -> Result<(), E::Error> {
        let wanted = self.policy.noise.measurements;
        if wanted <= 1 || self.judge.is_deterministic() {
            return Ok(());
        }
        loop {
            let elites = self.best(pool, self.policy.elites());
            let doubtful =
                |it: &Individual| (1..wanted).contains(&self.ledger.measurements(&it.genome));
            let genomes: Vec<Genome> = elites
                .into_iter()
                .filter(doubtful)
                .map(|it| it.genome)
                .collect();
            if genomes.is_empty() {
                return Ok(());
            }
            let verdicts = self.judge.again(self.generation, &genomes)?;
            for (genome, again) in genomes.iter().zip(verdicts) {
                let verdict = self.ledger.measure_again(genome, again).cloned();
                let found = pool.iter().position(|it| it.genome == *genome);
                let Some((at, verdict)) = found.zip(verdict) else {
                    continue;
                };
                match Individual::new(genome.clone(), verdict) {
                    Some(individual) => pool[at] = individual,
                    None => drop(pool.remove(at)),
                }
            }
            // The best so far is what holds when it is measured again.
            let ranking = self.ledger.ranking();
            self.best_ns = ranking
                .first()
                .map_or(self.best_ns, |it| it.objectives()[0]);
        }
    }

    /// Makes the population anew. In turns: random edits of the baseline and nothing of what was found, which live as on an island of their
    /// own; then the best of each island so far, and what becomes of them without half of their edits and with some others.
    pub(super) fn restart(&mut self) -> Result<(), E::Error> {
        self.champions.extend(self.best(&self.population, 1));
        self.champions = distinct(std::mem::take(&mut self.champions));
        self.champions
            .sort_by(|a, b| a.objectives()[0].total_cmp(&b.objectives()[0]));
        self.restarts += 1;
        let mut pool = Vec::new();
        if self.restarts.is_multiple_of(2) {
            pool.extend(
                self.champions
                    .iter()
                    .take(self.policy.restart.keep)
                    .cloned(),
            );
        }
        let fresh = self.policy.population.size.saturating_sub(pool.len());
        let slots = (0..fresh).map(|index| self.fresh(index, &pool)).collect();
        let filled = self.fill(slots)?;
        pool.extend(filled.into_iter().map(|(_, individual)| individual));
        if pool.is_empty() {
            pool.push(self.baseline.clone());
        }
        if self.policy.population.distinct {
            pool = distinct(pool);
        }
        self.confirm(&mut pool)?;
        let best_ns = pool.iter().map(|it| it.objectives()[0]);
        let best_ns = best_ns.fold(f64::INFINITY, f64::min);
        self.take_stock(best_ns);
        self.stuck = 0;
        self.island_ns = best_ns;
        // No selection yet: what is new has had no time to become good.
        self.population = pool;
        Ok(())
    }

    /// A slot of a restart: of the baseline, or of one of `champions`.
    fn fresh(&self, index: usize, champions: &[Individual]) -> Slot {
        let slot = RESTART_SLOTS + index;
        let mut rng = self.rng(slot, u32::MAX);
        let mutations = rng.random_range(1..=KICK);
        if champions.is_empty() {
            return Slot::of(slot, &self.baseline, mutations);
        }
        let from = &champions[rng.random_range(0..champions.len())];
        let half = from.genome.iter().filter(|_| rng.random_bool(0.5)).cloned();
        Slot {
            stem: half.collect(),
            ..Slot::of(slot, from, mutations)
        }
    }
}

/// Of individuals with equal keys, the one with the fewest edits, in the place of the first.
pub(super) fn distinct(pool: Vec<Individual>) -> Vec<Individual> {
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

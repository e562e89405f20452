//! What a search has asked, in order, and what came of it.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::Individual;
use crate::edit::{Edit, Genome};
use crate::judge::Verdict;
use crate::search::credit::Result;
use crate::stats;

/// A genome that a search means to judge, and how it came to be.
#[derive(Debug, Clone)]
pub struct Trial {
    /// What is judged.
    pub genome: Genome,
    /// What made it: a family, or `crossover`, `drop`, `combine`, `several`.
    pub operator: &'static str,
    /// The one edit that it has and its stem has not.
    pub edit: Option<Edit>,
    /// Keys of what it was made from.
    pub parents: Vec<Option<String>>,
    /// The time of the fastest of those, nanoseconds.
    pub parents_ns: f64,
}

/// What became of the offspring of one operator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Genomes judged.
    pub tried: usize,
    /// Of these, right on every search case.
    pub valid: usize,
    /// Of these, other code than every parent's.
    pub effective: usize,
    /// Of these, faster than every parent.
    pub faster: usize,
}

impl Tally {
    /// Counts another's as well.
    pub fn add(&mut self, other: &Tally) {
        self.tried += other.tried;
        self.valid += other.valid;
        self.effective += other.effective;
        self.faster += other.faster;
    }

    fn count(&mut self, result: Result) {
        self.tried += 1;
        self.effective += usize::from(result >= Result::Effective);
        self.faster += usize::from(result == Result::Faster);
    }
}

/// Every genome judged in a search.
pub struct Ledger {
    /// In the order of judging.
    entries: Vec<Entry>,
    places: HashMap<Genome, usize>,
    tallies: BTreeMap<&'static str, Tally>,
    /// Evaluations and time (ns), wherever a faster variant was found.
    curve: Vec<(usize, f64)>,
}

struct Entry {
    genome: Genome,
    verdict: Verdict,
    /// Every time measured, nanoseconds; more than one where measuring is noisy.
    times: Vec<f64>,
}

impl Ledger {
    /// With the baseline as its first entry.
    pub fn new(baseline: &Individual) -> Ledger {
        let mut ledger = Ledger {
            entries: Vec::new(),
            places: HashMap::new(),
            tallies: BTreeMap::new(),
            curve: Vec::new(),
        };
        ledger.enter(baseline.genome.clone(), baseline.verdict.clone());
        ledger
    }

    /// Genomes judged.
    pub fn spent(&self) -> usize {
        self.entries.len()
    }

    /// The verdict on a genome.
    pub fn verdict(&self, genome: &Genome) -> Option<&Verdict> {
        let place = self.places.get(genome)?;
        self.entries.get(*place).map(|entry| &entry.verdict)
    }

    /// Puts a verdict down, and says how the trial turned out.
    pub fn note(&mut self, trial: &Trial, verdict: Verdict) -> Result {
        let result = judge(trial, &verdict);
        let tally = self.tallies.entry(trial.operator).or_default();
        tally.count(result);
        tally.valid += usize::from(verdict.is_correct());
        self.enter(trial.genome.clone(), verdict);
        result
    }

    fn enter(&mut self, genome: Genome, verdict: Verdict) {
        let place = self.entries.len();
        let time_ns = verdict.score.map(|score| score.time_ns);
        let best = self.curve.last().map_or(f64::INFINITY, |(_, best)| *best);
        if let Some(time_ns) = time_ns.filter(|time_ns| *time_ns < best) {
            self.curve.push((place + 1, time_ns));
        }
        self.places.insert(genome.clone(), place);
        self.entries.push(Entry {
            genome,
            verdict,
            times: time_ns.into_iter().collect(),
        });
    }

    /// How often a genome was measured.
    pub fn measurements(&self, genome: &Genome) -> usize {
        let place = self.places.get(genome);
        place.map_or(0, |place| self.entries[*place].times.len())
    }

    /// Adds a measurement: the median of all is the genome's time from now on, and a genome that was wrong this time is wrong.
    pub fn measure_again(&mut self, genome: &Genome, again: Verdict) -> Option<&Verdict> {
        let entry = &mut self.entries[*self.places.get(genome)?];
        match (again.score, &mut entry.verdict.score) {
            (Some(again), Some(score)) => {
                entry.times.push(again.time_ns);
                score.time_ns = stats::median(&entry.times);
                score.error = score.error.max(again.error);
            }
            (None, Some(_)) => entry.verdict = again,
            (_, None) => {}
        }
        Some(&entry.verdict)
    }

    /// Every correct variant in the order of judging.
    pub fn correct(&self) -> impl Iterator<Item = Individual> + '_ {
        let individual =
            |entry: &Entry| Individual::new(entry.genome.clone(), entry.verdict.clone());
        self.entries.iter().filter_map(individual)
    }

    /// Every correct variant, fastest first; of equally fast ones the more exact, then the shorter, then the older.
    pub fn ranking(&self) -> Vec<Individual> {
        let mut ranking: Vec<Individual> = self.correct().collect();
        // The sort keeps the order of what is equal: the older first.
        ranking.sort_by(|a, b| {
            let ([time_a, error_a], [time_b, error_b]) = (a.objectives(), b.objectives());
            time_a
                .total_cmp(&time_b)
                .then(error_a.total_cmp(&error_b))
                .then(a.genome.edits().len().cmp(&b.genome.edits().len()))
        });
        ranking
    }

    /// What became of the offspring of each operator.
    pub fn tallies(&self) -> &BTreeMap<&'static str, Tally> {
        &self.tallies
    }

    /// Evaluations and time (ns), wherever a faster variant was found; the baseline is the first.
    pub fn curve(&self) -> &[(usize, f64)] {
        &self.curve
    }
}

fn judge(trial: &Trial, verdict: &Verdict) -> Result {
    if !verdict.is_correct() {
        Result::Wrong
    } else if trial.parents.contains(&verdict.key) {
        Result::Idle
    } else if verdict.time_ns() < trial.parents_ns {
        Result::Faster
    } else {
        Result::Effective
    }
}

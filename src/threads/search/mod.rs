//! Finding the best setting in few runs.
//!
//! A race that climbs. First everything that somebody recommends runs, interleaved, so that the machine's moods meet all alike. Then the
//! neighbours of the best are screened by one run each; whoever is not clearly worse, by the noise pooled over all runs, runs on against the
//! leader. When no neighbour is better, settings from anywhere are screened in the same way, as a climb may end on a foothill; and at the end
//! those that might still be the best run until they can be told apart. Each run is a fresh process: processes differ by more than what
//! happens inside one.
//!
//! The same seed and the same answers give the same questions, so that a resumed run finds in the record what was asked before.

mod confirm;
mod ledger;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::scenario::{Better, DEFAULT, Plan};
use super::space::{Setting, Space};
use super::trial::{Error, Outcome, Scope, Source, Trial};
use crate::stats::{Noise, Standing, compare};

pub use confirm::{BEST, Confirmation, Contestant, confirm};
pub use ledger::{Entry, Ledger};

/// Differences below this do not decide between settings.
const EQUAL: f64 = 0.01;
/// Runs of each seed before anything else.
const SEED_RUNS: usize = 2;
/// Settings that are screened before the best of them race.
const SCREENED: usize = 6;
/// Runs of one setting in a race during the climb, and in the last one.
const CLIMB_RUNS: usize = 4;
const FINAL_RUNS: usize = 24;
/// Settings in the last race.
const FINALISTS: usize = 8;
/// The share of the budget that is kept for the last race.
const FINAL_SHARE: f64 = 0.35;
/// A setting that ran once and cost up to so many times as much as the leader may run again, and how many may at a time.
const SECOND_CHANCE: f64 = 2.0;
const CHANCES: usize = 18;

/// Why a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopReason {
    /// Whoever might be best was told apart, or does not differ.
    Decided,
    /// The trials were spent.
    Trials,
    /// The minutes were spent.
    Minutes,
}

/// What a search found.
#[derive(Debug, Clone)]
pub struct Found {
    /// Everything that was run.
    pub ledger: Ledger,
    /// The best.
    pub best: Setting,
    /// Settings that could not be told from the best.
    pub tied: Vec<Setting>,
    /// Why it ended.
    pub stopped: StopReason,
}

/// What a search may cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allowance {
    /// Runs.
    pub trials: usize,
    /// Seconds, over all runs.
    pub seconds: f64,
}

/// What is known of a run while the search goes on.
#[derive(Debug)]
pub struct Event<'a> {
    /// What it was for.
    pub scope: Scope,
    /// The setting.
    pub setting: &'a Setting,
    /// What came of it.
    pub trial: &'a Trial,
    /// Runs so far.
    pub done: usize,
}

/// Hears of each run.
pub type Observer<'a> = &'a mut dyn FnMut(&Event<'_>);

/// The runs that a search is given unless told otherwise: a tenth of what an exhaustive one would take, a quarter where there are fewer than 50
/// settings; never fewer than what the seeds and a few neighbours need.
pub fn default_trials(settings: usize, samples: usize, seeds: usize) -> usize {
    let share = if settings < 50 { 4 } else { 10 };
    (settings * samples / share).max(SEED_RUNS * seeds + 4)
}

/// Searches.
///
/// # Errors
/// [`Error::Default`] if the default setting fails; whatever `source` says.
pub fn search(
    plan: &Plan,
    seed: u64,
    allowance: Allowance,
    source: &mut dyn Source,
    observer: Observer<'_>,
) -> Result<Found, Error> {
    let mut search = Search {
        space: &plan.space,
        better: plan.metric.better,
        ledger: Ledger::default(),
        random: ChaCha8Rng::seed_from_u64(seed),
        allowance,
        limit: allowance.trials,
        source,
        observer,
    };
    search.seeds(plan)?;
    // A race with few runs is spent on the seeds' neighbours; the last race gets its share of what is left.
    let rest = allowance.trials.saturating_sub(search.ledger.trials);
    search.limit = allowance.trials - (rest as f64 * FINAL_SHARE) as usize;
    search.climb()?;
    search.second_chances()?;
    search.explore()?;
    search.limit = allowance.trials;
    search.second_chances()?;
    let decided = search.final_race()?;
    let (best, tied) = search.standing();
    let stopped = match (decided, search.ledger.seconds >= allowance.seconds) {
        (true, _) => StopReason::Decided,
        (false, true) => StopReason::Minutes,
        (false, false) => StopReason::Trials,
    };
    Ok(Found {
        ledger: search.ledger,
        best,
        tied,
        stopped,
    })
}

struct Search<'a, 'o> {
    space: &'a Space,
    better: Better,
    ledger: Ledger,
    random: ChaCha8Rng,
    allowance: Allowance,
    /// Runs after which the present phase ends.
    limit: usize,
    source: &'a mut dyn Source,
    observer: Observer<'o>,
}

impl Search<'_, '_> {
    fn spent(&self) -> bool {
        self.ledger.trials >= self.limit || self.ledger.seconds >= self.allowance.seconds
    }

    /// One more run of a setting.
    fn run(&mut self, setting: &Setting) -> Result<(), Error> {
        let ordinal = self.ledger.entry(setting).map_or(0, |entry| entry.runs);
        let trial = self.source.trial(Scope::Search, setting, ordinal)?;
        self.ledger.take(setting, &trial, self.better);
        (self.observer)(&Event {
            scope: Scope::Search,
            setting,
            trial: &trial,
            done: self.ledger.trials,
        });
        if *setting == self.space.default_setting() && trial.outcome != Outcome::Measured {
            return Err(Error::Default {
                reason: trial.reason,
                output: trial.output,
            });
        }
        Ok(())
    }

    /// A round: one run of each that is still in the race, in an order of its own.
    fn round(&mut self, settings: &[Setting]) -> Result<(), Error> {
        let mut order = settings.to_vec();
        order.shuffle(&mut self.random);
        for setting in order {
            if self.spent() {
                break;
            }
            if !self.ledger.failed(&setting) {
                self.run(&setting)?;
            }
        }
        Ok(())
    }

    fn seeds(&mut self, plan: &Plan) -> Result<(), Error> {
        // The default first: if it fails, nothing else needs to run.
        let default = self.space.default_setting();
        debug_assert!(plan.seeds.iter().any(|seed| seed.name == DEFAULT));
        self.run(&default)?;
        let distinct: BTreeSet<Setting> =
            plan.seeds.iter().map(|seed| seed.setting.clone()).collect();
        let others: Vec<Setting> = distinct
            .iter()
            .filter(|setting| **setting != default)
            .cloned()
            .collect();
        self.round(&others)?;
        let all: Vec<Setting> = distinct.into_iter().collect();
        for _ in 1..SEED_RUNS {
            self.round(&all)?;
        }
        Ok(())
    }

    fn noise(&self) -> Noise {
        self.ledger.noise()
    }

    fn leader(&self) -> Setting {
        self.ledger
            .leader()
            .unwrap_or_else(|| self.space.default_setting())
    }

    /// Moves to the best neighbour until none is better.
    fn climb(&mut self) -> Result<(), Error> {
        while !self.spent() {
            let leader = self.leader();
            let mut fresh: Vec<Setting> = self
                .space
                .neighbours(&leader)
                .into_iter()
                .filter(|setting| self.ledger.entry(setting).is_none())
                .collect();
            if fresh.is_empty() {
                break;
            }
            fresh.shuffle(&mut self.random);
            fresh.truncate(SCREENED);
            self.screen(&fresh)?;
        }
        Ok(())
    }

    /// Runs those once more that ran once and were not far off, the leader's neighbours first: the one run may have been disturbed.
    fn second_chances(&mut self) -> Result<(), Error> {
        let leader = self.leader();
        let most = SECOND_CHANCE * self.ledger.standing(&leader);
        let once = |setting: &Setting| {
            self.ledger.costs(setting).len() == 1 && self.ledger.standing(setting) < most
        };
        let mut again: Vec<Setting> = self.ledger.ranked().into_iter().filter(once).collect();
        let near: BTreeSet<Setting> = self.space.neighbours(&leader).into_iter().collect();
        again.sort_by_key(|setting| !near.contains(setting));
        again.truncate(CHANCES);
        for batch in again.chunks(SCREENED) {
            if self.spent() {
                break;
            }
            self.screen(batch)?;
            if self.leader() != leader {
                return self.climb();
            }
        }
        Ok(())
    }

    /// Tries settings that no climb came by, and climbs from there if one of them is better.
    fn explore(&mut self) -> Result<(), Error> {
        let mut anywhere: Vec<Setting> = self.space.all();
        anywhere.shuffle(&mut self.random);
        for batch in anywhere.chunks(SCREENED) {
            if self.spent() {
                break;
            }
            let fresh: Vec<Setting> = batch
                .iter()
                .filter(|setting| self.ledger.entry(setting).is_none())
                .cloned()
                .collect();
            let leader = self.leader();
            self.screen(&fresh)?;
            if self.leader() != leader {
                self.climb()?;
            }
        }
        Ok(())
    }

    /// Runs each once, then races those that are not clearly worse against the leader.
    fn screen(&mut self, fresh: &[Setting]) -> Result<(), Error> {
        self.round(fresh)?;
        let leader = self.leader();
        let mut racing: Vec<Setting> = fresh
            .iter()
            .filter(|setting| self.ledger.entry(setting).is_some())
            .cloned()
            .collect();
        if !racing.contains(&leader) {
            racing.push(leader);
        }
        self.race(racing, CLIMB_RUNS)?;
        Ok(())
    }

    /// Runs settings against each other until all but the leader are clearly worse or equal, or have had their runs. Says whether that was
    /// decided.
    fn race(&mut self, mut racing: Vec<Setting>, runs: usize) -> Result<bool, Error> {
        loop {
            let noise = self.noise();
            let Some(leader) = racing
                .iter()
                .filter(|s| !self.ledger.failed(s))
                .min_by(|a, b| self.ledger.order(a, b))
                .cloned()
            else {
                return Ok(true);
            };
            let costs = self.ledger.costs(&leader).to_vec();
            racing.retain(|setting| {
                *setting == leader
                    || !self.ledger.failed(setting)
                        && compare(self.ledger.costs(setting), &costs, noise, EQUAL)
                            != Standing::ClearlyWorse
            });
            let open = racing.iter().any(|setting| {
                *setting != leader
                    && compare(self.ledger.costs(setting), &costs, noise, EQUAL) == Standing::Open
            });
            if !open {
                return Ok(true);
            }
            // Whoever has fewer runs than the one with the most catches up first: the comparison is as sharp as its blunter side.
            let fewest = racing
                .iter()
                .map(|s| self.ledger.costs(s).len())
                .min()
                .unwrap_or(runs);
            if fewest >= runs {
                return Ok(false);
            }
            let behind: Vec<Setting> = racing
                .iter()
                .filter(|s| self.ledger.costs(s).len() <= fewest.max(1))
                .cloned()
                .collect();
            let before = self.ledger.trials;
            self.round(&behind)?;
            if self.spent() || self.ledger.trials == before {
                return Ok(false);
            }
        }
    }

    /// The best that are left run until they can be told apart.
    fn final_race(&mut self) -> Result<bool, Error> {
        let mut ranked = self.ledger.ranked();
        let noise = self.noise();
        let Some(leader) = ranked.first().cloned() else {
            return Ok(true);
        };
        let costs = self.ledger.costs(&leader).to_vec();
        ranked.retain(|setting| {
            compare(self.ledger.costs(setting), &costs, noise, EQUAL) != Standing::ClearlyWorse
        });
        ranked.truncate(FINALISTS);
        self.race(ranked, FINAL_RUNS)
    }

    /// The best setting, and those that could not be told from it.
    fn standing(&self) -> (Setting, Vec<Setting>) {
        let noise = self.noise();
        let ranked = self.ledger.ranked();
        // Of those that do not differ, the one with the most evidence: a lucky first run is no reason.
        let most = ranked
            .iter()
            .map(|s| self.ledger.costs(s).len())
            .max()
            .unwrap_or(0);
        let proven = ranked
            .iter()
            .find(|s| self.ledger.costs(s).len() * 2 >= most);
        let best = proven
            .or(ranked.first())
            .cloned()
            .unwrap_or_else(|| self.space.default_setting());
        let costs = self.ledger.costs(&best);
        let tied = ranked
            .iter()
            .filter(|s| **s != best)
            .filter(|s| {
                compare(self.ledger.costs(s), costs, noise, EQUAL) != Standing::ClearlyWorse
            })
            .cloned()
            .collect();
        (best, tied)
    }
}

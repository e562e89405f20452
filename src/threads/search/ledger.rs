//! What was run so far, by setting.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::stats::{Noise, standing_cost};
use crate::threads::scenario::Better;
use crate::threads::space::Setting;
use crate::threads::trial::Trial;

/// The runs of one setting.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Runs, those that do not count included.
    pub runs: usize,
    /// Costs of the runs that count, in order: lower is better.
    pub costs: Vec<f64>,
    /// The cost that it is ranked by ([`standing_cost`]).
    pub standing: f64,
    /// The first run that does not count. A setting that fails once is not used.
    pub failure: Option<Trial>,
}

/// All runs.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    entries: BTreeMap<Setting, Entry>,
    /// Runs of all settings.
    pub trials: usize,
    /// What they took together.
    pub seconds: f64,
}

impl Ledger {
    /// Takes note of a run.
    pub fn take(&mut self, setting: &Setting, trial: &Trial, better: Better) {
        let entry = self.entries.entry(setting.clone()).or_default();
        entry.runs += 1;
        match trial.cost(better) {
            Some(cost) => {
                entry.costs.push(cost);
                entry.standing = standing_cost(&entry.costs);
            }
            None => {
                entry.failure.get_or_insert_with(|| trial.clone());
            }
        }
        self.trials += 1;
        self.seconds += trial.seconds;
    }

    /// The runs of a setting, if there are any.
    pub fn entry(&self, setting: &Setting) -> Option<&Entry> {
        self.entries.get(setting)
    }

    /// Every setting that was run, in order.
    pub fn entries(&self) -> impl Iterator<Item = (&Setting, &Entry)> {
        self.entries.iter()
    }

    /// Costs of a setting's runs that count.
    pub fn costs(&self, setting: &Setting) -> &[f64] {
        self.entries.get(setting).map_or(&[], |entry| &entry.costs)
    }

    /// Whether a run of it did not count.
    pub fn failed(&self, setting: &Setting) -> bool {
        self.entries
            .get(setting)
            .is_some_and(|entry| entry.failure.is_some())
    }

    /// By [`standing_cost`]; equal ones by the setting, so that the order is one.
    pub fn order(&self, a: &Setting, b: &Setting) -> Ordering {
        self.standing(a)
            .total_cmp(&self.standing(b))
            .then_with(|| a.cmp(b))
    }

    /// The cost that a setting is ranked by; infinite if no run of it counts.
    pub fn standing(&self, setting: &Setting) -> f64 {
        let entry = self
            .entries
            .get(setting)
            .filter(|entry| !entry.costs.is_empty());
        entry.map_or(f64::INFINITY, |entry| entry.standing)
    }

    /// The settings all of whose runs count, best first.
    pub fn ranked(&self) -> Vec<Setting> {
        let good = self
            .entries
            .iter()
            .filter(|(_, entry)| entry.failure.is_none());
        let mut ranked: Vec<(f64, &Setting)> = good
            .map(|(setting, entry)| (entry.standing, setting))
            .collect();
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
        ranked
            .into_iter()
            .map(|(_, setting)| setting.clone())
            .collect()
    }

    /// The best so far of those that ran more than once; a first run is a candidate's, not a leader's.
    pub fn leader(&self) -> Option<Setting> {
        let good = || {
            self.entries
                .iter()
                .filter(|(_, entry)| entry.failure.is_none())
        };
        let best =
            |a: &(&Setting, &Entry), b: &(&Setting, &Entry)| a.1.standing.total_cmp(&b.1.standing);
        let proven = good()
            .filter(|(_, entry)| entry.costs.len() > 1)
            .min_by(best);
        proven
            .or_else(|| good().min_by(best))
            .map(|(setting, _)| setting.clone())
    }

    /// The noise of one run, pooled over all settings.
    pub fn noise(&self) -> Noise {
        Noise::pooled(self.entries.values().map(|entry| &entry.costs[..]))
    }
}

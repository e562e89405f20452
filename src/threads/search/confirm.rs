//! The winner against the default and the recommendations, by runs that did not make it the winner.

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

use super::{Event, Observer};
use crate::stats::{Interval, median, paired_ratio, spread};
use crate::threads::scenario::{DEFAULT, Plan};
use crate::threads::space::Setting;
use crate::threads::trial::{Error, Outcome, Scope, Source};

/// The name of the contestant that the search found.
pub const BEST: &str = "best";
/// Noise of the default setting, a relative standard deviation, beyond which nothing that is said of it means anything.
const UNSTABLE: f64 = 0.5;

/// One setting in the confirmation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contestant {
    /// Who wants it: `default`, `best`, or who recommends it. Names of one setting stand together.
    pub names: Vec<String>,
    /// The setting.
    #[serde(skip)]
    pub setting: Setting,
    /// The metric, one a round; a round in which a run did not count has none.
    pub values: Vec<Option<f64>>,
    /// Why it does not count, if a run did not.
    pub failure: Option<String>,
    /// How many times as good as the default it is: above 1 is better.
    pub over_default: Interval,
    /// How many times as good as it the best is.
    pub best_over: Interval,
}

impl Contestant {
    /// The median of the metric.
    pub fn median(&self) -> f64 {
        median(&self.values.iter().flatten().copied().collect::<Vec<_>>())
    }

    /// How much the metric varies from process to process, a relative standard deviation.
    pub fn spread(&self) -> f64 {
        spread(&self.values.iter().flatten().copied().collect::<Vec<_>>())
    }
}

/// What the confirmation says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Confirmation {
    /// The contestants: the default first, then the recommendations, then the best.
    pub contestants: Vec<Contestant>,
    /// Rounds.
    pub rounds: usize,
    /// Runs.
    pub trials: usize,
    /// Whether the interval of best over default is as narrow as was asked for.
    pub precise: bool,
}

impl Confirmation {
    /// The contestant of that name.
    pub fn named(&self, name: &str) -> Option<&Contestant> {
        self.contestants
            .iter()
            .find(|contestant| contestant.names.iter().any(|n| n == name))
    }

    /// How many times as good as the default the best is.
    pub fn gain(&self) -> Interval {
        self.named(BEST)
            .map_or(Interval::unknown(f64::NAN), |best| best.over_default)
    }

    /// Whether the default varies so much that no comparison with it means anything.
    pub fn unstable(&self) -> bool {
        self.named(DEFAULT)
            .is_some_and(|default| default.spread() > UNSTABLE)
    }
}

/// Confirms `best`: rounds of fresh processes, each contestant once a round, in an order of the round's own, until the interval is narrow enough,
/// or the most rounds were run, or more than `seconds` were spent and the least rounds were run.
///
/// # Errors
/// [`Error::Default`] if the default setting fails; whatever `source` says.
pub fn confirm(
    plan: &Plan,
    best: &Setting,
    seed: u64,
    seconds: f64,
    source: &mut dyn Source,
    observer: Observer<'_>,
) -> Result<Confirmation, Error> {
    let mut contestants = contestants(plan, best);
    let mut random = ChaCha8Rng::seed_from_u64(seed ^ 0xc0f);
    let default = plan.space.default_setting();
    let (mut rounds, mut trials, mut spent) = (0, 0, 0.0);
    let alone = *best == default;
    let wanted = |rounds: usize, spent: f64| {
        rounds < plan.budget.confirm || rounds < plan.budget.confirm_most && spent < seconds
    };
    while wanted(rounds, spent) {
        let mut order: Vec<usize> = (0..contestants.len()).collect();
        order.shuffle(&mut random);
        for index in order {
            let setting = contestants[index].setting.clone();
            if contestants[index].failure.is_some() {
                contestants[index].values.push(None);
                continue;
            }
            let trial = source.trial(Scope::Confirm, &setting, rounds)?;
            trials += 1;
            spent += trial.seconds;
            observer(&Event {
                scope: Scope::Confirm,
                setting: &setting,
                trial: &trial,
                done: trials,
            });
            let counts = trial.outcome == Outcome::Measured;
            if !counts && setting == default {
                return Err(Error::Default {
                    reason: trial.reason,
                    output: trial.output,
                });
            }
            let contestant = &mut contestants[index];
            contestant.values.push(trial.value.filter(|_| counts));
            if !counts {
                contestant.failure = Some(trial.reason);
            }
        }
        rounds += 1;
        if rounds < plan.budget.confirm {
            continue;
        }
        compare(&mut contestants, best, plan);
        let gain = contestants
            .iter()
            .find(|c| c.setting == *best)
            .map(|c| c.over_default);
        if alone || gain.is_some_and(|gain| gain.half_width() <= plan.budget.precision) {
            return Ok(Confirmation {
                contestants,
                rounds,
                trials,
                precise: true,
            });
        }
    }
    compare(&mut contestants, best, plan);
    Ok(Confirmation {
        contestants,
        rounds,
        trials,
        precise: false,
    })
}

/// The settings to run, each once, whoever wants it.
fn contestants(plan: &Plan, best: &Setting) -> Vec<Contestant> {
    let mut names: BTreeMap<&Setting, Vec<String>> = BTreeMap::new();
    let wanted = plan
        .seeds
        .iter()
        .map(|seed| (seed.name.as_str(), &seed.setting))
        .chain([(BEST, best)]);
    let mut order = Vec::new();
    for (name, setting) in wanted {
        let known = names.entry(setting).or_default();
        if known.is_empty() {
            order.push(setting);
        }
        known.push(name.to_owned());
    }
    order
        .into_iter()
        .map(|setting| Contestant {
            names: names[setting].clone(),
            setting: setting.clone(),
            values: Vec::new(),
            failure: None,
            over_default: Interval::unknown(f64::NAN),
            best_over: Interval::unknown(f64::NAN),
        })
        .collect()
}

/// Ratios to the default and from the best, over the rounds in which both sides count.
fn compare(contestants: &mut [Contestant], best: &Setting, plan: &Plan) {
    let better = plan.metric.better;
    let default = plan.space.default_setting();
    let values = |setting: &Setting| -> Vec<Option<f64>> {
        contestants
            .iter()
            .find(|c| c.setting == *setting)
            .map(|c| c.values.clone())
            .unwrap_or_default()
    };
    let (of_default, of_best) = (values(&default), values(best));
    let gain = |of: &[Option<f64>], over: &[Option<f64>]| -> Interval {
        let rounds: Vec<(f64, f64)> = of
            .iter()
            .zip(over)
            .filter_map(|(a, b)| Some(((*a)?, (*b)?)))
            .collect();
        match (rounds.is_empty(), better) {
            (true, _) => Interval::unknown(f64::NAN),
            (false, super::Better::Higher) => paired_ratio(&rounds),
            (false, super::Better::Lower) => paired_ratio(&rounds).inverse(),
        }
    };
    for contestant in contestants {
        contestant.over_default = gain(&contestant.values, &of_default);
        contestant.best_over = gain(&of_best, &contestant.values);
    }
}

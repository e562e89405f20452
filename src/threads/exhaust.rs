//! The truth: every setting, in rounds of fresh processes.

use std::collections::BTreeSet;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::scenario::Plan;
use super::search::{Event, Ledger, Observer};
use super::space::Setting;
use super::trial::{Error, Outcome, Scope, Source};
use super::tune::warm_up;

/// Measures every setting as often as the plan says, each once a round, in an order of the round's own. A setting that fails is not run again.
///
/// # Errors
/// [`Error::Default`] if the default setting fails; whatever `source` says.
pub fn exhaust(
    plan: &Plan,
    seed: u64,
    source: &mut dyn Source,
    observer: Observer<'_>,
) -> Result<Ledger, Error> {
    let mut settings: BTreeSet<Setting> = plan.space.all().into_iter().collect();
    // A recommendation may be one that no search would come by.
    settings.extend(plan.seeds.iter().map(|seed| seed.setting.clone()));
    let mut order: Vec<Setting> = settings.into_iter().collect();
    let default = plan.space.default_setting();
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut ledger = Ledger::default();
    warm_up(plan, source)?;
    for round in 0..plan.budget.samples {
        order.shuffle(&mut random);
        for setting in &order {
            if ledger.failed(setting) {
                continue;
            }
            let trial = source.trial(Scope::Exhaust, setting, round)?;
            ledger.take(setting, &trial, plan.metric.better);
            observer(&Event {
                scope: Scope::Exhaust,
                setting,
                trial: &trial,
                done: ledger.trials,
            });
            if *setting == default && trial.outcome != Outcome::Measured {
                return Err(Error::Default {
                    reason: trial.reason,
                    output: trial.output,
                });
            }
        }
    }
    Ok(ledger)
}

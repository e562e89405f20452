//! A run from start to end: warm up, search, confirm.

use super::effect::{Effect, effects};
use super::scenario::Plan;
use super::search::{Allowance, Confirmation, Found, Observer, confirm, default_trials, search};
use super::trial::{Error, Scope, Source};

/// What a run found.
#[derive(Debug, Clone)]
pub struct Tuned {
    /// The search.
    pub found: Found,
    /// Its winner, confirmed.
    pub confirmation: Confirmation,
    /// What each knob did.
    pub effects: Vec<Effect>,
    /// Settings that there are.
    pub settings: usize,
    /// Runs that the search was given.
    pub allowed: usize,
}

/// The runs and the time that a plan's search may take.
pub fn allowance(plan: &Plan, settings: usize) -> Allowance {
    let default = default_trials(settings, plan.budget.samples, plan.seeds.len());
    Allowance {
        trials: plan.budget.trials.unwrap_or(default),
        seconds: plan
            .budget
            .minutes
            .map_or(f64::INFINITY, |minutes| minutes * 60.0),
    }
}

/// Tunes.
///
/// # Errors
/// [`Error::Default`] if the default setting fails; whatever `source` says.
pub fn tune(
    plan: &Plan,
    seed: u64,
    source: &mut dyn Source,
    observer: Observer<'_>,
) -> Result<Tuned, Error> {
    let settings = plan.space.all().len();
    let allowance = allowance(plan, settings);
    warm_up(plan, source)?;
    let found = search(plan, seed, allowance, source, observer)?;
    let left = allowance.seconds - found.ledger.seconds;
    let confirmation = confirm(plan, &found.best, seed, left, source, observer)?;
    let effects = effects(&plan.space, &found.ledger);
    Ok(Tuned {
        found,
        confirmation,
        effects,
        settings,
        allowed: allowance.trials,
    })
}

/// One run that does not count: it brings files into memory. If it fails, so will the next, which is reported.
///
/// # Errors
/// Whatever `source` says.
pub fn warm_up(plan: &Plan, source: &mut dyn Source) -> Result<(), Error> {
    source
        .trial(Scope::WarmUp, &plan.space.default_setting(), 0)
        .map(drop)
}

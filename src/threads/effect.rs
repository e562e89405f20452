//! What each knob did: how much it mattered, or that the program seems to ignore it.

use serde::Serialize;

use super::search::Ledger;
use super::space::{Setting, Space};
use crate::stats::median;

/// Standard errors beyond which an effect is no noise. Many pairs are looked at, so that it is more than one pair would need.
const CLEAR: f64 = 3.5;
/// A knob is called ignored only if an effect of this size would have been seen.
const RESOLVED: f64 = 0.05;

/// What is said of a knob.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It changes the metric beyond the noise.
    Matters,
    /// No two settings that differ in it alone differ beyond the noise, and a difference that is worth having would have shown.
    NoEffect,
    /// Too few runs, or too much noise, to say.
    Undecided,
}

/// The effect of one knob.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Effect {
    /// The knob.
    pub knob: String,
    /// What is said of it.
    pub verdict: Verdict,
    /// The largest ratio between two settings that differ in it alone, which is beyond the noise if it matters; 1 of nothing.
    pub ratio: f64,
    /// Pairs of settings that differ in it alone.
    pub pairs: usize,
}

/// The effect of each knob, in their order.
pub fn effects(space: &Space, ledger: &Ledger) -> Vec<Effect> {
    let noise = ledger.noise();
    // One run of a setting tells too little of it to call anything an effect.
    let known: Vec<(&Setting, f64, usize)> = ledger
        .entries()
        .filter(|(_, entry)| entry.failure.is_none() && entry.costs.len() > 1)
        .map(|(setting, entry)| (setting, median(&entry.costs).ln(), entry.costs.len()))
        .collect();
    space
        .knobs
        .iter()
        .enumerate()
        .map(|(index, knob)| {
            let mut pairs = 0;
            let mut clear: f64 = 0.0;
            let mut largest: f64 = 0.0;
            let mut sharpest = f64::INFINITY;
            for (at, (setting, cost, runs)) in known.iter().enumerate() {
                for (other, other_cost, other_runs) in &known[at + 1..] {
                    if !differ_only_in(index, setting, other) {
                        continue;
                    }
                    pairs += 1;
                    let error = noise.error(*runs).hypot(noise.error(*other_runs));
                    let difference = (cost - other_cost).abs();
                    largest = largest.max(difference);
                    sharpest = sharpest.min(error);
                    if difference > CLEAR * error {
                        clear = clear.max(difference);
                    }
                }
            }
            let verdict = match (clear > 0.0, CLEAR * sharpest < RESOLVED.ln_1p()) {
                (true, _) => Verdict::Matters,
                (false, true) => Verdict::NoEffect,
                (false, false) => Verdict::Undecided,
            };
            let ratio = if clear > 0.0 { clear } else { largest };
            Effect {
                knob: knob.name.clone(),
                verdict,
                ratio: ratio.exp(),
                pairs,
            }
        })
        .collect()
}

fn differ_only_in(knob: usize, a: &Setting, b: &Setting) -> bool {
    a.0[knob] != b.0[knob]
        && a.0
            .iter()
            .zip(&b.0)
            .enumerate()
            .all(|(index, (x, y))| index == knob || x == y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::threads::scenario::Better;
    use crate::threads::space::{How, Knob, Value};
    use crate::threads::trial::Trial;

    fn space() -> Space {
        let knob = |name: &str| Knob {
            name: name.into(),
            values: [1, 2].map(Value::Number).into(),
            default: 0,
            how: How::Env(name.to_uppercase()),
            means: None,
        };
        Space::new(
            vec![knob("heeded"), knob("ignored")],
            Vec::new(),
            crate::workload::Symbols::new(),
        )
    }

    fn ledger(runs: usize, jitter: f64) -> Ledger {
        let mut ledger = Ledger::default();
        for run in 0..runs {
            for setting in space().all() {
                let factor = 1.0 + jitter * ((run * 7 + setting.0[1] * 3) % 5) as f64;
                let cost = if setting.0[0] == 0 { 1.0 } else { 0.7 };
                ledger.take(
                    &setting,
                    &Trial::measured(cost * factor, 1.0),
                    Better::Lower,
                );
            }
        }
        ledger
    }

    #[test]
    fn an_ignored_knob_is_told_from_one_that_matters() {
        let effects = effects(&space(), &ledger(10, 0.002));
        assert_eq!(
            effects.iter().map(|e| e.verdict).collect::<Vec<_>>(),
            [Verdict::Matters, Verdict::NoEffect]
        );
        assert!(
            (effects[0].ratio - 1.0 / 0.7).abs() < 0.02,
            "{}",
            effects[0].ratio
        );
        assert!(effects[1].ratio < 1.02);
    }

    #[test]
    fn nothing_is_said_of_a_knob_where_the_machine_is_too_noisy_or_runs_are_few() {
        let undecided =
            |ledger: &Ledger| effects(&space(), ledger)[1].verdict == Verdict::Undecided;
        assert!(undecided(&ledger(1, 0.002)));
        assert!(undecided(&ledger(4, 0.2)));
    }
}

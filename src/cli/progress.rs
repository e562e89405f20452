//! What a person sees while a search goes on. The only file that names indicatif; on anything but a terminal it shows nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

use indicatif::{ProgressBar, ProgressStyle};

use super::table::time;
use crate::judge::Outcome;
use crate::search::Event;
use crate::threads::space::Space;

/// A progress bar fed by the events of a run.
pub struct Progress {
    bar: ProgressBar,
    outcomes: BTreeMap<Outcome, u64>,
    baseline_ns: f64,
    best_ns: f64,
    verbose: bool,
}

impl Progress {
    /// A bar for so many evaluations; or, if `verbose`, a line on standard error for each.
    pub fn new(evaluations: usize, verbose: bool) -> Progress {
        let bar = match verbose {
            true => ProgressBar::hidden(),
            false => ProgressBar::new(evaluations as u64),
        };
        let template = "{bar:24} {pos}/{len} evaluations  {per_sec:.1}  {elapsed}  {msg}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.with_key(
                "per_sec",
                |state: &indicatif::ProgressState, out: &mut dyn Write| {
                    let _ = write!(out, "{:.1}/s", state.per_sec());
                },
            ));
        }
        Progress {
            bar,
            outcomes: BTreeMap::new(),
            baseline_ns: f64::NAN,
            best_ns: f64::INFINITY,
            verbose,
        }
    }

    /// Takes note of an event.
    pub fn on(&mut self, event: &Event<'_>) {
        match event {
            Event::Baseline(baseline) => {
                self.baseline_ns = baseline.time_ns();
                self.best_ns = baseline.time_ns();
                self.count(Outcome::Correct);
            }
            Event::Verdict {
                generation,
                verdict,
                replayed,
            } => {
                if self.verbose {
                    let whence = if *replayed { "archive" } else { "judged" };
                    let what = match (&verdict.score, &verdict.reason) {
                        (Some(score), _) => time(score.time_ns),
                        (None, Some(reason)) => reason.to_string(),
                        (None, None) => String::new(),
                    };
                    eprintln!(
                        "generation {generation} {whence} {}: {what}",
                        verdict.outcome
                    );
                }
                if let Some(score) = verdict.score {
                    self.best_ns = self.best_ns.min(score.time_ns);
                }
                self.count(verdict.outcome);
            }
            Event::Searched(_) => self
                .bar
                .set_message("minimising and judging on held-out cases"),
            Event::Rejected(verdict) => {
                let reason = verdict
                    .reason
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                self.bar
                    .println(format!("rejected on held-out cases: {reason}"));
            }
        }
    }

    fn count(&mut self, outcome: Outcome) {
        *self.outcomes.entry(outcome).or_default() += 1;
        self.bar.inc(1);
        let counts: Vec<String> = self
            .outcomes
            .iter()
            .map(|(outcome, n)| format!("{outcome} {n}"))
            .collect();
        self.bar.set_message(format!(
            "best {:.2}x  {}",
            self.baseline_ns / self.best_ns,
            counts.join("  ")
        ));
    }

    /// Takes the bar off the screen.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// A progress bar fed by the runs of the threads tuner.
pub struct TrialProgress<'a> {
    bar: ProgressBar,
    space: &'a Space,
    verbose: bool,
}

impl TrialProgress<'_> {
    /// A bar for so many runs; or, if `verbose`, a line on standard error for each.
    pub fn new(trials: usize, space: &Space, verbose: bool) -> TrialProgress<'_> {
        let bar = match verbose {
            true => ProgressBar::hidden(),
            false => ProgressBar::new(trials as u64),
        };
        if let Ok(style) =
            ProgressStyle::with_template("{bar:24} {pos}/{len} processes  {elapsed}  {msg}")
        {
            bar.set_style(style);
        }
        TrialProgress {
            bar,
            space,
            verbose,
        }
    }

    /// Takes note of a run.
    pub fn on(&mut self, event: &crate::threads::search::Event<'_>) {
        let trial = event.trial;
        let setting = self.space.text(event.setting);
        let what = match trial.value {
            Some(value) if trial.reason.is_empty() => format!("{value:.4}"),
            _ => format!("{}: {}", trial.outcome, trial.reason),
        };
        if self.verbose {
            eprintln!("{} {setting}: {what}", event.scope.word());
        }
        self.bar.set_position(event.done as u64);
        self.bar
            .set_message(format!("{} {setting}", event.scope.word()));
    }

    /// Takes the bar off the screen.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

//! One run of the program under one setting, and what came of it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::scenario::Better;
use super::space::Setting;

/// What came of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A number was read.
    Measured,
    /// It could not be started, ended with a code other than 0, or by a signal.
    Failed,
    /// It ended well, and nothing in its output was the metric.
    NoMetric,
    /// The metric was not a positive number.
    NotANumber,
    /// It took too long and was killed.
    Timeout,
    /// It was measured, and went beyond the scenario's bound.
    OverBound,
}

impl Outcome {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Measured => "measured",
            Outcome::Failed => "failed",
            Outcome::NoMetric => "no-metric",
            Outcome::NotANumber => "not-a-number",
            Outcome::Timeout => "timeout",
            Outcome::OverBound => "over-bound",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// One run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// What came of it.
    pub outcome: Outcome,
    /// The metric, if one was read; positive and finite if the outcome is `measured`.
    pub value: Option<f64>,
    /// From start to end.
    pub seconds: f64,
    /// Why it does not count; empty if it does.
    pub reason: String,
    /// The end of what it printed, if it does not count.
    pub output: String,
    /// Numbers beside the metric, from the same JSON line.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub beside: BTreeMap<String, f64>,
}

impl Trial {
    /// A run that counts.
    pub fn measured(value: f64, seconds: f64) -> Trial {
        Trial {
            outcome: Outcome::Measured,
            value: Some(value),
            seconds,
            reason: String::new(),
            output: String::new(),
            beside: BTreeMap::new(),
        }
    }

    /// What the search minimises: the metric where lower is better, its inverse where higher is. None if the run does not count.
    pub fn cost(&self, better: Better) -> Option<f64> {
        let value = self.value.filter(|_| self.outcome == Outcome::Measured)?;
        Some(match better {
            Better::Lower => value,
            Better::Higher => 1.0 / value,
        })
    }
}

/// What a run was for. The samples of one scope are never mixed with another's: a winner is confirmed by runs that did not make it one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Before anything counts: files come into memory.
    WarmUp,
    /// Finding the best setting.
    Search,
    /// Comparing it with the default and the recommendations.
    Confirm,
    /// Measuring every setting.
    Exhaust,
}

impl Scope {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Scope::WarmUp => "warm-up",
            Scope::Search => "search",
            Scope::Confirm => "confirm",
            Scope::Exhaust => "exhaust",
        }
    }
}

/// Why there is no trial.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The user asked to stop.
    #[error("stopped")]
    Stopped,
    /// The record cannot be written.
    #[error("{0}")]
    Archive(#[from] crate::archive::Error),
    /// Nothing can be run at all.
    #[error("{0}")]
    Machine(String),
    /// The default setting fails, so that there is nothing to compare with.
    #[error("the default setting fails: {reason}\n{output}")]
    Default {
        /// How.
        reason: String,
        /// The end of what it printed.
        output: String,
    },
}

/// Runs a program under a setting.
pub trait Measure {
    /// One run, in a process that nothing ran in before.
    ///
    /// # Errors
    /// [`Error::Stopped`] if the user asked for it during the run, [`Error::Machine`] if nothing can be run. A program that fails is no
    /// error but a [`Trial`] that says so.
    fn measure(&mut self, setting: &Setting) -> Result<Trial, Error>;
}

/// Answers for trials, from the record or by measuring.
pub trait Source {
    /// The `ordinal`-th run (from 0) of a setting in a scope.
    ///
    /// # Errors
    /// As [`Measure::measure`], and when the record cannot be read or written.
    fn trial(&mut self, scope: Scope, setting: &Setting, ordinal: usize) -> Result<Trial, Error>;
}

//! How far outputs may be from their reference, output by output.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::error::{Error, Place, Problem};
use super::expr::Expr;
use super::metric::Metric;
use super::reference::Measure;
use super::{Case, Instance, Workload};

/// What one output may be wrong by. An output may have several: each must be kept.
#[derive(Debug, Clone)]
pub struct Tolerance {
    /// The buffer.
    pub output: String,
    /// What the limits are measured in.
    pub yardstick: Yardstick,
    /// Reassociation and fused operations only.
    pub strict: f64,
    /// What a user of the model accepts.
    pub serving: f64,
    /// What a paper calls harmless.
    pub relaxed: f64,
    pub(super) place: Place,
}

/// A tier of a [`Tolerance`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// See [`Tolerance::strict`].
    #[default]
    Strict,
    /// See [`Tolerance::serving`].
    Serving,
    /// See [`Tolerance::relaxed`].
    Relaxed,
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Tier::Strict => "strict",
            Tier::Serving => "serving",
            Tier::Relaxed => "relaxed",
        })
    }
}

/// A metric as the manifest describes it: [`Metric`] without the data of a case.
#[derive(Debug, Clone)]
pub enum Yardstick {
    /// [`Metric::MaxN`]
    MaxN,
    /// [`Metric::Nrmse`]
    Nrmse,
    /// [`Metric::Relative`]
    Relative,
    /// [`Metric::Exact`]
    Exact,
    /// [`Metric::Change`] from what this buffer has before the first launch.
    Change { from: String },
    /// [`Metric::Argmax`] over rows of so many elements.
    Argmax { width: Expr },
    /// [`Metric::Recall`] over rows of so many elements.
    Recall { width: Expr },
    /// What the reference knows how to measure.
    Measure(&'static Measure),
}

impl fmt::Display for Yardstick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Yardstick::MaxN => "maxn",
            Yardstick::Nrmse => "nrmse",
            Yardstick::Relative => "relative",
            Yardstick::Exact => "exact",
            Yardstick::Change { .. } => "change",
            Yardstick::Argmax { .. } => "argmax",
            Yardstick::Recall { .. } => "recall",
            Yardstick::Measure(measure) => measure.name,
        })
    }
}

impl Tolerance {
    /// The largest error that `tier` allows.
    pub fn limit(&self, tier: Tier) -> f64 {
        match tier {
            Tier::Strict => self.strict,
            Tier::Serving => self.serving,
            Tier::Relaxed => self.relaxed,
        }
    }

    /// Elements of a row, of which the output has a whole number.
    fn width(&self, expr: &Expr, case: &Case, len: usize) -> Result<usize, Error> {
        let width = expr.eval(&case.symbols)?;
        match usize::try_from(width) {
            Ok(width) if width > 0 && len.is_multiple_of(width) => Ok(width),
            _ => Err(case.size(
                expr,
                format!("the width of a row of `{}`", self.output),
                width,
                &format!("it must divide its {len} elements"),
            )),
        }
    }
}

impl Workload {
    /// The errors of `outputs`, one for each of [`Workload::tolerances`], in order. `expected` is what [`Workload::expected`] says of the
    /// same instance; both are pairs of a buffer index and the buffer's elements. What is missing is infinitely wrong.
    ///
    /// # Errors
    /// Sizes that make no sense for a metric.
    pub fn errors(
        &self,
        case: &Case,
        instance: &Instance,
        expected: &[(usize, Vec<f64>)],
        outputs: &[(usize, Vec<f64>)],
    ) -> Result<Vec<f64>, Error> {
        let error = |tolerance: &Tolerance| {
            let Some(at) = instance.index(&tolerance.output) else {
                return Err(tolerance.wrong("names no buffer of the case"));
            };
            let find = |values: &[(usize, Vec<f64>)]| {
                let found = values.iter().position(|(buffer, _)| *buffer == at)?;
                Some(found)
            };
            let (Some(out), Some(reference)) = (find(outputs), find(expected)) else {
                return Ok(f64::INFINITY);
            };
            let (out, reference) = (&outputs[out].1, &expected[reference].1);
            let metric = match &tolerance.yardstick {
                Yardstick::MaxN => Metric::MaxN,
                Yardstick::Nrmse => Metric::Nrmse,
                Yardstick::Relative => Metric::Relative,
                Yardstick::Exact => Metric::Exact,
                Yardstick::Change { from } => {
                    let from = instance.index(from).map(|at| &instance.buffers[at]);
                    let data = from.and_then(|from| Some((from.scalar, from.data.as_ref()?)));
                    let before = data.map(|(scalar, data)| scalar.decode(data));
                    let before = before.unwrap_or_default();
                    return Ok(Metric::Change { from: &before }.error(out, reference));
                }
                Yardstick::Argmax { width } => Metric::Argmax {
                    width: tolerance.width(width, case, out.len())?,
                },
                Yardstick::Recall { width } => Metric::Recall {
                    width: tolerance.width(width, case, out.len())?,
                },
                Yardstick::Measure(measure) => {
                    return self
                        .reference
                        .measure(measure, case, instance, expected, outputs);
                }
            };
            Ok(metric.error(out, reference))
        };
        self.tolerances.iter().map(error).collect()
    }

    /// What the error of a variant is measured in, for people: `maxn`, or `maxn, exact` where outputs differ.
    pub fn metrics(&self) -> String {
        let mut names: Vec<String> = Vec::new();
        for tolerance in &self.tolerances {
            let name = tolerance.yardstick.to_string();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    }

    /// One number for the errors that [`Workload::errors`] gives: the worst of them, in units of the loosest tolerance. An error is taken
    /// relative to its own limit, so that outputs which are measured differently compare; what must be exact adds nothing where it is.
    pub fn worst_error(&self, errors: &[f64], tier: Tier) -> f64 {
        let limits = self
            .tolerances
            .iter()
            .map(|tolerance| tolerance.limit(tier));
        let loosest = limits.clone().fold(0.0, f64::max);
        let scaled = errors.iter().zip(limits).map(|(error, limit)| match limit {
            _ if limit == loosest || *error == 0.0 => *error,
            0.0 => f64::INFINITY,
            limit => error / limit * loosest,
        });
        scaled.fold(0.0, f64::max)
    }

    /// What can be known of tolerances and floor without data.
    pub(super) fn check(&self, case: &Case, plan: &Instance) -> Result<(), Error> {
        self.work(case)?;
        for tolerance in &self.tolerances {
            if let Yardstick::Argmax { width } | Yardstick::Recall { width } = &tolerance.yardstick
            {
                let output = plan.index(&tolerance.output).map(|at| &plan.buffers[at]);
                tolerance.width(width, case, output.map_or(0, |output| output.len))?;
            }
        }
        Ok(())
    }
}

impl Tolerance {
    fn wrong(&self, message: &str) -> Error {
        Error::invalid(self.place.clone(), Problem::Other(message.into()))
    }
}

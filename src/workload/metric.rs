//! How far an output is from its reference, in one number.
//!
//! The one idea: the distance of an element is absolute, and the scale is that of the whole reference, so that neither
//! the sign of a reference nor a zero among its elements can hide or inflate an error. What cannot be compared (a NaN, a
//! missing element) is infinitely far away; there is no error that passes by not being counted.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An error metric; both are zero for equal outputs, and never NaN or negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Metric {
    /// `max |out - ref| / rms(ref)`: the worst element.
    MaxN,
    /// `||out - ref|| / ||ref||` (Euclidean): the whole.
    Nrmse,
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Metric::MaxN => "maxn",
            Metric::Nrmse => "nrmse",
        })
    }
}

impl Metric {
    /// The error of `out` against `reference`.
    ///
    /// Symmetric: an error above and one below the reference count the same, and so do they when both sides change
    /// their sign. Infinite when the lengths differ, when either side has a NaN, or an infinity that the other has
    /// not. A reference that is zero everywhere has no scale: the scale is then 1, and the error absolute.
    pub fn error(self, out: &[f64], reference: &[f64]) -> f64 {
        if out.len() != reference.len() {
            return f64::INFINITY;
        }
        let differences: Vec<f64> = out
            .iter()
            .zip(reference)
            .map(|(a, b)| distance(*a, *b))
            .collect();
        let largest = differences.iter().copied().fold(0.0, f64::max);
        if largest == 0.0 || largest == f64::INFINITY {
            return largest;
        }
        let scale = match rms(reference.iter().copied().filter(|value| value.is_finite())) {
            0.0 => 1.0,
            scale => scale,
        };
        match self {
            Metric::MaxN => largest / scale,
            Metric::Nrmse => rms(differences.iter().copied()) / scale,
        }
    }
}

fn distance(a: f64, b: f64) -> f64 {
    let difference = (a - b).abs();
    match difference.is_nan() {
        // inf - inf, of one sign, is no difference; all else that is NaN has one in it.
        true if a == b => 0.0,
        true => f64::INFINITY,
        false => difference,
    }
}

/// Root of the mean square. Values are taken relative to the largest, so that no square over- or underflows.
fn rms(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = values.clone().map(f64::abs).fold(0.0, f64::max);
    if largest == 0.0 {
        return 0.0;
    }
    let (sum, count) = values.fold((0.0, 0usize), |(sum, count), value| {
        (sum + (value / largest).powi(2), count + 1)
    });
    largest * (sum / count as f64).sqrt()
}

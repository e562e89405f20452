//! How far an output is from its reference, in one number.
//!
//! The one idea: the distance of an element is absolute, and the scale is that of the whole reference, so that neither
//! the sign of a reference nor a zero among its elements can hide or inflate an error. What cannot be compared (a NaN, a
//! missing element) is infinitely far away; there is no error that passes by not being counted.

/// An error metric: zero for equal outputs, and never NaN or negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Metric<'a> {
    /// `max |out - ref| / rms(ref)`: the worst element.
    MaxN,
    /// `||out - ref|| / ||ref||` (Euclidean): the whole.
    Nrmse,
    /// `max |out - ref| / |ref|`, where `|ref|` counts as no less than a thousandth of `rms(ref)`: near zero there is nothing to be relative to.
    Relative,
    /// The share of elements that differ.
    Exact,
    /// `max |out - ref| / max |ref - from|`: the worst element, measured by how far the reference has come from what was there before.
    Change {
        /// What was there before, element by element.
        from: &'a [f64],
    },
    /// The share of rows whose largest element is at a place where the reference has none of its largest.
    Argmax {
        /// Elements of a row.
        width: usize,
    },
    /// The share of the reference's elements that their row lacks, in whatever order; an element that is there twice counts once.
    Recall {
        /// Elements of a row.
        width: usize,
    },
}

/// The least `|ref|` that [`Metric::Relative`] divides by, over `rms(ref)`.
const RELATIVE_FLOOR: f64 = 1e-3;

impl Metric<'_> {
    /// The error of `out` against `reference`.
    ///
    /// Symmetric: an error above and one below the reference count the same, and so do they when both sides change
    /// their sign. Infinite when the lengths differ, when either side has a NaN, or an infinity that the other has
    /// not. A reference that is zero everywhere has no scale: the scale is then 1, and the error absolute.
    pub fn error(self, out: &[f64], reference: &[f64]) -> f64 {
        if out.len() != reference.len() {
            return f64::INFINITY;
        }
        match self {
            Metric::Exact => {
                let differ = out.iter().zip(reference).filter(|(a, b)| a != b);
                return share(differ.count(), out.len());
            }
            Metric::Argmax { width } => return argmax(out, reference, width),
            Metric::Recall { width } => return recall(out, reference, width),
            _ => {}
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
            Metric::Relative => {
                let relative = |(difference, of): (&f64, &f64)| {
                    difference / of.abs().max(RELATIVE_FLOOR * scale)
                };
                let errors = differences.iter().zip(reference).map(relative);
                errors.fold(0.0, f64::max)
            }
            Metric::Change { from } if from.len() != reference.len() => f64::INFINITY,
            Metric::Change { from } => {
                let changes = reference.iter().zip(from).map(|(a, b)| (a - b).abs());
                match changes.fold(0.0, f64::max) {
                    0.0 => largest,
                    change => largest / change,
                }
            }
            Metric::Exact | Metric::Argmax { .. } | Metric::Recall { .. } => f64::INFINITY,
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    match whole {
        0 => 0.0,
        whole => part as f64 / whole as f64,
    }
}

/// Rows that are whole; elements beyond them are wrong, and make the answer infinite.
fn argmax(out: &[f64], reference: &[f64], width: usize) -> f64 {
    if width == 0 || !out.len().is_multiple_of(width) || out.iter().any(|value| value.is_nan()) {
        return f64::INFINITY;
    }
    let largest = |row: &[f64]| row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let rows = out.chunks_exact(width).zip(reference.chunks_exact(width));
    let wrong = rows.filter(|(out, reference)| {
        let (top, right) = (largest(out), largest(reference));
        let mut places = out.iter().zip(*reference);
        // The first of the largest is what a kernel would name.
        places
            .find(|(value, _)| **value == top)
            .is_none_or(|(_, reference)| *reference != right)
    });
    share(wrong.count(), out.len() / width)
}

fn recall(out: &[f64], reference: &[f64], width: usize) -> f64 {
    if width == 0 || !out.len().is_multiple_of(width) {
        return f64::INFINITY;
    }
    let rows = out.chunks_exact(width).zip(reference.chunks_exact(width));
    let missing = rows.map(|(out, reference)| {
        let mut left = out.to_vec();
        let lacks = reference.iter().filter(|wanted| {
            match left.iter().position(|value| value == *wanted) {
                Some(at) => {
                    left.swap_remove(at);
                    false
                }
                None => true,
            }
        });
        lacks.count()
    });
    share(missing.sum(), out.len())
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

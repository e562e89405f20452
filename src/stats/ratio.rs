//! The ratio of two medians, with a bootstrap interval.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::sample::{median, percentile};

/// Resamples behind an interval: with 2000 the ends of a 95 % interval stand on 50 values each.
const RESAMPLES: usize = 2000;
/// The share of resamples that an interval holds.
const CONFIDENCE: f64 = 0.95;
/// Fewer values than this have no interval: a bootstrap of two or three values knows next to nothing of the tails and would claim too much.
const FEWEST: usize = 4;

/// A ratio and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The ratio of the medians.
    pub ratio: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// A ratio about which nothing is certain.
    pub fn unknown(ratio: f64) -> Interval {
        Interval {
            ratio,
            low: 0.0,
            high: f64::INFINITY,
        }
    }

    /// Half the interval's width as a share of the ratio: 0.02 reads "to within 2 %".
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0 / self.ratio
    }

    /// Whether the interval holds `ratio`.
    pub fn holds(&self, ratio: f64) -> bool {
        (self.low..=self.high).contains(&ratio)
    }

    /// The interval of the inverse ratio.
    pub fn inverse(&self) -> Interval {
        Interval {
            ratio: 1.0 / self.ratio,
            low: 1.0 / self.high,
            high: 1.0 / self.low,
        }
    }
}

/// `median(above) / median(below)` of two samples taken independently; values must be positive. The seed is the resampling's own, so that the
/// same samples always have the same interval.
pub fn ratio(above: &[f64], below: &[f64]) -> Interval {
    let point = median(above) / median(below);
    if above.len().min(below.len()) < FEWEST {
        return Interval::unknown(point);
    }
    let mut random = ChaCha8Rng::seed_from_u64(0);
    let mut draw = |values: &[f64]| -> Vec<f64> {
        (0..values.len())
            .map(|_| values[random.random_range(0..values.len())])
            .collect()
    };
    let ratios = (0..RESAMPLES)
        .map(|_| median(&draw(above)) / median(&draw(below)))
        .collect();
    interval(point, ratios)
}

/// The same where each round measured both: `(above, below)`. Rounds are resampled whole, so that what slowed a whole round cancels.
pub fn paired_ratio(rounds: &[(f64, f64)]) -> Interval {
    let medians = |rounds: &[(f64, f64)]| {
        let (above, below): (Vec<f64>, Vec<f64>) = rounds.iter().copied().unzip();
        median(&above) / median(&below)
    };
    let point = medians(rounds);
    if rounds.len() < FEWEST {
        return Interval::unknown(point);
    }
    let mut random = ChaCha8Rng::seed_from_u64(0);
    let ratios = (0..RESAMPLES)
        .map(|_| {
            let drawn: Vec<(f64, f64)> = (0..rounds.len())
                .map(|_| rounds[random.random_range(0..rounds.len())])
                .collect();
            medians(&drawn)
        })
        .collect();
    interval(point, ratios)
}

fn interval(ratio: f64, ratios: Vec<f64>) -> Interval {
    let tail = (1.0 - CONFIDENCE) / 2.0;
    Interval {
        ratio,
        low: percentile(&ratios, tail),
        high: percentile(&ratios, 1.0 - tail),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_distr::{Distribution, LogNormal};

    /// How often of 200 pairs of samples of `n` the interval holds the true ratio.
    fn coverage(n: usize, paired: bool) -> usize {
        let mut random = ChaCha8Rng::seed_from_u64(11);
        let noise = LogNormal::new(0.0, 0.1).unwrap();
        (0..200)
            .filter(|_| {
                let mut sample = |scale: f64| -> Vec<f64> {
                    (0..n).map(|_| scale * noise.sample(&mut random)).collect()
                };
                let (above, below) = (sample(1.3), sample(1.0));
                let interval = match paired {
                    true => paired_ratio(&above.into_iter().zip(below).collect::<Vec<_>>()),
                    false => ratio(&above, &below),
                };
                interval.holds(1.3)
            })
            .count()
    }

    #[test]
    fn an_interval_holds_the_true_ratio_about_as_often_as_it_says() {
        // 95 % of 200 is 190; a bootstrap of the median of a small sample is a little off in either direction.
        for (n, paired) in [(30, false), (30, true), (12, false), (12, true)] {
            let held = coverage(n, paired);
            assert!((178..=200).contains(&held), "{held} of 200 with n = {n}");
        }
    }

    #[test]
    fn what_slows_a_whole_round_cancels_in_pairs() {
        let drift = [1.0, 1.5, 0.8, 1.2, 1.9, 1.1, 0.7, 1.4];
        let rounds: Vec<(f64, f64)> = drift.iter().map(|d| (2.0 * d, *d)).collect();
        assert_eq!(paired_ratio(&rounds).ratio, 2.0);
        assert!(paired_ratio(&rounds).half_width() < 0.35);
        let (above, below): (Vec<f64>, Vec<f64>) = rounds.into_iter().unzip();
        assert!(ratio(&above, &below).half_width() > 0.35);
    }

    #[test]
    fn three_values_have_no_interval() {
        let interval = ratio(&[1.0, 2.0, 3.0], &[1.0, 1.0, 1.0]);
        assert_eq!(interval.ratio, 2.0);
        assert!(interval.low == 0.0 && interval.high == f64::INFINITY);
    }
}

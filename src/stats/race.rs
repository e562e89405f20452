//! Who may be dropped from a race, from as little as one sample each.
//!
//! A candidate's own samples say little about its noise while there are few of them, but all candidates are run in the same way on the same
//! machine. So the noise is pooled over all of them, and a candidate is judged by its distance from the leader in units of that noise.

use super::sample::{MAD_TO_SD, median, percentile};

/// The noise that a race starts out with, a relative standard deviation, and how many values it counts for. Fresh processes vary by some per
/// cent on a quiet machine; the prior only keeps two lucky samples from looking like no noise at all.
const PRIOR: f64 = 0.05;
const PRIOR_WEIGHT: f64 = 2.0;
/// No clock and no machine repeats itself better than this.
const FLOOR: f64 = 0.003;
/// Standard errors between "slower" and "clearly slower". At 2.5, one comparison in 160 drops an equal.
const CLEAR: f64 = 2.5;
/// Variance of a median over that of a mean, for large normal samples: pi / 2. Of one or two values they are the same.
const MEDIAN_COST: f64 = std::f64::consts::FRAC_PI_2;

/// The noise of a single measurement, pooled over everything that was measured more than once: the standard deviation of its logarithm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Noise(pub f64);

impl Noise {
    /// From samples of several settings, each of positive values.
    pub fn pooled<'a>(samples: impl IntoIterator<Item = &'a [f64]>) -> Noise {
        let mut away = Vec::new();
        for sample in samples {
            let n = sample.len() as f64;
            if sample.len() < 2 {
                continue;
            }
            let logs: Vec<f64> = sample.iter().map(|v| v.ln()).collect();
            let middle = median(&logs);
            // Deviations from a sample's own centre are too small by this factor.
            let shrunk = (n / (n - 1.0)).sqrt();
            away.extend(logs.iter().map(|log| (log - middle).abs() * shrunk));
        }
        let count = away.len() as f64;
        let pooled = match away.is_empty() {
            true => 0.0,
            false => MAD_TO_SD * median(&away),
        };
        let variance =
            (PRIOR_WEIGHT * PRIOR * PRIOR + count * pooled * pooled) / (PRIOR_WEIGHT + count);
        Noise(variance.sqrt().max(FLOOR))
    }

    /// The standard error of the logarithm of the median of `n` measurements.
    pub fn error(&self, n: usize) -> f64 {
        let cost = if n > 2 { MEDIAN_COST } else { 1.0 };
        self.0 * (cost / n.max(1) as f64).sqrt()
    }
}

/// The cost that a candidate is ranked by: the median, and of an even number the lower of the middle two. What disturbs a process makes it
/// slower, hardly ever faster, so that of two runs the faster one tells more. `NaN` of nothing.
pub fn standing_cost(costs: &[f64]) -> f64 {
    match costs.len() {
        0 => f64::NAN,
        n => percentile(costs, ((n - 1) / 2) as f64 / (n - 1).max(1) as f64),
    }
}

/// Where a candidate stands beside the leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Beyond the noise.
    ClearlyWorse,
    /// Beyond the noise.
    ClearlyBetter,
    /// Closer than what is asked for, and known to be.
    Equal,
    /// More samples would tell.
    Open,
}

/// Compares samples of costs: lower is better. `equal` is the relative difference that does not matter.
pub fn compare(candidate: &[f64], leader: &[f64], noise: Noise, equal: f64) -> Standing {
    let difference = standing_cost(candidate).ln() - standing_cost(leader).ln();
    let error = noise
        .error(candidate.len())
        .hypot(noise.error(leader.len()));
    let reach = CLEAR * error;
    let equal = equal.ln_1p();
    match difference {
        d if d > reach => Standing::ClearlyWorse,
        d if d < -reach => Standing::ClearlyBetter,
        d if d.abs() + reach < equal => Standing::Equal,
        _ => Standing::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sample_far_away_is_enough_and_one_nearby_is_not() {
        let leader = [1.0, 1.01, 0.99, 1.0];
        let noise = Noise::pooled([&leader[..]]);
        assert_eq!(
            compare(&[1.5], &leader, noise, 0.01),
            Standing::ClearlyWorse
        );
        assert_eq!(
            compare(&[0.5], &leader, noise, 0.01),
            Standing::ClearlyBetter
        );
        assert_eq!(compare(&[1.03], &leader, noise, 0.01), Standing::Open);
    }

    #[test]
    fn of_two_runs_the_undisturbed_one_counts() {
        assert_eq!(standing_cost(&[1.5, 1.0]), 1.0);
        assert_eq!(standing_cost(&[1.5, 1.0, 1.1]), 1.1);
        assert_eq!(standing_cost(&[4.0, 1.0, 2.0, 3.0]), 2.0);
        assert!(standing_cost(&[]).is_nan());
    }

    #[test]
    fn many_samples_at_the_same_place_are_equal() {
        let many: Vec<f64> = (0..60)
            .map(|i| 1.0 + 0.003 * f64::from(i % 3 - 1))
            .collect();
        let noise = Noise::pooled([&many[..], &many[..]]);
        assert_eq!(compare(&many, &many, noise, 0.01), Standing::Equal);
    }

    #[test]
    fn noise_is_that_of_the_samples_once_there_are_many() {
        let spread = |sd: f64| -> Vec<f64> {
            (0..200)
                .map(|i| {
                    (sd * (f64::from(i) * 0.61803).fract().mul_add(2.0, -1.0) * 3f64.sqrt()).exp()
                })
                .collect()
        };
        let noise = Noise::pooled([&spread(0.2)[..]]);
        // A uniform sample's median deviation is 0.866 of its standard deviation, where a normal one's is 0.674.
        assert!((0.2..0.32).contains(&noise.0), "{noise:?}");
        assert!(Noise::pooled([&[1.0, 1.0][..]]).0 > 0.02);
    }
}

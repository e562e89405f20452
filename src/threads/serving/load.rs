//! Queries: when they arrive and how large they are.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Exp, LogNormal};
use serde::{Deserialize, Serialize};

/// Sizes of queries, in samples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sizes {
    /// All of one size.
    Fixed(usize),
    /// Lognormal, as measured in production: `mu` and `sigma` are those of the logarithm; nothing above `most`.
    LogNormal {
        /// The mean of the logarithm.
        mu: f64,
        /// The standard deviation of the logarithm.
        sigma: f64,
        /// The largest query.
        most: usize,
    },
}

/// DeepRecSys' distribution of query sizes (Gupta et al., ISCA 2020): lognormal with mu 5.1 and sigma 0.2, at most 1024 samples.
pub const DEEPRECSYS: Sizes = Sizes::LogNormal {
    mu: 5.1,
    sigma: 0.2,
    most: 1024,
};

/// Queries to answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Load {
    /// Queries a second, at times of a Poisson process; none: all of them are there at the start.
    pub rate: Option<f64>,
    /// How many.
    pub queries: usize,
    /// How large.
    pub sizes: Sizes,
    /// Everything random follows from it.
    pub seed: u64,
}

impl Load {
    /// Each query: seconds from the start at which it arrives, and its samples. The same for the same load.
    pub fn queries(&self) -> Vec<(f64, usize)> {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        let gap = self.rate.and_then(|rate| Exp::new(rate).ok());
        let size = match self.sizes {
            Sizes::LogNormal { mu, sigma, .. } => LogNormal::new(mu, sigma).ok(),
            Sizes::Fixed(_) => None,
        };
        let mut now = 0.0;
        (0..self.queries)
            .map(|_| {
                now += gap.map_or(0.0, |gap| gap.sample(&mut random));
                let samples = match (self.sizes, size) {
                    (Sizes::LogNormal { most, .. }, Some(size)) => {
                        (size.sample(&mut random).round() as usize).clamp(1, most.max(1))
                    }
                    (Sizes::Fixed(samples), _) => samples.max(1),
                    (Sizes::LogNormal { .. }, None) => 1,
                };
                (now, samples)
            })
            .collect()
    }
}

/// The parts into which a query is split: as even as whole samples allow, none above `batch`.
pub fn parts(samples: usize, batch: usize) -> impl Iterator<Item = usize> {
    let count = samples.div_ceil(batch.max(1)).max(1);
    (0..count).map(move |part| samples / count + usize::from(part < samples % count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::median;

    const LOAD: Load = Load {
        rate: Some(200.0),
        queries: 20_000,
        sizes: DEEPRECSYS,
        seed: 1,
    };

    /// Of a Poisson process the gaps are exponential: mean and standard deviation are one over the rate, a share of 1 - 1/e is shorter, and
    /// gaps do not depend on each other.
    #[test]
    fn arrivals_are_a_poisson_process() {
        let times: Vec<f64> = LOAD.queries().iter().map(|(time, _)| *time).collect();
        let gaps: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let n = gaps.len() as f64;
        let mean = gaps.iter().sum::<f64>() / n;
        let variance = gaps.iter().map(|gap| (gap - mean).powi(2)).sum::<f64>() / n;
        // Standard errors: 1 / sqrt(n) = 0.7 % of the mean, about twice that of the deviation. Four of them.
        assert!((mean * 200.0 - 1.0).abs() < 0.03, "{mean}");
        assert!((variance.sqrt() * 200.0 - 1.0).abs() < 0.06, "{variance}");
        let short = gaps.iter().filter(|gap| **gap < 1.0 / 200.0).count() as f64 / n;
        assert!((short - (1.0 - (-1f64).exp())).abs() < 0.014, "{short}");
        let lagged: f64 = gaps
            .windows(2)
            .map(|pair| (pair[0] - mean) * (pair[1] - mean))
            .sum::<f64>()
            / n
            / variance;
        assert!(lagged.abs() < 0.03, "{lagged}");
    }

    #[test]
    fn counts_in_equal_windows_have_the_variance_of_their_mean() {
        let times: Vec<f64> = LOAD.queries().iter().map(|(time, _)| *time).collect();
        let windows = (times[times.len() - 1] / 0.1) as usize;
        let mut counts = vec![0.0f64; windows];
        for time in times {
            if let Some(count) = counts.get_mut((time / 0.1) as usize) {
                *count += 1.0;
            }
        }
        let mean = counts.iter().sum::<f64>() / windows as f64;
        let variance = counts
            .iter()
            .map(|count| (count - mean).powi(2))
            .sum::<f64>()
            / windows as f64;
        assert!(
            (0.8..1.2).contains(&(variance / mean)),
            "{}",
            variance / mean
        );
    }

    #[test]
    fn sizes_are_lognormal_and_bounded() {
        let sizes: Vec<f64> = LOAD
            .queries()
            .iter()
            .map(|(_, size)| *size as f64)
            .collect();
        assert!(
            (median(&sizes) / 5.1f64.exp() - 1.0).abs() < 0.02,
            "{}",
            median(&sizes)
        );
        let logs: Vec<f64> = sizes.iter().map(|size| size.ln()).collect();
        let mean = logs.iter().sum::<f64>() / logs.len() as f64;
        let deviation =
            (logs.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / logs.len() as f64).sqrt();
        assert!((deviation - 0.2).abs() < 0.01, "{deviation}");
        let narrow = Load {
            sizes: Sizes::LogNormal {
                mu: 5.1,
                sigma: 2.0,
                most: 1024,
            },
            ..LOAD
        };
        assert!(
            narrow
                .queries()
                .iter()
                .all(|(_, size)| (1..=1024).contains(size))
        );
    }

    #[test]
    fn the_same_seed_gives_the_same_queries_and_no_rate_gives_all_at_once() {
        assert_eq!(LOAD.queries(), LOAD.queries());
        assert_ne!(LOAD.queries(), Load { seed: 2, ..LOAD }.queries());
        assert!(
            Load { rate: None, ..LOAD }
                .queries()
                .iter()
                .all(|(time, _)| *time == 0.0)
        );
    }

    #[test]
    fn a_query_is_split_evenly_and_nothing_is_lost() {
        for (samples, batch, expected) in [
            (10, 4, vec![4, 3, 3]),
            (8, 8, vec![8]),
            (9, 8, vec![5, 4]),
            (3, 1, vec![1; 3]),
        ] {
            assert_eq!(parts(samples, batch).collect::<Vec<_>>(), expected);
        }
    }
}

//! How well predicted times rank measured ones: correlations of ranks, pairs by how far apart they are, and what trusting the first
//! place costs.

use serde::{Deserialize, Serialize};

/// Bounds between the bins of [`Ranking::pairs`], as the true gap of a pair: slower over faster, less one.
pub const BINS: [f64; 4] = [0.02, 0.05, 0.10, 0.30];

/// Measured times of kernels, from a file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// One entry a kernel.
    pub kernels: Vec<Kernel>,
}

/// Variants of one kernel, timed on a GPU.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kernel {
    /// What it is called.
    pub name: String,
    /// Its variants.
    pub variants: Vec<Timed>,
}

/// One variant with both its times.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timed {
    /// What tells it from the others.
    pub id: String,
    /// On the GPU, ns.
    pub measured_ns: f64,
    /// By the clock, ns.
    pub predicted_ns: f64,
}

/// Pairs of one bin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Pairwise {
    /// Least true gap of the bin, as a share.
    pub gap_from: f64,
    /// Where the next bin starts; none for the last.
    pub gap_to: Option<f64>,
    /// Pairs in it.
    pub pairs: usize,
    /// Share of them that the prediction orders right; a pair predicted equal counts half. None without pairs.
    pub accuracy: Option<f64>,
}

/// How a kernel's variants are ranked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    /// The kernel.
    pub name: String,
    /// Variants.
    pub variants: usize,
    /// Spearman's rank correlation; none where one side is constant.
    pub spearman: Option<f64>,
    /// Kendall's tau-b; none where one side is constant.
    pub kendall: Option<f64>,
    /// Pairs by true gap.
    pub pairs: Vec<Pairwise>,
    /// How much slower the variant predicted fastest is than the fastest, as a share. Of several predicted equal, the slowest.
    pub top1_regret: f64,
}

/// Why times cannot be ranked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RankError {
    /// Fewer than two variants.
    #[error("kernel {0}: at least two variants are needed")]
    Few(String),
    /// A time that no kernel can have.
    #[error("kernel {kernel}, variant {variant}: times must be greater than zero")]
    Time {
        /// The kernel.
        kernel: String,
        /// The variant.
        variant: String,
    },
}

/// Ranks of values, from 1; ties share the mean of their places.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    for group in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let before = order.partition_point(|&at| values[at] < values[group[0]]);
        let mean = before as f64 + (group.len() as f64 + 1.0) / 2.0;
        group.iter().for_each(|&at| ranks[at] = mean);
    }
    ranks
}

/// Spearman's rank correlation with ties: Pearson's of the ranks. `None` where either side is constant.
pub fn spearman(a: &[f64], b: &[f64]) -> Option<f64> {
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() as f64 + 1.0) / 2.0;
    let product = |x: &[f64], y: &[f64]| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum()
    };
    let scale = (product(&a, &a) * product(&b, &b)).sqrt();
    (scale > 0.0).then(|| product(&a, &b) / scale)
}

/// Kendall's tau-b: concordant less discordant pairs over the geometric mean of the pairs that each side does not tie. `None` where either
/// side ties all.
pub fn kendall(a: &[f64], b: &[f64]) -> Option<f64> {
    let (mut sum, mut untied_a, mut untied_b) = (0i64, 0i64, 0i64);
    for i in 0..a.len() {
        for j in i + 1..a.len() {
            let sign = |x: &[f64]| x[i].total_cmp(&x[j]) as i64;
            let (x, y) = (sign(a), sign(b));
            sum += x * y;
            untied_a += x * x;
            untied_b += y * y;
        }
    }
    let scale = (untied_a as f64 * untied_b as f64).sqrt();
    (scale > 0.0).then(|| sum as f64 / scale)
}

/// Ranks one kernel's variants.
///
/// # Errors
/// [`RankError`] for fewer than two variants and for times that are not positive.
pub fn rank(kernel: &Kernel) -> Result<Ranking, RankError> {
    let variants = &kernel.variants;
    if variants.len() < 2 {
        return Err(RankError::Few(kernel.name.clone()));
    }
    let valid = |time: f64| time.is_finite() && time > 0.0;
    if let Some(bad) = variants
        .iter()
        .find(|timed| !valid(timed.measured_ns) || !valid(timed.predicted_ns))
    {
        return Err(RankError::Time {
            kernel: kernel.name.clone(),
            variant: bad.id.clone(),
        });
    }
    let measured: Vec<f64> = variants.iter().map(|timed| timed.measured_ns).collect();
    let predicted: Vec<f64> = variants.iter().map(|timed| timed.predicted_ns).collect();
    let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
    let first = least(&predicted);
    let chosen = predicted
        .iter()
        .zip(&measured)
        .filter(|(predicted, _)| **predicted == first)
        .fold(0.0, |worst: f64, (_, &measured)| worst.max(measured));
    Ok(Ranking {
        name: kernel.name.clone(),
        variants: variants.len(),
        spearman: spearman(&measured, &predicted),
        kendall: kendall(&measured, &predicted),
        pairs: pairwise(&measured, &predicted),
        top1_regret: chosen / least(&measured) - 1.0,
    })
}

fn pairwise(measured: &[f64], predicted: &[f64]) -> Vec<Pairwise> {
    let mut counts = [(0usize, 0.0f64); BINS.len() + 1];
    for i in 0..measured.len() {
        for j in 0..measured.len() {
            if measured[i] >= measured[j] {
                continue;
            }
            let gap = measured[j] / measured[i] - 1.0;
            let bin = &mut counts[BINS.partition_point(|&bound| bound <= gap)];
            bin.0 += 1;
            bin.1 += match predicted[i].total_cmp(&predicted[j]) {
                std::cmp::Ordering::Less => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Greater => 0.0,
            };
        }
    }
    counts
        .iter()
        .enumerate()
        .map(|(bin, &(pairs, right))| Pairwise {
            gap_from: if bin == 0 { 0.0 } else { BINS[bin - 1] },
            gap_to: BINS.get(bin).copied(),
            pairs,
            accuracy: (pairs > 0).then(|| right / pairs as f64),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<f64>, expected: f64) {
        let found = found.expect("a correlation");
        assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
    }

    #[test]
    fn without_ties_spearman_is_one_less_six_times_the_squared_differences() {
        let (a, b) = ([1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 1.0, 4.0, 3.0, 5.0]);
        close(spearman(&a, &b), 1.0 - 6.0 * 4.0 / (5.0 * 24.0));
        close(spearman(&a, &[5.0, 4.0, 3.0, 2.0, 1.0]), -1.0);
    }

    #[test]
    fn ties_share_their_mean_rank() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert_eq!(ranks(&[7.0; 3]), [2.0; 3]);
    }

    #[test]
    fn kendall_counts_concordant_and_discordant_pairs() {
        // Two of ten pairs are discordant.
        close(
            kendall(&[1.0, 2.0, 3.0, 4.0, 5.0], &[2.0, 1.0, 4.0, 3.0, 5.0]),
            0.6,
        );
        // One tie on one side: 2 pairs of 3 left there, both concordant.
        close(
            kendall(&[1.0, 2.0, 3.0], &[1.0, 1.0, 2.0]),
            2.0 / 6.0f64.sqrt(),
        );
        assert_eq!(kendall(&[1.0, 2.0], &[1.0, 1.0]), None);
    }

    fn kernel(times: &[(f64, f64)]) -> Kernel {
        let timed = |(at, &(measured_ns, predicted_ns)): (usize, &(f64, f64))| Timed {
            id: at.to_string(),
            measured_ns,
            predicted_ns,
        };
        Kernel {
            name: "k".into(),
            variants: times.iter().enumerate().map(timed).collect(),
        }
    }

    #[test]
    fn pairs_are_counted_by_their_true_gap() {
        let ranking = rank(&kernel(&[
            (100.0, 1.0),
            (101.0, 0.9),
            (104.0, 2.0),
            (200.0, 3.0),
        ]))
        .expect("good times");
        let bins: Vec<_> = ranking
            .pairs
            .iter()
            .map(|bin| (bin.pairs, bin.accuracy))
            .collect();
        assert_eq!(
            bins,
            [
                (1, Some(0.0)),
                (2, Some(1.0)),
                (0, None),
                (0, None),
                (3, Some(1.0))
            ]
        );
    }

    #[test]
    fn regret_is_what_trusting_the_first_place_costs() {
        let ranking = rank(&kernel(&[(100.0, 2.0), (125.0, 1.0)])).expect("good times");
        assert_eq!(ranking.top1_regret, 0.25);
        // Of two predicted equal, the worse may be taken.
        let tied = rank(&kernel(&[(100.0, 1.0), (125.0, 1.0)])).expect("good times");
        assert_eq!(tied.top1_regret, 0.25);
    }

    #[test]
    fn times_that_no_kernel_has_are_refused() {
        assert!(matches!(
            rank(&kernel(&[(1.0, 1.0)])),
            Err(RankError::Few(_))
        ));
        let zero = rank(&kernel(&[(1.0, 1.0), (0.0, 1.0)]));
        assert!(matches!(zero, Err(RankError::Time { .. })));
    }
}

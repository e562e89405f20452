//! MLPerf's early stopping: what a run that is shorter than the rules ask still says of a percentile.
//!
//! Rules: mlcommons/inference_policies, "Early Stopping Criterion", with tolerance d = 0 and confidence c = 0.99. With `t` queries over the
//! latency, at least `h` must be under it, where `h` is the least number with I(p; h, t + 1) <= 1 - c. The regularised incomplete beta function
//! I(p; h, t + 1) is the probability that of `h + t` queries at most `t` are over, each with probability 1 - p.

use crate::stats::tail_at_most;

/// Confidence.
const CONFIDENCE: f64 = 0.99;

/// The least number of queries, `over` of them over the latency, with which the percentile `p` (0 to 1) is known to be under it.
pub fn queries_needed(over: u64, p: f64) -> u64 {
    let enough = |n: u64| tail_at_most(over, n, 1.0 - p) <= 1.0 - CONFIDENCE;
    let mut most = over + 1;
    while !enough(most) {
        most *= 2;
    }
    let mut least = over;
    while least + 1 < most {
        let middle = least + (most - least) / 2;
        match enough(middle) {
            true => most = middle,
            false => least = middle,
        }
    }
    most
}

/// The most queries of `n` that may be over the latency, if any number may: fewer than 44 queries say nothing of a 90th percentile.
pub fn most_over(n: u64, p: f64) -> Option<u64> {
    if queries_needed(0, p) > n {
        return None;
    }
    // Needed queries grow by more than one with each that is over, so that there are fewer than n of these.
    let (mut least, mut most) = (0, n);
    while least + 1 < most {
        let middle = least + (most - least) / 2;
        match queries_needed(middle, p) <= n {
            true => least = middle,
            false => most = middle,
        }
    }
    Some(least)
}

/// The early-stopping estimate of a percentile: the slowest that is left when all but one of the queries that may be over are discarded. None
/// if there are too few queries, 64 for the 90th and 662 for the 99th percentile.
pub fn estimate(latencies: &[f64], p: f64) -> Option<f64> {
    let over = most_over(latencies.len() as u64, p)?;
    if over == 0 {
        return None;
    }
    let mut sorted = latencies.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() - over as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_runs_are_those_of_the_rules() {
        // 64 queries for SingleStream (90 %), 662 for MultiStream (99 %): min_query_count of the load generator's configuration.
        assert_eq!(queries_needed(1, 0.90), 64);
        assert_eq!(queries_needed(1, 0.99), 662);
        assert_eq!(queries_needed(0, 0.90), 44);
    }

    #[test]
    fn what_may_be_over_is_what_is_enough_for() {
        for n in [44, 64, 100, 1000, 24_576] {
            let over = most_over(n, 0.9).unwrap();
            assert!(
                queries_needed(over, 0.9) <= n && queries_needed(over + 1, 0.9) > n,
                "{n}"
            );
        }
        assert_eq!(most_over(43, 0.9), None);
    }

    #[test]
    fn the_estimate_is_above_the_percentile_and_comes_down_with_more_queries() {
        let latencies =
            |n: u32| -> Vec<f64> { (1..=n).map(|i| f64::from(i) / f64::from(n)).collect() };
        let few = estimate(&latencies(64), 0.9).unwrap();
        let many = estimate(&latencies(20_000), 0.9).unwrap();
        assert_eq!(few, 1.0);
        assert!(many > 0.9 && many < 0.91, "{many}");
        assert_eq!(estimate(&latencies(63), 0.9), None);
    }
}

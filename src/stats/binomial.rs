//! The binomial distribution's lower tail.

/// The probability that of `n` independent trials, each of which succeeds with probability `p`, at most `k` succeed.
///
/// The terms are added in logarithms, as the first of them underflows for the `n` of long benchmarks; O(k).
pub fn tail_at_most(k: u64, n: u64, p: f64) -> f64 {
    if k >= n || p <= 0.0 {
        return 1.0;
    }
    if p >= 1.0 {
        return 0.0;
    }
    let odds = (p / (1.0 - p)).ln();
    let mut term = n as f64 * (-p).ln_1p();
    let mut sum = term;
    for j in 0..k {
        term += ((n - j) as f64 / (j + 1) as f64).ln() + odds;
        let (large, small) = if term > sum { (term, sum) } else { (sum, term) };
        sum = large + (small - large).exp().ln_1p();
    }
    sum.exp().min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_agree_with_sums_done_by_hand() {
        assert!((tail_at_most(1, 3, 0.5) - 0.5).abs() < 1e-12);
        assert!((tail_at_most(0, 10, 0.1) - 0.9f64.powi(10)).abs() < 1e-12);
        assert_eq!(tail_at_most(5, 5, 0.3), 1.0);
        assert_eq!(tail_at_most(0, 5, 1.0), 0.0);
    }

    #[test]
    fn the_median_of_a_long_benchmark_is_about_its_mean() {
        // n p = 2703.36 over-latency queries are expected; the tail there is close to one half, although (1 - p)^n is below 1e-1000.
        let at = tail_at_most(2703, 270_336, 0.01);
        assert!((0.49..0.52).contains(&at), "{at}");
    }
}

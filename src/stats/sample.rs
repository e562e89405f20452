//! Order statistics of one sample.

/// The median; `NaN` of nothing.
pub fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}

/// The value below which a share `p` (0 to 1) of the sample lies, interpolated between neighbours (Hyndman and Fan's type 7, which NumPy and R
/// use unless told otherwise); `NaN` of nothing.
pub fn percentile(values: &[f64], p: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let place = p.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    let above = place.ceil() as usize;
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

/// From a median absolute deviation to the standard deviation of a normal sample.
pub(super) const MAD_TO_SD: f64 = 1.4826;

/// How much a positive sample varies, as a share of its median: the median absolute deviation in units of a standard deviation, which half of
/// the values being outliers does not change. Zero of fewer than two values.
pub fn spread(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let middle = median(values);
    let away: Vec<f64> = values.iter().map(|v| (v - middle).abs()).collect();
    MAD_TO_SD * median(&away) / middle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_interpolate_between_neighbours() {
        let values = [4.0, 1.0, 3.0, 2.0];
        assert_eq!(median(&values), 2.5);
        assert_eq!(percentile(&values, 0.0), 1.0);
        assert_eq!(percentile(&values, 1.0), 4.0);
        assert!((percentile(&values, 0.9) - 3.7).abs() < 1e-12);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn one_outlier_leaves_the_spread_as_it_is() {
        let calm = spread(&[10.0, 10.1, 9.9, 10.2, 9.8]);
        let wild = spread(&[10.0, 10.1, 9.9, 10.2, 98.0]);
        assert!((calm - 0.014826).abs() < 1e-6, "{calm}");
        assert!((0.014..0.016).contains(&wild), "{wild}");
    }
}

use proptest::prelude::*;

use crate::workload::Metric::{self, Argmax, Change, Exact, MaxN, Nrmse, Recall, Relative};
use crate::workload::Scalar;

const BOTH: [Metric<'static>; 2] = [MaxN, Nrmse];
const OF_ELEMENTS: [Metric<'static>; 3] = [MaxN, Nrmse, Relative];
const NAN: f64 = f64::NAN;
const INF: f64 = f64::INFINITY;

#[test]
fn values_are_those_of_the_formulas() {
    // rms of (3, 4) is 5 / sqrt 2.
    let rms = 5.0 / 2f64.sqrt();
    assert!((MaxN.error(&[3.0, 5.0], &[3.0, 4.0]) - 1.0 / rms).abs() < 1e-15);
    assert!((Nrmse.error(&[3.0, 5.0], &[3.0, 4.0]) - 0.2).abs() < 1e-15);
    assert!((Nrmse.error(&[4.0, 5.0], &[3.0, 4.0]) - 2f64.sqrt() / 5.0).abs() < 1e-15);
}

#[test]
fn a_relative_error_is_of_each_element_but_not_of_what_is_nearly_zero() {
    // rms of (10, 0, 0.1) is 5.77: a thousandth of that is what zero counts as.
    let reference = [10.0, 0.0, -0.1];
    assert!((Relative.error(&[10.0, 0.0, -0.11], &reference) - 0.1).abs() < 1e-12);
    let rms = (100.01f64 / 3.0).sqrt();
    let near_zero = Relative.error(&[10.0, 1e-3, -0.1], &reference);
    assert!((near_zero - 1.0 / rms).abs() < 1e-12, "{near_zero}");
}

#[test]
fn what_must_be_exact_counts_the_elements_that_are_not() {
    assert_eq!(
        Exact.error(&[1.0, 2.0, 3.0, -4.0], &[1.0, 2.0, 3.0, 4.0]),
        0.25
    );
    assert_eq!(Exact.error(&[NAN, 2.0], &[NAN, 2.0]), 0.5);
    assert_eq!(Exact.error(&[0.0], &[-0.0]), 0.0);
    assert_eq!(Exact.error(&[1.0], &[1.0, 2.0]), INF);
}

#[test]
fn a_change_is_measured_by_how_far_the_reference_came() {
    // One degree of 330 is 0.3 %; of a change by two degrees it is the half.
    let change = Change {
        from: &[330.0, 330.0],
    };
    assert_eq!(change.error(&[332.0, 331.0], &[332.0, 330.0]), 0.5);
    let nothing = Change { from: &[1.0, 2.0] };
    assert_eq!(nothing.error(&[1.0, 2.5], &[1.0, 2.0]), 0.5);
    assert_eq!(Change { from: &[1.0] }.error(&[1.0, 2.0], &[1.0, 3.0]), INF);
}

#[test]
fn rows_agree_on_their_largest_element_or_not() {
    let argmax = Argmax { width: 3 };
    let reference = [0.0, 2.0, 1.0, 5.0, 5.0, 1.0];
    // Either of two that are equally large will do.
    assert_eq!(
        argmax.error(&[9.0, 10.0, 0.0, 0.0, 1.0, 0.0], &reference),
        0.0
    );
    assert_eq!(
        argmax.error(&[3.0, 2.0, 1.0, 5.0, 5.0, 1.0], &reference),
        0.5
    );
    assert_eq!(
        argmax.error(&[NAN, 2.0, 1.0, 5.0, 5.0, 1.0], &reference),
        INF
    );
    assert_eq!(Argmax { width: 4 }.error(&reference, &reference), INF);
}

#[test]
fn recall_counts_what_a_row_lacks_in_whatever_order() {
    let recall = Recall { width: 3 };
    let reference = [1.0, 2.0, 3.0, 7.0, 7.0, 8.0];
    assert_eq!(
        recall.error(&[3.0, 1.0, 2.0, 7.0, 8.0, 7.0], &reference),
        0.0
    );
    // 3 is lacking in the first row, the second 7 in the other.
    assert_eq!(
        recall.error(&[1.0, 2.0, 9.0, 8.0, 7.0, 3.0], &reference),
        2.0 / 6.0
    );
    assert_eq!(recall.error(&[NAN; 6], &reference), 1.0);
    assert_eq!(Recall { width: 0 }.error(&reference, &reference), INF);
}

#[test]
fn a_negative_reference_is_checked_like_a_positive_one() {
    // A relative error over a signed reference is negative here, and lets zeros pass for -1, -2, -3.
    for metric in BOTH {
        let error = metric.error(&[0.0, 0.0, 0.0], &[-1.0, -2.0, -3.0]);
        assert_eq!(error, metric.error(&[0.0, 0.0, 0.0], &[1.0, 2.0, 3.0]));
        assert!(error >= 1.0, "{error}");
    }
}

#[test]
fn what_cannot_be_compared_is_infinitely_far() {
    for (out, reference) in [
        (&[1.0, NAN][..], &[1.0, 2.0][..]),
        (&[NAN, NAN], &[NAN, NAN]),
        (&[1.0, 2.0], &[1.0, NAN]),
        (&[1.0, INF], &[1.0, 2.0]),
        (&[1.0, 2.0], &[1.0, INF]),
        (&[1.0, INF], &[1.0, -INF]),
        (&[1.0], &[1.0, 2.0]),
        (&[1.0, 2.0, 3.0], &[1.0, 2.0]),
        (&[], &[1.0]),
        (&[1.0], &[]),
    ] {
        for metric in OF_ELEMENTS {
            assert_eq!(metric.error(out, reference), INF, "{out:?} {reference:?}");
        }
    }
}

#[test]
fn equal_outputs_have_no_error_even_where_there_is_no_scale() {
    for values in [
        &[0.0, -0.0][..],
        &[1.0, -2.0],
        &[INF, -INF, 1.0],
        &[5e-324],
        &[],
    ] {
        for metric in OF_ELEMENTS {
            assert_eq!(metric.error(values, values), 0.0);
        }
    }
}

#[test]
fn an_element_near_zero_does_not_inflate_the_error() {
    assert!(MaxN.error(&[1.0, 1e-9], &[1.0, 1e-12]) < 1e-8);
}

#[test]
fn against_a_reference_of_zeros_the_error_is_absolute() {
    assert_eq!(MaxN.error(&[0.0, 0.5], &[0.0, 0.0]), 0.5);
    assert_eq!(Nrmse.error(&[0.5, -0.5], &[0.0, 0.0]), 0.5);
}

#[test]
fn no_magnitude_over_or_underflows() {
    for magnitude in [1e-320, 1e-200, 1.0, 1e200, 1e300] {
        for metric in BOTH {
            let error = metric.error(&[2.0 * magnitude, magnitude], &[magnitude, magnitude]);
            assert!((0.7..=1.01).contains(&error), "{magnitude}: {error}");
        }
    }
}

proptest! {
    #[test]
    fn errors_are_symmetric_scale_free_and_never_negative(
        pairs in prop::collection::vec((-1e6f64..1e6, -1e3f64..1e3), 1..50),
        exponent in -100i32..100,
    ) {
        let reference: Vec<f64> = pairs.iter().map(|(value, _)| *value).collect();
        let moved = |factor: f64| -> Vec<f64> {
            pairs.iter().map(|(value, error)| value + factor * error).collect()
        };
        let times = |values: &[f64], factor: f64| -> Vec<f64> {
            values.iter().map(|value| value * factor).collect()
        };
        let power = 2f64.powi(exponent);
        for metric in BOTH {
            let error = metric.error(&moved(1.0), &reference);
            prop_assert!(error >= 0.0 && error.is_finite());
            let close = |other: f64| (other - error).abs() <= 1e-6 * error;
            prop_assert!(close(metric.error(&moved(-1.0), &reference)));
            prop_assert_eq!(error, metric.error(&times(&moved(1.0), -1.0), &times(&reference, -1.0)));
            let scaled = metric.error(&times(&moved(1.0), power), &times(&reference, power));
            prop_assert!(close(scaled) || reference.iter().all(|value| *value == 0.0));
        }
    }

    #[test]
    fn the_worst_element_is_never_better_than_the_whole(
        pairs in prop::collection::vec((-10f64..10.0, -10f64..10.0), 1..50),
    ) {
        let (out, reference): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        prop_assert!(MaxN.error(&out, &reference) >= Nrmse.error(&out, &reference) * (1.0 - 1e-12));
    }

    #[test]
    fn one_nan_anywhere_is_enough(mut out in prop::collection::vec(-1f64..1.0, 1..50), at: prop::sample::Index) {
        let reference = out.clone();
        let at = at.index(out.len());
        out[at] = NAN;
        prop_assert_eq!(MaxN.error(&out, &reference), INF);
        prop_assert_eq!(Nrmse.error(&out, &reference), INF);
    }
}

#[test]
fn errors_of_sixteen_bit_outputs_are_those_of_the_numbers_that_they_are() {
    for scalar in [Scalar::F16, Scalar::Bf16] {
        let decoded = |values: &[f64]| -> Vec<f64> {
            values
                .iter()
                .map(|value| scalar.value(scalar.bits(*value)))
                .collect()
        };
        let reference = decoded(&[1.0, -2.0, 0.0, INF]);
        for metric in OF_ELEMENTS {
            assert_eq!(metric.error(&reference, &reference), 0.0);
            // One in the last place of f16, a tenth of bf16's, as doubles see it.
            let near = metric.error(&reference, &[1.001, -2.0, 0.0, INF]);
            assert!(near > 1e-4 && near < 2e-3, "{metric:?} {near}");
            for wrong in [NAN, -INF, 65_504.0] {
                let out = decoded(&[1.0, -2.0, 0.0, wrong]);
                assert_eq!(metric.error(&out, &reference), INF, "{metric:?} {wrong}");
            }
        }
        // Bits differ, numbers do not.
        assert_ne!(scalar.bits(-0.0), scalar.bits(0.0));
        assert_eq!(Exact.error(&decoded(&[-0.0]), &decoded(&[0.0])), 0.0);
    }
}

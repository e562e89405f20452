use super::{assert_close, noise};
use crate::workload::reference::transformer;

#[test]
fn gelu_is_the_identity_far_above_zero_and_zero_far_below() {
    let out = transformer::bias_gelu(&[0.0, 20.0, -40.0, 1.0], &[0.0, 10.0]);
    // tanh(sqrt(2 / pi) (1 + 0.044715)) = 0.6823841...
    assert_close(&out[..3], &[0.0, 30.0, 0.0]);
    let eleven = transformer::bias_gelu(&[1.0], &[0.0])[0];
    assert!((eleven - 0.841_191_990_608).abs() < 1e-9, "{eleven}");
    assert_eq!(out[3], 11.0);
}

#[test]
fn a_normalised_row_has_the_mean_and_the_deviation_that_it_is_given() {
    let (input, residual) = (noise(24, 7), noise(24, 8));
    let far: Vec<f64> = input.iter().map(|x| x + 100.0).collect();
    let [bias, gamma, beta] = [[0.5; 8], [3.0; 8], [-2.0; 8]];
    let out = transformer::layernorm_residual([&far, &residual], [&bias, &gamma, &beta], 0.0);
    for row in out.chunks(8) {
        let mean = row.iter().sum::<f64>() / 8.0;
        let variance = row.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 8.0;
        assert_close(&[mean, variance], &[-2.0, 9.0]);
    }
    let flat =
        transformer::layernorm_residual([&[4.0; 8], &[1.0; 8]], [&bias, &gamma, &beta], 1e-5);
    assert_close(&flat, &[-2.0; 8]);
}

#[test]
fn a_query_sees_the_keys_up_to_its_own_and_those_before_all_queries() {
    // Two queries of three keys: the first sees two, the second all.
    let scores = [0.0, 2.0f64.ln(), 9.0, 5000.0, 5000.0, 5000.0];
    let out = transformer::softmax_context(&scores, 2, 3, 1.0);
    let third = 1.0 / 3.0;
    assert_close(&out, &[third, 2.0 * third, 0.0, third, third, third]);
}

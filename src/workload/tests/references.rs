use crate::workload::reference::{attention, sls, transformer, winograd};

/// Numbers between -1 and 1 that look random.
pub(super) fn noise(len: usize, salt: u64) -> Vec<f64> {
    (0..len as u64)
        .map(|i| {
            let mixed = (i + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
                ^ salt.wrapping_mul(0xD1B5_4A32_D192_ED03);
            let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            (mixed >> 11) as f64 / (1u64 << 52) as f64 - 1.0
        })
        .collect()
}

#[track_caller]
pub(super) fn assert_close(a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() < 1e-12, "{a} {b}");
    }
}

#[test]
fn a_bag_is_the_sum_of_its_rows() {
    let table = [1.0, 2.0, 10.0, 20.0, 100.0, 200.0];
    let out = sls::sls(
        |at| table.get(at).copied(),
        &[2.0, 0.0, 2.0, 1.0],
        &[0.0, 3.0, 3.0, 4.0],
        2,
    );
    assert_eq!(out.unwrap(), [201.0, 402.0, 0.0, 0.0, 10.0, 20.0]);
}

#[test]
fn bags_and_indices_out_of_range_are_errors() {
    let table = [1.0, 2.0];
    let sum = |index: &[f64], start: &[f64]| sls::sls(|at| table.get(at).copied(), index, start, 1);
    assert!(
        sum(&[2.0], &[0.0, 1.0])
            .unwrap_err()
            .contains("bag 0 names row 2")
    );
    assert!(sum(&[-1.0], &[0.0, 1.0]).unwrap_err().contains("row -1"));
    assert!(sum(&[1e300], &[0.0, 1.0]).unwrap_err().contains("lacks"));
    assert!(
        sum(&[0.0], &[0.0, 2.0])
            .unwrap_err()
            .contains("bag 0 is 0..2 of 1 indices")
    );
    assert!(
        sum(&[0.0], &[1.0, 0.0])
            .unwrap_err()
            .contains("bag 0 is 1..0")
    );
    assert!(sum(&[0.0], &[-1.0, 0.0]).is_err());
    assert_eq!(sum(&[0.0], &[]).unwrap(), Vec::<f64>::new());
}

#[test]
fn equal_keys_give_the_mean_of_the_values() {
    let shape = attention::Shape {
        heads: 2,
        seq: 5,
        dim: 3,
    };
    let v = noise(30, 1);
    let out = attention::attention(shape, &noise(30, 2), &[0.7; 30], &v);
    for head in 0..2 {
        for i in 0..3 {
            let mean = (0..5).map(|key| v[head * 15 + key * 3 + i]).sum::<f64>() / 5.0;
            (0..5).for_each(|row| assert_close(&[out[head * 15 + row * 3 + i]], &[mean]));
        }
    }
}

#[test]
fn two_keys_are_weighed_by_the_logistic_of_their_difference() {
    let shape = attention::Shape {
        heads: 1,
        seq: 2,
        dim: 4,
    };
    let q = [1.0, 0.0, 0.0, 0.0, 2000.0, 0.0, 0.0, 0.0];
    let k = [3.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0];
    let v = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    // Scores of the first row are 3 / 2 and 1 / 2; those of the second are far beyond the range of exp.
    let first = 1.0 / (1.0 + (-1.0f64).exp());
    let out = attention::attention(shape, &q, &k, &v);
    assert_close(&out, &[first, first, first, first, 1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn a_filter_with_one_tap_moves_the_image() {
    let shape = winograd::Shape {
        images: 1,
        channels: 1,
        outputs: 1,
        height: 2,
        width: 3,
    };
    let input = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    for (tap, wanted) in [
        (4, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
        (0, [0.0, 0.0, 0.0, 0.0, 1.0, 2.0]),
        (8, [5.0, 6.0, 0.0, 0.0, 0.0, 0.0]),
        (5, [2.0, 3.0, 0.0, 5.0, 6.0, 0.0]),
        (7, [4.0, 5.0, 6.0, 0.0, 0.0, 0.0]),
    ] {
        let mut weights = [0.0; 9];
        weights[tap] = 1.0;
        assert_eq!(
            winograd::convolve(shape, &input, &weights),
            wanted,
            "tap {tap}"
        );
    }
}

#[test]
fn direct_convolution_agrees_with_winograds_algorithm() {
    for (images, channels, outputs, height, width) in [
        (1, 1, 1, 1, 1),
        (2, 3, 2, 5, 4),
        (1, 2, 3, 6, 7),
        (1, 1, 1, 1, 9),
        (1, 4, 1, 8, 1),
    ] {
        let shape = winograd::Shape {
            images,
            channels,
            outputs,
            height,
            width,
        };
        let input = noise(images * channels * height * width, 3);
        let weights = noise(outputs * channels * 9, 4);
        let direct = winograd::convolve(shape, &input, &weights);
        assert_close(&direct, &by_tiles(shape, &input, &weights));
    }
}

/// `A' [U . (B' d B)] A` tile by tile, with the matrices written out.
#[allow(clippy::needless_range_loop)] // the indices are those of the formula
fn by_tiles(shape: winograd::Shape, input: &[f64], weights: &[f64]) -> Vec<f64> {
    const B: [[f64; 4]; 4] = [
        [1.0, 0.0, -1.0, 0.0],
        [0.0, 1.0, 1.0, 0.0],
        [0.0, -1.0, 1.0, 0.0],
        [0.0, 1.0, 0.0, -1.0],
    ];
    const A: [[f64; 4]; 2] = [[1.0, 1.0, 1.0, 0.0], [0.0, 1.0, -1.0, -1.0]];
    let winograd::Shape {
        images,
        channels,
        outputs,
        height,
        width,
    } = shape;
    let filters = winograd::transform_filters(weights);
    let mut out = vec![0.0; images * outputs * height * width];
    for image in 0..images {
        for output in 0..outputs {
            for top in (0..height).step_by(2) {
                for left in (0..width).step_by(2) {
                    let mut products = [[0.0; 4]; 4];
                    for channel in 0..channels {
                        let at = |y: usize, x: usize| {
                            let inside = (1..=height).contains(&y) && (1..=width).contains(&x);
                            let plane = image * channels + channel;
                            if inside {
                                input[(plane * height + y - 1) * width + x - 1]
                            } else {
                                0.0
                            }
                        };
                        let filter = &filters[output * channels + channel];
                        for (i, row) in products.iter_mut().enumerate() {
                            for (j, product) in row.iter_mut().enumerate() {
                                let mut patch = 0.0;
                                for y in 0..4 {
                                    for x in 0..4 {
                                        patch += B[i][y] * at(top + y, left + x) * B[j][x];
                                    }
                                }
                                *product += filter[i * 4 + j] * patch;
                            }
                        }
                    }
                    for y in 0..2.min(height - top) {
                        for x in 0..2.min(width - left) {
                            let mut sum = 0.0;
                            for i in 0..4 {
                                for j in 0..4 {
                                    sum += A[y][i] * products[i][j] * A[x][j];
                                }
                            }
                            out[((image * outputs + output) * height + top + y) * width
                                + left
                                + x] = sum;
                        }
                    }
                }
            }
        }
    }
    out
}

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

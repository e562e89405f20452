use super::{assert_close, noise};
use crate::workload::reference::{convolution, winograd};

const F2_INPUT: [[f64; 4]; 4] = [
    [1.0, 0.0, -1.0, 0.0],
    [0.0, 1.0, 1.0, 0.0],
    [0.0, -1.0, 1.0, 0.0],
    [0.0, 1.0, 0.0, -1.0],
];
const F2_OUTPUT: [[f64; 4]; 2] = [[1.0, 1.0, 1.0, 0.0], [0.0, 1.0, -1.0, -1.0]];

const F4_INPUT: [[f64; 6]; 6] = [
    [4.0, 0.0, -5.0, 0.0, 1.0, 0.0],
    [0.0, -4.0, -4.0, 1.0, 1.0, 0.0],
    [0.0, 4.0, -4.0, -1.0, 1.0, 0.0],
    [0.0, -2.0, -1.0, 2.0, 1.0, 0.0],
    [0.0, 2.0, -1.0, -2.0, 1.0, 0.0],
    [0.0, 4.0, 0.0, -5.0, 0.0, 1.0],
];
const F4_OUTPUT: [[f64; 6]; 4] = [
    [1.0, 1.0, 1.0, 1.0, 1.0, 0.0],
    [0.0, 1.0, -1.0, 2.0, -2.0, 0.0],
    [0.0, 1.0, 1.0, 4.0, 4.0, 0.0],
    [0.0, 1.0, -1.0, 8.0, -8.0, 1.0],
];

#[test]
fn a_filter_with_one_tap_moves_the_image() {
    let shape = convolution::Shape {
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
            convolution::convolve(shape, &input, &weights),
            wanted,
            "tap {tap}"
        );
    }
}

#[test]
fn direct_convolution_agrees_with_winograds_algorithms() {
    for (images, channels, outputs, height, width) in [
        (1, 1, 1, 1, 1),
        (2, 3, 2, 5, 4),
        (1, 2, 3, 6, 7),
        (1, 1, 1, 1, 9),
        (1, 4, 1, 8, 1),
    ] {
        let shape = convolution::Shape {
            images,
            channels,
            outputs,
            height,
            width,
        };
        let input = noise(images * channels * height * width, 3);
        let weights = noise(outputs * channels * 9, 4);
        let direct = convolution::convolve(shape, &input, &weights);
        let f2 = by_tiles(
            &F2_INPUT,
            &winograd::F2_FILTER,
            &F2_OUTPUT,
            shape,
            &input,
            &weights,
        );
        assert_close(&direct, &f2);
        let f4 = by_tiles(
            &F4_INPUT,
            &winograd::F4_FILTER,
            &F4_OUTPUT,
            shape,
            &input,
            &weights,
        );
        assert_close(&direct, &f4);
    }
}

/// `A' [U . (B' d B)] A` tile by tile, with the matrices B', G and A' written out.
fn by_tiles<const N: usize, const M: usize>(
    b: &[[f64; N]; N],
    g: &[[f64; 3]; N],
    a: &[[f64; N]; M],
    shape: convolution::Shape,
    input: &[f64],
    weights: &[f64],
) -> Vec<f64> {
    let convolution::Shape {
        images,
        channels,
        outputs,
        height,
        width,
    } = shape;
    let filters = winograd::transform_filters(g, weights);
    let mut out = vec![0.0; images * outputs * height * width];
    for image in 0..images {
        for output in 0..outputs {
            for top in (0..height).step_by(M) {
                for left in (0..width).step_by(M) {
                    let mut products = [[0.0; N]; N];
                    for channel in 0..channels {
                        let plane = &input[(image * channels + channel) * height * width..];
                        let at = |y: usize, x: usize| {
                            let inside = (1..=height).contains(&y) && (1..=width).contains(&x);
                            if inside {
                                plane[(y - 1) * width + x - 1]
                            } else {
                                0.0
                            }
                        };
                        let filter = &filters[output * channels + channel];
                        for (i, row) in products.iter_mut().enumerate() {
                            for (j, product) in row.iter_mut().enumerate() {
                                let mut patch = 0.0;
                                for y in 0..N {
                                    for x in 0..N {
                                        patch += b[i][y] * at(top + y, left + x) * b[j][x];
                                    }
                                }
                                *product += filter[i][j] * patch;
                            }
                        }
                    }
                    for y in 0..M.min(height - top) {
                        for x in 0..M.min(width - left) {
                            let mut sum = 0.0;
                            for (i, row) in products.iter().enumerate() {
                                for (j, product) in row.iter().enumerate() {
                                    sum += a[y][i] * product * a[x][j];
                                }
                            }
                            let row = (image * outputs + output) * height + top + y;
                            out[row * width + left + x] = sum;
                        }
                    }
                }
            }
        }
    }
    out
}

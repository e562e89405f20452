//! 3x3 convolution, and the transform that Winograd's F(2x2, 3x3) applies to its filters.
//!
//! The reference is the direct convolution: it knows nothing of tiles, so that an error of the tiling shows.

use rayon::prelude::*;

use super::{Builtin, Inputs};
use crate::workload::Error;

/// [`convolve`]: the direct convolution, with the filters before their transform.
pub static F2: Builtin = Builtin {
    name: "winograd_f2",
    inputs: &["input", "weights"],
    outputs: &["out"],
    sizes: &["images", "channels", "outputs", "height", "width"],
    compute: compute_direct,
    measures: &[],
};

fn compute_direct(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let shape = Shape {
        images: inputs.size("images")?,
        channels: inputs.size("channels")?,
        outputs: inputs.size("outputs")?,
        height: inputs.size("height")?,
        width: inputs.size("width")?,
    };
    let input = inputs.shaped(
        "input",
        &[shape.images, shape.channels, shape.height, shape.width],
    )?;
    let weights = inputs.shaped("weights", &[shape.outputs, shape.channels, 3, 3])?;
    Ok(vec![convolve(shape, &input, &weights)])
}

/// Shape of a convolution with stride 1 and zero padding 1.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Images of the batch.
    pub images: usize,
    /// Channels of the input.
    pub channels: usize,
    /// Channels of the output.
    pub outputs: usize,
    /// Rows of an image.
    pub height: usize,
    /// Columns of an image.
    pub width: usize,
}

/// `out[image][output][y][x]` = the sum over channel, i, j of `input[image][channel][y + i - 1][x + j - 1] *
/// weights[output][channel][i][j]`, where input outside the image is 0.
///
/// `input` is `[images][channels][height][width]`, `weights` is `[outputs][channels][3][3]`.
///
/// # Panics
/// When a slice is shorter than its shape.
pub fn convolve(shape: Shape, input: &[f64], weights: &[f64]) -> Vec<f64> {
    let Shape {
        channels,
        outputs,
        height,
        width,
        ..
    } = shape;
    let plane = height * width;
    let mut out = vec![0.0; shape.images * outputs * plane];
    out.par_chunks_mut(plane).enumerate().for_each(|(at, out)| {
        let (image, output) = (at / outputs, at % outputs);
        for channel in 0..channels {
            let input = &input[(image * channels + channel) * plane..][..plane];
            let weights = &weights[(output * channels + channel) * 9..][..9];
            for (tap, &weight) in weights.iter().enumerate() {
                add_shifted(out, input, width, tap / 3, tap % 3, weight);
            }
        }
    });
    out
}

/// Adds `weight` times `input`, seen through tap (i, j) of a centred 3x3 window, to `out`; both are `[height][width]`.
fn add_shifted(out: &mut [f64], input: &[f64], width: usize, i: usize, j: usize, weight: f64) {
    let height = input.len() / width;
    // Rows of out that have their row of input, y + i - 1, inside the image; columns likewise.
    let first_row = 1usize.saturating_sub(i);
    let last_row = (height + 1 - i).min(height);
    let first = 1usize.saturating_sub(j);
    let last = (width + 1 - j).min(width);
    for y in first_row..last_row {
        let from = &input[(y + i - 1) * width..][..width];
        let to = &mut out[y * width..][..width];
        if first < last {
            let from = &from[first + j - 1..last + j - 1];
            for (to, from) in to[first..last].iter_mut().zip(from) {
                *to += weight * from;
            }
        }
    }
}

/// `G g G'` of each 3x3 filter of `weights`, with the G of Lavin and Gray, "Fast Algorithms for Convolutional Neural
/// Networks" (2016): rows (1, 0, 0), (1/2, 1/2, 1/2), (1/2, -1/2, 1/2), (0, 0, 1).
pub fn transform_filters(weights: &[f64]) -> Vec<[f64; 16]> {
    let (filters, _) = weights.as_chunks::<9>();
    filters
        .par_iter()
        .map(|g| {
            let mut tall = [[0.0; 3]; 4];
            for column in 0..3 {
                let transformed = along([g[column], g[3 + column], g[6 + column]]);
                for row in 0..4 {
                    tall[row][column] = transformed[row];
                }
            }
            let mut square = [0.0; 16];
            for (row, values) in tall.into_iter().enumerate() {
                square[row * 4..][..4].copy_from_slice(&along(values));
            }
            square
        })
        .collect()
}

/// G times a column of three.
fn along([a, b, c]: [f64; 3]) -> [f64; 4] {
    [a, (a + b + c) / 2.0, (a - b + c) / 2.0, c]
}

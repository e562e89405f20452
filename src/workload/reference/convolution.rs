//! The direct 3x3 convolution: what Winograd's algorithms are held against, too. It knows nothing of tiles, so that an error of a
//! tiling shows.

use rayon::prelude::*;

use super::{Builtin, Inputs};
use crate::workload::Error;

/// [`convolve`], with the filters before any transform.
pub static CONV3X3: Builtin = Builtin {
    name: "conv3x3",
    inputs: &["input", "weights"],
    outputs: &["out"],
    sizes: &["images", "channels", "outputs", "height", "width"],
    compute: compute_conv3x3,
    measures: &[],
};

fn compute_conv3x3(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let shape = Shape::of(inputs)?;
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

impl Shape {
    /// The sizes of a builtin that convolves.
    pub(super) fn of(inputs: &Inputs<'_>) -> Result<Shape, Error> {
        Ok(Shape {
            images: inputs.size("images")?,
            channels: inputs.size("channels")?,
            outputs: inputs.size("outputs")?,
            height: inputs.size("height")?,
            width: inputs.size("width")?,
        })
    }
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

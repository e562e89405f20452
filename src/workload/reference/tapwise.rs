//! Winograd's F(4x4, 3x3) in 8 bits, with a power of two as the scale of each of its 36 taps.
//!
//! The taps of the transform differ by some 30 times in their filters and some 5 in their inputs: one scale for all wastes most bits of
//! most taps (Andri et al., "Going Further With Winograd Convolutions: Tap-Wise Quantization for Efficient Inference", 2022). All
//! values are integers, so that a kernel can be held to every bit.

use rayon::prelude::*;

use super::convolution::Shape;
use super::winograd::{F4_FILTER, transform_filters};
use super::{Builtin, Inputs};
use crate::workload::Error;

/// Values of a transformed patch or filter.
pub const TAPS: usize = 36;

/// The largest value of 8 bits that has a negative.
const HIGHEST: i64 = 127;

/// B' of F(4x4, 3x3): Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks" (2016).
const INPUT: [[i64; 6]; 6] = [
    [4, 0, -5, 0, 1, 0],
    [0, -4, -4, 1, 1, 0],
    [0, 4, -4, -1, 1, 0],
    [0, -2, -1, 2, 1, 0],
    [0, 2, -1, -2, 1, 0],
    [0, 4, 0, -5, 0, 1],
];

/// A' of the same.
const OUTPUT: [[i64; 6]; 4] = [
    [1, 1, 1, 1, 1, 0],
    [0, 1, -1, 2, -2, 0],
    [0, 1, 1, 4, 4, 0],
    [0, 1, -1, 8, -8, 1],
];

/// [`convolve`] with filters that are transformed and quantised already.
pub static F4_TAPWISE: Builtin = Builtin {
    name: "winograd_f4_tapwise_int8",
    inputs: &["input", "input_shift", "filters", "filter_shift"],
    outputs: &["out"],
    sizes: &["images", "channels", "outputs", "height", "width"],
    compute: compute_tapwise,
    measures: &[],
};

fn compute_tapwise(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let shape = Shape::of(inputs)?;
    let integers = |name: &str, sizes: &[usize]| -> Result<Vec<i64>, Error> {
        let values = inputs.shaped(name, sizes)?;
        Ok(values.into_iter().map(|value| value as i64).collect())
    };
    let plane = [shape.images, shape.channels, shape.height, shape.width];
    let filters = integers("filters", &[TAPS, shape.outputs, shape.channels])?;
    let input_shift = integers("input_shift", &[TAPS])?;
    let filter_shift = integers("filter_shift", &[TAPS])?;
    if let Some(shift) = input_shift
        .iter()
        .chain(&filter_shift)
        .find(|shift| !(0..=15).contains(*shift))
    {
        return Err(inputs.wrong(format!("a shift is {shift}; it must be from 0 to 15")));
    }
    let input = integers("input", &plane)?;
    let out = convolve(shape, &input, &input_shift, &filters, &filter_shift);
    let fits = |value: &i64| i32::try_from(*value).is_ok();
    if let Some(value) = out.iter().find(|value| !fits(value)) {
        return Err(inputs.wrong(format!("an output is {value}, beyond 32 bits")));
    }
    Ok(vec![out.into_iter().map(|value| value as f64).collect()])
}

/// Exact convolution in the transform's domain, `[images][outputs][height][width]`:
/// `A' (sum over channels of (U V) 2^(input_shift + filter_shift)) A`, where `V = round(B' d B / 2^input_shift)`, half to even and from
/// -127 to 127, of each 6x6 patch d of the input around a 4x4 tile.
///
/// `input` is `[images][channels][height][width]`, `filters` (U) is `[36][outputs][channels]`, shifts are one a tap.
///
/// # Panics
/// When a slice is shorter than its shape.
pub fn convolve(
    shape: Shape,
    input: &[i64],
    input_shift: &[i64],
    filters: &[i64],
    filter_shift: &[i64],
) -> Vec<i64> {
    let Shape {
        channels,
        outputs,
        height,
        width,
        ..
    } = shape;
    let plane = height * width;
    let mut out = vec![0; shape.images * outputs * plane];
    let images = out.par_chunks_mut(outputs * plane).enumerate();
    images.for_each(|(image, out)| {
        for (top, left) in tiles(height, width) {
            let patches: Vec<[i64; TAPS]> = (0..channels)
                .map(|channel| {
                    let input = &input[(image * channels + channel) * plane..][..plane];
                    let mut patch = transform_patch(input, width, top, left);
                    for (value, shift) in patch.iter_mut().zip(input_shift) {
                        *value = quantize(*value, *shift);
                    }
                    patch
                })
                .collect();
            for output in 0..outputs {
                let mut products = [0; TAPS];
                for (tap, product) in products.iter_mut().enumerate() {
                    let filter = &filters[(tap * outputs + output) * channels..][..channels];
                    let sum: i64 = filter.iter().zip(&patches).map(|(u, v)| u * v[tap]).sum();
                    *product = sum << (input_shift[tap] + filter_shift[tap]);
                }
                let tile = transform(&OUTPUT, &products);
                for (at, value) in tile.into_iter().enumerate() {
                    let (y, x) = (top + at / 4, left + at % 4);
                    if y < height && x < width {
                        out[output * plane + y * width + x] = value;
                    }
                }
            }
        }
    });
    out
}

/// The first row and column of each 4x4 tile.
fn tiles(height: usize, width: usize) -> impl Iterator<Item = (usize, usize)> {
    let tops = (0..height).step_by(4);
    tops.flat_map(move |top| (0..width).step_by(4).map(move |left| (top, left)))
}

/// `B' d B` of the 6x6 patch around a tile; outside the image are zeros.
fn transform_patch(input: &[i64], width: usize, top: usize, left: usize) -> [i64; TAPS] {
    let height = input.len() / width;
    let mut patch = [0; TAPS];
    for (at, value) in patch.iter_mut().enumerate() {
        // One row and one column before the tile.
        let (y, x) = (top + at / 6, left + at % 6);
        if (1..=height).contains(&y) && (1..=width).contains(&x) {
            *value = input[(y - 1) * width + x - 1];
        }
    }
    let mut transformed = [0; TAPS];
    transformed.copy_from_slice(&transform(&INPUT, &patch));
    transformed
}

/// `M s M'` of a 6x6 square.
fn transform<const N: usize>(matrix: &[[i64; 6]; N], square: &[i64; TAPS]) -> Vec<i64> {
    let element = |row: &[i64; 6], column: &[i64; 6]| -> i64 {
        let terms = square.iter().enumerate();
        terms
            .map(|(at, value)| row[at / 6] * value * column[at % 6])
            .sum()
    };
    let rows = matrix.iter();
    rows.flat_map(|row| matrix.iter().map(move |column| element(row, column)))
        .collect()
}

/// `value / 2^shift`, rounded half to even, from -127 to 127.
fn quantize(value: i64, shift: i64) -> i64 {
    let rounded = (value as f64 / f64::from(1 << shift)).round_ties_even() as i64;
    rounded.clamp(-HIGHEST, HIGHEST)
}

/// For each tap the smallest shift by which what it has of these planes, each of `height` x `width`, fits into 8 bits.
pub fn input_shifts(input: &[f64], height: usize, width: usize) -> [i32; TAPS] {
    let mut largest = [0; TAPS];
    for plane in input.chunks_exact(height * width) {
        let plane: Vec<i64> = plane.iter().map(|value| *value as i64).collect();
        for (top, left) in tiles(height, width) {
            let patch = transform_patch(&plane, width, top, left);
            for (largest, value) in largest.iter_mut().zip(patch) {
                *largest = value.abs().max(*largest);
            }
        }
    }
    largest.map(|largest| {
        let shifts = 0..32;
        shifts
            .take_while(|shift| largest > HIGHEST << shift)
            .count() as i32
    })
}

/// The scales of the taps of transformed filters.
pub struct FilterScales {
    /// The exponent of two of the smallest.
    pub least: i32,
    /// How far above it the exponent of each tap is.
    pub shifts: [i32; TAPS],
}

/// For each tap the smallest power of two in whose units what it has of these 3x3 filters fits into 8 bits.
pub fn filter_scales(weights: &[f64]) -> FilterScales {
    let mut largest = [0.0f64; TAPS];
    for filter in transform_filters(&F4_FILTER, weights) {
        for (largest, value) in largest.iter_mut().zip(filter.as_flattened()) {
            *largest = value.abs().max(*largest);
        }
    }
    // A tap that is zero everywhere takes any scale.
    let exponents = largest.map(|largest| match largest {
        0.0 => None,
        largest => Some((largest / HIGHEST as f64).log2().ceil() as i32),
    });
    let least = exponents.iter().flatten().copied().min().unwrap_or(0);
    FilterScales {
        least,
        shifts: exponents.map(|exponent| exponent.map_or(0, |exponent| exponent - least)),
    }
}

/// Each 3x3 filter transformed, in units of [its taps' scales](filter_scales).
pub fn quantize_filters(weights: &[f64]) -> Vec<[i8; TAPS]> {
    let FilterScales { least, shifts } = filter_scales(weights);
    let units = shifts.map(|shift| f64::from(shift + least).exp2());
    let transformed = transform_filters(&F4_FILTER, weights);
    let quantize = |filter: &[[f64; 6]; 6]| {
        let mut quantized = [0; TAPS];
        for (at, value) in filter.as_flattened().iter().enumerate() {
            // The float's conversion cuts at the ends of the range, which it does not reach.
            quantized[at] = (value / units[at]).round_ties_even() as i8;
        }
        quantized
    };
    transformed.par_iter().map(quantize).collect()
}

use super::{Computed, noise};
use crate::workload::Metric;
use crate::workload::reference::convolution::{self, Shape};
use crate::workload::reference::tapwise::{self, TAPS};

/// Filters, tap by tap: `[36][outputs][channels]`.
fn by_tap(filters: &[[i8; TAPS]]) -> Vec<i64> {
    (0..TAPS)
        .flat_map(|tap| filters.iter().map(move |filter| i64::from(filter[tap])))
        .collect()
}

/// The transform of a filter with 36 in its last corner alone has the whole numbers 1, 6 and 36, and patches of small values fit: nothing
/// is rounded, and what comes out is the input, moved.
#[test]
fn a_filter_whose_transform_is_whole_is_exact() {
    let shape = Shape {
        images: 1,
        channels: 1,
        outputs: 1,
        height: 7,
        width: 9,
    };
    let mut weights = [0.0; 9];
    weights[8] = 36.0;
    let filters = tapwise::quantize_filters(&weights);
    let scales = tapwise::filter_scales(&weights);
    let input: Vec<i64> = (0..63).map(|i| i % 3 - 1).collect();
    let out = tapwise::convolve(
        shape,
        &input,
        &[0; TAPS],
        &by_tap(&filters),
        &scales.shifts.map(i64::from),
    );
    let unit = f64::from(scales.least).exp2();
    for y in 0..7 {
        for x in 0..9 {
            let moved = if y < 6 && x < 8 {
                input[(y + 1) * 9 + x + 1]
            } else {
                0
            };
            assert_eq!(out[y * 9 + x] as f64 * unit, 36.0 * moved as f64);
        }
    }
}

#[test]
fn values_are_rounded_half_to_even_and_cut() {
    // The tap (5, 5) of a patch is 16 d[1][1] - 20 (d[1][3] + d[3][1]) ... + d[5][5]; of a patch with nothing but its last corner it is
    // that value, and the output has it in its last corner.
    let shape = Shape {
        images: 1,
        channels: 1,
        outputs: 1,
        height: 5,
        width: 5,
    };
    let mut filters = [0; TAPS];
    filters[35] = 1;
    let mut shifts = [0; TAPS];
    shifts[35] = 2;
    for (value, wanted) in [
        (5, 4),
        (6, 8),
        (7, 8),
        (10, 8),
        (11, 12),
        (-6, -8),
        (-10, -8),
        (2, 0),
        (600, 508),
        (-600, -508),
    ] {
        let mut input = [0; 25];
        input[24] = value;
        let out = tapwise::convolve(shape, &input, &shifts, &filters, &[0; TAPS]);
        assert_eq!(out[3 * 5 + 3], wanted, "{value}");
    }
}

/// Published for normal data (PTQ, 128 channels): an error of some 0.18 with a power of two for each tap, and above 1 with one scale for all.
#[test]
fn a_scale_for_each_tap_is_worth_what_is_published() {
    let shape = Shape {
        images: 1,
        channels: 64,
        outputs: 4,
        height: 12,
        width: 12,
    };
    // Sums of six uniform numbers, nearly normal.
    let normal = |len: usize, salt: u64| -> Vec<f64> {
        noise(len * 6, salt)
            .chunks(6)
            .map(|six| six.iter().sum::<f64>() / 2f64.sqrt())
            .collect()
    };
    let input: Vec<f64> = normal(64 * 144, 1)
        .into_iter()
        .map(|value| (value * 32.0).round().clamp(-127.0, 127.0))
        .collect();
    let weights = normal(4 * 64 * 9, 2);
    let direct = convolution::convolve(shape, &input, &weights);
    let error = |shifts: [i64; TAPS], filters: Vec<i64>, filter_shifts: [i64; TAPS], least: i32| {
        let whole: Vec<i64> = input.iter().map(|value| *value as i64).collect();
        let out = tapwise::convolve(shape, &whole, &shifts, &filters, &filter_shifts);
        let unit = f64::from(least).exp2();
        let out: Vec<f64> = out.iter().map(|value| *value as f64 * unit).collect();
        Metric::Nrmse.error(&out, &direct)
    };

    let shifts = tapwise::input_shifts(&input, 12, 12).map(i64::from);
    let scales = tapwise::filter_scales(&weights);
    let filters = tapwise::quantize_filters(&weights);
    let tapwise = error(
        shifts,
        by_tap(&filters),
        scales.shifts.map(i64::from),
        scales.least,
    );
    assert!((0.05..0.25).contains(&tapwise), "{tapwise}");

    // One scale for all: the largest.
    let widest = scales.shifts.iter().copied().max().unwrap();
    let coarse: Vec<[i8; TAPS]> = filters
        .iter()
        .map(|filter| {
            std::array::from_fn(|tap| {
                let steps = f64::from(widest - scales.shifts[tap]).exp2();
                (f64::from(filter[tap]) / steps).round_ties_even() as i8
            })
        })
        .collect();
    let all = [shifts.into_iter().max().unwrap(); TAPS];
    let single = error(all, by_tap(&coarse), [0; TAPS], scales.least + widest);
    assert!(single > 0.5, "{single}");
}

#[test]
fn no_more_bits_are_cut_than_must_be() {
    for case in Computed::of("winograd/f4_tapwise_int8") {
        let (height, width) = (case.size("height"), case.size("width"));
        let shifts = case.input("input_shift");
        // One case has shifts that were calibrated on other inputs.
        if shifts == [4.0; TAPS] {
            continue;
        }
        assert_eq!(
            shifts,
            tapwise::input_shifts(&case.input("input"), height, width).map(f64::from)
        );
        // A patch of 8-bit values is at most 100 * 128 < 127 * 2^7.
        assert!(
            shifts.iter().all(|shift| (0.0..=7.0).contains(shift)),
            "{shifts:?}"
        );
        // Every tap of the filters uses its eighth bit.
        let filters = case.input("filters");
        for tap in filters.chunks(filters.len() / TAPS) {
            let largest = tap.iter().copied().fold(0.0, |a: f64, b| a.max(b.abs()));
            assert!((64.0..=127.0).contains(&largest), "{largest}");
        }
    }
}

use super::{MANIFEST, instance, loaded, values};
use crate::workload::Scalar;

/// The elements of one buffer of `len` elements, filled with `fill` under `seed`.
fn filled(scalar: &str, len: usize, fill: &str, seed: u64) -> Vec<f64> {
    let manifest = MANIFEST
        .replace(
            "[buffers]",
            &format!("[buffers]\nx = {{ type = \"{scalar}\", len = {len}, fill = {fill} }}"),
        )
        .replace("seed = 1\n\n", &format!("seed = {seed}\n\n"));
    let workload = loaded(&manifest);
    values(&instance(&workload, &workload.cases[0]), "x")
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values
        .iter()
        .map(|value| (value - mean).powi(2))
        .sum::<f64>()
        / values.len() as f64)
        .sqrt()
}

#[test]
fn normal_values_have_their_mean_and_deviation() {
    let values = filled("f32", 200_000, "{ normal = { mean = -3.0, std = 0.5 } }", 9);
    assert!((mean(&values) + 3.0).abs() < 0.01);
    assert!((deviation(&values) - 0.5).abs() < 0.01);
    // Chunks of 65536 have streams of their own; none repeats another.
    assert_ne!(values[..1000], values[65536..66536]);
}

#[test]
fn normal_integers_are_rounded_and_cut_at_the_ends_of_their_type() {
    let values = filled(
        "i32",
        100_000,
        "{ normal = { mean = 10.0, std = 30.0 } }",
        9,
    );
    assert!((mean(&values) - 10.0).abs() < 0.5);
    // Rounding adds a twelfth to the variance.
    assert!((deviation(&values) - (900f64 + 1.0 / 12.0).sqrt()).abs() < 0.3);
    let bytes = filled("i8", 100_000, "{ normal = { mean = 10.0, std = 60.0 } }", 9);
    let share = |wanted: f64| bytes.iter().filter(|value| **value == wanted).count();
    // 1.96 deviations above, 2.29 below.
    assert!((2_300..2_700).contains(&share(127.0)), "{}", share(127.0));
    assert!((900..1_300).contains(&share(-128.0)), "{}", share(-128.0));
}

#[test]
fn rectified_values_are_half_zero_and_never_negative() {
    let values = filled("f64", 100_000, "{ relu_normal = { std = 2.0 } }", 9);
    let zeros = values.iter().filter(|value| **value == 0.0).count();
    assert!(values.iter().all(|value| *value >= 0.0));
    assert!((49_000..51_000).contains(&zeros), "{zeros}");
}

#[test]
fn uniform_values_cover_their_range() {
    let floats = filled("f32", 100_000, "{ uniform = { lo = -2.0, hi = -1.0 } }", 9);
    assert!(floats.iter().all(|value| (-2.0..=-1.0).contains(value)));
    assert!((mean(&floats) + 1.5).abs() < 0.01);
    let integers = filled("u8", 10_000, "{ uniform = { lo = 253, hi = 256 } }", 9);
    for wanted in [253.0, 254.0, 255.0] {
        let count = integers.iter().filter(|value| **value == wanted).count();
        assert!((3_000..3_700).contains(&count), "{wanted}: {count}");
    }
}

#[test]
fn ramps_and_constants_are_what_they_say() {
    assert_eq!(
        filled("i32", 4, "{ ramp = { step = \"m\" } }", 1),
        [0.0, 6.0, 12.0, 18.0]
    );
    assert_eq!(
        filled("f32", 3, "{ ramp = { start = 1.5, step = -0.5 } }", 1),
        [1.5, 1.0, 0.5]
    );
    assert_eq!(filled("i8", 3, "{ constant = -7 }", 1), [-7.0; 3]);
}

#[test]
fn zipf_indices_have_the_skew_of_the_production_trace() {
    // Shares of the accesses that go to the most frequent 0.1 %, 1 % and 10 % of 100,000 ids, by summing the weights.
    for (parameters, shares) in [
        ("q = 2.75, s = 0.89", [0.22, 0.42, 0.67]),
        ("q = 0.0, s = 1.2", [0.71, 0.85, 0.94]),
    ] {
        let fill = format!("{{ zipf = {{ n = 100000, {parameters} }} }}");
        let ids = filled("i32", 400_000, &fill, 9);
        let mut counts = vec![0usize; 100_000];
        ids.iter().for_each(|id| counts[*id as usize] += 1);
        counts.sort_unstable_by(|a, b| b.cmp(a));
        // The most frequent ids of a sample have a little more than their share: rare ids come by luck.
        for (top, share) in [100, 1_000].into_iter().zip(shares) {
            let sampled = counts[..top].iter().sum::<usize>() as f64 / ids.len() as f64;
            assert!(
                (share - 0.01..share + 0.03).contains(&sampled),
                "{parameters}, {top}: {sampled} for {share}"
            );
        }
    }
}

#[test]
fn frequent_ids_are_scattered_and_the_same_for_every_seed() {
    let frequent = |seed| {
        let mut counts = vec![(0usize, 0usize); 1000];
        for id in filled(
            "u16",
            100_000,
            "{ zipf = { n = 1000, q = 0.0, s = 1.2 } }",
            seed,
        ) {
            counts[id as usize] = (counts[id as usize].0 + 1, id as usize);
        }
        counts.sort_unstable_by(|a, b| b.cmp(a));
        [counts[0].1, counts[1].1, counts[2].1]
    };
    let ids = frequent(1);
    assert_eq!(ids, frequent(2));
    assert!(
        ids[0].abs_diff(ids[1]) > 1 && ids[1].abs_diff(ids[2]) > 1,
        "{ids:?}"
    );
}

#[test]
fn jagged_offsets_rise_from_zero_to_their_total_with_empty_groups() {
    for seed in 1..20 {
        let starts = filled(
            "i32",
            101,
            "{ jagged = { total = 1000, spread = 1.7, empty = 0.2 } }",
            seed,
        );
        assert_eq!((starts[0], starts[100]), (0.0, 1000.0));
        let lengths: Vec<f64> = starts.windows(2).map(|ends| ends[1] - ends[0]).collect();
        assert!(lengths.iter().all(|length| *length >= 0.0));
        assert!(lengths.iter().filter(|length| **length == 0.0).count() > 20);
        assert!(lengths.iter().any(|length| *length > 20.0));
    }
    let none = filled(
        "i32",
        5,
        "{ jagged = { total = 10, spread = 1.0, empty = 1.0 } }",
        1,
    );
    assert_eq!(none, [0.0; 5]);
}

#[test]
fn data_depend_on_the_seed_and_the_name_of_the_buffer_alone() {
    let workload = loaded(MANIFEST);
    let first = instance(&workload, &workload.cases[0]);
    let with_another = MANIFEST.replace(
        "[buffers]",
        "[buffers]\nb = { type = \"f32\", len = 4, fill = { normal = { std = 1.0 } } }",
    );
    let workload = loaded(&with_another);
    let second = instance(&workload, &workload.cases[0]);
    for name in ["table", "index", "start"] {
        assert_eq!(values(&first, name), values(&second, name));
    }
    let fill = "{ normal = { std = 1.0 } }";
    assert_eq!(filled("f32", 9, fill, 1), filled("f32", 9, fill, 1));
    assert_ne!(filled("f32", 9, fill, 1), filled("f32", 9, fill, 2));
    assert_ne!(values(&second, "b"), values(&second, "table")[..4]);
}

#[test]
fn data_do_not_depend_on_the_number_of_threads() {
    let fill = "{ normal = { std = 1.0 } }";
    let alone = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .unwrap();
    let three = rayon::ThreadPoolBuilder::new()
        .num_threads(3)
        .build()
        .unwrap();
    let make = || filled("f32", 300_000, fill, 1);
    assert_eq!(alone.install(make), three.install(make));
}

#[test]
fn a_case_may_put_another_distribution_in_place_of_a_buffers_own() {
    let workload = loaded(MANIFEST);
    assert!(
        values(&instance(&workload, &workload.cases[0]), "table")
            .iter()
            .any(|value| *value > 0.0)
    );
    assert_eq!(
        values(&instance(&workload, &workload.cases[1]), "table"),
        [-2.0; 24]
    );
}

#[test]
fn rows_of_clusters_are_near_one_of_the_centres_and_have_neighbours_in_other_buffers() {
    let fill =
        "{ clusters = { width = 128, centres = 64, std = 12.0, lo = 0, hi = 218, step = 1 } }";
    let rows = filled("f32", 128 * 2000, fill, 9);
    assert!(
        rows.iter()
            .all(|value| value.fract() == 0.0 && (0.0..=218.0).contains(value))
    );
    let distance = |a: &[f64], b: &[f64]| -> f64 {
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
    };
    // Two rows of a cluster are sqrt(2 * 128) * 12 = 192 apart, less what is held at the ends; of two clusters, some 218 sqrt(128 / 6) = 1007.
    let others = filled("f32", 128 * 50, fill, 10);
    for query in others.chunks(128) {
        let near = rows
            .chunks(128)
            .filter(|row| distance(row, query) < 300.0)
            .count();
        assert!((5..80).contains(&near), "{near} of 2000 / 64 = 31");
        let between = rows
            .chunks(128)
            .filter(|row| (300.0..600.0).contains(&distance(row, query)));
        assert_eq!(between.count(), 0);
    }
}

#[test]
fn a_share_of_rows_is_larger_than_the_rest() {
    let fill = "{ peaked = { width = 50, std = 0.5, share = 0.05, factor = 8.0 } }";
    let rows = filled("f32", 50 * 4000, fill, 9);
    let (large, rest): (Vec<&[f64]>, Vec<&[f64]>) =
        rows.chunks(50).partition(|row| deviation(row) > 1.5);
    assert!((150..250).contains(&large.len()), "{}", large.len());
    assert!((deviation(&large.concat()) - 4.0).abs() < 0.1);
    assert!((deviation(&rest.concat()) - 0.5).abs() < 0.01);
}

#[test]
fn some_experts_are_asked_for_more_than_their_share_and_some_rows_have_two_largest() {
    let fill = "{ expert_logits = { experts = 16, bias = 0.5, ties = 0.1 } }";
    let logits = filled("f32", 16 * 8000, fill, 9);
    let mut load = [0; 16];
    let mut tied = 0;
    for row in logits.chunks(16) {
        let most = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let top: Vec<usize> = (0..16).filter(|at| row[*at] == most).collect();
        load[top[0]] += 1;
        tied += usize::from(top.len() == 2);
        assert!(top.len() <= 2);
    }
    assert!((700..900).contains(&tied), "{tied}");
    // An even share is 500: capacity factors of 1.25 and 2 overflow.
    assert!(
        load.iter().max().unwrap() > &1000 && load.iter().min().unwrap() < &250,
        "{load:?}"
    );
    // Within an expert the logits are normal around its bias.
    let of_one: Vec<f64> = logits.chunks(16).map(|row| row[3]).collect();
    assert!((deviation(&of_one) - 1.0).abs() < 0.1);
}

#[test]
fn a_graph_has_a_hub_nodes_without_edges_and_a_power_law_between() {
    let (nodes, edges) = (1000, 8000);
    let text = format!(
        "[buffers]\nat = {{ type = \"i32\", len = {}, fill = {{ rmat_starts = {{ nodes = {nodes}, edges = {edges} }} }} }}\n\
         to = {{ type = \"i32\", len = {edges}, fill = {{ rmat_columns = {{ of = \"at\", nodes = {nodes} }} }} }}",
        nodes + 1
    );
    let workload = loaded(&MANIFEST.replace("[buffers]", &text));
    let instance = instance(&workload, &workload.cases[0]);
    let (starts, columns) = (values(&instance, "at"), values(&instance, "to"));
    assert_eq!((starts[0], starts[nodes]), (0.0, edges as f64));
    let degrees: Vec<f64> = starts.windows(2).map(|ends| ends[1] - ends[0]).collect();
    let mut into = vec![0.0; nodes];
    columns
        .iter()
        .for_each(|column| into[*column as usize] += 1.0);
    for degrees in [&degrees, &into] {
        let mut sorted = degrees.clone();
        sorted.sort_by(|a, b| b.total_cmp(a));
        // A row all of whose ten bits are 0 has 0.76^10 = 6.4 % of what falls within 1024; the median node has few edges.
        assert!((400.0..700.0).contains(&sorted[0]), "hub {}", sorted[0]);
        assert!(sorted[nodes / 2] < 5.0, "median {}", sorted[nodes / 2]);
        let isolated = sorted.iter().filter(|degree| **degree == 0.0).count();
        assert!((50..500).contains(&isolated), "{isolated} isolated");
        // A tenth of the nodes has most of the edges.
        assert!(sorted[..nodes / 10].iter().sum::<f64>() > 0.5 * edges as f64);
    }
    for ends in starts.windows(2) {
        let row = &columns[ends[0] as usize..ends[1] as usize];
        assert!(row.windows(2).all(|pair| pair[0] <= pair[1]));
    }
    // Who points to many is pointed to by many, as .57 and .05 on the diagonal make it.
    let hub = (0..nodes)
        .max_by(|a, b| degrees[*a].total_cmp(&degrees[*b]))
        .unwrap();
    assert!(into[hub] > 20.0, "{}", into[hub]);
}

#[test]
fn links_go_to_the_nearest_rows_and_to_some_at_random() {
    let text = "[buffers]\nrow = { type = \"f32\", len = 400, fill = { normal = { std = 1.0 } } }\n\
        link = { type = \"i32\", len = 600, fill = { neighbours = { of = \"row\", width = 4, degree = 6, near = 4 } } }\n\
        k = { type = \"f64\", len = 10000, fill = { rbf = { of = \"row\", width = 4, gamma = 0.25 } } }";
    let workload = loaded(&MANIFEST.replace("[buffers]", text));
    let instance = instance(&workload, &workload.cases[0]);
    let (rows, links) = (values(&instance, "row"), values(&instance, "link"));
    let k = values(&instance, "k");
    let distance = |a: usize, b: usize| -> f64 {
        let pairs = rows[4 * a..4 * a + 4].iter().zip(&rows[4 * b..4 * b + 4]);
        pairs.map(|(a, b)| (a - b).powi(2)).sum()
    };
    for (row, links) in links.chunks(6).enumerate() {
        let of = |at: usize| distance(row, links[at] as usize);
        assert!(links.iter().all(|link| *link != row as f64));
        assert!((1..4).all(|at| of(at - 1) <= of(at)));
        let nearer = (0..100).filter(|other| *other != row && distance(row, *other) < of(3));
        assert_eq!(nearer.count(), 3);
        for other in [0, 57] {
            assert!((k[row * 100 + other] - (-0.25 * distance(row, other)).exp()).abs() < 1e-15);
        }
    }
    let random: Vec<f64> = links
        .chunks(6)
        .flat_map(|links| [links[4], links[5]])
        .collect();
    assert!((mean(&random) - 49.5).abs() < 10.0, "{}", mean(&random));
}

#[test]
fn a_dominant_matrix_outweighs_each_row_on_its_diagonal() {
    let matrix = filled("f32", 40 * 40, "{ dominant = { n = 40 } }", 9);
    for (at, row) in matrix.chunks(40).enumerate() {
        let rest: f64 = row.iter().map(|value| value.abs()).sum::<f64>() - row[at];
        assert!(
            row[at] > 38.9 && rest < 39.0 && rest > 10.0,
            "{} {rest}",
            row[at]
        );
    }
}

#[test]
fn sixteen_bit_floats_are_the_numbers_of_a_double_rounded_once() {
    for fill in [
        "{ normal = { mean = 1.0, std = 3.0 } }",
        "{ relu_normal = { std = 2.0 } }",
        "{ uniform = { lo = -2.0, hi = 5.0 } }",
        "{ constant = 0.1 }",
        "{ ramp = { start = 0.1, step = 0.3 } }",
        "{ jagged = { total = 5000, spread = 1.0 } }",
        "{ clusters = { width = 10, centres = 4, std = 0.5, lo = 0.0, hi = 9.0 } }",
        "{ peaked = { width = 10, std = 1.0, share = 0.1, factor = 8.0 } }",
        "{ dominant = { n = 100 } }",
        "{ expert_logits = { experts = 10, bias = 1.0 } }",
    ] {
        let exact = filled("f64", 10_000, fill, 9);
        for scalar in [Scalar::F16, Scalar::Bf16] {
            let rounded = exact.iter().map(|value| scalar.value(scalar.bits(*value)));
            let rounded: Vec<f64> = rounded.collect();
            assert!(rounded != exact, "{scalar} {fill}");
            assert!(
                filled(scalar.name(), 10_000, fill, 9) == rounded,
                "{scalar} {fill}"
            );
        }
    }
}

#[test]
fn normal_halves_have_their_mean_and_deviation_and_end_where_their_type_does() {
    for scalar in ["f16", "bf16"] {
        let values = filled(
            scalar,
            200_000,
            "{ normal = { mean = -3.0, std = 0.5 } }",
            9,
        );
        assert!((mean(&values) + 3.0).abs() < 0.01);
        assert!((deviation(&values) - 0.5).abs() < 0.01);
    }
    let wide = filled("f16", 100_000, "{ normal = { std = 40000.0 } }", 9);
    let share = |wanted: f64| wide.iter().filter(|value| **value == wanted).count();
    // 1.64 deviations: 5 % on either side.
    assert!(
        (4_800..5_400).contains(&share(65_504.0)),
        "{}",
        share(65_504.0)
    );
    assert!(wide.iter().all(|value| value.is_finite()));
}

#[test]
fn what_a_float_does_not_hold_is_no_parameter_of_its_fill() {
    for (scalar, fill, part) in [
        (
            "f16",
            "{ constant = 70000.0 }",
            "constant = 70000 is beyond f16, which ends at 65504",
        ),
        (
            "f16",
            "{ ramp = { step = 30000.0 } }",
            "the last value = 90000 is beyond f16",
        ),
        (
            "f16",
            "{ uniform = { lo = -1e5, hi = 0.0 } }",
            "lo = -100000 is beyond f16",
        ),
        ("f32", "{ constant = 1e39 }", "is beyond f32"),
    ] {
        let buffer = format!("[buffers]\nx = {{ type = \"{scalar}\", len = 4, fill = {fill} }}");
        let workload = loaded(&MANIFEST.replace("[buffers]", &buffer));
        let made = workload.instance(&workload.cases[0], &workload.default_setup());
        let error = made.unwrap_err().to_string();
        assert!(
            error.contains("buffers.x.fill") && error.contains(part),
            "{error}"
        );
    }
    assert_eq!(filled("bf16", 1, "{ constant = 1e38 }", 1).len(), 1);
}

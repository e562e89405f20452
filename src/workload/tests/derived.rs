//! Buffers that are made of others.

use super::{MANIFEST, instance, loaded, values};

/// The elements of a buffer `u`, as described, and of `g`, from which it is derived.
fn derived(u: &str, g: &str) -> [Vec<f64>; 2] {
    let manifest = MANIFEST.replace("[buffers]", &format!("[buffers]\nu = {u}\ng = {g}"));
    let workload = loaded(&manifest);
    let instance = instance(&workload, &workload.cases[0]);
    ["u", "g"].map(|name| values(&instance, name))
}

fn are_transformed<const N: usize>(name: &str, matrix: [[f64; 3]; N]) {
    let [u, g] = derived(
        &format!(
            "{{ type = \"f64\", len = \"{} * 2 * 3\", fill = {{ {name} = {{ of = \"g\", outputs = 2, channels = 3 }} }} }}",
            N * N
        ),
        r#"{ type = "f32", len = "9 * 2 * 3", fill = { normal = { std = 1.0 } } }"#,
    );
    for filter in 0..6 {
        for (at, wanted) in (0..N * N).map(|at| (at, u[at * 6 + filter])) {
            let mut sum = 0.0;
            for i in 0..3 {
                for j in 0..3 {
                    sum += matrix[at / N][i] * g[filter * 9 + i * 3 + j] * matrix[at % N][j];
                }
            }
            assert!((sum - wanted).abs() < 1e-12);
        }
    }
}

#[test]
fn winograd_filters_are_the_transformed_weights() {
    let f2 = [
        [1.0, 0.0, 0.0],
        [0.5, 0.5, 0.5],
        [0.5, -0.5, 0.5],
        [0.0, 0.0, 1.0],
    ];
    are_transformed("winograd_f2_filters", f2);
    let [sixth, twelfth, twentyfourth] = [6.0, 12.0, 24.0].map(|n| 1.0 / n);
    let f4 = [
        [0.25, 0.0, 0.0],
        [-sixth, -sixth, -sixth],
        [-sixth, sixth, -sixth],
        [twentyfourth, twelfth, sixth],
        [twentyfourth, -twelfth, sixth],
        [0.0, 0.0, 1.0],
    ];
    are_transformed("winograd_f4_filters", f4);
}

#[test]
fn quantised_values_are_the_nearest_steps_within_their_range() {
    let [u, g] = derived(
        r#"{ type = "i8", len = 4000, fill = { quantized = { of = "g", step = 0.5, lo = -3, hi = 4 } } }"#,
        r#"{ type = "f32", len = 4000, fill = { normal = { std = 1.0 } } }"#,
    );
    for (u, g) in u.iter().zip(&g) {
        let cut = g.clamp(-1.5, 2.0);
        assert!((u * 0.5 - cut).abs() <= 0.25, "{u} {g}");
    }
    assert!(u.contains(&-3.0) && u.contains(&4.0));
}

#[test]
fn places_count_those_of_the_same_group_before() {
    let [u, g] = derived(
        r#"{ type = "i32", len = 50, fill = { places = { of = "g", groups = 4, capacity = 9 } } }"#,
        r#"{ type = "u8", len = 50, fill = { uniform = { lo = 0, hi = 4 } } }"#,
    );
    for (at, place) in u.iter().enumerate() {
        let before = g[..at].iter().filter(|group| **group == g[at]).count();
        assert_eq!(*place, if before < 9 { before as f64 } else { -1.0 });
    }
    assert!(u.contains(&8.0) && u.contains(&-1.0));
}

#[test]
fn a_tree_has_the_smallest_keys_below_each_child_and_then_all_keys() {
    let [u, g] = derived(
        r#"{ type = "i32", len = 28, fill = { btree = { of = "g", order = 4, levels = 3 } } }"#,
        r#"{ type = "i32", len = 6, fill = { ramp = { start = 10, step = 3 } } }"#,
    );
    let none = f64::from(i32::MAX);
    assert_eq!(u[..8], [g[0], none, none, none, g[0], g[4], none, none]);
    assert_eq!(u[8..20], [none; 12]);
    assert_eq!(u[20..26], g);
    assert_eq!(u[26..], [none; 2]);
}

#[test]
fn rows_are_on_two_sides_of_one_plane_whichever_buffer_they_are_in() {
    let normal = r#"fill = { normal = { std = 1.0 } } }"#;
    let side = "width = 2, no = 2, yes = -1.5 } } }";
    let text = format!(
        "[buffers]\na = {{ type = \"f32\", len = 800, {normal}\nb = {{ type = \"f32\", len = 600, {normal}\n\
         of_a = {{ type = \"f32\", len = 400, fill = {{ sides = {{ of = \"a\", {side}\n\
         of_b = {{ type = \"f64\", len = 300, fill = {{ sides = {{ of = \"b\", {side}"
    );
    let workload = loaded(&MANIFEST.replace("[buffers]", &text));
    let instance = instance(&workload, &workload.cases[0]);
    let mut found = Vec::new();
    for (rows, sides) in [("a", "of_a"), ("b", "of_b")] {
        let (rows, sides) = (values(&instance, rows), values(&instance, sides));
        found.extend(rows.chunks(2).map(|row| row[1].atan2(row[0])).zip(sides));
    }
    assert!(found.iter().all(|(_, side)| [2.0, -1.5].contains(side)));
    // All around the origin the side changes twice, at opposite places.
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let next = found.iter().skip(1);
    let changes = found.iter().zip(next).filter(|(a, b)| a.1 != b.1);
    let at: Vec<f64> = changes.map(|(a, b)| (a.0 + b.0) / 2.0).collect();
    match at[..] {
        [one, other] => assert!((other - one - std::f64::consts::PI).abs() < 0.1, "{at:?}"),
        _ => panic!("{at:?}"),
    }
}

#[test]
fn what_is_derived_from_a_buffer_of_the_wrong_length_is_refused() {
    let table = r#"of = "table""#;
    for (kind, len, fill, said) in [
        (
            "f32",
            90,
            format!("winograd_f4_filters = {{ {table}, outputs = 1, channels = 3 }}"),
            "give 108; the buffers have 36 and 90",
        ),
        (
            "u8",
            40,
            format!("rowwise_q8 = {{ {table}, columns = 12 }}"),
            "rows of 12 take 20 bytes each; the buffers have 36 elements and 40 bytes",
        ),
        (
            "i8",
            30,
            format!("quantized = {{ {table}, step = 1, lo = 0, hi = 1 }}"),
            "36 quantised values for a buffer of 30 elements",
        ),
        (
            "i8",
            36,
            format!("quantized = {{ {table}, step = 0, lo = 0, hi = 1 }}"),
            "step is 0",
        ),
        (
            "i8",
            36,
            format!("quantized = {{ {table}, step = 1, lo = 2, hi = 1 }}"),
            "hi is 1; it must be at least 2",
        ),
        (
            "i32",
            33,
            r#"cache_tags = { of = "index" }"#.into(),
            "33 tags are no whole sets of 32",
        ),
        (
            "i32",
            6,
            r#"places = { of = "index", groups = 2, capacity = 1 }"#.into(),
            "of 2",
        ),
        (
            "i32",
            14,
            r#"btree = { of = "start", order = 2, levels = 3 }"#.into(),
            "no tree over 3 keys with 3 levels of 2 children has 14 separators",
        ),
        (
            "i8",
            10,
            r#"btree = { of = "start", order = 2, levels = 3 }"#.into(),
            "is not a i8",
        ),
        (
            "i32",
            36,
            r#"winograd_f4_input_shifts = { of = "index", height = 4, width = 4 }"#.into(),
            "6 values are no planes of 4 x 4",
        ),
    ] {
        let buffer =
            format!("[buffers]\nu = {{ type = \"{kind}\", len = {len}, fill = {{ {fill} }} }}");
        let workload = loaded(&MANIFEST.replace("[buffers]", &buffer));
        let made = workload.instance(&workload.cases[0], &workload.default_setup());
        let refused = made.unwrap_err().to_string();
        assert!(refused.contains(said), "{refused}\nwants {said}");
    }
}

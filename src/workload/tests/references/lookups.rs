use super::{Computed, assert_close, noise};
use crate::workload::Metric;
use crate::workload::reference::{cached, quantized, sls};

#[test]
fn a_bag_is_the_sum_of_its_rows() {
    let table = [1.0, 2.0, 10.0, 20.0, 100.0, 200.0];
    let out = sls::sls(
        |at| table.get(at).copied(),
        &[2.0, 0.0, 2.0, 1.0],
        None,
        &[0.0, 3.0, 3.0, 4.0],
        2,
    );
    assert_eq!(out.unwrap(), [201.0, 402.0, 0.0, 0.0, 10.0, 20.0]);
}

#[test]
fn bags_and_indices_out_of_range_are_errors() {
    let table = [1.0, 2.0];
    let sum =
        |index: &[f64], start: &[f64]| sls::sls(|at| table.get(at).copied(), index, None, start, 1);
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
fn a_weighted_bag_is_the_weighted_sum_of_its_rows() {
    let table = [1.0, 2.0, 10.0, 20.0];
    let sum = |weight: &[f64]| {
        let ends = [0.0, 2.0, 3.0];
        sls::sls(
            |at| table.get(at).copied(),
            &[1.0, 0.0, 1.0],
            Some(weight),
            &ends,
            2,
        )
    };
    assert_eq!(sum(&[0.5, -2.0, 3.0]).unwrap(), [3.0, 6.0, 30.0, 60.0]);
    assert_eq!(sum(&[1.0]).unwrap_err(), "3 indices have 1 weights");
}

#[test]
fn a_quantised_row_has_its_ends_exactly_and_the_rest_to_half_a_step() {
    // Six columns are eight bytes. The range is 255 steps of 0.5.
    let row = [-10.0, 117.5, 0.3, 0.0, 20.25, 20.26];
    let bytes = quantized::quantize_rows(&row, 6);
    assert_eq!(quantized::row_bytes(6), bytes.len());
    assert_eq!(bytes[..8], [0, 255, 21, 20, 60, 61, 0, 0]);
    assert_eq!(bytes[8..12], 0.5f32.to_le_bytes());
    assert_eq!(bytes[12..], (-10.0f32).to_le_bytes());
    let wanted = [-10.0, 117.5, 0.5, 0.0, 20.0, 20.5];
    for (column, wanted) in wanted.into_iter().enumerate() {
        assert_eq!(quantized::element(&bytes, column), wanted);
    }
    // A row of one value has no range to divide by.
    let flat = quantized::quantize_rows(&[0.75; 4], 4);
    assert_eq!(quantized::element(&flat, 3), 0.75);
}

#[test]
fn the_8_bit_format_loses_what_is_published_and_no_sum_of_it_is_wrong() {
    for case in Computed::of("embedding/sls_q8") {
        let (dim, table) = (case.size("dim"), case.input("weights"));
        let sums = sls::sls(
            |at| table.get(at).copied(),
            &case.input("index"),
            None,
            &case.input("start"),
            dim,
        );
        let (sums, out) = (sums.unwrap(), &case.outputs["out"]);
        let loss = Metric::Nrmse.error(out, &sums);
        // 4.6e-3 to 5.9e-3 of normal values in rows of 32 to 128; less where values differ little.
        assert!(loss < 7e-3, "{loss}");
        if case.instance.case == "small" {
            assert!(loss > 4e-3, "{loss}");
        }
    }
}

#[test]
fn shared_bags_give_what_the_expanded_batch_gives() {
    for case in Computed::of("embedding/dedup_pool") {
        let (table, index, start) = (
            case.input("table"),
            case.input("index"),
            case.input("start"),
        );
        let mut expanded = Vec::new();
        let mut ends = vec![0.0];
        for bag in case.input("inverse") {
            let bag = bag as usize;
            expanded.extend_from_slice(&index[start[bag] as usize..start[bag + 1] as usize]);
            ends.push(expanded.len() as f64);
        }
        let sums = sls::sls(
            |at| table.get(at).copied(),
            &expanded,
            None,
            &ends,
            case.size("dim"),
        );
        assert_eq!(sums.unwrap(), case.outputs["out"]);
    }
}

#[test]
fn the_hash_of_a_set_is_the_published_finaliser() {
    // MurmurHash3's fmix64 of 0 and 1.
    assert_eq!(cached::set_of(0, 1 << 40), 0);
    assert_eq!(cached::set_of(1, usize::MAX), 0xb456_bcfc_34c2_cb2c);
}

#[test]
fn a_cache_holds_the_most_frequent_rows_that_its_sets_have_room_for() {
    // 40 rows, row r looked up r + 1 times, in one set: the 32 most frequent.
    let index: Vec<f64> = (0..40)
        .flat_map(|row| vec![f64::from(row); row as usize + 1])
        .collect();
    let wanted: Vec<f64> = (8..40).rev().map(f64::from).collect();
    assert_eq!(cached::tags(&index, 1), wanted);
    let tags = cached::tags(&index, 7);
    for (place, tag) in tags.iter().enumerate().filter(|(_, tag)| **tag >= 0.0) {
        assert_eq!(cached::set_of(*tag as usize, 7), place / cached::WAYS);
    }
    assert_eq!(tags.iter().filter(|tag| **tag >= 0.0).count(), 40);
}

#[test]
fn rows_come_from_the_cache_if_and_only_if_they_are_in_it() {
    let mut hits = 0;
    let mut misses = 0;
    for case in Computed::of("embedding/cached_lookup") {
        let dim = case.size("dim");
        let [tags, cache, table, index, start] =
            ["tags", "cache", "table", "index", "start"].map(|name| case.input(name));
        // Every tag is looked at for every row, whatever its set.
        let mut out = Vec::new();
        for ends in start.windows(2) {
            let mut sums = vec![0.0; dim];
            for row in &index[ends[0] as usize..ends[1] as usize] {
                let place = tags.iter().position(|tag| tag == row);
                let (rows, at) = match place {
                    Some(place) => (&cache, place),
                    None => (&table, *row as usize),
                };
                hits += usize::from(place.is_some());
                misses += usize::from(place.is_none());
                for (sum, value) in sums.iter_mut().zip(&rows[at * dim..][..dim]) {
                    *sum += value;
                }
            }
            out.extend(sums);
        }
        assert_eq!(out, case.outputs["out"]);
    }
    assert!(hits > 1000 && misses > 200, "{hits} {misses}");
}

#[test]
fn sums_of_equal_rows_are_multiples() {
    let table = noise(12, 5);
    let sums = sls::sls(|at| table.get(at).copied(), &[2.0; 7], None, &[0.0, 7.0], 4);
    let wanted: Vec<f64> = table[8..].iter().map(|value| value * 7.0).collect();
    assert_close(&sums.unwrap(), &wanted);
}

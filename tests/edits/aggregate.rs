//! Atomic operations that one lane does for all.

use super::machine::{Data, Shot};
use super::*;
use std::sync::LazyLock;
use warpsmith::workload::Reshape;

static KERNELS: LazyLock<Source> =
    LazyLock::new(|| Source::parse("aggregate.ll", include_str!("../ir/aggregate.ll")).unwrap());

/// In `totals`: a sum of values, a maximum, a count, a sum of floats.
const TOTALS: [&str; 4] = [
    "aggregate %10",
    "aggregate %12",
    "aggregate %13",
    "aggregate %16",
];
const HISTOGRAM: &str = "aggregate %31";
const ROUNDS: &str = "aggregate %47";

fn build(text: &str) -> Built {
    let promises = Promises::default();
    let built = edit::build(&KERNELS, &genome(text), &promises, &arch()).unwrap();
    assert_eq!(built.skipped, [], "{text}");
    assert!(built.contract.is_empty());
    built
}

fn refused(text: &str) -> String {
    let promises = Promises::default();
    let build = |text: &str| edit::build(&KERNELS, &genome(text), &promises, &arch()).unwrap();
    let built = build(text);
    assert_eq!(
        built.ptx,
        build("").ptx,
        "{text} is refused and changes something"
    );
    match &built.skipped[..] {
        [(0, skip)] => skip.to_string(),
        other => panic!("{text}: {other:?}"),
    }
}

fn count(built: &Built, what: &str) -> usize {
    built.ptx.matches(what).count()
}

/// What the kernel leaves in its sums, as integers.
fn sums(shot: &Shot<'_>, ptx: &str) -> Vec<i32> {
    let found = shot.execute(ptx, Reshape::default());
    let words = found.unwrap_or_else(|fault| panic!("{fault}\n{ptx}"));
    words.into_iter().map(|it| it.to_bits() as i32).collect()
}

/// Sums of small numbers, which floats hold exactly, too.
fn totals(ptx: &str, n: i32) -> Vec<i32> {
    let keys: Vec<i32> = (0..n).map(|i| i * 13 % 41 - 20).collect();
    let shot = Shot {
        entry: "totals",
        grid: [n.max(1).cast_unsigned().div_ceil(64), 1, 1],
        block: [64, 1, 1],
        shared: 0,
        args: &[
            Data::Integers(&keys),
            Data::Sums(&[100]),
            Data::Sums(&[-7]),
            Data::Sums(&[0]),
            Data::Sums(&[0]),
            Data::Number(n),
        ],
    };
    sums(&shot, ptx)
}

#[test]
fn one_lane_adds_for_a_full_warp_and_the_others_for_themselves() {
    let plain = build("");
    for (text, shuffles) in [
        (TOTALS[0], 5),
        (TOTALS[1], 5),
        // As many as there are lanes: nothing to ask for.
        (TOTALS[2], 0),
        (TOTALS[3], 5),
    ] {
        let built = build(text);
        assert_eq!(count(&built, "shfl.sync.bfly"), shuffles, "{text}");
        assert_eq!(count(&built, "activemask"), 1, "{text}");
        assert_eq!(count(&built, "vote.sync"), 0, "{text}");
        // Full warps, and a last one that is not.
        for n in [64, 70, 129, 5] {
            assert_eq!(totals(&built.ptx, n), totals(&plain.ptx, n), "{text} {n}");
        }
    }
    let all = build(&TOTALS.join("; "));
    assert_eq!(totals(&all.ptx, 200), totals(&plain.ptx, 200));
}

#[test]
fn lanes_that_may_mean_different_addresses_compare_them() {
    let keys: [Vec<i32>; 3] = [
        (0..150).map(|i| i % 5 - 1).collect(),
        // A warp of one bin, a warp of two, a warp some of whose lanes have nothing to add.
        (0..96)
            .map(|i| [3, 3 - i % 2, 2 - 3 * (i % 3 / 2)][i as usize / 32])
            .collect(),
        vec![0; 32],
    ];
    let built = build(HISTOGRAM);
    assert_eq!(count(&built, "vote.sync.all"), 1, "{}", built.ptx);
    for keys in keys {
        let shot = Shot {
            entry: "histogram",
            grid: [1; 3],
            block: [64, 1, 1],
            shared: 0,
            args: &[
                Data::Integers(&keys),
                Data::Sums(&[0; 4]),
                Data::Number(keys.len() as i32),
            ],
        };
        assert_eq!(sums(&shot, &built.ptx), sums(&shot, &build("").ptx));
    }
    // An address that moves with a loop is compared as well: lanes may be in different turns.
    let built = build(ROUNDS);
    assert_eq!(count(&built, "vote.sync.all"), 1, "{}", built.ptx);
    let keys: Vec<i32> = (0..40).collect();
    let shot = Shot {
        entry: "rounds",
        grid: [2, 1, 1],
        block: [40, 1, 1],
        shared: 0,
        args: &[Data::Integers(&keys), Data::Sums(&[1; 3]), Data::Number(3)],
    };
    assert_eq!(sums(&shot, &built.ptx), [1 + 2 * 780; 3]);
}

#[test]
fn who_wants_the_old_value_or_gives_a_signal_does_so_alone() {
    assert!(refused("aggregate %51").contains("before its own operation"));
    assert!(refused("aggregate %62").contains("fences"));
    assert!(refused("aggregate %9").contains("only atomic"));
}

#[test]
fn atomics_whose_result_nobody_wants_are_proposed() {
    let (promises, empty) = (Promises::default(), Genome::default());
    let context = Context::new(KERNELS.sketch(), &promises, &empty);
    let family = warpsmith::edit::FamilyInfo::named("aggregate").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let proposed: std::collections::BTreeSet<String> = (0..200)
        .filter_map(|_| family.propose(&context, &mut rng))
        .map(|edit| edit.to_string())
        .collect();
    for text in TOTALS.iter().chain([&HISTOGRAM, &ROUNDS]) {
        assert!(proposed.contains(*text), "{proposed:?}");
    }
    assert!(!proposed.contains("aggregate %51"));
}

//! Whatever the edits and their order: the module verifies, the text round-trips.

use super::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use warpsmith::edit::Edit;

/// Texts that are edits, of anything whatever: most name what is not there, or does not fit.
fn any_edit() -> impl Strategy<Value = String> {
    let name = prop_oneof![8 => (0u32..80).prop_map(|n| format!("%{n}")), 1 => (0u32..6).prop_map(|n| format!("%n{n:04x}"))];
    let value = prop_oneof![
        6 => name.clone(),
        2 => (0u32..8).prop_map(|n| format!("arg{n}")),
        1 => prop::sample::select(vec!["i32 1", "i1 0", "i64 -1", "float 0.5", "double 1.0", "half 2.0", "ptr null", "ptr addrspace(3) null"]).prop_map(str::to_owned),
    ];
    let tag = (0u32..6).prop_map(|n| format!("%n{n:04x}"));
    let (n, m, v) = (name.clone(), name.clone(), value.clone());
    prop_oneof![
        (n.clone(), prop::option::of(v.clone()))
            .prop_map(|(n, v)| v.map_or(format!("delete {n}"), |v| format!("delete {n} use {v}"))),
        (n.clone(), m.clone(), tag.clone())
            .prop_map(|(n, m, t)| format!("copy {n} before {m} as {t}")),
        (n.clone(), m.clone(), tag.clone(), n.clone(), 0u32..4)
            .prop_map(|(n, m, t, u, i)| format!("copy {n} before {m} as {t} use {u}.{i}")),
        (n.clone(), m.clone()).prop_map(|(n, m)| format!("move {n} before {m}")),
        (n.clone(), m.clone(), tag).prop_map(|(n, m, t)| format!("replace {n} with {m} as {t}")),
        (n.clone(), m.clone()).prop_map(|(n, m)| format!("swap {n} {m}")),
        (n.clone(), 0u32..5, v).prop_map(|(n, i, v)| format!("operand {n}.{i} <- {v}")),
        (0u32..16, 1u32..9).prop_map(|(b, c)| format!("loop %bb{b} unroll {c}")),
        any_loop(),
        any_fact(),
        (
            n.clone(),
            prop::sample::select(vec!["select", "unswitch", "split false", "likely true"])
        )
            .prop_map(|(n, change)| format!("branch {n} {change}")),
        (0u32..16, 1u32..4).prop_map(|(b, w)| format!("vector %bb{b} {}", 1 << w)),
        (0u32..16, 2u32..6).prop_map(|(b, w)| format!("jam %bb{b} {w}")),
        (
            prop::sample::select(vec!["rows", "odd", "none"]),
            prop::sample::select(vec!["block x", "thread x", "block y"]),
            2u32..5
        )
            .prop_map(|(entry, axis, factor)| format!("coarsen {entry} {axis} {factor}")),
        any_arithmetic(n.clone()),
        any_memory(n.clone()),
        (0u32..16).prop_map(|b| format!("reduce %bb{b} shuffle")),
        n.clone().prop_map(|n| format!("barrier {n} warp")),
        (16u32..256).prop_map(|n| format!("bound rows maxnreg {n}")),
        (
            n,
            prop::sample::select(vec!["contract", "reassoc nsz", "afn"])
        )
            .prop_map(|(n, f)| format!("fast {n} {f}")),
    ]
}

fn any_loop() -> impl Strategy<Value = String> {
    let header = || (0u32..16).prop_map(|block| format!("%bb{block}"));
    let advice = prop::sample::select(vec![
        "unroll full",
        "jam 2",
        "vectorize 4",
        "interleave 2",
        "distribute",
    ]);
    prop_oneof![
        (header(), advice).prop_map(|(block, advice)| format!("loop {block} {advice}")),
        header().prop_map(|block| format!("peel {block}")),
        (header(), 2u32..5).prop_map(|(block, every)| format!("perforate {block} by {every}")),
        header().prop_map(|block| format!("perforate {block} by 2 scaled")),
        (0u32..80).prop_map(|load| format!("prefetch %{load}")),
        prop::sample::select(vec!["loops fuse", "loops interchange", "loops rotate"])
            .prop_map(str::to_owned),
    ]
}

fn any_memory(name: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = String> {
    prop_oneof![
        (name.clone(), 2u32..64).prop_map(|(n, elements)| format!("stage {n} {elements}")),
        name.prop_map(|n| format!("aggregate {n}")),
        prop::sample::select(vec![
            "_ZZ4rowsE4part f16",
            "_ZZ4rowsE4part bf16",
            "none f16"
        ])
        .prop_map(|array| format!("half {array}")),
    ]
}

fn any_arithmetic(name: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = String> {
    let change = prop::sample::select(vec![
        "O1",
        "first licm",
        "last sink",
        "without slp",
        "inline 7",
    ]);
    prop_oneof![
        (name.clone(), 2u32..6).prop_map(|(n, k)| format!("accumulate {n} {k}")),
        name.clone().prop_map(|n| format!("approx {n}")),
        name.clone().prop_map(|n| format!("approx {n} full")),
        name.clone().prop_map(|n| format!("precision {n} float")),
        name.clone()
            .prop_map(|n| format!("precision {n} float web")),
        name.prop_map(|n| format!("narrow {n}")),
        change.prop_map(|change| format!("pipeline {change}")),
    ]
}

fn any_fact() -> impl Strategy<Value = String> {
    let buffer = prop::sample::select(vec!["in", "scale", "out", "none"]);
    let buffers = prop::collection::vec(buffer, 1..4).prop_map(|names| names.join(" "));
    let shape = prop::sample::select(vec!["n", "rows", "none"]);
    prop_oneof![
        buffers
            .clone()
            .prop_map(|names| format!("fact noalias {names}")),
        buffers.prop_map(|names| format!("fact align {names}")),
        (shape.clone(), 1u32..64)
            .prop_map(|(name, log)| format!("fact multiple {name} {}", 1u64 << log)),
        (
            prop::sample::select(vec!["least", "most", "equal"]),
            shape,
            any::<u64>(),
            0u32..64
        )
            .prop_map(|(kind, name, n, less)| format!("fact {kind} {name} {}", n >> less)),
        prop::sample::select(vec!["block rows", "grid rows", "block none"])
            .prop_map(|fact| format!("fact {fact}")),
    ]
}

proptest! {
    // A fixed seed: a test that fails today fails tomorrow.
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_edits_in_any_order_leave_a_module_that_verifies(texts in prop::collection::vec(any_edit(), 1..25)) {
        for source in [rows(), odd()] {
            edited(&source, &texts.join("; "));
        }
    }

    #[test]
    fn any_part_of_a_proposed_genome_applies(seed in any::<u64>(), keep in any::<u32>()) {
        for source in [rows(), odd()] {
            let whole = proposed(&source, seed, 20);
            let part: Genome = whole.iter().enumerate().filter(|(i, _)| keep >> i & 1 == 1).map(|(_, edit)| edit.clone()).collect();
            edited(&source, &part.to_string());
            let backwards: Genome = whole.iter().rev().cloned().collect();
            edited(&source, &backwards.to_string());
        }
    }

    #[test]
    fn what_is_printed_parses_to_the_same_edit(seed in any::<u64>(), text in any_edit()) {
        for edit in proposed(&odd(), seed, 20).into_iter().chain([text.parse::<Edit>().unwrap()]) {
            prop_assert_eq!(edit.to_string().parse::<Edit>().unwrap(), edit);
        }
        prop_assert_eq!(text.parse::<Edit>().unwrap().to_string(), text);
    }

    #[test]
    fn no_text_makes_the_parser_fail_otherwise_than_by_an_error(text in "\\PC*") {
        let _ = text.parse::<Genome>();
        for family in FAMILIES {
            let _ = format!("{} {text}", family.name).parse::<Edit>();
        }
    }
}

#[test]
fn random_genomes_compile() {
    for source in [rows(), odd()] {
        for seed in 0..40 {
            let genome = proposed(&source, seed, 8);
            let built = edit::build(&source, &genome, &promises(), &arch());
            let built = built.unwrap_or_else(|error| panic!("{genome}{error}"));
            assert!(built.ptx.contains(".visible .entry"), "{genome}");
        }
    }
}

//! What facts state, when they are refused, and what the compiler makes of them.

use super::*;
use warpsmith::edit::FamilyInfo;
use warpsmith::judge::{JudgeSpec, Subject};
use warpsmith::target::Load;
use warpsmith::workload::Tier;

#[test]
fn a_fact_that_the_workload_does_not_promise_is_refused() {
    let promises = Promises {
        noalias: false,
        align: None,
        shapes: [].into(),
        ..promises()
    };
    for text in [
        "fact noalias in out",
        "fact align in out",
        "fact multiple n 8",
        "fact least n 1",
    ] {
        let built = edit::build(&rows(), &genome(text), &promises, &arch()).unwrap();
        assert!(
            matches!(built.skipped[..], [(0, Skip::Unpromised(_))]),
            "{text}: {:?}",
            built.skipped
        );
        assert!(built.contract.is_empty());
    }
    // And nobody proposes it.
    let empty = Genome::default();
    let source = rows();
    let context = Context::new(source.sketch(), &promises, &empty);
    let fact = FamilyInfo::named("fact").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    assert!((0..50).all(|_| fact.propose(&context, &mut rng).is_none()));
}

#[test]
fn each_fact_is_proposed_until_it_is_stated() {
    let source = rows();
    let promises = promises();
    let fact = FamilyInfo::named("fact").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut stated = Genome::default();
    loop {
        let context = Context::new(source.sketch(), &promises, &stated);
        match fact.propose(&context, &mut rng) {
            Some(edit) => stated.push(edit),
            None => break,
        }
        assert!(stated.len() <= 10, "{stated}");
    }
    let said = stated.to_string();
    for text in [
        "fact noalias in out scale\n",
        "fact align in out scale\n",
        "fact multiple n 8\n",
        "fact least n 24\n",
    ] {
        assert!(said.contains(text), "{said}");
    }
}

#[test]
fn a_fact_does_not_change_what_other_edits_mean() {
    // The stand-in for an i1 that is gone is the nearest one above, or 1: not the comparison that the fact made.
    let facts = "fact multiple n 8; fact least n 24";
    for text in ["delete %6", "delete %0", "move %8 before %3"] {
        let (alone, _) = edited(&rows(), text);
        let (with, skipped) = edited(&rows(), &format!("{facts}; {text}"));
        assert_eq!(skipped, []);
        let branches = |ir: &str| ir.matches("br i1 true").count();
        assert_eq!(branches(&alone), usize::from(text == "delete %6"));
        assert_eq!(branches(&alone), branches(&with), "{text}: {with}");
        let lines = |ir: &str| ir.lines().filter(|line| line.starts_with("  ")).count();
        assert_eq!(lines(&alone) + 5, lines(&with), "{text}: {with}");
    }
}

#[test]
fn facts_and_tunables_are_reported_with_the_ptx() {
    let built = built(
        &rows(),
        "set threads 64; fact noalias in scale out; set threads 128; fact align in; fact multiple n 8; fact least n 1",
    );
    assert_eq!(built.setup.tunables, [("threads".to_owned(), 128)].into());
    assert_eq!(
        built
            .contract
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        [
            "in, scale, out: not aliased",
            "in: 16-byte aligned",
            "n % 8 == 0",
            "n >= 1"
        ]
    );
    // Nothing writes what the loads read, so they may go through the read-only cache.
    assert!(built.ptx.contains("ld.global.nc"), "{}", built.ptx);
    assert!(!self::built(&rows(), "").ptx.contains("ld.global.nc"));
}

#[test]
fn loads_become_wide_where_alignment_and_row_length_are_known_and_the_loop_is_unrolled() {
    let subject = Subject::load(&JudgeSpec {
        workload: concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/attention/forward").into(),
        target: "h200".into(),
        tier: Tier::Strict,
        load: Load::Full,
        costs: warpsmith::target::Costs::Estimate,
        fingerprint: None,
    })
    .unwrap();
    // The dot product of a row of q and a row of k, each of `dim` elements.
    let dot = "loop %bb2 unroll 4";
    let align = "fact align q k v out";
    let multiple = "fact multiple dim 4";
    for (edits, wide) in [
        (vec![dot], 0),
        (vec![align, dot], 0),
        (vec![multiple, dot], 0),
        (vec![align, multiple, "loop %bb2 unroll 1"], 0),
        (vec![align, multiple, dot], 2),
        (vec![align, multiple, "loop %bb2 unroll 8"], 4),
    ] {
        let genome = genome(&edits.join("; "));
        let built = edit::build(&subject.source, &genome, &subject.promises, &arch()).unwrap();
        assert_eq!(built.skipped, [], "{genome}");
        let loads = |line: &&str| line.contains("ld.global") && line.contains(".v4");
        let found = built.ptx.lines().filter(loads).count();
        assert_eq!(found, wide, "{genome}{}", built.ptx);
    }
}

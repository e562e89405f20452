//! Branches that become choices of values, and loops that become one for each way of a branch.

use super::machine::{Data, Shot};
use super::*;
use warpsmith::edit::FamilyInfo;
use warpsmith::workload::Reshape;

const CONTROL: &str = include_str!("../ir/control.ll");

fn control() -> Source {
    Source::parse("control.ll", CONTROL).unwrap()
}

/// `in` is read, and nothing else points to it.
fn reading() -> Promises {
    let args = ["in", "out"].map(|buffer| Some(buffer.to_owned()));
    Promises {
        noalias: true,
        inputs: [("in".to_owned(), 4)].into(),
        pointer_args: [(
            "control".to_owned(),
            vec![[args.to_vec(), vec![None, None]].concat()],
        )]
        .into(),
        ..Promises::default()
    }
}

fn changed(promises: &Promises, text: &str) -> Built {
    edit::build_with(&control(), &genome(text), promises, &arch(), Texts::All).unwrap()
}

/// What a block of 32 threads computes of `length` numbers.
fn result(built: &Built, length: i32, mode: i32) -> Vec<f32> {
    let numbers: Vec<f32> = (0..length).map(|it| 0.5 + it as f32 / 64.0).collect();
    let args = [
        Data::Floats(&numbers),
        Data::Output(32),
        Data::Number(length),
        Data::Number(mode),
    ];
    let shot = Shot {
        entry: "control",
        grid: [1, 1, 1],
        block: [32, 1, 1],
        shared: 0,
        args: &args,
    };
    let result = shot.execute(&built.ptx, Reshape::default());
    result.unwrap_or_else(|fault| panic!("{fault}\n{}", built.ptx))
}

#[test]
fn each_change_keeps_every_result() {
    let plain = changed(&reading(), "");
    for text in [
        "branch %2 select",
        "branch %17 select",
        "branch %24 select",
        "branch %17 unswitch",
        "branch %24 split true",
        "branch %24 likely false",
        "branch %2 select; branch %17 unswitch; branch %24 split true; branch %24 select",
    ] {
        let built = changed(&reading(), text);
        assert_eq!(built.skipped, [], "{text}");
        for (length, mode) in [(20, 0), (20, 7), (32, 40), (1, 0), (1, -3)] {
            assert_eq!(
                result(&built, length, mode),
                result(&plain, length, mode),
                "{text}, {length} numbers, mode {mode}"
            );
        }
    }
}

#[test]
fn a_conditional_read_of_an_input_becomes_a_read_of_its_beginning() {
    let (plain, built) = (
        changed(&reading(), ""),
        changed(&reading(), "branch %2 select"),
    );
    assert_ne!(built.ptx, plain.ptx);
    let entry = |built: &Built| {
        let ptx = &built.ptx;
        ptx[..ptx.find("ld.global").unwrap_or(ptx.len())].to_owned()
    };
    assert!(
        entry(&plain).contains("bra") && !entry(&built).contains("bra"),
        "{}",
        built.ptx
    );
    assert!(entry(&built).contains("selp"), "{}", built.ptx);
    let contract: Vec<String> = built.contract.iter().map(ToString::to_string).collect();
    assert_eq!(contract, ["in: not written while it runs"]);
    // Nobody promises that, or that there is as much to read.
    for promises in [
        Promises {
            noalias: false,
            ..reading()
        },
        Promises {
            inputs: [("in".to_owned(), 2)].into(),
            ..reading()
        },
    ] {
        let refused = changed(&promises, "branch %2 select");
        assert!(matches!(refused.skipped[..], [(0, Skip::Unfit(_))]));
        assert!(refused.contract.is_empty() && refused.ptx == plain.ptx);
    }
}

#[test]
fn a_loop_is_copied_for_each_way_of_a_test_that_stays_the_same() {
    let loads = |text: &str| changed(&reading(), text).ptx.matches("ld.global").count();
    assert!(loads("branch %17 unswitch") > loads(""));
}

#[test]
fn iterations_are_split_where_a_range_check_begins_to_fail() {
    let loads = |text: &str| changed(&reading(), text).ptx.matches("ld.global").count();
    assert!(loads("branch %24 split true") > loads("branch %24 likely true"));
}

#[test]
fn a_branch_that_is_something_else_is_left_alone() {
    for (text, reason) in [
        ("branch %35 select", "it changes nothing"),
        ("branch %13 select", "do not meet"),
        ("branch %0 select", "%0 is no branch of two ways"),
        ("branch %9 likely true", "%9 is no branch of two ways"),
        ("branch %99 unswitch", "%99 is not there"),
        ("branch %24 unswitch", "tests what its loop computes"),
        ("branch %2 unswitch", "is in no loop"),
        ("branch %2 split true", "is in no loop"),
        ("branch %2 select; branch %2 select", "it changes nothing"),
        (
            "branch %2 likely true; branch %2 likely true",
            "it changes nothing",
        ),
    ] {
        let built = changed(&reading(), text);
        let [(index, skip)] = &built.skipped[..] else {
            panic!("{text}: {:?}", built.skipped)
        };
        assert_eq!(*index, text.matches("; ").count(), "{text}");
        assert!(skip.to_string().contains(reason), "{text}: {skip}");
    }
    // Threads meet in its loop: they would meet in different copies.
    let (_, skipped) = edited(&rows(), "branch %30 split true");
    assert!(
        skipped[0].1.to_string().contains("threads meet"),
        "{skipped:?}"
    );
}

#[test]
fn what_could_pay_is_what_is_proposed() {
    let (source, promises, empty) = (control(), reading(), Genome::default());
    let context = Context::new(source.sketch(), &promises, &empty);
    let branch = FamilyInfo::named("branch").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let found: std::collections::BTreeSet<String> = (0..200)
        .filter_map(|_| branch.propose(&context, &mut rng))
        .map(|edit| edit.to_string())
        .filter(|text| !text.contains("likely"))
        .collect();
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(
        found,
        [
            "branch %17 select",
            "branch %17 unswitch",
            "branch %2 select",
            "branch %24 select",
            "branch %24 split true",
        ]
    );
}

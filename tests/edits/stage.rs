//! Rows that a block fetches into shared memory.

use super::machine::{Data, Shot};
use super::*;
use std::sync::LazyLock;
use warpsmith::workload::Reshape;

static KERNELS: LazyLock<Source> =
    LazyLock::new(|| Source::parse("stage.ll", include_str!("../ir/stage.ll")).unwrap());

/// Loads of `a`, by kernel: the row.
const DOTS: &str = "%14";
const PANELS: &str = "%50";
const SPARSE: &str = "%80";

fn promised(noalias: bool) -> Promises {
    let args = ["a", "b", "out"].map(|name| Some(name.to_owned())).to_vec();
    let kernels = ["dots", "panels", "sparse"];
    let args = kernels.map(|entry| (entry.to_owned(), vec![args.clone()]));
    let flat = LaunchPromise {
        flat: true,
        ..LaunchPromise::default()
    };
    Promises {
        noalias,
        pointer_args: args.into(),
        launches: [("dots".to_owned(), vec![flat])].into(),
        ..Promises::default()
    }
}

fn build(text: &str) -> Built {
    let promises = promised(true);
    edit::build_with(&KERNELS, &genome(text), &promises, &arch(), Texts::All).unwrap()
}

fn refused(text: &str, noalias: bool) -> String {
    let promises = promised(noalias);
    let build = |text: &str| edit::build(&KERNELS, &genome(text), &promises, &arch()).unwrap();
    let built = build(text);
    assert_eq!(
        built.ptx,
        build("").ptx,
        "{text} is refused and changes something"
    );
    assert!(built.contract.is_empty());
    match &built.skipped[..] {
        [(0, skip)] => skip.to_string(),
        other => panic!("{text}: {other:?}"),
    }
}

fn numbers(count: usize) -> Vec<f32> {
    (0..count)
        .map(|i| ((i * 37 + 11) % 23) as f32 - 9.0)
        .collect()
}

/// What `dots` makes of 3 rows of so many elements, in blocks of 32 threads.
fn dots(ptx: &str, (depth, columns): (usize, usize)) -> Result<Vec<f32>, String> {
    let (a, b) = (numbers(3 * depth), numbers(columns * depth));
    let shot = Shot {
        entry: "dots",
        grid: [3, 1, 1],
        block: [32, 1, 1],
        shared: 0,
        args: &[
            Data::Floats(&a),
            Data::Floats(&b),
            Data::Output(3 * columns),
            Data::Number(depth as i32),
            Data::Number(columns as i32),
        ],
    };
    shot.execute(ptx, Reshape::default())
}

/// The loads of a kernel from global and from shared memory, and its barriers.
fn counts(built: &Built, entry: &str) -> [usize; 3] {
    let from = built.ptx.find(&format!(".entry {entry}(")).unwrap();
    let body = &built.ptx[from..];
    let body = &body[..body.find("\n}").unwrap()];
    ["ld.global", "ld.shared", "bar.sync"].map(|it| body.matches(it).count())
}

#[test]
fn a_row_comes_from_shared_memory_and_nothing_else_changes() {
    let edit = format!("stage {DOTS} 64; loop %bb2 unroll 1");
    let (plain, staged) = (build("loop %bb2 unroll 1"), build(&edit));
    assert_eq!(staged.skipped, []);
    assert_eq!(counts(&plain, "dots"), [2, 0, 0]);
    // The fetch, then one loop with the tile and one without.
    assert_eq!(counts(&staged, "dots"), [1 + 1 + 2, 1, 1], "{}", staged.ptx);
    let contract: Vec<String> = staged.contract.iter().map(ToString::to_string).collect();
    assert_eq!(contract, ["a, out: not aliased"]);
    // Rows that fit, fill the tile, are longer, are none; more columns than threads and fewer.
    for sizes in [(5, 40), (64, 33), (65, 7), (130, 1), (0, 3)] {
        let expected = dots(&plain.ptx, sizes).unwrap();
        assert_eq!(dots(&staged.ptx, sizes).unwrap(), expected, "{sizes:?}");
    }
}

#[test]
fn a_promise_that_rows_are_short_leaves_one_way() {
    let mut promises = promised(true);
    let length = |shape: &str| {
        let shape = shape.to_owned();
        Some(ShapeArg {
            shape,
            signed: true,
        })
    };
    let args = vec![None, None, None, length("depth"), length("columns")];
    promises.shape_args = [("dots".to_owned(), vec![args])].into();
    let shape = |least, most| ShapePromise {
        least,
        most,
        multiple_of: 1,
    };
    promises.shapes = [
        ("depth".to_owned(), shape(1, Some(64))),
        ("columns".to_owned(), shape(1, None)),
    ]
    .into();
    let text =
        format!("stage {DOTS} 64; loop %bb2 unroll 1; fact most depth 64; fact least columns 1");
    let built = edit::build(&KERNELS, &genome(&text), &promises, &arch()).unwrap();
    assert_eq!(built.skipped, []);
    assert_eq!(counts(&built, "dots"), [2, 1, 1], "{}", built.ptx);
    assert_eq!(
        dots(&built.ptx, (64, 40)).unwrap(),
        dots(&build("").ptx, (64, 40)).unwrap()
    );
}

#[test]
fn rows_one_after_the_other_wait_for_their_readers() {
    // The fetch is in the head of the outer loop, which keeps its name; what is computed there is there for edits after it.
    let edit = format!(
        "stage {PANELS} 16; loop %bb7 unroll 1; peel %bb8; copy %60 before %61 as %n0001 use %61.0"
    );
    let built = build(&edit);
    assert_eq!(built.skipped, []);
    assert_eq!(counts(&built, "panels")[2], 2, "{}", built.ptx);
    // Elements 0 and 1 of a row are not read, so nothing of them is there.
    for depth in [3, 18, 19, 1] {
        let (a, b) = (numbers(4 * depth), numbers(depth * 32));
        let shot = Shot {
            entry: "panels",
            grid: [1; 3],
            block: [16, 2, 1],
            shared: 0,
            args: &[
                Data::Floats(&a),
                Data::Floats(&b),
                Data::Output(4 * 32),
                Data::Number(depth as i32),
                Data::Number(4),
                Data::Number(32),
            ],
        };
        let execute = |ptx: &str| shot.execute(ptx, Reshape::default()).unwrap();
        assert_eq!(execute(&built.ptx), execute(&build("").ptx), "{depth}");
    }
}

#[test]
fn an_early_return_is_no_obstacle_for_a_block_that_is_not_past_the_end() {
    let source = Source::parse("coarsen.ll", include_str!("../ir/coarsen.ll")).unwrap();
    let args = ["a", "b", "c"].map(|name| Some(name.to_owned())).to_vec();
    let promises = Promises {
        noalias: true,
        pointer_args: [("product".to_owned(), vec![args])].into(),
        ..Promises::default()
    };
    let build = |text: &str| edit::build(&source, &genome(text), &promises, &arch()).unwrap();
    let load = (0..40).map(|at| format!("stage %{at} 32"));
    let edits: Vec<String> = load.filter(|it| build(it).skipped.is_empty()).collect();
    let [edit] = &edits[..] else {
        panic!("{edits:?}");
    };
    let (rows, depth, columns) = (3, 9, 37);
    let (a, b) = (numbers(rows * depth), numbers(depth * columns));
    // The last block has some threads with a column, and one more block has none.
    let shot = Shot {
        entry: "product",
        grid: [3, rows as u32, 1],
        block: [32, 1, 1],
        shared: 0,
        args: &[
            Data::Floats(&a),
            Data::Floats(&b),
            Data::Output(rows * columns),
            Data::Number(rows as i32),
            Data::Number(depth as i32),
            Data::Number(columns as i32),
        ],
    };
    let plain = shot.execute(&build("").ptx, Reshape::default()).unwrap();
    let staged = shot.execute(&build(edit).ptx, Reshape::default()).unwrap();
    assert_eq!(staged, plain);
}

#[test]
fn what_the_block_does_not_read_together_is_not_staged() {
    let row = |load: &str| format!("stage {load} 64");
    // Each thread has a row of its own in b; without a promise, out may be a.
    assert!(refused("stage %19 64", true).contains("know the row"));
    assert!(refused(&row(DOTS), false).contains("may store"));
    assert!(refused(&row(SPARSE), true).contains("know the row"));
    assert!(refused("stage %71 64", true).contains("in no loop"));
    assert!(refused("stage %28 64", true).contains("only a plain load"));
    assert!(refused(&format!("stage {DOTS} 20000"), true).contains("49152 bytes"));
}

#[test]
fn rows_are_proposed_and_nothing_else() {
    let (promises, empty) = (promised(true), Genome::default());
    let context = Context::new(KERNELS.sketch(), &promises, &empty);
    let stage = warpsmith::edit::FamilyInfo::named("stage").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let drawn = (0..100).filter_map(|_| stage.propose(&context, &mut rng));
    let swept = stage.sweep(&context).into_iter();
    let loads: std::collections::BTreeSet<String> = drawn
        .chain(swept)
        .map(|edit| edit.to_string().split(' ').nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(loads, [DOTS, PANELS, SPARSE].map(str::to_owned).into());
}

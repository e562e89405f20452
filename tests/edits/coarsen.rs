//! Blocks and threads that do what several did.

use super::machine::{Data, Shot};
use super::*;
use std::sync::LazyLock;
use warpsmith::workload::{Condition, Reshape};

static KERNELS: LazyLock<Source> =
    LazyLock::new(|| Source::parse("coarsen.ll", include_str!("../ir/coarsen.ll")).unwrap());

/// What is promised of launches whose last argument is the number of blocks along x, and of `product`.
fn promised() -> Promises {
    let own = |count: usize, blocks: [Option<Size>; 3]| {
        let args = (0..count)
            .map(|index| Some(format!("buffer{index}")))
            .collect();
        let launch = LaunchPromise {
            blocks,
            shared_divisor: 4,
            ..LaunchPromise::default()
        };
        (args, launch)
    };
    let along_x = |argument: u32| [Some(Size::Argument(argument)), None, None];
    let columns = Size::CeilDiv(Box::new([Size::Argument(5), Size::Block(0)]));
    let product = [Some(columns), Some(Size::Argument(3)), None];
    let kernels = [
        ("product", own(3, product)),
        ("reverse", own(2, along_x(2))),
        ("reverse_fixed", own(2, along_x(2))),
        ("ways", own(3, along_x(3))),
        ("in_place", own(1, along_x(1))),
        ("counted", own(3, [Some(Size::Number(4)), None, None])),
        ("shuffled", own(2, along_x(2))),
        ("waits", own(3, along_x(3))),
        ("strides", own(2, [Some(Size::Number(6)), None, None])),
        (
            "kept",
            own(
                2,
                [
                    Some(Size::CeilDiv(Box::new([Size::Argument(2), Size::Block(0)]))),
                    None,
                    None,
                ],
            ),
        ),
    ];
    let mut promises = Promises {
        noalias: true,
        ..Promises::default()
    };
    for (entry, (args, launch)) in kernels {
        promises.pointer_args.insert(entry.to_owned(), vec![args]);
        promises.launches.insert(entry.to_owned(), vec![launch]);
    }
    promises
}

fn coarsened(text: &str, promises: &Promises) -> Built {
    edit::build_with(&KERNELS, &genome(text), promises, &arch(), Texts::All).unwrap()
}

fn refused(text: &str, promises: &Promises) -> String {
    let built = coarsened(text, promises);
    assert_eq!(built.setup.reshapes, [].into(), "{text}");
    let plain = coarsened("", promises);
    assert_eq!(
        built.ptx, plain.ptx,
        "{text} is refused and changes something"
    );
    match &built.skipped[..] {
        [(0, skip)] => skip.to_string(),
        other => panic!("{text}: {other:?}"),
    }
}

/// The instructions of a kernel in the PTX.
fn body<'p>(ptx: &'p str, entry: &str) -> &'p str {
    let from = ptx.find(&format!(".entry {entry}(")).unwrap();
    let rest = &ptx[from..];
    &rest[..rest.find("\n}").unwrap()]
}

/// Whether each of the edits leaves what the launch writes as it is.
fn is_kept(shot: &Shot<'_>, texts: &[&str]) {
    let promises = promised();
    let plain = shot
        .execute(&coarsened("", &promises).ptx, Reshape::default())
        .unwrap();
    for text in texts {
        let built = coarsened(text, &promises);
        assert_eq!(built.skipped, [], "{text}");
        let reshape = built.setup.reshapes[shot.entry];
        let found = shot.execute(&built.ptx, reshape);
        let found = found.unwrap_or_else(|fault| panic!("{text}: {fault}"));
        assert_eq!(found, plain, "{text}");
    }
}

fn numbers(count: usize) -> Vec<f32> {
    (0..count)
        .map(|i| ((i * 37 + 11) % 23) as f32 - 9.0)
        .collect()
}

#[test]
fn what_the_copies_load_in_common_is_loaded_once() {
    let promises = promised();
    let loads = |text: &str| {
        let built = coarsened(&format!("{text}; loop %bb1 unroll 1"), &promises);
        assert_eq!(built.skipped, [], "{text}");
        body(&built.ptx, "product").matches("ld.global").count()
    };
    // In the loop, an element of a and one of b.
    assert_eq!(loads(""), 2);
    assert_eq!(loads("coarsen product block y 4"), 5);
    assert_eq!(loads("coarsen product block x 2"), 3);
    assert_eq!(loads("coarsen product thread x 2"), 3);
    assert_eq!(
        loads("coarsen product block y 4; coarsen product thread x 2"),
        6
    );
}

#[test]
fn sizes_need_not_be_multiples_of_the_factor() {
    for (rows, columns) in [(5, 37), (4, 64), (1, 3)] {
        let depth = 7;
        let (a, b) = (numbers(rows * depth), numbers(depth * columns));
        let shot = Shot {
            entry: "product",
            grid: [columns.div_ceil(32) as u32, rows as u32, 1],
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
        is_kept(
            &shot,
            &[
                "coarsen product block y 4",
                "coarsen product block y 2; loop %bb1 unroll 4",
                "coarsen product block x 3",
                "coarsen product thread x 2",
                "coarsen product thread x 4 consecutive",
                "coarsen product block y 2; coarsen product block x 2; coarsen product thread x 2",
                "coarsen product thread x 2; coarsen product block x 2; coarsen product block y 3",
            ],
        );
    }
}

#[test]
fn each_copy_has_shared_memory_of_its_own() {
    let input = numbers(7 * 32);
    for (entry, shared) in [("reverse", 128), ("reverse_fixed", 0)] {
        let shot = Shot {
            entry,
            grid: [7, 1, 1],
            block: [32, 1, 1],
            shared,
            args: &[Data::Floats(&input), Data::Output(7 * 32), Data::Number(7)],
        };
        let texts = [
            "block x 2",
            "block x 4",
            "thread x 2",
            "thread x 8 consecutive",
        ];
        is_kept(
            &shot,
            &texts
                .map(|it| format!("coarsen {entry} {it}"))
                .each_ref()
                .map(String::as_str),
        );
    }
    let built = coarsened("coarsen reverse block x 4", &promised());
    let reshape = built.setup.reshapes["reverse"];
    assert_eq!((reshape.grid, reshape.shared), ([4, 1, 1], 4));
    assert_eq!(body(&built.ptx, "reverse").matches("bar.sync").count(), 1);
}

#[test]
fn copies_go_their_own_ways_one_after_the_other() {
    let lengths = [0, 3, 9, 1, 5];
    let input = numbers(32);
    let shot = Shot {
        entry: "ways",
        grid: [5, 1, 1],
        block: [16, 1, 1],
        shared: 0,
        args: &[
            Data::Integers(&lengths),
            Data::Floats(&input),
            Data::Output(5 * 40),
            Data::Number(5),
        ],
    };
    is_kept(
        &shot,
        &[
            "coarsen ways block x 2",
            "coarsen ways block x 5",
            "coarsen ways thread x 2",
            "coarsen ways thread x 4 consecutive",
            "coarsen ways block x 3; coarsen ways thread x 2",
        ],
    );
}

#[test]
fn a_copy_that_returns_early_leaves_the_others_their_own_slots() {
    let input = numbers(45);
    let shot = Shot {
        entry: "kept",
        grid: [3, 1, 1],
        block: [16, 1, 1],
        shared: 0,
        args: &[Data::Floats(&input), Data::Output(45), Data::Number(45)],
    };
    is_kept(
        &shot,
        &[
            "coarsen kept block x 2",
            "coarsen kept thread x 2",
            "coarsen kept thread x 4 consecutive",
        ],
    );
}

/// [`promised`], and that rows of `strides` are so many elements.
fn promised_width(multiple_of: u64) -> Promises {
    let mut promises = promised();
    let least = multiple_of;
    let shape = ShapePromise {
        least,
        most: None,
        multiple_of,
    };
    promises.shapes.insert("width".to_owned(), shape);
    let width = ShapeArg {
        shape: "width".to_owned(),
        signed: true,
    };
    let args = vec![vec![None, None, Some(width)]];
    promises.shape_args.insert("strides".to_owned(), args);
    promises.align = Some(16);
    promises
}

#[test]
fn neighbours_stay_side_by_side_in_strides_over_a_multiple() {
    let input = numbers(6 * 44);
    let shot = Shot {
        entry: "strides",
        grid: [6, 1, 1],
        block: [32, 1, 1],
        shared: 0,
        args: &[Data::Floats(&input), Data::Output(6 * 44), Data::Number(44)],
    };
    let edit = "coarsen strides thread x 4 consecutive";
    let wide = |promises: &Promises| {
        let text = format!("{edit}; fact align buffer0 buffer1; fact multiple width 4");
        let built = coarsened(&text, promises);
        let found = shot
            .execute(&built.ptx, built.setup.reshapes["strides"])
            .unwrap();
        let plain = coarsened("", promises).ptx;
        assert_eq!(found, shot.execute(&plain, Reshape::default()).unwrap());
        let multiple = Condition::Multiple {
            shape: "width".to_owned(),
            of: 4,
        };
        let body = body(&built.ptx, "strides");
        (
            body.contains("ld.global.v4") && body.contains("st.global.v4"),
            built.contract.contains(&multiple),
        )
    };
    assert_eq!(wide(&promised_width(4)), (true, true));
    // A last stride that ends in the middle of four neighbours: each goes its own way.
    assert_eq!(wide(&promised_width(2)), (false, false));
}

#[test]
fn what_copies_could_not_do_alike_is_refused() {
    for (text, why) in [
        ("coarsen counted block x 2", "an atomic"),
        ("coarsen shuffled thread x 2", "an exchange between lanes"),
        ("coarsen waits block x 2", "a barrier is behind a branch"),
        ("coarsen in_place block x 2", "does not promise"),
        ("coarsen product block z 2", "does not read ctaid.z"),
        ("coarsen none block x 2", "no entry `none`"),
    ] {
        let said = refused(text, &promised());
        assert!(said.contains(why), "{text}: {said}");
    }
}

#[test]
fn without_promises_only_what_needs_none_is_done() {
    let silent = Promises {
        noalias: false,
        ..promised()
    };
    // The last copies could read what the ones before wrote.
    assert!(refused("coarsen product block y 2", &silent).contains("does not promise"));
    // Threads divide without a rest, and those that return are kept apart.
    assert_eq!(
        coarsened("coarsen product thread x 2", &silent).contract,
        []
    );
    let mut unknown = promised();
    unknown.launches.clear();
    assert!(refused("coarsen product block y 2", &unknown).contains("how many blocks"));
}

#[test]
fn what_is_relied_on_is_in_the_contract() {
    let buffers = || {
        ["buffer0", "buffer1", "buffer2"]
            .map(str::to_owned)
            .to_vec()
    };
    let promises = promised();
    let apart = Condition::NotAliased { buffers: buffers() };
    for text in ["coarsen product block y 2", "coarsen product thread x 2"] {
        assert_eq!(
            coarsened(text, &promises).contract,
            std::slice::from_ref(&apart),
            "{text}"
        );
    }
    // Nothing is done twice where the factor divides the number of blocks.
    let mut divides = promises;
    let shape = ShapePromise {
        least: 4,
        most: None,
        multiple_of: 4,
    };
    divides.shapes.insert("rows".to_owned(), shape);
    for launch in divides.launches.get_mut("product").into_iter().flatten() {
        launch.blocks_are[1] = Some("rows".to_owned());
    }
    let multiple = Condition::Multiple {
        shape: "rows".to_owned(),
        of: 4,
    };
    assert_eq!(
        coarsened("coarsen product block y 4", &divides).contract,
        [multiple]
    );
}

#[test]
fn an_axis_is_coarsened_once() {
    let built = coarsened(
        "coarsen product block y 2; coarsen product block y 2",
        &promised(),
    );
    assert_eq!(built.skipped, [(1, Skip::NoEffect)]);
}

#[test]
fn it_is_proposed_where_copies_load_something_in_common_or_next_to_each_other() {
    let family = warpsmith::edit::FamilyInfo::named("coarsen").unwrap();
    let (promises, empty) = (promised(), Genome::default());
    let context = Context::new(KERNELS.sketch(), &promises, &empty);
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut proposed = std::collections::BTreeSet::new();
    for _ in 0..200 {
        let edit = family.propose(&context, &mut rng).unwrap().to_string();
        let words: Vec<&str> = edit.split(' ').take(4).collect();
        proposed.insert(words.join(" "));
    }
    for text in [
        "coarsen product block x",
        "coarsen product block y",
        "coarsen product thread x",
        // Neighbours' elements can become one wide access.
        "coarsen in_place thread x",
    ] {
        assert!(proposed.contains(text), "{text}: {proposed:?}");
    }
    assert!(
        !proposed.contains("coarsen in_place block x"),
        "{proposed:?}"
    );
}

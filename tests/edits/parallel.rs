//! Reductions by shuffles, barriers of a warp, and bounds.

use super::machine::{Data, Shot};
use super::*;
use warpsmith::workload::Reshape;

const ROWS_COUNT: usize = 3;
const LENGTH: usize = 70;

/// The rows kernel in blocks of so many threads: its outputs and its registers, or what the simulator found.
fn run(text: &str, threads: u32) -> Result<(Vec<f32>, u32), String> {
    let built = built(&rows(), text);
    assert_eq!(built.skipped, [], "{text}");
    let input: Vec<f32> = (0..ROWS_COUNT * LENGTH)
        .map(|i| 0.1 + (i % 17) as f32)
        .collect();
    let scale: Vec<f32> = (0..LENGTH).map(|i| 1.0 / (i + 1) as f32).collect();
    let shot = Shot {
        entry: "rows",
        grid: [ROWS_COUNT as u32, 1, 1],
        block: [threads, 1, 1],
        shared: 0,
        args: &[
            Data::Floats(&input),
            Data::Floats(&scale),
            Data::Output(ROWS_COUNT * LENGTH),
            Data::Number(LENGTH as i32),
        ],
    };
    shot.execute_with_registers(&built.ptx, Reshape::default())
}

/// The loop that reduces a row.
fn tree() -> String {
    let source = rows();
    let sketch = source.sketch();
    let has_barrier = |name: &&warpsmith::ir::BlockName| {
        let block = sketch.block(**name).unwrap();
        block.instructions.clone().any(|at| {
            let detail = &sketch.instruction(at).unwrap().detail;
            detail.as_ref().is_some_and(|it| it.contains("barrier"))
        })
    };
    let mut loops = sketch.loops();
    let (header, _) = loops
        .find(|(_, found)| found.body.iter().any(|it| has_barrier(&it)))
        .unwrap();
    header.to_string()
}

#[test]
fn the_last_steps_of_a_tree_reduction_become_shuffles() {
    let edit = format!("reduce {} shuffle", tree());
    let ptx = built(&rows(), &edit).ptx;
    assert_eq!(ptx.matches("shfl.sync.idx").count(), 5, "{ptx}");
    // Also where the block is no power of two, and where it is less than a warp: then, too, to the last bit.
    for threads in [128, 64, 32, 16, 48, 7, 1] {
        let plain = run("", threads).unwrap().0;
        assert_eq!(run(&edit, threads).unwrap().0, plain, "{threads} threads");
    }
    assert_eq!(
        edited(&rows(), &format!("{edit}; {edit}")).1.len(),
        1,
        "what is reduced by shuffles is no tree any more"
    );
}

#[test]
fn a_reduction_needs_its_form_and_blocks_along_x() {
    let edit = format!("reduce {} shuffle", tree());
    let deep = Promises {
        launches: [].into(),
        ..promises()
    };
    let built = edit::build(&rows(), &genome(&edit), &deep, &arch()).unwrap();
    assert!(
        matches!(built.skipped[..], [(0, Skip::Unpromised(_))]),
        "{:?}",
        built.skipped
    );
    let source = rows();
    for (header, _) in source
        .sketch()
        .loops()
        .filter(|(header, _)| header.to_string() != tree())
    {
        let (_, skipped) = edited(&source, &format!("reduce {header} shuffle"));
        assert!(
            matches!(skipped[..], [(0, Skip::Unfit(_))]),
            "{header}: {skipped:?}"
        );
    }
    let (_, skipped) = edited(&source, "reduce %bb0 shuffle");
    assert!(matches!(skipped[..], [(0, Skip::NoLoop(_))]), "{skipped:?}");
}

#[test]
fn a_barrier_of_the_warp_is_enough_where_the_block_is_one() {
    let edit = "barrier %23 warp; barrier %41 warp";
    let ptx = built(&rows(), edit).ptx;
    assert_eq!(
        (
            ptx.matches("bar.sync").count(),
            ptx.matches("bar.warp.sync").count()
        ),
        (0, 2)
    );
    assert_eq!(run(edit, 32).unwrap().0, run("", 32).unwrap().0);
    // Of four warps, the first one would not wait for what the others sum.
    let fault = run("barrier %41 warp", 128).unwrap_err();
    assert!(fault.contains("race"), "{fault}");
    let (_, skipped) = edited(&rows(), "barrier %8 warp");
    assert!(matches!(skipped[..], [(0, Skip::Unfit(_))]), "{skipped:?}");
}

#[test]
fn bounds_reach_the_machine_compiler() {
    for (edit, directive) in [
        ("bound rows maxnreg 32", ".maxnreg 32"),
        ("bound rows maxthreads 128", ".maxntid 128"),
        ("bound rows minblocks 4", ".minnctapersm 4"),
    ] {
        let ptx = built(&rows(), edit).ptx;
        assert!(ptx.contains(directive), "{edit}: {ptx}");
    }
    let (free, bounded) = (
        run("", 64).unwrap(),
        run("bound rows maxnreg 16", 64).unwrap(),
    );
    assert_eq!(free.0, bounded.0);
    assert!(
        free.1 > 16 && bounded.1 == 16,
        "{} and {} registers",
        free.1,
        bounded.1
    );
    assert_eq!(
        edited(&rows(), "bound rows maxnreg 32; bound rows maxnreg 32").1,
        [(1, Skip::NoEffect)]
    );
    assert!(
        "bound rows maxnreg 8"
            .parse::<warpsmith::edit::Edit>()
            .is_err()
    );
    // A larger block than was promised does not start.
    assert!(run("bound rows maxthreads 32", 64).is_err());
}

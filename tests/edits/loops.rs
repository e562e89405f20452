//! Loops: what each edit of them makes of a kernel, that the kernel still computes the same, and where it is refused.

use super::simulate::{Floats, simulate};
use super::*;
use warpsmith::workload::Condition;

/// One warp: `out[t]` is the sum of `table[index[i] * 32 + t]`. BODY may add to an iteration, STEP is a call, a number or
/// a register, TEST compares.
const GATHER: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2
define ptx_kernel void @gather(ptr %index, ptr %table, ptr %out, i32 %n) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %t = sext i32 %tid to i64
  br label %head
head:
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  %sum = phi float [ 0.0, %entry ], [ %added, %body ]
  %more = icmp TEST i32 %i, %n
  br i1 %more, label %body, label %done
body:
  %w = sext i32 %i to i64
  %p = getelementptr inbounds float, ptr %index, i64 %w
  %row = load float, ptr %p, align 4
  %r = fptosi float %row to i64
  %first = mul nsw i64 %r, 32
  %at = add nsw i64 %first, %t
  %q = getelementptr inbounds float, ptr %table, i64 %at
  %v = load float, ptr %q, align 4
  %added = fadd float %sum, %v
  BODY
  %next = add nsw i32 %i, 1
  br label %head
done:
  %o = getelementptr inbounds float, ptr %out, i64 %t
  store float %sum, ptr %o, align 4
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nounwind }
"#;

/// The two loads and the loop's header in GATHER.
const INDEX: &str = "prefetch %9";
const TABLE: &str = "prefetch %14";

fn gather_with(body: &str, test: &str) -> Source {
    let text = GATHER.replace("BODY", body).replace("TEST", test);
    Source::parse("gather.ll", text).unwrap()
}

fn gather() -> Source {
    gather_with("", "slt")
}

fn of_gather() -> Promises {
    let args = ["index", "table", "out"].map(|name| Some(name.to_owned()));
    Promises {
        noalias: true,
        pointer_args: [("gather".to_owned(), vec![[&args[..], &[None]].concat()])].into(),
        ..Promises::default()
    }
}

fn build_of(source: &Source, text: &str) -> Built {
    edit::build_with(source, &genome(text), &of_gather(), &arch(), Texts::All).unwrap()
}

fn loads(built: &Built) -> usize {
    built.ptx.matches("ld.global").count()
}

/// What `out` should be for rows of a table whose element `k` is `k`.
fn expected(rows: &[u32]) -> Vec<f32> {
    (0..32)
        .map(|t| rows.iter().map(|row| (row * 32 + t) as f32).sum())
        .collect()
}

fn run(built: &Built, rows: &[u32], n: usize) -> Vec<f32> {
    let index: Vec<f32> = rows.iter().map(|row| *row as f32).collect();
    let table: Vec<f32> = (0..4 * 32).map(|value| value as f32).collect();
    let buffers = [Floats::In(&index), Floats::In(&table), Floats::Out(32)];
    simulate(built, ([1; 3], [32, 1, 1]), &buffers, &[n as i32])
}

/// That the kernel sums up rows, whatever their number, and reads nothing beside them: the simulator would tell. A loop
/// that is never entered must not look at what an index would have been.
fn still_gathers(built: &Built) {
    for rows in [&[2][..], &[1, 3], &[3, 0, 2], &[0, 1, 2, 3, 2, 1, 0]] {
        assert_eq!(
            run(built, rows, rows.len()),
            expected(rows),
            "{}",
            built.ptx
        );
    }
    assert_eq!(run(built, &[1 << 30], 0), [0.0; 32], "{}", built.ptx);
}

#[test]
fn loads_are_issued_one_iteration_ahead_or_two() {
    let rolled = "loop %bb1 unroll 1";
    let plain = build_of(&gather(), rolled);
    still_gathers(&plain);
    for (edits, before_the_loop) in [
        (vec![INDEX], 1),
        (vec![INDEX, INDEX], 2),
        (vec![INDEX, TABLE], 2),
        (vec![INDEX, INDEX, TABLE], 3),
        (vec![INDEX, TABLE, INDEX], 3),
    ] {
        let built = build_of(&gather(), &format!("{rolled}; {}", edits.join("; ")));
        assert_eq!(built.skipped, [], "{edits:?}");
        assert_eq!(
            loads(&built),
            loads(&plain) + before_the_loop,
            "{}",
            built.ptx
        );
        still_gathers(&built);
    }
    still_gathers(&build_of(
        &gather(),
        &format!("{INDEX}; {TABLE}; loop %bb1 unroll 4"),
    ));
    // Nothing is written in the loop, so nothing has to be promised.
    assert_eq!(build_of(&gather(), INDEX).contract, []);
}

#[test]
fn a_load_is_not_issued_ahead_of_what_may_change_it() {
    let write = |pointer: &str| {
        let text = format!(
            "%z = getelementptr float, ptr {pointer}, i64 %t\n  store float 0.0, ptr %z, align 4"
        );
        gather_with(&text, "slt")
    };
    let reason = |source: &Source, promises: &Promises, text: &str| {
        let built = edit::build(source, &genome(text), promises, &arch()).unwrap();
        let reasons = built.skipped.iter().map(|(_, skip)| skip.to_string());
        (reasons.collect::<Vec<_>>().join("; "), built.contract)
    };
    let nothing = Promises::default();
    let (why, _) = reason(&write("%out"), &nothing, INDEX);
    assert!(why.contains("reads what the loop may write"), "{why}");
    let (why, contract) = reason(&write("%out"), &of_gather(), INDEX);
    assert_eq!(why, "");
    let buffers = ["index", "out"].map(str::to_owned).to_vec();
    assert_eq!(contract, [Condition::NotAliased { buffers }]);
    let (why, contract) = reason(&write("%index"), &of_gather(), INDEX);
    assert!(why.contains("reads what the loop may write"), "{why}");
    assert_eq!(contract, []);
    // At a barrier others may have written, which the store after the loop stands for.
    let meeting = gather_with(
        "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)",
        "slt",
    );
    let (why, _) = reason(&meeting, &nothing, INDEX);
    assert!(why.contains("reads what the loop may write"), "{why}");
    assert_eq!(reason(&meeting, &of_gather(), INDEX).0, "");
    for (text, expected) in [
        (TABLE, "depends on another one of the same iteration"),
        ("prefetch %7", "%7 is no load"),
        ("prefetch %99", "%99 is not there"),
    ] {
        let (why, _) = reason(&gather(), &of_gather(), text);
        assert!(why.contains(expected), "{text}: {why}");
    }
    // Executed by some threads only; and outside of any loop.
    for (text, expected) in [
        ("prefetch %34", "%34 is not executed once in each iteration"),
        ("prefetch %44", "%44 is in no loop"),
    ] {
        let (_, skipped) = edited(&rows(), text);
        let [(_, skip)] = &skipped[..] else {
            panic!("{text}: {skipped:?}")
        };
        assert!(skip.to_string().contains(expected), "{text}: {skip}");
    }
}

#[test]
fn what_is_skipped_leaves_the_module_as_it_was() {
    let (plain, _) = edited(&gather(), "");
    for text in [TABLE, "peel %bb9", "perforate %bb2 by 2"] {
        assert_eq!(edited(&gather(), text).0, plain, "{text}");
    }
    let barrier = gather_with(
        "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)",
        "ne",
    );
    let (plain, _) = edited(&barrier, "");
    for text in [INDEX, "peel %bb1", "perforate %bb1 by 2"] {
        let (ir, skipped) = edited(&barrier, text);
        assert!(
            matches!(skipped[..], [(0, Skip::Unfit(_))]),
            "{text}: {skipped:?}"
        );
        assert_eq!(ir, plain, "{text}");
    }
}

#[test]
fn the_first_iteration_is_executed_before_the_loop() {
    let rolled = "loop %bb1 unroll 1";
    let plain = build_of(&gather(), rolled);
    for peels in 1..3 {
        let text = format!("{rolled}{}", "; peel %bb1".repeat(peels));
        let built = build_of(&gather(), &text);
        assert_eq!(built.skipped, []);
        assert_eq!(loads(&built), loads(&plain) * (peels + 1), "{}", built.ptx);
        still_gathers(&built);
    }
    still_gathers(&build_of(
        &gather(),
        &format!("{INDEX}; peel %bb1; {TABLE}"),
    ));
    // Names go on to mean what they did, also the phi that was made anew.
    let (_, skipped) = edited(
        &gather(),
        "peel %bb1; operand %15.0 <- %4; operand %15.1 <- %4; operand %19.0 <- %4",
    );
    assert_eq!(skipped, [(1, Skip::NoEffect), (3, Skip::NoEffect)]);
}

#[test]
fn perforation_sums_up_every_so_many_th() {
    let sum = |text: &str, rows: &[u32]| run(&build_of(&gather(), text), rows, rows.len());
    let times = |factor: f32, values: Vec<f32>| {
        values.into_iter().map(|it| it * factor).collect::<Vec<_>>()
    };
    let rows = [0, 1, 2, 3, 2, 1, 0];
    assert_eq!(sum("perforate %bb1 by 2", &rows), expected(&[0, 2, 2, 0]));
    assert_eq!(sum("perforate %bb1 by 3", &rows), expected(&[0, 3, 0]));
    let scaled = sum("perforate %bb1 by 2 scaled", &rows);
    assert_eq!(scaled, times(2.0, expected(&[0, 2, 2, 0])));
    let twice = sum("perforate %bb1 by 2; perforate %bb1 by 2", &rows);
    assert_eq!(twice, expected(&[0, 2]));
    // A bound that has to be met exactly would be stepped over.
    for (source, text) in [
        (gather_with("", "ne"), "perforate %bb1 by 2"),
        (super::rows(), "perforate %bb4 by 2"),
        (super::rows(), "perforate %bb9 by 2 scaled"),
    ] {
        let (_, skipped) = edited(&source, text);
        assert!(
            matches!(skipped[..], [(0, Skip::Unfit(_))]),
            "{text}: {skipped:?}"
        );
    }
}

const NEST: &str = include_str!("../ir/nest.ll");

/// Builds `kernel` and compares what it leaves in the last of its buffers, of `len` floats, with what the unedited kernel
/// does.
fn same_results(kernel: &str, text: &str, inputs: &[usize], len: usize, n: i32) -> Built {
    let source = Source::parse("kernel.ll", kernel).unwrap();
    let values: Vec<Vec<f32>> = inputs
        .iter()
        .map(|len| (0..*len).map(|at| (at % 7) as f32).collect())
        .collect();
    let mut buffers: Vec<Floats<'_>> = values.iter().map(|values| Floats::In(values)).collect();
    buffers.push(Floats::Out(len));
    let result = |text: &str| {
        let built = edit::build_with(&source, &genome(text), &of_gather(), &arch(), Texts::All);
        let built = built.unwrap();
        assert_eq!(built.skipped, [], "{text}");
        let result = simulate(&built, ([1; 3], [1; 3]), &buffers, &[n]);
        (built, result)
    };
    let (built, found) = result(text);
    assert_eq!(found, result("").1, "{text}: {}", built.ptx);
    built
}

#[test]
fn a_jammed_loop_reads_once_what_iterations_have_in_common() {
    let rolled = "loop %bb1 unroll 1; loop %bb2 unroll 1";
    let plain = same_results(NEST, rolled, &[8, 64], 8, 8);
    let jammed = same_results(NEST, "loop %bb1 jam 4", &[8, 64], 8, 8);
    let products =
        |built: &Built| built.ptx.matches("mul.rn.f32").count() + built.ptx.matches("fma").count();
    assert!(products(&jammed) >= 4 * products(&plain), "{}", jammed.ptx);
    // Four columns to a load of `a`.
    assert!(loads(&jammed) < 2 * products(&jammed), "{}", jammed.ptx);
}

#[test]
fn sums_that_may_be_reassociated_are_vectorised_and_interleaved() {
    let sums = "loop %bb2 unroll 1; fast %22 reassoc";
    let wide = |built: &Built| built.ptx.matches(".v4").count();
    let plain = same_results(NEST, sums, &[8, 64], 8, 8);
    assert_eq!(wide(&plain), 0, "{}", plain.ptx);
    for advice in ["vectorize 4", "interleave 4"] {
        // The sums are of small whole numbers: exact in any order.
        let text = format!("{sums}; loop %bb2 {advice}");
        let built = same_results(NEST, &text, &[8, 64], 8, 8);
        // Neighbours that are loaded side by side become one wide load.
        assert!(wide(&built) >= 2, "{advice}: {}", built.ptx);
    }
    // LLVM would reorder them on the advice alone.
    for advice in ["vectorize 4", "interleave 4"] {
        let source = Source::parse("nest.ll", NEST).unwrap();
        let (_, skipped) = edited(&source, &format!("loop %bb2 {advice}"));
        assert!(
            matches!(skipped[..], [(0, Skip::Unfit(_))]),
            "{advice}: {skipped:?}"
        );
    }
}

const TWO_PARTS: &str = include_str!("../ir/two_parts.ll");

const IN_TURN: &str = include_str!("../ir/in_turn.ll");

const BY_COLUMNS: &str = include_str!("../ir/by_columns.ll");

fn branches(built: &Built) -> usize {
    built.ptx.matches("bra").count()
}

#[test]
fn a_loop_is_distributed_where_dependences_allow() {
    let plain = same_results(TWO_PARTS, "loop %bb1 unroll 1", &[8, 8], 11, 8);
    let split = same_results(
        TWO_PARTS,
        "loop %bb1 unroll 1; loop %bb1 distribute",
        &[8, 8],
        11,
        8,
    );
    assert!(branches(&split) > branches(&plain), "{}", split.ptx);
}

#[test]
fn loops_that_count_alike_are_fused() {
    let rolled = "loop %bb1 unroll 1; loop %bb4 unroll 1";
    let plain = same_results(IN_TURN, rolled, &[6, 6], 6, 6);
    let fused = same_results(IN_TURN, &format!("{rolled}; loops fuse"), &[6, 6], 6, 6);
    assert!(branches(&fused) < branches(&plain), "{}", fused.ptx);
    assert!(loads(&fused) < loads(&plain), "{}", fused.ptx);
}

#[test]
fn nested_loops_are_interchanged_so_that_neighbours_are_accessed() {
    let rolled = "loop %bb1 unroll 1; loop %bb2 unroll 1";
    let plain = same_results(BY_COLUMNS, rolled, &[512], 512, 0);
    let turned = same_results(
        BY_COLUMNS,
        &format!("{rolled}; loops interchange"),
        &[512],
        512,
        0,
    );
    // The inner loop goes from a row to the next, 64 bytes on, or from an element to its neighbour.
    let steps = |built: &Built, step: &str| {
        let inner = built.ptx.split("ld.global").nth(1).unwrap();
        let inner = inner.split("bra").next().unwrap();
        let mut additions = inner.lines().filter(|line| line.contains("add.s64"));
        additions.any(|line| line.ends_with(&format!(", {step};")))
    };
    assert!(steps(&plain, "64") && !steps(&plain, "4"), "{}", plain.ptx);
    assert!(
        steps(&turned, "4") && !steps(&turned, "64"),
        "{}",
        turned.ptx
    );
}

#[test]
fn a_pass_over_all_loops_is_asked_for_once() {
    let (_, skipped) = edited(&rows(), "loops rotate; loops fuse; loops rotate");
    assert_eq!(skipped, [(2, Skip::NoEffect)]);
}

//! A running sum that is split into several: what the compiler makes of it, that it is still the sum, and where it is refused.

use super::simulate::{Floats, simulate};
use super::*;

/// Each of 32 threads: `out[t]` is what a loop makes of row `t` of `in`. TYPE and INIT say what the loop carries in `%4`,
/// STEP is an instruction that takes `%sum` and `%x`, MORE may add to an iteration.
const ROW: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #0
declare float @llvm.fma.f32(float, float, float) #0
declare float @llvm.maxnum.f32(float, float) #0
define ptx_kernel void @row(ptr %in, ptr %out, i32 %n) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %row = mul i32 %tid, %n
  %wide = sext i32 %tid to i64
  br label %head
head:
  %sum = phi TYPE [ INIT, %entry ], [ %next, %body ]
  %i = phi i32 [ 0, %entry ], [ %up, %body ]
  %more = icmp slt i32 %i, %n
  br i1 %more, label %body, label %done
body:
  %at = add i32 %row, %i
  %at64 = sext i32 %at to i64
  %from = getelementptr float, ptr %in, i64 %at64
  %x = load float, ptr %from
  %odd = fcmp ogt float %x, 0.0
  MORE
  %next = STEP
  %up = add i32 %i, 1
  br label %head
done:
  %result = LAST
  %to = getelementptr float, ptr %out, i64 %wide
  store float %result, ptr %to
  ret void
}
attributes #0 = { nocallback nofree nosync nounwind willreturn memory(none) }
"#;

/// The phi that carries it.
const SUM: &str = "%4";

fn floats(init: &str, more: &str, step: &str) -> Source {
    kernel("float", init, more, step, "fadd float %sum, 0.0")
}

fn kernel(ty: &str, init: &str, more: &str, step: &str, last: &str) -> Source {
    let text = ROW
        .replace("TYPE", ty)
        .replace("INIT", init)
        .replace("MORE", more)
        .replace("STEP", step)
        .replace("LAST", last);
    Source::parse("row.ll", &text).unwrap()
}

/// Numbers of both signs that fill rows of `n`.
fn numbers(n: usize) -> Vec<f32> {
    (0..32 * n).map(|i| (i as f32 * 0.37).sin() * 3.0).collect()
}

fn run(built: &Built, n: usize) -> Vec<f32> {
    let numbers = numbers(n.max(1));
    let floats = [Floats::In(&numbers), Floats::Out(32)];
    simulate(built, ([1, 1, 1], [32, 1, 1]), &floats, &[n as i32])
}

/// The largest difference of two results, relative to the larger of 1 and the first.
fn apart(a: &[f32], b: &[f32]) -> f32 {
    let pairs = a.iter().zip(b);
    pairs
        .map(|(a, b)| (a - b).abs() / a.abs().max(1.0))
        .fold(0.0, f32::max)
}

#[test]
fn partial_sums_take_turns_and_come_to_the_whole() {
    for (init, more, step, tolerance) in [
        ("1.5", "", "fadd float %sum, %x", 4e-6),
        ("0.0", "", "fsub float %sum, %x", 4e-6),
        (
            "1.0",
            "%y = fmul float %x, 0.5",
            "fmul float %y, %sum",
            2e-5,
        ),
        (
            "0.0",
            "",
            "call float @llvm.fma.f32(float %x, float %x, float %sum)",
            4e-6,
        ),
        // One of several in any order is the same one.
        (
            "0xFFF0000000000000",
            "",
            "call float @llvm.maxnum.f32(float %sum, float %x)",
            0.0,
        ),
        (
            "2.0",
            "%y = fadd float %sum, %x",
            "select i1 %odd, float %y, float %sum",
            4e-6,
        ),
        (
            "0.0",
            "%y = fadd float %sum, %x",
            "fsub float %y, 0.25",
            4e-6,
        ),
    ] {
        let source = floats(init, more, step);
        let plain = built(&source, "");
        for count in [2, 4, 7] {
            let split = built(&source, &format!("accumulate {SUM} {count}"));
            assert_eq!(split.skipped, [], "{step}");
            assert_eq!(
                split.ir.as_ref().unwrap().matches("phi float").count(),
                count
            );
            for n in [0, 1, 2, 3, 4, 13, 40] {
                let apart = apart(&run(&plain, n), &run(&split, n));
                assert!(apart <= tolerance, "{step}, {count} of {n}: {apart}");
            }
        }
    }
}

#[test]
fn integers_stay_exact_and_may_overflow_on_the_way() {
    let more = "%k = fptosi float %x to i32\n  %big = mul i32 %k, 123456789";
    let last = "sitofp i32 %sum to float";
    for step in [
        "add nsw i32 %sum, %big",
        "mul i32 %big, %sum",
        "xor i32 %sum, %big",
        "sub nsw i32 %sum, %big",
    ] {
        let source = kernel("i32", "7", more, step, last);
        let plain = built(&source, "");
        let split = built(&source, &format!("accumulate {SUM} 4"));
        assert_eq!(split.skipped, [], "{step}");
        assert!(!split.ir.as_ref().unwrap().contains("nsw"), "{step}");
        for n in [0, 5, 40] {
            assert_eq!(run(&plain, n), run(&split, n), "{step} {n}");
        }
    }
}

#[test]
fn an_unrolled_loop_has_as_many_chains_and_no_moves_between_them() {
    let source = floats("0.0", "", "fadd float %sum, %x");
    let split = built(&source, &format!("accumulate {SUM} 4"));
    let ir = split.optimised_ir.unwrap();
    // Four sums of the unrolled loop, each added to once.
    let body: Vec<&str> = ir
        .split("\n\n")
        .filter(|block| block.contains("load float") && block.matches("fadd").count() == 4)
        .collect();
    assert!(!body.is_empty(), "{ir}");
    for sum in body[0].lines().filter(|line| line.contains("fadd")) {
        let name = sum.trim().split(' ').next().unwrap();
        let used = |line: &&str| line.contains("fadd") && line.contains(&format!("{name},"));
        assert_eq!(body[0].lines().filter(used).count(), 0, "{}", body[0]);
    }
    // What is advised already stays.
    let advised = edited(&source, &format!("loop %bb1 unroll 2; accumulate {SUM} 4"));
    assert!(
        advised.0.contains("!\"llvm.loop.unroll.count\", i32 2"),
        "{}",
        advised.0
    );
    assert!(
        edited(&source, &format!("accumulate {SUM} 4"))
            .0
            .contains("!\"llvm.loop.unroll.count\", i32 4")
    );
}

#[test]
fn what_is_no_running_sum_is_refused() {
    let sum = "fadd float %sum, %x";
    for (more, step, name) in [
        // The counter decides when the loop ends.
        ("", sum, "%5"),
        ("", sum, "%6"),
        ("", sum, "%1"),
        // Something else is done with the sum.
        ("store float %sum, ptr %out", sum, SUM),
        ("%y = fmul float %sum, 2.0", "fadd float %y, %x", SUM),
        ("", "fsub float %x, %sum", SUM),
        ("", "fadd float %sum, %sum", SUM),
        // It begins anew.
        (
            "%y = fadd float %sum, %x",
            "select i1 %odd, float %y, float 0.0",
            SUM,
        ),
        ("%y = fadd float %sum, %x", "fmul float %y, %x", SUM),
        (
            "%same = fcmp olt float %sum, 100.0",
            "select i1 %same, float %sum, float %sum",
            SUM,
        ),
    ] {
        let source = floats("0.0", more, step);
        let (_, skipped) = edited(&source, &format!("accumulate {name} 4"));
        assert!(
            matches!(skipped[..], [(0, Skip::Unfit(_))]),
            "{more} {step} {name}: {skipped:?}"
        );
    }
    // Once is enough.
    let (_, skipped) = edited(
        &floats("0.0", "", sum),
        &format!("accumulate {SUM} 2; accumulate {SUM} 4"),
    );
    assert!(matches!(skipped[..], [(1, Skip::Unfit(_))]), "{skipped:?}");
}

#[test]
fn sums_of_loops_are_proposed_until_they_are_split() {
    let source = floats("0.0", "", "fadd float %sum, %x");
    let promises = Promises::default();
    let accumulate = warpsmith::edit::FamilyInfo::named("accumulate").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut genome = Genome::default();
    let context = Context::new(source.sketch(), &promises, &genome);
    let edit = accumulate.propose(&context, &mut rng).unwrap();
    assert!(edit.to_string().starts_with("accumulate %4 "), "{edit}");
    genome.push(edit);
    let context = Context::new(source.sketch(), &promises, &genome);
    assert!(accumulate.propose(&context, &mut rng).is_none());
}

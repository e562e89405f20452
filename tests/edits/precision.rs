//! Doubles that become floats.

use super::simulate::{Floats, simulate};
use super::*;

/// Each of 32 threads: `out[t]` is `sqrt(sum of (x + 2.0 i)^2)` over eight iterations, all in doubles.
const LEAK: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare double @llvm.nvvm.sqrt.rn.d(double)
declare double @llvm.fma.f64(double, double, double)
define ptx_kernel void @k(ptr %in, ptr %out) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %t = sext i32 %tid to i64
  %from = getelementptr float, ptr %in, i64 %t
  %x = load float, ptr %from
  %d = fpext float %x to double
  br label %head
head:
  %sum = phi double [ 0.0, %entry ], [ %next, %head ]
  %i = phi i32 [ 0, %entry ], [ %up, %head ]
  %n = sitofp i32 %i to double
  %y = call double @llvm.fma.f64(double %n, double 2.0, double %d)
  %z = fmul double %y, %y
  %next = fadd double %sum, %z
  %up = add i32 %i, 1
  %more = icmp slt i32 %up, 8
  br i1 %more, label %head, label %done
done:
  %big = fcmp ogt double %next, 1.0
  %least = select i1 %big, double %next, double 1.0
  %root = call double @llvm.nvvm.sqrt.rn.d(double %least)
  %r = fptrunc double %root to float
  %to = getelementptr float, ptr %out, i64 %t
  store float %r, ptr %to
  ret void
}
"#;

fn leak() -> Source {
    Source::parse("leak.ll", LEAK).unwrap()
}

fn run(built: &Built) -> Vec<f32> {
    let inputs: Vec<f32> = (0..32).map(|i| i as f32 * 0.7 - 9.0).collect();
    simulate(
        built,
        ([1; 3], [32, 1, 1]),
        &[Floats::In(&inputs), Floats::Out(32)],
        &[],
    )
}

/// The multiplication `%y * %y`.
const PRODUCT: &str = "%10";

#[test]
fn a_web_of_doubles_becomes_a_web_of_floats() {
    let plain = built(&leak(), "");
    assert!(
        plain.ptx.contains("fma.rn.f64") && plain.ptx.contains("sqrt.rn.f64"),
        "{}",
        plain.ptx
    );
    let web = built(&leak(), &format!("precision {PRODUCT} float web"));
    assert_eq!(web.skipped, []);
    assert!(!web.ptx.contains("f64"), "{}", web.ptx);
    assert!(web.ptx.contains("sqrt.rn.f32"), "{}", web.ptx);
    for (a, b) in run(&plain).into_iter().zip(run(&web)) {
        assert!((a / b - 1.0).abs() < 1e-6, "{a} {b}");
    }
}

#[test]
fn one_instruction_alone_is_rounded_before_and_widened_behind() {
    let plain = built(&leak(), "");
    let one = built(&leak(), &format!("precision {PRODUCT} float"));
    assert_eq!(one.skipped, []);
    assert!(
        one.ptx.contains("mul.f32") || one.ptx.contains("mul.rn.f32"),
        "{}",
        one.ptx
    );
    assert!(one.ptx.contains("f64"));
    for (a, b) in run(&plain).into_iter().zip(run(&one)) {
        assert!((a / b - 1.0).abs() < 1e-6, "{a} {b}");
    }
    // Its name goes on to mean the result.
    let (_, skipped) = edited(
        &leak(),
        &format!("precision {PRODUCT} float; operand %11.0 <- {PRODUCT}"),
    );
    assert_eq!(skipped, []);
}

#[test]
fn what_is_no_double_is_refused_and_not_proposed() {
    for name in ["%0", "%3", "%4", "%7", "%12", "%15", "%18"] {
        let (_, skipped) = edited(&leak(), &format!("precision {name} float web"));
        assert!(
            matches!(skipped[..], [(0, Skip::Unfit(_))]),
            "{name}: {skipped:?}"
        );
    }
    let (promises, genome) = (Promises::default(), Genome::default());
    let precision = warpsmith::edit::FamilyInfo::named("precision").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let rows = rows();
    let context = Context::new(rows.sketch(), &promises, &genome);
    assert!(precision.propose(&context, &mut rng).is_none());
    let leak = leak();
    let context = Context::new(leak.sketch(), &promises, &genome);
    let edit = precision.propose(&context, &mut rng).unwrap();
    assert_eq!(edited(&leak, &edit.to_string()).1, []);
}

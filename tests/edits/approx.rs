//! Instructions of the special function unit in place of accurate sequences.

use super::simulate::{Floats, simulate};
use super::*;

/// Each of 32 threads: `out[t]` is some function of `x`, which is `in[t]`.
fn kernel(body: &str) -> Source {
    let text = format!(
        r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #0
declare float @llvm.nvvm.sqrt.rn.f(float) #0
declare float @llvm.nvvm.ex2.approx.f32(float) #0
declare float @llvm.nvvm.rcp.rn.f(float) #0
declare float @llvm.fma.f32(float, float, float) #0
declare float @llvm.rint.f32(float) #0
declare float @llvm.sqrt.f32(float) #0
declare float @llvm.exp.f32(float) #0
declare float @llvm.exp2.f32(float) #0
declare float @llvm.exp10.f32(float) #0
declare float @llvm.log.f32(float) #0
declare float @llvm.log2.f32(float) #0
declare float @llvm.log10.f32(float) #0
declare float @llvm.sin.f32(float) #0
declare float @llvm.cos.f32(float) #0
declare float @llvm.tanh.f32(float) #0
declare float @llvm.pow.f32(float, float) #0
declare float @__nv_expf(float) #0
define ptx_kernel void @k(ptr %in, ptr %out) {{
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %t = sext i32 %tid to i64
  %from = getelementptr float, ptr %in, i64 %t
  %x = load float, ptr %from
  {body}
  %to = getelementptr float, ptr %out, i64 %t
  store float %y, ptr %to
  ret void
}}
attributes #0 = {{ nocallback nofree nosync nounwind willreturn memory(none) }}
"#
    );
    Source::parse("k.ll", &text).unwrap()
}

const INPUTS: [f32; 8] = [0.1, 0.5, 0.9, 1.0, 1.7, 2.5, 3.0, 3.1];

#[test]
fn each_function_becomes_the_instruction_for_it() {
    // The last instruction of the body is %N; what the PTX then has; what it computes, and to which error, absolute or
    // relative whichever is larger.
    type Of = fn(f64) -> f64;
    let cases: &[(&str, usize, &str, &str, Of, f64)] = &[
        (
            "%y = fdiv float 3.0, %x",
            4,
            "",
            "div.approx.f32",
            |x| 3.0 / x,
            3e-7,
        ),
        (
            "%y = fdiv float 3.0, %x",
            4,
            " full",
            "div.full.f32",
            |x| 3.0 / x,
            3e-7,
        ),
        (
            "%r = call float @llvm.nvvm.sqrt.rn.f(float %x)\n %y = fdiv float 1.0, %r",
            5,
            "",
            "rsqrt.approx.f32",
            |x| 1.0 / x.sqrt(),
            3e-7,
        ),
        (
            "%y = call float @llvm.nvvm.sqrt.rn.f(float %x)",
            4,
            "",
            "sqrt.approx.f32",
            f64::sqrt,
            3e-7,
        ),
        (
            "%y = call float @llvm.sqrt.f32(float %x)",
            4,
            "",
            "sqrt.approx.f32",
            f64::sqrt,
            3e-7,
        ),
        (
            "%y = call float @llvm.nvvm.rcp.rn.f(float %x)",
            4,
            "",
            "rcp.approx.ftz.f32",
            |x| 1.0 / x,
            3e-7,
        ),
        (
            "%y = call float @llvm.exp.f32(float %x)",
            4,
            "",
            "ex2.approx.f32",
            f64::exp,
            8e-7,
        ),
        (
            "%y = call float @__nv_expf(float %x)",
            4,
            "",
            "ex2.approx.f32",
            f64::exp,
            8e-7,
        ),
        (
            "%y = call float @llvm.exp2.f32(float %x)",
            4,
            "",
            "ex2.approx.f32",
            f64::exp2,
            4e-7,
        ),
        (
            "%y = call float @llvm.exp10.f32(float %x)",
            4,
            "",
            "ex2.approx.f32",
            |x| 10f64.powf(x),
            2e-6,
        ),
        (
            "%y = call float @llvm.log.f32(float %x)",
            4,
            "",
            "lg2.approx.f32",
            f64::ln,
            4e-7,
        ),
        (
            "%y = call float @llvm.log2.f32(float %x)",
            4,
            "",
            "lg2.approx.f32",
            f64::log2,
            4e-7,
        ),
        (
            "%y = call float @llvm.log10.f32(float %x)",
            4,
            "",
            "lg2.approx.f32",
            f64::log10,
            4e-7,
        ),
        (
            "%y = call float @llvm.sin.f32(float %x)",
            4,
            "",
            "sin.approx.f32",
            f64::sin,
            7e-7,
        ),
        (
            "%y = call float @llvm.cos.f32(float %x)",
            4,
            "",
            "cos.approx.f32",
            f64::cos,
            7e-7,
        ),
        (
            "%y = call float @llvm.tanh.f32(float %x)",
            4,
            "",
            "tanh.approx.f32",
            f64::tanh,
            5e-4,
        ),
        (
            "%y = call float @llvm.pow.f32(float %x, float 1.5)",
            4,
            "",
            "lg2.approx.f32",
            |x| x.powf(1.5),
            2e-6,
        ),
    ];
    for (body, number, full, instruction, of, tolerance) in cases {
        let source = kernel(body);
        let built = built(&source, &format!("approx %{number}{full}"));
        assert_eq!(built.skipped, [], "{body}");
        assert!(built.ptx.contains(instruction), "{body}{}", built.ptx);
        let inputs = INPUTS.repeat(4);
        let got = simulate(
            &built,
            ([1; 3], [32, 1, 1]),
            &[Floats::In(&inputs), Floats::Out(32)],
            &[],
        );
        for (x, got) in inputs.iter().zip(got) {
            let exact = of(f64::from(*x));
            let error = (f64::from(got) - exact).abs() / exact.abs().max(1.0);
            assert!(error <= *tolerance, "{body} of {x}: {got}, not {exact}");
        }
    }
}

#[test]
fn an_exponential_that_a_kernel_brings_along_is_found() {
    let body = "%a = fmul float %x, 0x3FF7154760000000
  %n = call float @llvm.rint.f32(float %a)
  %m = fneg float %n
  %h = call float @llvm.fma.f32(float %x, float 0x3FF7154760000000, float %m)
  %rest = call float @llvm.fma.f32(float %x, float 0x3E54AE0C00000000, float %h)
  %p = call float @llvm.nvvm.ex2.approx.f32(float %rest)
  %q = call float @llvm.nvvm.ex2.approx.f32(float %n)
  %y = fmul float %p, %q";
    let source = kernel(body);
    let built = built(&source, "approx %11");
    assert_eq!(built.skipped, []);
    assert_eq!(
        built.ptx.matches("ex2.approx.f32").count(),
        1,
        "{}",
        built.ptx
    );
    assert!(
        !built.ptx.contains("cvt.rni") && !built.ptx.contains("fma.rn"),
        "{}",
        built.ptx
    );
    let inputs = INPUTS.repeat(4);
    let got = simulate(
        &built,
        ([1; 3], [32, 1, 1]),
        &[Floats::In(&inputs), Floats::Out(32)],
        &[],
    );
    for (x, got) in inputs.iter().zip(got) {
        let exact = f64::from(*x).exp();
        assert!((f64::from(got) / exact - 1.0).abs() < 8e-7, "{x}: {got}");
    }
    // Of two powers that have nothing to do with each other, the exponents are added.
    let two = kernel(
        "%p = call float @llvm.nvvm.ex2.approx.f32(float %x)
  %z = fmul float %x, 0.5
  %q = call float @llvm.nvvm.ex2.approx.f32(float %z)
  %y = fmul float %p, %q",
    );
    let built = self::built(&two, "approx %7");
    assert_eq!(built.skipped, []);
    assert_eq!(
        built.ptx.matches("ex2.approx.f32").count(),
        1,
        "{}",
        built.ptx
    );
}

#[test]
fn what_has_no_approximate_form_is_refused() {
    for (body, edit) in [
        ("%y = fadd float %x, 1.0", "approx %4"),
        ("%y = fmul float %x, %x", "approx %4"),
        ("%y = fdiv float 1.0, %x", "approx %0"),
        (
            "%d = fpext float %x to double\n %e = fdiv double 1.0, %d\n %y = fptrunc double %e to float",
            "approx %5",
        ),
        ("%y = call float @llvm.sin.f32(float %x)", "approx %4 full"),
    ] {
        let (_, skipped) = edited(&kernel(body), edit);
        assert!(
            matches!(skipped[..], [(0, Skip::Unfit(_))]),
            "{body}: {skipped:?}"
        );
    }
}

#[test]
fn only_what_has_one_is_proposed() {
    let source =
        kernel("%z = fadd float %x, 1.0\n %w = fdiv float 2.0, %z\n %y = fmul float %w, %z");
    let (promises, genome) = (Promises::default(), Genome::default());
    let context = Context::new(source.sketch(), &promises, &genome);
    let approx = warpsmith::edit::FamilyInfo::named("approx").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for _ in 0..20 {
        let edit = approx.propose(&context, &mut rng).unwrap().to_string();
        assert!(
            ["approx %5", "approx %5 full"].contains(&edit.as_str()),
            "{edit}"
        );
    }
}

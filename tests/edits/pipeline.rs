//! Changes of LLVM's pipeline: what is asked for happens, and only what is known can be asked for.

use super::*;
use warpsmith::edit::Edit;

/// Every pass that an edit may ask for, as the error of one that is not says.
fn passes() -> Vec<String> {
    let error = "pipeline first nothing"
        .parse::<Edit>()
        .unwrap_err()
        .to_string();
    let (_, known) = error.split_once("may ask for: ").unwrap();
    let (known, _) = known.split_once(';').unwrap();
    known.split(", ").map(str::to_owned).collect()
}

#[test]
fn every_pass_is_one_of_llvms_and_stands_before_or_after_the_whole() {
    let passes = passes();
    assert!(passes.len() > 10 && passes.contains(&"loop-reduce".to_owned()));
    for source in [rows(), odd()] {
        for pass in &passes {
            for place in ["first", "last"] {
                let built = built(&source, &format!("pipeline {place} {pass}"));
                assert_eq!(built.skipped, [], "{pass}");
            }
        }
    }
}

#[test]
fn the_level_and_what_it_leaves_out_change_the_code() {
    let gathers = include_str!("../../corpus/embedding/sls_f32/kernel.ll");
    let source = Source::parse("kernel.ll", gathers).unwrap();
    let plain = built(&source, "").ptx;
    for text in [
        "pipeline O1",
        "pipeline without unroll",
        "pipeline first loop-reduce",
    ] {
        assert_ne!(built(&source, text).ptx, plain, "{text}");
    }
    // What is asked for of one loop is done all the same.
    let asked = built(&source, "pipeline without unroll; loop %bb3 unroll 4");
    assert_ne!(asked.ptx, built(&source, "pipeline without unroll").ptx);
}

#[test]
fn calls_are_inlined_up_to_a_cost() {
    let step = |i: usize| format!("  %x{} = fmul float %x{i}, %x0\n", i + 1);
    let steps: String = (0..80).map(step).collect();
    let text = format!(
        r#"
target triple = "nvptx64-nvidia-cuda"
define internal float @helper(float %x0) {{
{steps}  ret float %x80
}}
define ptx_kernel void @k(ptr %p) {{
  %x = load float, ptr %p
  %y = call float @helper(float %x)
  %z = call float @helper(float %y)
  store float %z, ptr %p
  ret void
}}
"#
    );
    let source = Source::parse("k.ll", &text).unwrap();
    let calls = |text: &str| built(&source, text).ptx.matches("call").count();
    assert_eq!(calls("pipeline inline 1000"), 0);
    assert!(calls("pipeline inline 0") > 0);
}

#[test]
fn what_is_there_already_is_skipped_and_what_is_unknown_no_edit() {
    let (_, skipped) = edited(
        &rows(),
        "pipeline O2; pipeline O2; pipeline first sink; pipeline first sink; pipeline last sink",
    );
    assert_eq!(skipped, [(1, Skip::NoEffect), (3, Skip::NoEffect)]);
    for text in [
        "pipeline",
        "pipeline O3",
        "pipeline O4",
        "pipeline first",
        "pipeline first print",
        "pipeline first function(sink)",
        "pipeline last loop-reduce,sink",
        "pipeline without loops",
        "pipeline inline -1",
        "pipeline inline 1000000",
    ] {
        assert!(text.parse::<Edit>().is_err(), "{text}");
    }
}

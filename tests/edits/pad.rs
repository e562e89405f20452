//! Rows of shared arrays further apart: the same results, other banks, and refusals.

use super::simulate::{Floats, simulate};
use super::*;

/// Transposes a tile of 32 x 32.
const TRANSPOSE: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.tid.y() #1
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2
@tile = internal addrspace(3) global [32 x [32 x float]] undef, align 4
@flat = internal addrspace(3) global [32 x float] undef, align 4
define ptx_kernel void @transpose(ptr %in, ptr %out) {
  %x = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %y = call i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %xw = zext i32 %x to i64
  %yw = zext i32 %y to i64
  %row = shl i64 %yw, 5
  %at = add i64 %row, %xw
  %p = getelementptr inbounds float, ptr %in, i64 %at
  %v = load float, ptr %p, align 4
  %r = getelementptr inbounds [32 x [32 x float]], ptr addrspacecast (ptr addrspace(3) @tile to ptr), i64 0, i64 %yw
  %s = getelementptr inbounds [32 x float], ptr %r, i64 0, i64 %xw
  store float %v, ptr %s, align 4
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %c = getelementptr inbounds STEP, ptr addrspacecast (ptr addrspace(3) @tile to ptr), INDICES
  ACCESS
  %q = getelementptr inbounds float, ptr %out, i64 %at
  store float %w, ptr %q, align 4
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nounwind }
"#;

fn transpose(step: &str, indices: &str, access: &str) -> Source {
    let text = TRANSPOSE.replace("STEP", step).replace("INDICES", indices);
    Source::parse("transpose.ll", text.replace("ACCESS", access)).unwrap()
}

fn plain() -> Source {
    transpose(
        "[32 x [32 x float]]",
        "i64 0, i64 %xw, i64 %yw",
        "%w = load float, ptr %c, align 4",
    )
}

fn build(source: &Source, text: &str) -> Built {
    edit::build(source, &genome(text), &promises(), &arch()).unwrap()
}

#[test]
fn the_same_elements_are_in_other_places() {
    let numbers: Vec<f32> = (0..1024).map(|i| i as f32).collect();
    let of = |text: &str| {
        let built = build(&plain(), text);
        assert_eq!(built.skipped, []);
        let launch = ([1, 1, 1], [32, 32, 1]);
        let floats = [Floats::In(&numbers), Floats::Out(1024)];
        (simulate(&built, launch, &floats, &[]), built)
    };
    let (before, plain) = of("");
    assert!(plain.ptx.contains("[4096]"), "{}", plain.ptx);
    for by in [1, 2, 4] {
        let (after, built) = of(&format!("pad tile {by}"));
        let bytes = format!("[{}]", 32 * (32 + by) * 4);
        assert!(built.ptx.contains(&bytes), "{}", built.ptx);
        assert_eq!(after, before);
    }
    // Padded again, by as much as both say.
    let (after, built) = of("pad tile 1; pad tile 2");
    assert!(built.ptx.contains("[4480]"), "{}", built.ptx);
    assert_eq!(after, before);
}

#[test]
fn what_rows_were_aligned_to_is_taken_back() {
    let access = "%w = load float, ptr %c, align 64";
    let source = transpose("[32 x [32 x float]]", "i64 0, i64 %xw, i64 0", access);
    let edited = |text: &str| {
        let edits = genome(text);
        source
            .edit(|variant| {
                edit::apply(variant, &edits, &promises());
                variant.print_ir()
            })
            .unwrap()
    };
    assert!(edited("").contains("align 64"));
    assert!(!edited("pad tile 1").contains("align 64"));
}

#[test]
fn what_does_not_count_in_rows_stays() {
    let flat = transpose("float", "i64 %at", "%w = load float, ptr %c, align 4");
    let wide = transpose(
        "[32 x [32 x float]]",
        "i64 0, i64 %xw, i64 %yw",
        "%two = load <2 x float>, ptr %c, align 4\n  %w = extractelement <2 x float> %two, i32 0",
    );
    let atomic = transpose(
        "[32 x [32 x float]]",
        "i64 0, i64 %xw, i64 %yw",
        "%w = atomicrmw fadd ptr %c, float 1.0 monotonic",
    );
    let cases = [
        (flat, "pad tile 1", "does not count in rows"),
        (wide, "pad tile 1", "more than plain loads and stores"),
        (atomic, "pad tile 1", "more than plain loads and stores"),
        (plain(), "pad flat 1", "no array of rows"),
        (plain(), "pad nothing 1", "no variable `nothing`"),
    ];
    for (source, text, why) in cases {
        let built = build(&source, text);
        let [(_, skip)] = &built.skipped[..] else {
            panic!("{text}: {:?}", built.skipped)
        };
        assert!(skip.to_string().contains(why), "{skip}");
    }
}

#[test]
fn arrays_of_rows_are_proposed_and_no_others() {
    let source = plain();
    let tiles: Vec<&str> = source.sketch().tiles.iter().map(String::as_str).collect();
    assert_eq!(tiles, ["tile"]);
}

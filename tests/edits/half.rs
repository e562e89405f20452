//! Shared arrays of floats in 16 bits.

use super::machine::{Data, Shot};
use super::*;
use warpsmith::workload::Reshape;

/// 32 threads write a tile and read it from the other end; each adds the tile's first and last element.
const TURN: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2
declare void @see(ptr)
TILE
define ptx_kernel void @turn(ptr %in, ptr %out) {
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %t = zext i32 %tid to i64
  %row = lshr i64 %t, 3
  %column = and i64 %t, 7
  %p = getelementptr inbounds float, ptr %in, i64 %t
  %x = load float, ptr %p, align 4
  %a = getelementptr inbounds [4 x [8 x float]], ptr addrspacecast (ptr addrspace(3) @tile to ptr), i64 0, i64 %row, i64 %column
  store float %x, ptr %a, align 4
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %back = sub i64 31, %t
  %b = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @tile to ptr), i64 %back
  %y = load float, ptr %b, align 4
  %first = load float, ptr addrspace(3) @tile, align 4
  %last = load float, ptr getelementptr inbounds (i8, ptr addrspacecast (ptr addrspace(3) @tile to ptr), i64 124), align 4
  %s = fadd float %y, %first
  %z = fadd float %s, %last
  MORE
  %o = getelementptr inbounds float, ptr %out, i64 %t
  store float %z, ptr %o, align 4
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nounwind }
"#;

const STATIC: &str = "@tile = internal addrspace(3) global [4 x [8 x float]] undef, align 4";
const DYNAMIC: &str = "@tile = external addrspace(3) global [0 x float], align 4";

fn turn(tile: &str, more: &str) -> Source {
    let text = TURN.replace("TILE", tile).replace("MORE", more);
    Source::parse("turn.ll", text).unwrap()
}

fn build(source: &Source, text: &str) -> Built {
    edit::build(source, &genome(text), &Promises::default(), &arch()).unwrap()
}

fn run(built: &Built, input: &[f32]) -> Vec<f32> {
    let shot = Shot {
        entry: "turn",
        grid: [1; 3],
        block: [32, 1, 1],
        shared: 128,
        args: &[Data::Floats(input), Data::Output(32)],
    };
    let found = shot.execute(&built.ptx, Reshape::default());
    found.unwrap_or_else(|fault| panic!("{fault}\n{}", built.ptx))
}

#[test]
fn numbers_of_few_digits_pass_through_16_bits_unchanged() {
    // Whole numbers below 256 have at most 8 digits.
    let input: Vec<f32> = (0..32).map(|i| (i * 37 % 256) as f32).collect();
    for tile in [STATIC, DYNAMIC] {
        let source = turn(tile, "");
        let plain = build(&source, "");
        assert!(plain.ptx.contains("ld.shared.b32"), "{}", plain.ptx);
        for kind in ["f16", "bf16"] {
            let built = build(&source, &format!("half tile {kind}"));
            assert_eq!(built.skipped, [], "{kind}");
            let ptx = &built.ptx;
            assert!(
                ptx.contains("ld.shared.b16") && ptx.contains("st.shared.b16"),
                "{ptx}"
            );
            assert!(!ptx.contains("shared.b32"), "{ptx}");
            assert!(ptx.contains(&format!("cvt.rn.{kind}.f32")), "{ptx}");
            assert_eq!(run(&built, &input), run(&plain, &input), "{kind}");
        }
    }
    let bytes = |text: &str| build(&turn(STATIC, ""), text).ptx.contains("tile[64]");
    assert!(bytes("half tile f16") && !bytes(""));
}

#[test]
fn other_numbers_lose_digits() {
    let source = turn(STATIC, "");
    let input: Vec<f32> = (0..32).map(|i| 1.0 + (i as f32) / 31.0).collect();
    let exact = run(&build(&source, ""), &input);
    for (text, digits) in [("half tile f16", 11), ("half tile bf16", 8)] {
        let found = run(&build(&source, text), &input);
        // Three numbers from 1 to 2, each off by half a unit of its last digit at most.
        let most = 3.0 * 0.5_f32.powi(digits);
        let errors = exact.iter().zip(&found).map(|(a, b)| (a - b).abs());
        let worst = errors.fold(0.0, f32::max);
        assert!(worst > 0.0 && worst <= most, "{text}: {worst}");
    }
}

#[test]
fn what_more_than_loads_and_stores_of_floats_see_stays_as_it_is() {
    let generic = "ptr addrspacecast (ptr addrspace(3) @tile to ptr)";
    let byte =
        format!("%q = getelementptr i8, {generic}, i64 %t\n store float 0.0, ptr %q, align 1");
    for (tile, more, reason) in [
        (
            STATIC,
            format!("%q = atomicrmw fadd {generic}, float 1.0 monotonic"),
            "more than plain",
        ),
        (
            STATIC,
            format!("%q = load i32, {generic}\n store i32 %q, ptr %out"),
            "more than plain",
        ),
        (
            STATIC,
            format!("store {generic}, ptr %out"),
            "more than plain",
        ),
        (
            STATIC,
            format!("call void @see({generic})"),
            "more than plain",
        ),
        (
            STATIC,
            format!("%q = load volatile float, {generic}"),
            "more than plain",
        ),
        (STATIC, byte, "count in floats"),
        (
            STATIC,
            "%q = select i1 true, ptr %b, ptr %out\n store float 0.0, ptr %q".into(),
            "more than plain",
        ),
        (
            "@tile = external addrspace(3) global [0 x float], align 4\n@rest = external addrspace(3) global [0 x i32], align 4",
            "store i32 0, ptr addrspace(3) @rest".into(),
            "another array begins",
        ),
        (
            "@tile = internal addrspace(3) global [4 x [8 x i32]] undef, align 4",
            String::new(),
            "no array of floats",
        ),
    ] {
        let source = turn(tile, &more);
        let built = build(&source, "half tile f16");
        assert_eq!(built.ptx, build(&source, "").ptx, "{more}");
        match &built.skipped[..] {
            [(0, skip)] => assert!(skip.to_string().contains(reason), "{more}: {skip}"),
            other => panic!("{more}: {other:?}"),
        }
    }
    let source = turn(STATIC, "");
    let built = build(&source, "half tile f16; half tile f16; half rest f16");
    let skipped: Vec<usize> = built.skipped.iter().map(|(index, _)| *index).collect();
    assert_eq!(skipped, [1, 2]);
}

#[test]
fn names_stand_for_what_came_in_the_place_of_what_they_named() {
    // The load that is now one of 16 bits and a conversion.
    let source = turn(STATIC, "");
    let load = (0..40).map(|at| format!("half tile f16; delete %{at} use %5"));
    let edits: Vec<String> = load
        .filter(|it| build(&source, it).skipped.is_empty())
        .collect();
    assert!(edits.len() > 10, "{edits:?}");
    let context = (Promises::default(), Genome::default());
    let context = Context::new(source.sketch(), &context.0, &context.1);
    let half = warpsmith::edit::FamilyInfo::named("half").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let drawn = (0..50).filter_map(|_| half.propose(&context, &mut rng));
    let drawn: std::collections::BTreeSet<String> = drawn.map(|edit| edit.to_string()).collect();
    assert_eq!(
        drawn.into_iter().collect::<Vec<_>>(),
        ["half tile bf16", "half tile f16"]
    );
}

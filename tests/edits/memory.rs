//! Hints for caches, elements in registers, tables in constant memory.

use super::simulate::{Floats, simulate};
use super::*;

/// `out[t] = a[t]`, then for each of n: where b is positive, `out[t] += b[i] * table[i % 4]`.
const SUM: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2
@table = LINKAGE addrspace(1) KIND [4 x float] [float 1.0, float 2.0, float 0.5, float 4.0], align 4
define ptx_kernel void @sum(ptr %a, ptr %b, ptr %out, i32 %n) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %t = zext i32 %tid to i64
  %pa = getelementptr inbounds float, ptr %a, i64 %t
  %first = load float, ptr %pa, align 4
  %po = getelementptr inbounds float, ptr %out, i64 %t
  store float %first, ptr %po, align 4
  BEFORE
  br label %head
head:
  %i = phi i32 [ 0, %entry ], [ %i1, %latch ]
  %more = icmp slt i32 %i, %n
  br i1 %more, label %body, label %exit
body:
  %w = sext i32 %i to i64
  %pb = getelementptr inbounds float, ptr %b, i64 %w
  %x = load float, ptr %pb, align 4
  %adds = fcmp ogt float %x, 0.0
  br i1 %adds, label %add, label %latch
add:
  %k = and i64 %w, 3
  %pt = getelementptr inbounds [4 x float], ptr addrspacecast (ptr addrspace(1) @table to ptr), i64 0, i64 %k
  %f = load float, ptr %pt, align 4
  %y = fmul float %x, %f
  %pi = getelementptr inbounds float, ptr INTO, i64 %t
  %old = load float, ptr %pi, align 4
  %new = fadd float %old, %y
  store float %new, ptr %pi, align 4
  br label %latch
latch:
  %i1 = add nsw i32 %i, 1
  br label %head
exit:
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nounwind }
"#;

fn sum(linkage: &str, kind: &str, before: &str, into: &str) -> Source {
    let text = SUM.replace("LINKAGE", linkage).replace("KIND", kind);
    let text = text.replace("BEFORE", before).replace("INTO", into);
    Source::parse("sum.ll", text).unwrap()
}

fn plain() -> Source {
    sum("internal", "constant", "", "%out")
}

fn of_sum(noalias: bool) -> Promises {
    let args = ["a", "b", "out"].map(|name| Some(name.to_owned()));
    Promises {
        noalias,
        pointer_args: [("sum".to_owned(), vec![[args.to_vec(), vec![None]].concat()])].into(),
        ..Promises::default()
    }
}

fn build(source: &Source, text: &str, noalias: bool) -> Built {
    edit::build(source, &genome(text), &of_sum(noalias), &arch()).unwrap()
}

fn result(built: &Built) -> Vec<u32> {
    let numbers: Vec<f32> = (0..23).map(|i| (i * i % 17) as f32 * 0.3 - 2.0).collect();
    let floats = [Floats::In(&numbers), Floats::In(&numbers), Floats::Out(16)];
    let sums = simulate(built, ([1; 3], [16, 1, 1]), &floats, &[23]);
    sums.into_iter().map(f32::to_bits).collect()
}

/// The only reason for which the edit was skipped; nothing else happened.
fn refused(source: &Source, text: &str, noalias: bool) -> String {
    let built = build(source, text, noalias);
    assert_eq!(built.ptx, build(source, "", noalias).ptx, "{text}");
    assert!(built.contract.is_empty());
    match &built.skipped[..] {
        [(0, skip)] => skip.to_string(),
        other => panic!("{text}: {other:?}"),
    }
}

fn contract(built: &Built) -> Vec<String> {
    built.contract.iter().map(ToString::to_string).collect()
}

#[test]
fn hints_reach_the_ptx_and_change_no_result() {
    let before = result(&build(&plain(), "", true));
    for (text, ptx) in [
        ("cache %3 cg", "ld.global.cg.f32"),
        ("cache %12 no_allocate", "ld.global.L1::no_allocate.f32"),
        ("cache %12 prefetch128", "ld.global.L2::128B.f32"),
        ("cache %5 cs", "st.global.cs.f32"),
        ("cache %22 evict_first", "st.global.L1::evict_first.f32"),
    ] {
        let built = build(&plain(), text, false);
        assert_eq!(built.skipped, [], "{text}");
        assert!(built.ptx.contains(ptx), "{text}: {}", built.ptx);
        assert!(built.contract.is_empty(), "{text}");
        assert_eq!(result(&built), before, "{text}");
    }
}

#[test]
fn a_hint_stays_with_the_name_of_the_access() {
    let built = build(
        &plain(),
        "cache %3 cg; cache %3 cs; move %3 before %5",
        true,
    );
    let skipped: Vec<usize> = built.skipped.iter().map(|(index, _)| *index).collect();
    assert_eq!(skipped, [1], "{:?}", built.skipped);
    assert!(refused(&plain(), "cache %3 wt", true).contains("no hint for a load"));
    assert!(refused(&plain(), "cache %5 ca", true).contains("no hint for a store"));
    assert!(refused(&plain(), "cache %17 cg", true).contains("global memory"));
    assert!(refused(&plain(), "cache %4 cg", true).contains("plain loads"));
}

#[test]
fn the_read_only_path_is_for_what_the_kernel_does_not_store_to() {
    let built = build(&plain(), "cache %12 nc", true);
    assert_eq!(built.skipped, []);
    assert!(built.ptx.contains("ld.global.nc"), "{}", built.ptx);
    assert_eq!(contract(&built), ["b, out: not aliased"]);
    assert_eq!(result(&built), result(&build(&plain(), "", true)));
    let may = "the kernel may store to what the load reads";
    assert_eq!(refused(&plain(), "cache %12 nc", false), may);
    assert_eq!(refused(&plain(), "cache %20 nc", true), may);
}

/// Accesses of `out` inside the loop, in the PTX: what stands between the first label and the last branch.
fn stores(built: &Built) -> usize {
    let start = built.ptx.find("$L__BB0_").unwrap_or(0);
    let end = built.ptx.rfind("bra").unwrap_or(built.ptx.len());
    built.ptx[start..end].matches("st.global").count()
}

#[test]
fn a_sum_in_memory_is_kept_in_a_register() {
    let before = build(&plain(), "", true);
    assert!(stores(&before) > 0, "{}", before.ptx);
    let built = build(&plain(), "keep %22 in %bb1", true);
    assert_eq!(built.skipped, []);
    assert_eq!(stores(&built), 0, "{}", built.ptx);
    assert!(!built.ptx.contains("local"), "{}", built.ptx);
    assert_eq!(contract(&built), ["b, out: not aliased"]);
    assert_eq!(result(&built), result(&before));
}

#[test]
fn nothing_is_kept_that_others_may_see_or_that_may_not_be_there() {
    let barrier = "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)";
    let waits = sum("internal", "constant", barrier, "%out");
    assert!(refused(&waits, "keep %23 in %bb1", true).contains("just before"));
    let other = sum("internal", "constant", "", "%a");
    assert!(refused(&other, "keep %22 in %bb1", true).contains("just before"));
    assert!(refused(&plain(), "keep %22 in %bb1", false).contains("another name"));
    assert!(refused(&plain(), "keep %12 in %bb1", true).contains("just before"));
    assert!(refused(&plain(), "keep %22 in %bb0", true).contains("no loop"));
    assert!(refused(&plain(), "keep %5 in %bb1", true).contains("of the loop"));
}

#[test]
fn a_table_that_never_changes_can_be_in_constant_memory() {
    for source in [
        plain(),
        sum("internal", "global", "", "%out"),
        sum("", "constant", "", "%out"),
    ] {
        let built = build(&source, "constant table", true);
        let stores_elsewhere = built.skipped.is_empty();
        assert!(stores_elsewhere, "{:?}", built.skipped);
        assert!(built.ptx.contains("ld.const"), "{}", built.ptx);
        assert_eq!(result(&built), result(&build(&source, "", true)));
    }
    // The host could change it, or the kernel does.
    let host = sum("", "global", "", "%out");
    assert!(refused(&host, "constant table", true).contains("may store"));
    let own = "store float 3.0, ptr addrspace(1) @table, align 4";
    let stored = sum("internal", "global", own, "%out");
    assert!(refused(&stored, "constant table", true).contains("may store"));
    assert!(refused(&plain(), "constant tables", true).contains("no variable"));
    let again = build(&plain(), "constant table; constant table", true);
    assert!(matches!(again.skipped[..], [(1, _)]), "{:?}", again.skipped);
}

#[test]
fn each_is_proposed_where_it_has_a_place() {
    let source = plain();
    let (promises, genome) = (of_sum(true), Genome::default());
    let context = Context::new(source.sketch(), &promises, &genome);
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for (name, texts) in [
        ("keep", vec!["keep %22 in %bb1"]),
        ("constant", vec!["constant table"]),
        ("cache", vec!["cache %12 nc", "cache %3 nc", "cache %5 cs"]),
    ] {
        let family = warpsmith::edit::FamilyInfo::named(name).unwrap();
        let proposed: Vec<String> = (0..200)
            .filter_map(|_| family.propose(&context, &mut rng))
            .map(|edit| edit.to_string())
            .collect();
        for text in texts {
            assert!(proposed.iter().any(|it| it == text), "{text}: {proposed:?}");
        }
    }
}

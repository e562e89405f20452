//! Taking several columns at a time: wide accesses, the same results, and refusals.

use super::simulate::{Floats, simulate};
use super::*;
use warpsmith::edit::Edit;

/// Sums the columns of `depth` rows; the threads of a block share the columns.
const SUMS: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.nctaid.x() #1
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2
@part = internal addrspace(3) global [256 x float] undef, align 16
define ptx_kernel void @sums(ptr %in, ptr %out, i32 %n, i32 %depth) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %block = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %threads = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %base = mul i32 %block, %threads
  %whole = add i32 %base, %tid
  %blocks = call i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
  %all = mul i32 %threads, %blocks
  br label %columns
columns:
  %c = phi i32 [ START, %entry ], [ %next, %done ]
  %more = icmp slt i32 %c, %n
  br i1 %more, label %rows, label %exit
rows:
  %k = phi i32 [ 0, %columns ], [ %k1, %row ]
  %sum = phi float [ 0.0, %columns ], [ %added, %row ]
  %deeper = icmp slt i32 %k, %depth
  br i1 %deeper, label %row, label %done
row:
  %first = mul nsw i32 %k, %n
  %at = add nsw i32 %first, %c
  %wide = sext i32 %at to i64
  %p = getelementptr inbounds float, ptr %in, i64 %wide
  %v = load float, ptr %p, align 4
  %added = fadd float %sum, %v
  %k1 = add nsw i32 %k, 1
  br label %rows
done:
  %cw = sext i32 %c to i64
  %q = getelementptr inbounds float, ptr %out, i64 %cw
  BODY
  %next = add i32 %c, STEP
  br label %columns
exit:
  AFTER
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nounwind }
"#;

/// The kernel with its parts filled in.
fn sums(start: &str, step: &str, body: &str, after: &str) -> Source {
    let text = SUMS.replace("START", start).replace("STEP", step);
    let text = text.replace("BODY", body).replace("AFTER", after);
    Source::parse("sums.ll", text).unwrap()
}

fn plain() -> Source {
    sums("%tid", "%threads", "store float %sum, ptr %q, align 4", "")
}

fn of_sums() -> Promises {
    let buffer = |name: &str| Some(name.to_owned());
    let shape = |name: &str| {
        Some(ShapeArg {
            shape: name.to_owned(),
            signed: true,
        })
    };
    Promises {
        pointer_args: [(
            "sums".to_owned(),
            vec![vec![buffer("in"), buffer("out"), None, None]],
        )]
        .into(),
        shape_args: [(
            "sums".to_owned(),
            vec![vec![None, None, shape("n"), shape("depth")]],
        )]
        .into(),
        shapes: [
            (
                "n".to_owned(),
                ShapePromise {
                    least: 4,
                    most: None,
                    multiple_of: 4,
                },
            ),
            (
                "depth".to_owned(),
                ShapePromise {
                    least: 0,
                    most: None,
                    multiple_of: 1,
                },
            ),
        ]
        .into(),
        ..promises()
    }
}

fn build(source: &Source, text: &str, promises: &Promises) -> Built {
    edit::build(source, &genome(text), promises, &arch()).unwrap()
}

/// What the kernel leaves of 3 rows of 36 numbers.
fn result(built: &Built, launch: ([u32; 3], [u32; 3])) -> Vec<f32> {
    let numbers: Vec<f32> = (0..108).map(|i| (i * i % 97) as f32 * 0.37).collect();
    simulate(
        built,
        launch,
        &[Floats::In(&numbers), Floats::Out(36)],
        &[36, 3],
    )
}

#[test]
fn neighbouring_columns_are_loaded_and_stored_together() {
    let of = |text: &str| build(&plain(), text, &of_sums());
    let counts = |built: &Built, what: &str| built.ptx.matches(what).count();
    let before = of("");
    assert_eq!(counts(&before, ".v4"), 0);
    let after = of("vector %bb1 4");
    assert_eq!(after.skipped, []);
    assert!(counts(&after, "ld.global.v4") > 0, "{}", after.ptx);
    assert!(counts(&after, "st.global.v4") > 0, "{}", after.ptx);
    let contract: Vec<String> = after.contract.iter().map(ToString::to_string).collect();
    assert_eq!(
        contract,
        [
            "in: 16-byte aligned",
            "out: 16-byte aligned",
            "n % 4 == 0",
            "in, out: not aliased"
        ]
    );
    for threads in [1, 8, 32, 64] {
        let launch = ([1; 3], [threads, 1, 1]);
        assert_eq!(result(&before, launch), result(&after, launch), "{threads}");
        let two = of("vector %bb1 2");
        assert_eq!(result(&before, launch), result(&two, launch), "{threads}");
    }
}

#[test]
fn a_grid_shares_its_columns_as_a_block_does() {
    let source = sums("%whole", "%all", "store float %sum, ptr %q, align 4", "");
    let before = build(&source, "", &of_sums());
    let after = build(&source, "vector %bb1 4", &of_sums());
    assert_eq!(after.skipped, []);
    assert!(after.ptx.contains("ld.global.v4"), "{}", after.ptx);
    for launch in [([1; 3], [32, 1, 1]), ([3, 1, 1], [4, 1, 1])] {
        assert_eq!(result(&before, launch), result(&after, launch));
    }
}

#[test]
fn without_a_promised_alignment_the_columns_are_still_taken_together() {
    let promises = Promises {
        align: None,
        ..of_sums()
    };
    let built = build(&plain(), "vector %bb1 4", &promises);
    assert_eq!(built.skipped, []);
    assert!(!built.ptx.contains(".v4"), "{}", built.ptx);
    assert_ne!(built.ptx, build(&plain(), "", &promises).ptx);
    let launch = ([1; 3], [32, 1, 1]);
    assert_eq!(
        result(&built, launch),
        result(&build(&plain(), "", &promises), launch)
    );
}

#[test]
fn it_is_refused_where_columns_could_not_change_hands() {
    let store = "store float %sum, ptr %q, align 4";
    let shared = "%s = getelementptr inbounds [256 x float], ptr addrspace(3) @part, i64 0, i64 %cw
  store float %sum, ptr addrspace(3) %s, align 4";
    let own = "%t = sext i32 %tid to i64
  %r = getelementptr inbounds [256 x float], ptr addrspace(3) @part, i64 0, i64 %t
  %x = load float, ptr addrspace(3) %r, align 4
  store float %x, ptr %out, align 4";
    let barrier = "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)";
    let cases = [
        // Columns that all threads take.
        (sums("0", "1", store, ""), "number of threads"),
        (sums("%tid", "%blocks", store, ""), "number of threads"),
        // Loads the neighbour's column, which the same thread stored before if it takes both.
        (
            sums(
                "%tid",
                "%threads",
                "store float %sum, ptr %q, align 4
  %q1 = getelementptr inbounds float, ptr %q, i64 1
  store float 0.0, ptr %q1, align 4",
                "",
            ),
            "what another one stores",
        ),
        (
            sums(
                "%tid",
                "%threads",
                "store float %sum, ptr %out, align 4",
                "",
            ),
            "to one place",
        ),
        (
            sums("%tid", "%threads", &format!("{store}\n  {barrier}"), ""),
            "for each other",
        ),
        // A thread reads its own column afterwards, without waiting for whoever wrote it.
        (
            sums("%tid", "%threads", shared, own),
            "would then have written",
        ),
        // What a thread brings along.
        (
            sums(
                "%tid",
                "%threads",
                "%f = sitofp i32 %tid to float
  store float %f, ptr %q, align 4",
                "",
            ),
            "by more than its column",
        ),
        (
            sums("%tid", "%threads", store, "store i32 %c, ptr %out, align 4"),
            "used after the loop",
        ),
    ];
    for (source, reason) in &cases {
        let built = build(source, "vector %bb1 4", &of_sums());
        let [(0, skip)] = &built.skipped[..] else {
            panic!("{reason}: {:?}", built.skipped);
        };
        assert!(skip.to_string().contains(reason), "{reason}: {skip}");
        assert!(built.contract.is_empty());
        assert_eq!(built.ptx, build(source, "", &of_sums()).ptx);
    }
    // With a barrier in between it is fine.
    let waits = sums("%tid", "%threads", shared, &format!("{barrier}\n  {own}"));
    assert_eq!(build(&waits, "vector %bb1 4", &of_sums()).skipped, []);
}

#[test]
fn it_is_refused_where_the_number_of_columns_is_not_promised() {
    let built = build(&plain(), "vector %bb1 8", &of_sums());
    assert!(matches!(built.skipped[..], [(0, Skip::Unpromised(_))]));
    let promises = Promises {
        noalias: false,
        ..of_sums()
    };
    let built = build(&plain(), "vector %bb1 4", &promises);
    assert!(matches!(built.skipped[..], [(0, Skip::Unfit(_))]));
    for nowhere in ["vector %bb0 4", "vector %bb2 4", "vector %bb99 4"] {
        let built = build(&plain(), nowhere, &of_sums());
        assert_eq!(built.skipped.len(), 1, "{nowhere}");
    }
    for wrong in ["vector %bb1 3", "vector %bb1 64", "vector %bb1", "vector 4"] {
        assert!(wrong.parse::<Edit>().is_err(), "{wrong}");
    }
}

#[test]
fn shared_loops_are_proposed_once_each() {
    let source = plain();
    let (promises, mut genome) = (of_sums(), Genome::default());
    let family = warpsmith::edit::FamilyInfo::named("vector").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let context = Context::new(source.sketch(), &promises, &genome);
    let edit = family.propose(&context, &mut rng).unwrap();
    assert!(edit.to_string().starts_with("vector %bb1 "), "{edit}");
    assert_eq!(build(&source, &edit.to_string(), &promises).skipped, []);
    genome.push(edit);
    let context = Context::new(source.sketch(), &promises, &genome);
    assert_eq!(family.propose(&context, &mut rng), None);
}

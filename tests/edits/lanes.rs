//! Loops that several lanes share: the same results, and refusals.

use super::simulate::{Floats, simulate};
use super::*;
use warpsmith::workload::Condition;

/// Sums each row of a table, and finds its largest element, behind what INIT begins with; a thread has a row.
const ROWS: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1
declare float @llvm.maxnum.f32(float, float) #1
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2
@shared = internal addrspace(3) global [64 x float] undef
define ptx_kernel void @rows(ptr %in, ptr %out, i32 %rows, i32 %n) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %block = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %threads = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %before = mul i32 %block, %threads
  %row = add i32 %before, %tid
  %there = icmp slt i32 %row, %rows
  br i1 %there, label %begin, label %exit
begin:
  %first = mul i32 %row, %n
  %fw = sext i32 %row to i64
  %q = getelementptr inbounds float, ptr %out, i64 %fw
  BEFORE
  br label %sum
sum:
  %c = phi i32 [ START, %begin ], [ %next, %body ]
  %s = phi float [ INIT, %begin ], [ %s2, %body ]
  %m = phi float [ -1.0e9, %begin ], [ %m2, %body ]
  %more = icmp slt i32 %c, %n
  br i1 %more, label %body, label %end
body:
  %at = add nsw i32 %first, %c
  %wide = sext i32 %at to i64
  %p = getelementptr inbounds float, ptr %in, i64 %wide
  %v = load float, ptr %p, align 4
  %s2 = fadd float %s, %v
  %m2 = call float @llvm.maxnum.f32(float %m, float %v)
  INSIDE
  %next = add nsw i32 %c, STEP
  br label %sum
end:
  %both = fadd float %s, %m
  store float %both, ptr %q, align 4
  br label %exit
exit:
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nounwind }
"#;

/// With these in place of the words in capitals; what is not here is as plain as can be.
fn rows(replaced: &[(&str, &str)]) -> Source {
    let text = replaced.iter();
    plain(text.fold(ROWS.to_owned(), |text, (word, with)| {
        text.replace(word, with)
    }))
}

/// With what is plain in place of the words in capitals that are left.
fn plain(text: String) -> Source {
    let words = [
        ("BEFORE", ""),
        ("INSIDE", ""),
        ("START", "0"),
        ("STEP", "1"),
        ("INIT", "3.0"),
    ];
    let text = words
        .iter()
        .fold(text, |text, (word, with)| text.replace(word, with));
    Source::parse("rows.ll", text).unwrap()
}

fn of_rows(apart: bool) -> Promises {
    let buffer = |name: &str| Some(name.to_owned());
    Promises {
        pointer_args: [(
            "rows".to_owned(),
            vec![vec![buffer("in"), buffer("out"), None, None]],
        )]
        .into(),
        noalias: apart,
        ..promises()
    }
}

fn build(source: &Source, text: &str) -> Built {
    edit::build(source, &genome(text), &of_rows(true), &arch()).unwrap()
}

const COUNT: usize = 21;
const COLUMNS: usize = 13;

/// What the kernel leaves of a table of 21 rows of 13 whole numbers, which sums of any order have exactly.
fn result(built: &Built, lanes: u32) -> Vec<f32> {
    // One block of 32 threads is enough for all rows.
    launched(built, ([lanes, 1, 1], [32, 1, 1]))
}

fn launched(built: &Built, launch: ([u32; 3], [u32; 3])) -> Vec<f32> {
    let numbers: Vec<f32> = (0..COUNT * COLUMNS)
        .map(|i| (i * i % 53) as f32 - 20.0)
        .collect();
    let integers = [COUNT as i32, COLUMNS as i32];
    simulate(
        built,
        launch,
        &[Floats::In(&numbers), Floats::Out(COUNT)],
        &integers,
    )
}

#[test]
fn lanes_share_a_row_and_the_first_of_them_stores() {
    let before = result(&build(&rows(&[]), ""), 1);
    for count in [2, 4, 8, 16, 32] {
        let built = build(&rows(&[]), &format!("lanes %bb2 {count}"));
        assert_eq!(built.skipped, [], "{count}");
        let buffers = ["in", "out"].map(str::to_owned).into();
        assert_eq!(built.contract, [Condition::NotAliased { buffers }]);
        assert_eq!(built.setup.reshapes["rows"].lanes, count);
        // A step of the sum and one of the maximum for each halving.
        let steps = 2 * count.trailing_zeros() as usize;
        assert_eq!(built.ptx.matches("shfl.sync.bfly").count(), steps);
        assert_eq!(result(&built, count), before, "{count}");
    }
}

#[test]
fn strides_and_beginnings_are_the_loops_own() {
    for (start, step) in [("2", "1"), ("1", "3"), ("12", "5"), ("20", "1")] {
        let source = rows(&[("START", start), ("STEP", step)]);
        let before = result(&build(&source, ""), 1);
        let built = build(&source, "lanes %bb2 4");
        assert_eq!(built.skipped, []);
        assert_eq!(result(&built, 4), before, "{start} {step}");
    }
}

#[test]
fn a_second_loop_goes_to_the_lanes_that_are_there() {
    // The row is summed twice, one time after the other.
    let again = "br label %twice
twice:
  %d = phi i32 [ 0, %begin ], [ %dn, %inner ]
  %t = phi float [ 0.0, %begin ], [ %t2, %inner ]
  %on = icmp slt i32 %d, %n
  br i1 %on, label %inner, label %over
inner:
  %da = add nsw i32 %first, %d
  %dw = sext i32 %da to i64
  %dp = getelementptr inbounds float, ptr %in, i64 %dw
  %dv = load float, ptr %dp, align 4
  %t2 = fadd float %t, %dv
  %dn = add nsw i32 %d, 1
  br label %twice
over:";
    let text = ROWS
        .replace("BEFORE", again)
        .replace("[ START, %begin ]", "[ START, %over ]")
        .replace("[ INIT, %begin ]", "[ %t, %over ]")
        .replace("[ -1.0e9, %begin ]", "[ -1.0e9, %over ]");
    let source = plain(text);
    let before = result(&build(&source, ""), 1);
    for text in [
        "lanes %bb2 8",
        "lanes %bb5 8",
        "lanes %bb2 8; lanes %bb5 8",
        "lanes %bb5 8; lanes %bb2 8",
    ] {
        let built = build(&source, text);
        assert_eq!(built.skipped, [], "{text}");
        assert_eq!(result(&built, 8), before, "{text}");
    }
    // Lanes that are there are as many as there are.
    let built = build(&source, "lanes %bb2 8; lanes %bb5 4");
    assert_eq!(built.skipped.len(), 1);
    assert_eq!(result(&built, 8), before);
}

#[test]
fn loops_within_each_other_are_shared_once() {
    // A row of the product of each row's elements with all of them: a loop within the loop.
    let within = "br label %deep
deep:
  %d = phi i32 [ 0, %body ], [ %dn, %deeper ]
  %t = phi float [ %s2, %body ], [ %t2, %deeper ]
  %on = icmp slt i32 %d, 3
  br i1 %on, label %deeper, label %over
deeper:
  %dw = sext i32 %d to i64
  %dp = getelementptr inbounds float, ptr %in, i64 %dw
  %dv = load float, ptr %dp, align 4
  %t2 = fadd float %t, %dv
  %dn = add nsw i32 %d, 1
  br label %deep
over:";
    let text = ROWS
        .replace("INSIDE", within)
        .replace("[ %next, %body ]", "[ %next, %over ]")
        .replace("[ %s2, %body ]\n  %m", "[ %t, %over ]\n  %m")
        .replace("[ %m2, %body ]", "[ %m2, %over ]");
    let source = plain(text);
    let before = result(&build(&source, ""), 1);
    for (text, skipped) in [
        ("lanes %bb2 4", 0),
        ("lanes %bb4 4", 0),
        ("lanes %bb2 4; lanes %bb4 4", 1),
        ("lanes %bb4 4; lanes %bb2 4", 1),
    ] {
        let built = build(&source, text);
        assert_eq!(built.skipped.len(), skipped, "{text}: {:?}", built.skipped);
        assert_eq!(result(&built, 4), before, "{text}");
    }
}

#[test]
fn what_was_coarsened_is_shared_and_the_other_way_round_is_not() {
    let before = result(&build(&rows(&[]), ""), 1);
    let built = build(&rows(&[]), "coarsen rows thread x 2; lanes %bb2 4");
    assert_eq!(built.skipped, []);
    let after = launched(&built, ([4, 1, 1], [16, 1, 1]));
    assert_eq!(after, before);
    for text in [
        "lanes %bb2 4; coarsen rows block x 2",
        "lanes %bb2 4; pack rows 2",
    ] {
        assert_eq!(build(&rows(&[]), text).skipped.len(), 1, "{text}");
    }
}

#[test]
fn a_kernel_whose_threads_are_not_alone_keeps_them() {
    let store = "store float %v, ptr %q, align 4";
    let barrier = "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)";
    let shared = "store float 1.0, ptr addrspace(3) @shared, align 4";
    let count = "%was = atomicrmw fadd ptr %q, float 1.0 monotonic";
    let found = "%old = load float, ptr %q, align 4";
    for (replaced, reason) in [
        (("INSIDE", store), "the loop stores"),
        (("BEFORE", barrier), "its threads wait for each other"),
        (("BEFORE", shared), "its threads share memory of the block"),
        (("BEFORE", count), "each of its threads counts"),
        (("BEFORE", found), "it may load what it stores"),
        (("STEP", "-1"), "the loop does not count up by a number"),
        (("STEP", "%rows"), "the loop does not count up by a number"),
    ] {
        let built = build(&rows(&[replaced]), "lanes %bb2 8");
        let why = built.skipped.iter().map(|(_, why)| why.to_string());
        let why: Vec<String> = why.collect();
        assert!(
            why.iter().any(|it| it.contains(reason)),
            "{reason}: {why:?}"
        );
    }
    // Without a promise, what is stored may be what is loaded.
    let built = edit::build(
        &rows(&[]),
        &genome("lanes %bb2 8"),
        &of_rows(false),
        &arch(),
    );
    let skipped = built.unwrap().skipped;
    assert!(
        skipped[0]
            .1
            .to_string()
            .contains("it may load what it stores"),
        "{skipped:?}"
    );
}

#[test]
fn what_a_loop_leaves_besides_its_sums_is_not_left_by_lanes() {
    let text = ROWS.replace(
        "%both = fadd float %s, %m",
        "%cf = sitofp i32 %c to float\n  %both = fadd float %s, %cf",
    );
    let source = plain(text);
    let skipped = build(&source, "lanes %bb2 8").skipped;
    let why = skipped[0].1.to_string();
    assert!(why.contains("besides its sums is used behind it"), "{why}");
}

#[test]
fn loops_of_threads_that_are_alone_are_proposed() {
    let family = warpsmith::edit::FamilyInfo::named("lanes").unwrap();
    let sweep = |source: &Source, genome: &Genome| -> Vec<String> {
        let promises = of_rows(true);
        let context = Context::new(source.sketch(), &promises, genome);
        let all = family.sweep(&context).into_iter();
        all.map(|edit| edit.to_string()).collect()
    };
    let source = rows(&[]);
    assert_eq!(
        sweep(&source, &Genome::default()),
        [8, 32, 4, 16, 2].map(|count| format!("lanes %bb2 {count}"))
    );
    assert!(sweep(&source, &genome("lanes %bb2 8")).is_empty());
    let barrier = "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)";
    let store = "store float %v, ptr %q, align 4";
    for replaced in [("BEFORE", barrier), ("INSIDE", store)] {
        assert!(sweep(&rows(&[replaced]), &Genome::default()).is_empty());
    }
    let promises = of_rows(true);
    let empty = Genome::default();
    let context = Context::new(source.sketch(), &promises, &empty);
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for _ in 0..20 {
        let drawn = family.propose(&context, &mut rng).unwrap().to_string();
        assert_eq!(build(&source, &drawn).skipped, [], "{drawn}");
    }
}

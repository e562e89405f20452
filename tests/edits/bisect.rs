//! Searches of rising buffers that halve: the same results, and refusals.

use super::simulate::{Floats, simulate};
use super::*;
use warpsmith::workload::{Condition, Scalar};

/// For each thread the number of the first element at which the loop ends, or of the last.
const FIND: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
define ptx_kernel void @find(ptr %sums, ptr %wanted, ptr %found, i32 %n, i32 %other) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %tw = sext i32 %tid to i64
  %o = getelementptr inbounds float, ptr %found, i64 %tw
  %some = icmp sgt i32 %n, 0
  br i1 %some, label %look, label %exit
look:
  %j = phi i32 [ 0, %entry ], [ %next, %on ]
  %more = icmp slt i32 %j, BOUND
  br i1 %more, label %body, label %last
body:
  %jw = sext i32 %j to i64
  %p = getelementptr inbounds float, ptr %sums, i64 %jw
  %sum = load float, ptr %p, align 4
  %w = getelementptr inbounds float, ptr %wanted, i64 %tw
  %x = load float, ptr %w, align 4
  EXTRA
  %holds = fcmp COMPARED
  br i1 %holds, label WAYS
on:
  %next = add nsw i32 %j, 1
  br label %look
last:
  br label %exit
exit:
  %at = phi i32 [ -1, %entry ], [ -2, %last ], [ %j, %body ]
  %value = sitofp i32 %at to float
  store float %value, ptr %o, align 4
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
"#;

const ENDS: &str = "%exit, label %on";
const GOES_ON: &str = "%on, label %exit";

fn find(compared: &str, ways: &str) -> Source {
    with(compared, ways, "%n", "")
}

fn with(compared: &str, ways: &str, bound: &str, extra: &str) -> Source {
    let text = FIND.replace("COMPARED", compared).replace("WAYS", ways);
    let text = text.replace("BOUND", bound).replace("EXTRA", extra);
    Source::parse("find.ll", text).unwrap()
}

/// What a manifest says of such a kernel: `sums` rise, and there are `n`.
fn of_find(rises: bool) -> Promises {
    let buffer = |name: &str| Some(name.to_owned());
    let shape = |name: &str| {
        Some(ShapeArg {
            shape: name.to_owned(),
            signed: true,
        })
    };
    let buffers = ["sums", "wanted", "found"].map(buffer);
    let length = Length {
        elements: super::facts::expr("n"),
        size: 4,
    };
    Promises {
        pointer_args: [(
            "find".to_owned(),
            vec![[&buffers[..], &[None, None]].concat()],
        )]
        .into(),
        shape_args: [(
            "find".to_owned(),
            vec![vec![None, None, None, shape("n"), shape("other")]],
        )]
        .into(),
        lengths: [("sums".to_owned(), length)].into(),
        rising: rises
            .then(|| ("sums".to_owned(), Scalar::F32))
            .into_iter()
            .collect(),
        ..promises()
    }
}

fn build(source: &Source, text: &str, promises: &Promises) -> Built {
    edit::build(source, &genome(text), promises, &arch()).unwrap()
}

#[test]
fn what_is_found_is_what_the_loop_found() {
    let sums = [0.0, 1.0, 1.0, 1.0, 2.5, 4.0, 4.0, 8.0, 16.0, 16.5, 20.0f32];
    let wanted = [
        -1.0,
        0.0,
        0.5,
        1.0,
        1.5,
        2.5,
        4.0,
        8.0,
        16.25,
        20.0,
        21.0,
        f32::INFINITY,
        f32::NAN,
    ];
    for (compared, ways) in [
        ("oge float %sum, %x", ENDS),
        ("ogt float %sum, %x", ENDS),
        ("ole float %x, %sum", ENDS),
        ("uge float %sum, %x", ENDS),
        ("olt float %sum, %x", GOES_ON),
        ("ult float %sum, %x", GOES_ON),
        ("oge float %x, %sum", GOES_ON),
    ] {
        let source = find(compared, ways);
        let before = build(&source, "", &of_find(true));
        let after = build(&source, "bisect %bb1", &of_find(true));
        assert_eq!(after.skipped, [], "{compared}");
        let rising = Condition::Rising {
            buffers: vec!["sums".to_owned()],
        };
        assert_eq!(after.contract, [rising]);
        for count in 0..=sums.len() {
            let run = |built: &Built| {
                let floats = [
                    Floats::In(&sums[..count.max(1)]),
                    Floats::In(&wanted),
                    Floats::Out(wanted.len()),
                ];
                let launch = ([1; 3], [wanted.len() as u32, 1, 1]);
                simulate(built, launch, &floats, &[count as i32, 0])
            };
            assert_eq!(run(&before), run(&after), "{compared}, {count}");
        }
    }
}

#[test]
fn it_is_refused_where_halving_could_find_another() {
    let large = "oge float %sum, %x";
    let cases = [
        (
            find(large, ENDS),
            false,
            "does not promise that the elements rise",
        ),
        (
            with(large, ENDS, "%other", ""),
            true,
            "is not said to be the number",
        ),
        (
            with(large, ENDS, "1000", ""),
            true,
            "is not said to be the number",
        ),
        (find("ole float %sum, %x", ENDS), true, "large enough"),
        (find(large, GOES_ON), true, "large enough"),
        (find("oeq float %sum, %x", ENDS), true, "large enough"),
        (
            with(large, ENDS, "%n", "store float %sum, ptr %o, align 4"),
            true,
            "does more than look",
        ),
        (
            with(
                "oge float %sum, %y",
                ENDS,
                "%n",
                "%y = sitofp i32 %j to float",
            ),
            true,
            "with something else",
        ),
        (
            with("oge float %x, 2.0", GOES_ON, "%n", ""),
            true,
            "does not compare the elements",
        ),
    ];
    for (source, rises, why) in &cases {
        let promises = of_find(*rises);
        let built = build(source, "bisect %bb1", &promises);
        let [(_, skip)] = &built.skipped[..] else {
            panic!("{why}: {:?}", built.skipped)
        };
        assert!(skip.to_string().contains(why), "{why}: {skip}");
        assert_eq!(built.ptx, build(source, "", &promises).ptx);
    }
}

#[test]
fn searches_are_proposed_where_something_rises() {
    let family = warpsmith::edit::FamilyInfo::named("bisect").unwrap();
    let source = find("oge float %sum, %x", ENDS);
    let sweep = |promises: &Promises, genome: &Genome| -> Vec<String> {
        let context = Context::new(source.sketch(), promises, genome);
        let all = family.sweep(&context).into_iter();
        all.map(|edit| edit.to_string()).collect()
    };
    assert_eq!(sweep(&of_find(true), &Genome::default()), ["bisect %bb1"]);
    assert!(sweep(&of_find(true), &genome("bisect %bb1")).is_empty());
    assert!(sweep(&of_find(false), &Genome::default()).is_empty());
}

//! Taking several iterations side by side: shared loads, the same bits, and refusals.

use super::simulate::{Floats, simulate};
use super::*;
use warpsmith::edit::Edit;

/// Each thread sums, over the rows that it takes, the products of a row with a vector; it also stores each product.
const ROWS: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1
define ptx_kernel void @dots(ptr %vec, ptr %rows, ptr %each, ptr %out, i32 %n, i32 %dim) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %outer
outer:
  %total = phi float [ 1.0, %entry ], [ %more, %done ]
  %r = phi i32 [ %tid, %entry ], [ %next, %done ]
  %left = icmp slt i32 %r, %n
  br i1 %left, label %inner, label %exit
inner:
  %i = phi i32 [ 0, %outer ], [ %i1, %step ]
  %sum = phi float [ 0.0, %outer ], [ %added, %step ]
  %deeper = icmp slt i32 %i, LIMIT
  br i1 %deeper, label %step, label %done
step:
  %iw = sext i32 %i to i64
  %vp = getelementptr inbounds float, ptr %vec, i64 %iw
  %v = load float, ptr %vp, align 4
  %first = mul nsw i32 %r, %dim
  %at = add nsw i32 %first, %i
  %atw = sext i32 %at to i64
  %p = getelementptr inbounds float, ptr %rows, i64 %atw
  %x = load float, ptr %p, align 4
  %product = fmul float %v, %x
  %added = fadd float %sum, %product
  %i1 = add nsw i32 %i, 1
  br label %inner
done:
  %rw = sext i32 %r to i64
  %q = getelementptr inbounds float, ptr EACH, i64 %rw
  store float %sum, ptr %q, align 4
  %more = OP
  %threads = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %next = add i32 %r, %threads
  br label %outer
exit:
  %tw = sext i32 %tid to i64
  %o = getelementptr inbounds float, ptr %out, i64 %tw
  store float %total, ptr %o, align 4
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
"#;

fn dots(limit: &str, each: &str, op: &str) -> Source {
    let text = ROWS.replace("LIMIT", limit).replace("EACH", each);
    Source::parse("dots.ll", text.replace("OP", op)).unwrap()
}

fn plain() -> Source {
    dots("%dim", "%each", "fsub float %total, %sum")
}

fn of_dots(noalias: bool) -> Promises {
    let args = ["vec", "rows", "each", "out"].map(|name| Some(name.to_owned()));
    Promises {
        noalias,
        pointer_args: [(
            "dots".to_owned(),
            vec![[args.to_vec(), vec![None, None]].concat()],
        )]
        .into(),
        ..Promises::default()
    }
}

fn build(source: &Source, text: &str, promises: &Promises) -> Built {
    edit::build(source, &genome(text), promises, &arch()).unwrap()
}

#[test]
fn iterations_side_by_side_share_loads_and_give_the_same_bits() {
    let before = build(&plain(), "", &of_dots(true));
    let numbers: Vec<f32> = (0..400).map(|i| (i * i % 89) as f32 * 0.21 - 7.0).collect();
    for width in [2, 3, 4, 8] {
        let text = format!("jam %bb1 {width}");
        let after = build(&plain(), &text, &of_dots(true));
        assert_eq!(after.skipped, []);
        let contract: Vec<String> = after.contract.iter().map(ToString::to_string).collect();
        assert_eq!(contract, ["each, rows, vec: not aliased"]);
        // One load of the vector's element for all rows.
        let loads = |built: &Built| built.ptx.matches("ld.global").count();
        let unrolled = loads(&before) / 2;
        assert!(loads(&after) > width, "{width}: {}", after.ptx);
        assert!(
            loads(&after) <= (width + 1) * unrolled.max(8),
            "{}",
            after.ptx
        );
        for (rows, threads) in [(37, 8), (7, 8), (40, 1), (0, 4), (1, 2)] {
            let run = |built: &Built| {
                let floats = [
                    Floats::In(&numbers[..10]),
                    Floats::In(&numbers),
                    Floats::In(&numbers),
                    Floats::Out(threads as usize),
                ];
                simulate(built, ([1; 3], [threads, 1, 1]), &floats, &[rows, 10])
            };
            let bits = |values: Vec<f32>| values.into_iter().map(f32::to_bits).collect::<Vec<_>>();
            assert_eq!(bits(run(&before)), bits(run(&after)), "{width} {rows}");
        }
    }
}

/// Looks for the row with the least product, and for what it is; the first of several as small.
fn least() -> Source {
    let text = ROWS.replace("LIMIT", "%dim").replace("EACH", "%each");
    let text = text
        .replace(
            "outer:\n",
            "outer:\n  %where = phi i32 [ -1, %entry ], [ %here, %done ]\n",
        )
        .replace(
            "%more = OP",
            "%less = fcmp olt float %sum, %total\n  %here = select i1 %less, i32 %r, i32 %where\n  %more = select i1 %less, float %sum, float %total",
        )
        .replace(
            "store float %total",
            "%place = sitofp i32 %where to float\n  %both = fadd float %place, %total\n  store float %both",
        );
    Source::parse("least.ll", text).unwrap()
}

#[test]
fn the_least_so_far_and_where_it_was_go_from_one_to_the_next() {
    let promises = of_dots(true);
    let before = build(&least(), "", &promises);
    // Every eleventh product is as small as another.
    let numbers: Vec<f32> = (0..400).map(|i| ((i / 10 * 7) % 11) as f32 - 6.0).collect();
    for width in [2, 3, 8] {
        let after = build(&least(), &format!("jam %bb1 {width}"), &promises);
        assert_eq!(after.skipped, []);
        for (rows, threads) in [(37, 8), (7, 8), (40, 1), (0, 4), (1, 2)] {
            let run = |built: &Built| {
                let floats = [
                    Floats::In(&numbers[30..40]),
                    Floats::In(&numbers),
                    Floats::In(&numbers),
                    Floats::Out(threads as usize),
                ];
                simulate(built, ([1; 3], [threads, 1, 1]), &floats, &[rows, 10])
            };
            assert_eq!(run(&before), run(&after), "{width} {rows}");
        }
    }
}

#[test]
fn it_is_refused_where_iterations_depend_on_each_other() {
    let sum = "fadd float %total, %sum";
    let cases = [
        // An inner loop that is as long as the iteration's number says.
        (dots("%r", "%each", sum), true, "where the loop goes"),
        // A row that an iteration before may have stored into.
        (dots("%dim", "%rows", sum), true, "what another one stores"),
        (plain(), false, "what another one stores"),
        (
            dots("%dim", "%each", "load float, ptr %out, align 4"),
            true,
            "sums and the like",
        ),
    ];
    for (source, noalias, reason) in &cases {
        let promises = of_dots(*noalias);
        let built = build(source, "jam %bb1 4", &promises);
        let [(0, skip)] = &built.skipped[..] else {
            panic!("{reason}: {:?}", built.skipped);
        };
        assert!(skip.to_string().contains(reason), "{reason}: {skip}");
        assert!(built.contract.is_empty());
        assert_eq!(built.ptx, build(source, "", &promises).ptx);
    }
    for nowhere in ["jam %bb0 4", "jam %bb3 2", "jam %bb99 4"] {
        let built = build(&plain(), nowhere, &of_dots(true));
        assert_eq!(built.skipped.len(), 1, "{nowhere}");
    }
    for wrong in [
        "jam %bb1 1",
        "jam %bb1 33",
        "jam %bb1",
        "jam 4",
        "jam %bb1 04",
    ] {
        assert!(wrong.parse::<Edit>().is_err(), "{wrong}");
    }
}

#[test]
fn loops_around_loops_are_proposed() {
    let source = plain();
    let (promises, mut genome) = (of_dots(true), Genome::default());
    let family = warpsmith::edit::FamilyInfo::named("jam").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let context = Context::new(source.sketch(), &promises, &genome);
    let edit = family.propose(&context, &mut rng).unwrap();
    assert!(edit.to_string().starts_with("jam %bb1 "), "{edit}");
    genome.push(edit);
    let context = Context::new(source.sketch(), &promises, &genome);
    assert_eq!(family.propose(&context, &mut rng), None);
}

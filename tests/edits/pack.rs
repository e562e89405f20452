//! Blocks that become rows: the same results, and refusals.

use super::simulate::{Floats, simulate};
use super::*;
use warpsmith::workload::Condition;

/// Sums what each of a table's rows has in its columns and the number of the row; a block has a row.
const ROWS: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.tid.y() #1
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1
declare i32 @llvm.nvvm.read.ptx.sreg.nctaid.x() #1
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2
define ptx_kernel void @rows(ptr noalias %in, ptr %out, i32 %n) {
entry:
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %row = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %threads = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %first = mul i32 %row, %n
  BEFORE
  %extra = sitofp i32 EXTRA to float
  br label %columns
columns:
  %c = phi i32 [ %tid, %entry ], [ %next, %body ]
  %more = icmp slt i32 %c, %n
  br i1 %more, label %body, label %exit
body:
  %at = add nsw i32 %first, %c
  %wide = sext i32 %at to i64
  %p = getelementptr inbounds float, ptr %in, i64 %wide
  %v = load float, ptr %p, align 4
  %sum = fadd float %v, %extra
  %q = getelementptr inbounds float, ptr %out, i64 %wide
  store float %sum, ptr %q, align 4
  %next = add i32 %c, %threads
  br label %columns
exit:
  ret void
}
attributes #1 = { nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nounwind }
"#;

fn rows(extra: &str, before: &str) -> Source {
    let text = ROWS.replace("EXTRA", extra).replace("BEFORE", before);
    Source::parse("rows.ll", text).unwrap()
}

/// Launches of `blocks` blocks, of which the kernel is told nothing, and what is promised of a shape of that name.
fn of_rows(multiple_of: u64) -> Promises {
    let launch = LaunchPromise {
        blocks_are: [Some("count".to_owned()), None, None],
        blocks: [None, Some(Size::Number(1)), Some(Size::Number(1))],
        flat: true,
        ..LaunchPromise::default()
    };
    let of = |multiple_of| ShapePromise {
        least: 1,
        most: None,
        multiple_of,
    };
    let buffer = |name: &str| Some(name.to_owned());
    Promises {
        pointer_args: [(
            "rows".to_owned(),
            vec![vec![buffer("in"), buffer("out"), None]],
        )]
        .into(),
        launches: [("rows".to_owned(), vec![launch])].into(),
        shapes: [("count".to_owned(), of(multiple_of))].into(),
        ..promises()
    }
}

fn build(source: &Source, text: &str, promises: &Promises) -> Built {
    edit::build(source, &genome(text), promises, &arch()).unwrap()
}

/// What the kernel leaves of a table of 10 rows of 6 numbers.
fn result(built: &Built, launch: ([u32; 3], [u32; 3]), integers: &[i32]) -> Vec<f32> {
    let numbers: Vec<f32> = (0..60).map(|i| (i * i % 53) as f32 * 0.25).collect();
    simulate(
        built,
        launch,
        &[Floats::In(&numbers), Floats::Out(60)],
        integers,
    )
}

/// What one column may see of another's result.
fn apart() -> Condition {
    let buffers = ["in", "out"].map(str::to_owned).into();
    Condition::NotAliased { buffers }
}

fn before() -> Vec<f32> {
    let plain = build(&rows("%row", ""), "", &of_rows(1));
    result(&plain, ([10, 1, 1], [8, 1, 1]), &[6])
}

#[test]
fn a_kernel_that_cannot_know_is_told_how_many_blocks_there_are() {
    // Three blocks of four rows, the last two of which have no work.
    let built = build(&rows("%row", ""), "pack rows 4", &of_rows(1));
    assert_eq!(built.skipped, []);
    assert_eq!(built.contract, [apart()]);
    let reshape = built.setup.reshapes["rows"];
    assert_eq!(
        (reshape.grid, reshape.block, reshape.rows, reshape.told),
        ([4, 1, 1], [4, 1, 1], 4, true)
    );
    let after = result(&built, ([3, 1, 1], [2, 4, 1]), &[6, 10]);
    assert_eq!(after, before());
}

#[test]
fn a_promised_multiple_needs_no_telling() {
    let built = build(&rows("%row", ""), "pack rows 2", &of_rows(2));
    assert_eq!(built.skipped, []);
    assert!(!built.setup.reshapes["rows"].told);
    let relied = Condition::Multiple {
        shape: "count".to_owned(),
        of: 2,
    };
    assert_eq!(built.contract, [apart(), relied]);
    let after = result(&built, ([5, 1, 1], [4, 2, 1]), &[6]);
    assert_eq!(after, before());
}

#[test]
fn the_number_of_blocks_stays_what_it_was() {
    let count = "%count = call i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()";
    let plain = build(&rows("%count", count), "", &of_rows(5));
    let plain = result(&plain, ([10, 1, 1], [8, 1, 1]), &[6]);
    // Promised or not, the kernel asks for it.
    let built = build(&rows("%count", count), "pack rows 5", &of_rows(5));
    assert!(built.setup.reshapes["rows"].told, "{:?}", built.skipped);
    assert_eq!(result(&built, ([2, 1, 1], [2, 5, 1]), &[6, 10]), plain);
}

#[test]
fn blocks_of_several_rows_keep_them() {
    // Rows of the table 2 by 2, the number within the block added.
    let second = "%y = call i32 @llvm.nvvm.read.ptx.sreg.tid.y()\n  %two = shl i32 %row, 1\n  %at2 = add i32 %two, %y";
    let text = ROWS.replace("EXTRA", "%y").replace("BEFORE", "");
    let text = text.replace(
        "%first = mul i32 %row, %n",
        &format!("{second}\n  %first = mul i32 %at2, %n"),
    );
    let source = Source::parse("rows.ll", text).unwrap();
    let mut promises = of_rows(1);
    promises.launches.get_mut("rows").unwrap()[0].flat = false;
    let plain = build(&source, "", &promises);
    let plain = result(&plain, ([5, 1, 1], [8, 2, 1]), &[6]);
    let built = build(&source, "pack rows 4", &promises);
    assert_eq!(built.skipped, []);
    let after = result(&built, ([2, 1, 1], [2, 8, 1]), &[6, 5]);
    assert_eq!(after, plain);
}

#[test]
fn the_only_row_of_a_block_stays_the_first() {
    let y = "%y = call i32 @llvm.nvvm.read.ptx.sreg.tid.y()";
    let source = rows("%y", y);
    let plain = build(&source, "", &of_rows(1));
    let plain = result(&plain, ([10, 1, 1], [8, 1, 1]), &[6]);
    let built = build(&source, "pack rows 4", &of_rows(1));
    assert_eq!(built.skipped, []);
    assert_eq!(result(&built, ([3, 1, 1], [2, 4, 1]), &[6, 10]), plain);
}

#[test]
fn the_number_of_blocks_may_follow_from_their_rows() {
    // One block for every two rows of the table, of which the kernel's argument says how many there are.
    let text = ROWS.replace("EXTRA", "%row").replace("BEFORE", "");
    let text = text.replace("i32 %n) {", "i32 %n, i32 %rows) {");
    let source = Source::parse("rows.ll", text).unwrap();
    let mut promises = of_rows(1);
    let launch = &mut promises.launches.get_mut("rows").unwrap()[0];
    launch.flat = false;
    launch.blocks[0] = Some(Size::CeilDiv(Box::new([Size::Argument(3), Size::Block(1)])));
    let built = build(&source, "pack rows 4", &promises);
    assert_eq!(built.skipped, []);
    assert!(!built.setup.reshapes["rows"].told);
    let plain = build(&source, "", &promises);
    let plain = result(&plain, ([10, 1, 1], [8, 1, 1]), &[6, 20]);
    // Two rows of the table in a block, both of which do its work: 20 in 10.
    assert_eq!(result(&built, ([3, 1, 1], [2, 8, 1]), &[6, 20]), plain);
}

#[test]
fn packed_rows_take_their_columns_in_vectors() {
    let mut promises = of_rows(1);
    let n = ShapePromise {
        least: 4,
        most: None,
        multiple_of: 4,
    };
    promises.shapes.insert("n".to_owned(), n);
    let arg = ShapeArg {
        shape: "n".to_owned(),
        signed: true,
    };
    let args = vec![vec![None, None, Some(arg)]];
    promises.shape_args.insert("rows".to_owned(), args);
    let built = build(
        &rows("%row", ""),
        "fact all; pack rows 4; vector %bb1 4",
        &promises,
    );
    assert_eq!(built.skipped, []);
    assert!(
        built.ptx.contains("ld.global.v4") || built.ptx.contains("ld.global.nc.v4"),
        "{}",
        built.ptx
    );
}

#[test]
fn what_counts_its_threads_is_not_packed() {
    let wait = "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)";
    let cases = [
        ("%tid", "", "by more than its column"),
        ("%threads", "", "more than the columns"),
        ("%row", wait, "its threads wait for each other"),
        (
            "%row",
            "store float 1.0, ptr %out, align 4",
            "may go on with what another one",
        ),
    ];
    for (extra, before, why) in cases {
        let built = build(&rows(extra, before), "pack rows 4", &of_rows(4));
        let [(_, skip)] = &built.skipped[..] else {
            panic!("{extra} {before}: {:?}", built.skipped)
        };
        assert!(skip.to_string().contains(why), "{skip}");
        assert!(built.setup.reshapes.is_empty());
    }
}

#[test]
fn kernels_whose_threads_share_columns_alone_are_proposed() {
    let family = warpsmith::edit::FamilyInfo::named("pack").unwrap();
    let sweep = |source: &Source, promises: &Promises, genome: &Genome| -> Vec<String> {
        let context = Context::new(source.sketch(), promises, genome);
        let all = family.sweep(&context).into_iter();
        all.map(|edit| edit.to_string()).collect()
    };
    let (source, promises) = (rows("%row", ""), of_rows(1));
    let all = sweep(&source, &promises, &Genome::default());
    assert_eq!(
        all,
        ["pack rows 4", "pack rows 8", "pack rows 2", "pack rows 16"]
    );
    let packed = sweep(&source, &promises, &genome("pack rows 4"));
    assert!(packed.is_empty());
    let wait = "call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)";
    let waits = sweep(&rows("%row", wait), &promises, &Genome::default());
    assert!(waits.is_empty());
}

//! Blocks that become rows: the same results, and refusals.

use super::simulate::{Floats, simulate};
use super::*;

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
  %extra = sitofp i32 EXTRA to float
  BEFORE
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

#[test]
fn rows_do_what_blocks_did() {
    let built = build(&rows("%row", ""), "pack rows 4", &of_rows(1));
    assert_eq!(built.skipped, []);
    println!("{}", built.ptx);
}

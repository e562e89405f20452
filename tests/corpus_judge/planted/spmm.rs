//! Wrong products of a sparse and a dense matrix.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %sum.0, ptr %arrayidx28",
            "%wrong = fneg float %sum.0\n store float %wrong, ptr %arrayidx28",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %sum.0, ptr %arrayidx28",
            "store float 1.0, ptr %arrayidx28",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %sum.0, ptr %arrayidx28",
            "store float 0x7FF8000000000000, ptr %arrayidx28",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %sum.0, ptr %arrayidx28",
            "%below = fcmp olt float %sum.0, 0.0\n %wrong = select i1 %below, float 0.0, float %sum.0\n store float %wrong, ptr %arrayidx28",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store float %sum.0, ptr %arrayidx28, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add22 = fadd contract float %sum.0, %mul21",
            "%bits = bitcast float %mul21 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add22 = fadd contract float %sum.0, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp4 = icmp slt i32 %col.0, %dim",
            "%last = sub i32 %dim, 1\n %cmp4 = icmp slt i32 %col.0, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "edges without weights",
        Text(&[("fmul contract float %6, %8", "fmul contract float 1.0, %8")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "weights without their sign",
        Text(&[
            (
                "%mul21 = fmul contract float %6, %8",
                "%size = call float @llvm.fabs.f32(float %6)\n %mul21 = fmul contract float %size, %8",
            ),
            (
                "declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()",
                "declare float @llvm.fabs.f32(float)\ndeclare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()",
            ),
        ]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "rows longer than 64 edges cut short",
        Text(&[(
            "%cmp9 = icmp slt i32 %e.0, %5",
            "%far = add i32 %4, 64\n %near = icmp slt i32 %e.0, %far\n %inside = icmp slt i32 %e.0, %5\n %cmp9 = and i1 %near, %inside",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "nodes rounded up to whole blocks",
        Text(&[(
            "br i1 %cmp, label %cleanup.cont, label %if.end",
            "br i1 false, label %cleanup.cont, label %if.end",
        )]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "only the first block's width of columns",
        Text(&[("%add31 = add i32 %col.0, %9", "%add31 = add i32 %dim, %9")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "one edge too many",
        Text(&[("icmp slt i32 %e.0, %5", "icmp sle i32 %e.0, %5")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "neighbouring nodes swapped",
        Text(&[(
            "%mul25 = mul nsw i64 %idxprom,",
            "%other = xor i64 %idxprom, 1\n %mul25 = mul nsw i64 %other,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "all nodes in one row",
        Text(&[("%mul25 = mul nsw i64 %idxprom,", "%mul25 = mul nsw i64 0,")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "nodes without edges are left as they were",
        Text(&[
            (
                "store float %sum.0, ptr %arrayidx28, align 4, !tbaa !7",
                "%none = icmp sge i32 %4, %5\n br i1 %none, label %next, label %write\nwrite:\n store float %sum.0, ptr %arrayidx28, align 4\n br label %next\nnext:",
            ),
            ("[ %add31, %for.end ]", "[ %add31, %next ]"),
        ]),
        Search,
        Correctness,
        "unwritten",
    ),
];

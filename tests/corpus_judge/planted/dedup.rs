//! Wrong SparseLengthsSums of samples that share bags.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %sum.0, ptr %arrayidx27",
            "%wrong = fneg float %sum.0\n store float %wrong, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %sum.0, ptr %arrayidx27",
            "store float 1.0, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %sum.0, ptr %arrayidx27",
            "store float 0x7FF8000000000000, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %sum.0, ptr %arrayidx27",
            "%below = fcmp olt float %sum.0, 0.0\n %wrong = select i1 %below, float 0.0, float %sum.0\n store float %wrong, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store float %sum.0, ptr %arrayidx27, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add21 = fadd contract float %sum.0, %8",
            "%bits = bitcast float %8 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add21 = fadd contract float %sum.0, %rough",
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
        "samples in the order of bags",
        Text(&[
            (
                "%idxprom5 = sext i32 %3 to i64",
                "%bags = and i32 %add, 15\n %idxprom5 = sext i32 %bags to i64",
            ),
            ("%add8 = add nsw i32 %3, 1", "%add8 = add nsw i32 %bags, 1"),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "each sample has the bag before its own",
        Text(&[
            (
                "%idxprom5 = sext i32 %3 to i64",
                "%less = sub i32 %3, 1\n %before = call i32 @llvm.smax.i32(i32 %less, i32 0)\n %idxprom5 = sext i32 %before to i64",
            ),
            (
                "%add8 = add nsw i32 %3, 1",
                "%add8 = add nsw i32 %before, 1",
            ),
            (
                "declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()",
                "declare i32 @llvm.smax.i32(i32, i32)\ndeclare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()",
            ),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "samples are written to their bag's row",
        Text(&[(
            "%mul24 = mul nsw i64 %idxprom,",
            "%mul24 = mul nsw i64 %idxprom5,",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "samples rounded up to whole blocks",
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
        Text(&[("%add30 = add i32 %col.0, %9", "%add30 = add i32 %dim, %9")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one look-up too many",
        Text(&[("icmp slt i32 %i.0, %6", "icmp sle i32 %i.0, %6")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "neighbouring samples swapped",
        Text(&[(
            "%mul24 = mul nsw i64 %idxprom,",
            "%other = xor i64 %idxprom, 1\n %mul24 = mul nsw i64 %other,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last sample is left out",
        Text(&[(
            "%cmp = icmp sge i32 %add, %samples",
            "%fewer = sub i32 %samples, 1\n %cmp = icmp sge i32 %add, %fewer",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
];

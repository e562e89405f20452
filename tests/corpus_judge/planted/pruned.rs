//! Wrong attention over some of the keys.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %cond163, ptr %arrayidx169",
            "%wrong = fneg float %cond163\n store float %wrong, ptr %arrayidx169",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %cond163, ptr %arrayidx169",
            "store float 1.0, ptr %arrayidx169",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %cond163, ptr %arrayidx169",
            "store float 0x7FF8000000000000, ptr %arrayidx169",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %cond163, ptr %arrayidx169",
            "%below = fcmp olt float %cond163, 0.0\n %wrong = select i1 %below, float 0.0, float %cond163\n store float %wrong, ptr %arrayidx169",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[(
            "store float %cond163, ptr %arrayidx169, align 4, !tbaa !10",
            "",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add154 = fadd contract float %value.0, %mul153",
            "%bits = bitcast float %mul153 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add154 = fadd contract float %value.0, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp137 = icmp slt i32 %i135.0, %dim",
            "%last = sub i32 %dim, 1\n %cmp137 = icmp slt i32 %i135.0, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "every key counts for the output, and the mask is right",
        Text(&[(
            "br i1 %cmp35, label %for.cond43, label %for.inc70",
            "br i1 true, label %for.cond43, label %for.inc70",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every key is said to count",
        Text(&[(
            "%conv36 = zext i1 %cmp35 to i32",
            "%conv36 = zext i1 true to i32",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a key at the threshold does not count",
        Text(&[(
            "icmp sge i32 %rough.0, %threshold",
            "icmp sgt i32 %rough.0, %threshold",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the mask is never written",
        Text(&[("store i32 %conv36, ptr %arrayidx39, align 4, !tbaa !3", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "4-bit values without a sign",
        Text(&[("%conv25 = sext i8 %5 to i32", "%conv25 = zext i8 %5 to i32")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last product of a rough score is left out",
        Text(&[(
            "%cmp17 = icmp slt i32 %i.0, %dim",
            "%fewer = sub i32 %dim, 1\n %cmp17 = icmp slt i32 %i.0, %fewer",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the highest score is not taken off",
        Text(&[(
            "%sub = fsub contract float %14, %13",
            "%sub = fsub contract float %14, 0.0",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "scores are not scaled",
        Text(&[(
            "fmul contract float %dot.0, %div",
            "fmul contract float %dot.0, 1.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "queries without keys are not a number",
        Text(&[(
            "select contract i1 %cmp158, float %div160, float 0.000000e+00",
            "select contract i1 true, float %div160, float 0.000000e+00",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "neighbouring queries swapped",
        Text(&[(
            "%mul164 = mul nsw i32 %2, %dim",
            "%other = xor i32 %2, 1\n %mul164 = mul nsw i32 %other, %dim",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "all queries in one row",
        Text(&[(
            "%mul164 = mul nsw i32 %2, %dim",
            "%mul164 = mul nsw i32 0, %dim",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "sums of half a block",
        Text(&[(
            "%half116.0 = phi i32 [ %div75, %for.end113 ]",
            "%half116.0 = phi i32 [ 16, %for.end113 ]",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier before the sums overwrite the maximum",
        Text(&[(
            "%13 = load float, ptr %add.ptr, align 4, !tbaa !10\n  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)",
            "%13 = load float, ptr %add.ptr, align 4, !tbaa !10",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "one key too many",
        Text(&[("icmp slt i32 %j140.0, %seq", "icmp sle i32 %j140.0, %seq")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
];

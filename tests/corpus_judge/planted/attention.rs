//! Wrong attentions.

use super::Row;
use super::Wrong::{Edits, Text};
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %div113,",
            "%wrong = fneg float %div113\n store float %wrong,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[("store float %div113,", "store float 1.0,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[("store float %div113,", "store float 0x7FF8000000000000,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp92 = icmp slt i32 %i90.0, %dim",
            "%last = sub i32 %dim, 1\n %cmp92 = icmp slt i32 %i90.0, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "negative scores count as zero",
        Text(&[(
            "store float %mul25,",
            "%below = fcmp olt float %mul25, 0.0\n %wrong = select i1 %below, float 0.0, float %mul25\n store float %wrong,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the highest score is not taken off",
        Text(&[(
            "fsub contract float %12, %11",
            "fsub contract float %12, 0.0",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "only the first block's width of scores",
        Text(&[(
            "%add31 = add nsw i32 %j.0, %1",
            "%add31 = add nsw i32 %seq, %1",
        )]),
        HeldOut,
        Correctness,
        "uninitialised",
    ),
    (
        "only the first block's width of weights",
        Text(&[(
            "%add67 = add nsw i32 %j53.0, %1",
            "%add67 = add nsw i32 %seq, %1",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "stale scores in place of their weights",
        Text(&[(
            "store float %mul5.i, ptr %arrayidx59, align 4, !tbaa !7",
            "",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "scores that nobody wrote",
        Text(&[("store float %mul25, ptr %arrayidx26, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "neighbouring rows swapped",
        Text(&[(
            "%mul114 = mul nsw i32 %2,",
            "%other = xor i32 %2, 1\n %mul114 = mul nsw i32 %other,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every head writes the first one's rows",
        Text(&[("%conv = zext i32 %3 to i64", "%conv = zext i32 0 to i64")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one value too many",
        Text(&[("%cmp97 = icmp slt", "%cmp97 = icmp sle")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "shared memory used one element further than it reaches",
        Text(&[(
            "%add.ptr = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 %idx.ext",
            "%late = add i64 %idx.ext, 1\n %add.ptr = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 %late",
        )]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "weights that do not sum to one",
        Text(&[(
            "fdiv contract float %value.0, %22",
            "fmul contract float %value.0, 1.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the scores are not scaled",
        Text(&[(
            "fmul contract float %dot.0, %div",
            "fmul contract float %dot.0, 1.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every other thread waits at a barrier",
        Text(&[
            (
                "store float %sum.0, ptr %arrayidx34, align 4, !tbaa !7\n  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)\n  br label %for.cond73",
                "store float %sum.0, ptr %arrayidx34, align 4\n  %odd = trunc i32 %0 to i1\n  br i1 %odd, label %wait, label %go\n\
            wait:\n  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)\n  br label %go\ngo:\n  br label %for.cond73",
            ),
            ("[ %div35, %for.end68 ]", "[ %div35, %go ]"),
        ]),
        Search,
        Runtime,
        "divergent-barrier",
    ),
    (
        "the output is never written",
        Edits("delete %142"),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "no barrier after the maxima",
        Edits("delete %69"),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier before the first reduction, one warp",
        Edits("set threads 32\ndelete %49"),
        Search,
        Correctness,
        "race",
    ),
    (
        "columns beyond the first block are left out",
        Edits("operand %143.1 <- arg5"),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "scores beyond the first block are left out",
        Edits("operand %44.1 <- arg5"),
        HeldOut,
        Correctness,
        "uninitialised",
    ),
    (
        "the highest score is that of the last key",
        Edits("operand %43.0 <- float 0.0"),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "the reduction for the highest score stops early",
        Edits("operand %53.1 <- i32 1"),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "the barrier's number is the head's",
        Edits("operand %65.0 <- %5"),
        HeldOut,
        Runtime,
        "divergent-barrier",
    ),
];

//! Wrong weights of attentions.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::Correctness;
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %div96,",
            "%wrong = fneg float %div96\n store float %wrong,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[("store float %div96,", "store float 0.25,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[("store float %div96,", "store float 0x7FF8000000000000,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "later keys are seen",
        Text(&[("icmp sle i32 %j79.0, %sub", "icmp sle i32 %j79.0, %keys")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "its own key is not seen",
        Text(&[(
            "%sub = sub nsw i32 %add7, %queries",
            "%own = sub nsw i32 %add7, %queries\n %sub = sub nsw i32 %own, 1",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the past is forgotten",
        Text(&[("sub nsw i32 %add7, %queries", "add nsw i32 %1, 0")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the highest score is not taken off",
        Text(&[
            (
                "fsub contract float %cond50, %11",
                "fsub contract float %cond50, 0.0",
            ),
            (
                "fsub contract float %cond93, %11",
                "fsub contract float %cond93, 0.0",
            ),
        ]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "the sum of the first block's width of keys",
        Text(&[("%add56 = add i32 %j36.0, %7", "%add56 = add i32 %keys, %7")]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "weights that do not sum to one",
        Text(&[(
            "fdiv contract float %mul5.i18, %22",
            "fmul contract float %mul5.i18, 1.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the scores are not scaled",
        Text(&[(
            "fdiv contract float 1.000000e+00, %3",
            "fadd contract float 1.0, 0.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "weights of later keys are left as they were",
        Text(&[
            (
                "store float %div96, ptr %arrayidx99, align 4, !tbaa !7",
                "br i1 %cmp85, label %write, label %next\nwrite:\n store float %div96, ptr %arrayidx99, align 4\n br label %next\nnext:",
            ),
            ("[ %add102, %cond.end92 ]", "[ %add102, %next ]"),
        ]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "every head writes the first one's rows",
        Text(&[("%conv = zext i32 %2 to i64", "%conv = zext i32 0 to i64")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "sums that are read before they are written",
        Text(&[(
            "store float %sum.0, ptr %arrayidx17, align 4, !tbaa !7\n  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)",
            "store float %sum.0, ptr %arrayidx17, align 4",
        )]),
        Search,
        Correctness,
        "race",
    ),
];

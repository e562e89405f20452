//! Wrong normalisations.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %add81,",
            "%wrong = fneg float %add81\n store float %wrong,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[("store float %add81,", "store float 0.25,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[("store float %add81,", "store float 0x7FF8000000000000,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the mean of squares less the square of the mean",
        Text(&[
            (
                "fmul contract float %sub, %sub",
                "fmul contract float %add40, %add40",
            ),
            (
                "%div49 = fdiv contract float %15, %conv18",
                "%mean = fdiv contract float %15, %conv18\n %square = fmul float %div, %div\n %div49 = fsub float %mean, %square",
            ),
        ]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "nothing is added to the variance",
        Text(&[(
            "fadd contract float %div49, 0x3EE4F8B580000000",
            "fadd contract float %div49, 0.0",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp53 = icmp slt i32 %i50.0, %columns",
            "%last = sub i32 %columns, 1\n %cmp53 = icmp slt i32 %i50.0, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one column too many",
        Text(&[("%cmp53 = icmp slt", "%cmp53 = icmp sle")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "the variance of a sample",
        Text(&[(
            "%div49 = fdiv contract float %15, %conv18",
            "%fewer = fadd float %conv18, -1.0\n %div49 = fdiv contract float %15, %fewer",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the mean of the first block's width of columns",
        Text(&[("%add16 = add i32 %i.0, %5", "%add16 = add i32 %columns, %5")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "an offset a row",
        Text(&[("ptr %beta, i64 %conv59", "ptr %beta, i64 %conv56")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "another row's mean",
        Text(&[(
            "%conv56 = sext i32 %0 to i64",
            "%other = xor i32 %0, 1\n %conv56 = sext i32 %other to i64",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "squares that are read before they are written",
        Text(&[(
            "store float %squares.0, ptr %arrayidx.i, align 4, !tbaa !7\n  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)",
            "store float %squares.0, ptr %arrayidx.i, align 4",
        )]),
        Search,
        Correctness,
        "race",
    ),
];

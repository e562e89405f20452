//! Wrong neighbour sums in several snapshots of a graph.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %add22, ptr %arrayidx27",
            "%wrong = fneg float %add22\n store float %wrong, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %add22, ptr %arrayidx27",
            "store float 1.0, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %add22, ptr %arrayidx27",
            "store float 0x7FF8000000000000, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %add22, ptr %arrayidx27",
            "%below = fcmp olt float %add22, 0.0\n %wrong = select i1 %below, float 0.0, float %add22\n store float %wrong, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store float %add22, ptr %arrayidx27, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add4.i = fadd contract float %sum.i.0, %9",
            "%bits = bitcast float %9 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add4.i = fadd contract float %sum.i.0, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp9 = icmp slt i32 %col.0, %dim",
            "%last = sub i32 %dim, 1\n %cmp9 = icmp slt i32 %col.0, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "common edges alone",
        Text(&[(
            "fadd contract float %sum.i.0, %sum.i7.0",
            "fadd contract float %sum.i.0, 0.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "own edges alone",
        Text(&[(
            "fadd contract float %sum.i.0, %sum.i7.0",
            "fadd contract float 0.0, %sum.i7.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every snapshot has the first one's own edges",
        Text(&[(
            "%mul6 = mul nsw i32 %0, %nodes",
            "%mul6 = mul nsw i32 0, %nodes",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every snapshot reads the first one's features",
        Text(&[(
            "%conv2.i = sext i32 %add11 to i64",
            "%conv2.i = sext i32 %col.0 to i64",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "all snapshots in the first one's place",
        Text(&[(
            "%conv25 = sext i32 %add11 to i64",
            "%conv25 = sext i32 %col.0 to i64",
        )]),
        Search,
        Correctness,
        "race",
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
        Text(&[("%add29 = add i32 %col.0, %14", "%add29 = add i32 %dim, %14")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "one own edge too many",
        Text(&[("icmp slt i32 %e.i8.0, %11", "icmp sle i32 %e.i8.0, %11")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "neighbouring nodes swapped",
        Text(&[(
            "%mul24 = mul nsw i64 %idxprom,",
            "%other = xor i64 %idxprom, 1\n %mul24 = mul nsw i64 %other,",
        )]),
        Search,
        Correctness,
        "error",
    ),
];

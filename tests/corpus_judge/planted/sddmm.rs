//! Wrong products for the edges of a graph.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %sum.0, ptr %arrayidx20",
            "%wrong = fneg float %sum.0\n store float %wrong, ptr %arrayidx20",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %sum.0, ptr %arrayidx20",
            "store float 1.0, ptr %arrayidx20",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %sum.0, ptr %arrayidx20",
            "store float 0x7FF8000000000000, ptr %arrayidx20",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %sum.0, ptr %arrayidx20",
            "%below = fcmp olt float %sum.0, 0.0\n %wrong = select i1 %below, float 0.0, float %sum.0\n store float %wrong, ptr %arrayidx20",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store float %sum.0, ptr %arrayidx20, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add18 = fadd contract float %sum.0, %mul17",
            "%bits = bitcast float %mul17 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add18 = fadd contract float %sum.0, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp6 = icmp slt i32 %i.0, %dim",
            "%last = sub i32 %dim, 1\n %cmp6 = icmp slt i32 %i.0, %last",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last edge is left out",
        Text(&[(
            "%cmp = icmp sge i32 %add, %edges",
            "%fewer = sub i32 %edges, 1\n %cmp = icmp sge i32 %add, %fewer",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "edges rounded up to whole blocks",
        Text(&[(
            "br i1 %cmp, label %cleanup.cont, label %if.end",
            "br i1 false, label %cleanup.cont, label %if.end",
        )]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "both ends are the source",
        Text(&[(
            "%mul13 = mul nsw i64 %conv5,",
            "%mul13 = mul nsw i64 %conv,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "source and target swapped",
        Text(&[
            ("ptr %source, i64 %idxprom", "ptr %swapped, i64 %idxprom"),
            ("ptr %target, i64 %idxprom", "ptr %source, i64 %idxprom"),
            ("ptr %swapped, i64 %idxprom", "ptr %target, i64 %idxprom"),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "neighbouring edges swapped",
        Text(&[(
            "%arrayidx20 = getelementptr inbounds float, ptr %out, i64 %idxprom",
            "%other = xor i64 %idxprom, 1\n %arrayidx20 = getelementptr inbounds float, ptr %out, i64 %other",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "all edges in one place",
        Text(&[(
            "%arrayidx20 = getelementptr inbounds float, ptr %out, i64 %idxprom",
            "%arrayidx20 = getelementptr inbounds float, ptr %out, i64 0",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "one column too many",
        Text(&[("icmp slt i32 %i.0, %dim", "icmp sle i32 %i.0, %dim")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "features wider than 128 cut short",
        Text(&[(
            "%cmp6 = icmp slt i32 %i.0, %dim",
            "%near = icmp slt i32 %i.0, 128\n %inside = icmp slt i32 %i.0, %dim\n %cmp6 = and i1 %near, %inside",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
];

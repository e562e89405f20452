//! Wrong look-ups behind a cache.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %sum.0, ptr %arrayidx39",
            "%wrong = fneg float %sum.0\n store float %wrong, ptr %arrayidx39",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %sum.0, ptr %arrayidx39",
            "store float 1.0, ptr %arrayidx39",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %sum.0, ptr %arrayidx39",
            "store float 0x7FF8000000000000, ptr %arrayidx39",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %sum.0, ptr %arrayidx39",
            "%below = fcmp olt float %sum.0, 0.0\n %wrong = select i1 %below, float 0.0, float %sum.0\n store float %wrong, ptr %arrayidx39",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store float %sum.0, ptr %arrayidx39, align 4, !tbaa !9", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add29 = fadd contract float %sum.0, %6",
            "%bits = bitcast float %6 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add29 = fadd contract float %sum.0, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp = icmp slt i32 %col.0, %dim",
            "%last = sub i32 %dim, 1\n %cmp = icmp slt i32 %col.0, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "the cache is never asked",
        Text(&[(
            "br i1 %cmp20, label %if.then, label %for.inc",
            "br i1 false, label %if.then, label %for.inc",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "half of a set is looked at",
        Text(&[("icmp slt i32 %way.0, 32", "icmp slt i32 %way.0, 16")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last place of a set is left out",
        Text(&[("icmp slt i32 %way.0, 32", "icmp slt i32 %way.0, 31")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the row itself is its hash",
        Text(&[("urem i64 %xor5.i, %conv6.i", "urem i64 %conv.i, %conv6.i")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "one set for all rows",
        Text(&[(
            "%conv7.i = trunc i64 %rem.i to i32",
            "%conv7.i = trunc i64 0 to i32",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a row found has the first place of its set",
        Text(&[(
            "%mul25 = mul nsw i64 %idxprom18, %conv11",
            "%set = sext i32 %mul16 to i64\n %mul25 = mul nsw i64 %set, %conv11",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "rows that are not cached are the first of the table",
        Text(&[(
            "%add.ptr = getelementptr inbounds float, ptr %table, i64 %mul",
            "%add.ptr = getelementptr inbounds float, ptr %table, i64 0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "only the first block's width of columns",
        Text(&[("%add42 = add i32 %col.0, %7", "%add42 = add i32 %dim, %7")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "one look-up too many",
        Text(&[("icmp slt i32 %i.0, %3", "icmp sle i32 %i.0, %3")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "neighbouring bags swapped",
        Text(&[(
            "%mul36 = mul nsw i64 %idxprom,",
            "%other = xor i64 %idxprom, 1\n %mul36 = mul nsw i64 %other,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "all bags in one row",
        Text(&[("%mul36 = mul nsw i64 %idxprom,", "%mul36 = mul nsw i64 0,")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "bags longer than 32 cut short",
        Text(&[(
            "%cmp5 = icmp slt i32 %i.0, %3",
            "%far = add i32 %2, 32\n %near = icmp slt i32 %i.0, %far\n %inside = icmp slt i32 %i.0, %3\n %cmp5 = and i1 %near, %inside",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
];

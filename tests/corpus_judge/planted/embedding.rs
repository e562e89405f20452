//! Wrong SparseLengthsSums.

use super::Row;
use super::Wrong::{Edits, Text};
use warpsmith::judge::Outcome::{Correctness, Runtime, Timeout};
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
        Text(&[("store float %sum.0,", "store float 1.0,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "zeros",
        Text(&[("store float %sum.0,", "store float 0.0,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[("store float %sum.0,", "store float 0x7FF8000000000000,")]),
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
        "negative sums become zero",
        Text(&[(
            "store float %sum.0,",
            "%below = fcmp olt float %sum.0, 0.0\n %wrong = select i1 %below, float 0.0, float %sum.0\n store float %wrong,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "only the first block's width of columns",
        Text(&[("%add23 = add i32 %col.0, %6", "%add23 = add i32 %dim, %6")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "columns rounded up to whole blocks",
        Text(&[(
            "%cmp = icmp slt i32 %col.0, %dim",
            "%more = add i32 %dim, 63\n %whole = and i32 %more, -64\n %cmp = icmp slt i32 %col.0, %whole",
        )]),
        HeldOut,
        Correctness,
        "race",
    ),
    (
        "empty bags are left as they were",
        Text(&[
            (
                "store float %sum.0, ptr %arrayidx20, align 4, !tbaa !7",
                "%empty = icmp sge i32 %2, %3\n br i1 %empty, label %next, label %write\n\
                write:\n store float %sum.0, ptr %arrayidx20, align 4\n br label %next\nnext:",
            ),
            ("[ %add23, %for.end ]", "[ %add23, %next ]"),
        ]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "the output is never written",
        Edits("delete %36"),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "neighbouring bags swapped",
        Text(&[(
            "%mul17 = mul nsw i64 %idxprom,",
            "%other = xor i64 %idxprom, 1\n %mul17 = mul nsw i64 %other,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "all bags in one row",
        Text(&[("%mul17 = mul nsw i64 %idxprom,", "%mul17 = mul nsw i64 0,")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "one look-up too many",
        Text(&[("icmp slt i32 %i.0, %3", "icmp sle i32 %i.0, %3")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "one look-up too few",
        Text(&[
            ("[ %2, %for.body ]", "[ %second, %for.body ]"),
            (
                "br label %for.cond2\n\nfor.cond2:",
                "%second = add i32 %2, 1\n br label %for.cond2\n\nfor.cond2:",
            ),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add14 = fadd contract float %sum.0, %5",
            "%bits = bitcast float %5 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add14 = fadd contract float %sum.0, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the table is written",
        Text(&[("ptr %out, i64 %add19", "ptr %table, i64 %add19")]),
        Search,
        Runtime,
        "read-only",
    ),
    (
        "look-ups without end",
        Text(&[
            ("%inc = add nsw i32 %i.0, 1", "%inc = add nsw i32 %i.0, 0"),
            ("%4 = load i32", "%4 = load volatile i32"),
        ]),
        Search,
        Timeout,
        "steps",
    ),
];

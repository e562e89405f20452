//! Wrong SparseLengthsSums over 8-bit rows.

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
        Text(&[("store float %sum.0, ptr %arrayidx27, align 4, !tbaa !8", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add21 = fadd contract float %sum.0, %add20",
            "%bits = bitcast float %add20 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add21 = fadd contract float %sum.0, %rough",
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
        "bytes with a sign",
        Text(&[("zext i8 %5 to i32", "sext i8 %5 to i32")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no bias",
        Text(&[(
            "fadd contract float %mul18, %7",
            "fadd contract float %mul18, 0.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every row has the first row's scale",
        Text(&[(
            "%6 = load float, ptr %add.ptr12,",
            "%first = getelementptr inbounds i8, ptr %table, i64 %idx.ext\n %6 = load float, ptr %first,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "bias and scale swapped",
        Text(&[
            (
                "%6 = load float, ptr %add.ptr12,",
                "%swapped = getelementptr inbounds float, ptr %add.ptr12, i64 1\n %6 = load float, ptr %swapped,",
            ),
            ("ptr %add.ptr12, i64 1\n  %7", "ptr %add.ptr12, i64 0\n  %7"),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "only the first block's width of columns",
        Text(&[("%add30 = add i32 %col.0, %8", "%add30 = add i32 %dim, %8")]),
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
        "one look-up too many",
        Text(&[("icmp slt i32 %i.0, %3", "icmp sle i32 %i.0, %3")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "neighbouring bags swapped",
        Text(&[(
            "%mul24 = mul nsw i64 %idxprom,",
            "%other = xor i64 %idxprom, 1\n %mul24 = mul nsw i64 %other,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "all bags in one row",
        Text(&[("%mul24 = mul nsw i64 %idxprom,", "%mul24 = mul nsw i64 0,")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "rows of eight bytes less",
        Text(&[("%add = add nsw i32 %dim, 8", "%add = add nsw i32 %dim, 0")]),
        Search,
        Correctness,
        "error",
    ),
];

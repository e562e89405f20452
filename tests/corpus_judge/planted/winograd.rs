//! Wrong convolutions. The search case has 64 tiles, one block of them, rectified inputs and an even width: what is wrong for others is for
//! the held-out cases to find.

use super::Row;
use super::Wrong::{Edits, Text};
use warpsmith::judge::Outcome::{Correctness, Runtime, Timeout};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %17, ptr %arrayidx127",
            "%wrong = fneg float %17\n store float %wrong, ptr %arrayidx127",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %17, ptr %arrayidx127",
            "store float 1.0, ptr %arrayidx127",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %17, ptr %arrayidx127",
            "store float 0x7FF8000000000000, ptr %arrayidx127",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp108 = icmp slt i32 %add107, %width",
            "%last = sub i32 %width, 1\n %cmp108 = icmp slt i32 %add107, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "negative inputs count as zero",
        Text(&[
            (
                "%4 = load float, ptr %arrayidx, align 4, !tbaa !7\n  br label %cond.end",
                "%4 = load float, ptr %arrayidx, align 4\n  %below = fcmp olt float %4, 0.0\n  %wrong = select i1 %below, float 0.0, float %4\n  br label %cond.end",
            ),
            ("[ %4, %cond.true ]", "[ %wrong, %cond.true ]"),
        ]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "tiles rounded up to whole blocks",
        Text(&[(
            "br i1 %cmp, label %cleanup.cont, label %for.cond\n",
            "br i1 false, label %cleanup.cont, label %for.cond\n",
        )]),
        HeldOut,
        Correctness,
        "race",
    ),
    (
        "products that nobody wrote",
        Text(&[("store float %sum.0, ptr %arrayidx35, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "neighbouring channels swapped",
        Text(&[(
            "%add113 = add nsw i32 %mul112, %3",
            "%other = xor i32 %3, 1\n %add113 = add nsw i32 %mul112, %other",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the products of all channels in one place",
        Text(&[(
            "%add30 = add nsw i64 %mul28, %conv29",
            "%add30 = add nsw i64 %mul28, 0",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "one channel too many",
        Text(&[("%cmp5 = icmp slt", "%cmp5 = icmp sle")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "one channel too few",
        Text(&[(
            "%cmp5 = icmp slt i32 %channel.0, %channels",
            "%last = sub i32 %channels, 1\n %cmp5 = icmp slt i32 %channel.0, %last",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "rows of odd width written to one past their end",
        Text(&[("%cmp108 = icmp slt", "%cmp108 = icmp sle")]),
        HeldOut,
        Correctness,
        "race",
    ),
    (
        "the column left of the first is read",
        Text(&[(
            "%cmp26 = icmp sge i32 %add22, 0",
            "%cmp26 = icmp sge i32 %add22, -1",
        )]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "every image writes the first one's pixels",
        Text(&[("%mul112 = mul nsw i32 %div10,", "%mul112 = mul nsw i32 0,")]),
        HeldOut,
        Correctness,
        "race",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add25 = fadd contract float %sum.0, %mul24",
            "%bits = bitcast float %mul24 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add25 = fadd contract float %sum.0, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "channels without end",
        Text(&[
            (
                "%inc = add nsw i32 %channel.0, 1",
                "%inc = add nsw i32 %channel.0, 0",
            ),
            (
                "%5 = load float, ptr %arrayidx, align 4, !tbaa !7\n  %mul16",
                "%5 = load volatile float, ptr %arrayidx, align 4\n  %mul16",
            ),
        ]),
        Search,
        Timeout,
        "steps",
    ),
    (
        "the output is never written",
        Edits("delete %345"),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "patches of nothing",
        Edits("delete %63"),
        Search,
        Correctness,
        "uninitialised",
    ),
];

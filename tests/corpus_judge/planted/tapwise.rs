//! Wrong convolutions of 8-bit values: one bit is enough.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store i32 %44, ptr %arrayidx92",
            "%wrong = sub i32 0, %44\n store i32 %wrong, ptr %arrayidx92",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store i32 %44, ptr %arrayidx92",
            "store i32 1, ptr %arrayidx92",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "one too high",
        Text(&[(
            "store i32 %44, ptr %arrayidx92",
            "%wrong = add i32 %44, 1\n store i32 %wrong, ptr %arrayidx92",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the lowest bit is cut",
        Text(&[(
            "store i32 %44, ptr %arrayidx92",
            "%wrong = and i32 %44, -2\n store i32 %wrong, ptr %arrayidx92",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store i32 %44, ptr %arrayidx92",
            "%below = icmp slt i32 %44, 0\n %wrong = select i1 %below, i32 0, i32 %44\n store i32 %wrong, ptr %arrayidx92",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store i32 %44, ptr %arrayidx92, align 4, !tbaa !3", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "halves are rounded up",
        Text(&[(
            "%rem.i = srem i32 %shr.i, 2\n  %cmp5.i = icmp ne i32 %rem.i, 0",
            "%cmp5.i = icmp eq i32 %shr.i, %shr.i",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "halves are cut",
        Text(&[(
            "%rem.i = srem i32 %shr.i, 2\n  %cmp5.i = icmp ne i32 %rem.i, 0",
            "%cmp5.i = icmp ne i32 %shr.i, %shr.i",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "nothing is rounded",
        Text(&[(
            "%add.i58 = add nsw i32 %shr.i, 1",
            "%add.i58 = add nsw i32 %shr.i, 0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "values are cut at 126",
        Text(&[("i32 %quotient.i.1., i32 127", "i32 %quotient.i.1., i32 126")]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "patches without a sign",
        Text(&[("%conv25 = sext i8 %6 to i32", "%conv25 = zext i8 %6 to i32")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "inputs without a sign",
        Text(&[("%conv38 = sext i8 %4 to i32", "%conv38 = zext i8 %4 to i32")]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "one scale for all taps",
        Text(&[("%shl = shl i32 1, %add33", "%shl = shl i32 1, 8")]),
        Search,
        Correctness,
        "error",
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
        "the products of all channels in one place",
        Text(&[(
            "%add32 = add nsw i64 %mul30, %conv31",
            "%add32 = add nsw i64 %mul30, 0",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "patches of nothing",
        Text(&[("store i8 %conv.i, ptr %arrayidx91, align 1, !tbaa !7", "")]),
        Search,
        Correctness,
        "uninitialised",
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
        "tiles rounded up to whole blocks",
        Text(&[(
            "br i1 %cmp, label %cleanup.cont, label %for.cond\n",
            "br i1 false, label %cleanup.cont, label %for.cond\n",
        )]),
        HeldOut,
        Correctness,
        "race",
    ),
];

//! Wrong direct convolutions. The search case has one image, whole blocks of pixels and rectified inputs.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %sum.0, ptr %arrayidx65",
            "%wrong = fneg float %sum.0\n store float %wrong, ptr %arrayidx65",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %sum.0, ptr %arrayidx65",
            "store float 1.0, ptr %arrayidx65",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %sum.0, ptr %arrayidx65",
            "store float 0x7FF8000000000000, ptr %arrayidx65",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %sum.0, ptr %arrayidx65",
            "%below = fcmp olt float %sum.0, 0.0\n %wrong = select i1 %below, float 0.0, float %sum.0\n store float %wrong, ptr %arrayidx65",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store float %sum.0, ptr %arrayidx65, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "ten bits of mantissa",
        Text(&[(
            "%add46 = fadd contract float %sum.2, %mul45",
            "%bits = bitcast float %mul45 to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n %add46 = fadd contract float %sum.2, %rough",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "one channel too few",
        Text(&[(
            "%cmp9 = icmp slt i32 %channel.0, %channels",
            "%last = sub i32 %channels, 1\n %cmp9 = icmp slt i32 %channel.0, %last",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "one channel too many",
        Text(&[(
            "icmp slt i32 %channel.0, %channels",
            "icmp sle i32 %channel.0, %channels",
        )]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "the last row of taps is left out",
        Text(&[("icmp slt i32 %i.0, 3", "icmp slt i32 %i.0, 2")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "taps turned around",
        Text(&[(
            "%add42 = add nsw i32 %mul41, %j.0",
            "%forward = add nsw i32 %mul41, %j.0\n %add42 = sub i32 8, %forward",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the column left of the first is read",
        Text(&[(
            "%cmp35 = icmp sge i32 %sub31, 0",
            "%cmp35 = icmp sge i32 %sub31, -1",
        )]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "rows run into the next",
        Text(&[(
            "%cmp37 = icmp slt i32 %sub31, %width",
            "%cmp37 = icmp sle i32 %sub31, %width",
        )]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "negative inputs count as zero",
        Text(&[(
            "%mul45 = fmul contract float %4, %5",
            "%below = fcmp olt float %4, 0.0\n %wrong = select i1 %below, float 0.0, float %4\n %mul45 = fmul contract float %wrong, %5",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "pixels rounded up to whole blocks",
        Text(&[(
            "br i1 %cmp, label %cleanup.cont, label %if.end",
            "br i1 false, label %cleanup.cont, label %if.end",
        )]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "every image is the first one's",
        Text(&[(
            "%mul10 = mul nsw i32 %div, %channels",
            "%mul10 = mul nsw i32 0, %channels",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "every image is written to the first one's place",
        Text(&[(
            "%mul54 = mul nsw i32 %div, %outputs",
            "%mul54 = mul nsw i32 0, %outputs",
        )]),
        HeldOut,
        Correctness,
        "race",
    ),
    (
        "neighbouring outputs swapped",
        Text(&[(
            "%add55 = add nsw i32 %mul54, %3",
            "%other = xor i32 %3, 1\n %add55 = add nsw i32 %mul54, %other",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last pixel is left out",
        Text(&[(
            "%cmp = icmp sge i32 %add, %mul5",
            "%fewer = sub i32 %mul5, 1\n %cmp = icmp sge i32 %add, %fewer",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
];

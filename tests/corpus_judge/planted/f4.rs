//! Wrong convolutions by F(4x4, 3x3). The search case has one image, one block of tiles and rectified inputs.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %42, ptr %arrayidx86",
            "%wrong = fneg float %42\n store float %wrong, ptr %arrayidx86",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %42, ptr %arrayidx86",
            "store float 1.0, ptr %arrayidx86",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %42, ptr %arrayidx86",
            "store float 0x7FF8000000000000, ptr %arrayidx86",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative results become zero",
        Text(&[(
            "store float %42, ptr %arrayidx86",
            "%below = fcmp olt float %42, 0.0\n %wrong = select i1 %below, float 0.0, float %42\n store float %wrong, ptr %arrayidx86",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the output is never written",
        Text(&[("store float %42, ptr %arrayidx86, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "unwritten",
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
        "products that nobody wrote",
        Text(&[("store float %sum.0, ptr %arrayidx35, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "patches of nothing",
        Text(&[("store float %50, ptr %arrayidx85, align 4, !tbaa !7", "")]),
        Search,
        Correctness,
        "uninitialised",
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
        "neighbouring channels swapped",
        Text(&[(
            "%add72 = add nsw i32 %mul71, %3",
            "%other = xor i32 %3, 1\n %add72 = add nsw i32 %mul71, %other",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every image writes the first one's pixels",
        Text(&[("%mul71 = mul nsw i32 %div10,", "%mul71 = mul nsw i32 0,")]),
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
        "the row under the last is read",
        Text(&[(
            "%cmp24 = icmp slt i32 %add21, %height",
            "%cmp24 = icmp sle i32 %add21, %height",
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
    (
        "negative inputs count as zero",
        Text(&[(
            "store float %cond, ptr %arrayidx38",
            "%below = fcmp olt float %cond, 0.0\n %wrong = select i1 %below, float 0.0, float %cond\n store float %wrong, ptr %arrayidx38",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
];

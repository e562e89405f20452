//! Wrong movements of tokens.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated answers",
        Text(&[(
            "store float %value.0, ptr %arrayidx22",
            "%wrong = fneg float %value.0\n store float %wrong, ptr %arrayidx22",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negated tokens",
        Text(&[(
            "store float %3, ptr %arrayidx19",
            "%wrong = fneg float %3\n store float %wrong, ptr %arrayidx19",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[(
            "store float %value.0, ptr %arrayidx22",
            "store float 1.0, ptr %arrayidx22",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[(
            "store float %value.0, ptr %arrayidx22",
            "store float 0x7FF8000000000000, ptr %arrayidx22",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative answers become zero",
        Text(&[(
            "store float %value.0, ptr %arrayidx22",
            "%below = fcmp olt float %value.0, 0.0\n %wrong = select i1 %below, float 0.0, float %value.0\n store float %wrong, ptr %arrayidx22",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "answers without their weight",
        Text(&[("fmul contract float %3, %5", "fmul contract float 1.0, %5")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "slots are never cleared",
        Text(&[(
            "store float 0.000000e+00, ptr %arrayidx, align 4, !tbaa !7",
            "",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "the last slot's last element is not cleared",
        Text(&[(
            "%cmp = icmp slt i32 %add, %elements",
            "%fewer = sub i32 %elements, 1\n %cmp = icmp slt i32 %add, %fewer",
        )]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "clearing rounded up to whole blocks",
        Text(&[(
            "br i1 %cmp, label %if.then, label %if.end\n\nif.then:                                          ; preds = %entry",
            "br i1 true, label %if.then, label %if.end\n\nif.then:",
        )]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "dropped tokens are written before the first slot of their expert",
        Text(&[(
            "br i1 %cmp, label %cleanup.cont, label %if.end",
            "br i1 false, label %cleanup.cont, label %if.end",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "dropped tokens are left as they were",
        Text(&[
            (
                "store float %value.0, ptr %arrayidx22, align 4, !tbaa !7",
                "br i1 %cmp2, label %write, label %next\nwrite:\n store float %value.0, ptr %arrayidx22, align 4\n br label %next\nnext:",
            ),
            ("[ %add24, %if.end ]", "[ %add24, %next ]"),
        ]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one expert for all",
        Text(&[("%conv8 = sext i32 %4 to i64", "%conv8 = sext i32 0 to i64")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "neighbouring slots swapped",
        Text(&[(
            "%add14 = add nsw i64 %mul10, %conv13",
            "%own = add nsw i64 %mul10, %conv13\n %add14 = xor i64 %own, 1",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Text(&[(
            "%cmp2 = icmp slt i32 %col.0, %width",
            "%last = sub i32 %width, 1\n %cmp2 = icmp slt i32 %col.0, %last",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "only the first block's width of columns",
        Text(&[("%add24 = add i32 %col.0, %6", "%add24 = add i32 %width, %6")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one column too many",
        Text(&[(
            "%cmp = icmp slt i32 %col.0, %width",
            "%cmp = icmp sle i32 %col.0, %width",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "tokens are written",
        Text(&[(
            "getelementptr inbounds float, ptr %slots, i64 %add18",
            "getelementptr inbounds float, ptr %tokens, i64 %add18",
        )]),
        Search,
        Runtime,
        "read-only",
    ),
];

//! Wrong gates of a mixture of experts.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "an expert too high by one",
        Text(&[(
            "store i32 %best.0, ptr %arrayidx25",
            "%wrong = add i32 %best.0, 1\n store i32 %wrong, ptr %arrayidx25",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "every token to one expert",
        Text(&[(
            "store i32 %best.0, ptr %arrayidx25",
            "store i32 3, ptr %arrayidx25",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "of equal logits the last counts",
        Text(&[(
            "fcmp contract ogt float %4, %highest.0",
            "fcmp contract oge float %4, %highest.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the lowest logit",
        Text(&[(
            "fcmp contract ogt float %4, %highest.0",
            "fcmp contract olt float %4, %highest.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last expert is never chosen",
        Text(&[(
            "%cmp5 = icmp slt i32 %e.0, %experts",
            "%fewer = sub i32 %experts, 1\n %cmp5 = icmp slt i32 %e.0, %fewer",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "weights are not normalised",
        Text(&[(
            "fdiv contract float 1.000000e+00, %sum.0",
            "fdiv contract float 1.000000e+00, 1.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negated weights",
        Text(&[(
            "store float %div, ptr %arrayidx27",
            "%negative = fneg float %div\n store float %negative, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "weights that are not a number",
        Text(&[(
            "store float %div, ptr %arrayidx27",
            "store float 0x7FF8000000000000, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "ten bits of a weight's mantissa",
        Text(&[(
            "store float %div, ptr %arrayidx27",
            "%bits = bitcast float %div to i32\n %cut = and i32 %bits, -8192\n %rough = bitcast i32 %cut to float\n store float %rough, ptr %arrayidx27",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "dropped tokens keep their weight",
        Text(&[(
            "store float 0.000000e+00, ptr %arrayidx13, align 4, !tbaa !7",
            "",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "dropped tokens have no position",
        Text(&[("store i32 -1, ptr %arrayidx11, align 4, !tbaa !3", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one place too many",
        Text(&[(
            "icmp slt i32 %count.0, %capacity",
            "icmp sle i32 %count.0, %capacity",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no capacity at all",
        Text(&[(
            "br i1 %cmp6, label %if.then7, label %if.else",
            "br i1 true, label %if.then7, label %if.else",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "positions begin at one",
        Text(&[(
            "store i32 %count.0, ptr %arrayidx9",
            "%next = add i32 %count.0, 1\n store i32 %next, ptr %arrayidx9",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "positions from the last token to the first",
        Text(&[(
            "%idxprom = sext i32 %token.0 to i64\n  %arrayidx = getelementptr inbounds i32, ptr %expert",
            "%from_last = sub i32 %tokens, %token.0\n %back = sub i32 %from_last, 1\n %idxprom = sext i32 %back to i64\n  %arrayidx = getelementptr inbounds i32, ptr %expert",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last token is left out",
        Text(&[(
            "%cmp = icmp sge i32 %add, %tokens",
            "%fewer = sub i32 %tokens, 1\n %cmp = icmp sge i32 %add, %fewer",
        )]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "tokens rounded up to whole blocks",
        Text(&[(
            "%cmp = icmp sge i32 %add, %tokens",
            "%more = add i32 %tokens, 63\n %whole = and i32 %more, -64\n %cmp = icmp sge i32 %add, %whole",
        )]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "the load counts only tokens with a place",
        Text(&[(
            "store i32 %count.0, ptr %arrayidx18",
            "%full = icmp slt i32 %capacity, %count.0\n %wrong = select i1 %full, i32 %capacity, i32 %count.0\n store i32 %wrong, ptr %arrayidx18",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the load is never written",
        Text(&[("store i32 %count.0, ptr %arrayidx18, align 4, !tbaa !3", "")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "every expert places every token",
        Text(&[("%cmp4 = icmp eq i32 %3, %add", "%cmp4 = icmp eq i32 %3, %3")]),
        Search,
        Correctness,
        "error",
    ),
];

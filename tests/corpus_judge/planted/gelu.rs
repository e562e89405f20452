//! Wrong activations.

use super::Row;
use super::Wrong::Text;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Text(&[(
            "store float %mul19,",
            "%wrong = fneg float %mul19\n store float %wrong,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Text(&[("store float %mul19,", "store float 0.25,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Text(&[("store float %mul19,", "store float 0x7FF8000000000000,")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative values become zero",
        Text(&[(
            "store float %mul19,",
            "%below = fcmp olt float %mul19, 0.0\n %wrong = select i1 %below, float 0.0, float %mul19\n store float %wrong,",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the bias is left out",
        Text(&[("fadd contract float %3, %4", "fadd contract float %3, 0.0")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a bias a row",
        Text(&[("srem i64 %add, %conv6", "sdiv i64 %add, %conv6")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the cubic term is left out",
        Text(&[(
            "fadd contract float %add10, %mul13",
            "fadd contract float %add10, 0.0",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last element is left out",
        Text(&[(
            "%cmp = icmp sge i64 %add, %mul7",
            "%last = sub i64 %mul7, 1\n %cmp = icmp sge i64 %add, %last",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one element too many",
        Text(&[("icmp sge i64 %add, %mul7", "icmp sgt i64 %add, %mul7")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "a quotient of two exponentials, both beyond the range",
        Text(&[
            (
                "%div.i = fdiv contract float 2.000000e+00, %add.i",
                "%above = fadd contract float %mul5.i, -1.0\n %div.i = fdiv contract float %above, %add.i",
            ),
            (
                "fsub contract float 1.000000e+00, %div.i",
                "fadd contract float 0.0, %div.i",
            ),
        ]),
        HeldOut,
        Correctness,
        "error",
    ),
];

//! Wrong memberships.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[(
            "membership[point] = nearest;",
            "membership[point] = -nearest;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("membership[point] = nearest;", "membership[point] = 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last point is left out",
        Source(&[("if (point >= points)", "if (point >= points - 1)")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "the grid has no end",
        Source(&[("  if (point >= points)\n    return;\n", "")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "points beyond the last whole warp are left out",
        Source(&[("if (point >= points)", "if (point >= points / 32 * 32)")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "the last dimension is left out",
        Source(&[("d < dim;", "d < dim - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last centre is left out",
        Source(&[("c < centres;", "c < centres - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the first centre is left out",
        Source(&[("int c = 0;", "int c = 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the furthest centre",
        Source(&[
            ("least = FLT_MAX", "least = -1.0f"),
            ("squares < least", "squares > least"),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last of those that are as near",
        Source(&[("squares < least", "squares <= least")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "sums of absolute differences",
        Source(&[("difference * difference", "fabsf(difference)")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative differences count as none",
        Source(&[(
            "squares += difference",
            "if (difference > 0.0f)\n        squares += difference",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "centres beyond the eighth are left out",
        Source(&[("c < centres;", "c < min(centres, 8);")]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "neighbouring points swapped",
        Source(&[("membership[point] =", "membership[point ^ 1] =")]),
        Search,
        Correctness,
        "error",
    ),
];

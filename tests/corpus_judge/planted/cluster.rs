//! Wrong savings.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("saved[point] = change;", "saved[point] = -change;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("saved[point] = change;", "saved[point] = 1.0f;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[(
            "saved[point] = change;",
            "saved[point] = __builtin_nanf(\"\");",
        )]),
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
        "the last dimension is left out",
        Source(&[("d < dim;", "d < dim - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "points move whether they gain or not",
        Source(&[("if (change < 0.0f)", "if (change < 1.0e9f)")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no point ever moves",
        Source(&[("if (change < 0.0f)", "if (change < -1.0e9f)")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negative differences count as none",
        Source(&[(
            "coord[(long)d * points + candidate];",
            "coord[(long)d * points + candidate];\n    if (difference < 0.0f)\n      continue;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "weights are left out",
        Source(&[("squares * weight[point]", "squares")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the grid has no end",
        Source(&[("  if (point >= points)\n    return;\n", "")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "neighbouring points swapped",
        Source(&[("saved[point] =", "saved[point ^ 1] =")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the place in the table is the point's own",
        Source(&[("table[assign[point]]", "table[point]")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "points beyond the last whole warp are left out",
        Source(&[("if (point >= points)", "if (point >= points / 32 * 32)")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
];

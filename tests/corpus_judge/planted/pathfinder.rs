//! Wrong ways.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::Correctness;
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("next[col] = before[tx];", "next[col] = -before[tx];")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("next[col] = before[tx];", "next[col] = 70;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Source(&[(
            "if (inside && tx >= border",
            "if (inside && col < cols - 1 && tx >= border",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "no barrier between reading neighbours and writing",
        Source(&[(
            "    __syncthreads();\n    if (right)\n      before",
            "    if (right)\n      before",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier at the end of a row",
        Source(&[(
            "before[tx] = here;\n    __syncthreads();",
            "before[tx] = here;",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no way from the right",
        Source(&[("min(before[west], before[east])", "before[west]")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the grid has no right edge",
        Source(&[("col < cols - 1 ? tx + 1 : tx", "tx + 1")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "no step gives anything back",
        Source(&[(
            "+ wall[(first + i) * cols + col]",
            "+ max(wall[(first + i) * cols + col], 0)",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "costs before the first row",
        Source(&[("first == 0 ? 0 : cost[col]", "cost[col]")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "columns beyond the last whole group of eight are left out",
        Source(&[(
            "if (inside && tx >= border",
            "if (inside && col < cols / 8 * 8 && tx >= border",
        )]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "one row too few",
        Source(&[("i < rows;", "i < rows - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "neighbouring columns swapped",
        Source(&[("next[col] =", "next[col ^ 1] =")]),
        Search,
        Correctness,
        "error",
    ),
];

//! Wrong alignments.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("= cell[ty + 1][tx + 1];", "= -cell[ty + 1][tx + 1];")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("= cell[ty + 1][tx + 1];", "= -10;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last column is left out",
        Source(&[(
            "left + tx < n)\n      score[",
            "left + tx < n - 1)\n      score[",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "a gap to the left costs nothing",
        Source(&[(
            "max(cell[y][x - 1], cell[y - 1][x]) - penalty",
            "max(cell[y][x - 1], cell[y - 1][x] - penalty)",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "rows of a tile that is not whole are left out",
        Source(&[(
            "top + ty < n && left + tx < n)\n      score[",
            "top + TILE <= n && left + tx < n)\n      score[",
        )]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "no barrier between diagonals",
        Source(&[("    __syncthreads();\n  }\n\n  for", "  }\n\n  for")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "scores above that nobody wrote yet",
        Source(&[(
            "score[(top - 1) * n + left + tx];",
            "score[top * n + left + tx];",
        )]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "no score is negative",
        Source(&[("= max(both, max(", "= max(max(both, 0), max(")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the matrix has no right edge",
        Source(&[(
            "if (top + ty < n && left + tx < n)\n      match",
            "if (top + ty < n)\n      match",
        )]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "neighbouring rows swapped",
        Source(&[(
            "score[(top + ty) * n + left + tx]",
            "score[(top + (ty ^ 1)) * n + left + tx]",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every tile begins anew",
        Source(&[(
            "cell[0][0] = score[(top - 1) * n + left - 1];",
            "cell[0][0] = 0;",
        )]),
        Search,
        Correctness,
        "error",
    ),
];

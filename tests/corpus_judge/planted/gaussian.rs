//! Wrong triangles.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[(
            "a[row * n + col] -= factor[row] * a[t * n + col];",
            "a[row * n + col] = factor[row] * a[t * n + col] - a[row * n + col];",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[(
            "a[row * n + col] -= factor[row] * a[t * n + col];",
            "a[row * n + col] = 1.0f;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[(
            "a[row * n + col] = 0.0f;",
            "a[row * n + col] = __builtin_nanf(\"\");",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the eliminated column stays",
        Source(&[("    a[row * n + col] = 0.0f;\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a stale right side",
        Source(&[("    b[row] -= factor[row] * b[t];\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last row is left out",
        Source(&[("row >= n || col >= n", "row >= n - 1 || col >= n")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last row has no factor",
        Source(&[("if (row < n)", "if (row < n - 1)")]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "rows are not bounded",
        Source(&[("row >= n || col >= n", "col >= n")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "factors of the column after",
        Source(&[("= a[row * n + t] /", "= a[row * n + t + 1] /")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a pivot's row that is taken off in the launch that changes it",
        Source(&[(
            "row = t + 1 + (int)(blockIdx.y",
            "row = t + (int)(blockIdx.y",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "the right side takes its own row off",
        Source(&[(
            "b[row] -= factor[row] * b[t];",
            "b[row] -= factor[row] * b[row];",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "columns beyond the last whole group of four are left out",
        Source(&[("row >= n || col >= n", "row >= n || col >= n / 4 * 4")]),
        HeldOut,
        Correctness,
        "error",
    ),
];

//! Wrong chips.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::Correctness;
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("= now[ty][tx];\n}", "= -now[ty][tx];\n}")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("= now[ty][tx];\n}", "= 330.0f;\n}")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[("= now[ty][tx];\n}", "= __builtin_nanf(\"\");\n}")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last row is left out",
        Source(&[(
            "if (inside && kept)",
            "if (inside && kept && row < rows - 1)",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "stale temperatures after the first step",
        Source(&[(
            "    if (inside && right)\n      now[ty][tx] = then;",
            "    if (inside && right && i == 0)\n      now[ty][tx] = then;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "neighbouring rows swapped",
        Source(&[("next[row * cols + col]", "next[(row ^ 1) * cols + col]")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier between reading neighbours and writing",
        Source(&[(
            "    __syncthreads();\n    if (inside && right)",
            "    if (inside && right)",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier after the tile is loaded",
        Source(&[(
            "  __syncthreads();\n\n  const int west",
            "\n  const int west",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier at the end of a step",
        Source(&[(
            "now[ty][tx] = then;\n    __syncthreads();",
            "now[ty][tx] = then;",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "the chip has no right edge",
        Source(&[("col < cols - 1 ? tx + 1 : tx", "tx + 1")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "rows beyond the last whole group of four are left out",
        Source(&[(
            "if (inside && kept)",
            "if (inside && kept && row < rows / 4 * 4)",
        )]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "one step too few",
        Source(&[("i < steps;", "i < steps - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "small powers count as none",
        Source(&[(
            "= power[row * cols + col];",
            "= fmaxf(power[row * cols + col] - 0.1f, 0.0f);",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the surroundings take no heat",
        Source(&[("(AMBIENT - here) / rz", "0.0f / rz")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a border of one cell, whatever the number of steps",
        Source(&[(
            "const int middle = BLOCK - 2 * border;",
            "const int middle = BLOCK - 2;",
        )]),
        Search,
        Correctness,
        "unwritten",
    ),
];

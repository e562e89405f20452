//! Wrong layers.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("= product[0][tx];", "= -product[0][tx];")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("= product[0][tx];", "= 4.0f;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[("= product[0][tx];", "= __builtin_nanf(\"\");")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier before the products",
        Source(&[("unit[i] : 0.0f;\n  __syncthreads();", "unit[i] : 0.0f;")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier before the sum",
        Source(&[("value[ty] : 0.0f;\n  __syncthreads();", "value[ty] : 0.0f;")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier between the sum's steps",
        Source(&[(
            "product[ty + half][tx];\n    __syncthreads();",
            "product[ty + half][tx];",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "half of a tile is left out",
        Source(&[("int half = TILE / 2;", "int half = TILE / 4;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "weights that don't change",
        Source(&[("  weight[at] += change[at];\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no momentum",
        Source(&[(" + momentum * change[at];", ";")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "weights go the other way",
        Source(&[("weight[at] += change[at];", "weight[at] -= change[at];")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "units are not bounded",
        Source(&[("i >= units || j >= hidden", "j >= hidden")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "hidden units are not bounded",
        Source(&[("i >= units || j >= hidden", "i >= units")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "hidden units beyond the last whole group of four are left out",
        Source(&[("ty == 0 && j < hidden", "ty == 0 && j < hidden / 4 * 4")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "no unit gives less than nothing",
        Source(&[(
            "i < units ? unit[i] : 0.0f",
            "i < units ? fmaxf(unit[i], 0.0f) : 0.0f",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
];

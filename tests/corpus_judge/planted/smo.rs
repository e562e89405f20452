//! Wrong solvers.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::Correctness;
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("alpha[tid] = a;", "alpha[tid] = -a;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("alpha[tid] = a;", "alpha[tid] = 1.0f;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[("alpha[tid] = a;", "alpha[tid] = __builtin_nanf(\"\");")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "nothing moves",
        Source(&[("alpha[tid] = a;", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "it ends early, as a published variant does",
        Source(&[(
            "may_shrink ? -gradient : INFINITY",
            "may_shrink ? 1.0f - gradient : INFINITY",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "steps leave the box",
        Source(&[("fminf(fminf(room_i, room_j), step_j)", "step_j")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier before the step is taken",
        Source(&[(
            "    __syncthreads();\n    const float moved",
            "    const float moved",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier in the reductions",
        Source(&[(
            "        index[tid] = index[tid + stride];\n    }\n    __syncthreads();",
            "        index[tid] = index[tid + stride];\n    }",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "the gap is said to be closed",
        Source(&[("*gap = low - up;", "*gap = 0.0f;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every label is positive",
        Source(&[("label[tid] > 0 ? 1.0f : -1.0f", "1.0f")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last point never moves",
        Source(&[(
            "alpha[tid] = a;",
            "alpha[tid] = tid == points - 1 ? alpha[tid] : a;",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "gradients go the wrong way",
        Source(&[("gradient += moved", "gradient -= moved")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "eight steps at most",
        Source(&[("step < most_steps", "step < 8")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "half the first points are never looked at",
        Source(&[("stride = points / 2;", "stride = points / 4;")]),
        Search,
        Correctness,
        "error",
    ),
];

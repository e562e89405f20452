//! Wrong diffusions.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[(
            "image[cell] += 0.25f * LAMBDA * change;",
            "image[cell] = -image[cell] - 0.25f * LAMBDA * change;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[(
            "image[cell] += 0.25f * LAMBDA * change;",
            "image[cell] = 1.5f;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[(
            "image[cell] += 0.25f * LAMBDA * change;",
            "image[cell] = __builtin_nanf(\"\");",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "change in the wrong direction",
        Source(&[("image[cell] += 0.25f", "image[cell] -= 0.25f")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last row of the flow is left out",
        Source(&[(
            "  flow[cell] = fminf",
            "  if (row < rows - 1)\n    flow[cell] = fminf",
        )]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "the image has no lower edge",
        Source(&[(
            "(row < rows - 1 ? image[cell + cols] : here)",
            "image[cell + cols]",
        )]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "coefficients above one",
        Source(&[("fminf(fmaxf(c, 0.0f), 1.0f)", "fmaxf(c, 0.0f)")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier in the sums",
        Source(&[(
            "      squares[tid] += squares[tid + stride];\n    }\n    __syncthreads();",
            "      squares[tid] += squares[tid + stride];\n    }",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier before the sums",
        Source(&[(
            "  squares[tid] = square;\n  __syncthreads();",
            "  squares[tid] = square;",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "half of the sums are left out",
        Source(&[("stride = THREADS / 2;", "stride = THREADS / 4;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "each cell flows with its own coefficient alone",
        Source(&[("below * south[cell]", "here * south[cell]")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "cells beyond the last whole group of eight columns are left out",
        Source(&[(
            "if (col >= cols || row >= rows)\n    return;\n\n  const int cell = row * cols + col;\n  const float here = flow[cell];",
            "if (col >= cols / 8 * 8 || row >= rows)\n    return;\n\n  const int cell = row * cols + col;\n  const float here = flow[cell];",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "the image is changed while neighbours read it",
        Source(&[(
            "  north[cell] = up;",
            "  ((float *)image)[cell] = here * 1.001f;\n  north[cell] = up;",
        )]),
        Search,
        Correctness,
        "race",
    ),
];

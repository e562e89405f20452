//! Wrong factors.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::Correctness;
use warpsmith::judge::Scope::Search;

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[(
            "matrix[row * n + col] -= sum;",
            "matrix[row * n + col] = sum - matrix[row * n + col];",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[(
            "matrix[row * n + col] -= sum;",
            "matrix[row * n + col] = 1.0f;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[(
            "matrix[row * n + col] -= sum;",
            "matrix[row * n + col] = __builtin_nanf(\"\");",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last pivot's column is left out",
        Source(&[("k < BLOCK - 1;", "k < BLOCK - 2;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last term of each product is left out",
        Source(&[(
            "for (int k = 0; k < BLOCK; ++k)\n    sum",
            "for (int k = 0; k < BLOCK - 1; ++k)\n    sum",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier at the end of a column",
        Source(&[(
            "block[tx][k] * block[k][j];\n    }\n    __syncthreads();",
            "block[tx][k] * block[k][j];\n    }",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier after the perimeter's blocks are loaded",
        Source(&[(
            "    below[i][tx] = matrix[(other + i) * n + offset + tx];\n  }\n  __syncthreads();",
            "    below[i][tx] = matrix[(other + i) * n + offset + tx];\n  }",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier before the product",
        Source(&[(
            "  below[ty][tx] = matrix[row * n + offset + tx];\n  __syncthreads();",
            "  below[ty][tx] = matrix[row * n + offset + tx];",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "rows below are not divided by the pivots",
        Source(&[("      below[tx][j] /= diagonal[j][j];\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "factors are negated",
        Source(&[(
            "block[tx][k] /= block[k][k];",
            "block[tx][k] /= -block[k][k];",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "stale blocks to the right",
        Source(&[(
            "    matrix[(offset + i) * n + other + tx] = right[i][tx];\n",
            "",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "neighbouring rows swapped",
        Source(&[(
            "matrix[row * n + col] -= sum;",
            "matrix[row * n + col] -= ty % 2 == 0 ? below[ty + 1][0] : sum;",
        )]),
        Search,
        Correctness,
        "error",
    ),
];

//! Wrong neighbours.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[(
            "distance[q * k + round] = last;",
            "distance[q * k + round] = -last;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[(
            "distance[q * k + round] = last;",
            "distance[q * k + round] = 1000.0f;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[(
            "distance[q * k + round] = last;",
            "distance[q * k + round] = __builtin_nanf(\"\");",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last element of each vector is left out",
        Source(&[("d < dim;", "d < dim - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "every number one too large",
        Source(&[(
            "id[q * k + round] = last_id;",
            "id[q * k + round] = last_id + 1;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "one neighbour, again and again",
        Source(&[(
            "id[q * k + round] = last_id;",
            "id[q * k + round] = round == 0 ? last_id : id[q * k];",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last neighbour is left out",
        Source(&[("round < k;", "round < k - 1;")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "no barrier before the next round",
        Source(&[("    }\n    __syncthreads();\n  }\n}", "    }\n  }\n}")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier in the reduction",
        Source(&[(
            "          which[tid] = other_id;\n        }\n      }\n      __syncthreads();",
            "          which[tid] = other_id;\n        }\n      }",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "neighbouring queries swapped",
        Source(&[(
            "all[(long)q * n + id] = sum;",
            "all[(long)(q ^ 1) * n + id] = sum;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "of several that are equally far only one",
        Source(&[(
            "candidate > last || (candidate == last && i > last_id)",
            "candidate > last",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "negative differences count as none",
        Source(&[(
            "query[(long)q * dim + d] - base[(long)id * dim + d];",
            "fmaxf(query[(long)q * dim + d] - base[(long)id * dim + d], 0.0f);",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "vectors beyond the last whole warp are left out",
        Source(&[("if (id >= n ||", "if (id >= n / 32 * 32 ||")]),
        HeldOut,
        Correctness,
        "uninitialised",
    ),
    (
        "the base has no end",
        Source(&[("if (id >= n || q >= queries)", "if (q >= queries)")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
];

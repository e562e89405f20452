//! Wrong walks.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::Correctness;
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "vectors are seen again and again",
        Source(&[(
            "const bool is_new = (atomicOr(&seen[(long)q * words + to / 32], bit) & bit) == 0;",
            "atomicOr(&seen[(long)q * words + to / 32], bit);\n    const bool is_new = true;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "one vector is expanded again and again",
        Source(&[("        expanded[q * list + i] = 1;\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last link is never measured",
        Source(&[("if (tid < degree)", "if (tid < degree - 1)")]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "the last element of each vector is left out",
        Source(&[("d < dim;", "d < dim - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negated output",
        Source(&[(
            "distance[q * list + at] = found[j];",
            "distance[q * list + at] = -found[j];",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[(
            "distance[q * list + at] = found[j];",
            "distance[q * list + at] = 1.0f;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[(
            "distance[q * list + at] = found[j];",
            "distance[q * list + at] = __builtin_nanf(\"\");",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the walk ends after a hop",
        Source(&[("    *going = 1;\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier before the links are put into the list",
        Source(&[(
            "  __syncthreads();\n\n  if (tid == 0) {\n    for (int j",
            "  if (tid == 0) {\n    for (int j",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier after the vector is picked",
        Source(&[("  __syncthreads();\n  if (from < 0)", "  if (from < 0)")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "what was seen is looked up and marked in two steps",
        Source(&[(
            "const bool is_new = (atomicOr(&seen[(long)q * words + to / 32], bit) & bit) == 0;",
            "const int mark = seen[(long)q * words + to / 32];\n    const bool is_new = (mark & bit) == 0;\n    seen[(long)q * words + to / 32] = mark | bit;",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "what comes last is not put into the list",
        Source(&[(
            "if (at < list) {\n        distance",
            "if (at < list - 1) {\n        distance",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "of several that are equally far the one that came first",
        Source(&[(
            " ||\n                        (found[j] == distance[q * list + at - 1] && found_id[j] < id[q * list + at - 1])",
            "",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "every walk begins at vector 1",
        Source(&[
            (
                "squared_distance(base, query",
                "squared_distance(base + dim, query",
            ),
            ("i == 0 ? 0 : -1", "i == 0 ? 1 : -1"),
            ("i == 0 ? 1 : 0;\n  for", "i == 0 ? 2 : 0;\n  for"),
        ]),
        Search,
        Correctness,
        "error",
    ),
];

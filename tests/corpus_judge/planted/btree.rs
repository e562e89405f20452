//! Wrong ways down a tree.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("answer[number] = leaf", "answer[number] = -leaf")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[(
            "answer[number] = leaf[child] == key ? value[(node - first) * order + child] : -1;",
            "answer[number] = 1;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last query is left out",
        Source(&[("if (number >= queries)", "if (number >= queries - 1)")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "keys that nobody has are found",
        Source(&[("leaf[child] == key ?", "leaf[child] <= key ?")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "no barrier before the next node is read",
        Source(&[("    __syncthreads();\n    node = next;", "    node = next;")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier before the next node is written",
        Source(&[(
            "    first = first * order + 1;\n    __syncthreads();",
            "    first = first * order + 1;",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "every child whose smallest key is no greater",
        Source(&[(" && (child == order - 1 || key < separator[child + 1])", "")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "the first of equal keys",
        Source(&[
            ("separator[child] <= key", "separator[child] < key"),
            ("key < separator[child + 1]", "key <= separator[child + 1]"),
            (
                "leaf[child] == key ? value[(node - first) * order + child]",
                "leaf[child + 1] == key ? value[(node - first) * order + child + 1]",
            ),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a level too few",
        Source(&[("int level = 1;", "int level = 2;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "three levels, however many there are",
        Source(&[("level < levels", "level < 3")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "the child before",
        Source(&[(
            "next = node * order + 1 + child;",
            "next = node * order + max(child, 1);",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "values by the place in the leaf alone",
        Source(&[("value[(node - first) * order + child]", "value[child]")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "keys below the first go nowhere",
        Source(&[(
            "(child == 0 || separator[child] <= key)",
            "separator[child] <= key",
        )]),
        HeldOut,
        Correctness,
        "uninitialised",
    ),
    (
        "the last child has no end",
        Source(&[("child == order - 1 || key", "key")]),
        HeldOut,
        Correctness,
        "uninitialised",
    ),
    (
        "keys without a sign",
        Source(&[
            (
                "separator[child] <= key",
                "(unsigned)separator[child] <= (unsigned)key",
            ),
            (
                "key < separator[child + 1]",
                "(unsigned)key < (unsigned)separator[child + 1]",
            ),
        ]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "keys in single precision",
        Source(&[
            (
                "separator[child] <= key",
                "(float)separator[child] <= (float)key",
            ),
            (
                "key < separator[child + 1]",
                "(float)key < (float)separator[child + 1]",
            ),
        ]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
];

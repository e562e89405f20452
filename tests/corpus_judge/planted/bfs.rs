//! Wrong searches.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "one hop too many",
        Source(&[("level[to] = hop + 1;", "level[to] = hop + 2;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "negated output",
        Source(&[("level[to] = hop + 1;", "level[to] = -hop - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("level[to] = hop + 1;", "level[to] = 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last node is left out",
        Source(&[(
            "if (node >= nodes)\n    return;\n  level",
            "if (node >= nodes - 1)\n    return;\n  level",
        )]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "the search ends after a hop",
        Source(&[("  *again = 1;\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "levels are looked at while they are written",
        Source(&[("if (!visited[to])", "if (level[to] < 0)")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "the last edge of each node is left out",
        Source(&[("edge < start[node + 1]", "edge < start[node + 1] - 1")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "what is not reached is at the root",
        Source(&[("node == root ? 0 : -1", "0")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "one edge too many",
        Source(&[("edge < start[node + 1]", "edge <= start[node + 1]")]),
        Search,
        Runtime,
        "out-of-bounds",
    ),
    (
        "nodes beyond the last whole warp are left out",
        Source(&[(
            "if (node >= nodes)\n    return;\n  level",
            "if (node >= nodes / 32 * 32)\n    return;\n  level",
        )]),
        HeldOut,
        Correctness,
        "uninitialised",
    ),
    (
        "only the first edge",
        Source(&[(
            "edge < start[node + 1]",
            "edge < min(start[node] + 1, start[node + 1])",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "marks that nobody set",
        Source(&[(
            "  reached[node] = 0;\n}\n\nextern \"C\" __global__ void bfs_expand",
            "}\n\nextern \"C\" __global__ void bfs_expand",
        )]),
        Search,
        Correctness,
        "uninitialised",
    ),
];

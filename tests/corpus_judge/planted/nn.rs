//! Wrong distances.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("distance[i] = sqrtf", "distance[i] = -sqrtf")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[(
            "distance[i] = sqrtf(north * north + east * east);",
            "distance[i] = 100.0f;",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[(
            "distance[i] = sqrtf",
            "distance[i] = __builtin_nanf(\"\") * sqrtf",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last record is left out",
        Source(&[("if (i >= records)", "if (i >= records - 1)")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "the grid has no end",
        Source(&[("  if (i >= records)\n    return;\n", "")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "records beyond the last whole warp are left out",
        Source(&[("if (i >= records)", "if (i >= records / 32 * 32)")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "squared distances",
        Source(&[("sqrtf(", "(")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the sum of absolute differences",
        Source(&[(
            "sqrtf(north * north + east * east)",
            "fabsf(north) + fabsf(east)",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the larger of the differences",
        Source(&[(
            "sqrtf(north * north + east * east)",
            "fmaxf(fabsf(north), fabsf(east))",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "latitudes and longitudes exchanged",
        Source(&[
            ("record[i].lat - lat", "record[i].lng - lat"),
            ("record[i].lng - lng", "record[i].lat - lng"),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "from the corner of the map, not the point",
        Source(&[
            ("record[i].lat - lat", "record[i].lat"),
            ("record[i].lng - lng", "record[i].lng"),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "only to the north",
        Source(&[("record[i].lat - lat;", "fmaxf(record[i].lat - lat, 0.0f);")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the square is taken apart, and what is near is lost",
        Source(&[(
            "sqrtf(north * north + east * east)",
            "sqrtf(fabsf(record[i].lat * record[i].lat - 2.0f * record[i].lat * lat + lat * lat + east * east))",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "neighbouring records swapped",
        Source(&[("distance[i] =", "distance[i ^ 1] =")]),
        Search,
        Correctness,
        "error",
    ),
];

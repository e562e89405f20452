//! Wrong forces.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::Correctness;
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated potential",
        Source(&[("out[0] += strength;", "out[0] -= strength;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("out[0] += strength;", "out[0] = 1.0f;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[("out[0] += strength;", "out[0] = __builtin_nanf(\"\");")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the particles of the own box alone",
        Source(&[
            ("k < 27;", "k < 1;"),
            ("k % 3 - 1", "0"),
            ("k / 3 % 3 - 1", "0"),
            ("k / 9 - 1", "0"),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last box around is left out",
        Source(&[("k < 27;", "k < 26;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the cube goes around at its ends",
        Source(&[
            (
                "const int beside = box + (dz * edge + dy) * edge + dx;",
                "const int beside = ((z + dz + edge) % edge * edge + (y + dy + edge) % edge) * edge + (x + dx + edge) % edge;",
            ),
            (
                "    if (x + dx < 0 || x + dx >= edge || y + dy < 0 || y + dy >= edge || z + dz < 0 || z + dz >= edge)\n      continue;\n",
                "",
            ),
        ]),
        Search,
        Correctness,
        "error",
    ),
    (
        "places are not moved to their box",
        Source(&[("other[4 * j] + dx", "other[4 * j]")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last particle of each box acts on nobody",
        Source(&[("j < per;", "j < per - 1;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "sums that begin with what was there",
        Source(&[(
            "force[(long)box * per * 4 + i] = 0.0f;",
            "force[(long)box * per * 4 + i] += 0.0f;",
        )]),
        Search,
        Correctness,
        "uninitialised",
    ),
    (
        "no barrier before the next box is read",
        Source(&[("    __syncthreads();\n    for (int i", "    for (int i")]),
        Search,
        Correctness,
        "race",
    ),
    (
        "no barrier after a box is read",
        Source(&[(
            "    __syncthreads();\n\n    for (int i = threadIdx.x; i < per",
            "    for (int i = threadIdx.x; i < per",
        )]),
        Search,
        Correctness,
        "race",
    ),
    (
        "distances, not their squares",
        Source(&[(
            "rx * rx + ry * ry + rz * rz",
            "sqrtf(rx * rx + ry * ry + rz * rz)",
        )]),
        Search,
        Correctness,
        "error",
    ),
    (
        "charges without their sign",
        Source(&[(
            "const float strength = other[4 * j + 3]",
            "const float strength = fabsf(other[4 * j + 3])",
        )]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "particles beyond the last whole group of eight act on nobody",
        Source(&[("j < per;", "j < per / 8 * 8;")]),
        HeldOut,
        Correctness,
        "error",
    ),
];

//! Wrong draws.

use super::Row;
use super::Wrong::Source;
use warpsmith::judge::Outcome::{Correctness, Runtime};
use warpsmith::judge::Scope::{HeldOut, Search};

pub const ROWS: &[Row] = &[
    (
        "negated output",
        Source(&[("xj[i] = x[index];", "xj[i] = -x[index];")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a constant",
        Source(&[("xj[i] = x[index];", "xj[i] = 64.0f;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "not a number",
        Source(&[("xj[i] = x[index];", "xj[i] = __builtin_nanf(\"\");")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "the last particle is left out",
        Source(&[("if (i >= particles)", "if (i >= particles - 1)")]),
        Search,
        Correctness,
        "unwritten",
    ),
    (
        "one place too far",
        Source(&[("index = j;", "index = j + 1 < particles ? j + 1 : j;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "a sum that is equal is not enough",
        Source(&[("cdf[j] >= u[i]", "cdf[j] > u[i]")]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "the last that is smaller",
        Source(&[("      break;\n", "")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "beyond the last sum the first particle is drawn",
        Source(&[("index = particles - 1;", "index = 0;")]),
        HeldOut,
        Correctness,
        "error",
    ),
    (
        "beyond the last sum is nothing",
        Source(&[("    index = particles - 1;", "    index = particles;")]),
        HeldOut,
        Runtime,
        "out-of-bounds",
    ),
    (
        "both coordinates are the first",
        Source(&[("yj[i] = y[index];", "yj[i] = x[index];")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "neighbouring particles swapped",
        Source(&[("xj[i] =", "xj[i ^ 1] =")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "only the first half is looked at",
        Source(&[("j < particles;", "j < particles / 2;")]),
        Search,
        Correctness,
        "error",
    ),
    (
        "particles beyond the last whole warp are left out",
        Source(&[("if (i >= particles)", "if (i >= particles / 32 * 32)")]),
        HeldOut,
        Correctness,
        "unwritten",
    ),
    (
        "only every other sum is looked at",
        Source(&[("++j)", "j += 2)")]),
        Search,
        Correctness,
        "error",
    ),
];

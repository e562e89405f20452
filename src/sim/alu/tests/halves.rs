//! f16 and bf16 against exact sums and a search for the nearest value.

use super::fixed::*;
use super::*;

/// The bits of an exact value rounded to nearest.
fn round(shape: Shape, exact: Fixed) -> u64 {
    shape.nearest(&exact, To::Nearest)
}

/// `a * b + c` rounded once; the product of two such values is exact in f64.
fn fused(shape: Shape, a: f64, b: f64, c: f64) -> u64 {
    let special = a * b + c;
    if special.is_nan() {
        return 0x7fff;
    }
    if special.is_infinite() {
        return (shape.largest + 1) | if special < 0.0 { 0x8000 } else { 0 };
    }
    let sum = Fixed::of(a * b).plus(&Fixed::of(c));
    if sum.is_zero() {
        // The host knows the sign of an exact zero.
        return if special.is_sign_negative() {
            0x8000
        } else {
            0
        };
    }
    round(shape, sum)
}

fn h(a: u64) -> f64 {
    HALF.value(a & 0xffff)
}
fn b(a: u64) -> f64 {
    BRAIN.value(a & 0xffff)
}
fn up(a: u64) -> u64 {
    a >> 16
}
/// Subnormal f16 to zero.
fn z(a: u64) -> u64 {
    if a & 0x7c00 == 0 {
        a & 0x8000
    } else {
        a & 0xffff
    }
}
/// Clamped to [0, 1]; NaN is 0.
fn unit(a: u64) -> u64 {
    let value = h(a);
    if value >= 1.0 {
        0x3c00
    } else if value > 0.0 {
        a
    } else {
        0
    }
}
/// Negative values to 0.
fn relu(shape: Shape, a: u64) -> u64 {
    let value = shape.value(a);
    if value.is_nan() {
        0x7fff
    } else if value <= 0.0 {
        0
    } else {
        a
    }
}
fn both(f: impl Fn(u64, u64, u64) -> u64, a: u64, b: u64, c: u64) -> u64 {
    f(a & 0xffff, b & 0xffff, c & 0xffff) | f(up(a), up(b), up(c)) << 16
}

fn add_h(x: u64, y: u64, _: u64) -> u64 {
    fused(HALF, h(x), 1.0, h(y))
}
fn sub_h(x: u64, y: u64, _: u64) -> u64 {
    fused(HALF, h(x), 1.0, -h(y))
}
fn product(shape: Shape, x: f64, y: f64) -> u64 {
    // An exact zero keeps the sign of the product.
    let zero = if x.is_sign_negative() != y.is_sign_negative() {
        -0.0
    } else {
        0.0
    };
    fused(shape, x, y, zero)
}
fn mul_h(x: u64, y: u64, _: u64) -> u64 {
    product(HALF, h(x), h(y))
}
fn fma_h(x: u64, y: u64, c: u64) -> u64 {
    fused(HALF, h(x), h(y), h(c))
}
fn add_b(x: u64, y: u64, _: u64) -> u64 {
    fused(BRAIN, b(x), 1.0, b(y))
}
fn sub_b(x: u64, y: u64, _: u64) -> u64 {
    fused(BRAIN, b(x), 1.0, -b(y))
}
fn mul_b(x: u64, y: u64, _: u64) -> u64 {
    product(BRAIN, b(x), b(y))
}
fn fma_b(x: u64, y: u64, c: u64) -> u64 {
    fused(BRAIN, b(x), b(y), b(c))
}
/// The smaller (or larger) by the order of the patterns; numbers before NaN.
fn pick(shape: Shape, x: u64, y: u64, larger: bool) -> u64 {
    let (nan_x, nan_y) = (shape.value(x).is_nan(), shape.value(y).is_nan());
    let key = |a: u64| {
        if a & 0x8000 != 0 {
            -1 - (a & 0x7fff) as i64
        } else {
            a as i64
        }
    };
    match (nan_x, nan_y) {
        (true, true) => 0x7fff,
        (true, false) => y,
        (false, true) => x,
        _ if (key(x) < key(y)) != larger => x,
        _ => y,
    }
}
fn with_nan(shape: Shape, x: u64, y: u64, larger: bool) -> u64 {
    if shape.value(x).is_nan() || shape.value(y).is_nan() {
        0x7fff
    } else {
        pick(shape, x, y, larger)
    }
}

#[test]
fn half_precision_rounds_once() {
    check(&[
        ("add.f16 %h0, %h1, %h2", add_h),
        ("add.rn.f16 %h0, %h1, %h2", add_h),
        ("add.ftz.f16 %h0, %h1, %h2", |x, y, c| {
            z(add_h(z(x), z(y), c))
        }),
        ("add.rn.sat.f16 %h0, %h1, %h2", |x, y, c| {
            unit(add_h(x, y, c))
        }),
        ("sub.f16 %h0, %h1, %h2", sub_h),
        ("mul.f16 %h0, %h1, %h2", mul_h),
        ("mul.rn.ftz.f16 %h0, %h1, %h2", |x, y, c| {
            z(mul_h(z(x), z(y), c))
        }),
        ("fma.rn.f16 %h0, %h1, %h2, %h3", fma_h),
        ("fma.rn.ftz.f16 %h0, %h1, %h2, %h3", |x, y, c| {
            z(fma_h(z(x), z(y), z(c)))
        }),
        ("fma.rn.sat.f16 %h0, %h1, %h2, %h3", |x, y, c| {
            unit(fma_h(x, y, c))
        }),
        ("fma.rn.relu.f16 %h0, %h1, %h2, %h3", |x, y, c| {
            relu(HALF, fma_h(x, y, c))
        }),
        ("add.f16x2 %r0, %r1, %r2", |x, y, c| both(add_h, x, y, c)),
        ("sub.rn.f16x2 %r0, %r1, %r2", |x, y, c| both(sub_h, x, y, c)),
        ("mul.f16x2 %r0, %r1, %r2", |x, y, c| both(mul_h, x, y, c)),
        ("mul.sat.f16x2 %r0, %r1, %r2", |x, y, c| {
            both(|x, y, c| unit(mul_h(x, y, c)), x, y, c)
        }),
        ("fma.rn.f16x2 %r0, %r1, %r2, %r3", |x, y, c| {
            both(fma_h, x, y, c)
        }),
        ("fma.rn.relu.f16x2 %r0, %r1, %r2, %r3", |x, y, c| {
            both(|x, y, c| relu(HALF, fma_h(x, y, c)), x, y, c)
        }),
    ]);
}

#[test]
fn brain_precision_rounds_once() {
    check(&[
        ("add.rn.bf16 %h0, %h1, %h2", add_b),
        ("sub.bf16 %h0, %h1, %h2", sub_b),
        ("mul.bf16 %h0, %h1, %h2", mul_b),
        ("fma.rn.bf16 %h0, %h1, %h2, %h3", fma_b),
        ("fma.rn.relu.bf16 %h0, %h1, %h2, %h3", |x, y, c| {
            relu(BRAIN, fma_b(x, y, c))
        }),
        ("add.bf16x2 %r0, %r1, %r2", |x, y, c| both(add_b, x, y, c)),
        ("sub.bf16x2 %r0, %r1, %r2", |x, y, c| both(sub_b, x, y, c)),
        ("mul.rn.bf16x2 %r0, %r1, %r2", |x, y, c| {
            both(mul_b, x, y, c)
        }),
        ("fma.rn.bf16x2 %r0, %r1, %r2, %r3", |x, y, c| {
            both(fma_b, x, y, c)
        }),
    ]);
}

#[test]
fn signs_and_choices() {
    check(&[
        ("neg.f16 %h0, %h1", |x, _, _| x ^ 0x8000),
        ("neg.ftz.f16 %h0, %h1", |x, _, _| {
            if h(x).is_nan() { 0x7fff } else { z(x) ^ 0x8000 }
        }),
        ("neg.bf16x2 %r0, %r1", |x, _, _| x ^ 0x8000_8000),
        ("abs.f16x2 %r0, %r1", |x, _, _| x & 0x7fff_7fff),
        ("abs.bf16 %h0, %h1", |x, _, _| x & 0x7fff),
        ("min.f16 %h0, %h1, %h2", |x, y, _| pick(HALF, x, y, false)),
        ("max.f16 %h0, %h1, %h2", |x, y, _| pick(HALF, x, y, true)),
        ("max.ftz.f16 %h0, %h1, %h2", |x, y, _| {
            pick(HALF, z(x), z(y), true)
        }),
        ("min.NaN.f16 %h0, %h1, %h2", |x, y, _| {
            with_nan(HALF, x, y, false)
        }),
        ("max.NaN.bf16 %h0, %h1, %h2", |x, y, _| {
            with_nan(BRAIN, x, y, true)
        }),
        ("min.bf16 %h0, %h1, %h2", |x, y, _| pick(BRAIN, x, y, false)),
        ("max.f16x2 %r0, %r1, %r2", |x, y, c| {
            both(|x, y, _| pick(HALF, x, y, true), x, y, c)
        }),
        ("min.NaN.bf16x2 %r0, %r1, %r2", |x, y, c| {
            both(|x, y, _| with_nan(BRAIN, x, y, false), x, y, c)
        }),
        ("max.xorsign.abs.f16 %h0, %h1, %h2", |x, y, _| {
            let picked = pick(HALF, x & 0x7fff, y & 0x7fff, true);
            if h(picked).is_nan() {
                0x7fff
            } else {
                picked | (x ^ y) & 0x8000
            }
        }),
    ]);
}

#[test]
fn sums_of_two_precisions() {
    fn f(a: u64) -> f32 {
        f32::from_bits(a as u32)
    }
    fn single(value: f32) -> u64 {
        if value.is_nan() {
            0x7fff_ffff
        } else {
            u64::from(value.to_bits())
        }
    }
    check(&[
        ("add.f32.f16 %r0, %h1, %r2", |x, y, _| {
            single(h(x) as f32 + f(y))
        }),
        ("sub.rn.f32.bf16 %r0, %h1, %r2", |x, y, _| {
            single(b(x) as f32 - f(y))
        }),
        ("fma.rn.f32.f16 %r0, %h1, %h2, %r3", |x, y, c| {
            single((h(x) as f32).mul_add(h(y) as f32, f(c)))
        }),
        ("fma.rn.f32.bf16 %r0, %h1, %h2, %r3", |x, y, c| {
            single((b(x) as f32).mul_add(b(y) as f32, f(c)))
        }),
    ]);
}

#[test]
fn functions_are_the_nearest_values() {
    fn of(shape: Shape, value: f64) -> u64 {
        if value.is_nan() {
            0x7fff
        } else if value.is_infinite() {
            shape.largest + 1
        } else {
            shape.nearest(&Fixed::of(value), To::Nearest)
        }
    }
    check(&[
        ("ex2.approx.f16 %h0, %h1", |x, _, _| of(HALF, h(x).exp2())),
        ("tanh.approx.f16 %h0, %h1", |x, _, _| of(HALF, h(x).tanh())),
        ("tanh.approx.f16x2 %r0, %r1", |x, y, c| {
            both(|x, _, _| of(HALF, h(x).tanh()), x, y, c)
        }),
        ("tanh.approx.bf16 %h0, %h1", |x, _, _| {
            of(BRAIN, b(x).tanh())
        }),
        ("ex2.approx.ftz.bf16 %h0, %h1", |x, _, _| {
            let out = of(BRAIN, b(x).exp2());
            if out < 0x80 { 0 } else { out }
        }),
        ("ex2.approx.ftz.bf16x2 %r0, %r1", |x, y, c| {
            both(
                |x, _, _| {
                    let out = of(BRAIN, b(x).exp2());
                    if out < 0x80 { 0 } else { out }
                },
                x,
                y,
                c,
            )
        }),
    ]);
}

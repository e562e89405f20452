//! Comparisons, classes and selections.

use super::fixed::{BRAIN, HALF};
use super::*;

fn f(a: u64) -> f64 {
    f64::from(f32::from_bits(a as u32))
}
fn d(a: u64) -> f64 {
    f64::from_bits(a)
}
fn h(a: u64) -> f64 {
    HALF.value(a)
}
fn b(a: u64) -> f64 {
    BRAIN.value(a)
}
fn yes(holds: bool) -> u64 {
    u64::from(holds)
}
fn all(holds: bool) -> u64 {
    if holds { 0xffff_ffff } else { 0 }
}
fn order(a: f64, b: f64) -> Option<std::cmp::Ordering> {
    a.partial_cmp(&b)
}

#[test]
fn comparisons() {
    check(&[
        ("setp.eq.b16 %p0, %h1, %h2", |a, b, _| yes(a == b)),
        ("setp.ne.s16 %p0, %h1, %h2", |a, b, _| yes(a != b)),
        ("setp.lt.s16 %p0, %h1, %h2", |a, b, _| {
            yes((a as i16) < b as i16)
        }),
        ("setp.lo.u16 %p0, %h1, %h2", |a, b, _| yes(a < b)),
        ("setp.gt.u32 %p0, %r1, %r2", |a, b, _| yes(a > b)),
        ("setp.ge.s32 %p0, %r1, %r2", |a, b, _| {
            yes(a as i32 >= b as i32)
        }),
        ("setp.ls.u32 %p0, %r1, %r2", |a, b, _| yes(a <= b)),
        ("setp.hs.u64 %p0, %d1, %d2", |a, b, _| yes(a >= b)),
        ("setp.le.s64 %p0, %d1, %d2", |a, b, _| {
            yes(a as i64 <= b as i64)
        }),
        ("setp.hi.u64 %p0, %d1, %d2", |a, b, _| yes(a > b)),
        ("setp.eq.f32 %p0, %r1, %r2", |a, b, _| {
            yes(order(f(a), f(b)).is_some_and(|o| o.is_eq()))
        }),
        ("setp.ne.f32 %p0, %r1, %r2", |a, b, _| {
            yes(order(f(a), f(b)).is_some_and(|o| o.is_ne()))
        }),
        ("setp.lt.f32 %p0, %r1, %r2", |a, b, _| {
            yes(order(f(a), f(b)).is_some_and(|o| o.is_lt()))
        }),
        ("setp.le.f64 %p0, %d1, %d2", |a, b, _| {
            yes(order(d(a), d(b)).is_some_and(|o| o.is_le()))
        }),
        ("setp.gt.f64 %p0, %d1, %d2", |a, b, _| {
            yes(order(d(a), d(b)).is_some_and(|o| o.is_gt()))
        }),
        ("setp.ge.f16 %p0, %h1, %h2", |x, y, _| {
            yes(order(h(x), h(y)).is_some_and(|o| o.is_ge()))
        }),
        ("setp.equ.f32 %p0, %r1, %r2", |a, b, _| {
            yes(order(f(a), f(b)).is_none_or(|o| o.is_eq()))
        }),
        ("setp.neu.f64 %p0, %d1, %d2", |a, b, _| {
            yes(order(d(a), d(b)).is_none_or(|o| o.is_ne()))
        }),
        ("setp.ltu.f16 %p0, %h1, %h2", |x, y, _| {
            yes(order(h(x), h(y)).is_none_or(|o| o.is_lt()))
        }),
        ("setp.leu.bf16 %p0, %h1, %h2", |x, y, _| {
            yes(order(b(x), b(y)).is_none_or(|o| o.is_le()))
        }),
        ("setp.gtu.f32 %p0, %r1, %r2", |a, b, _| {
            yes(order(f(a), f(b)).is_none_or(|o| o.is_gt()))
        }),
        ("setp.geu.f32 %p0, %r1, %r2", |a, b, _| {
            yes(order(f(a), f(b)).is_none_or(|o| o.is_ge()))
        }),
        ("setp.num.f32 %p0, %r1, %r2", |a, b, _| {
            yes(order(f(a), f(b)).is_some())
        }),
        ("setp.nan.bf16 %p0, %h1, %h2", |x, y, _| {
            yes(order(b(x), b(y)).is_none())
        }),
        ("setp.eq.ftz.f32 %p0, %r1, %r2", |a, b, _| {
            let z = |a: u64| {
                if f(a).abs() < 2f64.powi(-126) {
                    0.0
                } else {
                    f(a)
                }
            };
            yes(order(z(a), z(b)).is_some_and(|o| o.is_eq()))
        }),
        ("setp.lt.ftz.f16 %p0, %h1, %h2", |x, y, _| {
            let z = |a: u64| {
                if h(a).abs() < 2f64.powi(-14) {
                    0.0
                } else {
                    h(a)
                }
            };
            yes(order(z(x), z(y)).is_some_and(|o| o.is_lt()))
        }),
        ("setp.lt.and.s32 %p0, %r1, %r2, %p3", |a, b, p| {
            yes((a as i32) < b as i32) & p
        }),
        ("setp.lt.or.f32 %p0, %r1, %r2, %p3", |a, b, p| {
            yes(f(a) < f(b)) | p
        }),
        ("setp.gt.xor.u64 %p0, %d1, %d2, !%p3", |a, b, p| {
            yes(a > b) ^ p ^ 1
        }),
        ("setp.gt.and.f16 %p0, %h1, %h2, !%p3", |x, y, p| {
            yes(h(x) > h(y)) & (p ^ 1)
        }),
    ]);
}

/// An instruction, and the two registers that it writes.
type Two = (&'static str, fn(u64, u64, u64) -> [u64; 2]);

#[test]
fn two_predicates() {
    let rows: &[Two] = &[
        ("setp.lt.s32 %p0|%p1, %r1, %r2;", |a, b, _| {
            let less = yes((a as i32) < b as i32);
            [less, less ^ 1]
        }),
        ("setp.lt.and.f32 %p0|%p1, %r1, %r2, %p3;", |a, b, p| {
            let less = yes(f(a) < f(b));
            [less & p, (less ^ 1) & p]
        }),
        ("setp.gt.f16x2 %p0|%p1, %r1, %r2;", |x, y, _| {
            [
                yes(h(x & 0xffff) > h(y & 0xffff)),
                yes(h(x >> 16) > h(y >> 16)),
            ]
        }),
        ("setp.neu.or.bf16x2 %p0|%p1, %r1, %r2, %p3;", |x, y, p| {
            let differ = |x: u64, y: u64| yes(order(b(x), b(y)).is_none_or(|o| o.is_ne()));
            [
                differ(x & 0xffff, y & 0xffff) | p,
                differ(x >> 16, y >> 16) | p,
            ]
        }),
        ("lop3.or.b32 %r0|%p1, %r1, %r2, 0, 0xc0, %p3;", |x, y, p| {
            [x & y, yes(x & y != 0) | p]
        }),
        (
            "lop3.and.b32 %r0|%p1, %r1, %r2, 0, 0x3c, !%p3;",
            |x, y, p| [x ^ y, yes(x != y) & (p ^ 1)],
        ),
    ];
    for (text, reference) in rows {
        let ready = ready(text);
        let (outputs, inputs) = ready.names.split_at(2);
        every(text, inputs, outputs, &ready, &|input, output| {
            let expected = reference(input[0], input[1], input.get(2).copied().unwrap_or(0));
            if output == expected {
                Ok(())
            } else {
                Err(format!("expected {expected:?}"))
            }
        });
    }
}

#[test]
fn comparisons_into_registers() {
    check(&[
        ("set.lt.u32.s32 %r0, %r1, %r2", |a, b, _| {
            all((a as i32) < b as i32)
        }),
        ("set.eq.s32.b64 %r0, %d1, %d2", |a, b, _| all(a == b)),
        ("set.gt.f32.f32 %r0, %r1, %r2", |a, b, _| {
            yes(f(a) > f(b)) * 0x3f80_0000
        }),
        ("set.le.f32.u16 %r0, %h1, %h2", |a, b, _| {
            yes(a <= b) * 0x3f80_0000
        }),
        ("set.lt.and.u32.f64 %r0, %d1, %d2, %p3", |a, b, p| {
            all(d(a) < d(b) && p != 0)
        }),
        ("set.lt.u32.f16 %r0, %h1, %h2", |x, y, _| all(h(x) < h(y))),
        ("set.gt.s16.f16 %h0, %h1, %h2", |x, y, _| {
            yes(h(x) > h(y)) * 0xffff
        }),
        ("set.eq.f16.f16 %h0, %h1, %h2", |x, y, _| {
            yes(h(x) == h(y)) * 0x3c00
        }),
        ("set.eq.bf16.bf16 %h0, %h1, %h2", |x, y, _| {
            yes(b(x) == b(y)) * 0x3f80
        }),
        ("set.lt.f16x2.f16x2 %r0, %r1, %r2", |x, y, _| {
            (yes(h(x & 0xffff) < h(y & 0xffff)) * 0x3c00)
                | (yes(h(x >> 16) < h(y >> 16)) * 0x3c00_0000)
        }),
        ("set.gtu.u32.bf16x2 %r0, %r1, %r2", |x, y, _| {
            let above = |x: u64, y: u64| yes(order(b(x), b(y)).is_none_or(|o| o.is_gt()));
            (above(x & 0xffff, y & 0xffff) * 0xffff) | (above(x >> 16, y >> 16) * 0xffff_0000)
        }),
        ("set.ge.or.bf16x2.bf16x2 %r0, %r1, %r2, %p3", |x, y, p| {
            let low = yes(b(x & 0xffff) >= b(y & 0xffff)) | p;
            let high = yes(b(x >> 16) >= b(y >> 16)) | p;
            (low * 0x3f80) | (high * 0x3f80_0000)
        }),
    ]);
}

#[test]
fn selections_and_classes() {
    check(&[
        (
            "selp.b16 %h0, %h1, %h2, %p3",
            |a, b, p| if p != 0 { a } else { b },
        ),
        (
            "selp.f32 %r0, %r1, %r2, %p3",
            |a, b, p| if p != 0 { a } else { b },
        ),
        (
            "selp.s64 %d0, %d1, %d2, %p3",
            |a, b, p| if p != 0 { a } else { b },
        ),
        ("slct.b16.s32 %h0, %h1, %h2, %r3", |a, b, c| {
            if c >> 31 == 0 { a } else { b }
        }),
        ("slct.u32.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            if c >> 31 == 0 { a } else { b }
        }),
        ("slct.f64.f32 %d0, %d1, %d2, %r3", |a, b, c| {
            if f(c) >= 0.0 { a } else { b }
        }),
        ("slct.ftz.f32.f32 %r0, %r1, %r2, %r3", |a, b, c| {
            if f(c) > -2f64.powi(-126) { a } else { b }
        }),
        ("testp.finite.f32 %p0, %r1", |a, _, _| yes(f(a).is_finite())),
        ("testp.infinite.f64 %p0, %d1", |a, _, _| {
            yes(d(a).is_infinite())
        }),
        ("testp.number.f32 %p0, %r1", |a, _, _| yes(!f(a).is_nan())),
        (
            "testp.notanumber.f64 %p0, %d1",
            |a, _, _| yes(d(a).is_nan()),
        ),
        ("testp.normal.f32 %p0, %r1", |a, _, _| {
            yes(f32::from_bits(a as u32).is_normal())
        }),
        ("testp.normal.f64 %p0, %d1", |a, _, _| yes(d(a).is_normal())),
        ("testp.subnormal.f32 %p0, %r1", |a, _, _| {
            yes(f32::from_bits(a as u32).is_subnormal())
        }),
        ("testp.subnormal.f64 %p0, %d1", |a, _, _| {
            yes(d(a).is_subnormal())
        }),
    ]);
}

#[test]
fn comparisons_that_do_not_exist_are_refused() {
    for text in [
        "setp.lt.b32 %p0, %r1, %r2",
        "setp.lo.s32 %p0, %r1, %r2",
        "setp.ltu.s32 %p0, %r1, %r2",
        "setp.lt.ftz.f64 %p0, %d1, %d2",
        "setp.eq.pred %p0, %p1, %p2",
        "set.eq.f64.f64 %d0, %d1, %d2",
        "set.eq.u16.f16x2 %h0, %r1, %r2",
        "selp.pred %p0, %p1, %p2, %p3",
        "selp.b32 %r0, %r1, %r2, !%p3",
        "lop3.b32 %r0, %r1, %r2, %r3, 0x196",
        "testp.finite.s32 %p0, %r1",
        "slct.ftz.f32.s32 %r0, %r1, %r2, %r3",
    ] {
        assert!(refused(text), "{text}");
    }
}

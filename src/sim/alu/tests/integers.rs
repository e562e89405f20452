//! Integer and bit operations against wide integers.

use super::*;

fn s16(a: u64) -> i128 {
    i128::from(a as u16 as i16)
}
pub(super) fn s32(a: u64) -> i128 {
    i128::from(a as u32 as i32)
}
fn s64(a: u64) -> i128 {
    i128::from(a as i64)
}
pub(super) fn u(a: u64) -> i128 {
    i128::from(a)
}
fn w16(a: i128) -> u64 {
    (a & 0xffff) as u64
}
pub(super) fn w32(a: i128) -> u64 {
    (a & 0xffff_ffff) as u64
}
fn w64(a: i128) -> u64 {
    a as u64
}
/// Quotients towards zero; all ones by zero.
fn quotient(a: i128, b: i128) -> i128 {
    if b == 0 { -1 } else { a / b }
}
/// Remainders with the sign of a; a itself by zero.
fn remainder(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { a - b * (a / b) }
}
fn clamp32(a: i128) -> i128 {
    a.clamp(-(1 << 31), (1 << 31) - 1)
}
fn low24(a: u64) -> i128 {
    u(a & 0xff_ffff)
}
fn signed24(a: u64) -> i128 {
    let a = low24(a);
    if a >= 1 << 23 { a - (1 << 24) } else { a }
}
/// Shifts by more than the width leave nothing, or signs.
fn right(a: i128, by: u64) -> i128 {
    a >> by.min(100)
}
fn left(a: u64, by: u64) -> i128 {
    if by >= 64 { 0 } else { u(a) << by }
}
/// Both halves of a register.
fn halves(a: u64, b: u64, f: impl Fn(u64, u64) -> i128) -> u64 {
    w16(f(a & 0xffff, b & 0xffff)) | w16(f(a >> 16, b >> 16)) << 16
}

#[test]
fn sums_products_and_quotients() {
    check(&[
        ("add.u16 %h0, %h1, %h2", |a, b, _| w16(u(a) + u(b))),
        ("add.s32 %r0, %r1, %r2", |a, b, _| w32(s32(a) + s32(b))),
        ("add.u64 %d0, %d1, %d2", |a, b, _| w64(u(a) + u(b))),
        ("add.sat.s32 %r0, %r1, %r2", |a, b, _| {
            w32(clamp32(s32(a) + s32(b)))
        }),
        ("add.u16x2 %r0, %r1, %r2", |a, b, _| {
            halves(a, b, |a, b| u(a) + u(b))
        }),
        ("add.s16x2 %r0, %r1, %r2", |a, b, _| {
            halves(a, b, |a, b| u(a) + u(b))
        }),
        ("sub.s16 %h0, %h1, %h2", |a, b, _| w16(s16(a) - s16(b))),
        ("sub.u32 %r0, %r1, %r2", |a, b, _| w32(u(a) - u(b))),
        ("sub.s64 %d0, %d1, %d2", |a, b, _| w64(s64(a) - s64(b))),
        ("sub.sat.s32 %r0, %r1, %r2", |a, b, _| {
            w32(clamp32(s32(a) - s32(b)))
        }),
        ("mul.lo.s16 %h0, %h1, %h2", |a, b, _| w16(s16(a) * s16(b))),
        ("mul.lo.u32 %r0, %r1, %r2", |a, b, _| w32(u(a) * u(b))),
        ("mul.lo.s64 %d0, %d1, %d2", |a, b, _| {
            w64(s64(a).wrapping_mul(s64(b)))
        }),
        ("mul.hi.u16 %h0, %h1, %h2", |a, b, _| {
            w16((u(a) * u(b)) >> 16)
        }),
        ("mul.hi.s16 %h0, %h1, %h2", |a, b, _| {
            w16((s16(a) * s16(b)) >> 16)
        }),
        ("mul.hi.u32 %r0, %r1, %r2", |a, b, _| {
            w32((u(a) * u(b)) >> 32)
        }),
        ("mul.hi.s32 %r0, %r1, %r2", |a, b, _| {
            w32((s32(a) * s32(b)) >> 32)
        }),
        ("mul.hi.u64 %d0, %d1, %d2", |a, b, _| {
            ((u128::from(a) * u128::from(b)) >> 64) as u64
        }),
        ("mul.hi.s64 %d0, %d1, %d2", |a, b, _| {
            w64((s64(a) * s64(b)) >> 64)
        }),
        ("mul.wide.u16 %r0, %h1, %h2", |a, b, _| w32(u(a) * u(b))),
        ("mul.wide.s16 %r0, %h1, %h2", |a, b, _| w32(s16(a) * s16(b))),
        ("mul.wide.u32 %d0, %r1, %r2", |a, b, _| w64(u(a) * u(b))),
        ("mul.wide.s32 %d0, %r1, %r2", |a, b, _| w64(s32(a) * s32(b))),
        ("mul24.lo.u32 %r0, %r1, %r2", |a, b, _| {
            w32(low24(a) * low24(b))
        }),
        ("mul24.lo.s32 %r0, %r1, %r2", |a, b, _| {
            w32(signed24(a) * signed24(b))
        }),
        ("mul24.hi.u32 %r0, %r1, %r2", |a, b, _| {
            w32((low24(a) * low24(b)) >> 16)
        }),
        ("mul24.hi.s32 %r0, %r1, %r2", |a, b, _| {
            w32((signed24(a) * signed24(b)) >> 16)
        }),
        ("mad.lo.u16 %h0, %h1, %h2, %h3", |a, b, c| {
            w16(u(a) * u(b) + u(c))
        }),
        ("mad.lo.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(s32(a) * s32(b) + s32(c))
        }),
        ("mad.lo.u64 %d0, %d1, %d2, %d3", |a, b, c| {
            a.wrapping_mul(b).wrapping_add(c)
        }),
        ("mad.hi.s16 %h0, %h1, %h2, %h3", |a, b, c| {
            w16(((s16(a) * s16(b)) >> 16) + s16(c))
        }),
        ("mad.hi.u16 %h0, %h1, %h2, %h3", |a, b, c| {
            w16(((u(a) * u(b)) >> 16) + u(c))
        }),
        ("mad.hi.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(((s32(a) * s32(b)) >> 32) + s32(c))
        }),
        ("mad.hi.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(((u(a) * u(b)) >> 32) + u(c))
        }),
        ("mad.hi.s64 %d0, %d1, %d2, %d3", |a, b, c| {
            w64(((s64(a) * s64(b)) >> 64) + s64(c))
        }),
        ("mad.hi.u64 %d0, %d1, %d2, %d3", |a, b, c| {
            (((u128::from(a) * u128::from(b)) >> 64) as u64).wrapping_add(c)
        }),
        ("mad.hi.sat.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(clamp32(((s32(a) * s32(b)) >> 32) + s32(c)))
        }),
        ("mad.wide.s16 %r0, %h1, %h2, %r3", |a, b, c| {
            w32(s16(a) * s16(b) + s32(c))
        }),
        ("mad.wide.u16 %r0, %h1, %h2, %r3", |a, b, c| {
            w32(u(a) * u(b) + u(c))
        }),
        ("mad.wide.s32 %d0, %r1, %r2, %d3", |a, b, c| {
            w64(s32(a) * s32(b) + s64(c))
        }),
        ("mad.wide.u32 %d0, %r1, %r2, %d3", |a, b, c| {
            w64(u(a) * u(b) + u(c))
        }),
        ("mad24.lo.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(low24(a) * low24(b) + u(c))
        }),
        ("mad24.lo.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(signed24(a) * signed24(b) + s32(c))
        }),
        ("mad24.hi.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(((low24(a) * low24(b)) >> 16) + u(c))
        }),
        ("mad24.hi.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(((signed24(a) * signed24(b)) >> 16) + s32(c))
        }),
        ("mad24.hi.sat.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(clamp32(
                s32(w32((signed24(a) * signed24(b)) >> 16)) + s32(c),
            ))
        }),
        ("sad.u16 %h0, %h1, %h2, %h3", |a, b, c| {
            w16((u(a) - u(b)).abs() + u(c))
        }),
        ("sad.s16 %h0, %h1, %h2, %h3", |a, b, c| {
            w16((s16(a) - s16(b)).abs() + s16(c))
        }),
        ("sad.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32((u(a) - u(b)).abs() + u(c))
        }),
        ("sad.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32((s32(a) - s32(b)).abs() + s32(c))
        }),
        ("sad.u64 %d0, %d1, %d2, %d3", |a, b, c| {
            w64((u(a) - u(b)).abs() + u(c))
        }),
        ("sad.s64 %d0, %d1, %d2, %d3", |a, b, c| {
            w64((s64(a) - s64(b)).abs() + s64(c))
        }),
        ("div.u16 %h0, %h1, %h2", |a, b, _| w16(quotient(u(a), u(b)))),
        ("div.s16 %h0, %h1, %h2", |a, b, _| {
            w16(quotient(s16(a), s16(b)))
        }),
        ("div.u32 %r0, %r1, %r2", |a, b, _| w32(quotient(u(a), u(b)))),
        ("div.s32 %r0, %r1, %r2", |a, b, _| {
            w32(quotient(s32(a), s32(b)))
        }),
        ("div.u64 %d0, %d1, %d2", |a, b, _| w64(quotient(u(a), u(b)))),
        ("div.s64 %d0, %d1, %d2", |a, b, _| {
            w64(quotient(s64(a), s64(b)))
        }),
        ("rem.u16 %h0, %h1, %h2", |a, b, _| {
            w16(remainder(u(a), u(b)))
        }),
        ("rem.s16 %h0, %h1, %h2", |a, b, _| {
            w16(remainder(s16(a), s16(b)))
        }),
        ("rem.u32 %r0, %r1, %r2", |a, b, _| {
            w32(remainder(u(a), u(b)))
        }),
        ("rem.s32 %r0, %r1, %r2", |a, b, _| {
            w32(remainder(s32(a), s32(b)))
        }),
        ("rem.u64 %d0, %d1, %d2", |a, b, _| {
            w64(remainder(u(a), u(b)))
        }),
        ("rem.s64 %d0, %d1, %d2", |a, b, _| {
            w64(remainder(s64(a), s64(b)))
        }),
        ("abs.s16 %h0, %h1", |a, _, _| w16(s16(a).abs())),
        ("abs.s32 %r0, %r1", |a, _, _| w32(s32(a).abs())),
        ("abs.s64 %d0, %d1", |a, _, _| w64(s64(a).abs())),
        ("neg.s16 %h0, %h1", |a, _, _| w16(-s16(a))),
        ("neg.s32 %r0, %r1", |a, _, _| w32(-s32(a))),
        ("neg.s64 %d0, %d1", |a, _, _| w64(-s64(a))),
        ("min.u16 %h0, %h1, %h2", |a, b, _| a.min(b)),
        ("min.s16 %h0, %h1, %h2", |a, b, _| w16(s16(a).min(s16(b)))),
        ("max.u32 %r0, %r1, %r2", |a, b, _| a.max(b)),
        ("max.s32 %r0, %r1, %r2", |a, b, _| w32(s32(a).max(s32(b)))),
        ("min.u64 %d0, %d1, %d2", |a, b, _| a.min(b)),
        ("min.s64 %d0, %d1, %d2", |a, b, _| w64(s64(a).min(s64(b)))),
        ("max.u64 %d0, %d1, %d2", |a, b, _| a.max(b)),
        ("max.relu.s32 %r0, %r1, %r2", |a, b, _| {
            w32(s32(a).max(s32(b)).max(0))
        }),
        ("min.relu.s32 %r0, %r1, %r2", |a, b, _| {
            w32(s32(a).min(s32(b)).max(0))
        }),
        ("min.u16x2 %r0, %r1, %r2", |a, b, _| {
            halves(a, b, |a, b| u(a.min(b)))
        }),
        ("max.u16x2 %r0, %r1, %r2", |a, b, _| {
            halves(a, b, |a, b| u(a.max(b)))
        }),
        ("max.s16x2 %r0, %r1, %r2", |a, b, _| {
            halves(a, b, |a, b| s16(a).max(s16(b)))
        }),
        ("min.relu.s16x2 %r0, %r1, %r2", |a, b, _| {
            halves(a, b, |a, b| s16(a).min(s16(b)).max(0))
        }),
    ]);
}

#[test]
fn logic_and_shifts() {
    check(&[
        ("and.b16 %h0, %h1, %h2", |a, b, _| a & b),
        ("or.b32 %r0, %r1, %r2", |a, b, _| a | b),
        ("xor.b64 %d0, %d1, %d2", |a, b, _| a ^ b),
        ("not.b16 %h0, %h1", |a, _, _| a ^ 0xffff),
        ("not.b32 %r0, %r1", |a, _, _| a ^ 0xffff_ffff),
        ("not.b64 %d0, %d1", |a, _, _| !a),
        ("cnot.b16 %h0, %h1", |a, _, _| u64::from(a == 0)),
        ("cnot.b32 %r0, %r1", |a, _, _| u64::from(a == 0)),
        ("cnot.b64 %d0, %d1", |a, _, _| u64::from(a == 0)),
        ("and.pred %p0, %p1, %p2", |a, b, _| a & b),
        ("or.pred %p0, %p1, %p2", |a, b, _| a | b),
        ("xor.pred %p0, %p1, %p2", |a, b, _| a ^ b),
        ("not.pred %p0, %p1", |a, _, _| 1 - a),
        ("shl.b16 %h0, %h1, %r2", |a, b, _| w16(left(a, b))),
        ("shl.b32 %r0, %r1, %r2", |a, b, _| w32(left(a, b))),
        ("shl.b64 %d0, %d1, %r2", |a, b, _| w64(left(a, b))),
        ("shr.u16 %h0, %h1, %r2", |a, b, _| w16(right(u(a), b))),
        ("shr.s16 %h0, %h1, %r2", |a, b, _| w16(right(s16(a), b))),
        ("shr.b32 %r0, %r1, %r2", |a, b, _| w32(right(u(a), b))),
        ("shr.u32 %r0, %r1, %r2", |a, b, _| w32(right(u(a), b))),
        ("shr.s32 %r0, %r1, %r2", |a, b, _| w32(right(s32(a), b))),
        ("shr.u64 %d0, %d1, %r2", |a, b, _| w64(right(u(a), b))),
        ("shr.s64 %d0, %d1, %r2", |a, b, _| w64(right(s64(a), b))),
        ("shf.l.clamp.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(((b << 32 | a) as u128 as i128) << c.min(32) >> 32)
        }),
        ("shf.l.wrap.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(((b << 32 | a) as u128 as i128) << (c % 32) >> 32)
        }),
        ("shf.r.clamp.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(u(b << 32 | a) >> c.min(32))
        }),
        ("shf.r.wrap.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            w32(u(b << 32 | a) >> (c % 32))
        }),
        ("lop3.b32 %r0, %r1, %r2, %r3, 0x80", |a, b, c| a & b & c),
        ("lop3.b32 %r0, %r1, %r2, %r3, 0xfe", |a, b, c| a | b | c),
        ("lop3.b32 %r0, %r1, %r2, %r3, 0x96", |a, b, c| a ^ b ^ c),
        ("lop3.b32 %r0, %r1, %r2, %r3, 0x1a", |a, b, c| {
            (a & b | c) ^ a
        }),
        ("lop3.b32 %r0, %r1, %r2, %r3, 0xe8", |a, b, c| {
            a & b | a & c | b & c
        }),
    ]);
}

/// Runs a chain on four words of a and of b and compares with one sum of 128 bits.
fn chain(text: &str, wide: bool, reference: fn(u128, u128) -> u128) {
    let ready = ready(text);
    let name = if wide { "d" } else { "r" };
    let words = if wide { 2 } else { 4 };
    let of = |from: usize| (0..words).map(move |at| register(&format!("{name}{}", from + at)));
    // a in the first registers, which the chain overwrites; b in the next ones.
    let inputs: Vec<File> = of(0).chain(of(4)).collect();
    let outputs: Vec<File> = of(0).collect();
    let bits = 128 / words;
    every(text, &inputs, &outputs, &ready, &|input, output| {
        let joined = |parts: &[u64]| {
            parts.iter().rev().fold(0u128, |sum, &part| {
                sum.unbounded_shl(bits as u32) | u128::from(part)
            })
        };
        let (a, b) = input.split_at(words);
        let expected = reference(joined(a), joined(b));
        if joined(output) == expected {
            Ok(())
        } else {
            Err(format!("expected {expected:x}"))
        }
    });
}

#[test]
fn carry_chains_are_long_sums() {
    chain(
        "add.cc.u32 %r0, %r0, %r4; addc.cc.u32 %r1, %r1, %r5; addc.cc.s32 %r2, %r2, %r6; addc.u32 %r3, %r3, %r7;",
        false,
        u128::wrapping_add,
    );
    chain(
        "sub.cc.u32 %r0, %r0, %r4; subc.cc.u32 %r1, %r1, %r5; subc.cc.u32 %r2, %r2, %r6; subc.u32 %r3, %r3, %r7;",
        false,
        u128::wrapping_sub,
    );
    chain(
        "add.cc.u64 %d0, %d0, %d4; addc.u64 %d1, %d1, %d5;",
        true,
        u128::wrapping_add,
    );
    chain(
        "sub.cc.s64 %d0, %d0, %d4; subc.s64 %d1, %d1, %d5;",
        true,
        u128::wrapping_sub,
    );
    // The product of two words of 64 bits, by parts of 32.
    chain(
        "mov.u32 %r2, 0; mov.u32 %r3, 0; mul.lo.u32 %r6, %r0, %r4; mul.hi.u32 %r7, %r0, %r4; mad.lo.cc.u32 %r7, %r0, %r5, %r7; \
         madc.hi.u32 %r2, %r0, %r5, 0; mad.lo.cc.u32 %r7, %r1, %r4, %r7; madc.hi.cc.u32 %r2, %r1, %r4, %r2; addc.u32 %r3, 0, 0; \
         mad.lo.cc.u32 %r2, %r1, %r5, %r2; madc.hi.u32 %r3, %r1, %r5, %r3; mov.u32 %r0, %r6; mov.u32 %r1, %r7;",
        false,
        |a, b| u128::from(a as u64) * u128::from(b as u64),
    );
    chain(
        "mul.lo.u64 %d6, %d0, %d4; mul.hi.u64 %d7, %d0, %d4; mad.lo.cc.u64 %d7, %d1, %d4, %d7; mad.lo.cc.u64 %d1, %d0, %d5, %d7; \
         mov.u64 %d0, %d6;",
        true,
        u128::wrapping_mul,
    );
}

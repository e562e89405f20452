//! Floating-point operations of one and two operands.

use crate::ptx::{BinOp, Mods, Round, UnOp};
use crate::sim::float::{self, Real, Rounded};
use crate::sim::regs::*;

/// Inputs flushed, `f` applied, the result made canonical, flushed and clamped as the modifiers say.
#[inline(always)]
pub(super) fn finish<F: Real>(mods: Mods, value: F) -> F {
    let value = value.canonical();
    let value = if mods.ftz { value.flush() } else { value };
    if mods.sat { value.clamp01() } else { value }
}

#[inline(always)]
pub(super) fn float_unary<F: Real>(
    regs: &mut Regs,
    mask: u32,
    op: UnOp,
    mods: Mods,
    d: Slot,
    a: Slot,
) {
    macro_rules! apply {
        ($f:expr) => {{
            let f = $f;
            if mods.ftz || mods.sat {
                map1(regs, mask, d, a, |a: F| {
                    finish(mods, f(if mods.ftz { a.flush() } else { a }))
                })
            } else {
                map1(regs, mask, d, a, |a: F| f(a).canonical())
            }
        }};
    }
    if mods.round != Round::NearestEven {
        let op = match op {
            UnOp::Sqrt => Rounded::Sqrt,
            _ => Rounded::Div,
        };
        return apply!(|a: F| match op {
            Rounded::Sqrt => float::rounded::<F>(op, a.wide(), 0.0, 0.0, mods.round),
            _ => float::rounded::<F>(op, 1.0, a.wide(), 0.0, mods.round),
        });
    }
    match op {
        UnOp::Rcp | UnOp::Rsqrt if F::FORMAT.precision == 53 && mods.ftz => {
            gross(regs, mask, op, d, a);
        }
        UnOp::Neg if !mods.ftz => map1(regs, mask, d, a, |a: F| a.negated()),
        UnOp::Abs if !mods.ftz => map1(regs, mask, d, a, |a: F| a.magnitude()),
        UnOp::Neg => apply!(|a: F| a.negated()),
        UnOp::Abs => apply!(|a: F| a.magnitude()),
        UnOp::Rcp => apply!(|a: F| F::of(1.0).div(a)),
        UnOp::Sqrt => apply!(|a: F| a.root()),
        UnOp::Rsqrt => apply!(|a: F| F::of(1.0 / a.wide().sqrt())),
        UnOp::Ex2 => apply!(|a: F| F::of(a.wide().exp2())),
        UnOp::Lg2 => apply!(|a: F| F::of(a.wide().log2())),
        UnOp::Sin => apply!(|a: F| F::of(a.wide().sin())),
        UnOp::Cos => apply!(|a: F| F::of(a.wide().cos())),
        UnOp::SinTurns => apply!(|a: F| F::of(turn(a.wide()).sin())),
        UnOp::CosTurns => apply!(|a: F| F::of(turn(a.wide()).cos())),
        UnOp::Tanh => apply!(|a: F| F::of(a.wide().tanh())),
        UnOp::Not
        | UnOp::Cnot
        | UnOp::Popc
        | UnOp::Clz
        | UnOp::Brev
        | UnOp::Bfind
        | UnOp::BfindShift => {}
    }
}

#[inline(always)]
pub(super) fn float_binary<F: Real>(
    regs: &mut Regs,
    mask: u32,
    op: BinOp,
    mods: Mods,
    s: [Slot; 3],
) {
    macro_rules! apply {
        ($f:expr) => {{
            let f = $f;
            if mods.ftz || mods.sat {
                let flush = |x: F| if mods.ftz { x.flush() } else { x };
                map2(regs, mask, s, |a: F, b: F| {
                    finish(mods, f(flush(a), flush(b)))
                })
            } else {
                map2(regs, mask, s, |a: F, b: F| f(a, b).canonical())
            }
        }};
    }
    if mods.round != Round::NearestEven {
        let round = mods.round;
        if F::FORMAT.precision == 53 || op == BinOp::Div {
            let (op, negate) = match op {
                BinOp::Add => (Rounded::Add, false),
                BinOp::Sub => (Rounded::Add, true),
                BinOp::Div => (Rounded::Div, false),
                _ => (Rounded::Mul, false),
            };
            return apply!(|a: F, b: F| {
                let b = if negate { b.negated() } else { b };
                float::rounded::<F>(op, a.wide(), b.wide(), 0.0, round)
            });
        }
        // The exact result of two f32, or one that rounds as it, is an f64.
        return match op {
            BinOp::Add => apply!(|a: F, b: F| directed::<F>(a.wide(), b.wide(), round)),
            BinOp::Sub => apply!(|a: F, b: F| directed::<F>(a.wide(), -b.wide(), round)),
            _ => apply!(|a: F, b: F| F::of(f64::from(float::narrow(a.wide() * b.wide(), round)))),
        };
    }
    match op {
        BinOp::Add => apply!(|a: F, b: F| a.add(b)),
        BinOp::Sub => apply!(|a: F, b: F| a.sub(b)),
        BinOp::MulLo => apply!(|a: F, b: F| a.mul(b)),
        // The reciprocal of a divisor above 2^126 is subnormal, and the approximate division (not `.full`) loses it.
        BinOp::Div if mods.approx && !mods.full => {
            let largest = F::of(8.507_059_173_023_462e37);
            apply!(|a: F, b: F| if b.magnitude() > largest {
                a.mul(F::of(0.0).with_sign_of(b))
            } else {
                a.div(b)
            });
        }
        BinOp::Div => apply!(|a: F, b: F| a.div(b)),
        BinOp::Min if mods.nan || mods.xorsign => {
            apply!(|a: F, b: F| float::choose(a, b, mods, float::min));
        }
        BinOp::Max if mods.nan || mods.xorsign => {
            apply!(|a: F, b: F| float::choose(a, b, mods, float::max));
        }
        BinOp::Min => apply!(|a: F, b: F| float::min(a, b)),
        BinOp::Max => apply!(|a: F, b: F| float::max(a, b)),
        // copysign d, a, b: the sign of a on the magnitude of b.
        BinOp::Copysign => map2(regs, mask, s, |a: F, b: F| b.with_sign_of(a)),
        _ => {}
    }
}

/// a + b of two f32, rounded as asked.
#[inline(always)]
fn directed<F: Real>(a: f64, b: f64, round: Round) -> F {
    F::of(f64::from(float::sum(a, b, round)))
}

/// Radians of an angle in turns; whole turns are taken off first, exactly.
#[inline(always)]
fn turn(turns: f64) -> f64 {
    (turns % 1.0) * std::f64::consts::TAU
}

/// The gross approximations of f64: the lower half of the operand is ignored, that of the result is zero.
#[inline(never)]
fn gross(regs: &mut Regs, mask: u32, op: UnOp, d: Slot, a: Slot) {
    const UPPER: u64 = 0xffff_ffff_0000_0000;
    map1(regs, mask, d, a, |a: f64| {
        let upper = f64::from_bits(a.to_bits() & UPPER).flush();
        // A NaN whose mantissa is in the lower half only is still one.
        let value = match op {
            _ if a.is_nan() => return f64::from_bits(0x7fff_ffff << 32),
            UnOp::Rcp => 1.0 / upper,
            _ => 1.0 / upper.sqrt(),
        };
        if value.is_nan() {
            return f64::from_bits(0x7fff_ffff << 32);
        }
        f64::from_bits(value.flush().to_bits() & UPPER)
    });
}

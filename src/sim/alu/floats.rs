//! Floating-point operations of one and two operands.

use crate::ptx::{BinOp, Mods, Round, UnOp};
use crate::sim::float::{self, Real};
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
    match op {
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
        // Only f32 has this: the exact result, or one that rounds as it, is an f64.
        return match op {
            BinOp::Add => apply!(|a: F, b: F| directed::<F>(a.wide(), b.wide(), mods.round)),
            BinOp::Sub => apply!(|a: F, b: F| directed::<F>(a.wide(), -b.wide(), mods.round)),
            _ => apply!(|a: F, b: F| F::of(f64::from(float::narrow(
                a.wide() * b.wide(),
                mods.round
            )))),
        };
    }
    match op {
        BinOp::Add => apply!(|a: F, b: F| a.add(b)),
        BinOp::Sub => apply!(|a: F, b: F| a.sub(b)),
        BinOp::MulLo => apply!(|a: F, b: F| a.mul(b)),
        BinOp::Div => apply!(|a: F, b: F| a.div(b)),
        BinOp::Min if mods.nan => apply!(|a: F, b: F| if a.is_nan() || b.is_nan() {
            F::nan()
        } else {
            float::min(a, b)
        }),
        BinOp::Max if mods.nan => apply!(|a: F, b: F| if a.is_nan() || b.is_nan() {
            F::nan()
        } else {
            float::max(a, b)
        }),
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

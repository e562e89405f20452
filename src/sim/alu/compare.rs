//! Comparisons of all lanes, as one bit a lane.

use crate::ptx::{Cmp, Ty};
use crate::sim::float::Real;
use crate::sim::regs::*;

#[inline(always)]
pub(super) fn compare(regs: &Regs, cmp: Cmp, ty: Ty, ftz: bool, a: Slot, b: Slot) -> u32 {
    macro_rules! ints {
        ($ty:ty) => {
            match cmp {
                Cmp::Eq | Cmp::Equ => test2(regs, a, b, |a: $ty, b: $ty| a == b),
                Cmp::Ne | Cmp::Neu => test2(regs, a, b, |a: $ty, b: $ty| a != b),
                Cmp::Lt | Cmp::Ltu => test2(regs, a, b, |a: $ty, b: $ty| a < b),
                Cmp::Le | Cmp::Leu => test2(regs, a, b, |a: $ty, b: $ty| a <= b),
                Cmp::Gt | Cmp::Gtu => test2(regs, a, b, |a: $ty, b: $ty| a > b),
                Cmp::Ge | Cmp::Geu => test2(regs, a, b, |a: $ty, b: $ty| a >= b),
                Cmp::Num => FULL,
                Cmp::Nan => 0,
            }
        };
    }
    match (ty.kind, ty.bits) {
        (crate::ptx::Kind::Float, 32) => compare_float::<f32>(regs, cmp, ftz, a, b),
        (crate::ptx::Kind::Float, _) => compare_float::<f64>(regs, cmp, false, a, b),
        (crate::ptx::Kind::Signed, 16) => ints!(i16),
        (crate::ptx::Kind::Signed, 32) => ints!(i32),
        (crate::ptx::Kind::Signed, _) => ints!(i64),
        (_, 16) => ints!(u16),
        (_, 32) => ints!(u32),
        _ => ints!(u64),
    }
}

#[inline(always)]
pub(super) fn compare_float<F: Real>(regs: &Regs, cmp: Cmp, ftz: bool, a: Slot, b: Slot) -> u32 {
    let test = |f: fn(F, F) -> bool| {
        test2(regs, a, b, move |a: F, b: F| {
            if ftz {
                f(a.flush(), b.flush())
            } else {
                f(a, b)
            }
        })
    };
    let unordered =
        |f: fn(F, F) -> bool| test(f) | test2(regs, a, b, |a: F, b: F| a.is_nan() || b.is_nan());
    match cmp {
        Cmp::Eq => test(|a, b| a == b),
        // `ne` is false for NaN, unlike the host's `!=`.
        Cmp::Ne => test(|a, b| a != b && !a.is_nan() && !b.is_nan()),
        Cmp::Lt => test(|a, b| a < b),
        Cmp::Le => test(|a, b| a <= b),
        Cmp::Gt => test(|a, b| a > b),
        Cmp::Ge => test(|a, b| a >= b),
        Cmp::Equ => unordered(|a, b| a == b),
        Cmp::Neu => unordered(|a, b| a != b),
        Cmp::Ltu => unordered(|a, b| a < b),
        Cmp::Leu => unordered(|a, b| a <= b),
        Cmp::Gtu => unordered(|a, b| a > b),
        Cmp::Geu => unordered(|a, b| a >= b),
        Cmp::Num => test(|a, b| !a.is_nan() && !b.is_nan()),
        Cmp::Nan => test(|a, b| a.is_nan() || b.is_nan()),
    }
}

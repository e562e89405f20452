//! Comparisons of all lanes, as one bit a lane.

use crate::ptx::{Cmp, Kind, TestpOp, Ty};
use crate::sim::float::{self, Real};
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
        (Kind::Float, 32) => compare_float::<f32>(regs, cmp, ftz, a, b),
        (Kind::Float, _) => compare_float::<f64>(regs, cmp, false, a, b),
        (Kind::Signed, 16) => ints!(i16),
        (Kind::Signed, 32) => ints!(i32),
        (Kind::Signed, _) => ints!(i64),
        (_, 16) => ints!(u16),
        (_, 32) => ints!(u32),
        _ => ints!(u64),
    }
}

#[inline(always)]
fn compare_float<F: Real>(regs: &Regs, cmp: Cmp, ftz: bool, a: Slot, b: Slot) -> u32 {
    // The comparison is chosen outside of the loop over the lanes.
    macro_rules! each_of {
        ($($cmp:ident),*) => {
            match cmp {
                $(Cmp::$cmp if ftz => test2(regs, a, b, |a: F, b: F| {
                    float::compare(Cmp::$cmp, a.flush(), b.flush())
                }),
                Cmp::$cmp => test2(regs, a, b, |a: F, b: F| float::compare(Cmp::$cmp, a, b)),)*
            }
        };
    }
    each_of!(
        Eq, Ne, Lt, Le, Gt, Ge, Equ, Neu, Ltu, Leu, Gtu, Geu, Num, Nan
    )
}

/// Whether each lane's value is of a class, as one bit a lane.
#[inline(never)]
pub(super) fn testp(regs: &Regs, test: TestpOp, wide: bool, a: Slot) -> u32 {
    fn class<F: Real>(regs: &Regs, test: TestpOp, a: Slot) -> u32 {
        let (zero, infinity) = (F::of(0.0), F::of(f64::INFINITY));
        test2(regs, a, a, |a: F, _: F| {
            let a = a.magnitude();
            match test {
                TestpOp::Finite => a < infinity,
                TestpOp::Infinite => a == infinity,
                TestpOp::Number => !a.is_nan(),
                TestpOp::NotANumber => a.is_nan(),
                TestpOp::Normal => a < infinity && a.flush() > zero,
                TestpOp::Subnormal => a > zero && a.flush() == zero,
            }
        })
    }
    if wide {
        class::<f64>(regs, test, a)
    } else {
        class::<f32>(regs, test, a)
    }
}

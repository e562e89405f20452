//! PTX floating point where it differs from the host's: NaN results, subnormals, min and max, rounding, saturation, narrow formats.

mod exact;

pub use crate::float::{BF16, F16, Format};
pub use exact::{Exact, Rounded, rounded};

use crate::float::{E4M3, E5M2, F32, F64, TF32};
use crate::ptx::{Kind, Ty};

/// The NaN that f32 instructions produce.
pub const NAN32: u32 = F32.nan as u32;
/// The NaN that f64 instructions produce here, so that a result does not depend on the host.
pub const NAN64: u64 = F64.nan;

/// The format of a floating-point type, of one half for packed types.
pub fn format_of(ty: Ty) -> &'static Format {
    match (ty.kind, ty.bits) {
        (Kind::Brain | Kind::BrainPair, _) => &BF16,
        (Kind::FloatPair, _) | (Kind::Float, 16) => &F16,
        (Kind::Tensor, _) => &TF32,
        (Kind::E4m3Pair, _) => &E4M3,
        (Kind::E5m2Pair, _) => &E5M2,
        (_, 64) => &F64,
        _ => &F32,
    }
}

/// What f32 and f64 have in common for the instructions that exist for both.
pub trait Real: super::regs::Lane + PartialOrd + Copy {
    const FORMAT: &'static Format;
    /// The value of these bits.
    fn of_bits(bits: u64) -> Self;
    fn canonical(self) -> Self;
    fn nan() -> Self;
    fn flush(self) -> Self;
    fn clamp01(self) -> Self;
    fn is_nan(self) -> bool;
    fn sign(self) -> bool;
    fn of(value: f64) -> Self;
    fn wide(self) -> f64;
    fn add(self, b: Self) -> Self;
    fn sub(self, b: Self) -> Self;
    fn mul(self, b: Self) -> Self;
    fn div(self, b: Self) -> Self;
    fn root(self) -> Self;
    fn negated(self) -> Self;
    fn magnitude(self) -> Self;
    fn with_sign_of(self, sign: Self) -> Self;
    fn integral(self, round: crate::ptx::Round) -> Self;
}

macro_rules! real {
    ($ty:ident, $bits:ident, $format:expr, $nan:expr, $sign:expr) => {
        impl Real for $ty {
            const FORMAT: &'static Format = $format;
            #[inline(always)]
            fn of_bits(bits: u64) -> Self {
                $ty::from_bits(bits as $bits)
            }
            #[inline(always)]
            fn canonical(self) -> Self {
                if self.is_nan() {
                    $ty::from_bits($nan)
                } else {
                    self
                }
            }
            #[inline(always)]
            fn nan() -> Self {
                $ty::from_bits($nan)
            }
            #[inline(always)]
            fn flush(self) -> Self {
                if self.abs() < $ty::MIN_POSITIVE {
                    $ty::from_bits(self.to_bits() & $sign)
                } else {
                    self
                }
            }
            #[inline(always)]
            fn clamp01(self) -> Self {
                if self > 0.0 {
                    if self < 1.0 { self } else { 1.0 }
                } else {
                    0.0
                }
            }
            #[inline(always)]
            fn is_nan(self) -> bool {
                self != self
            }
            #[inline(always)]
            fn sign(self) -> bool {
                self.to_bits() & $sign != 0
            }
            #[inline(always)]
            fn of(value: f64) -> Self {
                value as $ty
            }
            #[inline(always)]
            fn wide(self) -> f64 {
                self as f64
            }
            #[inline(always)]
            fn add(self, b: Self) -> Self {
                self + b
            }
            #[inline(always)]
            fn sub(self, b: Self) -> Self {
                self - b
            }
            #[inline(always)]
            fn mul(self, b: Self) -> Self {
                self * b
            }
            #[inline(always)]
            fn div(self, b: Self) -> Self {
                self / b
            }
            #[inline(always)]
            fn root(self) -> Self {
                // The optimiser drops a test for NaN of a root and keeps the host's NaN, so the bits are tested.
                let root = self.sqrt();
                if root.to_bits() & !$sign > $format.max as $bits + 1 {
                    $ty::from_bits($nan as $bits)
                } else {
                    root
                }
            }
            #[inline(always)]
            fn negated(self) -> Self {
                $ty::from_bits(self.to_bits() ^ $sign)
            }
            #[inline(always)]
            fn magnitude(self) -> Self {
                $ty::from_bits(self.to_bits() & !$sign)
            }
            #[inline(always)]
            fn with_sign_of(self, sign: Self) -> Self {
                $ty::from_bits(self.to_bits() & !$sign | sign.to_bits() & $sign)
            }
            #[inline(always)]
            fn integral(self, round: crate::ptx::Round) -> Self {
                match round {
                    crate::ptx::Round::NearestEven => self.round_ties_even(),
                    crate::ptx::Round::NearestAway => self.round(),
                    crate::ptx::Round::Zero => self.trunc(),
                    crate::ptx::Round::Down => self.floor(),
                    crate::ptx::Round::Up => self.ceil(),
                }
            }
        }
    };
}
real!(f32, u32, &F32, NAN32, 0x8000_0000u32);
real!(f64, u64, &F64, NAN64, 0x8000_0000_0000_0000u64);

/// `min`: the number wins over NaN, and -0 is below +0.
#[inline(always)]
pub fn min<F: Real>(a: F, b: F) -> F {
    if a.is_nan() {
        b.canonical()
    } else if b.is_nan() || a < b || (a == b && a.sign()) {
        a
    } else {
        b
    }
}

/// `max`: the number wins over NaN, and +0 is above -0.
#[inline(always)]
pub fn max<F: Real>(a: F, b: F) -> F {
    if a.is_nan() {
        b.canonical()
    } else if b.is_nan() || a > b || (a == b && b.sign()) {
        a
    } else {
        b
    }
}

/// `min` or `max`, which is `pick`, with the modifiers that say what of NaN and of signs.
#[inline(always)]
pub fn choose<F: Real>(a: F, b: F, mods: crate::ptx::Mods, pick: impl Fn(F, F) -> F) -> F {
    if mods.nan && (a.is_nan() || b.is_nan()) {
        return F::nan();
    }
    if !mods.xorsign {
        return pick(a, b);
    }
    let picked = pick(a.magnitude(), b.magnitude());
    if a.sign() != b.sign() && !picked.is_nan() {
        picked.negated()
    } else {
        picked
    }
}

/// Whether a comparison of two values holds.
#[inline(always)]
pub fn compare<F: Real>(cmp: crate::ptx::Cmp, a: F, b: F) -> bool {
    use crate::ptx::Cmp;
    let unordered = a.is_nan() || b.is_nan();
    match cmp {
        Cmp::Eq => a == b,
        // `ne` is false for NaN, unlike the host's `!=`.
        Cmp::Ne => a != b && !unordered,
        Cmp::Lt => a < b,
        Cmp::Le => a <= b,
        Cmp::Gt => a > b,
        Cmp::Ge => a >= b,
        Cmp::Equ => a == b || unordered,
        Cmp::Neu => a != b || unordered,
        Cmp::Ltu => a < b || unordered,
        Cmp::Leu => a <= b || unordered,
        Cmp::Gtu => a > b || unordered,
        Cmp::Geu => a >= b || unordered,
        Cmp::Num => !unordered,
        Cmp::Nan => unordered,
    }
}

/// Rounds an f64 to f32 in a given direction.
pub fn narrow(value: f64, round: crate::ptx::Round) -> f32 {
    use crate::ptx::Round;
    let nearest = value as f32;
    let back = f64::from(nearest);
    let (too_high, too_low) = (back > value, back < value);
    match round {
        Round::Zero if value > 0.0 && too_high => nearest.next_down(),
        Round::Zero if value < 0.0 && too_low => nearest.next_up(),
        Round::Down if too_high => nearest.next_down(),
        Round::Up if too_low => nearest.next_up(),
        _ => nearest,
    }
}

/// a + b rounded once to f32 in a direction other than nearest; a and b are f32 values or products of two.
pub fn sum(a: f64, b: f64, round: crate::ptx::Round) -> f32 {
    let sum = odd_sum(a, b);
    if sum == 0.0 {
        // An exact zero of opposite terms is negative when rounding down.
        let both_positive = a.is_sign_positive() && b.is_sign_positive();
        let negative = if round == crate::ptx::Round::Down {
            !both_positive
        } else {
            sum.is_sign_negative()
        };
        return if negative { -0.0 } else { 0.0 };
    }
    if !sum.is_finite() {
        return sum as f32;
    }
    narrow(sum, round)
}

/// a + b in f64, made odd where it is inexact (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums", 2008), so that a second
/// rounding to a format of at least two bits less sees on which side the exact sum lies. The sum must not overflow.
#[inline(always)]
pub fn odd_sum(a: f64, b: f64) -> f64 {
    let sum = a + b;
    // Knuth's two-sum: the error of `sum`, exactly; NaN where the sum is not finite.
    let b_part = sum - a;
    let error = (a - (sum - b_part)) + (b - b_part);
    let bits = sum.to_bits();
    // Away from zero if the error has the sign of the sum, else towards it; an odd last bit stays.
    let inexact = error != 0.0 && bits & 1 == 0 && sum.is_finite();
    let away = (error > 0.0) == (sum > 0.0);
    let step = if away { 1 } else { u64::MAX };
    f64::from_bits(bits.wrapping_add(if inexact { step } else { 0 }))
}

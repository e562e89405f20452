//! Arithmetic without rounding, for the roundings that the host's own instructions do not have.
//!
//! A value is an integer of 128 bits times a power of two. Where a result has more bits, those below the lowest are gathered in
//! it: a set bit there says that something is left, which is all that rounding needs to know.

use super::Real;
use crate::float::{Format, parts};
use crate::ptx::Round;

/// ± mantissa · 2^exponent.
#[derive(Debug, Clone, Copy)]
pub struct Exact {
    negative: bool,
    mantissa: u128,
    exponent: i32,
}

/// Bit of the mantissa where sums have their leading one: a carry and a sign have room above it.
const LEADING: u32 = 125;

impl Exact {
    /// A finite value.
    pub fn of(value: f64) -> Exact {
        let (mantissa, exponent) = parts(value);
        Exact {
            negative: value.is_sign_negative(),
            mantissa: u128::from(mantissa),
            exponent,
        }
    }

    /// An integer.
    pub fn integer(value: i128) -> Exact {
        Exact {
            negative: value < 0,
            mantissa: value.unsigned_abs(),
            exponent: 0,
        }
    }

    /// With the leading one at bit [`LEADING`]; the mantissa must not be zero, nor longer.
    fn normal(self) -> Exact {
        let by = self.mantissa.leading_zeros() as i32 - (127 - LEADING as i32);
        Exact {
            mantissa: self.mantissa << by.max(0),
            exponent: self.exponent - by.max(0),
            ..self
        }
    }

    /// The product of two values that came from [`Exact::of`].
    fn product(self, b: Exact) -> Exact {
        Exact {
            negative: self.negative != b.negative,
            mantissa: self.mantissa * b.mantissa,
            exponent: self.exponent + b.exponent,
        }
    }

    fn sum(self, b: Exact) -> Exact {
        if self.mantissa == 0 || b.mantissa == 0 {
            return if self.mantissa == 0 { b } else { self };
        }
        let (mut high, mut low) = (self.normal(), b.normal());
        if (high.exponent, high.mantissa) < (low.exponent, low.mantissa) {
            (high, low) = (low, high);
        }
        let small = shifted_down(low.mantissa, (high.exponent - low.exponent) as u32);
        Exact {
            mantissa: if high.negative == low.negative {
                high.mantissa + small
            } else {
                high.mantissa - small
            },
            ..high
        }
    }

    /// The quotient by a value that is not zero; both from [`Exact::of`].
    fn quotient(self, b: Exact) -> Exact {
        if self.mantissa == 0 {
            return self;
        }
        let a = self.normal();
        let rest = u128::from(!a.mantissa.is_multiple_of(b.mantissa));
        Exact {
            negative: self.negative != b.negative,
            mantissa: (a.mantissa / b.mantissa) | rest,
            exponent: a.exponent - b.exponent,
        }
    }

    fn root(self) -> Exact {
        if self.mantissa == 0 {
            return self;
        }
        let a = self.normal();
        // The exponent must be even to be halved.
        let odd = a.exponent & 1;
        let mantissa = a.mantissa << odd;
        let root = mantissa.isqrt();
        Exact {
            negative: false,
            mantissa: root | u128::from(root * root != mantissa),
            exponent: (a.exponent - odd) / 2,
        }
    }

    /// The bits in `format` of the value rounded once.
    pub fn pack(self, format: &Format, round: Round) -> u64 {
        let by = 66u32.saturating_sub(self.mantissa.leading_zeros());
        let mantissa = shifted_down(self.mantissa, by) as u64;
        format.pack(
            self.negative,
            mantissa,
            self.exponent + by as i32,
            round,
            false,
        )
    }
}

/// `mantissa >> by`, with the lowest bit set if a bit was lost.
fn shifted_down(mantissa: u128, by: u32) -> u128 {
    if by == 0 {
        return mantissa;
    }
    if by > 127 {
        return u128::from(mantissa != 0);
    }
    let lost = mantissa & ((1 << by) - 1) != 0;
    mantissa >> by | u128::from(lost)
}

/// An operation that has roundings of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounded {
    Add,
    Mul,
    Fma,
    Div,
    Sqrt,
}

/// `op` of a, b and c (those that it has), rounded once to `F` in any direction.
#[inline(never)]
pub fn rounded<F: Real>(op: Rounded, a: f64, b: f64, c: f64, round: Round) -> F {
    let nearest = match op {
        Rounded::Add => a + b,
        Rounded::Mul => a * b,
        Rounded::Fma => a.mul_add(b, c),
        Rounded::Div => a / b,
        Rounded::Sqrt => a.sqrt(),
    };
    // Infinities, NaN and division by zero are exact in every direction.
    let finite = a.is_finite() && b.is_finite() && c.is_finite();
    if !finite || nearest.is_nan() || op == Rounded::Div && b == 0.0 {
        return F::of(nearest).canonical();
    }
    let (x, y, z) = (Exact::of(a), Exact::of(b), Exact::of(c));
    let exact = match op {
        Rounded::Add => x.sum(y),
        Rounded::Mul => x.product(y),
        Rounded::Fma => x.product(y).sum(z),
        Rounded::Div => x.quotient(y),
        Rounded::Sqrt => x.root(),
    };
    if exact.mantissa != 0 {
        return F::of_bits(exact.pack(F::FORMAT, round));
    }
    // An exact zero: of equal signs theirs, of opposite terms negative only when rounding down.
    let (first, second) = match op {
        Rounded::Add => (a.is_sign_negative(), b.is_sign_negative()),
        Rounded::Fma => (
            a.is_sign_negative() != b.is_sign_negative(),
            c.is_sign_negative(),
        ),
        _ => return F::of(nearest),
    };
    let negative = if first == second {
        first
    } else {
        round == Round::Down
    };
    F::of_bits(if negative { F::FORMAT.sign } else { 0 })
}

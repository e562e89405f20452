//! Exact sums of floats as long integers, and the nearest value of a format by search.

use std::cmp::Ordering;

/// Limbs of a magnitude; the lowest bit is 2^-LOWEST.
const LIMBS: usize = 40;
const LOWEST: i32 = 1200;

/// A sign and a magnitude.
#[derive(Clone, Copy)]
pub struct Fixed {
    pub negative: bool,
    limbs: [u64; LIMBS],
}

impl Fixed {
    pub fn of(value: f64) -> Fixed {
        let bits = value.to_bits();
        let field = (bits >> 52 & 0x7ff) as i32;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, exponent) = if field == 0 {
            (fraction, -1074)
        } else {
            (fraction + (1 << 52), field - 1075)
        };
        Fixed::scaled(bits >> 63 != 0, mantissa, exponent)
    }

    fn scaled(negative: bool, mantissa: u64, exponent: i32) -> Fixed {
        let mut limbs = [0; LIMBS];
        let at = (exponent + LOWEST) as usize;
        let wide = u128::from(mantissa) << (at % 64);
        limbs[at / 64] = wide as u64;
        limbs[at / 64 + 1] = (wide >> 64) as u64;
        Fixed { negative, limbs }
    }

    pub fn is_zero(&self) -> bool {
        self.limbs.iter().all(|&limb| limb == 0)
    }

    fn compare(&self, b: &Fixed) -> Ordering {
        self.limbs.iter().rev().cmp(b.limbs.iter().rev())
    }

    fn minus(&self, b: &Fixed) -> Fixed {
        let (mut out, mut borrow) = (*self, false);
        for at in 0..LIMBS {
            let (first, under) = self.limbs[at].overflowing_sub(b.limbs[at]);
            let (second, again) = first.overflowing_sub(u64::from(borrow));
            (out.limbs[at], borrow) = (second, under || again);
        }
        assert!(!borrow);
        out
    }

    pub fn plus(&self, b: &Fixed) -> Fixed {
        if self.negative != b.negative {
            return if self.compare(b) == Ordering::Less {
                b.minus(self)
            } else {
                self.minus(b)
            };
        }
        let (mut out, mut carry) = (*self, false);
        for at in 0..LIMBS {
            let (first, over) = self.limbs[at].overflowing_add(b.limbs[at]);
            let (second, again) = first.overflowing_add(u64::from(carry));
            (out.limbs[at], carry) = (second, over || again);
        }
        out
    }
}

/// Directions of rounding.
#[derive(Clone, Copy, PartialEq)]
pub enum To {
    Nearest,
    Away,
    Zero,
    Down,
    Up,
}

/// A format by the widths of its fields; `largest` is the pattern of its largest number.
#[derive(Clone, Copy, PartialEq)]
pub struct Shape {
    pub exponent: u32,
    pub mantissa: u32,
    pub largest: u64,
}

pub const HALF: Shape = Shape {
    exponent: 5,
    mantissa: 10,
    largest: 0x7bff,
};
pub const BRAIN: Shape = Shape {
    exponent: 8,
    mantissa: 7,
    largest: 0x7f7f,
};
pub const SINGLE: Shape = Shape {
    exponent: 8,
    mantissa: 23,
    largest: 0x7f7f_ffff,
};
pub const DOUBLE: Shape = Shape {
    exponent: 11,
    mantissa: 52,
    largest: 0x7fef_ffff_ffff_ffff,
};
pub const TENSOR: Shape = Shape {
    exponent: 8,
    mantissa: 10,
    largest: 0x3fbff,
};
pub const E4M3: Shape = Shape {
    exponent: 4,
    mantissa: 3,
    largest: 0x7e,
};
pub const E5M2: Shape = Shape {
    exponent: 5,
    mantissa: 2,
    largest: 0x7b,
};

impl Shape {
    pub fn sign(self) -> u64 {
        1 << (self.exponent + self.mantissa)
    }

    /// A pattern without sign as a number, although it may lie above the largest one.
    fn number(self, pattern: u64) -> Fixed {
        let bias = (1i32 << (self.exponent - 1)) - 1;
        let fraction = pattern & ((1 << self.mantissa) - 1);
        match (pattern >> self.mantissa) as i32 {
            0 => Fixed::scaled(false, fraction, 1 - bias - self.mantissa as i32),
            field => Fixed::scaled(
                false,
                fraction + (1 << self.mantissa),
                field - bias - self.mantissa as i32,
            ),
        }
    }

    /// The value of a pattern as f64: NaN and infinity above the largest number.
    pub fn value(self, pattern: u64) -> f64 {
        let magnitude = pattern & (self.sign() - 1);
        let fraction = (magnitude & ((1 << self.mantissa) - 1)) as f64;
        let bias = (1i32 << (self.exponent - 1)) - 1;
        let scale = |exponent: i32| 2f64.powi(exponent);
        let steps = 2f64.powi(self.mantissa as i32);
        let value =
            if magnitude > self.largest + 1 || magnitude > self.largest && self.largest == 0x7e {
                f64::NAN
            } else if magnitude > self.largest {
                f64::INFINITY
            } else {
                match (magnitude >> self.mantissa) as i32 {
                    0 => fraction / steps * scale(1 - bias),
                    field => (1.0 + fraction / steps) * scale(field - bias),
                }
            };
        if pattern & self.sign() != 0 {
            -value
        } else {
            value
        }
    }

    /// The pattern of the number that `exact` rounds to; infinity is the pattern after the largest.
    pub fn nearest(self, exact: &Fixed, to: To) -> u64 {
        let sign = if exact.negative { self.sign() } else { 0 };
        let magnitude = Fixed {
            negative: false,
            ..*exact
        };
        // The largest pattern that is not above the magnitude.
        let (mut low, mut high) = (0, self.largest + 1);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.number(middle).compare(&magnitude) == Ordering::Greater {
                high = middle;
            } else {
                low = middle;
            }
        }
        let (below, above) = (self.number(low), self.number(low + 1));
        if below.compare(&magnitude) == Ordering::Equal {
            return sign | low;
        }
        let outside = above.compare(&magnitude) != Ordering::Greater;
        let up = match to {
            To::Zero => false,
            To::Down => exact.negative,
            To::Up => !exact.negative,
            _ if outside => true,
            To::Nearest | To::Away => {
                match magnitude.minus(&below).compare(&above.minus(&magnitude)) {
                    Ordering::Less => false,
                    Ordering::Greater => true,
                    Ordering::Equal => to == To::Away || low & 1 != 0,
                }
            }
        };
        sign | (low + u64::from(up))
    }
}

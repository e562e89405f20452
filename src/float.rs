//! Binary floating-point formats, and rounding an exact value to any of them once: the one place that knows the bits of the formats that
//! Rust has no type for, for instructions and for buffers alike.

/// To which neighbour a number between two is rounded: `.rn` and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Round {
    /// To nearest, ties to even (`.rn`).
    #[default]
    NearestEven,
    /// Towards zero (`.rz`).
    Zero,
    /// Towards minus infinity (`.rm`).
    Down,
    /// Towards plus infinity (`.rp`).
    Up,
    /// To nearest, ties away from zero (`.rna`, of conversions to tf32).
    NearestAway,
}

/// A format with a sign, an exponent and a mantissa, in this order from the top.
#[derive(Debug, PartialEq)]
pub struct Format {
    /// Bits of the mantissa, the hidden one included.
    pub precision: i32,
    /// Exponent of the smallest normal number.
    pub lowest: i32,
    /// Bits of the largest finite number; those above are infinity, if the format has one.
    pub max: u64,
    /// Bits of the NaN that results have.
    pub nan: u64,
    /// The sign bit.
    pub sign: u64,
}

/// `.f16`.
pub const F16: Format = Format {
    precision: 11,
    lowest: -14,
    max: 0x7bff,
    nan: 0x7fff,
    sign: 0x8000,
};
/// `.bf16`.
pub const BF16: Format = Format {
    precision: 8,
    lowest: -126,
    max: 0x7f7f,
    nan: 0x7fff,
    sign: 0x8000,
};
/// `.f32`.
pub const F32: Format = Format {
    precision: 24,
    lowest: -126,
    max: 0x7f7f_ffff,
    nan: 0x7fff_ffff,
    sign: 0x8000_0000,
};
/// `.f64`.
pub const F64: Format = Format {
    precision: 53,
    lowest: -1022,
    max: 0x7fef_ffff_ffff_ffff,
    nan: 0x7ff8_0000_0000_0000,
    sign: 1 << 63,
};
/// `.tf32`, without the 13 bits below it that make it an f32.
pub const TF32: Format = Format {
    precision: 11,
    lowest: -126,
    max: 0x3fbff,
    nan: 0x3ffff,
    sign: 1 << 18,
};
/// `.e4m3`: no infinity; the one pattern above the largest number is NaN.
pub const E4M3: Format = Format {
    precision: 4,
    lowest: -6,
    max: 0x7e,
    nan: 0x7f,
    sign: 0x80,
};
/// `.e5m2`.
pub const E5M2: Format = Format {
    precision: 3,
    lowest: -14,
    max: 0x7b,
    nan: 0x7f,
    sign: 0x80,
};

impl Format {
    /// The bits of ± `mantissa` · 2^`exponent` rounded once. The mantissa is below 2^62; its lowest bit may stand for any number of
    /// bits below, one of which is set, if it has three bits more than the format. What is too large becomes infinity or, where the
    /// direction or `finite` says so, the largest number.
    #[inline]
    pub fn pack(
        &self,
        negative: bool,
        mantissa: u64,
        exponent: i32,
        round: Round,
        finite: bool,
    ) -> u64 {
        let sign = if negative { self.sign } else { 0 };
        if mantissa == 0 {
            return sign;
        }
        let fraction = self.precision - 1;
        let leading = exponent + 63 - mantissa.leading_zeros() as i32;
        // The unit in the last place that the result has: 2^quantum.
        let quantum = leading.max(self.lowest) - fraction;
        let shift = quantum - exponent;
        let (kept, up) = if shift <= 0 {
            (mantissa << -shift, false)
        } else {
            // From 63 on all of the mantissa is below half a unit.
            let shift = shift.min(63);
            let (kept, half) = (mantissa >> shift, 1u64 << (shift - 1));
            let rest = mantissa & (2 * half - 1);
            let up = match round {
                Round::NearestEven => rest > half || rest == half && kept & 1 != 0,
                Round::NearestAway => rest >= half,
                Round::Zero => false,
                Round::Down => negative && rest != 0,
                Round::Up => !negative && rest != 0,
            };
            (kept, up)
        };
        // The hidden bit adds one to the exponent field, as does a carry out of the mantissa.
        let binade = (quantum - (self.lowest - fraction)) as u64;
        let bits = (binade << fraction) + kept + u64::from(up);
        if bits <= self.max {
            return sign | bits;
        }
        let towards_zero = match round {
            Round::NearestEven | Round::NearestAway => false,
            Round::Zero => true,
            Round::Down => !negative,
            Round::Up => negative,
        };
        sign | (self.max + u64::from(!towards_zero && !finite))
    }

    /// The bits of `value` rounded once; NaN becomes the format's own.
    #[inline]
    pub fn of(&self, value: f64, round: Round, finite: bool) -> u64 {
        let negative = value.is_sign_negative();
        if value.is_nan() {
            return self.nan;
        }
        if value.is_infinite() {
            let sign = if negative { self.sign } else { 0 };
            return sign | (self.max + u64::from(!finite));
        }
        let (mantissa, exponent) = parts(value);
        self.pack(negative, mantissa, exponent, round, finite)
    }

    /// The value of `bits`, exactly; every format here is within f64.
    #[inline]
    pub fn value(&self, bits: u64) -> f64 {
        let fraction = self.precision - 1;
        let magnitude = bits & (self.sign - 1);
        let value = if magnitude > self.max {
            // Only infinity has the pattern just above the numbers; e4m3 has a NaN there.
            if magnitude == self.max + 1 && magnitude != self.nan {
                f64::INFINITY
            } else {
                f64::NAN
            }
        } else {
            let field = (magnitude >> fraction) as i32;
            let mantissa = magnitude & ((1 << fraction) - 1);
            let (mantissa, field) = if field == 0 {
                (mantissa, 1)
            } else {
                (mantissa | 1 << fraction, field)
            };
            mantissa as f64 * power(self.lowest - fraction + field - 1)
        };
        if bits & self.sign != 0 { -value } else { value }
    }
}

/// 2^`exponent`, which must be that of a normal f64.
#[inline]
fn power(exponent: i32) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << 52)
}

/// Mantissa and exponent of the magnitude of a finite value: mantissa · 2^exponent.
#[inline]
pub fn parts(value: f64) -> (u64, i32) {
    let bits = value.to_bits() & (F64.sign - 1);
    let (field, fraction) = ((bits >> 52) as i32, bits & ((1 << 52) - 1));
    if field == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, field - 1075)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(format: &Format, value: f64) -> u64 {
        format.of(value, Round::NearestEven, false)
    }

    #[test]
    fn every_narrow_number_is_itself_after_a_round_trip() {
        for format in [&F16, &BF16, &TF32, &E4M3, &E5M2] {
            for bits in 0..2 * format.sign {
                let value = format.value(bits);
                if value.is_nan() {
                    assert_eq!(near(format, value), format.nan, "{bits:#x}");
                } else {
                    assert_eq!(near(format, value), bits, "{bits:#x}");
                }
            }
        }
    }

    #[test]
    fn sixteen_bits_round_to_nearest_and_ties_to_even() {
        // Half way between 1 and its successor, and between that and the next.
        let step = 2f64.powi(-10);
        assert_eq!(near(&F16, 1.0 + 0.5 * step), 0x3c00);
        assert_eq!(near(&F16, 1.0 + 1.5 * step), 0x3c02);
        assert_eq!(near(&F16, 65519.9), 0x7bff);
        assert_eq!(near(&F16, 65520.0), 0x7c00);
        assert_eq!(near(&F16, -1e300), 0xfc00);
        assert_eq!(near(&F16, 2f64.powi(-25)), 0);
        assert_eq!(near(&F16, -3.0 * 2f64.powi(-25)), 0x8002);
        let bits = |bits: u32| f64::from(f32::from_bits(bits));
        assert_eq!(near(&BF16, bits(0x3f80_8000)), 0x3f80);
        assert_eq!(near(&BF16, bits(0x3f81_8000)), 0x3f82);
    }
}

//! Elements of a launch's arguments: as text, as bits, and as values.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::workload::Scalar;

/// One element, exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// Any integer type.
    Integer(i128),
    /// A 32-bit float, kept apart so that it prints as short as it can.
    F32(f32),
    /// Any other floating-point type.
    Float(f64),
}

/// The bits of the `scalar` that a number's text stands for: decimal, `0x` for the bits themselves, and `nan`, `inf`, `-inf` for floating-point types.
///
/// # Errors
/// What would be right, when the text is no number or the type cannot hold it.
pub fn parse(scalar: Scalar, text: &str) -> Result<u64, String> {
    let text = text.trim();
    let width = 8 * scalar.size() as u32;
    let hex = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    if let Some(digits) = hex {
        return u64::from_str_radix(digits, 16)
            .ok()
            .filter(|bits| width == 64 || bits >> width == 0)
            .ok_or_else(|| format!("`{text}` is not {} bits in hexadecimal", width));
    }
    if !scalar.is_float() {
        let (least, most) = if scalar.is_signed() {
            (-(1i128 << (width - 1)), (1i128 << (width - 1)) - 1)
        } else {
            (0, (1i128 << width) - 1)
        };
        return text
            .parse::<i128>()
            .ok()
            .filter(|value| (least..=most).contains(value))
            .map(|value| value as u64 & (u64::MAX >> (64 - width)))
            .ok_or_else(|| format!("`{text}` is no {scalar}: right is {least} to {most}"));
    }
    let wrong = || format!("`{text}` is no {scalar}: right is a number such as 0.5, nan or inf");
    let value: f64 = text.parse().map_err(|_| wrong())?;
    let bits = match scalar {
        // The type's own parser, so that a number is rounded once.
        Scalar::F32 => u64::from(text.parse::<f32>().map_err(|_| wrong())?.to_bits()),
        _ => scalar.bits(value),
    };
    let named = text.to_ascii_lowercase().contains("inf");
    if Value::of(scalar, bits).is_infinite() && !named {
        return Err(format!(
            "`{text}` is too large for {scalar}; infinity is inf"
        ));
    }
    Ok(bits)
}

impl Value {
    /// The value that bits of a `scalar` stand for.
    pub fn of(scalar: Scalar, bits: u64) -> Value {
        match scalar {
            Scalar::F32 => Value::F32(f32::from_bits(bits as u32)),
            // A double holds every other format exactly.
            _ if scalar.is_float() => Value::Float(scalar.value(bits)),
            _ if scalar.is_signed() => {
                let shift = 64 - 8 * scalar.size() as u32;
                Value::Integer(i128::from((bits << shift) as i64 >> shift))
            }
            _ => Value::Integer(i128::from(bits)),
        }
    }

    fn is_infinite(self) -> bool {
        match self {
            Value::Integer(_) => false,
            Value::F32(value) => value.is_infinite(),
            Value::Float(value) => value.is_infinite(),
        }
    }
}

/// As short as it can be and still be read back as the same value.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A magnitude that would be a row of zeros is written with its exponent.
        let plain = |magnitude: f64| magnitude == 0.0 || (1e-5..1e16).contains(&magnitude);
        match *self {
            Value::Integer(value) => value.fmt(f),
            Value::F32(value) if plain(f64::from(value.abs())) => value.fmt(f),
            Value::Float(value) if plain(value.abs()) => value.fmt(f),
            Value::F32(value) if value.is_finite() => write!(f, "{value:e}"),
            Value::Float(value) if value.is_finite() => write!(f, "{value:e}"),
            Value::F32(value) => write!(f, "{value}"),
            Value::Float(value) => write!(f, "{value}"),
        }
    }
}

/// Integers exactly; floating-point numbers as the double that equals them; what JSON has no number for as `"NaN"`, `"Infinity"` and
/// `"-Infinity"`, which JavaScript's `Number` and Python's `float` read.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = match *self {
            Value::Integer(value) => {
                return match u64::try_from(value) {
                    Ok(value) => serializer.serialize_u64(value),
                    // No type holds less than the least i64.
                    Err(_) => serializer.serialize_i64(value as i64),
                };
            }
            Value::F32(value) => f64::from(value),
            Value::Float(value) => value,
        };
        match value {
            value if value.is_nan() => serializer.serialize_str("NaN"),
            f64::INFINITY => serializer.serialize_str("Infinity"),
            f64::NEG_INFINITY => serializer.serialize_str("-Infinity"),
            value => serializer.serialize_f64(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_their_type_or_refused_with_what_is_right() {
        let read = |name, text| parse(Scalar::from_name(name).expect("a type"), text);
        assert_eq!(read("i8", "-128"), Ok(0x80));
        assert_eq!(read("u64", "18446744073709551615"), Ok(u64::MAX));
        assert_eq!(read("i32", "0xffffffff"), Ok(0xffff_ffff));
        assert_eq!(read("f32", "0.1"), Ok(u64::from(0.1f32.to_bits())));
        assert_eq!(read("f32", "-inf"), Ok(0xff80_0000));
        assert_eq!(read("f16", "65504"), Ok(0x7bff));
        assert_eq!(read("bf16", "-3.140625"), Ok(0xc049));
        assert_eq!(read("f64", "1e300"), Ok(1e300f64.to_bits()));
        for (name, text) in [
            ("i8", "128"),
            ("u32", "-1"),
            ("u8", "0x100"),
            ("i32", "1.5"),
            ("f32", "1e39"),
            ("f16", "70000"),
            ("f32", "one"),
            ("i64", ""),
        ] {
            assert!(read(name, text).is_err(), "{name}:{text}");
        }
    }

    #[test]
    fn values_print_short_and_serialise_exactly() {
        let of = |name, text| {
            let scalar = Scalar::from_name(name).expect("a type");
            Value::of(scalar, parse(scalar, text).expect("a number"))
        };
        let text = |name, number| of(name, number).to_string();
        let json = |name, number| serde_json::to_string(&of(name, number)).expect("JSON");
        assert_eq!(text("f32", "0.1"), "0.1");
        assert_eq!(text("f32", "1e-30"), "1e-30");
        assert_eq!(text("f64", "-inf"), "-inf");
        assert_eq!(json("f32", "0.1"), "0.10000000149011612");
        assert_eq!(json("u64", "18446744073709551615"), "18446744073709551615");
        assert_eq!(json("i64", "-5"), "-5");
        assert_eq!(json("f32", "nan"), "\"NaN\"");
        assert_eq!(text("f16", "0.1"), "0.0999755859375");
        assert_eq!(json("f16", "-inf"), "\"-Infinity\"");
        assert_eq!(json("bf16", "nan"), "\"NaN\"");
    }
}

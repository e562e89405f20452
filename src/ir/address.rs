//! The words in which an edit points at things: instructions, blocks, operands and values, as text that stays the same.
//!
//! An instruction of the loaded module has its number in walk order (`%37`); one that an edit inserts has the name
//! that the edit's own text gives it (`%n3f7a`). Neither depends on what else is applied, so an edit means the same in
//! every genome that carries it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::workload::Scalar;

/// Which instruction: `%37`, or `%n3f7a` for one that an edit inserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Name {
    /// Number in walk order of the unedited module, counted over all functions.
    Base(u32),
    /// The tag that the inserting edit's text gives, printed as at least four hexadecimal digits.
    New(u32),
}

/// A basic block: its number in walk order of the module, printed `%bb5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BlockName(pub u32);

/// One operand of one instruction: `%41.1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Site {
    /// The instruction.
    pub at: Name,
    /// Zero-based, in LLVM's operand order (for a call: the arguments first).
    pub operand: u32,
}

/// Something that an operand can be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Value {
    /// The result of an instruction.
    Inst(Name),
    /// An argument of the function that the use is in, zero-based: `arg2`.
    Arg(u32),
    /// A constant.
    Const(Constant),
}

/// A constant that an edit can write down.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Constant {
    /// `i32 -1`; at most 64 bits. The value is sign-extended, except for `i1`, whose values are 0 and 1.
    Int { bits: u32, value: i64 },
    /// `float 0.5`: the value as the bits of an f64 (so that it can be compared and hashed).
    Float { kind: Float, bits: u64 },
    /// `ptr null`, `ptr addrspace(3) null`.
    Null { space: u32 },
}

/// The floating-point types of a GPU kernel, by LLVM's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Float {
    /// IEEE 754 binary16.
    Half,
    /// The upper 16 bits of a binary32.
    BFloat,
    /// IEEE 754 binary32.
    Float,
    /// IEEE 754 binary64.
    Double,
}

/// Why a text is no address or value, and what would be one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no {expected}")]
pub struct NotAnAddress {
    /// The text.
    pub found: String,
    /// With an example, e.g. "instruction (like %37 or %n3f7a)".
    pub expected: &'static str,
}

impl Float {
    const ALL: [Float; 4] = [Float::Half, Float::BFloat, Float::Float, Float::Double];

    /// LLVM's name of the type.
    pub fn text(self) -> &'static str {
        match self {
            Float::Half => "half",
            Float::BFloat => "bfloat",
            Float::Float => "float",
            Float::Double => "double",
        }
    }

    /// The type that LLVM calls so.
    pub fn from_text(text: &str) -> Option<Float> {
        Float::ALL.into_iter().find(|float| float.text() == text)
    }

    /// What a workload calls the type.
    pub fn scalar(self) -> Scalar {
        match self {
            Float::Half => Scalar::F16,
            Float::BFloat => Scalar::Bf16,
            Float::Float => Scalar::F32,
            Float::Double => Scalar::F64,
        }
    }
}

impl Constant {
    /// An integer constant of `bits` bits, its value brought to the canonical range.
    pub fn int(bits: u32, value: i64) -> Constant {
        let value = match bits {
            1 => value & 1,
            2..64 => (value << (64 - bits)) >> (64 - bits),
            _ => value,
        };
        Constant::Int { bits, value }
    }

    /// A floating-point constant, rounded to what `kind` can hold where Rust has that type.
    pub fn float(kind: Float, value: f64) -> Constant {
        let value = match kind {
            Float::Float if !value.is_nan() => f64::from(value as f32),
            _ => value,
        };
        Constant::Float {
            kind,
            bits: value.to_bits(),
        }
    }

    /// The type as LLVM writes it: `i32`, `float`, `ptr addrspace(3)`.
    pub fn type_text(&self) -> String {
        match self {
            Constant::Int { bits, .. } => format!("i{bits}"),
            Constant::Float { kind, .. } => kind.text().to_owned(),
            Constant::Null { space: 0 } => "ptr".to_owned(),
            Constant::Null { space } => format!("ptr addrspace({space})"),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Base(number) => write!(f, "%{number}"),
            Name::New(tag) => write!(f, "%n{tag:04x}"),
        }
    }
}

impl fmt::Display for BlockName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "%bb{}", self.0)
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at, self.operand)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Inst(name) => name.fmt(f),
            Value::Arg(index) => write!(f, "arg{index}"),
            Value::Const(constant) => constant.fmt(f),
        }
    }
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.type_text())?;
        match self {
            Constant::Int { value, .. } => write!(f, "{value}"),
            Constant::Float { kind, bits } => {
                let value = f64::from_bits(*bits);
                match kind {
                    _ if !value.is_finite() => write!(f, "0x{bits:016X}"),
                    Float::Float if f64::from(value as f32) == value => {
                        write!(f, "{:?}", value as f32)
                    }
                    _ => write!(f, "{value:?}"),
                }
            }
            Constant::Null { .. } => f.write_str("null"),
        }
    }
}

/// A number in its one canonical spelling (no sign, no leading zeros), so that printing gives back what was parsed.
fn digits(text: &str) -> Option<u32> {
    let canonical =
        text == "0" || (!text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
    canonical.then(|| text.parse().ok()).flatten()
}

impl FromStr for Name {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Name, NotAnAddress> {
        let tag = |hex: &str| {
            let plain =
                hex.len() >= 4 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            let canonical = plain && (hex.len() == 4 || !hex.starts_with('0'));
            canonical
                .then(|| u32::from_str_radix(hex, 16).ok())
                .flatten()
        };
        text.strip_prefix("%n")
            .and_then(tag)
            .map(Name::New)
            .or_else(|| text.strip_prefix('%').and_then(digits).map(Name::Base))
            .ok_or_else(|| NotAnAddress {
                found: text.into(),
                expected: "instruction (like %37 or %n3f7a)",
            })
    }
}

impl FromStr for BlockName {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<BlockName, NotAnAddress> {
        text.strip_prefix("%bb")
            .and_then(digits)
            .map(BlockName)
            .ok_or_else(|| NotAnAddress {
                found: text.into(),
                expected: "block (like %bb5)",
            })
    }
}

impl FromStr for Site {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Site, NotAnAddress> {
        text.rsplit_once('.')
            .and_then(|(at, operand)| {
                Some(Site {
                    at: at.parse().ok()?,
                    operand: digits(operand)?,
                })
            })
            .ok_or_else(|| NotAnAddress {
                found: text.into(),
                expected: "operand (like %41.1)",
            })
    }
}

impl FromStr for Value {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Value, NotAnAddress> {
        let parsed = match text.as_bytes().first() {
            Some(b'%') => text.parse().ok().map(Value::Inst),
            Some(b'a') => text.strip_prefix("arg").and_then(digits).map(Value::Arg),
            _ => constant(text).map(Value::Const),
        };
        parsed.ok_or_else(|| NotAnAddress {
            found: text.into(),
            expected: "value (like %12, arg2, i32 1, float 0.0 or ptr null)",
        })
    }
}

fn constant(text: &str) -> Option<Constant> {
    let (kind, value) = text.rsplit_once(' ')?;
    let kind = kind.trim();
    if kind == "ptr" && value == "null" {
        return Some(Constant::Null { space: 0 });
    }
    if let Some(space) = kind
        .strip_prefix("ptr addrspace(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return (value == "null").then_some(Constant::Null {
            space: digits(space)?,
        });
    }
    if let Some(float) = Float::from_text(kind) {
        let value = match value.strip_prefix("0x") {
            Some(hex) if hex.len() == 16 => f64::from_bits(u64::from_str_radix(hex, 16).ok()?),
            Some(_) => return None,
            None => value.parse().ok().filter(|value: &f64| value.is_finite())?,
        };
        return Some(Constant::float(float, value));
    }
    let bits = kind
        .strip_prefix('i')
        .and_then(digits)
        .filter(|bits| (1..=64).contains(bits))?;
    Some(Constant::int(bits, value.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_parses_to_the_same_value() {
        for text in [
            "%0",
            "%37",
            "%n3f7a",
            "%n0001",
            "%n1234567",
            "arg0",
            "arg12",
            "i32 1",
            "i1 1",
            "i64 -9223372036854775808",
            "i8 -1",
            "float 0.0",
            "float -0.0",
            "float 0.1",
            "float 1e20",
            "double 0.1",
            "half 1.5",
            "bfloat 1.0",
            "float 0x7FF8000000000000",
            "double 0xFFF0000000000000",
            "ptr null",
            "ptr addrspace(3) null",
        ] {
            let value: Value = text.parse().unwrap();
            assert_eq!(value.to_string(), text);
        }
        assert_eq!("%41.1".parse::<Site>().unwrap().to_string(), "%41.1");
        assert_eq!("%n3f7a.0".parse::<Site>().unwrap().to_string(), "%n3f7a.0");
        assert_eq!("%bb5".parse::<BlockName>().unwrap().to_string(), "%bb5");
    }

    #[test]
    fn values_of_narrow_types_are_brought_into_range() {
        assert_eq!("i8 255".parse::<Value>().unwrap().to_string(), "i8 -1");
        assert_eq!("i1 -1".parse::<Value>().unwrap().to_string(), "i1 1");
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "%",
            "%-1",
            "%01",
            "%n",
            "%n12",
            "%n3F7A",
            "%n03f7a",
            "%bb1",
            "arg",
            "arg-1",
            "arg01",
            "i32",
            "i0 1",
            "i65 1",
            "i32 1.5",
            "float x",
            "float nan",
            "float inf",
            "ptr 0",
            "37",
            "%4294967296",
            "%n123456789",
            "é",
        ] {
            assert!(text.parse::<Value>().is_err(), "{text}");
        }
        for text in ["%41", "%41.", "%41.01", ".1", "arg1.0"] {
            assert!(text.parse::<Site>().is_err(), "{text}");
        }
    }
}

//! Constants as PTX writes them.

use crate::ptx::types::Ty;

/// A constant as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lit {
    /// Two's complement bits of an integer.
    Int(u64),
    /// `0f…`.
    F32(u32),
    /// `0d…` or a decimal fraction.
    F64(f64),
}

impl Lit {
    pub fn negated(self) -> Lit {
        match self {
            Lit::Int(value) => Lit::Int(value.wrapping_neg()),
            Lit::F32(bits) => Lit::F32(bits ^ 0x8000_0000),
            Lit::F64(value) => Lit::F64(-value),
        }
    }
}

/// Reads a constant: decimal, `0x`, octal, `0b`, `0f`, `0d`, or a decimal fraction.
pub fn literal(word: &str) -> Option<Lit> {
    let bytes = word.as_bytes();
    if !bytes.first()?.is_ascii_digit() {
        return None;
    }
    if bytes[0] == b'0' && bytes.len() > 1 {
        let digits = word.get(2..)?;
        match bytes[1] {
            b'x' | b'X' => return int(digits, 16),
            b'b' | b'B' => return int(digits, 2),
            b'f' | b'F' if digits.len() == 8 => {
                return u32::from_str_radix(digits, 16).ok().map(Lit::F32);
            }
            b'd' | b'D' if digits.len() == 16 => {
                return u64::from_str_radix(digits, 16)
                    .ok()
                    .map(|bits| Lit::F64(f64::from_bits(bits)));
            }
            b'0'..=b'7' => return int(&word[1..], 8),
            _ => {}
        }
    }
    if word.contains('.') {
        return word.parse().ok().map(Lit::F64);
    }
    int(word, 10)
}

fn int(digits: &str, radix: u32) -> Option<Lit> {
    u64::from_str_radix(digits.trim_end_matches(['U', 'u']), radix)
        .ok()
        .map(Lit::Int)
}

/// The bits that `lit` has as a value of type `ty`.
pub fn literal_bits(lit: Lit, ty: Ty) -> u64 {
    match (lit, ty.bits) {
        // 16-bit floats have no constants of their own: an integer is their bits.
        (Lit::Int(value), _) if ty.is_half() => value,
        (Lit::Int(value), 32) if ty.is_float() => u64::from((value as i64 as f32).to_bits()),
        (Lit::Int(value), 64) if ty.is_float() => (value as i64 as f64).to_bits(),
        (Lit::Int(value), _) => value,
        (Lit::F32(bits), 64) => f64::from(f32::from_bits(bits)).to_bits(),
        (Lit::F32(bits), _) => u64::from(bits),
        (Lit::F64(value), 64) => value.to_bits(),
        (Lit::F64(value), _) => u64::from((value as f32).to_bits()),
    }
}

//! Elements of buffers as text: their types, how they are written in a file, and when one counts as equal to another.

use warpsmith::workload::Scalar;

/// The type of an element. Sixteen-bit floats live in `u16` buffers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    Whole(Scalar),
    Half,
    Bfloat,
}

impl Element {
    pub fn named(word: &str) -> Element {
        Element::Whole(match word {
            "u8" => Scalar::U8,
            "i8" => Scalar::I8,
            "u16" => Scalar::U16,
            "i16" => Scalar::I16,
            "u32" => Scalar::U32,
            "i32" => Scalar::I32,
            "u64" => Scalar::U64,
            "i64" => Scalar::I64,
            "f32" => Scalar::F32,
            "f64" => Scalar::F64,
            "f16" => return Element::Half,
            "bf16" => return Element::Bfloat,
            other => panic!("unknown type {other}"),
        })
    }

    /// The type of the buffer that holds such elements.
    pub fn scalar(self) -> Scalar {
        match self {
            Element::Whole(scalar) => scalar,
            Element::Half | Element::Bfloat => Scalar::U16,
        }
    }

    /// Bytes of one element.
    pub fn size(self) -> usize {
        self.scalar().size()
    }

    /// The bits of a number: `0x` and the bits themselves, or a decimal number of this type (a 16-bit float must be exact).
    pub fn bits(self, text: &str) -> u64 {
        if let Some(hex) = text.strip_prefix("0x") {
            return u64::from_str_radix(hex, 16).expect("hexadecimal bits");
        }
        match self {
            Element::Whole(Scalar::F32) => {
                u64::from(text.parse::<f32>().expect("a number").to_bits())
            }
            Element::Whole(Scalar::F64) => text.parse::<f64>().expect("a number").to_bits(),
            Element::Whole(_) => text.parse::<i128>().expect("an integer") as u64,
            Element::Half | Element::Bfloat => {
                let number: f64 = text.parse().expect("a number");
                (0..=0xffff_u64)
                    .find(|bits| {
                        let of = self.float(*bits);
                        of == number && of.is_sign_negative() == number.is_sign_negative()
                    })
                    .expect("a number that 16 bits hold exactly")
            }
        }
    }

    /// The number that these bits are, where the type is a float.
    fn float(self, bits: u64) -> f64 {
        match self {
            Element::Whole(Scalar::F32) => f64::from(f32::from_bits(bits as u32)),
            Element::Whole(Scalar::F64) => f64::from_bits(bits),
            Element::Bfloat => f64::from(f32::from_bits((bits as u32) << 16)),
            Element::Half => {
                let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
                let (exponent, fraction) = ((bits >> 10 & 31) as i32, (bits & 0x3ff) as f64);
                sign * match exponent {
                    0 => fraction * 2_f64.powi(-24),
                    31 if fraction == 0.0 => f64::INFINITY,
                    31 => f64::NAN,
                    _ => (1024.0 + fraction) * 2_f64.powi(exponent - 25),
                }
            }
            Element::Whole(other) => panic!("no float: {other:?}"),
        }
    }

    /// The distance of this float to the next one of the same type.
    fn ulp(self, bits: u64) -> f64 {
        let magnitude = bits & !(1 << (8 * self.size() - 1));
        (self.float(magnitude + 1) - self.float(magnitude)).abs()
    }
}

/// What one element should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// These bits, or a float near them.
    Bits(u64),
    /// Any NaN.
    Nan,
    /// Anything at all.
    Any,
}

/// How far a float may be from what is written. It passes when it is within any of the three.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tolerance {
    /// As a share of the expected magnitude.
    pub relative: f64,
    /// As a distance.
    pub absolute: f64,
    /// In units of the expected number's last place.
    pub ulps: f64,
}

impl Tolerance {
    /// Reads `~rel:1e-6`, `~abs:1e-6` or `~ulp:2` into this.
    pub fn set(&mut self, word: &str) {
        let (kind, amount) = word
            .trim_start_matches('~')
            .split_once(':')
            .expect("a kind and an amount");
        let amount: f64 = amount.parse().expect("an amount");
        match kind {
            "rel" => self.relative = amount,
            "abs" => self.absolute = amount,
            "ulp" => self.ulps = amount,
            other => panic!("unknown tolerance {other}"),
        }
    }
}

/// One `expect` line.
#[derive(Debug, Clone)]
pub struct Expected {
    /// The argument whose buffer is meant; a buffer once the arguments are known.
    pub place: usize,
    pub of: Element,
    pub tolerance: Tolerance,
    pub elements: Vec<Want>,
}

impl Expected {
    /// What is wrong with these contents of the buffer, if anything.
    pub fn mismatch(&self, found: &[u8]) -> Option<String> {
        let of = self.of.size();
        if found.len() != self.elements.len() * of {
            return Some(format!(
                "{} elements expected, {} found",
                self.elements.len(),
                found.len() / of
            ));
        }
        found
            .chunks(of)
            .zip(&self.elements)
            .enumerate()
            .find_map(|(at, (bytes, want))| {
                let mut padded = [0; 8];
                padded[..of].copy_from_slice(bytes);
                let bits = u64::from_le_bytes(padded);
                (!self.accepts(bits, *want)).then(|| {
                    let want = match want {
                        Want::Bits(want) => {
                            format!("{:#x}", want & (u64::MAX >> (64 - 8 * of)))
                        }
                        other => format!("{other:?}"),
                    };
                    format!("element {at} is {bits:#x}, expected {want}")
                })
            })
    }

    fn accepts(&self, bits: u64, want: Want) -> bool {
        let want = match want {
            Want::Any => return true,
            Want::Nan => return self.of.float(bits).is_nan(),
            Want::Bits(want) => want & (u64::MAX >> (64 - 8 * self.of.size())),
        };
        if bits == want || self.tolerance == Tolerance::default() {
            return bits == want;
        }
        let (found, number) = (self.of.float(bits), self.of.float(want));
        let distance = (found - number).abs();
        number.is_finite()
            && (distance <= self.tolerance.relative * number.abs()
                || distance <= self.tolerance.absolute
                || distance <= self.tolerance.ulps * self.of.ulp(want))
    }
}

/// The numbers of a list: `1,2,3`, `ramp COUNT START STEP` or `fill COUNT VALUE`.
pub fn list(words: &[&str], of: Element) -> Vec<Want> {
    let one = |text: &str| match text {
        "nan" => Want::Nan,
        "_" => Want::Any,
        _ => Want::Bits(of.bits(text)),
    };
    match words[0] {
        "ramp" => {
            let count: usize = words[1].parse().expect("a count");
            let (start, step): (f64, f64) = (
                words[2].parse().expect("a start"),
                words[3].parse().expect("a step"),
            );
            (0..count)
                .map(|at| one(&(start + step * at as f64).to_string()))
                .collect()
        }
        "fill" => vec![one(words[2]); words[1].parse().expect("a count")],
        _ => words
            .concat()
            .split(',')
            .filter(|text| !text.is_empty())
            .map(one)
            .collect(),
    }
}

/// The same list as the bytes of a buffer.
pub fn bytes(words: &[&str], of: Element) -> Vec<u8> {
    list(words, of)
        .iter()
        .flat_map(|want| match want {
            Want::Bits(bits) => bits.to_le_bytes()[..of.size()].to_vec(),
            other => panic!("{other:?} is no contents of a buffer"),
        })
        .collect()
}

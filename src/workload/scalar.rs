//! Element types: their sizes, and how values are stored in bytes.

use serde::{Deserialize, Serialize};

use crate::float::{BF16, F16, Format, Round};

/// An element type of a buffer or the type of a scalar argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scalar {
    /// Unsigned, 1 byte.
    U8,
    /// Signed, 1 byte.
    I8,
    /// Unsigned, 2 bytes.
    U16,
    /// Signed, 2 bytes.
    I16,
    /// Unsigned, 4 bytes.
    U32,
    /// Signed, 4 bytes.
    I32,
    /// Unsigned, 8 bytes.
    U64,
    /// Signed, 8 bytes.
    I64,
    /// IEEE 754 binary16, 2 bytes.
    F16,
    /// The upper half of a binary32, 2 bytes.
    Bf16,
    /// IEEE 754 binary32, 4 bytes.
    F32,
    /// IEEE 754 binary64, 8 bytes.
    F64,
}

/// Runs `$body` with `$t` standing for the Rust type of a [`Scalar`]; for 16-bit floats, which Rust has no type for, that of their bits.
macro_rules! with_type {
    ($scalar:expr, $t:ident => $body:expr) => {
        match $scalar {
            Scalar::U8 => {
                type $t = u8;
                $body
            }
            Scalar::I8 => {
                type $t = i8;
                $body
            }
            Scalar::U16 | Scalar::F16 | Scalar::Bf16 => {
                type $t = u16;
                $body
            }
            Scalar::I16 => {
                type $t = i16;
                $body
            }
            Scalar::U32 => {
                type $t = u32;
                $body
            }
            Scalar::I32 => {
                type $t = i32;
                $body
            }
            Scalar::U64 => {
                type $t = u64;
                $body
            }
            Scalar::I64 => {
                type $t = i64;
                $body
            }
            Scalar::F32 => {
                type $t = f32;
                $body
            }
            Scalar::F64 => {
                type $t = f64;
                $body
            }
        }
    };
}

// The casts are for many types; for one of them each is none.
#[allow(clippy::unnecessary_cast)]
impl Scalar {
    /// All of them, in the order of their declaration.
    pub const ALL: [Scalar; 12] = [
        Scalar::U8,
        Scalar::I8,
        Scalar::U16,
        Scalar::I16,
        Scalar::U32,
        Scalar::I32,
        Scalar::U64,
        Scalar::I64,
        Scalar::F16,
        Scalar::Bf16,
        Scalar::F32,
        Scalar::F64,
    ];

    /// Bytes of one element.
    pub const fn size(self) -> usize {
        match self {
            Scalar::U8 | Scalar::I8 => 1,
            Scalar::U16 | Scalar::I16 | Scalar::F16 | Scalar::Bf16 => 2,
            Scalar::U32 | Scalar::I32 | Scalar::F32 => 4,
            Scalar::U64 | Scalar::I64 | Scalar::F64 => 8,
        }
    }

    /// As manifests write it: `f32`.
    pub const fn name(self) -> &'static str {
        match self {
            Scalar::U8 => "u8",
            Scalar::I8 => "i8",
            Scalar::U16 => "u16",
            Scalar::I16 => "i16",
            Scalar::U32 => "u32",
            Scalar::I32 => "i32",
            Scalar::U64 => "u64",
            Scalar::I64 => "i64",
            Scalar::F16 => "f16",
            Scalar::Bf16 => "bf16",
            Scalar::F32 => "f32",
            Scalar::F64 => "f64",
        }
    }

    /// The type that manifests call `name`.
    pub fn from_name(name: &str) -> Option<Scalar> {
        Scalar::ALL.into_iter().find(|scalar| scalar.name() == name)
    }

    /// Every name that [`from_name`](Self::from_name) knows, for messages.
    pub fn names() -> String {
        Scalar::ALL.map(Scalar::name).join(", ")
    }

    /// Whether it is a floating-point type.
    pub const fn is_float(self) -> bool {
        matches!(self, Scalar::F16 | Scalar::Bf16 | Scalar::F32 | Scalar::F64)
    }

    /// Whether it is an integer type with a sign.
    pub const fn is_signed(self) -> bool {
        matches!(self, Scalar::I8 | Scalar::I16 | Scalar::I32 | Scalar::I64)
    }

    /// The format of a float that Rust has no type for.
    const fn narrow(self) -> Option<&'static Format> {
        match self {
            Scalar::F16 => Some(&F16),
            Scalar::Bf16 => Some(&BF16),
            _ => None,
        }
    }

    /// The largest finite number of a floating-point type (f16: 65504); `None` for integers.
    pub fn largest(self) -> Option<f64> {
        match self {
            Scalar::F16 => Some(F16.value(F16.max)),
            Scalar::Bf16 => Some(BF16.value(BF16.max)),
            Scalar::F32 => Some(f32::MAX.into()),
            Scalar::F64 => Some(f64::MAX),
            _ => None,
        }
    }

    /// Whether a finite number becomes infinity when it is [stored](Self::store).
    pub fn overflows(self, value: f64) -> bool {
        self.is_float() && value.is_finite() && self.value(self.bits(value)).is_infinite()
    }

    /// The value of the lowest [`size`](Self::size) bytes of `bits`, as [`decode`](Self::decode) has it.
    pub fn value(self, bits: u64) -> f64 {
        match self.narrow() {
            Some(format) => format.value(bits & 0xffff),
            None => with_type!(self, T => {
                let mut bytes = [0; size_of::<T>()];
                bytes.copy_from_slice(&bits.to_le_bytes()[..size_of::<T>()]);
                T::from_le_bytes(bytes) as f64
            }),
        }
    }

    /// The bits of a value in the lowest [`size`](Self::size) bytes, the others 0; rounded as [`store`](Self::store) does it.
    pub fn bits(self, value: f64) -> u64 {
        let mut bytes = [0; 8];
        self.store(value, &mut bytes[..self.size()]);
        u64::from_le_bytes(bytes)
    }

    /// The first element that is not at least the one before it; `None` where all rise. Nothing is at least a NaN.
    pub fn falls(self, bytes: &[u8]) -> Option<usize> {
        // Their bits are not in their order.
        if matches!(self, Scalar::F16 | Scalar::Bf16) {
            let values = self.decode(bytes);
            let rises = |pair: &[f64]| pair[0] <= pair[1];
            return values
                .windows(2)
                .position(|pair| !rises(pair))
                .map(|at| at + 1);
        }
        with_type!(self, T => {
            let (elements, _) = bytes.as_chunks::<{ size_of::<T>() }>();
            let mut pairs = elements.windows(2);
            let rises = |pair: &[[u8; size_of::<T>()]]| T::from_le_bytes(pair[0]) <= T::from_le_bytes(pair[1]);
            pairs.position(|pair| !rises(pair)).map(|at| at + 1)
        })
    }

    /// The elements of little-endian `bytes`, as doubles: exact for every type except 64-bit integers beyond 2^53,
    /// which round to nearest. Bytes that are no whole element at the end are left out.
    pub fn decode(self, bytes: &[u8]) -> Vec<f64> {
        if let Some(format) = self.narrow() {
            let (elements, _) = bytes.as_chunks();
            let bits = elements.iter().map(|element| u16::from_le_bytes(*element));
            return bits.map(|bits| format.value(bits.into())).collect();
        }
        with_type!(self, T => {
            let (elements, _) = bytes.as_chunks::<{ size_of::<T>() }>();
            elements.iter().map(|element| T::from_le_bytes(*element) as f64).collect()
        })
    }

    /// Element `at` of little-endian `bytes` as a double, where there is one.
    pub fn get(self, bytes: &[u8], at: usize) -> Option<f64> {
        if let Some(format) = self.narrow() {
            let (elements, _) = bytes.as_chunks();
            let bits = elements.get(at).map(|element| u16::from_le_bytes(*element));
            return bits.map(|bits| format.value(bits.into()));
        }
        with_type!(self, T => {
            let (elements, _) = bytes.as_chunks::<{ size_of::<T>() }>();
            elements.get(at).map(|element| T::from_le_bytes(*element) as f64)
        })
    }

    /// Stores `value` little-endian in `into`, whose length is [`size`](Self::size): for floats rounded to
    /// nearest, ties to even, beyond their range to infinity; for integers rounded towards zero and held within the type's range.
    pub fn store(self, value: f64, into: &mut [u8]) {
        if let Some(format) = self.narrow() {
            let bits = format.of(value, Round::NearestEven, false) as u16;
            return into.copy_from_slice(&bits.to_le_bytes());
        }
        with_type!(self, T => into.copy_from_slice(&(value as T).to_le_bytes()))
    }

    /// Stores an integer like [`store`](Self::store), without the detour over a double.
    ///
    /// `None`, and nothing stored, when an integer type cannot hold it exactly, or it is beyond what a floating-point type holds.
    pub fn store_integer(self, value: i64, into: &mut [u8]) -> Option<()> {
        match self.is_float() {
            true if self.overflows(value as f64) => return None,
            true => self.store(value as f64, into),
            false => with_type!(self, T => {
                let stored = value as T;
                if stored as i128 != i128::from(value) {
                    return None;
                }
                into.copy_from_slice(&stored.to_le_bytes());
            }),
        }
        Some(())
    }
}

impl std::fmt::Display for Scalar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

//! `cvt` of every pair of types, against long integers and a search for the nearest value.

use super::fixed::*;
use super::*;

/// A type of `cvt`.
#[derive(Clone, Copy, PartialEq)]
enum Type {
    Integer { bits: u32, signed: bool },
    Float { bits: u32, shape: Shape },
}

use Type::{Float, Integer};

const TYPES: [(&str, Type); 12] = [
    (
        "u8",
        Integer {
            bits: 8,
            signed: false,
        },
    ),
    (
        "s8",
        Integer {
            bits: 8,
            signed: true,
        },
    ),
    (
        "u16",
        Integer {
            bits: 16,
            signed: false,
        },
    ),
    (
        "s16",
        Integer {
            bits: 16,
            signed: true,
        },
    ),
    (
        "u32",
        Integer {
            bits: 32,
            signed: false,
        },
    ),
    (
        "s32",
        Integer {
            bits: 32,
            signed: true,
        },
    ),
    (
        "u64",
        Integer {
            bits: 64,
            signed: false,
        },
    ),
    (
        "s64",
        Integer {
            bits: 64,
            signed: true,
        },
    ),
    (
        "f16",
        Float {
            bits: 16,
            shape: HALF,
        },
    ),
    (
        "bf16",
        Float {
            bits: 16,
            shape: BRAIN,
        },
    ),
    (
        "f32",
        Float {
            bits: 32,
            shape: SINGLE,
        },
    ),
    (
        "f64",
        Float {
            bits: 64,
            shape: DOUBLE,
        },
    ),
];

/// Directions by their last letters.
const DIRECTIONS: [(&str, To); 4] = [
    ("n", To::Nearest),
    ("z", To::Zero),
    ("m", To::Down),
    ("p", To::Up),
];

impl Type {
    fn bits(self) -> u32 {
        match self {
            Integer { bits, .. } | Float { bits, .. } => bits,
        }
    }

    /// A register that holds it.
    fn file(self, at: usize) -> String {
        let letter = match self.bits() {
            8 | 16 => "h",
            32 => "r",
            _ => "d",
        };
        format!("%{letter}{at}")
    }

    /// Bits of a register as an integer.
    fn integer(self, value: u64) -> i128 {
        let Integer { bits, signed } = self else {
            panic!("no integer");
        };
        let value = i128::from(value) & ((1 << bits) - 1);
        if signed && value >> (bits - 1) != 0 {
            value - (1 << bits)
        } else {
            value
        }
    }

    fn range(self) -> (i128, i128) {
        match self {
            Integer { bits, signed: true } => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
            _ => (0, (1 << self.bits()) - 1),
        }
    }

    /// What a register holds after `value` was written: 8-bit values are extended to 16 bits.
    fn register(self, value: i128) -> u64 {
        let value = self.integer(value as u64);
        (value as u64)
            & if self.bits() == 64 {
                u64::MAX
            } else {
                (1 << self.bits().max(16)) - 1
            }
    }
}

/// An integer as an exact value.
fn exact(value: i128) -> Fixed {
    // Two parts of 32 bits are exact in f64.
    let (high, low) = (value >> 32, value & 0xffff_ffff);
    Fixed::of(high as f64 * 4294967296.0).plus(&Fixed::of(low as f64))
}

/// A value rounded to an integral one.
fn integral(value: f64, to: To) -> f64 {
    match to {
        To::Nearest | To::Away => value.round_ties_even(),
        To::Zero => value.trunc(),
        To::Down => value.floor(),
        To::Up => value.ceil(),
    }
}

/// A value in a format: rounded, and NaN as the simulator writes it.
fn packed(shape: Shape, value: f64, to: To) -> u64 {
    if value.is_nan() {
        match shape.mantissa {
            52 => 0x7ff8_0000_0000_0000,
            _ => shape.sign() - 1,
        }
    } else if value.is_infinite() {
        (shape.largest + 1) | if value < 0.0 { shape.sign() } else { 0 }
    } else {
        let zero = Fixed::of(value);
        shape.nearest(&zero, to)
    }
}

fn value(shape: Shape, bits: u64) -> f64 {
    match shape.mantissa {
        52 => f64::from_bits(bits),
        23 => f64::from(f32::from_bits(bits as u32)),
        _ => shape.value(bits),
    }
}

/// Runs every row `cvt…` with what it computes of one source.
fn convert(text: &str, reference: &dyn Fn(u64) -> u64) {
    let ready = ready(&format!("{text};"));
    every(
        text,
        &ready.names[1..],
        &ready.names[..1],
        &ready,
        &|input, output| {
            let expected = reference(input[0]);
            if output[0] == expected {
                Ok(())
            } else {
                Err(format!("expected {expected:x}"))
            }
        },
    );
}

#[test]
fn integers_to_integers() {
    for (from, source) in &TYPES[..8] {
        for (to, target) in &TYPES[..8] {
            let (d, a) = (target.file(0), source.file(1));
            convert(&format!("cvt.{to}.{from} {d}, {a}"), &|a| {
                target.register(source.integer(a))
            });
            let (low, high) = target.range();
            convert(&format!("cvt.sat.{to}.{from} {d}, {a}"), &|a| {
                target.register(source.integer(a).clamp(low, high))
            });
        }
    }
}

#[test]
fn integers_to_floats() {
    for (from, source) in &TYPES[..8] {
        for (to, target) in &TYPES[8..] {
            let Float { shape, .. } = *target else {
                continue;
            };
            let (d, a) = (target.file(0), source.file(1));
            for (letter, round) in DIRECTIONS {
                convert(&format!("cvt.r{letter}.{to}.{from} {d}, {a}"), &|a| {
                    shape.nearest(&exact(source.integer(a)), round)
                });
            }
            convert(&format!("cvt.rn.sat.{to}.{from} {d}, {a}"), &|a| {
                shape.nearest(&exact(source.integer(a).clamp(0, 1)), To::Nearest)
            });
        }
    }
}

#[test]
fn floats_to_integers() {
    for (from, source) in &TYPES[8..] {
        for (to, target) in &TYPES[..8] {
            let Float { shape, bits } = *source else {
                continue;
            };
            let (d, a) = (target.file(0), source.file(1));
            let nan = bits == 64 || target.bits() == 64;
            let (low, high) = target.range();
            for (letter, round) in DIRECTIONS {
                convert(&format!("cvt.r{letter}i.{to}.{from} {d}, {a}"), &|a| {
                    let whole = integral(value(shape, a), round);
                    target.register(if whole.is_nan() {
                        if nan { 1 << (target.bits() - 1) } else { 0 }
                    } else {
                        // `as` saturates, far outside of every range.
                        (whole as i128).clamp(low, high)
                    })
                });
            }
        }
    }
}

#[test]
fn floats_to_floats() {
    for (from, source) in &TYPES[8..] {
        for (to, target) in &TYPES[8..] {
            let (Float { shape: wide, .. }, Float { shape, .. }) = (*source, *target) else {
                continue;
            };
            let (d, a) = (target.file(0), source.file(1));
            let same = from == to;
            for (letter, round) in DIRECTIONS {
                let suffix = if same { "i" } else { "" };
                convert(
                    &format!("cvt.r{letter}{suffix}.{to}.{from} {d}, {a}"),
                    &|a| {
                        let value = value(wide, a);
                        packed(
                            shape,
                            if same { integral(value, round) } else { value },
                            round,
                        )
                    },
                );
            }
            convert(
                &format!(
                    "cvt{}.sat.{to}.{from} {d}, {a}",
                    if same { "" } else { ".rn" }
                ),
                &|a| {
                    let value = value(wide, a);
                    let unit = if value.is_nan() || value <= 0.0 {
                        0.0
                    } else {
                        value.min(1.0)
                    };
                    packed(shape, unit, To::Nearest)
                },
            );
        }
    }
}

#[test]
fn flushed_conversions() {
    let flush = |a: u64| {
        if a & 0x7f80_0000 == 0 {
            a & 0x8000_0000
        } else {
            a
        }
    };
    convert("cvt.ftz.f64.f32 %d0, %r1", &|a| {
        packed(DOUBLE, value(SINGLE, flush(a)), To::Nearest)
    });
    convert("cvt.rn.ftz.f32.f64 %r0, %d1", &|a| {
        flush(packed(SINGLE, f64::from_bits(a), To::Nearest))
    });
    convert("cvt.rn.ftz.f16.f32 %h0, %r1", &|a| {
        packed(HALF, value(SINGLE, flush(a)), To::Nearest)
    });
    convert("cvt.ftz.f32.bf16 %r0, %h1", &|a| {
        flush(packed(SINGLE, BRAIN.value(a), To::Nearest))
    });
    convert("cvt.rpi.ftz.s32.f32 %r0, %r1", &|a| {
        let whole = value(SINGLE, flush(a)).ceil();
        u64::from(whole as i32 as u32)
    });
    convert("cvt.rpi.ftz.f32.f32 %r0, %r1", &|a| {
        packed(SINGLE, value(SINGLE, flush(a)).ceil(), To::Up)
    });
}

/// A value in a narrow format, saturated and without negative ones if asked.
fn narrow(shape: Shape, a: f64, to: To, relu: bool, finite: bool) -> u64 {
    let a = if relu && a <= 0.0 { 0.0 } else { a };
    let largest = shape.value(shape.largest);
    let a = if finite {
        a.clamp(-largest, largest)
    } else {
        a
    };
    packed(shape, a, to)
}

#[test]
fn narrow_formats() {
    let f = |a: u64| value(SINGLE, a);
    let tensor = |a: u64, to, relu, finite| match f(a).is_nan() {
        true => 0x7fff_ffff,
        false => narrow(TENSOR, f(a), to, relu, finite) << 13,
    };
    convert("cvt.rna.tf32.f32 %r0, %r1", &|a| {
        tensor(a, To::Away, false, false)
    });
    convert("cvt.rna.satfinite.tf32.f32 %r0, %r1", &|a| {
        tensor(a, To::Away, false, true)
    });
    convert("cvt.rn.relu.tf32.f32 %r0, %r1", &|a| {
        tensor(a, To::Nearest, true, false)
    });
    convert("cvt.rz.tf32.f32 %r0, %r1", &|a| {
        tensor(a, To::Zero, false, false)
    });
    convert("cvt.rn.relu.f16.f32 %h0, %r1", &|a| {
        narrow(HALF, f(a), To::Nearest, true, false)
    });
    convert("cvt.rz.relu.bf16.f32 %h0, %r1", &|a| {
        narrow(BRAIN, f(a), To::Zero, true, false)
    });
    convert("cvt.rn.satfinite.f16.f32 %h0, %r1", &|a| {
        narrow(HALF, f(a), To::Nearest, false, true)
    });
    convert("cvt.rn.f16x2.e4m3x2 %r0, %h1", &|a| {
        let half = |a: u64| packed(HALF, E4M3.value(a & 0xff), To::Nearest);
        half(a) | half(a >> 8) << 16
    });
    convert("cvt.rn.relu.f16x2.e5m2x2 %r0, %h1", &|a| {
        let half = |a: u64| narrow(HALF, E5M2.value(a & 0xff), To::Nearest, true, false);
        half(a) | half(a >> 8) << 16
    });
    convert("cvt.rn.satfinite.e4m3x2.f16x2 %h0, %r1", &|a| {
        let byte = |a: u64| narrow(E4M3, HALF.value(a & 0xffff), To::Nearest, false, true);
        byte(a) | byte(a >> 16) << 8
    });
    convert("cvt.rn.satfinite.relu.e5m2x2.f16x2 %h0, %r1", &|a| {
        let byte = |a: u64| narrow(E5M2, HALF.value(a & 0xffff), To::Nearest, true, true);
        byte(a) | byte(a >> 16) << 8
    });
}

#[test]
fn two_values_into_one_register() {
    fn f(a: u64) -> f64 {
        value(SINGLE, a)
    }
    check(&[
        ("cvt.rn.f16x2.f32 %r0, %r1, %r2", |a, b, _| {
            narrow(HALF, f(a), To::Nearest, false, false) << 16
                | narrow(HALF, f(b), To::Nearest, false, false)
        }),
        ("cvt.rz.relu.f16x2.f32 %r0, %r1, %r2", |a, b, _| {
            narrow(HALF, f(a), To::Zero, true, false) << 16
                | narrow(HALF, f(b), To::Zero, true, false)
        }),
        ("cvt.rn.bf16x2.f32 %r0, %r1, %r2", |a, b, _| {
            narrow(BRAIN, f(a), To::Nearest, false, false) << 16
                | narrow(BRAIN, f(b), To::Nearest, false, false)
        }),
        (
            "cvt.rn.relu.satfinite.bf16x2.f32 %r0, %r1, %r2",
            |a, b, _| {
                narrow(BRAIN, f(a), To::Nearest, true, true) << 16
                    | narrow(BRAIN, f(b), To::Nearest, true, true)
            },
        ),
        ("cvt.rn.satfinite.e4m3x2.f32 %h0, %r1, %r2", |a, b, _| {
            narrow(E4M3, f(a), To::Nearest, false, true) << 8
                | narrow(E4M3, f(b), To::Nearest, false, true)
        }),
        (
            "cvt.rn.satfinite.relu.e5m2x2.f32 %h0, %r1, %r2",
            |a, b, _| {
                narrow(E5M2, f(a), To::Nearest, true, true) << 8
                    | narrow(E5M2, f(b), To::Nearest, true, true)
            },
        ),
    ]);
}

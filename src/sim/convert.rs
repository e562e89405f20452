//! `cvt`: every pair of types, in two passes over the lanes (read as a wide value, write as the destination).

use super::float::{self, Exact, Real, format_of};
use super::regs::*;
use crate::ptx::{Kind, Mods, Round, Ty};

/// The NaN of conversions to tf32.
const NAN_TENSOR: u32 = float::NAN32;

/// A lowered conversion.
#[derive(Debug, Clone)]
pub struct Cvt {
    pub d: Slot,
    pub a: Slot,
    pub dty: Ty,
    pub sty: Ty,
    /// Whether the destination register has 64 bits, and the source register.
    pub wide_d: bool,
    pub wide_a: bool,
    pub round: Round,
    pub integral: bool,
    pub mods: Mods,
}

#[inline(always)]
pub fn execute(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let plain = |ty: Ty| !ty.is_float() || ty.kind == Kind::Float && ty.bits >= 32;
    if cvt.sty.is_pair() {
        return unpacked(regs, mask, cvt);
    }
    if !plain(cvt.dty) {
        return narrow(regs, mask, cvt);
    }
    match (cvt.sty.is_float(), cvt.dty.is_float()) {
        (false, false) => ints(regs, mask, cvt),
        (false, true) => int_to_float(regs, mask, cvt),
        (true, false) => float_to_int(regs, mask, cvt),
        (true, true) => floats(regs, mask, cvt),
    }
}

/// The source lanes, widened; inputs of `.ftz` are f32.
#[inline(always)]
fn read_float(regs: &Regs, cvt: &Cvt) -> [f64; LANES] {
    match (cvt.sty.kind, cvt.sty.bits) {
        (Kind::Float, 64) => f64::get(regs, cvt.a),
        (Kind::Float, 32) if cvt.mods.ftz => {
            f32::get(regs, cvt.a).map(|value| f64::from(value.flush()))
        }
        (Kind::Float, 32) => f32::get(regs, cvt.a).map(f64::from),
        _ => {
            let format = format_of(cvt.sty);
            u16::get(regs, cvt.a).map(|bits| format.value(u64::from(bits)))
        }
    }
}

/// To f16, bf16 and tf32.
#[inline(never)]
fn narrow(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let (mods, round) = (cvt.mods, cvt.round);
    let format = format_of(cvt.dty);
    let out = if cvt.sty.is_float() {
        read_float(regs, cvt).map(|value| {
            let value = if cvt.integral {
                value.integral(round)
            } else {
                value
            };
            bits_of(value, cvt.dty, round, mods)
        })
    } else {
        let signed = cvt.sty.is_signed();
        read_int(regs, cvt).map(|value| {
            let value = if signed {
                i128::from(value as i64)
            } else {
                i128::from(value)
            };
            let value = if mods.sat { value.clamp(0, 1) } else { value };
            Exact::integer(value).pack(format, round) as u32
        })
    };
    u32::put(regs, cvt.d, out, mask);
}

/// `value` in one half of a packed type, or in a type of at most 32 bits.
#[inline(always)]
fn bits_of(value: f64, ty: Ty, round: Round, mods: Mods) -> u32 {
    let value = if mods.relu && value <= 0.0 {
        0.0
    } else {
        value
    };
    let value = if mods.sat { value.clamp01() } else { value };
    let bits = format_of(ty).of(value, round, mods.satfinite) as u32;
    match ty.kind {
        Kind::Tensor if value.is_nan() => NAN_TENSOR,
        Kind::Tensor => bits << 13,
        _ => bits,
    }
}

/// Bits of one half of a packed type.
fn half_bits(ty: Ty) -> u32 {
    u32::from(ty.bits) / 2
}

/// Two f32 to a packed type; the first is the upper half.
#[inline(never)]
pub fn pair(regs: &mut Regs, mask: u32, ty: Ty, mods: Mods, s: [Slot; 3]) {
    let part = |value: f32| bits_of(f64::from(value), ty, mods.round, mods);
    map2(regs, mask, s, |a: f32, b: f32| {
        part(a) << half_bits(ty) | part(b)
    });
}

/// A packed type to another, half by half.
#[inline(never)]
fn unpacked(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let (from, width) = (format_of(cvt.sty), half_bits(cvt.sty));
    map1(regs, mask, cvt.d, cvt.a, |a: u32| {
        let part = |bits: u32| {
            let bits = bits & (u32::MAX >> (32 - width));
            bits_of(from.value(u64::from(bits)), cvt.dty, cvt.round, cvt.mods)
        };
        part(a >> width) << half_bits(cvt.dty) | part(a)
    });
}

/// The source lanes, sign- or zero-extended from the source type.
#[inline(always)]
fn read_int(regs: &Regs, cvt: &Cvt) -> [u64; LANES] {
    let signed = cvt.sty.is_signed();
    if cvt.wide_a {
        let values = u64::get(regs, cvt.a);
        return extend(values, cvt.sty.bits, signed);
    }
    let values = u32::get(regs, cvt.a);
    match (signed, cvt.sty.bits) {
        (true, 32) => values.map(|value| i64::from(value as i32) as u64),
        (true, 16) => values.map(|value| i64::from(value as i16) as u64),
        (true, _) => values.map(|value| i64::from(value as i8) as u64),
        (_, 32) => values.map(u64::from),
        (_, 16) => values.map(|value| u64::from(value as u16)),
        _ => values.map(|value| u64::from(value as u8)),
    }
}

#[inline(always)]
fn extend(values: [u64; LANES], bits: u8, signed: bool) -> [u64; LANES] {
    let shift = 64 - u32::from(bits);
    if signed {
        values.map(|value| ((value << shift) as i64 >> shift) as u64)
    } else {
        values.map(|value| value << shift >> shift)
    }
}

/// Writes values that are valid for the destination type, extended to the register's width.
#[inline(always)]
fn write_int(regs: &mut Regs, mask: u32, cvt: &Cvt, values: [u64; LANES]) {
    let values = if cvt.dty.bits == 64 {
        values
    } else {
        extend(values, cvt.dty.bits, cvt.dty.is_signed())
    };
    if cvt.wide_d {
        u64::put(regs, cvt.d, values, mask);
    } else {
        u32::put(regs, cvt.d, values.map(|value| value as u32), mask);
    }
}

fn range(ty: Ty) -> (i128, i128) {
    match ty.kind {
        Kind::Signed => (-(1i128 << (ty.bits - 1)), (1i128 << (ty.bits - 1)) - 1),
        _ => (0, (1i128 << ty.bits) - 1),
    }
}

#[inline(always)]
fn ints(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let mut values = read_int(regs, cvt);
    if cvt.mods.sat {
        let (low, high) = range(cvt.dty);
        let signed = cvt.sty.is_signed();
        values = values.map(|value| {
            let exact = if signed {
                i128::from(value as i64)
            } else {
                i128::from(value)
            };
            exact.clamp(low, high) as u64
        });
    }
    write_int(regs, mask, cvt, values);
}

#[inline(always)]
fn int_to_float(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let values = read_int(regs, cvt);
    let signed = cvt.sty.is_signed();
    // Each loop is straight where the host's own conversion will do.
    match cvt.dty.bits {
        _ if cvt.round != Round::NearestEven || cvt.mods.sat => {
            directed_int(regs, mask, cvt, values);
        }
        64 if signed => f64::put(regs, cvt.d, values.map(|value| value as i64 as f64), mask),
        64 => f64::put(regs, cvt.d, values.map(|value| value as f64), mask),
        _ if signed && cvt.sty.bits <= 32 => {
            f32::put(regs, cvt.d, values.map(|value| value as i32 as f32), mask);
        }
        _ if signed => f32::put(regs, cvt.d, values.map(|value| value as i64 as f32), mask),
        _ => f32::put(regs, cvt.d, values.map(|value| value as f32), mask),
    }
}

/// Integers to f32 or f64 in any direction, perhaps clamped to [0, 1].
#[inline(never)]
fn directed_int(regs: &mut Regs, mask: u32, cvt: &Cvt, values: [u64; LANES]) {
    let format = format_of(cvt.dty);
    let bits = values.map(|value| {
        let value = if cvt.sty.is_signed() {
            i128::from(value as i64)
        } else {
            i128::from(value)
        };
        let value = if cvt.mods.sat {
            value.clamp(0, 1)
        } else {
            value
        };
        Exact::integer(value).pack(format, cvt.round)
    });
    if cvt.dty.bits == 64 {
        u64::put(regs, cvt.d, bits, mask);
    } else {
        u32::put(regs, cvt.d, bits.map(|bits| bits as u32), mask);
    }
}

#[inline(always)]
fn float_to_int(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let values = read_float(regs, cvt);
    let round = cvt.round;
    let (low, high) = range(cvt.dty);
    // NaN: zero, or only the highest bit where one of the types has 64 bits.
    let nan = if cvt.sty.bits == 64 || cvt.dty.bits == 64 {
        1 << (cvt.dty.bits - 1)
    } else {
        0
    };
    let out = values.map(|value| {
        let value = value.integral(round);
        if value.is_nan() {
            nan
        } else if cvt.dty.bits == 64 {
            if cvt.dty.is_signed() {
                value as i64 as u64
            } else {
                value as u64
            }
        } else {
            (value as i64).clamp(low as i64, high as i64) as u64
        }
    });
    write_int(regs, mask, cvt, out);
}

#[inline(always)]
fn floats(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let mods = cvt.mods;
    let values = read_float(regs, cvt).map(|value| {
        if cvt.integral {
            value.integral(cvt.round)
        } else {
            value
        }
    });
    if cvt.dty.bits == 64 {
        let out = values.map(|value| {
            let value = value.canonical();
            if mods.sat { value.clamp01() } else { value }
        });
        f64::put(regs, cvt.d, out, mask);
    } else {
        let out = values.map(|value| {
            let value = float::narrow(value, cvt.round).canonical();
            let value = if mods.ftz { value.flush() } else { value };
            if mods.sat { value.clamp01() } else { value }
        });
        f32::put(regs, cvt.d, out, mask);
    }
}

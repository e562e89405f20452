//! `cvt`: every pair of types, in two passes over the lanes (read as a wide value, write as the destination).

use super::float::{self, Real};
use super::regs::*;
use crate::ptx::{Kind, Mods, Round, Ty};

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
    match (cvt.sty.is_float(), cvt.dty.is_float()) {
        (false, false) => ints(regs, mask, cvt),
        (false, true) => int_to_float(regs, mask, cvt),
        (true, false) => float_to_int(regs, mask, cvt),
        (true, true) => floats(regs, mask, cvt),
    }
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
    if cvt.dty.bits == 64 {
        let floats = if signed {
            values.map(|value| value as i64 as f64)
        } else {
            values.map(|value| value as f64)
        };
        f64::put(regs, cvt.d, floats, mask);
    } else if cvt.round != Round::NearestEven {
        // Exact for sources of up to 32 bits; wider ones are refused when the program is lowered.
        let exact = |value: u64| {
            if signed {
                value as i64 as f64
            } else {
                value as f64
            }
        };
        f32::put(
            regs,
            cvt.d,
            values.map(|value| float::narrow(exact(value), cvt.round)),
            mask,
        );
    } else {
        let floats = if signed && cvt.sty.bits <= 32 {
            values.map(|value| value as i32 as f32)
        } else if signed {
            values.map(|value| value as i64 as f32)
        } else {
            values.map(|value| value as f32)
        };
        f32::put(regs, cvt.d, floats, mask);
    }
}

#[inline(always)]
fn float_to_int(regs: &mut Regs, mask: u32, cvt: &Cvt) {
    let values: [f64; LANES] = if cvt.sty.bits == 64 {
        f64::get(regs, cvt.a)
    } else if cvt.mods.ftz {
        f32::get(regs, cvt.a).map(|value| f64::from(value.flush()))
    } else {
        f32::get(regs, cvt.a).map(f64::from)
    };
    let round = cvt.round;
    let (low, high) = range(cvt.dty);
    let out = values.map(|value| {
        let value = value.integral(round);
        if value.is_nan() {
            0
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
    let shape = |value: f64| {
        if cvt.integral {
            value.integral(cvt.round)
        } else {
            value
        }
    };
    let values: [f64; LANES] = if cvt.sty.bits == 64 {
        f64::get(regs, cvt.a)
    } else {
        f32::get(regs, cvt.a).map(|value| f64::from(if mods.ftz { value.flush() } else { value }))
    };
    if cvt.dty.bits == 64 {
        let out = values.map(|value| {
            let value = shape(value).canonical();
            if mods.sat { value.clamp01() } else { value }
        });
        f64::put(regs, cvt.d, out, mask);
    } else {
        let out = values.map(|value| {
            let value = float::narrow(shape(value), cvt.round).canonical();
            let value = if mods.ftz { value.flush() } else { value };
            if mods.sat { value.clamp01() } else { value }
        });
        f32::put(regs, cvt.d, out, mask);
    }
}

//! Integer operations of one and two operands.

use super::bits::{bmsk, szext};
use super::ternary::{mul24, umul24};
use crate::ptx::{BinOp, Mods, Ty, UnOp};
use crate::sim::regs::*;

#[inline(always)]
pub(super) fn int_unary(regs: &mut Regs, mask: u32, op: UnOp, ty: Ty, d: Slot, a: Slot) {
    fn one<A: Lane, D: Lane>(regs: &mut Regs, mask: u32, s: [Slot; 2], f: impl Fn(A) -> D) {
        map1(regs, mask, s[0], s[1], f);
    }
    let s = [d, a];
    match op {
        UnOp::Neg => unsigned!(ty.bits, one(regs, mask, s), |a| a.wrapping_neg()),
        UnOp::Abs => signed!(ty.bits, one(regs, mask, s), |a| a.wrapping_abs()),
        UnOp::Not => unsigned!(ty.bits, one(regs, mask, s), |a| !a),
        UnOp::Cnot => unsigned!(ty.bits, one(regs, mask, s), |a| (a == 0).into()),
        UnOp::Brev => unsigned!(ty.bits, one(regs, mask, s), |a| a.reverse_bits()),
        UnOp::Popc if ty.bits == 64 => one(regs, mask, s, |a: u64| a.count_ones()),
        UnOp::Popc => one(regs, mask, s, |a: u32| a.count_ones()),
        UnOp::Clz if ty.bits == 64 => one(regs, mask, s, |a: u64| a.leading_zeros()),
        UnOp::Clz => one(regs, mask, s, |a: u32| a.leading_zeros()),
        _ => {
            // bfind: position of the highest bit that is not a sign bit; all ones if there is none.
            let (shifted, negative) = (op == UnOp::BfindShift, ty.is_signed());
            if ty.bits == 64 {
                one(regs, mask, s, |a: u64| {
                    let a = if negative && (a as i64) < 0 { !a } else { a };
                    let zeros = a.leading_zeros();
                    if zeros == 64 {
                        u32::MAX
                    } else if shifted {
                        zeros
                    } else {
                        63 - zeros
                    }
                });
            } else {
                one(regs, mask, s, |a: u32| {
                    let a = if negative && (a as i32) < 0 { !a } else { a };
                    let zeros = a.leading_zeros();
                    if zeros == 32 {
                        u32::MAX
                    } else if shifted {
                        zeros
                    } else {
                        31 - zeros
                    }
                });
            }
        }
    }
}

#[inline(always)]
pub(super) fn unsigned_binary(regs: &mut Regs, mask: u32, op: BinOp, bits: u8, s: [Slot; 3]) {
    match op {
        BinOp::Add => unsigned!(bits, map2(regs, mask, s), |a, b| a.wrapping_add(b)),
        BinOp::Sub => unsigned!(bits, map2(regs, mask, s), |a, b| a.wrapping_sub(b)),
        BinOp::MulLo => unsigned!(bits, map2(regs, mask, s), |a, b| a.wrapping_mul(b)),
        BinOp::MulHi => match bits {
            16 => map2(regs, mask, s, |a: u16, b: u16| {
                ((u32::from(a) * u32::from(b)) >> 16) as u16
            }),
            32 => map2(regs, mask, s, |a: u32, b: u32| {
                ((u64::from(a) * u64::from(b)) >> 32) as u32
            }),
            _ => map2(regs, mask, s, |a: u64, b: u64| {
                ((u128::from(a) * u128::from(b)) >> 64) as u64
            }),
        },
        BinOp::MulWide if bits == 16 => {
            map2(regs, mask, s, |a: u16, b: u16| u32::from(a) * u32::from(b))
        }
        BinOp::MulWide => map2(regs, mask, s, |a: u32, b: u32| u64::from(a) * u64::from(b)),
        BinOp::Div => unsigned!(bits, map2(regs, mask, s), |a, b| a
            .checked_div(b)
            .unwrap_or(!0)),
        BinOp::Rem => unsigned!(bits, map2(regs, mask, s), |a, b| a
            .checked_rem(b)
            .unwrap_or(a)),
        BinOp::Min => unsigned!(bits, map2(regs, mask, s), |a, b| if a < b { a } else { b }),
        BinOp::Max => unsigned!(bits, map2(regs, mask, s), |a, b| if a > b { a } else { b }),
        BinOp::And => unsigned!(bits, map2(regs, mask, s), |a, b| a & b),
        BinOp::Or => unsigned!(bits, map2(regs, mask, s), |a, b| a | b),
        BinOp::Xor => unsigned!(bits, map2(regs, mask, s), |a, b| a ^ b),
        BinOp::Mul24Lo => map2(regs, mask, s, |a: u32, b: u32| umul24(a, b) as u32),
        BinOp::Mul24Hi => map2(regs, mask, s, |a: u32, b: u32| (umul24(a, b) >> 16) as u32),
        BinOp::SzextClamp | BinOp::SzextWrap => {
            let clamp = op == BinOp::SzextClamp;
            map2(regs, mask, s, |a: u32, b: u32| szext(a, b, clamp, false));
        }
        BinOp::BmskClamp | BinOp::BmskWrap => map2(regs, mask, s, |a: u32, b: u32| bmsk(op, a, b)),
        // These have no integer form.
        BinOp::Copysign | BinOp::CvtPair => {}
        BinOp::Shl => match bits {
            16 => map2(
                regs,
                mask,
                s,
                |a: u16, b: u32| if b < 16 { a << b } else { 0 },
            ),
            32 => map2(
                regs,
                mask,
                s,
                |a: u32, b: u32| if b < 32 { a << b } else { 0 },
            ),
            _ => map2(
                regs,
                mask,
                s,
                |a: u64, b: u32| if b < 64 { a << b } else { 0 },
            ),
        },
        BinOp::Shr => match bits {
            16 => map2(
                regs,
                mask,
                s,
                |a: u16, b: u32| if b < 16 { a >> b } else { 0 },
            ),
            32 => map2(
                regs,
                mask,
                s,
                |a: u32, b: u32| if b < 32 { a >> b } else { 0 },
            ),
            _ => map2(
                regs,
                mask,
                s,
                |a: u64, b: u32| if b < 64 { a >> b } else { 0 },
            ),
        },
    }
}

#[inline(always)]
pub(super) fn signed_binary(
    regs: &mut Regs,
    mask: u32,
    op: BinOp,
    bits: u8,
    mods: Mods,
    s: [Slot; 3],
) {
    let sat = mods.sat;
    match op {
        BinOp::Min if mods.relu => map2(regs, mask, s, |a: i32, b: i32| a.min(b).max(0)),
        BinOp::Max if mods.relu => map2(regs, mask, s, |a: i32, b: i32| a.max(b).max(0)),
        BinOp::Mul24Lo => map2(regs, mask, s, |a: i32, b: i32| mul24(a, b) as i32),
        BinOp::Mul24Hi => map2(regs, mask, s, |a: i32, b: i32| (mul24(a, b) >> 16) as i32),
        BinOp::SzextClamp | BinOp::SzextWrap => {
            let clamp = op == BinOp::SzextClamp;
            map2(regs, mask, s, |a: u32, b: u32| szext(a, b, clamp, true));
        }
        BinOp::Add if sat => map2(regs, mask, s, |a: i32, b: i32| a.saturating_add(b)),
        BinOp::Sub if sat => map2(regs, mask, s, |a: i32, b: i32| a.saturating_sub(b)),
        BinOp::MulHi => match bits {
            16 => map2(regs, mask, s, |a: i16, b: i16| {
                ((i32::from(a) * i32::from(b)) >> 16) as i16
            }),
            32 => map2(regs, mask, s, |a: i32, b: i32| {
                ((i64::from(a) * i64::from(b)) >> 32) as i32
            }),
            _ => map2(regs, mask, s, |a: i64, b: i64| {
                ((i128::from(a) * i128::from(b)) >> 64) as i64
            }),
        },
        BinOp::MulWide if bits == 16 => {
            map2(regs, mask, s, |a: i16, b: i16| i32::from(a) * i32::from(b))
        }
        BinOp::MulWide => map2(regs, mask, s, |a: i32, b: i32| i64::from(a) * i64::from(b)),
        BinOp::Div => signed!(bits, map2(regs, mask, s), |a, b| if b == 0 {
            !0
        } else {
            a.wrapping_div(b)
        }),
        BinOp::Rem => signed!(bits, map2(regs, mask, s), |a, b| if b == 0 {
            a
        } else {
            a.wrapping_rem(b)
        }),
        BinOp::Min => signed!(bits, map2(regs, mask, s), |a, b| if a < b { a } else { b }),
        BinOp::Max => signed!(bits, map2(regs, mask, s), |a, b| if a > b { a } else { b }),
        BinOp::Shr => match bits {
            16 => map2(regs, mask, s, |a: i16, b: u32| a >> b.min(15)),
            32 => map2(regs, mask, s, |a: i32, b: u32| a >> b.min(31)),
            _ => map2(regs, mask, s, |a: i64, b: u32| a >> b.min(63)),
        },
        _ => unsigned_binary(regs, mask, op, bits, s),
    }
}

/// Operations of two 16-bit integers in each register.
#[inline(never)]
pub(super) fn pair_binary(
    regs: &mut Regs,
    mask: u32,
    op: BinOp,
    signed: bool,
    relu: bool,
    s: [Slot; 3],
) {
    let half = |a: u16, b: u16| match (op, signed) {
        (BinOp::Min, true) => (a as i16).min(b as i16) as u16,
        (BinOp::Max, true) => (a as i16).max(b as i16) as u16,
        (BinOp::Min, false) => a.min(b),
        (BinOp::Max, false) => a.max(b),
        _ => a.wrapping_add(b),
    };
    let half = |a: u32, b: u32| {
        let value = half(a as u16, b as u16);
        if relu && (value as i16) < 0 {
            0
        } else {
            u32::from(value)
        }
    };
    map2(regs, mask, s, |a: u32, b: u32| {
        half(a >> 16, b >> 16) << 16 | half(a, b)
    });
}

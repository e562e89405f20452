//! Arithmetic: one lowered instruction over all lanes of a warp.
//!
//! Every lane is computed and the mask chooses which are kept: nothing here can fault, and straight loops of 32 vectorise. The
//! operation is matched once a warp, never once a lane. [`pick`] selects a copy compiled for the host's vector and fused
//! multiply-add instructions.

use super::convert::{self, Cvt};
use super::regs::*;
use crate::ptx::{BinOp, BoolOp, Cmp, Mods, TriOp, Ty, UnOp};
use bits::{bfi, lop3};
use compare::compare;
use floats::{float_binary, float_unary};
use integers::{int_unary, signed_binary, unsigned_binary};
use ternary::ternary;

/// One closure at the width that an unsigned or untyped operation has.
macro_rules! unsigned {
    ($bits:expr, $map:ident ( $regs:expr, $mask:expr, $s:expr ), |$($x:ident),*| $e:expr) => {
        match $bits {
            16 => $map($regs, $mask, $s, |$($x: u16),*| -> u16 { $e }),
            32 => $map($regs, $mask, $s, |$($x: u32),*| -> u32 { $e }),
            _ => $map($regs, $mask, $s, |$($x: u64),*| -> u64 { $e }),
        }
    };
}
/// One closure at the width that a signed operation has.
macro_rules! signed {
    ($bits:expr, $map:ident ( $regs:expr, $mask:expr, $s:expr ), |$($x:ident),*| $e:expr) => {
        match $bits {
            16 => $map($regs, $mask, $s, |$($x: i16),*| -> i16 { $e }),
            32 => $map($regs, $mask, $s, |$($x: i32),*| -> i32 { $e }),
            _ => $map($regs, $mask, $s, |$($x: i64),*| -> i64 { $e }),
        }
    };
}

mod bits;
mod compare;
mod floats;
mod integers;
mod ternary;

/// A lowered arithmetic instruction. Slots are in the file that the type selects.
#[derive(Debug, Clone)]
pub enum Alu {
    Mov32 {
        d: Slot,
        a: Slot,
    },
    Mov64 {
        d: Slot,
        a: Slot,
    },
    MovPred {
        d: Slot,
        a: Slot,
    },
    Pack {
        bits: u8,
        wide: bool,
        d: Slot,
        srcs: Vec<Slot>,
    },
    /// One part of a register: bits `shift..shift + bits`.
    Extract {
        wide: bool,
        shift: u8,
        bits: u8,
        d: Slot,
        a: Slot,
    },
    Un {
        op: UnOp,
        ty: Ty,
        mods: Mods,
        d: Slot,
        a: Slot,
    },
    Bin {
        op: BinOp,
        ty: Ty,
        mods: Mods,
        s: [Slot; 3],
    },
    Tri {
        op: TriOp,
        ty: Ty,
        mods: Mods,
        s: [Slot; 4],
    },
    Lop3 {
        table: u8,
        s: [Slot; 4],
    },
    Bfi {
        wide: bool,
        s: [Slot; 3],
        pos: Slot,
        len: Slot,
    },
    Setp {
        cmp: Cmp,
        ty: Ty,
        ftz: bool,
        d: Option<Slot>,
        not_d: Option<Slot>,
        a: Slot,
        b: Slot,
        with: Option<(BoolOp, Slot, bool)>,
    },
    Set {
        cmp: Cmp,
        ty: Ty,
        ftz: bool,
        float: bool,
        d: Slot,
        a: Slot,
        b: Slot,
        with: Option<(BoolOp, Slot, bool)>,
    },
    Select {
        bits: u8,
        s: [Slot; 3],
        p: Slot,
    },
    PredBin {
        op: BinOp,
        s: [Slot; 3],
    },
    PredNot {
        d: Slot,
        a: Slot,
    },
    Cvt(Cvt),
}

/// A compiled copy of the executor.
pub type AluFn = fn(&mut Regs, &Alu, u32);

/// The fastest copy that this host can run. All copies give the same bits.
pub fn pick() -> AluFn {
    #[cfg(target_arch = "x86_64")]
    if std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma") {
        return |regs, op, mask| {
            // SAFETY: this copy is chosen only where the features that it is compiled for were detected.
            unsafe { execute_avx2(regs, op, mask) }
        };
    }
    |regs, op, mask| execute(regs, op, mask)
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma,bmi1,bmi2,popcnt,lzcnt")]
fn execute_avx2(regs: &mut Regs, op: &Alu, mask: u32) {
    execute(regs, op, mask);
}

/// Executes `op` for the lanes in `mask`.
#[inline(always)]
fn execute(regs: &mut Regs, op: &Alu, mask: u32) {
    match op {
        Alu::Mov32 { d, a } => map1(regs, mask, *d, *a, |a: u32| a),
        Alu::Mov64 { d, a } => map1(regs, mask, *d, *a, |a: u64| a),
        Alu::MovPred { d, a } => put_pred(regs, *d, regs.pred[*a as usize], mask),
        Alu::Un { op, ty, mods, d, a } => match (ty.is_float(), ty.bits) {
            (true, 32) => float_unary::<f32>(regs, mask, *op, *mods, *d, *a),
            (true, _) => float_unary::<f64>(regs, mask, *op, *mods, *d, *a),
            _ => int_unary(regs, mask, *op, *ty, *d, *a),
        },
        Alu::Bin { op, ty, mods, s } => match (ty.is_float(), ty.bits) {
            (true, 32) => float_binary::<f32>(regs, mask, *op, *mods, *s),
            (true, _) => float_binary::<f64>(regs, mask, *op, *mods, *s),
            _ if ty.is_signed() => signed_binary(regs, mask, *op, ty.bits, mods.sat, *s),
            _ => unsigned_binary(regs, mask, *op, ty.bits, *s),
        },
        Alu::Tri { op, ty, mods, s } => ternary(regs, mask, *op, *ty, *mods, *s),
        Alu::Lop3 { table, s } => lop3(regs, mask, *table, *s),
        Alu::Bfi { wide, s, pos, len } => bfi(regs, mask, *wide, *s, *pos, *len),
        Alu::Setp {
            cmp,
            ty,
            ftz,
            d,
            not_d,
            a,
            b,
            with,
        } => {
            let bits = compare(regs, *cmp, *ty, *ftz, *a, *b);
            let with = with.map(|(op, p, negated)| {
                (op, regs.pred[p as usize] ^ if negated { FULL } else { 0 })
            });
            if let Some(d) = d {
                put_pred(regs, *d, combine(bits, with), mask);
            }
            if let Some(d) = not_d {
                put_pred(regs, *d, combine(!bits, with), mask);
            }
        }
        Alu::Set {
            cmp,
            ty,
            ftz,
            float,
            d,
            a,
            b,
            with,
        } => {
            let bits = compare(regs, *cmp, *ty, *ftz, *a, *b);
            let with = with.map(|(op, p, negated)| {
                (op, regs.pred[p as usize] ^ if negated { FULL } else { 0 })
            });
            let bits = combine(bits, with);
            let yes = if *float { 1f32.to_bits() } else { u32::MAX };
            u32::put(
                regs,
                *d,
                each(|lane| if bits >> lane & 1 != 0 { yes } else { 0 }),
                mask,
            );
        }
        Alu::Select {
            bits,
            s: [d, a, b],
            p,
        } => {
            let p = regs.pred[*p as usize];
            if *bits == 64 {
                let (a, b) = (u64::get(regs, *a), u64::get(regs, *b));
                u64::put(
                    regs,
                    *d,
                    each(|lane| if p >> lane & 1 != 0 { a[lane] } else { b[lane] }),
                    mask,
                );
            } else {
                let (a, b) = (u32::get(regs, *a), u32::get(regs, *b));
                u32::put(
                    regs,
                    *d,
                    each(|lane| if p >> lane & 1 != 0 { a[lane] } else { b[lane] }),
                    mask,
                );
            }
        }
        Alu::PredBin { op, s: [d, a, b] } => {
            let (a, b) = (regs.pred[*a as usize], regs.pred[*b as usize]);
            let bits = match op {
                BinOp::And => a & b,
                BinOp::Or => a | b,
                _ => a ^ b,
            };
            put_pred(regs, *d, bits, mask);
        }
        Alu::PredNot { d, a } => put_pred(regs, *d, !regs.pred[*a as usize], mask),
        Alu::Pack {
            bits,
            wide,
            d,
            srcs,
        } => {
            let mut packed = [0u64; LANES];
            for (part, src) in srcs.iter().enumerate() {
                let shift = part as u32 * u32::from(*bits);
                let values = u32::get(regs, *src);
                let keep = u64::MAX >> (64 - u32::from(*bits));
                for lane in 0..LANES {
                    packed[lane] |= (u64::from(values[lane]) & keep) << shift;
                }
            }
            if *wide {
                u64::put(regs, *d, packed, mask);
            } else {
                u32::put(regs, *d, packed.map(|value| value as u32), mask);
            }
        }
        Alu::Extract {
            wide,
            shift,
            bits,
            d,
            a,
        } => {
            let keep = u32::MAX >> (32 - u32::from(*bits));
            if *wide {
                map1(regs, mask, *d, *a, |a: u64| (a >> shift) as u32 & keep);
            } else {
                map1(regs, mask, *d, *a, |a: u32| a >> shift & keep);
            }
        }
        Alu::Cvt(cvt) => convert::execute(regs, mask, cvt),
    }
}

#[inline(always)]
pub fn put_pred(regs: &mut Regs, d: Slot, bits: u32, mask: u32) {
    let old = &mut regs.pred[d as usize];
    *old = *old & !mask | bits & mask;
}

#[inline(always)]
fn combine(bits: u32, with: Option<(BoolOp, u32)>) -> u32 {
    match with {
        None => bits,
        Some((BoolOp::And, other)) => bits & other,
        Some((BoolOp::Or, other)) => bits | other,
        Some((BoolOp::Xor, other)) => bits ^ other,
    }
}

//! Arithmetic: one lowered instruction over all lanes of a warp.
//!
//! Every lane is computed and the mask chooses which are kept: nothing here can fault, and straight loops of 32 vectorise. The
//! operation is matched once a warp, never once a lane. [`pick`] selects a copy compiled for the host's vector and fused
//! multiply-add instructions.

use super::convert::{self, Cvt};
use super::regs::*;
use crate::ptx::{BinOp, BoolOp, Cmp, Kind, Mods, TestpOp, TriOp, Ty, UnOp};
use bits::{bfi, lop3};
pub use carry::Carry;
use compare::compare;
use floats::{float_binary, float_unary};
use integers::{int_unary, pair_binary, signed_binary, unsigned_binary};
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
mod carry;
mod compare;
mod floats;
mod half;
mod integers;
mod operands;
mod ternary;
#[cfg(test)]
mod tests;

pub use operands::{Flow, Register};

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
    /// A combined comparison of a register with zero: `d` is whether a bit is set.
    AnyBit {
        d: Slot,
        a: Slot,
        with: (BoolOp, Slot, bool),
    },
    Carry(Carry),
    Testp {
        test: TestpOp,
        wide: bool,
        d: Slot,
        a: Slot,
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
    /// `yes` is what is written where the comparison holds, of packed types in each half.
    Set {
        cmp: Cmp,
        ty: Ty,
        ftz: bool,
        yes: u32,
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
        Alu::Un { op, ty, mods, d, a } => match (ty.kind, ty.bits) {
            (Kind::Float, 32) => float_unary::<f32>(regs, mask, *op, *mods, *d, *a),
            (Kind::Float, 64) => float_unary::<f64>(regs, mask, *op, *mods, *d, *a),
            _ if ty.is_half() => half::unary(regs, mask, *op, *ty, *mods, *d, *a),
            _ => int_unary(regs, mask, *op, *ty, *d, *a),
        },
        Alu::Bin { op, ty, mods, s } => match (ty.kind, ty.bits) {
            (Kind::Float, 32) => float_binary::<f32>(regs, mask, *op, *mods, *s),
            (Kind::Float, 64) => float_binary::<f64>(regs, mask, *op, *mods, *s),
            (Kind::Signed, _) => signed_binary(regs, mask, *op, ty.bits, *mods, *s),
            _ if *op == BinOp::CvtPair => convert::pair(regs, mask, *ty, *mods, *s),
            _ if ty.is_half() => half::binary(regs, mask, *op, *ty, *mods, *s),
            (Kind::SignedPair, _) => pair_binary(regs, mask, *op, true, mods.relu, *s),
            (Kind::UnsignedPair, _) => pair_binary(regs, mask, *op, false, false, *s),
            _ => unsigned_binary(regs, mask, *op, ty.bits, *s),
        },
        Alu::Tri { op, ty, mods, s } if ty.is_half() && *op == TriOp::Fma => {
            half::fma(regs, mask, *ty, *mods, *s);
        }
        Alu::Tri { op, ty, mods, s } => ternary(regs, mask, *op, *ty, *mods, *s),
        Alu::AnyBit { d, a, with } => {
            let bits = test2(regs, *a, *a, |a: u32, _: u32| a != 0);
            let with = resolve(regs, &Some(*with));
            put_pred(regs, *d, combine(bits, with), mask);
        }
        Alu::Carry(link) => carry::execute(regs, mask, link),
        Alu::Testp { test, wide, d, a } => {
            let bits = compare::testp(regs, *test, *wide, *a);
            put_pred(regs, *d, bits, mask);
        }
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
            let with = resolve(regs, with);
            let [bits, not_bits] = if ty.is_half() {
                let [low, high] = half::compare(regs, *cmp, *ty, *ftz, *a, *b);
                [low, if ty.is_pair() { high } else { !low }]
            } else {
                let bits = compare(regs, *cmp, *ty, *ftz, *a, *b);
                [bits, !bits]
            };
            if let Some(d) = d {
                put_pred(regs, *d, combine(bits, with), mask);
            }
            if let Some(d) = not_d {
                put_pred(regs, *d, combine(not_bits, with), mask);
            }
        }
        Alu::Set {
            cmp,
            ty,
            ftz,
            yes,
            d,
            a,
            b,
            with,
        } => {
            let with = resolve(regs, with);
            if ty.is_pair() {
                return half::set(regs, mask, (*cmp, *ty, *ftz, *yes), [*d, *a, *b], with);
            }
            let bits = if ty.is_half() {
                half::compare(regs, *cmp, *ty, *ftz, *a, *b)[0]
            } else {
                compare(regs, *cmp, *ty, *ftz, *a, *b)
            };
            let bits = combine(bits, with);
            u32::put(
                regs,
                *d,
                each(|lane| if bits >> lane & 1 != 0 { *yes } else { 0 }),
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

/// The lanes of the predicate that a comparison is combined with.
#[inline(always)]
fn resolve(regs: &Regs, with: &Option<(BoolOp, Slot, bool)>) -> Option<(BoolOp, u32)> {
    with.map(|(op, p, negated)| (op, regs.pred[p as usize] ^ if negated { FULL } else { 0 }))
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

//! Arithmetic: one lowered instruction over all lanes of a warp.
//!
//! Every lane is computed and the mask chooses which are kept: nothing here can fault, and straight loops of 32 vectorise. The
//! operation is matched once a warp, never once a lane. [`pick`] selects a copy compiled for the host's vector and fused
//! multiply-add instructions.

use super::convert::{self, Cvt};
use super::float::{self, Real};
use super::regs::*;
use crate::ptx::{BinOp, BoolOp, Cmp, Mods, TriOp, Ty, UnOp};

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

macro_rules! unsigned {
    ($bits:expr, $map:ident ( $regs:expr, $mask:expr, $s:expr ), |$($x:ident),*| $e:expr) => {
        match $bits {
            16 => $map($regs, $mask, $s, |$($x: u16),*| -> u16 { $e }),
            32 => $map($regs, $mask, $s, |$($x: u32),*| -> u32 { $e }),
            _ => $map($regs, $mask, $s, |$($x: u64),*| -> u64 { $e }),
        }
    };
}
macro_rules! signed {
    ($bits:expr, $map:ident ( $regs:expr, $mask:expr, $s:expr ), |$($x:ident),*| $e:expr) => {
        match $bits {
            16 => $map($regs, $mask, $s, |$($x: i16),*| -> i16 { $e }),
            32 => $map($regs, $mask, $s, |$($x: i32),*| -> i32 { $e }),
            _ => $map($regs, $mask, $s, |$($x: i64),*| -> i64 { $e }),
        }
    };
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
                std::array::from_fn(|lane| if bits >> lane & 1 != 0 { yes } else { 0 }),
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
                    std::array::from_fn(|lane| if p >> lane & 1 != 0 { a[lane] } else { b[lane] }),
                    mask,
                );
            } else {
                let (a, b) = (u32::get(regs, *a), u32::get(regs, *b));
                u32::put(
                    regs,
                    *d,
                    std::array::from_fn(|lane| if p >> lane & 1 != 0 { a[lane] } else { b[lane] }),
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

#[inline(always)]
fn int_unary(regs: &mut Regs, mask: u32, op: UnOp, ty: Ty, d: Slot, a: Slot) {
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
fn unsigned_binary(regs: &mut Regs, mask: u32, op: BinOp, bits: u8, s: [Slot; 3]) {
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
        BinOp::Xor | BinOp::Copysign => unsigned!(bits, map2(regs, mask, s), |a, b| a ^ b),
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
fn signed_binary(regs: &mut Regs, mask: u32, op: BinOp, bits: u8, sat: bool, s: [Slot; 3]) {
    match op {
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

/// Inputs flushed, `f` applied, the result made canonical, flushed and clamped as the modifiers say.
#[inline(always)]
fn finish<F: Real>(mods: Mods, value: F) -> F {
    let value = value.canonical();
    let value = if mods.ftz { value.flush() } else { value };
    if mods.sat { value.clamp01() } else { value }
}

#[inline(always)]
fn float_unary<F: Real>(regs: &mut Regs, mask: u32, op: UnOp, mods: Mods, d: Slot, a: Slot) {
    macro_rules! apply {
        ($f:expr) => {{
            let f = $f;
            if mods.ftz || mods.sat {
                map1(regs, mask, d, a, |a: F| {
                    finish(mods, f(if mods.ftz { a.flush() } else { a }))
                })
            } else {
                map1(regs, mask, d, a, |a: F| f(a).canonical())
            }
        }};
    }
    match op {
        UnOp::Neg if !mods.ftz => map1(regs, mask, d, a, |a: F| a.negated()),
        UnOp::Abs if !mods.ftz => map1(regs, mask, d, a, |a: F| a.magnitude()),
        UnOp::Neg => apply!(|a: F| a.negated()),
        UnOp::Abs => apply!(|a: F| a.magnitude()),
        UnOp::Rcp => apply!(|a: F| F::of(1.0).div(a)),
        UnOp::Sqrt => apply!(|a: F| a.root()),
        UnOp::Rsqrt => apply!(|a: F| F::of(1.0 / a.wide().sqrt())),
        UnOp::Ex2 => apply!(|a: F| F::of(a.wide().exp2())),
        UnOp::Lg2 => apply!(|a: F| F::of(a.wide().log2())),
        UnOp::Sin => apply!(|a: F| F::of(a.wide().sin())),
        UnOp::Cos => apply!(|a: F| F::of(a.wide().cos())),
        UnOp::Tanh => apply!(|a: F| F::of(a.wide().tanh())),
        UnOp::Not
        | UnOp::Cnot
        | UnOp::Popc
        | UnOp::Clz
        | UnOp::Brev
        | UnOp::Bfind
        | UnOp::BfindShift => {}
    }
}

#[inline(always)]
fn float_binary<F: Real>(regs: &mut Regs, mask: u32, op: BinOp, mods: Mods, s: [Slot; 3]) {
    macro_rules! apply {
        ($f:expr) => {{
            let f = $f;
            if mods.ftz || mods.sat {
                let flush = |x: F| if mods.ftz { x.flush() } else { x };
                map2(regs, mask, s, |a: F, b: F| {
                    finish(mods, f(flush(a), flush(b)))
                })
            } else {
                map2(regs, mask, s, |a: F, b: F| f(a, b).canonical())
            }
        }};
    }
    match op {
        BinOp::Add => apply!(|a: F, b: F| a.add(b)),
        BinOp::Sub => apply!(|a: F, b: F| a.sub(b)),
        BinOp::MulLo => apply!(|a: F, b: F| a.mul(b)),
        BinOp::Div => apply!(|a: F, b: F| a.div(b)),
        BinOp::Min if mods.nan => apply!(|a: F, b: F| if a.is_nan() || b.is_nan() {
            F::nan()
        } else {
            float::min(a, b)
        }),
        BinOp::Max if mods.nan => apply!(|a: F, b: F| if a.is_nan() || b.is_nan() {
            F::nan()
        } else {
            float::max(a, b)
        }),
        BinOp::Min => apply!(|a: F, b: F| float::min(a, b)),
        BinOp::Max => apply!(|a: F, b: F| float::max(a, b)),
        // copysign d, a, b: the sign of a on the magnitude of b.
        BinOp::Copysign => map2(regs, mask, s, |a: F, b: F| b.with_sign_of(a)),
        _ => {}
    }
}

#[inline(always)]
fn ternary(regs: &mut Regs, mask: u32, op: TriOp, ty: Ty, mods: Mods, s: [Slot; 4]) {
    let bits = ty.bits;
    match op {
        TriOp::Fma if bits == 32 && !mods.ftz && !mods.sat => {
            map3(regs, mask, s, |a: f32, b: f32, c: f32| {
                a.mul_add(b, c).canonical()
            });
        }
        TriOp::Fma if bits == 32 => {
            let flush = |x: f32| if mods.ftz { x.flush() } else { x };
            map3(regs, mask, s, |a: f32, b: f32, c: f32| {
                finish(mods, flush(a).mul_add(flush(b), flush(c)))
            });
        }
        TriOp::Fma => map3(regs, mask, s, |a: f64, b: f64, c: f64| {
            a.mul_add(b, c).canonical()
        }),
        TriOp::MadLo => unsigned!(bits, map3(regs, mask, s), |a, b, c| a
            .wrapping_mul(b)
            .wrapping_add(c)),
        TriOp::MadWide if ty.is_signed() && bits == 16 => {
            map3(regs, mask, s, |a: i16, b: i16, c: i32| {
                (i32::from(a) * i32::from(b)).wrapping_add(c)
            });
        }
        TriOp::MadWide if ty.is_signed() => {
            map3(regs, mask, s, |a: i32, b: i32, c: i64| {
                (i64::from(a) * i64::from(b)).wrapping_add(c)
            });
        }
        TriOp::MadWide if bits == 16 => {
            map3(regs, mask, s, |a: u16, b: u16, c: u32| {
                (u32::from(a) * u32::from(b)).wrapping_add(c)
            });
        }
        TriOp::MadWide => {
            map3(regs, mask, s, |a: u32, b: u32, c: u64| {
                (u64::from(a) * u64::from(b)).wrapping_add(c)
            });
        }
        TriOp::MadHi => match (ty.is_signed(), bits) {
            (true, 32) => map3(regs, mask, s, |a: i32, b: i32, c: i32| {
                (((i64::from(a) * i64::from(b)) >> 32) as i32).wrapping_add(c)
            }),
            (true, 16) => map3(regs, mask, s, |a: i16, b: i16, c: i16| {
                (((i32::from(a) * i32::from(b)) >> 16) as i16).wrapping_add(c)
            }),
            (true, _) => map3(regs, mask, s, |a: i64, b: i64, c: i64| {
                (((i128::from(a) * i128::from(b)) >> 64) as i64).wrapping_add(c)
            }),
            (_, 32) => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
                (((u64::from(a) * u64::from(b)) >> 32) as u32).wrapping_add(c)
            }),
            (_, 16) => map3(regs, mask, s, |a: u16, b: u16, c: u16| {
                (((u32::from(a) * u32::from(b)) >> 16) as u16).wrapping_add(c)
            }),
            _ => map3(regs, mask, s, |a: u64, b: u64, c: u64| {
                (((u128::from(a) * u128::from(b)) >> 64) as u64).wrapping_add(c)
            }),
        },
        TriOp::Sad if ty.is_signed() => signed!(bits, map3(regs, mask, s), |a, b, c| {
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            c.wrapping_add(high.wrapping_sub(low))
        }),
        TriOp::Sad => unsigned!(bits, map3(regs, mask, s), |a, b, c| c
            .wrapping_add(b.abs_diff(a))),
        TriOp::Bfe if bits == 64 => map3(regs, mask, s, |a: u64, pos: u32, len: u32| {
            bfe(a, pos, len, 64, ty.is_signed())
        }),
        TriOp::Bfe => map3(regs, mask, s, |a: u32, pos: u32, len: u32| {
            let a = if ty.is_signed() {
                i64::from(a as i32) as u64
            } else {
                u64::from(a)
            };
            bfe(a, pos, len, 32, ty.is_signed()) as u32
        }),
        TriOp::Prmt => map3(regs, mask, s, |a: u32, b: u32, c: u32| prmt(a, b, c)),
        TriOp::ShfLeftClamp => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            ((joined(a, b) << c.min(32)) >> 32) as u32
        }),
        TriOp::ShfLeftWrap => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            ((joined(a, b) << (c & 31)) >> 32) as u32
        }),
        TriOp::ShfRightClamp => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            (joined(a, b) >> c.min(32)) as u32
        }),
        TriOp::ShfRightWrap => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            (joined(a, b) >> (c & 31)) as u32
        }),
        TriOp::SlctS32 if bits == 64 => map3(
            regs,
            mask,
            s,
            |a: u64, b: u64, c: i32| if c >= 0 { a } else { b },
        ),
        TriOp::SlctS32 => map3(
            regs,
            mask,
            s,
            |a: u32, b: u32, c: i32| if c >= 0 { a } else { b },
        ),
        TriOp::SlctF32 if bits == 64 => map3(
            regs,
            mask,
            s,
            |a: u64, b: u64, c: f32| if c >= 0.0 { a } else { b },
        ),
        TriOp::SlctF32 => map3(
            regs,
            mask,
            s,
            |a: u32, b: u32, c: f32| if c >= 0.0 { a } else { b },
        ),
    }
}

#[inline(always)]
fn joined(low: u32, high: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// Bit field extract; `a` is sign-extended to 64 bits for a signed 32-bit field.
#[inline(always)]
fn bfe(a: u64, pos: u32, len: u32, width: u32, signed: bool) -> u64 {
    let (pos, len) = (pos & 255, len & 255);
    let top = (pos + len).wrapping_sub(1).min(width - 1);
    let sign = signed && len > 0 && a >> top & 1 != 0;
    let field = if pos < 64 { a >> pos } else { 0 };
    let in_field = |bit: u32| bit < len && pos + bit < width;
    let kept = (0..width).filter(|&bit| in_field(bit)).count() as u32;
    let keep = if kept >= 64 {
        u64::MAX
    } else {
        (1 << kept) - 1
    };
    if sign {
        field & keep | !keep
    } else {
        field & keep
    }
}

#[inline(always)]
fn prmt(a: u32, b: u32, selector: u32) -> u32 {
    let bytes = joined(a, b).to_le_bytes();
    let mut out = [0; 4];
    for (at, byte) in out.iter_mut().enumerate() {
        let nibble = selector >> (4 * at) & 15;
        let value = bytes[nibble as usize & 7];
        *byte = if nibble & 8 == 0 {
            value
        } else {
            ((value as i8) >> 7) as u8
        };
    }
    u32::from_le_bytes(out)
}

#[inline(always)]
fn lop3(regs: &mut Regs, mask: u32, table: u8, s: [Slot; 4]) {
    map3(regs, mask, s, |a: u32, b: u32, c: u32| {
        let mut out = 0;
        for row in 0..8u8 {
            let pick = |value: u32, bit: u8| if row >> bit & 1 != 0 { value } else { !value };
            let term = pick(a, 2) & pick(b, 1) & pick(c, 0);
            out |= if table >> row & 1 != 0 { term } else { 0 };
        }
        out
    });
}

#[inline(always)]
fn bfi(regs: &mut Regs, mask: u32, wide: bool, [d, a, b]: [Slot; 3], pos: Slot, len: Slot) {
    let (pos, len) = (u32::get(regs, pos), u32::get(regs, len));
    let insert = |a: u64, b: u64, pos: u32, len: u32, width: u32| {
        let (pos, len) = (pos & 255, len & 255);
        if pos >= width || len == 0 {
            return b;
        }
        let keep = if len >= 64 { u64::MAX } else { (1 << len) - 1 };
        b & !(keep << pos) | (a & keep) << pos
    };
    if wide {
        let (a, b) = (u64::get(regs, a), u64::get(regs, b));
        u64::put(
            regs,
            d,
            std::array::from_fn(|i| insert(a[i], b[i], pos[i], len[i], 64)),
            mask,
        );
    } else {
        let (a, b) = (u32::get(regs, a), u32::get(regs, b));
        let value = |i: usize| insert(u64::from(a[i]), u64::from(b[i]), pos[i], len[i], 32) as u32;
        u32::put(regs, d, std::array::from_fn(value), mask);
    }
}

#[inline(always)]
fn compare(regs: &Regs, cmp: Cmp, ty: Ty, ftz: bool, a: Slot, b: Slot) -> u32 {
    macro_rules! ints {
        ($ty:ty) => {
            match cmp {
                Cmp::Eq | Cmp::Equ => test2(regs, a, b, |a: $ty, b: $ty| a == b),
                Cmp::Ne | Cmp::Neu => test2(regs, a, b, |a: $ty, b: $ty| a != b),
                Cmp::Lt | Cmp::Ltu => test2(regs, a, b, |a: $ty, b: $ty| a < b),
                Cmp::Le | Cmp::Leu => test2(regs, a, b, |a: $ty, b: $ty| a <= b),
                Cmp::Gt | Cmp::Gtu => test2(regs, a, b, |a: $ty, b: $ty| a > b),
                Cmp::Ge | Cmp::Geu => test2(regs, a, b, |a: $ty, b: $ty| a >= b),
                Cmp::Num => FULL,
                Cmp::Nan => 0,
            }
        };
    }
    match (ty.kind, ty.bits) {
        (crate::ptx::Kind::Float, 32) => compare_float::<f32>(regs, cmp, ftz, a, b),
        (crate::ptx::Kind::Float, _) => compare_float::<f64>(regs, cmp, false, a, b),
        (crate::ptx::Kind::Signed, 16) => ints!(i16),
        (crate::ptx::Kind::Signed, 32) => ints!(i32),
        (crate::ptx::Kind::Signed, _) => ints!(i64),
        (_, 16) => ints!(u16),
        (_, 32) => ints!(u32),
        _ => ints!(u64),
    }
}

#[inline(always)]
fn compare_float<F: Real>(regs: &Regs, cmp: Cmp, ftz: bool, a: Slot, b: Slot) -> u32 {
    let test = |f: fn(F, F) -> bool| {
        test2(regs, a, b, move |a: F, b: F| {
            if ftz {
                f(a.flush(), b.flush())
            } else {
                f(a, b)
            }
        })
    };
    let unordered =
        |f: fn(F, F) -> bool| test(f) | test2(regs, a, b, |a: F, b: F| a.is_nan() || b.is_nan());
    match cmp {
        Cmp::Eq => test(|a, b| a == b),
        // `ne` is false for NaN, unlike the host's `!=`.
        Cmp::Ne => test(|a, b| a != b && !a.is_nan() && !b.is_nan()),
        Cmp::Lt => test(|a, b| a < b),
        Cmp::Le => test(|a, b| a <= b),
        Cmp::Gt => test(|a, b| a > b),
        Cmp::Ge => test(|a, b| a >= b),
        Cmp::Equ => unordered(|a, b| a == b),
        Cmp::Neu => unordered(|a, b| a != b),
        Cmp::Ltu => unordered(|a, b| a < b),
        Cmp::Leu => unordered(|a, b| a <= b),
        Cmp::Gtu => unordered(|a, b| a > b),
        Cmp::Geu => unordered(|a, b| a >= b),
        Cmp::Num => test(|a, b| !a.is_nan() && !b.is_nan()),
        Cmp::Nan => test(|a, b| a.is_nan() || b.is_nan()),
    }
}

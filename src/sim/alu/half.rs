//! f16 and bf16, alone and in pairs.
//!
//! Each half is widened to f64, where sums and products of two such values are exact or made odd, then rounded once. The operation is
//! chosen between two loops over the lanes, so that there is one loop an operation and one a format, not one for each of both.

use crate::ptx::{BinOp, BoolOp, Cmp, Kind, Mods, Round, Ty, UnOp};
use crate::sim::float::{self, Format, Real, format_of};
use crate::sim::regs::*;

/// One value a lane.
pub(super) type Lanes = [f64; LANES];

/// The lower or upper half of `slot`, widened.
#[inline(always)]
pub(super) fn widened(regs: &Regs, slot: Slot, ty: Ty, half: u32, ftz: bool) -> Lanes {
    let words = u32::get(regs, slot);
    let part = |lane: usize| words[lane] >> (16 * half) & 0xffff;
    match ty.kind {
        Kind::Brain | Kind::BrainPair => each(|lane| f64::from(f32::from_bits(part(lane) << 16))),
        _ => each(|lane| {
            let bits = part(lane);
            // Subnormals of f16 have an exponent field of zero.
            let bits = if ftz && bits & 0x7c00 == 0 {
                bits & 0x8000
            } else {
                bits
            };
            float::F16.value(u64::from(bits))
        }),
    }
}

/// Number of values in a register of type `ty`.
pub(super) fn halves(ty: Ty) -> u32 {
    if ty.is_pair() { 2 } else { 1 }
}

/// Values rounded to `format`, with the modifiers of a result.
#[inline(always)]
fn narrowed(values: Lanes, format: &Format, mods: Mods) -> [u32; LANES] {
    each(|lane| {
        let mut value = values[lane];
        if mods.relu && value <= 0.0 {
            value = 0.0;
        }
        if mods.sat {
            value = value.clamp01();
        }
        let bits = format.of(value, Round::NearestEven, false) as u32;
        // The smallest normal number is the first with a bit in the exponent field.
        let normal = 1 << (format.precision - 1);
        if mods.ftz && bits & (format.sign as u32 - 1) < normal {
            bits & format.sign as u32
        } else {
            bits
        }
    })
}

/// Applies `f` to each half of a, b and c; `f` gets as many operands as there are slots.
#[inline(always)]
fn map<const N: usize>(
    regs: &mut Regs,
    mask: u32,
    ty: Ty,
    mods: Mods,
    d: Slot,
    s: [Slot; N],
    f: impl Fn([&Lanes; N]) -> Lanes,
) {
    let mut out = [0u32; LANES];
    for half in 0..halves(ty) {
        let operands = s.map(|slot| widened(regs, slot, ty, half, mods.ftz));
        let result = narrowed(f(operands.each_ref()), format_of(ty), mods);
        for lane in 0..LANES {
            out[lane] |= result[lane] << (16 * half);
        }
    }
    u32::put(regs, d, out, mask);
}

#[inline(never)]
pub(super) fn unary(regs: &mut Regs, mask: u32, op: UnOp, ty: Ty, mods: Mods, d: Slot, a: Slot) {
    let signs: u32 = if ty.is_pair() { 0x8000_8000 } else { 0x8000 };
    match op {
        UnOp::Neg if !mods.ftz => map1(regs, mask, d, a, |a: u32| a ^ signs),
        UnOp::Abs if !mods.ftz => map1(regs, mask, d, a, |a: u32| a & !signs),
        _ => map(regs, mask, ty, mods, d, [a], |[a]| match op {
            UnOp::Neg => each(|lane| -a[lane]),
            UnOp::Abs => each(|lane| a[lane].abs()),
            UnOp::Ex2 => each(|lane| a[lane].exp2()),
            _ => each(|lane| a[lane].tanh()),
        }),
    }
}

#[inline(never)]
pub(super) fn binary(regs: &mut Regs, mask: u32, op: BinOp, ty: Ty, mods: Mods, s: [Slot; 3]) {
    let [d, a, b] = s;
    map(regs, mask, ty, mods, d, [a, b], |[a, b]| match op {
        BinOp::Add => each(|lane| float::odd_sum(a[lane], b[lane])),
        BinOp::Sub => each(|lane| float::odd_sum(a[lane], -b[lane])),
        BinOp::Min => each(|lane| float::choose(a[lane], b[lane], mods, float::min)),
        BinOp::Max => each(|lane| float::choose(a[lane], b[lane], mods, float::max)),
        _ => each(|lane| a[lane] * b[lane]),
    });
}

#[inline(never)]
pub(super) fn fma(regs: &mut Regs, mask: u32, ty: Ty, mods: Mods, [d, a, b, c]: [Slot; 4]) {
    map(regs, mask, ty, mods, d, [a, b, c], |[a, b, c]| {
        each(|lane| float::odd_sum(a[lane] * b[lane], c[lane]))
    });
}

/// One bit a lane and half.
#[inline(never)]
pub(super) fn compare(regs: &Regs, cmp: Cmp, ty: Ty, ftz: bool, a: Slot, b: Slot) -> [u32; 2] {
    let mut bits = [0; 2];
    for half in 0..halves(ty) {
        let a = widened(regs, a, ty, half, ftz);
        let b = widened(regs, b, ty, half, ftz);
        for lane in 0..LANES {
            let holds = float::compare(cmp, a[lane], b[lane]);
            bits[half as usize] |= u32::from(holds) << lane;
        }
    }
    bits
}

/// `set` of packed types: `yes` in each half where the comparison holds.
#[inline(never)]
pub(super) fn set(
    regs: &mut Regs,
    mask: u32,
    (cmp, ty, ftz, yes): (Cmp, Ty, bool, u32),
    [d, a, b]: [Slot; 3],
    with: Option<(BoolOp, u32)>,
) {
    let bits = compare(regs, cmp, ty, ftz, a, b).map(|bits| super::combine(bits, with));
    let half = |bits: u32, lane: usize| if bits >> lane & 1 != 0 { yes } else { 0 };
    let out = each(|lane| (half(bits[1], lane) << 16) | half(bits[0], lane));
    u32::put(regs, d, out, mask);
}

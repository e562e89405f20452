//! The registers of one warp: 32 lanes side by side, so that one instruction is one short loop that the host vectorises.
//!
//! Values of up to 32 bits live in one file, 64-bit values in another, predicates as one bit a lane. Constants and special
//! registers are ordinary slots that are filled once, so an operand is always just a slot.

/// Lanes of a warp.
pub const LANES: usize = 32;
/// Every lane.
pub const FULL: u32 = u32::MAX;

/// A register file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// Values of up to 32 bits.
    R32,
    /// 64-bit values.
    R64,
    /// Predicates.
    Pred,
}

/// Index of a register in the file that its width selects.
pub type Slot = u16;

/// The register files of one warp.
#[derive(Debug, Clone, Default)]
pub struct Regs {
    pub r32: Vec<[u32; LANES]>,
    pub r64: Vec<[u64; LANES]>,
    /// One bit a lane.
    pub pred: Vec<u32>,
}

/// The lanes in `mask`, the lowest first.
#[inline(always)]
pub fn lanes_in(mask: u32) -> impl Iterator<Item = usize> + Clone {
    (0..LANES).filter(move |lane| mask >> lane & 1 != 0)
}

/// An array of `f` of each lane. A plain loop, so that `f` is compiled for the same vector instructions as the loop that it is in.
#[inline(always)]
pub fn each<T: Copy + Default>(f: impl Fn(usize) -> T) -> [T; LANES] {
    let mut out = [T::default(); LANES];
    for lane in 0..LANES {
        out[lane] = f(lane);
    }
    out
}

/// A type that lanes can hold; says which file and how its bits are read.
pub trait Lane: Copy + Default {
    /// All lanes of `slot`.
    fn get(regs: &Regs, slot: Slot) -> [Self; LANES];
    /// Writes the lanes in `mask` of `slot`.
    fn put(regs: &mut Regs, slot: Slot, values: [Self; LANES], mask: u32);
}

macro_rules! lane {
    ($file:ident, $word:ty: $($ty:ty, |$bits:ident| $from:expr, |$value:ident| $to:expr;)*) => {$(
        impl Lane for $ty {
            #[inline(always)]
            fn get(regs: &Regs, slot: Slot) -> [Self; LANES] {
                let words = &regs.$file[slot as usize];
                each(|lane| { let $bits: $word = words[lane]; $from })
            }
            #[inline(always)]
            fn put(regs: &mut Regs, slot: Slot, values: [Self; LANES], mask: u32) {
                let words = &mut regs.$file[slot as usize];
                if mask == FULL {
                    for lane in 0..LANES {
                        let $value = values[lane];
                        words[lane] = $to;
                    }
                } else {
                    for lane in 0..LANES {
                        let $value = values[lane];
                        let keep = words[lane];
                        words[lane] = if mask >> lane & 1 != 0 { $to } else { keep };
                    }
                }
            }
        }
    )*};
}

lane! { r32, u32:
    u8, |bits| bits as u8, |value| u32::from(value);
    u16, |bits| bits as u16, |value| u32::from(value);
    i16, |bits| bits as i16, |value| u32::from(value as u16);
    u32, |bits| bits, |value| value;
    i32, |bits| bits as i32, |value| value as u32;
    f32, |bits| f32::from_bits(bits), |value| value.to_bits();
}
lane! { r64, u64:
    u64, |bits| bits, |value| value;
    i64, |bits| bits as i64, |value| value as u64;
    f64, |bits| f64::from_bits(bits), |value| value.to_bits();
}

#[inline(always)]
pub fn map1<A: Lane, D: Lane>(regs: &mut Regs, mask: u32, d: Slot, a: Slot, f: impl Fn(A) -> D) {
    let a = A::get(regs, a);
    D::put(regs, d, each(|lane| f(a[lane])), mask);
}

#[inline(always)]
pub fn map2<A: Lane, B: Lane, D: Lane>(
    regs: &mut Regs,
    mask: u32,
    [d, a, b]: [Slot; 3],
    f: impl Fn(A, B) -> D,
) {
    let (a, b) = (A::get(regs, a), B::get(regs, b));
    D::put(regs, d, each(|lane| f(a[lane], b[lane])), mask);
}

#[inline(always)]
pub fn map3<A: Lane, B: Lane, C: Lane, D: Lane>(
    regs: &mut Regs,
    mask: u32,
    [d, a, b, c]: [Slot; 4],
    f: impl Fn(A, B, C) -> D,
) {
    let (a, b, c) = (A::get(regs, a), B::get(regs, b), C::get(regs, c));
    D::put(regs, d, each(|lane| f(a[lane], b[lane], c[lane])), mask);
}

/// The lanes where `f` holds, as bits.
#[inline(always)]
pub fn test2<A: Lane>(regs: &Regs, a: Slot, b: Slot, f: impl Fn(A, A) -> bool) -> u32 {
    let (a, b) = (A::get(regs, a), A::get(regs, b));
    let mut bits = 0;
    for lane in 0..LANES {
        bits |= u32::from(f(a[lane], b[lane])) << lane;
    }
    bits
}

//! Atomic operations, one lane after the other.

use super::float::{self, NAN32, NAN64};
use super::lower::NONE;
use super::memory::Region;
use super::regs::{LANES, Lane, Regs, Slot, lanes_in};
use crate::ptx::{AtomOp, Half, Round, Ty};

/// One atomic operation of every lane in `mask`, lowest lane first. `slots`: old value (or [`NONE`]), operand, second operand of `cas`.
pub fn atomic(
    region: &mut Region,
    regs: &mut Regs,
    (op, ty, shared): (AtomOp, Ty, bool),
    [d, b, c]: [Slot; 3],
    offsets: &[i64; LANES],
    mask: u32,
) {
    // Sums of f32 in global memory know no subnormal numbers; those in shared memory do (PTX manual, `atom`).
    let flush = op == AtomOp::Add && ty.is_float() && ty.bits == 32 && !shared;
    let bytes = ty.bytes();
    let read = |slot: Slot| {
        if bytes == 8 {
            u64::get(regs, slot)
        } else {
            u32::get(regs, slot).map(u64::from)
        }
    };
    let (b, c) = (read(b), read(c));
    let mut old = [0u64; LANES];
    // The width is a constant of each loop: so a lane's bytes are one move.
    macro_rules! each_lane {
        ($word:ty) => {
            for lane in lanes_in(mask) {
                const WIDTH: usize = size_of::<$word>();
                let at = offsets[lane] as usize;
                let place = &mut region.bytes[at..at + WIDTH];
                let mut raw = [0; WIDTH];
                raw.copy_from_slice(place);
                old[lane] = u64::from(<$word>::from_le_bytes(raw));
                // What is in memory stays as it is, but for the operation's view of it.
                let seen = if flush { flushed(old[lane]) } else { old[lane] };
                let operand = if flush { flushed(b[lane]) } else { b[lane] };
                let new = combine(op, ty, seen, operand, c[lane]);
                let new = if flush { flushed(new) } else { new };
                place.copy_from_slice(&(new as $word).to_le_bytes());
            }
        };
    }
    match bytes {
        2 => each_lane!(u16),
        4 => each_lane!(u32),
        _ => each_lane!(u64),
    }
    if d != NONE {
        if bytes == 8 {
            u64::put(regs, d, old, mask);
        } else {
            u32::put(regs, d, old.map(|value| value as u32), mask);
        }
    }
}

/// The new value of an atomic: `old` combined with `b` (and `c` for `cas`).
pub fn combine(op: AtomOp, ty: Ty, old: u64, b: u64, c: u64) -> u64 {
    let keep = u64::MAX >> (64 - ty.bits);
    let signed = |value: u64| {
        if ty.bits == 64 {
            value as i64
        } else {
            i64::from(value as u32 as i32)
        }
    };
    let value = match op {
        AtomOp::Add if ty.is_float() && ty.bits == 32 => {
            let sum = f32::from_bits(old as u32) + f32::from_bits(b as u32);
            u64::from(if sum.is_nan() { NAN32 } else { sum.to_bits() })
        }
        AtomOp::Add if ty.is_float() => {
            let sum = f64::from_bits(old) + f64::from_bits(b);
            if sum.is_nan() { NAN64 } else { sum.to_bits() }
        }
        AtomOp::AddHalf(half) => halves(half, old, b, float::odd_sum),
        AtomOp::MinHalf(half) => halves(half, old, b, float::min),
        AtomOp::MaxHalf(half) => halves(half, old, b, float::max),
        AtomOp::Add => old.wrapping_add(b),
        AtomOp::Min if ty.is_signed() => signed(old).min(signed(b)) as u64,
        AtomOp::Max if ty.is_signed() => signed(old).max(signed(b)) as u64,
        AtomOp::Min => old.min(b),
        AtomOp::Max => old.max(b),
        AtomOp::Exch => b,
        AtomOp::Cas => {
            if old == b {
                c
            } else {
                old
            }
        }
        AtomOp::And => old & b,
        AtomOp::Or => old | b,
        AtomOp::Xor => old ^ b,
        AtomOp::Inc => {
            if old >= b {
                0
            } else {
                old + 1
            }
        }
        AtomOp::Dec => {
            if old == 0 || old > b {
                b
            } else {
                old - 1
            }
        }
    };
    value & keep
}

/// An f32 of these bits, zero of its sign if it is subnormal.
fn flushed(bits: u64) -> u64 {
    if bits & 0x7f80_0000 == 0 {
        bits & 0x8000_0000
    } else {
        bits
    }
}

/// `f` of one or two floats of 16 bits, rounded once.
fn halves(half: Half, old: u64, b: u64, f: impl Fn(f64, f64) -> f64) -> u64 {
    let format = match half {
        Half::F16 | Half::F16x2 => &float::F16,
        Half::Bf16 | Half::Bf16x2 => &float::BF16,
    };
    let one = |shift: u32| {
        let part = |bits: u64| format.value(bits >> shift & 0xffff);
        format.of(f(part(old), part(b)), Round::NearestEven, false) << shift
    };
    match half {
        Half::F16 | Half::Bf16 => one(0),
        Half::F16x2 | Half::Bf16x2 => one(0) | one(16),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ptx::Kind;

    const PAIR: Ty = Ty {
        kind: Kind::FloatPair,
        bits: 32,
    };

    #[test]
    fn pairs_are_added_apart() {
        let sum = combine(
            AtomOp::AddHalf(Half::F16x2),
            PAIR,
            0x3c00_7bff,
            0x4000_7bff,
            0,
        );
        assert_eq!(sum, 0x4200_7c00);
    }

    #[test]
    fn a_number_wins_over_nan_and_zeros_have_an_order() {
        let of = |op, a, b| combine(op, PAIR, a, b, 0);
        let (min, max) = (AtomOp::MinHalf(Half::Bf16x2), AtomOp::MaxHalf(Half::Bf16x2));
        // Upper half: NaN and 1; lower half: +0 and -0.
        assert_eq!(of(min, 0x7fc0_0000, 0x3f80_8000), 0x3f80_8000);
        assert_eq!(of(max, 0x7fc0_0000, 0x3f80_8000), 0x3f80_0000);
        assert_eq!(of(min, 0x7fc0_0000, 0x7fc1_0000), 0x7fff_0000);
    }
}

//! Carry chains: sums and products with a condition code, which is a predicate of every lane.

use super::put_pred;
use crate::ptx::CarryOp;
use crate::sim::regs::*;

/// A link of a carry chain.
#[derive(Debug, Clone, Copy)]
pub struct Carry {
    pub op: CarryOp,
    /// 64 bits instead of 32.
    pub wide: bool,
    pub signed: bool,
    /// Result, a, b, and c of products.
    pub s: [Slot; 4],
    /// The predicate of the condition code.
    pub flag: Slot,
    /// Whether the condition code is added, and whether it is replaced.
    pub reads: bool,
    pub writes: bool,
}

#[inline(never)]
pub(super) fn execute(regs: &mut Regs, mask: u32, link: &Carry) {
    let carries = if link.wide {
        lanes::<u64>(regs, mask, link, 64, |a, signed| {
            if signed {
                i128::from(a as i64)
            } else {
                i128::from(a)
            }
        })
    } else {
        lanes::<u32>(regs, mask, link, 32, |a, signed| {
            if signed {
                i128::from(a as i32)
            } else {
                i128::from(a)
            }
        })
    };
    if link.writes {
        put_pred(regs, link.flag, carries, mask);
    }
}

/// Writes the results and returns the carries out.
fn lanes<T: Lane + Into<u128> + Narrow>(
    regs: &mut Regs,
    mask: u32,
    link: &Carry,
    bits: u32,
    extended: impl Fn(T, bool) -> i128,
) -> u32 {
    let [d, a, b, c] = link.s;
    let (a, b) = (T::get(regs, a), T::get(regs, b));
    let flags = if link.reads {
        regs.pred[link.flag as usize]
    } else {
        0
    };
    // Of sums there is no c; its slot is that of a and is not used.
    let c = T::get(regs, c);
    let (mut out, mut carries) = ([T::default(); LANES], 0);
    for lane in 0..LANES {
        let carry = u128::from(flags >> lane & 1);
        let (a, b) = (a[lane], b[lane]);
        let product = |high: bool| {
            let product = extended(a, link.signed).wrapping_mul(extended(b, link.signed));
            T::narrow((if high { product >> bits } else { product }) as u128)
        };
        let total = match link.op {
            CarryOp::Add => a.into() + b.into() + carry,
            // The borrow is the bit above the difference.
            CarryOp::Sub => a.into().wrapping_sub(b.into()).wrapping_sub(carry),
            CarryOp::MadLo => product(false).into() + c[lane].into() + carry,
            CarryOp::MadHi => product(true).into() + c[lane].into() + carry,
        };
        out[lane] = T::narrow(total);
        carries |= ((total >> bits & 1) as u32) << lane;
    }
    T::put(regs, d, out, mask);
    carries
}

/// The lower bits of a wide integer.
trait Narrow {
    fn narrow(value: u128) -> Self;
}

impl Narrow for u32 {
    fn narrow(value: u128) -> u32 {
        value as u32
    }
}

impl Narrow for u64 {
    fn narrow(value: u128) -> u64 {
        value as u64
    }
}

//! Bit fields, byte permutations and tables of three bits.

use crate::ptx::{BinOp, PrmtMode};
use crate::sim::regs::*;

#[inline(always)]
pub(super) fn joined(low: u32, high: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// Bit field extract; `a` is sign-extended to 64 bits for a signed 32-bit field.
#[inline(always)]
pub(super) fn bfe(a: u64, pos: u32, len: u32, width: u32, signed: bool) -> u64 {
    let (pos, len) = (pos & 255, len & 255);
    let top = (pos + len).wrapping_sub(1).min(width - 1);
    let sign = signed && len > 0 && a >> top & 1 != 0;
    let field = if pos < 64 { a >> pos } else { 0 };
    let kept = len.min(width.saturating_sub(pos));
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
pub(super) fn prmt(a: u32, b: u32, selector: u32) -> u32 {
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

/// The selector of the general `prmt` that does what `mode` does with `c`.
#[inline(always)]
pub(super) fn selector(mode: PrmtMode, c: u32) -> u32 {
    let byte = |at: u32| match mode {
        PrmtMode::Index => at,
        PrmtMode::Forward => (c + at) & 7,
        PrmtMode::Backward => c.wrapping_sub(at) & 7,
        PrmtMode::Replicate8 => c,
        PrmtMode::EdgeLeft => at.max(c),
        PrmtMode::EdgeRight => at.min(c),
        PrmtMode::Replicate16 => (c & 1) << 1 | at & 1,
    };
    (0..4).fold(0, |selector, at| selector | byte(at) << (4 * at))
}

/// Position of the `offset`-th set bit of `mask` from bit `base`, upwards or downwards; all ones if there is none.
#[inline(always)]
pub(super) fn fns(mask: u32, base: u32, offset: i32) -> u32 {
    // What a base above 31 does is undefined; no bit is found from there.
    if base > 31 {
        return u32::MAX;
    }
    if offset == 0 {
        return if mask >> base & 1 != 0 {
            base
        } else {
            u32::MAX
        };
    }
    let upwards = offset > 0;
    // Bits before the start are dropped, then the nearest ones until the wanted one is nearest.
    let mut left = if upwards {
        mask & u32::MAX << base
    } else {
        mask & u32::MAX >> (31 - base)
    };
    let nearest = |left: u32| {
        if upwards {
            left.trailing_zeros()
        } else {
            31 - left.leading_zeros()
        }
    };
    for _ in 1..offset.unsigned_abs().min(33) {
        if left != 0 {
            left &= !(1 << nearest(left));
        }
    }
    if left == 0 { u32::MAX } else { nearest(left) }
}

/// a and b clamped to `bits` bits side by side, a above b, below what c has.
#[inline(always)]
pub(super) fn packed(a: i32, b: i32, c: u32, bits: u32, signed: bool) -> u32 {
    let (low, high) = if signed {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    };
    let keep = u32::MAX >> (32 - bits);
    let part = |value: i32| value.clamp(low, high) as u32 & keep;
    let above = if bits == 16 { 0 } else { c << (2 * bits) };
    above | part(a) << bits | part(b)
}

/// `szext`: the lowest `len` bits of a, extended.
#[inline(always)]
pub(super) fn szext(a: u32, len: u32, clamp: bool, signed: bool) -> u32 {
    let len = match len {
        32.. if clamp => return a,
        len => len & 31,
    };
    if len == 0 {
        0
    } else if signed {
        ((a << (32 - len)) as i32 >> (32 - len)) as u32
    } else {
        a << (32 - len) >> (32 - len)
    }
}

/// `bmsk`: `len` ones from bit `pos`.
#[inline(always)]
pub(super) fn bmsk(op: BinOp, pos: u32, len: u32) -> u32 {
    let (pos, len) = if op == BinOp::BmskClamp {
        (pos.min(32), len.min(32))
    } else {
        (pos & 31, len & 31)
    };
    (((1u64 << len) - 1) << pos) as u32
}

#[inline(always)]
pub(super) fn lop3(regs: &mut Regs, mask: u32, table: u8, s: [Slot; 4]) {
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
pub(super) fn bfi(
    regs: &mut Regs,
    mask: u32,
    wide: bool,
    [d, a, b]: [Slot; 3],
    pos: Slot,
    len: Slot,
) {
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
            each(|i| insert(a[i], b[i], pos[i], len[i], 64)),
            mask,
        );
    } else {
        let (a, b) = (u32::get(regs, a), u32::get(regs, b));
        let value = |i: usize| insert(u64::from(a[i]), u64::from(b[i]), pos[i], len[i], 32) as u32;
        u32::put(regs, d, each(value), mask);
    }
}

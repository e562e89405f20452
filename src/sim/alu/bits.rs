//! Bit fields, byte permutations and tables of three bits.

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

//! Fields, bytes and dot products against the same done a bit or a byte at a time.

use super::integers::{s32, u, w32};
use super::*;

/// Bits one at a time, as the manual writes them.
fn field(a: u64, pos: u64, len: u64, width: u64, signed: bool) -> u64 {
    let (pos, len) = (pos & 0xff, len & 0xff);
    let bit = |at: u64| a >> at & 1;
    let sign = if !signed || len == 0 {
        0
    } else {
        bit((pos + len - 1).min(width - 1))
    };
    (0..width).fold(0, |out, at| {
        let from = if at < len && pos + at < width {
            bit(pos + at)
        } else {
            sign
        };
        out | from << at
    })
}

/// Bytes of b:a by what the manual's tables say, from the highest result byte down.
fn table(rows: [&str; 4], a: u64, b: u64, c: u64) -> u64 {
    rows[(c & 3) as usize].bytes().fold(0, |out, digit| {
        out << 8 | (b << 32 | a) >> (8 * u64::from(digit - b'0')) & 0xff
    })
}

/// The position found by stepping from bit to bit.
fn find_bit(mask: u64, base: u64, offset: u64) -> u64 {
    let offset = s32(offset) as i64;
    if base > 31 {
        return 0xffff_ffff;
    }
    let (mut at, mut left) = (base as i64, offset.abs().max(1));
    let step = if offset < 0 { -1 } else { 1 };
    while (0..32).contains(&at) {
        left -= (mask >> at & 1) as i64;
        if left == 0 && mask >> at & 1 == 1 {
            return at as u64;
        }
        if offset == 0 {
            break;
        }
        at += step;
    }
    0xffff_ffff
}

/// Sums of products of parts.
fn dot(
    a: u64,
    b: u64,
    c: u64,
    signs: (bool, bool),
    widths: (u32, u32),
    parts: u32,
    from: u32,
) -> u64 {
    let part = |word: u64, at: u32, width: u32, signed: bool| {
        let value = u(word >> (at * width) & ((1 << width) - 1));
        if signed && value >> (width - 1) != 0 {
            value - (1 << width)
        } else {
            value
        }
    };
    w32((0..parts).fold(u(c), |sum, at| {
        sum + part(a, at, widths.0, signs.0) * part(b, from + at, widths.1, signs.1)
    }))
}

fn clamped(value: u64, low: i128, high: i128, bits: u32) -> u64 {
    w32(s32(value).clamp(low, high)) & ((1 << bits) - 1)
}

/// A part of a word as a number.
fn part(word: u64, at: u32, bits: u32, signed: bool) -> i128 {
    let value = u(word >> (at * bits) & ((1 << bits) - 1));
    if signed && value >> (bits - 1) != 0 {
        value - (1 << bits)
    } else {
        value
    }
}

/// Parts computed one by one and written side by side.
fn parts(a: u64, b: u64, bits: u32, signed: bool, f: impl Fn(i128, i128) -> i128) -> u64 {
    (0..32 / bits).fold(0, |out, at| {
        let value = f(part(a, at, bits, signed), part(b, at, bits, signed));
        out | w32(value & ((1 << bits) - 1)) << (at * bits)
    })
}

#[test]
fn parts_of_registers() {
    check(&[
        ("vadd4.u32.u32.u32 %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 8, false, |a, b| a + b)
        }),
        ("vadd4.s32.s32.s32.sat %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 8, true, |a, b| (a + b).clamp(-128, 127))
        }),
        ("vsub4.u32.u32.u32.sat %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 8, false, |a, b| (a - b).clamp(0, 255))
        }),
        ("vsub2.s32.s32.s32 %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 16, true, |a, b| a - b)
        }),
        ("vavrg2.u32.u32.u32 %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 16, false, |a, b| (a + b + 1) / 2)
        }),
        ("vavrg4.s32.s32.s32 %r0, %r1, %r2, %r3", |a, b, _| {
            // Away from zero.
            parts(a, b, 8, true, |a, b| (a + b + (a + b).signum()) / 2)
        }),
        ("vabsdiff4.u32.u32.u32 %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 8, false, |a, b| (a - b).abs())
        }),
        ("vmin2.s32.s32.s32 %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 16, true, |a, b| a.min(b))
        }),
        ("vmax4.u32.u32.u32 %r0, %r1, %r2, %r3", |a, b, _| {
            parts(a, b, 8, false, |a, b| a.max(b))
        }),
        ("vabsdiff4.u32.u32.u32.add %r0, %r1, %r2, %r3", |a, b, c| {
            let sum = |at| (part(a, at, 8, false) - part(b, at, 8, false)).abs();
            w32((0..4).map(sum).sum::<i128>() + u(c))
        }),
        ("vabsdiff2.s32.s32.s32.add %r0, %r1, %r2, %r3", |a, b, c| {
            let sum = |at| (part(a, at, 16, true) - part(b, at, 16, true)).abs();
            w32((0..2).map(sum).sum::<i128>() + u(c))
        }),
    ]);
}

#[test]
fn bits_and_bytes() {
    check(&[
        ("popc.b32 %r0, %r1", |a, _, _| {
            (0..32).map(|at| a >> at & 1).sum()
        }),
        ("popc.b64 %r0, %d1", |a, _, _| {
            (0..64).map(|at| a >> at & 1).sum()
        }),
        ("clz.b32 %r0, %r1", |a, _, _| {
            (0..32).take_while(|at| a >> (31 - at) == 0).count() as u64
        }),
        ("clz.b64 %r0, %d1", |a, _, _| {
            (0..64).take_while(|at| a >> (63 - at) == 0).count() as u64
        }),
        ("brev.b32 %r0, %r1", |a, _, _| {
            (0..32).fold(0, |out, at| out << 1 | a >> at & 1)
        }),
        ("brev.b64 %d0, %d1", |a, _, _| {
            (0..64).fold(0, |out, at| out << 1 | a >> at & 1)
        }),
        ("bfind.u32 %r0, %r1", |a, _, _| {
            a.checked_ilog2().map_or(0xffff_ffff, u64::from)
        }),
        ("bfind.u64 %r0, %d1", |a, _, _| {
            a.checked_ilog2().map_or(0xffff_ffff, u64::from)
        }),
        ("bfind.s32 %r0, %r1", |a, _, _| {
            let a = if a >> 31 != 0 { a ^ 0xffff_ffff } else { a };
            a.checked_ilog2().map_or(0xffff_ffff, u64::from)
        }),
        ("bfind.s64 %r0, %d1", |a, _, _| {
            let a = if a >> 63 != 0 { !a } else { a };
            a.checked_ilog2().map_or(0xffff_ffff, u64::from)
        }),
        ("bfind.shiftamt.u32 %r0, %r1", |a, _, _| {
            a.checked_ilog2()
                .map_or(0xffff_ffff, |at| u64::from(31 - at))
        }),
        ("bfind.shiftamt.s64 %r0, %d1", |a, _, _| {
            let a = if a >> 63 != 0 { !a } else { a };
            a.checked_ilog2()
                .map_or(0xffff_ffff, |at| u64::from(63 - at))
        }),
        ("bfe.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            field(a, b, c, 32, false)
        }),
        ("bfe.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            field(a, b, c, 32, true)
        }),
        ("bfe.u64 %d0, %d1, %r2, %r3", |a, b, c| {
            field(a, b, c, 64, false)
        }),
        ("bfe.s64 %d0, %d1, %r2, %r3", |a, b, c| {
            field(a, b, c, 64, true)
        }),
        ("bfi.b32 %r0, %r1, 0x12345678, %r2, %r3", |a, pos, len| {
            (0..32).fold(0x1234_5678, |out, at| {
                let (pos, len) = (pos & 255, len & 255);
                if at >= pos && at < pos + len {
                    out & !(1 << at) | (a >> (at - pos) & 1) << at
                } else {
                    out
                }
            })
        }),
        (
            "bfi.b64 %d0, %d1, 0x123456789abcdef0, %r2, %r3",
            |a, pos, len| {
                (0..64).fold(0x1234_5678_9abc_def0, |out, at| {
                    let (pos, len) = (pos & 255, len & 255);
                    if at >= pos && at < pos + len {
                        out & !(1 << at) | (a >> (at - pos) & 1) << at
                    } else {
                        out
                    }
                })
            },
        ),
        ("fns.b32 %r0, %r1, %r2, %r3", find_bit),
        ("szext.clamp.u32 %r0, %r1, %r2", |a, b, _| {
            if b >= 32 { a } else { a & ((1 << b) - 1) }
        }),
        ("szext.wrap.u32 %r0, %r1, %r2", |a, b, _| {
            a & ((1 << (b % 32)) - 1)
        }),
        ("szext.clamp.s32 %r0, %r1, %r2", |a, b, _| {
            if b >= 32 { a } else { field(a, 0, b, 32, true) }
        }),
        ("szext.wrap.s32 %r0, %r1, %r2", |a, b, _| {
            field(a, 0, b % 32, 32, true)
        }),
        ("bmsk.clamp.b32 %r0, %r1, %r2", |a, b, _| {
            (0..32)
                .filter(|&at| at >= a && at < a + b)
                .map(|at| 1 << at)
                .sum()
        }),
        ("bmsk.wrap.b32 %r0, %r1, %r2", |a, b, _| {
            (0..32)
                .filter(|&at| at >= a % 32 && at < a % 32 + b % 32)
                .map(|at| 1 << at)
                .sum()
        }),
        ("prmt.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            (0..4).fold(0, |out, at| {
                let nibble = c >> (4 * at) & 15;
                let byte = (b << 32 | a) >> (8 * (nibble & 7)) & 0xff;
                let byte = if nibble < 8 { byte } else { byte / 128 * 255 };
                out | byte << (8 * at)
            })
        }),
        ("prmt.b32.f4e %r0, %r1, %r2, %r3", |a, b, c| {
            table(["3210", "4321", "5432", "6543"], a, b, c)
        }),
        ("prmt.b32.b4e %r0, %r1, %r2, %r3", |a, b, c| {
            table(["5670", "6701", "7012", "0123"], a, b, c)
        }),
        ("prmt.b32.rc8 %r0, %r1, %r2, %r3", |a, b, c| {
            table(["0000", "1111", "2222", "3333"], a, b, c)
        }),
        ("prmt.b32.ecl %r0, %r1, %r2, %r3", |a, b, c| {
            table(["3210", "3211", "3222", "3333"], a, b, c)
        }),
        ("prmt.b32.ecr %r0, %r1, %r2, %r3", |a, b, c| {
            table(["0000", "1110", "2210", "3210"], a, b, c)
        }),
        ("prmt.b32.rc16 %r0, %r1, %r2, %r3", |a, b, c| {
            table(["1010", "3232", "1010", "3232"], a, b, c)
        }),
        ("dp4a.u32.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (false, false), (8, 8), 4, 0)
        }),
        ("dp4a.s32.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (true, false), (8, 8), 4, 0)
        }),
        ("dp4a.u32.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (false, true), (8, 8), 4, 0)
        }),
        ("dp4a.s32.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (true, true), (8, 8), 4, 0)
        }),
        ("dp2a.lo.u32.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (false, false), (16, 8), 2, 0)
        }),
        ("dp2a.hi.s32.u32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (true, false), (16, 8), 2, 2)
        }),
        ("dp2a.lo.u32.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (false, true), (16, 8), 2, 0)
        }),
        ("dp2a.hi.s32.s32 %r0, %r1, %r2, %r3", |a, b, c| {
            dot(a, b, c, (true, true), (16, 8), 2, 2)
        }),
        ("cvt.pack.sat.s16.s32 %r0, %r1, %r2", |a, b, _| {
            clamped(a, -32768, 32767, 16) << 16 | clamped(b, -32768, 32767, 16)
        }),
        ("cvt.pack.sat.u16.s32 %r0, %r1, %r2", |a, b, _| {
            clamped(a, 0, 65535, 16) << 16 | clamped(b, 0, 65535, 16)
        }),
        ("cvt.pack.sat.u8.s32.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            (c << 16 | clamped(a, 0, 255, 8) << 8 | clamped(b, 0, 255, 8)) & 0xffff_ffff
        }),
        ("cvt.pack.sat.s4.s32.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            (c << 8 | clamped(a, -8, 7, 4) << 4 | clamped(b, -8, 7, 4)) & 0xffff_ffff
        }),
        ("cvt.pack.sat.u2.s32.b32 %r0, %r1, %r2, %r3", |a, b, c| {
            (c << 4 | clamped(a, 0, 3, 2) << 2 | clamped(b, 0, 3, 2)) & 0xffff_ffff
        }),
    ]);
}

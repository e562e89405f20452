//! Operations of three operands.

use super::bits::{bfe, fns, joined, packed, prmt};
use super::floats::finish;
use crate::ptx::{Mods, PrmtMode, Round, TriOp, Ty, Video, VideoOp};
use crate::sim::float::{self, Real, Rounded};
use crate::sim::regs::*;

#[inline(always)]
pub(super) fn ternary(regs: &mut Regs, mask: u32, op: TriOp, ty: Ty, mods: Mods, s: [Slot; 4]) {
    let bits = ty.bits;
    match op {
        TriOp::Dp4a { a_signed, b_signed } => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            let byte = |word: u32, at: u32, signed: bool| {
                let byte = (word >> (8 * at)) as u8;
                if signed {
                    i32::from(byte as i8)
                } else {
                    i32::from(byte)
                }
            };
            (0..4).fold(c, |sum, at| {
                sum.wrapping_add((byte(a, at, a_signed) * byte(b, at, b_signed)) as u32)
            })
        }),
        TriOp::Dp2a {
            a_signed,
            b_signed,
            high,
        } => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            let short = |at: u32| {
                let short = (a >> (16 * at)) as u16;
                if a_signed {
                    i32::from(short as i16)
                } else {
                    i32::from(short)
                }
            };
            let byte = |at: u32| {
                let byte = (b >> (16 * u32::from(high) + 8 * at)) as u8;
                if b_signed {
                    i32::from(byte as i8)
                } else {
                    i32::from(byte)
                }
            };
            (0..2).fold(c, |sum, at| {
                sum.wrapping_add(short(at).wrapping_mul(byte(at)) as u32)
            })
        }),
        TriOp::Fma if bits == 64 && mods.round != Round::NearestEven => {
            map3(regs, mask, s, |a: f64, b: f64, c: f64| {
                float::rounded::<f64>(Rounded::Fma, a, b, c, mods.round)
            });
        }
        TriOp::Fma if bits == 32 && mods.round != Round::NearestEven => {
            let flush = |x: f32| if mods.ftz { x.flush() } else { x };
            map3(regs, mask, s, |a: f32, b: f32, c: f32| {
                let product = f64::from(flush(a)) * f64::from(flush(b));
                finish(mods, float::sum(product, f64::from(flush(c)), mods.round))
            });
        }
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
        TriOp::Mad24Lo if ty.is_signed() => map3(regs, mask, s, |a: i32, b: i32, c: i32| {
            (mul24(a, b) as i32).wrapping_add(c)
        }),
        TriOp::Mad24Lo => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            (umul24(a, b) as u32).wrapping_add(c)
        }),
        TriOp::Mad24Hi if ty.is_signed() => map3(regs, mask, s, |a: i32, b: i32, c: i32| {
            let product = (mul24(a, b) >> 16) as i32;
            if mods.sat {
                product.saturating_add(c)
            } else {
                product.wrapping_add(c)
            }
        }),
        TriOp::Mad24Hi => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            ((umul24(a, b) >> 16) as u32).wrapping_add(c)
        }),
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
        TriOp::MadHi if mods.sat => map3(regs, mask, s, |a: i32, b: i32, c: i32| {
            (((i64::from(a) * i64::from(b)) >> 32) as i32).saturating_add(c)
        }),
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
        TriOp::Prmt(PrmtMode::Index) => {
            map3(regs, mask, s, |a: u32, b: u32, c: u32| prmt(a, b, c));
        }
        TriOp::Prmt(mode) => map3(regs, mask, s, |a: u32, b: u32, c: u32| {
            prmt(a, b, super::bits::selector(mode, c & 3))
        }),
        TriOp::Video(video) => video_parts(regs, mask, video, s),
        TriOp::Fns => map3(regs, mask, s, |a: u32, b: u32, c: i32| fns(a, b, c)),
        TriOp::CvtPack { bits, signed } => map3(regs, mask, s, |a: i32, b: i32, c: u32| {
            packed(a, b, c, u32::from(bits), signed)
        }),
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
        TriOp::SlctF32 if bits == 64 => map3(regs, mask, s, |a: u64, b: u64, c: f32| {
            if (if mods.ftz { c.flush() } else { c }) >= 0.0 {
                a
            } else {
                b
            }
        }),
        TriOp::SlctF32 => map3(regs, mask, s, |a: u32, b: u32, c: f32| {
            if (if mods.ftz { c.flush() } else { c }) >= 0.0 {
                a
            } else {
                b
            }
        }),
    }
}

/// `vadd4` and its kin.
#[inline(never)]
fn video_parts(regs: &mut Regs, mask: u32, video: Video, s: [Slot; 4]) {
    let bits = u32::from(video.bits);
    let part = |word: u32, at: u32, signed: bool| {
        let top = word >> (at * bits) << (32 - bits);
        if signed {
            top as i32 >> (32 - bits)
        } else {
            (top >> (32 - bits)) as i32
        }
    };
    let (low, high) = if video.signed[0] {
        (-1 << (bits - 1), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    };
    map3(regs, mask, s, |a: u32, b: u32, c: u32| {
        (0..32 / bits).fold(if video.sum { c } else { 0 }, |out, at| {
            let (a, b) = (part(a, at, video.signed[1]), part(b, at, video.signed[2]));
            let value = match video.op {
                VideoOp::Add => a + b,
                VideoOp::Sub => a - b,
                VideoOp::Average => (a + b + i32::from(a + b >= 0)) >> 1,
                VideoOp::AbsDiff => (a - b).abs(),
                VideoOp::Min => a.min(b),
                VideoOp::Max => a.max(b),
            };
            let value = if video.sat {
                value.clamp(low, high)
            } else {
                value
            } as u32;
            if video.sum {
                out.wrapping_add(value)
            } else {
                out | (value & (u32::MAX >> (32 - bits))) << (at * bits)
            }
        })
    });
}

/// The product of the lower 24 bits, signed.
#[inline(always)]
pub(super) fn mul24(a: i32, b: i32) -> i64 {
    i64::from(a << 8 >> 8) * i64::from(b << 8 >> 8)
}

/// The product of the lower 24 bits.
#[inline(always)]
pub(super) fn umul24(a: u32, b: u32) -> u64 {
    u64::from(a & 0xff_ffff) * u64::from(b & 0xff_ffff)
}

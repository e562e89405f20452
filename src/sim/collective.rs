//! What lanes do together: shuffles, votes, matches, reductions, atomics.

use super::alu::put_pred;
use super::fault::FaultKind;
use super::lower::{NONE, Step};
use super::memory::{Bad, Region};
use super::race::Accessor;
use super::regs::{LANES, Lane, Regs, Slot};
use super::warp::Warp;
use crate::ptx::{AtomOp, Kind, ShflMode, Ty, VoteMode};

/// Checks a member mask: it must name the executing lanes, and every lane that it names must be here or have exited.
pub fn check_mask(warp: &Warp, exec: u32, mask: Slot, name: &str) -> Result<(), Bad> {
    let masks = u32::get(&warp.regs, mask);
    for lane in (0..LANES as u32).filter(|lane| exec >> lane & 1 != 0) {
        let named = masks[lane as usize];
        if named >> lane & 1 == 0 {
            let what = format!(
                "{name} whose mask {named:#010x} leaves out lane {lane}, which executes it"
            );
            return Err(Bad {
                kind: FaultKind::DivergentBarrier,
                lane,
                what,
            });
        }
        let absent = named & warp.live & !exec;
        if absent != 0 {
            let what = format!(
                "{name} whose mask {named:#010x} names lane {}, which is elsewhere",
                absent.trailing_zeros()
            );
            return Err(Bad {
                kind: FaultKind::DivergentBarrier,
                lane,
                what,
            });
        }
    }
    Ok(())
}

/// Executes a collective step for the lanes in `exec`.
pub fn execute(step: &Step, warp: &mut Warp, exec: u32) -> Result<(), Bad> {
    match *step {
        Step::Shfl {
            mode,
            d,
            ok,
            a,
            lane,
            clamp,
            mask,
        } => {
            check_mask(warp, exec, mask, "shfl.sync")?;
            let (values, by, clamps) = (
                u32::get(&warp.regs, a),
                u32::get(&warp.regs, lane),
                u32::get(&warp.regs, clamp),
            );
            let mut valid = 0;
            let out = std::array::from_fn(|lane| {
                let (source, inside) =
                    shuffle_source(mode, lane as i32, by[lane] as i32 & 31, clamps[lane]);
                valid |= u32::from(inside) << lane;
                // A source that does not take part gives no defined value; the lane keeps its own.
                let source = if exec >> source & 1 != 0 {
                    source
                } else {
                    lane
                };
                values[source]
            });
            u32::put(&mut warp.regs, d, out, exec);
            if let Some(ok) = ok {
                put_pred(&mut warp.regs, ok, valid, exec);
            }
        }
        Step::Vote {
            mode,
            d,
            p,
            negated,
            mask,
        } => {
            check_mask(warp, exec, mask, "vote.sync")?;
            let yes = (warp.regs.pred[p as usize] ^ if negated { u32::MAX } else { 0 }) & exec;
            let masks = u32::get(&warp.regs, mask);
            let all = |of: u32| yes & of == exec & of;
            let test = |lane: usize| match mode {
                VoteMode::All => all(masks[lane]),
                VoteMode::Any => yes & masks[lane] != 0,
                VoteMode::Uni => all(masks[lane]) || yes & masks[lane] == 0,
                VoteMode::Ballot => false,
            };
            if mode == VoteMode::Ballot {
                u32::put(&mut warp.regs, d, masks.map(|named| yes & named), exec);
            } else {
                let bits = (0..LANES).fold(0, |bits, lane| bits | u32::from(test(lane)) << lane);
                put_pred(&mut warp.regs, d, bits, exec);
            }
        }
        Step::Activemask { d } => u32::put(&mut warp.regs, d, [exec; LANES], exec),
        Step::Match {
            all,
            wide,
            d,
            ok,
            a,
            mask,
        } => {
            check_mask(warp, exec, mask, "match.sync")?;
            let values = if wide {
                u64::get(&warp.regs, a)
            } else {
                u32::get(&warp.regs, a).map(u64::from)
            };
            let masks = u32::get(&warp.regs, mask);
            let equal = |lane: usize| {
                let same = (0..LANES).fold(0, |bits, other| {
                    bits | u32::from(values[other] == values[lane]) << other
                });
                same & exec & masks[lane]
            };
            let whole = |lane: usize| equal(lane) == exec & masks[lane];
            let out = std::array::from_fn(|lane| if all && !whole(lane) { 0 } else { equal(lane) });
            u32::put(&mut warp.regs, d, out, exec);
            if let Some(ok) = ok {
                let bits = (0..LANES).fold(0, |bits, lane| bits | u32::from(whole(lane)) << lane);
                put_pred(&mut warp.regs, ok, bits, exec);
            }
        }
        Step::Redux {
            op,
            signed,
            d,
            a,
            mask,
        } => {
            check_mask(warp, exec, mask, "redux.sync")?;
            let values = u32::get(&warp.regs, a);
            let masks = u32::get(&warp.regs, mask);
            let ty = Ty {
                kind: if signed { Kind::Signed } else { Kind::Unsigned },
                bits: 32,
            };
            let reduce = |of: u32| {
                let members = (0..LANES).filter(|lane| of & exec >> lane & 1 != 0);
                members
                    .map(|lane| u64::from(values[lane]))
                    .reduce(|a, b| combine(op, ty, a, b, 0))
                    .unwrap_or(0) as u32
            };
            u32::put(&mut warp.regs, d, masks.map(reduce), exec);
        }
        _ => {}
    }
    Ok(())
}

/// The lane that `lane` reads from, and whether it is in range. `clamp` packs the segment mask (bits 8..13) and the limit (bits 0..5).
fn shuffle_source(mode: ShflMode, lane: i32, by: i32, clamp: u32) -> (usize, bool) {
    let segment = (clamp >> 8 & 31) as i32;
    let limit = (clamp & 31) as i32;
    let max = (lane & segment) | (limit & !segment);
    let min = lane & segment;
    let (source, inside) = match mode {
        ShflMode::Up => (lane - by, lane - by >= max),
        ShflMode::Down => (lane + by, lane + by <= max),
        ShflMode::Bfly => (lane ^ by, lane ^ by <= max),
        ShflMode::Idx => {
            let source = min | (by & !segment);
            (source, source <= max)
        }
    };
    if inside {
        (source as usize & 31, true)
    } else {
        (lane as usize, false)
    }
}

/// One atomic operation of every lane in `mask`, lowest lane first. `slots`: old value (or [`NONE`]), operand, second operand of `cas`.
pub fn atomic(
    region: &mut Region,
    regs: &mut Regs,
    (op, ty): (AtomOp, Ty),
    [d, b, c]: [Slot; 3],
    offsets: &[i64; LANES],
    mask: u32,
    by: &Accessor,
) -> Result<(), Bad> {
    let bytes = ty.bytes();
    if let Some(shadow) = &mut region.shadow
        && let Err((lane, at, what)) = shadow.write(offsets, mask, bytes, by, |_, _, _| false)
    {
        let what = format!("an atomic {what} byte {at} of {}", region.name);
        return Err(Bad {
            kind: FaultKind::Race,
            lane,
            what,
        });
    }
    let read = |slot: Slot| {
        if bytes == 8 {
            u64::get(regs, slot)
        } else {
            u32::get(regs, slot).map(u64::from)
        }
    };
    let (b, c) = (read(b), read(c));
    let mut old = [0u64; LANES];
    for lane in (0..LANES).filter(|lane| mask >> lane & 1 != 0) {
        let at = offsets[lane] as usize;
        if let Some(written) = &mut region.written {
            if !written.all(at, bytes) && !matches!(op, AtomOp::Exch) {
                let what = format!(
                    "atomic on byte {at} of {}, which nothing wrote",
                    region.name
                );
                return Err(Bad {
                    kind: FaultKind::Uninitialised,
                    lane: lane as u32,
                    what,
                });
            }
            written.set(at, bytes);
        }
        let mut raw = [0; 8];
        raw[..bytes].copy_from_slice(&region.bytes[at..at + bytes]);
        old[lane] = u64::from_le_bytes(raw);
        let new = combine(op, ty, old[lane], b[lane], c[lane]);
        region.bytes[at..at + bytes].copy_from_slice(&new.to_le_bytes()[..bytes]);
    }
    if d != NONE {
        if bytes == 8 {
            u64::put(regs, d, old, mask);
        } else {
            u32::put(regs, d, old.map(|value| value as u32), mask);
        }
    }
    Ok(())
}

/// The new value of an atomic: `old` combined with `b` (and `c` for `cas`).
fn combine(op: AtomOp, ty: Ty, old: u64, b: u64, c: u64) -> u64 {
    let keep = if ty.bits == 64 {
        u64::MAX
    } else {
        u64::from(u32::MAX)
    };
    let signed = |value: u64| {
        if ty.bits == 64 {
            value as i64
        } else {
            i64::from(value as u32 as i32)
        }
    };
    let value = match op {
        AtomOp::Add if ty.is_float() && ty.bits == 32 => {
            u64::from((f32::from_bits(old as u32) + f32::from_bits(b as u32)).to_bits())
        }
        AtomOp::Add if ty.is_float() => (f64::from_bits(old) + f64::from_bits(b)).to_bits(),
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

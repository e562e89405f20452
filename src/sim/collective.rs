//! What lanes do together: shuffles, votes, matches, reductions.

use super::alu::put_pred;
use super::atomic::combine;
use super::fault::FaultKind;
use super::lower::{NONE, Step};
use super::memory::Bad;
use super::regs::{LANES, Lane, Slot};
use super::warp::Warp;
use crate::ptx::{Kind, ShflMode, Ty, VoteMode};

/// Checks a member mask: it must name the executing lanes, and every lane that it names must be here or have exited.
pub fn check_mask(warp: &Warp, exec: u32, mask: Slot, name: &str) -> Result<(), Bad> {
    let masks = u32::get(&warp.regs, mask);
    for lane in (0..LANES as u32).filter(|lane| exec >> lane & 1 != 0) {
        let named = masks[lane as usize];
        if named >> lane & 1 == 0 {
            let what = format!(
                "{name} whose mask {named:#010x} leaves out lane {lane}, which executes it"
            );
            return Err(Bad::new(FaultKind::DivergentBarrier, lane, what));
        }
        let absent = named & warp.live & !exec;
        if absent != 0 {
            let what = format!(
                "{name} whose mask {named:#010x} names lane {}, which is elsewhere",
                absent.trailing_zeros()
            );
            return Err(Bad::new(FaultKind::DivergentBarrier, lane, what));
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
            shuffle(warp, exec, mode, [a, lane, clamp, mask], d, ok)?;
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
            vote(warp, exec, mode, yes, [d, mask]);
        }
        Step::Activemask { d } => u32::put(&mut warp.regs, d, [exec; LANES], exec),
        Step::Elect { d, p, mask } => {
            check_mask(warp, exec, mask, "elect.sync")?;
            let chosen = u32::get(&warp.regs, mask).map(|named| (named & exec).trailing_zeros());
            if d != NONE {
                u32::put(&mut warp.regs, d, chosen, exec);
            }
            let elected = bits(|lane| chosen[lane] as usize == lane);
            put_pred(&mut warp.regs, p, elected, exec);
        }
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
            let equal =
                |lane: usize| bits(|other| values[other] == values[lane]) & exec & masks[lane];
            let whole = |lane: usize| equal(lane) == exec & masks[lane];
            let out = std::array::from_fn(|lane| if all && !whole(lane) { 0 } else { equal(lane) });
            u32::put(&mut warp.regs, d, out, exec);
            if let Some(ok) = ok {
                put_pred(&mut warp.regs, ok, bits(whole), exec);
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
                let members = (0..LANES).filter(|lane| (of & exec) >> lane & 1 != 0);
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

/// One bit for each lane that `holds` is true of.
fn bits(holds: impl Fn(usize) -> bool) -> u32 {
    (0..LANES).fold(0, |bits, lane| bits | u32::from(holds(lane)) << lane)
}

/// `shfl.sync`. Slots: the value, the lane or the distance, the packed clamp, the member mask.
fn shuffle(
    warp: &mut Warp,
    exec: u32,
    mode: ShflMode,
    slots: [Slot; 4],
    d: Slot,
    ok: Option<Slot>,
) -> Result<(), Bad> {
    let [values, by, clamps, masks] = slots.map(|slot| u32::get(&warp.regs, slot));
    let mut valid = 0;
    let mut outside = None;
    let out = std::array::from_fn(|lane| {
        let (source, inside) =
            shuffle_source(mode, lane as i32, by[lane] as i32 & 31, clamps[lane]);
        valid |= u32::from(inside) << lane;
        // At the ends of a row lanes read too far as a matter of course, and forget what they read; one that names its
        // source means it.
        let named = masks[lane] >> source & 1 != 0 || exec >> lane & 1 == 0;
        if !named && matches!(mode, ShflMode::Idx | ShflMode::Bfly) {
            outside = outside.or(Some((lane, source)));
        }
        // A source that does not take part gives no defined value.
        if exec >> source & 1 != 0 {
            values[source]
        } else {
            u32::MAX
        }
    });
    if let Some((lane, source)) = outside {
        let what = format!(
            "shfl.sync of lane {lane} reads lane {source}, which its mask {:#010x} leaves out",
            masks[lane]
        );
        return Err(Bad::new(FaultKind::DivergentBarrier, lane as u32, what));
    }
    u32::put(&mut warp.regs, d, out, exec);
    if let Some(ok) = ok {
        put_pred(&mut warp.regs, ok, valid, exec);
    }
    Ok(())
}

/// `vote.sync` of the lanes in `exec`, of which those in `yes` hold.
fn vote(warp: &mut Warp, exec: u32, mode: VoteMode, yes: u32, [d, mask]: [Slot; 2]) {
    let masks = u32::get(&warp.regs, mask);
    let all = |of: u32| yes & of == exec & of;
    let holds = |lane: usize| match mode {
        VoteMode::All => all(masks[lane]),
        VoteMode::Any => yes & masks[lane] != 0,
        VoteMode::Uni => all(masks[lane]) || yes & masks[lane] == 0,
        VoteMode::Ballot => false,
    };
    if mode == VoteMode::Ballot {
        u32::put(&mut warp.regs, d, masks.map(|named| yes & named), exec);
    } else {
        put_pred(&mut warp.regs, d, bits(holds), exec);
    }
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

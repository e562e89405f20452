//! One memory instruction of a warp: its lanes grouped by what they point into, checked, moved and charged.

use super::*;
use crate::ptx::{AtomOp, Scope, Space, Ty};
use crate::sim::atomic::atomic;
use crate::sim::check::{Accessor, Touch, lanes_of};
use crate::sim::clock::{Layout, Line, Shape, Traffic, What, Where};
use crate::sim::lower::{Access, Addr, AddrBase};
use crate::sim::memory::{Bits, Row};
use crate::sim::regs::{File, Slot, each};
use crate::sim::space::Place;

#[derive(Clone, Copy)]
pub enum Kind {
    Load,
    Store,
    Atomic(AtomOp, Ty, Slot, Slot),
}

/// Notes with the clock what the lanes of one access that go to one region do; gives the passes over banks and tags.
#[inline(always)]
fn charge(
    clock: &mut Clock,
    touched: &mut Bits,
    place: Place,
    lanes: (&Layout, &[u64; LANES], u32, u64),
    base: u64,
    kind: Kind,
) -> u32 {
    let (&layout, addresses, group, size) = lanes;
    let traffic = Traffic {
        layout,
        addresses,
        group,
        size,
        base,
        place: match place {
            Place::Shared => Where::Shared,
            Place::Local => Where::Local,
            _ => Where::Global,
        },
        what: match kind {
            Kind::Load => What::Load,
            Kind::Store => What::Store,
            Kind::Atomic(..) => What::Atomic,
        },
    };
    clock.charge(touched, &traffic)
}

/// A compiled copy of [`memory`].
pub type AccessFn =
    for<'w> fn(&mut World<'w>, &mut Warp, u32, u32, &Access, u32, Kind) -> Result<(), Fault>;

/// The fastest copy that this host can run. All copies do the same.
pub fn pick() -> AccessFn {
    #[cfg(target_arch = "x86_64")]
    if std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma") {
        return |world, warp, index, pc, access, exec, kind| {
            // SAFETY: this copy is chosen only where the features that it is compiled for were detected.
            unsafe { memory_avx2(world, warp, index, pc, access, exec, kind) }
        };
    }
    |world, warp, index, pc, access, exec, kind| memory(world, warp, index, pc, access, exec, kind)
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma,bmi1,bmi2,popcnt,lzcnt")]
fn memory_avx2(
    world: &mut World<'_>,
    warp: &mut Warp,
    index: u32,
    pc: u32,
    access: &Access,
    exec: u32,
    kind: Kind,
) -> Result<(), Fault> {
    memory(world, warp, index, pc, access, exec, kind)
}

/// Executes a memory instruction of `warp` for the lanes in `exec`, which is not empty.
#[inline(always)]
fn memory(
    world: &mut World<'_>,
    warp: &mut Warp,
    index: u32,
    pc: u32,
    access: &Access,
    exec: u32,
    kind: Kind,
) -> Result<(), Fault> {
    let addresses = addresses(warp, &access.addr);
    let exec = if warp.undefined.any() {
        world.without_undefined_addresses(warp, index, pc, access, exec)?
    } else {
        exec
    };
    if exec == 0 {
        return Ok(());
    }
    let size = u64::from(access.bytes) * u64::from(access.count);
    let layout = Layout::of(&addresses, exec, size);
    let strong = matches!(kind, Kind::Atomic(..)) || access.order.is_strong();
    warp.polls += u32::from(strong);
    let narrow = access.order.scope == Scope::Cta;
    let by = world.history.accessor(index, pc, strong, narrow);
    let passes = match world.together(warp, access, exec, kind, (&layout, &addresses), &by) {
        Some(passes) => passes,
        None => world.apart(warp, (index, pc), access, exec, kind, &addresses, &by)?,
    };
    world.clock.access(&mut warp.clock, pc, passes);
    Ok(())
}

impl World<'_> {
    /// The usual access, all at once: one region, its lanes at one address or in a row, or those of each half-warp, nothing wrong. Gives its passes
    /// over banks, or `None` with nothing changed that matters: then [`World::apart`] does it, or says what is wrong with which lane.
    #[inline(always)]
    #[allow(clippy::too_many_arguments)]
    fn together(
        &mut self,
        warp: &mut Warp,
        access: &Access,
        exec: u32,
        kind: Kind,
        (layout, addresses): (&Layout, &[u64; LANES]),
        by: &Accessor,
    ) -> Option<u32> {
        // Lanes all over the place, values of which parts may be undefined, accesses that order others: one by one.
        if layout.shape == Shape::Scattered || warp.undefined.any() || self.history.exact() {
            return None;
        }
        let (place, offset) = match access.space {
            Space::Shared => (Place::Shared, layout.first as i64),
            Space::Local | Space::Param => return None,
            _ if space::slot_of(layout.apart) != 0 => return None,
            _ => match space::place(space::slot_of(layout.first)) {
                // Each lane has its own share of local memory.
                Place::Local => return None,
                place => (place, space::offset_in(place, layout.first)),
            },
        };
        let region = self.memory.get_mut(place, &mut warp.local)?;
        let size = usize::from(access.bytes) * usize::from(access.count);
        let base = layout.first.wrapping_sub(offset as u64);
        let row = |line: &Line| {
            Some(Row {
                offset: usize::try_from(line.first.wrapping_sub(base) as i64).ok()?,
                span: line.span as usize,
                size,
                equal: line.equal,
                mask: line.mask,
            })
        };
        let done = match (layout.lines(), kind) {
            (_, Kind::Atomic(..)) => false,
            ([line], Kind::Load) => region.load_rows(&mut warp.regs, access, &[row(line)?], by),
            ([line], Kind::Store) => region.store_rows(&warp.regs, access, &[row(line)?], by),
            ([low, high], kind) => {
                let rows = [row(low)?, row(high)?];
                match kind {
                    Kind::Load => region.load_rows(&mut warp.regs, access, &rows, by),
                    _ => region.store_rows(&warp.regs, access, &rows, by),
                }
            }
            _ => false,
        };
        if !done {
            return None;
        }
        let lanes = (layout, addresses, exec, size as u64);
        let touched = &mut region.touched;
        Some(charge(self.clock, touched, place, lanes, base, kind))
    }

    /// Any access: lanes grouped by the region that they point into, each lane checked and moved by itself. Lanes that cannot be executed are
    /// dropped once they are reported.
    #[allow(clippy::too_many_arguments)]
    fn apart(
        &mut self,
        warp: &mut Warp,
        (index, pc): (u32, u32),
        access: &Access,
        exec: u32,
        kind: Kind,
        addresses: &[u64; LANES],
        by: &Accessor,
    ) -> Result<u32, Fault> {
        let size = usize::from(access.bytes) * usize::from(access.count);
        let mut left = exec;
        let mut passes = 0;
        while left != 0 {
            let first = left.trailing_zeros();
            let (place, group, mut offsets) = grouped(access, addresses, left);
            left &= !group;
            let mut group = group;
            if place == Place::Local {
                let bytes = self.code.local_bytes;
                while let Err(bad) = local_offsets(&mut offsets, group, bytes, size) {
                    group &= !(1 << bad.lane);
                    self.blame(bad, pc, index)?;
                }
            }
            let stores = !matches!(kind, Kind::Load);
            loop {
                let Some(region) = self.memory.get(place, &warp.local) else {
                    let what = format!(
                        "access of {size} bytes at address {:#x}, where nothing is",
                        addresses[first as usize]
                    );
                    group = 0;
                    self.blame(Bad::new(FaultKind::OutOfBounds, first, what), pc, index)?;
                    break;
                };
                let checked = region.check(&offsets, group, size, stores, self.checks);
                let Err(bad) = checked else { break };
                group &= !(1 << bad.lane);
                self.blame(bad, pc, index)?;
            }
            if group == 0 {
                continue;
            }
            let bad = self.perform(warp, index, access, kind, place, (&offsets, group), by);
            if let Some(bad) = bad {
                self.blame(bad, pc, index)?;
            }
            let first = group.trailing_zeros() as usize;
            let on_chip = each(|lane| offsets[lane] as u64);
            let lanes = if place == Place::Shared {
                &on_chip
            } else {
                addresses
            };
            let layout = Layout::of(lanes, group, size as u64);
            let base = addresses[first].wrapping_sub(offsets[first] as u64);
            let lanes = (&layout, lanes, group, size as u64);
            if let Some(region) = self.memory.get_mut(place, &mut warp.local) {
                let touched = &mut region.touched;
                passes = passes.max(charge(self.clock, touched, place, lanes, base, kind));
            }
        }
        Ok(passes)
    }

    /// Moves the values of lanes that have been checked; gives what is wrong with that.
    #[allow(clippy::too_many_arguments)]
    fn perform(
        &mut self,
        warp: &mut Warp,
        index: u32,
        access: &Access,
        kind: Kind,
        place: Place,
        (offsets, group): (&[i64; LANES], u32),
        by: &Accessor,
    ) -> Option<Bad> {
        let history = &mut *self.history;
        if by.strong() && history.exact() {
            let slot = match place {
                Place::Var(var) => 1 << 32 | var as u64,
                Place::Buffer(buffer) => buffer as u64,
                _ => 0,
            };
            let keys = offsets.map(|offset| slot << 40 ^ offset as u64);
            let touch = Touch {
                order: access.order,
                reads: !matches!(kind, Kind::Store),
                writes: !matches!(kind, Kind::Load),
            };
            history.touch(
                self.board,
                index,
                group,
                &keys,
                place == Place::Shared,
                touch,
            );
        }
        let region = self.memory.get_mut(place, &mut warp.local)?;
        let undefined = &mut warp.undefined;
        match kind {
            Kind::Load => region.load(
                &mut warp.regs,
                undefined,
                access,
                offsets,
                group,
                by,
                history,
            ),
            Kind::Store => region.store(&warp.regs, undefined, access, offsets, group, by, history),
            Kind::Atomic(op, ty, b, c) => {
                let file = access.file();
                let (one, two) = (undefined.get(file, b), undefined.get(file, c));
                let bits = each(|lane| one[lane] | if op == AtomOp::Cas { two[lane] } else { 0 });
                let fresh = op == AtomOp::Exch;
                let bytes = ty.bytes();
                let bad = region.before_atomic(offsets, group, bytes, fresh, &bits, by, history);
                let slots = [access.slots[0], b, c];
                let what = (op, ty, place == Place::Shared);
                atomic(region, &mut warp.regs, what, slots, offsets, group);
                if access.slots[0] != NONE {
                    undefined.clear(file, access.slots[0], group);
                }
                bad
            }
        }
    }

    /// The lanes whose addresses are defined; the others are reported.
    #[cold]
    fn without_undefined_addresses(
        &mut self,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        access: &Access,
        exec: u32,
    ) -> Result<u32, Fault> {
        let (file, slot) = match access.addr.base {
            AddrBase::None => return Ok(exec),
            AddrBase::R64(slot) => (File::R64, slot),
            AddrBase::R32(slot) => (File::R32, slot),
        };
        let lost = lanes_of(&warp.undefined.get(file, slot)) & exec;
        if lost == 0 {
            return Ok(exec);
        }
        let what = format!(
            "an address in {}, which comes from a value that nothing wrote",
            self.code.register(file, slot)
        );
        let bad = Bad::new(FaultKind::Uninitialised, lost.trailing_zeros(), what);
        self.blame(bad, pc, index)?;
        Ok(exec & !lost)
    }
}

/// The first of the lanes in `left` and those that go to the same region: what it is, the lanes, and the offsets of all lanes there.
#[inline(always)]
fn grouped(access: &Access, addresses: &[u64; LANES], left: u32) -> (Place, u32, [i64; LANES]) {
    match access.space {
        Space::Shared => (Place::Shared, left, each(|lane| addresses[lane] as i64)),
        Space::Local => (Place::Local, left, each(|lane| addresses[lane] as i64)),
        Space::Param => (Place::Param, left, each(|lane| addresses[lane] as i64)),
        _ => {
            let slot = space::slot_of(addresses[(left.trailing_zeros() & 31) as usize]);
            let mut differs = 0u64;
            for address in addresses {
                differs |= space::slot_of(*address) ^ slot;
            }
            let group = if differs == 0 {
                left
            } else {
                let same = |lane: usize| u32::from(space::slot_of(addresses[lane]) == slot) << lane;
                left & (0..LANES).map(same).fold(0, |bits, bit| bits | bit)
            };
            let place = space::place(slot);
            let offsets = each(|lane| space::offset_in(place, addresses[lane]));
            (place, group, offsets)
        }
    }
}

#[inline(always)]
pub(super) fn addresses(warp: &Warp, addr: &Addr) -> [u64; LANES] {
    match addr.base {
        AddrBase::None => [addr.offset; LANES],
        AddrBase::R64(slot) => {
            let base = &warp.regs.r64[slot as usize];
            let mut out = [0; LANES];
            for lane in 0..LANES {
                out[lane] = base[lane].wrapping_add(addr.offset);
            }
            out
        }
        AddrBase::R32(slot) => {
            let base = &warp.regs.r32[slot as usize];
            each(|lane| u64::from(base[lane].wrapping_add(addr.offset as u32)))
        }
    }
}

/// Moves each lane to its own share of local memory, once all of them are inside it.
fn local_offsets(
    offsets: &mut [i64; LANES],
    group: u32,
    bytes: usize,
    size: usize,
) -> Result<(), Bad> {
    for lane in lanes_in(group) {
        let offset = offsets[lane];
        if offset < 0 || offset as u64 + size as u64 > bytes as u64 {
            let what =
                format!("access of {size} bytes at byte {offset} of local memory ({bytes} bytes)");
            return Err(Bad::new(FaultKind::OutOfBounds, lane as u32, what));
        }
    }
    for lane in 0..LANES {
        offsets[lane] = offsets[lane].wrapping_add((lane * stride(bytes)) as i64);
    }
    Ok(())
}

/// Bytes between the local memories of two lanes: keeps every thread's share aligned.
pub fn stride(bytes: usize) -> usize {
    bytes.next_multiple_of(16)
}

//! One memory instruction of a warp: its lanes grouped by what they point into, checked, moved and charged.

use super::*;
use crate::ptx::{AtomOp, Space, Ty};
use crate::sim::cache::{Layout, Levels, Shape, bank_passes, most_shared};
use crate::sim::lower::{Access, Addr, AddrBase};
use crate::sim::memory::{Bits, Row};
use crate::sim::race::Accessor;
use crate::sim::regs::{Slot, each};
use crate::sim::space::Place;
use crate::sim::timing::Order;

#[derive(Clone, Copy)]
pub enum Kind {
    Load,
    Store,
    Atomic(AtomOp, Ty, Slot, Slot),
}

/// The lanes of one access that go to one region.
struct Traffic<'a> {
    layout: Layout,
    addresses: &'a [u64; LANES],
    group: u32,
    size: u64,
    /// Address of byte 0 of the region.
    base: u64,
}

/// Adds an access to the totals and gives its latency.
#[inline(always)]
fn charge(
    clock: &mut Clock,
    touched: &mut Bits,
    place: Place,
    traffic: &Traffic<'_>,
    kind: Kind,
) -> u32 {
    let Traffic {
        layout,
        addresses,
        group,
        size,
        base,
    } = *traffic;
    let atomic = matches!(kind, Kind::Atomic(..));
    let totals = &mut clock.totals;
    let model = &clock.model;
    match place {
        Place::Shared => {
            let turns = if atomic {
                most_shared(addresses, group)
            } else {
                0
            };
            let passes = bank_passes(&layout, addresses, group, size) + turns;
            totals.wavefronts += passes;
            let base = if atomic {
                model.latency.atomic_shared
            } else {
                model.latency.shared
            };
            base + passes as u32 - 1
        }
        Place::Local => {
            // Local memory interleaves the threads of a warp, so that one variable is one line.
            totals.wavefronts += size.div_ceil(4);
            totals.l1_bytes += size * u64::from(group.count_ones());
            model.latency.l1
        }
        _ => {
            let load = matches!(kind, Kind::Load);
            let mut levels = Levels {
                cache: load.then_some(&mut clock.cache),
                touched,
                base,
            };
            let found = levels.look_up(&layout, addresses, group);
            let sector = u64::from(model.memory.sector_bytes);
            // Passes over banks and over tags, after warpspeed's formula: (lines + 2) / 4 tag passes; it holds on H200 within 2.2 %.
            let passes = bank_passes(&layout, addresses, group, size).max((found.lines + 2) / 4);
            totals.wavefronts += passes;
            totals.dram_bytes += found.l2_misses * sector;
            if load {
                totals.l1_bytes += found.sectors * sector;
                totals.l2_bytes += found.l1_misses * sector;
            } else {
                totals.l2_bytes += found.sectors * sector;
            }
            if atomic {
                totals.atomics += u64::from(group.count_ones()) + most_shared(addresses, group) - 1;
            }
            let base = match found {
                _ if found.l2_misses > 0 => model.latency.dram,
                _ if found.l1_misses > 0 => model.latency.l2,
                _ => model.latency.l1,
            };
            base + passes as u32 - 1
        }
    }
}

/// A compiled copy of [`memory`].
pub type AccessFn =
    for<'w> fn(&mut World<'w>, &mut Warp, u32, u32, &Access, u32, Kind) -> Result<(), Bad>;

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
) -> Result<(), Bad> {
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
) -> Result<(), Bad> {
    let addresses = addresses(warp, &access.addr);
    let size = u64::from(access.bytes) * u64::from(access.count);
    let layout = Layout::of(&addresses, exec, size);
    let by = Accessor {
        block: world.at.linear() as u32 + 1,
        epoch: world.epoch,
        warp: index,
        warp_epoch: warp.epoch,
        atomic: matches!(kind, Kind::Atomic(..)),
    };
    let latency = match world.together(warp, access, exec, kind, &layout, &by) {
        Some(latency) => latency,
        None => world.apart(warp, access, exec, kind, &addresses, &by)?,
    };
    let shared = access.space == Space::Shared;
    let order = match kind {
        Kind::Load if access.free => Order::Free,
        Kind::Load => Order::Load { shared },
        Kind::Store | Kind::Atomic(..) => Order::Store { shared },
    };
    let cost = &world.code.lines[pc as usize].cost;
    world.clock.access(&mut warp.clock, cost, latency, order);
    Ok(())
}

impl World<'_> {
    /// The usual access, all at once: one region, every lane at one address or the lanes in a row, nothing wrong. Gives its latency, or
    /// `None` with nothing changed that matters: then [`World::apart`] does it, or says what is wrong with which lane.
    #[inline(always)]
    fn together(
        &mut self,
        warp: &mut Warp,
        access: &Access,
        exec: u32,
        kind: Kind,
        layout: &Layout,
        by: &Accessor,
    ) -> Option<u32> {
        if layout.shape == Shape::Scattered {
            return None;
        }
        let (place, offset) = match access.space {
            Space::Shared => (Place::Shared, layout.first as i64),
            Space::Local => return None,
            _ if space::slot_of(layout.apart) != 0 => return None,
            _ => match space::place(space::slot_of(layout.first)) {
                Place::Shared => (Place::Shared, space::offset_in_window(layout.first)),
                place => (place, space::offset_in_buffer(layout.first)),
            },
        };
        let region = match place {
            Place::Shared => &mut *self.shared,
            Place::Var(var) => self.vars.get_mut(var)?,
            Place::Buffer(buffer) => self.buffers.get_mut(buffer)?,
            _ => return None,
        };
        let at = Row {
            offset: usize::try_from(offset).ok()?,
            span: layout.span as usize,
            size: usize::from(access.bytes) * usize::from(access.count),
            equal: layout.shape == Shape::Equal,
            mask: exec,
        };
        let done = match kind {
            Kind::Load => region.load_row(&mut warp.regs, access, &at, by),
            Kind::Store => region.store_row(&warp.regs, access, &at, by),
            Kind::Atomic(..) => false,
        };
        if !done {
            return None;
        }
        let traffic = Traffic {
            layout: *layout,
            // Only scattered lanes are looked at one by one.
            addresses: &[0; LANES],
            group: exec,
            size: at.size as u64,
            base: layout.first.wrapping_sub(offset as u64),
        };
        Some(charge(
            self.clock,
            &mut region.touched,
            place,
            &traffic,
            kind,
        ))
    }

    /// Any access: lanes grouped by the region that they point into, each lane checked and moved by itself.
    fn apart(
        &mut self,
        warp: &mut Warp,
        access: &Access,
        exec: u32,
        kind: Kind,
        addresses: &[u64; LANES],
        by: &Accessor,
    ) -> Result<u32, Bad> {
        let addresses = *addresses;
        let size = usize::from(access.bytes) * usize::from(access.count);
        let mut left = exec;
        let mut latency = 0;
        while left != 0 {
            let first = left.trailing_zeros();
            let (place, group, offsets) = match access.space {
                Space::Shared => (Place::Shared, left, addresses.map(|address| address as i64)),
                Space::Local => (Place::Local, left, addresses.map(|address| address as i64)),
                _ => {
                    let slot = space::slot_of(addresses[first as usize]);
                    let mut differs = 0u64;
                    for address in addresses {
                        differs |= space::slot_of(address) ^ slot;
                    }
                    let group = if differs == 0 {
                        left
                    } else {
                        let same = |lane: usize| {
                            u32::from(space::slot_of(addresses[lane]) == slot) << lane
                        };
                        left & (0..LANES).map(same).fold(0, |bits, bit| bits | bit)
                    };
                    let place = space::place(slot);
                    let offsets = match place {
                        Place::Shared | Place::Local => addresses.map(space::offset_in_window),
                        _ => addresses.map(space::offset_in_buffer),
                    };
                    (place, group, offsets)
                }
            };
            left &= !group;
            let local_bytes = self.code.local_bytes;
            let mut offsets = offsets;
            let region = match place {
                Place::Shared => &mut *self.shared,
                Place::Local => {
                    local_offsets(&mut offsets, group, local_bytes, size)?;
                    &mut warp.local
                }
                Place::Var(var) if var < self.vars.len() => &mut self.vars[var],
                Place::Buffer(buffer) if buffer < self.buffers.len() => &mut self.buffers[buffer],
                _ => {
                    let what = format!(
                        "access of {size} bytes at address {:#x}, where nothing is",
                        addresses[first as usize]
                    );
                    return Err(Bad {
                        kind: FaultKind::OutOfBounds,
                        lane: first,
                        what,
                    });
                }
            };
            region.check(&offsets, group, size, !matches!(kind, Kind::Load))?;
            match kind {
                Kind::Load => region.load(&mut warp.regs, access, &offsets, group, by)?,
                Kind::Store => region.store(&warp.regs, access, &offsets, group, by)?,
                Kind::Atomic(op, ty, b, c) => {
                    collective::atomic(
                        region,
                        &mut warp.regs,
                        (op, ty),
                        [access.slots[0], b, c],
                        &offsets,
                        group,
                        by,
                    )?;
                }
            }
            let first = first as usize;
            let on_chip = offsets.map(|offset| offset as u64);
            let lanes = if place == Place::Shared {
                &on_chip
            } else {
                &addresses
            };
            let traffic = Traffic {
                layout: Layout::of(lanes, group, size as u64),
                addresses: lanes,
                group,
                size: size as u64,
                base: addresses[first].wrapping_sub(offsets[first] as u64),
            };
            latency = latency.max(charge(
                self.clock,
                &mut region.touched,
                place,
                &traffic,
                kind,
            ));
        }
        Ok(latency)
    }
}

#[inline(always)]
fn addresses(warp: &Warp, addr: &Addr) -> [u64; LANES] {
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

/// Checks local offsets against one thread's share and moves each lane to its own.
fn local_offsets(
    offsets: &mut [i64; LANES],
    group: u32,
    bytes: usize,
    size: usize,
) -> Result<(), Bad> {
    for lane in 0..LANES {
        let offset = offsets[lane];
        if group >> lane & 1 != 0 && (offset < 0 || offset as u64 + size as u64 > bytes as u64) {
            let what =
                format!("access of {size} bytes at byte {offset} of local memory ({bytes} bytes)");
            return Err(Bad {
                kind: FaultKind::OutOfBounds,
                lane: lane as u32,
                what,
            });
        }
        offsets[lane] = offset.wrapping_add((lane * stride(bytes)) as i64);
    }
    Ok(())
}

/// Bytes between the local memories of two lanes: keeps every thread's share aligned.
pub fn stride(bytes: usize) -> usize {
    bytes.next_multiple_of(16)
}

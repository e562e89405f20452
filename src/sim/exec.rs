//! One warp, from where it stands to its next barrier or its end.

use super::alu::{AluFn, put_pred};
use super::cache::{Lines, bank_passes, look_up, most_shared};
use super::collective;
use super::fault::{Fault, FaultKind};
use super::lower::{Access, Addr, AddrBase, Code, NONE, Step};
use super::memory::{Bad, Region};
use super::race::Accessor;
use super::regs::{LANES, Lane, Slot};
use super::space::{self, Place};
use super::timing::{Clock, Order};
use super::warp::{END, Frame, Position, Status, Warp};
use crate::ptx::{AtomOp, Space, Ty};

/// Everything outside the warp that an instruction can reach.
pub struct World<'a> {
    pub code: &'a Code,
    pub alu: AluFn,
    pub buffers: &'a mut [Region],
    pub vars: &'a mut [Region],
    pub shared: &'a mut Region,
    pub at: Position,
    /// Raised by every barrier.
    pub epoch: u32,
    /// Warp instructions left.
    pub budget: &'a mut u64,
    pub clock: &'a mut Clock,
}

impl World<'_> {
    /// A fault of one lane, with everything that is known about where it happened.
    pub fn fault(&self, kind: FaultKind, line: u32, warp: u32, lane: u32, what: &str) -> Fault {
        let inst = self.code.lines[line as usize].inst as usize;
        let thread = warp * LANES as u32 + lane;
        let [x, y, _] = self.at.block;
        Fault::new(
            kind,
            format!(
                "{what} (kernel {}, PTX line {}, block {:?}, thread {:?})",
                self.code.name,
                self.code.ptx_lines[inst],
                self.at.at,
                [thread % x, thread / x % y, thread / x / y]
            ),
        )
    }

    /// Runs `warp` until it waits, ends or breaks a rule.
    pub fn run(&mut self, warp: &mut Warp, index: u32) -> Result<(), Fault> {
        let code = self.code;
        while let Some(frame) = warp.stack.last().copied() {
            let Frame {
                mut pc,
                mask,
                until,
            } = frame;
            if mask == 0 || pc == until {
                warp.stack.pop();
                continue;
            }
            // Straight-line execution; left at a barrier, or when the stack changes.
            loop {
                let line = &code.lines[pc as usize];
                if *self.budget == 0 {
                    return Err(self.fault(
                        FaultKind::Timeout,
                        pc,
                        index,
                        mask.trailing_zeros(),
                        "the step budget is spent",
                    ));
                }
                *self.budget -= 1;
                warp.steps += 1;
                if line.leader {
                    warp.clock.close(0);
                }
                let exec = if line.guard == NONE {
                    mask
                } else {
                    let p = warp.regs.pred[line.guard as usize];
                    mask & if line.negated { !p } else { p }
                };
                match &line.step {
                    Step::Alu(alu) => {
                        (self.alu)(&mut warp.regs, alu, exec);
                        self.clock.step(&mut warp.clock, &line.cost);
                    }
                    Step::Bra { target, reconverge } => {
                        self.clock.step(&mut warp.clock, &line.cost);
                        if exec != 0 {
                            warp.clock.close(self.clock.model.latency.branch);
                        }
                        if branch(warp, mask, exec, pc + 1, &[(*target, exec)], *reconverge) {
                            break;
                        }
                        pc = if exec != 0 { *target } else { pc + 1 };
                        if pc == until {
                            warp.stack.pop();
                            break;
                        }
                        continue;
                    }
                    Step::Brx {
                        index: slot,
                        targets,
                        reconverge,
                    } => {
                        self.indirect(warp, index, pc, mask, exec, (*slot, targets, *reconverge))?;
                        break;
                    }
                    Step::Ret => {
                        if exec != 0 {
                            warp.live &= !exec;
                            warp.stack.iter_mut().for_each(|frame| frame.mask &= !exec);
                            set_pc(warp, pc + 1);
                            break;
                        }
                    }
                    Step::Bar { id, count } if exec != 0 => {
                        let lane = exec.trailing_zeros() as usize;
                        if exec != warp.live {
                            let missing = (warp.live & !exec).trailing_zeros();
                            let what = format!(
                                "lane {missing} of the warp is elsewhere while others wait at a barrier"
                            );
                            return Err(self.fault(
                                FaultKind::DivergentBarrier,
                                pc,
                                index,
                                lane as u32,
                                &what,
                            ));
                        }
                        self.clock.step(&mut warp.clock, &line.cost);
                        let id = warp.regs.r32[*id as usize][lane];
                        let threads = count.map(|slot| warp.regs.r32[slot as usize][lane]);
                        warp.status = Status::Waiting {
                            id,
                            threads,
                            line: pc,
                        };
                        set_pc(warp, pc + 1);
                        return Ok(());
                    }
                    step if exec != 0 => self.effect(step, warp, index, pc, exec)?,
                    _ => self.clock.step(&mut warp.clock, &line.cost),
                }
                pc += 1;
                if pc == until {
                    warp.stack.pop();
                    break;
                }
            }
        }
        warp.status = Status::Done;
        Ok(())
    }

    fn effect(
        &mut self,
        step: &Step,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        exec: u32,
    ) -> Result<(), Fault> {
        let cost = &self.code.lines[pc as usize].cost;
        if !matches!(step, Step::Load(_) | Step::Store(_) | Step::Atom { .. }) {
            self.clock.step(&mut warp.clock, cost);
        }
        let result = match step {
            Step::Load(access) => self.memory(warp, index, pc, access, exec, Kind::Load),
            Step::Store(access) => self.memory(warp, index, pc, access, exec, Kind::Store),
            Step::Atom {
                access,
                op,
                ty,
                b,
                c,
            } => self.memory(
                warp,
                index,
                pc,
                access,
                exec,
                Kind::Atomic(*op, *ty, *b, *c),
            ),
            Step::Trap => Err(Bad {
                kind: FaultKind::Trap,
                lane: exec.trailing_zeros(),
                what: "trap".into(),
            }),
            Step::BarWarp { mask } => {
                let result = collective::check_mask(warp, exec, *mask, "bar.warp.sync");
                warp.epoch += 1;
                result
            }
            Step::Clock { d, wide } => {
                if *wide {
                    u64::put(&mut warp.regs, *d, [warp.steps; LANES], exec);
                } else {
                    u32::put(&mut warp.regs, *d, [warp.steps as u32; LANES], exec);
                }
                Ok(())
            }
            Step::Isspacep { slot, d, a } => {
                let a = u64::get(&warp.regs, *a);
                let window =
                    |address: u64| matches!(space::slot_of(address), space::SHARED | space::LOCAL);
                let mut bits = 0;
                for (lane, &address) in a.iter().enumerate() {
                    let yes = if *slot == 0 {
                        !window(address)
                    } else {
                        space::slot_of(address) == *slot
                    };
                    bits |= u32::from(yes) << lane;
                }
                put_pred(&mut warp.regs, *d, bits, exec);
                Ok(())
            }
            Step::Fence | Step::Nop => Ok(()),
            other => collective::execute(other, warp, exec),
        };
        result.map_err(|bad| self.fault(bad.kind, pc, index, bad.lane, &bad.what))
    }

    fn memory(
        &mut self,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        access: &Access,
        exec: u32,
        kind: Kind,
    ) -> Result<(), Bad> {
        let addresses = addresses(warp, &access.addr);
        let size = usize::from(access.bytes) * usize::from(access.count);
        let by = Accessor {
            block: self.at.linear() as u32 + 1,
            epoch: self.epoch,
            warp: index,
            warp_epoch: warp.epoch,
            atomic: matches!(kind, Kind::Atomic(..)),
        };
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
                Kind::Load => region.load(&mut warp.regs, access, &offsets, group, &by)?,
                Kind::Store => region.store(&warp.regs, access, &offsets, group, &by)?,
                Kind::Atomic(op, ty, b, c) => {
                    collective::atomic(
                        region,
                        &mut warp.regs,
                        (op, ty),
                        [access.slots[0], b, c],
                        &offsets,
                        group,
                        &by,
                    )?;
                }
            }
            let traffic = Traffic {
                addresses: &addresses,
                offsets: &offsets,
                group,
                size: size as u64,
            };
            latency = latency.max(charge(self.clock, region, place, &traffic, kind));
        }
        let shared = access.space == Space::Shared;
        let order = match kind {
            Kind::Load if access.free => Order::Free,
            Kind::Load => Order::Load { shared },
            Kind::Store | Kind::Atomic(..) => Order::Store { shared },
        };
        let cost = &self.code.lines[pc as usize].cost;
        self.clock.access(&mut warp.clock, cost, latency, order);
        Ok(())
    }

    fn indirect(
        &mut self,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        mask: u32,
        exec: u32,
        (slot, targets, reconverge): (Slot, &[u32], u32),
    ) -> Result<(), Fault> {
        let choice = u32::get(&warp.regs, slot);
        let mut groups: Vec<(u32, u32)> = Vec::new();
        for lane in (0..LANES).filter(|lane| exec >> lane & 1 != 0) {
            let Some(&target) = targets.get(choice[lane] as usize) else {
                let what = format!(
                    "brx.idx with index {} of {} targets",
                    choice[lane],
                    targets.len()
                );
                return Err(self.fault(FaultKind::OutOfBounds, pc, index, lane as u32, &what));
            };
            match groups.iter_mut().find(|group| group.0 == target) {
                Some(group) => group.1 |= 1 << lane,
                None => groups.push((target, 1 << lane)),
            }
        }
        if !branch(warp, mask, exec, pc + 1, &groups, reconverge) {
            set_pc(warp, groups.first().map_or(pc + 1, |group| group.0));
        }
        Ok(())
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Load,
    Store,
    Atomic(AtomOp, Ty, Slot, Slot),
}

/// The lanes of one access that go to one region.
struct Traffic<'a> {
    addresses: &'a [u64; LANES],
    offsets: &'a [i64; LANES],
    group: u32,
    size: u64,
}

/// Adds an access to the totals and gives its latency.
#[inline(always)]
fn charge(
    clock: &mut Clock,
    region: &mut Region,
    place: Place,
    traffic: &Traffic<'_>,
    kind: Kind,
) -> u32 {
    let Traffic {
        addresses,
        offsets,
        group,
        size,
    } = *traffic;
    let atomic = matches!(kind, Kind::Atomic(..));
    let totals = &mut clock.totals;
    let model = &clock.model;
    match place {
        Place::Shared => {
            let offsets = offsets.map(|offset| offset as u64);
            let turns = if atomic {
                most_shared(&offsets, group)
            } else {
                0
            };
            let passes = bank_passes(&offsets, group, size) + turns;
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
            let lines = Lines::of(addresses, group, size);
            let bytes = lines.sectors() * u64::from(model.memory.sector_bytes);
            let base = addresses[group.trailing_zeros() as usize]
                .wrapping_sub(offsets[group.trailing_zeros() as usize] as u64);
            let cached = if matches!(kind, Kind::Load) {
                Some(&mut clock.cache)
            } else {
                None
            };
            let misses = look_up(cached, &lines, base, &mut region.touched);
            // Passes over banks and over tags, after warpspeed's formula: (lines + 2) / 4 tag passes; it holds on H200 within 2.2 %.
            let passes = bank_passes(addresses, group, size).max((lines.count() + 2) / 4);
            totals.wavefronts += passes;
            totals.dram_bytes += misses.l2 * u64::from(model.memory.sector_bytes);
            if matches!(kind, Kind::Load) {
                totals.l1_bytes += bytes;
                totals.l2_bytes += misses.l1 * u64::from(model.memory.sector_bytes);
            } else {
                totals.l2_bytes += bytes;
            }
            if atomic {
                totals.atomics += u64::from(group.count_ones()) + most_shared(addresses, group) - 1;
            }
            let base = match misses {
                _ if misses.l2 > 0 => model.latency.dram,
                _ if misses.l1 > 0 => model.latency.l2,
                _ => model.latency.l1,
            };
            base + passes as u32 - 1
        }
    }
}

/// Parts the lanes of the top frame if they go different ways; `false` if they do not.
fn branch(
    warp: &mut Warp,
    mask: u32,
    exec: u32,
    next: u32,
    targets: &[(u32, u32)],
    reconverge: u32,
) -> bool {
    let stay = mask & !exec;
    if stay == 0 && targets.len() == 1 || exec == 0 {
        return false;
    }
    let Some(frame) = warp.stack.last_mut() else {
        return false;
    };
    if frame.until == reconverge {
        // The frame below waits at the same place: this frame needs no successor of its own, and a divergent loop no stack.
        warp.stack.pop();
    } else {
        frame.pc = reconverge;
    }
    for &(pc, mask) in targets.iter().rev().chain(&[(next, stay)]) {
        if pc != reconverge && mask != 0 {
            warp.stack.push(Frame {
                pc,
                mask,
                until: reconverge,
            });
        }
    }
    true
}

fn set_pc(warp: &mut Warp, pc: u32) {
    if let Some(frame) = warp.stack.last_mut() {
        frame.pc = if frame.mask == 0 { END } else { pc };
    }
}

#[inline(always)]
fn addresses(warp: &Warp, addr: &Addr) -> [u64; LANES] {
    match addr.base {
        AddrBase::None => [addr.offset; LANES],
        AddrBase::R64(slot) => {
            let base = &warp.regs.r64[slot as usize];
            std::array::from_fn(|lane| base[lane].wrapping_add(addr.offset))
        }
        AddrBase::R32(slot) => {
            let base = &warp.regs.r32[slot as usize];
            std::array::from_fn(|lane| u64::from(base[lane].wrapping_add(addr.offset as u32)))
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

//! `cp.async`: a copy is noted when it is issued and lands when it is waited for.
//!
//! Until then its destination counts as unwritten, so that whoever reads it too early is found.

use super::access::addresses;
use super::*;
use crate::sim::lower::AsyncCopy;

/// One copy of a warp.
#[derive(Debug, Clone)]
struct Pending {
    /// The lowered instruction.
    line: u32,
    /// Lanes whose copy has not landed.
    mask: u32,
    src: [u64; LANES],
    dst: [u64; LANES],
    /// Bytes to read.
    size: [u8; LANES],
    /// The group that it belongs to, by lane.
    group: [u32; LANES],
}

/// The copies of a warp that have not landed.
#[derive(Debug, Clone, Default)]
pub struct Copies {
    pending: Vec<Pending>,
    /// Groups that each lane has made.
    groups: [u32; LANES],
}

impl Copies {
    pub fn clear(&mut self) {
        self.pending.clear();
        self.groups = [0; LANES];
    }

    /// The copies of the lanes in `exec` since their last group become one.
    pub fn commit(&mut self, exec: u32) {
        for lane in lanes_in(exec) {
            self.groups[lane] += 1;
        }
    }
}

impl World<'_> {
    /// Notes a copy of the lanes in `exec`.
    pub(super) fn issue(&mut self, warp: &mut Warp, pc: u32, exec: u32, copy: &AsyncCopy) {
        let bytes = usize::from(copy.bytes);
        let dst = addresses(warp, &copy.dst);
        let mut size = [copy.bytes; LANES];
        if let Some(slot) = copy.size {
            let given = u32::get(&warp.regs, slot);
            size = given.map(|given| given.min(u32::from(copy.bytes)) as u8);
        }
        for lane in lanes_in(exec) {
            let start = dst[lane] as usize;
            let inside = start
                .checked_add(bytes)
                .is_some_and(|end| end <= self.memory.shared.bytes.len());
            if inside && let Some(written) = &mut self.memory.shared.written {
                written.clear_range(start, bytes);
            }
        }
        warp.copies.pending.push(Pending {
            line: pc,
            mask: exec,
            src: addresses(warp, &copy.src),
            dst,
            size,
            group: warp.copies.groups,
        });
    }

    /// Lets the copies of the lanes in `exec` land: all of them, or all groups but the last `leave`.
    pub(super) fn land(
        &mut self,
        warp: &mut Warp,
        index: u32,
        exec: u32,
        leave: Option<u32>,
    ) -> Result<(), Fault> {
        if warp.copies.pending.is_empty() {
            return Ok(());
        }
        let groups = warp.copies.groups;
        let mut pending = std::mem::take(&mut warp.copies.pending);
        for copy in &mut pending {
            let due = (0..LANES).filter(|&lane| {
                leave.is_none_or(|leave| copy.group[lane] < groups[lane].saturating_sub(leave))
            });
            let due = due.fold(0, |bits, lane| bits | 1 << lane) & exec & copy.mask;
            if due != 0 {
                copy.mask &= !due;
                self.move_bytes(warp, index, copy, due)?;
            }
        }
        pending.retain(|copy| copy.mask != 0);
        warp.copies.pending = pending;
        Ok(())
    }

    /// Moves the bytes of the lanes in `due`, with the checks and costs of a load and a store.
    fn move_bytes(
        &mut self,
        warp: &mut Warp,
        index: u32,
        pending: &Pending,
        due: u32,
    ) -> Result<(), Fault> {
        let code = self.code;
        let Step::AsyncCopy(copy) = &code.lines[pending.line as usize].step else {
            return Ok(());
        };
        let lanes = |holds: &dyn Fn(u8) -> bool| {
            let chosen = (0..LANES).filter(|&lane| holds(pending.size[lane]));
            chosen.fold(0, |bits, lane| bits | 1 << lane) & due
        };
        let whole = lanes(&|size| size == copy.bytes);
        let slots = &copy.load.slots[..usize::from(copy.load.count)];
        for &slot in slots {
            if copy.load.wide {
                u64::put(&mut warp.regs, slot, [0; LANES], due);
            } else {
                u32::put(&mut warp.regs, slot, [0; LANES], due);
            }
        }
        warp.regs.r64[copy.src_slot as usize] = pending.src;
        warp.regs.r64[copy.dst_slot as usize] = pending.dst;
        if whole != 0 {
            (self.access)(
                self,
                warp,
                index,
                pending.line,
                &copy.load,
                whole,
                Kind::Load,
            )?;
        }
        for at in 0..copy.bytes {
            let part = lanes(&|size| size < copy.bytes && at < size);
            if part == 0 {
                break;
            }
            let moved = pending
                .src
                .map(|address| address.wrapping_add(u64::from(at)));
            warp.regs.r64[copy.src_slot as usize] = moved;
            (self.access)(
                self,
                warp,
                index,
                pending.line,
                &copy.byte,
                part,
                Kind::Load,
            )?;
            let found = warp.regs.r32[copy.byte.slots[0] as usize];
            let slot = slots[usize::from(at / copy.load.bytes)] as usize;
            let shift = 8 * u32::from(at % copy.load.bytes);
            for lane in lanes_in(part) {
                if copy.load.wide {
                    warp.regs.r64[slot][lane] |= u64::from(found[lane]) << shift;
                } else {
                    warp.regs.r32[slot][lane] |= found[lane] << shift;
                }
            }
        }
        (self.access)(
            self,
            warp,
            index,
            pending.line,
            &copy.store,
            due,
            Kind::Store,
        )
    }
}

//! Barriers of the replayed blocks.

use super::*;

impl Pipeline<'_> {
    /// A warp reaches a barrier; `false` if it does not wait.
    pub(super) fn arrive(&mut self, warp: usize, op: &Op, time: u32) -> bool {
        let state = &mut self.warps[warp];
        let at = state.events.get(op.event as usize).copied();
        let Some(at) = at.filter(|&at| at != NOTHING) else {
            return false;
        };
        let Event::Barrier { id, warps, .. } = Event::unpack(state.words[at as usize]) else {
            return false;
        };
        state.barrier = Some((id, warps));
        state.next = time + 1;
        self.enqueue(warp, NEVER);
        self.release(warp / self.per_block, time);
        true
    }

    /// Opens the barriers of a block that have all their warps.
    pub(super) fn release(&mut self, slot: usize, time: u32) {
        let range = slot * self.per_block..(slot + 1) * self.per_block;
        let mut seen = 0u16;
        for first in range.clone() {
            let Some((id, needed)) = self.warps[first].barrier else {
                continue;
            };
            if seen >> id & 1 != 0 {
                continue;
            }
            seen |= 1 << id;
            let waiting = |warp: &Warp<'_>| warp.barrier.is_some_and(|(known, _)| known == id);
            let arrived = self.warps[range.clone()]
                .iter()
                .filter(|warp| waiting(warp))
                .count() as u32;
            let needed = match needed {
                0 => self.slots[slot].alive,
                some => u32::from(some).min(self.slots[slot].alive),
            };
            if arrived >= needed {
                self.open(range.clone(), Some(id), time);
            }
        }
    }

    fn open(&mut self, range: std::ops::Range<usize>, id: Option<u8>, time: u32) {
        let at = time + self.load.model.latency.barrier;
        for warp in range {
            let state = &mut self.warps[warp];
            let waits = state
                .barrier
                .is_some_and(|(known, _)| id.is_none_or(|id| id == known));
            if waits {
                state.barrier = None;
                (state.next, state.reason) = (at.max(state.next), Reason::Barrier);
                self.advance(warp, at);
            }
        }
    }

    /// Nothing can issue: barriers whose partners were not recorded open. `false` if no warp waits.
    pub(super) fn unlock(&mut self) -> bool {
        let waiting = self.warps.iter().any(|warp| warp.barrier.is_some());
        if waiting {
            let time = self.free.iter().copied().max().unwrap_or(0);
            self.open(0..self.warps.len(), None, time);
        }
        waiting
    }
}

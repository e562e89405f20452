//! Memory instructions: the load/store pipeline, the caches and memory behind it.

use super::*;

/// Cycles of work that may wait in front of the load/store pipeline before the warp that adds more is held up (estimate).
const LSU_DEPTH: u32 = 64;
/// Cycles of work that stores may leave waiting for the second-level cache or memory before their warps are held up (estimate).
const WRITE_DEPTH: f64 = 1024.0;

impl Pipeline<'_> {
    /// Issues a memory instruction: when its warp can go on, and what it waits for until then.
    pub(super) fn memory(&mut self, warp: usize, op: &Op, time: u32, slots: u32) -> (u32, Reason) {
        let state = &self.warps[warp];
        let at = state.events.get(op.event as usize).copied();
        let found = at.filter(|&at| at != NOTHING).map(|at| {
            let word = state.words[at as usize];
            (at as usize, Event::unpack(word))
        });
        let Some((at, Event::Access(access))) = found else {
            // No lane took part.
            self.write(warp, op, time + slots, Reason::Latency);
            return (time + slots, Reason::Latency);
        };
        let passes = u32::from(access.passes).max(1);
        let latency = &self.load.model.latency;
        let turns = u32::from(access.turns);
        let near = access.place != Where::Global;
        let passes = if near { passes + turns / 2 } else { passes };
        let start = (time + slots - 1).max(self.lsu);
        self.lsu = start + passes;
        let bucket = match access.place {
            Where::Shared if turns > 0 => Reason::Atomic,
            Where::Shared => Reason::Shared,
            _ => Reason::Lsu,
        };
        self.out.busy[bucket as usize] += f64::from(passes);
        let (done, mut reason, held) = match access.place {
            Where::Shared if access.what == What::Atomic => {
                (start + latency.atomic_shared, Reason::Latency, 0)
            }
            Where::Shared => (start + latency.shared, Reason::Latency, 0),
            Where::Local => (start + latency.l1, Reason::Latency, 0),
            Where::Global => self.global(warp, at, &access, start),
        };
        let waited = start - time;
        if waited > latency.shared {
            reason = bucket;
        }
        self.write(warp, op, done + passes - 1, reason);
        let next = (time + slots)
            .max(start.saturating_sub(LSU_DEPTH))
            .max(held);
        let why = if next <= time + slots {
            Reason::Latency
        } else if held == next {
            reason
        } else {
            bucket
        };
        (next, why)
    }

    /// A global access that leaves the load/store pipeline at `start`: when it is done, what it waited for most, and until when a store holds
    /// its warp up.
    fn global(
        &mut self,
        warp: usize,
        at: usize,
        access: &Access,
        start: u32,
    ) -> (u32, Reason, u32) {
        let model = self.load.model;
        let (l2_rate, dram_rate) = (
            model.memory.l2_bytes_per_cycle * self.load.share,
            model.memory.dram_bytes_per_cycle * self.load.share,
        );
        let words = self.warps[warp].words;
        let copy = self.warps[warp].copy;
        let mut done = start + model.latency.l1;
        let mut reason = Reason::Latency;
        let from = at - usize::from(access.lines);
        for &word in &words[from..at] {
            let Event::Line(touched) = Event::unpack(word) else {
                continue;
            };
            let mut wanted = touched.sectors;
            // Where the block is a copy, its own data are other data: what it was the first to touch.
            let line = touched.line ^ if touched.fresh != 0 { copy << 43 } else { 0 };
            let mut place = None;
            if access.what == What::Load {
                let found = self.l1.touch(line, wanted);
                wanted &= !found.hit;
                if found.hit != 0 {
                    done = done.max(found.arrival);
                }
                // A replay issues loads in another order than the trace has them: one that found the line fresh may come after one that
                // brought it into the first level. Memory is charged all the same, once for all.
                if wanted == 0 && touched.fresh == 0 {
                    continue;
                }
                place = Some(found);
            }
            let bytes = f64::from(wanted.count_ones() * 32);
            let l2_start = self.l2.max(f64::from(start));
            self.l2 = l2_start + bytes / l2_rate;
            self.out.busy[Reason::L2 as usize] += bytes / l2_rate;
            let mut arrival = self.l2 + f64::from(model.latency.l2);
            let mut why = Reason::Latency;
            if l2_start - f64::from(start) > f64::from(model.latency.l2) / 2.0 {
                why = Reason::L2;
            }
            let mut from_memory = touched.fresh.count_ones();
            if from_memory == 0 && self.load.l2_misses > 0.0 {
                self.fallen += self.load.l2_misses * f64::from(wanted.count_ones());
                from_memory = self.fallen as u32;
                self.fallen -= f64::from(from_memory);
            }
            if from_memory != 0 {
                let bytes = f64::from(from_memory * 32);
                let dram_start = self.dram.max(l2_start);
                self.dram = dram_start + bytes / dram_rate;
                self.out.busy[Reason::Dram as usize] += bytes / dram_rate;
                arrival = self.dram + f64::from(model.latency.dram);
                if dram_start - l2_start > f64::from(model.latency.dram) / 2.0 {
                    why = Reason::Dram;
                }
            }
            let arrival = arrival as u32;
            if let Some(found) = place {
                self.l1.expect(&found, arrival);
            }
            if arrival > done {
                (done, reason) = (arrival, why);
            }
        }
        match access.what {
            What::Load => (done, reason, 0),
            What::Store => {
                let waiting = self.l2.max(self.dram) - WRITE_DEPTH;
                let held = waiting.max(0.0) as u32;
                let reason = if self.dram > self.l2 {
                    Reason::Dram
                } else {
                    Reason::L2
                };
                (done, reason, held)
            }
            What::Atomic => {
                let cycles = f64::from(access.turns) / model.throughput.atomic;
                let begin = self.atomic.max(f64::from(start));
                self.atomic = begin + cycles;
                self.out.busy[Reason::Atomic as usize] += cycles;
                let waited = begin - f64::from(start);
                if waited > f64::from(model.latency.l2) / 2.0 {
                    reason = Reason::Atomic;
                }
                let answer = (self.atomic + f64::from(model.latency.l2)) as u32;
                let held = (self.atomic - WRITE_DEPTH).max(0.0) as u32;
                (done.max(answer), reason, held)
            }
        }
    }
}

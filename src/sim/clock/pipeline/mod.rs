//! One multiprocessor, replaying the traces of the blocks that it holds.
//!
//! Every warp issues in order; its next instruction can go when the values that it reads are there. Each scheduler issues one instruction a
//! cycle, of the warp that has been ready longest. Units, the load/store pipeline, the second-level cache and memory are queues with a
//! rate: what arrives while one is busy waits, so latency grows with load by itself. An instruction's completion is known as it issues,
//! hence the model goes from issue to issue and never looks at an idle cycle.

mod barrier;
mod memory;

use super::cache::Cache;
use super::event::{Access, Event, What, Where};
use super::model::Model;
use super::plan::{Kind, NOTHING, Op, Plan};
use super::reason::{REASONS, Reason};
use super::trace::Trace;
use super::units::{UNITS, Unit};

/// Never ready.
const NEVER: u32 = u32::MAX;
/// A replay stops here: later times would not fit beside their reasons.
const HORIZON: u32 = 1 << 27;
const REASON_BITS: u32 = 4;
/// What is replayed on the multiprocessor.
#[derive(Debug, Clone, Copy)]
pub struct Load<'a> {
    /// The kernel.
    pub plan: &'a Plan,
    /// Its recorded blocks.
    pub trace: &'a Trace,
    /// The device.
    pub model: &'a Model,
    /// Blocks that are on the multiprocessor together.
    pub resident: usize,
    /// Blocks to replay; recorded blocks come again, with other data, when there are fewer.
    pub blocks: usize,
    /// Cycles between two blocks of a slot.
    pub turnaround: u32,
    /// Bytes of first-level cache.
    pub l1_bytes: usize,
    /// Share of what the second level once had that it has no more.
    pub l2_misses: f64,
    /// How many times its share of the common bandwidth the multiprocessor has.
    pub share: f64,
    /// Warp instructions after which no more are replayed of a warp.
    pub steps_per_warp: u64,
}

/// What a replay found.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// When the last block and the last queue were done, cycles.
    pub end: f64,
    /// Cycles from the start of each slot's first block to the end of its last, on average, turnarounds included.
    pub slot: f64,
    /// When the first and the second half of the blocks were done, cycles.
    pub halves: [f64; 2],
    /// Warp instructions of PTX replayed.
    pub steps: u64,
    /// Cycles that each resource was busy, as a share of what it could have been times `end`.
    pub busy: [f64; REASONS],
    /// Scheduler cycles without an issue, by what the next warp to issue had waited for.
    pub idle: [f64; REASONS],
    /// Cycles from a warp's issue before to the end of that of each operation, over all warps: where a profiler would find warps.
    pub spent: Vec<u64>,
}

#[derive(Debug, Clone)]
struct Warp<'a> {
    words: &'a [u64],
    at: usize,
    block: usize,
    op: u32,
    end: u32,
    /// Position in `words` of each event of the current basic block, or [`NOTHING`].
    events: Vec<u32>,
    /// When it can issue next at the earliest, and why not before.
    next: u32,
    reason: Reason,
    /// When its last issue ended, or when it started.
    issued: u32,
    done: bool,
    /// Whether it is inside a basic block.
    entered: bool,
    /// Warp instructions that are still replayed.
    left: u64,
    /// Stands in for lines of other blocks when a recorded block comes again.
    copy: u64,
    /// At which barrier it waits: number and warps needed.
    barrier: Option<(u8, u16)>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    alive: u32,
    started: u32,
}

/// The machine while it replays.
pub struct Pipeline<'a> {
    load: Load<'a>,
    warps: Vec<Warp<'a>>,
    /// When each value of each warp is ready, with its reason in the low bits.
    ready: Vec<u32>,
    slots: Vec<Slot>,
    per_block: usize,
    schedulers: usize,
    /// When each warp can issue, by scheduler.
    queue: Vec<u32>,
    queue_len: usize,
    best: Vec<(u32, u32)>,
    free: Vec<u32>,
    unit_free: Vec<[u32; UNITS]>,
    l1: Cache,
    lsu: u32,
    l2: f64,
    dram: f64,
    atomic: f64,
    /// Sectors that fell out of the second level, not yet fetched again.
    fallen: f64,
    next_block: usize,
    finished: Vec<u32>,
    out: Replayed,
}

impl<'a> Pipeline<'a> {
    /// Replays `load`; `None` if it has nothing to replay.
    pub fn replay(load: Load<'a>) -> Option<Replayed> {
        let per_block = load.trace.blocks.iter().map(Vec::len).max().unwrap_or(0);
        if per_block == 0 || load.resident == 0 || load.blocks == 0 {
            return None;
        }
        let schedulers = load.model.throughput.issue.round().max(1.0) as usize;
        let resident = load.resident.min(load.blocks);
        let count = resident * per_block;
        let queue_len = count.div_ceil(schedulers);
        let blank = Warp {
            words: &[],
            at: 0,
            block: 0,
            op: 0,
            end: 0,
            events: Vec::new(),
            next: 0,
            reason: Reason::Latency,
            issued: 0,
            done: true,
            entered: false,
            left: 0,
            copy: 0,
            barrier: None,
        };
        let mut pipeline = Pipeline {
            load,
            warps: vec![blank; count],
            ready: vec![0; count * load.plan.values],
            slots: vec![Slot::default(); resident],
            per_block,
            schedulers,
            queue: vec![NEVER; queue_len * schedulers],
            queue_len,
            best: vec![(NEVER, 0); schedulers],
            free: vec![0; schedulers],
            unit_free: vec![[0; UNITS]; schedulers],
            l1: Cache::new(load.l1_bytes),
            lsu: 0,
            l2: 0.0,
            dram: 0.0,
            atomic: 0.0,
            fallen: 0.0,
            next_block: 0,
            finished: Vec::with_capacity(load.blocks),
            out: Replayed {
                end: 0.0,
                slot: 0.0,
                halves: [0.0; 2],
                steps: 0,
                busy: [0.0; REASONS],
                idle: [0.0; REASONS],
                spent: vec![0; load.plan.ops.len()],
            },
        };
        for slot in 0..resident {
            // Blocks of a wave start one after the other (estimate: as fast as one takes its turn among the schedulers).
            let stagger = (slot * per_block.div_ceil(schedulers)) as u32;
            pipeline.start(slot, load.turnaround + stagger);
        }
        pipeline.run();
        Some(pipeline.finish())
    }

    /// Puts the next block into `slot`.
    fn start(&mut self, slot: usize, time: u32) {
        if self.next_block >= self.load.blocks {
            return;
        }
        let blocks = &self.load.trace.blocks;
        let number = self.next_block;
        self.next_block += 1;
        let recorded = &blocks[number % blocks.len()];
        if self.slots[slot].started == 0 {
            self.slots[slot].started = time;
        }
        self.slots[slot].alive = recorded.len() as u32;
        let first = slot * self.per_block;
        let values = self.load.plan.values;
        self.ready[first * values..(first + self.per_block) * values].fill(0);
        for (offset, words) in recorded.iter().enumerate() {
            let warp = &mut self.warps[first + offset];
            warp.words = words;
            (warp.at, warp.op, warp.end) = (0, 0, 0);
            (warp.next, warp.reason, warp.done) = (time, Reason::Latency, false);
            warp.issued = time;
            warp.left = self.load.steps_per_warp;
            warp.copy = (number / blocks.len()) as u64;
            (warp.barrier, warp.entered) = (None, false);
            self.advance(first + offset, time);
        }
        if recorded.is_empty() {
            self.ended(slot, time);
        }
    }

    /// A block's last warp has ended.
    fn ended(&mut self, slot: usize, time: u32) {
        self.finished.push(time);
        if self.next_block < self.load.blocks && time < HORIZON {
            self.start(slot, time + self.load.turnaround);
        } else {
            // Turnarounds between blocks lie inside the span; the first one does not.
            let span = time.saturating_sub(self.slots[slot].started);
            self.out.slot += f64::from(span) + f64::from(self.load.turnaround);
        }
    }

    fn run(&mut self) {
        loop {
            let mut chosen = (NEVER, 0);
            for scheduler in 0..self.schedulers {
                let (ready, _) = self.best[scheduler];
                if ready != NEVER {
                    let time = ready.max(self.free[scheduler]);
                    if time < chosen.0 {
                        chosen = (time, scheduler);
                    }
                }
            }
            let (time, scheduler) = chosen;
            if time == NEVER {
                if !self.unlock() {
                    return;
                }
                continue;
            }
            if time >= HORIZON {
                return;
            }
            let warp = self.best[scheduler].1 as usize;
            self.issue(scheduler, warp, time);
        }
    }

    /// Makes the next operation of `warp` the one that it waits for, entering basic blocks as the trace says.
    fn advance(&mut self, warp: usize, mut time: u32) {
        let plan = self.load.plan;
        loop {
            if self.warps[warp].op >= self.warps[warp].end {
                match self.enter(warp, time) {
                    Some(entered) => time = entered,
                    None => return self.exit(warp),
                }
                continue;
            }
            let op = &plan.ops[self.warps[warp].op as usize];
            let (mut ready, mut reason) = (self.warps[warp].next, self.warps[warp].reason);
            let values = &mut self.ready[warp * plan.values..(warp + 1) * plan.values];
            let mut packed = 0;
            for value in op.cost.reads() {
                packed = packed.max(values[value]);
            }
            if op.kind == Kind::Free {
                for value in op.cost.writes() {
                    values[value] = packed;
                }
                self.warps[warp].op += 1;
                continue;
            }
            if packed >> REASON_BITS > ready {
                ready = packed >> REASON_BITS;
                reason = Reason::of(packed);
            }
            self.warps[warp].reason = reason;
            return self.enqueue(warp, ready);
        }
    }

    fn enqueue(&mut self, warp: usize, ready: u32) {
        let (scheduler, at) = (warp % self.schedulers, warp / self.schedulers);
        self.queue[scheduler * self.queue_len + at] = ready;
        self.rank(scheduler);
    }

    /// Finds the warp of a scheduler that has been ready longest.
    #[inline]
    fn rank(&mut self, scheduler: usize) {
        let from = scheduler * self.queue_len;
        let queue = &self.queue[from..from + self.queue_len];
        let least = queue.iter().copied().min().unwrap_or(NEVER);
        let at = queue.iter().position(|&time| time == least).unwrap_or(0);
        self.best[scheduler] = (least, (at * self.schedulers + scheduler) as u32);
    }

    /// Goes to the next basic block of a warp's trace; gives the earliest time of its first issue, or `None` at the end.
    fn enter(&mut self, warp: usize, time: u32) -> Option<u32> {
        let plan = self.load.plan;
        let state = &mut self.warps[warp];
        let entered = loop {
            match Event::unpack(*state.words.get(state.at)?) {
                Event::Enter(pc) => break pc,
                _ => state.at += 1,
            }
        };
        state.at += 1;
        if state.left == 0 {
            return None;
        }
        // How the block before was left.
        if state.entered {
            let before = &plan.blocks[state.block];
            let mut slots = match before.skip {
                Some((to, slots)) if to == entered => slots,
                _ => 0,
            };
            if !before.predicated && before.lines.end != entered {
                slots += self.load.model.latency.branch;
            }
            if slots > 0 {
                (state.next, state.reason) = (state.next + slots, Reason::Latency);
            }
        }
        let number = plan.block_at(entered)?;
        let block = &plan.blocks[number];
        (state.block, state.entered) = (number, true);
        (state.op, state.end) = (block.ops.start, block.ops.end);
        let lines = u64::from(block.lines.end - block.lines.start);
        state.left = state.left.saturating_sub(lines);
        self.out.steps += lines;
        state.events.clear();
        state.events.resize(block.recorded.len(), NOTHING);
        let mut known = 0;
        while let Some(&word) = state.words.get(state.at) {
            let pc = match Event::unpack(word) {
                Event::Enter(_) => break,
                Event::Line(_) => {
                    state.at += 1;
                    continue;
                }
                Event::Access(access) => access.pc,
                Event::Barrier { pc, .. } => pc,
            };
            if let Some(skipped) = block.recorded[known..].iter().position(|&line| line == pc) {
                known += skipped;
                state.events[known] = state.at as u32;
                known += 1;
            }
            state.at += 1;
        }
        if block.spills > 0 {
            // Each is stored once and loaded once, from the first level.
            let passes = 2 * block.spills;
            let start = self.lsu.max(time);
            self.lsu = start + passes;
            self.out.busy[Reason::Lsu as usize] += f64::from(passes);
            state.next = start + passes;
            state.reason = Reason::Lsu;
        }
        Some(time)
    }

    /// A warp has ended.
    fn exit(&mut self, warp: usize) {
        let state = &mut self.warps[warp];
        if state.done {
            return;
        }
        state.done = true;
        let time = state.next;
        let slot = warp / self.per_block;
        self.enqueue(warp, NEVER);
        self.slots[slot].alive -= 1;
        if self.slots[slot].alive == 0 {
            self.ended(slot, time);
        } else {
            self.release(slot, time);
        }
    }

    #[inline]
    fn issue(&mut self, scheduler: usize, warp: usize, time: u32) {
        let plan = self.load.plan;
        let op = &plan.ops[self.warps[warp].op as usize];
        let idle = time - self.free[scheduler];
        if idle > 0 {
            self.out.idle[self.warps[warp].reason as usize] += f64::from(idle);
        }
        let slots = u32::from(op.slots).max(1);
        self.free[scheduler] = time + slots;
        self.out.busy[Reason::Issue as usize] += f64::from(slots);
        let state = &mut self.warps[warp];
        self.out.spent[state.op as usize] += u64::from((time + slots).saturating_sub(state.issued));
        state.issued = time + slots;
        state.op += 1;
        let (next, reason) = match op.kind {
            Kind::Memory => self.memory(warp, op, time, slots),
            Kind::Barrier => {
                if self.arrive(warp, op, time) {
                    return;
                }
                (time + 1, Reason::Latency)
            }
            Kind::Fence => (time + u32::from(op.latency), Reason::Latency),
            Kind::Branch | Kind::Free => (time + slots, Reason::Latency),
            Kind::Plain => self.arithmetic(scheduler, warp, op, time, slots),
        };
        (self.warps[warp].next, self.warps[warp].reason) = (next, reason);
        self.advance(warp, next);
    }

    fn arithmetic(
        &mut self,
        scheduler: usize,
        warp: usize,
        op: &Op,
        time: u32,
        slots: u32,
    ) -> (u32, Reason) {
        let units = &mut self.unit_free[scheduler];
        let free = &mut units[op.unit as usize];
        let start = if op.unit == Unit::None {
            time
        } else {
            let start = time.max(*free);
            *free = start + u32::from(op.busy);
            self.out.busy[Reason::unit(op.unit) as usize] += f64::from(op.busy);
            start
        };
        if op.more != NOTHING {
            for (unit, &busy) in self.load.plan.more[op.more as usize].iter().enumerate() {
                units[unit] = units[unit].max(time) + u32::from(busy);
                self.out.busy[Reason::UNITS[unit] as usize] += f64::from(busy);
            }
        }
        let waited = start - time;
        let latency = u32::from(op.latency);
        let reason = if waited > latency / 2 {
            Reason::unit(op.unit)
        } else {
            Reason::Latency
        };
        self.write(warp, op, start + latency, reason);
        (start + slots, reason)
    }

    fn write(&mut self, warp: usize, op: &Op, time: u32, reason: Reason) {
        let values = self.load.plan.values;
        let packed = time.min(HORIZON) << REASON_BITS | reason as u32;
        for value in op.cost.writes() {
            self.ready[warp * values + value] = packed;
        }
    }

    fn finish(mut self) -> Replayed {
        let last = self.finished.iter().copied().max().unwrap_or(0);
        let busy = self.free.iter().copied().max().unwrap_or(0).max(last);
        let units = self.unit_free.iter().flatten().copied().max().unwrap_or(0);
        let end = f64::from(busy.max(units).max(self.lsu))
            .max(self.l2)
            .max(self.dram)
            .max(self.atomic);
        self.finished.sort_unstable();
        let half = self.finished.len() / 2;
        let at = |index: usize| self.finished.get(index).copied().map_or(end, f64::from);
        let out = &mut self.out;
        out.end = end;
        out.halves = [if half > 0 { at(half - 1) } else { 0.0 }, end];
        out.slot /= self.slots.len() as f64;
        let schedulers = self.schedulers as f64;
        for reason in Reason::ALL {
            let per_scheduler = reason == Reason::Issue || Reason::UNITS.contains(&reason);
            if per_scheduler {
                out.busy[reason as usize] /= schedulers;
            }
        }
        self.out
    }
}

//! The clock: how long a launch takes on a device, from what its warps did.
//!
//! Two views are combined. *Latency*: each warp has a clock that follows dependences. Within a basic block every instruction issues as
//! soon as its operands are ready, which is what the machine compiler's scheduling comes to (independent loads overlap); at the end of the
//! block the warp must have issued everything. *Throughput*: what the launch asks of issue slots, units, caches and memory. A block costs
//! the larger of its latency shared among the blocks that run beside it and of each resource's time; "larger" is a p-norm, so that easing
//! what is not quite the limit still counts a little.

use super::cache::Cache;
use super::cost::{CLASSES, Class, Cost, Use, table};
use super::model::Model;

/// Exponent of the norm that combines bounds: 4 puts two equal bounds at 1.19 times one of them.
const NORM: f64 = 4.0;

/// A warp's clock, in cycles since its block started.
#[derive(Debug, Clone, Default)]
pub struct WarpClock {
    /// When each value is ready, by PTX register.
    ready: Vec<u32>,
    /// When the current straight piece of code began.
    start: u32,
    /// The latest issue in it.
    last: u32,
    /// Issue slots in it.
    slots: u32,
    /// The latest store to global and to shared memory: later loads stay behind it.
    stores: [u32; 2],
}

/// How a memory instruction is ordered against others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Stays behind earlier stores to the same kind of memory, which may be to the same address.
    Load {
        shared: bool,
    },
    /// Read-only data: independent of stores.
    Free,
    Store {
        shared: bool,
    },
}

impl WarpClock {
    /// Back to zero, with `values` registers ready.
    pub fn start(&mut self, values: usize) {
        self.ready.clear();
        self.ready.resize(values, 0);
        (self.start, self.last, self.slots, self.stores) = (0, 0, 0, [0; 2]);
    }

    /// The time when everything so far has issued.
    pub fn now(&self) -> u32 {
        (self.start + self.slots).max(self.last + 1)
    }

    /// Ends a straight piece of code.
    #[inline(always)]
    pub fn close(&mut self, wait: u32) {
        self.start = self.now() + wait;
        self.last = self.start;
        self.slots = 0;
    }

    /// Moves the warp to `time`, if that is later.
    pub fn align(&mut self, time: u32) {
        self.close(0);
        self.start = self.start.max(time);
        self.last = self.start;
    }

    #[inline(always)]
    pub fn issue(&mut self, cost: &Cost, slots: u32, latency: u32) {
        let mut at = self.start;
        for value in cost.reads() {
            at = at.max(self.ready[value]);
        }
        self.last = self.last.max(at);
        self.slots += slots;
        for value in cost.writes() {
            self.ready[value] = at + latency;
        }
    }

    #[inline(always)]
    pub fn memory(&mut self, cost: &Cost, latency: u32, order: Order) {
        let mut at = self.start;
        for value in cost.reads() {
            at = at.max(self.ready[value]);
        }
        match order {
            Order::Load { shared } => at = at.max(self.stores[usize::from(shared)]),
            Order::Store { shared } => {
                at = at.max(self.stores[usize::from(shared)]);
                self.stores[usize::from(shared)] = at;
            }
            Order::Free => {}
        }
        self.last = self.last.max(at);
        self.slots += 1;
        for value in cost.writes() {
            self.ready[value] = at + latency;
        }
    }
}

/// What a launch asked of the machine, summed over its blocks.
#[derive(Debug, Clone)]
pub struct Totals {
    /// Blocks executed.
    pub blocks: u64,
    /// Cycles from start to end of a block, summed.
    pub latency: u64,
    /// Executions of each class of instruction.
    pub classes: [u64; CLASSES],
    /// Cycles of the load/store unit: passes over the banks of shared memory and of the first-level cache.
    pub wavefronts: u64,
    /// Lanes of global atomics, each with the turns that it waits for others at its address.
    pub atomics: u64,
    /// Bytes of sectors read through the first-level cache.
    pub l1_bytes: u64,
    /// Bytes of sectors asked of the second-level cache.
    pub l2_bytes: u64,
    /// Bytes of sectors that nothing had touched before.
    pub dram_bytes: u64,
}

/// How many blocks share a multiprocessor, and of how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Occupancy {
    /// Blocks that fit on one multiprocessor at a time.
    pub resident: u32,
    /// Multiprocessors of the device.
    pub sms: u32,
    /// Added to each block's latency, cycles.
    pub block_overhead: f64,
}

/// The modelled time of a launch.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Time at the device's clock.
    pub cycles: f64,
    /// The resource with the largest bound.
    pub limiter: &'static str,
}

impl Default for Totals {
    fn default() -> Totals {
        Totals {
            blocks: 0,
            latency: 0,
            classes: [0; CLASSES],
            wavefronts: 0,
            atomics: 0,
            l1_bytes: 0,
            l2_bytes: 0,
            dram_bytes: 0,
        }
    }
}

impl Totals {
    /// Cycles that one block needs of each resource of a multiprocessor, on average.
    fn bounds(&self, model: &Model, busy_share: f64) -> [(&'static str, f64); 11] {
        let table = table(model);
        let count = |of: fn(&Use) -> u32| -> f64 {
            let sum: u64 = table
                .iter()
                .zip(&self.classes)
                .map(|(using, count)| u64::from(of(using)) * count)
                .sum();
            sum as f64 / self.blocks as f64
        };
        let each = |total: u64| total as f64 / self.blocks as f64;
        let rate = &model.throughput;
        let lanes = 32.0;
        let memory = &model.memory;
        [
            ("issue", count(|using| using.slots) / rate.issue),
            ("fp32", count(|using| using.fp32) * lanes / rate.fp32),
            ("int", count(|using| using.int) * lanes / rate.int),
            ("fp64", count(|using| using.fp64) * lanes / rate.fp64),
            (
                "mufu",
                count(|using| using.mufu) * lanes / rate.mufu
                    + count(|using| using.convert) * lanes / rate.convert,
            ),
            (
                "shuffle",
                count(|using| using.shuffle) * lanes / rate.shuffle,
            ),
            ("lsu", each(self.wavefronts)),
            ("atomic", each(self.atomics) / rate.atomic),
            ("l1", each(self.l1_bytes) / memory.l1_bytes_per_cycle),
            (
                "l2",
                each(self.l2_bytes) / memory.l2_bytes_per_cycle * busy_share,
            ),
            (
                "dram",
                each(self.dram_bytes) / memory.dram_bytes_per_cycle * busy_share,
            ),
        ]
    }

    /// Time if the blocks are a share of a grid that fills the device.
    pub fn full(&self, model: &Model, occupancy: Occupancy) -> Time {
        let bounds = self.bounds(model, 1.0);
        let latency = (self.latency as f64 / self.blocks as f64 + occupancy.block_overhead)
            / f64::from(occupancy.resident);
        let (cycles, limiter) = combine(&bounds, latency);
        Time {
            cycles: cycles * self.blocks as f64 / f64::from(occupancy.sms),
            limiter,
        }
    }

    /// Time of the grid as it is, in waves of resident blocks.
    pub fn launched(&self, model: &Model, occupancy: Occupancy) -> Time {
        let sms = f64::from(occupancy.sms);
        // With idle multiprocessors the busy ones have more of the shared bandwidth, up to twice their share (a port's limit; estimate).
        let bounds = self.bounds(model, (self.blocks as f64 / sms).clamp(0.5, 1.0));
        let latency = self.latency as f64 / self.blocks as f64 + occupancy.block_overhead;
        let on_fullest = self.blocks.div_ceil(u64::from(occupancy.sms));
        let resident = u64::from(occupancy.resident);
        let wave = |blocks: u64| {
            let scaled = bounds.map(|(name, cycles)| (name, cycles * blocks as f64));
            combine(&scaled, latency)
        };
        let (whole, rest) = (on_fullest / resident, on_fullest % resident);
        let (full, tail) = (wave(resident), wave(rest.max(1)));
        let cycles = full.0 * whole as f64 + if rest > 0 { tail.0 } else { 0.0 };
        Time {
            cycles,
            limiter: if whole > 0 { full.1 } else { tail.1 },
        }
    }
}

/// The p-norm of all bounds, and the name of the largest.
fn combine(bounds: &[(&'static str, f64)], latency: f64) -> (f64, &'static str) {
    let all = || bounds.iter().copied().chain([("latency", latency)]);
    let (limiter, most) = all().fold(
        ("latency", 0.0),
        |best, next| if next.1 > best.1 { next } else { best },
    );
    if most <= 0.0 {
        return (0.0, limiter);
    }
    let sum: f64 = all().map(|(_, cycles)| (cycles / most).powf(NORM)).sum();
    (most * sum.powf(1.0 / NORM), limiter)
}

/// The clock of one launch.
#[derive(Debug, Clone)]
pub struct Clock {
    pub model: Model,
    pub table: [Use; CLASSES],
    pub totals: Totals,
    pub cache: Cache,
}

impl Clock {
    /// `l1_share`: bytes of first-level cache that one block has.
    pub fn new(model: &Model, l1_share: usize) -> Clock {
        Clock {
            model: model.clone(),
            table: table(model),
            totals: Totals::default(),
            cache: Cache::new(l1_share),
        }
    }

    /// Notes an instruction that touches no memory.
    #[inline(always)]
    pub fn step(&mut self, warp: &mut WarpClock, cost: &Cost) {
        let using = &self.table[cost.class as usize];
        self.totals.classes[cost.class as usize] += 1;
        warp.issue(cost, using.slots, using.latency);
        if cost.class == Class::Fence {
            warp.close(using.latency);
        }
    }

    /// Notes a memory instruction with the latency that its access found.
    #[inline(always)]
    pub fn access(&mut self, warp: &mut WarpClock, cost: &Cost, latency: u32, order: Order) {
        self.totals.classes[cost.class as usize] += 1;
        warp.memory(cost, latency, order);
    }
}

//! From one multiprocessor to the device: which blocks are recorded, how many are replayed, and what the rest of the grid takes.

use super::model::Model;
use super::pipeline::{Load, Pipeline, Replayed};
use super::plan::Plan;
use super::reason::Reason;
use super::trace::{Sample, Trace};

/// Warp instructions that are replayed whatever was executed.
const LEAST_STEPS: u64 = 40_000;
/// Warp instructions replayed, as a share of those executed.
const STEPS_SHARE: f64 = 0.35;
/// A resource that is busy for so much of the time is what limits a launch (estimate; queues that are this full hide every latency).
const SATURATED: f64 = 0.6;
/// Cycles between two atomics on one address, wherever they come from (estimate).
const ATOMIC_TURN: f64 = 1.0;
/// The most that one multiprocessor gets of the common bandwidth when others are idle, times its share (a port's limit; estimate).
const MOST_SHARE: f64 = 2.0;

/// How many blocks share a multiprocessor, and of how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Occupancy {
    /// Blocks that fit on one multiprocessor at a time.
    pub resident: u32,
    /// Multiprocessors of the device.
    pub sms: u32,
    /// Cycles that a block's slot is not computing between two blocks.
    pub block_overhead: f64,
    /// First-level cache that is left beside shared memory, bytes of a multiprocessor.
    pub l1_bytes: usize,
}

/// What the executed blocks stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// A share of a grid that fills the device.
    Share,
    /// The whole grid.
    Whole,
}

/// The modelled time of a launch.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Time at the device's clock.
    pub cycles: f64,
    /// What limits it: a name of `docs/clock.md`.
    pub limiter: &'static str,
    /// The share of the warps' time that went into each lowered line, of those that took any.
    pub spent: Vec<(u32, f64)>,
}

/// The share of the warps' time in each line, in the order of the program.
fn spent(plan: &Plan, replayed: &Replayed) -> Vec<(u32, f64)> {
    let total = replayed.spent.iter().sum::<u64>().max(1) as f64;
    let all = plan.ops.iter().zip(&replayed.spent);
    let some = all.filter(|(_, cycles)| **cycles > 0);
    let mut spent: Vec<(u32, f64)> = some
        .map(|(op, cycles)| (op.line, *cycles as f64 / total))
        .collect();
    spent.sort_by_key(|(line, _)| *line);
    spent
}

/// Share of the data that the second level has lost when it is wanted again: what does not fit, taken to be spread evenly.
fn fallen(touched: u64, capacity: u64) -> f64 {
    (1.0 - capacity as f64 / touched.max(1) as f64).max(0.0)
}

/// Which of `blocks` blocks are to be recorded.
pub fn sample(blocks: u64, occupancy: &Occupancy, extent: Extent) -> Sample {
    let resident = u64::from(occupancy.resident);
    match extent {
        Extent::Share => {
            let count = blocks.min(2 * resident).max(1);
            Sample {
                step: (blocks / count).max(1),
                count,
            }
        }
        // Blocks are dealt to the multiprocessors in turn.
        Extent::Whole => {
            let step = u64::from(occupancy.sms).max(1);
            Sample {
                step,
                count: replayed(blocks.div_ceil(step), resident),
            }
        }
    }
}

/// Blocks of one multiprocessor that are replayed: two waves and the last one, if it is not full.
fn replayed(blocks: u64, resident: u64) -> u64 {
    if blocks < 3 * resident {
        blocks
    } else {
        2 * resident + blocks % resident
    }
}

/// The time of a launch of `blocks` blocks that left `trace`.
pub fn time(
    trace: &Trace,
    plan: &Plan,
    model: &Model,
    occupancy: &Occupancy,
    extent: Extent,
) -> Time {
    let blocks = trace.executed;
    let resident = u64::from(occupancy.resident);
    let per_sm = blocks.div_ceil(u64::from(occupancy.sms).max(1));
    let mut count = match extent {
        Extent::Share if blocks < 2 * resident => resident,
        Extent::Share => 2 * resident,
        Extent::Whole => replayed(per_sm, resident),
    };
    let budget = LEAST_STEPS.max((trace.steps as f64 * STEPS_SHARE) as u64);
    let per_block = trace.steps / blocks.max(1) + 1;
    if count > resident && count * per_block > budget {
        // One wave; of the whole grid, with its tail.
        count = match extent {
            Extent::Whole if per_sm < 3 * resident => count,
            Extent::Whole => resident + per_sm % resident,
            Extent::Share => resident,
        };
    }
    let warps = trace.blocks.iter().map(Vec::len).max().unwrap_or(0) as u64;
    let steps_per_warp = (budget / (count * warps).max(1)).max(64);
    let share = match extent {
        Extent::Share => 1.0,
        Extent::Whole => (f64::from(occupancy.sms) / blocks.max(1) as f64).clamp(1.0, MOST_SHARE),
    };
    let load = Load {
        plan,
        trace,
        model,
        resident: resident as usize,
        blocks: count as usize,
        turnaround: occupancy.block_overhead as u32,
        l1_bytes: occupancy.l1_bytes,
        l2_misses: match extent {
            // How much more than its share of blocks touches is not known.
            Extent::Share => 0.0,
            Extent::Whole => fallen(trace.fresh_bytes, model.memory.l2_bytes),
        },
        share,
        steps_per_warp,
    };
    let Some(replayed) = Pipeline::replay(load) else {
        return Time {
            cycles: 0.0,
            limiter: Reason::Latency.name(),
            spent: Vec::new(),
        };
    };
    let spent = spent(plan, &replayed);
    // What was left out: the rest of long warps, and blocks with more or less to do than those recorded.
    let each = trace.steps as f64 / blocks.max(1) as f64;
    let seen = replayed.steps as f64 / count as f64;
    let scale = if seen > 0.0 { each / seen } else { 1.0 };
    let overhead = occupancy.block_overhead;
    let grown = |cycles: f64, turnarounds: f64| {
        let fixed = (overhead * turnarounds).min(cycles);
        (cycles - fixed) * scale + fixed
    };
    let most_busy = replayed.busy.iter().copied().fold(0.0, f64::max);
    let waves = (count as f64 / resident as f64).max(1.0);
    let wave = replayed.slot.max(most_busy) / waves;
    let cycles = match extent {
        Extent::Share => {
            grown(wave, 1.0) / f64::from(occupancy.resident) * blocks as f64
                / f64::from(occupancy.sms)
        }
        Extent::Whole => {
            let more = (per_sm - count) as f64 / resident as f64;
            grown(replayed.end, waves.ceil()) + more * grown(wave, 1.0)
        }
    };
    let serial = trace.hottest as f64 * ATOMIC_TURN;
    if serial > cycles {
        return Time {
            cycles: serial,
            limiter: Reason::Atomic.name(),
            spent,
        };
    }
    Time {
        cycles,
        limiter: limiter(&replayed).name(),
        spent,
    }
}

/// The resource that is nearly always busy, or else what the schedulers waited for most.
fn limiter(replayed: &Replayed) -> Reason {
    let span = replayed.slot.max(1.0);
    // Both kinds of access fill one pipeline; the one that fills more of it names it.
    let pipeline = replayed.busy[Reason::Lsu as usize] + replayed.busy[Reason::Shared as usize];
    let busy = |reason: Reason| match reason {
        Reason::Lsu | Reason::Shared if replayed.busy[reason as usize] * 2.0 >= pipeline => {
            pipeline
        }
        _ => replayed.busy[reason as usize],
    };
    // Of equals the first: latency, when nothing waits for anything.
    let largest = |value: &dyn Fn(Reason) -> f64| {
        Reason::ALL
            .into_iter()
            .rev()
            .max_by(|&a, &b| value(a).total_cmp(&value(b)))
            .unwrap_or(Reason::Latency)
    };
    let busiest = largest(&busy);
    if busy(busiest) >= SATURATED * span {
        return busiest;
    }
    largest(&|reason| replayed.idle[reason as usize])
}

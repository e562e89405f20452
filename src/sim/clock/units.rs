//! What each class of instruction uses of a device: issue slots, units, and the time to its result.
//!
//! A class that is one machine instruction takes its numbers from the target. An expansion (division, square root, 64-bit arithmetic) is
//! a sequence of machine instructions that `ptxas` emits inline; their numbers are estimates after the published latencies of the
//! expansions on A100 (arXiv 2208.11174: s32 division and remainder 66 cycles, u64 division 420, `sqrt.rn.f32` about 200) and the
//! instructions counted on their fast paths.

use super::cost::{CLASSES, Class};
use super::model::Model;

/// Number of [`Unit`]s.
pub const UNITS: usize = 6;

/// Execution units of a scheduler's part of a multiprocessor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// f32 and half-precision arithmetic.
    Fp32,
    /// Integer arithmetic and logic, comparisons.
    Int,
    /// f64 arithmetic.
    Fp64,
    /// The function unit: reciprocals, exponentials, sines; also conversions and bit counts.
    Mufu,
    /// Exchange between lanes.
    Shuffle,
    /// Branches, barriers, and memory instructions, whose units are shared: no unit of the scheduler's own.
    None,
}

impl Unit {
    /// The name in a limiter.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Fp32 => "fp32",
            Unit::Int => "int",
            Unit::Fp64 => "fp64",
            Unit::Mufu => "mufu",
            Unit::Shuffle => "shuffle",
            Unit::None => "issue",
        }
    }
}

/// What one execution of an instruction by one warp uses.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Use {
    /// Issue slots: machine instructions.
    pub slots: u16,
    /// Cycles until a dependent instruction can issue.
    pub latency: u16,
    /// Cycles that each [`Unit`] of one scheduler is busy.
    pub busy: [u16; UNITS],
}

/// Machine instructions of one PTX instruction, by unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mix {
    /// f32 and half-precision arithmetic.
    pub fp32: u16,
    /// Integer arithmetic.
    pub int: u16,
    /// f64 arithmetic.
    pub fp64: u16,
    /// The function unit.
    pub mufu: u16,
    /// Conversions and bit counts, on the function unit at their own rate.
    pub convert: u16,
    /// Exchange between lanes.
    pub shuffle: u16,
    /// Without a unit: branches, memory, barriers.
    pub other: u16,
}

impl Mix {
    /// Machine instructions in all.
    pub fn slots(&self) -> u16 {
        [
            self.fp32,
            self.int,
            self.fp64,
            self.mufu,
            self.convert,
            self.shuffle,
            self.other,
        ]
        .into_iter()
        .fold(0, u16::saturating_add)
    }

    /// The same with the device's rates, and `latency` cycles to the result.
    pub fn on(&self, model: &Model, latency: u32) -> Use {
        let rate = &model.throughput;
        let schedulers = rate.issue.round().max(1.0);
        let busy = |count: u16, lanes: f64| f64::from(count) * 32.0 * schedulers / lanes;
        let whole = |cycles: f64| cycles.round().min(f64::from(u16::MAX)) as u16;
        let mut all = [0; UNITS];
        all[Unit::Fp32 as usize] = whole(busy(self.fp32, rate.fp32));
        all[Unit::Int as usize] = whole(busy(self.int, rate.int));
        all[Unit::Fp64 as usize] = whole(busy(self.fp64, rate.fp64));
        all[Unit::Mufu as usize] =
            whole(busy(self.mufu, rate.mufu) + busy(self.convert, rate.convert));
        all[Unit::Shuffle as usize] = whole(busy(self.shuffle, rate.shuffle));
        Use {
            slots: self.slots(),
            latency: latency.min(u32::from(u16::MAX)) as u16,
            busy: all,
        }
    }
}

/// What `class` is made of, and its latency in cycles.
pub fn mix(class: Class, model: &Model) -> (Mix, u32) {
    let latency = &model.latency;
    let none = Mix::default();
    match class {
        Class::Free => (none, 0),
        Class::Int => (Mix { int: 1, ..none }, latency.int),
        Class::IntPair => (Mix { int: 2, ..none }, 2 * latency.int),
        // Halves on the multiplier, sums between them.
        Class::IntWide => (Mix { int: 4, ..none }, 4 * latency.int),
        Class::IntDivide => (
            Mix {
                int: 16,
                mufu: 1,
                convert: 2,
                ..none
            },
            66,
        ),
        Class::IntDivideWide => (
            Mix {
                int: 72,
                mufu: 1,
                convert: 2,
                ..none
            },
            420,
        ),
        Class::Fp32 | Class::Half => (Mix { fp32: 1, ..none }, latency.fp32),
        Class::Fp64 => (Mix { fp64: 1, ..none }, latency.fp64),
        Class::Mufu => (Mix { mufu: 1, ..none }, latency.mufu),
        Class::MufuPair => (
            Mix {
                mufu: 1,
                fp32: 1,
                ..none
            },
            latency.mufu + latency.fp32,
        ),
        Class::Fp32Divide => (
            Mix {
                mufu: 1,
                fp32: 8,
                int: 1,
                other: 1,
                ..none
            },
            latency.mufu + 8 * latency.fp32 + latency.branch,
        ),
        Class::Fp64Divide => (
            Mix {
                mufu: 1,
                fp64: 14,
                int: 4,
                other: 1,
                ..none
            },
            latency.mufu + 14 * latency.fp64 + latency.branch,
        ),
        Class::Convert => (Mix { convert: 1, ..none }, latency.convert),
        Class::Shuffle => (Mix { shuffle: 1, ..none }, latency.shuffle),
        Class::Vote => (Mix { int: 1, ..none }, latency.convert),
        Class::Memory => (Mix { other: 1, ..none }, latency.l1),
        Class::Branch => (Mix { other: 1, ..none }, 0),
        // A call saves and restores what lives across it and jumps twice; device functions are mostly inlined before.
        Class::Call => (Mix { other: 8, ..none }, 2 * latency.branch),
        Class::Barrier => (Mix { other: 1, ..none }, latency.barrier),
        Class::WarpSync => (Mix { other: 1, ..none }, latency.int),
        Class::Fence => (Mix { other: 1, ..none }, latency.l2),
    }
}

/// What each class uses on a device.
pub fn table(model: &Model) -> [Use; CLASSES] {
    Class::ALL.map(|class| {
        let (mix, latency) = mix(class, model);
        mix.on(model, latency)
    })
}

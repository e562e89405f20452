//! What a launch waits for: the names of limiters.

use super::units::{UNITS, Unit};

/// Number of [`Reason`]s.
pub const REASONS: usize = 13;

/// What keeps a warp from issuing, and so what may limit a launch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The time that a result takes on an idle machine.
    Latency,
    /// Issue slots.
    Issue,
    /// f32 and half-precision units.
    Fp32,
    /// Integer units.
    Int,
    /// f64 units.
    Fp64,
    /// Function units, conversions included.
    Mufu,
    /// Exchange between lanes.
    Shuffle,
    /// The load/store pipeline, filled by global and local accesses: the first-level cache.
    Lsu,
    /// The load/store pipeline, filled by shared memory.
    Shared,
    /// The second-level cache's bandwidth.
    L2,
    /// Memory bandwidth.
    Dram,
    /// Atomics that take turns.
    Atomic,
    /// Barriers.
    Barrier,
}

impl Reason {
    /// Every reason, in the order of their numbers.
    pub const ALL: [Reason; REASONS] = [
        Reason::Latency,
        Reason::Issue,
        Reason::Fp32,
        Reason::Int,
        Reason::Fp64,
        Reason::Mufu,
        Reason::Shuffle,
        Reason::Lsu,
        Reason::Shared,
        Reason::L2,
        Reason::Dram,
        Reason::Atomic,
        Reason::Barrier,
    ];

    /// The reason of each [`Unit`], by its number.
    pub const UNITS: [Reason; UNITS] = [
        Reason::Fp32,
        Reason::Int,
        Reason::Fp64,
        Reason::Mufu,
        Reason::Shuffle,
        Reason::Issue,
    ];

    /// The reason that a unit is busy.
    pub fn unit(unit: Unit) -> Reason {
        Reason::UNITS[unit as usize]
    }

    /// The reason in the low bits of a time.
    pub fn of(packed: u32) -> Reason {
        Reason::ALL[(packed & 15).min(12) as usize]
    }

    /// The limiter's name. Names are an interface.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Latency => "latency",
            Reason::Issue => "issue",
            Reason::Fp32 => "fp32",
            Reason::Int => "int",
            Reason::Fp64 => "fp64",
            Reason::Mufu => "mufu",
            Reason::Shuffle => "shuffle",
            Reason::Lsu => "l1",
            Reason::Shared => "shared",
            Reason::L2 => "l2",
            Reason::Dram => "dram",
            Reason::Atomic => "atomic",
            Reason::Barrier => "barrier",
        }
    }
}

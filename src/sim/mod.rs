//! The SIMT machine: warps of 32 lanes, blocks, memory that knows its owners, and a clock that watches.
//!
//! The idea: decode once, then let every instruction be a short loop over 32 lanes of a register file that is laid out for it.
//! An address carries the buffer that it points into, so a stray access is one comparison. What a kernel computes never depends on the
//! clock: the clock reads what the machine did.

// A lane indexes several arrays at once; zipping them says less and vectorises no better.
#![allow(clippy::needless_range_loop)]

mod alu;
mod atomic;
mod barrier;
mod block;
mod check;
mod clock;
mod collective;
mod convert;
mod exec;
mod fault;
mod float;
mod format;
mod lower;
mod memory;
mod regs;
mod resident;
mod space;
mod warp;

pub use block::{LaunchShape, Machine, Schedule};
pub use check::{Check, Checks, Findings, Shadow, unordered_sums};
pub use clock::{
    Extent, Latency, MachineCost, MemoryModel, Mix, Model, Occupancy, Plan, Sample, Throughput,
    Time, Trace, sample, time,
};
pub use fault::{Fault, FaultKind, Other, Place, Site, SourceLine};
pub use lower::{Code, lower};
pub use memory::{Bits, POISON, Region};
pub use space::buffer_base;

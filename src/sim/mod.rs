//! The SIMT machine: warps of 32 lanes, blocks, memory that knows its owners, and a clock that watches.
//!
//! The idea: decode once, then let every instruction be a short loop over 32 lanes of a register file that is laid out for it.
//! An address carries the buffer that it points into, so a stray access is one comparison. What a kernel computes never depends on the
//! clock: the clock reads what the machine did.

// A lane indexes several arrays at once; zipping them says less and vectorises no better.
#![allow(clippy::needless_range_loop)]

mod alu;
mod block;
mod cache;
mod collective;
mod convert;
mod cost;
mod exec;
mod fault;
mod float;
mod lower;
mod memory;
mod model;
mod race;
mod regs;
mod space;
mod timing;
mod warp;

pub use block::{LaunchShape, Machine, Schedule};
pub use fault::{Fault, FaultKind};
pub use lower::{Code, lower};
pub use memory::{Bits, POISON, Region};
pub use model::{Latency, MemoryModel, Model, Throughput};
pub use race::Shadow;
pub use space::buffer_base;
pub use timing::{Occupancy, Time, Totals};

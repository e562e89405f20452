//! The clock: how long a launch takes on a device, from what its warps did.
//!
//! Execution and timing are apart. While blocks execute, a sample of them leaves traces ([`trace`]); afterwards a pipeline model of one
//! multiprocessor and its share of the machine replays them ([`pipeline`]), and the rest of the grid follows from that ([`waves`]). Nothing that a
//! kernel computes depends on any number here.
//!
//! PTX is not what executes. Before the replay a kernel is arranged as the machine compiler would ([`plan`]): instructions are reordered inside
//! basic blocks ([`schedule`]), expanded into machine instructions ([`units`]), joined ([`fuse`]) and predicated.

mod cache;
mod cost;
mod event;
mod fuse;
mod layout;
mod model;
mod pipeline;
mod plan;
mod reason;
mod schedule;
mod trace;
mod units;
mod waves;

pub use cost::Cost;
pub use event::{What, Where};
pub use layout::{Layout, Line, Shape};
pub use model::{Latency, MemoryModel, Model, Throughput};
pub use plan::{Machine as MachineCost, Plan};
pub use trace::{Clock, Sample, Trace, Traffic, WarpClock};
pub use units::Mix;
pub use waves::{Extent, Occupancy, Time, sample, time};

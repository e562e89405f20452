//! What a variant runs on: the [`Target`] trait, the simulator behind it, and the description of a device.
//!
//! The idea: a judge sees only [`Target::execute`]. Whether the launches are simulated or run on a device, they start from fresh buffers, and
//! what a kernel does wrong comes back as a [`Fault`] with one kind and one message.

mod description;
mod ptxas;
mod sim;

use crate::workload::Instance;

pub use crate::sim::{Fault, FaultKind, Latency, MemoryModel, Schedule, Throughput};
pub use description::{Description, DescriptionError, Device, DeviceLimits};
pub use ptxas::{Assembled, Ptxas};
pub use sim::{Load, SimOptions, SimTarget};

/// What every execution in the simulator is checked for, in words for a certificate.
pub const CHECKS: [&str; 8] = [
    "addresses: inside their buffer, aligned",
    "inputs: never written",
    "outputs: every element written",
    "shared memory: nothing read before it is written",
    "data races: shared and global memory",
    "barriers: reached by the whole block, no deadlock",
    "steps: within the budget",
    "schedule: on held-out cases the same bits with warps and blocks in reverse order",
];

/// What an execution may cost before it is stopped.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Warp instructions over all launches of the instance.
    pub steps: u64,
}

/// One finished execution of an instance.
#[derive(Debug, Clone)]
pub struct Execution {
    /// Contents of every `output` and `inout` buffer after the last launch, by buffer index, little-endian.
    pub outputs: Vec<(usize, Vec<u8>)>,
    /// Modelled or measured time of all launches together.
    pub time_ns: f64,
    /// The time of each launch, in order.
    pub launch_ns: Vec<f64>,
    /// What limits each launch (`issue`, `dram`, `latency`, …), in order.
    pub limiters: Vec<String>,
    /// Warp instructions executed.
    pub steps: u64,
    /// The most registers a thread needs, over all launches: an estimate where no assembler was asked.
    pub registers: u32,
}

/// A device or a model of one that executes instances.
pub trait Target {
    /// Executes the launches of `instance` with the kernels of `ptx`, in order, on fresh buffers.
    ///
    /// # Errors
    /// A [`Fault`] says what the variant did wrong. It never panics and never touches `instance`.
    fn execute(
        &mut self,
        ptx: &str,
        instance: &Instance,
        limits: &Limits,
    ) -> Result<Execution, Fault>;
}

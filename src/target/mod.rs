//! What a variant runs on: the [`Target`] trait, the simulator behind it, and the description of a device.
//!
//! The idea: a judge sees only [`Target::execute`]. Whether the launches are simulated or run on a device, they start from fresh buffers, and
//! what a kernel does wrong comes back as a [`Fault`] with one kind and one message.

mod clock;
pub mod cuda;
mod description;
pub mod launch;
mod machine;
mod nvcc;
mod ptxas;
mod run;
mod sass;
mod sim;

use std::collections::BTreeMap;

use crate::workload::Instance;

pub use crate::sim::SourceLine;
pub use crate::sim::{Check, Checks, Fault, FaultKind, Latency, MemoryModel, Schedule, Throughput};
pub use description::{Description, DescriptionError, Device, DeviceLimits};
pub use nvcc::Nvcc;
pub use ptxas::{Assembled, Nvdisasm, Ptxas};
pub use sim::{Costs, Load, SimOptions, SimTarget};

/// What is checked beside [`Check::ALL`] and cannot be switched off, in the same words.
const ALWAYS: [(&str, &str); 3] = [
    ("outputs", "every element written"),
    ("deadlock", "some warp of every block can go on"),
    ("steps", "within the budget"),
];

/// What every execution of a variant is checked for, in words for a certificate.
pub fn checks() -> Vec<String> {
    let switched = Check::ALL.into_iter().map(|(check, name, what)| {
        // A judge executes twice only what is about to be accepted.
        let when = match check {
            Check::Schedule => ", on held-out cases",
            _ => "",
        };
        format!("{name}: {what}{when}")
    });
    let always = ALWAYS
        .into_iter()
        .map(|(name, what)| format!("{name}: {what}"));
    switched.chain(always).collect()
}

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
    /// The time of each launch of the manifest, in order, its repetitions together.
    pub launch_ns: Vec<f64>,
    /// The same in cycles of the device's clock, without what starting a launch costs.
    pub launch_cycles: Vec<f64>,
    /// How the time divides over the lines of the source, nanoseconds, where the PTX names them and a model knows.
    pub spent_ns: BTreeMap<SourceLine, f64>,
    /// What limits each launch (`issue`, `dram`, `latency`, …), in order: where it is repeated, the repetition that takes longest.
    pub limiters: Vec<String>,
    /// Where the clock's costs come from: `estimate`, or the assembler and its release as in `ptxas 13.0`.
    pub costs: String,
    /// Warp instructions executed.
    pub steps: u64,
    /// The most registers a thread needs, over all launches: an estimate where no assembler was asked.
    pub registers: u32,
    /// What the kernels printed (`vprintf`), in the order of execution.
    pub printed: String,
    /// Whether a kernel adds floating-point numbers atomically: the last bits of the outputs may then depend on the order of warps and blocks.
    pub unordered_sums: bool,
}

/// A device or a model of one that executes instances.
pub trait Target {
    /// Executes the launches of `instance` with the kernels of `ptx`, in order, on fresh buffers, and does between them what
    /// [`Launch`](crate::workload::Launch) asks for.
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

//! What a variant runs on: the [`Target`] trait, the simulator behind it, and the description of a device.

use crate::workload::Instance;

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

/// Why an execution did not finish: the kind in one word, and a message for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    /// Kernel, PTX line, block and thread, buffer and element, as far as they are known.
    pub message: String,
}

/// The kinds of [`Fault`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// An address outside every buffer, or past the one it came from.
    OutOfBounds,
    Misaligned,
    /// A store to an input.
    ReadOnly,
    /// An output element that nothing wrote.
    Unwritten,
    Uninitialised,
    Race,
    DivergentBarrier,
    Deadlock,
    /// The step budget was spent.
    Timeout,
    /// `trap` or the like.
    Trap,
    /// PTX that this target cannot execute; also a launch that it cannot make (block too large).
    Unsupported,
}

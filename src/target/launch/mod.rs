//! One launch of one kernel in the simulator, from arguments to buffers, without a workload.
//!
//! A judge wants one verdict; whoever debugs a kernel wants to see everything: what every buffer holds, element by element, also where
//! nothing was written and also when a check has failed, what was found, and what it cost.
//!
//! ```
//! use warpsmith::ptx;
//! use warpsmith::target::{Description, launch::{Arg, Buffer, Options, Request, launch}};
//! use warpsmith::workload::Scalar;
//!
//! let program = ptx::parse(
//!     ".version 8.0\n.target sm_90\n.address_size 64\n.visible .entry five(.param .u64 out) {
//!      .reg .b64 %a; .reg .b32 %v; ld.param.u64 %a, [out]; mov.u32 %v, 5; st.global.u32 [%a], %v; ret; }",
//! )?;
//! let out = Buffer { element: Scalar::U32, len: 2, data: None, read_only: false };
//! let request = Request {
//!     program: &program,
//!     kernel: &program.kernels[0],
//!     grid: [1; 3],
//!     block: [1; 3],
//!     shared: 0,
//!     args: &[Arg::Buffer(out)],
//! };
//! let launched = launch(&Description::load("h200")?, &request, &Options::default())?;
//! assert!(launched.faults.is_empty());
//! let values: Vec<_> = launched.buffers[0].values().map(|v| v.map(|v| v.to_string())).collect();
//! assert_eq!(values, [Some("5".into()), None]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod checks;
mod signature;
mod value;

use super::Description;
use super::clock::Plans;
use super::run::{Memory, Ready};
use super::sim::{SimOptions, SimTarget};
use crate::ptx::{Kernel, Program, Space};
use crate::sim::{self, Bits, Code, Extent, Fault, Findings, Machine, Region, Schedule};
use crate::workload::Scalar;

pub use crate::sim::{Check, Checks};
pub use value::{Value, parse};

/// Memory that the buffers and the module's variables may take together, bytes: what checks keep beside it comes on top.
pub const MAX_MEMORY: usize = 4 << 30;

/// Local memory that a thread may have, bytes (CUDA C++ Programming Guide, technical specifications).
const MAX_LOCAL: usize = 512 << 10;

/// Faults after which a launch is stopped: each place in the code counts once.
const MAX_FAULTS: usize = 20;

/// Warp instructions of a launch unless told otherwise: some ten seconds on one core.
pub const DEFAULT_STEPS: u64 = 500_000_000;

/// A launch to be made.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The module.
    pub program: &'a Program,
    /// One of its kernels.
    pub kernel: &'a Kernel,
    /// Blocks by dimension x, y, z.
    pub grid: [u32; 3],
    /// Threads of a block by dimension x, y, z.
    pub block: [u32; 3],
    /// Dynamic shared memory, bytes.
    pub shared: u32,
    /// In the order of the kernel's parameters.
    pub args: &'a [Arg],
}

/// An argument of a launch.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A number: the type, and its bits in the lowest bytes.
    Scalar(Scalar, u64),
    /// A structure passed by value.
    Bytes(Vec<u8>),
    /// A pointer to the first element of a buffer of its own.
    Buffer(Buffer),
}

/// Device memory before the launch.
#[derive(Debug, Clone, PartialEq)]
pub struct Buffer {
    /// Type of its elements.
    pub element: Scalar,
    /// Number of its elements.
    pub len: usize,
    /// Its contents, little-endian; `None` if nothing wrote it yet.
    pub data: Option<Vec<u8>>,
    /// Whether a store to it is a fault.
    pub read_only: bool,
}

/// How a launch is executed.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// What is looked for.
    pub checks: Checks,
    /// Warp instructions after which it is stopped.
    pub steps: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            checks: Checks::default(),
            steps: DEFAULT_STEPS,
        }
    }
}

/// What a launch did.
#[derive(Debug, Clone)]
pub struct Launched {
    /// Every buffer as it is afterwards, in the order of the arguments; as it was at the fault when the launch was stopped by one.
    pub buffers: Vec<Left>,
    /// What the checks found.
    pub faults: Vec<Fault>,
    /// What the kernel printed.
    pub printed: String,
    /// What it cost.
    pub counters: Counters,
}

/// A buffer after the launch.
#[derive(Debug, Clone)]
pub struct Left {
    /// Which argument it is, from 0.
    pub arg: usize,
    /// Type of its elements.
    pub element: Scalar,
    /// Its contents, little-endian; what was never written has no meaning.
    pub bytes: Vec<u8>,
    /// Which bytes were written; `None` if all of them have a value.
    written: Option<Bits>,
}

/// Costs of a launch.
#[derive(Debug, Clone)]
pub struct Counters {
    /// Instructions, each counted once for every thread that executed it.
    pub thread_instructions: u64,
    /// Instructions, each counted once for every warp that executed it.
    pub warp_instructions: u64,
    /// Warp-wide stores of a value that another thread had just stored to the same place: allowed, where another value would be a race.
    pub same_value_stores: u64,
    /// 32-bit registers of a thread, estimated.
    pub registers: u32,
    /// Blocks that fit on one multiprocessor at a time.
    pub blocks_per_sm: u32,
    /// Share of a multiprocessor's warps that these blocks fill.
    pub occupancy: f64,
    /// Modelled; absent when the launch did not come to its end.
    pub timing: Option<Timing>,
}

/// The clock's view of a launch.
#[derive(Debug, Clone)]
pub struct Timing {
    /// Cycles of the device's clock, without launch overhead.
    pub cycles: f64,
    /// Time with launch overhead, ns.
    pub time_ns: f64,
    /// What the time is spent on: `issue`, `dram`, `latency`, …
    pub limiter: String,
}

/// Why a launch could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Arguments that the kernel does not take.
    #[error("{0}")]
    Arguments(String),
    /// More memory than the simulator holds.
    #[error("buffers and variables of {bytes} bytes; the simulator holds {MAX_MEMORY}")]
    Memory {
        /// What was asked for.
        bytes: usize,
    },
    /// PTX that is not supported, or a launch that the device cannot make.
    #[error("{0}")]
    Unsupported(Fault),
}

impl Left {
    /// Every element; `None` where some byte of it was never written.
    pub fn values(&self) -> impl ExactSizeIterator<Item = Option<Value>> {
        let size = self.element.size();
        self.bytes
            .chunks_exact(size)
            .enumerate()
            .map(move |(at, raw)| {
                if let Some(written) = &self.written
                    && !written.all(at * size, size)
                {
                    return None;
                }
                let mut bits = [0; 8];
                bits[..size].copy_from_slice(raw);
                Some(Value::of(self.element, u64::from_le_bytes(bits)))
            })
    }

    /// Whether an element holds the same bits in both, or nothing in either.
    fn same(&self, other: &Left, at: usize) -> bool {
        let size = self.element.size();
        let range = at * size..(at + 1) * size;
        let there = |left: &Left| left.written.as_ref().is_none_or(|w| w.all(at * size, size));
        match (there(self), there(other)) {
            (true, true) => self.bytes.get(range.clone()) == other.bytes.get(range),
            (a, b) => a == b,
        }
    }
}

/// Makes a launch on a device of the description.
///
/// What the kernel does wrong is in [`Launched::faults`], not an error.
///
/// # Errors
/// [`Error`] when the launch cannot be made at all: nothing was executed then.
pub fn launch(
    device: &Description,
    request: &Request<'_>,
    options: &Options,
) -> Result<Launched, Error> {
    let params = signature::params(request)?;
    memory(request)?;
    let code = sim::lower(request.program, request.kernel).map_err(Error::Unsupported)?;
    let target = SimTarget::new(device.clone(), SimOptions::default());
    target
        .check_shape(
            request.grid,
            request.block,
            request.shared,
            request.kernel,
            &code,
        )
        .map_err(Error::Unsupported)?;
    if code.local_bytes > MAX_LOCAL {
        return Err(Error::Unsupported(Fault::new(
            sim::FaultKind::Unsupported,
            format!(
                "{}: {} bytes of local memory; a thread has at most {MAX_LOCAL}",
                request.kernel.name, code.local_bytes
            ),
        )));
    }
    let run = |schedule| once(&target, request, &code, &params, options, schedule);
    let mut launched = run(Schedule::Forward);
    if options.checks.has(Check::Schedule) && launched.faults.is_empty() {
        let reversed = run(Schedule::Reverse);
        let found = checks::schedule(request.program, request.kernel, &launched.buffers, reversed);
        launched.faults.extend(found);
    }
    Ok(launched)
}

/// Refuses what would not fit into memory, before any of it is there.
fn memory(request: &Request<'_>) -> Result<(), Error> {
    let buffers = request.args.iter().map(|arg| match arg {
        Arg::Buffer(buffer) => buffer.len.saturating_mul(buffer.element.size()),
        Arg::Scalar(..) | Arg::Bytes(_) => 0,
    });
    let variables = request.program.vars.iter().map(|var| match var.space {
        Space::Global | Space::Const => var.bytes,
        _ => 0,
    });
    let bytes = buffers.chain(variables).fold(0, usize::saturating_add);
    if bytes > MAX_MEMORY {
        return Err(Error::Memory { bytes });
    }
    Ok(())
}

/// One execution on fresh buffers.
fn once(
    target: &SimTarget,
    request: &Request<'_>,
    code: &Code,
    params: &[u8],
    options: &Options,
    schedule: Schedule,
) -> Launched {
    let checks = options.checks;
    let mut machine = Machine::new(request.program, schedule, checks);
    let mut findings = Findings::new(MAX_FAULTS);
    machine.buffers = regions(request, checks);
    let device = target.description();
    let mut plans = Plans::new(device);
    let ready = Ready {
        code,
        number: 0,
        kernel: request.kernel,
        known: None,
        grid: request.grid,
        block: request.block,
        shared: request.shared,
        params,
    };
    let mut budget = options.steps;
    let extent = (Extent::Whole, false);
    let ran = ready.run(&mut machine, &mut plans, extent, &mut budget, &mut findings);
    let mut faults = findings.into_faults();
    let timing = match ran.time {
        Ok(time) => Some(Timing {
            cycles: time.cycles,
            time_ns: device.time_ns(time.cycles) + device.device.launch_overhead_ns,
            limiter: time.limiter.to_owned(),
        }),
        Err(fault) => {
            faults.push(fault);
            None
        }
    };
    let warps = request.block.iter().product::<u32>().div_ceil(32);
    let counters = Counters {
        thread_instructions: machine.thread_instructions,
        same_value_stores: machine.same_value,
        warp_instructions: options.steps - budget,
        registers: ran.registers,
        blocks_per_sm: ran.resident,
        occupancy: f64::from(warps * ran.resident) / f64::from(device.limits.warps_per_sm),
        timing,
    };
    Launched {
        printed: std::mem::take(&mut machine.output),
        buffers: left(request, machine.buffers),
        faults,
        counters,
    }
}

/// What a buffer is called in messages.
fn name_of(kernel: &Kernel, arg: usize) -> String {
    match kernel.params.get(arg) {
        Some(param) => format!("argument {arg} (`{}`)", param.name),
        None => format!("argument {arg}"),
    }
}

/// Fresh memory for every buffer among the arguments.
fn regions(request: &Request<'_>, checks: Checks) -> Vec<Region> {
    let args = request.args.iter().enumerate();
    let buffers = args.filter_map(|(index, arg)| match arg {
        Arg::Buffer(buffer) => Some(Memory {
            name: name_of(request.kernel, index),
            element: buffer.element.size(),
            bytes: buffer.len * buffer.element.size(),
            data: buffer.data.as_deref(),
            read_only: buffer.read_only,
            output: !buffer.read_only,
        }),
        Arg::Scalar(..) | Arg::Bytes(_) => None,
    });
    buffers.map(|memory| memory.region(checks)).collect()
}

/// The buffers as the launch left them.
fn left(request: &Request<'_>, regions: Vec<Region>) -> Vec<Left> {
    let buffers = request
        .args
        .iter()
        .enumerate()
        .filter_map(|(arg, value)| match value {
            Arg::Buffer(buffer) => Some((arg, buffer.element)),
            Arg::Scalar(..) | Arg::Bytes(_) => None,
        });
    buffers
        .zip(regions)
        .map(|((arg, element), region)| Left {
            arg,
            element,
            bytes: region.bytes,
            written: region.written,
        })
        .collect()
}

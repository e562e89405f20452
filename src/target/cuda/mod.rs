//! A CUDA device: variants of a workload executed and timed on it, with guards around every buffer.
//!
//! The idea: one allocation holds all buffers of a case with guards between them, and a pristine copy of it stays on the device. Restoring
//! everything is one copy; whether a kernel strayed, or wrote to an input, is one comparison on the device. A variant that has been gated by
//! the simulator and still does wrong here either leaves its traces in the guards, which is a verdict, or faults, which takes the context
//! along: then the process must end ([`Trouble::Lost`]), and a new one goes on.

mod driver;
mod error;
mod layout;
mod loaded;
mod pristine;
mod sensors;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::{Fault, FaultKind};
use crate::measure::Sensors;
use crate::workload::{Buffer, Instance};
use driver::{Gpu, Memory};
use error::DriverError;
use layout::Layout;
use loaded::Loaded;
use pristine::{GUARD_BYTE, Pristine};
use sensors::Instruments;

/// What a device is, for reports and for what may be compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// As in `NVIDIA H200`.
    pub name: String,
    /// Its UUID, as in `GPU-0d5c…`.
    pub id: String,
    /// As in `sm_90`.
    pub arch: String,
    /// The CUDA release that the driver knows, as in `13.0`.
    pub driver: String,
    /// Multiprocessors.
    pub sms: u32,
    /// The clock that its maker promises, MHz.
    pub clock_mhz: f64,
    /// Second-level cache.
    pub l2_bytes: u64,
    /// Memory.
    pub memory_bytes: u64,
}

/// Why a device did not do what it was asked to.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Trouble {
    /// The variant's fault. The device goes on.
    #[error("{}", .0.message)]
    Variant(Fault),
    /// The variant's fault, and the context is gone with it: this process cannot go on.
    #[error("{}", .0.message)]
    Lost(Fault),
    /// Nobody knows whose: no memory, no device.
    #[error("{0}")]
    Device(String),
}

impl From<DriverError> for Trouble {
    fn from(error: DriverError) -> Trouble {
        let kind = match error.name.as_str() {
            "CUDA_ERROR_ILLEGAL_ADDRESS" => FaultKind::OutOfBounds,
            "CUDA_ERROR_MISALIGNED_ADDRESS" => FaultKind::Misaligned,
            "CUDA_ERROR_LAUNCH_TIMEOUT" => FaultKind::Timeout,
            "CUDA_ERROR_HARDWARE_STACK_ERROR" => FaultKind::StackOverflow,
            _ if error.faulted() => FaultKind::Trap,
            _ => FaultKind::Unsupported,
        };
        let fault = Fault::new(kind, error.to_string());
        match () {
            () if error.faulted() => Trouble::Lost(fault),
            () if error.lost() || error.no_memory() => Trouble::Device(error.to_string()),
            () => Trouble::Variant(fault),
        }
    }
}

/// The devices that the driver has, in its order.
///
/// # Errors
/// Why there are none, for people.
pub fn devices() -> Result<Vec<About>, String> {
    if !driver::present() {
        return Err("no CUDA driver: libcuda.so is not found".into());
    }
    let count = driver::count().map_err(|error| error.to_string())?;
    (0..count)
        .map(|ordinal| {
            driver::describe(ordinal).map_err(|error| format!("device {ordinal}: {error}"))
        })
        .collect()
}

/// A case on the device.
struct Staged {
    instance: Rc<Instance>,
    /// By the buffers' sizes in bytes: those of scratch buffers follow the variant's launch.
    pristine: BTreeMap<Vec<usize>, Rc<RefCell<Pristine>>>,
    /// Outputs that are known, by the number of their buffer, to the end of the last word.
    known: BTreeMap<usize, Memory>,
}

/// What an execution left in its outputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outputs {
    /// The bits that were given to [`CudaDevice::know`].
    Known,
    /// Others: contents by buffer index.
    Others(Vec<(usize, Vec<u8>)>),
}

/// A case that was given to a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseId(usize);

/// A variant that was loaded for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LoadedId(usize);

/// How much is read to empty the second-level cache, as a multiple of its size. Writing would leave lines that go back to memory while a
/// sample is taken.
const FLUSH: u64 = 2;
/// Launches that take less than this are measured several in a row, nanoseconds: the device's timer has a resolution of half a microsecond,
/// and starting a graph costs some.
const SHORT_NS: f64 = 200_000.0;
/// Executions in a row that make one sample, at most.
const MOST_REPEATS: usize = 32;
/// Layouts of a case that are kept on the device.
const KEPT: usize = 2;

/// An open device.
pub struct CudaDevice {
    gpu: Gpu,
    instruments: Option<Instruments>,
    flush: Memory,
    flush_bytes: usize,
    compare: driver::Function,
    /// Two words for each piece that is compared.
    counters: Memory,
    cases: Vec<Staged>,
    loaded: Vec<Option<Loaded>>,
}

/// Pieces of memory that are compared in one go, at most.
const PIECES: usize = 256;

impl CudaDevice {
    /// Opens a device.
    ///
    /// # Errors
    /// Why it is not to be had, for people.
    pub fn open(ordinal: u32) -> Result<CudaDevice, String> {
        if !driver::present() {
            return Err("no CUDA driver: libcuda.so is not found".into());
        }
        let open = || -> Result<CudaDevice, DriverError> {
            let gpu = Gpu::open(ordinal)?;
            let flush_bytes = (gpu.about().l2_bytes * FLUSH).max(1 << 16) as usize;
            let flush = gpu.allocate(flush_bytes)?;
            gpu.set(&flush, 0..flush_bytes, 0)?;
            let module = gpu.load(include_bytes!("differences.ptx"))?;
            Ok(CudaDevice {
                instruments: Instruments::open(&gpu.about().id),
                flush,
                flush_bytes,
                compare: gpu.function(&module, "differences", 0)?,
                counters: gpu.allocate(PIECES * 16)?,
                cases: Vec::new(),
                loaded: Vec::new(),
                gpu,
            })
        };
        open().map_err(|error| format!("device {ordinal}: {error}"))
    }

    /// What the device is.
    pub fn about(&self) -> &About {
        self.gpu.about()
    }

    /// Shared memory that a block may ask for, bytes.
    ///
    /// # Errors
    /// A device that does not say.
    pub fn block_shared_bytes(&self) -> Result<u32, Trouble> {
        Ok(self.gpu.block_shared_bytes()?)
    }

    /// What its instruments show now.
    pub fn sensors(&self) -> Sensors {
        let instruments = self.instruments.as_ref();
        instruments.map(Instruments::read).unwrap_or_default()
    }

    /// Energy that it has taken since its driver was loaded, joules; `None` where nobody counts it.
    pub fn energy_j(&self) -> Option<f64> {
        self.instruments.as_ref()?.energy_j()
    }

    /// The kernel module's release, where it is known.
    pub fn kernel_driver(&self) -> Option<String> {
        self.instruments.as_ref()?.driver()
    }

    /// Takes a case, data and all. Nothing is copied before a variant is loaded for it.
    pub fn stage(&mut self, instance: Rc<Instance>) -> CaseId {
        self.cases.push(Staged {
            instance,
            pristine: BTreeMap::new(),
            known: BTreeMap::new(),
        });
        CaseId(self.cases.len() - 1)
    }

    /// Takes a case off the device. Its variants must be unloaded.
    pub fn forget(&mut self, case: CaseId) {
        self.cases[case.0].pristine.clear();
        self.cases[case.0].known.clear();
    }

    /// Keeps the outputs of an execution on the device, so that those of others are compared with them there.
    ///
    /// # Errors
    /// No memory, or a lost context.
    pub fn know(&mut self, case: CaseId, outputs: &[(usize, Vec<u8>)]) -> Result<(), Trouble> {
        for (buffer, bytes) in outputs {
            // What is compared ends with a word, and behind an output is guard.
            let mut words = bytes.clone();
            words.resize(bytes.len().next_multiple_of(4), GUARD_BYTE);
            let memory = self.gpu.allocate(words.len().max(4))?;
            self.gpu.upload(&memory, 0, &words)?;
            self.cases[case.0].known.insert(*buffer, memory);
        }
        Ok(())
    }

    /// Loads a variant for a case. `image` is PTX or a cubin; `plan` has the variant's launches and the sizes of its buffers, data or none.
    ///
    /// # Errors
    /// What the driver's compiler does not take, launches that the device cannot make; no memory.
    pub fn load(
        &mut self,
        case: CaseId,
        image: &[u8],
        plan: &Instance,
    ) -> Result<LoadedId, Trouble> {
        let pristine = self.pristine(case, plan)?;
        let loaded = Loaded::new(&self.gpu, image, plan, pristine)?;
        let free = self.loaded.iter().position(Option::is_none);
        let at = free.unwrap_or_else(|| {
            self.loaded.push(None);
            self.loaded.len() - 1
        });
        self.loaded[at] = Some(loaded);
        Ok(LoadedId(at))
    }

    /// Forgets a variant.
    pub fn unload(&mut self, variant: LoadedId) {
        self.loaded[variant.0] = None;
    }

    /// 32-bit registers of a thread, the most of all kernels that are launched.
    pub fn registers(&self, variant: LoadedId) -> u32 {
        self.loaded[variant.0].as_ref().map_or(0, Loaded::registers)
    }

    /// Executes a variant once, on fresh inputs and poisoned outputs, and gives the contents of every output by buffer index.
    ///
    /// # Errors
    /// A fault of the kernel; a guard or an input that it wrote to.
    pub fn execute(&mut self, variant: LoadedId) -> Result<Vec<(usize, Vec<u8>)>, Trouble> {
        self.run(variant)?;
        find(&self.loaded, variant)?.outputs(&self.gpu)
    }

    /// The same for a variant of `case`; outputs of which every bit is known stay on the device.
    ///
    /// # Errors
    /// As [`CudaDevice::execute`].
    pub fn execute_known(&mut self, case: CaseId, variant: LoadedId) -> Result<Outputs, Trouble> {
        self.run(variant)?;
        let loaded = find(&self.loaded, variant)?;
        let known = &self.cases[case.0].known;
        let spans = loaded.spans(known);
        if !spans.is_empty() {
            let counts = self.differing(&spans)?;
            if counts.iter().all(|(count, _)| *count == 0) {
                return Ok(Outputs::Known);
            }
        }
        Ok(Outputs::Others(loaded.outputs(&self.gpu)?))
    }

    fn run(&mut self, variant: LoadedId) -> Result<(), Trouble> {
        let gpu = self.gpu.clone();
        find_mut(&mut self.loaded, variant)?.run(&gpu)?;
        self.check(find(&self.loaded, variant)?)
    }

    /// How long one execution takes with cold caches, nanoseconds. It has been executed before. `repeats` executions in a row, each on buffers
    /// of its own, make one sample; above one they are replayed as a graph.
    ///
    /// # Errors
    /// A fault of the kernel.
    pub fn sample(&mut self, variant: LoadedId, repeats: usize) -> Result<f64, Trouble> {
        let gpu = self.gpu.clone();
        let loaded = find_mut(&mut self.loaded, variant)?;
        loaded.ready(&gpu, repeats)?;
        self.flush()?;
        let loaded = find(&self.loaded, variant)?;
        Ok(loaded.time(&gpu)? / repeats as f64)
    }

    /// Fills the second-level cache with something else.
    fn flush(&self) -> Result<(), Trouble> {
        let half = self.flush_bytes as u64 / 2;
        let (start, counter) = (self.flush.address(), self.counters.address());
        let both = [start, start + half];
        loaded::differences(&self.gpu, &self.compare, both, half / 4, counter)?;
        Ok(())
    }

    /// Keeps the device at work for so long: one that is idle lowers its clock, and takes many samples' time to raise it again.
    ///
    /// # Errors
    /// A context that is lost.
    pub fn warm_up(&mut self, time: Duration) -> Result<(), Trouble> {
        let until = Instant::now() + time;
        while Instant::now() < until {
            self.flush()?;
            self.gpu.synchronize()?;
        }
        Ok(())
    }

    /// Energy of one execution, joules: that of the whole device over more than a second of executions without a pause, as its counter moves in steps.
    /// `None` where nobody counts.
    ///
    /// # Errors
    /// A fault of the kernel.
    pub fn energy(&mut self, variant: LoadedId, repeats: usize) -> Result<Option<f64>, Trouble> {
        const LEAST_NS: f64 = 1.2e9;
        let gpu = self.gpu.clone();
        let Some(before) = self.energy_j() else {
            return Ok(None);
        };
        let loaded = find_mut(&mut self.loaded, variant)?;
        loaded.ready(&gpu, repeats)?;
        let (mut taken, mut executions) = (0.0, 0);
        while taken < LEAST_NS {
            taken += loaded.time(&gpu)?;
            executions += repeats;
        }
        let after = self.energy_j();
        Ok(after.map(|after| (after - before) / executions as f64))
    }

    /// How many executions in a row make a sample of a variant long enough to be told from the timer's steps, and takes one, so that their buffers
    /// and their graph are there.
    ///
    /// # Errors
    /// A fault of the kernel.
    pub fn repeats(&mut self, variant: LoadedId) -> Result<usize, Trouble> {
        let once = self.sample(variant, 1)?;
        let wanted = ((SHORT_NS / once.max(1.0)).ceil() as usize).clamp(1, MOST_REPEATS);
        let repeats = self.copies(variant, wanted);
        self.sample(variant, repeats)?;
        Ok(repeats)
    }

    /// How many copies of a variant's buffers fit beside what is there, at most `wanted`.
    fn copies(&self, variant: LoadedId, wanted: usize) -> usize {
        let Some(loaded) = self.loaded[variant.0].as_ref() else {
            return 1;
        };
        // A quarter is left for what variants themselves need.
        let free = self.gpu.free_bytes().unwrap_or(0) / 4 * 3;
        (free / loaded.bytes().max(1)).clamp(1, wanted.max(1))
    }

    /// The buffers of a case as `plan` sizes them, ready to be copied.
    fn pristine(
        &mut self,
        case: CaseId,
        plan: &Instance,
    ) -> Result<Rc<RefCell<Pristine>>, Trouble> {
        let bytes = |buffer: &Buffer| buffer.len * buffer.scalar.size();
        let sizes: Vec<usize> = plan.buffers.iter().map(bytes).collect();
        let gpu = self.gpu.clone();
        let staged = &mut self.cases[case.0];
        if let Some(known) = staged.pristine.get(&sizes) {
            return Ok(Rc::clone(known));
        }
        if staged.pristine.len() >= KEPT {
            staged.pristine.clear();
        }
        let layout = Layout::of(sizes.iter().copied());
        let memory = gpu.allocate(layout.total)?;
        gpu.set(&memory, 0..layout.total, GUARD_BYTE)?;
        let mut empty = Vec::new();
        for (at, buffer) in staged.instance.buffers.iter().enumerate() {
            match &buffer.data {
                Some(data) => gpu.upload(&memory, layout.buffer(at).start, data)?,
                None => empty.push(at),
            }
        }
        let sets = vec![gpu.allocate(layout.total)?];
        let pristine = Pristine {
            layout,
            memory,
            empty,
            executions: 0,
            sets,
        };
        let pristine = Rc::new(RefCell::new(pristine));
        staged.pristine.insert(sizes, Rc::clone(&pristine));
        Ok(pristine)
    }

    /// Looks for what a variant wrote where it may not.
    fn check(&self, loaded: &Loaded) -> Result<(), Trouble> {
        let pieces = loaded.untouchable();
        let spans: Vec<Span> = pieces.iter().map(|piece| loaded.span(piece)).collect();
        let counts = self.differing(&spans)?;
        let written = pieces.iter().zip(counts).find(|(_, (count, _))| *count > 0);
        match written {
            Some((piece, (count, first))) => Err(Trouble::Variant(piece.fault(count, first))),
            None => Ok(()),
        }
    }

    /// How many words differ in each span, and the first of them.
    fn differing(&self, spans: &[Span]) -> Result<Vec<(u64, u64)>, Trouble> {
        let gpu = &self.gpu;
        let mut found = Vec::new();
        for spans in spans.chunks(PIECES) {
            let start = [[0; 8], [0xff; 8]].concat().repeat(spans.len());
            gpu.upload(&self.counters, 0, &start)?;
            for (at, span) in spans.iter().enumerate() {
                let counter = self.counters.address() + at as u64 * 16;
                loaded::differences(gpu, &self.compare, span.both, span.words, counter)?;
            }
            let counts = gpu.download(&self.counters, 0..spans.len() * 16)?;
            let word = |bytes: &[u8]| {
                bytes
                    .first_chunk()
                    .map_or(0, |word| u64::from_le_bytes(*word))
            };
            let pairs = counts.chunks_exact(16);
            found.extend(pairs.map(|pair| (word(&pair[..8]), word(&pair[8..]))));
        }
        Ok(found)
    }
}

/// Two pieces of memory that are to be compared.
pub(super) struct Span {
    /// Their addresses.
    both: [u64; 2],
    /// 32-bit words of each.
    words: u64,
}

const UNLOADED: &str = "the variant was unloaded";

/// A variant that is loaded.
fn find(loaded: &[Option<Loaded>], variant: LoadedId) -> Result<&Loaded, Trouble> {
    let found = loaded[variant.0].as_ref();
    found.ok_or_else(|| Trouble::Device(UNLOADED.into()))
}

/// The same, to be worked with.
fn find_mut(loaded: &mut [Option<Loaded>], variant: LoadedId) -> Result<&mut Loaded, Trouble> {
    let found = loaded[variant.0].as_mut();
    found.ok_or_else(|| Trouble::Device(UNLOADED.into()))
}

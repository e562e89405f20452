//! The device behind the driver: memory, modules, a clock, and whatever `EMULATED_DRIVER` makes of them.

use std::ffi::{CStr, c_int};
use std::sync::{Mutex, MutexGuard, PoisonError};

use warpsmith::ptx::Program;
use warpsmith::sim::{self, Code, FaultKind, Findings, LaunchShape, Machine, Region, Sample};

pub const SUCCESS: c_int = 0;
pub const INVALID_VALUE: c_int = 1;
pub const OUT_OF_MEMORY: c_int = 2;
pub const INVALID_PTX: c_int = 218;
pub const NOT_FOUND: c_int = 500;
pub const ILLEGAL_ADDRESS: c_int = 700;
pub const OUT_OF_RESOURCES: c_int = 701;
pub const MISALIGNED_ADDRESS: c_int = 716;
pub const LAUNCH_FAILED: c_int = 719;

pub const NAMES: [(c_int, &CStr, &CStr); 9] = [
    (SUCCESS, c"CUDA_SUCCESS", c"no error"),
    (
        INVALID_VALUE,
        c"CUDA_ERROR_INVALID_VALUE",
        c"invalid argument",
    ),
    (OUT_OF_MEMORY, c"CUDA_ERROR_OUT_OF_MEMORY", c"out of memory"),
    (
        INVALID_PTX,
        c"CUDA_ERROR_INVALID_PTX",
        c"a PTX JIT compilation failed",
    ),
    (
        NOT_FOUND,
        c"CUDA_ERROR_NOT_FOUND",
        c"named symbol not found",
    ),
    (
        ILLEGAL_ADDRESS,
        c"CUDA_ERROR_ILLEGAL_ADDRESS",
        c"an illegal memory access was encountered",
    ),
    (
        OUT_OF_RESOURCES,
        c"CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES",
        c"too many resources requested for launch",
    ),
    (
        MISALIGNED_ADDRESS,
        c"CUDA_ERROR_MISALIGNED_ADDRESS",
        c"misaligned address",
    ),
    (
        LAUNCH_FAILED,
        c"CUDA_ERROR_LAUNCH_FAILED",
        c"unspecified launch failure",
    ),
];

/// Memory of the device, bytes.
pub const MEMORY: usize = 2 << 30;
/// Warp instructions after which a launch is taken never to end.
pub const ENDLESS: u64 = 200_000_000;

/// What becomes of a module's launches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Works,
    Dies,
    Hangs,
    Faults,
    Wrong,
}

pub struct Loaded {
    pub program: Program,
    pub machine: Machine,
    pub fate: Fate,
}

pub struct Function {
    pub module: usize,
    pub kernel: usize,
    pub code: Code,
    /// Shared memory that it declares, bytes.
    pub declared: u32,
    /// Dynamic shared memory that a launch may have, bytes.
    pub dynamic: u32,
}

/// Shared memory that a block has without its kernel's asking for more, bytes; and that it has at most.
pub const UNASKED: u32 = 48 << 10;
pub const SHARED: u32 = 227 << 10;

#[derive(Clone)]
pub enum Work {
    Launch {
        function: usize,
        grid: [u32; 3],
        block: [u32; 3],
        shared: u32,
        params: Vec<u8>,
    },
    Set {
        address: u64,
        byte: u8,
        bytes: usize,
    },
    Copy {
        to: u64,
        from: u64,
        bytes: usize,
    },
}

#[derive(Default)]
pub struct Driver {
    pub buffers: Vec<Region>,
    pub free: Vec<usize>,
    pub taken: usize,
    pub modules: Vec<Option<Loaded>>,
    /// Hashes of the first two: they always work.
    pub spared: Vec<u64>,
    pub functions: Vec<Function>,
    pub graphs: Vec<Vec<Work>>,
    pub capturing: Option<Vec<Work>>,
    pub events: Vec<f64>,
    /// The device's clock, nanoseconds.
    pub now: f64,
    /// The fault that the context is lost to.
    pub lost: c_int,
    pub random: u64,
    pub device: c_int,
}

// SAFETY: everything in it is plain data; the simulator's function pointers are code.
unsafe impl Send for Driver {}

pub static DRIVER: Mutex<Option<Driver>> = Mutex::new(None);

pub fn driver() -> MutexGuard<'static, Option<Driver>> {
    let mut driver = DRIVER.lock().unwrap_or_else(PoisonError::into_inner);
    driver.get_or_insert_with(Driver::default);
    driver
}

pub fn with(work: impl FnOnce(&mut Driver) -> c_int) -> c_int {
    match &mut *driver() {
        Some(driver) => work(driver),
        None => LAUNCH_FAILED,
    }
}

/// The numbers after a word of `EMULATED_DRIVER`.
pub fn asked(word: &str) -> Option<Vec<f64>> {
    let all = std::env::var("EMULATED_DRIVER").ok()?;
    all.split(';').find_map(|item| {
        let mut words = item.split_whitespace();
        (words.next() == Some(word)).then(|| words.filter_map(|it| it.parse().ok()).collect())
    })
}

/// A hash of a module's text: FNV-1a, as any that stays the same does.
pub fn hash(image: &str) -> u64 {
    image.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// Whether `EMULATED_DRIVER` asks for this of a module.
pub fn chosen(word: &str, hash: u64) -> bool {
    let Some([modulus, rest]) = asked(word).and_then(|numbers| <[f64; 2]>::try_from(numbers).ok())
    else {
        return false;
    };
    hash % modulus as u64 == rest as u64
}

impl Driver {
    /// Which allocation an address is in, and where in it.
    pub fn place(&self, address: u64) -> Option<(usize, usize)> {
        let offset = address.checked_sub(sim::buffer_base(0))?;
        let number = (offset >> 40) as usize;
        let at = (address - sim::buffer_base(number)) as usize;
        let region = self.buffers.get(number)?;
        (at <= region.bytes.len()).then_some((number, at))
    }

    pub fn bytes(&mut self, address: u64, bytes: usize) -> Option<&mut [u8]> {
        let (number, at) = self.place(address)?;
        self.buffers[number]
            .bytes
            .get_mut(at..at.checked_add(bytes)?)
    }

    /// Does work now, or notes it for a graph.
    pub fn submit(&mut self, work: Work) -> c_int {
        if self.lost != SUCCESS {
            return self.lost;
        }
        if let Some(captured) = &mut self.capturing {
            captured.push(work);
            return SUCCESS;
        }
        self.perform(&work)
    }

    pub fn perform(&mut self, work: &Work) -> c_int {
        let taken = match work {
            Work::Set {
                address,
                byte,
                bytes,
            } => match self.bytes(*address, *bytes) {
                Some(part) => {
                    part.fill(*byte);
                    *bytes as f64 / 4000.0
                }
                None => return INVALID_VALUE,
            },
            Work::Copy { to, from, bytes } => {
                let Some(part) = self.bytes(*from, *bytes).map(|part| part.to_vec()) else {
                    return INVALID_VALUE;
                };
                match self.bytes(*to, *bytes) {
                    Some(place) => place.copy_from_slice(&part),
                    None => return INVALID_VALUE,
                }
                *bytes as f64 / 2000.0
            }
            Work::Launch {
                function,
                grid,
                block,
                shared,
                params,
            } => match self.launch(*function, *grid, *block, *shared, params) {
                Ok(steps) => 2000.0 + 20.0 * steps as f64,
                Err(error) => {
                    // It shows when somebody waits, and stays.
                    self.lost = error;
                    return SUCCESS;
                }
            },
        };
        let scale = asked("scale")
            .and_then(|it| it.first().copied())
            .unwrap_or(1.0);
        let noise = asked("noise")
            .and_then(|it| it.first().copied())
            .unwrap_or(0.0);
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let random = (self.random >> 33) as f64 / f64::from(1u32 << 31);
        self.now += taken * scale * (1.0 + noise * (2.0 * random - 1.0));
        SUCCESS
    }

    /// Warp instructions that a launch took.
    pub fn launch(
        &mut self,
        function: usize,
        grid: [u32; 3],
        block: [u32; 3],
        shared: u32,
        params: &[u8],
    ) -> Result<u64, c_int> {
        let broken = asked("broken").and_then(|it| it.first().copied());
        let function = &self.functions[function];
        let Some(module) = self.modules[function.module].as_mut() else {
            return Err(INVALID_VALUE);
        };
        match module.fate {
            Fate::Dies => std::process::abort(),
            Fate::Hangs => hang(),
            Fate::Faults => return Err(ILLEGAL_ADDRESS),
            Fate::Works | Fate::Wrong => {}
        }
        if broken == Some(f64::from(self.device)) {
            return Err(LAUNCH_FAILED);
        }
        let machine = &mut module.machine;
        machine.buffers = std::mem::take(&mut self.buffers);
        let shape = LaunchShape {
            grid,
            block,
            dynamic_shared: shared,
            params,
            capacity: 1056,
            sample: Sample::NONE,
            warm: true,
        };
        let mut budget = ENDLESS;
        let trace = machine.launch(&function.code, &shape, &mut budget, &mut Findings::new(1));
        self.buffers = std::mem::take(&mut machine.buffers);
        if module.fate == Fate::Wrong {
            // Somewhere in what the first parameters point to.
            let mut pointers = params
                .as_chunks::<8>()
                .0
                .iter()
                .map(|it| u64::from_le_bytes(*it));
            let last = pointers.rfind(|address| self.place(*address).is_some());
            // Of a float the exponent, so that it is wrong by more than any rounding.
            if let Some(word) = last.and_then(|address| self.bytes(address, 4)) {
                word[3] ^= 0x55;
            }
        }
        match trace {
            Ok(trace) => Ok(trace.steps),
            Err(fault) => Err(match fault.kind {
                FaultKind::Timeout => hang(),
                FaultKind::OutOfBounds | FaultKind::ReadOnly => ILLEGAL_ADDRESS,
                FaultKind::Misaligned => MISALIGNED_ADDRESS,
                _ => LAUNCH_FAILED,
            }),
        }
    }
}

/// As a launch that never ends looks to the process that waits for it.
pub fn hang() -> ! {
    loop {
        std::thread::park();
    }
}

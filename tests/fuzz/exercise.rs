//! What any text must survive: being read as PTX, and having each of its kernels launched. Shared with the targets of `fuzz/`.

use warpsmith::ptx::{self, Param, Space};
use warpsmith::target::Description;
use warpsmith::target::launch::{Arg, Buffer, Checks, Launched, Options, Request, launch};
use warpsmith::workload::Scalar;

/// Warp instructions of one execution: what is slow about a mutant is never its second thousand.
const STEPS: u64 = 1500;

/// Module variables that are worth the memory, bytes.
const VARIABLES: usize = 1 << 20;

/// What became of a text.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// It is PTX.
    pub parsed: bool,
    /// Kernels that could be launched.
    pub launched: usize,
    /// Kernels that a check found something in.
    pub faulted: usize,
}

/// Reads a text and launches its kernels; `salt` varies the arguments.
pub fn exercise(device: &Description, text: &str, salt: u64) -> Seen {
    let mut seen = Seen::default();
    let Ok(program) = ptx::parse(text) else {
        return seen;
    };
    seen.parsed = true;
    let global = |space: Space| matches!(space, Space::Global | Space::Const);
    let variables = program.vars.iter().filter(|var| global(var.space));
    if variables
        .map(|var| var.bytes)
        .fold(0, usize::saturating_add)
        > VARIABLES
    {
        return seen;
    }
    for kernel in program.kernels.iter().take(3) {
        let args: Vec<Arg> = kernel
            .params
            .iter()
            .enumerate()
            .map(|(at, param)| argument(param, salt.rotate_right(at as u32)))
            .collect();
        let request = Request {
            program: &program,
            kernel,
            grid: [2, 1, 1],
            block: [[64, 1, 1], [8, 8, 1], [33, 1, 2]][(salt % 3) as usize],
            shared: 256,
            args: &args,
        };
        let options = Options {
            checks: Checks::default(),
            steps: STEPS,
        };
        if let Ok(launched) = launch(device, &request, &options) {
            seen.launched += 1;
            seen.faulted += usize::from(!launched.faults.is_empty());
            look(&launched);
        }
    }
    seen
}

/// Buffers for what may be a pointer, numbers for the rest; now and then a number that is no valid address.
fn argument(param: &Param, salt: u64) -> Arg {
    let bits = salt >> 8;
    if param.array {
        return Arg::Bytes(vec![salt as u8; param.bytes]);
    }
    let scalar = match (param.bytes, param.ty.is_float()) {
        (1, _) => Scalar::U8,
        (2, _) => Scalar::U16,
        (4, false) => Scalar::U32,
        (4, true) => Scalar::F32,
        (_, true) => Scalar::F64,
        _ if salt.is_multiple_of(16) => Scalar::U64,
        _ => {
            let written = salt & 2 != 0;
            return Arg::Buffer(Buffer {
                element: Scalar::U32,
                len: 1024,
                data: written.then(|| vec![salt as u8 & 15; 4096]),
                read_only: salt & 12 == 12,
            });
        }
    };
    // Small numbers are counts that kernels get along with.
    let bits = if salt & 1 == 0 { bits & 63 } else { bits };
    Arg::Scalar(scalar, bits)
}

/// Every value and every message can be looked at.
fn look(launched: &Launched) {
    for left in &launched.buffers {
        assert_eq!(left.values().count(), left.values().len());
    }
    for fault in &launched.faults {
        assert!(!fault.message.is_empty(), "{fault:?}");
    }
}

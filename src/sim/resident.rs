//! A block that is on the machine: its warps, its shared memory, what ordered its accesses.
//!
//! Blocks run one after the other, each to its end, unless all its warps wait for something in memory that other blocks must write: then it steps
//! aside, and the machine holds as many such blocks as the device has room for.

use super::barrier::{BARRIERS, Barrier};
use super::check::{Check, Checks, History, Shadow};
use super::clock::WarpClock;
use super::exec::stride;
use super::lower::Code;
use super::memory::{Part, Region};
use super::regs::{LANES, Regs};
use super::warp::{Position, Status, Warp};

/// A block on the machine.
pub struct Resident {
    pub warps: Vec<Warp>,
    pub shared: Region,
    pub history: History,
    pub barriers: [Barrier; BARRIERS],
    pub at: Position,
}

impl Resident {
    /// Room for the block at `at`.
    pub fn new(code: &Code, at: Position, checks: Checks) -> Resident {
        let follow = checks.has(Check::Uninitialised);
        let memory = |name: &str, bytes: usize| {
            let mut region = Region::unwritten(name, bytes);
            if !follow {
                region.written = None;
            }
            region
        };
        let mut parts = code.shared_parts.clone();
        if let Some(start) = code.dynamic_at {
            parts.push(Part {
                name: "dynamic shared memory".into(),
                range: start..start + at.dynamic_bytes as usize,
            });
        }
        let bytes = match parts.last() {
            Some(last) => last.range.end,
            None => at.shared_bytes as usize,
        };
        let mut shared = memory("shared memory", bytes);
        shared.parts = parts;
        if checks.has(Check::Races) {
            shared.shadow = Some(Shadow::new(bytes, code.shared_granule, true));
        }
        let blank = Warp {
            regs: Regs::default(),
            stack: Vec::new(),
            calls: Vec::new(),
            parked: Vec::new(),
            copies: Default::default(),
            live: 0,
            status: Status::Done,
            local: memory("local memory", stride(code.local_bytes) * LANES),
            undefined: Default::default(),
            polls: 0,
            steps: 0,
            clock: Default::default(),
        };
        Resident {
            warps: vec![blank; at.threads().div_ceil(LANES as u32) as usize],
            shared,
            history: History::default(),
            barriers: Default::default(),
            at,
        }
    }

    /// The recorders of the warps.
    pub fn clocks(&mut self) -> impl Iterator<Item = &mut WarpClock> {
        self.warps.iter_mut().map(|warp| &mut warp.clock)
    }

    /// Puts the block at `at` here, at the kernel's start.
    pub fn start(&mut self, template: &Regs, code: &Code, at: Position, checks: Checks) {
        self.at = at;
        self.barriers = Default::default();
        if let Some(written) = &mut self.shared.written {
            written.clear();
        }
        let exact = code.exact && checks.has(Check::Races);
        self.history.start(at.linear(), exact);
        for (index, warp) in self.warps.iter_mut().enumerate() {
            let follow = checks.has(Check::Uninitialised);
            warp.start(template, code, index as u32, &at, follow);
        }
    }
}

//! A warp: its registers, and where its lanes are.
//!
//! Lanes that part at a branch are frames on a stack, each with its own program counter; a frame ends where it meets the frame
//! below, at the immediate post-dominator of the branch. Exited lanes leave every frame.

use super::lower::Code;
use super::memory::Region;
use super::regs::{LANES, Regs};
use super::timing::WarpClock;
use crate::ptx::Special;

/// Program counter of the kernel's end.
pub const END: u32 = u32::MAX;

/// Lanes that are at one place together.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub pc: u32,
    pub mask: u32,
    /// Where this frame ends.
    pub until: u32,
}

/// What a warp does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Ready,
    /// At barrier `id`, which waits for `threads` threads if a count was given. `line` is the lowered instruction.
    Waiting {
        id: u32,
        threads: Option<u32>,
        line: u32,
    },
    Done,
}

#[derive(Debug, Clone)]
pub struct Warp {
    pub regs: Regs,
    pub stack: Vec<Frame>,
    /// Lanes that have not exited.
    pub live: u32,
    pub status: Status,
    pub local: Region,
    /// Raised by `bar.warp.sync`.
    pub epoch: u32,
    /// Warp instructions executed; what clock registers read.
    pub steps: u64,
    pub clock: WarpClock,
}

/// The position of a block in its launch.
#[derive(Debug, Clone, Copy)]
pub struct Position {
    pub grid: [u32; 3],
    pub block: [u32; 3],
    /// This block.
    pub at: [u32; 3],
    pub shared_bytes: u32,
    pub dynamic_bytes: u32,
}

impl Position {
    pub fn threads(&self) -> u32 {
        self.block.iter().product()
    }

    /// Linear index of this block.
    pub fn linear(&self) -> u64 {
        let [x, y, z] = self.at.map(u64::from);
        x + u64::from(self.grid[0]) * (y + u64::from(self.grid[1]) * z)
    }
}

impl Warp {
    /// Puts the warp at the kernel's start. `template` has the constants and parameters of the launch.
    pub fn start(
        &mut self,
        template: &Regs,
        code: &Code,
        index: u32,
        at: &Position,
        values: usize,
    ) {
        self.regs.r32.clone_from(&template.r32);
        self.regs.r64.clone_from(&template.r64);
        self.regs.pred.clone_from(&template.pred);
        let threads = at.threads();
        let first = index * LANES as u32;
        let count = (threads - first).min(LANES as u32);
        self.live = if count == 32 {
            u32::MAX
        } else {
            (1 << count) - 1
        };
        self.stack.clear();
        self.stack.push(Frame {
            pc: 0,
            mask: self.live,
            until: END,
        });
        self.status = Status::Ready;
        self.epoch = 0;
        self.steps = 0;
        self.clock.start(values);
        if let Some(written) = &mut self.local.written {
            written.clear();
        }
        for &(slot, special) in &code.specials {
            self.regs.r32[slot as usize] =
                std::array::from_fn(|lane| value(special, lane as u32, index, at));
        }
    }
}

fn value(special: Special, lane: u32, warp: u32, at: &Position) -> u32 {
    let thread = warp * LANES as u32 + lane;
    let [x, y, _] = at.block;
    let dimension =
        |of: &[u32; 3], dim: u8, none: u32| of.get(dim as usize).copied().unwrap_or(none);
    match special {
        Special::Tid(dim) => dimension(&[thread % x, thread / x % y, thread / x / y], dim, 0),
        Special::Ntid(dim) => dimension(&at.block, dim, 1),
        Special::Ctaid(dim) => dimension(&at.at, dim, 0),
        Special::Nctaid(dim) => dimension(&at.grid, dim, 1),
        Special::LaneId => lane,
        Special::WarpId => warp,
        Special::NWarpId => 64,
        Special::LanemaskEq => 1 << lane,
        Special::LanemaskLe => u32::MAX >> (31 - lane),
        Special::LanemaskLt => (1 << lane) - 1,
        Special::LanemaskGe => u32::MAX << lane,
        Special::LanemaskGt => !(u32::MAX >> (31 - lane)),
        // One multiprocessor runs everything: nothing may depend on where a block is.
        Special::SmId | Special::GridId | Special::Clock => 0,
        Special::NSmId => 1,
        Special::DynamicSharedSize => at.dynamic_bytes,
        Special::TotalSharedSize => at.shared_bytes,
    }
}

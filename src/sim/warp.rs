//! A warp: its registers, and where its lanes are.
//!
//! Lanes that part at a branch are frames on a stack, each with its own program counter; a frame ends where it meets the frame
//! below, at the immediate post-dominator of the branch. Exited lanes leave every frame.

use super::check::Undefined;
use super::clock::WarpClock;
use super::exec::Copies;
use super::lower::Code;
use super::memory::Region;
use super::regs::{LANES, Regs};
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
    /// At barrier `id` until its `phase` is over. `line` is the lowered instruction.
    Waiting {
        id: u32,
        phase: u32,
        line: u32,
    },
    Done,
}

/// A call that some lanes are in.
#[derive(Debug, Clone)]
pub struct Open {
    pub mask: u32,
    /// Index into [`Code::functions`].
    pub routine: u32,
    /// The function's registers, if an outer call of it was open.
    pub saved: Option<Box<Regs>>,
}

#[derive(Debug, Clone)]
pub struct Warp {
    pub regs: Regs,
    pub stack: Vec<Frame>,
    /// The calls that are open, of each lane the innermost last.
    pub calls: Vec<Open>,
    /// Lanes that wait at a barrier, by lowered instruction: of the whole warp, or for the others of the warp.
    pub parked: Vec<(u32, u32)>,
    /// Copies that have not landed.
    pub copies: Copies,
    /// Lanes that have not exited.
    pub live: u32,
    pub status: Status,
    pub local: Region,
    /// The bits of `regs` that nothing wrote.
    pub undefined: Undefined,
    /// Strong accesses since it last ran to a barrier or gave way: a warp that waits for others makes many.
    pub polls: u32,
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
    /// Puts the warp at the kernel's start. `template` has the constants and parameters of the launch. `follow`: values that nothing wrote are
    /// followed.
    pub fn start(&mut self, template: &Regs, code: &Code, index: u32, at: &Position, follow: bool) {
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
        self.calls.clear();
        self.parked.clear();
        self.copies.clear();
        self.stack.push(Frame {
            pc: 0,
            mask: self.live,
            until: END,
        });
        self.status = Status::Ready;
        self.undefined.start(code, &self.regs, follow);
        self.polls = 0;
        self.steps = 0;
        if let Some(written) = &mut self.local.written {
            written.clear();
        }
        for &(slot, special) in &code.specials {
            self.regs.r32[slot as usize] =
                std::array::from_fn(|lane| value(special, lane as u32, index, at));
        }
    }
}

impl Warp {
    /// Lanes that wait at a barrier.
    pub fn parked_lanes(&self) -> u32 {
        self.parked.iter().fold(0, |lanes, &(_, mask)| lanes | mask)
    }

    /// Ends the lanes that have nothing left to do but exit, wherever they are.
    pub fn retire(&mut self, code: &Code) {
        let mut frames = self.stack.iter().rev();
        // The lanes of the top frame are where execution is.
        let mut seen = frames.next().map_or(0, |top| top.mask);
        let mut gone = 0;
        for frame in frames {
            let here = frame.mask & !seen;
            if frame.pc == frame.until {
                continue;
            }
            seen |= here;
            if code.only_exits(frame.pc) {
                gone |= here;
            }
        }
        self.end(gone & self.live);
    }

    /// Ends the lanes in `gone`.
    pub fn end(&mut self, gone: u32) {
        self.live &= !gone;
        self.stack.iter_mut().for_each(|frame| frame.mask &= !gone);
    }

    /// Brings lanes that do not wait to the top of the stack, out of the frames that they share with those that do; `false` if there
    /// are none.
    pub fn turn_to_others(&mut self) -> bool {
        let parked = self.parked_lanes();
        let others = self.live & !parked;
        let Some(at) = self.stack.iter().rposition(|frame| {
            frame.mask & others != 0 && (frame.pc != frame.until || frame.mask & parked == 0)
        }) else {
            return false;
        };
        let frame = self.stack[at];
        if frame.mask & parked == 0 {
            self.stack.remove(at);
            self.stack.push(frame);
        } else {
            self.stack[at].mask &= parked;
            self.stack.push(Frame {
                mask: frame.mask & others,
                ..frame
            });
        }
        true
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
        Special::Zero => 0,
        Special::NSmId | Special::One => 1,
        Special::DynamicSharedSize => at.dynamic_bytes,
        Special::TotalSharedSize => at.shared_bytes,
    }
}

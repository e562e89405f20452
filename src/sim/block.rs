//! Launches and blocks: which warp runs when, and what barriers do.
//!
//! Inside a block each warp runs to its next barrier in turn, unless it polls memory that another must write; blocks run one after the other,
//! unless one can only wait for others ([`Resident`]). The order is repeated bit for bit, and repeated in the opposite direction to show that a
//! result depends on it.

use std::collections::VecDeque;

use super::alu::{self, AluFn};
use super::barrier;
use super::check::{Board, Checks, Findings};
use super::clock::{Clock, Sample, Trace};
use super::exec::{AccessFn, Reach, World, pick_access};
use super::fault::{Fault, FaultKind};
use super::lower::Code;
use super::memory::Region;
use super::regs::{LANES, Regs};
use super::resident::Resident;
use super::space;
use super::warp::{Position, Status, Warp};
use crate::ptx::{Program, Space};

/// The order of warps and blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Schedule {
    /// Block 0, warp 0 first.
    #[default]
    Forward,
    /// The last block and the last warp first.
    Reverse,
}

/// One launch as the machine sees it.
#[derive(Debug, Clone)]
pub struct LaunchShape<'a> {
    /// Blocks by dimension x, y, z.
    pub grid: [u32; 3],
    /// Threads of a block by dimension x, y, z.
    pub block: [u32; 3],
    /// Dynamic shared memory, bytes.
    pub dynamic_shared: u32,
    /// The parameter block.
    pub params: &'a [u8],
    /// Blocks that the device has room for at a time: so many can wait for each other.
    pub capacity: usize,
    /// The blocks whose traces the clock keeps.
    pub sample: Sample,
    /// Whether data of earlier launches may still be in the second-level cache.
    pub warm: bool,
}

impl LaunchShape<'_> {
    /// Warps of a block.
    fn warps(&self) -> usize {
        self.block.iter().product::<u32>().div_ceil(LANES as u32) as usize
    }
}

/// Memory and the rules of execution; outlives launches.
pub struct Machine {
    /// The buffers of the workload; [`buffer_base`](super::buffer_base) of an index is its address.
    pub buffers: Vec<Region>,
    /// Instructions executed by all launches so far, each counted once for every active lane.
    pub thread_instructions: u64,
    /// Stores of a value that another thread had just stored to the same place: allowed, where another value would be a race.
    pub same_value: u64,
    vars: Vec<Region>,
    /// What launches printed (`vprintf`), in the order of execution; the first mebibyte of it.
    pub output: String,
    schedule: Schedule,
    checks: Checks,
    alu: AluFn,
    access: AccessFn,
}

impl Machine {
    /// A machine with the module variables of `program` and no buffers.
    pub fn new(program: &Program, schedule: Schedule, checks: Checks) -> Machine {
        let vars = program
            .vars
            .iter()
            .map(|var| {
                if !matches!(var.space, Space::Global | Space::Const) {
                    return Region::new(var.name.clone(), Vec::new());
                }
                let mut bytes = var.init.clone();
                bytes.resize(var.bytes, 0);
                for &(at, target, addend) in &var.pointers {
                    let address = space::var_base(target).wrapping_add(addend as u64);
                    if let Some(place) = bytes.get_mut(at..at + 8) {
                        place.copy_from_slice(&address.to_le_bytes());
                    }
                }
                let mut region = Region::new(var.name.clone(), bytes);
                region.read_only = var.space == Space::Const;
                region
            })
            .collect();
        Machine {
            buffers: Vec::new(),
            thread_instructions: 0,
            same_value: 0,
            vars,
            output: String::new(),
            schedule,
            checks,
            alu: alu::pick(),
            access: pick_access(),
        }
    }

    /// Executes one launch. `budget` is the number of warp instructions left and is reduced by those executed.
    ///
    /// # Errors
    /// The [`Fault`] that ends the launch: the first one in the order of the schedule, if `findings` takes no more.
    pub fn launch(
        &mut self,
        code: &Code,
        shape: &LaunchShape<'_>,
        budget: &mut u64,
        findings: &mut Findings,
    ) -> Result<Trace, Fault> {
        for region in self.buffers.iter_mut().chain(&mut self.vars) {
            if let Some(shadow) = &mut region.shadow {
                shadow.clear();
            }
            if !shape.warm {
                region.touched.clear();
            }
        }
        let template = template(code, shape.params);
        let mut params = Region::new("the parameters", shape.params.to_vec());
        params.read_only = true;
        let mut board = Board::default();
        let mut blocks = Blocks::new(code, shape, self.schedule);
        let mut clock = Clock::new(shape.sample, shape.warps());
        // Blocks that wait for others, and room that is free again.
        let mut waiting: VecDeque<Resident> = VecDeque::new();
        let mut spare: Option<Resident> = None;
        loop {
            let fresh = (waiting.len() < shape.capacity.max(1))
                .then(|| blocks.next())
                .flatten();
            let mut resident = match fresh {
                Some(at) => {
                    let new = || Resident::new(code, at, self.checks);
                    let mut resident = spare.take().unwrap_or_else(new);
                    resident.start(&template, code, at, self.checks);
                    clock.start(at.linear(), resident.clocks());
                    resident
                }
                None => match waiting.pop_front() {
                    Some(resident) => {
                        clock.resume(resident.at.linear());
                        resident
                    }
                    None => break,
                },
            };
            let mut world = World {
                code,
                alu: self.alu,
                access: self.access,
                memory: Reach {
                    buffers: &mut self.buffers,
                    vars: &mut self.vars,
                    shared: &mut resident.shared,
                    params: &mut params,
                },
                barriers: &mut resident.barriers,
                output: &mut self.output,
                at: resident.at,
                history: &mut resident.history,
                board: &mut board,
                checks: self.checks,
                findings,
                budget,
                clock: &mut clock,
                active: 0,
            };
            let warps = &mut resident.warps;
            let ended = block(&mut world, warps, self.schedule);
            self.thread_instructions += world.active;
            if ended? == Turn::Aside {
                waiting.push_back(resident);
                continue;
            }
            let steps = warps.iter().map(|warp| warp.steps).sum();
            clock.end(resident.at.linear(), steps, resident.clocks());
            self.same_value += resident.shared.take_same_value();
            spare = Some(resident);
        }
        for region in self.buffers.iter_mut().chain(&mut self.vars) {
            self.same_value += region.take_same_value();
        }
        Ok(clock.finish())
    }
}

/// The blocks of a launch in the order of a schedule.
struct Blocks {
    first: Position,
    schedule: Schedule,
    turn: u64,
    count: u64,
}

impl Blocks {
    fn new(code: &Code, shape: &LaunchShape<'_>, schedule: Schedule) -> Blocks {
        let shared_bytes = code.shared_bytes + shape.dynamic_shared as usize;
        Blocks {
            first: Position {
                grid: shape.grid,
                block: shape.block,
                at: [0; 3],
                shared_bytes: shared_bytes as u32,
                dynamic_bytes: shape.dynamic_shared,
            },
            schedule,
            turn: 0,
            count: shape.grid.into_iter().map(u64::from).product(),
        }
    }
}

impl Iterator for Blocks {
    type Item = Position;

    fn next(&mut self) -> Option<Position> {
        if self.turn == self.count {
            return None;
        }
        let linear = match self.schedule {
            Schedule::Forward => self.turn,
            Schedule::Reverse => self.count - 1 - self.turn,
        };
        self.turn += 1;
        let [x, y, _] = self.first.grid.map(u64::from);
        Some(Position {
            at: [
                (linear % x) as u32,
                (linear / x % y) as u32,
                (linear / x / y) as u32,
            ],
            ..self.first
        })
    }
}

/// How a block's turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Done,
    /// All its warps wait for something in memory.
    Aside,
}

/// Runs one block to its end, or until it can only wait.
fn block(world: &mut World<'_>, warps: &mut [Warp], schedule: Schedule) -> Result<Turn, Fault> {
    let count = warps.len();
    loop {
        let mut polling = true;
        let before = *world.budget;
        for turn in 0..count {
            let index = match schedule {
                Schedule::Forward => turn,
                Schedule::Reverse => count - 1 - turn,
            };
            if warps[index].status == Status::Ready {
                world.run(&mut warps[index], index as u32)?;
                // A warp that is still ready has looked at the same memory long enough: the others get their turn.
                polling &= warps[index].status == Status::Ready;
            }
        }
        if warps.iter().all(|warp| warp.status == Status::Done) {
            return Ok(Turn::Done);
        }
        let released = barrier::release(world, warps);
        if warps.iter().any(|warp| warp.status == Status::Ready) {
            if polling && !released {
                if *world.budget == before {
                    return Err(deadlock(world, warps));
                }
                return Ok(Turn::Aside);
            }
        } else if !released {
            return Err(deadlock(world, warps));
        }
    }
}

fn deadlock(world: &World<'_>, warps: &[Warp]) -> Fault {
    let waits: Vec<String> = warps
        .iter()
        .enumerate()
        .filter_map(|(index, warp)| match warp.status {
            Status::Waiting { id, line, .. } => {
                let inst = world.code.lines[line as usize].inst as usize;
                Some(format!(
                    "warp {index} at barrier {id} (line {})",
                    world.code.ptx_lines[inst]
                ))
            }
            _ => None,
        })
        .collect();
    let more = waits.len().saturating_sub(4);
    let listed = waits[..waits.len() - more].join(", ");
    let rest = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    Fault::new(
        FaultKind::Deadlock,
        format!(
            "no warp of block {:?} can go on: {listed}{rest} (kernel {})",
            world.at.at, world.code.name
        ),
    )
}

/// Registers at the start of a launch: constants and parameters in every lane, zeros elsewhere.
fn template(code: &Code, params: &[u8]) -> Regs {
    let mut regs = Regs {
        r32: vec![[0; LANES]; code.count32],
        r64: vec![[0; LANES]; code.count64],
        pred: vec![0; code.count_pred],
    };
    for &(slot, value) in &code.const32 {
        regs.r32[slot as usize] = [value; LANES];
    }
    for &(slot, value) in &code.const64 {
        regs.r64[slot as usize] = [value; LANES];
    }
    for &(slot, value) in &code.const_pred {
        regs.pred[slot as usize] = value;
    }
    for &(slot, wide, offset, bytes, signed) in &code.params {
        let mut raw = [0; 8];
        let bytes = usize::from(bytes);
        if let Some(value) = params.get(offset..offset + bytes) {
            raw[..bytes].copy_from_slice(value);
        }
        let shift = 64 - 8 * bytes as u32;
        let value = u64::from_le_bytes(raw) << shift;
        let value = if signed {
            ((value as i64) >> shift) as u64
        } else {
            value >> shift
        };
        if wide {
            regs.r64[slot as usize] = [value; LANES];
        } else {
            regs.r32[slot as usize] = [value as u32; LANES];
        }
    }
    regs
}

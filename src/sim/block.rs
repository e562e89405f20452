//! Launches and blocks: which warp runs when, and what barriers do.
//!
//! Blocks run one after the other, and inside a block each warp runs to its next barrier in turn. The order is fixed by [`Schedule`], so a run can be
//! repeated bit for bit, and repeated in the opposite order to show that a result depends on it.

use super::alu::{self, AluFn};
use super::exec::{AccessFn, World, pick_access, stride};
use super::fault::{Fault, FaultKind};
use super::lower::Code;
use super::memory::Region;
use super::model::Model;
use super::regs::{LANES, Regs};
use super::space;
use super::timing::{Clock, Totals};
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
    /// The device whose clock watches.
    pub model: &'a Model,
    /// First-level cache that one block has, bytes.
    pub l1_share: usize,
    /// Whether data of earlier launches may still be in the second-level cache.
    pub warm: bool,
}

/// Memory and the rules of execution; outlives launches.
pub struct Machine {
    /// The buffers of the workload; [`buffer_base`](super::buffer_base) of an index is its address.
    pub buffers: Vec<Region>,
    vars: Vec<Region>,
    schedule: Schedule,
    /// Look for data races and reads of unwritten shared memory.
    races: bool,
    alu: AluFn,
    access: AccessFn,
}

impl Machine {
    /// A machine with the module variables of `program` and no buffers.
    pub fn new(program: &Program, schedule: Schedule, races: bool) -> Machine {
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
            vars,
            schedule,
            races,
            alu: alu::pick(),
            access: pick_access(),
        }
    }

    /// Executes one launch. `budget` is the number of warp instructions left and is reduced by those executed.
    ///
    /// # Errors
    /// The first [`Fault`] of the launch in the order of the schedule.
    pub fn launch(
        &mut self,
        code: &Code,
        shape: &LaunchShape<'_>,
        budget: &mut u64,
    ) -> Result<Totals, Fault> {
        let mut clock = Clock::new(shape.model, shape.l1_share);
        for region in self.buffers.iter_mut().chain(&mut self.vars) {
            if let Some(shadow) = &mut region.shadow {
                shadow.clear();
            }
            if !shape.warm {
                region.touched.clear();
            }
        }
        let template = template(code, shape.params);
        let shared_bytes = code.shared_bytes + shape.dynamic_shared as usize;
        let mut shared = Region::unwritten("shared memory", shared_bytes);
        if self.races {
            shared.shadow = Some(super::race::Shadow::new(
                shared_bytes,
                code.shared_granule,
                true,
            ));
        }
        let threads: u32 = shape.block.iter().product();
        let count = threads.div_ceil(LANES as u32);
        let local = Region::unwritten("local memory", stride(code.local_bytes) * LANES);
        let blank = Warp {
            regs: Regs::default(),
            stack: Vec::new(),
            live: 0,
            status: Status::Done,
            local,
            epoch: 0,
            steps: 0,
            clock: Default::default(),
        };
        let mut warps = vec![blank; count as usize];
        let [x, y, z] = shape.grid.map(u64::from);
        for turn in 0..x * y * z {
            let linear = match self.schedule {
                Schedule::Forward => turn,
                Schedule::Reverse => x * y * z - 1 - turn,
            };
            let at = Position {
                grid: shape.grid,
                block: shape.block,
                at: [
                    (linear % x) as u32,
                    (linear / x % y) as u32,
                    (linear / x / y) as u32,
                ],
                shared_bytes: shared_bytes as u32,
                dynamic_bytes: shape.dynamic_shared,
            };
            if let Some(written) = &mut shared.written {
                written.clear();
            }
            for (index, warp) in warps.iter_mut().enumerate() {
                warp.start(&template, code, index as u32, &at, code.values);
            }
            let mut world = World {
                code,
                alu: self.alu,
                access: self.access,
                buffers: &mut self.buffers,
                vars: &mut self.vars,
                shared: &mut shared,
                at,
                epoch: 0,
                budget,
                clock: &mut clock,
            };
            block(&mut world, &mut warps, self.schedule)?;
            clock.totals.blocks += 1;
            clock.totals.latency +=
                u64::from(warps.iter().map(|warp| warp.clock.now()).max().unwrap_or(0));
            clock.cache.clear();
        }
        Ok(clock.totals)
    }
}

/// Runs one block to its end.
fn block(world: &mut World<'_>, warps: &mut [Warp], schedule: Schedule) -> Result<(), Fault> {
    let count = warps.len();
    loop {
        for turn in 0..count {
            let index = match schedule {
                Schedule::Forward => turn,
                Schedule::Reverse => count - 1 - turn,
            };
            if warps[index].status == Status::Ready {
                world.run(&mut warps[index], index as u32)?;
            }
        }
        if warps.iter().all(|warp| warp.status == Status::Done) {
            return Ok(());
        }
        if !release(world, warps) {
            return Err(deadlock(world, warps));
        }
    }
}

/// Releases every barrier that has all its threads; `false` if none has.
fn release(world: &mut World<'_>, warps: &mut [Warp]) -> bool {
    let mut released = false;
    for barrier in 0..16 {
        let waiting =
            |warp: &Warp| matches!(warp.status, Status::Waiting { id, .. } if id == barrier);
        // A barrier counts whole warps, as the manual says.
        let arrived = warps.iter().filter(|warp| waiting(warp)).count() as u32 * LANES as u32;
        let alive = warps
            .iter()
            .filter(|warp| warp.status != Status::Done)
            .count() as u32
            * LANES as u32;
        let needed = warps
            .iter()
            .filter(|warp| waiting(warp))
            .find_map(|warp| match warp.status {
                Status::Waiting { threads, .. } => threads,
                _ => None,
            });
        if arrived == 0 || arrived < needed.unwrap_or(alive) {
            continue;
        }
        released = true;
        world.epoch += 1;
        let last = warps
            .iter()
            .filter(|warp| waiting(warp))
            .map(|warp| warp.clock.now())
            .max()
            .unwrap_or(0);
        let open = last + world.clock.model.latency.barrier;
        for warp in warps.iter_mut().filter(|warp| waiting(warp)) {
            warp.status = Status::Ready;
            warp.clock.align(open);
        }
    }
    released
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

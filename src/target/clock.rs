//! What the clock needs to know of a launch on a described device: how many blocks fit, and how the kernel is arranged.

use super::Description;
use super::machine::KernelCode;
use crate::ptx::{self, Kernel};
use crate::sim::{Code, Model, Occupancy, Plan};

/// The least first-level cache that a multiprocessor keeps beside shared memory, bytes (estimate).
const MIN_L1: usize = 16_384;
/// Registers are given to a thread in eights.
const REGISTER_STEP: u32 = 8;

/// One kernel in one block size, ready for the clock.
#[derive(Debug, Clone)]
pub(super) struct Timed {
    /// What the clock replays.
    pub plan: Plan,
    /// Registers that a thread has.
    pub registers: u32,
    code: usize,
    warps: u32,
}

/// Plans of the kernels of one execution, each made once.
pub(super) struct Plans<'a> {
    description: &'a Description,
    model: Model,
    plans: Vec<Timed>,
}

/// Values that do not fit into `most` registers, by basic block. Those that are only kept for later go first: each is stored and loaded once,
/// taken to happen at the kernel's start. A block that names more values than there are registers does it every time.
fn spills(kernel: &Kernel, most: u32) -> Vec<u32> {
    let mut spills: Vec<u32> = ptx::named(kernel)
        .into_iter()
        .map(|named| named.saturating_sub(most))
        .collect();
    if let Some(start) = spills.first_mut() {
        *start += kernel.registers - most;
    }
    spills
}

fn warps(block: [u32; 3]) -> u32 {
    block.iter().product::<u32>().div_ceil(32).max(1)
}

impl<'a> Plans<'a> {
    pub fn new(description: &'a Description) -> Plans<'a> {
        Plans {
            description,
            model: description.model(),
            plans: Vec::new(),
        }
    }

    /// The numbers that the clock runs on.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The plan of `code`, the execution's kernel number `index`, for blocks of this shape. `known` has what an assembler said of it.
    pub fn plan(
        &mut self,
        index: usize,
        code: &Code,
        kernel: &Kernel,
        block: [u32; 3],
        known: Option<&KernelCode>,
    ) -> usize {
        let warps = warps(block);
        let made = |timed: &Timed| timed.code == index && timed.warps == warps;
        if let Some(at) = self.plans.iter().position(made) {
            return at;
        }
        let limits = &self.description.limits;
        // A block must fit on a multiprocessor: the machine compiler spills what is more.
        let fit = limits.registers_per_sm / (warps * 32) / REGISTER_STEP * REGISTER_STEP;
        // As many blocks as the kernel asks for must fit at once, as far as they can.
        let asked = kernel
            .min_blocks
            .unwrap_or(1)
            .clamp(1, (limits.warps_per_sm / warps).max(1));
        let most = (fit / asked / REGISTER_STEP * REGISTER_STEP)
            .min(kernel.max_registers.unwrap_or(u32::MAX))
            .clamp(REGISTER_STEP, limits.registers_per_thread);
        let (registers, spills) = match known {
            Some(known) => (known.registers, known.spills.clone()),
            None if kernel.registers > most => (most, spills(kernel, most)),
            None => (kernel.registers, Vec::new()),
        };
        let costs = known.map(|known| known.costs.as_slice());
        self.plans.push(Timed {
            plan: Plan::new(code, kernel, &self.model, costs, &spills),
            registers: registers.min(most),
            code: index,
            warps,
        });
        self.plans.len() - 1
    }

    /// A plan by its number.
    pub fn get(&self, plan: usize) -> &Timed {
        &self.plans[plan]
    }

    /// How many blocks of this shape, with so many bytes of dynamic shared memory, share a multiprocessor.
    pub fn occupancy(
        &self,
        block: [u32; 3],
        dynamic_shared: u32,
        registers: u32,
        code: &Code,
    ) -> Occupancy {
        let limits = &self.description.limits;
        let warps = warps(block);
        let per_warp = (registers * 32).next_multiple_of(limits.register_allocation);
        let shared = code.shared_bytes as u32 + dynamic_shared + limits.shared_reserved_per_block;
        let resident = limits
            .blocks_per_sm
            .min(limits.warps_per_sm / warps)
            .min(limits.registers_per_sm / (per_warp * warps).max(1))
            .min(limits.shared_per_sm / shared.max(1))
            .max(1);
        // Shared memory is carved out of the first-level cache; the blocks that run together share what is left.
        let l1 = self.description.memory.l1_bytes as usize;
        let carved = match code.shared_bytes + dynamic_shared as usize {
            0 => 0,
            some => resident as usize * some,
        };
        Occupancy {
            resident,
            sms: self.description.device.sms,
            block_overhead: self.description.device.block_overhead_cycles,
            l1_bytes: l1.saturating_sub(carved).max(MIN_L1),
        }
    }
}

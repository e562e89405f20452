//! Buffers and launches on a machine, as workloads and single launches both need them.

use super::clock::Plans;
use super::machine::KernelCode;
use crate::ptx::Kernel;
use crate::sim::{
    self, Check, Checks, Code, Extent, Fault, Findings, LaunchShape, Machine, Region, Shadow,
};

/// A buffer before the first launch.
pub(super) struct Memory<'a> {
    /// For messages.
    pub name: String,
    /// Bytes of one element.
    pub element: usize,
    pub bytes: usize,
    /// Its contents, as long as it is; `None` if nothing wrote it yet.
    pub data: Option<&'a [u8]>,
    /// Whether a store to it is a fault.
    pub read_only: bool,
    /// Whether a store of an undefined value to it is one.
    pub output: bool,
}

impl Memory<'_> {
    /// Fresh memory, with what `checks` keep beside it.
    pub fn region(self, checks: Checks) -> Region {
        let mut region = match self.data {
            Some(data) => Region::new(self.name, data.to_vec()),
            None => Region::unwritten(self.name, self.bytes),
        };
        region.element = self.element;
        region.output = self.output;
        region.lax = !checks.has(Check::Uninitialised);
        region.read_only = self.read_only && checks.has(Check::ReadOnly);
        // What nothing may store to knows no races.
        if checks.has(Check::Races) && !region.read_only {
            region.shadow = Some(Shadow::new(self.bytes, self.element.min(4), false));
        }
        region
    }
}

/// A launch that the device can make.
pub(super) struct Ready<'a> {
    pub code: &'a Code,
    /// Number of the code among those of the execution.
    pub number: usize,
    pub kernel: &'a Kernel,
    /// What an assembler said of the kernel, where one was asked.
    pub known: Option<&'a KernelCode>,
    pub grid: [u32; 3],
    pub block: [u32; 3],
    /// Dynamic shared memory, bytes.
    pub shared: u32,
    /// The parameter block.
    pub params: &'a [u8],
}

/// What a launch took.
pub(super) struct Ran {
    /// 32-bit registers of a thread.
    pub registers: u32,
    /// Blocks that share a multiprocessor.
    pub resident: u32,
    /// The clock's view, or the fault that ended the launch.
    pub time: Result<sim::Time, Fault>,
}

impl Ready<'_> {
    /// Makes the launch. `budget` is the number of warp instructions left; `warm` says that data of earlier launches may still be in the
    /// second-level cache.
    pub fn run(
        &self,
        machine: &mut Machine,
        plans: &mut Plans<'_>,
        (extent, warm): (Extent, bool),
        budget: &mut u64,
        findings: &mut Findings,
    ) -> Ran {
        let timed = plans.plan(self.number, self.code, self.kernel, self.block, self.known);
        let timed = plans.get(timed);
        let occupancy = plans.occupancy(self.block, self.shared, timed.registers, self.code);
        let blocks = self.grid.map(u64::from).iter().product();
        let shape = LaunchShape {
            grid: self.grid,
            block: self.block,
            dynamic_shared: self.shared,
            params: self.params,
            capacity: occupancy.resident as usize * occupancy.sms as usize,
            sample: sim::sample(blocks, &occupancy, extent),
            warm,
        };
        let trace = machine.launch(self.code, &shape, budget, findings);
        let time = |trace| sim::time(&trace, &timed.plan, plans.model(), &occupancy, extent);
        Ran {
            registers: timed.registers,
            resident: occupancy.resident,
            time: trace.map(time),
        }
    }
}

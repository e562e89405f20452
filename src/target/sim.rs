//! The embedded simulator as a target.

use serde::{Deserialize, Serialize};

use super::{Description, Execution, Fault, FaultKind, Limits, Schedule, Target};
use crate::ptx::{self, Kernel, Kind};
use crate::sim::{
    self, Bits, Code, LaunchShape, Machine, Occupancy, POISON, Region, Shadow, buffer_base,
};
use crate::workload::{Arg, Instance, Launch, Role, Scalar};

/// The least first-level cache that a block is given, bytes (estimate; streams through a full cache still hit a little).
const MIN_L1: usize = 4096;

/// How the blocks of a case stand for the blocks of a real launch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Load {
    /// They are a sample of a grid that fills the device: every multiprocessor has as many blocks as fit, and the time is the share of these
    /// blocks. No launch overhead. What a search wants of a small case.
    #[default]
    Full,
    /// The grid exactly as launched, in waves, with launch overhead.
    Launched,
}

/// What a simulated execution checks and assumes.
#[derive(Debug, Clone, Copy)]
pub struct SimOptions {
    /// How the blocks of a case stand for those of a real launch.
    pub load: Load,
    /// The order of warps and blocks.
    pub schedule: Schedule,
    /// Look for data races in shared and global memory.
    pub races: bool,
}

impl Default for SimOptions {
    fn default() -> SimOptions {
        SimOptions {
            load: Load::Full,
            schedule: Schedule::Forward,
            races: true,
        }
    }
}

/// The simulator of one device. Keeps nothing between executions.
#[derive(Debug, Clone)]
pub struct SimTarget {
    description: Description,
    options: SimOptions,
}

impl SimTarget {
    /// A simulator of the described device.
    pub fn new(description: Description, options: SimOptions) -> SimTarget {
        SimTarget {
            description,
            options,
        }
    }

    /// The device.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// What is checked and assumed.
    pub fn options(&self) -> &SimOptions {
        &self.options
    }

    /// Changes the options for the executions that follow.
    pub fn set_options(&mut self, options: SimOptions) {
        self.options = options;
    }
}

impl Target for SimTarget {
    fn execute(
        &mut self,
        ptx: &str,
        instance: &Instance,
        limits: &Limits,
    ) -> Result<Execution, Fault> {
        let program = ptx::parse(ptx).map_err(|error| unsupported(error.to_string()))?;
        let mut codes: Vec<Code> = Vec::new();
        let mut plan = Vec::new();
        for (number, launch) in instance.launches.iter().enumerate() {
            let kernel = program.kernel(&launch.entry).ok_or_else(|| {
                let known: Vec<_> = program
                    .kernels
                    .iter()
                    .map(|kernel| kernel.name.as_str())
                    .collect();
                unsupported(format!(
                    "launch {number}: no kernel `{}` in the PTX; it has {}",
                    launch.entry,
                    known.join(", ")
                ))
            })?;
            let known = codes.iter().position(|code| code.name == kernel.name);
            let code = match known {
                Some(code) => code,
                None => {
                    codes.push(sim::lower(&program, kernel)?);
                    codes.len() - 1
                }
            };
            self.check(launch, kernel, &codes[code])?;
            plan.push((launch, kernel, code, params(launch, kernel, instance)?));
        }
        let mut machine = Machine::new(&program, self.options.schedule, self.options.races);
        machine.buffers = regions(instance, self.options.races)?;
        let model = self.description.model();
        let mut budget = limits.steps;
        let mut execution = Execution {
            outputs: Vec::new(),
            time_ns: 0.0,
            launch_ns: Vec::new(),
            limiters: Vec::new(),
            steps: 0,
            registers: 0,
        };
        for (launch, kernel, code, params) in &plan {
            let occupancy = self.occupancy(launch, kernel, &codes[*code]);
            let shared = codes[*code].shared_bytes + launch.shared as usize;
            let resident = occupancy.resident as usize;
            // Shared memory is carved out of the first-level cache; what is left is shared among the blocks that run together.
            let l1 = (self.description.memory.l1_bytes as usize).saturating_sub(resident * shared)
                / resident;
            let shape = LaunchShape {
                grid: launch.grid,
                block: launch.block,
                dynamic_shared: launch.shared,
                params,
                model: &model,
                l1_share: l1.max(MIN_L1),
                warm: self.options.load == Load::Launched,
            };
            let totals = machine.launch(&codes[*code], &shape, &mut budget)?;
            let (time, overhead) = match self.options.load {
                Load::Full => (totals.full(&model, occupancy), 0.0),
                Load::Launched => (
                    totals.launched(&model, occupancy),
                    self.description.device.launch_overhead_ns,
                ),
            };
            execution
                .launch_ns
                .push(time.cycles * 1e3 / self.description.device.clock_mhz + overhead);
            execution.limiters.push(time.limiter.to_owned());
            execution.registers = execution.registers.max(kernel.registers);
        }
        execution.steps = limits.steps - budget;
        execution.time_ns = execution.launch_ns.iter().sum();
        execution.outputs = outputs(instance, machine.buffers)?;
        Ok(execution)
    }
}

impl SimTarget {
    /// Refuses a launch that the device cannot make.
    fn check(&self, launch: &Launch, kernel: &Kernel, code: &Code) -> Result<(), Fault> {
        let limits = &self.description.limits;
        let name = &kernel.name;
        let [gx, gy, gz] = launch.grid;
        let [bx, by, bz] = launch.block.map(u64::from);
        if launch.grid.contains(&0) || launch.block.contains(&0) {
            return Err(unsupported(format!(
                "{name}: grid {:?} and block {:?} must not have a zero",
                launch.grid, launch.block
            )));
        }
        if gx > 0x7fff_ffff || gy > 65535 || gz > 65535 {
            return Err(unsupported(format!(
                "{name}: grid {:?} exceeds [2147483647, 65535, 65535]",
                launch.grid
            )));
        }
        let threads = bx.saturating_mul(by).saturating_mul(bz);
        let most = kernel
            .max_threads
            .unwrap_or(limits.threads_per_block)
            .min(limits.threads_per_block);
        if threads > u64::from(most) || bz > 64 {
            return Err(unsupported(format!(
                "{name}: block {:?} has {threads} threads; at most {most} fit (64 in z) on {}",
                launch.block, self.description.name
            )));
        }
        let shared = code.shared_bytes + launch.shared as usize;
        if shared > limits.shared_per_block as usize {
            return Err(unsupported(format!(
                "{name}: {shared} bytes of shared memory ({} static); {} has {} for a block",
                code.shared_bytes, self.description.name, limits.shared_per_block
            )));
        }
        Ok(())
    }
}

impl SimTarget {
    /// How many blocks of this launch share a multiprocessor.
    fn occupancy(&self, launch: &Launch, kernel: &Kernel, code: &Code) -> Occupancy {
        let limits = &self.description.limits;
        let threads: u32 = launch.block.iter().product();
        let warps = threads.div_ceil(32);
        // More registers than fit would spill; the clock does not model spills.
        let most = limits.registers_per_sm / (warps * 32);
        let registers = kernel.registers.min(limits.registers_per_thread).min(most);
        let per_warp = (registers * 32).next_multiple_of(limits.register_allocation);
        let shared = code.shared_bytes as u32 + launch.shared + limits.shared_reserved_per_block;
        let resident = limits
            .blocks_per_sm
            .min(limits.warps_per_sm / warps)
            .min(limits.registers_per_sm / (per_warp * warps).max(1))
            .min(limits.shared_per_sm / shared.max(1))
            .max(1);
        Occupancy {
            resident,
            sms: self.description.device.sms,
            block_overhead: self.description.device.block_overhead_cycles,
        }
    }
}

fn unsupported(message: String) -> Fault {
    Fault::new(FaultKind::Unsupported, message)
}

/// The parameter block of a launch, checked against the kernel's signature.
fn params(launch: &Launch, kernel: &Kernel, instance: &Instance) -> Result<Vec<u8>, Fault> {
    let name = &kernel.name;
    if launch.args.len() != kernel.params.len() {
        return Err(unsupported(format!(
            "{name} takes {} arguments, the launch gives {}",
            kernel.params.len(),
            launch.args.len()
        )));
    }
    let mut block = vec![0; kernel.param_bytes];
    for (number, (arg, param)) in launch.args.iter().zip(&kernel.params).enumerate() {
        let (bits, bytes, what) = match *arg {
            Arg::Buffer(buffer) if buffer < instance.buffers.len() => (
                buffer_base(buffer),
                8,
                format!("buffer {}", instance.buffers[buffer].name),
            ),
            Arg::Buffer(buffer) => {
                return Err(unsupported(format!(
                    "{name}: argument {number} names buffer {buffer}, which does not exist"
                )));
            }
            Arg::Scalar(scalar, bits) => (
                bits,
                scalar_bytes(scalar),
                format!("{scalar:?}").to_lowercase(),
            ),
        };
        let float = matches!(arg, Arg::Scalar(Scalar::F32 | Scalar::F64, _));
        let declared_int = matches!(param.ty.kind, Kind::Signed | Kind::Unsigned);
        let mismatch = (param.ty.is_float() && !float) || (declared_int && float);
        if param.bytes != bytes || param.array || mismatch {
            return Err(unsupported(format!(
                "{name}: argument {number} is {what} ({bytes} bytes), but the kernel declares .{} of {} bytes",
                param.ty, param.bytes
            )));
        }
        block[param.offset..param.offset + bytes].copy_from_slice(&bits.to_le_bytes()[..bytes]);
    }
    Ok(block)
}

fn scalar_bytes(scalar: Scalar) -> usize {
    match scalar {
        Scalar::U8 | Scalar::I8 => 1,
        Scalar::U16 | Scalar::I16 => 2,
        Scalar::U32 | Scalar::I32 | Scalar::F32 => 4,
        Scalar::U64 | Scalar::I64 | Scalar::F64 => 8,
    }
}

/// Fresh memory for every buffer of the instance.
fn regions(instance: &Instance, races: bool) -> Result<Vec<Region>, Fault> {
    let mut regions = Vec::with_capacity(instance.buffers.len());
    for buffer in &instance.buffers {
        let element = scalar_bytes(buffer.scalar);
        let bytes = buffer.len.saturating_mul(element);
        let mut region = match &buffer.data {
            Some(data) if data.len() == bytes => Region::new(&buffer.name, data.clone()),
            Some(data) => {
                return Err(unsupported(format!(
                    "buffer {} has {} bytes of data for {} elements",
                    buffer.name,
                    data.len(),
                    buffer.len
                )));
            }
            None => {
                let mut region = Region::new(&buffer.name, vec![POISON; bytes]);
                region.written = Some(Bits::new(bytes));
                region
            }
        };
        region.element = element;
        region.read_only = buffer.role == Role::Input;
        if races && !region.read_only {
            region.shadow = Some(Shadow::new(bytes, element.min(4), false));
        }
        regions.push(region);
    }
    Ok(regions)
}

/// What the launches left in `output` and `inout` buffers; every output element must have been written.
fn outputs(instance: &Instance, regions: Vec<Region>) -> Result<Vec<(usize, Vec<u8>)>, Fault> {
    let mut outputs = Vec::new();
    for (index, (buffer, region)) in instance.buffers.iter().zip(regions).enumerate() {
        if !matches!(buffer.role, Role::Output | Role::Inout) {
            continue;
        }
        if let Some(at) = region
            .written
            .as_ref()
            .and_then(|written| written.first_clear(region.bytes.len()))
        {
            let message = format!(
                "element {} of output {} was never written",
                at / region.element,
                buffer.name
            );
            return Err(Fault::new(FaultKind::Unwritten, message));
        }
        outputs.push((index, region.bytes));
    }
    Ok(outputs)
}

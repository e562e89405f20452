//! The embedded simulator as a target.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::clock::Plans;
use super::machine::{Assembler, ProgramCode};
use super::run::{Memory, Ready};
use super::{Description, Execution, Fault, FaultKind, Limits, Schedule, Target};
use crate::ptx::{self, Kernel, Kind};
use crate::sim::{self, Checks, Code, Extent, Findings, Machine, Region, buffer_base};
use crate::workload::{Arg, Instance, Launch, Role};

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

/// Where the clock learns what PTX instructions become in machine code.
///
/// An assembler knows better than an estimate, but a result then depends on its release and on whether it is there at all; a search is to
/// give the same result everywhere, hence the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Costs {
    /// Tables of our own.
    #[default]
    Estimate,
    /// `ptxas` and `nvdisasm`; without them nothing is executed.
    Ptxas,
    /// `ptxas` and `nvdisasm` where they are found and take the PTX, our tables where not. The result says which.
    Auto,
}

/// What a simulated execution checks and assumes.
#[derive(Debug, Clone, Copy)]
pub struct SimOptions {
    /// How the blocks of a case stand for those of a real launch.
    pub load: Load,
    /// The order of warps and blocks.
    pub schedule: Schedule,
    /// What is checked.
    pub checks: Checks,
    /// Where the clock's costs come from.
    pub costs: Costs,
}

impl Default for SimOptions {
    fn default() -> SimOptions {
        SimOptions {
            load: Load::Full,
            schedule: Schedule::Forward,
            checks: Checks::ALL,
            costs: Costs::Estimate,
        }
    }
}

/// The simulator of one device. Keeps nothing between executions but what an assembler said of programs.
#[derive(Debug, Clone)]
pub struct SimTarget {
    description: Description,
    options: SimOptions,
    /// Looked for once, when first asked.
    assembler: Option<Option<Assembler>>,
}

impl SimTarget {
    /// A simulator of the described device.
    pub fn new(description: Description, options: SimOptions) -> SimTarget {
        SimTarget {
            description,
            options,
            assembler: None,
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

/// What each launch of the manifest took, repetitions together.
struct Ledger {
    ns: Vec<f64>,
    cycles: Vec<f64>,
    /// Of the repetition that took longest.
    limiters: Vec<String>,
    longest: Vec<f64>,
}

impl Ledger {
    fn new(launches: usize) -> Ledger {
        Ledger {
            ns: vec![0.0; launches],
            cycles: vec![0.0; launches],
            limiters: vec!["not launched".into(); launches],
            longest: vec![-1.0; launches],
        }
    }

    fn add(&mut self, number: usize, cycles: f64, ns: f64, limiter: &str) {
        self.cycles[number] += cycles;
        self.ns[number] += ns;
        if cycles > self.longest[number] {
            self.longest[number] = cycles;
            limiter.clone_into(&mut self.limiters[number]);
        }
    }
}

/// Exchanges what two buffers have; their names and what they are for stay.
fn exchange(buffers: &mut [Region], [a, b]: [usize; 2]) {
    if let Ok([one, other]) = buffers.get_disjoint_mut([a, b]) {
        one.exchange(other);
    }
}

/// Whether the first element of a buffer is zero.
fn is_zero(region: &Region) -> bool {
    let mut first = region.bytes.iter().take(region.element);
    first.all(|byte| *byte == 0)
}

/// An instance that the device can execute.
struct Lowered<'a> {
    /// One for each kernel that is launched.
    codes: Vec<Code>,
    /// In order: the launch, its kernel, the number of its code, and its parameter block.
    launches: Vec<(&'a Launch, &'a Kernel, usize, Vec<u8>)>,
}

impl Target for SimTarget {
    fn execute(
        &mut self,
        ptx: &str,
        instance: &Instance,
        limits: &Limits,
    ) -> Result<Execution, Fault> {
        let program = ptx::parse(ptx).map_err(|error| unsupported(error.to_string()))?;
        let Lowered { codes, launches } = self.lowered(&program, instance)?;
        let mut machine = Machine::new(&program, self.options.schedule, self.options.checks);
        let mut findings = Findings::new(1);
        machine.buffers = regions(instance, self.options.checks)?;
        let machine_code = self.machine_code(ptx, &program)?;
        let mut plans = Plans::new(&self.description);
        let extent = match self.options.load {
            Load::Full => Extent::Share,
            Load::Launched => Extent::Whole,
        };
        let mut budget = limits.steps;
        let mut execution = Execution {
            outputs: Vec::new(),
            time_ns: 0.0,
            launch_ns: Vec::new(),
            launch_cycles: Vec::new(),
            spent_ns: BTreeMap::new(),
            limiters: Vec::new(),
            costs: machine_code
                .as_ref()
                .map_or("estimate".into(), |(source, _)| source.clone()),
            steps: 0,
            registers: 0,
            printed: String::new(),
            unordered_sums: launches
                .iter()
                .any(|(_, kernel, ..)| sim::unordered_sums(&program, kernel)),
        };
        let numbers = instance.launches.iter().map(|launch| launch.number + 1);
        let mut ledger = Ledger::new(numbers.max().unwrap_or(0));
        let mut next = 0;
        while let Some((launch, kernel, number, params)) = launches.get(next) {
            if let Some(flag) = launch.clear {
                machine.buffers[flag].zero();
            }
            let ready = Ready {
                code: &codes[*number],
                number: *number,
                kernel,
                known: machine_code
                    .as_ref()
                    .and_then(|(_, code)| code.get(&kernel.name)),
                grid: launch.grid,
                block: launch.block,
                shared: launch.shared,
                params,
            };
            let extent = (extent, self.options.load == Load::Launched);
            let ran = ready.run(&mut machine, &mut plans, extent, &mut budget, &mut findings);
            let time = ran.time?;
            let overhead = match self.options.load {
                Load::Full => 0.0,
                Load::Launched => self.description.device.launch_overhead_ns,
            };
            let time_ns = self.description.time_ns(time.cycles);
            ledger.add(launch.number, time.cycles, time_ns + overhead, time.limiter);
            for (line, share) in time.spent {
                if let Some(line) = codes[*number].source(line) {
                    *execution.spent_ns.entry(line).or_default() += share * time_ns;
                }
            }
            execution.registers = execution.registers.max(ran.registers);
            for pair in &launch.swap {
                exchange(&mut machine.buffers, *pair);
            }
            next = match launch.exit {
                Some(exit) if is_zero(&machine.buffers[exit.buffer]) => exit.to,
                _ => next + 1,
            };
        }
        execution.launch_ns = ledger.ns;
        execution.launch_cycles = ledger.cycles;
        execution.limiters = ledger.limiters;
        execution.steps = limits.steps - budget;
        execution.time_ns = execution.launch_ns.iter().sum();
        execution.printed = std::mem::take(&mut machine.output);
        execution.outputs = outputs(instance, machine.buffers)?;
        Ok(execution)
    }
}

impl SimTarget {
    /// The launches of `instance` with the code of their kernels.
    fn lowered<'a>(
        &self,
        program: &'a ptx::Program,
        instance: &'a Instance,
    ) -> Result<Lowered<'a>, Fault> {
        let mut codes: Vec<Code> = Vec::new();
        let mut launches = Vec::new();
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
                    codes.push(sim::lower(program, kernel)?);
                    codes.len() - 1
                }
            };
            self.check_shape(
                launch.grid,
                launch.block,
                launch.shared,
                kernel,
                &codes[code],
            )?;
            launches.push((launch, kernel, code, params(launch, kernel, instance)?));
        }
        Ok(Lowered { codes, launches })
    }

    /// What the program's machine code is like, with the name of the tool that says so; `None` where the estimate is to do.
    fn machine_code(
        &mut self,
        ptx: &str,
        program: &ptx::Program,
    ) -> Result<Option<(String, Arc<ProgramCode>)>, Fault> {
        let must = match self.options.costs {
            Costs::Estimate => return Ok(None),
            Costs::Ptxas => true,
            Costs::Auto => false,
        };
        let found = self.assembler.get_or_insert_with(Assembler::find);
        let Some(assembler) = found else {
            return match must {
                true => Err(unsupported(
                    "costs by ptxas are asked for, but ptxas and nvdisasm are not found; set WARPSMITH_PTXAS and WARPSMITH_NVDISASM to their paths"
                        .into(),
                )),
                false => Ok(None),
            };
        };
        match assembler.machine_code(ptx, program, &self.description.arch) {
            Ok(code) => Ok(Some((assembler.name(), code))),
            Err(message) if must => Err(unsupported(format!("ptxas: {message}"))),
            Err(_) => Ok(None),
        }
    }

    /// Refuses a launch that the device cannot make.
    pub(super) fn check_shape(
        &self,
        grid: [u32; 3],
        block: [u32; 3],
        dynamic_shared: u32,
        kernel: &Kernel,
        code: &Code,
    ) -> Result<(), Fault> {
        let limits = &self.description.limits;
        let name = &kernel.name;
        let [gx, gy, gz] = grid;
        let [bx, by, bz] = block.map(u64::from);
        if grid.contains(&0) || block.contains(&0) {
            return Err(unsupported(format!(
                "{name}: grid {:?} and block {:?} must not have a zero",
                grid, block
            )));
        }
        if gx > 0x7fff_ffff || gy > 65535 || gz > 65535 {
            return Err(unsupported(format!(
                "{name}: grid {:?} exceeds [2147483647, 65535, 65535]",
                grid
            )));
        }
        if let Some(required) = kernel.required_block
            && required != block
        {
            return Err(unsupported(format!(
                "{name}: block {:?}; the kernel requires {required:?}",
                block
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
                block, self.description.name
            )));
        }
        let shared = code.shared_bytes + dynamic_shared as usize;
        if shared > limits.shared_per_block as usize {
            return Err(unsupported(format!(
                "{name}: {shared} bytes of shared memory ({} static); {} has {} for a block",
                code.shared_bytes, self.description.name, limits.shared_per_block
            )));
        }
        Ok(())
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
            Arg::Scalar(scalar, bits) => (bits, scalar.size(), scalar.to_string()),
        };
        let float = matches!(arg, Arg::Scalar(scalar, _) if scalar.is_float());
        let declared_int = matches!(param.ty.kind, Kind::Signed | Kind::Unsigned);
        let mismatch = (param.ty.is_float() && !float) || (declared_int && float);
        // LLVM declares a 16-bit float by value as an array of its bytes.
        let half = float && bytes == 2;
        if param.bytes != bytes || param.array && !half || mismatch {
            return Err(unsupported(format!(
                "{name}: argument {number} is {what} ({bytes} bytes), but the kernel declares .{} of {} bytes",
                param.ty, param.bytes
            )));
        }
        block[param.offset..param.offset + bytes].copy_from_slice(&bits.to_le_bytes()[..bytes]);
    }
    Ok(block)
}

/// Fresh memory for every buffer of the instance.
fn regions(instance: &Instance, checks: Checks) -> Result<Vec<Region>, Fault> {
    let fresh = instance.buffers.iter().map(|buffer| {
        let element = buffer.scalar.size();
        let bytes = buffer.len.saturating_mul(element);
        if let Some(data) = &buffer.data
            && data.len() != bytes
        {
            return Err(unsupported(format!(
                "buffer {} has {} bytes of data for {} elements",
                buffer.name,
                data.len(),
                buffer.len
            )));
        }
        let memory = Memory {
            name: buffer.name.clone(),
            element,
            bytes,
            data: buffer.data.as_deref(),
            read_only: buffer.role == Role::Input,
            output: matches!(buffer.role, Role::Output | Role::Inout),
        };
        Ok(memory.region(checks))
    });
    fresh.collect()
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

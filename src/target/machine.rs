//! What a kernel's machine code is like, asked of the assembler: what each PTX instruction became, registers, spills.
//!
//! Every PTX instruction is given a source line of its own, its own line number; assembled with line information and disassembled, each
//! machine instruction names the PTX instruction that it was made of.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::ptxas::{Nvdisasm, Ptxas};
use super::sass::{self, Made};
use crate::ptx::{BinOp, Kernel, Op, Program, Space};
use crate::sim::{MachineCost, Mix};

/// Programs whose machine code is kept.
const KEPT: usize = 64;
/// From so many machine instructions on, a PTX instruction's latency is what its own instructions say; below, its class's is as good.
const EXPANSION: u16 = 4;

/// One kernel's machine code.
#[derive(Debug, Clone)]
pub struct KernelCode {
    /// Registers a thread.
    pub registers: u32,
    /// What each PTX instruction became.
    pub costs: Vec<MachineCost>,
    /// Spilled values that each basic block loads or stores, halved: the clock takes both for each.
    pub spills: Vec<u32>,
}

/// The kernels of one program, by name.
pub type ProgramCode = BTreeMap<String, KernelCode>;

/// The assembler and the disassembler, with what they said of programs before.
#[derive(Debug, Clone)]
pub struct Assembler {
    ptxas: Ptxas,
    nvdisasm: Nvdisasm,
    known: HashMap<String, Arc<ProgramCode>>,
}

impl Assembler {
    /// Looks for both tools.
    pub fn find() -> Option<Assembler> {
        let ptxas = Ptxas::find()?;
        let nvdisasm = Nvdisasm::find(&ptxas)?;
        Some(Assembler {
            ptxas,
            nvdisasm,
            known: HashMap::new(),
        })
    }

    /// Its name and release, as a result's source of costs.
    pub fn name(&self) -> String {
        format!("ptxas {}", self.ptxas.version)
    }

    /// The machine code of `program`, whose text is `ptx`, on a GPU such as `sm_90`.
    ///
    /// # Errors
    /// The tools' messages.
    pub fn machine_code(
        &mut self,
        ptx: &str,
        program: &Program,
        arch: &str,
    ) -> Result<Arc<ProgramCode>, String> {
        if let Some(known) = self.known.get(ptx) {
            return Ok(Arc::clone(known));
        }
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let cubin = folder.path().join("kernel.cubin");
        let marked = marked(ptx, program);
        let resources = self
            .ptxas
            .assemble_into(&marked, arch, &cubin, &["-lineinfo"])?;
        let listing = sass::read(&self.nvdisasm.text(&cubin)?);
        let nothing = BTreeMap::new();
        let code: ProgramCode = program
            .kernels
            .iter()
            .map(|kernel| {
                let lines = listing.get(&kernel.name).unwrap_or(&nothing);
                let registers = resources
                    .iter()
                    .find(|resource| resource.entry == kernel.name)
                    .map_or(kernel.registers, |resource| resource.registers);
                (kernel.name.clone(), of_kernel(kernel, lines, registers))
            })
            .collect();
        let code = Arc::new(code);
        if self.known.len() >= KEPT {
            self.known.clear();
        }
        self.known.insert(ptx.to_owned(), Arc::clone(&code));
        Ok(code)
    }
}

/// `ptx` with a source line for every instruction of its kernels, and without the debug information that it had.
fn marked(ptx: &str, program: &Program) -> String {
    let instructions: BTreeSet<u32> = program
        .kernels
        .iter()
        .flat_map(|kernel| kernel.insts.iter().map(|inst| inst.line))
        .collect();
    let mut out = String::with_capacity(ptx.len() * 2);
    let mut debug_section = false;
    for (line, number) in ptx.lines().zip(1u32..) {
        let word = line.trim_start();
        if word.starts_with(".section") {
            debug_section = true;
        }
        if debug_section {
            debug_section = !word.starts_with('}');
            continue;
        }
        if word.starts_with(".loc") || word.starts_with(".file") {
            continue;
        }
        // The closing brace of a kernel stands for the return that the parser adds.
        if instructions.contains(&number) && !word.starts_with('}') {
            out.push_str(&format!(".loc 1 {number} 1\n"));
        }
        match word.starts_with(".target") {
            true => out.push_str(&line.replace(", debug", "")),
            false => out.push_str(line),
        }
        out.push('\n');
    }
    out.push_str(".file 1 \"kernel.ptx\"\n");
    out
}

fn of_kernel(kernel: &Kernel, lines: &BTreeMap<u32, Made>, registers: u32) -> KernelCode {
    let mut costs = vec![MachineCost::default(); kernel.insts.len()];
    let mut spills = vec![0; kernel.blocks.len()];
    let mut taken = BTreeSet::new();
    for (block, spilled) in kernel.blocks.iter().zip(&mut spills) {
        let copies = copies(kernel, block.start..block.end, lines);
        let range = block.start..block.end;
        let block = kernel.insts[range.clone()].iter().zip(&mut costs[range]);
        for (inst, cost) in block {
            let line = inst.line;
            // Of several instructions on one line the first stands for all.
            let Some(made) = lines.get(&line).filter(|_| taken.insert(line)) else {
                continue;
            };
            let own = matches!(
                inst.op,
                Op::Ld {
                    space: Space::Local,
                    ..
                } | Op::St {
                    space: Space::Local,
                    ..
                }
            );
            if !own {
                *spilled += made.spills / copies;
            }
            let mix = divided(&made.mix, copies);
            *cost = MachineCost {
                mix,
                latency: (mix.slots() >= EXPANSION).then_some(made.stalls / copies),
            };
        }
        *spilled = spilled.div_ceil(2);
    }
    KernelCode {
        registers,
        costs,
        spills,
    }
}

/// How many copies of a basic block the machine code has: the assembler unrolls loops. What is one machine instruction shows it; integer
/// arithmetic less well than the rest, as an unrolled loop counts once for all its copies.
fn copies(kernel: &Kernel, block: std::ops::Range<usize>, lines: &BTreeMap<u32, Made>) -> u32 {
    let (mut counts, mut integers) = (Vec::new(), Vec::new());
    for inst in &kernel.insts[block] {
        let Some(made) = lines.get(&inst.line) else {
            continue;
        };
        let one = match &inst.op {
            // Of a division one step is a reciprocal.
            Op::Bin {
                op: BinOp::Div, ty, ..
            } if ty.is_float() && ty.bits == 32 => made.mix.mufu,
            Op::Bin {
                op: BinOp::Div | BinOp::Rem,
                ..
            } => 0,
            Op::Tri { ty, .. } | Op::Bin { ty, .. } => match (ty.is_float(), ty.bits) {
                (true, 64) => made.mix.fp64,
                (true, _) => made.mix.fp32,
                (false, 64) => 0,
                (false, _) => {
                    integers.extend((made.mix.int > 0).then_some(u32::from(made.mix.int)));
                    0
                }
            },
            Op::Un { .. } => made.mix.mufu,
            Op::Ld { space, .. } if *space != Space::Param => made.mix.other,
            Op::St { .. } | Op::Atom { .. } => made.mix.other,
            _ => 0,
        };
        counts.extend((one > 0).then_some(u32::from(one)));
    }
    let mut shown = if counts.is_empty() { integers } else { counts };
    shown.sort_unstable();
    shown.get(shown.len() / 2).copied().unwrap_or(1)
}

/// A share of the instructions, rounded.
fn divided(mix: &Mix, copies: u32) -> Mix {
    let share = |count: u16| ((u32::from(count) + copies / 2) / copies) as u16;
    Mix {
        fp32: share(mix.fp32),
        int: share(mix.int),
        fp64: share(mix.fp64),
        mufu: share(mix.mufu),
        convert: share(mix.convert),
        shuffle: share(mix.shuffle),
        other: share(mix.other),
    }
}

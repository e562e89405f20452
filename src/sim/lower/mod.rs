//! A parsed kernel to the form that is executed: slots instead of registers, constants and special registers as slots, addresses of
//! variables resolved, reconvergence points attached to branches.
//!
//! This happens once a kernel and launch shape; the interpreter then never looks at a name, a type table or a hash map.
use std::collections::{BTreeMap, HashMap};

use super::cost::Cost;
use super::fault::{Fault, FaultKind};
use super::regs::Slot;
use crate::ptx::*;

mod arithmetic;
mod code;
mod control;
mod memory;
mod operands;

pub use code::*;

struct Lower<'a> {
    program: &'a Program,
    kernel: &'a Kernel,
    slots: Vec<Slot>,
    code: Code,
    next: [usize; 3],
    known32: HashMap<u32, Slot>,
    known64: HashMap<u64, Slot>,
    var_at: BTreeMap<usize, u64>,
    /// Labels before resolution: lowered index of each PTX instruction.
    start_of: Vec<u32>,
    inst: usize,
}

/// Lowers `kernel` of `program`.
///
/// # Errors
/// [`FaultKind::Unsupported`] for what parses but cannot be executed.
pub fn lower(program: &Program, kernel: &Kernel) -> Result<Code, Fault> {
    let mut next = [0usize; 3];
    let slots = kernel
        .regs
        .iter()
        .map(|reg| {
            let file = &mut next[file_of(reg.ty)];
            *file += 1;
            (*file - 1) as Slot
        })
        .collect();
    let mut lower = Lower {
        program,
        kernel,
        slots,
        code: Code {
            name: kernel.name.clone(),
            lines: Vec::new(),
            ptx_lines: kernel.insts.iter().map(|inst| inst.line).collect(),
            count32: 0,
            count64: 0,
            count_pred: 0,
            values: kernel.regs.len(),
            const32: Vec::new(),
            const64: Vec::new(),
            const_pred: Vec::new(),
            specials: Vec::new(),
            params: Vec::new(),
            shared_bytes: 0,
            shared_granule: 4,
            local_bytes: 0,
        },
        next,
        known32: HashMap::new(),
        known64: HashMap::new(),
        var_at: BTreeMap::new(),
        start_of: Vec::new(),
        inst: 0,
    };
    lower.place_variables();
    for at in 0..kernel.insts.len() {
        lower.inst = at;
        lower.start_of.push(lower.code.lines.len() as u32);
        lower.instruction(&kernel.insts[at])?;
    }
    lower.resolve();
    if lower.next.iter().any(|&count| count >= usize::from(NONE)) {
        return Err(Fault::new(
            FaultKind::Unsupported,
            format!("kernel {} needs more than 65534 registers", kernel.name),
        ));
    }
    let mut code = lower.code;
    [code.count32, code.count64, code.count_pred] = lower.next;
    for line in &code.lines {
        if let Step::Store(access) = &line.step
            && matches!(access.space, Space::Shared | Space::Generic)
        {
            code.shared_granule = code.shared_granule.min(usize::from(access.bytes));
        }
    }
    Ok(code)
}

fn file_of(ty: Ty) -> usize {
    match ty.bits {
        1 => 2,
        64 => 1,
        _ => 0,
    }
}

impl Lower<'_> {
    fn unsupported<T>(&self, what: &str) -> Result<T, Fault> {
        let line = self.kernel.insts[self.inst].line;
        Err(Fault::new(
            FaultKind::Unsupported,
            format!(
                "unsupported {what} at line {line} (kernel {})",
                self.kernel.name
            ),
        ))
    }

    fn instruction(&mut self, inst: &Inst) -> Result<(), Fault> {
        let first = self.code.lines.len();
        self.operation(&inst.op)?;
        let memory = |line: &Line| {
            matches!(
                line.step,
                Step::Load(_) | Step::Store(_) | Step::Atom { .. }
            )
        };
        let lines = &mut self.code.lines[first..];
        let at = lines
            .iter()
            .position(memory)
            .unwrap_or(lines.len().saturating_sub(1));
        if let Some(line) = lines.get_mut(at) {
            line.cost = Cost::of(inst);
        }
        // What is inserted before an instruction (a converted operand) has no effect elsewhere, so only the last step is guarded.
        // A load that extends after loading keeps its guard on both.
        if let Some(guard) = inst.guard {
            let slot = self.slots[guard.reg.0 as usize];
            for line in &mut self.code.lines[first..] {
                line.guard = slot;
                line.negated = guard.negated;
            }
        }
        Ok(())
    }

    fn operation(&mut self, op: &Op) -> Result<(), Fault> {
        match op {
            Op::Mov { .. }
            | Op::Pack { .. }
            | Op::Unpack { .. }
            | Op::Un { .. }
            | Op::Bin { .. }
            | Op::Tri { .. }
            | Op::Lop3 { .. }
            | Op::Bfi { .. }
            | Op::Setp { .. }
            | Op::Set { .. }
            | Op::Selp { .. }
            | Op::Cvt { .. } => self.arithmetic(op),
            Op::Cvta { .. }
            | Op::Isspacep { .. }
            | Op::Ld { .. }
            | Op::St { .. }
            | Op::Atom { .. } => self.memory(op),
            Op::Bra { .. }
            | Op::Brx { .. }
            | Op::Ret
            | Op::Exit
            | Op::Trap
            | Op::Bar { .. }
            | Op::BarWarp { .. }
            | Op::Shfl { .. }
            | Op::Vote { .. }
            | Op::Activemask { .. }
            | Op::Match { .. }
            | Op::Redux { .. }
            | Op::Fence
            | Op::Nop => self.control(op),
        }
    }
}

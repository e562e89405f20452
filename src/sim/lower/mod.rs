//! A parsed kernel to the form that is executed: slots instead of registers, constants and special registers as slots, addresses of
//! variables resolved, reconvergence points attached to branches.
//!
//! This happens once a kernel and launch shape; the interpreter then never looks at a name, a type table or a hash map.
use std::collections::{BTreeMap, HashMap};

use super::clock::Cost;
use super::fault::{Fault, FaultKind};
use super::regs::{File, Slot};
use crate::ptx::*;

mod arithmetic;
mod call;
mod code;
mod control;
mod memory;
mod operands;

pub use code::*;

struct Lower<'a> {
    program: &'a Program,
    /// The body that is being lowered: the kernel's or a function's.
    kernel: &'a Kernel,
    /// The function whose body it is, if it is not the kernel's.
    function: Option<usize>,
    /// The functions that the kernel reaches, by index into `Program::functions`.
    reached: Vec<usize>,
    slots: Vec<Slot>,
    code: Code,
    next: [usize; 3],
    known32: HashMap<u32, Slot>,
    known64: HashMap<u64, Slot>,
    var_at: BTreeMap<usize, u64>,
    /// Bytes of local memory that the body has.
    frame: usize,
    /// The 64-bit slot that says where a function's frame is, if there are functions.
    stack_pointer: Slot,
    /// Labels before resolution: lowered index of each PTX instruction of the body.
    start_of: Vec<u32>,
    inst: usize,
    /// The first instruction of each body, in the numbering of [`Line::inst`].
    owners: Vec<usize>,
}

const U64: Ty = Ty {
    kind: Kind::Unsigned,
    bits: 64,
};

/// Lowers `kernel` of `program` with the functions that it calls.
///
/// # Errors
/// [`FaultKind::Unsupported`] for what parses but cannot be executed.
pub fn lower(program: &Program, kernel: &Kernel) -> Result<Code, Fault> {
    let reached = call::reached(program, kernel)?;
    let bodies = reached
        .iter()
        .filter_map(|&index| program.functions[index].body.as_ref()?.as_ref().ok());
    let values = bodies.map(|body| body.regs.len()).max().unwrap_or(0);
    let mut lower = Lower {
        program,
        kernel,
        function: None,
        code: Code {
            values: kernel.regs.len().max(values),
            files: program.files.clone(),
            functions: vec![Routine::default(); reached.len()],
            ..Code::new(&kernel.name)
        },
        reached,
        slots: Vec::new(),
        next: [0; 3],
        known32: HashMap::new(),
        known64: HashMap::new(),
        var_at: BTreeMap::new(),
        frame: 0,
        stack_pointer: NONE,
        start_of: Vec::new(),
        inst: 0,
        owners: Vec::new(),
    };
    lower.declare_registers();
    lower.code.unset = lower.unset();
    lower.place_variables()?;
    lower.place_locals(&[], &[]);
    if !lower.reached.is_empty() {
        lower.stack_pointer = lower.fresh(1);
        lower.code.stack_pointer = lower.stack_pointer;
    }
    lower.lines()?;
    lower.resolve(0, u32::MAX);
    let frame = lower.frame;
    let reached = lower.reached.clone();
    lower.functions(&reached)?;
    lower.stack(frame)?;
    if lower.next.iter().any(|&count| count >= usize::from(NONE)) {
        return Err(Fault::new(
            FaultKind::Unsupported,
            format!("kernel {} needs more than 65534 registers", kernel.name),
        ));
    }
    let mut code = lower.code;
    [code.count32, code.count64, code.count_pred] = lower.next;
    let whole_warp = |slot: Slot| code.const32.contains(&(slot, u32::MAX));
    code.exact = code.lines.iter().any(|line| match &line.step {
        Step::Fence { .. } => true,
        Step::Load(access) | Step::Store(access) | Step::Atom { access, .. } => {
            access.order.acquires() || access.order.releases()
        }
        Step::Bar(bar) => {
            bar.count.is_some()
                || matches!(bar.does, Does::Arrive)
                || !code.const32.contains(&(bar.id, 0))
        }
        Step::BarWarp { mask } => !whole_warp(*mask),
        _ => false,
    });
    for line in &code.lines {
        if let Step::Store(access) = &line.step
            && matches!(access.space, Space::Shared | Space::Generic)
        {
            code.shared_granule = code.shared_granule.min(usize::from(access.bytes));
        }
    }
    Ok(code)
}

fn file_of(ty: Ty) -> File {
    match ty.bits {
        1 => File::Pred,
        64 => File::R64,
        _ => File::R32,
    }
}

impl Lower<'_> {
    /// Gives the registers of the body their slots.
    fn declare_registers(&mut self) {
        let (next, names) = (&mut self.next, &mut self.code.names);
        self.slots = self
            .kernel
            .regs
            .iter()
            .map(|reg| {
                let file = file_of(reg.ty) as usize;
                let at = next[file];
                next[file] += 1;
                // Between the registers of two bodies are slots without a name.
                names[file].resize(at, "an intermediate value".to_owned());
                names[file].push(reg.name.clone());
                at.min(usize::from(NONE)) as Slot
            })
            .collect();
    }

    /// The registers of the body that some path reads before it writes them.
    fn unset(&self) -> Vec<(File, Slot)> {
        let body = self.kernel;
        crate::ptx::unset_registers(&body.regs, &body.insts, &body.blocks)
            .into_iter()
            .map(|reg| {
                let index = reg.0 as usize;
                (file_of(body.regs[index].ty), self.slots[index])
            })
            .collect()
    }

    /// Lowers the instructions of the body.
    fn lines(&mut self) -> Result<(), Fault> {
        let body = self.kernel;
        self.start_of.clear();
        self.owners.push(self.code.ptx_lines.len());
        self.code
            .ptx_lines
            .extend(body.insts.iter().map(|inst| inst.line));
        self.code
            .sources
            .extend(body.insts.iter().map(|inst| inst.source));
        for (at, inst) in body.insts.iter().enumerate() {
            self.inst = at;
            self.start_of.push(self.code.lines.len() as u32);
            self.instruction(inst)?;
        }
        Ok(())
    }

    fn unsupported<T>(&self, what: &str) -> Result<T, Fault> {
        let line = self.kernel.insts[self.inst].line;
        Err(Fault::new(
            FaultKind::Unsupported,
            format!(
                "unsupported {what} at line {line} (kernel {})",
                self.code.name
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
            // Who returns is who called.
            let lines = self.code.lines[first..].iter_mut();
            for line in lines.filter(|line| !matches!(line.step, Step::Return(_))) {
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
            | Op::Carry { .. }
            | Op::Testp { .. }
            | Op::Bfi { .. }
            | Op::Setp { .. }
            | Op::Set { .. }
            | Op::Selp { .. }
            | Op::Cvt { .. } => self.arithmetic(op),
            Op::Cvta { .. }
            | Op::Isspacep { .. }
            | Op::Ld { .. }
            | Op::St { .. }
            | Op::Atom { .. }
            | Op::AsyncCopy { .. }
            | Op::AsyncCommit
            | Op::AsyncWait { .. } => self.memory(op),
            Op::Bra { .. }
            | Op::Brx { .. }
            | Op::Call { .. }
            | Op::Ret
            | Op::Exit
            | Op::Trap
            | Op::Bar { .. }
            | Op::BarWarp { .. }
            | Op::Shfl { .. }
            | Op::Vote { .. }
            | Op::Activemask { .. }
            | Op::Elect { .. }
            | Op::Match { .. }
            | Op::Redux { .. }
            | Op::Fence { .. }
            | Op::Nop => self.control(op),
        }
    }
}

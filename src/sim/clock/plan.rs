//! A kernel as the machine compiler would arrange it: what the replay issues, in which order.
//!
//! Machine code issues in order, so the compiler's order decides how many loads are in flight. A basic block's instructions are
//! list-scheduled: whatever lies on the longest path to the block's end goes first, loads counting as far. Loads stay behind stores that may
//! be to the same place; nothing passes a barrier or a fence. Short branches become predicates, moves become nothing, and the sums and
//! shifts of addresses join the multiplications before them.

use super::cost::{Class, Cost};
use super::fuse;
use super::model::Model;
use super::schedule;
use super::units::{Mix, UNITS, Unit, Use, table};
use crate::ptx::Kernel;
use crate::sim::lower::{Code, NONE, Step};

/// The largest block, in issue slots, that is predicated instead of jumped over (estimate after what `ptxas` does).
const PREDICATED: u32 = 7;
/// No index.
pub const NOTHING: u32 = u32::MAX;

/// What the replay does with an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Renames values: takes no time.
    Free,
    /// Arithmetic and whatever else needs only units.
    Plain,
    /// A memory instruction.
    Memory,
    /// A barrier of the block.
    Barrier,
    /// A memory fence: the warp waits.
    Fence,
    /// A jump.
    Branch,
}

/// One operation of the replay.
#[derive(Debug, Clone, Copy)]
pub struct Op {
    /// What to do.
    pub kind: Kind,
    /// What it reads and writes.
    pub cost: Cost,
    /// Issue slots.
    pub slots: u16,
    /// Cycles to the result.
    pub latency: u16,
    /// The unit that it keeps busy longest.
    pub unit: Unit,
    /// For so many cycles.
    pub busy: u16,
    /// Index into [`Plan::more`] of what it uses of other units, or [`NOTHING`].
    pub more: u32,
    /// Which of its block's recorded events is its own, or [`NOTHING`].
    pub event: u32,
    /// The lowered line that it comes from.
    pub line: u32,
}

/// A basic block.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// Lowered lines.
    pub lines: std::ops::Range<u32>,
    /// Operations, in the order of issue.
    pub ops: std::ops::Range<u32>,
    /// Lowered lines that may leave an event, in the order of the program.
    pub recorded: Vec<u32>,
    /// Issue slots of one execution.
    pub slots: u32,
    /// Whether its last branch is a predicate, which costs nothing.
    pub predicated: bool,
    /// If this line is entered next, a predicated block was skipped that takes so many slots all the same.
    pub skip: Option<(u32, u32)>,
    /// Values that do not fit into registers here: each is stored and loaded again.
    pub spills: u32,
}

/// A kernel on one device, ready to be replayed.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Every operation, block after block.
    pub ops: Vec<Op>,
    /// The blocks, in the order of the program.
    pub blocks: Vec<Block>,
    /// Use of units beside the main one.
    pub more: Vec<[u16; UNITS]>,
    /// Registers that operations name.
    pub values: usize,
    block_at: Vec<u32>,
}

/// What one PTX instruction became in machine code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Machine {
    /// Its machine instructions.
    pub mix: Mix,
    /// Cycles from the first to the result of the last, or `None` where the class's own latency is as good.
    pub latency: Option<u32>,
}

impl Plan {
    /// Plans `code`, which is `kernel` lowered. `machine` has what each PTX instruction became, where an assembler was asked; `spills`
    /// the values that do not fit into registers, by block of the kernel.
    pub fn new(
        code: &Code,
        kernel: &Kernel,
        model: &Model,
        machine: Option<&[Machine]>,
        spills: &[u32],
    ) -> Plan {
        let mut plan = Plan {
            ops: Vec::with_capacity(code.lines.len()),
            blocks: Vec::new(),
            more: Vec::new(),
            values: code.values,
            block_at: vec![NOTHING; code.lines.len() + 1],
        };
        let table = table(model);
        let fused = if machine.is_none() {
            fuse::fused(code, kernel)
        } else {
            Vec::new()
        };
        let mut start = 0;
        while start < code.lines.len() {
            let mut end = start + 1;
            while end < code.lines.len() && !code.lines[end].leader {
                end += 1;
            }
            plan.block_at[start] = plan.blocks.len() as u32;
            let inst = code.lines[start].inst as usize;
            let number = kernel.blocks.partition_point(|block| block.start <= inst);
            let spills = spills.get(number.wrapping_sub(1)).copied().unwrap_or(0);
            let uses = |line: usize| -> Use {
                let lowered = &code.lines[line];
                let class = lowered.cost.class;
                let mut using = table[class as usize];
                if fused.get(line).copied().unwrap_or(false) {
                    using = Use::default();
                }
                let made = machine.and_then(|machine| machine.get(lowered.inst as usize));
                if let Some(made) = made.filter(|_| is_charged(&lowered.cost)) {
                    let latency = made.latency.unwrap_or(u32::from(using.latency));
                    using = made.mix.on(model, latency);
                }
                using
            };
            plan.block(code, start..end, &uses, model);
            if let Some(block) = plan.blocks.last_mut() {
                block.spills = spills;
            }
            start = end;
        }
        plan.predicate(code);
        plan
    }

    /// The block that starts at lowered line `pc`.
    pub fn block_at(&self, pc: u32) -> Option<usize> {
        let block = *self.block_at.get(pc as usize)?;
        (block != NOTHING).then_some(block as usize)
    }

    fn block(
        &mut self,
        code: &Code,
        lines: std::ops::Range<usize>,
        uses: &dyn Fn(usize) -> Use,
        model: &Model,
    ) {
        let mut block = Block {
            lines: lines.start as u32..lines.end as u32,
            ..Block::default()
        };
        let mut items = Vec::with_capacity(lines.len());
        for at in lines {
            let line = &code.lines[at];
            if !is_charged(&line.cost) {
                continue;
            }
            let kind = kind(&line.step, line.cost.class);
            let using = uses(at);
            let event = if matches!(kind, Kind::Memory | Kind::Barrier) {
                block.recorded.push(at as u32);
                block.recorded.len() as u32 - 1
            } else {
                NOTHING
            };
            block.slots += u32::from(using.slots);
            items.push(schedule::Item {
                op: self.op(kind, at as u32, &using, (&line.cost, event)),
                ends: matches!(
                    line.cost.class,
                    Class::Barrier | Class::Fence | Class::Call | Class::Branch
                ),
                place: schedule::place(line),
                guarded: line.guard != NONE,
            });
        }
        let from = self.ops.len() as u32;
        schedule::arrange(&items, model, &mut self.ops);
        block.ops = from..self.ops.len() as u32;
        self.blocks.push(block);
    }

    fn op(&mut self, kind: Kind, line: u32, using: &Use, (cost, event): (&Cost, u32)) -> Op {
        let units = [Unit::Fp32, Unit::Int, Unit::Fp64, Unit::Mufu, Unit::Shuffle];
        let main = units
            .into_iter()
            .max_by_key(|&unit| using.busy[unit as usize])
            .filter(|&unit| using.busy[unit as usize] > 0)
            .unwrap_or(Unit::None);
        let mut rest = using.busy;
        rest[main as usize] = 0;
        let more = if rest.iter().any(|&busy| busy > 0) {
            self.more.push(rest);
            self.more.len() as u32 - 1
        } else {
            NOTHING
        };
        let free = using.slots == 0 && matches!(kind, Kind::Plain | Kind::Branch);
        Op {
            kind: if free { Kind::Free } else { kind },
            cost: *cost,
            slots: using.slots,
            latency: using.latency,
            unit: main,
            busy: using.busy[main as usize],
            more,
            event,
            line,
        }
    }

    /// Finds the branches over blocks so short that the machine compiler predicates them: one side, or two that meet again.
    fn predicate(&mut self, code: &Code) {
        let target = |block: &Block| {
            let line = &code.lines[block.lines.end as usize - 1];
            match line.step {
                Step::Bra { target, .. } => Some((target, line.guard != NONE)),
                _ => None,
            }
        };
        for at in 0..self.blocks.len() {
            let Some((to, true)) = target(&self.blocks[at]) else {
                continue;
            };
            let (Some(then), after) = (self.blocks.get(at + 1), self.blocks.get(at + 2)) else {
                continue;
            };
            if !self.is_short(then) {
                continue;
            }
            let slots = then.slots;
            let starts = |block: Option<&Block>| block.map(|block| block.lines.start);
            if starts(after) != Some(to) {
                continue;
            }
            match target(then) {
                None => {
                    self.blocks[at].skip = Some((to, slots));
                    self.drop_branch(at);
                }
                Some((join, false)) => {
                    let Some(other) = after.filter(|other| self.is_short(other)) else {
                        continue;
                    };
                    let more = other.slots;
                    if target(other).is_some() || starts(self.blocks.get(at + 3)) != Some(join) {
                        continue;
                    }
                    self.blocks[at].skip = Some((to, slots));
                    self.blocks[at + 1].skip = Some((join, more));
                    self.drop_branch(at);
                    self.drop_branch(at + 1);
                }
                Some(_) => {}
            }
        }
    }

    fn is_short(&self, block: &Block) -> bool {
        let ops = &self.ops[block.ops.start as usize..block.ops.end as usize];
        block.slots <= PREDICATED
            && ops
                .iter()
                .all(|op| !matches!(op.kind, Kind::Barrier | Kind::Fence))
    }

    fn drop_branch(&mut self, at: usize) {
        let block = &mut self.blocks[at];
        block.predicated = true;
        if let Some(last) = self.ops[block.ops.start as usize..block.ops.end as usize]
            .iter_mut()
            .rfind(|op| op.kind == Kind::Branch)
        {
            last.kind = Kind::Free;
            block.slots -= u32::from(last.slots);
            last.slots = 0;
        }
    }
}

/// Whether a lowered line is the one of its PTX instruction that has the cost.
fn is_charged(cost: &Cost) -> bool {
    cost.class != Class::Free || cost.writes().next().is_some()
}

fn kind(step: &Step, class: Class) -> Kind {
    match class {
        Class::Free => Kind::Free,
        Class::Memory => Kind::Memory,
        Class::Barrier => Kind::Barrier,
        Class::Fence => Kind::Fence,
        Class::Branch if matches!(step, Step::Bra { .. } | Step::Brx { .. }) => Kind::Branch,
        _ => Kind::Plain,
    }
}

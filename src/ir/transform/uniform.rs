//! On which values and ways a group of threads agrees.
//!
//! A value is uniform when all threads of the group that compute it at the same point of the same iteration get the same.
//! What is not proven to be is taken to differ. Two ways that differ make what meets behind them differ, and so does a
//! loop that threads leave at different times for what is used after it.

use std::collections::{BTreeSet, HashSet};

use super::live::Live;
use crate::ir::raw::{Blk, Inst, Opcode, Val};

/// Which threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Team {
    /// Those of a block that differ in `threadIdx.x` alone.
    Row,
    /// All of a block.
    Block,
    /// Those of the grid that differ in `threadIdx.x` and `blockIdx.x` alone.
    GridRow,
}

const REGISTER: &str = "llvm.nvvm.read.ptx.sreg.";

impl Team {
    /// Whether the special register of that name is the same for all threads of the team.
    fn agrees_on(self, register: &str) -> bool {
        match register {
            "ntid.x" | "ntid.y" | "ntid.z" | "nctaid.x" | "nctaid.y" | "nctaid.z" | "ctaid.y"
            | "ctaid.z" | "warpsize" => true,
            "tid.y" | "tid.z" => self != Team::Block,
            "ctaid.x" => self != Team::GridRow,
            _ => false,
        }
    }
}

/// The special register that a value is read from, such as `tid.x`.
pub fn register(value: Val<'_>) -> Option<String> {
    let name = value.as_instruction()?.callee()?.as_declared_name()?;
    name.strip_prefix(REGISTER).map(str::to_owned)
}

/// What a team does not agree on.
pub struct Divergence<'l, 'c> {
    live: &'l Live<'c>,
    values: HashSet<usize>,
    /// Numbers of the blocks at whose end threads may go different ways.
    branches: BTreeSet<usize>,
    /// Loops (by their place in the flow) that threads may leave at different times.
    loops: BTreeSet<usize>,
}

impl<'l, 'c> Divergence<'l, 'c> {
    /// `agreed`: a value that is taken to be uniform, whatever it is computed from.
    pub fn of(live: &'l Live<'c>, team: Team, agreed: Option<Inst<'c>>) -> Divergence<'l, 'c> {
        let mut found = Divergence {
            live,
            values: HashSet::new(),
            branches: BTreeSet::new(),
            loops: BTreeSet::new(),
        };
        let mut meetings: BTreeSet<usize> = BTreeSet::new();
        loop {
            let mut grew = false;
            for (number, block) in live.blocks.iter().enumerate() {
                for instruction in block.instructions() {
                    let known = found.values.contains(&instruction.value().id());
                    if known || agreed == Some(instruction) {
                        continue;
                    }
                    let met = instruction.opcode() == Opcode::LLVMPHI && meetings.contains(&number);
                    if met || found.differs(instruction, number, team) {
                        found.values.insert(instruction.value().id());
                        grew = true;
                        if instruction.successors().len() > 1 {
                            found.split(number);
                            meetings.extend(live.meetings(number));
                        }
                    }
                }
            }
            if !grew {
                return found;
            }
        }
    }

    /// Notes that threads part at the end of a block.
    fn split(&mut self, block: usize) {
        self.branches.insert(block);
        for (index, around) in self.live.flow.loops.iter().enumerate() {
            let inside = |block: &usize| around.body.contains(block);
            if inside(&block) && !self.live.successors[block].iter().all(inside) {
                self.loops.insert(index);
            }
        }
    }

    fn differs(&self, instruction: Inst<'c>, block: usize, team: Team) -> bool {
        match instruction.opcode() {
            Opcode::LLVMAlloca
            | Opcode::LLVMAtomicRMW
            | Opcode::LLVMAtomicCmpXchg
            | Opcode::LLVMVAArg
            | Opcode::LLVMInvoke
            | Opcode::LLVMCallBr
            | Opcode::LLVMLandingPad => return true,
            Opcode::LLVMLoad if !instruction.is_simple() => return true,
            Opcode::LLVMCall => match register(instruction.value()) {
                Some(name) => return !team.agrees_on(&name),
                None if !instruction.calls_pure_function() => return true,
                None => {}
            },
            _ => {}
        }
        let operands = (0..instruction.operand_count()).filter_map(|i| instruction.operand(i));
        operands
            .into_iter()
            .any(|operand| self.is_divergent_at(operand, block))
    }

    /// Whether the team may not agree on the value where block `at` uses it.
    fn is_divergent_at(&self, value: Val<'c>, at: usize) -> bool {
        if self.values.contains(&value.id()) {
            return true;
        }
        let from = value
            .as_instruction()
            .and_then(|from| self.live.number(from.block()));
        from.is_some_and(|from| {
            self.loops.iter().any(|&index| {
                let body = &self.live.flow.loops[index].body;
                body.contains(&from) && !body.contains(&at)
            })
        })
    }

    /// Whether the team agrees on the value where `user` uses it.
    pub fn is_uniform(&self, value: Val<'c>, user: Inst<'c>) -> bool {
        let at = self.live.number(user.block());
        at.is_some_and(|at| !self.is_divergent_at(value, at))
    }

    /// Whether all threads of the team execute a block, each time, or none does.
    pub fn is_reached_together(&self, block: Blk<'c>) -> bool {
        let Some(block) = self.live.number(block) else {
            return false;
        };
        self.branches
            .iter()
            .all(|&branch| !self.live.until_join(branch).0.contains(&block))
    }
}

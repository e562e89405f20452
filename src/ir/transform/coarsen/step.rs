//! What comes out alike for neighbouring threads, or only `k` apart.
//!
//! Where copies are neighbours, copy `k` of `F` has the index `F q + k`, and what is a multiple of `F` above the index stays
//! in step with it: `F q' + k`. Such a value is below a multiple of `F` for all copies or for none, so a branch on that is
//! the same for all; divided by a multiple of `F` it leaves the same quotient for all, and remainders that are `k` apart. The
//! factor is a power of two here: wrapping around keeps multiples what they are, and `F q` is never so large that adding `k`
//! would wrap. A signed division has to be of what is not negative, since it rounds towards zero.

use std::collections::{BTreeSet, HashSet};

use super::varying::Plan;
use super::{Kind, Order, Request};
use crate::ir::address::Constant;
use crate::ir::raw::{Func, Inst, Opcode, Val};
use crate::ir::transform::sign::NotNegative;

/// What is known of the integers of a function.
#[derive(Default)]
pub struct Steps {
    /// Instructions that are `F q + k` for copy `k`, with the same `q` for all.
    in_step: HashSet<usize>,
    /// Instructions that are multiples of `F`.
    multiples: HashSet<usize>,
    /// Arguments that are promised to be, by [`Val::id`], with their index.
    promised: Vec<(usize, u32)>,
    not_negative: NotNegative,
    factor: i64,
}

impl Steps {
    /// Looks at what `plan` knows so far.
    pub fn of<'c>(
        function: Func<'c>,
        roots: &[Inst<'c>],
        plan: &Plan<'c>,
        request: &Request<'_>,
    ) -> Steps {
        let neighbours = request.kind == Kind::Threads && request.order == Order::Consecutive;
        if !neighbours || !request.factor.is_power_of_two() {
            return Steps::default();
        }
        let params = function.params();
        let id = |index: &u32| Some((params.get(*index as usize)?.id(), *index));
        let mut steps = Steps {
            promised: request.multiples.iter().filter_map(id).collect(),
            not_negative: NotNegative::of(plan.instructions().map(|(_, it)| it)),
            factor: i64::from(request.factor),
            ..Steps::default()
        };
        // Everything could be; what contradicts that is taken out until nothing does.
        let all: Vec<(usize, Inst<'c>)> = plan.instructions().collect();
        let integers = all
            .iter()
            .filter(|(_, it)| it.ty().int_bits().is_some_and(|bits| bits >= 32));
        let integers: Vec<(usize, Inst<'c>)> = integers.copied().collect();
        let ids = || integers.iter().map(|(_, it)| it.value().id());
        steps.in_step = ids().collect();
        steps.multiples = ids().collect();
        loop {
            let mut wrong = [Vec::new(), Vec::new()];
            for (block, instruction) in &integers {
                let id = instruction.value().id();
                let root = roots.contains(instruction);
                let apart = plan.differs_by_way(*block, *instruction);
                if steps.in_step.contains(&id) && !(root || (!apart && steps.stays(*instruction))) {
                    wrong[0].push(id);
                }
                if steps.multiples.contains(&id)
                    && (apart || !steps.multiplies(*instruction, request))
                {
                    wrong[1].push(id);
                }
            }
            if wrong.iter().all(Vec::is_empty) {
                return steps;
            }
            let [out_of_step, rests] = wrong;
            steps.in_step.retain(|id| !out_of_step.contains(id));
            steps.multiples.retain(|id| !rests.contains(id));
        }
    }

    fn is_in_step(&self, value: Val<'_>) -> bool {
        self.in_step.contains(&value.id())
    }

    fn is_multiple(&self, value: Val<'_>) -> bool {
        match value.constant() {
            // Without a factor nothing was asked.
            Some(Constant::Int { value, .. }) => value.checked_rem(self.factor) == Some(0),
            _ => {
                let id = value.id();
                self.multiples.contains(&id) || self.promised.iter().any(|(known, _)| *known == id)
            }
        }
    }

    /// Whether the result is in step if the operands are what they are taken for.
    fn stays(&self, instruction: Inst<'_>) -> bool {
        let operands = instruction.operands();
        let (steps, rests) = (
            |at: usize| self.is_in_step(operands[at]),
            |at: usize| self.is_multiple(operands[at]),
        );
        match instruction.opcode() {
            Opcode::LLVMAdd => (steps(0) && rests(1)) || (rests(0) && steps(1)),
            Opcode::LLVMSub => steps(0) && rests(1),
            Opcode::LLVMSExt | Opcode::LLVMZExt => steps(0),
            Opcode::LLVMPHI => (0..operands.len()).all(steps),
            Opcode::LLVMURem | Opcode::LLVMSRem => self.is_near(instruction),
            _ => false,
        }
    }

    /// Whether an instruction divides what is in step by a multiple.
    fn divides_in_step(&self, division: Inst<'_>, signed: Opcode, unsigned: Opcode) -> bool {
        let (Some(a), Some(b)) = (division.operand(0), division.operand(1)) else {
            return false;
        };
        let opcode = division.opcode();
        let rounds_down = opcode == unsigned || (opcode == signed && self.not_negative.has(a));
        rounds_down && self.is_in_step(a) && self.is_multiple(b)
    }

    /// Whether an instruction is a remainder that is in step: that of copy `k` is the first copy's and `k`.
    pub fn is_near(&self, remainder: Inst<'_>) -> bool {
        self.divides_in_step(remainder, Opcode::LLVMSRem, Opcode::LLVMURem)
    }

    /// Whether the result is a multiple if the operands are what they are taken for.
    fn multiplies(&self, instruction: Inst<'_>, request: &Request<'_>) -> bool {
        let operands = instruction.operands();
        let rests = |at: usize| self.is_multiple(operands[at]);
        match instruction.opcode() {
            Opcode::LLVMAdd | Opcode::LLVMSub => rests(0) && rests(1),
            Opcode::LLVMMul => rests(0) || rests(1),
            Opcode::LLVMShl | Opcode::LLVMSExt | Opcode::LLVMZExt => rests(0),
            Opcode::LLVMPHI => (0..operands.len()).all(rests),
            // A block counts for the factor times the threads that it has.
            Opcode::LLVMCall => super::ids::counts_threads(instruction, request.axis),
            _ => false,
        }
    }

    /// Whether a comparison or a quotient comes out alike for all copies.
    pub fn is_alike(&self, instruction: Inst<'_>) -> bool {
        self.compares_alike(instruction)
            || self.divides_in_step(instruction, Opcode::LLVMSDiv, Opcode::LLVMUDiv)
    }

    fn compares_alike(&self, comparison: Inst<'_>) -> bool {
        let (Some(a), Some(b)) = (comparison.operand(0), comparison.operand(1)) else {
            return false;
        };
        match comparison
            .predicate()
            .filter(|_| comparison.opcode() == Opcode::LLVMICmp)
        {
            Some("slt" | "sge" | "ult" | "uge") => self.is_in_step(a) && self.is_multiple(b),
            Some("sgt" | "sle" | "ugt" | "ule") => self.is_multiple(a) && self.is_in_step(b),
            _ => false,
        }
    }

    /// The promised arguments that an instruction's operands are made of.
    pub fn relies_on(&self, instruction: Inst<'_>) -> BTreeSet<u32> {
        let mut found = BTreeSet::new();
        let mut seen = HashSet::new();
        let mut open = instruction.operands();
        while let Some(value) = open.pop() {
            if seen.insert(value.id()) {
                let promised = self.promised.iter().find(|(id, _)| *id == value.id());
                found.extend(promised.map(|(_, index)| *index));
                open.extend(value.as_instruction().into_iter().flat_map(Inst::operands));
            }
        }
        found
    }
}

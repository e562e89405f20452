//! Which integers of a function are not negative, as signed numbers.

use std::collections::HashSet;

use crate::ir::address::Constant;
use crate::ir::raw::{Inst, Opcode, Val};

/// How far back through operands a bound is looked for.
const DEPTH: usize = 8;

/// Special registers, with the number of bits that their values have: a grid has fewer than 2^31 blocks along an axis, a block
/// at most 1024 threads (PTX ISA, section 10: Special Registers).
const REGISTERS: [(&str, u32); 4] = [("tid", 10), ("ntid", 11), ("ctaid", 31), ("nctaid", 31)];

/// Integers that are known not to be negative.
#[derive(Debug, Default)]
pub struct NotNegative(HashSet<usize>);

impl NotNegative {
    /// Of these instructions: each could be, until what contradicts it is taken out.
    pub fn of<'c>(instructions: impl Iterator<Item = Inst<'c>>) -> NotNegative {
        let integers: Vec<Inst<'c>> = instructions
            .filter(|it| it.ty().int_bits().is_some())
            .collect();
        let mut known = NotNegative(integers.iter().map(|it| it.value().id()).collect());
        loop {
            let is_wrong =
                |it: &&Inst<'c>| known.0.contains(&it.value().id()) && !known.follows(**it);
            let wrong: Vec<usize> = integers
                .iter()
                .filter(is_wrong)
                .map(|it| it.value().id())
                .collect();
            if wrong.is_empty() {
                return known;
            }
            known.0.retain(|id| !wrong.contains(id));
        }
    }

    /// Whether a value is known not to be negative.
    pub fn has(&self, value: Val<'_>) -> bool {
        match value.constant() {
            Some(Constant::Int { value, .. }) => value >= 0,
            _ => self.0.contains(&value.id()),
        }
    }

    /// Whether it follows from the operands, if they are what they are taken for.
    fn follows(&self, instruction: Inst<'_>) -> bool {
        let operands = instruction.operands();
        let has = |at: usize| self.has(operands[at]);
        let bounded = |it: Inst<'_>| {
            let width = it.ty().int_bits();
            bits(it.value(), DEPTH)
                .zip(width)
                .is_some_and(|(bits, width)| bits < width)
        };
        match instruction.opcode() {
            Opcode::LLVMZExt => true,
            Opcode::LLVMSExt | Opcode::LLVMSRem | Opcode::LLVMAShr => has(0),
            Opcode::LLVMSDiv => has(0) && has(1),
            Opcode::LLVMAnd => has(0) || has(1),
            Opcode::LLVMPHI => (0..operands.len()).all(has),
            Opcode::LLVMSelect => has(1) && has(2),
            Opcode::LLVMAdd | Opcode::LLVMMul if instruction.never_wraps().1 => {
                (has(0) && has(1)) || bounded(instruction)
            }
            _ => bounded(instruction),
        }
    }
}

/// A number of bits that is enough for the value as an unsigned number; `None` if none is known.
fn bits(value: Val<'_>, depth: usize) -> Option<u32> {
    if let Some(Constant::Int { value, .. }) = value.constant() {
        return u64::try_from(value)
            .ok()
            .map(|value| u64::BITS - value.leading_zeros());
    }
    let instruction = value.as_instruction()?;
    let width = instruction.ty().int_bits()?;
    let of = |at: u32| bits(instruction.operand(at)?, depth.checked_sub(1)?);
    let found = match instruction.opcode() {
        Opcode::LLVMZExt => of(0).or_else(|| instruction.operand(0)?.ty().int_bits()),
        Opcode::LLVMAdd => Some(of(0)?.max(of(1)?) + 1),
        Opcode::LLVMMul => Some(of(0)? + of(1)?),
        Opcode::LLVMCall => register_bits(instruction),
        _ => None,
    };
    // What may have wrapped around is anything.
    found.filter(|bits| *bits <= width)
}

fn register_bits(call: Inst<'_>) -> Option<u32> {
    let name = call.callee().and_then(Val::as_declared_name)?;
    let (register, _) = name
        .strip_prefix("llvm.nvvm.read.ptx.sreg.")?
        .split_once('.')?;
    let known = REGISTERS.iter().find(|(known, _)| *known == register);
    known.map(|(_, bits)| *bits)
}

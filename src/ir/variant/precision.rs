//! Double precision to single, one instruction at a time or a whole web of them.
//!
//! Each instruction gets its operands rounded to single precision and its result widened again. Between two instructions
//! that are both narrowed, LLVM drops the widening and the rounding, which undo each other exactly; so a web needs no
//! treatment of its own.

use std::collections::BTreeMap;

use super::super::address::{Float, Name};
use super::super::error::Skip;
use super::super::raw::{Build, Inst, Opcode, Ty, Val};
use super::Variant;

/// Intrinsics of double precision that exist in single precision, too, overloaded with the type.
const OVERLOADED: [&str; 24] = [
    "llvm.sqrt",
    "llvm.fabs",
    "llvm.fma",
    "llvm.fmuladd",
    "llvm.maxnum",
    "llvm.minnum",
    "llvm.maximum",
    "llvm.minimum",
    "llvm.maximumnum",
    "llvm.minimumnum",
    "llvm.copysign",
    "llvm.floor",
    "llvm.ceil",
    "llvm.trunc",
    "llvm.rint",
    "llvm.nearbyint",
    "llvm.round",
    "llvm.roundeven",
    "llvm.exp2",
    "llvm.log2",
    "llvm.sin",
    "llvm.cos",
    "llvm.exp",
    "llvm.log",
];

/// The same for intrinsics whose two precisions have names of their own.
const PAIRS: [(&str, &str); 3] = [
    ("llvm.nvvm.sqrt.rn.d", "llvm.nvvm.sqrt.rn.f"),
    ("llvm.nvvm.rcp.rn.d", "llvm.nvvm.rcp.rn.f"),
    ("llvm.nvvm.div.rn.d", "llvm.nvvm.div.rn.f"),
];

impl<'c> Variant<'c> {
    /// Computes one instruction in single precision that computes in double precision; with `web`, all that it is
    /// connected with, too.
    pub fn to_single(&mut self, name: Name, web: bool) -> Result<(), Skip> {
        let first = self.get(name)?;
        if !narrows(first) {
            let why = format!("{name} does not compute in double precision");
            return Err(Skip::Unfit(why));
        }
        let mut all = vec![first];
        let mut next = 0;
        while web && next < all.len() {
            for near in neighbours(all[next]) {
                if narrows(near) && !all.contains(&near) {
                    all.push(near);
                }
            }
            next += 1;
        }
        for instruction in all {
            let Some(made) = narrowed(instruction) else {
                continue;
            };
            self.exchange(instruction, made);
        }
        Ok(())
    }
}

fn is_double(value: Val<'_>) -> bool {
    value.ty().float() == Some(Float::Double)
}

/// Whether it has a form in single precision.
fn narrows(instruction: Inst<'_>) -> bool {
    match instruction.opcode() {
        Opcode::LLVMFAdd
        | Opcode::LLVMFSub
        | Opcode::LLVMFMul
        | Opcode::LLVMFDiv
        | Opcode::LLVMFNeg
        | Opcode::LLVMPHI
        | Opcode::LLVMSelect
        | Opcode::LLVMSIToFP
        | Opcode::LLVMUIToFP => is_double(instruction.value()),
        Opcode::LLVMCall => is_double(instruction.value()) && single(instruction).is_some(),
        _ => false,
    }
}

/// What the call calls in single precision, and whether that is overloaded.
fn single(call: Inst<'_>) -> Option<(&'static str, bool)> {
    let callee = call.callee()?.as_declared_name()?;
    let pair = PAIRS.iter().find(|(double, _)| *double == callee);
    let stem = callee.strip_suffix(".f64").unwrap_or_default();
    let overloaded = || OVERLOADED.iter().find(|name| **name == stem);
    pair.map(|(_, single)| (*single, false))
        .or_else(|| overloaded().map(|name| (*name, true)))
}

/// Instructions that the value comes from or goes to.
fn neighbours(of: Inst<'_>) -> Vec<Inst<'_>> {
    let operands = (0..of.operand_count()).filter_map(|index| of.operand(index)?.as_instruction());
    let users = of.uses().into_iter().map(|(user, _)| user);
    operands.chain(users).collect()
}

/// The result, found in single precision, as a double.
fn narrowed(instruction: Inst<'_>) -> Option<Val<'_>> {
    let double = instruction.ty();
    let float = double.f32();
    let made = match instruction.opcode() {
        Opcode::LLVMPHI => return narrowed_phi(instruction, float),
        _ => computed(instruction, float)?,
    };
    if let (Some(made), Some(flags)) = (made.as_instruction(), instruction.fast_math()) {
        made.set_fast_math(flags);
    }
    Some(Build::before(instruction).cast(Opcode::LLVMFPExt, made, double))
}

fn computed<'c>(instruction: Inst<'c>, float: Ty<'c>) -> Option<Val<'c>> {
    let build = Build::before(instruction);
    let operand = |index| instruction.operand(index);
    let rounded = |index| Some(build.cast(Opcode::LLVMFPTrunc, operand(index)?, float));
    let op = instruction.opcode();
    Some(match op {
        Opcode::LLVMSelect => build.select(operand(0)?, rounded(1)?, rounded(2)?),
        Opcode::LLVMSIToFP | Opcode::LLVMUIToFP => build.cast(op, operand(0)?, float),
        Opcode::LLVMFNeg => build.negate(rounded(0)?),
        Opcode::LLVMCall => {
            let (name, overloaded) = single(instruction)?;
            let arguments = instruction.operand_count().checked_sub(1)?;
            let arguments: Vec<Val<'c>> = (0..arguments).map_while(rounded).collect();
            let types: &[Ty<'c>] = if overloaded { &[float] } else { &[] };
            build.intrinsic(name, types, &arguments)?
        }
        _ => build.binary(op, rounded(0)?, rounded(1)?),
    })
}

/// A phi rounds where its values come from, and widens behind the phis of its block.
fn narrowed_phi<'c>(phi: Inst<'c>, float: Ty<'c>) -> Option<Val<'c>> {
    let head = phi.block().instructions();
    let behind = head.into_iter().find(|it| it.opcode() != Opcode::LLVMPHI)?;
    let made = Build::before(phi).phi(float).as_instruction()?;
    // A switch may come from one block more than once, each time with the same value.
    let mut rounded = BTreeMap::new();
    for index in 0..phi.operand_count() {
        let (value, from) = (phi.operand(index)?, phi.incoming_block(index)?);
        let last = from.last()?;
        let round = || Build::before(last).cast(Opcode::LLVMFPTrunc, value, float);
        let value = *rounded.entry(from).or_insert_with(round);
        made.add_incoming(value, from);
    }
    let build = Build::before(behind);
    Some(build.cast(Opcode::LLVMFPExt, made.value(), phi.ty()))
}

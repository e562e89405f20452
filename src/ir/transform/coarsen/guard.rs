//! Early returns of copies: the thread returns where all its copies would, and otherwise a copy that would return does
//! again what one that goes on does.

use super::region::Guard;
use super::replicate::Copies;
use super::varying::Plan;
use crate::ir::raw::{Build, Inst, Opcode, Val};

/// Lets the copies pass the guards together.
pub fn pass<'c>(plan: &Plan<'c>, copies: &mut Copies<'c>) {
    for guard in &plan.guards {
        pass_one(plan, guard, copies);
    }
}

fn pass_one<'c>(plan: &Plan<'c>, guard: &Guard, copies: &mut Copies<'c>) -> Option<()> {
    let branch = plan.live.blocks[guard.branch].last()?;
    let condition = branch.operand(0)?;
    let build = Build::before(branch);
    let one = condition.ty().number(1);
    let goes_on: Vec<Val<'c>> = (0..copies.factor())
        .map(|k| match (copies.get(condition, k), guard.onward) {
            (holds, 0) => holds,
            (returns, _) => build.binary(Opcode::LLVMXor, returns, one),
        })
        .collect();
    let (first, rest) = goes_on.split_first()?;
    let any = rest
        .iter()
        .fold(*first, |any, own| build.binary(Opcode::LLVMOr, any, *own));
    for own in copies.all() {
        let users: Vec<Vec<(Inst<'c>, u32)>> = own
            .iter()
            .map(|value| used_behind(plan, guard, copies, *value))
            .collect();
        // A copy's stack slots are its own, whatever it computes in them.
        let is_slot = |it: Inst<'c>| it.opcode() == Opcode::LLVMAlloca;
        let slot = own
            .iter()
            .any(|value| value.as_instruction().is_some_and(is_slot));
        if slot || users.iter().all(Vec::is_empty) {
            continue;
        }
        // What the first copy that goes on has; if none does, nobody asks.
        let mut pairs = own.iter().zip(&goes_on).rev();
        let (last, _) = pairs.next()?;
        let chosen = pairs.fold(*last, |later, (value, goes)| {
            build.select(*goes, *value, later)
        });
        let passed: Vec<Val<'c>> = own
            .iter()
            .zip(&goes_on)
            .map(|(value, goes)| build.select(*goes, *value, chosen))
            .collect();
        for (users, value) in users.into_iter().zip(&passed) {
            users
                .into_iter()
                .for_each(|(user, index)| user.set_operand(index, *value));
        }
        copies.add(passed);
    }
    let condition = match guard.onward {
        0 => any,
        _ => build.binary(Opcode::LLVMXor, any, one),
    };
    branch.set_operand(0, condition);
    Some(())
}

/// Uses behind the guard of what is there before it.
fn used_behind<'c>(
    plan: &Plan<'c>,
    guard: &Guard,
    copies: &Copies<'c>,
    value: Val<'c>,
) -> Vec<(Inst<'c>, u32)> {
    let is_behind = |it: Inst<'c>| {
        let block = it.block();
        let number = plan.live.numbers.get(&block).copied();
        number
            .or_else(|| copies.made_for(block))
            .is_some_and(|number| guard.behind[number])
    };
    match value.as_instruction() {
        Some(it) if !is_behind(it) => it
            .uses()
            .into_iter()
            .filter(|(user, _)| is_behind(*user))
            .collect(),
        _ => Vec::new(),
    }
}

//! Whether it does not matter which thread takes a column, and when.
//!
//! The columns of a team's threads run side by side without waiting for each other, so a kernel that is right does not let
//! one column see what another wrote in the same run of the loop. What is left to ask: the number of columns is a multiple of
//! the width; the whole team runs the loop; nothing in it depends on the thread but the column, or on the column but what
//! can be done for each side by side; and what the loop writes, or others write for it, is waited for by a barrier.

use std::collections::{BTreeSet, HashSet};

use super::super::affine::{Counter, Wraps, is_multiple};
use super::super::live::Live;
use super::super::root::{Effect, Root, effect, is_barrier, may_meet, same_address};
use super::super::uniform::{Divergence, Team};
use super::super::{Ledger, unfit};
use super::counter::Strided;
use crate::ir::error::Skip;
use crate::ir::raw::{Inst, Opcode, TypeKind, Val};

/// Checks that threads can share the columns in another way, and answers the ids of what depends on the column.
pub fn check_shared<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    width: u32,
    ledger: &mut Ledger<'_>,
) -> Result<HashSet<usize>, Skip> {
    let Some(team) = strided.team else {
        return unfit(
            "the loop does not begin at a thread's number and go on by the number of threads",
        );
    };
    if !strided.carried.is_empty() {
        return unfit("the loop carries more from one iteration to the next than its column");
    }
    if !is_multiple(strided.columns, u64::from(width), &|_| false, ledger) {
        return Err(Skip::Unpromised(format!(
            "the workload does not promise that the number of columns is a multiple of {width}"
        )));
    }
    let varying = check_own(live, strided, ledger)?;
    check_team(live, strided, team)?;
    check_around(live, strided, ledger)?;
    Ok(varying)
}

/// Checks that it does not matter how many threads share the columns.
pub fn check_spread<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    ledger: &mut Ledger<'_>,
) -> Result<(), Skip> {
    if strided.team != Some(Team::Row) {
        return unfit(
            "a loop does not begin at a thread's number and go on by the number of threads",
        );
    }
    if !strided.carried.is_empty() {
        return unfit("a loop carries more from one iteration to the next than its column");
    }
    let varying = varying(live, strided)?;
    for instruction in inside(live, strided) {
        if !counts(strided, instruction) {
            check_effect(strided, &varying, instruction)?;
        }
    }
    check_within(live, strided, &varying, ledger)?;
    check_team(live, strided, Team::Row)?;
    check_around(live, strided, ledger)
}

/// Checks that a thread can take several of its own columns side by side, and answers the ids of what depends on the column.
pub fn check_own<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    ledger: &mut Ledger<'_>,
) -> Result<HashSet<usize>, Skip> {
    let varying = varying(live, strided)?;
    for instruction in inside(live, strided) {
        check_instruction(strided, &varying, instruction)?;
    }
    check_within(live, strided, &varying, ledger)?;
    Ok(varying)
}

/// All instructions of the loop.
fn inside<'c>(live: &Live<'c>, strided: &Strided<'c>) -> Vec<Inst<'c>> {
    let blocks = strided.body.iter().map(|&block| live.blocks[block]);
    blocks.flat_map(|block| block.instructions()).collect()
}

/// Whether the instruction only counts columns.
fn counts(strided: &Strided<'_>, instruction: Inst<'_>) -> bool {
    instruction == strided.column
        || instruction == strided.next
        || instruction == strided.guard
        || strided.hands_on(instruction)
}

/// All that depends on the column, none of which may be used after the loop.
fn varying<'c>(live: &Live<'c>, strided: &Strided<'c>) -> Result<HashSet<usize>, Skip> {
    let mut found = HashSet::from([strided.column.value().id()]);
    let mut open = vec![strided.column];
    while let Some(from) = open.pop() {
        for (user, _) in from.uses() {
            let block = live.number(user.block());
            if !block.is_some_and(|block| strided.body.contains(&block)) {
                return unfit("the column, or what depends on it, is used after the loop");
            }
            if !counts(strided, user) && found.insert(user.value().id()) {
                open.push(user);
            }
        }
    }
    // The comparison may have more users than the branch: all columns that are taken together pass it together.
    let only =
        |it: Inst<'c>, by: Option<Inst<'c>>| it.uses().iter().all(|(user, _)| Some(*user) == by);
    if !only(strided.guard, strided.header.last()) {
        return unfit("the comparison that ends the loop is used for something else");
    }
    let steps = strided.carried.iter().flat_map(|it| &it.steps);
    found.extend(steps.map(|step| step.value().id()));
    Ok(found)
}

fn check_instruction(
    strided: &Strided<'_>,
    varying: &HashSet<usize>,
    instruction: Inst<'_>,
) -> Result<(), Skip> {
    if counts(strided, instruction) {
        return Ok(());
    }
    let varies = varying.contains(&instruction.value().id());
    check_effect(strided, varying, instruction)?;
    match instruction.opcode() {
        _ if instruction.is_terminator() && varies => {
            unfit("where the loop goes depends on the column")
        }
        Opcode::LLVMAlloca => unfit("the loop uses memory of the thread"),
        Opcode::LLVMBr | Opcode::LLVMSwitch => Ok(()),
        _ if instruction.is_terminator() => unfit("the loop ends in an unusual way"),
        _ if varies && instruction.ty().kind() == TypeKind::LLVMVoidTypeKind => {
            let store = instruction.opcode() == Opcode::LLVMStore;
            store.then_some(()).map_or_else(
                || unfit("the loop calls something for each column that cannot be repeated"),
                Ok,
            )
        }
        _ => Ok(()),
    }
}

/// What an instruction of the loop does to memory must be one column's own, done when there is a column.
fn check_effect(
    strided: &Strided<'_>,
    varying: &HashSet<usize>,
    instruction: Inst<'_>,
) -> Result<(), Skip> {
    let in_head = instruction.block() == strided.header;
    match effect(instruction) {
        Effect::Any | Effect::Barrier => {
            return unfit("the loop does something that its threads cannot do for each other");
        }
        Effect::Load(_) | Effect::Store(_) if in_head => {
            return unfit("the loop touches memory before it knows whether there is a column");
        }
        Effect::Store(_) => {
            let address = instruction.address();
            if !address.is_some_and(|it| varying.contains(&it.id())) {
                return unfit("all columns are stored to one place");
            }
        }
        Effect::None | Effect::Load(_) => {}
    }
    Ok(())
}

/// The whole team runs the loop, and nothing in it depends on the thread but the column.
fn check_team<'c>(live: &Live<'c>, strided: &Strided<'c>, team: Team) -> Result<(), Skip> {
    let divergence = Divergence::of(live, team, Some(strided.column));
    if !divergence.is_reached_together(strided.header) {
        return unfit("only some of the threads may come to the loop");
    }
    for instruction in inside(live, strided) {
        if counts(strided, instruction) {
            continue;
        }
        let operands = (0..instruction.operand_count()).filter_map(|i| instruction.operand(i));
        let own = std::iter::once(instruction.value()).chain(operands);
        let own: Vec<Val<'c>> = own.filter(|value| value.as_block().is_none()).collect();
        if own
            .iter()
            .any(|value| !divergence.is_uniform(*value, instruction))
        {
            return unfit("the loop depends on the thread by more than its column");
        }
    }
    Ok(())
}

/// The order of a thread's own columns must not matter: what one column stores is not loaded, or stored, for another.
/// (Where a block is small, neighbouring columns are a thread's own, too.)
fn check_within<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    varying: &HashSet<usize>,
    ledger: &mut Ledger<'_>,
) -> Result<(), Skip> {
    let all = inside(live, strided);
    let counter = counter(strided, varying);
    for store in all.iter().filter(|it| it.opcode() == Opcode::LLVMStore) {
        let Effect::Store(to) = effect(*store) else {
            continue;
        };
        for other in all.iter().filter(|other| *other != store) {
            let (Effect::Load(at) | Effect::Store(at)) = effect(*other) else {
                continue;
            };
            if may_meet(to, at, ledger) && !same_element(&counter, *store, *other) {
                return unfit("one column may see what another one stores");
            }
        }
    }
    Ok(())
}

/// What the column is to those who ask how addresses move with it.
pub fn counter<'s, 'c>(strided: &Strided<'c>, varying: &'s HashSet<usize>) -> Counter<'s, 'c> {
    Counter {
        value: strided.column.value(),
        varying,
        // All columns that are taken together are below the number of columns, and none of a block's is below 0.
        never_wraps: Wraps {
            signed: strided.signed,
            unsigned: !strided.signed || strided.team == Some(Team::Row),
        },
    }
}

/// Whether two accesses touch the same element, which is another one for every column.
fn same_element<'c>(counter: &Counter<'_, 'c>, a: Inst<'c>, b: Inst<'c>) -> bool {
    same_address(a, b) && neighbours(counter, a).is_some()
}

/// The index of the element that a load or store touches, where the elements of neighbouring columns are neighbours.
pub fn neighbours<'c>(counter: &Counter<'_, 'c>, access: Inst<'c>) -> Option<Val<'c>> {
    let address = access.address()?.as_instruction()?;
    let element = match (address.counts_in()?, address.operand_count()) {
        (element, 2) => element,
        (array, 3) => array.array_element()?,
        _ => return None,
    };
    let base = address.operand(0)?;
    let index = address.operand(address.operand_count() - 1)?;
    let outer = (1..address.operand_count() - 1).filter_map(|i| address.operand(i));
    let fixed = |value: Val<'c>| !counter.varying.contains(&value.id());
    let fits = Some(element) == access.moved()
        && element.number_bytes().is_some()
        && fixed(base)
        && outer.into_iter().all(fixed)
        && counter.stride_of_index(index) == Some(1);
    fits.then_some(index)
}

/// What the loop shares with the rest of the kernel is waited for by all threads of the block.
fn check_around<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    ledger: &mut Ledger<'_>,
) -> Result<(), Skip> {
    let touched: Vec<(bool, Root<'c>)> = inside(live, strided)
        .into_iter()
        .filter_map(|it| touches(effect(it)))
        .collect();
    for (number, block) in live.blocks.iter().enumerate() {
        if strided.body.contains(&number) {
            continue;
        }
        for other in block.instructions() {
            let meets = match effect(other) {
                Effect::None | Effect::Barrier => false,
                Effect::Any => !touched.is_empty(),
                found => touches(found).is_some_and(|(stores, at)| {
                    let clashes = |(also, root): &(bool, Root<'c>)| {
                        (stores || *also) && may_meet(at, *root, ledger)
                    };
                    touched.iter().any(clashes)
                }),
            };
            let waits = strided.team == Some(Team::Row) && is_kept_apart(live, strided, other);
            if meets && !waits {
                return unfit("a thread may go on with what another one would then have written");
            }
        }
    }
    Ok(())
}

/// Whether an effect stores, and where it acts.
fn touches(effect: Effect<'_>) -> Option<(bool, Root<'_>)> {
    match effect {
        Effect::Load(root) => Some((false, root)),
        Effect::Store(root) => Some((true, root)),
        Effect::None | Effect::Barrier | Effect::Any => None,
    }
}

/// Whether every way between the loop and `other` passes a barrier.
fn is_kept_apart<'c>(live: &Live<'c>, strided: &Strided<'c>, other: Inst<'c>) -> bool {
    let after_other = std::iter::successors(other.next(), |at| at.next());
    let reached = unhindered(live, after_other.collect());
    if reached.0.iter().any(|block| strided.body.contains(block)) {
        return false;
    }
    let from = strided.header.last().into_iter().collect();
    !unhindered(live, from).1.contains(&other.value().id())
}

/// What is reached from the rest of a block without passing a barrier: blocks that are entered, and instructions.
fn unhindered(live: &Live<'_>, rest: Vec<Inst<'_>>) -> (BTreeSet<usize>, HashSet<usize>) {
    let (mut blocks, mut instructions) = (BTreeSet::new(), HashSet::new());
    let mut open = vec![rest];
    while let Some(rest) = open.pop() {
        for instruction in rest {
            if is_barrier(instruction) {
                break;
            }
            instructions.insert(instruction.value().id());
            for next in instruction.successors() {
                if let Some(number) = live.number(next).filter(|number| blocks.insert(*number)) {
                    open.push(live.blocks[number].instructions());
                }
            }
        }
    }
    (blocks, instructions)
}

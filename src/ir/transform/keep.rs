//! An element of memory that a loop reads and writes again and again, in a register.
//!
//! It is read before the loop and written back behind it. In between, all accesses go to a slot of the thread, which LLVM
//! makes a register of. LLVM does so by itself where it knows that nothing else in the loop touches the element and that the
//! loop would have touched it anyway; here, the first is promised, and the second follows from the thread's own access before.

use std::collections::BTreeSet;

use super::live::Live;
use super::root::{Effect, effect, may_meet, root, same_address};
use super::{Given, Ledger, Used, unfit};
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Build, Inst, Opcode, Val};

/// Keeps the element that `access` touches in a register while the loop at `header` runs. Answers the promises relied on.
///
/// # Errors
/// Why it has to be in memory. Nothing has changed then.
pub fn keep<'c>(header: Blk<'c>, access: Inst<'c>, given: &Given) -> Result<Vec<Used>, Skip> {
    let live = Live::of(header.function());
    let Some(found) = live.loop_at(header) else {
        return unfit("no loop begins there");
    };
    let body: BTreeSet<usize> = found.body.iter().copied().collect();
    let inside = |block: Blk<'c>| live.number(block).is_some_and(|it| body.contains(&it));
    if !inside(access.block()) || !access.is_simple() {
        return unfit("what is kept has to be a plain load or store of the loop");
    }
    let (Some(address), Some(ty)) = (access.address(), access.moved()) else {
        return unfit("what is kept has to be a plain load or store of the loop");
    };
    let bytes = ty.number_bytes();
    let Some(bytes) = bytes.filter(|_| access.alignment() >= bytes) else {
        return unfit("only aligned numbers are kept");
    };
    let entered: Vec<Blk<'c>> = header
        .predecessors()
        .into_iter()
        .filter(|it| !inside(*it))
        .collect();
    let &[before] = &entered[..] else {
        return unfit("the loop has several ways in");
    };
    let exits = exits(&live, &body)?;
    let mut ledger = Ledger::new(given, &header.function().name());
    let group = touching(&live, &body, access, &mut ledger)?;
    let stores = group.iter().any(|it| it.opcode() == Opcode::LLVMStore);
    if !is_touched_before(&live, (header, before), access, stores) {
        return unfit("the thread has not touched it just before, so the loop may not either");
    }
    let Some(end) = before
        .last()
        .filter(|end| is_computable(&live, address, *end, 16))
    else {
        return unfit("where it is changes while the loop runs");
    };
    let entry = live
        .blocks
        .first()
        .and_then(|block| block.instructions().first().copied());
    let Some(entry) = entry else {
        return unfit("the function is empty");
    };

    let slot = Build::before(entry).slot(ty);
    let address = compute(&live, address, end, 16);
    let at = Build::before(end);
    at.store(at.load(ty, address, bytes), slot, bytes);
    for it in group {
        it.set_operand(u32::from(it.opcode() == Opcode::LLVMStore), slot);
    }
    for first in exits.into_iter().filter(|_| stores) {
        let at = Build::before(first);
        at.store(at.load(ty, slot, bytes), address, bytes);
    }
    Ok(ledger.used.into_iter().collect())
}

/// The first instructions behind the loop, in blocks that only the loop leads to.
fn exits<'c>(live: &Live<'c>, body: &BTreeSet<usize>) -> Result<Vec<Inst<'c>>, Skip> {
    let mut outside: BTreeSet<usize> = BTreeSet::new();
    for &block in body {
        outside.extend(
            live.successors[block]
                .iter()
                .filter(|it| !body.contains(it)),
        );
    }
    let mut found = Vec::new();
    for block in outside {
        let sources = live.blocks[block].predecessors();
        let own = |from: &Blk<'c>| live.number(*from).is_some_and(|it| body.contains(&it));
        let all = live.blocks[block].instructions();
        let first = all.into_iter().find(|it| it.opcode() != Opcode::LLVMPHI);
        match first.filter(|_| sources.iter().all(own)) {
            Some(first) => found.push(first),
            None => return unfit("others than the loop lead to where it ends"),
        }
    }
    Ok(found)
}

/// The loop's accesses of the element; all others must be of something else.
fn touching<'c>(
    live: &Live<'c>,
    body: &BTreeSet<usize>,
    access: Inst<'c>,
    ledger: &mut Ledger<'_>,
) -> Result<Vec<Inst<'c>>, Skip> {
    let Some(of) = access.address().map(root) else {
        return unfit("what is kept has to be a plain load or store of the loop");
    };
    let mut group = Vec::new();
    for it in body
        .iter()
        .flat_map(|&block| live.blocks[block].instructions())
    {
        match effect(it) {
            Effect::None => {}
            Effect::Any | Effect::Barrier => {
                return unfit("other threads may look at it while the loop runs");
            }
            Effect::Load(_) | Effect::Store(_) if same_address(access, it) => group.push(it),
            Effect::Load(at) | Effect::Store(at) if may_meet(of, at, ledger) => {
                return unfit("the loop may touch it under another name");
            }
            Effect::Load(_) | Effect::Store(_) => {}
        }
    }
    Ok(group)
}

/// Whether the thread has stored to the element (or loaded it, where the loop does not store) on all ways to the loop, and other
/// threads have not been waited for since: one more access is then no news to anyone.
fn is_touched_before<'c>(
    live: &Live<'c>,
    (header, before): (Blk<'c>, Blk<'c>),
    access: Inst<'c>,
    stores: bool,
) -> bool {
    let Some(end) = before.last() else {
        return false;
    };
    let all = live.blocks.iter().flat_map(|block| block.instructions());
    let mut touching = all.filter(|it| {
        let kind = it.opcode() == Opcode::LLVMStore || !stores;
        kind && it.is_simple() && live.precedes(*it, end) && same_address(access, *it)
    });
    touching.any(|it| waits_for_nobody(live, it, header))
}

/// Whether no way from an instruction to a block meets what other threads can see happen.
fn waits_for_nobody<'c>(live: &Live<'c>, from: Inst<'c>, to: Blk<'c>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<Vec<Inst<'c>>> =
        vec![std::iter::successors(from.next(), |at| at.next()).collect()];
    while let Some(rest) = open.pop() {
        for it in rest {
            if matches!(effect(it), Effect::Any | Effect::Barrier) {
                return false;
            }
            for next in it.successors().into_iter().filter(|next| *next != to) {
                if live.number(next).is_some_and(|number| seen.insert(number)) {
                    open.push(next.instructions());
                }
            }
        }
    }
    true
}

/// Whether a value can be worked out before `place` from what is there.
fn is_computable<'c>(live: &Live<'c>, value: Val<'c>, place: Inst<'c>, depth: u32) -> bool {
    if live.is_there(value, place) {
        return true;
    }
    let (Some(it), Some(depth)) = (value.as_instruction(), depth.checked_sub(1)) else {
        return false;
    };
    let operands = (0..it.operand_count()).filter_map(|index| it.operand(index));
    it.is_speculatable()
        && it.opcode() != Opcode::LLVMPHI
        && operands
            .into_iter()
            .all(|operand| is_computable(live, operand, place, depth))
}

/// Works it out.
fn compute<'c>(live: &Live<'c>, value: Val<'c>, place: Inst<'c>, depth: u32) -> Val<'c> {
    let (false, Some(it), Some(depth)) = (
        live.is_there(value, place),
        value.as_instruction(),
        depth.checked_sub(1),
    ) else {
        return value;
    };
    let operands: Vec<Option<Val<'c>>> = (0..it.operand_count())
        .map(|index| {
            it.operand(index)
                .map(|operand| compute(live, operand, place, depth))
        })
        .collect();
    let copy = it.copy_before(place);
    for (index, operand) in (0..).zip(operands) {
        if let Some(operand) = operand {
            copy.set_operand(index, operand);
        }
    }
    copy.value()
}

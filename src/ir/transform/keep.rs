//! An element of memory that a loop reads and writes again and again, in a register.
//!
//! It is read before the loop and written back behind it. In between, all accesses go to a slot of the thread, which LLVM
//! makes a register of. LLVM does so by itself where it knows that nothing else in the loop touches the element and that the
//! loop would have touched it anyway; here, the first is promised, and the second follows from the thread's own access before.

use std::collections::BTreeSet;

use super::live::Live;
use super::replay::Replay;
use super::root::{Effect, effect, may_meet, root, same_address};
use super::{Given, Ledger, Used, unfit};
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Build, Inst, Opcode};

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
    let at_end = |end: Inst<'c>| Replay {
        live: &live,
        place: end,
        instead: &|_| None,
        taken: &|_| true,
        repeats: &|_| true,
    };
    let end = before
        .last()
        .filter(|end| at_end(*end).is_possible(address));
    let Some(end) = end else {
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
    let address = at_end(end).make(address);
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

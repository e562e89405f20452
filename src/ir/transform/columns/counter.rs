//! The strided loop: which of its values counts columns, and how.

use std::collections::BTreeSet;

use super::super::live::Live;
use super::super::unfit;
use super::super::uniform::{Team, register};
use super::carried::{self, Carried};
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Inst, Opcode, Val};
use crate::ir::sketch::flow::NaturalLoop;

/// A loop that a team of threads shares, column by column.
pub struct Strided<'c> {
    /// The threads that share the columns; `None` where they do not take all of them between them, each once.
    pub team: Option<Team>,
    pub header: Blk<'c>,
    /// Numbers of the blocks of the loop.
    pub body: BTreeSet<usize>,
    /// Where it is entered from.
    pub before: Blk<'c>,
    /// Where it goes back from.
    pub latch: Blk<'c>,
    /// The column.
    pub column: Inst<'c>,
    /// The column that a thread begins with.
    pub start: Val<'c>,
    /// How many columns on it goes.
    pub step: Val<'c>,
    /// The column of the next iteration.
    pub next: Inst<'c>,
    /// The comparison with the number of columns.
    pub guard: Inst<'c>,
    /// The number of columns.
    pub columns: Val<'c>,
    /// Whether columns are compared as signed numbers.
    pub signed: bool,
    /// Whether the loop goes on where the header's branch condition holds.
    pub goes_on: bool,
    /// What else goes from one iteration to the next.
    pub carried: Vec<Carried<'c>>,
}

/// The strided loop at `header`.
pub fn find<'c>(live: &Live<'c>, header: Blk<'c>) -> Result<Strided<'c>, Skip> {
    let mut strided = counted(live, header)?;
    let inside = (&strided.body, strided.latch);
    strided.carried = carried::find(live, header, inside, strided.column)?;
    Ok(strided)
}

/// The strided loop at `header`, whatever else it hands on: nothing is said of what it carries.
pub fn counted<'c>(live: &Live<'c>, header: Blk<'c>) -> Result<Strided<'c>, Skip> {
    let Some(found) = live.loop_at(header) else {
        return unfit("no loop begins there");
    };
    let body: BTreeSet<usize> = found.body.iter().copied().collect();
    let inside = |block: &usize| body.contains(block);
    let leaves = |block: &&usize| !live.successors[**block].iter().all(inside);
    if found
        .body
        .iter()
        .filter(leaves)
        .any(|block| *block != found.header)
    {
        return unfit("the loop is left from more places than its head");
    }
    let Some((before, latch)) = ways(live, header, found) else {
        return unfit("the loop has several ways in or back");
    };
    let from = |phi: Inst<'c>, block: Blk<'c>| phi.incoming_from(block);
    let counts = |phi: &Inst<'c>| {
        let (start, next) = (from(*phi, before)?, from(*phi, latch)?);
        let (next, step) = increment(*phi, next)?;
        let branch = header.last()?.operand(0)?.as_instruction()?;
        let compared = (0..2).any(|i| branch.operand(i) == Some(phi.value()));
        compared.then_some((*phi, start, next, step))
    };
    let Some((column, start, next, step)) = header.phis().iter().find_map(counts) else {
        return unfit("the loop's head compares no column that an addition of its own counts");
    };
    let team = team(start, step);
    let guarded = guard(live, header, column, &body)?;
    Ok(Strided {
        team,
        header,
        body,
        before,
        latch,
        column,
        start,
        step,
        next,
        guard: guarded.0,
        columns: guarded.1,
        signed: guarded.2,
        goes_on: guarded.3,
        carried: Vec::new(),
    })
}

/// Where the loop at `header` is entered from, and where it goes back from; `None` where there are several of either.
pub fn ways<'c>(
    live: &Live<'c>,
    header: Blk<'c>,
    found: &NaturalLoop,
) -> Option<(Blk<'c>, Blk<'c>)> {
    let outside = |block: &Blk<'c>| {
        let number = live.number(*block);
        number.is_none_or(|number| !found.body.contains(&number))
    };
    let mut entered = header.predecessors();
    entered.retain(outside);
    match (&entered[..], &found.latches[..]) {
        (&[before], &[latch]) => Some((before, live.blocks[latch])),
        _ => None,
    }
}

/// The addition that makes the next column, used for nothing else, and what it adds.
fn increment<'c>(column: Inst<'c>, next: Val<'c>) -> Option<(Inst<'c>, Val<'c>)> {
    let add = next
        .as_instruction()
        .filter(|add| add.opcode() == Opcode::LLVMAdd && add.uses().len() == 1)?;
    match (add.operand(0)?, add.operand(1)?) {
        (a, b) if a == column.value() => Some((add, b)),
        (a, b) if b == column.value() => Some((add, a)),
        _ => None,
    }
}

/// Strips changes of width.
fn bare(mut value: Val<'_>) -> Val<'_> {
    while let Some(cast) = value.as_instruction().filter(|it| {
        matches!(
            it.opcode(),
            Opcode::LLVMSExt | Opcode::LLVMZExt | Opcode::LLVMTrunc
        )
    }) {
        match cast.operand(0) {
            Some(inner) => value = inner,
            None => break,
        }
    }
    value
}

/// The two operands of an instruction of this opcode.
fn both(value: Val<'_>, opcode: Opcode) -> Option<(Val<'_>, Val<'_>)> {
    let it = bare(value)
        .as_instruction()
        .filter(|it| it.opcode() == opcode)?;
    Some((it.operand(0)?, it.operand(1)?))
}

fn is(value: Val<'_>, name: &str) -> bool {
    register(bare(value)).is_some_and(|register| register == name)
}

fn is_product(value: Val<'_>, a: &str, b: &str) -> bool {
    both(value, Opcode::LLVMMul)
        .is_some_and(|(x, y)| (is(x, a) && is(y, b)) || (is(x, b) && is(y, a)))
}

/// The threads among which the columns from `start` by `step` are all those from 0, each once.
fn team(start: Val<'_>, step: Val<'_>) -> Option<Team> {
    if is(start, "tid.x") && is(step, "ntid.x") {
        return Some(Team::Row);
    }
    let (a, b) = both(start, Opcode::LLVMAdd)?;
    let of_grid = (is_product(a, "ctaid.x", "ntid.x") && is(b, "tid.x"))
        || (is_product(b, "ctaid.x", "ntid.x") && is(a, "tid.x"));
    (of_grid && is_product(step, "ntid.x", "nctaid.x")).then_some(Team::GridRow)
}

impl<'c> Strided<'c> {
    /// Whether an instruction is what an iteration finds of the one before.
    pub fn hands_on(&self, instruction: Inst<'c>) -> bool {
        let mut values = self.carried.iter().flat_map(|it| &it.values);
        values.any(|(phi, _)| *phi == instruction)
    }

    /// Whether the column only ever grows: its step is a positive number, or promised not to wrap.
    pub fn grows(&self) -> bool {
        let number = match self.step.constant() {
            Some(crate::ir::Constant::Int { value, .. }) => value > 0,
            _ => false,
        };
        let threads = is(self.step, "ntid.x") || is_product(self.step, "ntid.x", "nctaid.x");
        number || threads
    }

    /// The step, or where it is computed in the loop, the special register that it is.
    pub fn step_register(&self) -> Option<String> {
        register(bare(self.step))
    }
}

pub type Guard<'c> = (Inst<'c>, Val<'c>, bool, bool);

/// The comparison `column < columns` that ends the header: it, the number of columns, whether signed, and whether the loop
/// goes on where the branch's condition holds.
pub fn guard<'c>(
    live: &Live<'c>,
    header: Blk<'c>,
    column: Inst<'c>,
    body: &BTreeSet<usize>,
) -> Result<Guard<'c>, Skip> {
    let no = || unfit("the loop does not end where its column reaches a number");
    let Some(branch) = header.last().filter(|it| it.opcode() == Opcode::LLVMBr) else {
        return no();
    };
    let inside = |block: &Blk<'c>| live.number(*block).is_some_and(|it| body.contains(&it));
    let goes_on = match branch.successors()[..] {
        [then, otherwise] if inside(&then) && !inside(&otherwise) => true,
        [then, otherwise] if !inside(&then) && inside(&otherwise) => false,
        _ => return no(),
    };
    let compared = branch.operand(0).and_then(Val::as_instruction);
    let Some(compared) =
        compared.filter(|it| it.opcode() == Opcode::LLVMICmp && it.block() == header)
    else {
        return no();
    };
    let (Some(a), Some(b), Some(predicate)) = (
        compared.operand(0),
        compared.operand(1),
        compared.predicate(),
    ) else {
        return no();
    };
    let (columns, first) = match (a == column.value(), b == column.value()) {
        (true, false) => (b, true),
        (false, true) => (a, false),
        _ => return no(),
    };
    let signed = match (predicate, first, goes_on) {
        ("slt", true, true)
        | ("sgt", false, true)
        | ("sge", true, false)
        | ("sle", false, false) => true,
        ("ult", true, true)
        | ("ugt", false, true)
        | ("uge", true, false)
        | ("ule", false, false) => false,
        _ => return no(),
    };
    let defined_inside = columns
        .as_instruction()
        .is_some_and(|it| inside(&it.block()));
    if defined_inside {
        return unfit("the number of columns changes while the loop runs");
    }
    Ok((compared, columns, signed, goes_on))
}

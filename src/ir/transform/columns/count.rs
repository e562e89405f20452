//! Counting columns by several at a time.

use super::super::live::Live;
use super::super::uniform::Team;
use super::How;
use super::counter::Strided;
use crate::ir::raw::{Build, Inst, IntPredicate, Opcode, Ty, Val};

/// The columns of one iteration.
pub(super) struct Columns<'c> {
    /// In the width of the old counter.
    pub values: Vec<Val<'c>>,
    /// Whether there is such a column, for each; where there is not, the first stands for it. Empty where there always is.
    pub there: Vec<Val<'c>>,
}

/// A second, wide counter that takes `width` columns at a time and ends the loop; the old one counts on for nobody. Answers
/// the columns of one iteration.
pub(super) fn count_by<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    how: How,
    width: u32,
) -> Columns<'c> {
    let ty = strided.column.ty();
    let wide = ty.int(64);
    let extend = match strided.signed {
        true => Opcode::LLVMSExt,
        false => Opcode::LLVMZExt,
    };
    let widened = |at: &Build<'c>, value: Val<'c>| match value.ty() == wide {
        true => value,
        false => at.cast(extend, value, wide),
    };
    let by = wide.number(u64::from(width));
    let (Some(before), Some(back)) = (strided.before.last(), strided.latch.last()) else {
        return Columns::none();
    };
    let there = live.is_there(strided.step, before);
    let at = Build::before(before);
    let (start, single) = match (how, strided.team, strided.step_register()) {
        (How::Neighbours, team, _) => (
            at.mul(widened(&at, strided.start), by),
            threads(&at, team, wide),
        ),
        (How::Own, _, Some(name)) if !there => {
            (widened(&at, strided.start), register(&at, &name, wide))
        }
        (How::Own, ..) => (widened(&at, strided.start), widened(&at, strided.step)),
    };
    let columns = widened(&at, strided.columns);
    let step = at.mul(single, by);

    let (wide_column, next) = wide_counter(strided, back, start, step);
    if let Some(add) = next.as_instruction() {
        add.promise_no_wrap(!strided.signed, true);
    }
    end_loop(strided, wide_column, columns);
    match how {
        How::Neighbours => first_columns(strided, wide_column, width),
        How::Own => own_columns(strided, (wide_column, single, columns), width),
    }
}

/// A second, wide counter that begins `lane` columns later than the old one, takes every `count`-th of its columns and ends the loop; the old
/// one counts on for nobody. The old one's step is a positive number.
pub fn count_apart<'c>(strided: &Strided<'c>, lane: Val<'c>, count: u32) {
    let wide = strided.column.ty().int(64);
    let extend = match strided.signed {
        true => Opcode::LLVMSExt,
        false => Opcode::LLVMZExt,
    };
    let (Some(before), Some(back)) = (strided.before.last(), strided.latch.last()) else {
        return;
    };
    let at = Build::before(before);
    let widened = |op: Opcode, value: Val<'c>| match value.ty() == wide {
        true => value,
        false => at.cast(op, value, wide),
    };
    let step = widened(extend, strided.step);
    let later = at.mul(widened(Opcode::LLVMZExt, lane), step);
    let start = at.add(widened(extend, strided.start), later);
    let columns = widened(extend, strided.columns);
    let step = at.mul(step, wide.number(u64::from(count)));
    let (column, _) = wide_counter(strided, back, start, step);
    end_loop(strided, column, columns);
    let Some(at) = after_phis(strided) else {
        return;
    };
    let ty = strided.column.ty();
    let narrow = match ty == wide {
        true => column,
        // It is used where it is below the number of columns, which has the old width: nothing is cut off.
        false => at.cast(Opcode::LLVMTrunc, column, ty),
    };
    super::jam::replace_column(strided, narrow);
}

/// A counter from `start` by `step` in their width: it, and what it is next, computed before `back`, where the loop goes back.
fn wide_counter<'c>(
    strided: &Strided<'c>,
    back: Inst<'c>,
    start: Val<'c>,
    step: Val<'c>,
) -> (Val<'c>, Val<'c>) {
    let column = Build::before(strided.column).phi(start.ty());
    let next = Build::before(back).add(column, step);
    if let Some(phi) = column.as_instruction() {
        phi.add_incoming(start, strided.before);
        phi.add_incoming(next, strided.latch);
    }
    (column, next)
}

impl Columns<'_> {
    fn none() -> Self {
        Columns {
            values: Vec::new(),
            there: Vec::new(),
        }
    }
}

/// The number of threads that share the columns.
fn threads<'c>(at: &Build<'c>, team: Option<Team>, wide: Ty<'c>) -> Val<'c> {
    let threads = register(at, "ntid.x", wide);
    match team {
        Some(Team::GridRow) => at.mul(threads, register(at, "nctaid.x", wide)),
        _ => threads,
    }
}

/// A special register that is no negative number.
fn register<'c>(at: &Build<'c>, name: &str, wide: Ty<'c>) -> Val<'c> {
    let name = format!("llvm.nvvm.read.ptx.sreg.{name}");
    let read = at.intrinsic(&name, &[], &[]);
    read.map_or(wide.number(1), |read| at.cast(Opcode::LLVMZExt, read, wide))
}

fn end_loop<'c>(strided: &Strided<'c>, column: Val<'c>, columns: Val<'c>) {
    let Some(branch) = strided.header.last() else {
        return;
    };
    let predicate = match (strided.signed, strided.goes_on) {
        (true, true) => IntPredicate::LLVMIntSLT,
        (true, false) => IntPredicate::LLVMIntSGE,
        (false, true) => IntPredicate::LLVMIntULT,
        (false, false) => IntPredicate::LLVMIntUGE,
    };
    let holds = Build::before(branch).compare(predicate, column, columns);
    branch.set_operand(0, holds);
}

/// The columns of one iteration, in the old width. They are used only where the wide column is below the number of columns,
/// which has the old width: nothing is cut off.
fn first_columns<'c>(strided: &Strided<'c>, wide_column: Val<'c>, width: u32) -> Columns<'c> {
    let ty = strided.column.ty();
    let Some(at) = after_phis(strided) else {
        return Columns::none();
    };
    let column = match ty == wide_column.ty() {
        true => wide_column,
        false => at.cast(Opcode::LLVMTrunc, wide_column, ty),
    };
    let (unsigned, signed) = (
        !strided.signed || strided.team == Some(Team::Row),
        strided.signed,
    );
    let promise = |value: Val<'c>| {
        if let Some(instruction) = value.as_instruction() {
            instruction.promise_no_wrap(unsigned, signed);
        }
        value
    };
    if column != wide_column {
        promise(column);
    }
    let others = (1..u64::from(width)).map(|k| promise(at.add(column, ty.number(k))));
    Columns {
        values: std::iter::once(column).chain(others).collect(),
        there: Vec::new(),
    }
}

fn after_phis<'c>(strided: &Strided<'c>) -> Option<Build<'c>> {
    let head = strided.header.instructions();
    let first = head.into_iter().find(|it| it.opcode() != Opcode::LLVMPHI)?;
    Some(Build::before(first))
}

/// The columns that the thread would take in this iteration and those after it, as far as there are any.
fn own_columns<'c>(
    strided: &Strided<'c>,
    (column, step, columns): (Val<'c>, Val<'c>, Val<'c>),
    width: u32,
) -> Columns<'c> {
    let ty = strided.column.ty();
    let Some(at) = after_phis(strided) else {
        return Columns::none();
    };
    let narrow = |value: Val<'c>| match ty == value.ty() {
        true => value,
        false => at.cast(Opcode::LLVMTrunc, value, ty),
    };
    let less = match strided.signed {
        true => IntPredicate::LLVMIntSLT,
        false => IntPredicate::LLVMIntULT,
    };
    let mut found = Columns {
        values: vec![narrow(column)],
        there: vec![ty.int(1).number(1)],
    };
    let mut next = column;
    for _ in 1..width {
        next = at.add(next, step);
        let there = at.compare(less, next, columns);
        found.values.push(narrow(at.select(there, next, column)));
        found.there.push(there);
    }
    found
}

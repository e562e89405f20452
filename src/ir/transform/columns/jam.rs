//! The bodies of neighbouring columns, side by side.

use std::collections::{HashMap, HashSet};

use super::super::Ledger;
use super::super::affine::is_multiple;
use super::super::live::Live;
use super::carried::Carried;
use super::check::{counter, neighbours};
use super::counter::Strided;
use super::{How, count};
use crate::ir::raw::{Blk, Build, Inst, Opcode, Ty, Val};

/// No load or store moves more bytes at once (ld.global.v4.f32, PTX ISA).
const WIDEST: u32 = 16;

/// Makes the change, which [`super::check`] has allowed.
pub fn jam<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    how: How,
    width: u32,
    varying: &HashSet<usize>,
    ledger: &mut Ledger<'_>,
) {
    let neighbours = match how {
        How::Neighbours => plan(live, strided, width, varying, ledger),
        How::Own => Vec::new(),
    };
    let columns = count::count_by(live, strided, how, width);
    let column = strided.column.value().id();
    let mut jam = Jam {
        width,
        copies: HashMap::from([(column, columns.values)]),
        there: columns.there,
    };
    let order = live.in_order(live.number(strided.header).unwrap_or(0), &strided.body);
    let body: Vec<Inst<'c>> = order
        .iter()
        .flat_map(|&block| live.blocks[block].instructions())
        .filter(|it| varying.contains(&it.value().id()) && *it != strided.column)
        .collect();
    jam.copy_phis(&body);
    for &instruction in &body {
        let mut carried = strided.carried.iter();
        if let Some(carried) = carried.find(|it| it.steps.contains(&instruction)) {
            // What the steps are made of, besides each other, is there before the last of them.
            if carried.steps.last() == Some(&instruction) {
                jam.chain(carried, strided.latch);
            }
            continue;
        }
        match neighbours.iter().find(|found| found.access == instruction) {
            _ if instruction.opcode() == Opcode::LLVMPHI => {}
            Some(found) => jam.copy_access(found),
            None => jam.copy_plain(instruction),
        }
    }
    jam.connect_phis(&body);
    replace_column(strided, jam.copies[&column][0]);
}

/// An access whose elements stand next to each other for neighbouring columns.
struct Neighbours<'c> {
    access: Inst<'c>,
    /// Bytes that the first of a group may be taken to be aligned to.
    align: u32,
}

/// Finds such accesses, and how aligned they are; the column is a multiple of the width.
fn plan<'c>(
    live: &Live<'c>,
    strided: &Strided<'c>,
    width: u32,
    varying: &HashSet<usize>,
    ledger: &mut Ledger<'_>,
) -> Vec<Neighbours<'c>> {
    let counter = counter(strided, varying);
    let known = |value: Val<'c>| value == strided.column.value();
    let blocks = strided.body.iter().map(|&block| live.blocks[block]);
    let mut found = Vec::new();
    for access in blocks.flat_map(|block| block.instructions()) {
        let Some(index) = neighbours(&counter, access) else {
            continue;
        };
        let bytes = access.moved().and_then(Ty::number_bytes).unwrap_or(1);
        let wanted = (bytes * width).min(WIDEST);
        let group = (wanted / bytes).max(1);
        let base = access
            .address()
            .and_then(Val::as_instruction)
            .and_then(|address| address.operand(0));
        let proven = match base.and_then(Val::as_argument) {
            Some((_, param)) => ledger.try_all(|ledger| {
                ledger.aligned(param, u64::from(wanted))
                    && is_multiple(index, u64::from(group), &known, ledger)
            }),
            None => false,
        };
        let known = access.alignment().unwrap_or(1);
        let align = if proven { wanted.max(known) } else { known };
        found.push(Neighbours { access, align });
    }
    found
}

/// Lets all users of the old column have the new one.
pub fn replace_column<'c>(strided: &Strided<'c>, column: Val<'c>) {
    for (user, index) in strided.column.uses() {
        if user != strided.next && user != strided.guard {
            user.set_operand(index, column);
        }
    }
}

struct Jam<'c> {
    width: u32,
    /// What stands for a value, by its id, in the body of each column; the first is the value itself.
    copies: HashMap<usize, Vec<Val<'c>>>,
    /// Whether there is a column for each body; empty where there always is.
    there: Vec<Val<'c>>,
}

impl<'c> Jam<'c> {
    /// What stands for `value` in the body of column `k`.
    fn of(&self, value: Val<'c>, k: usize) -> Val<'c> {
        let copies = self.copies.get(&value.id());
        copies
            .and_then(|copies| copies.get(k))
            .copied()
            .unwrap_or(value)
    }

    fn copy_phis(&mut self, body: &[Inst<'c>]) {
        for &phi in body.iter().filter(|it| it.opcode() == Opcode::LLVMPHI) {
            let at = Build::before(phi);
            let others = (1..self.width).map(|_| at.phi(phi.ty()));
            let all = std::iter::once(phi.value()).chain(others).collect();
            self.copies.insert(phi.value().id(), all);
        }
    }

    fn connect_phis(&mut self, body: &[Inst<'c>]) {
        for &phi in body.iter().filter(|it| it.opcode() == Opcode::LLVMPHI) {
            for k in 1..self.width as usize {
                let Some(copy) = self.of(phi.value(), k).as_instruction() else {
                    continue;
                };
                for index in 0..phi.operand_count() {
                    if let (Some(value), Some(from)) =
                        (phi.operand(index), phi.incoming_block(index))
                    {
                        copy.add_incoming(self.of(value, k), from);
                    }
                }
            }
        }
    }

    /// Copies right after the original, one a column, in order.
    fn copy_plain(&mut self, original: Inst<'c>) {
        let Some(place) = original.next() else { return };
        let mut all = vec![original.value()];
        for k in 1..self.width as usize {
            let copy = original.copy_before(place);
            for index in 0..copy.operand_count() {
                if let Some(operand) = copy.operand(index) {
                    copy.set_operand(index, self.of(operand, k));
                }
            }
            all.push(copy.value());
        }
        self.copies.insert(original.value().id(), all);
    }

    /// Lets the bodies make what is carried one of the other's, in the order of their columns.
    fn chain(&mut self, carried: &Carried<'c>, latch: Blk<'c>) {
        let Some(place) = carried.steps.last().and_then(|step| step.next()) else {
            return;
        };
        // What the last body that is there left, for each value.
        let mut left: Vec<Val<'c>> = carried
            .values
            .iter()
            .map(|(_, next)| next.value())
            .collect();
        for k in 1..self.width as usize {
            let found = |value: Val<'c>| {
                let at = carried
                    .values
                    .iter()
                    .position(|(phi, _)| phi.value() == value);
                at.map(|at| left[at])
            };
            let mut steps: Vec<(Val<'c>, Val<'c>)> = Vec::new();
            for step in &carried.steps {
                let copy = step.copy_before(place);
                for index in 0..copy.operand_count() {
                    let Some(operand) = copy.operand(index) else {
                        continue;
                    };
                    let made = steps.iter().find(|(old, _)| *old == operand);
                    let made = made.map(|(_, new)| *new).or_else(|| found(operand));
                    copy.set_operand(index, made.unwrap_or_else(|| self.of(operand, k)));
                }
                steps.push((step.value(), copy.value()));
            }
            let new = |next: Inst<'c>| {
                let made = steps.iter().find(|(old, _)| *old == next.value());
                made.map_or(next.value(), |(_, new)| *new)
            };
            let there = self.there.get(k);
            let next = carried
                .values
                .iter()
                .zip(&left)
                .map(|((_, next), last)| match there {
                    Some(there) => Build::before(place).select(*there, new(*next), *last),
                    None => new(*next),
                });
            left = next.collect();
        }
        for ((phi, _), last) in carried.values.iter().zip(left) {
            let back = (0..phi.operand_count()).filter(|i| phi.incoming_block(*i) == Some(latch));
            back.for_each(|index| phi.set_operand(index, last));
        }
    }

    /// As [`Jam::copy_plain`], with addresses counted from that of the first column, so that LLVM sees them side by side.
    fn copy_access(&mut self, found: &Neighbours<'c>) {
        let access = found.access;
        self.copy_plain(access);
        let (Some(address), Some(ty)) = (access.address(), access.moved()) else {
            return;
        };
        let bytes = ty.number_bytes().unwrap_or(1);
        access.set_alignment(found.align);
        let at_operand = u32::from(access.opcode() == Opcode::LLVMStore);
        let inside = address.as_instruction().is_some_and(Inst::is_inbounds);
        for k in 1..self.width {
            let mut following = std::iter::successors(access.next(), |at| at.next());
            let Some(copy) = following.nth(2 * (k as usize - 1)) else {
                return;
            };
            let at = Build::before(copy);
            let index = ty.int(64).number(u64::from(k));
            let next = match inside {
                true => at.offset_inside(ty, address, index),
                false => at.offset(ty, address, index),
            };
            copy.set_operand(at_operand, next);
            // As aligned as the first, if its distance is.
            let distance = 1 << (k * bytes).trailing_zeros();
            copy.set_alignment(found.align.min(distance));
        }
    }
}

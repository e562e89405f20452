//! A search that goes through rising elements one by one, made to halve them.
//!
//! `for (j = 0; j < n; ++j) if (a[j] >= x) break;` looks for the first element that is as large. Where the elements rise, those that are form
//! the end of the array, and its beginning is found by halving what it can be in. The loop stays: it begins at what was found, and so
//! ends in its first iteration, where it ended before. So nothing behind it changes.
//!
//! Elements are read that the loop did not come to. They are there: the loop's bound is what says how many there are.

use std::collections::BTreeSet;

use super::coarsen::Replaced;
use super::columns::counter::{guard, ways};
use super::live::Live;
use super::root::{Effect, effect};
use super::{Given, Ledger, Used, unfit};
use crate::ir::address::{Constant, Float};
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Build, Inst, IntPredicate, Opcode, Ty, Val};
use crate::workload::Scalar;

/// The loop at hand.
struct Search<'c> {
    header: Blk<'c>,
    /// Where it is entered from.
    before: Blk<'c>,
    /// The number of the element, which begins at 0 and goes up by 1.
    at: Inst<'c>,
    /// How many elements there are.
    count: Val<'c>,
    signed: bool,
    /// The comparison of an element, and whether the loop ends where it holds.
    compared: Inst<'c>,
    ends: bool,
    /// All its instructions.
    inside: Vec<Inst<'c>>,
}

/// Halves what the loop at `header` looks through. Answers the promises relied on, and instructions that are to be erased, with what is in
/// their place.
///
/// # Errors
/// Why the loop is no such search, or what is not promised. Nothing has changed then.
pub fn bisect<'c>(header: Blk<'c>, given: &Given) -> Result<(Vec<Used>, Replaced<'c>), Skip> {
    let function = header.function();
    if !function.is_kernel() {
        return unfit("only the buffers of a kernel are promised to rise");
    }
    let live = Live::of(function);
    let search = Search::at(&live, header)?;
    let mut ledger = Ledger::new(given, &function.name());
    search.check(&mut ledger)?;
    let replaced = search.halve().into_iter().collect();
    Ok((ledger.used.into_iter().collect(), replaced))
}

impl<'c> Search<'c> {
    fn at(live: &Live<'c>, header: Blk<'c>) -> Result<Search<'c>, Skip> {
        let no = || {
            unfit(
                "the loop does not look through elements, one after the other, and for nothing else",
            )
        };
        let Some(found) = live.loop_at(header) else {
            return unfit("no loop begins there");
        };
        let body: BTreeSet<usize> = found.body.iter().copied().collect();
        let inside: Vec<Inst<'c>> = body
            .iter()
            .flat_map(|&block| live.blocks[block].instructions())
            .collect();
        let (Some((before, latch)), &[at]) = (ways(live, header, found), &header.phis()[..]) else {
            return no();
        };
        let (count_from, next) = (at.incoming_from(before), at.incoming_from(latch));
        let next = next.and_then(Val::as_instruction);
        let steps = next.is_some_and(|next| {
            next.opcode() == Opcode::LLVMAdd
                && (0..2).any(|one| {
                    next.operand(one) == Some(at.value())
                        && next.operand(1 - one).and_then(number) == Some(1)
                })
        });
        if count_from.and_then(number) != Some(0) || !steps {
            return no();
        }
        let (_, count, signed, _) = guard(live, header, at, &body)?;
        // One other way out, which every iteration comes to, and no choice besides.
        let leaves = |block: &usize| {
            !live.successors[*block]
                .iter()
                .all(|next| body.contains(next))
        };
        let forks = body
            .iter()
            .filter(|block| live.successors[**block].len() > 1);
        let forks: Vec<usize> = forks
            .copied()
            .filter(|block| live.blocks[*block] != header)
            .collect();
        let &[fork] = &forks[..] else { return no() };
        let branch = live.blocks[fork].last();
        let compared = branch
            .filter(|branch| branch.opcode() == Opcode::LLVMBr && leaves(&fork))
            .and_then(|branch| branch.operand(0)?.as_instruction());
        let Some(compared) = compared.filter(|it| inside.contains(it)) else {
            return no();
        };
        let ends = live.successors[fork]
            .first()
            .is_some_and(|first| !body.contains(first));
        Ok(Search {
            header,
            before,
            at,
            count,
            signed,
            compared,
            ends,
            inside,
        })
    }

    fn check(&self, ledger: &mut Ledger<'_>) -> Result<(), Skip> {
        let harmless = |it: &Inst<'c>| {
            it.is_terminator() || matches!(effect(*it), Effect::None | Effect::Load(_))
        };
        if !self.inside.iter().all(harmless) {
            return unfit("the loop does more than look");
        }
        let (Some(a), Some(b)) = (self.compared.operand(0), self.compared.operand(1)) else {
            return unfit("the loop ends by no comparison");
        };
        let (element, other, first) = match (self.is_element(a), self.is_element(b)) {
            (Some(element), _) => (element, b, true),
            (_, Some(element)) => (element, a, false),
            _ => return unfit("the loop does not compare the elements of a buffer"),
        };
        if self.moves(other, 16) {
            return unfit("the loop compares each element with something else");
        }
        let (param, ty) = element;
        let kind = ledger.rising(param).filter(|scalar| is_of(ty, *scalar));
        let Some(kind) = kind else {
            return Err(Skip::Unpromised(
                "the workload does not promise that the elements rise".into(),
            ));
        };
        let count = self.count.as_argument().map(|(_, index)| index);
        if count.is_none() || ledger.length(param) != count {
            return Err(Skip::Unpromised(
                "the loop's bound is not said to be the number of elements".into(),
            ));
        }
        match self.finds_large(first, kind) {
            true => Ok(()),
            false => unfit("the loop does not look for an element that is large enough"),
        }
    }

    /// The parameter that a value is the element of this iteration of, and its type.
    fn is_element(&self, value: Val<'c>) -> Option<(u32, Ty<'c>)> {
        let load = value
            .as_instruction()
            .filter(|it| it.opcode() == Opcode::LLVMLoad && it.is_simple())?;
        let (ty, base, indices) = load.address()?.steps()?;
        let &[index] = &indices[..] else { return None };
        let index = match index.as_instruction() {
            Some(it) if matches!(it.opcode(), Opcode::LLVMSExt | Opcode::LLVMZExt) => {
                it.operand(0)?
            }
            _ => index,
        };
        let (_, param) = base.as_argument()?;
        (index == self.at.value() && Some(ty) == load.moved()).then_some((param, ty))
    }

    /// Whether a value may be another one in each iteration.
    fn moves(&self, value: Val<'c>, depth: u32) -> bool {
        let Some(it) = value.as_instruction().filter(|it| self.inside.contains(it)) else {
            return false;
        };
        let Some(depth) = depth.checked_sub(1) else {
            return true;
        };
        it.opcode() == Opcode::LLVMPHI
            || matches!(effect(it), Effect::Any | Effect::Barrier | Effect::Store(_))
            || it
                .operands()
                .into_iter()
                .any(|operand| self.moves(operand, depth))
    }

    /// Whether the loop ends at an element because it is large; `first` says that the element is the comparison's first operand.
    fn finds_large(&self, first: bool, kind: Scalar) -> bool {
        let Some(predicate) = self.compared.predicate() else {
            return false;
        };
        let integer = self.compared.opcode() == Opcode::LLVMICmp;
        // An order of NaN with anything is decided alike for all elements, none of which is one.
        let (order, relation) = match (integer, predicate.split_at(1)) {
            (true, ("s", relation)) => ("s", relation),
            (true, ("u", relation)) => ("u", relation),
            (false, ("o" | "u", relation)) => ("f", relation),
            _ => return false,
        };
        let wanted = match (kind.is_float(), kind.is_signed()) {
            (true, _) => "f",
            (false, true) => "s",
            (false, false) => "u",
        };
        let larger = match relation {
            "gt" | "ge" => first == self.ends,
            "lt" | "le" => first != self.ends,
            _ => return false,
        };
        order == wanted && larger
    }

    /// Puts a loop before this one that finds the element at which it ends. Answers the number of the element, which is gone, and what is in
    /// its place.
    fn halve(&self) -> Option<(Inst<'c>, Inst<'c>)> {
        let ty = self.at.ty();
        let head = self.header.insert_before(c"");
        let half = self.header.insert_before(c"");
        let last = self.before.last()?;
        for (index, to) in (0..).zip(last.successors()) {
            if to == self.header {
                last.set_successor(index, head);
            }
        }
        let at = Build::at_end(head);
        let (from, left) = (at.phi(ty), at.phi(ty));
        let more = match self.signed {
            true => IntPredicate::LLVMIntSGT,
            false => IntPredicate::LLVMIntUGT,
        };
        at.branch_if(at.compare(more, left, ty.number(0)), half, self.header);

        let at = Build::at_end(half);
        let back = at.branch(head).as_instruction()?;
        let at = Build::before(back);
        let by = at.binary(Opcode::LLVMLShr, left, ty.number(1));
        let middle = at.add(from, by);
        let mut made = vec![(self.at.value(), middle)];
        let holds = self.again(self.compared.value(), back, &mut made);
        let at = Build::before(back);
        let beyond = at.add(middle, ty.number(1));
        let rest = at.sub(at.sub(left, by), ty.number(1));
        let (next, fewer) = match self.ends {
            true => (at.select(holds, from, beyond), at.select(holds, by, rest)),
            false => (at.select(holds, beyond, from), at.select(holds, rest, by)),
        };
        for (phi, (first, then)) in [from, left]
            .into_iter()
            .zip([(ty.number(0), next), (self.count, fewer)])
        {
            if let Some(phi) = phi.as_instruction() {
                phi.add_incoming(first, self.before);
                phi.add_incoming(then, half);
            }
        }
        let at = self.at.redirected(self.before, (from, head));
        at.map(|new| (self.at, new))
    }

    /// Works a value of the loop out once more, before `place`, of what `made` says.
    fn again(
        &self,
        value: Val<'c>,
        place: Inst<'c>,
        made: &mut Vec<(Val<'c>, Val<'c>)>,
    ) -> Val<'c> {
        if let Some((_, new)) = made.iter().find(|(old, _)| *old == value) {
            return *new;
        }
        let Some(it) = value.as_instruction().filter(|it| self.inside.contains(it)) else {
            return value;
        };
        let operands: Vec<Val<'c>> = it
            .operands()
            .into_iter()
            .map(|one| self.again(one, place, made))
            .collect();
        let copy = it.copy_before(place);
        for (index, operand) in (0..).zip(operands) {
            copy.set_operand(index, operand);
        }
        made.push((value, copy.value()));
        copy.value()
    }
}

fn number(value: Val<'_>) -> Option<i64> {
    match value.constant()? {
        Constant::Int { value, .. } => Some(value),
        _ => None,
    }
}

/// Whether a type is the one that such elements have.
fn is_of(ty: Ty<'_>, scalar: Scalar) -> bool {
    match (ty.float(), ty.int_bits()) {
        (Some(Float::Float), _) => scalar == Scalar::F32,
        (Some(Float::Double), _) => scalar == Scalar::F64,
        (None, Some(bits)) => !scalar.is_float() && bits as usize == 8 * scalar.size(),
        _ => false,
    }
}

//! What is computed before what in the edited module, and the repair rule.

use super::super::address::BlockName;
use super::super::raw::{Blk, Inst, Ty, Val};
use super::Variant;

impl<'c> Variant<'c> {
    /// Whether `first` has executed whenever `then` executes; none precedes itself.
    pub(super) fn precedes(&self, first: Inst<'c>, then: Inst<'c>) -> bool {
        let (from, to) = (first.block(), then.block());
        if from == to {
            return std::iter::successors(then.previous(), |at| at.previous())
                .any(|at| at == first);
        }
        let place = |block: Blk<'c>| {
            let part = self.parts.iter().position(|part| *part == block);
            part.unwrap_or(self.parts.len())
        };
        match (self.block_numbers.get(&from), self.block_numbers.get(&to)) {
            // Parts of one block.
            (Some(one), Some(other)) if one == other => place(from) < place(to),
            (Some(&from), Some(&to)) => self.sketch.block_dominates(BlockName(from), BlockName(to)),
            _ => false,
        }
    }

    /// Whether the value can be used by an instruction that stands at `place`. The result of a terminator is not there
    /// on all the ways that go on from it.
    pub(super) fn is_there(&self, value: Val<'c>, place: Inst<'c>) -> bool {
        let reaches = |from: Inst<'c>| !from.is_terminator() && self.precedes(from, place);
        value.as_instruction().is_none_or(reaches)
    }

    /// The value that stands in at `place` for one that is not there: the nearest result of the type that is computed
    /// before, else the function's first argument of the type, else 1 (null for a pointer, zeroes for an aggregate).
    ///
    /// The choice depends on nothing but the module as edited so far, so a genome means the same every time.
    pub(super) fn stand_in(&self, ty: Ty<'c>, place: Inst<'c>) -> Val<'c> {
        let upward = |from: Option<Inst<'c>>| {
            let fits = |at: &Inst<'c>| {
                let assumes = || self.assumed.iter().any(|(.., made)| made.contains(at));
                at.ty() == ty && !at.is_terminator() && !assumes()
            };
            std::iter::successors(from, |at| at.previous()).find(fits)
        };
        let mut found = upward(place.previous());
        let mut block = self.block_numbers.get(&place.block()).copied();
        while let (None, Some(above)) = (found, block) {
            let idom = self
                .sketch
                .block(BlockName(above))
                .and_then(|block| block.idom);
            block = idom.map(|idom| idom.0);
            found = idom.and_then(|idom| upward(self.blocks.get(idom.0 as usize)?.last()));
        }
        if let Some(found) = found {
            return found.value();
        }
        let params = place.block().function().params();
        params
            .into_iter()
            .find(|param| param.ty() == ty)
            .unwrap_or_else(|| ty.small_constant())
    }

    /// Gives every operand of `instruction` that is not there a stand-in.
    pub(super) fn repair_operands(&self, instruction: Inst<'c>) {
        for index in 0..instruction.operand_count() {
            let Some(operand) = instruction.operand(index) else {
                continue;
            };
            if !self.is_there(operand, instruction) {
                instruction.set_operand(index, self.stand_in(operand.ty(), instruction));
            }
        }
    }

    /// Gives every user that the result of `instruction` does not reach any more a stand-in.
    pub(super) fn repair_uses(&self, instruction: Inst<'c>) {
        for (user, index) in instruction.uses() {
            // A phi reads its operand where the incoming block ends.
            let incoming = user.incoming_block(index).and_then(|block| block.last());
            let place = incoming.unwrap_or(user);
            if !self.precedes(instruction, place) {
                user.set_operand(index, self.stand_in(instruction.ty(), place));
            }
        }
    }
}

//! What a value of a loop will be one iteration later, and what it is in the first one.

use std::collections::BTreeMap;

use super::super::super::raw::{Inst, Opcode, Val};
use super::shape::{Disjoint, Region, Shape, Writers};
use crate::ir::Skip;

/// More instructions than these are not worth a load.
const MOST: usize = 48;

/// Computes values of another iteration before an instruction of the loop, or before the loop. What it makes has no
/// users but each other until the caller gives it some, and can be taken back.
pub struct Shift<'s, 'c> {
    pub shape: &'s Shape<'c>,
    pub region: &'s Region<'c>,
    pub writers: &'s Writers<'c>,
    pub disjoint: &'s Disjoint<'s>,
    known: BTreeMap<(usize, When), Val<'c>>,
    made: Vec<Inst<'c>>,
}

/// The iteration that a value is wanted of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    Now,
    Next,
    First,
}

impl<'s, 'c> Shift<'s, 'c> {
    pub fn new(
        shape: &'s Shape<'c>,
        region: &'s Region<'c>,
        writers: &'s Writers<'c>,
        disjoint: &'s Disjoint<'s>,
    ) -> Shift<'s, 'c> {
        Shift {
            shape,
            region,
            writers,
            disjoint,
            known: BTreeMap::new(),
            made: Vec::new(),
        }
    }

    /// Takes everything back that was made.
    pub fn take_back(&mut self) {
        self.known.clear();
        self.made.drain(..).rev().for_each(Inst::erase);
    }

    /// The value that `value` will have in the next iteration, computed before `place`. Meaningless after the last one.
    pub fn next(&mut self, value: Val<'c>, place: Inst<'c>) -> Result<Val<'c>, Skip> {
        self.get(value, place, When::Next)
    }

    /// The value that `value` has in the first iteration, computed before `place`, which stands before the loop.
    pub fn first(&mut self, value: Val<'c>, place: Inst<'c>) -> Result<Val<'c>, Skip> {
        self.get(value, place, When::First)
    }

    fn get(&mut self, value: Val<'c>, place: Inst<'c>, when: When) -> Result<Val<'c>, Skip> {
        let Some(instruction) = self.region.computes(value) else {
            return Ok(value);
        };
        if let Some(&known) = self.known.get(&(value.id(), when)) {
            return Ok(known);
        }
        let got = self.compute(instruction, place, when)?;
        self.known.insert((value.id(), when), got);
        Ok(got)
    }

    fn compute(&mut self, it: Inst<'c>, place: Inst<'c>, when: When) -> Result<Val<'c>, Skip> {
        let in_header = it.block() == self.region.header;
        if it.opcode() == Opcode::LLVMPHI && in_header && when != When::Now {
            let from = match when {
                When::First => self.region.entry,
                _ => self.region.latch,
            };
            let value = it.incoming_from(from);
            let value =
                value.ok_or_else(|| Skip::Unfit("a phi of the loop is incomplete".into()))?;
            return match when {
                When::First => Ok(value),
                _ => self.get(value, place, When::Now),
            };
        }
        if when == When::Now && self.shape.live.precedes(it, place) {
            return Ok(it.value());
        }
        if it.opcode() == Opcode::LLVMLoad && it.is_simple() {
            return self.compute_load(it, place, when);
        }
        match it.is_speculatable() {
            true => self.copy(it, place, when),
            false => Err(Skip::Unfit(
                "what the load depends on cannot be computed an iteration ahead".into(),
            )),
        }
    }

    /// A load from memory that the loop leaves alone: the same every time if its address is, and in the header also
    /// executed whenever the loop is reached.
    fn compute_load(&mut self, it: Inst<'c>, place: Inst<'c>, when: When) -> Result<Val<'c>, Skip> {
        let unfit = |what: &str| Skip::Unfit(format!("the load depends on another one {what}"));
        let address = it.address().ok_or_else(|| unfit("of nowhere"))?;
        if !self.writers.spare(address.object(), self.disjoint) {
            return Err(unfit("of what the loop may write"));
        }
        match when {
            When::Next if self.get(address, place, when)? == address => Ok(it.value()),
            When::First if it.block() == self.region.header => self.copy(it, place, when),
            _ => Err(unfit("of the same iteration: issue that one ahead first")),
        }
    }

    fn copy(&mut self, it: Inst<'c>, place: Inst<'c>, when: When) -> Result<Val<'c>, Skip> {
        let mut operands = Vec::new();
        for index in 0..it.operand_count() {
            let Some(old) = it.operand(index) else {
                continue;
            };
            operands.push((index, old, self.get(old, place, when)?));
        }
        // The same in every iteration.
        if when == When::Next && operands.iter().all(|(_, old, new)| old == new) {
            return Ok(it.value());
        }
        if self.made.len() >= MOST {
            return Err(Skip::Unfit(
                "too much would have to be computed ahead".into(),
            ));
        }
        let copy = it.copy_before(place);
        self.made.push(copy);
        for (index, old, new) in operands {
            if old != new {
                copy.set_operand(index, new);
            }
        }
        Ok(copy.value())
    }
}

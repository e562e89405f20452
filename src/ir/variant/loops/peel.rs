//! Takes the first iteration out of a loop.

use std::collections::BTreeMap;

use super::super::super::address::BlockName;
use super::super::super::raw::{Blk, Build, Inst, Opcode, Val};
use super::super::Variant;
use super::shape::{Region, Shape};
use crate::ir::Skip;

/// A body with more instructions is no place to start from.
const LARGEST: usize = 400;

impl<'c> Variant<'c> {
    /// Executes the first iteration of the loop at `header` in a copy of its own before the loop, so that what is special
    /// about it (a sum that starts at nothing, a first element) becomes part of the code.
    ///
    /// From the copy it goes on to the header whether there was a first iteration or not, and the header tests again; so
    /// all that the loop's blocks dominate stays dominated. Refused where threads meet in the loop, since then the first
    /// iteration of some would have to meet the second of others at another instruction.
    pub fn peel(&mut self, header: BlockName) -> Result<(), Skip> {
        let unfit = |what: &str| Skip::Unfit(format!("the loop at {header} {what}"));
        let block = self.blocks.get(header.0 as usize).copied();
        let block = block.ok_or(Skip::NoBlock(header))?;
        let shape = Shape::of(block.function());
        let region = shape.region(block)?;
        let all: Vec<Inst<'c>> = region.instructions().collect();
        if all.len() > LARGEST {
            return Err(unfit("is too large to be copied"));
        }
        if all.iter().any(|it| it.is_convergent()) {
            return Err(unfit("has threads meet in it"));
        }
        if region.header == region.latch {
            return Err(unfit("tests only after its first iteration"));
        }
        if !all.iter().all(|it| can_be_copied(*it)) {
            return Err(unfit("has what cannot be copied"));
        }
        let copy = Copy::of(&region);
        self.enter_through_copy(&region, &copy);
        Ok(())
    }

    /// Lets the loop be entered through the copy of its first iteration.
    fn enter_through_copy(&mut self, region: &Region<'c>, copy: &Copy<'c>) {
        let test = copy.block(region.header);
        let (Some(test), Some(latch), Some(end)) =
            (test, copy.block(region.latch), copy.after.last())
        else {
            return;
        };
        let merged: Vec<Option<Val<'c>>> = region
            .header
            .phis()
            .into_iter()
            .map(|phi| {
                let before = phi.incoming_from(region.entry)?;
                let after = copy.value(phi.incoming_from(region.latch)?);
                let merged = Build::before(end).phi(phi.ty());
                let both = merged.as_instruction()?;
                both.add_incoming(before, test);
                both.add_incoming(after, latch);
                Some(merged)
            })
            .collect();
        self.move_entry(region, test, copy.after);
        for (phi, merged) in region.header.phis().into_iter().zip(merged) {
            let entered = |index: &u32| phi.incoming_block(*index) == Some(copy.after);
            let index = (0..phi.operand_count()).find(entered);
            if let (Some(index), Some(merged)) = (index, merged) {
                phi.set_operand(index, merged);
            }
        }
    }
}

/// Not what makes room on the stack, tells the compiler about a region of the program, or goes on in unusual ways.
fn can_be_copied(it: Inst<'_>) -> bool {
    let plain_end = matches!(it.opcode(), Opcode::LLVMBr | Opcode::LLVMSwitch);
    it.opcode() != Opcode::LLVMAlloca && !it.is_marker() && (plain_end || !it.is_terminator())
}

/// The first iteration, in blocks of its own.
struct Copy<'c> {
    /// Where the copy goes in the end, whether there was a first iteration or not; goes to the header.
    after: Blk<'c>,
    blocks: BTreeMap<Blk<'c>, Blk<'c>>,
    values: BTreeMap<usize, Val<'c>>,
}

impl<'c> Copy<'c> {
    fn of(region: &Region<'c>) -> Copy<'c> {
        let after = region.header.insert_before(c"");
        Build::at_end(after).branch(region.header);
        let mut copy = Copy {
            after,
            blocks: BTreeMap::new(),
            values: BTreeMap::new(),
        };
        for &block in &region.body {
            copy.blocks.insert(block, after.insert_before(c""));
        }
        let mut made = Vec::new();
        for &block in &region.body {
            copy.block(block)
                .into_iter()
                .for_each(|new| copy.fill(region, block, new, &mut made));
        }
        for &(old, new) in &made {
            copy.connect(region, old, new);
        }
        copy
    }

    fn block(&self, of: Blk<'c>) -> Option<Blk<'c>> {
        self.blocks.get(&of).copied()
    }

    fn value(&self, of: Val<'c>) -> Val<'c> {
        self.values.get(&of.id()).copied().unwrap_or(of)
    }

    /// Copies the instructions of a block, which still use what the originals do.
    fn fill(
        &mut self,
        region: &Region<'c>,
        block: Blk<'c>,
        new: Blk<'c>,
        made: &mut Vec<(Inst<'c>, Inst<'c>)>,
    ) {
        // Something to stand before while the block has no end of its own.
        let Some(end) = Build::at_end(new).branch(region.header).as_instruction() else {
            return;
        };
        for it in block.instructions() {
            let is_phi = it.opcode() == Opcode::LLVMPHI;
            let value = match is_phi && block == region.header {
                true => it.incoming_from(region.entry),
                false if is_phi => Some(Build::before(end).phi(it.ty())),
                false => Some(it.copy_before(end).value()),
            };
            if let Some(value) = value {
                self.values.insert(it.value().id(), value);
                let own = !(is_phi && block == region.header);
                made.extend(value.as_instruction().filter(|_| own).map(|new| (it, new)));
            }
        }
        end.erase();
    }

    /// Lets a copy use what was copied, and go where the copies are.
    fn connect(&self, region: &Region<'c>, old: Inst<'c>, new: Inst<'c>) {
        if old.opcode() == Opcode::LLVMPHI {
            for (value, from) in old.incoming() {
                new.add_incoming(self.value(value), self.block(from).unwrap_or(from));
            }
            if let Some(flags) = old.fast_math() {
                new.set_fast_math(flags);
            }
            return;
        }
        for (index, to) in (0..).zip(old.successors()) {
            let to = match to == region.header || !region.contains(to) {
                true => self.after,
                false => self.block(to).unwrap_or(to),
            };
            new.set_successor(index, to);
        }
        for index in 0..old.operand_count() {
            let operand = old.operand(index);
            if let Some(value) = operand.filter(|it| self.value(*it) != *it) {
                new.set_operand(index, self.value(value));
            }
        }
    }
}

//! Blocks, dominance and loops of a function as it is now: edits before may have added blocks that the sketch does not
//! know.

use std::collections::BTreeSet;

use super::super::super::raw::{Blk, Effect, Func, Inst, Object, Opcode, Val};
use super::super::super::sketch::flow;
use super::super::super::transform::live::Live;
use crate::ir::Skip;

/// The control flow of a live function.
pub struct Shape<'c> {
    function: Func<'c>,
    pub live: Live<'c>,
}

/// A loop that is left only from its header, as `for` and `while` are written: `header` tests, and goes on to `first` or
/// leaves; one block goes back.
#[derive(Debug, Clone)]
pub struct Region<'c> {
    pub header: Blk<'c>,
    pub latch: Blk<'c>,
    /// Where the header goes while the loop lasts.
    pub first: Blk<'c>,
    pub body: Vec<Blk<'c>>,
    /// The block outside that goes to the header, in one way.
    pub entry: Blk<'c>,
    /// The header's branch, and what it tests.
    pub branch: Inst<'c>,
    pub test: Val<'c>,
}

/// A loop of any form.
pub struct Natural<'c> {
    /// Blocks that jump back to the header.
    pub latches: Vec<Blk<'c>>,
    /// The header included.
    pub body: BTreeSet<Blk<'c>>,
}

impl<'c> Shape<'c> {
    pub fn of(function: Func<'c>) -> Shape<'c> {
        Shape {
            function,
            live: Live::of(function),
        }
    }

    pub fn function(&self) -> Func<'c> {
        self.function
    }

    /// All instructions of the function.
    pub fn instructions(&self) -> impl Iterator<Item = Inst<'c>> + '_ {
        self.live
            .blocks
            .iter()
            .flat_map(|block| block.instructions())
    }

    /// The header of the innermost loop around a block.
    pub fn innermost(&self, block: Blk<'c>) -> Option<Blk<'c>> {
        let number = self.live.numbers.get(&block)?;
        let around = self
            .live
            .flow
            .loops
            .iter()
            .filter(|it| it.body.contains(number));
        let innermost = around.min_by_key(|it| it.body.len())?;
        self.live.blocks.get(innermost.header).copied()
    }

    /// The loop at a header, whatever its form.
    pub fn natural(&self, header: Blk<'c>) -> Option<Natural<'c>> {
        let header = *self.live.numbers.get(&header)?;
        let found = self.live.flow.loops.iter().find(|it| it.header == header)?;
        let block = |number: &usize| self.live.blocks[*number];
        Some(Natural {
            latches: found.latches.iter().map(block).collect(),
            body: found.body.iter().map(block).collect(),
        })
    }

    /// The blocks of the loop at a header; none, where there is no loop.
    pub fn blocks_of(&self, header: Blk<'c>) -> Vec<Blk<'c>> {
        let number = self.live.numbers.get(&header);
        let mut loops = self.live.flow.loops.iter();
        let body = loops
            .find(|it| Some(&it.header) == number)
            .map(|it| &it.body);
        body.into_iter()
            .flatten()
            .map(|&block| self.live.blocks[block])
            .collect()
    }

    /// The loop at a header, if it has the form that [`Region`] describes.
    ///
    /// # Errors
    /// What is different.
    pub fn region(&self, header: Blk<'c>) -> Result<Region<'c>, Skip> {
        let unfit = |what: &str| Skip::Unfit(format!("the loop {what}"));
        let number = self.live.numbers.get(&header);
        let is_it = |it: &&flow::NaturalLoop| Some(&it.header) == number;
        let found = self.live.flow.loops.iter().find(is_it);
        let found = found.ok_or_else(|| unfit("is not there any more"))?;
        let &[latch] = &found.latches[..] else {
            return Err(unfit("goes back from several places"));
        };
        let inside = |block: &Blk<'c>| {
            let number = self.live.numbers.get(block);
            number.is_some_and(|number| found.body.contains(number))
        };
        let leaves = |&&block: &&usize| {
            let last = self.live.blocks[block].last();
            last.is_none_or(|last| {
                let next = last.successors();
                next.is_empty() || !next.iter().all(inside)
            })
        };
        let leaving: Vec<usize> = found.body.iter().filter(leaves).copied().collect();
        if leaving != [found.header] {
            return Err(unfit("is not left from its header alone"));
        }
        let branch = header.last().ok_or_else(|| unfit("has no end"))?;
        let first = match branch.successors()[..] {
            [then, otherwise] if inside(&then) && !inside(&otherwise) => then,
            [then, otherwise] if !inside(&then) && inside(&otherwise) => otherwise,
            _ => return Err(unfit("is not left by a branch of two ways")),
        };
        let test = branch.operand(0);
        let test = test.filter(|_| branch.opcode() == Opcode::LLVMBr);
        let mut entries = header.predecessors();
        entries.retain(|block| !inside(block));
        let ways = |block: &Blk<'c>| {
            let next = block.last().map(Inst::successors).unwrap_or_default();
            next.iter().filter(|to| **to == header).count()
        };
        let &[entry] = &entries[..] else {
            return Err(unfit("is entered from several places"));
        };
        if ways(&entry) != 1 || ways(&self.live.blocks[latch]) != 1 {
            return Err(unfit("is entered in two ways from one place"));
        }
        Ok(Region {
            header,
            latch: self.live.blocks[latch],
            first,
            body: found
                .body
                .iter()
                .map(|&block| self.live.blocks[block])
                .collect(),
            entry,
            branch,
            test: test.ok_or_else(|| unfit("is not left by a test"))?,
        })
    }
}

impl<'c> Region<'c> {
    pub fn contains(&self, block: Blk<'c>) -> bool {
        self.body.contains(&block)
    }

    /// The instruction that computes a value anew in each iteration.
    pub fn computes(&self, value: Val<'c>) -> Option<Inst<'c>> {
        let instruction = value.as_instruction()?;
        self.contains(instruction.block()).then_some(instruction)
    }

    /// Whether the loop goes on where its test holds (else it ends there).
    pub fn goes_on_where_it_holds(&self) -> bool {
        self.branch.successors().first() == Some(&self.first)
    }

    pub fn instructions(&self) -> impl Iterator<Item = Inst<'c>> + '_ {
        self.body.iter().flat_map(|block| block.instructions())
    }
}

/// Whether two parameters of a kernel, which is named, never point into the same memory. Asked only where the answer
/// matters, so whoever answers knows what was relied on.
pub type Disjoint<'p> = dyn Fn(&str, u32, u32) -> bool + 'p;

/// What is known of who writes what while a loop runs.
pub struct Writers<'c> {
    function: Func<'c>,
    objects: Vec<Object>,
    unknown: bool,
}

impl<'c> Writers<'c> {
    /// Of a loop. Where threads meet in it, what others write anywhere in the kernel counts as well.
    pub fn of(shape: &Shape<'c>, region: &Region<'c>) -> Writers<'c> {
        let meets = |it: Inst<'c>| matches!(it.effect(), Effect::Meets | Effect::Unknown);
        let all: Vec<Inst<'c>> = match region.instructions().any(meets) {
            true => shape.instructions().collect(),
            false => region.instructions().collect(),
        };
        let writes = |it: &&Inst<'c>| it.effect() == Effect::Writes;
        let object = |it: &Inst<'c>| it.address().map_or(Object::Unknown, Val::object);
        Writers {
            function: shape.function(),
            objects: all.iter().filter(writes).map(object).collect(),
            unknown: all.iter().any(|it| it.effect() == Effect::Unknown),
        }
    }

    /// Whether none of them writes to the object.
    pub fn spare(&self, object: Object, disjoint: &Disjoint<'_>) -> bool {
        let kernel = self.function.is_kernel();
        let apart = |written: &Object| match (object, *written) {
            (Object::Param(a), Object::Param(b)) => {
                let noalias = |index| self.function.param_has(index, "noalias");
                let promised = || kernel && disjoint(&self.function.name(), a, b);
                a != b && (noalias(a) || noalias(b) || promised())
            }
            (Object::Param(_), Object::Variable { private, .. })
            | (Object::Variable { private, .. }, Object::Param(_)) => private && kernel,
            (Object::Variable { id: a, .. }, Object::Variable { id: b, .. }) => a != b,
            (Object::Unknown, _) | (_, Object::Unknown) => false,
        };
        !self.unknown && self.objects.iter().all(apart)
    }
}

//! Parts of a kernel behind a branch that differs between copies.

use super::super::deed::{Deed, deed};
use super::Request;
use crate::ir::error::Skip;
use crate::ir::raw::{Inst, Opcode};
use crate::ir::transform::live::Live;
use crate::ir::transform::memory::{Object, objects};

/// All between a branch and the block where its ways meet again; or a loop that ends with the branch.
#[derive(Debug, Clone)]
pub struct Region {
    /// The block that the branch ends.
    pub branch: usize,
    /// Where the loop begins, if it is one: the only block that is entered from outside.
    pub header: Option<usize>,
    /// Ascending; the branch's block is among them only in a loop.
    pub blocks: Vec<usize>,
    /// Where the ways meet again; not among the blocks.
    pub join: usize,
}

/// An early return: where the branch's condition differs, a copy that would return does once more what another copy
/// does, while there is one that goes on.
#[derive(Debug, Clone)]
pub struct Guard {
    /// The block that the branch ends.
    pub branch: usize,
    /// Which of the branch's successors goes on.
    pub onward: u32,
    /// For each block, whether it is reached after the guard.
    pub behind: Vec<bool>,
}

impl Region {
    /// The region that the branch at the end of a block makes.
    ///
    /// # Errors
    /// Why copies cannot go through it one after the other.
    pub fn at(live: &Live<'_>, branch: usize) -> Result<Region, Skip> {
        let refuse = |why: &str| Err(Skip::Unsound(why.into()));
        let Some(join) = live.joins[branch] else {
            return refuse("a branch that differs between copies has ways that do not meet again");
        };
        let within = live.reach(&live.successors[branch], Some(join));
        let blocks: Vec<usize> = within.iter().copied().collect();
        let is_loop = within.contains(&branch);
        let entered = |block: &usize| {
            let mut before = live.predecessors[*block].iter();
            before.any(|from| {
                live.flow.reachable[*from] && !within.contains(from) && (is_loop || *from != branch)
            })
        };
        let entrances: Vec<usize> = blocks.iter().copied().filter(|it| entered(it)).collect();
        let header = match (is_loop, entrances.as_slice()) {
            (false, []) => None,
            (true, &[header]) => {
                let before = live.predecessors[header].iter();
                if before.filter(|it| !within.contains(*it)).count() != 1 {
                    return refuse(
                        "a loop whose length differs between copies is entered in two ways",
                    );
                }
                Some(header)
            }
            _ => {
                return refuse(
                    "a part that copies go through on their own is entered in the middle",
                );
            }
        };
        for &block in &blocks {
            for instruction in live.blocks[block].instructions() {
                match deed(instruction) {
                    Deed::Barrier => {
                        return refuse("a barrier is behind a branch that differs between copies");
                    }
                    Deed::Lanes => {
                        return refuse(
                            "lanes exchange something behind a branch that differs between copies",
                        );
                    }
                    _ => {}
                }
            }
        }
        Ok(Region {
            branch,
            header,
            blocks,
            join,
        })
    }

    pub fn has(&self, block: usize) -> bool {
        self.blocks.binary_search(&block).is_ok()
    }

    /// Whether a way to the join may come from this block.
    pub fn leaves_from(&self, block: usize) -> bool {
        block == self.branch || self.has(block)
    }
}

impl Guard {
    /// The guard at the end of a block, if that is what its branch is, and copies may do twice what is behind it.
    pub fn at(live: &Live<'_>, branch: usize, request: &Request<'_>) -> Option<Guard> {
        let [a, b] = live.successors[branch][..] else {
            return None;
        };
        let is_branch = live.blocks[branch].last()?.opcode() == Opcode::LLVMBr;
        if !request.repeatable || !is_branch || a == b {
            return None;
        }
        let (onward, returns) = match (only_returns(live, a), only_returns(live, b)) {
            (Some(returns), None) => (1, returns),
            (None, Some(returns)) => (0, returns),
            _ => return None,
        };
        let reached = live.reach(&[live.successors[branch][onward]], None);
        let mut behind: Vec<bool> = (0..live.blocks.len())
            .map(|it| reached.contains(&it))
            .collect();
        returns.iter().for_each(|&block| behind[block] = false);
        let dominated =
            (0..behind.len()).all(|it| !behind[it] || live.dominates_by_number(branch, it));
        let harmless = |(block, behind): (usize, &bool)| {
            let all = live.blocks[block].instructions();
            all.into_iter().all(|instruction| match deed(instruction) {
                Deed::Store => *behind && !is_shared(instruction),
                Deed::Load => !is_shared(instruction),
                Deed::Atomic | Deed::Barrier | Deed::Lanes => false,
                _ => true,
            })
        };
        let sound = dominated && !behind[branch] && behind.iter().enumerate().all(harmless);
        sound.then_some(Guard {
            branch,
            onward: onward as u32,
            behind,
        })
    }

    /// How many blocks are behind it: of two, the one with more is passed first.
    pub fn blocks_behind(&self) -> usize {
        self.behind.iter().filter(|behind| **behind).count()
    }
}

/// Whether an access may be to memory that other threads of the block see at once.
fn is_shared(access: Inst<'_>) -> bool {
    let function = access.block().function();
    let reached = access.address().map(|address| objects(function, address));
    let elsewhere = |it: Object| {
        matches!(
            it,
            Object::Argument(_) | Object::Slot(_) | Object::Global(_)
        )
    };
    reached.is_none_or(|reached| !reached.into_iter().all(elsewhere))
}

/// The blocks on the way from this one to a return, where there is nothing else on it.
fn only_returns(live: &Live<'_>, from: usize) -> Option<Vec<usize>> {
    let mut way = vec![from];
    loop {
        let last = *way.last()?;
        let [only] = live.blocks[last].instructions()[..] else {
            return None;
        };
        match (only.opcode(), live.successors[last].as_slice()) {
            (Opcode::LLVMRet, _) => return Some(way),
            (Opcode::LLVMBr, &[next]) if !way.contains(&next) => way.push(next),
            _ => return None,
        }
    }
}

//! How copies of a region are strung together: the first copy's way ends where the second one's begins, and the last one's
//! where the region's ways met before.

use std::collections::HashMap;

use super::Replaced;
use super::region::Region;
use super::replicate::Copies;
use crate::ir::raw::{Blk, Build, Inst, Opcode, Val};
use crate::ir::transform::live::Live;

/// The blocks of a region's copies.
pub struct Wire<'c> {
    /// Of each copy but the first, by the original block's [`Blk::id`].
    blocks: Vec<HashMap<usize, Blk<'c>>>,
    /// Where each copy but the first begins.
    entrances: Vec<Blk<'c>>,
    /// Where the ways of each copy meet.
    ends: Vec<Blk<'c>>,
    branch: Blk<'c>,
    /// Where the region's loop was entered from, if it is one.
    before: Option<Blk<'c>>,
    join: Blk<'c>,
}

/// A phi of the join and what the copies have of it.
pub struct Merge<'c> {
    phi: Inst<'c>,
    /// Where the ways of each copy meet.
    ends: Vec<Inst<'c>>,
    /// At the join, where other ways meet there, too.
    joins: Option<Vec<Inst<'c>>>,
}

impl<'c> Wire<'c> {
    /// Makes the blocks, all empty.
    pub fn lay(live: &Live<'c>, region: &Region, factor: usize) -> Wire<'c> {
        let join = live.blocks[region.join];
        let branch = live.blocks[region.branch];
        let mut wire = Wire {
            blocks: Vec::new(),
            entrances: Vec::new(),
            ends: vec![join.insert_before(c"")],
            branch,
            before: None,
            join,
        };
        for _ in 1..factor {
            let copies = region.blocks.iter().map(|&block| {
                let original = live.blocks[block];
                (original.id(), join.insert_before(c""))
            });
            let copies: HashMap<usize, Blk<'c>> = copies.collect();
            let header = region
                .header
                .and_then(|header| copies.get(&live.blocks[header].id()));
            wire.entrances.push(match header {
                Some(header) => *header,
                None => join.insert_before(c""),
            });
            wire.blocks.push(copies);
            wire.ends.push(join.insert_before(c""));
        }
        wire.before = region.header.and_then(|header| {
            let mut sources = live.predecessors[header].iter();
            let outside = sources.find(|from| !region.has(**from));
            outside.map(|from| live.blocks[*from])
        });
        wire
    }

    /// All blocks that were made.
    pub fn made(&self) -> Vec<Blk<'c>> {
        let copies = self.blocks.iter().flat_map(|copies| copies.values());
        copies
            .chain(&self.entrances)
            .chain(&self.ends)
            .copied()
            .collect()
    }

    /// What copy `k`, not the first, has in place of a block of the region.
    pub fn block(&self, original: Blk<'c>, k: usize) -> Blk<'c> {
        let copies = k.checked_sub(1).and_then(|at| self.blocks.get(at));
        let copy = copies.and_then(|copies| copies.get(&original.id()));
        copy.copied().unwrap_or(original)
    }

    /// Where copy `k`, not the first, begins.
    pub fn entrance(&self, k: usize) -> Blk<'c> {
        let at = k.checked_sub(1).and_then(|at| self.entrances.get(at));
        at.copied().unwrap_or(self.branch)
    }

    /// Where what copy `k` has of a phi comes from.
    pub fn source(&self, original: Blk<'c>, k: usize) -> Blk<'c> {
        if k == 0 {
            return original;
        }
        let copy = self.block(original, k);
        if copy != original {
            copy
        } else if Some(original) == self.before {
            self.ends[k - 1]
        } else if original == self.branch {
            self.entrance(k)
        } else {
            original
        }
    }

    /// Makes the phis where the ways of each copy meet, without incoming values, so that there is something to name.
    pub fn merge(
        &self,
        live: &Live<'c>,
        region: &Region,
        copies: &mut Copies<'c>,
    ) -> Vec<Merge<'c>> {
        let all = self.join.instructions();
        let phis: Vec<Inst<'c>> = all
            .into_iter()
            .take_while(|it| it.opcode() == Opcode::LLVMPHI)
            .filter(|phi| {
                phi.incoming()
                    .iter()
                    .any(|(_, from)| comes(live, region, *from))
            })
            .collect();
        let mut merges = Vec::new();
        for phi in phis {
            let make = |build: Build<'c>| build.phi(phi.ty()).as_instruction();
            let ends: Vec<Inst<'c>> = self
                .ends
                .iter()
                .filter_map(|end| make(Build::at_end(*end)))
                .collect();
            let other = phi
                .incoming()
                .iter()
                .any(|(_, from)| !comes(live, region, *from));
            let joins: Option<Vec<Inst<'c>>> = other.then(|| {
                (0..copies.factor())
                    .filter_map(|_| make(Build::before(phi)))
                    .collect()
            });
            let made = joins.as_ref().unwrap_or(&ends);
            let own: Vec<Val<'c>> = made.iter().map(|it| it.value()).collect();
            if let Some(first) = own.first() {
                phi.replace_uses(*first);
            }
            copies.add(own);
            merges.push(Merge { phi, ends, joins });
        }
        merges
    }

    /// Lets every way go where it should, and gives the new phis their values.
    pub fn connect(
        &self,
        live: &Live<'c>,
        region: &Region,
        merges: Vec<Merge<'c>>,
        copies: &Copies<'c>,
    ) -> Replaced<'c> {
        let mut replaced = Vec::new();
        for merge in merges {
            for (value, from) in merge.phi.incoming() {
                let within = comes(live, region, from);
                for k in 0..copies.factor() {
                    let value = copies.get(value, k);
                    match (&merge.joins, within) {
                        (_, true) => merge.ends[k].add_incoming(value, self.source(from, k)),
                        (Some(joins), false) => joins[k].add_incoming(value, from),
                        (None, false) => {}
                    }
                }
            }
            if let (Some(joins), Some(last)) = (&merge.joins, self.ends.last()) {
                for (join, end) in joins.iter().zip(&merge.ends) {
                    join.add_incoming(end.value(), *last);
                }
            }
            let first = merge.joins.as_ref().unwrap_or(&merge.ends).first().copied();
            replaced.extend(first.map(|first| (merge.phi, first)));
        }
        for k in 0..copies.factor() {
            self.redirect(live, region, k);
            let next = self.entrances.get(k).copied().unwrap_or(self.join);
            Build::at_end(self.ends[k]).branch(next);
        }
        replaced
    }

    /// Lets the branches of copy `k` go to its own blocks.
    fn redirect(&self, live: &Live<'c>, region: &Region, k: usize) {
        let mut sources: Vec<Blk<'c>> = region.blocks.iter().map(|it| live.blocks[*it]).collect();
        if region.header.is_none() {
            sources.push(self.branch);
        }
        for original in sources {
            let Some(last) = self.source(original, k).last() else {
                continue;
            };
            for (index, to) in (0..).zip(last.successors()) {
                if to == self.join {
                    last.set_successor(index, self.ends[k]);
                } else if k > 0 {
                    last.set_successor(index, self.block(to, k));
                }
            }
        }
    }
}

/// Whether a way from a block to the join is the region's.
fn comes(live: &Live<'_>, region: &Region, from: Blk<'_>) -> bool {
    let number = live.blocks.iter().position(|block| block.id() == from.id());
    number.is_some_and(|number| region.leaves_from(number))
}

//! Control flow of a function as it is now; the sketch knows it as it was loaded.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::raw::{Blk, Func, Inst, Val};
use crate::ir::sketch::flow::{self, Flow, NaturalLoop};

/// Blocks, edges, dominators and loops. Blocks are numbered in the function's order; 0 is the entry.
pub struct Live<'c> {
    pub blocks: Vec<Blk<'c>>,
    pub successors: Vec<Vec<usize>>,
    pub flow: Flow,
    numbers: BTreeMap<Blk<'c>, usize>,
    /// Immediate post-dominators; `None` where no single block ends every path.
    joins: Vec<Option<usize>>,
}

impl<'c> Live<'c> {
    pub fn of(function: Func<'c>) -> Live<'c> {
        let blocks = function.blocks();
        let numbers: BTreeMap<Blk<'c>, usize> = blocks.iter().copied().zip(0..).collect();
        let successors: Vec<Vec<usize>> = blocks
            .iter()
            .map(|block| {
                let next = block.last().map(Inst::successors).unwrap_or_default();
                next.iter()
                    .filter_map(|to| numbers.get(to))
                    .copied()
                    .collect()
            })
            .collect();
        let flow = flow::analyse(&successors);
        let joins = post_dominators(&successors);
        Live {
            blocks,
            successors,
            flow,
            numbers,
            joins,
        }
    }

    pub fn number(&self, block: Blk<'c>) -> Option<usize> {
        self.numbers.get(&block).copied()
    }

    pub fn loop_at(&self, header: Blk<'c>) -> Option<&NaturalLoop> {
        let header = self.number(header)?;
        self.flow.loops.iter().find(|found| found.header == header)
    }

    pub fn dominates(&self, a: Blk<'c>, b: Blk<'c>) -> bool {
        match (self.number(a), self.number(b)) {
            (Some(a), Some(b)) => flow::dominates(|block| self.flow.idom[block], a, b),
            _ => false,
        }
    }

    /// Whether `first` has executed whenever `then` executes; none precedes itself.
    pub fn precedes(&self, first: Inst<'c>, then: Inst<'c>) -> bool {
        if first.block() == then.block() {
            let above = std::iter::successors(then.previous(), |at| at.previous());
            return above.into_iter().any(|at| at == first);
        }
        self.dominates(first.block(), then.block())
    }

    /// Whether the value is there when `place` executes.
    pub fn is_there(&self, value: Val<'c>, place: Inst<'c>) -> bool {
        let reaches = |from: Inst<'c>| !from.is_terminator() && self.precedes(from, place);
        value.as_instruction().is_none_or(reaches)
    }

    /// Blocks that lie between a branch at the end of `block` and the place where its ways join again, the join
    /// included as second part. Without one, all that the branch may lead to.
    pub fn until_join(&self, block: usize) -> (BTreeSet<usize>, Option<usize>) {
        let join = self.joins[block];
        let mut region = BTreeSet::new();
        for &next in &self.successors[block] {
            region.extend(self.reach(next, join));
        }
        (region, join)
    }

    /// Blocks where two ways from the branch at the end of `block` first meet.
    pub fn meetings(&self, block: usize) -> BTreeSet<usize> {
        let join = self.joins[block];
        let ways: Vec<BTreeSet<usize>> = self.successors[block]
            .iter()
            .map(|&next| {
                let mut way = self.reach(next, join);
                way.extend(join.filter(|join| *join == next || self.leads_to(&way, *join)));
                way
            })
            .collect();
        let mut met = BTreeSet::new();
        for (index, way) in ways.iter().enumerate() {
            for other in &ways[index + 1..] {
                met.extend(way.intersection(other));
            }
        }
        met
    }

    fn leads_to(&self, from: &BTreeSet<usize>, to: usize) -> bool {
        from.iter()
            .any(|&block| self.successors[block].contains(&to))
    }

    /// Blocks that are reached from `from`, itself included, without passing `stop`, which is not among them.
    fn reach(&self, from: usize, stop: Option<usize>) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut open = vec![from];
        while let Some(block) = open.pop() {
            if Some(block) != stop && found.insert(block) {
                open.extend(&self.successors[block]);
            }
        }
        found
    }

    /// Blocks of a set in an order in which each comes after its dominators.
    pub fn in_order(&self, from: usize, inside: &BTreeSet<usize>) -> Vec<usize> {
        let mut order = Vec::new();
        let mut seen = BTreeSet::from([from]);
        let mut path = vec![(from, 0)];
        while let Some((block, followed)) = path.last_mut() {
            match self.successors[*block].get(*followed) {
                Some(&next) => {
                    *followed += 1;
                    if inside.contains(&next) && seen.insert(next) {
                        path.push((next, 0));
                    }
                }
                None => {
                    order.push(*block);
                    path.pop();
                }
            }
        }
        order.reverse();
        order
    }
}

/// Dominators of the reversed graph, from one exit behind all blocks that end the function.
fn post_dominators(successors: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut reversed = vec![Vec::new(); successors.len() + 1];
    for (block, next) in successors.iter().enumerate() {
        if next.is_empty() {
            reversed[0].push(block + 1);
        }
        for &to in next {
            reversed[to + 1].push(block + 1);
        }
    }
    let idom = flow::analyse(&reversed).idom;
    idom[1..]
        .iter()
        .map(|up| up.and_then(|up| up.checked_sub(1)))
        .collect()
}

//! Control flow of a function as it is now; the sketch knows it as it was loaded.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::raw::{Blk, Func, Inst, Val};
use crate::ir::sketch::flow::{self, Flow, NaturalLoop};

/// Blocks, edges, dominators and loops. Blocks are numbered in the function's order; 0 is the entry.
pub struct Live<'c> {
    pub blocks: Vec<Blk<'c>>,
    pub numbers: BTreeMap<Blk<'c>, usize>,
    pub successors: Vec<Vec<usize>>,
    /// Each predecessor once, ascending.
    pub predecessors: Vec<Vec<usize>>,
    pub flow: Flow,
    /// Immediate post-dominators; `None` where no single block ends every path.
    pub joins: Vec<Option<usize>>,
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
        let mut predecessors: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
        for (from, next) in successors.iter().enumerate() {
            for &to in next {
                if predecessors[to].last() != Some(&from) {
                    predecessors[to].push(from);
                }
            }
        }
        let flow = flow::analyse(&successors);
        let joins = post_dominators(&successors, &predecessors);
        Live {
            blocks,
            numbers,
            successors,
            predecessors,
            flow,
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
            (Some(a), Some(b)) => self.dominates_by_number(a, b),
            _ => false,
        }
    }

    /// Whether block `a` dominates block `b`, by their numbers; every block dominates itself.
    pub fn dominates_by_number(&self, a: usize, b: usize) -> bool {
        flow::dominates(|block| self.flow.idom[block], a, b)
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
        (self.reach(&self.successors[block], join), join)
    }

    /// Blocks where two ways from the branch at the end of `block` first meet.
    pub fn meetings(&self, block: usize) -> BTreeSet<usize> {
        let join = self.joins[block];
        let ways: Vec<BTreeSet<usize>> = self.successors[block]
            .iter()
            .map(|&next| {
                let mut way = self.reach(&[next], join);
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

    /// Blocks that are reached from some, themselves included, without passing `stop`, which is not among them.
    pub fn reach(&self, from: &[usize], stop: Option<usize>) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut open = from.to_vec();
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

/// Immediate post-dominators: dominators of the reverse graph, from one exit behind all that has no successor.
fn post_dominators(successors: &[Vec<usize>], predecessors: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut reverse = vec![Vec::new(); successors.len() + 1];
    for (block, before) in predecessors.iter().enumerate() {
        reverse[block + 1] = before.iter().map(|from| from + 1).collect();
        if successors[block].is_empty() {
            reverse[0].push(block + 1);
        }
    }
    let flow = flow::analyse(&reverse);
    let of = |block: usize| flow.idom[block + 1].and_then(|after| after.checked_sub(1));
    (0..successors.len()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::post_dominators;

    #[test]
    fn what_every_way_out_passes_post_dominates() {
        // 0 -> 1 | 2; both -> 3; 3 -> 3 | 4 | 5.
        let successors = [vec![1, 2], vec![3], vec![3], vec![3, 4, 5], vec![], vec![]];
        let mut predecessors = vec![Vec::new(); 6];
        for (from, next) in successors.iter().enumerate() {
            next.iter()
                .for_each(|&to: &usize| predecessors[to].push(from));
        }
        let found = post_dominators(&successors, &predecessors);
        assert_eq!(found, [Some(3), Some(3), Some(3), None, None, None]);
    }
}

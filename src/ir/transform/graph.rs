//! Control flow of a function as it is now: edits add blocks that no sketch knows.

use std::collections::BTreeMap;

use crate::ir::raw::{Blk, Func};
use crate::ir::sketch::flow;

/// Blocks by number in walk order; 0 is the entry.
pub struct Graph<'c> {
    pub blocks: Vec<Blk<'c>>,
    pub numbers: BTreeMap<Blk<'c>, usize>,
    pub successors: Vec<Vec<usize>>,
    /// Each predecessor once, ascending.
    pub predecessors: Vec<Vec<usize>>,
    /// Immediate dominator; `None` for the entry and for what nothing reaches.
    idom: Vec<Option<usize>>,
    pub reachable: Vec<bool>,
    /// Immediate post-dominator; `None` where a return comes next, and for what never returns.
    pub ipdom: Vec<Option<usize>>,
}

impl<'c> Graph<'c> {
    pub fn of(function: Func<'c>) -> Graph<'c> {
        let blocks = function.blocks();
        let numbers: BTreeMap<Blk<'c>, usize> = blocks.iter().copied().zip(0..).collect();
        let successors: Vec<Vec<usize>> = blocks
            .iter()
            .map(|block| {
                let next = block.last().map(|last| last.successors());
                let next = next.unwrap_or_default().into_iter();
                next.filter_map(|to| numbers.get(&to).copied()).collect()
            })
            .collect();
        let mut predecessors = vec![Vec::new(); blocks.len()];
        for (from, next) in successors.iter().enumerate() {
            for &to in next {
                if predecessors[to].last() != Some(&from) {
                    predecessors[to].push(from);
                }
            }
        }
        let flow = flow::analyse(&successors);
        let ipdom = post_dominators(&successors, &predecessors);
        Graph {
            blocks,
            numbers,
            successors,
            predecessors,
            idom: flow.idom,
            reachable: flow.reachable,
            ipdom,
        }
    }

    /// Whether block `a` dominates block `b`; every block dominates itself.
    pub fn dominates(&self, a: usize, b: usize) -> bool {
        flow::dominates(|block| self.idom[block], a, b)
    }

    /// What can be reached from some blocks, themselves included, on ways that do not enter `end`.
    pub fn reach(&self, from: &[usize], end: Option<usize>) -> Vec<bool> {
        let mut seen = vec![false; self.blocks.len()];
        let mut open = from.to_vec();
        while let Some(block) = open.pop() {
            if Some(block) != end && !std::mem::replace(&mut seen[block], true) {
                open.extend(&self.successors[block]);
            }
        }
        seen
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

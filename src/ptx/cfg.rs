//! Basic blocks and where lanes that part meet again.
//!
//! The reconvergence point of a branch is its block's immediate post-dominator, found with the iterative dominator algorithm
//! (Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm", 2001) on the reversed graph with one virtual exit.

use super::types::{Block, Inst, Op};

/// Splits `insts` into basic blocks, in order, with successors and immediate post-dominators. `insts` ends with a `ret`.
pub fn blocks(insts: &[Inst]) -> Vec<Block> {
    let mut leader = vec![false; insts.len() + 1];
    leader[0] = true;
    for (at, inst) in insts.iter().enumerate() {
        match &inst.op {
            Op::Bra { target } => {
                leader[*target] = true;
                leader[at + 1] = true;
            }
            Op::Brx { targets, .. } => {
                targets.iter().for_each(|&target| leader[target] = true);
                leader[at + 1] = true;
            }
            Op::Ret | Op::Exit | Op::Trap => leader[at + 1] = true,
            _ => {}
        }
    }
    let starts: Vec<usize> = (0..insts.len()).filter(|&at| leader[at]).collect();
    let block_of = |at: usize| starts.partition_point(|&start| start <= at) - 1;
    let mut blocks: Vec<Block> = starts
        .iter()
        .enumerate()
        .map(|(index, &start)| {
            let end = starts.get(index + 1).copied().unwrap_or(insts.len());
            let last = &insts[end - 1];
            let mut succs = match &last.op {
                Op::Bra { target } => vec![block_of(*target)],
                Op::Brx { targets, .. } => targets.iter().map(|&target| block_of(target)).collect(),
                _ => Vec::new(),
            };
            let leaves = matches!(
                last.op,
                Op::Bra { .. } | Op::Brx { .. } | Op::Ret | Op::Exit | Op::Trap
            );
            if (!leaves || last.guard.is_some()) && end < insts.len() {
                succs.push(index + 1);
            }
            succs.sort_unstable();
            succs.dedup();
            Block {
                start,
                end,
                succs,
                ipdom: None,
            }
        })
        .collect();
    let exits: Vec<bool> = blocks
        .iter()
        .map(|block| {
            block.succs.is_empty()
                || matches!(insts[block.end - 1].op, Op::Ret | Op::Exit | Op::Trap)
        })
        .collect();
    for (block, ipdom) in post_dominators(&blocks, &exits).into_iter().enumerate() {
        blocks[block].ipdom = ipdom;
    }
    blocks
}

/// Immediate post-dominator of each block; `None` is the virtual exit. A block that never reaches an exit (an endless loop) also gets `None`.
fn post_dominators(blocks: &[Block], exits: &[bool]) -> Vec<Option<usize>> {
    let exit = blocks.len();
    let mut preds = vec![Vec::new(); exit + 1];
    for (index, block) in blocks.iter().enumerate() {
        block.succs.iter().for_each(|&succ| preds[succ].push(index));
        if exits[index] {
            preds[exit].push(index);
        }
    }
    // Post-order of the reversed graph from the exit; an explicit stack, as the graph may be deep.
    let mut order = vec![usize::MAX; exit + 1];
    let (mut sequence, mut seen) = (Vec::new(), vec![false; exit + 1]);
    let mut stack = vec![(exit, 0)];
    seen[exit] = true;
    while let Some((node, next)) = stack.pop() {
        if let Some(&pred) = preds[node].get(next) {
            stack.push((node, next + 1));
            if !seen[pred] {
                seen[pred] = true;
                stack.push((pred, 0));
            }
        } else {
            order[node] = sequence.len();
            sequence.push(node);
        }
    }
    let mut idom = vec![usize::MAX; exit + 1];
    idom[exit] = exit;
    let meet = |idom: &[usize], mut a: usize, mut b: usize| {
        while a != b {
            while order[a] < order[b] {
                a = idom[a];
            }
            while order[b] < order[a] {
                b = idom[b];
            }
        }
        a
    };
    let mut changed = true;
    while changed {
        changed = false;
        for &node in sequence.iter().rev().filter(|&&node| node != exit) {
            let mut best = usize::MAX;
            let leaves = exits[node].then_some(exit);
            for succ in blocks[node].succs.iter().copied().chain(leaves) {
                if idom[succ] != usize::MAX {
                    best = if best == usize::MAX {
                        succ
                    } else {
                        meet(&idom, succ, best)
                    };
                }
            }
            if best != usize::MAX && idom[node] != best {
                idom[node] = best;
                changed = true;
            }
        }
    }
    idom[..exit]
        .iter()
        .map(|&dom| (dom < exit).then_some(dom))
        .collect()
}

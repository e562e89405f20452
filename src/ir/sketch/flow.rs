//! Dominators and natural loops of one function, on plain block numbers.
//!
//! Edits never change which block follows which, so what is computed once on the loaded module holds for every variant
//! of it; only the order inside a block can differ.

/// What control flow says about one block of a function. Block 0 is the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Immediate dominator; `None` for the entry and for blocks that nothing reaches.
    pub idom: Vec<Option<usize>>,
    pub reachable: Vec<bool>,
    pub loops: Vec<NaturalLoop>,
}

/// All back edges to one header, and what they enclose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NaturalLoop {
    pub header: usize,
    /// Sources of the back edges, ascending.
    pub latches: Vec<usize>,
    /// Ascending, the header included.
    pub body: Vec<usize>,
}

/// Analyses a function given as the successors of each block.
pub fn analyse(successors: &[Vec<usize>]) -> Flow {
    let order = reverse_postorder(successors);
    let mut predecessors = vec![Vec::new(); successors.len()];
    for &block in &order {
        for &next in &successors[block] {
            predecessors[next].push(block);
        }
    }
    let mut reachable = vec![false; successors.len()];
    order.iter().for_each(|&block| reachable[block] = true);
    let idom = immediate_dominators(&order, &predecessors);
    let loops = natural_loops(&order, successors, &predecessors, &idom);
    Flow {
        idom,
        reachable,
        loops,
    }
}

/// Whether block `a` dominates block `b` (every block dominates itself).
pub fn dominates(idom: impl Fn(usize) -> Option<usize>, a: usize, b: usize) -> bool {
    let mut at = Some(b);
    while let Some(block) = at {
        if block == a {
            return true;
        }
        at = idom(block);
    }
    false
}

fn reverse_postorder(successors: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut seen = vec![false; successors.len()];
    // Blocks on the way, each with the number of successors already followed.
    let mut path = Vec::new();
    if !successors.is_empty() {
        seen[0] = true;
        path.push((0, 0));
    }
    while let Some((block, followed)) = path.last_mut() {
        match successors[*block].get(*followed) {
            Some(&next) => {
                *followed += 1;
                if !std::mem::replace(&mut seen[next], true) {
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

/// The iterative algorithm of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
fn immediate_dominators(order: &[usize], predecessors: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut rank = vec![usize::MAX; predecessors.len()];
    for (at, &block) in order.iter().enumerate() {
        rank[block] = at;
    }
    let mut idom: Vec<Option<usize>> = vec![None; predecessors.len()];
    let Some(&entry) = order.first() else {
        return idom;
    };
    // While it runs, the entry is its own dominator.
    idom[entry] = Some(entry);
    let mut changed = true;
    while changed {
        changed = false;
        for &block in &order[1..] {
            let found = predecessors[block]
                .iter()
                .copied()
                .filter(|&p| idom[p].is_some())
                .reduce(|mut a, mut b| {
                    while a != b {
                        let behind = if rank[a] > rank[b] { &mut a } else { &mut b };
                        *behind = idom[*behind].unwrap_or(entry);
                    }
                    a
                });
            changed |= found != idom[block];
            idom[block] = found;
        }
    }
    idom[entry] = None;
    idom
}

fn natural_loops(
    order: &[usize],
    successors: &[Vec<usize>],
    predecessors: &[Vec<usize>],
    idom: &[Option<usize>],
) -> Vec<NaturalLoop> {
    let mut loops = Vec::new();
    for &header in order {
        let goes_back = |&latch: &usize| dominates(|block| idom[block], header, latch);
        let mut latches: Vec<usize> = predecessors[header]
            .iter()
            .copied()
            .filter(|latch| goes_back(latch))
            .collect();
        latches.sort_unstable();
        latches.dedup();
        if latches.is_empty() {
            continue;
        }
        let mut inside = vec![false; successors.len()];
        inside[header] = true;
        let mut open = latches.clone();
        while let Some(block) = open.pop() {
            if !std::mem::replace(&mut inside[block], true) {
                open.extend(&predecessors[block]);
            }
        }
        let body = (0..successors.len())
            .filter(|&block| inside[block])
            .collect();
        loops.push(NaturalLoop {
            header,
            latches,
            body,
        });
    }
    loops.sort_by_key(|found| found.header);
    loops
}

#[cfg(test)]
mod tests {
    use super::*;

    /// entry -> outer(1) -> inner(2) -> inner | 3; 3 -> outer | exit(4); 5 is unreachable and jumps to 3.
    fn nest() -> Vec<Vec<usize>> {
        vec![vec![1], vec![2], vec![2, 3], vec![1, 4], vec![], vec![3]]
    }

    #[test]
    fn a_block_is_dominated_by_what_every_path_passes() {
        let flow = analyse(&nest());
        assert_eq!(flow.idom, [None, Some(0), Some(1), Some(2), Some(3), None]);
        assert_eq!(flow.reachable, [true, true, true, true, true, false]);
        let diamond = analyse(&[vec![1, 2], vec![3], vec![3], vec![]]);
        assert_eq!(diamond.idom, [None, Some(0), Some(0), Some(0)]);
        assert!(dominates(|block| diamond.idom[block], 0, 3));
        assert!(!dominates(|block| diamond.idom[block], 1, 3));
    }

    #[test]
    fn loops_nest_and_share_blocks() {
        let loops = analyse(&nest()).loops;
        assert_eq!(
            loops,
            [
                NaturalLoop {
                    header: 1,
                    latches: vec![3],
                    body: vec![1, 2, 3]
                },
                NaturalLoop {
                    header: 2,
                    latches: vec![2],
                    body: vec![2]
                },
            ]
        );
    }

    #[test]
    fn a_cycle_with_two_entrances_is_no_loop() {
        assert!(analyse(&[vec![1, 2], vec![2], vec![1]]).loops.is_empty());
    }

    #[test]
    fn no_blocks_are_no_problem() {
        assert!(analyse(&[]).idom.is_empty());
    }
}

//! What a thread knows of the accesses of a grid: a vector clock, by block.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::mark::{BLOCKS_MANY, LANES_MANY, Mark, WARPS_MANY};
use crate::sim::regs::LANES;

/// What is known of the accesses of one block. Warp epochs count for the block's epochs up to now only, which is where they are asked.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// Everything of earlier epochs.
    pub full_epoch: u32,
    /// By warp: everything of earlier epochs.
    pub warps: [u32; LANES],
    /// By warp: everything of earlier epochs of the warp.
    pub warp_epochs: [u32; LANES],
    /// By thread: everything up to this release clock.
    pub threads: BTreeMap<u16, u16>,
}

/// Accesses that are ordered before what comes next, by block as marks name it.
#[derive(Debug, Clone, Default)]
pub struct Known(BTreeMap<u32, Rc<Seen>>);

impl Seen {
    fn union(&self, other: &Seen) -> Seen {
        let each = |a: &[u32; LANES], b: &[u32; LANES]| std::array::from_fn(|at| a[at].max(b[at]));
        let mut threads = self.threads.clone();
        for (&thread, &clock) in &other.threads {
            let known = threads.entry(thread).or_default();
            *known = clock.max(*known);
        }
        Seen {
            full_epoch: self.full_epoch.max(other.full_epoch),
            warps: each(&self.warps, &other.warps),
            warp_epochs: each(&self.warp_epochs, &other.warp_epochs),
            threads,
        }
    }

    fn covers(&self, mark: &Mark) -> bool {
        let several = mark.has(LANES_MANY | WARPS_MANY);
        mark.epoch() < self.full_epoch
            || mark.epoch() < self.warps[mark.warp()] && !mark.has(WARPS_MANY)
            || mark.warp_epoch() < self.warp_epochs[mark.warp()] && !mark.has(WARPS_MANY)
            || !several
                && self
                    .threads
                    .get(&mark.thread())
                    .is_some_and(|&clock| mark.clock() <= clock)
    }
}

impl Known {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the access behind `mark` is among them.
    pub fn covers(&self, mark: &Mark) -> bool {
        !mark.has(BLOCKS_MANY)
            && self
                .0
                .get(&mark.block())
                .is_some_and(|seen| seen.covers(mark))
    }

    /// This and what `seen` says of `block`.
    pub fn with(&self, block: u32, seen: Seen) -> Known {
        let mut all = self.0.clone();
        let seen = match all.get(&block) {
            Some(old) => old.union(&seen),
            None => seen,
        };
        all.insert(block, Rc::new(seen));
        Known(all)
    }

    /// Both together.
    pub fn union(a: &Rc<Known>, b: &Rc<Known>) -> Rc<Known> {
        if b.is_empty() || Rc::ptr_eq(a, b) {
            return Rc::clone(a);
        }
        if a.is_empty() {
            return Rc::clone(b);
        }
        let mut all = a.0.clone();
        for (&block, seen) in &b.0 {
            let both = match all.get(&block) {
                Some(old) if Rc::ptr_eq(old, seen) => continue,
                Some(old) => Rc::new(old.union(seen)),
                None => Rc::clone(seen),
            };
            all.insert(block, both);
        }
        Rc::new(Known(all))
    }
}

//! What orders the accesses of a launch beyond barriers of whole blocks and warps: barriers of some warps, `bar.warp.sync` of some lanes,
//! fences with atomics, releases with acquires.
//!
//! The idea: every barrier raises a counter, and an access remembers the counter's value. For each pair of warps (and of lanes) a matrix says up
//! to which value the one's accesses are ordered before the other's. A release leaves what its thread knows of the whole grid beside the variable
//! that it writes; an acquire that reads the variable takes it over. Only launches of kernels that use such things keep any of this. Where a
//! rule would need more state than that, it errs on the side of silence.

use std::collections::HashMap;
use std::rc::Rc;

use super::known::{Known, Seen};
use super::mark::{Accessor, BLOCKS_MANY, LANES_MANY, Mark, Moment, WARPS_MANY};
use crate::ptx::{Order, Scope};
use crate::sim::regs::{LANES, lanes_in};

/// For each source the counter's value below which its accesses are ordered before those of each destination.
type Matrix = Box<[[u32; LANES]; LANES]>;

/// Knowledge that is left beside a variable; `within` limits who may take it to one block.
#[derive(Debug, Clone)]
pub struct Left {
    known: Rc<Known>,
    within: Option<u32>,
}

/// Variables of a launch that knowledge was left beside, by address.
pub type Board = HashMap<u64, Left>;

/// What happened in one block that orders its accesses.
#[derive(Debug, Clone, Default)]
pub struct History {
    exact: bool,
    /// As in marks: linear index plus one.
    block: u32,
    /// Raised by every barrier.
    epoch: u32,
    full_epoch: u32,
    warp_epochs: [u32; LANES],
    full_warp_epochs: [u32; LANES],
    /// Raised by every release of a warp.
    clocks: [u16; LANES],
    warps: Option<Matrix>,
    lanes: HashMap<usize, Matrix>,
    /// What every thread of the block knows, and what single threads know besides.
    base: Rc<Known>,
    threads: HashMap<u16, Rc<Known>>,
    /// Found by relaxed reads: known after the next fence.
    pending: HashMap<u16, Rc<Known>>,
    /// Known at a thread's last fence: what its relaxed writes leave behind. Of every thread: at fences before the last barrier.
    fenced: HashMap<u16, Left>,
    base_fenced: Option<Left>,
    /// Variables in shared memory, by offset.
    shared: Board,
}

/// What a strong operation does to a variable.
#[derive(Debug, Clone, Copy)]
pub struct Touch {
    pub order: Order,
    pub reads: bool,
    pub writes: bool,
}

impl History {
    /// Block number `block` begins. `exact`: its kernel uses more than barriers of whole blocks and warps.
    pub fn start(&mut self, block: u64, exact: bool) {
        if exact || self.exact {
            *self = History::default();
        }
        self.exact = exact;
        self.block = (block as u32).wrapping_add(1);
        (self.epoch, self.full_epoch) = (0, 0);
        self.warp_epochs = [0; LANES];
        self.full_warp_epochs = [0; LANES];
    }

    /// Whether everything has to be asked of this history.
    #[inline(always)]
    pub fn exact(&self) -> bool {
        self.exact
    }

    /// The accessor of an instruction of `warp`.
    #[inline(always)]
    pub fn accessor(&self, warp: u32, line: u32, strong: bool, narrow: bool) -> Accessor {
        let index = warp as usize & (LANES - 1);
        Accessor::new(&Moment {
            block: self.block,
            warp,
            epoch: self.epoch,
            full_epoch: self.full_epoch,
            warp_epoch: self.warp_epochs[index],
            full_warp_epoch: self.full_warp_epochs[index],
            clock: self.clocks[index],
            line,
            strong,
            narrow,
        })
    }

    /// Whether the access behind `mark` is ordered before one of `lane` now.
    #[inline(always)]
    pub fn before(&self, mark: &Mark, by: &Accessor, lane: usize, private: bool) -> bool {
        mark.before(by, lane, private) || self.exact && self.ordered(mark, by, lane)
    }

    /// Whether anything but barriers of whole blocks and whole warps orders the access behind `mark` before one of `lane`.
    fn ordered(&self, mark: &Mark, by: &Accessor, lane: usize) -> bool {
        if mark.has(BLOCKS_MANY) {
            return false;
        }
        let (from, to) = (mark.warp(), by.warp());
        if mark.block() == by.block() && !mark.has(WARPS_MANY) {
            if self
                .warps
                .as_ref()
                .is_some_and(|matrix| matrix[from][to] > mark.epoch())
            {
                return true;
            }
            if from == to
                && let Some(matrix) = self.lanes.get(&to)
            {
                let synced = |from: usize| matrix[from][lane] > mark.warp_epoch();
                let all = mark.has(LANES_MANY);
                if if all {
                    (0..LANES).all(synced)
                } else {
                    synced(mark.lane())
                } {
                    return true;
                }
            }
        }
        let thread = (to * LANES + lane) as u16;
        self.base.covers(mark)
            || self
                .threads
                .get(&thread)
                .is_some_and(|known| known.covers(mark))
    }

    /// A warp arrives at a barrier that it does not wait for: gives the epoch before which its accesses count.
    pub fn arrive(&mut self) -> u32 {
        self.epoch += 1;
        self.epoch
    }

    /// A barrier opens for the warps in `waiting`, after those in `arrived` with their epochs came by. `whole`: every warp of the block that has not
    /// ended waited.
    pub fn barrier(&mut self, waiting: u32, arrived: &[(u32, u32)], whole: bool) {
        self.epoch += 1;
        if whole {
            self.full_epoch = self.epoch;
        }
        if !self.exact {
            return;
        }
        if !whole {
            let epoch = self.epoch;
            let matrix = self
                .warps
                .get_or_insert_with(|| Box::new([[0; LANES]; LANES]));
            let waits = |warp: &usize| waiting >> warp & 1 != 0;
            let sources: Vec<(usize, u32)> = (0..LANES)
                .filter(waits)
                .map(|warp| (warp, epoch))
                .chain(arrived.iter().map(|&(warp, epoch)| (warp as usize, epoch)))
                .collect();
            for from in 0..LANES {
                // What any of them knew, all that wait know now.
                let knew = sources.iter().map(|&(warp, _)| matrix[from][warp]).max();
                let itself = sources
                    .iter()
                    .filter(|of| of.0 == from)
                    .map(|of| of.1)
                    .max();
                for to in (0..LANES).filter(waits) {
                    let old = matrix[from][to];
                    matrix[from][to] = old.max(knew.unwrap_or(0)).max(itself.unwrap_or(0));
                }
            }
        }
        // Knowledge of other blocks is not kept by warp: a barrier of some spreads it to all.
        for known in std::mem::take(&mut self.threads).values() {
            self.base = Known::union(&self.base, known);
        }
        for left in std::mem::take(&mut self.fenced).into_values() {
            self.base_fenced = Some(match self.base_fenced.take() {
                Some(base) => base.join(&left),
                None => left,
            });
        }
    }

    /// `bar.warp.sync` of the lanes in `mask`. `whole`: every lane of the warp that has not ended is among them.
    pub fn warp_sync(&mut self, warp: u32, mask: u32, whole: bool) {
        let index = warp as usize & (LANES - 1);
        self.warp_epochs[index] += 1;
        let epoch = self.warp_epochs[index];
        if whole {
            self.full_warp_epochs[index] = epoch;
        }
        if !self.exact {
            return;
        }
        let named = |lane: &usize| mask >> lane & 1 != 0;
        if !whole {
            let matrix = self
                .lanes
                .entry(index)
                .or_insert_with(|| Box::new([[0; LANES]; LANES]));
            for from in 0..LANES {
                let knew = (0..LANES)
                    .filter(named)
                    .map(|lane| matrix[from][lane])
                    .max()
                    .unwrap_or(0);
                let itself = if named(&from) { epoch } else { 0 };
                for to in (0..LANES).filter(named) {
                    matrix[from][to] = matrix[from][to].max(knew).max(itself);
                }
            }
        }
        let thread = |lane: usize| (index * LANES + lane) as u16;
        let mut all = Rc::new(Known::default());
        for lane in (0..LANES).filter(named) {
            if let Some(known) = self.threads.get(&thread(lane)) {
                all = Known::union(&all, known);
            }
        }
        if !all.is_empty() {
            for lane in (0..LANES).filter(named) {
                self.threads.insert(thread(lane), Rc::clone(&all));
            }
        }
    }

    /// A fence of the lanes in `lanes`.
    pub fn fence(&mut self, warp: u32, lanes: u32, scope: Scope) {
        if !self.exact {
            return;
        }
        let narrow = scope == Scope::Cta;
        for lane in lanes_in(lanes) {
            let thread = (warp as usize * LANES + lane) as u16;
            if let Some(found) = self.pending.remove(&thread) {
                self.learn(thread, &found);
            }
            let wide = |left: &Left| left.within.is_none();
            if narrow && self.fenced.get(&thread).is_some_and(wide) {
                continue;
            }
            let left = Left {
                known: self.snapshot(thread),
                within: narrow.then_some(self.block),
            };
            self.fenced.insert(thread, left);
        }
        self.tick(warp);
    }

    /// A strong operation of each lane in `lanes` on the variable at its key: an offset in shared memory, or an address.
    pub fn touch(
        &mut self,
        board: &mut Board,
        warp: u32,
        lanes: u32,
        keys: &[u64; LANES],
        shared: bool,
        touch: Touch,
    ) {
        if !self.exact {
            return;
        }
        for lane in lanes_in(lanes) {
            let thread = (warp as usize * LANES + lane) as u16;
            let key = keys[lane];
            let there = if shared {
                self.shared.get(&key)
            } else {
                board.get(&key)
            };
            let there = there
                .filter(|left| left.within.is_none_or(|block| block == self.block))
                .cloned();
            if touch.reads
                && let Some(left) = &there
            {
                if touch.order.acquires() {
                    self.learn(thread, &left.known);
                } else {
                    let pending = self.pending.entry(thread).or_default();
                    *pending = Known::union(pending, &left.known);
                }
            }
            if !touch.writes {
                continue;
            }
            let narrow = touch.order.scope == Scope::Cta;
            let mine = if touch.order.releases() {
                Some(Left {
                    known: self.snapshot(thread),
                    within: narrow.then_some(self.block),
                })
            } else {
                self.fenced
                    .get(&thread)
                    .or(self.base_fenced.as_ref())
                    .cloned()
            };
            // A read and write continues what an earlier release began.
            let left = match (mine, there.filter(|_| touch.reads)) {
                (Some(mine), Some(there)) => Some(mine.join(&there)),
                (mine, there) => mine.or(there),
            };
            let variables = if shared {
                &mut self.shared
            } else {
                &mut *board
            };
            match left {
                Some(left) => drop(variables.insert(key, left)),
                None => drop(variables.remove(&key)),
            }
        }
        if touch.writes && touch.order.releases() {
            self.tick(warp);
        }
    }

    fn tick(&mut self, warp: u32) {
        let clock = &mut self.clocks[warp as usize & (LANES - 1)];
        *clock = clock.saturating_add(1);
    }

    fn learn(&mut self, thread: u16, known: &Rc<Known>) {
        let mine = self.threads.entry(thread).or_default();
        *mine = Known::union(mine, known);
    }

    /// What `thread` knows now, its own accesses included.
    fn snapshot(&self, thread: u16) -> Rc<Known> {
        let (warp, lane) = (usize::from(thread) / LANES, usize::from(thread) % LANES);
        let mut seen = Seen {
            full_epoch: self.full_epoch,
            ..Seen::default()
        };
        if let Some(matrix) = &self.warps {
            seen.warps = std::array::from_fn(|from| matrix[from][warp]);
        }
        seen.warp_epochs[warp] = self.full_warp_epochs[warp];
        if let Some(matrix) = self.lanes.get(&warp) {
            let most = (0..LANES).map(|from| matrix[from][lane]).min().unwrap_or(0);
            seen.warp_epochs[warp] = seen.warp_epochs[warp].max(most);
        }
        seen.threads.insert(thread, self.clocks[warp]);
        let known = match self.threads.get(&thread) {
            Some(own) => Known::union(&self.base, own),
            None => Rc::clone(&self.base),
        };
        Rc::new(known.with(self.block, seen))
    }
}

impl Left {
    /// Both together, for the wider of both audiences.
    fn join(&self, other: &Left) -> Left {
        Left {
            known: Known::union(&self.known, &other.known),
            within: if self.within == other.within {
                self.within
            } else {
                None
            },
        }
    }
}

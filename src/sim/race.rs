//! Data races, found with a constant amount of state for each granule of (usually) four bytes.
//!
//! The idea (as in HiRace, SC'24): remember the last writer and the last reader with the epoch of their block and of their warp. Two accesses
//! of different threads conflict if one writes and nothing ordered them: for threads of one block a barrier raises the block's epoch, for
//! lanes of one warp `bar.warp.sync` raises the warp's epoch as well, and threads of different blocks are never ordered within a launch.
//! Writing the value that is already there does not conflict with another write.

use super::memory::Row;
use super::regs::LANES;

/// Who accesses memory.
#[derive(Debug, Clone, Copy)]
pub struct Accessor {
    /// Linear block index plus one.
    pub block: u32,
    /// Raised by every barrier of the block.
    pub epoch: u32,
    pub warp: u32,
    /// Raised by `bar.warp.sync`.
    pub warp_epoch: u32,
    pub atomic: bool,
}

/// The last access to a granule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Mark {
    /// Linear block index plus one; 0 is nobody.
    block: u32,
    epoch: u32,
    warp_epoch: u32,
    warp: u16,
    lane: u8,
    flags: u8,
}

/// More than one lane of the warp.
const LANES_MANY: u8 = 1;
/// More than one warp of the block.
const WARPS_MANY: u8 = 2;
/// More than one block.
const BLOCKS_MANY: u8 = 4;
const ATOMIC: u8 = 8;

/// The marks of a region.
#[derive(Debug, Clone)]
pub struct Shadow {
    /// Bytes that share a mark: 4, or less where smaller values are stored.
    granule: usize,
    /// Each block has contents of its own (shared memory): what another block did there is over.
    private: bool,
    writes: Vec<Mark>,
    reads: Vec<Mark>,
}

type Conflict = (u32, usize, String);

impl Mark {
    fn new(by: &Accessor, lane: usize) -> Mark {
        Mark {
            block: by.block,
            epoch: by.epoch,
            warp_epoch: by.warp_epoch,
            warp: by.warp as u16,
            lane: lane as u8,
            flags: if by.atomic { ATOMIC } else { 0 },
        }
    }

    /// Whether the access behind this mark is unordered with one of `lane` now.
    #[inline(always)]
    fn conflicts(&self, by: &Accessor, lane: usize, private: bool) -> bool {
        if self.block == 0 || (by.atomic && self.flags & ATOMIC != 0) {
            return false;
        }
        if self.block != by.block || self.flags & BLOCKS_MANY != 0 {
            return !private;
        }
        if self.epoch != by.epoch {
            return false;
        }
        if u32::from(self.warp) != by.warp || self.flags & WARPS_MANY != 0 {
            return true;
        }
        self.warp_epoch == by.warp_epoch
            && (usize::from(self.lane) != lane || self.flags & LANES_MANY != 0)
    }

    /// Adds a reader to those already marked.
    #[inline(always)]
    fn join(self, by: &Accessor, lane: usize, private: bool) -> Mark {
        let mut new = Mark::new(by, lane);
        if self.block == 0 || (private && self.block != by.block) {
            return new;
        }
        if self.block != by.block {
            new.flags |= BLOCKS_MANY;
        } else {
            new.flags |= self.flags & BLOCKS_MANY;
            if self.epoch == by.epoch {
                new.flags |= self.flags & WARPS_MANY;
                if self.warp != new.warp {
                    new.flags |= WARPS_MANY;
                } else if self.warp_epoch == by.warp_epoch {
                    new.flags |= self.flags & LANES_MANY;
                    new.flags |= if self.lane == new.lane { 0 } else { LANES_MANY };
                }
            }
        }
        // Readers are atomic only if all of them are.
        new.flags &= !ATOMIC | self.flags;
        new
    }

    fn describe(&self) -> String {
        let many = if self.flags & (LANES_MANY | WARPS_MANY | BLOCKS_MANY) != 0 {
            " and others"
        } else {
            ""
        };
        format!(
            "block {} warp {} lane {}{many}",
            self.block - 1,
            self.warp,
            self.lane
        )
    }
}

impl Shadow {
    /// Nobody has touched any of `bytes` bytes.
    pub fn new(bytes: usize, granule: usize, private: bool) -> Shadow {
        let granules = bytes.div_ceil(granule);
        Shadow {
            granule,
            private,
            writes: vec![Mark::default(); granules],
            reads: vec![Mark::default(); granules],
        }
    }

    /// Forgets everything: a launch orders what came before it.
    pub fn clear(&mut self) {
        self.writes.fill(Mark::default());
        self.reads.fill(Mark::default());
    }

    /// Notes a load of `size` bytes by each lane in `mask`.
    pub fn read(
        &mut self,
        offsets: &[i64; LANES],
        mask: u32,
        size: usize,
        by: &Accessor,
    ) -> Result<(), Conflict> {
        for lane in (0..LANES).filter(|lane| mask >> lane & 1 != 0) {
            let at = offsets[lane] as usize;
            for granule in at / self.granule..(at + size).div_ceil(self.granule) {
                let write = &self.writes[granule];
                if write.conflicts(by, lane, self.private) {
                    let what = format!(
                        "reads, while {} wrote without a barrier between,",
                        write.describe()
                    );
                    return Err((lane as u32, granule * self.granule, what));
                }
                self.reads[granule] = self.reads[granule].join(by, lane, self.private);
            }
        }
        Ok(())
    }

    /// The granules of each lane of a row, by lane.
    #[inline(always)]
    fn granules_of(
        &self,
        row: &Row,
    ) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> + use<> {
        let (granule, row) = (self.granule, *row);
        let first = row.mask.trailing_zeros() as usize;
        let last = 31 - row.mask.leading_zeros() as usize;
        // Of many lanes at one place the first and the last leave the same mark as all of them, and conflict if any does.
        let lanes = if !row.equal {
            [0..last + 1, 0..0]
        } else if first == last {
            [first..first + 1, 0..0]
        } else {
            [first..first + 1, last..last + 1]
        };
        lanes.into_iter().flatten().map(move |lane| {
            let at = row.offset + if row.equal { 0 } else { lane * row.size };
            (lane, at / granule..(at + row.size).div_ceil(granule))
        })
    }

    /// Notes the load of a row; `false` if it is a race, which [`Shadow::read`] then finds again.
    #[inline(always)]
    pub fn read_row(&mut self, row: &Row, by: &Accessor) -> bool {
        for (lane, granules) in self.granules_of(row) {
            let writes = &self.writes[granules.clone()];
            for (read, write) in self.reads[granules].iter_mut().zip(writes) {
                if write.conflicts(by, lane, self.private) {
                    return false;
                }
                *read = read.join(by, lane, self.private);
            }
        }
        true
    }

    /// Notes the store of a row; `false`, with nothing noted, if [`Shadow::write`] must look closer.
    #[inline(always)]
    pub fn write_row(&mut self, row: &Row, by: &Accessor) -> bool {
        if row.size < self.granule {
            return false;
        }
        for (lane, granules) in self.granules_of(row) {
            let writes = &self.writes[granules.clone()];
            for (read, write) in self.reads[granules].iter().zip(writes) {
                if read.conflicts(by, lane, self.private) | write.conflicts(by, lane, self.private)
                {
                    return false;
                }
            }
        }
        for (lane, granules) in self.granules_of(row) {
            self.writes[granules].fill(Mark::new(by, lane));
        }
        true
    }

    /// Notes a store of `size` bytes by each lane in `mask`. `same(lane, at, len)`: what the lane
    /// writes of the `len` bytes at `at` is there already.
    pub fn write(
        &mut self,
        offsets: &[i64; LANES],
        mask: u32,
        size: usize,
        by: &Accessor,
        same: impl Fn(usize, usize, usize) -> bool,
    ) -> Result<(), Conflict> {
        let lanes = || (0..LANES).filter(|lane| mask >> lane & 1 != 0);
        let granules = |lane: usize| {
            let at = offsets[lane] as usize;
            at / self.granule..(at + size).div_ceil(self.granule)
        };
        for lane in lanes() {
            for granule in granules(lane) {
                let place = granule * self.granule;
                let read = &self.reads[granule];
                if read.conflicts(by, lane, self.private) {
                    let what = format!(
                        "writes, while {} read without a barrier between,",
                        read.describe()
                    );
                    return Err((lane as u32, place, what));
                }
                let write = &self.writes[granule];
                if write.conflicts(by, lane, self.private) && !same(lane, place, self.granule) {
                    let what = format!(
                        "writes, while {} wrote another value without a barrier between,",
                        write.describe()
                    );
                    return Err((lane as u32, place, what));
                }
            }
        }
        // Marked only now: lanes of one store are compared with each other elsewhere.
        for lane in lanes() {
            for granule in granules(lane) {
                self.writes[granule] = Mark::new(by, lane);
            }
        }
        Ok(())
    }
}

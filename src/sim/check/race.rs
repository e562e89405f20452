//! Data races, found with a constant amount of state for each granule of (usually) four bytes.
//!
//! The idea (as in HiRace, SC'24): remember the last writer and the last readers with the epoch of their block and of their warp. Two accesses
//! of different threads conflict if one writes and nothing ordered them: a barrier of the block raises the block's epoch, `bar.warp.sync` the
//! warp's, and threads of different blocks are ordered by fences and atomics only. Kernels that use more than barriers of whole blocks and
//! warps are followed exactly, by [`History`]; the others never ask it. Writing the value that is already there does not conflict with another write.

use std::collections::HashMap;
use std::ops::Range;

use super::history::History;
use super::mark::{Accessor, Mark};
use crate::sim::fault::Other;
use crate::sim::memory::Row;
use crate::sim::regs::{LANES, lanes_in};

/// The marks of a region.
#[derive(Debug, Clone)]
pub struct Shadow {
    /// Bytes that share a mark: 4, or less where smaller values are stored; a power of two, and which one.
    granule: usize,
    shift: u32,
    /// Each block has contents of its own (shared memory): what another block did there is over.
    private: bool,
    writes: Vec<Mark>,
    reads: Vec<Mark>,
    /// There are marks of writes.
    written: bool,
    /// Every reader that no later one follows, by granule: in exact executions only.
    readers: HashMap<usize, Vec<Mark>>,
    /// Unordered writes of one value so far.
    pub same_value: u64,
}

/// Two accesses that nothing orders: the lane, the byte of the region, and the access before.
pub struct Conflict {
    pub lane: u32,
    pub byte: usize,
    pub other: Other,
}

/// The granules of `1 << shift` bytes that `len` bytes at `at` touch.
#[inline(always)]
fn granules(shift: u32, at: usize, len: usize) -> Range<usize> {
    at >> shift..(at + len + (1 << shift) - 1) >> shift
}

/// Whether every mark of a row is `before` the lane that now comes to its place. The row's granules, those of a lane, and the first and the last lane are
/// as [`Shadow::granules_of`] gives them.
#[inline(always)]
fn ordered(
    marks: &[Mark],
    row: &Row,
    each: usize,
    [first, last]: [usize; 2],
    before: impl Fn(&Mark, usize) -> bool,
) -> bool {
    if row.equal {
        // Of many lanes at one place the first or the last conflicts if any does.
        return marks
            .iter()
            .all(|mark| before(mark, first) && before(mark, last));
    }
    if each == 1 {
        // All are looked at: the loop is short, and so it vectorises.
        let marks = marks.iter().zip(first..);
        return marks.fold(true, |all, (mark, lane)| all & before(mark, lane));
    }
    if each == 0 {
        // Lanes that share a granule: left to the closer look, unless nobody was there.
        return marks.iter().all(Mark::nobody);
    }
    let lanes = marks.chunks_exact(each).zip(first..);
    lanes.fold(true, |all, (marks, lane)| {
        all & marks.iter().all(|mark| before(mark, lane))
    })
}

impl Shadow {
    /// Nobody has touched any of `bytes` bytes.
    pub fn new(bytes: usize, granule: usize, private: bool) -> Shadow {
        // Marks for fewer bytes than asked for are right as well.
        let shift = granule.max(1).trailing_zeros();
        let granule = 1 << shift;
        let granules = bytes.div_ceil(granule);
        Shadow {
            granule,
            shift,
            private,
            writes: vec![Mark::default(); granules],
            reads: vec![Mark::default(); granules],
            written: false,
            readers: HashMap::new(),
            same_value: 0,
        }
    }

    /// Forgets everything: a launch orders what came before it.
    pub fn clear(&mut self) {
        self.writes.fill(Mark::default());
        self.reads.fill(Mark::default());
        self.written = false;
        self.readers.clear();
    }

    /// Notes a load of `size` bytes by each lane in `mask`, and gives the first conflict.
    pub fn read(
        &mut self,
        offsets: &[i64; LANES],
        mask: u32,
        size: usize,
        by: &Accessor,
        history: &History,
    ) -> Option<Conflict> {
        let mut conflict = None;
        for lane in lanes_in(mask) {
            let at = offsets[lane] as usize;
            for granule in granules(self.shift, at, size) {
                let write = &self.writes[granule];
                if conflict.is_none()
                    && !write.both_strong(by)
                    && !history.before(write, by, lane, self.private)
                {
                    conflict = Some(Conflict {
                        lane: lane as u32,
                        byte: granule * self.granule,
                        other: write.describe("writes"),
                    });
                }
                self.note_reader(granule, by, lane, history);
            }
        }
        conflict
    }

    fn note_reader(&mut self, granule: usize, by: &Accessor, lane: usize, history: &History) {
        self.reads[granule] = self.reads[granule].join(by, lane, self.private);
        if history.exact() {
            let private = self.private;
            let readers = self.readers.entry(granule).or_default();
            readers.retain(|reader| !history.before(reader, by, lane, private));
            readers.push(by.mark(lane));
        }
    }

    /// A reader of the granule that nothing orders before `lane`.
    fn unordered_reader(
        &self,
        granule: usize,
        by: &Accessor,
        lane: usize,
        history: &History,
    ) -> Option<Mark> {
        let conflicts =
            |mark: &&Mark| !mark.both_strong(by) && !history.before(mark, by, lane, self.private);
        if history.exact() {
            let readers = self.readers.get(&granule)?;
            return readers.iter().find(conflicts).copied();
        }
        Some(&self.reads[granule]).filter(conflicts).copied()
    }

    /// The granules of a row, how many of them each lane has (0: lanes share one), and its first and last lane.
    #[inline(always)]
    fn granules_of(&self, row: &Row) -> (Range<usize>, usize, [usize; 2]) {
        let granules = row.offset / self.granule..(row.offset + row.span).div_ceil(self.granule);
        let lanes = row.lanes();
        (
            granules,
            row.size / self.granule,
            [lanes.start, lanes.end - 1],
        )
    }

    /// Notes the load of a row; `false` if [`Shadow::read`] must look closer.
    #[inline(always)]
    pub fn read_row(&mut self, row: &Row, by: &Accessor) -> bool {
        let (granules, each, [first, last]) = self.granules_of(row);
        let private = self.private;
        if self.written {
            let writes = &self.writes[granules.clone()];
            if !ordered(writes, row, each, [first, last], |write, lane| {
                write.before(by, lane, private)
            }) {
                return false;
            }
        }
        let reads = &mut self.reads[granules];
        if row.equal {
            // Of many lanes at one place the first and the last leave the same mark as all of them.
            for read in reads {
                *read = read.join(by, first, private).join(by, last, private);
            }
        } else if each == 1 {
            for (read, lane) in reads.iter_mut().zip(first..) {
                *read = read.join(by, lane, private);
            }
        } else if each == 0 {
            for lane in first..=last {
                let at = (row.offset + (lane - first) * row.size) >> self.shift;
                let read = &mut reads[at - (row.offset >> self.shift)];
                *read = read.join(by, lane, private);
            }
        } else {
            for (reads, lane) in reads.chunks_exact_mut(each).zip(first..) {
                for read in reads {
                    *read = read.join(by, lane, private);
                }
            }
        }
        true
    }

    /// Whether the store of a row conflicts with nothing; if not, [`Shadow::write`] must look closer.
    #[inline(always)]
    pub fn may_write_row(&self, row: &Row, by: &Accessor) -> bool {
        if row.size < self.granule {
            return false;
        }
        let (granules, each, lanes) = self.granules_of(row);
        let before = |mark: &Mark, lane| mark.before(by, lane, self.private);
        ordered(&self.reads[granules.clone()], row, each, lanes, before)
            && (!self.written || ordered(&self.writes[granules], row, each, lanes, before))
    }

    /// Notes the store of a row that [`Shadow::may_write_row`] allows.
    #[inline(always)]
    pub fn write_row(&mut self, row: &Row, by: &Accessor) {
        self.written = true;
        let (granules, each, [first, _]) = self.granules_of(row);
        let writes = self.writes[granules].chunks_exact_mut(each.max(1));
        for (writes, lane) in writes.zip(first..) {
            writes.fill(by.mark(lane));
        }
    }

    /// Notes a store of `size` bytes by each lane in `mask`, and gives the first conflict. `same(lane, at, len)`: what the lane writes of the
    /// `len` bytes at `at` is there already.
    pub fn write(
        &mut self,
        offsets: &[i64; LANES],
        mask: u32,
        size: usize,
        by: &Accessor,
        history: &History,
        same: impl Fn(usize, usize, usize) -> bool,
    ) -> Option<Conflict> {
        let lanes = || lanes_in(mask);
        let shift = self.shift;
        let granules = |lane: usize| granules(shift, offsets[lane] as usize, size);
        let mut found = None;
        let mut same_value = 0;
        'lanes: for lane in lanes() {
            for granule in granules(lane) {
                let byte = granule * self.granule;
                let conflict = |other| {
                    Some(Conflict {
                        lane: lane as u32,
                        byte,
                        other,
                    })
                };
                if let Some(read) = self.unordered_reader(granule, by, lane, history) {
                    found = conflict(read.describe("reads"));
                    break 'lanes;
                }
                let write = &self.writes[granule];
                if !write.both_strong(by) && !history.before(write, by, lane, self.private) {
                    if !same(lane, byte, self.granule) {
                        found = conflict(write.describe("writes"));
                        break 'lanes;
                    }
                    same_value += 1;
                }
            }
        }
        // Marked only now: lanes of one store are compared with each other elsewhere.
        self.written = true;
        for lane in lanes() {
            for granule in granules(lane) {
                self.writes[granule] = by.mark(lane);
            }
        }
        self.same_value += same_value;
        found
    }
}

//! What a launch did, as the pipeline model replays it.
//!
//! Recording costs next to nothing: entering a basic block leaves one word, a memory instruction leaves one word and one for each line that it
//! touches, a barrier leaves one; everything else follows from the kernel's [`Plan`](super::plan::Plan). Only sampled blocks are recorded.
//! All blocks tell which data nothing had touched before: that comes from memory, the rest from a cache.

use super::event::{Access, Event, Touched, What, Where};
use super::layout::{Layout, Line, Shape};
use crate::sim::memory::Bits;
use crate::sim::regs::{LANES, lanes_in};

/// Words that the traces of one launch may have: 8 bytes each. A warp that has more than its share is replayed as far as it was recorded.
const MAX_WORDS: usize = 1 << 21;
/// Bytes of a sector.
const SECTOR: u64 = 32;
/// Addresses of atomics that are watched at a time.
const HOT: usize = 64;

/// Which blocks of a grid are recorded: `count` blocks, `step` apart, from block 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Distance between two, blocks.
    pub step: u64,
    /// How many.
    pub count: u64,
}

impl Sample {
    /// No block: nothing is to be timed.
    pub const NONE: Sample = Sample { step: 1, count: 0 };

    /// The place of block `linear` among those recorded.
    fn index(&self, linear: u64) -> Option<usize> {
        let index = linear / self.step;
        (linear.is_multiple_of(self.step) && index < self.count).then_some(index as usize)
    }
}

/// A warp's recorder.
#[derive(Debug, Clone, Default)]
pub struct WarpClock {
    words: Vec<u64>,
    /// Words that may still be recorded; zero for a block that is not sampled.
    left: usize,
}

impl WarpClock {
    /// Notes that the warp enters a basic block at lowered line `pc`.
    #[inline(always)]
    pub fn enter(&mut self, pc: u32) {
        if self.left != 0 {
            self.left -= 1;
            self.words.push(Event::Enter(pc).pack());
        }
    }

    /// Notes a barrier for `threads` threads, or all of the block.
    pub fn barrier(&mut self, pc: u32, id: u32, threads: Option<u32>) {
        if self.left != 0 {
            let warps = threads.map_or(0, |threads| threads.div_ceil(LANES as u32));
            self.words.push(
                Event::Barrier {
                    pc,
                    id: (id & 15) as u8,
                    warps: warps.min(u32::from(u16::MAX)) as u16,
                }
                .pack(),
            );
        }
    }
}

/// What the recorder is told of a memory instruction.
#[derive(Debug, Clone, Copy)]
pub struct Traffic<'a> {
    /// How the lanes lie.
    pub layout: Layout,
    /// Address of each lane.
    pub addresses: &'a [u64; LANES],
    /// Lanes.
    pub group: u32,
    /// Bytes of a lane.
    pub size: u64,
    /// Address of byte 0 of the region.
    pub base: u64,
    /// Where.
    pub place: Where,
    /// What.
    pub what: What,
}

/// The recorded blocks of one launch, and what all its blocks did.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// The warps of each recorded block, in the order of the sample.
    pub blocks: Vec<Vec<Vec<u64>>>,
    /// Blocks executed.
    pub executed: u64,
    /// Warp instructions executed in all of them.
    pub steps: u64,
    /// Bytes that no access had touched before, over all blocks.
    pub fresh_bytes: u64,
    /// The most atomics on one address, as far as they were watched.
    pub hottest: u64,
}

/// The recorder of one launch.
#[derive(Debug, Clone)]
pub struct Clock {
    sample: Sample,
    share: usize,
    recording: bool,
    trace: Trace,
    /// Lines and place of the memory instruction that is being executed.
    lines: Vec<u64>,
    pending: Option<(Where, What, u8)>,
    hot: [(u64, u64); HOT],
}

impl Clock {
    /// A recorder of the blocks in `sample`, of `warps` warps each.
    pub fn new(sample: Sample, warps: usize) -> Clock {
        let recorded = (sample.count as usize).saturating_mul(warps).max(1);
        Clock {
            sample,
            share: MAX_WORDS / recorded,
            recording: false,
            trace: Trace::default(),
            lines: Vec::new(),
            pending: None,
            hot: [(0, 0); HOT],
        }
    }

    /// A block starts.
    pub fn start<'w>(&mut self, linear: u64, warps: impl Iterator<Item = &'w mut WarpClock>) {
        self.recording = self.sample.index(linear).is_some();
        for warp in warps {
            warp.words.clear();
            warp.left = if self.recording { self.share } else { 0 };
        }
    }

    /// A block that stepped aside goes on.
    pub fn resume(&mut self, linear: u64) {
        self.recording = self.sample.index(linear).is_some();
    }

    /// A block has ended, after `steps` warp instructions.
    pub fn end<'w>(
        &mut self,
        linear: u64,
        steps: u64,
        warps: impl Iterator<Item = &'w mut WarpClock>,
    ) {
        self.trace.executed += 1;
        self.trace.steps += steps;
        if let Some(index) = self.sample.index(linear) {
            if self.trace.blocks.len() <= index {
                self.trace.blocks.resize(index + 1, Vec::new());
            }
            self.trace.blocks[index] = warps.map(|warp| std::mem::take(&mut warp.words)).collect();
        }
    }

    /// The launch has ended.
    pub fn finish(mut self) -> Trace {
        self.trace.hottest = self.hot.iter().map(|&(_, count)| count).max().unwrap_or(0);
        self.trace
    }

    /// Notes what the lanes of one memory instruction that go to one region access; gives the passes over banks and tags.
    /// `touched` has the sectors of the region that the launch has touched.
    #[inline(always)]
    pub fn charge(&mut self, touched: &mut Bits, traffic: &Traffic<'_>) -> u32 {
        let &Traffic {
            layout,
            addresses,
            group,
            size,
            place,
            what,
            ..
        } = traffic;
        let atomic = what == What::Atomic;
        if place == Where::Global {
            let lines = self.look_up(touched, traffic);
            if atomic {
                self.watch(&layout, addresses, group);
            }
            if !self.recording {
                return 0;
            }
            // After warpspeed's formula: (lines + 2) / 4 passes over the tags; it holds on H200 within 2.2 %.
            let passes = super::layout::bank_passes(&layout, addresses, group, size);
            self.note(place, what, &layout, addresses, group);
            return passes.max((lines + 2) / 4) as u32;
        }
        if !self.recording {
            return 0;
        }
        self.note(place, what, &layout, addresses, group);
        match place {
            // Local memory interleaves the threads of a warp, so that one variable is one line.
            Where::Local => size.div_ceil(4) as u32,
            _ => super::layout::bank_passes(&layout, addresses, group, size) as u32,
        }
    }

    fn note(
        &mut self,
        place: Where,
        what: What,
        layout: &Layout,
        addresses: &[u64; LANES],
        group: u32,
    ) {
        let turns = match what {
            What::Atomic if layout.shape == Shape::Equal => 2 * group.count_ones() as u8 - 1,
            What::Atomic => {
                let shared = super::layout::most_shared(addresses, group);
                (u64::from(group.count_ones()) + shared).saturating_sub(1) as u8
            }
            _ => 0,
        };
        // The lanes of one generic access may go to several places; the slowest stands for all.
        let worse = self
            .pending
            .is_none_or(|(known, ..)| known as u8 <= place as u8);
        if worse {
            self.pending = Some((place, what, turns));
        }
    }

    /// Ends a memory instruction: what [`Clock::charge`] noted of it goes to the warp's trace.
    #[inline(always)]
    pub fn access(&mut self, warp: &mut WarpClock, pc: u32, passes: u32) {
        if !self.recording {
            return;
        }
        let Some((place, what, turns)) = self.pending.take() else {
            return;
        };
        if warp.left > self.lines.len() {
            warp.left -= self.lines.len() + 1;
            warp.words.extend_from_slice(&self.lines);
            let access = Access {
                pc,
                passes: passes.min(u32::from(u16::MAX)) as u16,
                lines: self.lines.len().min(255) as u8,
                place,
                what,
                turns,
            };
            warp.words.push(Event::Access(access).pack());
        } else {
            warp.left = 0;
        }
        self.lines.clear();
    }

    /// Counts atomics by address in a small table that forgets; an address that many lanes share stays.
    fn watch(&mut self, layout: &Layout, addresses: &[u64; LANES], group: u32) {
        let mut count = |address: u64, lanes: u64| {
            let entry = &mut self.hot[(address / 4 % HOT as u64) as usize];
            if entry.0 == address {
                entry.1 += lanes;
            } else if entry.1 <= lanes {
                *entry = (address, lanes);
            } else {
                entry.1 -= lanes;
            }
        };
        if layout.shape == Shape::Equal {
            count(layout.first, u64::from(group.count_ones()));
            return;
        }
        for lane in lanes_in(group) {
            count(addresses[lane], 1);
        }
    }

    /// Marks the sectors of an access as touched, records its lines, and gives their number.
    #[inline(always)]
    fn look_up(&mut self, touched: &mut Bits, traffic: &Traffic<'_>) -> u64 {
        let layout = &traffic.layout;
        if let [row] = layout.lines() {
            let (mut sector, last) = row_sectors(row);
            let mut lines = 0;
            while sector <= last {
                let (line, from) = (sector / 4, sector % 4);
                let to = (last - line * 4).min(3);
                let wanted = (0xf << from) & (0xf >> (3 - to)) & 0xf;
                self.line(touched, traffic, line, wanted as u8);
                sector = line * 4 + 4;
                lines += 1;
            }
            return lines;
        }
        if layout.shape == Shape::Halves {
            // Half a warp's vectors of 32 bytes fill four lines, or touch five.
            let mut lines = Lines::<10>::new();
            for row in layout.lines() {
                let (mut sector, last) = row_sectors(row);
                while sector <= last {
                    lines.add(sector);
                    sector += 1;
                }
            }
            return self.each_line(touched, traffic, &lines);
        }
        let mut lines = Lines::<{ LANES * 2 }>::new();
        let mut left = traffic.group;
        let mut previous = u64::MAX;
        while left != 0 {
            let lane = left.trailing_zeros() as usize;
            left &= left - 1;
            let sector = traffic.addresses[lane] / SECTOR;
            // An aligned access of up to 16 bytes never crosses a sector; 32-byte vectors fill one.
            if sector != previous {
                lines.add(sector);
                previous = sector;
            }
        }
        self.each_line(touched, traffic, &lines)
    }

    #[inline(always)]
    fn each_line<const N: usize>(
        &mut self,
        touched: &mut Bits,
        traffic: &Traffic<'_>,
        lines: &Lines<N>,
    ) -> u64 {
        for (&line, &wanted) in lines.lines[..lines.count].iter().zip(&lines.wanted) {
            self.line(touched, traffic, line, wanted);
        }
        lines.count as u64
    }

    #[inline(always)]
    fn line(&mut self, touched: &mut Bits, traffic: &Traffic<'_>, line: u64, wanted: u8) {
        let first = (line * 4).wrapping_sub(traffic.base / SECTOR) as usize;
        // Memory is read in pairs of sectors; writes go back sector by sector.
        let pairs = traffic.what == What::Load;
        let mut fresh = 0;
        // What the cache has is the usual case.
        let known = first.is_multiple_of(4) && touched.holds(first, wanted);
        let sectors = if known { 0..0 } else { 0..4 };
        for sector in sectors {
            if wanted >> sector & 1 != 0 && !touched.all(first + sector, 1) {
                touched.set(first + sector, 1);
                fresh |= 1 << sector;
                self.trace.fresh_bytes += SECTOR;
                if pairs && !touched.all(first + (sector ^ 1), 1) {
                    touched.set(first + (sector ^ 1), 1);
                    fresh |= 1 << (sector ^ 1);
                    self.trace.fresh_bytes += SECTOR;
                }
            }
        }
        if self.recording {
            self.lines.push(
                Event::Line(Touched {
                    line,
                    sectors: wanted,
                    fresh,
                })
                .pack(),
            );
        }
    }
}

/// The first and the last sector of lanes in a row.
#[inline(always)]
fn row_sectors(row: &Line) -> (u64, u64) {
    (row.first / SECTOR, (row.first + row.span - 1) / SECTOR)
}

/// The distinct lines of a scattered access with the sectors wanted of each.
struct Lines<const N: usize> {
    lines: [u64; N],
    wanted: [u8; N],
    count: usize,
}

impl<const N: usize> Lines<N> {
    #[inline(always)]
    fn new() -> Self {
        Lines {
            lines: [0; N],
            wanted: [0; N],
            count: 0,
        }
    }

    #[inline(always)]
    fn add(&mut self, sector: u64) {
        let (line, bit) = (sector / 4, 1 << (sector % 4));
        // The line of the lane before is the usual one.
        for at in (0..self.count).rev() {
            if self.lines[at] == line {
                self.wanted[at] |= bit;
                return;
            }
        }
        self.lines[self.count] = line;
        self.wanted[self.count] = bit;
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_spread_over_the_grid() {
        let sample = Sample { step: 4, count: 3 };
        let recorded: Vec<u64> = (0..20).filter(|&at| sample.index(at).is_some()).collect();
        assert_eq!(recorded, [0, 4, 8]);
    }
}

//! What a memory instruction of a warp costs: passes over banks, sectors, and where they are found.

use super::memory::Bits;
use super::regs::LANES;

/// Bytes of a sector and of a line.
const SECTOR: u64 = 32;
const LINE: u64 = 128;
const WAYS: usize = 4;

/// A sectored set-associative cache; replacement is round robin.
#[derive(Debug, Clone)]
pub struct Cache {
    sets: Vec<Set>,
    /// Raised for each block: contents of older epochs are gone.
    epoch: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Set {
    epoch: u32,
    next: u8,
    tags: [u64; WAYS],
    sectors: [u8; WAYS],
}

impl Cache {
    /// A cache of `bytes` bytes.
    pub fn new(bytes: usize) -> Cache {
        let sets = (bytes / (LINE as usize * WAYS)).max(1);
        Cache {
            sets: vec![Set::default(); sets],
            epoch: 1,
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.epoch += 1;
    }

    /// Whether the sectors in `wanted` of line `line` are here, as bits; those that are not are fetched.
    fn touch(&mut self, line: u64, wanted: u8) -> u8 {
        let count = self.sets.len() as u64;
        // Fold the buffer's bits in, so that buffers do not all start in set 0.
        let index = (line ^ (line >> 30).wrapping_mul(0x9e37_79b9)) % count;
        let set = &mut self.sets[index as usize];
        if set.epoch != self.epoch {
            *set = Set {
                epoch: self.epoch,
                ..Set::default()
            };
        }
        // A tag is the line plus one: zero is an empty way.
        if let Some(way) = set.tags.iter().position(|&tag| tag == line + 1) {
            let hit = set.sectors[way] & wanted;
            set.sectors[way] |= wanted;
            return hit;
        }
        let way = usize::from(set.next);
        set.next = ((way + 1) % WAYS) as u8;
        set.tags[way] = line + 1;
        set.sectors[way] = wanted;
        0
    }
}

/// How the lanes of an access lie: the usual shapes need no search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// All lanes at one address.
    Equal,
    /// The first so many lanes, one after the other.
    Consecutive,
    Scattered,
}

/// What is known of all addresses of an access together.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    pub shape: Shape,
    /// Address of the first lane.
    pub first: u64,
    /// Bits in which some lane's address differs from the first one's.
    pub apart: u64,
    /// Bytes from the first lane to the end of the last, where the lanes are not scattered.
    pub span: u64,
}

impl Layout {
    /// The layout of the lanes in `mask`, each of `size` bytes at its address.
    #[inline(always)]
    pub fn of(addresses: &[u64; LANES], mask: u32, size: u64) -> Layout {
        let first = addresses[(mask.trailing_zeros() & 31) as usize];
        let (mut stray, mut apart) = (0, 0);
        for lane in 0..LANES {
            let on = if mask >> lane & 1 != 0 { u64::MAX } else { 0 };
            apart |= (addresses[lane] ^ first) & on;
            stray |= (addresses[lane] ^ addresses[0].wrapping_add(lane as u64 * size)) & on;
        }
        let (shape, span) = if apart == 0 {
            (Shape::Equal, size)
        } else if stray == 0 && mask & mask.wrapping_add(1) == 0 {
            (Shape::Consecutive, size * u64::from(mask.count_ones()))
        } else {
            (Shape::Scattered, 0)
        };
        Layout {
            shape,
            first,
            apart,
            span,
        }
    }
}

/// The distinct lines of a scattered access with the sectors wanted of each.
struct Lines {
    lines: [(u64, u8); LANES * 2],
    count: usize,
}

impl Lines {
    #[inline(always)]
    fn add(&mut self, sector: u64) {
        let (line, bit) = (sector / 4, 1 << (sector % 4));
        // The line of the lane before is the usual one.
        for known in self.lines[..self.count].iter_mut().rev() {
            if known.0 == line {
                known.1 |= bit;
                return;
            }
        }
        self.lines[self.count] = (line, bit);
        self.count += 1;
    }
}

/// What an access asked of the first level, what it missed there, and how much of that nothing had touched before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Found {
    /// Distinct lines and sectors of the access.
    pub lines: u64,
    pub sectors: u64,
    /// Sectors that the first level did not have.
    pub l1_misses: u64,
    /// Sectors that the second level did not have either.
    pub l2_misses: u64,
}

/// Where sectors are looked for.
pub struct Levels<'a> {
    /// The first level, if the access goes through it.
    pub cache: Option<&'a mut Cache>,
    /// Sectors of the buffer that the second level has.
    pub touched: &'a mut Bits,
    /// Address of byte 0 of the buffer.
    pub base: u64,
}

impl Levels<'_> {
    /// Looks up what the lanes in `mask` access.
    #[inline(always)]
    pub fn look_up(&mut self, layout: &Layout, addresses: &[u64; LANES], mask: u32) -> Found {
        let mut found = Found::default();
        if layout.shape != Shape::Scattered {
            let (mut sector, last) = (
                layout.first / SECTOR,
                (layout.first + layout.span - 1) / SECTOR,
            );
            while sector <= last {
                let (line, from) = (sector / 4, sector % 4);
                let to = (last - line * 4).min(3);
                let wanted = (0xf << from) & (0xf >> (3 - to)) & 0xf;
                self.line(line, wanted as u8, &mut found);
                sector = line * 4 + 4;
            }
            return found;
        }
        let mut lines = Lines {
            lines: [(0, 0); LANES * 2],
            count: 0,
        };
        let mut left = mask;
        let mut previous = u64::MAX;
        while left != 0 {
            let lane = left.trailing_zeros() as usize;
            left &= left - 1;
            let sector = addresses[lane] / SECTOR;
            // An aligned access of up to 16 bytes never crosses a sector; 32-byte vectors fill one.
            if sector != previous {
                lines.add(sector);
                previous = sector;
            }
        }
        for &(line, wanted) in &lines.lines[..lines.count] {
            self.line(line, wanted, &mut found);
        }
        found
    }

    #[inline(always)]
    fn line(&mut self, line: u64, wanted: u8, found: &mut Found) {
        found.lines += 1;
        found.sectors += u64::from(wanted.count_ones());
        let hit = self
            .cache
            .as_mut()
            .map_or(0, |cache| cache.touch(line, wanted));
        let mut missed = wanted & !hit;
        found.l1_misses += u64::from(missed.count_ones());
        while missed != 0 {
            let sector = u64::from(missed.trailing_zeros());
            missed &= missed - 1;
            let at = ((line * 4 + sector) - self.base / SECTOR) as usize;
            if !self.touched.all(at, 1) {
                self.touched.set(at, 1);
                found.l2_misses += 1;
            }
        }
    }
}

/// Passes over 32 banks of 4 bytes: the most distinct words that one bank must give.
#[inline(always)]
pub fn bank_passes(layout: &Layout, addresses: &[u64; LANES], mask: u32, size: u64) -> u64 {
    let words = size.div_ceil(4);
    match layout.shape {
        Shape::Equal => 1,
        Shape::Consecutive => (words * u64::from(mask.count_ones())).div_ceil(32),
        Shape::Scattered => scattered_passes(addresses, mask, words),
    }
}

#[inline(always)]
fn scattered_passes(addresses: &[u64; LANES], mask: u32, words: u64) -> u64 {
    // The first word that each bank gives; further ones are rare enough for a list.
    let mut first_word = [u64::MAX; 32];
    let mut more: Vec<u64> = Vec::new();
    let mut counts = [0u64; 32];
    for part in 0..words {
        let mut left = mask;
        let mut previous = u64::MAX;
        while left != 0 {
            let lane = left.trailing_zeros() as usize;
            left &= left - 1;
            let word = addresses[lane] / 4 + part;
            if word == previous {
                continue;
            }
            previous = word;
            let bank = (word % 32) as usize;
            if first_word[bank] == word {
                continue;
            }
            if first_word[bank] == u64::MAX {
                first_word[bank] = word;
                counts[bank] = 1;
            } else if !more.contains(&word) {
                more.push(word);
                counts[bank] += 1;
            }
        }
    }
    counts.into_iter().max().unwrap_or(1).max(1)
}

/// The most lanes that share one address: atomics on it take turns.
pub fn most_shared(addresses: &[u64; LANES], mask: u32) -> u64 {
    let lanes = || (0..LANES).filter(|lane| mask >> lane & 1 != 0);
    lanes()
        .map(|lane| {
            lanes()
                .filter(|&other| addresses[other] == addresses[lane])
                .count() as u64
        })
        .max()
        .unwrap_or(0)
}

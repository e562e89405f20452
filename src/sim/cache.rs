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

/// The distinct lines of an access with the sectors wanted of each.
pub struct Lines {
    lines: [(u64, u8); LANES * 2],
    count: usize,
}

impl Lines {
    /// Lines touched by the lanes in `mask`, each reading `size` bytes at its address.
    #[inline(always)]
    pub fn of(addresses: &[u64; LANES], mask: u32, size: u64) -> Lines {
        let mut out = Lines {
            lines: [(0, 0); LANES * 2],
            count: 0,
        };
        match shape(addresses, mask, size) {
            Shape::Equal => out.range(addresses[(mask.trailing_zeros() & 31) as usize], size),
            Shape::Consecutive => out.range(addresses[0], size * u64::from(mask.count_ones())),
            Shape::Scattered => {
                let mut left = mask;
                let mut previous = u64::MAX;
                while left != 0 {
                    let lane = left.trailing_zeros() as usize;
                    left &= left - 1;
                    let sector = addresses[lane] / SECTOR;
                    // An aligned access of up to 16 bytes never crosses a sector; 32-byte vectors fill one.
                    if sector != previous {
                        out.add(sector);
                        previous = sector;
                    }
                }
            }
        }
        out
    }

    fn range(&mut self, first: u64, bytes: u64) {
        for sector in first / SECTOR..=(first + bytes - 1) / SECTOR {
            self.add(sector);
        }
    }

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

    fn each(&self) -> &[(u64, u8)] {
        &self.lines[..self.count]
    }

    pub fn count(&self) -> u64 {
        self.count as u64
    }

    pub fn sectors(&self) -> u64 {
        self.each()
            .iter()
            .map(|(_, sectors)| u64::from(sectors.count_ones()))
            .sum()
    }
}

/// Sectors that an access missed in the first level, and how many of these nothing had touched before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Misses {
    pub l1: u64,
    pub l2: u64,
}

/// Looks `lines` up; `base` is the address of byte 0 of the buffer, whose sectors are noted in `touched`.
pub fn look_up(cache: Option<&mut Cache>, lines: &Lines, base: u64, touched: &mut Bits) -> Misses {
    let mut misses = Misses::default();
    let mut cache = cache;
    for &(line, wanted) in lines.each() {
        let hit = cache.as_mut().map_or(0, |cache| cache.touch(line, wanted));
        let missed = wanted & !hit;
        misses.l1 += u64::from(missed.count_ones());
        for sector in (0..4).filter(|sector| missed >> sector & 1 != 0) {
            let at = ((line * 4 + sector) - base / SECTOR) as usize;
            if !touched.all(at, 1) {
                touched.set(at, 1);
                misses.l2 += 1;
            }
        }
    }
    misses
}

/// The usual shapes of an access, which need no search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// All lanes at one address.
    Equal,
    /// The first so many lanes, one after the other.
    Consecutive,
    Scattered,
}

#[inline(always)]
fn shape(addresses: &[u64; LANES], mask: u32, size: u64) -> Shape {
    let first = addresses[(mask.trailing_zeros() & 31) as usize];
    let (mut stray, mut apart) = (0, 0);
    for lane in 0..LANES {
        let on = if mask >> lane & 1 != 0 { u64::MAX } else { 0 };
        apart |= (addresses[lane] ^ first) & on;
        stray |= (addresses[lane] ^ addresses[0].wrapping_add(lane as u64 * size)) & on;
    }
    if apart == 0 {
        Shape::Equal
    } else if stray == 0 && mask & mask.wrapping_add(1) == 0 {
        Shape::Consecutive
    } else {
        Shape::Scattered
    }
}

/// Passes over 32 banks of 4 bytes: the most distinct words that one bank must give.
pub fn bank_passes(addresses: &[u64; LANES], mask: u32, size: u64) -> u64 {
    let words = size.div_ceil(4);
    match shape(addresses, mask, size) {
        Shape::Equal => return 1,
        Shape::Consecutive => return (words * u64::from(mask.count_ones())).div_ceil(32),
        Shape::Scattered => {}
    }
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

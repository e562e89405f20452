//! How the lanes of one access lie in memory: what that costs in passes over banks, and which lines and sectors it touches.

use crate::sim::regs::{LANES, each};

/// Lanes of a half-warp: with blocks 16 threads wide, each half is a row of its own.
const HALF: usize = LANES / 2;

/// How the lanes of an access lie: the usual shapes need no search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// All lanes at one address.
    Equal,
    /// Lanes without a gap between them, one after the other.
    Consecutive,
    /// Each half-warp equal or consecutive for itself.
    Halves,
    Scattered,
}

/// Lanes that are at one address or one after the other.
#[derive(Debug, Clone, Copy, Default)]
pub struct Line {
    /// Address of the first lane.
    pub first: u64,
    /// Bytes from the first lane to the end of the last.
    pub span: u64,
    /// The lanes; if they are not all at one address, without a gap.
    pub mask: u32,
    /// All at one address.
    pub equal: bool,
}

/// What is known of all addresses of an access together.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    pub shape: Shape,
    /// Address of the first lane.
    pub first: u64,
    /// Bits in which some lane's address differs from the first one's.
    pub apart: u64,
    /// The lanes of each half-warp ([`Shape::Halves`]), or all of them in the first.
    lines: [Line; 2],
}

/// Of the lanes of one half-warp: the address of the first one, the bits in which others differ from it, and those in which they differ from
/// where they would be in a row with it.
#[derive(Clone, Copy)]
struct Half {
    first: u64,
    /// Where lane 0 of the warp would be in a row with the first one.
    zero: u64,
    apart: u64,
    stray: u64,
}

impl Half {
    /// The lanes in `mask` among those from `from` on. Of no lanes nothing holds that is of use.
    #[inline(always)]
    fn of(addresses: &[u64; LANES], from: usize, mask: u32, size: u64) -> Half {
        let start = mask.trailing_zeros() as usize & (LANES - 1);
        let first = addresses[start];
        let zero = first.wrapping_sub(start as u64 * size);
        let (mut stray, mut apart) = (0, 0);
        if mask == 0xffff << from {
            for lane in from..from + HALF {
                apart |= addresses[lane] ^ first;
                stray |= addresses[lane] ^ zero.wrapping_add(lane as u64 * size);
            }
        } else {
            for lane in from..from + HALF {
                let on = if mask >> lane & 1 != 0 { u64::MAX } else { 0 };
                apart |= (addresses[lane] ^ first) & on;
                stray |= (addresses[lane] ^ zero.wrapping_add(lane as u64 * size)) & on;
            }
        }
        Half {
            first,
            zero,
            apart,
            stray,
        }
    }

    /// Whether the lanes in `mask` are all at one address, or in a row without a gap.
    #[inline(always)]
    fn regular(&self, mask: u32) -> bool {
        self.apart == 0 || self.stray == 0 && run(mask)
    }
}

/// Whether there is no gap between the lanes.
#[inline(always)]
fn run(mask: u32) -> bool {
    let low = mask >> (mask.trailing_zeros() & 31);
    low & low.wrapping_add(1) == 0
}

impl Line {
    #[inline(always)]
    fn of(first: u64, mask: u32, size: u64, equal: bool) -> Line {
        let span = if equal {
            size
        } else {
            size * u64::from(mask.count_ones())
        };
        Line {
            first,
            span,
            mask,
            equal,
        }
    }
}

impl Layout {
    /// The layout of the lanes in `mask` (not empty), each of `size` bytes at its address.
    #[inline(always)]
    pub fn of(addresses: &[u64; LANES], mask: u32, size: u64) -> Layout {
        let masks = [mask & 0xffff, mask & 0xffff_0000];
        let halves = [
            Half::of(addresses, 0, masks[0], size),
            Half::of(addresses, HALF, masks[1], size),
        ];
        let alone = usize::from(masks[0] == 0);
        let [low, high] = halves;
        let (first, apart, stray) = if masks[0] == 0 || masks[1] == 0 {
            let half = halves[alone];
            (half.first, half.apart, half.stray)
        } else {
            (
                low.first,
                low.apart | high.apart | (low.first ^ high.first),
                low.stray | high.stray | (low.zero ^ high.zero),
            )
        };
        let one = |equal| [Line::of(first, mask, size, equal), Line::default()];
        let (shape, lines) = if apart == 0 {
            (Shape::Equal, one(true))
        } else if stray == 0 && run(mask) {
            (Shape::Consecutive, one(false))
        } else if low.regular(masks[0]) && high.regular(masks[1]) && masks[0] != 0 && masks[1] != 0
        {
            let line = |half: usize| {
                let Half { first, apart, .. } = halves[half];
                Line::of(first, masks[half], size, apart == 0)
            };
            (Shape::Halves, [line(0), line(1)])
        } else {
            (Shape::Scattered, [Line::default(); 2])
        };
        Layout {
            shape,
            first,
            apart,
            lines,
        }
    }

    /// The lines that the lanes lie in, lowest lanes first; none if they are scattered.
    #[inline(always)]
    pub fn lines(&self) -> &[Line] {
        match self.shape {
            Shape::Equal | Shape::Consecutive => &self.lines[..1],
            Shape::Halves => &self.lines,
            Shape::Scattered => &[],
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
        Shape::Halves | Shape::Scattered => scattered_passes(addresses, mask, words),
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
    let on: [u64; LANES] = each(|lane| u64::from(mask >> lane & 1));
    let mut most = 0;
    for lane in 0..LANES {
        let mut sharing = 0;
        for other in 0..LANES {
            let same = addresses[other] == addresses[lane];
            sharing += if same { on[other] } else { 0 };
        }
        most = most.max(sharing * on[lane]);
    }
    most
}

#[cfg(test)]
mod tests {
    use super::super::event::{What, Where};
    use super::super::trace::{Clock, Sample, Traffic, WarpClock};
    use super::*;
    use crate::sim::memory::Bits;
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    const BASE: u64 = 1 << 39;
    const BYTES: u64 = 4096;

    /// Lanes in a row, at one place, or anywhere.
    fn place(rng: &mut ChaCha8Rng, addresses: &mut [u64], size: u64) {
        let mut any = || BASE + rng.random_range(0..BYTES / size / 2) * size;
        let first = any();
        let kind = any() / size % 5;
        for (lane, address) in addresses.iter_mut().enumerate() {
            *address = match kind {
                0 | 1 => first,
                2 | 3 => first + lane as u64 * size,
                _ => any(),
            };
        }
    }

    /// Lanes without a gap, all of them, or any.
    fn lanes(rng: &mut ChaCha8Rng) -> u32 {
        let from = rng.random_range(0..32u32);
        let count = rng.random_range(1..=32 - from);
        let run = u32::MAX >> (32 - count) << from;
        match rng.random_range(0..4) {
            0 => run,
            1 => rng.random::<u32>() | 1 << from,
            _ => u32::MAX,
        }
    }

    /// What the clock makes of accesses: passes, events, bytes that nothing had touched.
    fn charged(layouts: &[Layout], traffic: &[([u64; LANES], u32, u64, Where, What)]) -> String {
        let mut clock = Clock::new(Sample { step: 1, count: 1 }, 1);
        let mut touched = Bits::new(BYTES as usize);
        let mut warps = [WarpClock::default()];
        clock.start(0, warps.iter_mut());
        let mut passes = Vec::new();
        for (&layout, &(addresses, group, size, place, what)) in layouts.iter().zip(traffic) {
            let traffic = Traffic {
                layout,
                addresses: &addresses,
                group,
                size,
                base: BASE,
                place,
                what,
            };
            passes.push(clock.charge(&mut touched, &traffic));
            clock.access(&mut warps[0], 7, passes[passes.len() - 1]);
        }
        clock.end(0, 1, warps.iter_mut());
        let trace = clock.finish();
        format!("{passes:?} {:?} {}", trace.blocks, trace.fresh_bytes)
    }

    #[test]
    fn a_shape_that_is_known_costs_what_its_lanes_cost_one_by_one() {
        let mut rng = ChaCha8Rng::seed_from_u64(5);
        let mut seen = [0; 4];
        for _ in 0..2000 {
            let traffic: Vec<_> = (0..4)
                .map(|_| {
                    let size = 1 << rng.random_range(0..6);
                    let mut addresses = [0; LANES];
                    for half in addresses.chunks_exact_mut(HALF) {
                        place(&mut rng, half, size);
                    }
                    if rng.random() {
                        place(&mut rng, &mut addresses, size);
                    }
                    let group = lanes(&mut rng);
                    for lane in (0..LANES).filter(|lane| group >> lane & 1 == 0) {
                        addresses[lane] = rng.random();
                    }
                    let places = [Where::Shared, Where::Global];
                    let whats = [What::Load, What::Store, What::Atomic];
                    (
                        addresses,
                        group,
                        size,
                        places[rng.random_range(0..2)],
                        whats[rng.random_range(0..3)],
                    )
                })
                .collect();
            let known: Vec<Layout> = traffic
                .iter()
                .map(|(addresses, group, size, ..)| Layout::of(addresses, *group, *size))
                .collect();
            let scattered: Vec<Layout> = known
                .iter()
                .map(|&layout| Layout {
                    shape: Shape::Scattered,
                    ..layout
                })
                .collect();
            for layout in &known {
                seen[layout.shape as usize] += 1;
            }
            assert_eq!(
                charged(&known, &traffic),
                charged(&scattered, &traffic),
                "{known:?} {traffic:?}"
            );
        }
        assert!(seen.iter().all(|&count| count > 200), "{seen:?}");
    }

    #[test]
    fn half_warps_are_rows_of_their_own() {
        // Blocks 16 threads wide, a product of matrices: the one operand is equal in each half, the other consecutive.
        let equal: [u64; LANES] = each(|lane| 4096 + lane as u64 / 16 * 1024);
        let row: [u64; LANES] = each(|lane| 4096 + lane as u64 % 16 * 4);
        for addresses in [equal, row] {
            let layout = Layout::of(&addresses, u32::MAX, 4);
            assert_eq!(layout.shape, Shape::Halves);
            assert_eq!(
                layout.lines().iter().map(|line| line.mask).sum::<u32>(),
                u32::MAX
            );
        }
        // Lanes of one half only, from any lane on.
        let layout = Layout::of(&row, 0x0ff0, 4);
        assert_eq!(
            (layout.shape, layout.first),
            (Shape::Consecutive, 4096 + 16)
        );
        assert_eq!(
            Layout::of(&equal, 0xffff_0000, 4).shape,
            Shape::Equal,
            "the upper half alone"
        );
        assert_eq!(Layout::of(&row, 0xffff_0ff5, 4).shape, Shape::Scattered);
    }
}

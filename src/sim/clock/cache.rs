//! The first-level cache of a multiprocessor, as the replay sees it: sectors, and when those that are on their way arrive.

/// Bytes of a line.
const LINE: usize = 128;
const WAYS: usize = 4;

/// A sectored set-associative cache; replacement is round robin.
#[derive(Debug, Clone)]
pub struct Cache {
    sets: Vec<Set>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Set {
    /// A tag is the line plus one: zero is an empty way.
    tags: [u64; WAYS],
    /// When the latest sector of the line is there, cycles.
    arrival: [u32; WAYS],
    sectors: [u8; WAYS],
    next: u8,
}

/// A line of the cache that was looked up.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// Those of the wanted sectors that are here or on their way, as bits.
    pub hit: u8,
    /// When they are here.
    pub arrival: u32,
    set: u32,
    way: u8,
}

impl Cache {
    /// A cache of `bytes` bytes, empty; at least one set.
    pub fn new(bytes: usize) -> Cache {
        let sets = (bytes / (LINE * WAYS)).max(1);
        Cache {
            sets: vec![Set::default(); sets],
        }
    }

    /// Looks for the sectors in `wanted` of line `line`; those that are not here are taken to be fetched ([`Cache::expect`] says when they arrive).
    #[inline]
    pub fn touch(&mut self, line: u64, wanted: u8) -> Found {
        let count = self.sets.len() as u64;
        // Fold the buffer's bits in, so that buffers do not all start in set 0.
        let index = (line ^ (line >> 30).wrapping_mul(0x9e37_79b9)) % count;
        let set = &mut self.sets[index as usize];
        if let Some(way) = set.tags.iter().position(|&tag| tag == line + 1) {
            let hit = set.sectors[way] & wanted;
            set.sectors[way] |= wanted;
            return Found {
                hit,
                arrival: set.arrival[way],
                set: index as u32,
                way: way as u8,
            };
        }
        let way = usize::from(set.next);
        set.next = ((way + 1) % WAYS) as u8;
        set.tags[way] = line + 1;
        set.sectors[way] = wanted;
        set.arrival[way] = 0;
        Found {
            hit: 0,
            arrival: 0,
            set: index as u32,
            way: way as u8,
        }
    }

    /// Notes when the missing sectors of a line that was just looked up arrive.
    #[inline]
    pub fn expect(&mut self, found: &Found, arrival: u32) {
        let set = &mut self.sets[found.set as usize];
        let known = &mut set.arrival[usize::from(found.way)];
        *known = arrival.max(*known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sector_is_found_from_its_first_touch_on_and_its_neighbours_are_not() {
        let mut cache = Cache::new(4096);
        let found = cache.touch(7, 0b0011);
        assert_eq!(found.hit, 0);
        cache.expect(&found, 900);
        let again = cache.touch(7, 0b0110);
        assert_eq!((again.hit, again.arrival), (0b0010, 900));
    }

    #[test]
    fn a_stream_longer_than_the_cache_finds_nothing_the_second_time() {
        let mut cache = Cache::new(4096);
        for _ in 0..2 {
            assert!((0..64).all(|line| cache.touch(line, 0xf).hit == 0));
        }
    }

    #[test]
    fn what_fits_is_found_the_second_time() {
        let mut cache = Cache::new(4096);
        for line in 0..32 {
            cache.touch(line, 0xf);
        }
        assert!((0..32).all(|line| cache.touch(line, 0xf).hit == 0xf));
    }
}

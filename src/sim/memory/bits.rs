//! Sets of bytes or sectors as bits: what was written, what a cache has seen.

/// One bit a byte.
#[derive(Debug, Clone)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// `len` clear bits.
    pub fn new(len: usize) -> Bits {
        Bits {
            words: vec![0; len.div_ceil(64) + 1],
        }
    }

    /// `len` set bits.
    pub fn full(len: usize) -> Bits {
        Bits {
            words: vec![u64::MAX; len.div_ceil(64) + 1],
        }
    }

    /// Clears one bit.
    pub fn clear_one(&mut self, at: usize) {
        self.words[at / 64] &= !(1 << (at % 64));
    }

    /// Clears every bit.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Sets `len` (at most 8, aligned to `len`) bits from `at`.
    #[inline(always)]
    pub fn set(&mut self, at: usize, len: usize) {
        self.words[at / 64] |= ((1 << len) - 1) << (at % 64);
    }

    /// Whether `len` (at most 8, aligned to `len`) bits from `at` are all set.
    #[inline(always)]
    pub fn all(&self, at: usize, len: usize) -> bool {
        let keep = ((1 << len) - 1) << (at % 64);
        self.words[at / 64] & keep == keep
    }

    /// Whether the bits of `wanted` are set in the four bits from `at`, a multiple of four.
    #[inline(always)]
    pub fn holds(&self, at: usize, wanted: u8) -> bool {
        let wanted = u64::from(wanted) << (at % 64);
        self.words[at / 64] & wanted == wanted
    }

    /// Calls `f` with each word that `len` bits from `at` touch, and their mask in it, until it says no.
    #[inline(always)]
    fn words(at: usize, len: usize, mut f: impl FnMut(usize, u64) -> bool) -> bool {
        let (mut at, end) = (at, at + len);
        while at < end {
            let stop = (at / 64 * 64 + 64).min(end);
            let keep = u64::MAX >> (64 - (stop - at)) << (at % 64);
            if !f(at / 64, keep) {
                return false;
            }
            at = stop;
        }
        true
    }

    /// Sets any number of bits from `at`.
    #[inline(always)]
    pub fn set_range(&mut self, at: usize, len: usize) {
        Bits::words(at, len, |word, keep| {
            self.words[word] |= keep;
            true
        });
    }

    /// Clears any number of bits from `at`.
    #[inline(always)]
    pub fn clear_range(&mut self, at: usize, len: usize) {
        Bits::words(at, len, |word, keep| {
            self.words[word] &= !keep;
            true
        });
    }

    /// Whether any number of bits from `at` are all set.
    #[inline(always)]
    pub fn all_range(&self, at: usize, len: usize) -> bool {
        Bits::words(at, len, |word, keep| self.words[word] & keep == keep)
    }

    /// The first clear bit below `len`.
    pub fn first_clear(&self, len: usize) -> Option<usize> {
        (0..len.div_ceil(64))
            .find(|&word| self.words[word] != u64::MAX)
            .map(|word| word * 64 + self.words[word].trailing_ones() as usize)
            .filter(|&at| at < len)
    }
}

//! Where the buffers of a case lie in one allocation, with guards between them.

use std::ops::Range;

/// Bytes before, between and after buffers that nobody may write. A stray index that is off by a row or two lands here.
const GUARD: usize = 16 << 10;
/// Buffers start at multiples of this: more than any vector access or cache line asks for.
const ALIGN: usize = 512;

/// The places of buffers of given sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    buffers: Vec<Range<usize>>,
    /// Bytes in all.
    pub total: usize,
}

impl Layout {
    /// Of buffers of so many bytes each.
    pub fn of(bytes: impl IntoIterator<Item = usize>) -> Layout {
        let mut end = 0;
        let buffers = bytes
            .into_iter()
            .map(|bytes| {
                let start = (end + GUARD).next_multiple_of(ALIGN);
                end = start + bytes;
                start..end
            })
            .collect();
        Layout {
            buffers,
            total: (end + GUARD).next_multiple_of(ALIGN),
        }
    }

    /// Where a buffer is.
    pub fn buffer(&self, number: usize) -> Range<usize> {
        self.buffers[number].clone()
    }

    /// The same, with what fills the last word.
    pub fn words_of(&self, number: usize) -> Range<usize> {
        let Range { start, end } = self.buffer(number);
        start..end.next_multiple_of(4)
    }

    /// The whole words that belong to no buffer, with the number of the buffer that comes after them.
    pub fn guards(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        (0..=self.buffers.len()).map(|number| {
            let start = match number.checked_sub(1) {
                Some(before) => self.words_of(before).end,
                None => 0,
            };
            let after = self.buffers.get(number);
            (
                number,
                start..after.map_or(self.total, |buffer| buffer.start),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buffers_and_guards_cover_every_word_once() {
        let layout = Layout::of([1, 4096, 0, 70_001, 12]);
        let mut next = 0;
        for (number, guard) in layout.guards() {
            assert_eq!(guard.start, next);
            assert!(guard.len() >= GUARD - 4, "{guard:?}");
            if number < 5 {
                assert_eq!(layout.buffer(number).start, guard.end);
                assert!(guard.end.is_multiple_of(ALIGN));
                next = layout.words_of(number).end;
            } else {
                assert_eq!(guard.end, layout.total);
            }
        }
    }
}

//! Variables side by side in one region, with room between them that belongs to none: one past the end of a variable is caught although another
//! one follows.

use std::ops::Range;

use super::Region;

/// Bytes between two variables of shared memory, at least: strays of up to half of it are told by the variable that they left. A multiple of
/// all 32 banks' width, so that the variables lie in the banks as they would without it.
pub const APART: usize = 1024;

/// A variable inside a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// For messages.
    pub name: String,
    pub range: Range<usize>,
}

impl Region {
    /// Whether the bytes from `start` to `end` belong to the region, and to one of its parts if it has any.
    #[inline(always)]
    pub fn holds(&self, start: usize, end: usize) -> bool {
        end <= self.bytes.len() && (self.parts.len() < 2 || self.one_part(start, end))
    }

    fn one_part(&self, start: usize, end: usize) -> bool {
        let holds = |part: &Part| part.range.start <= start && end <= part.range.end;
        self.parts.iter().any(holds)
    }

    /// The part that `offset` is in, or that it strayed from.
    pub fn part_near(&self, offset: i64) -> Option<&Part> {
        let distance = |part: &&Part| {
            let (start, end) = (part.range.start as i64, part.range.end as i64);
            (start - offset).max(offset - end + 1).max(0)
        };
        self.parts.iter().min_by_key(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region() -> Region {
        let part = |name: &str, range| Part {
            name: name.into(),
            range,
        };
        Region {
            parts: vec![part("a", 0..64), part("b", 2048..2080)],
            ..Region::new("shared memory", vec![0; 2080])
        }
    }

    #[test]
    fn only_bytes_of_one_variable_are_held() {
        let region = region();
        assert!(region.holds(0, 64) && region.holds(2048, 2080));
        assert!(!region.holds(60, 68) && !region.holds(1000, 1004) && !region.holds(2076, 2084));
    }

    #[test]
    fn a_stray_is_told_by_the_nearest_variable() {
        let region = region();
        let name = |offset| region.part_near(offset).map(|part| part.name.as_str());
        assert_eq!(
            [name(70), name(-4), name(2040), name(5000)],
            [Some("a"), Some("a"), Some("b"), Some("b")]
        );
        assert_eq!(region.describe(64), "byte 64 of a (64 bytes)");
        assert_eq!(region.describe(2044), "byte -4 of b (32 bytes)");
    }
}

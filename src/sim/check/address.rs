//! Where an access may go: inside its region, aligned, and not into an input when it stores.

use super::{Check, Checks};
use crate::sim::fault::FaultKind;
use crate::sim::memory::{Bad, Region};
use crate::sim::regs::LANES;

impl Region {
    /// Whether the lanes in `mask` may access `size` bytes (1, 2, 4, 8, 16 or 32) at their offsets; else what the first one does wrong.
    #[inline(always)]
    pub fn check(
        &self,
        offsets: &[i64; LANES],
        mask: u32,
        size: usize,
        store: bool,
        checks: Checks,
    ) -> Result<(), Bad> {
        let (mut most, mut low) = (0u64, 0i64);
        for lane in 0..LANES {
            let keep = if mask >> lane & 1 != 0 { -1 } else { 0 };
            let offset = offsets[lane] & keep;
            // A negative offset is a huge unsigned one.
            most = most.max(offset as u64);
            low |= offset;
        }
        if self.parts.len() < 2
            && most.saturating_add(size as u64) <= self.bytes.len() as u64
            && low as u64 & (size as u64 - 1) == 0
            && !(store && self.read_only)
        {
            return Ok(());
        }
        self.explain(offsets, mask, size, store, checks)
    }

    fn explain(
        &self,
        offsets: &[i64; LANES],
        mask: u32,
        size: usize,
        store: bool,
        checks: Checks,
    ) -> Result<(), Bad> {
        for lane in (0..LANES as u32).filter(|lane| mask >> lane & 1 != 0) {
            let offset = offsets[lane as usize];
            let start = usize::try_from(offset).unwrap_or(usize::MAX);
            let held = self.holds(start, start.saturating_add(size));
            let aligned = (offset as u64).is_multiple_of(size as u64);
            if held && aligned && !(store && self.read_only) {
                continue;
            }
            let what = self.describe(offset);
            let bad = |kind, what: String| Err(Bad::new(kind, lane, what).at(self, offset));
            // Where nothing is, nothing can be done: if it is not reported, the access is dropped.
            if !held {
                let what = format!("access of {size} bytes at {what}");
                return bad(FaultKind::OutOfBounds, what);
            }
            if checks.has(Check::Addresses) && !aligned {
                let what = format!(
                    "access of {size} bytes at byte {offset} of {}, which is not a multiple of {size}",
                    self.name
                );
                return bad(FaultKind::Misaligned, what);
            }
            if store && self.read_only && checks.has(Check::ReadOnly) {
                let what = format!("store to {what}, which is an input");
                return bad(FaultKind::ReadOnly, what);
            }
        }
        Ok(())
    }
}

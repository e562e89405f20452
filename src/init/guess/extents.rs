//! How far a kernel reads: with less and less room, until it reads outside.

use super::Search;
use crate::init::Error;
use crate::init::draft::Draft;
use crate::init::trial::Observed;
use crate::workload::Role;

impl Search<'_> {
    /// One past the last element of each buffer that is touched, on each case.
    pub(super) fn extents(
        &self,
        draft: &Draft,
        seen: &[Observed],
    ) -> Result<Vec<Vec<usize>>, Error> {
        let mut extents: Vec<Vec<usize>> = vec![Vec::new(); draft.buffers.len()];
        for (case, observed) in seen.iter().enumerate() {
            let read: Vec<usize> = (0..draft.buffers.len())
                .filter(|&at| matches!(draft.buffers[at].role, Role::Input | Role::Inout))
                .collect();
            // Where a buffer says where another is read, it is measured first, while the others have room.
            let indexes = |at: &usize| {
                draft.buffers[*at]
                    .fill
                    .as_ref()
                    .is_some_and(|fill| fill.contains("hi = \""))
            };
            let (first, then): (Vec<usize>, Vec<usize>) = read.into_iter().partition(indexes);
            let mut measured = draft.clone();
            let mut found = vec![0; draft.buffers.len()];
            for group in [first, then] {
                self.shrink(&mut measured, case, &group, &mut found)?;
            }
            for (at, of) in extents.iter_mut().enumerate() {
                let touched = observed.touched[at].extent;
                of.push(match draft.buffers[at].role {
                    Role::Input | Role::Inout => found[at],
                    Role::Output | Role::Scratch => touched,
                });
            }
        }
        Ok(extents)
    }

    /// Halves the room of the buffers of a group until each has just enough.
    pub(super) fn shrink(
        &self,
        draft: &mut Draft,
        case: usize,
        group: &[usize],
        found: &mut [usize],
    ) -> Result<(), Error> {
        let room = |draft: &Draft, at: usize| draft.buffers[at].len.parse::<usize>().unwrap_or(1);
        // Too few, enough.
        let mut ranges: Vec<(usize, usize)> =
            group.iter().map(|&at| (0, room(draft, at))).collect();
        while ranges.iter().any(|(few, enough)| enough - few > 1) {
            let tried: Vec<usize> = ranges
                .iter()
                .map(|(few, enough)| (few + enough).div_ceil(2).min(enough - 1).max(1))
                .collect();
            for (&at, &len) in group.iter().zip(&tried) {
                draft.buffers[at].len = len.to_string();
            }
            let Some(observed) = self.trial.run(draft, case)? else {
                break;
            };
            let (outside, others) = observed.outside(draft);
            let mut moved = false;
            for ((range, &at), &len) in ranges.iter_mut().zip(group).zip(&tried) {
                let before = *range;
                match (outside.contains(&at), others) {
                    (true, _) => range.0 = range.0.max(len),
                    (false, false) => range.1 = range.1.min(len),
                    (false, true) => {}
                }
                moved |= before != *range;
            }
            if !moved {
                break;
            }
        }
        for ((few, enough), &at) in ranges.iter().zip(group) {
            let len = if *few == 0 && *enough <= 1 {
                1
            } else {
                *enough
            };
            found[at] = len;
            draft.buffers[at].len = len.to_string();
        }
        Ok(())
    }
}

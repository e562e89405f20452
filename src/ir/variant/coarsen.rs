//! Coarsening, and what becomes of the names.

use std::collections::BTreeSet;

use super::super::error::Skip;
use super::super::raw::Inst;
use super::super::transform::coarsen::{self, Done, Request};
use super::Variant;

impl<'c> Variant<'c> {
    /// Lets a block or a thread of the kernel `entry` do what several did. Names stand for the first copy of what they
    /// named.
    ///
    /// # Errors
    /// Why what the kernel computes could change; then nothing was touched.
    pub fn coarsen(&mut self, entry: &str, request: &Request<'_>) -> Result<Done, Skip> {
        let function = self.kernel(entry)?;
        let (done, replaced) = coarsen::coarsen(function, request)?;
        for (old, new) in replaced {
            self.take_place(old, new);
            old.erase();
        }
        Ok(done)
    }

    /// The arguments of the kernel `entry` that it reads through, and that it writes through; `None` where it cannot be
    /// told, or where doing something twice matters.
    pub fn footprint(&self, entry: &str) -> Option<(BTreeSet<u32>, BTreeSet<u32>)> {
        coarsen::footprint(self.kernel(entry).ok()?)
    }

    /// Lets names that stood for one instruction stand for another.
    pub(super) fn take_place(&mut self, old: Inst<'c>, new: Inst<'c>) {
        let base = self.base.iter_mut().flatten();
        let named = base.chain(self.new.values_mut()).find(|it| **it == old);
        if let Some(named) = named {
            *named = new;
        }
    }
}

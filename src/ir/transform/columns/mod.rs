//! A strided loop in which a thread takes several neighbouring columns at a time.
//!
//! `for (c = threadIdx.x; c < n; c += blockDim.x) body(c)` becomes
//! `for (c = W * threadIdx.x; c < n; c += W * blockDim.x) { body(c) .. body(c + W - 1) }`, and the W bodies are *jammed*: they
//! take every step side by side. What does not depend on the column is done once for all, and loads and stores of
//! neighbouring columns stand next to each other, where LLVM makes one wide access of them if the address allows it.
//! The loop over a whole grid, `c = blockIdx.x * blockDim.x + threadIdx.x; …; c += blockDim.x * gridDim.x`, goes the same way.
//!
//! Columns change hands between threads, so it must not matter which thread takes one, nor when: `check` asks for that.
//!
//! [`interleave`] lets a thread take several of its *own* columns side by side instead, in any counted loop: nothing changes hands.
//! Where fewer are left, the first takes the place of those that are not there: it is done several times over, with the same
//! results, which are stored again or, where they are summed up, left out.
//!
//! The counter is 64 bits wide afterwards: W times the stride could leave 32 where the old one did not.

mod carried;
pub(in crate::ir::transform) mod check;
pub(in crate::ir) mod count;
pub(in crate::ir) mod counter;
mod jam;

use super::{Given, Ledger, Used, unfit};
use crate::ir::error::Skip;
use crate::ir::raw::Blk;
use crate::ir::transform::live::Live;

/// Lets a thread take `width` (a power of two) neighbouring columns at a time of the loop at `header`. Answers the promises
/// relied on.
///
/// # Errors
/// Why the loop is not of the form, or cannot be shown to mean the same afterwards. Nothing has changed then.
pub fn vectorise(header: Blk<'_>, width: u32, given: &Given) -> Result<Vec<Used>, Skip> {
    let function = header.function();
    if !function.is_kernel() {
        return unfit("only the loops of a kernel are shared among its threads");
    }
    let live = Live::of(function);
    let strided = counter::find(&live, header)?;
    let mut ledger = Ledger::new(given, &function.name());
    let varying = check::check_shared(&live, &strided, width, &mut ledger)?;
    jam::jam(
        &live,
        &strided,
        How::Neighbours,
        width,
        &varying,
        &mut ledger,
    );
    Ok(ledger.used.into_iter().collect())
}

/// Lets a thread take `width` of its own columns side by side of the loop at `header`. Answers the promises relied on.
///
/// # Errors
/// As [`vectorise`].
pub fn interleave(header: Blk<'_>, width: u32, given: &Given) -> Result<Vec<Used>, Skip> {
    let function = header.function();
    let live = Live::of(function);
    let strided = counter::find(&live, header)?;
    if !strided.grows() {
        return unfit("the loop's column may go either way");
    }
    let there = strided
        .before
        .last()
        .is_some_and(|end| live.is_there(strided.step, end));
    if !there && strided.step_register().is_none() {
        return unfit("the loop works out its step as it goes");
    }
    let mut ledger = Ledger::new(given, &function.name());
    let varying = check::check_own(&live, &strided, &mut ledger)?;
    jam::jam(&live, &strided, How::Own, width, &varying, &mut ledger);
    Ok(ledger.used.into_iter().collect())
}

/// Which columns a thread takes side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// The next ones.
    Neighbours,
    /// Those that it would have taken one after the other.
    Own,
}

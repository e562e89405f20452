//! Changes that restructure a kernel, and the questions about the live function that they ask first.
//!
//! Each looks at all that it is going to touch first, and touches nothing where it could not keep what the kernel computes: it answers
//! with a [`Skip`] then. [`live`] is control flow as it is now, [`uniform`] what threads agree on, [`root`] what a pointer points into,
//! [`sign`] which integers are not negative, [`affine`] how a value moves with a loop's counter, [`replay`] what else can be worked out where, [`sizes`] how many blocks there are,
//! [`given`] what may be taken for granted of parameters.

pub(in crate::ir) mod affine;
pub(in crate::ir) mod aggregate;
mod array;
pub(in crate::ir) mod bisect;
pub(in crate::ir) mod cache;
pub mod coarsen;
pub(in crate::ir) mod columns;
mod deed;
mod given;
pub(in crate::ir) mod half;
pub(in crate::ir) mod keep;
pub(in crate::ir) mod lanes;
pub(in crate::ir) mod live;
mod memory;
pub(in crate::ir) mod pack;
pub(in crate::ir) mod pad;
pub mod reduce;
mod replay;
pub(in crate::ir) mod root;
pub(in crate::ir) mod sign;
mod sizes;
pub(in crate::ir) mod stage;
pub(in crate::ir) mod table;
pub(in crate::ir) mod uniform;

pub use cache::Hint;
pub(in crate::ir) use given::Ledger;
pub use given::{Given, ParamFacts, Used};

use super::error::Skip;
use super::raw::Blk;

/// A block that was split: its handle, which only has the end of it now, and the block that has the beginning, where others go.
pub(in crate::ir) struct Split<'c> {
    pub end: Blk<'c>,
    pub start: Blk<'c>,
}

/// The refusal of a change, in words.
pub(in crate::ir) fn unfit<T>(what: impl Into<String>) -> Result<T, Skip> {
    Err(Skip::Unfit(what.into()))
}

//! Changes that restructure a kernel, and the questions about the live function that they ask first.
//!
//! Each looks at all that it is going to touch first, and touches nothing where it could not keep what the kernel computes: it answers
//! with a [`Skip`] then. [`live`] is control flow as it is now, [`uniform`] what threads agree on, [`root`] what a pointer points into,
//! [`sign`] which integers are not negative, [`affine`] how a value moves with a loop's counter, [`given`] what may be taken for granted of parameters.

pub(in crate::ir) mod affine;
pub(in crate::ir) mod cache;
pub mod coarsen;
pub(in crate::ir) mod columns;
mod given;
pub(in crate::ir) mod keep;
pub(in crate::ir) mod live;
mod memory;
pub mod reduce;
pub(in crate::ir) mod root;
pub(in crate::ir) mod sign;
pub(in crate::ir) mod table;
pub(in crate::ir) mod uniform;

pub use cache::Hint;
pub(in crate::ir) use given::Ledger;
pub use given::{Given, ParamFacts, Used};

use super::error::Skip;

/// The refusal of a change, in words.
pub(in crate::ir) fn unfit<T>(what: impl Into<String>) -> Result<T, Skip> {
    Err(Skip::Unfit(what.into()))
}

//! The checks: one file each, all on unless switched off.
//!
//! An execution with every check on is silent exactly if nothing that the checks know of went wrong. What a check says about an execution
//! never changes what the execution computes.

use std::fmt;

mod address;
mod findings;
mod history;
mod known;
mod mark;
mod race;
mod schedule;
mod undefined;

pub use findings::Findings;
pub use history::{Board, History, Touch};
pub use mark::Accessor;
pub use race::{Conflict, Shadow};
pub use schedule::unordered_sums;
pub use undefined::{Undefined, lanes_of};

/// The checks that can be switched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Check {
    /// Every address inside the buffer that it came from, and aligned.
    Addresses,
    /// No store to an input.
    ReadOnly,
    /// No value that nothing wrote reaches an address, a branch or an output.
    Uninitialised,
    /// No two unordered accesses to one place of which one writes.
    Races,
    /// Barriers are reached by whole warps and agree on their thread counts.
    Barriers,
    /// Member masks of shuffles, votes and the like name exactly lanes that are there.
    Masks,
    /// The same bits with warps and blocks in the opposite order.
    Schedule,
}

impl Check {
    /// Every check, with the sentence that a certificate and `--help` say about it.
    pub const ALL: [(Check, &'static str, &'static str); 7] = [
        (
            Check::Addresses,
            "addresses",
            "every access inside the buffer that its address came from, and aligned",
        ),
        (Check::ReadOnly, "read-only", "no store to an input"),
        (
            Check::Uninitialised,
            "uninitialised",
            "no value that nothing wrote reaches an address, a branch or an output",
        ),
        (
            Check::Races,
            "races",
            "no unordered accesses to one place of shared or global memory of which one writes",
        ),
        (
            Check::Barriers,
            "barriers",
            "barriers reached by whole warps, with one thread count",
        ),
        (
            Check::Masks,
            "masks",
            "member masks of warp operations name the lanes that are there",
        ),
        (
            Check::Schedule,
            "schedule",
            "the same bits with warps and blocks in reverse order",
        ),
    ];
}

impl Check {
    /// As users name it.
    pub const fn name(self) -> &'static str {
        Check::ALL[self as usize].1
    }

    /// The check of that name.
    pub fn from_name(name: &str) -> Option<Check> {
        let mut all = Check::ALL.into_iter();
        all.find(|of| of.1 == name).map(|of| of.0)
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which checks are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checks(u8);

impl Default for Checks {
    fn default() -> Checks {
        Checks::ALL
    }
}

impl Checks {
    /// Every check.
    pub const ALL: Checks = Checks((1 << Check::ALL.len()) - 1);
    /// No check. What no memory has then reads as zero, and stores to it are dropped.
    pub const NONE: Checks = Checks(0);

    /// Whether `check` is on.
    #[inline(always)]
    pub fn has(self, check: Check) -> bool {
        self.0 >> check as u8 & 1 != 0
    }

    /// These checks and `check`.
    #[must_use]
    pub fn with(self, check: Check) -> Checks {
        Checks(self.0 | 1 << check as u8)
    }

    /// These checks without `check`.
    #[must_use]
    pub fn without(self, check: Check) -> Checks {
        Checks(self.0 & !(1 << check as u8))
    }
}

//! Launches that are made again and again, and what a host does between them.
//!
//! The one idea: a pass always has the same launches with the same buffers, by name. What moves is the memory that a name stands for: after
//! a pass some names exchange theirs. What is true of a launch's arguments is therefore true of every pass.

use std::collections::BTreeMap;

use super::error::{Error, Place};
use super::expr::Expr;
use super::{Case, Launch, Symbols};

/// Most launches that a case may have, repetitions included: each is described in memory.
pub const MAX_LAUNCHES: usize = 1 << 16;

/// Consecutive launches that are made several times.
#[derive(Debug, Clone)]
pub struct Loop {
    /// How often, over shapes and tunables. With [`go_on`](Self::go_on): how often at most.
    pub times: Expr,
    /// The symbol that grids, blocks and arguments of its launches may use: 0 in the first pass, one more in each that follows.
    pub counter: Option<String>,
    /// Names that exchange their memory after each pass, the last one included.
    pub swap: Vec<[String; 2]>,
    /// A buffer that the host clears before each pass; a pass that leaves its first element zero is the last.
    pub go_on: Option<String>,
    pub(super) place: Place,
}

impl Loop {
    /// Where the manifest has it.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// How many passes `case` has, at most.
    ///
    /// # Errors
    /// What its expression gets wrong; a negative number; more launches than [`MAX_LAUNCHES`].
    pub(super) fn passes(
        &self,
        case: &Case,
        symbols: &Symbols,
        body: usize,
    ) -> Result<usize, Error> {
        let times = self.times.eval(symbols)?;
        let most = MAX_LAUNCHES / body.max(1);
        match usize::try_from(times) {
            Ok(times) if times <= most => Ok(times),
            _ => {
                let right = format!("it must be from 0 to {most}");
                Err(case.size(&self.times, "the number of passes".into(), times, &right))
            }
        }
    }
}

impl Loop {
    /// What the host does before and after the launches of one pass. `end` is the launch that follows the last pass.
    pub(super) fn between(&self, pass: &mut [Launch], end: usize, indices: &BTreeMap<&str, usize>) {
        let index = |name: &String| indices.get(name.as_str()).copied();
        let flag = self.go_on.as_ref().and_then(index);
        if let Some(first) = pass.first_mut() {
            first.clear = flag;
        }
        if let Some(last) = pass.last_mut() {
            let swaps = self.swap.iter();
            let swaps = swaps.filter_map(|[a, b]| Some([index(a)?, index(b)?]));
            last.swap = swaps.collect();
            last.exit = flag.map(|buffer| Exit { buffer, to: end });
        }
    }
}

/// Where a loop is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exit {
    /// Index of the buffer whose first element is looked at; where it is zero, the loop is left.
    pub buffer: usize,
    /// Index of the launch that follows then.
    pub to: usize,
}

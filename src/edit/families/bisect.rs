//! `bisect %bb1`: a loop that looks through a buffer, one element after the other, for the first that is large enough halves what it looks
//! through instead.
//!
//! As many steps as the number of elements has bits, in the place of as many as there are elements before the one that is found. Where
//! that is mostly among the first few, it costs more than it saves.
//!
//! Conditional. The manifest has to promise that the elements rise (`[facts] rising`), and the loop's bound has to be an argument that is as
//! large as the buffer is long. It is refused where the loop does anything but look, or for anything but an element that is at least as
//! large, or larger, than what stays the same all the while.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bisect {
    header: BlockName,
}

impl Family for Bisect {
    const NAME: &'static str = "bisect";
    const SHAPE: &'static str = "bisect %bbN";
    const ABOUT: &'static str = "finds an element of a rising buffer by halving";
    const TURN: Turn = Turn::First;

    fn parse(words: &mut Words<'_>) -> Result<Bisect, ParseError> {
        Ok(Bisect {
            header: words.address()?,
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Bisect> {
        pick(&searches(context), rng)
    }

    fn sweep(context: &Context<'_>) -> Vec<Bisect> {
        searches(context)
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let used = variant.bisect(self.header, &promises.given())?;
        outcome.relies_on_all(&used, promises);
        Ok(())
    }
}

/// Loops that are left from one other place than their head, where something is promised to rise, and that the genome leaves as they are.
fn searches(context: &Context<'_>) -> Vec<Bisect> {
    if context.promises.rising.is_empty() {
        return Vec::new();
    }
    let sketch = context.sketch;
    let done = |header: BlockName| {
        let is = |edit: &Edit| matches!(edit, Edit::Bisect(it) if it.header == header);
        context.genome.iter().any(is)
    };
    let exits = |header: &BlockName| {
        let found = sketch
            .block(*header)
            .and_then(|block| block.header.as_ref());
        let body = found.map_or(&[][..], |it| &it.body);
        let leaves = |name: &&BlockName| {
            let next = sketch.block(**name).map(|block| &block.successors);
            next.into_iter().flatten().any(|next| !body.contains(next))
        };
        body.iter().filter(leaves).count()
    };
    let headers = sketch.loops().map(|(header, _)| header);
    headers
        .filter(|header| exits(header) == 2 && !done(*header))
        .map(|header| Bisect { header })
        .collect()
}

impl fmt::Display for Bisect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Self::NAME, self.header)
    }
}

//! `aggregate %12`: the lanes of a full warp that mean the same address combine their values first, and one of them does the atomic
//! operation.
//!
//! Atomic operations on one address take their turns. A counter or a sum that all threads add to costs a warp 32 turns; five shuffles
//! (none, where all add the same constant) and one turn do as well. Where the lanes mean different addresses, or are not all there, they
//! go on as before; only asking costs something then.
//!
//! Exact for integers: sums wrap, and maxima and bits do not depend on the order. A sum of floats is rounded in another order, which
//! atomic operations do not promise anyway: approximate. It is refused where a lane wants to know the old value, and in kernels with
//! fences, where an operation may tell others that what came before it is done. Threads that exchange values cannot be coarsened
//! afterwards, so a search puts it last; of what coarsening copied, it reaches the first copy.

use std::fmt;

use rand::Rng;

use crate::edit::context::Context;
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Name, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Aggregate {
    at: Name,
}

impl Family for Aggregate {
    const NAME: &'static str = "aggregate";
    const SHAPE: &'static str = "aggregate %N";
    const ABOUT: &'static str =
        "lets one lane do an atomic operation for all of a warp that mean the same address";

    fn parse(words: &mut Words<'_>) -> Result<Aggregate, ParseError> {
        let at = words.address()?;
        Ok(Aggregate { at })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Aggregate> {
        let done = |at: Name| context.genome.contains(&Edit::Aggregate(Aggregate { at }));
        let spots = context.spots().iter().copied();
        let atomics: Vec<_> = spots
            .filter(|spot| {
                let it = context.instruction(*spot);
                it.opcode == "atomicrmw" && it.uses.is_empty() && !done(spot.name)
            })
            .collect();
        let at = context.pick_spot(&atomics, rng)?.name;
        Some(Aggregate { at })
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.aggregate(self.at)
    }
}

impl fmt::Display for Aggregate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Self::NAME, self.at)
    }
}

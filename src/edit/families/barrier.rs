//! `barrier %41 warp`: a barrier of the warp in place of one of the block.
//!
//! Threads then wait for the 31 others of their warp only. Exact where a block is one warp, or where what threads exchange at
//! the barrier stays within a warp. The edit cannot know that of every launch: the judge's race check sees to
//! it, access by access, on every case. `delete %41` takes a barrier away altogether, under the same check.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Name, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Barrier {
    at: Name,
}

impl Family for Barrier {
    const NAME: &'static str = "barrier";
    const SHAPE: &'static str = "barrier %N warp";
    const ABOUT: &'static str = "lets threads wait for their warp instead of their block";

    fn parse(words: &mut Words<'_>) -> Result<Barrier, ParseError> {
        let at = words.address()?;
        words.keyword("warp")?;
        Ok(Barrier { at })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Barrier> {
        let spots = context.spots().iter();
        let barriers = spots.filter(|spot| context.instruction(**spot).is_barrier());
        let names: Vec<Name> = barriers.map(|spot| spot.name).collect();
        Some(Barrier {
            at: pick(&names, rng)?,
        })
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.weaken_barrier(self.at)
    }

    fn removes(&self) -> Option<Name> {
        Some(self.at)
    }
}

impl fmt::Display for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} warp", Self::NAME, self.at)
    }
}

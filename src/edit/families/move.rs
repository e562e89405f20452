//! `move %12 before %37`: puts an instruction elsewhere. Users that it does not reach any more get a stand-in, so moving
//! up keeps the meaning where the operands are there already, and moving down where the users are still below.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Name, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    target: Name,
    before: Name,
}

impl Family for Move {
    const NAME: &'static str = "move";
    const SHAPE: &'static str = "move %N before %N";
    const ABOUT: &'static str = "moves an instruction to another place in its function";

    fn parse(words: &mut Words<'_>) -> Result<Move, ParseError> {
        let target = words.address()?;
        words.keyword("before")?;
        Ok(Move {
            target,
            before: words.address()?,
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Move> {
        let spot = context.pick_spot(&context.plain(), rng)?;
        let place = pick(&context.places_for(spot), rng)?;
        Some(Move {
            target: spot.name,
            before: place.name,
        })
    }

    /// None: which one helps is a guess.
    fn sweep(_: &Context<'_>) -> Vec<Self> {
        Vec::new()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.relocate(self.target, self.before)
    }
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} before {}", Self::NAME, self.target, self.before)
    }
}

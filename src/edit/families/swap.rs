//! `swap %12 %41`: two instructions of one type change places and users.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Name, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Swap {
    a: Name,
    b: Name,
}

impl Family for Swap {
    const NAME: &'static str = "swap";
    const SHAPE: &'static str = "swap %N %N";
    const ABOUT: &'static str =
        "exchanges two instructions of the same type: their places and who uses them";

    fn parse(words: &mut Words<'_>) -> Result<Swap, ParseError> {
        Ok(Swap {
            a: words.address()?,
            b: words.address()?,
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Swap> {
        let spot = context.pick_spot(&context.plain(), rng)?;
        let other = pick(&context.like(spot), rng)?;
        Some(Swap {
            a: spot.name,
            b: other.name,
        })
    }

    /// None: which one helps is a guess.
    fn sweep(_: &Context<'_>) -> Vec<Self> {
        Vec::new()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.swap(self.a, self.b)
    }
}

impl fmt::Display for Swap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.a, self.b)
    }
}

//! `replace %41 with %12 as %n3f7a`: computes something else in the place of an instruction.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Name, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Replace {
    target: Name,
    with: Name,
    tag: u32,
}

impl Family for Replace {
    const NAME: &'static str = "replace";
    const SHAPE: &'static str = "replace %N with %N as %nXXXX";
    const ABOUT: &'static str =
        "puts a copy of another instruction of the same type in an instruction's place";

    fn parse(words: &mut Words<'_>) -> Result<Replace, ParseError> {
        let target = words.address()?;
        words.keyword("with")?;
        let with = words.address()?;
        Ok(Replace {
            target,
            with,
            tag: words.tag()?,
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Replace> {
        let spot = context.pick_spot(&context.plain(), rng)?;
        let with = pick(&context.like(spot), rng)?;
        Some(Replace {
            target: spot.name,
            with: with.name,
            tag: context.fresh_tag(rng),
        })
    }

    /// None: which one helps is a guess.
    fn sweep(_: &Context<'_>) -> Vec<Self> {
        Vec::new()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.replace(self.target, self.with, self.tag)
    }

    fn removes(&self) -> Option<Name> {
        Some(self.target)
    }

    fn inserts(&self) -> Option<(u32, Name, Name)> {
        Some((self.tag, self.with, self.target))
    }
}

impl fmt::Display for Replace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} with {} as {}",
            Self::NAME,
            self.target,
            self.with,
            Name::New(self.tag)
        )
    }
}

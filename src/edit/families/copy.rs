//! `copy %12 before %37 as %n3f7a use %41.1`: computes something once more elsewhere, and feeds an operand with it.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Name, Site, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Copy {
    original: Name,
    before: Name,
    tag: u32,
    /// The operand that takes the result; `None` for what has none, such as a store or a barrier.
    user: Option<Site>,
}

impl Family for Copy {
    const NAME: &'static str = "copy";
    const SHAPE: &'static str = "copy %N before %N as %nXXXX [use %N.OPERAND]";
    const ABOUT: &'static str =
        "copies an instruction to another place and feeds an operand there with the result";

    fn parse(words: &mut Words<'_>) -> Result<Copy, ParseError> {
        let original = words.address()?;
        words.keyword("before")?;
        let before = words.address()?;
        let tag = words.tag()?;
        let user = if words.has("use") {
            Some(words.address()?)
        } else {
            None
        };
        Ok(Copy {
            original,
            before,
            tag,
            user,
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Copy> {
        // A copy may have no user below its place: try some.
        const TRIES: usize = 8;
        let spot = context.pick_spot(&context.plain(), rng)?;
        let ty = context.instruction(spot).ty;
        let places = context.places_for(spot);
        let operands = context.free_operands();
        let tag = context.fresh_tag(rng);
        for _ in 0..TRIES {
            let place = pick(&places, rng)?;
            let copy = |user| Copy {
                original: spot.name,
                before: place.name,
                tag,
                user,
            };
            if context.sketch.is_void(ty) {
                return Some(copy(None));
            }
            let below = |spot| place == spot || context.reaches(place, spot);
            let users: Vec<Site> = operands
                .iter()
                .filter(|(spot, _, operand)| operand.ty == ty && below(*spot))
                .map(|(_, site, _)| *site)
                .collect();
            if let Some(user) = pick(&users, rng) {
                return Some(copy(Some(user)));
            }
        }
        None
    }

    /// None: which one helps is a guess.
    fn sweep(_: &Context<'_>) -> Vec<Self> {
        Vec::new()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.copy(self.original, self.before, self.tag, self.user)
    }

    fn inserts(&self) -> Option<(u32, Name, Name)> {
        Some((self.tag, self.original, self.before))
    }
}

impl fmt::Display for Copy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} before {} as {}",
            Self::NAME,
            self.original,
            self.before,
            Name::New(self.tag)
        )?;
        self.user
            .iter()
            .try_for_each(|site| write!(f, " use {site}"))
    }
}

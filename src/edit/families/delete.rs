//! `delete %37 use %12`: takes an instruction away; what used its result uses another value.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Name, Skip, Value, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Delete {
    target: Name,
    /// `None` where nothing uses the result, or where the repair rule is to choose.
    instead: Option<Value>,
}

impl Family for Delete {
    const NAME: &'static str = "delete";
    const SHAPE: &'static str = "delete %N [use VALUE]";
    const ABOUT: &'static str =
        "takes an instruction away; its users get another value of the type";

    fn parse(words: &mut Words<'_>) -> Result<Delete, ParseError> {
        let target = words.address()?;
        let instead = if words.has("use") {
            Some(words.value()?)
        } else {
            None
        };
        Ok(Delete { target, instead })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Delete> {
        let spot = context.pick_spot(&context.plain(), rng)?;
        let instruction = context.instruction(spot);
        let used = !instruction.uses.is_empty() || spot.name != Name::Base(spot.origin);
        let instead = match used && !context.sketch.is_void(instruction.ty) {
            true => pick(&context.values_at(spot, instruction.ty), rng),
            false => None,
        };
        Some(Delete {
            target: spot.name,
            instead,
        })
    }

    /// None: which one helps is a guess.
    fn sweep(_: &Context<'_>) -> Vec<Self> {
        Vec::new()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.erase(self.target, self.instead.as_ref())
    }

    fn removes(&self) -> Option<Name> {
        Some(self.target)
    }
}

impl fmt::Display for Delete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Self::NAME, self.target)?;
        self.instead
            .iter()
            .try_for_each(|value| write!(f, " use {value}"))
    }
}

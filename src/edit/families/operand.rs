//! `operand %41.1 <- %12`: one operand becomes another value of its type. On a branch it is the condition, the only way
//! in which edits reach the control flow.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, is_already, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Site, Skip, Value, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Operand {
    site: Site,
    value: Value,
}

impl Family for Operand {
    const NAME: &'static str = "operand";
    const SHAPE: &'static str = "operand %N.OPERAND <- VALUE";
    const ABOUT: &'static str = "sets one operand to another value of its type";

    fn parse(words: &mut Words<'_>) -> Result<Operand, ParseError> {
        let site = words.address()?;
        words.keyword("<-")?;
        Ok(Operand {
            site,
            value: words.value()?,
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Operand> {
        let operands = context.free_operands();
        let (spot, site, operand) = context.pick_at(&operands, |(spot, ..)| *spot, rng)?;
        let mut values = context.values_at(spot, operand.ty);
        values.retain(|value| !is_already(operand, value));
        Some(Operand {
            site,
            value: pick(&values, rng)?,
        })
    }

    /// None: which one helps is a guess.
    fn sweep(_: &Context<'_>) -> Vec<Self> {
        Vec::new()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.set_operand(self.site, &self.value)
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} <- {}", Self::NAME, self.site, self.value)
    }
}

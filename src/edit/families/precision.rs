//! `precision %37 float`: computes one instruction of double precision in single precision; `precision %37 float web`
//! all that it is connected with. Each operand is rounded to a relative error of 2^-24 and so is each result, so this is
//! approximate.
//!
//! Doubles creep into kernels unasked: a literal `2.0` makes the whole expression around it a double, on GPUs that do
//! 2 to 64 times fewer of them a second than of floats. What a user loses are the digits beyond the seventh, and more
//! where values nearly cancel; numbers above 3.4e38 become infinite.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Name, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Precision {
    at: Name,
    web: bool,
}

impl Family for Precision {
    const NAME: &'static str = "precision";
    const SHAPE: &'static str = "precision %N float [web]";
    const ABOUT: &'static str = "computes in single precision what is computed in double precision: one instruction, or all connected ones";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Precision, ParseError> {
        let at = words.address()?;
        words.keyword("float")?;
        let web = words.has("web");
        Ok(Precision { at, web })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Precision> {
        let all = doubles(context.sketch);
        Some(Precision {
            at: Name::Base(pick(&all, rng)?),
            web: rng.random_bool(0.7),
        })
    }

    /// Whole webs, of which one instruction stands for all.
    fn sweep(context: &Context<'_>) -> Vec<Precision> {
        const WEBS: usize = 4;
        let web = |number| Precision {
            at: Name::Base(number),
            web: true,
        };
        let all = doubles(context.sketch).into_iter().take(WEBS);
        all.map(web).collect()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.to_single(self.at, self.web)
    }
}

/// What computes in double precision.
fn doubles(sketch: &Sketch) -> Vec<u32> {
    let computes = |number: &u32| {
        let instruction = &sketch.instructions[*number as usize];
        sketch.type_text(instruction.ty) == "double"
            && matches!(
                instruction.opcode.as_str(),
                "fadd" | "fsub" | "fmul" | "fdiv" | "phi" | "call"
            )
    };
    let all = 0..sketch.instructions.len() as u32;
    all.filter(computes).collect()
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let web = if self.web { " web" } else { "" };
        write!(f, "{} {} float{web}", Self::NAME, self.at)
    }
}

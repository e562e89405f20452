//! `loops interchange`, `loops fuse`: a pass of LLVM over all loops of the module, which `-O3` leaves out.
//!
//! Exact: LLVM proves that the order of accesses does not matter, or leaves the loops alone; facts about aliasing help it
//! to. There is no way to name one loop to these passes, so they see every one. They run before the rest of the
//! pipeline, on loops that have been brought into the form that they expect, which can change the code a little by
//! itself.
//!
//! - `interchange` exchanges two nested loops where that makes neighbouring iterations access neighbouring addresses.
//! - `fuse` makes one loop of two that follow each other and count alike.
//! - `rotate` moves the tests of loops to their ends. `-O3` does so as well, but later, when more has been made of the
//!   loops.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Sketch, Skip, Variant};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loops {
    Interchange,
    Fuse,
    Rotate,
}

impl Loops {
    const ALL: [Loops; 3] = [Loops::Interchange, Loops::Fuse, Loops::Rotate];

    fn word(self) -> &'static str {
        match self {
            Loops::Interchange => "interchange",
            Loops::Fuse => "fuse",
            Loops::Rotate => "rotate",
        }
    }

    /// As `opt -passes=` takes it.
    fn passes(self) -> &'static str {
        match self {
            Loops::Interchange => {
                "function(early-cse<memssa>,loop-simplify,lcssa,loop-mssa(loop-rotate),loop-simplify,lcssa,\
                 loop(loop-interchange))"
            }
            Loops::Fuse => {
                "function(loop-simplify,lcssa,loop(loop-rotate),loop-simplify,lcssa,loop-fusion)"
            }
            Loops::Rotate => "function(loop-simplify,lcssa,loop(loop-rotate))",
        }
    }

    /// Whether the kernel has loops that it could be about.
    fn makes_sense(self, sketch: &Sketch) -> bool {
        let loops: Vec<BlockName> = sketch.loops().map(|(header, _)| header).collect();
        let depth = |name: &BlockName| sketch.block(*name).map_or(0, |block| block.depth);
        match self {
            Loops::Interchange => loops.iter().any(|header| depth(header) > 1),
            Loops::Fuse => loops.iter().any(|header| {
                let alike = |other: &&BlockName| depth(other) == depth(header);
                loops.iter().filter(alike).count() > 1
            }),
            Loops::Rotate => !loops.is_empty(),
        }
    }
}

impl Family for Loops {
    const NAME: &'static str = "loops";
    const SHAPE: &'static str = "loops interchange|fuse|rotate";
    const ABOUT: &'static str = "has LLVM restructure all loops in a way that -O3 leaves out";

    fn parse(words: &mut Words<'_>) -> Result<Loops, ParseError> {
        let word = words.word("the transformation")?;
        let found = Loops::ALL.into_iter().find(|it| it.word() == word);
        found.ok_or_else(|| words.wrong(format!("there is no transformation `{word}`")))
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Loops> {
        pick(&Self::sweep(context), rng)
    }

    /// All that make sense and are not said yet.
    fn sweep(context: &Context<'_>) -> Vec<Loops> {
        let said = |it: &Loops| context.genome.contains(&Edit::Loops(*it));
        let mut sensible = Loops::ALL.to_vec();
        sensible.retain(|it| it.makes_sense(context.sketch) && !said(it));
        sensible
    }

    fn apply(&self, _: &mut Variant<'_>, _: &Promises, outcome: &mut Outcome) -> Result<(), Skip> {
        let before = outcome.pipeline.before.len();
        outcome.pipeline.first(self.passes());
        match outcome.pipeline.before.len() > before {
            true => Ok(()),
            false => Err(Skip::NoEffect),
        }
    }
}

impl fmt::Display for Loops {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Self::NAME, self.word())
    }
}

//! `fast %37 contract`: lets LLVM bend the rules of floating-point arithmetic at one instruction, or (`fast %bb5 …`) at
//! all of a block. Whether the result is still good enough is what the tolerance is for.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{BlockName, Name, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fast {
    at: Where,
    /// LLVM's bits.
    flags: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Where {
    Instruction(Name),
    Block(BlockName),
}

/// The flags by LLVM's names and bits (llvm-c/Core.h, `LLVMFastMath…`).
const FLAGS: [(&str, u32); 7] = [
    ("reassoc", 1),
    ("nnan", 1 << 1),
    ("ninf", 1 << 2),
    ("nsz", 1 << 3),
    ("arcp", 1 << 4),
    ("contract", 1 << 5),
    ("afn", 1 << 6),
];

/// What is proposed: each flag that does something alone, the pairs that only work together, and all that keeps
/// infinities and NaNs (a softmax that masks with -inf needs them).
const PROPOSED: [u32; 7] = [
    1 << 5,
    1 << 4,
    1 << 6,
    1 << 3,
    1 | 1 << 3,
    1 << 1 | 1 << 2,
    1 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6,
];

impl Family for Fast {
    const NAME: &'static str = "fast";
    const SHAPE: &'static str = "fast %N|%bbN reassoc|nnan|ninf|nsz|arcp|contract|afn...";
    const ABOUT: &'static str = "adds fast-math flags to one instruction or to all of a block";

    fn parse(words: &mut Words<'_>) -> Result<Fast, ParseError> {
        let at = match words.word("an address")? {
            word if word.starts_with("%bb") => Where::Block(
                word.parse()
                    .map_err(|error| words.wrong(format!("{error}")))?,
            ),
            word => Where::Instruction(
                word.parse()
                    .map_err(|error| words.wrong(format!("{error}")))?,
            ),
        };
        let mut flags = flag(words.word("a flag")?, words)?;
        while let Some(word) = words.next() {
            flags |= flag(word, words)?;
        }
        Ok(Fast { at, flags })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Fast> {
        let flags = pick(&PROPOSED, rng)?;
        let lacks = |has: Option<u32>| has.is_some_and(|has| has | flags != has);
        let spots: Vec<_> = context
            .spots()
            .iter()
            .copied()
            .filter(|spot| lacks(context.instruction(*spot).fast_math))
            .collect();
        let spot = pick(&spots, rng)?;
        let at = match rng.random_bool(0.5) {
            true => Where::Instruction(spot.name),
            false => Where::Block(context.sketch.instruction(spot.at)?.block),
        };
        Some(Fast { at, flags })
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        match self.at {
            Where::Instruction(name) => variant.add_fast_math(name, self.flags),
            Where::Block(block) => variant.add_fast_math_in(block, self.flags),
        }
    }
}

fn flag(word: &str, words: &Words<'_>) -> Result<u32, ParseError> {
    let found = FLAGS.iter().find(|(name, _)| *name == word);
    found
        .map(|(_, bit)| *bit)
        .ok_or_else(|| words.wrong(format!("`{word}` is no fast-math flag")))
}

impl fmt::Display for Fast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Where::Instruction(name) => write!(f, "{} {name}", Self::NAME)?,
            Where::Block(block) => write!(f, "{} {block}", Self::NAME)?,
        }
        FLAGS
            .iter()
            .filter(|(_, bit)| self.flags & bit != 0)
            .try_for_each(|(name, _)| write!(f, " {name}"))
    }
}

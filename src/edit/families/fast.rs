//! `fast %37 contract`: lets LLVM bend the rules of floating-point arithmetic at one instruction, at all of a block
//! (`fast %bb5 …`) or at all of a function (`fast sls_f32 …`). Approximate: whether the result is still good enough is what
//! the tolerance is for. A user loses the order of rounding (`reassoc`, `contract`), the last bits of divisions and
//! functions (`arcp`, `afn`), or what the kernel does with NaNs, infinities and the sign of zero (`nnan`, `ninf`, `nsz`).

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, Spot, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{BlockName, Instruction, Name, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fast {
    at: Where,
    /// LLVM's bits.
    flags: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Where {
    Instruction(Name),
    Block(BlockName),
    /// By its name in the IR.
    Function(String),
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
    const SHAPE: &'static str = "fast %N|%bbN|FUNCTION reassoc|nnan|ninf|nsz|arcp|contract|afn...";
    const ABOUT: &'static str =
        "adds fast-math flags to one instruction, or to all of a block or a function";

    fn parse(words: &mut Words<'_>) -> Result<Fast, ParseError> {
        let at = match words.word("an address")? {
            word if word.starts_with("%bb") => Where::Block(
                word.parse()
                    .map_err(|error| words.wrong(format!("{error}")))?,
            ),
            word if word.starts_with('%') => Where::Instruction(
                word.parse()
                    .map_err(|error| words.wrong(format!("{error}")))?,
            ),
            word => Where::Function(word.to_owned()),
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
        let gains = |spot: &Spot| {
            let instruction = context.instruction(*spot);
            lacks(instruction.fast_math) && matters(flags, instruction)
        };
        let spots: Vec<Spot> = context.spots().iter().copied().filter(gains).collect();
        let spot = context.pick_spot(&spots, rng)?;
        let at = match rng.random_range(0..4) {
            0 => Where::Instruction(spot.name),
            1 | 2 => Where::Block(context.sketch.instruction(spot.at)?.block),
            _ => Where::Function(context.function(spot).name.clone()),
        };
        Some(Fast { at, flags }).filter(Fast::is_one_word)
    }

    /// All flags in all kernels; then each set of flags in the hottest blocks that lack it, block by block.
    fn sweep(context: &Context<'_>) -> Vec<Fast> {
        const BLOCKS: usize = 4;
        let lacks = |block: &BlockName, flags: u32| {
            let range = context
                .sketch
                .block(*block)
                .map(|it| it.instructions.clone());
            let mut inside = range.into_iter().flatten();
            inside.any(|at| {
                let instruction = context.sketch.instruction(at);
                instruction.is_some_and(|it| {
                    let lacks = |has: u32| has | flags != has;
                    it.fast_math.is_some_and(lacks) && matters(flags, it)
                })
            })
        };
        let whole = context.sketch.kernels().map(|kernel| Fast {
            at: Where::Function(kernel.name.clone()),
            flags: PROPOSED[PROPOSED.len() - 1],
        });
        let mut blocks: Vec<BlockName> = (0..context.sketch.blocks.len() as u32)
            .map(BlockName)
            .filter(|block| lacks(block, u32::MAX))
            .collect();
        blocks = context.hottest(blocks);
        blocks.truncate(BLOCKS);
        let all = blocks.into_iter().flat_map(|block| {
            let worth = PROPOSED
                .into_iter()
                .filter(move |flags| lacks(&block, *flags));
            worth.map(move |flags| Fast {
                at: Where::Block(block),
                flags,
            })
        });
        whole.filter(Fast::is_one_word).chain(all).collect()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        match &self.at {
            Where::Instruction(name) => variant.add_fast_math(*name, self.flags),
            Where::Block(block) => variant.add_fast_math_in(*block, self.flags),
            Where::Function(name) => variant.add_fast_math_in_function(name, self.flags),
        }
    }
}

/// Whether LLVM could do something about the instruction that the flags allow.
fn matters(flags: u32, instruction: &Instruction) -> bool {
    const ARCP: u32 = 1 << 4;
    const AFN: u32 = 1 << 6;
    let opcode = instruction.opcode.as_str();
    match flags {
        ARCP => opcode == "fdiv",
        AFN => matches!(opcode, "fdiv" | "call"),
        _ => opcode != "phi",
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
        match &self.at {
            Where::Instruction(name) => write!(f, "{} {name}", Self::NAME)?,
            Where::Block(block) => write!(f, "{} {block}", Self::NAME)?,
            Where::Function(name) => write!(f, "{} {name}", Self::NAME)?,
        }
        FLAGS
            .iter()
            .filter(|(_, bit)| self.flags & bit != 0)
            .try_for_each(|(name, _)| write!(f, " {name}"))
    }
}

impl Fast {
    /// Whether what it is about is a word of the edit's text, and means nothing else there: a function may have any name.
    fn is_one_word(&self) -> bool {
        match &self.at {
            Where::Function(name) => {
                !name.is_empty() && !name.starts_with('%') && !name.contains(char::is_whitespace)
            }
            _ => true,
        }
    }

    /// Whether it lets sums be added up in another order at this instruction of the loaded module.
    pub fn reassociates(&self, sketch: &Sketch, instruction: u32) -> bool {
        let here = match &self.at {
            Where::Instruction(name) => *name == Name::Base(instruction),
            Where::Block(block) => {
                let found = sketch.instruction(instruction);
                found.is_some_and(|it| it.block == *block)
            }
            Where::Function(name) => {
                let found = sketch.function_of(instruction);
                found.is_some_and(|it| it.name == *name)
            }
        };
        here && self.flags & 1 != 0
    }
}

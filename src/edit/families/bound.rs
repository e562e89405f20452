//! `bound k maxnreg 32`, `bound k minblocks 4`, `bound k maxthreads 128`: tells the machine compiler how many registers a
//! thread may have, how many blocks should share a multiprocessor, or how large a block is at most.
//!
//! Fewer registers let more blocks run at once; what does not fit any more is spilled to memory. LLVM passes the bounds on
//! to the assembler, and knows from `maxthreads` the range of a thread's index. Nothing that the kernel computes changes,
//! so it is exact; but a launch with a larger block than `maxthreads` fails. It counts the threads of a block
//! after all other edits of its launch.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Bound as What, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bound {
    entry: String,
    what: What,
    number: u32,
}

/// By their words, with what is proposed of each: registers in steps in which a device can give them, and of threads the
/// most that any tunable allows, since a launch with more would fail.
const WHAT: [(&str, What, &[u32]); 3] = [
    (
        "maxnreg",
        What::Registers,
        &[24, 32, 40, 48, 64, 80, 96, 128],
    ),
    ("minblocks", What::Blocks, &[2, 4, 8, 16]),
    ("maxthreads", What::Threads, &[]),
];

impl Family for Bound {
    const NAME: &'static str = "bound";
    const SHAPE: &'static str = "bound ENTRY maxnreg|minblocks|maxthreads N";
    const ABOUT: &'static str =
        "tells the machine compiler how many registers, blocks or threads to count on";

    fn parse(words: &mut Words<'_>) -> Result<Bound, ParseError> {
        let entry = words.word("the name of a kernel")?.to_owned();
        let word = words.word("what is bounded")?;
        let Some((_, what, _)) = WHAT.iter().find(|(name, ..)| *name == word) else {
            return Err(words.wrong(format!(
                "`{word}` stands where `maxnreg`, `minblocks` or `maxthreads` should"
            )));
        };
        let number = words.word("the number")?.parse();
        match number.ok().filter(|number| what.admits(*number)) {
            Some(number) => Ok(Bound {
                entry,
                what: *what,
                number,
            }),
            None => Err(words.wrong(format!("{word} is from {}", what.range()))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Bound> {
        let kernels: Vec<&str> = context
            .sketch
            .kernels()
            .map(|it| it.name.as_str())
            .collect();
        let entry = pick(&kernels, rng)?;
        let (_, what, numbers) = pick(&WHAT, rng)?;
        let bounded = context.genome.iter().rev().find_map(|edit| match edit {
            Edit::Bound(bound) if bound.entry == entry && bound.what == what => Some(bound.number),
            _ => None,
        });
        let mut numbers = numbers.to_vec();
        if what == What::Threads {
            let values = context.promises.tunables.values().flatten();
            let most = values.filter_map(|value| u32::try_from(*value).ok()).max();
            numbers.extend(most.filter(|most| what.admits(*most)));
        }
        numbers.retain(|number| Some(*number) != bounded);
        Some(Bound {
            entry: entry.to_owned(),
            what,
            number: pick(&numbers, rng)?,
        })
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {} {:?}", Self::NAME, self.entry, self.what))
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.bound(&self.entry, self.what, self.number)
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = WHAT.iter().find(|(_, what, _)| *what == self.what);
        let word = word.map_or("", |(word, ..)| *word);
        write!(f, "{} {} {word} {}", Self::NAME, self.entry, self.number)
    }
}

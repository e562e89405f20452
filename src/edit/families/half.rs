//! `half part f16`: an array of floats in shared memory is kept in 16 bits, each number rounded when it is stored and widened when it is
//! loaded; `half part bf16` with the range of floats and fewer digits.
//!
//! Half the bytes go through shared memory, and an array of a fixed size takes half the room, which may leave some for another block. An
//! array whose size a launch gives begins where it did, and uses half of it.
//!
//! Approximate. What a user loses: f16 keeps 11 bits of a number's 24, and what is beyond 65504 becomes infinite; bf16 keeps 8. Sums
//! that go back and forth through the array are rounded each time. It is refused where anything but plain loads and stores of floats
//! sees the array: atomic operations, addresses that are passed on, accesses of another type or at addresses that do not count in floats.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Float, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Half {
    /// As the module names it.
    array: String,
    brain: bool,
}

/// LLVM's address space of shared memory.
const SHARED: u32 = 3;

impl Family for Half {
    const NAME: &'static str = "half";
    const SHAPE: &'static str = "half VARIABLE f16|bf16";
    const ABOUT: &'static str = "keeps an array of floats in shared memory in 16 bits";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Half, ParseError> {
        let array = words.word("the name of a variable")?.to_owned();
        let brain = match words.word("`f16` or `bf16`")? {
            "f16" => false,
            "bf16" => true,
            word => {
                return Err(words.wrong(format!("`{word}` stands where `f16` or `bf16` should")));
            }
        };
        Ok(Half { array, brain })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Half> {
        pick(&halves(context), rng)
    }

    /// None: within a strict tolerance it is hardly ever right.
    fn sweep(_: &Context<'_>) -> Vec<Half> {
        Vec::new()
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.array))
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        let kind = match self.brain {
            false => Float::Half,
            true => Float::BFloat,
        };
        variant.halve(&self.array, kind)
    }
}

/// Every array of shared memory that the genome leaves as it is, in both forms.
fn halves(context: &Context<'_>) -> Vec<Half> {
    let halved = |array: &String| {
        let is = |edit: &Edit| matches!(edit, Edit::Half(it) if it.array == *array);
        context.genome.iter().any(is)
    };
    let arrays = context.variables(SHARED).into_iter();
    let both = |array: String| {
        [false, true].map(|brain| Half {
            array: array.clone(),
            brain,
        })
    };
    arrays
        .filter(|array| !halved(array))
        .flat_map(both)
        .collect()
}

impl fmt::Display for Half {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.brain { "bf16" } else { "f16" };
        write!(f, "{} {} {kind}", Self::NAME, self.array)
    }
}

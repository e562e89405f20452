//! `constant weights`: a table of the module is read from constant memory.
//!
//! Constant memory has a cache of its own, which serves all threads of a warp that ask for one element at once. A table that a
//! kernel reads element by element, the same for all threads, is loaded faster there and leaves the other cache to data. Where
//! threads ask for different elements, each takes its turn: then it is slower.
//!
//! Sound where the table never changes (it says so, or nothing in the module can name it and store to it) and takes no more than
//! 64 KiB; it is refused otherwise. Results are bit-identical.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Constant {
    /// As the module names it.
    table: String,
}

/// LLVM's address space of global memory.
const GLOBAL: u32 = 1;

impl Family for Constant {
    const NAME: &'static str = "constant";
    const SHAPE: &'static str = "constant VARIABLE";
    const ABOUT: &'static str = "moves a table of the module to constant memory";

    fn parse(words: &mut Words<'_>) -> Result<Constant, ParseError> {
        let table = words.word("the name of a variable")?.to_owned();
        Ok(Constant { table })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Constant> {
        let tables = context.variables(GLOBAL);
        let tables = tables.into_iter().map(|table| Constant { table });
        let new = |edit: &Constant| !context.genome.contains(&Edit::Constant(edit.clone()));
        pick(&tables.filter(new).collect::<Vec<_>>(), rng)
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.to_constant_memory(&self.table)
    }
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Self::NAME, self.table)
    }
}

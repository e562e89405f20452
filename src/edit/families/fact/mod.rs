//! `fact noalias table out`, `fact multiple dim 4`, `fact block sls`: tells the compiler what the workload promises of its
//! buffers, its shapes and its launches.
//!
//! Sound as far as the promise holds, so it is refused where the workload does not make it, and becomes part of the
//! variant's contract. What a user loses is generality: the kernel is wrong, or will not launch, where the promise is
//! broken.
//!
//! Facts change little by themselves: they let LLVM do what it must otherwise not. Loads of neighbouring elements, of an
//! unrolled loop say, become one wide load only where their address is known to be a multiple of its width; a loop over
//! halves of a block is unrolled only where the block is known; an index is widened and divided as an unsigned number
//! only where nothing overflows, which bounds on grids, blocks and shapes show.

mod promise;
mod state;
mod taken;

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Name, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// All that the workload promises of its buffers and shapes. Most of it pays only together: wide loads need
    /// alignment, divisibility and buffers that do not overlap.
    All,
    /// Nothing else points into these buffers while a launch runs.
    NoAlias(Vec<String>),
    /// These buffers are as aligned as the workload promises.
    Align(Vec<String>),
    /// Nothing writes to these buffers while a launch runs.
    ReadOnly(Vec<String>),
    /// Arguments that are this shape are multiples of this power of two.
    Multiple(String, u64),
    /// Arguments that are this shape are no smaller than this.
    Least(String, u64),
    /// Arguments that are this shape are no larger than this.
    Most(String, u64),
    /// Arguments that are this shape are this number.
    Equal(String, u64),
    /// Blocks of this kernel have the size that the tunables give them.
    Block(String),
    /// Grids of this kernel are no larger than the shapes allow.
    Grid(String),
    /// The test of this branch always holds, or never does.
    Taken(Name, bool),
}

impl Family for Fact {
    const NAME: &'static str = "fact";
    const SHAPE: &'static str = "fact all or fact noalias|align|readonly BUFFER... or fact multiple|least|most|equal SHAPE N or fact block|grid KERNEL or fact taken %N true|false";
    const ABOUT: &'static str = "states a promise of the workload to the compiler";
    const FREE: bool = true;

    fn parse(words: &mut Words<'_>) -> Result<Fact, ParseError> {
        let of_shape = |words: &mut Words<'_>, fact: fn(String, u64) -> Fact| {
            shape_and_number(words).map(|(shape, number)| fact(shape, number))
        };
        match words.word("the fact")? {
            "all" => Ok(Fact::All),
            "noalias" => buffers(words).map(Fact::NoAlias),
            "align" => buffers(words).map(Fact::Align),
            "readonly" => buffers(words).map(Fact::ReadOnly),
            "multiple" => {
                let (shape, divisor) = shape_and_number(words)?;
                if divisor < 2 || !divisor.is_power_of_two() {
                    return Err(words.wrong(format!("`{divisor}` is no power of two above 1")));
                }
                Ok(Fact::Multiple(shape, divisor))
            }
            "least" => of_shape(words, Fact::Least),
            "most" => of_shape(words, Fact::Most),
            "equal" => of_shape(words, Fact::Equal),
            "block" => Ok(Fact::Block(words.word("the name of a kernel")?.to_owned())),
            "taken" => {
                let at = words.address()?;
                match words.word("`true` or `false`")? {
                    "true" => Ok(Fact::Taken(at, true)),
                    "false" => Ok(Fact::Taken(at, false)),
                    word => Err(words.wrong(format!("`{word}` is neither `true` nor `false`"))),
                }
            }
            "grid" => Ok(Fact::Grid(words.word("the name of a kernel")?.to_owned())),
            word => Err(words.wrong(format!(
                "`{word}` stands where `all`, `noalias`, `align`, `readonly`, `multiple`, `least`, `most`, `equal`, `block`, \
                 `grid` or `taken` should"
            ))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Fact> {
        let facts = pick(&unstated(context), rng)?;
        // The first says the most; stating it costs nothing but a line of the contract.
        match rng.random_bool(0.5) {
            true => facts.into_iter().next(),
            false => pick(&facts, rng),
        }
    }

    /// Of each kind that is about buffers the strongest, and all that are about shapes and launches.
    fn sweep(context: &Context<'_>) -> Vec<Fact> {
        let mut kinds = unstated(context);
        let of_buffers =
            |fact: &Fact| matches!(fact, Fact::NoAlias(_) | Fact::Align(_) | Fact::ReadOnly(_));
        // The first fact about buffers says what all the others do.
        for facts in &mut kinds {
            if facts.first().is_some_and(of_buffers) {
                facts.truncate(1);
            }
        }
        // What all say at once, then what a launch says: a block of known size unrolls loops over its threads.
        kinds.sort_by_key(|facts| match facts.first() {
            Some(Fact::All) => 0,
            Some(Fact::Block(_)) => 1,
            Some(Fact::Grid(_)) => 2,
            _ => 3,
        });
        kinds.into_iter().flatten().collect()
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        self.state(variant, promises, outcome)
    }

    fn finish(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        self.state_last(variant, promises, outcome)
    }

    fn parts(&self, promises: &Promises) -> Vec<Fact> {
        match self {
            Fact::All => promise::all(promises),
            _ => Vec::new(),
        }
    }
}

/// Every fact that the workload promises and the genome does not state, by kind; no kind is empty.
fn unstated(context: &Context<'_>) -> Vec<Vec<Fact>> {
    let stated = |new: &Fact| {
        let implies = |edit: &Edit| matches!(edit, Edit::Fact(fact) if fact.implies(new));
        context.genome.iter().any(implies)
    };
    let worth =
        |fact: &Fact| !stated(fact) && fact.promised(context.promises).is_ok_and(|to| to > 0);
    let mut kinds = promise::kinds(context.promises);
    kinds.push(promise::bounds_checks(context));
    for facts in &mut kinds {
        facts.retain(worth);
    }
    kinds.retain(|facts| !facts.is_empty());
    kinds
}

fn buffers(words: &mut Words<'_>) -> Result<Vec<String>, ParseError> {
    let mut buffers = vec![words.word("the name of a buffer")?.to_owned()];
    buffers.extend(words.by_ref().map(str::to_owned));
    Ok(buffers)
}

fn shape_and_number(words: &mut Words<'_>) -> Result<(String, u64), ParseError> {
    let shape = words.word("the name of a shape")?.to_owned();
    let word = words.word("the number")?;
    match word.parse() {
        Ok(number) => Ok((shape, number)),
        Err(_) => Err(words.wrong(format!("`{word}` is no number from 0 to 2^64 - 1"))),
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Self::NAME;
        match self {
            Fact::All => write!(f, "{name} all"),
            Fact::NoAlias(buffers) => write!(f, "{name} noalias {}", buffers.join(" ")),
            Fact::Align(buffers) => write!(f, "{name} align {}", buffers.join(" ")),
            Fact::ReadOnly(buffers) => write!(f, "{name} readonly {}", buffers.join(" ")),
            Fact::Multiple(shape, divisor) => write!(f, "{name} multiple {shape} {divisor}"),
            Fact::Least(shape, least) => write!(f, "{name} least {shape} {least}"),
            Fact::Most(shape, most) => write!(f, "{name} most {shape} {most}"),
            Fact::Equal(shape, value) => write!(f, "{name} equal {shape} {value}"),
            Fact::Block(entry) => write!(f, "{name} block {entry}"),
            Fact::Grid(entry) => write!(f, "{name} grid {entry}"),
            Fact::Taken(at, way) => write!(f, "{name} taken {at} {way}"),
        }
    }
}

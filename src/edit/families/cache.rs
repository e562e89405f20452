//! `cache %27 no_allocate`: one load or store of global memory tells the caches what to expect of it.
//!
//! `nc` reads through the read-only path and lets LLVM load once what it sees loaded twice; the others are PTX's cache operators
//! and eviction priorities, and the number of bytes that the second-level cache fetches, written as inline PTX in place of the
//! access. Data that is used once need not push out what is used again.
//!
//! Sound always, but `nc`, which needs that nothing in the kernel stores to what is read: it is refused where that takes a promise
//! that the workload does not make. Results are bit-identical. What inline PTX accesses, LLVM does not combine into wide accesses
//! any more; and the simulator's caches do not know the hints, so only a device can tell what they are worth.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Hint, Is, Name, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cache {
    access: Name,
    hint: Hint,
}

impl Family for Cache {
    const NAME: &'static str = "cache";
    const SHAPE: &'static str = "cache %N nc|ca|cg|cs|lu|wt|evict_first|evict_last|no_allocate|prefetch64|prefetch128|prefetch256";
    const ABOUT: &'static str = "gives one access of global memory a hint for the caches";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Cache, ParseError> {
        let access = words.address()?;
        let word = words.word("the hint")?;
        match word.parse() {
            Ok(hint) => Ok(Cache { access, hint }),
            Err(()) => Err(words.wrong(format!("`{word}` is no hint"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Cache> {
        let stated = |name: Name| {
            let is = |edit: &Edit| matches!(edit, Edit::Cache(it) if it.access == name);
            context.genome.iter().any(is)
        };
        let accesses: Vec<(Name, bool)> = context
            .spots()
            .iter()
            .filter(|spot| !stated(spot.name))
            .filter_map(|spot| {
                let it = context.instruction(*spot);
                let (stores, address) = match it.opcode.as_str() {
                    "load" => (false, 0),
                    "store" => (true, 1),
                    _ => return None,
                };
                let from = it.operands.get(address)?;
                points_into_buffer(context.sketch, &from.is, 16).then_some((spot.name, stores))
            })
            .collect();
        let (access, stores) = pick(&accesses, rng)?;
        // The only one that a compiler can make use of.
        let hint = match !stores && rng.random_bool(0.5) {
            true => Hint::Nc,
            false => pick(&Hint::all(stores).collect::<Vec<_>>(), rng)?,
        };
        Some(Cache { access, hint })
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let used = variant.hint(self.access, self.hint, &promises.given())?;
        outcome.relies_on_all(&used, promises);
        Ok(())
    }
}

/// Whether an address is computed from an argument.
fn points_into_buffer(sketch: &Sketch, pointer: &Is, depth: u32) -> bool {
    match (pointer, depth.checked_sub(1)) {
        (Is::Arg(_), _) => true,
        (Is::Inst(number), Some(depth)) => sketch.instruction(*number).is_some_and(|it| {
            let walks = matches!(it.opcode.as_str(), "getelementptr" | "addrspacecast");
            let base = it.operands.first();
            walks && base.is_some_and(|base| points_into_buffer(sketch, &base.is, depth))
        }),
        _ => false,
    }
}

impl fmt::Display for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.access, self.hint)
    }
}

//! `narrow table`: computes the indices by which kernels access a buffer in 32 bits; `narrow %26` one of them.
//!
//! A GPU multiplies 64-bit integers in four steps and adds them in two, and `(long)row * dim + column` is computed for every element
//! that is gathered. It is exact, whatever overflows on the way, as long as the buffer has no more than 2^32 elements:
//! accesses are inside of it. So it needs bounds of the shapes that the buffer's length is made of, and relies on them
//! (conditional); a user who launches it on a larger buffer would read and write other elements than meant.
//!
//! It costs something, too: `a[i]` and `a[i + 1]` have addresses that are 4 bytes apart, but in 32 bits `i + 1` may wrap,
//! so that LLVM computes both. It pays where each index is another.

use std::collections::BTreeSet;
use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Is, Name, Skip, Variant};
use crate::workload::Setup;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Narrow {
    /// The index of this address.
    One(Name),
    /// All indices into this buffer.
    All(String),
}

impl Family for Narrow {
    const NAME: &'static str = "narrow";
    const SHAPE: &'static str = "narrow %N|BUFFER";
    const ABOUT: &'static str =
        "computes an index, or all indices into a buffer, in 32 bits instead of 64";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Narrow, ParseError> {
        let word = words.word("an address or the name of a buffer")?;
        if !word.starts_with('%') {
            return Ok(Narrow::All(word.to_owned()));
        }
        let name = word.parse();
        name.map(Narrow::One)
            .map_err(|error| words.wrong(format!("{error}")))
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Narrow> {
        let (at, buffer) = pick(&wide(context), rng)?;
        let narrow = match rng.random_bool(0.5) {
            true => Narrow::One(Name::Base(at)),
            false => Narrow::All(buffer),
        };
        let said = |edit: &crate::edit::Edit| matches!(edit, crate::edit::Edit::Narrow(other) if *other == narrow);
        (!context.genome.iter().any(said)).then_some(narrow)
    }

    /// All buffers that it could be about, then the addresses one by one.
    fn sweep(context: &Context<'_>) -> Vec<Narrow> {
        let all = wide(context);
        let buffers: BTreeSet<String> = all.iter().map(|(_, buffer)| buffer.clone()).collect();
        let one = |(at, _)| Narrow::One(Name::Base(at));
        buffers
            .into_iter()
            .map(Narrow::All)
            .chain(all.into_iter().map(one))
            .collect()
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let only = match self {
            Narrow::One(name) => Some(*name),
            Narrow::All(_) => None,
        };
        let params = match self {
            Narrow::One(_) => None,
            Narrow::All(buffer) => Some(promises.params_to(&BTreeSet::from([buffer.clone()]))),
        };
        let setup = &outcome.setup;
        let bytes = |entry: &str, index: u32| {
            let wanted = params
                .as_ref()
                .is_none_or(|it| it.contains(&(entry, index)));
            let extent = promises.extent(entry, index, setup).filter(|_| wanted);
            extent.map(|extent| extent.bytes)
        };
        let changed = variant.narrow_indices(only, &bytes)?;
        for (entry, index) in changed {
            let extent = promises.extent(&entry, index, &outcome.setup);
            let conditions = extent.map(|extent| extent.conditions).unwrap_or_default();
            conditions.into_iter().for_each(|it| outcome.relies_on(it));
        }
        Ok(())
    }
}

/// Addresses with an index that is computed in 64 bits, into a buffer whose length is bounded: the instruction, the buffer.
fn wide(context: &Context<'_>) -> Vec<(u32, String)> {
    let sketch = context.sketch;
    let setup = Setup::default();
    let found = |number: u32| {
        let at = sketch.instruction(number)?;
        let [pointer, index] = at.operands.as_slice() else {
            return None;
        };
        let (Is::Arg(param), Is::Inst(index)) = (&pointer.is, &index.is) else {
            return None;
        };
        let index = sketch.instruction(*index)?;
        let computed = matches!(index.opcode.as_str(), "add" | "sub" | "mul" | "shl")
            && sketch.type_text(index.ty) == "i64";
        let entry = &sketch.function_of(number)?.name;
        let wanted = at.opcode == "getelementptr" && computed;
        let extent = context.promises.extent(entry, *param, &setup);
        let buffer = context.promises.pointer_args.get(entry)?.first()?;
        let buffer = buffer.get(*param as usize)?.clone()?;
        (wanted && extent.is_some()).then_some((number, buffer))
    };
    (0..sketch.instructions.len() as u32)
        .filter_map(found)
        .collect()
}

impl fmt::Display for Narrow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Narrow::One(name) => write!(f, "{} {name}", Self::NAME),
            Narrow::All(buffer) => write!(f, "{} {buffer}", Self::NAME),
        }
    }
}

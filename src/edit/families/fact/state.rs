//! Facts as the compiler is told them.

use super::Fact;
use super::promise::{says_something, set};
use crate::edit::Promises;
use crate::edit::family::Outcome;
use crate::ir::{Claim, Skip, Variant};
use crate::workload::Condition;

impl Fact {
    /// States the fact, as far as that can be done before other edits follow.
    pub(super) fn state(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        self.promised(promises)?;
        match self {
            Fact::All => {
                let parts = super::promise::all(promises);
                return any(parts
                    .iter()
                    .map(|part| part.state(variant, promises, outcome)));
            }
            Fact::NoAlias(buffers) => any(promises
                .params_of(&set(buffers))
                .into_iter()
                .map(|(entry, index)| variant.promise_noalias(entry, index)))?,
            Fact::Align(buffers) => {
                let bytes = promises.align.unwrap_or(1);
                any(promises
                    .params_to(&set(buffers))
                    .into_iter()
                    .map(|(entry, index)| variant.promise_align(entry, index, bytes)))?;
            }
            Fact::ReadOnly(buffers) => any(promises
                .params_to(&set(buffers))
                .into_iter()
                .map(|(entry, index)| variant.promise_readonly(entry, index)))?,
            Fact::Multiple(shape, divisor) => {
                let claim = Claim::MultipleOf(*divisor);
                any(promises
                    .params_that_are(shape)
                    .into_iter()
                    .map(|(entry, index, _)| variant.promise_integer(entry, index, claim)))?;
            }
            Fact::Least(shape, least) => {
                let least = *least;
                any(promises
                    .params_that_are(shape)
                    .into_iter()
                    .filter(|(.., signed)| says_something(least, *signed))
                    .map(|(entry, index, signed)| {
                        let claim = Claim::AtLeast { least, signed };
                        variant.promise_integer(entry, index, claim)
                    }))?;
            }
            // Constants in the place of values would change what the edits that follow mean.
            Fact::Most(..) | Fact::Equal(..) | Fact::Block(_) | Fact::Grid(_) | Fact::Taken(..) => {
                return Ok(());
            }
        }
        self.conditions(promises)
            .into_iter()
            .for_each(|condition| outcome.relies_on(condition));
        Ok(())
    }

    /// States what could not be stated before the genome was complete.
    pub(super) fn state_last(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        match self {
            Fact::All => {
                // What of it is known already is no reason to take the rest back.
                for part in super::promise::all(promises) {
                    let _ = part.state_last(variant, promises, outcome);
                }
                return Ok(());
            }
            Fact::NoAlias(_) | Fact::Align(_) | Fact::ReadOnly(_) | Fact::Multiple(..) => {
                return Ok(());
            }
            Fact::Least(shape, least) => {
                // The same once more in the words that more of the passes understand: news or not.
                let range = (*least, u64::MAX);
                let _ = bound(variant, promises, shape, range);
                return Ok(());
            }
            Fact::Most(shape, most) => {
                bound(variant, promises, shape, (0, *most))?;
                // Read as a size: no number below 0 is one.
                outcome.relies_on(Condition::Least {
                    shape: shape.clone(),
                    value: 0,
                });
            }
            Fact::Equal(shape, value) => any(promises
                .params_that_are(shape)
                .into_iter()
                .map(|(entry, index, _)| variant.fix_argument(entry, index, *value)))?,
            Fact::Block(entry) => {
                let block = promises.block(entry, &outcome.setup);
                let what = || format!("the size of the blocks of `{entry}` is not known");
                let block = block.ok_or_else(|| Skip::Unpromised(what()))?;
                variant.fix_block(entry, block)?;
            }
            Fact::Taken(at, way) => {
                super::taken::take(*at, *way, variant, promises, outcome)?;
            }
            Fact::Grid(entry) => {
                let what = || Skip::Unpromised(format!("the grid of `{entry}` is not known"));
                let bounds = promises
                    .most_blocks(entry, &outcome.setup)
                    .ok_or_else(what)?;
                let told = variant.bound_grid(entry, bounds.most)?;
                for ((axis, most), _) in (0..).zip(bounds.most).zip(told).filter(|it| it.1) {
                    let entry = entry.clone();
                    outcome.relies_on(Condition::Blocks { entry, axis, most });
                }
                for condition in bounds.conditions {
                    outcome.relies_on(condition);
                }
            }
        }
        self.conditions(promises)
            .into_iter()
            .for_each(|condition| outcome.relies_on(condition));
        Ok(())
    }
}

/// Bounds every argument that is a shape.
fn bound(
    variant: &mut Variant<'_>,
    promises: &Promises,
    shape: &str,
    range: (u64, u64),
) -> Result<(), Skip> {
    let params = promises.params_that_are(shape).into_iter();
    any(params.map(|(entry, index, signed)| variant.bound_argument(entry, index, range, signed)))
}

/// One parameter that learns something is enough; the others know it already, or are of another kind. All are told.
fn any(told: impl Iterator<Item = Result<(), Skip>>) -> Result<(), Skip> {
    let results: Vec<Result<(), Skip>> = told.collect();
    let learned = results.iter().any(Result::is_ok);
    match results.into_iter().find_map(Result::err) {
        Some(skip) if !learned => Err(skip),
        _ => Ok(()),
    }
}

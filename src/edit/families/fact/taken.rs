//! The branch that is always taken: where it follows from what the workload promises.

use crate::edit::Promises;
use crate::edit::family::Outcome;
use crate::ir::{Known, Name, Skip, Variant};
use crate::workload::{Condition, Setup};

/// Lets a branch go the way that it always goes, if that is `way`.
pub(super) fn take(
    at: Name,
    way: bool,
    variant: &mut Variant<'_>,
    promises: &Promises,
    outcome: &mut Outcome,
) -> Result<(), Skip> {
    let entry = variant.kernel_of(at)?;
    let known = known(promises, &entry, &outcome.setup);
    if variant.always(at, &known)? != Some(way) {
        let otherwise = if way { "fails" } else { "holds" };
        return Err(Skip::Unpromised(format!(
            "the workload does not promise that the test of {at} never {otherwise}"
        )));
    }
    for condition in relied(at, way, variant, promises, &entry, &outcome.setup, &known)? {
        outcome.relies_on(condition);
    }
    variant.go(at, way)
}

/// All that the workload promises of the launches of a kernel, set up so.
fn known(promises: &Promises, entry: &str, setup: &Setup) -> Known {
    let count = promises
        .shape_args
        .get(entry)
        .and_then(|launches| launches.first())
        .map_or(0, Vec::len);
    let mut arguments = vec![None; count];
    for (shape, promise) in &promises.shapes {
        for (of, index, signed) in promises.params_that_are(shape) {
            if of == entry
                && let Some(argument) = arguments.get_mut(index as usize)
            {
                let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
                // An argument that is passed with a sign holds its shape; another one may look like a number below 0.
                let most = promise.most.map(number).or(signed.then_some(i64::MAX));
                *argument = most.map(|most| (number(promise.least), most));
            }
        }
    }
    Known {
        arguments,
        block: promises.block(entry, setup),
        grid: promises.most_blocks(entry, setup).map(|bound| bound.most),
        covered: promises
            .covered(entry, setup)
            .into_iter()
            .map(|it| (it.axis, it.index))
            .collect(),
    }
}

/// What of it the branch's way follows from: everything without which it would not.
fn relied(
    at: Name,
    way: bool,
    variant: &Variant<'_>,
    promises: &Promises,
    entry: &str,
    setup: &Setup,
    known: &Known,
) -> Result<Vec<Condition>, Skip> {
    let mut conditions = Vec::new();
    let needs = |without: Known| Ok(variant.always(at, &without)? != Some(way));
    for found in promises.covered(entry, setup) {
        let mut without = known.clone();
        without
            .covered
            .retain(|it| *it != (found.axis, found.index));
        if needs(without)? {
            conditions.extend(found.condition);
        }
    }
    for (shape, promise) in &promises.shapes {
        let mut without = known.clone();
        for (of, index, _) in promises.params_that_are(shape) {
            if of == entry
                && let Some(argument) = without.arguments.get_mut(index as usize)
            {
                *argument = None;
            }
        }
        if needs(without)? {
            let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
            conditions.push(Condition::Least {
                shape: shape.clone(),
                value: number(promise.least),
            });
            conditions.extend(promise.most.map(|most| Condition::Most {
                shape: shape.clone(),
                value: number(most),
            }));
        }
    }
    let without = Known {
        grid: None,
        ..known.clone()
    };
    if let Some(bound) = promises.most_blocks(entry, setup)
        && needs(without)?
    {
        let blocks = |(axis, most)| Condition::Blocks {
            entry: entry.to_owned(),
            axis,
            most,
        };
        conditions.extend((0..).zip(bound.most).map(blocks));
        conditions.extend(bound.conditions);
    }
    Ok(conditions)
}

//! What a policy lets edits take for granted beyond the workload's promises, because all cases agree on it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::edit::{Promises, ShapePromise};
use crate::workload::{CaseUse, Workload};

/// `[assume]` of a policy. Nothing by default: what only the cases have in common is no promise of the workload's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Assume {
    /// Shapes that are taken to be as in the search and held-out cases: not smaller, not larger, multiples of what those
    /// have in common, and so that one value where there is but one.
    pub shapes: Vec<String>,
    /// Shapes that are taken to have this value, whether cases agree or not: those that do not are refused.
    pub equal: BTreeMap<String, u64>,
}

impl Assume {
    /// Adds what is assumed to what the workload promises. Whatever an edit then relies on is in its contract, and a case
    /// that breaks it is refused.
    ///
    /// # Errors
    /// A shape that the workload does not have, in words.
    pub fn widen(&self, workload: &Workload, promises: &mut Promises) -> Result<(), String> {
        for shape in &self.shapes {
            let promise = promise_of(promises, shape)?;
            let judged = workload.cases.iter();
            let judged = judged.filter(|case| case.role != CaseUse::Device);
            let values = judged.filter_map(|case| u64::try_from(*case.symbols.get(shape)?).ok());
            allow(promise, values);
        }
        for (shape, value) in &self.equal {
            let promise = promise_of(promises, shape)?;
            let above = promise.most.is_some_and(|most| *value > most);
            if *value < promise.least || above || value % promise.multiple_of.max(1) != 0 {
                return Err(format!(
                    "the policy assumes `{shape}` = {value}, which the workload's promises rule out"
                ));
            }
            allow(promise, std::iter::once(*value));
        }
        Ok(())
    }
}

fn promise_of<'p>(promises: &'p mut Promises, shape: &str) -> Result<&'p mut ShapePromise, String> {
    let known: Vec<&str> = promises.shapes.keys().map(String::as_str).collect();
    let error = format!(
        "the policy assumes the shape `{shape}`; the workload's shapes are {}",
        known.join(", ")
    );
    promises.shapes.get_mut(shape).ok_or(error)
}

/// Takes a shape to be as these values have it, of which there may be none.
fn allow(promise: &mut ShapePromise, values: impl Iterator<Item = u64>) {
    let bounds = |so_far: Option<(u64, u64, u64)>, value: u64| match so_far {
        None => Some((value, value, value)),
        Some((least, most, divisor)) => {
            Some((least.min(value), most.max(value), gcd(divisor, value)))
        }
    };
    let Some((least, most, divisor)) = values.fold(None, bounds) else {
        return;
    };
    promise.least = least;
    promise.most = Some(most);
    // Everything divides 0.
    if divisor > 0 {
        promise.multiple_of = divisor;
    }
}

/// The greatest common divisor.
fn gcd(a: u64, b: u64) -> u64 {
    match b {
        0 => a,
        b => gcd(b, a % b),
    }
}

//! `set threads 128`: gives a launch tunable of the workload a value. The IR stays as it is.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Set {
    tunable: String,
    value: i64,
}

impl Family for Set {
    const NAME: &'static str = "set";
    const SHAPE: &'static str = "set NAME VALUE";
    const ABOUT: &'static str = "gives a launch tunable of the workload one of its values";
    const LAUNCH: bool = true;

    fn parse(words: &mut Words<'_>) -> Result<Set, ParseError> {
        let tunable = words.word("the name of a tunable")?.to_owned();
        let value = words.word("the value")?;
        let value = value
            .parse()
            .map_err(|_| words.wrong(format!("`{value}` is no whole number")))?;
        Ok(Set { tunable, value })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Set> {
        let tunables: Vec<_> = context.promises.tunables.iter().collect();
        let (tunable, values) = pick(&tunables, rng)?;
        let now = context.genome.iter().rev().find_map(|edit| match edit {
            Edit::Set(set) if set.tunable == *tunable => Some(set.value),
            _ => None,
        });
        let others: Vec<i64> = values
            .iter()
            .copied()
            .filter(|value| Some(*value) != now)
            .collect();
        Some(Set {
            tunable: tunable.clone(),
            value: pick(&others, rng)?,
        })
    }

    /// Every value of every tunable.
    fn sweep(context: &Context<'_>) -> Vec<Set> {
        let tunables = context.promises.tunables.iter();
        let all = tunables.flat_map(|(tunable, values)| {
            let set = |value: &i64| Set {
                tunable: tunable.clone(),
                value: *value,
            };
            values.iter().map(set)
        });
        all.collect()
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.tunable))
    }

    fn apply(
        &self,
        _: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        match promises.tunables.get(&self.tunable) {
            None => Err(Skip::Unpromised(format!(
                "the workload has no tunable `{}`",
                self.tunable
            ))),
            Some(values) if !values.contains(&self.value) => Err(Skip::Unpromised(format!(
                "the workload does not let `{}` be {}; it may be one of {values:?}",
                self.tunable, self.value
            ))),
            Some(_) => {
                let tunables = &mut outcome.setup.tunables;
                tunables.insert(self.tunable.clone(), self.value);
                Ok(())
            }
        }
    }
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.tunable, self.value)
    }
}

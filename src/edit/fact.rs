//! `fact noalias table out`: tells the compiler what the workload promises of its buffers. Sound as far as the promise
//! holds, so it is refused where the workload does not make it, and becomes part of the variant's contract.

use std::collections::BTreeSet;
use std::fmt;

use rand::{Rng, RngExt};

use super::context::{Context, pick};
use super::family::{Family, Outcome};
use super::{ParseError, Promises, Words};
use crate::ir::{Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Nothing else points into these buffers while a launch runs.
    NoAlias(Vec<String>),
}

impl Family for Fact {
    const NAME: &'static str = "fact";
    const SHAPE: &'static str = "fact noalias BUFFER...";
    const ABOUT: &'static str = "states a promise of the workload to the compiler";

    fn parse(words: &mut Words<'_>) -> Result<Fact, ParseError> {
        words.keyword("noalias")?;
        let mut buffers = vec![words.word("the name of a buffer")?.to_owned()];
        for buffer in words.by_ref() {
            buffers.push(buffer.to_owned());
        }
        Ok(Fact::NoAlias(buffers))
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Fact> {
        if !context.promises.noalias {
            return None;
        }
        let all: Vec<&str> = context.promises.buffers().into_iter().collect();
        let chosen = if rng.random_bool(0.5) {
            all
        } else {
            vec![pick(&all, rng)?]
        };
        let fact = Fact::NoAlias(chosen.into_iter().map(str::to_owned).collect());
        let new = !fact.params(context.promises).is_empty()
            && !context.genome.contains(&super::Edit::Fact(fact.clone()));
        new.then_some(fact)
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        if !promises.noalias {
            return Err(Skip::Unpromised(
                "the workload does not promise that its buffers do not overlap".into(),
            ));
        }
        let params = self.params(promises);
        if params.is_empty() {
            return Err(Skip::Unpromised(
                "no launch has an argument that is these buffers alone".into(),
            ));
        }
        let results: Vec<_> = params
            .iter()
            .map(|(entry, index)| variant.promise_noalias(entry, *index))
            .collect();
        // One parameter that learns something is enough; the others know it already, or are no pointers.
        let learned = results.iter().any(Result::is_ok);
        match results.into_iter().find_map(Result::err) {
            Some(skip) if !learned => Err(skip),
            _ => {
                outcome
                    .facts
                    .push(self.to_string().trim_start_matches("fact ").to_owned());
                Ok(())
            }
        }
    }
}

impl Fact {
    fn params<'p>(&self, promises: &'p Promises) -> Vec<(&'p str, u32)> {
        let Fact::NoAlias(buffers) = self;
        promises.params_of(&buffers.iter().cloned().collect::<BTreeSet<_>>())
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fact::NoAlias(buffers) = self;
        write!(f, "{} noalias {}", Self::NAME, buffers.join(" "))
    }
}

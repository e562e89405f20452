//! `fact noalias table out`, `fact multiple dim 4`: tells the compiler what the workload promises of its buffers and
//! shapes. Sound as far as the promise holds, so it is refused where the workload does not make it, and becomes part of
//! the variant's contract.
//!
//! Facts change little by themselves: they let LLVM do what it must otherwise not. Loads of neighbouring elements, of an
//! unrolled loop say, become one wide load only where their address is known to be a multiple of its width.

use std::collections::BTreeSet;
use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::promises::ShapePromise;
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Claim, Skip, Variant};
use crate::workload::Condition;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Nothing else points into these buffers while a launch runs.
    NoAlias(Vec<String>),
    /// These buffers are as aligned as the workload promises.
    Align(Vec<String>),
    /// Arguments that are this shape are multiples of this power of two.
    Multiple(String, u64),
    /// Arguments that are this shape are no smaller than this.
    Least(String, u64),
}

impl Family for Fact {
    const NAME: &'static str = "fact";
    const SHAPE: &'static str = "fact noalias|align BUFFER... or fact multiple|least SHAPE N";
    const ABOUT: &'static str = "states a promise of the workload to the compiler";

    fn parse(words: &mut Words<'_>) -> Result<Fact, ParseError> {
        match words.word("the fact")? {
            "noalias" => buffers(words).map(Fact::NoAlias),
            "align" => buffers(words).map(Fact::Align),
            "multiple" => {
                let (shape, divisor) = shape_and_number(words)?;
                if divisor < 2 || !divisor.is_power_of_two() {
                    return Err(words.wrong(format!("`{divisor}` is no power of two above 1")));
                }
                Ok(Fact::Multiple(shape, divisor))
            }
            "least" => shape_and_number(words).map(|(shape, least)| Fact::Least(shape, least)),
            word => Err(words.wrong(format!(
                "`{word}` stands where `noalias`, `align`, `multiple` or `least` should"
            ))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Fact> {
        let stated = |new: &Fact| {
            let implies = |edit: &Edit| matches!(edit, Edit::Fact(fact) if fact.implies(new));
            context.genome.iter().any(implies)
        };
        let worth =
            |fact: &Fact| !stated(fact) && fact.promised(context.promises).is_ok_and(|to| to > 0);
        let mut kinds = kinds(context.promises);
        for facts in &mut kinds {
            facts.retain(worth);
        }
        kinds.retain(|facts| !facts.is_empty());
        let facts = pick(&kinds, rng)?;
        // The first says the most; stating it costs nothing but a line of the contract.
        match rng.random_bool(0.5) {
            true => facts.into_iter().next(),
            false => pick(&facts, rng),
        }
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        self.promised(promises)?;
        let results: Vec<Result<(), Skip>> = match self {
            Fact::NoAlias(buffers) => promises
                .params_of(&set(buffers))
                .into_iter()
                .map(|(entry, index)| variant.promise_noalias(entry, index))
                .collect(),
            Fact::Align(buffers) => {
                let bytes = promises.align.unwrap_or(1);
                promises
                    .params_to(&set(buffers))
                    .into_iter()
                    .map(|(entry, index)| variant.promise_align(entry, index, bytes))
                    .collect()
            }
            Fact::Multiple(shape, divisor) => promises
                .params_that_are(shape)
                .into_iter()
                .map(|(entry, index, _)| {
                    variant.promise_integer(entry, index, Claim::MultipleOf(*divisor))
                })
                .collect(),
            Fact::Least(shape, least) => promises
                .params_that_are(shape)
                .into_iter()
                .filter(|(.., signed)| says_something(*least, *signed))
                .map(|(entry, index, signed)| {
                    let least = *least;
                    variant.promise_integer(entry, index, Claim::AtLeast { least, signed })
                })
                .collect(),
        };
        // One parameter that learns something is enough; the others know it already, or are of another kind.
        let learned = results.iter().any(Result::is_ok);
        match results.into_iter().find_map(Result::err) {
            Some(skip) if !learned => Err(skip),
            _ => {
                outcome.relies_on(self.condition(promises));
                Ok(())
            }
        }
    }
}

impl Fact {
    /// How many parameters the fact is about, all of which the workload promises.
    ///
    /// # Errors
    /// What the workload does not promise.
    fn promised(&self, promises: &Promises) -> Result<usize, Skip> {
        let unpromised = |what: String| Err(Skip::Unpromised(what));
        let params = match self {
            Fact::NoAlias(_) if !promises.noalias => {
                return unpromised(
                    "the workload does not promise that its buffers do not overlap".into(),
                );
            }
            Fact::Align(_) if promises.align.is_none() => {
                return unpromised(
                    "the workload does not promise that its buffers are aligned".into(),
                );
            }
            Fact::NoAlias(buffers) => promises.params_of(&set(buffers)).len(),
            Fact::Align(buffers) => promises.params_to(&set(buffers)).len(),
            Fact::Multiple(shape, divisor) => {
                let promised = shape_promise(promises, shape)?.multiple_of;
                if promised % divisor != 0 {
                    return unpromised(format!(
                        "the workload promises that `{shape}` is a multiple of {promised}, not of {divisor}"
                    ));
                }
                promises.params_that_are(shape).len()
            }
            Fact::Least(shape, least) => {
                let promised = shape_promise(promises, shape)?.least;
                if promised < *least {
                    return unpromised(format!(
                        "the workload promises that `{shape}` is at least {promised}, not {least}"
                    ));
                }
                let params = promises.params_that_are(shape);
                let news = params
                    .iter()
                    .filter(|(.., signed)| says_something(*least, *signed));
                match news.count() {
                    0 if !params.is_empty() => return Err(Skip::NoEffect),
                    count => count,
                }
            }
        };
        match (params, self) {
            (0, Fact::NoAlias(_)) => {
                unpromised("no launch has an argument that is these buffers alone".into())
            }
            (0, Fact::Align(_)) => {
                unpromised("no launch has an argument that is one of these buffers".into())
            }
            (0, Fact::Multiple(shape, _) | Fact::Least(shape, _)) => unpromised(format!(
                "no launch has an integer argument that is `{shape}`"
            )),
            (params, _) => Ok(params),
        }
    }

    /// Whether whoever knows this fact learns nothing from `other`.
    fn implies(&self, other: &Fact) -> bool {
        let within = |some: &[String], all: &[String]| some.iter().all(|it| all.contains(it));
        match (self, other) {
            (Fact::NoAlias(known), Fact::NoAlias(new)) | (Fact::Align(known), Fact::Align(new)) => {
                within(new, known)
            }
            (Fact::Multiple(shape, known), Fact::Multiple(same, new)) => {
                shape == same && known % new == 0
            }
            (Fact::Least(shape, known), Fact::Least(same, new)) => shape == same && known >= new,
            _ => false,
        }
    }

    /// What whoever launches the variant must see to.
    fn condition(&self, promises: &Promises) -> Condition {
        // Numbers that a manifest can promise are no larger than an i64.
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        match self {
            Fact::NoAlias(buffers) => Condition::NotAliased {
                buffers: buffers.clone(),
            },
            Fact::Align(buffers) => Condition::Aligned {
                buffers: buffers.clone(),
                bytes: promises.align.unwrap_or(1),
            },
            Fact::Multiple(shape, divisor) => Condition::Multiple {
                shape: shape.clone(),
                of: number(*divisor),
            },
            Fact::Least(shape, least) => Condition::Least {
                shape: shape.clone(),
                value: number(*least),
            },
        }
    }
}

/// Every fact that the workload promises, by kind; the first of a kind that is about buffers is about all of them.
fn kinds(promises: &Promises) -> Vec<Vec<Fact>> {
    let all: Vec<String> = promises.buffers().into_iter().map(str::to_owned).collect();
    let each = all.iter().map(|buffer| vec![buffer.clone()]);
    let sets: Vec<Vec<String>> = std::iter::once(all.clone()).chain(each).collect();
    let of_shapes = |fact: &dyn Fn(&str, &ShapePromise) -> Fact| -> Vec<Fact> {
        let shapes = promises.shapes.iter();
        shapes.map(|(name, promise)| fact(name, promise)).collect()
    };
    let multiple = |name: &str, promise: &ShapePromise| {
        Fact::Multiple(
            name.to_owned(),
            1 << promise.multiple_of.max(1).trailing_zeros(),
        )
    };
    let mut multiples = of_shapes(&multiple);
    multiples.retain(|fact| !matches!(fact, Fact::Multiple(_, 1)));
    vec![
        sets.iter().cloned().map(Fact::NoAlias).collect(),
        sets.into_iter().map(Fact::Align).collect(),
        multiples,
        of_shapes(&|name, promise| Fact::Least(name.to_owned(), promise.least)),
    ]
}

fn set(buffers: &[String]) -> BTreeSet<String> {
    buffers.iter().cloned().collect()
}

/// Whether "no smaller than this" is news of an integer: no unsigned one is below 0.
fn says_something(least: u64, signed: bool) -> bool {
    signed || least > 0
}

fn shape_promise<'p>(promises: &'p Promises, shape: &str) -> Result<&'p ShapePromise, Skip> {
    let found = promises.shapes.get(shape);
    found.ok_or_else(|| Skip::Unpromised(format!("the workload has no shape `{shape}`")))
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
            Fact::NoAlias(buffers) => write!(f, "{name} noalias {}", buffers.join(" ")),
            Fact::Align(buffers) => write!(f, "{name} align {}", buffers.join(" ")),
            Fact::Multiple(shape, divisor) => write!(f, "{name} multiple {shape} {divisor}"),
            Fact::Least(shape, least) => write!(f, "{name} least {shape} {least}"),
        }
    }
}

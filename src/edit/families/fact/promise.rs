//! Which facts a workload promises, which of them say something, and what they become in a contract.

use std::collections::BTreeSet;

use super::Fact;
use crate::edit::promises::ShapePromise;
use crate::edit::{Context, Promises};
use crate::ir::{Is, Name, Skip};
use crate::workload::{Condition, Setup};

/// Blocks that a grid can have in x, y and z at all (CUDA C++ Programming Guide, "Technical Specifications per Compute
/// Capability"), which the compiler knows by itself.
const LARGEST_GRID: [u32; 3] = [i32::MAX as u32, 65_535, 65_535];

impl Fact {
    /// How many parameters or kernels the fact is about, all of which the workload promises.
    ///
    /// # Errors
    /// What the workload does not promise.
    pub(super) fn promised(&self, promises: &Promises) -> Result<usize, Skip> {
        match self {
            Fact::All => some(all(promises).len(), || {
                "the workload promises nothing of its buffers and shapes".into()
            }),
            Fact::NoAlias(buffers) => {
                holds(promises.noalias, "its buffers do not overlap")?;
                let params = promises.params_of(&set(buffers)).len();
                some(params, || {
                    "no launch has an argument that is these buffers alone".into()
                })
            }
            Fact::Align(buffers) => {
                holds(promises.align.is_some(), "its buffers are aligned")?;
                reached(promises, buffers)
            }
            Fact::ReadOnly(buffers) => {
                let inputs = buffers
                    .iter()
                    .all(|buffer| promises.inputs.contains_key(buffer));
                holds(promises.noalias, "its buffers do not overlap")?;
                holds(inputs, "nothing writes to these buffers")?;
                reached(promises, buffers)
            }
            Fact::Multiple(shape, divisor) => {
                let promised = shape_promise(promises, shape)?.multiple_of;
                told(shape, promised % divisor == 0, || {
                    format!("is a multiple of {promised}, not of {divisor}")
                })?;
                passed(promises, shape)
            }
            Fact::Least(shape, least) => {
                let promised = shape_promise(promises, shape)?.least;
                told(shape, promised >= *least, || {
                    format!("is at least {promised}, not {least}")
                })?;
                let params = promises.params_that_are(shape);
                let mut news = params.iter();
                match news.any(|(.., signed)| says_something(*least, *signed)) {
                    false if !params.is_empty() => Err(Skip::NoEffect),
                    _ => passed(promises, shape),
                }
            }
            Fact::Most(shape, most) => {
                let promised = shape_promise(promises, shape)?.most;
                told(
                    shape,
                    promised.is_some_and(|it| it <= *most),
                    || match promised {
                        Some(promised) => format!("is at most {promised}, not {most}"),
                        None => format!("may be any size, not at most {most}"),
                    },
                )?;
                passed(promises, shape)
            }
            Fact::Equal(shape, value) => {
                let promised = shape_promise(promises, shape)?.single();
                told(shape, promised == Some(*value), || match promised {
                    Some(promised) => format!("is {promised}, not {value}"),
                    None => format!("may have other values than {value}"),
                })?;
                passed(promises, shape)
            }
            Fact::Block(entry) => {
                let known = promises.knows_block(entry);
                let what =
                    || format!("the workload does not say of which size blocks of `{entry}` are");
                some(known.into(), what)
            }
            // Whether it is promised is seen when the genome is complete.
            Fact::Taken(..) => Ok(1),
            Fact::Grid(entry) => {
                let most = promises.most_blocks(entry, &Setup::default());
                let most = most.map_or(LARGEST_GRID, |bound| bound.most);
                let bounded = most
                    .iter()
                    .zip(LARGEST_GRID)
                    .any(|(most, limit)| *most < limit);
                let what = || format!("the workload bounds no grid of `{entry}`");
                some(bounded.into(), what)
            }
        }
    }

    /// Whether whoever knows this fact learns nothing from `other`.
    pub(super) fn implies(&self, other: &Fact) -> bool {
        let within = |some: &[String], all: &[String]| some.iter().all(|it| all.contains(it));
        match (self, other) {
            (Fact::All, Fact::Block(_) | Fact::Grid(_) | Fact::Taken(..)) => false,
            (Fact::Taken(at, _), Fact::Taken(same, _)) => at == same,
            (Fact::All, _) => true,
            // Where only this argument leads to a buffer, the compiler sees that nothing writes to it.
            (Fact::NoAlias(known), Fact::NoAlias(new) | Fact::ReadOnly(new))
            | (Fact::Align(known), Fact::Align(new))
            | (Fact::ReadOnly(known), Fact::ReadOnly(new)) => within(new, known),
            (Fact::Multiple(shape, known), Fact::Multiple(same, new)) => {
                shape == same && known % new == 0
            }
            (Fact::Least(shape, known), Fact::Least(same, new)) => shape == same && known >= new,
            (Fact::Most(shape, known), Fact::Most(same, new)) => shape == same && known <= new,
            (
                Fact::Equal(shape, _),
                Fact::Equal(same, _)
                | Fact::Most(same, _)
                | Fact::Least(same, _)
                | Fact::Multiple(same, _),
            ) => shape == same,
            (Fact::Block(entry), Fact::Block(same)) | (Fact::Grid(entry), Fact::Grid(same)) => {
                entry == same
            }
            _ => false,
        }
    }

    /// What whoever launches the variant must see to. A block's size is part of how a variant is launched, and a grid's
    /// bounds are known only when the whole genome is.
    pub(super) fn conditions(&self, promises: &Promises) -> Vec<Condition> {
        let (buffers, shape) = match self {
            Fact::NoAlias(buffers) | Fact::Align(buffers) | Fact::ReadOnly(buffers) => {
                (buffers.clone(), String::new())
            }
            Fact::Multiple(shape, _)
            | Fact::Least(shape, _)
            | Fact::Most(shape, _)
            | Fact::Equal(shape, _) => (Vec::new(), shape.clone()),
            Fact::All | Fact::Block(_) | Fact::Grid(_) | Fact::Taken(..) => return Vec::new(),
        };
        vec![match self {
            Fact::NoAlias(_) => Condition::NotAliased { buffers },
            Fact::Align(_) => Condition::Aligned {
                buffers,
                bytes: promises.align.unwrap_or(1),
            },
            Fact::ReadOnly(_) => Condition::ReadOnly { buffers },
            Fact::Multiple(_, of) => Condition::Multiple {
                shape,
                of: number(*of),
            },
            Fact::Least(_, value) => Condition::Least {
                shape,
                value: number(*value),
            },
            Fact::Most(_, value) => Condition::Most {
                shape,
                value: number(*value),
            },
            Fact::Equal(_, value) => Condition::Equal {
                shape,
                value: number(*value),
            },
            Fact::All | Fact::Block(_) | Fact::Grid(_) | Fact::Taken(..) => return Vec::new(),
        }]
    }
}

/// Bounds checks of kernels whose grid covers what they are checked against.
pub(super) fn bounds_checks(context: &Context<'_>) -> Vec<Fact> {
    let mut found = Vec::new();
    let (sketch, setup) = (context.sketch, Setup::default());
    for kernel in sketch.kernels() {
        let covered = context.promises.covered(&kernel.name, &setup);
        for at in kernel.instructions.clone().filter(|_| !covered.is_empty()) {
            let Some(instruction) = sketch.instruction(at).filter(|it| it.opcode == "br") else {
                continue;
            };
            let test = match instruction.operands.first().map(|operand| &operand.is) {
                Some(Is::Inst(test)) => sketch.instruction(*test),
                _ => None,
            };
            let order = test.and_then(|test| Some((test, test.detail.as_deref()?)));
            let Some((test, order)) = order else { continue };
            let against = test.operands.get(1).map(|operand| &operand.is);
            let checks = covered.iter().any(|it| against == Some(&Is::Arg(it.index)));
            match order {
                "slt" | "ult" if checks => found.push(Fact::Taken(Name::Base(at), true)),
                "sge" | "uge" if checks => found.push(Fact::Taken(Name::Base(at), false)),
                _ => {}
            }
        }
    }
    found
}

/// Numbers that a manifest can promise are no larger than an i64.
fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn holds(promised: bool, what: &str) -> Result<(), Skip> {
    match promised {
        true => Ok(()),
        false => Err(Skip::Unpromised(format!(
            "the workload does not promise that {what}"
        ))),
    }
}

fn told(shape: &str, promised: bool, what: impl Fn() -> String) -> Result<(), Skip> {
    match promised {
        true => Ok(()),
        false => Err(Skip::Unpromised(format!(
            "the workload promises that `{shape}` {}",
            what()
        ))),
    }
}

fn some(count: usize, what: impl Fn() -> String) -> Result<usize, Skip> {
    match count {
        0 => Err(Skip::Unpromised(what())),
        count => Ok(count),
    }
}

fn reached(promises: &Promises, buffers: &[String]) -> Result<usize, Skip> {
    some(promises.params_to(&set(buffers)).len(), || {
        "no launch has an argument that is one of these buffers".into()
    })
}

fn passed(promises: &Promises, shape: &str) -> Result<usize, Skip> {
    some(promises.params_that_are(shape).len(), || {
        format!("no launch has an integer argument that is `{shape}`")
    })
}

/// Everything that is promised of buffers and shapes, each thing once.
pub(super) fn all(promises: &Promises) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for kind in kinds(promises) {
        let told = kind.into_iter().filter(|fact| {
            let apart = matches!(
                fact,
                Fact::All | Fact::Block(_) | Fact::Grid(_) | Fact::Taken(..)
            );
            !apart && fact.promised(promises).is_ok()
        });
        for fact in told {
            if !facts.iter().any(|known| known.implies(&fact)) {
                facts.push(fact);
            }
        }
    }
    facts
}

/// Every fact that the workload promises, by kind; the first of a kind that is about buffers is about all of them.
pub(super) fn kinds(promises: &Promises) -> Vec<Vec<Fact>> {
    let all: Vec<String> = promises.buffers().into_iter().map(str::to_owned).collect();
    let each = all.iter().map(|buffer| vec![buffer.clone()]);
    let sets: Vec<Vec<String>> = std::iter::once(all.clone()).chain(each).collect();
    let inputs: Vec<String> = promises.inputs.keys().cloned().collect();
    let of_shapes = |fact: &dyn Fn(&str, &ShapePromise) -> Option<Fact>| -> Vec<Fact> {
        let shapes = promises.shapes.iter();
        shapes
            .filter_map(|(name, promise)| fact(name, promise))
            .collect()
    };
    let multiple = |name: &str, promise: &ShapePromise| {
        let power = promise.multiple_of.max(1).trailing_zeros();
        (power > 0).then(|| Fact::Multiple(name.to_owned(), 1 << power))
    };
    let of_kernels =
        |fact: fn(String) -> Fact| promises.launches.keys().cloned().map(fact).collect();
    vec![
        vec![Fact::All],
        sets.iter().cloned().map(Fact::NoAlias).collect(),
        sets.into_iter().map(Fact::Align).collect(),
        vec![Fact::ReadOnly(inputs)],
        of_shapes(&|name, promise| Some(Fact::Equal(name.to_owned(), promise.single()?))),
        of_shapes(&multiple),
        of_shapes(&|name, promise| Some(Fact::Least(name.to_owned(), promise.least))),
        of_shapes(&|name, promise| Some(Fact::Most(name.to_owned(), promise.most?))),
        of_kernels(Fact::Block),
        of_kernels(Fact::Grid),
    ]
}

pub(super) fn set(buffers: &[String]) -> BTreeSet<String> {
    buffers.iter().cloned().collect()
}

/// Whether "no smaller than this" is news of an integer: no unsigned one is below 0.
pub(super) fn says_something(least: u64, signed: bool) -> bool {
    signed || least > 0
}

fn shape_promise<'p>(promises: &'p Promises, shape: &str) -> Result<&'p ShapePromise, Skip> {
    let found = promises.shapes.get(shape);
    found.ok_or_else(|| Skip::Unpromised(format!("the workload has no shape `{shape}`")))
}

//! `coarsen k block x 4`, `coarsen k thread x 2`: a block does what four blocks did, a thread what two threads did.
//!
//! What the merged blocks or threads compute in common is computed once, and what they load in common is loaded once and
//! used several times; in return, there are fewer of them, each with more registers. It pays where neighbours read the same
//! (a matrix product reads each row of one factor for every column of the other), and costs where the device is no longer
//! filled.
//!
//! Exact: every copy does, operation by operation, what the original did. It is refused where the way that a copy takes
//! through the kernel cannot be kept apart from the others' (a barrier behind a branch that differs), at atomics between
//! blocks, and at exchanges between lanes of merged threads.
//!
//! The grid is divided, rounded up. The copies of a last block that was none before do the work of the last one again,
//! and copies of threads that would have returned early do that of one that goes on: the same values are written twice,
//! by one thread. That needs a kernel that reads nothing of what it writes, hence the promise that its buffers do not
//! overlap, which becomes part of the contract. Threads that are merged with their neighbours (`consecutive`) do not differ
//! where their index is compared with a shape that is a multiple of the factor by promise: loops that stride over such a
//! shape run side by side, and what neighbours read next to each other can become one wide load. Where the workload promises that the number of blocks is a multiple of the
//! factor, that is relied on instead.

use std::collections::BTreeSet;
use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{self, CoarsenKind, CoarsenOrder, Skip, Variant};
use crate::workload::Condition;

mod worth;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coarsen {
    entry: String,
    kind: CoarsenKind,
    /// 0 is x.
    axis: usize,
    factor: u32,
    order: CoarsenOrder,
}

const AXES: [&str; 3] = ["x", "y", "z"];

/// Larger ones would need more registers than a thread may have.
const MOST: u32 = 16;

/// What is proposed.
const FACTORS: [u32; 3] = [2, 4, 8];

/// What is proposed of a kind.
fn orders(kind: CoarsenKind) -> &'static [CoarsenOrder] {
    match kind {
        CoarsenKind::Blocks => &[CoarsenOrder::Strided],
        CoarsenKind::Threads => &[CoarsenOrder::Strided, CoarsenOrder::Consecutive],
    }
}

impl Family for Coarsen {
    const NAME: &'static str = "coarsen";
    const SHAPE: &'static str = "coarsen ENTRY block|thread x|y|z FACTOR [consecutive]";
    const ABOUT: &'static str = "lets a block or a thread do what several did";
    const LAUNCH: bool = true;
    const TURN: Turn = Turn::Copies;

    fn parse(words: &mut Words<'_>) -> Result<Coarsen, ParseError> {
        let entry = words.word("the name of a kernel")?.to_owned();
        let kind = match words.word("`block` or `thread`")? {
            "block" => CoarsenKind::Blocks,
            "thread" => CoarsenKind::Threads,
            word => {
                return Err(
                    words.wrong(format!("`{word}` stands where `block` or `thread` should"))
                );
            }
        };
        let axis = words.word("the axis")?;
        let Some(axis) = AXES.iter().position(|name| *name == axis) else {
            return Err(words.wrong(format!("`{axis}` is no axis: there are x, y and z")));
        };
        let factor = match words.word("the factor")?.parse() {
            Ok(factor @ 2..=MOST) => factor,
            _ => return Err(words.wrong(format!("the factor is a number from 2 to {MOST}"))),
        };
        let consecutive = kind == CoarsenKind::Threads && words.has("consecutive");
        let order = match consecutive {
            true => CoarsenOrder::Consecutive,
            false => CoarsenOrder::Strided,
        };
        Ok(Coarsen {
            entry,
            kind,
            axis,
            factor,
            order,
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Coarsen> {
        let taken = |entry: &str, kind, axis| {
            let is = |edit: &Edit| matches!(edit, Edit::Coarsen(it) if it.entry == entry && it.kind == kind && it.axis == axis);
            context.genome.iter().any(is)
        };
        let mut axes = worth::axes(context.sketch, context.promises);
        axes.retain(|(entry, kind, axis)| !taken(entry, *kind, *axis));
        let (entry, kind, axis) = pick(&axes, rng)?;
        Some(Coarsen {
            entry,
            kind,
            axis,
            factor: pick(&FACTORS, rng)?,
            order: pick(orders(kind), rng)?,
        })
    }

    /// Every axis that is worth it, by each factor, the smallest first; those of a genome with another factor, too.
    fn sweep(context: &Context<'_>) -> Vec<Coarsen> {
        let axes = worth::axes(context.sketch, context.promises);
        let mut all = Vec::new();
        for factor in FACTORS {
            for (entry, kind, axis) in &axes {
                all.extend(orders(*kind).iter().map(|order| Coarsen {
                    entry: entry.clone(),
                    kind: *kind,
                    axis: *axis,
                    factor,
                    order: *order,
                }));
            }
        }
        all
    }

    fn slot(&self) -> Option<String> {
        let kind = match self.kind {
            CoarsenKind::Blocks => "block",
            CoarsenKind::Threads => "thread",
        };
        let axis = AXES[self.axis];
        Some(format!("{} {} {kind} {axis}", Self::NAME, self.entry))
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let entry = &self.entry;
        let before = outcome
            .setup
            .reshapes
            .get(entry)
            .copied()
            .unwrap_or_default();
        let divided = match self.kind {
            CoarsenKind::Blocks => before.grid[self.axis],
            CoarsenKind::Threads => before.block[self.axis],
        };
        if divided > 1 || before.rows > 1 || before.lanes > 1 {
            return Err(Skip::NoEffect);
        }
        let launches = promises.launches.get(entry).map_or(&[][..], Vec::as_slice);
        let repeatable = repeatable(variant, promises, entry);
        let blocks = self.kind == CoarsenKind::Blocks;
        let exact = promises.blocks_divide(entry, self.axis, self.factor);
        let exact = exact.filter(|_| blocks);
        let multiples = self.multiples(promises);
        let arguments: Vec<u32> = multiples.iter().map(|(index, _)| *index).collect();
        let request = ir::Coarsen {
            multiples: &arguments,
            kind: self.kind,
            order: self.order,
            axis: self.axis,
            factor: self.factor,
            repeatable: repeatable.is_some(),
            blocks: promises.blocks_along(entry, self.axis),
            exact: exact.is_some(),
            divided: (before.grid, before.block),
            shared_divisor: launches
                .iter()
                .map(|launch| launch.shared_divisor)
                .reduce(|a, b| if a == b { a } else { 1 })
                .unwrap_or(1),
            shared_before: before.shared,
        };
        let done = variant.coarsen(entry, &request)?;
        let reshape = outcome.setup.reshape(entry);
        match self.kind {
            CoarsenKind::Blocks => reshape.grid[self.axis] = self.factor,
            CoarsenKind::Threads => reshape.block[self.axis] = self.factor,
        }
        if done.dynamic_shared {
            reshape.shared *= self.factor;
        }
        for (index, shape) in multiples {
            if done.multiples.contains(&index) {
                let of = i64::from(self.factor);
                outcome.relies_on(Condition::Multiple { shape, of });
            }
        }
        if let Some(buffers) = repeatable.filter(|buffers| done.repeats && buffers.len() > 1) {
            outcome.relies_on(Condition::NotAliased { buffers });
        }
        exact
            .into_iter()
            .flatten()
            .for_each(|it| outcome.relies_on(it));
        Ok(())
    }
}

impl Coarsen {
    /// Arguments of the kernel that are multiples of the factor by promise, with the shape that each is.
    fn multiples(&self, promises: &Promises) -> Vec<(u32, String)> {
        let divides = promises.shapes.iter().filter(|(_, promise)| {
            let factor = u64::from(self.factor);
            promise.multiple_of % factor == 0
        });
        let arguments = |shape: &String| -> Vec<(u32, String)> {
            let params = promises.params_that_are(shape).into_iter();
            let own = params.filter(|(entry, ..)| *entry == self.entry);
            own.map(|(_, index, _)| (index, shape.clone())).collect()
        };
        divides.flat_map(|(shape, _)| arguments(shape)).collect()
    }
}

/// The buffers that the kernel reads and writes, if no launch reads one that it also writes: then it may do any of its
/// work twice.
fn repeatable(variant: &Variant<'_>, promises: &Promises, entry: &str) -> Option<Vec<String>> {
    let (reads, writes) = variant.footprint(entry)?;
    if reads.is_empty() || writes.is_empty() {
        return Some(Vec::new());
    }
    if !promises.noalias {
        return None;
    }
    let mut all = BTreeSet::new();
    for args in promises.pointer_args.get(entry)? {
        let buffers = |indices: &BTreeSet<u32>| -> Option<BTreeSet<&String>> {
            let buffer = |index: &u32| args.get(*index as usize).and_then(Option::as_ref);
            indices.iter().map(buffer).collect()
        };
        let (read, written) = (buffers(&reads)?, buffers(&writes)?);
        if !read.is_disjoint(&written) {
            return None;
        }
        all.extend(read.into_iter().chain(written).cloned());
    }
    Some(all.into_iter().collect())
}

impl fmt::Display for Coarsen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            CoarsenKind::Blocks => "block",
            CoarsenKind::Threads => "thread",
        };
        let (entry, axis, factor) = (&self.entry, AXES[self.axis], self.factor);
        write!(f, "{} {entry} {kind} {axis} {factor}", Self::NAME)?;
        match self.order {
            CoarsenOrder::Strided => Ok(()),
            CoarsenOrder::Consecutive => f.write_str(" consecutive"),
        }
    }
}

//! `prefetch %20`: issues a load of a loop one iteration ahead, so that what an iteration works on was asked for by the
//! one before it. Said twice of one load, it is issued two iterations ahead.
//!
//! Exact: the load of the last iteration is repeated in place of one beyond the end, and the first is issued before the
//! loop only if there is a first iteration, so no other address is read. Nothing may write there in the meantime: it is
//! refused where the loop may, or where threads meet in it and the kernel may. Buffers that the workload promises to be
//! distinct are taken for distinct, which then is part of the contract.
//!
//! It pays where a chain of loads leaves too few warps something to do: an index, and then the row that it names. It
//! costs a register or two a load, and one superfluous load at the end of the loop.

use std::collections::BTreeSet;
use std::fmt;

use rand::Rng;

use crate::edit::apart::Apart;
use crate::edit::context::{Context, pick, pick_by};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Is, Loop, Name, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefetch {
    load: Name,
}

/// Loads that are tried one by one before anything random.
const SWEPT: usize = 8;

impl Family for Prefetch {
    const NAME: &'static str = "prefetch";
    const SHAPE: &'static str = "prefetch %N";
    const ABOUT: &'static str = "issues a load of a loop one iteration ahead";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Prefetch, ParseError> {
        let load = words.address()?;
        Ok(Prefetch { load })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Prefetch> {
        let mut streams = streams(context.sketch);
        streams.retain(|stream| ahead(context, stream.load) < stream.furthest());
        let heat = |stream: &Stream| context.block_weight(stream.block);
        let stream = pick_by(&streams, heat, rng)?;
        // What it depends on must be there earlier still.
        let mut late = stream.after;
        late.retain(|load| ahead(context, *load) == 0);
        let load = pick(&late, rng).unwrap_or(stream.load);
        Some(Prefetch::of(load))
    }

    /// Every load that can be issued ahead and is not yet, those of the hottest loops first.
    fn sweep(context: &Context<'_>) -> Vec<Prefetch> {
        let mut streams = streams(context.sketch);
        let is_ahead = |load: &u32| ahead(context, *load) > 0;
        streams.retain(|stream| !is_ahead(&stream.load) && stream.after.iter().all(is_ahead));
        let blocks: BTreeSet<BlockName> = streams.iter().map(|stream| stream.block).collect();
        let blocks = context.hottest(blocks.into_iter().collect());
        let of = |block: BlockName| streams.iter().filter(move |stream| stream.block == block);
        let loads = blocks.into_iter().flat_map(of).take(SWEPT);
        loads.map(|stream| Prefetch::of(stream.load)).collect()
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let apart = Apart::new(promises);
        variant.prefetch(self.load, &|entry, a, b| apart.are(entry, a, b))?;
        apart
            .condition()
            .into_iter()
            .for_each(|it| outcome.relies_on(it));
        Ok(())
    }
}

impl fmt::Display for Prefetch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Self::NAME, self.load)
    }
}

impl Prefetch {
    fn of(load: u32) -> Prefetch {
        let load = Name::Base(load);
        Prefetch { load }
    }
}

/// How many iterations ahead the genome so far issues a load.
fn ahead(context: &Context<'_>, load: u32) -> usize {
    let this = Edit::Prefetch(Prefetch::of(load));
    context.genome.iter().filter(|edit| **edit == this).count()
}

/// A load from elsewhere in each iteration.
#[derive(Debug, Clone)]
struct Stream {
    /// Where it is.
    block: BlockName,
    load: u32,
    /// Loads of the same iteration that its address depends on.
    after: Vec<u32>,
}

impl Stream {
    /// Iterations ahead that are proposed at most. What depends on another load can be one ahead of its use, but that one
    /// two.
    fn furthest(&self) -> usize {
        if self.after.is_empty() { 2 } else { 1 }
    }
}

/// Loads that could be issued ahead, as far as the sketch shows.
fn streams(sketch: &Sketch) -> Vec<Stream> {
    let mut found = Vec::new();
    for (header, it) in sketch
        .loops()
        .filter(|(header, it)| is_plain(sketch, *header, it))
    {
        let depth = sketch.block(header).map_or(0, |block| block.depth);
        for &name in it.body.iter().filter(|block| **block != header) {
            let block = sketch.block(name).filter(|block| block.depth == depth);
            let every = sketch.block_dominates(name, it.latches[0]);
            let instructions = block
                .filter(|_| every)
                .map(|block| block.instructions.clone());
            found.extend(instructions.into_iter().flatten().filter_map(|load| {
                let is_load = sketch.instruction(load)?.opcode == "load";
                is_load.then(|| stream(sketch, header, it, load)).flatten()
            }));
        }
    }
    found
}

/// Whether the loop is left from its header only, and no threads meet in it.
fn is_plain(sketch: &Sketch, header: BlockName, it: &Loop) -> bool {
    let leaves = |name: &&BlockName| {
        let block = sketch.block(**name);
        block.is_none_or(|block| !block.successors.iter().all(|to| it.body.contains(to)))
    };
    let leaving: Vec<BlockName> = it.body.iter().filter(leaves).copied().collect();
    let mut instructions = it
        .body
        .iter()
        .filter_map(|name| sketch.block(*name))
        .flat_map(|block| block.instructions.clone())
        .filter_map(|number| sketch.instruction(number));
    let meets = |detail: &String| ["bar", "sync", "atom"].iter().any(|it| detail.contains(it));
    it.latches.len() == 1
        && leaving == [header]
        && !instructions
            .any(|it| it.opcode.starts_with("atomic") || it.detail.as_ref().is_some_and(meets))
}

/// The load, if its address follows from what the header hands on from iteration to iteration.
fn stream(sketch: &Sketch, header: BlockName, it: &Loop, load: u32) -> Option<Stream> {
    let (mut moves, mut after, mut seen) = (false, Vec::new(), vec![load]);
    let mut open = vec![load];
    while let Some(number) = open.pop() {
        for operand in &sketch.instruction(number)?.operands {
            let Is::Inst(from) = operand.is else { continue };
            let instruction = sketch.instruction(from)?;
            if !it.body.contains(&instruction.block) || seen.contains(&from) {
                continue;
            }
            seen.push(from);
            match instruction.opcode.as_str() {
                "phi" if instruction.block == header => moves = true,
                "phi" | "call" | "freeze" => return None,
                "load" if instruction.block != header => after.push(from),
                _ => open.push(from),
            }
        }
    }
    let block = sketch.instruction(load)?.block;
    (moves || !after.is_empty()).then_some(Stream { block, load, after })
}

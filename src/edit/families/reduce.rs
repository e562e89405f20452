//! `reduce %bb10 shuffle`: the last steps of a tree reduction in shared memory become shuffles inside the first warp.
//!
//! A reduction that halves its distance waits for the whole block after every step. From a distance of 16 threads on, only one
//! warp still works, and it can pass its values from lane to lane: five barriers and as many trips to shared memory
//! less. Exact: the same operations in the same order, and shared memory has the same contents afterwards. It is
//! refused where the loop is of another form, and where blocks may have threads along y or z (the lane of a thread is then
//! not known from its index along x).

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reduce {
    header: BlockName,
}

impl Family for Reduce {
    const NAME: &'static str = "reduce";
    const SHAPE: &'static str = "reduce %bbN shuffle";
    const ABOUT: &'static str = "lets the last steps of a tree reduction be shuffles";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Reduce, ParseError> {
        let header = words.address()?;
        words.keyword("shuffle")?;
        Ok(Reduce { header })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Reduce> {
        let done = |header: BlockName| {
            let is = |edit: &Edit| matches!(edit, Edit::Reduce(it) if it.header == header);
            context.genome.iter().any(is)
        };
        let mut headers = headers(context.sketch);
        headers.retain(|header| !done(*header));
        let header = pick(&headers, rng)?;
        Some(Reduce { header })
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let entry = variant.kernel_at(self.header);
        if !entry.is_some_and(|entry| promises.is_flat(entry, &outcome.setup)) {
            return Err(Skip::Unpromised(
                "the workload does not promise that blocks have threads along x only".into(),
            ));
        }
        variant.shuffle_tree(self.header)
    }
}

/// Loops of four blocks with a barrier, a load and a store: a tree reduction has no more.
fn headers(sketch: &Sketch) -> Vec<BlockName> {
    let fits = |body: &[BlockName]| {
        let blocks = body.iter().filter_map(|name| sketch.block(*name));
        let all: Vec<_> = blocks
            .flat_map(|block| block.instructions.clone())
            .filter_map(|number| sketch.instruction(number))
            .collect();
        let count = |opcode: &str| all.iter().filter(|it| it.opcode == opcode).count();
        body.len() == 4
            && (count("load"), count("store"), count("phi")) == (2, 1, 1)
            && all.iter().any(|it| it.is_barrier())
    };
    let loops = sketch.loops().filter(|(_, found)| fits(&found.body));
    loops.map(|(header, _)| header).collect()
}

impl fmt::Display for Reduce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} shuffle", Self::NAME, self.header)
    }
}

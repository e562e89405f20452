//! `peel %bb5`: executes the first iteration of a loop in a copy of its own before the loop.
//!
//! Exact. What is special about the first iteration (a sum that starts at zero, a condition that only it meets) becomes
//! part of its code, and the loop behind it is free of it; loads of the first iteration can be issued together with what
//! stands before the loop. It costs code, and a test that the loop had anyway. Refused where threads meet in the loop
//! (barriers, shuffles), and for loops that are not left from their header alone.

use std::fmt;

use rand::Rng;

use crate::edit::context::Context;
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Loop, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Peel {
    header: BlockName,
}

/// Iterations of one loop that are proposed to be taken out.
const MOST: usize = 2;

impl Family for Peel {
    const NAME: &'static str = "peel";
    const SHAPE: &'static str = "peel %bbN";
    const ABOUT: &'static str = "takes the first iteration out of a loop";

    fn parse(words: &mut Words<'_>) -> Result<Peel, ParseError> {
        let header = words.address()?;
        Ok(Peel { header })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Peel> {
        let peeled = |header: BlockName| {
            let this = Edit::Peel(Peel { header });
            context.genome.iter().filter(|edit| **edit == this).count()
        };
        let mut loops = peelable(context);
        loops.retain(|header| peeled(*header) < MOST);
        let header = context.pick_block(&loops, rng)?;
        Some(Peel { header })
    }

    /// Every loop that can be peeled and is not yet, the hottest first.
    fn sweep(context: &Context<'_>) -> Vec<Peel> {
        let loops = context.hottest(peelable(context)).into_iter();
        let said = |it: &Peel| context.genome.contains(&Edit::Peel(it.clone()));
        loops
            .map(|header| Peel { header })
            .filter(|it| !said(it))
            .collect()
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.peel(self.header)
    }
}

/// Headers of the loops that can be peeled, as far as the sketch shows.
fn peelable(context: &Context<'_>) -> Vec<BlockName> {
    let loops = context.sketch.loops();
    loops
        .filter(|(header, it)| can_be_peeled(context.sketch, *header, it))
        .map(|(header, _)| header)
        .collect()
}

/// Whether the loop is left from its header alone, which is not where it goes back, and no threads seem to meet in it.
fn can_be_peeled(sketch: &Sketch, header: BlockName, it: &Loop) -> bool {
    let leaves = |name: &&BlockName| {
        let block = sketch.block(**name);
        block.is_none_or(|block| !block.successors.iter().all(|to| it.body.contains(to)))
    };
    let leaving: Vec<BlockName> = it.body.iter().filter(leaves).copied().collect();
    let blocks = it.body.iter().filter_map(|name| sketch.block(*name));
    let meets = |number: u32| {
        let detail = sketch.instruction(number).and_then(|it| it.detail.as_ref());
        let known = [
            "barrier", "bar.", "shfl", "vote", "match", "asm", "indirect",
        ];
        detail.is_some_and(|detail| known.iter().any(|it| detail.contains(it)))
    };
    leaving == [header]
        && it.latches.len() == 1
        && it.latches != leaving
        && !blocks
            .flat_map(|block| block.instructions.clone())
            .any(meets)
}

impl fmt::Display for Peel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Self::NAME, self.header)
    }
}

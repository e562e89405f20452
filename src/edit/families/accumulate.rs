//! `accumulate %10 4`: splits the running sum (product, maximum …) that a loop carries in the phi `%10` into 4 partial
//! ones that take turns, and unrolls the loop by 4 where nothing else is advised. A chain of dependent additions becomes
//! 4 shorter ones: a thread waits less for its own results.
//!
//! Integers and maxima stay what they are (exact). Floating-point sums and products are rounded in another order
//! (approximate): usually a little more accurate than one after the other, never bit for bit the same. It costs a
//! register for each partial sum.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Is, Name, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Accumulate {
    phi: Name,
    count: u32,
}

/// Counts that are proposed. A dependent addition waits some 4 cycles on recent GPUs, so that more than 8 only help a
/// loop that also waits for memory.
const PROPOSED: [u32; 4] = [2, 4, 4, 8];

/// Above this a kernel has no registers left.
const MOST: u32 = 32;

impl Family for Accumulate {
    const NAME: &'static str = "accumulate";
    const SHAPE: &'static str = "accumulate %N COUNT";
    const ABOUT: &'static str = "splits a loop's running sum, product or maximum into several, to be combined behind the loop";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Accumulate, ParseError> {
        let phi = words.address()?;
        let word = words.word("the count")?;
        match word.parse() {
            Ok(count @ 2..=MOST) => Ok(Accumulate { phi, count }),
            _ => Err(words.wrong(format!("`{word}` is no count from 2 to {MOST}"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Accumulate> {
        let count = pick(&PROPOSED, rng)?;
        let phi = Name::Base(pick(&running(context.sketch), rng)?);
        let taken = |edit: &crate::edit::Edit| matches!(edit, crate::edit::Edit::Accumulate(other) if other.phi == phi);
        (!context.genome.iter().any(taken)).then_some(Accumulate { phi, count })
    }

    /// Each running sum by 4 and by 8, those of the hottest loops first.
    fn sweep(context: &Context<'_>) -> Vec<Accumulate> {
        let block = |phi: &u32| context.sketch.instructions[*phi as usize].block;
        let all = running(context.sketch);
        let headers = context.hottest(all.iter().map(block).collect());
        let mut hottest: Vec<u32> = Vec::new();
        for header in headers {
            let new = |phi: &&u32| block(phi) == header && !hottest.contains(phi);
            let new: Vec<u32> = all.iter().filter(new).copied().collect();
            hottest.extend(new);
        }
        let of = |phi| [4, 8].map(|count| Accumulate { phi, count });
        hottest.into_iter().map(Name::Base).flat_map(of).collect()
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.phi))
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.accumulate(self.phi, self.count)
    }
}

/// Phis at the header of a loop that are floating-point numbers and that an addition or the like takes up. Integers are
/// mostly counters, which LLVM handles better alone.
fn running(sketch: &Sketch) -> Vec<u32> {
    let carries = |number: &u32| {
        let phi = &sketch.instructions[*number as usize];
        let takes_up = |(user, _): &(u32, u32)| {
            let user = &sketch.instructions[*user as usize];
            let callee = user.detail.as_deref().unwrap_or_default();
            let stem = callee.rsplit_once('.').map_or(callee, |(stem, _)| stem);
            matches!(user.opcode.as_str(), "fadd" | "fsub" | "fmul")
                || ["llvm.fma", "llvm.fmuladd", "llvm.maxnum", "llvm.minnum"].contains(&stem)
        };
        let inner = phi.operands.iter().any(|it| matches!(it.is, Is::Inst(_)));
        phi.opcode == "phi"
            && inner
            && matches!(
                sketch.type_text(phi.ty),
                "float" | "double" | "half" | "bfloat"
            )
            && sketch
                .block(phi.block)
                .is_some_and(|block| block.header.is_some())
            && phi.uses.iter().any(takes_up)
    };
    (0..sketch.instructions.len() as u32)
        .filter(carries)
        .collect()
}

impl fmt::Display for Accumulate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.phi, self.count)
    }
}

//! `jam %bb1 4`: a thread takes four iterations of a counted loop side by side, sharing what they have in common.
//!
//! A loop around another one, say over keys around a dot product, reads the same values again in every iteration. Four
//! iterations that walk the inner loop together read them once, and have four times as many loads on their way at a time.
//! Where fewer than four are left, the first is done again in place of those that are not there, and its results are not
//! counted twice; so any number of iterations will do.
//!
//! Sound where which way the inside goes does not depend on the iteration, none sees what another one stores (for which
//! buffers may have to be promised not to overlap), and what is carried from one to the next (sums, or the least so far and where
//! it was) is made in one place; it is refused otherwise. Results are bit-identical: sums are taken in the old order. It costs registers, and work where there are
//! few iterations. LLVM's own unroll-and-jam asks for more: a number of inner iterations and addresses that it can compare.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Instruction, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jam {
    header: BlockName,
    width: u32,
}

/// What is proposed: beyond eight, the sums of the inner loop leave few registers for anything else.
const WIDTHS: [u32; 3] = [2, 4, 8];

/// As for `vector`.
const MOST: u32 = 32;

impl Family for Jam {
    const NAME: &'static str = "jam";
    const SHAPE: &'static str = "jam %bbN ITERATIONS";
    const ABOUT: &'static str = "lets a thread take several iterations of a loop side by side";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Jam, ParseError> {
        let header = words.address()?;
        let word = words.word("the number of iterations")?;
        match word.parse::<u32>() {
            Ok(width @ 2..=MOST) if word == width.to_string() => Ok(Jam { header, width }),
            _ => Err(words.wrong(format!("`{word}` is no number from 2 to {MOST}"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Jam> {
        let stated = |header: BlockName| {
            let is = |edit: &Edit| matches!(edit, Edit::Jam(it) if it.header == header);
            context.genome.iter().any(is)
        };
        let around: Vec<BlockName> = context
            .sketch
            .loops()
            .map(|(header, _)| header)
            .filter(|header| !stated(*header) && holds_another(context.sketch, *header))
            .collect();
        Some(Jam {
            header: pick(&around, rng)?,
            width: pick(&WIDTHS, rng)?,
        })
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let used = variant.interleave(self.header, self.width, &promises.given())?;
        outcome.relies_on_all(&used, promises);
        Ok(())
    }
}

/// Whether a loop that counts holds another one, and no barrier.
fn holds_another(sketch: &Sketch, header: BlockName) -> bool {
    let found = sketch.block(header).and_then(|block| block.header.as_ref());
    let Some(found) = found else { return false };
    let blocks = || found.body.iter().filter_map(|name| sketch.block(*name));
    let inner = blocks().filter(|block| block.header.is_some()).count() > 1;
    let waits = blocks()
        .flat_map(|block| block.instructions.clone())
        .filter_map(|number| sketch.instruction(number))
        .any(Instruction::is_barrier);
    inner && !waits
}

impl fmt::Display for Jam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.header, self.width)
    }
}

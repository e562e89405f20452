//! `keep %27 in %bb3`: the element that a load or store touches stays in a register while a loop runs.
//!
//! A sum that is kept in memory, `out[i] += …`, costs a load and a store in every iteration. It is read before the loop and written
//! back behind it instead. LLVM does so by itself where it can tell that nothing else is touched; here the workload's promise that
//! buffers do not overlap tells, and it also works where only some iterations add.
//!
//! Sound where the element is the same one throughout, nothing else in the loop may touch it, no thread is waited for, and the
//! thread has touched it before (so that it is there, and its own); it is refused otherwise. Results are bit-identical.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Is, Name, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Keep {
    access: Name,
    header: BlockName,
}

impl Family for Keep {
    const NAME: &'static str = "keep";
    const SHAPE: &'static str = "keep %N in %bbN";
    const ABOUT: &'static str =
        "keeps what a load or store touches in a register while a loop runs";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Keep, ParseError> {
        let access = words.address()?;
        words.keyword("in")?;
        let header = words.address()?;
        Ok(Keep { access, header })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Keep> {
        let mut places = Vec::new();
        for (header, found) in context.sketch.loops() {
            let blocks = found
                .body
                .iter()
                .filter_map(|name| context.sketch.block(*name));
            for number in blocks.flat_map(|block| block.instructions.clone()) {
                let edit = Keep {
                    access: Name::Base(number),
                    header,
                };
                let stated = context.genome.contains(&Edit::Keep(edit.clone()));
                if !stated && adds_up(context.sketch, number, &found.body) {
                    places.push(edit);
                }
            }
        }
        pick(&places, rng)
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let used = variant.keep(self.header, self.access, &promises.given())?;
        outcome.relies_on_all(&used, promises);
        Ok(())
    }
}

/// Whether it is a store to an address that is worked out before the loop or from what is.
fn adds_up(sketch: &Sketch, number: u32, body: &[BlockName]) -> bool {
    let Some(it) = sketch.instruction(number).filter(|it| it.opcode == "store") else {
        return false;
    };
    it.operands
        .get(1)
        .is_some_and(|address| is_fixed(sketch, &address.is, body, 16))
}

fn is_fixed(sketch: &Sketch, value: &Is, body: &[BlockName], depth: u32) -> bool {
    let Is::Inst(number) = value else { return true };
    let (Some(it), Some(depth)) = (sketch.instruction(*number), depth.checked_sub(1)) else {
        return false;
    };
    let moves = matches!(it.opcode.as_str(), "phi" | "load" | "atomicrmw" | "cmpxchg");
    !body.contains(&it.block)
        || (!moves
            && it
                .operands
                .iter()
                .all(|part| is_fixed(sketch, &part.is, body, depth)))
}

impl fmt::Display for Keep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} in {}", Self::NAME, self.access, self.header)
    }
}

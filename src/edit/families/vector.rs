//! `vector %bb1 4`: a thread takes four neighbouring columns at a time of a loop whose columns the threads share.
//!
//! `for (c = threadIdx.x; c < n; c += blockDim.x)` goes by four times as much, and its body is done for the columns c to c + 3
//! side by side: what does not depend on the column (indices, sums of uniform values, inner loops) is done once, and
//! neighbouring elements are loaded and stored together, as `ld.global.v4` where alignment is promised.
//!
//! Sound where the number of columns is promised to be a multiple of the width, all threads come to the loop, nothing in it
//! depends on the thread but the column, and a barrier stands between it and whoever else touches what it stores; it is
//! refused otherwise. It relies on buffers that do not overlap, and for the wide accesses on their alignment. Results are
//! bit-identical. Fewer threads have work when rows are short: a smaller block, or several rows a block, often goes with it.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{BlockName, Is, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vector {
    header: BlockName,
    width: u32,
}

/// What is proposed: a wide access moves at most 16 bytes, four floats or eight halves.
const WIDTHS: [u32; 3] = [2, 4, 8];

/// Bodies that fit into the instruction cache and the registers.
const MOST: u32 = 32;

impl Family for Vector {
    const NAME: &'static str = "vector";
    const SHAPE: &'static str = "vector %bbN COLUMNS";
    const ABOUT: &'static str =
        "lets a thread take several neighbouring columns of a shared loop at a time";
    const PARTNERS: &'static [&'static str] = &["set"];
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Vector, ParseError> {
        let header = words.address()?;
        let word = words.word("the number of columns")?;
        match word.parse::<u32>() {
            Ok(width @ 2..=MOST) if width.is_power_of_two() && word == width.to_string() => {
                Ok(Vector { header, width })
            }
            _ => Err(words.wrong(format!("`{word}` is no power of two from 2 to {MOST}"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Vector> {
        let stated = |header: BlockName| {
            let is = |edit: &crate::edit::Edit| matches!(edit, crate::edit::Edit::Vector(it) if it.header == header);
            context.genome.iter().any(is)
        };
        let mut shared = shared(context);
        shared.retain(|header| !stated(*header));
        Some(Vector {
            header: context.pick_block(&shared, rng)?,
            width: pick(&widths(context), rng)?,
        })
    }

    /// Every loop whose columns are shared, the hottest first, with every width.
    fn sweep(context: &Context<'_>) -> Vec<Vector> {
        let widths = widths(context);
        let headers = context.hottest(shared(context)).into_iter();
        let all = headers.flat_map(|header| {
            let wide = |width: &u32| Vector {
                header,
                width: *width,
            };
            widths.iter().map(wide).collect::<Vec<_>>()
        });
        all.collect()
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.header))
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let used = variant.vectorise(self.header, self.width, &promises.given())?;
        outcome.relies_on_all(&used, promises);
        Ok(())
    }
}

/// Loops whose columns the threads share, as far as the sketch shows.
fn shared(context: &Context<'_>) -> Vec<BlockName> {
    let headers = context.sketch.loops().map(|(header, _)| header);
    headers
        .filter(|header| is_shared(context.sketch, *header))
        .collect()
}

/// Widths that some shape is promised to be a multiple of.
fn widths(context: &Context<'_>) -> Vec<u32> {
    let promised = |width: &u32| {
        let mut shapes = context.promises.shapes.values();
        shapes.any(|shape| shape.multiple_of.is_multiple_of(u64::from(*width)))
    };
    WIDTHS.into_iter().filter(promised).collect()
}

/// Whether the loop carries one value, which begins at a thread's number.
pub(super) fn is_shared(sketch: &Sketch, header: BlockName) -> bool {
    let Some(block) = sketch.block(header) else {
        return false;
    };
    let all = block
        .instructions
        .clone()
        .filter_map(|at| sketch.instruction(at));
    let phis: Vec<_> = all.take_while(|it| it.opcode == "phi").collect();
    let [phi] = &phis[..] else { return false };
    phi.operands.iter().any(|operand| match operand.is {
        Is::Inst(number) => begins_at_thread(sketch, number, 4),
        _ => false,
    })
}

/// Whether a value is a thread's number, or a sum with one.
fn begins_at_thread(sketch: &Sketch, number: u32, depth: u32) -> bool {
    let (Some(it), Some(depth)) = (sketch.instruction(number), depth.checked_sub(1)) else {
        return false;
    };
    let inner = || {
        it.operands.iter().any(|operand| match operand.is {
            Is::Inst(number) => begins_at_thread(sketch, number, depth),
            _ => false,
        })
    };
    match it.opcode.as_str() {
        "call" => it.detail.as_deref() == Some("llvm.nvvm.read.ptx.sreg.tid.x"),
        "sext" | "zext" | "trunc" | "add" => inner(),
        _ => false,
    }
}

impl fmt::Display for Vector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.header, self.width)
    }
}

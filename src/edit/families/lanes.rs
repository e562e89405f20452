//! `lanes %bb2 8`: eight neighbouring lanes of a warp do what one thread did, and share the iterations of the loop at `%bb2`.
//!
//! A thread that walks along a row by itself reads what lies far from what its neighbours read: every load of the warp touches as many
//! sectors as it has lanes. Lanes that share the row read what lies side by side. It also finds work for a device that a launch of few
//! threads, each with a long loop, leaves idle. All else that a thread does is done by every one of its lanes, so that a kernel that does
//! much besides the loop loses.
//!
//! Integers and maxima stay what they are (exact); floating-point sums are rounded in another order (approximate). There are as many times
//! the blocks, of the same size. It is refused where the loop does anything but sum up, where threads wait for each other, share memory of
//! the block or count, and where what is stored may be loaded: it relies on buffers that do not overlap.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Instruction, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lanes {
    header: BlockName,
    count: u32,
}

/// What there is, in the order in which it is proposed.
const COUNTS: [u32; 5] = [8, 32, 4, 16, 2];

impl Family for Lanes {
    const NAME: &'static str = "lanes";
    const SHAPE: &'static str = "lanes %bbN COUNT";
    const ABOUT: &'static str =
        "lets several lanes of a warp share the iterations of a loop that sums up";
    const LAUNCH: bool = true;

    fn parse(words: &mut Words<'_>) -> Result<Lanes, ParseError> {
        let header = words.address()?;
        let word = words.word("the number of lanes")?;
        match word.parse() {
            Ok(count) if COUNTS.contains(&count) && word == count.to_string() => {
                Ok(Lanes { header, count })
            }
            _ => Err(words.wrong(format!("`{word}` is not 2, 4, 8, 16 or 32"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Lanes> {
        Some(Lanes {
            header: pick(&loops(context), rng)?,
            count: pick(&COUNTS, rng)?,
        })
    }

    fn sweep(context: &Context<'_>) -> Vec<Lanes> {
        let headers = context.hottest(loops(context));
        let all = COUNTS.into_iter().flat_map(|count| {
            let of = move |header: &BlockName| Lanes {
                header: *header,
                count,
            };
            headers.iter().map(of).collect::<Vec<_>>()
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
        let entry = variant.kernel_at(self.header);
        let entry = entry.ok_or(Skip::NoLoop(self.header))?.to_owned();
        let before = outcome.setup.reshapes.get(&entry).copied();
        let before = before.unwrap_or_default();
        // Another loop of lanes that are there already.
        let divided = before.lanes == self.count;
        if before.rows > 1 || before.lanes > 1 && !divided {
            return Err(Skip::NoEffect);
        }
        let given = promises.given();
        let used = variant.share_lanes(self.header, self.count, divided, &given)?;
        outcome.setup.reshape(&entry).lanes = self.count;
        outcome.relies_on_all(&used, promises);
        Ok(())
    }
}

/// Loops of kernels that wait for nobody, which the genome does not share yet.
fn loops(context: &Context<'_>) -> Vec<BlockName> {
    let sketch = context.sketch;
    let shared = |header: BlockName| {
        let is = |edit: &Edit| matches!(edit, Edit::Lanes(it) if it.header == header);
        context.genome.iter().any(is)
    };
    let headers = sketch.loops().map(|(header, _)| header);
    headers
        .filter(|header| !shared(*header) && is_alone(sketch, *header))
        .collect()
}

/// Whether the loop is of a kernel whose threads do not wait for each other, and stores nothing.
fn is_alone(sketch: &Sketch, header: BlockName) -> bool {
    let mut kernels = sketch.kernels();
    let kernel = kernels.find(|kernel| kernel.blocks.contains(&header.0));
    let waits = kernel.is_none_or(|kernel| sketch.waits(kernel));
    let found = sketch.block(header).and_then(|it| it.header.as_ref());
    let stores = found.is_none_or(|found| {
        let inside = |it: &&Instruction| found.body.contains(&it.block);
        let mut all = sketch.instructions.iter().filter(inside);
        all.any(|it| it.opcode == "store")
    });
    !waits && !stores
}

impl fmt::Display for Lanes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.header, self.count)
    }
}

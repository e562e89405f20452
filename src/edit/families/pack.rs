//! `pack k 4`: a block has four times the rows of threads, each a quarter as long, and does what four blocks did.
//!
//! A kernel that gives a block to each row of a table often has more threads than the row has columns, or would have if each took
//! several (`vector`). Packed, a warp has several rows, so that no lane is idle; blocks are fewer and stay as large. A search
//! tries it together with what makes rows short.
//!
//! Exact: a row of threads shares the columns of loops as the block did, and does the same for each. It is refused where more than the
//! columns of loops depends on a thread's number, and where threads wait for each other, share memory of the block, or count. It relies
//! on buffers that do not overlap where a loop loads and stores. Where the kernel can neither work out how many blocks there are nor may
//! take their number for a multiple of the rows, it is told: the launch passes one argument more.

use std::fmt;

use rand::Rng;

use super::vector::is_shared;
use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{self, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pack {
    entry: String,
    rows: u32,
}

/// A warp of rows of one thread.
const MOST: u32 = 32;

/// What is proposed.
const ROWS: [u32; 4] = [4, 8, 2, 16];

impl Family for Pack {
    const NAME: &'static str = "pack";
    const SHAPE: &'static str = "pack ENTRY ROWS";
    const ABOUT: &'static str =
        "lets a block of shorter rows of threads do what several blocks did";
    const LAUNCH: bool = true;
    const PARTNERS: &'static [&'static str] = &["vector"];
    const TURN: Turn = Turn::First;

    fn parse(words: &mut Words<'_>) -> Result<Pack, ParseError> {
        let entry = words.word("the name of a kernel")?.to_owned();
        let word = words.word("the number of rows")?;
        match word.parse() {
            Ok(rows @ 2..=MOST) if word == rows.to_string() => Ok(Pack { entry, rows }),
            _ => Err(words.wrong(format!("`{word}` is no number of rows from 2 to {MOST}"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Pack> {
        Some(Pack {
            entry: pick(&entries(context), rng)?,
            rows: pick(&ROWS, rng)?,
        })
    }

    fn sweep(context: &Context<'_>) -> Vec<Pack> {
        let entries = entries(context);
        let all = ROWS.iter().flat_map(|rows| {
            entries.iter().map(|entry| Pack {
                entry: entry.clone(),
                rows: *rows,
            })
        });
        all.collect()
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.entry))
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let (entry, setup) = (&self.entry, &outcome.setup);
        let before = setup.reshapes.get(entry).copied().unwrap_or_default();
        let lanes = before.lanes > 1;
        if lanes || before.rows > 1 || before.grid[0] > 1 || before.block[0] > 1 {
            return Err(Skip::NoEffect);
        }
        let mut block = before.block;
        block[0] = self.rows;
        let exact = promises.blocks_divide(entry, 0, self.rows);
        let request = ir::Pack {
            rows: self.rows,
            flat: promises.is_flat(entry, setup),
            blocks: promises.blocks_along(entry, 0),
            exact: exact.is_some(),
            divided: (before.grid, block),
        };
        let done = variant.pack(entry, &request, &promises.given())?;
        let reshape = outcome.setup.reshape(entry);
        reshape.grid[0] = self.rows;
        reshape.block = block;
        reshape.rows = self.rows;
        reshape.told = done.told;
        outcome.relies_on_all(&done.used, promises);
        let exact = exact.filter(|_| done.exact).into_iter().flatten();
        exact.for_each(|condition| outcome.relies_on(condition));
        Ok(())
    }
}

/// Kernels with a loop whose columns the threads share, that are not packed yet.
fn entries(context: &Context<'_>) -> Vec<String> {
    let sketch = context.sketch;
    let packed = |entry: &str| {
        let is = |edit: &Edit| matches!(edit, Edit::Pack(it) if it.entry == entry);
        context.genome.iter().any(is)
    };
    let shares = |kernel: &&ir::Function| {
        let mut own = sketch
            .loops()
            .filter(|(header, _)| kernel.blocks.contains(&header.0));
        own.any(|(header, _)| is_shared(sketch, header))
    };
    let kernels = sketch.kernels().filter(|kernel| !sketch.waits(kernel));
    let kernels = kernels.filter(shares);
    let names = kernels.map(|kernel| kernel.name.clone());
    names.filter(|name| !packed(name)).collect()
}

impl fmt::Display for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.entry, self.rows)
    }
}

//! `stage %12 256`: the threads of a block fetch the row that a load walks along together, into a tile of 256 elements of shared memory,
//! and read it from there.
//!
//! Where all threads of a block read one element after the other of the same row (a row of a matrix that the block is about, the
//! weights of a filter), each element crosses the caches once for every warp, and again in every turn of the loops around. With a tile,
//! it is fetched once, by neighbouring threads side by side, and comes from shared memory then.
//!
//! Exact: nothing is fetched that the kernel would not read, and where a row is longer than the tile, or the block's first thread has
//! nothing to do, the kernel reads global memory as before. It is refused where the address depends on the thread, where the kernel may
//! store to what it reads (buffers that the workload promises to be distinct are taken for distinct, which then is part of the
//! contract), and where the threads of the block are nowhere together before the loop, since they have to wait for each other.
//!
//! What a user would lose: a tile's shared memory, which may leave room for fewer blocks, one barrier, and the code of both ways, which
//! LLVM keeps apart where it can. `fact most` says that rows are never longer, and leaves one way.

use std::collections::BTreeSet;
use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, Spot, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{BlockName, Is, Name, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stage {
    load: Name,
    elements: u32,
}

/// Tiles that are proposed: of 4-byte elements, some 1 % to 2 % of the shared memory that a streaming multiprocessor has.
const TILES: [u32; 3] = [128, 512, 1024];

/// Elements of the largest tile: bytes of it, in the shared memory that a block has without asking for more.
const MOST: u32 = 48 << 10;

impl Family for Stage {
    const NAME: &'static str = "stage";
    const SHAPE: &'static str = "stage %N ELEMENTS";
    const ABOUT: &'static str =
        "lets a block fetch a row that all its threads read into shared memory";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Stage, ParseError> {
        let load = words.address()?;
        let word = words.word("the number of elements")?;
        match word.parse::<u32>() {
            Ok(elements @ 2..=MOST) if word == elements.to_string() => Ok(Stage { load, elements }),
            _ => Err(words.wrong(format!("`{word}` is no number from 2 to {MOST}"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Stage> {
        let mut rows = rows(context.sketch);
        rows.retain(|(_, load)| !is_staged(context, *load));
        let at = |row: &(BlockName, u32)| Spot {
            name: Name::Base(row.1),
            origin: row.1,
            at: row.1,
        };
        let (_, load) = context.pick_at(&rows, at, rng)?;
        Some(Stage {
            load: Name::Base(load),
            elements: pick(&TILES, rng)?,
        })
    }

    /// Every row, those of the hottest loops first, in the largest tile.
    fn sweep(context: &Context<'_>) -> Vec<Stage> {
        let rows = rows(context.sketch);
        let blocks: BTreeSet<BlockName> = rows.iter().map(|(block, _)| *block).collect();
        let blocks = context.hottest(blocks.into_iter().collect());
        let loads = blocks
            .into_iter()
            .flat_map(|block| rows.iter().filter(move |(at, _)| *at == block));
        loads
            .filter(|(_, load)| !is_staged(context, *load))
            .map(|(_, load)| Stage {
                load: Name::Base(*load),
                elements: TILES[TILES.len() - 1],
            })
            .collect()
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.load))
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        let setup = outcome.setup.clone();
        let flat = |entry: &str| promises.is_flat(entry, &setup);
        let (given, pipeline) = (promises.given(), &mut outcome.pipeline);
        let used = variant.stage((self.load, self.elements), &flat, &given, pipeline)?;
        outcome.relies_on_all(&used, promises);
        Ok(())
    }
}

fn is_staged(context: &Context<'_>, load: u32) -> bool {
    let is = |edit: &Edit| matches!(edit, Edit::Stage(it) if it.load == Name::Base(load));
    context.genome.iter().any(is)
}

/// Loads whose address moves with a loop and depends on no thread, as far as the sketch shows; and the blocks that they are in.
fn rows(sketch: &Sketch) -> Vec<(BlockName, u32)> {
    let mut found = BTreeSet::new();
    for (header, it) in sketch.loops() {
        for &name in it.body.iter().filter(|block| **block != header) {
            let depth = |block| sketch.block(block).map(|block| block.depth);
            let instructions = sketch.block(name).map(|block| block.instructions.clone());
            let loads = instructions.into_iter().flatten().filter(|load| {
                let is_load = sketch
                    .instruction(*load)
                    .is_some_and(|it| it.opcode == "load");
                is_load && depth(name) == depth(header) && walks(sketch, header, *load)
            });
            found.extend(loads.map(|load| (name, load)));
        }
    }
    found.into_iter().collect()
}

/// Whether the address of a load moves with the loop at `header`, and depends on nothing that threads of a block differ in.
fn walks(sketch: &Sketch, header: BlockName, load: u32) -> bool {
    const REGISTER: &str = "llvm.nvvm.read.ptx.sreg.";
    let (mut moves, mut seen, mut open) = (false, BTreeSet::new(), vec![load]);
    while let Some(number) = open.pop() {
        let Some(it) = sketch.instruction(number) else {
            return false;
        };
        moves |= it.opcode == "phi" && it.block == header;
        let register = it
            .detail
            .as_deref()
            .and_then(|name| name.strip_prefix(REGISTER));
        match (it.opcode.as_str(), register) {
            ("call", Some(name)) if !name.contains("ctaid") && !name.contains("ntid") => {
                return false;
            }
            ("alloca", _) => return false,
            _ => {}
        }
        let operands = it.operands.iter().filter_map(|operand| match operand.is {
            Is::Inst(from) => Some(from),
            _ => None,
        });
        open.extend(operands.filter(|from| seen.insert(*from)));
    }
    moves
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.load, self.elements)
    }
}

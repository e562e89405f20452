//! Every way to launch a kernel that its code gives a reason for, the most plausible first.

use super::{Search, lengths};
use crate::init::draft::Draft;
use crate::init::outline::{Axis, Stride, Takes};

/// Threads of a block in one dimension, the usual ones first.
const THREADS: [u64; 6] = [128, 256, 64, 32, 512, 1024];

/// Blocks of two and of three dimensions.
const TILES: [[u64; 3]; 4] = [[16, 16, 1], [32, 8, 1], [8, 8, 4], [32, 32, 1]];

/// Threads of a warp.
const WARP: u64 = 32;

/// A way to make a block.
#[derive(Debug, Clone, PartialEq)]
struct Block {
    /// Expressions, x first.
    dimensions: Vec<String>,
    /// Name, values, default.
    tunables: Vec<(String, Vec<i64>, i64)>,
    /// Whether the kernel itself says so.
    certain: bool,
}

impl Block {
    fn of(threads: &[u64], certain: bool) -> Block {
        let used = threads.iter().rposition(|&threads| threads > 1);
        let used = used.map_or(1, |last| last + 1);
        Block {
            dimensions: threads[..used].iter().map(u64::to_string).collect(),
            tunables: Vec::new(),
            certain,
        }
    }
}

impl Search<'_> {
    /// The draft with each grid and each block.
    pub(super) fn guesses(&self, draft: &Draft) -> Vec<Draft> {
        let mut guesses = Vec::new();
        for tied in self.ties(draft) {
            for block in self.blocks() {
                for grid in self.grids(&tied, &block.dimensions) {
                    let mut guess = tied.clone();
                    guess.grid = grid;
                    guess.block.clone_from(&block.dimensions);
                    guess.tunables.clone_from(&block.tunables);
                    guess.block_is_certain = block.certain;
                    guess.shared.clone_from(&self.known.shared);
                    guesses.push(guess);
                }
            }
        }
        guesses
    }

    /// The draft, then the same with every size that bounds nothing (a stride between rows) tied to one that does.
    fn ties(&self, draft: &Draft) -> Vec<Draft> {
        let bounds = |name: &str| self.outline.bounding.contains(name);
        let names = draft.shapes.iter().map(|shape| shape.name.as_str());
        let loose: Vec<&str> = names
            .filter(|name| *name != super::BLOCKS && !bounds(name))
            .collect();
        let mut drafts = vec![draft.clone()];
        let known = |name: &&str| self.known.sizes.iter().any(|(known, _)| known == name);
        if loose.is_empty() || loose.iter().any(known) {
            return drafts;
        }
        for to in draft.shapes.iter().filter(|shape| bounds(&shape.name)) {
            let mut tied = draft.clone();
            for arg in &mut tied.args {
                if let Some((scalar, name)) = arg.split_once(' ')
                    && loose.contains(&name)
                {
                    *arg = format!("{scalar} {}", to.name);
                }
            }
            let keep = |at: usize| !loose.contains(&draft.shapes[at].name.as_str());
            for case in &mut tied.cases {
                let values = case.values.iter().enumerate();
                case.values = values
                    .filter(|(at, _)| keep(*at))
                    .map(|(_, &n)| n)
                    .collect();
            }
            tied.shapes
                .retain(|shape| !loose.contains(&shape.name.as_str()));
            drafts.push(tied);
        }
        drafts
    }

    /// Ways to make a block.
    fn blocks(&self) -> Vec<Block> {
        if !self.known.block.is_empty() {
            return vec![Block {
                dimensions: self.known.block.clone(),
                tunables: Vec::new(),
                certain: true,
            }];
        }
        if let Some(block) = self.imported.block {
            return vec![Block::of(&block.map(u64::from), true)];
        }
        let most = u64::from(self.imported.most_threads.unwrap_or(1024));
        let axes = &self.outline.axes;
        let used = axes
            .iter()
            .rposition(|axis| axis.threads)
            .map_or(1, |last| last + 1);
        // What numbers all threads of a block from x, y and z together does with a row of them.
        let numbered = used == 3 && axes.iter().all(|axis| axis.sized) && !axes[1].blocks;
        let mut sizes: Vec<[u64; 3]> = Vec::new();
        if let Some(clue) = clue(&axes[..used]) {
            sizes.push(clue);
        }
        let shared = self.imported.shared.iter();
        let row = |threads: u64| [threads, 1, 1];
        if used == 1 || numbered {
            let arrays = shared.filter_map(|lengths| match lengths[..] {
                [length] if length >= WARP => Some(row(length)),
                _ => None,
            });
            sizes.extend(arrays);
            sizes.extend(THREADS.map(row));
        } else {
            let arrays = shared.filter_map(|lengths| match lengths[..] {
                // A column more than threads is there against bank conflicts.
                [.., rows, columns] => Some([columns - columns % 2, rows, 1]),
                _ => None,
            });
            sizes.extend(arrays);
        }
        if used > 1 {
            sizes.extend(TILES.iter().filter(|tile| used == 3 || tile[2] == 1));
        }
        sizes.retain(|block| (1..=most).contains(&block.iter().product()));
        let mut blocks = Vec::new();
        if used == 1 && axes[0].sized && self.imported.shared.is_empty() {
            blocks.extend(any_block(most));
        }
        for size in sizes {
            let block = Block::of(&size, false);
            if !blocks.contains(&block) {
                blocks.push(block);
            }
        }
        blocks
    }

    /// Ways to make a grid for a block.
    fn grids(&self, draft: &Draft, block: &[String]) -> Vec<Vec<String>> {
        if !self.known.grid.is_empty() {
            return vec![self.known.grid.clone()];
        }
        let axes = &self.outline.axes;
        let Some(last) = axes.iter().rposition(|axis| axis.blocks) else {
            return vec![vec!["1".into()]];
        };
        let mut grids: Vec<Vec<String>> = vec![Vec::new()];
        for (at, axis) in axes[..=last].iter().enumerate() {
            let threads = block.get(at).map_or("1", String::as_str);
            let along = self.along(draft, axis, threads);
            let longer = |grid: &Vec<String>| {
                let with = |along: &String| [grid.as_slice(), std::slice::from_ref(along)].concat();
                along.iter().map(with).collect::<Vec<_>>()
            };
            grids = grids.iter().flat_map(longer).collect();
        }
        // A size is seldom along two axes.
        let twice = |grid: &Vec<String>| {
            (1..grid.len())
                .filter(|&at| grid[..at].contains(&grid[at]))
                .count()
        };
        grids.sort_by_key(twice);
        grids
    }

    /// How many blocks there may be along an axis.
    fn along(&self, draft: &Draft, axis: &Axis, threads: &str) -> Vec<String> {
        if !axis.blocks {
            return vec!["1".into()];
        }
        let names = || draft.shapes.iter().map(|shape| shape.name.clone());
        // A number of rows that no thread looks at, since there is a block for each.
        let idle = |name: &String| {
            let params = &mut self.outline.params.iter();
            params
                .any(|param| param.name == *name && matches!(param.takes, Takes::Integer(_, false)))
        };
        let mut bounds: Vec<String> = axis.bounds.clone();
        bounds.extend(names().filter(idle));
        bounds.extend(names().filter(|name| name == super::BLOCKS));
        bounds.extend(names());
        let known: Vec<String> = names().collect();
        bounds.retain(|bound| {
            let expr = lengths::parse(bound);
            expr.is_some_and(|expr| {
                expr.symbols()
                    .iter()
                    .all(|name| known.iter().any(|it| it == name))
            })
        });
        let per_block = match axis.stride {
            Stride::One => None,
            Stride::Block => Some(threads.to_owned()),
            Stride::Const(by) => Some(by.to_string()),
        };
        let mut along: Vec<String> = Vec::new();
        for bound in bounds {
            let blocks = match &per_block {
                Some(by) if bound != super::BLOCKS => format!("ceil_div({bound}, {by})"),
                _ => bound,
            };
            if !along.contains(&blocks) {
                along.push(blocks);
            }
        }
        if along.is_empty() {
            along.push("1".into());
        }
        along
    }
}

/// The block of a kernel that knows its size: along each axis, what the block's index is multiplied by.
fn clue(axes: &[Axis]) -> Option<[u64; 3]> {
    let mut block = [1; 3];
    for (size, axis) in block.iter_mut().zip(axes) {
        *size = match axis.stride {
            Stride::Const(by) if !axis.sized && axis.threads => by,
            _ => return None,
        };
    }
    Some(block)
}

/// A kernel that asks how large its block is, and has no array of that size, does with any.
fn any_block(most: u64) -> Option<Block> {
    let mut values: Vec<i64> = THREADS
        .iter()
        .filter(|&&n| n <= most)
        .map(|&n| n as i64)
        .collect();
    values.sort_unstable();
    let default = *values.iter().rfind(|&&n| n <= 128)?;
    Some(Block {
        dimensions: vec!["threads".into()],
        tunables: vec![("threads".into(), values, default)],
        certain: false,
    })
}

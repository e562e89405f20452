//! From what the code tells to a manifest that runs: guesses in the order of their plausibility, the first that the simulator finds nothing
//! wrong with.
//!
//! The idea: a guess is checked, not believed. With room to spare in every buffer, a launch shows which elements a kernel writes; with less
//! and less room it shows how far it reads. From several sizes that share no factor, an expression over the sizes is found that says the
//! same: `rows * columns`.

mod cases;
mod extents;
mod lengths;
mod ways;

use std::collections::BTreeSet;

use super::Error;
use super::draft::{Draft, Memory, Size};
use super::outline::{Axis, Outline, Takes, Use};
use super::trial::{Observed, Trial};
use crate::ir::Imported;
use crate::workload::{Role, Symbols};
use cases::trying;
use lengths::Fitted;

/// What the caller knows better.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Values of sizes on the case that steers the search.
    pub sizes: Vec<(String, i64)>,
    /// Expressions for blocks, x first; none: to be guessed.
    pub grid: Vec<String>,
    /// Expressions for threads, x first; none: to be guessed.
    pub block: Vec<String>,
    /// Bytes of dynamic shared memory; none: to be guessed.
    pub shared: Option<String>,
}

/// What was found.
#[derive(Debug)]
pub struct Guessed {
    /// The manifest.
    pub draft: Draft,
    /// What still goes wrong on the case that steers the search; none where all is well.
    pub trouble: Option<String>,
}

/// The size that says how many blocks there are, where no parameter does.
const BLOCKS: &str = "blocks";

/// What is said of integers that may be more than they seem.
const HALVES: &str = "guess: the type; the kernel computes with 16-bit floating-point numbers: if these are some that it only moves, it is f16 or bf16";

/// Elements of a buffer with room to spare, at least and at most.
const ROOM: [i64; 2] = [1 << 14, 1 << 20];

/// The dynamic shared memory that is tried, bytes.
const SHARED: [&str; 5] = ["1024", "4096", "16384", "49152", "98304"];

/// Most guesses of how the kernel is launched that are tried.
const MOST_GUESSES: usize = 64;

/// Uniformly distributed around 1: for kernels that take roots or logarithms of their inputs.
const POSITIVE: &str = "{ uniform = { lo = 0.5, hi = 1.5 } }";
/// What the first floating-point input has in a case of large numbers: beyond what an exponential of single precision holds (88.7), so that a
/// variant shows that no longer takes the largest away first.
const LARGE: &str = "{ normal = { std = 60.0 } }";

/// Makes the manifest of a kernel.
///
/// # Errors
/// A kernel of which no workload can be made; wishes that it has no use for.
pub fn guess(
    draft: Draft,
    outline: &Outline,
    imported: &Imported,
    known: &Known,
    trial: &Trial,
) -> Result<Guessed, Error> {
    let mut search = Search {
        outline,
        imported,
        known,
        trial,
        cases: Vec::new(),
    };
    let draft = search.start(draft)?;
    let launch = search.launch(draft)?;
    search.finish(launch)
}

/// Where blocks, threads and sizes come from in one guess.
#[derive(Debug, Clone)]
struct Launch {
    draft: Draft,
    /// What was seen on each case.
    seen: Vec<Observed>,
    rank: Rank,
}

/// How good a guess is; more is better, the first field first.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Rank {
    /// Cases on which nothing went wrong.
    clean: usize,
    /// Outputs that were written without a gap on every case, and whose length the sizes explain.
    whole: usize,
    /// Elements that changed, over all cases.
    changed: usize,
}

struct Search<'a> {
    outline: &'a Outline,
    imported: &'a Imported,
    known: &'a Known,
    trial: &'a Trial,
    /// The sizes of the trials; the first is the case that steers the search, the last has odd sizes.
    cases: Vec<Vec<i64>>,
}

impl Search<'_> {
    /// All that needs no trial.
    fn start(&mut self, mut draft: Draft) -> Result<Draft, Error> {
        let entry = draft.plain.clone();
        let mut written = false;
        for param in &self.outline.params {
            let name = &param.name;
            match &param.takes {
                Takes::Buffer(of) => {
                    written |= of.writes;
                    let mut buffer = memory(name, of);
                    let integers = !of.scalar.is_float() && !of.indexes && (of.reads || of.writes);
                    if self.outline.halves && integers {
                        buffer.notes.push(HALVES.to_owned());
                    }
                    draft.buffers.push(buffer);
                    draft.args.push(name.clone());
                }
                Takes::Integer(scalar, used) => {
                    draft.shapes.push(Size {
                        name: name.clone(),
                        param: *used,
                        most: None,
                    });
                    draft.args.push(format!("{scalar} {name}"));
                }
                Takes::Float(scalar) => draft.args.push(format!("{scalar} 0.5")),
            }
        }
        for shape in &mut draft.shapes {
            shape.param = true;
        }
        if !written {
            let message = "writes to none of its arguments, so there is nothing to compare; is it the kernel that you mean?";
            return Err(Error::Kernel {
                entry,
                message: message.into(),
            });
        }
        let buffers = self
            .outline
            .params
            .iter()
            .filter_map(|param| match &param.takes {
                Takes::Buffer(of) if of.reads || of.writes => Some(of.noalias),
                _ => None,
            });
        draft.noalias_is_certain = buffers.into_iter().all(|noalias| noalias);
        let [x, y, z] = &self.outline.axes;
        let nobody_says_how_many = |axis: &Axis| axis.blocks && axis.bounds.is_empty();
        if [x, y, z].into_iter().any(nobody_says_how_many) || draft.shapes.is_empty() && x.blocks {
            draft.shapes.push(Size {
                name: BLOCKS.into(),
                param: false,
                most: None,
            });
        }
        for (name, _) in &self.known.sizes {
            if !draft.shapes.iter().any(|shape| shape.name == *name) {
                let known: Vec<&str> = draft
                    .shapes
                    .iter()
                    .map(|shape| shape.name.as_str())
                    .collect();
                let known = match known.as_slice() {
                    [] => "it has none".to_owned(),
                    names => format!("it has {}", names.join(", ")),
                };
                return Err(Error::Wish(format!(
                    "--size {name}: `{entry}` has no such size; {known}"
                )));
            }
        }
        let ranges: Vec<String> = draft
            .shapes
            .iter()
            .map(|shape| shape.name.clone())
            .collect();
        for buffer in &mut draft.buffers {
            if let (Some(fill), Some(size)) = (&mut buffer.fill, ranges.first())
                && fill.contains("INDEX")
            {
                *fill = fill.replace("INDEX", size);
            }
        }
        self.cases = self.sizes(&draft, 1);
        draft.cases = trying(&self.cases);
        Ok(draft)
    }

    /// Tries guesses of the grid, the block and what depends on them, until one has no fault.
    fn launch(&self, draft: Draft) -> Result<Launch, Error> {
        let mut best: Option<Launch> = None;
        for guess in self.guesses(&draft).into_iter().take(MOST_GUESSES) {
            let Some(mut launch) = self.try_out(guess)? else {
                continue;
            };
            let odd = self.cases.len() - 1;
            if launch.rank.clean == odd && launch.rank.whole == self.outputs() {
                launch = self.with_multiples(launch)?;
            }
            let perfect =
                launch.rank.clean == self.cases.len() && launch.rank.whole == self.outputs();
            if best.as_ref().is_none_or(|best| launch.rank > best.rank) {
                best = Some(launch);
            }
            if perfect {
                break;
            }
        }
        best.ok_or_else(|| Error::Kernel {
            entry: draft.plain.clone(),
            message: "was launched in no way that the target allows; say how with --grid, --block and --size".into(),
        })
    }

    /// Buffers that are written and never read.
    fn outputs(&self) -> usize {
        let params = self.outline.params.iter();
        params
            .filter(|param| matches!(&param.takes, Takes::Buffer(of) if of.writes && !of.reads))
            .count()
    }

    /// Launches a guess on every case, with room to spare; with more shared memory or other contents where that helps.
    fn try_out(&self, guess: Draft) -> Result<Option<Launch>, Error> {
        let mut guess = self.with_room(guess);
        let Some(mut first) = self.trial.run(&guess, 0)? else {
            return Ok(None);
        };
        if self.imported.dynamic_shared && guess.shared.is_none() {
            for bytes in SHARED {
                if !first.wants_shared() {
                    break;
                }
                guess.shared = Some(bytes.into());
                match self.trial.run(&guess, 0)? {
                    Some(again) => first = again,
                    None => break,
                }
            }
        }
        if first.touched.iter().any(|touched| touched.nan) {
            let mut positive = guess.clone();
            for buffer in positive
                .buffers
                .iter_mut()
                .filter(|buffer| buffer.scalar.is_float())
            {
                buffer.fill = buffer.fill.is_some().then(|| POSITIVE.to_owned());
            }
            if let Some(again) = self.trial.run(&positive, 0)?
                && !again.touched.iter().any(|touched| touched.nan)
            {
                (guess, first) = (positive, again);
            }
        }
        let mut seen = vec![first];
        for case in 1..guess.cases.len() {
            // What goes wrong on the first case is no guess to measure sizes with.
            if !seen[0].faults.is_empty() {
                break;
            }
            match self.trial.run(&guess, case)? {
                Some(observed) => seen.push(observed),
                None => return Ok(None),
            }
        }
        let rank = self.rank(&guess, &seen);
        Ok(Some(Launch {
            draft: guess,
            seen,
            rank,
        }))
    }

    fn with_room(&self, mut guess: Draft) -> Draft {
        let products = guess
            .cases
            .iter()
            .map(|case| case.values.iter().map(|&n| n.max(1)).product::<i64>());
        let room = products
            .max()
            .unwrap_or(1)
            .saturating_mul(4)
            .clamp(ROOM[0], ROOM[1]);
        for buffer in guess
            .buffers
            .iter_mut()
            .filter(|buffer| buffer.role != Role::Scratch)
        {
            buffer.len = room.to_string();
        }
        guess
    }

    fn rank(&self, guess: &Draft, seen: &[Observed]) -> Rank {
        let outputs = (0..)
            .zip(&guess.buffers)
            .filter(|(_, buffer)| buffer.role == Role::Output);
        // A size that ends the work of a block must show in what is written; else some of it went unseen.
        let bounds: BTreeSet<String> = (self.outline.axes.iter())
            .flat_map(|axis| &axis.bounds)
            .filter_map(|bound| lengths::parse(bound))
            .flat_map(|bound| {
                bound
                    .symbols()
                    .into_iter()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect();
        let explained = |extents: &[usize]| match lengths::fit(guess, &self.values(guess), extents)
        {
            Some(Fitted {
                exact: true, text, ..
            }) => lengths::parse(&text).is_some_and(|expr| {
                let symbols = expr.symbols();
                bounds.iter().all(|bound| symbols.contains(bound.as_str()))
            }),
            _ => false,
        };
        let whole = outputs.filter(|(at, _)| {
            let touched: Vec<_> = seen.iter().map(|observed| observed.touched[*at]).collect();
            let extents: Vec<usize> = touched.iter().map(|touched| touched.extent).collect();
            seen.len() == self.cases.len()
                && touched.iter().all(|touched| touched.whole)
                && explained(&extents)
        });
        Rank {
            clean: seen
                .iter()
                .filter(|observed| observed.faults.is_empty())
                .count(),
            whole: whole.count(),
            changed: seen
                .iter()
                .flat_map(|observed| &observed.touched)
                .map(|touched| touched.changed)
                .sum(),
        }
    }

    /// The sizes of each case of a draft, by name.
    fn values(&self, draft: &Draft) -> Vec<Symbols> {
        let names = || draft.shapes.iter().map(|shape| shape.name.clone());
        draft
            .cases
            .iter()
            .map(|case| names().zip(case.values.iter().copied()).collect())
            .collect()
    }

    /// Lengths, roles and the cases of the manifest, for the best guess of the launch.
    fn finish(&self, launch: Launch) -> Result<Guessed, Error> {
        let mut draft = launch.draft.clone();
        for (at, buffer) in launch.draft.buffers.iter().enumerate() {
            if buffer.role == Role::Output
                && !launch
                    .seen
                    .iter()
                    .all(|observed| observed.touched[at].whole)
            {
                let buffer = &mut draft.buffers[at];
                buffer.role = Role::Inout;
                buffer.fill = Some("{ constant = 0 }".into());
                buffer.notes.push("guess: not every element is written, so it has contents before the launch, too".into());
            }
        }
        let extents = self.extents(&draft, &launch.seen)?;
        let mut of_block = false;
        for (at, extents) in extents.iter().enumerate() {
            if draft.buffers[at].role == Role::Scratch {
                continue;
            }
            let buffer = &mut draft.buffers[at];
            match lengths::fit(&launch.draft, &self.values(&launch.draft), extents) {
                Some(fitted) => {
                    buffer.len = fitted.text;
                    of_block |= fitted.of_block;
                    if !fitted.exact {
                        buffer.notes.push(
                            "guess: at most so many elements were touched, on some sizes fewer"
                                .into(),
                        );
                    }
                }
                None => {
                    let most = extents.iter().copied().max().unwrap_or(1).max(1);
                    buffer.len = most.to_string();
                    buffer.notes.push("guess: so many elements were touched; no expression over the sizes was found that says so".into());
                }
            }
        }
        if of_block {
            draft.fix_tunables();
        }
        draft.drop_unless_used(BLOCKS);
        let trouble = self.cases_of(&mut draft)?;
        Ok(Guessed { draft, trouble })
    }

    /// The least number that all sizes must be multiples of for the kernel not to go wrong.
    fn with_multiples(&self, launch: Launch) -> Result<Launch, Error> {
        for multiple_of in [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] {
            let mut guess = launch.draft.clone();
            let sizes = self.sizes(&guess, multiple_of);
            let odd = guess.cases.len() - 1;
            guess.cases[odd].values.clone_from(&sizes[2]);
            guess.multiple_of = multiple_of;
            if let Some(better) = self.try_out(guess)?
                && better.rank.clean == better.seen.len()
            {
                return Ok(better);
            }
        }
        Ok(launch)
    }
}

fn memory(name: &str, of: &Use) -> Memory {
    let role = match (of.reads, of.writes) {
        (true, true) => Role::Inout,
        (true, false) => Role::Input,
        (false, true) => Role::Output,
        (false, false) => Role::Scratch,
    };
    let fill = of.reads.then(|| match (of.scalar.is_float(), of.indexes) {
        (true, _) => "{ normal = { std = 1.0 } }",
        (false, true) => "{ uniform = { lo = 0, hi = \"INDEX\" } }",
        (false, false) => "{ uniform = { lo = -100, hi = 100 } }",
    });
    let mut notes = Vec::new();
    if role == Role::Scratch {
        notes.push("the kernel takes it and does not touch it".to_owned());
    }
    if of.indexes {
        notes.push("guess: what is read here says where to read next; `ramp`, `jagged` and `zipf` make offsets and ids of other kinds".to_owned());
    }
    if !of.others.is_empty() {
        notes.push(format!(
            "guess: the type; it is accessed as {}, too",
            of.others.join(" and ")
        ));
    }
    Memory {
        name: name.to_owned(),
        scalar: of.scalar,
        len: "1".into(),
        role,
        fill: fill.map(str::to_owned),
        notes,
    }
}

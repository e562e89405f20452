//! `loop %bb5 unroll 8`, `loop %bb5 jam 2`: advice to LLVM on one loop.
//!
//! Exact: LLVM keeps the meaning, or does not follow the advice (and then warns); what changes is what the loop costs.
//!
//! - `unroll N` copies the body, for a number of iterations that is only known at run time too, with a loop for what
//!   remains; `unroll 1` forbids that, also where LLVM would unroll by itself; `unroll full` needs a known number.
//! - `jam N` unrolls a loop around another one and merges the copies of the inner loop, so that what they read in common
//!   is read once. The inner loop must be known to be entered, and iterations to be independent: facts help. LLVM
//!   does this in a pass that does not run by itself; it is requested for the module, after passes that bring loops into
//!   the form that it expects.
//! - `vectorize N` and `interleave N` work on N iterations at once, in vectors or side by side. Refused where sums of
//!   floating-point numbers are not free to be reassociated (`fast`); loads become wide only where their alignment is known.
//! - `distribute` splits a loop where dependences allow.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Advice, BlockName, Sketch, Skip, Unroll, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Loop {
    header: BlockName,
    advice: Advice,
}

/// Factors that are proposed; 1 is not to unroll. Larger ones than 32 fill the instruction cache (128 KiB on recent GPUs)
/// long before they save another branch.
const UNROLLED: [Unroll; 7] = [
    Unroll::By(1),
    Unroll::By(2),
    Unroll::By(4),
    Unroll::By(8),
    Unroll::By(16),
    Unroll::By(32),
    Unroll::Full,
];

/// Iterations at once that are proposed: as many elements as an access can have.
const AT_ONCE: [u32; 2] = [2, 4];

/// Above this LLVM would spend minutes on a kernel.
const MOST: u32 = 1024;

/// Vectors that LLVM's vectoriser makes are no wider.
const WIDEST: u32 = 64;

/// What unroll-and-jam wants done before: tests at the end of loops, what does not change outside of them, and the forms
/// that LLVM calls simplified and LCSSA.
const JAM: &str = "function(early-cse<memssa>,loop-simplify,lcssa,loop-mssa(loop-rotate,licm),instcombine,simplifycfg,\
                   loop-simplify,lcssa,loop(indvars,loop-unroll-and-jam))";

impl Family for Loop {
    const NAME: &'static str = "loop";
    const SHAPE: &'static str = "loop %bbN unroll COUNT|full or loop %bbN jam|vectorize|interleave COUNT or loop %bbN distribute";
    const ABOUT: &'static str =
        "advises LLVM to unroll a loop by a factor, fully, or (1) not at all, or to restructure it";

    fn parse(words: &mut Words<'_>) -> Result<Loop, ParseError> {
        let header = words.address()?;
        let advice = match words.word("the advice")? {
            "unroll" if words.has("full") => Advice::Unroll(Unroll::Full),
            "unroll" => Advice::Unroll(Unroll::By(count(words, 1..=MOST)?)),
            "jam" => Advice::Jam(count(words, 2..=MOST)?),
            "vectorize" => {
                let width = count(words, 2..=WIDEST)?;
                if !width.is_power_of_two() {
                    return Err(words.wrong(format!("`{width}` is no power of two")));
                }
                Advice::Vectorize(width)
            }
            "interleave" => Advice::Interleave(count(words, 2..=WIDEST)?),
            "distribute" => Advice::Distribute,
            word => {
                return Err(words.wrong(format!(
                    "`{word}` is no advice: there are unroll, jam, vectorize, interleave and distribute"
                )));
            }
        };
        Ok(Loop { header, advice })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Loop> {
        let sketch = context.sketch;
        let loops: Vec<BlockName> = sketch.loops().map(|(header, _)| header).collect();
        let around: Vec<BlockName> = loops
            .iter()
            .copied()
            .filter(|header| is_around_another(sketch, *header))
            .collect();
        let associative = sums_in_any_order(context);
        let count = pick(&AT_ONCE, rng)?;
        let (from, advice) = match rng.random_range(0..10) {
            0 if !around.is_empty() => (around, Advice::Jam(count)),
            1 if !associative.is_empty() => (associative, Advice::Vectorize(count)),
            2 if !associative.is_empty() => (associative, Advice::Interleave(count)),
            _ => (loops, Advice::Unroll(pick(&UNROLLED, rng)?)),
        };
        let header = context.pick_block(&from, rng)?;
        Some(Loop { header, advice })
    }

    /// Every loop, the hottest first, with every advice that is proposed.
    fn sweep(context: &Context<'_>) -> Vec<Loop> {
        let sketch = context.sketch;
        let headers = sketch.loops().map(|(header, _)| header).collect();
        let associative = sums_in_any_order(context);
        let mut all = Vec::new();
        for header in context.hottest(headers) {
            let mut say = |advice: &mut dyn Iterator<Item = Advice>| {
                all.extend(advice.map(|advice| Loop { header, advice }));
            };
            say(&mut UNROLLED.into_iter().map(Advice::Unroll));
            if is_around_another(sketch, header) {
                say(&mut AT_ONCE.into_iter().map(Advice::Jam));
            }
            if associative.contains(&header) {
                say(&mut AT_ONCE.into_iter().map(Advice::Vectorize));
                say(&mut AT_ONCE.into_iter().map(Advice::Interleave));
            }
        }
        all
    }

    fn slot(&self) -> Option<String> {
        let what = match self.advice {
            Advice::Unroll(_) => "unroll",
            Advice::Jam(_) => "jam",
            Advice::Vectorize(_) => "vectorize",
            Advice::Interleave(_) => "interleave",
            Advice::Distribute => "distribute",
        };
        Some(format!("{} {} {what}", Self::NAME, self.header))
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        _: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        variant.advise(self.header, self.advice)?;
        if let Advice::Jam(_) = self.advice {
            outcome.pipeline.first(JAM);
        }
        Ok(())
    }
}

/// The next word as a number from a range.
fn count(words: &mut Words<'_>, range: std::ops::RangeInclusive<u32>) -> Result<u32, ParseError> {
    let word = words.word("the factor")?;
    let number = word.parse().ok().filter(|count| range.contains(count));
    number.ok_or_else(|| {
        let (least, most) = range.into_inner();
        words.wrong(format!("`{word}` is no factor from {least} to {most}"))
    })
}

fn is_around_another(sketch: &Sketch, header: BlockName) -> bool {
    let body = sketch.block(header).and_then(|block| block.header.as_ref());
    body.is_some_and(|it| {
        let is_inner = |name: &BlockName| {
            *name != header
                && sketch
                    .block(*name)
                    .is_some_and(|block| block.header.is_some())
        };
        it.body.iter().any(is_inner)
    })
}

/// Innermost loops of which an edit of the genome says that sums may be reassociated.
fn sums_in_any_order(context: &Context<'_>) -> Vec<BlockName> {
    let sketch = context.sketch;
    let freed = |it: &crate::ir::Loop| {
        let blocks = it.body.iter().filter_map(|name| sketch.block(*name));
        let mut instructions = blocks.flat_map(|block| block.instructions.clone());
        instructions.any(|number| {
            let adds = sketch
                .instruction(number)
                .is_some_and(|it| it.opcode == "fadd");
            adds && context.genome.iter().any(|edit| match edit {
                Edit::Fast(fast) => fast.reassociates(sketch, number),
                _ => false,
            })
        })
    };
    sketch
        .loops()
        .filter(|(header, it)| !is_around_another(sketch, *header) && freed(it))
        .map(|(header, _)| header)
        .collect()
}

impl fmt::Display for Loop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", Self::NAME, self.header)?;
        match self.advice {
            Advice::Unroll(Unroll::By(count)) => write!(f, "unroll {count}"),
            Advice::Unroll(Unroll::Full) => f.write_str("unroll full"),
            Advice::Jam(count) => write!(f, "jam {count}"),
            Advice::Vectorize(width) => write!(f, "vectorize {width}"),
            Advice::Interleave(count) => write!(f, "interleave {count}"),
            Advice::Distribute => f.write_str("distribute"),
        }
    }
}

//! `pipeline first loop-reduce`, `pipeline O2`, `pipeline without unroll`, `pipeline inline 2000`: how LLVM turns the
//! edited module into code. No pass changes what a kernel means, so these edits are exact, rely on nothing, and cost a
//! user nothing but the time of a compilation.
//!
//! The order of passes is a matter of taste that `-O3` settles for processors with few registers to spare and cheap
//! 64-bit arithmetic. A GPU adds 64-bit numbers in two steps, and may be bound by registers: passes that trade address
//! arithmetic against registers, or that sink and hoist, sometimes pay before or after the whole of `-O3`. The back end
//! runs some of them again, whatever is asked for here.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Level, Part, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pipeline {
    /// Another level than O3.
    Level(Level),
    /// A pass before the level; index into [`PASSES`].
    First(usize),
    /// A pass after the level; index into [`PASSES`].
    Last(usize),
    /// A part of the level is left out.
    Without(Part),
    /// The cost up to which a call is inlined.
    Inline(u32),
}

/// Passes by the name that an edit gives them, as `opt -passes=` takes them (LLVM 22, `opt --print-passes`), and where
/// they are worth a try. LLVM takes the process down over some of what it does not know, so there are no others.
const PASSES: [(&str, &str, Worth); 22] = [
    // Addresses: recomputed, or carried along.
    (
        "loop-reduce",
        "function(loop-simplify,lcssa,loop(loop-reduce))",
        Worth::Both,
    ),
    (
        "indvars",
        "function(loop-simplify,lcssa,loop(indvars))",
        Worth::Both,
    ),
    ("slsr", "function(slsr)", Worth::Both),
    (
        "nary-reassociate",
        "function(nary-reassociate)",
        Worth::First,
    ),
    (
        "separate-const-offset-from-gep",
        "function(separate-const-offset-from-gep)",
        Worth::First,
    ),
    (
        "lower-gep",
        "function(separate-const-offset-from-gep<lower-gep>)",
        Worth::Both,
    ),
    ("reassociate", "function(reassociate)", Worth::Last),
    (
        "infer-address-spaces",
        "function(infer-address-spaces)",
        Worth::First,
    ),
    // What is computed where, and how often.
    (
        "licm",
        "function(loop-simplify,lcssa,loop-mssa(licm))",
        Worth::First,
    ),
    (
        "loop-rotate",
        "function(loop-simplify,lcssa,loop(loop-rotate))",
        Worth::First,
    ),
    (
        "loop-load-elim",
        "function(loop-simplify,lcssa,loop-load-elim)",
        Worth::First,
    ),
    ("loop-sink", "function(loop-sink)", Worth::Neither),
    ("sink", "function(sink)", Worth::Both),
    ("gvn-hoist", "function(gvn-hoist)", Worth::Both),
    ("newgvn", "function(newgvn)", Worth::Last),
    ("mldst-motion", "function(mldst-motion)", Worth::Neither),
    (
        "speculative-execution",
        "function(speculative-execution)",
        Worth::Neither,
    ),
    (
        "simplifycfg",
        "function(simplifycfg<hoist-common-insts;sink-common-insts;speculate-blocks;bonus-inst-threshold=8>)",
        Worth::First,
    ),
    ("jump-threading", "function(jump-threading)", Worth::Neither),
    // Scalars and vectors.
    (
        "load-store-vectorizer",
        "function(load-store-vectorizer)",
        Worth::Neither,
    ),
    ("slp-vectorizer", "function(slp-vectorizer)", Worth::Neither),
    ("attributor", "attributor", Worth::Both),
];

/// Where a pass changed the code of kernels that it was tried on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Worth {
    First,
    Last,
    Both,
    /// On none: it is proposed seldom.
    Neither,
}

/// Thresholds that are proposed: LLVM's own is 275 at O3, and a GPU's calls cost more than those it was found for.
const INLINE: [u32; 3] = [0, 1000, 10_000];

/// Above this LLVM would spend minutes on a module.
const MOST_INLINE: u32 = 100_000;

impl Family for Pipeline {
    const NAME: &'static str = "pipeline";
    const SHAPE: &'static str = "pipeline O1|O2|Os|Oz or pipeline first|last PASS or pipeline without unroll|slp or pipeline inline COST";
    const ABOUT: &'static str = "changes LLVM's pipeline: its level, a pass before or after it, what it leaves out, what it inlines";

    fn parse(words: &mut Words<'_>) -> Result<Pipeline, ParseError> {
        match words.word("the change")? {
            "first" => pass(words).map(Pipeline::First),
            "last" => pass(words).map(Pipeline::Last),
            "without" => match words.word("the part")? {
                "unroll" => Ok(Pipeline::Without(Part::Unroll)),
                "slp" => Ok(Pipeline::Without(Part::Slp)),
                word => Err(words.wrong(format!("`{word}` is neither `unroll` nor `slp`"))),
            },
            "inline" => {
                let word = words.word("the cost")?;
                match word.parse() {
                    Ok(cost @ 0..=MOST_INLINE) => Ok(Pipeline::Inline(cost)),
                    _ => Err(words.wrong(format!("`{word}` is no cost from 0 to {MOST_INLINE}"))),
                }
            }
            word => {
                let mut levels = Level::ALL.into_iter().filter(|level| *level != Level::O3);
                match levels.find(|level| level.text() == word) {
                    Some(level) => Ok(Pipeline::Level(level)),
                    None => Err(words.wrong(format!("`{word}` is no change of the pipeline"))),
                }
            }
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Pipeline> {
        let inlines = context.sketch.functions.iter().any(|it| !it.kernel);
        match rng.random_range(0..20) {
            0..2 => pick(&[Level::O1, Level::O2, Level::Os], rng).map(Pipeline::Level),
            2 if inlines => pick(&INLINE, rng).map(Pipeline::Inline),
            2..4 => Some(Pipeline::Without(Part::Unroll)),
            4 => Some(Pipeline::First(rng.random_range(0..PASSES.len()))),
            5..13 => worth(Worth::First, rng).map(Pipeline::First),
            _ => worth(Worth::Last, rng).map(Pipeline::Last),
        }
    }

    /// The passes that pay on the kernels that they were tried on, and other levels.
    fn sweep(_: &Context<'_>) -> Vec<Pipeline> {
        let pass = |name: &str| PASSES.iter().position(|(known, ..)| *known == name);
        let first = ["loop-reduce", "licm"].map(|name| pass(name).map(Pipeline::First));
        let last = ["loop-reduce", "slsr"].map(|name| pass(name).map(Pipeline::Last));
        let levels = [Level::O2, Level::O1].map(|level| Some(Pipeline::Level(level)));
        [first, last, levels]
            .into_iter()
            .flatten()
            .flatten()
            .collect()
    }

    fn slot(&self) -> Option<String> {
        match self {
            Pipeline::Level(_) => Some(format!("{} level", Self::NAME)),
            Pipeline::Inline(_) => Some(format!("{} inline", Self::NAME)),
            _ => None,
        }
    }

    fn apply(&self, _: &mut Variant<'_>, _: &Promises, outcome: &mut Outcome) -> Result<(), Skip> {
        let pipeline = &mut outcome.pipeline;
        let before = pipeline.clone();
        match *self {
            Pipeline::Level(level) => pipeline.level = level,
            Pipeline::First(index) => pipeline.first(PASSES[index].1),
            Pipeline::Last(index) => pipeline.last(PASSES[index].1),
            Pipeline::Without(part) => drop(pipeline.without.insert(part)),
            Pipeline::Inline(cost) => pipeline.inline = Some(cost),
        }
        match before == *pipeline {
            true => Err(Skip::NoEffect),
            false => Ok(()),
        }
    }
}

/// One of the passes that are worth a try there.
fn worth(place: Worth, rng: &mut dyn Rng) -> Option<usize> {
    let worth = |index: &usize| PASSES[*index].2 == place || PASSES[*index].2 == Worth::Both;
    let all: Vec<usize> = (0..PASSES.len()).filter(worth).collect();
    pick(&all, rng)
}

fn pass(words: &mut Words<'_>) -> Result<usize, ParseError> {
    let word = words.word("the pass")?;
    let found = PASSES.iter().position(|(name, ..)| *name == word);
    found.ok_or_else(|| {
        let known: Vec<&str> = PASSES.iter().map(|(name, ..)| *name).collect();
        words.wrong(format!(
            "`{word}` is none of the passes that an edit may ask for: {}",
            known.join(", ")
        ))
    })
}

impl fmt::Display for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::NAME)?;
        match self {
            Pipeline::Level(level) => write!(f, " {}", level.text()),
            Pipeline::First(index) => write!(f, " first {}", PASSES[*index].0),
            Pipeline::Last(index) => write!(f, " last {}", PASSES[*index].0),
            Pipeline::Without(Part::Unroll) => f.write_str(" without unroll"),
            Pipeline::Without(Part::Slp) => f.write_str(" without slp"),
            Pipeline::Inline(cost) => write!(f, " inline {cost}"),
        }
    }
}

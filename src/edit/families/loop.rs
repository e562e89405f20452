//! `loop %bb5 unroll 8`: advice to LLVM on one loop. LLVM keeps the meaning; the advice changes what it costs.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{BlockName, Skip, Unroll, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Loop {
    header: BlockName,
    unroll: Unroll,
}

/// Factors that are proposed; 1 is not to unroll. Larger ones than 16 fill the instruction cache (128 KiB on recent GPUs)
/// long before they save another branch.
const PROPOSED: [Unroll; 6] = [
    Unroll::By(1),
    Unroll::By(2),
    Unroll::By(4),
    Unroll::By(8),
    Unroll::By(16),
    Unroll::Full,
];

/// Above this LLVM would spend minutes on a kernel.
const MOST: u32 = 1024;

impl Family for Loop {
    const NAME: &'static str = "loop";
    const SHAPE: &'static str = "loop %bbN unroll COUNT|full";
    const ABOUT: &'static str =
        "advises LLVM to unroll a loop by a factor, fully, or (1) not at all";

    fn parse(words: &mut Words<'_>) -> Result<Loop, ParseError> {
        let header = words.address()?;
        words.keyword("unroll")?;
        let unroll = match words.word("the factor")? {
            "full" => Unroll::Full,
            word => match word.parse() {
                Ok(count @ 1..=MOST) => Unroll::By(count),
                _ => {
                    return Err(words.wrong(format!(
                        "`{word}` is no factor from 1 to {MOST}, nor `full`"
                    )));
                }
            },
        };
        Ok(Loop { header, unroll })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Loop> {
        let headers: Vec<BlockName> = context.sketch.loops().map(|(header, _)| header).collect();
        Some(Loop {
            header: pick(&headers, rng)?,
            unroll: pick(&PROPOSED, rng)?,
        })
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.unroll(self.header, self.unroll)
    }
}

impl fmt::Display for Loop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} unroll ", Self::NAME, self.header)?;
        match self.unroll {
            Unroll::By(count) => write!(f, "{count}"),
            Unroll::Full => f.write_str("full"),
        }
    }
}

//! `perforate %bb5 by 2`, `perforate %bb5 by 2 scaled`: executes only every second iteration of a loop.
//!
//! Approximate: what the other iterations would have done is not done. That can be good enough where a loop sums up many
//! things that are alike, and `scaled` then multiplies what is added, so that the sum stays as large as it was. Everything
//! else that the loop computes is what it computes without the missing iterations. Where outputs are written in the
//! loop, some are not written at all, which the judge refuses. Refused where the loop does not count in equal steps to
//! a bound.
//!
//! A user loses accuracy, by an amount that depends on the data: the cases on which the tolerance was checked must be
//! like those that will be computed.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick, pick_by};
use crate::edit::family::{Family, Outcome};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{BlockName, Is, Loop, Sketch, Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Perforate {
    header: BlockName,
    every: u32,
    scaled: bool,
}

/// Of more iterations than these to one that is executed, what remains is no approximation.
const MOST: u32 = 64;

impl Family for Perforate {
    const NAME: &'static str = "perforate";
    const SHAPE: &'static str = "perforate %bbN by COUNT [scaled]";
    const ABOUT: &'static str = "executes only every so many-th iteration of a loop";

    fn parse(words: &mut Words<'_>) -> Result<Perforate, ParseError> {
        let header = words.address()?;
        words.keyword("by")?;
        let word = words.word("the count")?;
        let every = word.parse().ok().filter(|count| (2..=MOST).contains(count));
        Ok(Perforate {
            header,
            every: every
                .ok_or_else(|| words.wrong(format!("`{word}` is no number from 2 to {MOST}")))?,
            scaled: words.has("scaled"),
        })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Perforate> {
        let loops: Vec<(BlockName, bool)> = context
            .sketch
            .loops()
            .filter(|(header, it)| counts(context.sketch, *header, it))
            .map(|(header, it)| (header, sums(context.sketch, header, it)))
            .collect();
        let heat = |it: &(BlockName, bool)| context.block_weight(it.0);
        let (header, sums) = pick_by(&loops, heat, rng)?;
        Some(Perforate {
            header,
            every: pick(&[2, 2, 3, 4], rng)?,
            scaled: sums && rng.random_bool(0.75),
        })
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.header))
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.perforate(self.header, self.every, self.scaled)
    }
}

/// Whether the loop ends where a phi that grows in equal steps passes a bound.
fn counts(sketch: &Sketch, header: BlockName, it: &Loop) -> bool {
    let inst = |is: &Is| match is {
        Is::Inst(number) => sketch.instruction(*number),
        _ => None,
    };
    let test = || {
        let block = sketch.block(header)?;
        let branch = sketch.instruction(block.instructions.end.checked_sub(1)?)?;
        let test = inst(&branch.operands.first()?.is)?;
        let ordered = test
            .detail
            .as_ref()
            .is_some_and(|it| it != "eq" && it != "ne");
        let mut sides = test.operands.iter().filter_map(|side| inst(&side.is));
        let phi = sides.find(|side| side.opcode == "phi" && side.block == header)?;
        let mut values = phi.operands.iter().filter_map(|value| inst(&value.is));
        let adds = values.any(|value| value.opcode == "add" && it.body.contains(&value.block));
        (test.opcode == "icmp" && ordered && adds).then_some(())
    };
    it.latches.len() == 1 && test().is_some()
}

/// Whether the loop carries a floating-point sum.
fn sums(sketch: &Sketch, header: BlockName, it: &Loop) -> bool {
    let numbers = sketch.block(header).map(|block| block.instructions.clone());
    let mut phis = numbers.into_iter().flatten().filter(|number| {
        sketch
            .instruction(*number)
            .is_some_and(|it| it.opcode == "phi")
    });
    phis.any(|phi| {
        let users = sketch.instruction(phi).map(|it| it.uses.as_slice());
        users.unwrap_or_default().iter().any(|(user, _)| {
            let user = sketch.instruction(*user);
            user.is_some_and(|user| user.opcode == "fadd" && it.body.contains(&user.block))
        })
    })
}

impl fmt::Display for Perforate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scaled = if self.scaled { " scaled" } else { "" };
        write!(
            f,
            "{} {} by {}{scaled}",
            Self::NAME,
            self.header,
            self.every
        )
    }
}

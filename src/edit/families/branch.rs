//! `branch %12 select`, `branch %12 unswitch`: another shape for one branch of two ways.
//!
//! - `select` executes both sides and picks from their results, which frees loads and arithmetic to move: threads of a warp
//!   then stay together, and a loop around can be unrolled into loads that stand side by side. Exact where both sides only
//!   compute. Loads may be among it where they read a buffer that nothing writes to: where the other side is the way to
//!   go, they read the buffer's beginning instead, so that the workload's promise becomes part of the contract. What is
//!   lost is the time of the side that is not taken.
//! - `unswitch` makes two copies of the loop around, one for each way, where the test is the same in all iterations. LLVM
//!   does so by itself, but not for GPUs, since threads that go different ways then run the copies one after the other.
//!   Exact; what is lost is code size.
//! - `split` splits the iterations of the loop around: those in which the test is known to hold, and the others (LLVM's
//!   inductive range check elimination). Exact; what is lost is code size.
//! - `likely` says which way it mostly goes, which decides what is laid out in a row. Exact.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{BlockName, Instruction, Is, Name, Sketch, Skip, Variant};
use crate::workload::Condition;

/// What is done to a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Change {
    Select,
    Unswitch,
    /// Into iterations where the test holds (or fails), and the others.
    Split(bool),
    /// Whether the test mostly holds.
    Likely(bool),
}

/// See the head of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Branch {
    at: Name,
    change: Change,
}

impl Family for Branch {
    const NAME: &'static str = "branch";
    const SHAPE: &'static str = "branch %N select|unswitch or branch %N split|likely true|false";
    const ABOUT: &'static str =
        "turns a branch into a choice of values, or its loop into one for each way";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Branch, ParseError> {
        let at = words.address()?;
        let change = match words.word("the change")? {
            "select" => Change::Select,
            "unswitch" => Change::Unswitch,
            "split" => Change::Split(way(words)?),
            "likely" => Change::Likely(way(words)?),
            word => {
                return Err(words.wrong(format!(
                    "`{word}` stands where `select`, `unswitch`, `split` or `likely` should"
                )));
            }
        };
        Ok(Branch { at, change })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Branch> {
        let there = |at: &u32| {
            context
                .spots()
                .iter()
                .any(|spot| spot.name == Name::Base(*at))
        };
        let numbers = 0..context.sketch.instructions.len() as u32;
        let branches: Vec<u32> = numbers
            .filter(|&at| test(context.sketch, at).is_some())
            .filter(there)
            .collect();
        let promising = branches.iter().flat_map(|&at| {
            let changes = promising(context.sketch, context.promises, at);
            changes.into_iter().map(move |change| (at, change))
        });
        let promising: Vec<(u32, Change)> = promising.collect();
        // What is only said of a branch seldom matters.
        let (at, change) = match pick(&promising, rng) {
            Some(found) if rng.random_bool(0.9) => found,
            _ => (pick(&branches, rng)?, Change::Likely(rng.random())),
        };
        Some(Branch {
            at: Name::Base(at),
            change,
        })
    }

    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        match self.change {
            Change::Select => {
                let mut buffers = Vec::new();
                variant.flatten(self.at, &mut |entry, index| {
                    let (names, bytes) = promises.readable(entry, index)?;
                    buffers.extend(names);
                    Some(bytes)
                })?;
                buffers.sort();
                buffers.dedup();
                if !buffers.is_empty() {
                    outcome.relies_on(Condition::ReadOnly { buffers });
                }
                Ok(())
            }
            Change::Unswitch => variant.unswitch(self.at, &mut outcome.pipeline),
            Change::Likely(way) => variant.expect(self.at, way),
            // What other edits put into the loop counts.
            Change::Split(_) => Ok(()),
        }
    }

    fn finish(
        &self,
        variant: &mut Variant<'_>,
        _: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        match self.change {
            Change::Split(way) => variant.split(self.at, way, &mut outcome.pipeline),
            _ => Ok(()),
        }
    }
}

fn way(words: &mut Words<'_>) -> Result<bool, ParseError> {
    match words.word("`true` or `false`")? {
        "true" => Ok(true),
        "false" => Ok(false),
        word => Err(words.wrong(format!("`{word}` stands where `true` or `false` should"))),
    }
}

/// What the branch of two ways at `at` tests.
fn test(sketch: &Sketch, at: u32) -> Option<&Is> {
    let instruction = sketch.instruction(at)?;
    let block = sketch.block(instruction.block)?;
    let two_ways = matches!(block.successors[..], [a, b] if a != b);
    let test = instruction.operands.first().map(|operand| &operand.is);
    test.filter(|_| two_ways && block.reachable && instruction.opcode == "br")
}

/// Changes of a branch that could pay.
fn promising(sketch: &Sketch, promises: &Promises, at: u32) -> Vec<Change> {
    let mut found = Vec::new();
    if selects(sketch, promises, at).unwrap_or(false) {
        found.push(Change::Select);
    }
    let block = sketch.instructions[at as usize].block;
    let around = sketch.loops().filter(|(_, it)| it.body.contains(&block));
    let Some((_, around)) = around.min_by_key(|(_, it)| it.body.len()) else {
        return found;
    };
    let inside = |number: u32| {
        around
            .body
            .contains(&sketch.instructions[number as usize].block)
    };
    let leaves = |block: BlockName| {
        let block = sketch.block(block);
        block.is_none_or(|block| block.successors.iter().any(|to| !around.body.contains(to)))
    };
    let meets = around.body.iter().filter_map(|block| sketch.block(*block));
    let meets = meets
        .flat_map(|block| block.instructions.clone())
        .any(|number| calls(&sketch.instructions[number as usize], "llvm.nvvm.b"));
    if meets || leaves(block) {
        return found;
    }
    match test(sketch, at) {
        Some(Is::Inst(number)) if inside(*number) => {
            found.extend(range_check(sketch, *number, &inside).map(Change::Split));
        }
        Some(Is::Inst(_) | Is::Arg(_)) => found.push(Change::Unswitch),
        _ => {}
    }
    found
}

/// Whether both sides of a branch only compute, or read inputs, and meet right after. `None` where they do not meet.
fn selects(sketch: &Sketch, promises: &Promises, at: u32) -> Option<bool> {
    let from = sketch.instruction(at)?.block;
    let ways = &sketch.block(from)?.successors;
    let entries = |to: BlockName| {
        let blocks = sketch.blocks.iter().filter(|block| block.reachable);
        blocks
            .flat_map(|block| &block.successors)
            .filter(|next| **next == to)
            .count()
    };
    let through = |way: BlockName| match sketch.block(way)?.successors[..] {
        [to] if entries(way) == 1 && to != from => Some(to),
        _ => None,
    };
    let (arms, meeting) = match (through(ways[0]), through(ways[1])) {
        (Some(a), Some(b)) if a == b => (vec![ways[0], ways[1]], a),
        (Some(a), _) if a == ways[1] => (vec![ways[0]], a),
        (_, Some(b)) if b == ways[0] => (vec![ways[1]], b),
        _ => return None,
    };
    let entry = &sketch
        .functions
        .get(sketch.block(from)?.function as usize)?
        .name;
    let phi = sketch.block(meeting)?.instructions.start;
    let picks = sketch.instruction(phi)?.opcode == "phi";
    let computes = |number: u32| {
        let instruction = &sketch.instructions[number as usize];
        match instruction.opcode.as_str() {
            "load" => reads_input(sketch, promises, entry, instruction),
            "store" | "phi" | "alloca" | "sdiv" | "udiv" | "srem" | "urem" | "fence" => false,
            "call" => {
                let meets = ["llvm.nvvm.b", "llvm.nvvm.s", "llvm.assume", "llvm.lifetime"];
                calls(instruction, "llvm.") && !meets.iter().any(|name| calls(instruction, name))
            }
            "atomicrmw" | "cmpxchg" => false,
            _ => true,
        }
    };
    let bodies = arms.iter().filter_map(|arm| sketch.block(*arm));
    let mut bodies = bodies.flat_map(|block| {
        let all = block.instructions.clone();
        all.start..all.end.saturating_sub(1)
    });
    Some(picks && bodies.all(computes))
}

fn calls(instruction: &Instruction, name: &str) -> bool {
    let callee = instruction.detail.as_deref().unwrap_or_default();
    instruction.opcode == "call" && callee.starts_with(name)
}

/// Whether a load reads a buffer of which the workload promises that nothing writes to it.
fn reads_input(sketch: &Sketch, promises: &Promises, entry: &str, load: &Instruction) -> bool {
    let mut at = load.operands.first().map(|operand| &operand.is);
    for _ in 0..64 {
        match at {
            Some(Is::Arg(index)) => return promises.readable(entry, *index).is_some(),
            Some(Is::Inst(number)) => {
                let from = &sketch.instructions[*number as usize];
                let offset = from.opcode == "getelementptr";
                at = from.operands.first().map(|it| &it.is).filter(|_| offset);
            }
            _ => return false,
        }
    }
    false
}

/// Whether an order of two numbers, one of which counts iterations, is to hold where the loop is fast; `None` where the test
/// is another.
fn range_check(sketch: &Sketch, test: u32, inside: &dyn Fn(u32) -> bool) -> Option<bool> {
    let compare = sketch.instruction(test).filter(|it| it.opcode == "icmp")?;
    let order = compare.detail.as_deref()?;
    let counts = |is: &Is| match is {
        Is::Inst(number) if inside(*number) => {
            let instruction = &sketch.instructions[*number as usize];
            let operands = instruction.operands.iter();
            let mut from = operands.filter_map(|operand| match operand.is {
                Is::Inst(number) => sketch.instruction(number),
                _ => None,
            });
            instruction.opcode == "phi"
                || (instruction.opcode == "add" && from.any(|it| it.opcode == "phi"))
        }
        _ => false,
    };
    let counting = compare.operands.iter().filter(|it| counts(&it.is)).count();
    match (counting, order) {
        (1, "slt" | "ult" | "sle" | "ule" | "sgt" | "ugt") => Some(true),
        (1, "sge" | "uge") => Some(false),
        _ => None,
    }
}

impl fmt::Display for Branch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", Self::NAME, self.at)?;
        match self.change {
            Change::Select => f.write_str("select"),
            Change::Unswitch => f.write_str("unswitch"),
            Change::Split(way) => write!(f, "split {way}"),
            Change::Likely(way) => write!(f, "likely {way}"),
        }
    }
}

//! Branches made into values, and what is said of branches to the compiler.

use super::super::address::Name;
use super::super::error::Skip;
use super::super::pipeline::Pipeline;
use super::super::raw::{self, Blk, Build, Inst, Object, Opcode, Ty, Val};
use super::Variant;
use super::loops::Shape;

/// Parameters of a kernel, named, that point to at least so many bytes which are read and never written.
pub type Readable<'p> = dyn FnMut(&str, u32) -> Option<u32> + 'p;

/// Most instructions that a branch may be replaced by: beyond, threads that go one way would do too much of the other.
const MOST: usize = 64;

/// Unswitching, with the forms of loops that it wants.
pub(super) const UNSWITCH: &str =
    "loop-simplify,lcssa,loop(loop-rotate),loop-mssa(simple-loop-unswitch<nontrivial>)";

/// Inductive range check elimination, likewise.
const SPLIT: &str = "loop-simplify,lcssa,loop(loop-rotate),loop-simplify,lcssa,irce";

/// What one side of a branch does before both sides meet; nothing, where the branch goes right there.
struct Arm<'c> {
    block: Option<Blk<'c>>,
    /// All but the end.
    body: Vec<Inst<'c>>,
}

impl<'c> Variant<'c> {
    /// Has both sides of branch `name` execute, and picks from their results. Loads that only one side does read the
    /// beginning of their buffer where the other side's is the way to go; `readable` says of which buffers that can be.
    pub fn flatten(&mut self, name: Name, readable: &mut Readable<'_>) -> Result<(), Skip> {
        let branch = self.get(name)?;
        let test = tests(name, branch)?;
        let (arms, meeting) = sides(branch)?;
        let picked: Vec<Inst<'c>> = meeting.phis();
        let froms = [0, 1].map(|side: usize| arms[side].block.unwrap_or(branch.block()));
        let differs = |phi: &&Inst<'c>| phi.incoming_from(froms[0]) != phi.incoming_from(froms[1]);
        if !picked.iter().any(|phi| differs(&phi)) {
            return Err(Skip::NoEffect);
        }
        let body = arms.iter().flat_map(|arm| &arm.body);
        if body.clone().count() > MOST {
            return Err(unfit(name, "chooses between too much"));
        }
        let mut bases = Vec::new();
        for &instruction in body.filter(|it| !it.is_speculatable()) {
            bases.push((instruction, base(name, instruction, readable)?));
        }
        for (side, arm) in arms.iter().enumerate() {
            for &instruction in &arm.body {
                instruction.move_before(branch);
                let base = bases.iter().find(|(load, _)| *load == instruction);
                if let (Some((load, base)), Some(address)) = (base, instruction.operand(0)) {
                    let build = Build::before(*load);
                    let safe = match side {
                        0 => build.select(test, address, *base),
                        _ => build.select(test, *base, address),
                    };
                    load.set_operand(0, safe);
                    load.claim_nothing();
                }
            }
        }
        for phi in picked.iter().filter(differs) {
            pick(*phi, branch, test, froms);
        }
        Ok(())
    }

    /// Says which way a branch is likely to go: `true`, where its test holds.
    pub fn expect(&mut self, name: Name, way: bool) -> Result<(), Skip> {
        let branch = self.get(name)?;
        tests(name, branch)?;
        match branch.set_likely(way) {
            true => Ok(()),
            false => Err(Skip::NoEffect),
        }
    }

    /// Asks for two copies of the loop around a branch whose test is the same in all of its iterations, one for each way.
    pub fn unswitch(&mut self, name: Name, pipeline: &mut Pipeline) -> Result<(), Skip> {
        let branch = self.get(name)?;
        let test = tests(name, branch)?;
        let shape = Shape::of(branch.block().function());
        let header = shape.innermost(branch.block());
        let header = header.ok_or_else(|| unfit(name, "is in no loop"))?;
        let inside = shape.blocks_of(header);
        let computed = test.as_instruction();
        if computed.is_some_and(|it| inside.contains(&it.block())) {
            return Err(unfit(name, "tests what its loop computes"));
        }
        if test.is_constant() {
            return Err(unfit(name, "tests nothing"));
        }
        pipeline.plainly(&branch.block().function().name(), UNSWITCH);
        Ok(())
    }

    /// Asks for the iterations of the loop around a branch to be split: those in which the test is known to hold (or, where
    /// `way` is false, known not to), without the test, and the others, with it.
    ///
    /// To be called when all else is done: threads that meet inside of a loop would do so in different copies of it.
    pub fn split(&mut self, name: Name, way: bool, pipeline: &mut Pipeline) -> Result<(), Skip> {
        let branch = self.get(name)?;
        tests(name, branch)?;
        let function = branch.block().function();
        let shape = Shape::of(function);
        if shape.innermost(branch.block()).is_none() {
            return Err(unfit(name, "is in no loop"));
        }
        let meets = |it: Inst<'c>| it.is_convergent() && shape.innermost(it.block()).is_some();
        if shape.instructions().any(meets) {
            return Err(unfit(name, "is in a kernel whose threads meet in a loop"));
        }
        branch.set_likely(way);
        pipeline.plainly(&function.name(), SPLIT);
        Ok(())
    }

    /// Runs the passes that are asked for on single functions. Names that edits use mean nothing afterwards.
    pub(super) fn run_plain_passes(&self, pipeline: &Pipeline) -> Result<(), String> {
        for (name, passes) in &pipeline.plain {
            let functions = raw::functions(&self.module);
            if let Some(function) = functions.into_iter().find(|it| it.name() == *name) {
                function.run_passes(passes)?;
            }
        }
        Ok(())
    }
}

/// Replaces what a phi gets from the two sides of a branch by what the test picks.
fn pick<'c>(phi: Inst<'c>, branch: Inst<'c>, test: Val<'c>, froms: [Blk<'c>; 2]) {
    let [Some(holds), Some(fails)] = froms.map(|from| phi.incoming_from(from)) else {
        return;
    };
    let value = Build::before(branch).select(test, holds, fails);
    for index in 0..phi.operand_count() {
        let from = phi.incoming_block(index);
        if from.is_some_and(|from| froms.contains(&from)) {
            phi.set_operand(index, value);
        }
    }
}

/// The two sides of a branch, and where they meet.
fn sides<'c>(branch: Inst<'c>) -> Result<([Arm<'c>; 2], Blk<'c>), Skip> {
    let wrong =
        || Skip::Unfit("the two ways of the branch do not meet right after one block each".into());
    let (from, ways) = (branch.block(), branch.successors());
    let &[then, otherwise] = &ways[..] else {
        return Err(wrong());
    };
    // A block of one way in and one way out.
    let through = |block: Blk<'c>| {
        let next = block.last()?.successors();
        let one_in = block.predecessors() == [from] && block != from;
        match next[..] {
            [to] if one_in && to != block && block.phis().is_empty() => Some(to),
            _ => None,
        }
    };
    let (holds, fails, meeting) = match (through(then), through(otherwise)) {
        (Some(a), Some(b)) if a == b => (Some(then), Some(otherwise), a),
        (Some(a), _) if a == otherwise => (Some(then), None, a),
        (_, Some(b)) if b == then => (None, Some(otherwise), b),
        _ => return Err(wrong()),
    };
    if then == otherwise || meeting == from {
        return Err(wrong());
    }
    let arm = |block: Option<Blk<'c>>| {
        let mut body = block.map(|it| it.instructions()).unwrap_or_default();
        body.pop();
        Arm { block, body }
    };
    Ok(([arm(holds), arm(fails)], meeting))
}

/// The beginning of the buffer that a load reads, where that can be read whatever the branch tests.
fn base<'c>(name: Name, load: Inst<'c>, readable: &mut Readable<'_>) -> Result<Val<'c>, Skip> {
    let wrong = || {
        unfit(
            name,
            "decides on more than values and reads of the workload's inputs",
        )
    };
    let function = load.block().function();
    let address = load
        .operand(0)
        .filter(|_| load.opcode() == Opcode::LLVMLoad);
    let address = address.filter(|_| load.is_simple()).ok_or_else(wrong)?;
    let Object::Param(index) = address.object() else {
        return Err(wrong());
    };
    let base = function.param(index).ok_or_else(wrong)?;
    let bytes = bytes(load.ty()).ok_or_else(wrong)?;
    let bytes = bytes.max(load.alignment().unwrap_or(u32::MAX));
    let there = readable(&function.name(), index).is_some_and(|there| bytes <= there);
    match function.is_kernel() && there && base.ty() == address.ty() {
        true => Ok(base),
        false => Err(wrong()),
    }
}

/// The size of a number in memory.
fn bytes(ty: Ty<'_>) -> Option<u32> {
    use crate::ir::Float;
    match (ty.int_bits(), ty.float()) {
        (Some(bits @ (8 | 16 | 32 | 64)), _) => Some(bits / 8),
        (_, Some(Float::Half | Float::BFloat)) => Some(2),
        (_, Some(Float::Float)) => Some(4),
        (_, Some(Float::Double)) => Some(8),
        _ => None,
    }
}

fn tests<'c>(name: Name, branch: Inst<'c>) -> Result<Val<'c>, Skip> {
    branch
        .tests()
        .ok_or_else(|| unfit(name, "is no branch of two ways"))
}

fn unfit(name: Name, what: &str) -> Skip {
    Skip::Unfit(format!("{name} {what}"))
}

//! Leaves iterations of a loop out.

use super::super::super::address::BlockName;
use super::super::super::raw::{Build, Inst, Opcode, Val};
use super::super::Variant;
use super::shape::{Region, Shape};
use crate::ir::Skip;

impl<'c> Variant<'c> {
    /// Lets the counter of the loop at `header` take steps that are `every` times as large, so that only one iteration
    /// in so many is executed. With `scaled`, what the loop adds to a floating-point sum is multiplied by `every`.
    ///
    /// No other addresses are accessed than before, as long as they follow from the counter. A counter that is within
    /// so many steps of the largest number overflows.
    pub fn perforate(&mut self, header: BlockName, every: u32, scaled: bool) -> Result<(), Skip> {
        let unfit = |what: &str| Skip::Unfit(format!("the loop at {header} {what}"));
        let block = self.blocks.get(header.0 as usize).copied();
        let block = block.ok_or(Skip::NoBlock(header))?;
        let shape = Shape::of(block.function());
        let region = shape.region(block)?;
        let counter = counter(&region).ok_or_else(|| unfit("counts in no way that is known"))?;
        let terms = match scaled {
            true => terms(&region),
            false => Vec::new(),
        };
        if scaled && terms.is_empty() {
            return Err(unfit("sums nothing up"));
        }
        let build = Build::before(counter.add);
        let number = counter.step.ty().number(u64::from(every));
        let step = build.mul(counter.step, number);
        // A copy: others may use what the counter would have been.
        let add = counter.add.copy_before(counter.add);
        add.set_operand(counter.step_at, step);
        counter.phi.set_operand(counter.latch_at, add.value());
        for (add, index, term) in terms {
            let Some(factor) = term.ty().real(f64::from(every)) else {
                continue;
            };
            let product = Build::before(add).binary(Opcode::LLVMFMul, term, factor);
            if let (Some(product), Some(flags)) = (product.as_instruction(), add.fast_math()) {
                product.set_fast_math(flags);
            }
            add.set_operand(index, product);
        }
        Ok(())
    }
}

/// What counts the iterations of a loop, and is compared with a bound to end it.
struct Counter<'c> {
    phi: Inst<'c>,
    /// Which operand of the phi comes from the end of an iteration.
    latch_at: u32,
    add: Inst<'c>,
    step: Val<'c>,
    step_at: u32,
}

/// The counter, if it takes the same step each time and the loop ends where it passes a bound: on one that has to be met
/// exactly it could step over.
fn counter<'c>(region: &Region<'c>) -> Option<Counter<'c>> {
    let test = region.computes(region.test)?;
    let ends = test.predicate().is_some_and(|it| it != "eq" && it != "ne");
    if test.opcode() != Opcode::LLVMICmp || !ends {
        return None;
    }
    let sides = (0..2).filter_map(|index| test.operand(index));
    let is_phi = |it: &Inst<'c>| it.opcode() == Opcode::LLVMPHI && it.block() == region.header;
    let phi = sides.filter_map(Val::as_instruction).find(is_phi)?;
    let from_latch = |index: &u32| phi.incoming_block(*index) == Some(region.latch);
    let latch_at = (0..phi.operand_count()).find(from_latch)?;
    let add = region.computes(phi.operand(latch_at)?)?;
    if add.opcode() != Opcode::LLVMAdd {
        return None;
    }
    let step_at = (0..2).find(|index| add.operand(1 - index) == Some(phi.value()))?;
    let step = add.operand(step_at)?;
    step.ty().int_bits()?;
    let counter = Counter {
        phi,
        latch_at,
        add,
        step,
        step_at,
    };
    region.computes(step).is_none().then_some(counter)
}

/// Additions to floating-point sums that the loop carries, and which operand is the term.
fn terms<'c>(region: &Region<'c>) -> Vec<(Inst<'c>, u32, Val<'c>)> {
    let term = |phi: Inst<'c>| {
        let add = region.computes(phi.incoming_from(region.latch)?)?;
        let index = (0..2).find(|index| add.operand(1 - index) == Some(phi.value()))?;
        let is_sum = add.opcode() == Opcode::LLVMFAdd && add.ty().float().is_some();
        Some((add, index, add.operand(index).filter(|_| is_sum)?))
    };
    region.header.phis().into_iter().filter_map(term).collect()
}

//! Loops whose iterations several lanes share.

use super::super::address::BlockName;
use super::super::error::Skip;
use super::super::raw::{Blk, Build, Inst, Opcode, Val};
use super::super::transform::columns::{count::count_apart, counter};
use super::super::transform::lanes::{self, Lanes};
use super::super::transform::{Given, Used, unfit};
use super::Variant;
use super::accumulate::{self, Chain};
use super::loops::{Natural, Shape};

impl<'c> Variant<'c> {
    /// Lets `count` lanes, a power of two, share the iterations of the loop at `header`, which does nothing but sum up. `divided` is whether the
    /// kernel's threads are so many lanes already. Answers the promises that make it right; `count` blocks are to be launched in the place of one.
    ///
    /// # Errors
    /// Why what the kernel computes could change; then nothing was touched.
    pub fn share_lanes(
        &mut self,
        header: BlockName,
        count: u32,
        divided: bool,
        given: &Given,
    ) -> Result<Vec<Used>, Skip> {
        let head = self.block(header)?;
        let function = head.function();
        if !function.is_kernel() {
            return unfit("only a kernel's threads become lanes");
        }
        let shape = Shape::of(function);
        let strided = counter::counted(&shape.live, head)?;
        let around = shape.natural(head).ok_or(Skip::NoLoop(header))?;
        let sums = sums(&strided, &around)?;
        let meets = |shared: &Blk<'c>| {
            let other = shape.natural(*shared);
            around.body.contains(shared) || other.is_some_and(|it| it.body.contains(&head))
        };
        if self.shared.iter().any(meets) {
            return unfit("lanes share a loop around it, or one within it");
        }
        let (used, stores) = match divided {
            true => (Vec::new(), Vec::new()),
            false => lanes::plan(function, given)?,
        };
        let lanes = lanes::divide(function, count, divided)?;
        for sum in &sums {
            sum.begin(&lanes, strided.before.last());
        }
        count_apart(&strided, lanes.lane, count);
        for sum in &sums {
            sum.end(&lanes);
        }
        for store in stores {
            let split = lanes.leave_to_first(store);
            self.split_at(split);
        }
        function.admit_waiting();
        self.shared.push(head);
        Ok(used)
    }
}

/// A running sum, product, maximum or the like, and where the loop is left with it.
struct Sum<'c> {
    chain: Chain<'c>,
    phi: Inst<'c>,
    /// Behind the loop.
    place: Inst<'c>,
}

/// The running sums of a loop that does nothing else.
fn sums<'c>(strided: &counter::Strided<'c>, around: &Natural<'c>) -> Result<Vec<Sum<'c>>, Skip> {
    let steps_up = matches!(
        strided.step.constant(),
        Some(crate::ir::Constant::Int { value, .. }) if value > 0
    );
    if !steps_up {
        return unfit("the loop does not count up by a number");
    }
    let place = exit(strided, around)?;
    let mut sums = Vec::new();
    for phi in strided.header.phis() {
        if phi == strided.column {
            continue;
        }
        let chain = accumulate::chain(phi, around);
        let chain = chain.filter(|chain| {
            lanes::is_handed_on(phi.ty()) && chain.outside.iter().all(|(member, ..)| *member == phi)
        });
        let Some(chain) = chain else {
            return unfit("the loop carries what is no sum, product or maximum of 32 bits");
        };
        sums.push(Sum { chain, phi, place });
    }
    if sums.is_empty() {
        return unfit("the loop sums up nothing");
    }
    for block in &around.body {
        for instruction in block.instructions() {
            check(instruction, strided, &sums, around)?;
        }
    }
    Ok(sums)
}

/// Where to go on behind the loop.
fn exit<'c>(strided: &counter::Strided<'c>, around: &Natural<'c>) -> Result<Inst<'c>, Skip> {
    let branch = strided.header.last();
    let to = branch.into_iter().flat_map(|it| it.successors());
    let mut outside = to.filter(|block| !around.body.contains(block));
    let alone = outside
        .next()
        .filter(|exit| exit.predecessors() == [strided.header] && exit.phis().is_empty());
    let first = alone.and_then(|exit| exit.first_after_phis());
    first.map_or_else(
        || unfit("the loop is left to a place where others come from elsewhere"),
        Ok,
    )
}

/// Nothing in the loop may be for anyone else, and nothing of it but the sums may be used behind it.
fn check<'c>(
    instruction: Inst<'c>,
    strided: &counter::Strided<'c>,
    sums: &[Sum<'c>],
    around: &Natural<'c>,
) -> Result<(), Skip> {
    if instruction.opcode() == Opcode::LLVMStore {
        return unfit("the loop stores");
    }
    let is_sum = sums.iter().any(|sum| sum.phi == instruction);
    let leaves = |(user, _): &(Inst<'c>, u32)| !around.body.contains(&user.block());
    if !is_sum && instruction.uses().iter().any(leaves) {
        return unfit("what the loop works out besides its sums is used behind it");
    }
    if instruction == strided.guard && instruction.uses().len() > 1 {
        return unfit("the comparison that ends the loop is used for something else");
    }
    Ok(())
}

impl<'c> Sum<'c> {
    /// Lets every lane but the first begin with what adds nothing.
    fn begin(&self, lanes: &Lanes<'c>, end: Option<Inst<'c>>) {
        let neutral = accumulate::neutral(self.chain.kind, self.phi.ty()).flatten();
        let (Some(neutral), Some(end)) = (neutral, end) else {
            return;
        };
        let from = end.block();
        for index in 0..self.phi.operand_count() {
            if let Some(whole) = self.phi.operand(index)
                && self.phi.incoming_block(index) == Some(from)
            {
                let own = Build::before(end).select(lanes.first, whole, neutral);
                self.phi.set_operand(index, own);
            }
        }
    }

    /// Lets everybody behind the loop have what all lanes come to.
    fn end(&self, lanes: &Lanes<'c>) {
        let build = Build::before(self.place);
        let both = |a: Val<'c>, b: Val<'c>| accumulate::combine(&build, &self.chain, vec![a, b]);
        let total = lanes.combine(&build, self.phi.value(), both);
        for (_, user, index) in &self.chain.outside {
            user.set_operand(*index, total);
        }
        // Partial sums may leave the range that the whole one stays in.
        self.chain.members.iter().for_each(|it| it.drop_no_wrap());
    }
}

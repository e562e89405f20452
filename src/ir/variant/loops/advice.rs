//! What LLVM is asked to do with a loop when its passes run.

use super::super::super::address::BlockName;
use super::super::super::raw::{self, Advice, Blk, Inst, Opcode};
use super::super::Variant;
use super::shape::Shape;
use crate::ir::Skip;

/// LLVM's bit for sums that may be added up in another order (llvm-c/Core.h).
const REASSOC: u32 = 1;

impl<'c> Variant<'c> {
    /// Advises LLVM on the loop at `header`, in place of what the IR advises of the same kind.
    ///
    /// To work on several iterations at once LLVM would reorder sums of floating-point numbers, also where nothing but
    /// the advice allows it; so that is refused unless they are free to be reassociated.
    pub fn advise(&mut self, header: BlockName, advice: Advice) -> Result<(), Skip> {
        let found = self
            .sketch
            .block(header)
            .and_then(|block| block.header.as_ref())
            .ok_or(Skip::NoLoop(header))?;
        let block = self.blocks.get(header.0 as usize).copied();
        let at_once = matches!(advice, Advice::Vectorize(_) | Advice::Interleave(_));
        if at_once && !block.is_some_and(sums_in_any_order) {
            return Err(Skip::Unfit(format!(
                "the loop at {header} adds up in an order that is not free"
            )));
        }
        // Edits before may have split the blocks where it goes back.
        let now = block.and_then(|it| Shape::of(it.function()).natural(it));
        let named = |name: &BlockName| self.blocks.get(name.0 as usize).copied();
        let latches = match now {
            Some(now) => now.latches,
            None => found.latches.iter().filter_map(named).collect(),
        };
        let ends: Vec<Inst<'c>> = latches.into_iter().filter_map(Blk::last).collect();
        raw::advise(&ends, advice);
        Ok(())
    }
}

/// Whether all floating-point arithmetic that a loop hands on from iteration to iteration may be reassociated.
fn sums_in_any_order(header: Blk<'_>) -> bool {
    let body = Shape::of(header.function()).blocks_of(header);
    let mut open = header.phis();
    open.retain(|phi| phi.fast_math().is_some());
    let mut seen = open.clone();
    while let Some(it) = open.pop() {
        for (user, _) in it.uses() {
            if seen.contains(&user) || !body.contains(&user.block()) {
                continue;
            }
            let sums = user.opcode() != Opcode::LLVMPHI && user.opcode() != Opcode::LLVMSelect;
            if sums && user.fast_math().is_some_and(|flags| flags & REASSOC == 0) {
                return false;
            }
            seen.push(user);
            open.push(user);
        }
    }
    true
}

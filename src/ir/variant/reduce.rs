//! Reductions, atomic operations that lanes share, and barriers that one warp does not need.

use super::super::address::{BlockName, Name};
use super::super::error::Skip;
use super::super::raw::Build;
use super::super::transform::{aggregate, coarsen, reduce::Tree};
use super::Variant;

impl Variant<'_> {
    /// Lets the last steps of the tree reduction at `header` be shuffles. The kernel's blocks must have threads along x only.
    ///
    /// # Errors
    /// Why the loop is none.
    pub fn shuffle_tree(&mut self, header: BlockName) -> Result<(), Skip> {
        let is_loop = self
            .sketch
            .block(header)
            .is_some_and(|it| it.header.is_some());
        let block = self.blocks.get(header.0 as usize).filter(|_| is_loop);
        Tree::at(*block.ok_or(Skip::NoLoop(header))?)?.shuffle();
        Ok(())
    }

    /// Lets a full warp combine what its lanes do to one address by an atomic operation. The name stands for what a lane does by itself.
    ///
    /// # Errors
    /// Why each lane has to do so itself.
    pub fn aggregate(&mut self, name: Name) -> Result<(), Skip> {
        let split = aggregate::aggregate(self.get(name)?)?;
        self.split_at(split);
        Ok(())
    }

    /// Puts a barrier of the warp in place of one of the block.
    ///
    /// # Errors
    /// The instruction is not there, or no barrier.
    pub fn weaken_barrier(&mut self, name: Name) -> Result<(), Skip> {
        let barrier = self.get(name)?;
        if !coarsen::is_barrier(barrier) {
            return Err(Skip::Unfit(format!(
                "{name} is no barrier of the whole block"
            )));
        }
        let build = Build::before(barrier);
        let ty = barrier.operands().first().map(|id| id.ty().int(32));
        let all = ty.map(|ty| ty.number(u64::from(u32::MAX)));
        let warp = all.and_then(|all| build.intrinsic("llvm.nvvm.bar.warp.sync", &[], &[all]));
        if warp.is_none() {
            return Err(Skip::NoEffect);
        }
        self.forget(name);
        barrier.erase();
        Ok(())
    }

    /// The kernel that a block or an instruction is in, by name.
    pub fn kernel_at(&self, block: BlockName) -> Option<&str> {
        let function = self.sketch.block(block)?.function;
        let function = self.sketch.functions.get(function as usize)?;
        function.kernel.then_some(function.name.as_str())
    }
}

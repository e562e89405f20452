//! Changes of how a kernel uses memory.

use super::super::address::{BlockName, Float, Name};
use super::super::error::Skip;
use super::super::pipeline::Pipeline;
use super::super::raw::{Blk, Inst};
use super::super::transform::{self, Given, Hint, Used};
use super::Variant;
use super::branch::UNSWITCH;

impl<'c> Variant<'c> {
    /// Lets a thread take `width` (a power of two) neighbouring columns at a time of the strided loop at `header`. Answers the
    /// promises that make it right.
    ///
    /// # Errors
    /// Why the loop is not of the form, or what is not promised.
    pub fn vectorise(
        &mut self,
        header: BlockName,
        width: u32,
        given: &Given,
    ) -> Result<Vec<Used>, Skip> {
        transform::columns::vectorise(self.block(header)?, width, given)
    }

    /// Lets a thread take `width` of its own columns side by side of the counted loop at `header`. Answers the promises that
    /// make it right.
    ///
    /// # Errors
    /// As [`Variant::vectorise`].
    pub fn interleave(
        &mut self,
        header: BlockName,
        width: u32,
        given: &Given,
    ) -> Result<Vec<Used>, Skip> {
        transform::columns::interleave(self.block(header)?, width, given)
    }

    /// Finds the element at which the search at `header` ends by halving what it looks through. Answers the promises that make it right.
    ///
    /// # Errors
    /// Why the loop is no such search, or what is not promised.
    pub fn bisect(&mut self, header: BlockName, given: &Given) -> Result<Vec<Used>, Skip> {
        let (used, replaced) = transform::bisect::bisect(self.block(header)?, given)?;
        for (old, new) in replaced {
            self.take_place(old, new);
            old.erase();
        }
        Ok(used)
    }

    /// Gives one load or store of global memory a hint for the caches. Answers the promises that make it right.
    ///
    /// # Errors
    /// Why there is no such access.
    pub fn hint(&mut self, name: Name, hint: Hint, given: &Given) -> Result<Vec<Used>, Skip> {
        let access = self.get(name)?;
        if hint == Hint::Nc {
            return transform::cache::read_only(access, given);
        }
        let made = transform::cache::hinted(access, hint)?;
        if !access.ty().is_void() {
            access.replace_uses(made.value());
        }
        self.rename(name, made);
        access.erase();
        Ok(Vec::new())
    }

    /// Keeps the element that a load or store of the loop at `header` touches in a register while the loop runs. Answers the
    /// promises that make it right.
    ///
    /// # Errors
    /// Why it has to be in memory.
    pub fn keep(
        &mut self,
        header: BlockName,
        name: Name,
        given: &Given,
    ) -> Result<Vec<Used>, Skip> {
        let access = self.get(name)?;
        let block = self.block(header)?;
        if block.function() != access.block().function() {
            return Err(Skip::Unfit(
                "what is kept has to be a plain load or store of the loop".into(),
            ));
        }
        transform::keep::keep(block, access, given)
    }

    /// Lets the threads of a block fetch the row that a load walks along into a tile of so many elements in shared memory; `flat`:
    /// whether blocks of the kernel of that name have threads along x only. Asks for two copies of the loops around, with the tile and
    /// without. Answers the promises that make it right.
    ///
    /// # Errors
    /// Why it has to be read from global memory.
    pub fn stage(
        &mut self,
        (name, elements): (Name, u32),
        flat: &dyn Fn(&str) -> bool,
        given: &Given,
        pipeline: &mut Pipeline,
    ) -> Result<Vec<Used>, Skip> {
        let load = self.get(name)?;
        let staged = transform::stage::stage(load, elements, flat, given)?;
        pipeline.plainly(&load.block().function().name(), UNSWITCH);
        staged.splits.into_iter().for_each(|it| self.split_at(it));
        Ok(staged.used)
    }

    /// Moves a table of the module to constant memory.
    ///
    /// # Errors
    /// Why it cannot be there.
    pub fn to_constant_memory(&mut self, table: &str) -> Result<(), Skip> {
        transform::table::to_constant_memory(&self.functions, table)
    }

    /// Keeps an array of floats in shared memory in numbers of 16 bits. Names stand for what is in the place of what they named.
    ///
    /// # Errors
    /// Why it has to be floats.
    pub fn halve(&mut self, array: &str, kind: Float) -> Result<(), Skip> {
        for (old, new) in transform::half::halve(&self.functions, array, kind)? {
            self.exchange(old, new);
        }
        Ok(())
    }

    /// Puts the rows of an array in shared memory further apart, by so many elements. Names stand for what is in the place of what they
    /// named.
    ///
    /// # Errors
    /// Why they have to be where they are.
    pub fn pad(&mut self, array: &str, by: u32) -> Result<(), Skip> {
        for (old, new) in transform::pad::pad(&self.functions, array, by)? {
            self.exchange(old, new);
        }
        Ok(())
    }

    /// Lets a name mean another instruction from now on.
    fn rename(&mut self, name: Name, to: Inst<'c>) {
        match name {
            Name::Base(number) => {
                if let Some(entry) = self.base.get_mut(number as usize) {
                    *entry = Some(to);
                }
            }
            Name::New(tag) => {
                self.new.insert(tag, to);
            }
        }
    }

    pub(super) fn block(&self, header: BlockName) -> Result<Blk<'c>, Skip> {
        let block = self.blocks.get(header.0 as usize).copied();
        block.ok_or(Skip::NoBlock(header))
    }
}

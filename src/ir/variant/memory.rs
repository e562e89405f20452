//! Changes of how a kernel uses memory.

use super::super::address::{BlockName, Name};
use super::super::error::Skip;
use super::super::raw::{Blk, Inst};
use super::super::transform::{self, Given, Hint, Used};
use super::Variant;

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

    /// Moves a table of the module to constant memory.
    ///
    /// # Errors
    /// Why it cannot be there.
    pub fn to_constant_memory(&mut self, table: &str) -> Result<(), Skip> {
        transform::table::to_constant_memory(&self.functions, table)
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

    fn block(&self, header: BlockName) -> Result<Blk<'c>, Skip> {
        let block = self.blocks.get(header.0 as usize).copied();
        block.ok_or(Skip::NoBlock(header))
    }
}

//! Packing blocks, and telling a kernel how many there are.

use super::super::error::Skip;
use super::super::raw::Func;
use super::super::transform::pack;
use super::super::transform::{Given, Used};
use super::Variant;
use crate::workload::Size;

/// How blocks become rows.
#[derive(Debug, Clone, Copy)]
pub struct Pack<'a> {
    /// Rows of threads in a block, each of which was a block.
    pub rows: u32,
    /// Whether blocks have one row of threads before.
    pub flat: bool,
    /// How many blocks there were along x, where the kernel can work it out.
    pub blocks: Option<&'a Size>,
    /// Whether that is a multiple of the rows, so that there are no rows too many.
    pub exact: bool,
    /// By how much each axis of the grid was divided before, and each of the block with this.
    pub divided: ([u32; 3], [u32; 3]),
}

/// What packing relies on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    pub used: Vec<Used>,
    /// [`Pack::exact`] is among it.
    pub exact: bool,
    /// The kernel has one argument more, the last one: how many blocks there are along x, as the manifest says, in 32 bits.
    pub told: bool,
}

impl<'c> Variant<'c> {
    /// Lets each row of threads of a block of the kernel `entry` do what a block did.
    ///
    /// # Errors
    /// Why what the kernel computes could change; then nothing was touched.
    pub fn pack(&mut self, entry: &str, request: &Pack<'_>, given: &Given) -> Result<Packed, Skip> {
        let function = self.kernel(entry)?;
        let used = pack::plan(function, given)?;
        let exact = request.exact && !pack::counts_blocks(function);
        let told = !exact && request.blocks.is_none();
        let (function, blocks) = match request.blocks {
            _ if exact => (function, None),
            Some(size) => (function, Some(size.clone())),
            None => {
                let (function, size) = self.tell(function);
                (function, Some(size))
            }
        };
        let rows = (request.rows, request.flat);
        let split = pack::pack(function, rows, blocks.as_ref(), request.divided)?;
        split.into_iter().for_each(|split| self.split_at(split));
        Ok(Packed { used, exact, told })
    }

    /// Gives a kernel an argument more, the number of its blocks along x. Answers the function that it is now, and the argument.
    fn tell(&mut self, function: Func<'c>) -> (Func<'c>, Size) {
        let size = Size::Argument(function.params().len() as u32);
        let Some(ty) = pack::index_type(function) else {
            return (function, size);
        };
        let told = function.with_parameter(ty);
        let mentions = self.assumed.iter_mut().map(|(function, ..)| function);
        for mention in self.functions.iter_mut().chain(mentions) {
            if *mention == function {
                *mention = told;
            }
        }
        (told, size)
    }
}

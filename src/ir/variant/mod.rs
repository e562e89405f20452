//! A copy of the module that is being edited, and then compiled.
//!
//! Every change is checked before anything is touched: it is made wholly, or answered with a [`Skip`] and not at all.
//! Instructions keep their names wherever they are moved; what an edit removes is forgotten.

mod accumulate;
mod always;
mod approximate;
mod bound;
mod branch;
mod change;
mod coarsen;
mod compile;
mod lanes;
mod launch;
mod loops;
mod memory;
mod narrow;
mod pack;
mod place;
mod precision;
mod reduce;

use std::collections::BTreeMap;

use inkwell::module::Module;

use super::address::{BlockName, Name, Value};
use super::error::Skip;
use super::raw::{self, Blk, Claim, Func, Inst, Ty, Val};
use super::sketch::Sketch;
use super::source::Diagnostics;
use super::transform::Split;

pub use always::Known;
pub use approximate::has_approximation;
pub use bound::Bound;
pub use loops::Disjoint;
pub use pack::{Pack, Packed};

/// A module under change; lent by [`super::Source::edit`].
pub struct Variant<'c> {
    module: Module<'c>,
    sketch: &'c Sketch,
    notes: &'c Diagnostics,
    functions: Vec<Func<'c>>,
    blocks: Vec<Blk<'c>>,
    /// Numbers of the blocks, to ask the sketch about dominance.
    block_numbers: BTreeMap<Blk<'c>, u32>,
    /// Beginnings of blocks that were split, each before those that come after it in the same block; the ends are not among them.
    parts: Vec<Blk<'c>>,
    base: Vec<Option<Inst<'c>>>,
    new: BTreeMap<u32, Inst<'c>>,
    /// What is assumed of which parameter, by which instructions. They have no names, and are no stand-ins for others.
    assumed: Vec<(Func<'c>, u32, Claim, Vec<Inst<'c>>)>,
    /// The least and the most that parameters were said to be: by kernel and index.
    bounded: BTreeMap<(String, u32), (u64, u64)>,
    /// Headers of loops whose iterations lanes share.
    shared: Vec<Blk<'c>>,
}

impl<'c> Variant<'c> {
    pub(super) fn new(
        module: Module<'c>,
        sketch: &'c Sketch,
        notes: &'c Diagnostics,
    ) -> Variant<'c> {
        let functions = raw::functions(&module);
        let blocks: Vec<Blk<'c>> = functions
            .iter()
            .flat_map(|function| function.blocks())
            .collect();
        let base: Vec<_> = blocks
            .iter()
            .flat_map(|block| block.instructions())
            .map(Some)
            .collect();
        debug_assert_eq!(base.len(), sketch.instructions.len());
        let block_numbers = blocks.iter().copied().zip(0..).collect();
        Variant {
            module,
            sketch,
            notes,
            functions,
            blocks,
            block_numbers,
            parts: Vec::new(),
            base,
            new: BTreeMap::new(),
            assumed: Vec::new(),
            bounded: BTreeMap::new(),
            shared: Vec::new(),
        }
    }

    /// The picture of the unedited module.
    pub fn sketch(&self) -> &Sketch {
        self.sketch
    }

    fn get(&self, name: Name) -> Result<Inst<'c>, Skip> {
        let found = match name {
            Name::Base(number) => self.base.get(number as usize).copied().flatten(),
            Name::New(tag) => self.new.get(&tag).copied(),
        };
        found.ok_or(Skip::Gone(name))
    }

    /// Replaces an instruction by a value of its type that is there. The name stands for the new instruction, if it is one.
    fn put_in_place(&mut self, name: Name, old: Inst<'c>, new: Val<'c>) {
        old.replace_uses(new);
        old.erase();
        self.forget(name);
        let Some(new) = new.as_instruction() else {
            return;
        };
        match name {
            Name::Base(number) => {
                if let Some(entry) = self.base.get_mut(number as usize) {
                    *entry = Some(new);
                }
            }
            Name::New(tag) => drop(self.new.insert(tag, new)),
        }
    }

    /// Replaces an instruction, whatever it is called, by a value of its type that is there.
    fn exchange(&mut self, old: Inst<'c>, new: Val<'c>) {
        match self.name_of(old) {
            Some(name) => self.put_in_place(name, old, new),
            None => {
                old.replace_uses(new);
                old.erase();
            }
        }
    }

    /// How edits call an instruction.
    fn name_of(&self, instruction: Inst<'c>) -> Option<Name> {
        let base = self.base.iter().position(|it| *it == Some(instruction));
        let new = || self.new.iter().find(|(_, it)| **it == instruction);
        base.map(|number| Name::Base(number as u32))
            .or_else(|| new().map(|(tag, _)| Name::New(*tag)))
    }

    /// Keeps account of a block that was split. Where a loop begins there, its name stands for the beginning from now on; other names
    /// stand for the end, which is where a loop goes back.
    fn split_at(&mut self, split: Split<'c>) {
        let Some(number) = self.block_numbers.get(&split.end).copied() else {
            return;
        };
        self.block_numbers.insert(split.start, number);
        let later = self.parts.iter().position(|part| *part == split.end);
        let at = later.unwrap_or(self.parts.len());
        self.parts.insert(at, split.start);
        let named = self.sketch.block(BlockName(number));
        if named.is_some_and(|block| block.header.is_some()) {
            self.blocks[number as usize] = split.start;
        }
    }

    fn forget(&mut self, name: Name) {
        match name {
            Name::Base(number) => {
                if let Some(entry) = self.base.get_mut(number as usize) {
                    *entry = None;
                }
            }
            Name::New(tag) => {
                self.new.remove(&tag);
            }
        }
    }

    /// Before LLVM's passes free what the handles point to.
    fn forget_all(&mut self) {
        self.functions.clear();
        self.blocks.clear();
        self.block_numbers.clear();
        self.parts.clear();
        self.base.clear();
        self.new.clear();
        self.assumed.clear();
        self.shared.clear();
    }

    /// The value as LLVM has it, if it is there and of the type; whether it is computed in time is another question.
    fn resolve(&self, value: &Value, function: Func<'c>, wanted: Ty<'c>) -> Result<Val<'c>, Skip> {
        let mismatch = || Skip::Type {
            value: value.clone(),
            wanted: wanted.text(),
        };
        let found = match value {
            Value::Inst(name) => self.get(*name)?.value(),
            Value::Arg(index) => function.param(*index).ok_or_else(mismatch)?,
            Value::Const(constant) => wanted.make(constant).ok_or_else(mismatch)?,
        };
        if found.ty() == wanted {
            Ok(found)
        } else {
            Err(mismatch())
        }
    }
}

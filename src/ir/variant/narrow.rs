//! Indices of 64 bits, computed in 32.
//!
//! Additions, subtractions and multiplications modulo 2^64 agree modulo 2^32 with those of 32 bits, whatever overflows on
//! the way. An access that is inside its buffer has an index from 0 to the buffer's length; so where that is 2^32 at most,
//! the low 32 bits, widened with zeros, are the index. Only the result counts: nothing need be known of what the
//! index is computed from.

use std::collections::BTreeMap;

use super::super::address::{Constant, Name};
use super::super::error::Skip;
use super::super::raw::{Build, Inst, Opcode, Val};
use super::Variant;

/// Indices from here on do not fit in 32 bits.
const LIMIT: u128 = 1 << 32;

impl<'c> Variant<'c> {
    /// Computes the indices by which kernels access a buffer in 32 bits: that of the address `only`, or all.
    ///
    /// `bytes` answers how long the buffer behind a parameter of a kernel can be, if its length is bounded: `(entry,
    /// index)`. Answers the parameters whose accesses were changed.
    pub fn narrow_indices(
        &mut self,
        only: Option<Name>,
        bytes: &dyn Fn(&str, u32) -> Option<u64>,
    ) -> Result<Vec<(String, u32)>, Skip> {
        let only = only.map(|name| self.get(name)).transpose()?;
        let mut changed = Vec::new();
        for function in self
            .functions
            .clone()
            .into_iter()
            .filter(|it| it.is_kernel())
        {
            let entry = function.name();
            let params = function.params();
            let blocks = function.blocks();
            let Some(head) = blocks
                .first()
                .and_then(|it| it.instructions().first().copied())
            else {
                continue;
            };
            let known = BTreeMap::new();
            let mut narrow = Narrow { head, known };
            for at in blocks.into_iter().flat_map(|block| block.instructions()) {
                let Some((pointer, index, size)) = at.element_address() else {
                    continue;
                };
                let param = (0..).zip(&params).find(|(_, param)| **param == pointer);
                let wanted = only.is_none_or(|only| only == at) && only_accesses(at);
                let (Some((param, _)), true) = (param, wanted) else {
                    continue;
                };
                let fits = |bytes: u64| u128::from(bytes) <= LIMIT * u128::from(size);
                if worth(index) && bytes(&entry, param).is_some_and(fits) {
                    let Some(low) = narrow.low(index, DEPTH) else {
                        continue;
                    };
                    let index = Build::before(at).cast(Opcode::LLVMZExt, low, index.ty());
                    at.set_operand(1, index);
                    changed.push((entry.clone(), param));
                }
            }
        }
        if changed.is_empty() {
            return Err(Skip::Unfit(
                "no address is computed with a 64-bit index from a buffer whose length is known to be small enough, and accessed"
                    .into(),
            ));
        }
        Ok(changed)
    }
}

/// Whether all that is done with an address is to load from it or to store to it: elsewhere it may be outside the buffer.
fn only_accesses(address: Inst<'_>) -> bool {
    let accesses = |(user, index): (Inst<'_>, u32)| {
        matches!(
            (user.opcode(), index),
            (
                Opcode::LLVMLoad | Opcode::LLVMAtomicRMW | Opcode::LLVMAtomicCmpXchg,
                0
            ) | (Opcode::LLVMStore, 1)
        )
    };
    address.uses().into_iter().all(accesses)
}

/// Whether an index is computed in 64 bits.
fn worth(index: Val<'_>) -> bool {
    let computes = |it: Inst<'_>| {
        matches!(
            it.opcode(),
            Opcode::LLVMAdd | Opcode::LLVMSub | Opcode::LLVMMul | Opcode::LLVMShl
        )
    };
    index.ty().int_bits() == Some(64) && index.as_instruction().is_some_and(computes)
}

/// What has been computed in 32 bits already.
struct Narrow<'c> {
    /// Where the function begins.
    head: Inst<'c>,
    /// By the id of the value in 64 bits.
    known: BTreeMap<usize, Val<'c>>,
}

/// How deep an expression is followed; what is deeper is computed in 64 bits and cut off.
const DEPTH: u32 = 32;

impl<'c> Narrow<'c> {
    /// The low 32 bits of an integer of 64.
    fn low(&mut self, value: Val<'c>, depth: u32) -> Option<Val<'c>> {
        if let Some(known) = self.known.get(&value.id()) {
            return Some(*known);
        }
        let computed = value
            .as_instruction()
            .and_then(|at| self.computed(at, depth));
        let low = computed.or_else(|| self.cut(value))?;
        self.known.insert(value.id(), low);
        Some(low)
    }

    /// The same computation in 32 bits, right before the one in 64.
    fn computed(&mut self, at: Inst<'c>, depth: u32) -> Option<Val<'c>> {
        let depth = depth.checked_sub(1)?;
        let narrow = at.ty().int(32);
        let (a, b) = (at.operand(0)?, at.operand(1));
        match at.opcode() {
            Opcode::LLVMSExt | Opcode::LLVMZExt => match a.ty().int_bits()? {
                32 => Some(a),
                ..32 => Some(Build::before(at).cast(at.opcode(), a, narrow)),
                _ => None,
            },
            Opcode::LLVMShl if !is_small(b?) => None,
            Opcode::LLVMAdd | Opcode::LLVMSub | Opcode::LLVMMul | Opcode::LLVMShl => {
                let (a, b) = (self.low(a, depth)?, self.low(b?, depth)?);
                Some(Build::before(at).binary(at.opcode(), a, b))
            }
            _ => None,
        }
    }

    /// The low 32 bits of a value, cut off where it is there; `None` of what a terminator computes.
    fn cut(&self, value: Val<'c>) -> Option<Val<'c>> {
        let place = match value.as_instruction() {
            None => self.head,
            Some(at) => {
                let mut later = std::iter::successors(at.next(), |next| next.next());
                later.find(|next| next.opcode() != Opcode::LLVMPHI)?
            }
        };
        let narrow = value.ty().int(32);
        Some(Build::before(place).cast(Opcode::LLVMTrunc, value, narrow))
    }
}

/// Whether 32 bits can be shifted by the constant.
fn is_small(by: Val<'_>) -> bool {
    matches!(by.constant(), Some(Constant::Int { value: 0..32, .. }))
}

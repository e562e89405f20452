//! Addresses that are computed from a pointer and an index.

use super::{Inst, Val};
use crate::ir::address::Float;

impl<'c> Inst<'c> {
    /// The pointer, the index and the bytes of an element of a `getelementptr` with one index over numbers.
    pub fn element_address(self) -> Option<(Val<'c>, Val<'c>, u32)> {
        if self.operand_count() != 2 {
            return None;
        }
        let element = self.counts_in()?;
        let bytes = match (element.float(), element.int_bits()) {
            (Some(Float::Half | Float::BFloat), _) => 2,
            (Some(Float::Float), _) => 4,
            (Some(Float::Double), _) => 8,
            (None, Some(bits @ (8 | 16 | 32 | 64))) => bits / 8,
            _ => return None,
        };
        Some((self.operand(0)?, self.operand(1)?, bytes))
    }
}

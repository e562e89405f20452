//! How a value moves with a loop's counter, and what divides it.

use std::collections::HashSet;

use super::Ledger;
use crate::ir::raw::{Inst, Opcode, Val};

/// A counter that moves by one, and all that is computed from it.
pub struct Counter<'s, 'c> {
    pub value: Val<'c>,
    /// Ids of the values that depend on it.
    pub varying: &'s HashSet<usize>,
    /// It moves without wrapping as a signed, as an unsigned number.
    pub never_wraps: Wraps,
}

/// In which reading of the bits a sum is what it would be without a limit of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wraps {
    pub signed: bool,
    pub unsigned: bool,
}

/// How far an expression is looked into.
const DEPTH: u32 = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Widened {
    No,
    Signed,
    Unsigned,
}

impl<'c> Counter<'_, 'c> {
    /// By how much an index of a getelementptr grows where the counter grows by one; `None` where that is not known. LLVM
    /// extends an index to the width of an address with its sign.
    pub fn stride_of_index(&self, value: Val<'c>) -> Option<i64> {
        let narrow = value.ty().int_bits().is_some_and(|bits| bits < 64);
        let widened = if narrow { Widened::Signed } else { Widened::No };
        self.slope(value, widened, DEPTH)
    }

    fn slope(&self, value: Val<'c>, widened: Widened, depth: u32) -> Option<i64> {
        if value == self.value {
            let holds = match widened {
                Widened::No => true,
                Widened::Signed => self.never_wraps.signed,
                Widened::Unsigned => self.never_wraps.unsigned,
            };
            return holds.then_some(1);
        }
        if !self.varying.contains(&value.id()) {
            return Some(0);
        }
        let depth = depth.checked_sub(1)?;
        let instruction = value.as_instruction()?;
        let operand = |index, widened| self.slope(instruction.operand(index)?, widened, depth);
        let (unsigned, signed) = instruction.never_wraps();
        let exact = match widened {
            Widened::No => true,
            Widened::Signed => signed,
            Widened::Unsigned => unsigned,
        };
        match instruction.opcode() {
            Opcode::LLVMSExt if widened != Widened::Unsigned => operand(0, Widened::Signed),
            Opcode::LLVMZExt => operand(0, Widened::Unsigned),
            Opcode::LLVMAdd if exact => operand(0, widened)?.checked_add(operand(1, widened)?),
            Opcode::LLVMSub if exact => operand(0, widened)?.checked_sub(operand(1, widened)?),
            Opcode::LLVMMul if exact => {
                let (at, factor) = times(instruction)?;
                operand(at, widened)?.checked_mul(factor)
            }
            _ => None,
        }
    }
}

/// The operand of a multiplication that is multiplied by a constant, and the constant.
fn times(instruction: Inst<'_>) -> Option<(u32, i64)> {
    let number = |index| match instruction.operand(index)?.constant()? {
        crate::ir::Constant::Int { value, .. } => Some(value),
        _ => None,
    };
    match (number(0), number(1)) {
        (_, Some(factor)) => Some((0, factor)),
        (Some(factor), None) => Some((1, factor)),
        (None, None) => None,
    }
}

/// Whether an integer is a multiple of `of`, a power of two: constants, promised arguments, `known`, and what sums, products
/// and changes of width make of them (none of which a wrap changes, since `of` divides what wraps).
pub fn is_multiple<'c>(
    value: Val<'c>,
    of: u64,
    known: &dyn Fn(Val<'c>) -> bool,
    ledger: &mut Ledger<'_>,
) -> bool {
    debug_assert!(of.is_power_of_two());
    divides(value, of, known, ledger, DEPTH)
}

fn divides<'c>(
    value: Val<'c>,
    of: u64,
    known: &dyn Fn(Val<'c>) -> bool,
    ledger: &mut Ledger<'_>,
    depth: u32,
) -> bool {
    if of == 1 || known(value) {
        return true;
    }
    if let Some(crate::ir::Constant::Int { value, .. }) = value.constant() {
        return value as u64 & (of - 1) == 0;
    }
    if let Some((_, index)) = value.as_argument() {
        return ledger.multiple(index, of);
    }
    let (Some(instruction), Some(depth)) = (value.as_instruction(), depth.checked_sub(1)) else {
        return false;
    };
    let mut part = |index| {
        let operand = instruction.operand(index);
        operand.is_some_and(|operand| divides(operand, of, known, ledger, depth))
    };
    let narrower = |value: Val<'c>| value.ty().int_bits().is_none_or(|bits| of >> bits != 0);
    match instruction.opcode() {
        // What is cut off must not hold the only ones.
        Opcode::LLVMTrunc if narrower(value) => false,
        Opcode::LLVMSExt | Opcode::LLVMZExt | Opcode::LLVMTrunc => part(0),
        Opcode::LLVMAdd | Opcode::LLVMSub => part(0) && part(1),
        Opcode::LLVMMul | Opcode::LLVMAnd => part(0) || part(1),
        Opcode::LLVMSelect => part(1) && part(2),
        Opcode::LLVMShl => {
            let by = match instruction.operand(1).and_then(Val::constant) {
                Some(crate::ir::Constant::Int { value, .. }) => u32::try_from(value).ok(),
                _ => None,
            };
            part(0) || by.is_some_and(|by| by < 64 && (1u64 << by).is_multiple_of(of))
        }
        _ => false,
    }
}

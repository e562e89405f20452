//! Values worked out once more, somewhere else and of something else.

use std::collections::{HashMap, HashSet};

use super::live::Live;
use crate::ir::raw::{Inst, Val};

/// How far back through operands a value is followed.
const DEPTH: u32 = 32;

/// What it takes to work out before `place` what is computed elsewhere.
pub struct Replay<'a, 'c> {
    pub live: &'a Live<'c>,
    pub place: Inst<'c>,
    /// What stands for a value; `None` where the value stands for itself.
    pub instead: &'a dyn Fn(Val<'c>) -> Option<Val<'c>>,
    /// Whether a value that is there is taken as it is; else it is worked out anew.
    pub taken: &'a dyn Fn(Val<'c>) -> bool,
    /// Whether an instruction may be executed once more, as far as who executes it matters.
    pub repeats: &'a dyn Fn(Inst<'c>) -> bool,
}

impl<'c> Replay<'_, 'c> {
    /// Whether a value can be worked out: all that is executed for it reads no memory and cannot trap.
    pub fn is_possible(&self, value: Val<'c>) -> bool {
        self.possible(value, &mut HashSet::new(), DEPTH)
    }

    fn possible(&self, value: Val<'c>, known: &mut HashSet<usize>, depth: u32) -> bool {
        if let Some(other) = (self.instead)(value) {
            return depth > 0 && self.possible(other, known, depth - 1);
        }
        if self.is_given(value) || known.contains(&value.id()) {
            return true;
        }
        let (Some(it), Some(depth)) = (value.as_instruction(), depth.checked_sub(1)) else {
            return false;
        };
        let holds = it.is_speculatable()
            && (self.repeats)(it)
            && it
                .operands()
                .into_iter()
                .all(|operand| self.possible(operand, known, depth));
        if holds {
            known.insert(value.id());
        }
        holds
    }

    /// Whether a value is there and stands for itself.
    fn is_given(&self, value: Val<'c>) -> bool {
        match value.as_instruction() {
            Some(_) => self.live.is_there(value, self.place) && (self.taken)(value),
            None => true,
        }
    }

    /// Works out a value for which [`Replay::is_possible`].
    pub fn make(&self, value: Val<'c>) -> Val<'c> {
        self.made(value, &mut HashMap::new())
    }

    fn made(&self, value: Val<'c>, known: &mut HashMap<usize, Val<'c>>) -> Val<'c> {
        if let Some(other) = (self.instead)(value) {
            return self.made(other, known);
        }
        let (false, Some(it)) = (self.is_given(value), value.as_instruction()) else {
            return value;
        };
        if let Some(made) = known.get(&value.id()) {
            return *made;
        }
        let operands: Vec<Option<Val<'c>>> = (0..it.operand_count())
            .map(|index| it.operand(index).map(|operand| self.made(operand, known)))
            .collect();
        let copy = it.copy_before(self.place);
        for (index, operand) in (0..).zip(operands) {
            if let Some(operand) = operand {
                copy.set_operand(index, operand);
            }
        }
        known.insert(value.id(), copy.value());
        copy.value()
    }
}

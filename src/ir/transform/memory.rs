//! What an address points into.

use std::collections::BTreeSet;

use crate::ir::raw::{Func, Inst, Opcode, Val};

/// A piece of memory that no other of these overlaps, except that two arguments may point to the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// What the kernel's argument of this index points to.
    Argument(u32),
    /// A stack slot: the `alloca`'s [`Val::id`].
    Slot(usize),
    /// A static shared array: the variable's [`Val::id`].
    Shared(usize),
    /// The dynamic part of shared memory: all its arrays begin at the same place.
    DynamicShared,
    /// Another variable of the module.
    Global(usize),
    /// Nobody knows.
    Unknown,
}

impl Object {
    /// Whether each thread or each block has its own.
    pub fn is_local(self) -> bool {
        matches!(
            self,
            Object::Slot(_) | Object::Shared(_) | Object::DynamicShared
        )
    }

    /// Whether each block has its own, for all its threads.
    pub fn is_shared(self) -> bool {
        matches!(self, Object::Shared(_) | Object::DynamicShared)
    }
}

/// The objects that a pointer may point into.
pub fn objects(function: Func<'_>, pointer: Val<'_>) -> BTreeSet<Object> {
    let params = function.params();
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![pointer];
    while let Some(at) = open.pop() {
        if !seen.insert(at.id()) {
            continue;
        }
        if let Some(instruction) = at.as_instruction() {
            match sources(instruction) {
                Some(sources) => open.extend(sources),
                None if instruction.opcode() == Opcode::LLVMAlloca => {
                    found.insert(Object::Slot(at.id()));
                }
                None => {
                    found.insert(Object::Unknown);
                }
            }
        } else if let Some(index) = params.iter().position(|param| *param == at) {
            found.insert(Object::Argument(index as u32));
        } else {
            found.extend(objects_of_constant(at));
        }
    }
    found
}

/// Pointers that an instruction passes on; `None` where it makes one.
fn sources(instruction: Inst<'_>) -> Option<Vec<Val<'_>>> {
    match instruction.opcode() {
        Opcode::LLVMGetElementPtr | Opcode::LLVMAddrSpaceCast | Opcode::LLVMBitCast => {
            Some(instruction.operand(0).into_iter().collect())
        }
        Opcode::LLVMSelect => Some((1..3).filter_map(|at| instruction.operand(at)).collect()),
        Opcode::LLVMPHI => Some(instruction.operands()),
        _ => None,
    }
}

fn objects_of_constant(constant: Val<'_>) -> Vec<Object> {
    let variables = constant.globals_within();
    if variables.is_empty() {
        // Null, undefined, a number: whoever reads through it has no object.
        return vec![Object::Unknown];
    }
    variables.into_iter().map(object_of_variable).collect()
}

/// The object that a variable of the module is.
pub fn object_of_variable(variable: Val<'_>) -> Object {
    match (variable.is_shared_variable(), variable.is_declared_only()) {
        (true, true) => Object::DynamicShared,
        (true, false) => Object::Shared(variable.id()),
        (false, _) => Object::Global(variable.id()),
    }
}

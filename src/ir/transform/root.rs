//! What a pointer points into.

use super::Ledger;
use crate::ir::raw::{Func, Inst, Opcode, Val};

/// The object that an address is computed from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Root<'c> {
    /// What a parameter of the function points into.
    Param(u32),
    /// What one of several parameters points into, a bit each.
    OneOf(u64),
    /// A variable of the module.
    Variable(Val<'c>),
    /// Memory of one thread.
    Frame(Inst<'c>),
    Unknown,
}

impl Root<'_> {
    /// What either of two addresses points into.
    fn or(self, other: Self) -> Self {
        match (self.params(), other.params()) {
            _ if self == other => self,
            (Some(a), Some(b)) => Root::OneOf(a | b),
            _ => Root::Unknown,
        }
    }

    /// The parameters, a bit each.
    fn params(self) -> Option<u64> {
        match self {
            Root::Param(index) => 1u64.checked_shl(index),
            Root::OneOf(params) => Some(params),
            _ => None,
        }
    }
}

/// Follows address computations to their beginning, or to all that choices between addresses have.
pub fn root(pointer: Val<'_>) -> Root<'_> {
    let (mut found, mut seen, mut open) = (None, Vec::new(), vec![pointer]);
    while let Some(pointer) = open.pop() {
        let (beginning, choices) = beginning(pointer);
        if choices.is_empty() {
            found = Some(found.map_or(beginning, |known: Root<'_>| known.or(beginning)));
        }
        for choice in choices {
            if !seen.contains(&choice) {
                seen.push(choice);
                open.push(choice);
            }
        }
        // As many as any front end chooses from.
        if found == Some(Root::Unknown) || seen.len() > 64 {
            return Root::Unknown;
        }
    }
    found.unwrap_or(Root::Unknown)
}

/// Follows address computations to their beginning, or to the addresses that one is chosen from.
fn beginning(mut pointer: Val<'_>) -> (Root<'_>, Vec<Val<'_>>) {
    let is = |root| (root, Vec::new());
    // As deep as any front end nests them.
    for _ in 0..64 {
        if let Some((_, index)) = pointer.as_argument() {
            return is(Root::Param(index));
        }
        if pointer.is_variable() {
            return is(Root::Variable(pointer));
        }
        let (opcode, base) = match (pointer.as_instruction(), pointer.constant_parts()) {
            (Some(instruction), _) => (instruction.opcode(), instruction.operand(0)),
            (None, Some((opcode, operands))) => (opcode, operands.first().copied()),
            (None, None) => return is(Root::Unknown),
        };
        match (opcode, base, pointer.as_instruction()) {
            (Opcode::LLVMAlloca, _, Some(frame)) => return is(Root::Frame(frame)),
            (
                Opcode::LLVMGetElementPtr | Opcode::LLVMAddrSpaceCast | Opcode::LLVMBitCast,
                Some(base),
                _,
            ) => pointer = base,
            (Opcode::LLVMPHI, _, Some(phi)) => {
                let choices = phi.incoming().into_iter();
                return (Root::Unknown, choices.map(|(value, _)| value).collect());
            }
            (Opcode::LLVMSelect, _, Some(select)) => {
                let choices = [1, 2].into_iter().filter_map(|at| select.operand(at));
                return (Root::Unknown, choices.collect());
            }
            _ => return is(Root::Unknown),
        }
    }
    is(Root::Unknown)
}

/// The address space of shared memory.
pub const SHARED: u32 = 3;

/// Whether two accesses may touch the same memory, as far as their roots and what is promised tell. `ledger` takes
/// account of what was needed to say no.
pub fn may_meet<'c>(a: Root<'c>, b: Root<'c>, ledger: &mut Ledger<'_>) -> bool {
    let shared = |variable: Val<'c>| variable.ty().address_space() == Some(SHARED);
    match (a, b) {
        (Root::Unknown, _) | (_, Root::Unknown) => true,
        (Root::Frame(a), Root::Frame(b)) => a == b,
        (Root::Frame(_), _) | (_, Root::Frame(_)) => false,
        (Root::Param(a), Root::Param(b)) => a == b || !ledger.disjoint(a, b),
        (Root::OneOf(params), other) | (other, Root::OneOf(params)) => {
            let mut one = (0..u64::BITS).filter(|index| params & (1 << index) != 0);
            one.any(|index| may_meet(Root::Param(index), other, ledger))
        }
        // Arguments of a launch point into global memory, and nothing stores to a constant.
        (Root::Param(_), Root::Variable(it)) | (Root::Variable(it), Root::Param(_)) => {
            !shared(it) && !it.is_constant_variable()
        }
        // Arrays without a size of their own all begin where the dynamic shared memory does.
        (Root::Variable(a), Root::Variable(b)) => a == b || (is_unsized(a) && is_unsized(b)),
    }
}

fn is_unsized(variable: Val<'_>) -> bool {
    variable.is_declared_only()
}

/// What an instruction may do to memory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect<'c> {
    None,
    Load(Root<'c>),
    Store(Root<'c>),
    /// All threads of the block wait for each other.
    Barrier,
    /// Anything.
    Any,
}

/// Names of the intrinsics at which all threads of a block meet.
const BARRIERS: [&str; 3] = [
    "llvm.nvvm.barrier0",
    "llvm.nvvm.barrier.cta.sync.all",
    "llvm.nvvm.barrier.cta.sync.aligned.all",
];

pub fn effect(instruction: Inst<'_>) -> Effect<'_> {
    match instruction.opcode() {
        Opcode::LLVMLoad | Opcode::LLVMStore if !instruction.is_simple() => Effect::Any,
        Opcode::LLVMLoad => instruction
            .address()
            .map_or(Effect::Any, |address| Effect::Load(root(address))),
        Opcode::LLVMStore => instruction
            .address()
            .map_or(Effect::Any, |address| Effect::Store(root(address))),
        Opcode::LLVMCall if is_barrier(instruction) => Effect::Barrier,
        Opcode::LLVMCall if instruction.calls_pure_function() => Effect::None,
        Opcode::LLVMCall if is_register(instruction) || is_assumption(instruction) => Effect::None,
        Opcode::LLVMCall
        | Opcode::LLVMInvoke
        | Opcode::LLVMCallBr
        | Opcode::LLVMFence
        | Opcode::LLVMAtomicCmpXchg
        | Opcode::LLVMAtomicRMW
        | Opcode::LLVMVAArg => Effect::Any,
        _ => Effect::None,
    }
}

/// Whether all threads of the block wait for each other here.
pub fn is_barrier(instruction: Inst<'_>) -> bool {
    let name = instruction.callee().and_then(Val::as_declared_name);
    name.is_some_and(|name| BARRIERS.contains(&name.as_str()))
}

fn is_register(instruction: Inst<'_>) -> bool {
    super::uniform::register(instruction.value()).is_some()
}

fn is_assumption(instruction: Inst<'_>) -> bool {
    let function = instruction.callee().and_then(Val::as_function);
    function.is_some_and(|function| Func::name(function) == "llvm.assume")
}

/// Whether two loads or stores move values of one type from or to one address, computed alike from the same values.
pub fn same_address<'c>(a: Inst<'c>, b: Inst<'c>) -> bool {
    let (Some(first), Some(second)) = (a.address(), b.address()) else {
        return false;
    };
    a.moved() == b.moved() && is_same(first, second, 16)
}

/// Whether two values are computed alike from the same ones.
fn is_same<'c>(a: Val<'c>, b: Val<'c>, depth: u32) -> bool {
    if a == b {
        return true;
    }
    let (Some(a), Some(b), Some(depth)) =
        (a.as_instruction(), b.as_instruction(), depth.checked_sub(1))
    else {
        return false;
    };
    let pure = matches!(
        a.opcode(),
        Opcode::LLVMGetElementPtr
            | Opcode::LLVMSExt
            | Opcode::LLVMZExt
            | Opcode::LLVMTrunc
            | Opcode::LLVMAdd
            | Opcode::LLVMSub
            | Opcode::LLVMMul
            | Opcode::LLVMShl
    );
    pure && a.opcode() == b.opcode()
        && a.ty() == b.ty()
        && a.counts_in() == b.counts_in()
        && a.operand_count() == b.operand_count()
        && (0..a.operand_count()).all(|index| match (a.operand(index), b.operand(index)) {
            (Some(a), Some(b)) => is_same(a, b, depth),
            _ => false,
        })
}

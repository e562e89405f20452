//! What an instruction does to memory, and to which object.

use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::{LLVMAtomicOrdering, LLVMOpcode};

use super::{Func, Inst, Opcode, Val};

/// What executing an instruction does, as far as other instructions can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It computes, or only tells the compiler something.
    None,
    /// It reads memory.
    Reads,
    /// It writes to the address that [`Inst::address`] answers.
    Writes,
    /// Threads meet or exchange values: what others wrote may be seen afterwards. It writes nothing itself.
    Meets,
    /// It may write anywhere.
    Unknown,
}

/// The object that an address points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    /// What this parameter of the function points to.
    Param(u32),
    /// A global variable or a local one, known by [`Val::id`].
    Variable {
        id: usize,
        /// The thread's or the block's own: no argument of a kernel points to it.
        private: bool,
    },
    Unknown,
}

/// Intrinsics at which threads meet and that write to no memory that a program can read.
const MEETINGS: [&str; 7] = [
    "llvm.nvvm.barrier",
    "llvm.nvvm.bar.",
    "llvm.nvvm.shfl.",
    "llvm.nvvm.vote.",
    "llvm.nvvm.match.",
    "llvm.nvvm.membar.",
    "llvm.nvvm.activemask",
];

/// The address space of shared memory in LLVM's NVPTX backend.
const SHARED: u32 = 3;

/// Address spaces of shared and of local memory there.
const PRIVATE_SPACES: [u32; 2] = [SHARED, 5];

impl<'c> Inst<'c> {
    /// What it does to memory; [`Effect::Unknown`] where that cannot be told.
    pub fn effect(self) -> Effect {
        match self.opcode() {
            Opcode::LLVMLoad if self.is_simple() => Effect::Reads,
            Opcode::LLVMStore if self.is_simple() => Effect::Writes,
            Opcode::LLVMCall => self.effect_of_call(),
            Opcode::LLVMFence => Effect::Meets,
            Opcode::LLVMLoad
            | Opcode::LLVMStore
            | Opcode::LLVMAtomicRMW
            | Opcode::LLVMAtomicCmpXchg
            | Opcode::LLVMVAArg
            | Opcode::LLVMInvoke
            | Opcode::LLVMCallBr => Effect::Unknown,
            _ => Effect::None,
        }
    }

    fn effect_of_call(self) -> Effect {
        /// Every second bit of the `memory` attribute says that some memory is written (llvm/Support/ModRef.h).
        const WRITES: u64 = 0xAAAA_AAAA;
        let Some(callee) = self.callee().and_then(Val::as_function) else {
            return Effect::Unknown;
        };
        let name = callee.name();
        let meets = || MEETINGS.iter().any(|known| name.starts_with(known));
        match callee.memory() {
            _ if self.is_marker() || name == "llvm.assume" => Effect::None,
            Some(0) => Effect::None,
            _ if meets() => Effect::Meets,
            Some(effects) if effects & WRITES == 0 => Effect::Reads,
            _ => Effect::Unknown,
        }
    }

    /// The address that a load or a store accesses.
    pub fn address(self) -> Option<Val<'c>> {
        match self.opcode() {
            Opcode::LLVMLoad => self.operand(0),
            Opcode::LLVMStore => self.operand(1),
            _ => None,
        }
    }

    /// Whether a load or a store is neither volatile nor atomic.
    pub fn is_simple(self) -> bool {
        // SAFETY: both are only asked of a load or a store.
        matches!(self.opcode(), Opcode::LLVMLoad | Opcode::LLVMStore)
            && unsafe {
                LLVMGetVolatile(self.0) == 0
                    && LLVMGetOrdering(self.0) == LLVMAtomicOrdering::LLVMAtomicOrderingNotAtomic
            }
    }

    /// Whether executing it where the program would not have does no harm: it reads no memory and cannot trap.
    pub fn is_speculatable(self) -> bool {
        let safe_divisor = || {
            let divisor = self.operand(1).and_then(Val::constant);
            // -1 overflows with the smallest number.
            divisor.is_some_and(|it| !matches!(it, crate::ir::Constant::Int { value: 0 | -1, .. }))
        };
        match self.opcode() {
            Opcode::LLVMSDiv | Opcode::LLVMUDiv | Opcode::LLVMSRem | Opcode::LLVMURem => {
                safe_divisor()
            }
            Opcode::LLVMCall => {
                let callee = self.callee().and_then(Val::as_function);
                callee.is_some_and(|it| it.memory() == Some(0) && it.has("speculatable"))
            }
            Opcode::LLVMPHI | Opcode::LLVMAlloca | Opcode::LLVMFreeze => false,
            _ => self.effect() == Effect::None && !self.is_terminator(),
        }
    }

    /// Whether threads of a warp must execute it together, or may have to.
    pub fn is_convergent(self) -> bool {
        let callee = self.callee().and_then(Val::as_function);
        self.is_call() && callee.is_none_or(|callee| callee.has("convergent"))
    }
}

impl<'c> Func<'c> {
    /// The bits of the attribute `memory`.
    fn memory(self) -> Option<u64> {
        self.attribute_number("memory")
    }
}

impl<'c> Val<'c> {
    /// The object that this address points into.
    pub fn object(self) -> Object {
        let mut at = self;
        // Casts and offsets never go round in circles but in unreachable code.
        for _ in 0..64 {
            match at.pointed_from() {
                Some(from) => at = from,
                None => return at.as_object(),
            }
        }
        Object::Unknown
    }

    /// The address that this one is an offset from or a cast of.
    fn pointed_from(self) -> Option<Val<'c>> {
        // SAFETY: the opcode is asked of an instruction or a constant expression, operand 0 of what has one.
        unsafe {
            let opcode = match self.as_instruction() {
                Some(instruction) => instruction.opcode(),
                None if !LLVMIsAConstantExpr(self.0).is_null() => LLVMGetConstOpcode(self.0),
                None => return None,
            };
            matches!(
                opcode,
                LLVMOpcode::LLVMGetElementPtr
                    | LLVMOpcode::LLVMAddrSpaceCast
                    | LLVMOpcode::LLVMBitCast
            )
            .then(|| Val(LLVMGetOperand(self.0, 0), std::marker::PhantomData))
        }
    }

    fn as_object(self) -> Object {
        // SAFETY: a live value; the parent is only asked of an argument.
        unsafe {
            if !LLVMIsAArgument(self.0).is_null() {
                let parent: Func<'c> = Func(LLVMGetParamParent(self.0), std::marker::PhantomData);
                let index = parent.params().iter().position(|param| *param == self);
                return index.map_or(Object::Unknown, |index| Object::Param(index as u32));
            }
            let is_global = !LLVMIsAGlobalVariable(self.0).is_null();
            let is_local = !LLVMIsAAllocaInst(self.0).is_null();
            let space = self.ty().address_space().unwrap_or(0);
            // Shared arrays without a size of their own all begin where the dynamic shared memory does.
            let dynamic = is_global && space == SHARED && LLVMIsDeclaration(self.0) != 0;
            match is_global || is_local {
                true => Object::Variable {
                    id: if dynamic { 0 } else { self.id() },
                    private: is_local || PRIVATE_SPACES.contains(&space),
                },
                false => Object::Unknown,
            }
        }
    }
}

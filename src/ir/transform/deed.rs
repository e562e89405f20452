//! What an instruction does to the world, as far as doing it more or less often is concerned.

use super::memory::objects;
use super::unfit;
use crate::ir::error::Skip;
use crate::ir::raw::{Func, Inst, Opcode, Val};

/// What an instruction does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Computes its result from its operands.
    Compute,
    Load,
    Store,
    /// Tells the compiler or the cache something about its operands.
    Mark,
    /// Waits for all threads of the block.
    Barrier,
    /// Exchanges something with other lanes of the warp, waits for them, or asks which lane this is.
    Lanes,
    /// Reads and writes memory in one step.
    Atomic,
    /// A stack slot.
    Slot,
    /// Ends its block by going to others, or by returning nothing.
    Branch,
    /// Something else, which there should be only one of; its name.
    Other(String),
}

/// What an instruction does.
pub fn deed(instruction: Inst<'_>) -> Deed {
    match instruction.opcode() {
        Opcode::LLVMLoad | Opcode::LLVMStore if !instruction.is_simple() => {
            Deed::Other("a volatile or atomic access".into())
        }
        Opcode::LLVMLoad => Deed::Load,
        Opcode::LLVMStore => Deed::Store,
        Opcode::LLVMAtomicRMW | Opcode::LLVMAtomicCmpXchg => Deed::Atomic,
        Opcode::LLVMAlloca => Deed::Slot,
        Opcode::LLVMBr | Opcode::LLVMSwitch | Opcode::LLVMUnreachable => Deed::Branch,
        Opcode::LLVMRet if instruction.operand_count() == 0 => Deed::Branch,
        Opcode::LLVMCall => called(instruction),
        Opcode::LLVMFence => Deed::Other("a fence".into()),
        Opcode::LLVMLandingPad | Opcode::LLVMVAArg => Deed::Other("an exception or va_arg".into()),
        _ if instruction.is_terminator() => Deed::Other("an unusual branch".into()),
        _ => Deed::Compute,
    }
}

/// Whether what a thread does is for, or of, no other threads of its block, and does not count how many do it.
///
/// # Errors
/// What it does.
pub fn check_alone(function: Func<'_>, instruction: Inst<'_>) -> Result<(), Skip> {
    match deed(instruction) {
        Deed::Compute | Deed::Mark | Deed::Branch | Deed::Slot => {}
        Deed::Load | Deed::Store => {
            let address = instruction.address();
            let shared = |address: Val<'_>| {
                let mut objects = objects(function, address).into_iter();
                objects.any(|object| object.is_shared())
            };
            if address.is_none_or(shared) {
                return unfit("its threads share memory of the block");
            }
        }
        Deed::Barrier | Deed::Lanes => return unfit("its threads wait for each other"),
        Deed::Atomic => return unfit("each of its threads counts, at an atomic operation"),
        Deed::Other(what) => return unfit(format!("it does what may count its threads: {what}")),
    }
    Ok(())
}

fn called(call: Inst<'_>) -> Deed {
    let Some(callee) = call.callee().and_then(Val::as_function) else {
        return Deed::Other("inline assembly or an indirect call".into());
    };
    let name = callee.name();
    let Some(intrinsic) = name.strip_prefix("llvm.") else {
        return Deed::Other(format!("a call of `{name}`"));
    };
    let starts = |prefixes: &[&str]| prefixes.iter().any(|it| intrinsic.starts_with(it));
    const MARKS: [&str; 7] = [
        "assume",
        "dbg.",
        "experimental.noalias.scope.",
        "invariant.",
        "lifetime.",
        "nvvm.prefetch",
        "prefetch.",
    ];
    const LANES: [&str; 9] = [
        "nvvm.activemask",
        "nvvm.bar.warp.sync",
        "nvvm.match.",
        "nvvm.read.ptx.sreg.laneid",
        "nvvm.read.ptx.sreg.lanemask",
        "nvvm.read.ptx.sreg.warp",
        "nvvm.redux.",
        "nvvm.shfl.",
        "nvvm.vote.",
    ];
    const PLACES: [&str; 5] = [
        "nvvm.read.ptx.sreg.ctaid.",
        "nvvm.read.ptx.sreg.dynamic_smem_size",
        "nvvm.read.ptx.sreg.nctaid.",
        "nvvm.read.ptx.sreg.ntid.",
        "nvvm.read.ptx.sreg.tid.",
    ];
    if starts(&MARKS) {
        Deed::Mark
    } else if starts(&LANES) {
        Deed::Lanes
    } else if matches!(
        intrinsic,
        "nvvm.barrier0" | "nvvm.barrier.cta.sync.aligned.all" | "nvvm.barrier.cta.sync.all"
    ) {
        Deed::Barrier
    } else if starts(&["nvvm.atomic."]) {
        Deed::Atomic
    } else if starts(&PLACES) || !starts(&["nvvm.read.ptx.sreg."]) && callee.touches_no_memory() {
        Deed::Compute
    } else {
        Deed::Other(format!("a call of `{name}`"))
    }
}

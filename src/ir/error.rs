//! What can go wrong with a module, and why an edit may have nothing to act on.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::address::{BlockName, Name, Site, Value};

/// Why a module could not be loaded or compiled.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is not there or cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// As it was given.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// LLVM's own words, which carry the line and the column for textual IR.
    #[error(
        "{message}\n  LLVM {} cannot read {name}. If a newer LLVM wrote it, have an older one write it, or give its PTX instead",
        crate::ir::LLVM_MAJOR
    )]
    Parse { name: String, message: String },
    /// It was read, but breaks a rule of LLVM-IR. `message`: the verifier's words.
    #[error("{name} is not valid LLVM-IR: {message}")]
    Invalid { name: String, message: String },
    /// It was compiled for something else than an NVIDIA GPU.
    #[error(
        "{name} is for the target `{triple}`; a kernel for NVIDIA GPUs has `nvptx64-nvidia-cuda`"
    )]
    Triple { name: String, triple: String },
    /// There is nothing in it to tune.
    #[error("{name} defines no function")]
    Empty { name: String },
    /// The target's `arch` is no processor of LLVM's NVPTX backend. `known`: those that are, separated by commas.
    #[error(
        "LLVM {} knows no GPU `{cpu}`; it knows {known}",
        crate::ir::LLVM_MAJOR
    )]
    UnknownCpu { cpu: String, known: String },
    /// The features are no version of PTX that this LLVM writes, or one too old for the processor.
    #[error(
        "`{features}` is no PTX version that LLVM {} writes for {cpu}; right would be one of {right}",
        crate::ir::LLVM_MAJOR
    )]
    UnknownFeatures {
        /// Such as `sm_90`.
        cpu: String,
        /// Such as `+ptx80`.
        features: String,
        /// Versions that would do, separated by commas.
        right: String,
    },
    /// A pass or the code generator refused the module.
    #[error("LLVM could not compile the kernel: {message}")]
    Codegen { message: String },
}

/// Why an edit was left out: its place is gone, or what it asks for cannot be had there. Never a fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Skip {
    /// The instruction does not exist (any more).
    #[error("{0} is not there (never was, or an earlier edit removed it)")]
    Gone(Name),
    /// The tag of what the edit makes is in use.
    #[error("{0} is already there: an earlier edit made it")]
    Taken(Name),
    /// A branch, a phi, an alloca and the like. `what`: which of them.
    #[error("{name} is a {what}: such instructions stay where they are")]
    Untouchable { name: Name, what: String },
    /// The place is among the phis of a block.
    #[error("nothing can stand before {0}: it is at the head of its block")]
    HeadOfBlock(Name),
    /// The edit would carry a value from one function into another.
    #[error("{0} and {1} are in different functions")]
    OtherFunction(Name, Name),
    /// The operand's number is too large.
    #[error("{0} is not there: the instruction has no such operand")]
    NoOperand(Site),
    /// The operand may not be changed.
    #[error("{0} is fixed: the instruction demands a constant, a callee or a label there")]
    FixedOperand(Site),
    /// The value cannot stand there. `wanted`: LLVM's text of the type.
    #[error("{value} is no value of type {wanted}")]
    Type { value: Value, wanted: String },
    /// Two instructions that would have to be alike are not.
    #[error("{0} has another type than {1}")]
    Types(Name, Name),
    /// The value does not dominate its new use.
    #[error("{value} is not computed yet at {at}")]
    NotYet { value: Value, at: Name },
    /// The operand cannot take the result. `wanted`: LLVM's text of the type.
    #[error("operand {site} is not of type {wanted}")]
    OperandType { site: Site, wanted: String },
    /// The result of what is put before `place` would be read before it is there.
    #[error("operand {site} is read before what is put before {place} is computed")]
    TooEarly { site: Site, place: Name },
    /// The module is already as the edit would make it.
    #[error("it changes nothing")]
    NoEffect,
    /// The block does not exist.
    #[error("there is no block {0}")]
    NoBlock(BlockName),
    /// The block exists, but no loop begins there.
    #[error("{0} is no loop header")]
    NoLoop(BlockName),
    /// The instruction computes nothing that fast-math flags are about.
    #[error("{0} takes no fast-math flags")]
    NoFlags(Name),
    /// What the edit restructures does not have the form that it needs. In words.
    #[error("{0}")]
    Unfit(String),
    /// What the kernel computes could change. The reason, in words.
    #[error("it could change what the kernel computes: {0}")]
    Unsound(String),
    /// A tunable, a buffer or an entry that the workload does not have, or a fact that it does not promise.
    #[error("{0}")]
    Unpromised(String),
}

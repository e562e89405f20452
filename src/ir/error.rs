//! What can go wrong with a module, and why an edit may have nothing to act on.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::address::{BlockName, Name, Site, Value};

/// Why a module could not be loaded or compiled.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        path: PathBuf,
        source: std::io::Error,
    },
    /// LLVM's own words, which carry the line and the column for textual IR.
    #[error(
        "{message}\n  {name} is no LLVM-IR (.ll or .bc) that LLVM {} reads; IR of a newer LLVM has to be written anew by an older \
         one, or its PTX given instead",
        crate::ir::LLVM_MAJOR
    )]
    Parse { name: String, message: String },
    #[error("{name} is not valid LLVM-IR: {message}")]
    Invalid { name: String, message: String },
    #[error(
        "{name} is for the target `{triple}`; a kernel for NVIDIA GPUs has `nvptx64-nvidia-cuda`"
    )]
    Triple { name: String, triple: String },
    #[error("{name} defines no function")]
    Empty { name: String },
    #[error(
        "LLVM {} knows no GPU `{cpu}`; it knows {known}",
        crate::ir::LLVM_MAJOR
    )]
    UnknownCpu { cpu: String, known: String },
    #[error(
        "`{features}` is no PTX version that LLVM {} writes for {cpu}; right would be one of {right}",
        crate::ir::LLVM_MAJOR
    )]
    UnknownFeatures {
        cpu: String,
        features: String,
        right: String,
    },
    /// A pass or the code generator refused the module.
    #[error("LLVM could not compile the kernel: {message}")]
    Codegen { message: String },
}

/// Why an edit was left out: its place is gone, or what it asks for cannot be had there. Never a fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Skip {
    #[error("{0} is not there (never was, or an earlier edit removed it)")]
    Gone(Name),
    #[error("{0} is already there: an earlier edit made it")]
    Taken(Name),
    #[error("{name} is a {what}: such instructions stay where they are")]
    Untouchable { name: Name, what: String },
    #[error("nothing can stand before {0}: it is at the head of its block")]
    HeadOfBlock(Name),
    #[error("{0} and {1} are in different functions")]
    OtherFunction(Name, Name),
    #[error("{0} is not there: the instruction has no such operand")]
    NoOperand(Site),
    #[error("{0} is fixed: the instruction demands a constant, a callee or a label there")]
    FixedOperand(Site),
    #[error("{value} is no value of type {wanted}")]
    Type { value: Value, wanted: String },
    #[error("{0} has another type than {1}")]
    Types(Name, Name),
    #[error("{value} is not computed yet at {at}")]
    NotYet { value: Value, at: Name },
    #[error("operand {site} is not of type {wanted}")]
    OperandType { site: Site, wanted: String },
    #[error("operand {site} is read before what is put before {place} is computed")]
    TooEarly { site: Site, place: Name },
    #[error("it changes nothing")]
    NoEffect,
    #[error("there is no block {0}")]
    NoBlock(BlockName),
    #[error("{0} is no loop header")]
    NoLoop(BlockName),
    #[error("{0} takes no fast-math flags")]
    NoFlags(Name),
    /// A tunable, a buffer or an entry that the workload does not have, or a fact that it does not promise.
    #[error("{0}")]
    Unpromised(String),
}

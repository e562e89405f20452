//! What is tuned: a kernel, how it is launched, its inputs, its reference and its tolerances.
//!
//! A [`Workload`] is a parsed `workload.toml`. [`Workload::instance`] makes one case of it concrete: buffers with
//! their bytes, launches with their grids and arguments. Nothing in this room knows LLVM, PTX or a target.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// An element type of a buffer or the type of a scalar argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scalar {
    U8,
    I8,
    U16,
    I16,
    U32,
    I32,
    U64,
    I64,
    F32,
    F64,
}

/// What a buffer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Input,
    Output,
    Inout,
    Scratch,
}

/// Values of the symbols that expressions may use: shapes of a case, then tunables.
pub type Symbols = BTreeMap<String, i64>;

/// One buffer of a case, as a target must provide it.
#[derive(Debug, Clone)]
pub struct Buffer {
    pub name: String,
    pub scalar: Scalar,
    /// Elements, not bytes.
    pub len: usize,
    pub role: Role,
    /// Little-endian contents before the first launch; `None` where nothing was ever written (output, scratch).
    pub data: Option<Vec<u8>>,
}

/// One argument of a launch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg {
    /// Index into [`Instance::buffers`].
    Buffer(usize),
    /// A scalar by value: its bits, little-endian, in the low bytes.
    Scalar(Scalar, u64),
}

/// One launch of a case.
#[derive(Debug, Clone)]
pub struct Launch {
    pub entry: String,
    pub grid: [u32; 3],
    pub block: [u32; 3],
    /// Dynamic shared memory, bytes.
    pub shared: u32,
    pub args: Vec<Arg>,
}

/// A case made concrete: what a target executes.
#[derive(Debug, Clone)]
pub struct Instance {
    pub case: String,
    pub buffers: Vec<Buffer>,
    /// In order; they share the buffers.
    pub launches: Vec<Launch>,
}

/// Where a workload was read from (for messages and for relative paths).
#[derive(Debug, Clone)]
pub struct Origin {
    pub manifest: PathBuf,
}

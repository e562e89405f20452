//! What a kernel can do wrong.

use std::fmt;

use serde::Serialize;

/// Why an execution did not finish: the kind in one word, and a message for a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{kind}: {message}")]
pub struct Fault {
    /// Which rule was broken.
    pub kind: FaultKind,
    /// Kernel, PTX line, block and thread, buffer and element, as far as they are known.
    pub message: String,
    /// The same for programs; `None` where no instruction is to blame (an output that nothing wrote, a launch that does not fit).
    #[serde(flatten)]
    pub site: Option<Box<Site>>,
}

/// Where a fault happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Name of the kernel.
    pub kernel: String,
    /// 1-based line of the PTX.
    pub line: u32,
    /// File and line of the source, where the PTX has debug information.
    pub source: Option<SourceLine>,
    /// Block, x y z.
    pub block: [u32; 3],
    /// Thread in its block, x y z.
    pub thread: [u32; 3],
    /// The memory that it is about.
    #[serde(flatten)]
    pub place: Option<Place>,
    /// The access that a race is with.
    pub other: Option<Other>,
}

/// A line of the source that PTX was made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SourceLine {
    /// As the `.file` directive says.
    pub file: String,
    /// 1-based.
    pub line: u32,
}

/// A place in memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Name of the buffer, the variable, or the state space.
    pub buffer: String,
    /// Byte from its start; negative before it.
    pub byte: i64,
    /// Element of the buffer, if its elements are of one size.
    pub element: Option<i64>,
}

/// The earlier access of a race.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Other {
    /// `reads`, `writes` or `atomic`.
    pub access: &'static str,
    /// Linear index of its block.
    pub block: u64,
    /// Linear index of its thread in the block; the last one of several readers.
    pub thread: u32,
    /// Whether further threads did the same.
    pub and_others: bool,
    /// 1-based line of the PTX, if it is known.
    pub line: Option<u32>,
    /// File and line of the source, where the PTX has debug information.
    pub source: Option<SourceLine>,
}

/// The kinds of [`Fault`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// An address outside every buffer, or past the one it came from.
    OutOfBounds,
    /// An address that is no multiple of the size of the access.
    Misaligned,
    /// A store to an input.
    ReadOnly,
    /// An output element that nothing wrote.
    Unwritten,
    /// A value that nothing wrote reached an address, a branch or an output.
    Uninitialised,
    /// Two threads touched the same memory, one of them writing, and nothing ordered them.
    Race,
    /// A barrier that not all live lanes of a warp reach together.
    DivergentBarrier,
    /// No warp of a block can go on.
    Deadlock,
    /// A result that depends on the order in which warps and blocks run.
    Nondeterministic,
    /// The step budget was spent.
    Timeout,
    /// Calls nested too deep, or more local memory than a thread has.
    StackOverflow,
    /// `trap` or the like.
    Trap,
    /// PTX that this target cannot execute; also a launch that it cannot make (block too large).
    Unsupported,
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FaultKind::OutOfBounds => "out-of-bounds",
            FaultKind::Misaligned => "misaligned",
            FaultKind::ReadOnly => "read-only",
            FaultKind::Unwritten => "unwritten",
            FaultKind::Uninitialised => "uninitialised",
            FaultKind::Race => "race",
            FaultKind::DivergentBarrier => "divergent-barrier",
            FaultKind::Deadlock => "deadlock",
            FaultKind::Nondeterministic => "nondeterministic",
            FaultKind::Timeout => "timeout",
            FaultKind::StackOverflow => "stack-overflow",
            FaultKind::Trap => "trap",
            FaultKind::Unsupported => "unsupported",
        })
    }
}

impl Fault {
    /// A fault with its message.
    pub fn new(kind: FaultKind, message: impl Into<String>) -> Fault {
        Fault {
            kind,
            message: message.into(),
            site: None,
        }
    }
}

impl Serialize for FaultKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// `file:line`.
impl fmt::Display for SourceLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

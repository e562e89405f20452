//! What a kernel can do wrong.

use std::fmt;

/// Why an execution did not finish: the kind in one word, and a message for a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {message}")]
pub struct Fault {
    /// Which rule was broken.
    pub kind: FaultKind,
    /// Kernel, PTX line, block and thread, buffer and element, as far as they are known.
    pub message: String,
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
    /// A load of memory that nothing wrote.
    Uninitialised,
    /// Two threads touched the same memory, one of them writing, and nothing ordered them.
    Race,
    /// A barrier that not all live lanes of a warp reach together.
    DivergentBarrier,
    /// No warp of a block can go on.
    Deadlock,
    /// The step budget was spent.
    Timeout,
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
            FaultKind::Timeout => "timeout",
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
        }
    }
}

//! What can be wrong with PTX text.

/// Why PTX text could not become a [`Program`](super::Program). Every variant names the line (1-based).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PtxError {
    /// The text is not PTX as the manual describes it.
    #[error("line {line}: {what} (at `{text}`)")]
    Syntax {
        /// 1-based line of the text.
        line: u32,
        /// What the manual would have there.
        what: String,
        /// The token that was found.
        text: String,
    },
    /// Valid PTX, perhaps, that this program cannot execute; the name is the whole mnemonic.
    #[error("unsupported {name} at line {line}")]
    Unsupported {
        /// The whole mnemonic or directive.
        name: String,
        /// 1-based line of the text.
        line: u32,
    },
}

impl PtxError {
    /// The 1-based line that the error is about.
    pub fn line(&self) -> u32 {
        match self {
            PtxError::Syntax { line, .. } | PtxError::Unsupported { line, .. } => *line,
        }
    }
}

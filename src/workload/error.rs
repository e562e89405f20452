//! What can be wrong with a workload, and how it is said: where, what, and what would be right.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A place in a manifest: file, line and key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The manifest.
    pub file: Arc<Path>,
    /// Counted from 1.
    pub line: usize,
    /// Dotted, as far as it is known: `buffers.table.len`.
    pub key: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.key)
    }
}

/// Why a workload cannot be loaded, or a case of it not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file that is not there or cannot be read.
    #[error("cannot read {what} {}: {source}", path.display())]
    Read {
        /// What the file is to the workload.
        what: &'static str,
        /// Where it should be.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// Not TOML, a value of the wrong type, a missing or an unknown key.
    #[error("{place}: {message}")]
    Syntax { place: Place, message: String },
    /// Well written, but wrong.
    #[error("{place}: {problem}")]
    Invalid { place: Place, problem: Box<Problem> },
}

impl Error {
    pub(super) fn invalid(place: Place, problem: Problem) -> Error {
        Error::Invalid {
            place,
            problem: Box::new(problem),
        }
    }

    /// The place in the manifest, where there is one.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Error::Read { .. } => None,
            Error::Syntax { place, .. } | Error::Invalid { place, .. } => Some(place),
        }
    }
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Problem {
    /// An expression that does not parse.
    #[error("`{expression}`, column {column}: {expected}")]
    ExpressionSyntax {
        /// The whole expression.
        expression: String,
        /// Counted from 1, in characters.
        column: usize,
        /// What was expected at that column.
        expected: String,
    },
    /// An expression names a symbol that is no shape (nor tunable) of the workload.
    #[error(
        "`{expression}` names `{symbol}`, which is unknown here; known: {}{}",
        list(known),
        did_you_mean(symbol, known)
    )]
    UnknownSymbol {
        /// The whole expression.
        expression: String,
        /// The name that is unknown.
        symbol: String,
        /// Names that would do.
        known: Vec<String>,
    },
    /// `values`: what the symbols were, as `n = 0, threads = 64`.
    #[error("`{expression}` divides by zero{}", with(values))]
    DivisionByZero { expression: String, values: String },
    /// `values`: what the symbols were, as `n = 0, threads = 64`.
    #[error("`{expression}` leaves the range of 64-bit integers{}", with(values))]
    Overflow { expression: String, values: String },
    /// A buffer, a builtin reference or the like that does not exist.
    #[error(
        "{what} `{name}` is unknown; known: {}{}",
        list(known),
        did_you_mean(name, known)
    )]
    UnknownName {
        /// The kind of thing that was to be named.
        what: &'static str,
        /// The name that is unknown.
        name: String,
        /// Names that would do.
        known: Vec<String>,
    },
    /// A case leaves a shape without a value.
    #[error("gives no value for `{symbol}`")]
    MissingShape { case: String, symbol: String },
    /// A case gives a shape a value that `[shapes]` rules out.
    #[error("breaks a promise of its shapes: {symbol} = {value}, but {promise}")]
    BrokenPromise {
        /// The case's name.
        case: String,
        /// The shape.
        symbol: String,
        /// What the case gives it.
        value: i64,
        /// What `[shapes]` says of it: `min = 1`.
        promise: String,
    },
    /// A length, a grid, a block or an amount of shared memory that cannot be.
    #[error("case `{case}`: {what} is {value}; {right}")]
    Size {
        /// The case's name.
        case: String,
        /// What has that size.
        what: String,
        /// What its expression came to.
        value: i64,
        /// The range that would do.
        right: String,
    },
    /// The buffers of a case are beyond [`MAX_BYTES`](super::MAX_BYTES).
    #[error("case `{case}` needs {bytes} bytes of buffers; the limit is {limit} bytes (8 GiB)")]
    TooLarge {
        /// The case's name.
        case: String,
        /// The sum over its buffers.
        bytes: u128,
        /// [`MAX_BYTES`](super::MAX_BYTES).
        limit: u64,
    },
    /// A tunable is set to something that the manifest does not list.
    #[error("tunable `{name}` = {value} is not one of its values {allowed:?}")]
    TunableValue {
        /// The tunable.
        name: String,
        /// What it was set to.
        value: i64,
        /// What the manifest lists.
        allowed: Vec<i64>,
    },
    /// Tunables were given, but not this one.
    #[error("tunable `{name}` has no value")]
    MissingTunable { name: String },
    /// Anything else, in words.
    #[error("{0}")]
    Other(String),
}

fn list(known: &[String]) -> String {
    if known.is_empty() {
        return "nothing".into();
    }
    known
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn with(values: &str) -> String {
    if values.is_empty() {
        String::new()
    } else {
        format!(" with {values}")
    }
}

/// `; did you mean ...?` where one of the known names is nearly what was written.
pub(super) fn did_you_mean(name: &str, known: &[String]) -> String {
    // A typing slip changes a third of a name at most; of several such names the one changed least is meant.
    let near = known
        .iter()
        .map(|candidate| {
            let longest = candidate.chars().count().max(name.chars().count());
            (distance(name, candidate), longest, candidate)
        })
        .filter(|(distance, longest, _)| *distance <= (longest + 1) / 3)
        .min_by_key(|(distance, longest, _)| distance * 1000 / longest);
    match near {
        Some((_, _, candidate)) => format!("; did you mean `{candidate}`?"),
        None => String::new(),
    }
}

/// Levenshtein's distance, in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let substitute = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

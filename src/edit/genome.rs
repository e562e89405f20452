//! An ordered list of edits, as text one a line.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Edit;
use super::words::ParseError;

/// An ordered list of edits; the empty one is the unedited kernel.
///
/// ```
/// use warpsmith::edit::Genome;
/// let genome: Genome = "# found in generation 3\ndelete %37\n\nset threads 128 # two warps more\n".parse().unwrap();
/// assert_eq!(genome.to_string(), "delete %37\nset threads 128\n");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Genome(Vec<Edit>);

/// Which line of a genome's text is wrong, and how.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {error}")]
pub struct GenomeError {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with the edit on that line.
    pub error: ParseError,
}

impl Genome {
    /// Puts an edit at the end.
    pub fn push(&mut self, edit: Edit) {
        self.0.push(edit);
    }

    /// The edits, in the order in which they are applied.
    pub fn edits(&self) -> &[Edit] {
        &self.0
    }

    /// This genome and one more edit at its end.
    pub fn with(&self, edit: Edit) -> Genome {
        self.iter().cloned().chain([edit]).collect()
    }

    /// This genome without the edit at `index`; the same if there is none.
    pub fn without(&self, index: usize) -> Genome {
        let kept = self.iter().enumerate().filter(|(at, _)| *at != index);
        kept.map(|(_, edit)| edit.clone()).collect()
    }

    /// The edits, taken out.
    pub fn into_edits(self) -> Vec<Edit> {
        self.0
    }
}

impl Deref for Genome {
    type Target = [Edit];

    fn deref(&self) -> &[Edit] {
        &self.0
    }
}

impl From<Vec<Edit>> for Genome {
    fn from(edits: Vec<Edit>) -> Genome {
        Genome(edits)
    }
}

impl FromIterator<Edit> for Genome {
    fn from_iter<I: IntoIterator<Item = Edit>>(edits: I) -> Genome {
        Genome(edits.into_iter().collect())
    }
}

impl IntoIterator for Genome {
    type Item = Edit;
    type IntoIter = std::vec::IntoIter<Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Genome {
    type Item = &'a Edit;
    type IntoIter = std::slice::Iter<'a, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Genome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|edit| writeln!(f, "{edit}"))
    }
}

impl FromStr for Genome {
    type Err = GenomeError;

    fn from_str(text: &str) -> Result<Genome, GenomeError> {
        let mut edits = Vec::new();
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.split('#').next().unwrap_or_default().trim();
            if !text.is_empty() {
                edits.push(text.parse().map_err(|error| GenomeError { line, error })?);
            }
        }
        Ok(Genome(edits))
    }
}

impl TryFrom<String> for Genome {
    type Error = GenomeError;

    fn try_from(text: String) -> Result<Genome, GenomeError> {
        text.parse()
    }
}

impl From<Genome> for String {
    fn from(genome: Genome) -> String {
        genome.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_are_passed_over() {
        let genome: Genome = "\n# a genome\n  delete %3 use %1   # why not\n\n\tset threads 64\n"
            .parse()
            .unwrap();
        assert_eq!(genome.to_string(), "delete %3 use %1\nset threads 64\n");
        assert_eq!("".parse::<Genome>().unwrap(), Genome::default());
    }

    #[test]
    fn an_error_names_the_line_and_what_would_be_right() {
        for (text, line, right) in [
            ("delete %1\n\ndelet %2", 3, "delete, copy, move"),
            ("delete 37", 1, "delete %N [use VALUE]"),
            ("#\ncopy %12 before %37", 2, "`as` is missing"),
            ("copy %12 after %37 as %n3f7a", 1, "`before`"),
            ("operand %41 <- %12", 1, "%41.1"),
            ("operand %41.1 <- i99 3", 1, "i32 1"),
            ("loop %bb5 unroll much", 1, "full"),
            ("loop %bb5 unroll 0", 1, "no factor from 1"),
            ("loop %bb5 vectorize 3", 1, "no power of two"),
            ("loop %bb5 twist", 1, "there are unroll, jam"),
            ("loops twist", 1, "no transformation `twist`"),
            ("perforate %bb5 by 1", 1, "no number from 2"),
            ("perforate %bb5 by 2 scaled up", 1, "`up` is too much"),
            ("prefetch bb5", 1, "prefetch %N"),
            ("set threads many", 1, "set NAME VALUE"),
            ("fast %3 quick", 1, "contract"),
            ("fact magic a", 1, "noalias"),
            ("fact align", 1, "the name of a buffer is missing"),
            ("fact multiple n 12", 1, "no power of two"),
            ("fact multiple n", 1, "the number is missing"),
            ("fact least n -1", 1, "no number from 0"),
            ("fact least n 1 2", 1, "`2` is too much"),
            ("swap %1 %2 %3", 1, "`%3` is too much"),
        ] {
            let error = text.parse::<Genome>().unwrap_err();
            assert_eq!(error.line, line, "{text}");
            assert!(error.to_string().contains(right), "{text}: {error}");
        }
    }

    #[test]
    fn a_genome_is_text_in_other_formats() {
        let genome: Genome = "delete %3\nset threads 64".parse().unwrap();
        let json = serde_json::to_string(&genome).unwrap();
        assert_eq!(json, "\"delete %3\\nset threads 64\\n\"");
        assert_eq!(serde_json::from_str::<Genome>(&json).unwrap(), genome);
        assert_eq!(serde_json::to_string(&genome[0]).unwrap(), "\"delete %3\"");
        assert!(serde_json::from_str::<Genome>("\"delete\"").is_err());
    }
}

//! The keys of a pipeline's file.

use std::path::Path;

use serde::{Deserialize, Serialize};
use toml::Spanned;

/// Why a pipeline cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read.
    #[error("{path}: {message}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        message: String,
    },
    /// Not TOML, an unknown key, or a value of the wrong type; the message has line and column.
    #[error("{path}: {message}")]
    Malformed {
        /// The file.
        path: String,
        /// The parser's message.
        message: String,
    },
    /// Well written, but wrong.
    #[error("{path}:{line}: stage {stage}: {message}")]
    Wrong {
        /// The file.
        path: String,
        /// Counted from 1.
        line: usize,
        /// The stage.
        stage: String,
        /// What would be right.
        message: String,
    },
    /// A stage's command fails.
    #[error("stage {stage}: {reason}\n{output}")]
    Stage {
        /// The stage.
        stage: String,
        /// How.
        reason: String,
        /// The end of what it printed.
        output: String,
    },
    /// The user asked to stop.
    #[error("stopped")]
    Stopped,
}

/// A chain of stages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pipeline {
    /// One line for listings.
    #[serde(default)]
    pub summary: String,
    /// Bytes that a cache may take; half of what the machine has free, unless told otherwise.
    #[serde(default)]
    pub memory: Option<f64>,
    /// The stages, in the order in which elements pass them.
    pub stage: Vec<Spanned<StageText>>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageText {
    /// Its name.
    pub name: String,
    /// Its elements a second on one core, where that is known.
    #[serde(default)]
    pub rate: Option<f64>,
    /// A program that works through `elements` of the stage's elements, on one core, where it is not.
    #[serde(default)]
    pub command: Vec<String>,
    /// How many elements the command works through.
    #[serde(default)]
    pub elements: Option<f64>,
    /// Its elements for each of the pipeline's output.
    #[serde(default = "one")]
    pub visits: f64,
    /// Whether no two of its elements can be worked on at a time.
    #[serde(default)]
    pub sequential: bool,
    /// Whether the same input may give another output the next time.
    #[serde(default)]
    pub random: bool,
    /// Bytes that all of its output takes.
    #[serde(default)]
    pub bytes: Option<f64>,
}

fn one() -> f64 {
    1.0
}

impl Pipeline {
    /// Reads a pipeline's file.
    ///
    /// # Errors
    /// Names the file, the line and what would be right.
    pub fn load(path: &Path) -> Result<Pipeline, Error> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|e| Error::Unreadable {
            path: name.clone(),
            message: e.to_string(),
        })?;
        Pipeline::parse(&name, &text)
    }

    /// Reads a pipeline from text; `path` is for messages.
    ///
    /// # Errors
    /// As [`Pipeline::load`].
    pub fn parse(path: &str, text: &str) -> Result<Pipeline, Error> {
        let pipeline: Pipeline = toml::from_str(text).map_err(|e| Error::Malformed {
            path: path.into(),
            message: e.to_string().trim_end().to_string(),
        })?;
        for stage in &pipeline.stage {
            let line = text
                .get(..stage.span().start)
                .unwrap_or(text)
                .matches('\n')
                .count()
                + 1;
            if let Some(message) = stage.get_ref().fault() {
                let stage = stage.get_ref().name.clone();
                return Err(Error::Wrong {
                    path: path.into(),
                    line,
                    stage,
                    message: message.into(),
                });
            }
        }
        if pipeline.stage.is_empty() {
            return Err(Error::Malformed {
                path: path.into(),
                message: "there are no stages; write at least one [[stage]]".into(),
            });
        }
        Ok(pipeline)
    }
}

impl StageText {
    /// What is wrong with it, if anything is.
    fn fault(&self) -> Option<&'static str> {
        let positive = |number: Option<f64>| number.is_none_or(|n| n > 0.0 && n.is_finite());
        match () {
            () if !positive(Some(self.visits))
                || !positive(self.rate)
                || !positive(self.elements) =>
            {
                Some("rate, elements and visits are numbers above zero")
            }
            () if self.rate.is_some() != self.command.is_empty() => {
                Some("give its `rate`, or a `command` that is timed, not both and not neither")
            }
            () if self.rate.is_none() && self.elements.is_none() => {
                Some("say how many `elements` the command works through")
            }
            () if self
                .bytes
                .is_some_and(|bytes| bytes.is_nan() || bytes < 0.0) =>
            {
                Some("bytes is a number, not below zero")
            }
            () => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_makes_no_sense_is_refused_by_line() {
        let table = [
            (
                "[[stage]]\nname = \"a\"\n",
                "a.toml:1: stage a: give its `rate`",
            ),
            (
                "[[stage]]\nname = \"a\"\nrate = 1.0\ncommand = [\"x\"]\n",
                "not both",
            ),
            (
                "\n[[stage]]\nname = \"a\"\ncommand = [\"x\"]\n",
                "a.toml:2: stage a: say how many",
            ),
            ("[[stage]]\nname = \"a\"\nrate = -3.0\n", "above zero"),
            ("[[stage]]\nname = \"a\"\nrate = nan\n", "above zero"),
            ("[[stage]]\nname = \"a\"\nrate = 1.0\nspeed = 2\n", "speed"),
            ("stage = []\n", "no stages"),
        ];
        for (text, words) in table {
            let error = Pipeline::parse("a.toml", text).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }
}

//! What is tuned and how: `fitness/threads/*.toml`. Every key is documented in `fitness/threads/onnxruntime.toml` and `docs/threads.md`.

mod file;
mod resolve;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::space::{Setting, Space};

pub use file::{
    Better, Bound, Budget, Framework, KnobText, Metric, Number, Range, Read, Run, ValueText,
};

/// A scenario that is part of the program: its name and the text of its file.
macro_rules! built_in {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../../fitness/threads/", $name, ".toml")),
        )
    };
}

/// Scenarios that the binary carries.
const BUILT_IN: [(&str, &str); 4] = [
    built_in!("onnxruntime"),
    built_in!("tensorflow"),
    built_in!("pytorch"),
    built_in!("openmp"),
];

/// Why a scenario cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither a built-in name nor a file.
    #[error(
        "no scenario {name:?}: built in are {known}; anything else must be the path of a .toml file"
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// The built-in names.
        known: String,
    },
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
    #[error("{path}:{line}: {key}: {message}")]
    Wrong {
        /// The file.
        path: String,
        /// Counted from 1.
        line: usize,
        /// The key.
        key: String,
        /// What is wrong and what would be right.
        message: String,
    },
}

/// A scenario as it was read, nothing looked up on this machine yet.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Its name, for reports: the file's, without its ending.
    pub name: String,
    /// The file, for messages, and the text, for lines and for the record.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The content.
    pub file: file::File,
}

/// A scenario on a machine: what is run, and the settings that there are.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What is run.
    pub run: Run,
    /// What is read of it.
    pub metric: Metric,
    /// What a run may not exceed to count, if anything.
    pub bound: Option<Bound>,
    /// What the search may cost.
    pub budget: Budget,
    /// The settings.
    pub space: Space,
    /// Settings that are measured in any case, by what recommends them; the default is `default`.
    pub seeds: Vec<Seed>,
    /// What the user should know: values left out, recommendations that do not apply here.
    pub notes: Vec<String>,
}

/// A setting that somebody recommends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seed {
    /// Who.
    pub name: String,
    /// What.
    pub setting: Setting,
}

/// The name of the seed that everything is compared with.
pub const DEFAULT: &str = "default";

/// What the command line puts in place of the file's.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The model to run.
    pub model: Option<PathBuf>,
    /// The command to run.
    pub command: Vec<String>,
    /// The Python that has the framework.
    pub python: Option<String>,
    /// How often the search may run anything.
    pub trials: Option<usize>,
    /// How long the search may take, minutes.
    pub minutes: Option<f64>,
    /// What a run prints, by a regular expression.
    pub pattern: Option<String>,
    /// What a run prints, by the key of a JSON line.
    pub key: Option<String>,
    /// Which direction is better.
    pub better: Option<Better>,
    /// How long each run is measured, seconds.
    pub measure_s: Option<f64>,
    /// How long a run may take, seconds.
    pub timeout_s: Option<f64>,
}

impl Scenario {
    /// Reads a built-in scenario by name, or a `.toml` file by path.
    ///
    /// # Errors
    /// Names the file, the line and what would be right.
    pub fn load(name: &str) -> Result<Scenario, Error> {
        if let Some((_, text)) = BUILT_IN.iter().find(|(known, _)| *known == name) {
            return Scenario::parse(&format!("fitness/threads/{name}.toml"), text);
        }
        let path = Path::new(name);
        if path.extension().is_none_or(|e| e != "toml") {
            let known = BUILT_IN.map(|(known, _)| known).join(", ");
            return Err(Error::Unknown {
                name: name.into(),
                known,
            });
        }
        let text = std::fs::read_to_string(path).map_err(|e| Error::Unreadable {
            path: name.into(),
            message: e.to_string(),
        })?;
        let mut scenario = Scenario::parse(name, &text)?;
        // What a file names stands beside it.
        if let (Some(model), Some(folder)) = (&mut scenario.file.run.model, path.parent()) {
            *model = folder.join(&*model);
        }
        Ok(scenario)
    }

    /// Reads a scenario from text; `path` is for messages.
    ///
    /// # Errors
    /// As [`Scenario::load`].
    pub fn parse(path: &str, text: &str) -> Result<Scenario, Error> {
        let file = toml::from_str(text).map_err(|e| Error::Malformed {
            path: path.into(),
            message: e.to_string().trim_end().to_string(),
        })?;
        let name = Path::new(path)
            .file_stem()
            .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        Ok(Scenario {
            name,
            path: path.into(),
            text: text.into(),
            file,
        })
    }

    /// Puts what the command line says in place of what the file says.
    pub fn apply(&mut self, overrides: &Overrides) {
        let file = &mut self.file;
        if let Some(model) = &overrides.model {
            file.run.model = Some(model.clone());
        }
        if !overrides.command.is_empty() {
            file.run.command.clone_from(&overrides.command);
        }
        if let Some(python) = &overrides.python {
            file.run.python.clone_from(python);
        }
        let set = |to: &mut f64, from: Option<f64>| *to = from.unwrap_or(*to);
        set(&mut file.run.measure_s, overrides.measure_s);
        set(&mut file.run.timeout_s, overrides.timeout_s);
        file.budget.trials = overrides.trials.or(file.budget.trials);
        file.budget.minutes = overrides.minutes.or(file.budget.minutes);
        if let Some(pattern) = &overrides.pattern {
            file.metric.read = Read::Regex;
            file.metric.pattern = Some(pattern.clone());
        }
        if let Some(key) = &overrides.key {
            file.metric.read = Read::Json;
            file.metric.key = Some(key.clone());
        }
        if let Some(better) = overrides.better {
            file.metric.better = better;
        }
    }

    /// Everything that decides a run's result, for its identity: overrides included, the budget aside, as a larger one goes on.
    pub fn identity(&self) -> String {
        let mut file = self.file.clone();
        file.budget.trials = None;
        file.budget.minutes = None;
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// The line on which the part of the text that was parsed as `span` starts.
    fn line(&self, span: &std::ops::Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or(&self.text);
        before.matches('\n').count() + 1
    }

    fn wrong(
        &self,
        span: Option<std::ops::Range<usize>>,
        key: impl Into<String>,
        message: impl Into<String>,
    ) -> Error {
        Error::Wrong {
            path: self.path.clone(),
            line: span.map_or(1, |span| self.line(&span)),
            key: key.into(),
            message: message.into(),
        }
    }
}

/// Values of knobs by name, as recommendations write them.
pub type Recommendation = BTreeMap<String, toml::Spanned<ValueText>>;

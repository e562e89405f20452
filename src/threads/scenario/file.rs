//! The keys of a scenario's file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::Recommendation;

/// The whole file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// One line for listings.
    #[serde(default)]
    pub summary: String,
    /// Conditions that a setting must meet, such as `pools * threads <= cores`.
    #[serde(default)]
    pub constraints: Vec<Spanned<String>>,
    /// What is run.
    pub run: Run,
    /// What is read of it.
    #[serde(default)]
    pub metric: Metric,
    /// What a run may not exceed to count.
    #[serde(default)]
    pub bound: Option<Bound>,
    /// What the search may cost.
    #[serde(default)]
    pub budget: Budget,
    /// What is set.
    pub knob: Vec<Spanned<KnobText>>,
    /// Settings that somebody recommends: values by knob.
    #[serde(default)]
    pub recommend: BTreeMap<String, Recommendation>,
}

/// Which adapter runs the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Framework {
    /// An ONNX model by ONNX Runtime, loaded into a process of this program.
    OnnxRuntime,
    /// An ONNX model's operators by TensorFlow, in Python.
    TensorFlow,
    /// A TorchScript model by PyTorch, in Python.
    PyTorch,
    /// Any program.
    Command,
}

/// What is run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// Which adapter runs it.
    pub framework: Framework,
    /// The model; beside the scenario's file unless absolute.
    #[serde(default)]
    pub model: Option<PathBuf>,
    /// For `command`: the program and its arguments; `{knob}` is replaced by a knob's value.
    #[serde(default)]
    pub command: Vec<String>,
    /// The Python that has the framework.
    #[serde(default = "python")]
    pub python: String,
    /// Samples that a model is given at a time, where no knob says so.
    #[serde(default = "one")]
    pub batch: usize,
    /// How long a model runs before it is measured, seconds.
    #[serde(default = "warm_up")]
    pub warmup_s: f64,
    /// How long it is measured, seconds.
    #[serde(default = "measure")]
    pub measure_s: f64,
    /// After how many seconds a run is killed, with all that it started.
    #[serde(default = "timeout")]
    pub timeout_s: f64,
    /// Environment variables that every run gets.
    #[serde(default)]
    pub env: BTreeMap<String, String>,
}

fn python() -> String {
    "python3".into()
}

fn one() -> usize {
    1
}

fn warm_up() -> f64 {
    0.1
}

fn measure() -> f64 {
    0.5
}

fn timeout() -> f64 {
    60.0
}

/// Where the metric is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Read {
    /// In the last line of standard output that is a JSON object with the key.
    Json,
    /// In the last match of a regular expression in standard output or error: its first group.
    Regex,
    /// The seconds from start to end of the process.
    Wall,
}

/// Which direction is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// As throughput.
    Higher,
    /// As time.
    Lower,
}

/// What is read of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Where.
    pub read: Read,
    /// For `json`: its key.
    #[serde(default)]
    pub key: Option<String>,
    /// For `regex`: the expression, with one group.
    #[serde(default)]
    pub pattern: Option<String>,
    /// Which direction is better.
    pub better: Better,
    /// For reports.
    #[serde(default)]
    pub unit: String,
}

impl Default for Metric {
    fn default() -> Metric {
        Metric {
            read: Read::Wall,
            key: None,
            pattern: None,
            better: Better::Lower,
            unit: "s".into(),
        }
    }
}

/// What a run may not exceed to count, such as a tail latency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// A key of the JSON line that the metric is read from.
    pub key: String,
    /// The most that it may be.
    pub most: f64,
}

/// What the search may cost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Runs of the search; without it, a tenth of what an exhaustive search would take, a quarter where there are fewer than 50 settings.
    #[serde(default)]
    pub trials: Option<usize>,
    /// Minutes that all runs may take together.
    #[serde(default)]
    pub minutes: Option<f64>,
    /// Runs of each setting in an exhaustive search.
    #[serde(default = "samples")]
    pub samples: usize,
    /// Rounds of fresh runs in which the winner is confirmed: at least.
    #[serde(default = "confirm")]
    pub confirm: usize,
    /// The same: at most.
    #[serde(default = "most")]
    pub confirm_most: usize,
    /// Half the width of the interval of the ratio to the default at which confirming ends: 0.02 is 2 %.
    #[serde(default = "precision")]
    pub precision: f64,
}

fn samples() -> usize {
    10
}

fn confirm() -> usize {
    5
}

fn most() -> usize {
    20
}

fn precision() -> f64 {
    0.02
}

impl Default for Budget {
    fn default() -> Budget {
        Budget {
            trials: None,
            minutes: None,
            samples: samples(),
            confirm: confirm(),
            confirm_most: most(),
            precision: precision(),
        }
    }
}

/// A number, or an expression over the machine's counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Number {
    /// A number.
    Plain(i64),
    /// `cores`, `2 * sockets`.
    Expression(String),
}

/// A value that a knob may have: a number, or text. `"default"` leaves the knob alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ValueText {
    /// A number.
    Number(i64),
    /// Text; in a recommendation and for a knob that has a range, an expression.
    Text(String),
}

/// Numbers from one to another, both included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The least.
    pub from: Number,
    /// The greatest.
    pub to: Number,
    /// What is added from one to the next.
    #[serde(default)]
    pub step: Option<i64>,
    /// What one is multiplied by to give the next.
    #[serde(default)]
    pub factor: Option<i64>,
}

/// What is set, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnobText {
    /// Its name: in constraints, in recommendations, and in commands as `{name}`.
    pub name: String,
    /// Its values, one by one.
    #[serde(default)]
    pub values: Vec<ValueText>,
    /// Its values, as a range of numbers.
    #[serde(default)]
    pub range: Option<Range>,
    /// The value that it has if nobody tunes; `"default"`, which leaves it alone, unless told otherwise.
    #[serde(default)]
    pub default: Option<ValueText>,
    /// Whether it is a number of threads, which is never set above the cores that this process may use.
    #[serde(default)]
    pub threads: bool,
    /// What leaving it alone amounts to, for constraints.
    #[serde(default)]
    pub means: Option<Number>,
    /// An environment variable that sets it.
    #[serde(default)]
    pub env: Option<String>,
    /// An argument that sets it, with `{}` for the value.
    #[serde(default)]
    pub argument: Option<String>,
    /// An option of the adapter that sets it.
    #[serde(default)]
    pub session: Option<String>,
}

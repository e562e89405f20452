//! What is tuned: a kernel, how it is launched, its inputs, its reference and its tolerances.
//!
//! A [`Workload`] is a parsed `workload.toml`. [`Workload::instance`] makes one case of it concrete: buffers with
//! their bytes, launches with their grids and arguments; [`Workload::expected`] says what the outputs should be, and
//! [`Metric::error`] how far from it they are. Nothing in this room knows LLVM, PTX or a target.
//!
//! ```
//! use std::path::Path;
//! use warpsmith::workload::{CaseUse, Workload};
//!
//! let workload = Workload::load(Path::new("corpus/embedding/sls_f32"))?;
//! let case = workload.cases_for(CaseUse::Search).next().unwrap();
//! let instance = workload.instance(case, &workload.default_setup())?;
//! let (buffer, values) = &workload.expected(case, &instance)?[0];
//! assert_eq!(instance.buffers[*buffer].name, "out");
//! assert_eq!(workload.tolerance.metric.error(values, values), 0.0);
//! # Ok::<(), warpsmith::workload::Error>(())
//! ```

mod condition;
mod error;
mod expert;
mod expr;
mod fill;
mod instance;
mod interval;
mod load;
mod manifest;
mod metric;
mod promise;
pub mod reference;
mod scalar;
mod setup;
mod size;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use condition::Condition;
pub use error::{Error, Place, Problem};
pub use expert::Expert;
pub use expr::{Expr, FUNCTIONS, Node, Number, Operation};
pub use fill::Fill;
pub use instance::MAX_BYTES;
pub use interval::Interval;
pub use metric::Metric;
pub use reference::{Builtin, Reference};
pub use scalar::Scalar;
pub use setup::{Reshape, Setup};
pub use size::Size;

/// What a buffer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Read, never written.
    Input,
    /// Written: every element, by some launch. What the reference computes.
    Output,
    /// Read and written; it has data before the first launch, and is checked like an output.
    Inout,
    /// Passed between launches; nobody looks at it afterwards.
    Scratch,
}

/// Values of the symbols that expressions may use: shapes of a case, then tunables.
pub type Symbols = BTreeMap<String, i64>;

/// One buffer of a case, as a target must provide it.
#[derive(Debug, Clone)]
pub struct Buffer {
    /// As the manifest names it.
    pub name: String,
    /// The type of an element.
    pub scalar: Scalar,
    /// Elements, not bytes.
    pub len: usize,
    /// What it is for.
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
    /// The kernel's name.
    pub entry: String,
    /// Blocks in x, y and z.
    pub grid: [u32; 3],
    /// Threads of a block in x, y and z.
    pub block: [u32; 3],
    /// Dynamic shared memory, bytes.
    pub shared: u32,
    /// In the order of the kernel's parameters.
    pub args: Vec<Arg>,
}

/// A case made concrete: what a target executes.
#[derive(Debug, Clone)]
pub struct Instance {
    /// The name of the case.
    pub case: String,
    /// In the order of the manifest.
    pub buffers: Vec<Buffer>,
    /// In order; they share the buffers.
    pub launches: Vec<Launch>,
}

/// Where a workload was read from (for messages and for relative paths).
#[derive(Debug, Clone)]
pub struct Origin {
    /// Absolute.
    pub manifest: PathBuf,
}

/// A parsed and checked `workload.toml`.
#[derive(Debug, Clone)]
pub struct Workload {
    /// Such as `embedding/sls_f32`.
    pub name: String,
    /// One line for people.
    pub summary: String,
    /// Where it was read from.
    pub origin: Origin,
    /// The module, an absolute path.
    pub ir: PathBuf,
    /// What the module was made from, an absolute path.
    pub source: Option<PathBuf>,
    /// The symbols that a case gives values to.
    pub shapes: BTreeMap<String, Shape>,
    /// In the order of the manifest, which is that of [`Instance::buffers`].
    pub buffers: Vec<BufferSpec>,
    /// The symbols that an edit `set` gives values to.
    pub tunables: BTreeMap<String, Tunable>,
    /// In the order in which they run.
    pub launches: Vec<LaunchSpec>,
    /// What edits may state to the compiler.
    pub facts: Facts,
    /// What the outputs are compared with.
    pub reference: Reference,
    /// How far from it they may be.
    pub tolerance: Tolerance,
    /// In the order of the manifest.
    pub cases: Vec<Case>,
    /// The kernel as a person tuned it, where there is one.
    pub expert: Option<Expert>,
    fingerprint: String,
}

/// What is always true of a symbol. Each case is checked against it when the workload is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// Never negative.
    pub min: i64,
    /// Inclusive, as `min` is.
    pub max: Option<i64>,
    /// At least 1.
    pub multiple_of: i64,
}

impl Shape {
    /// The promise that `value` breaks, in words.
    fn broken_by(&self, value: i64) -> Option<String> {
        if value < self.min {
            Some(format!("min = {}", self.min))
        } else if self.max.is_some_and(|max| value > max) {
            self.max.map(|max| format!("max = {max}"))
        } else if value % self.multiple_of != 0 {
            Some(format!("multiple_of = {}", self.multiple_of))
        } else {
            None
        }
    }
}

/// A buffer as the manifest describes it.
#[derive(Debug, Clone)]
pub struct BufferSpec {
    /// How launches and messages call it.
    pub name: String,
    /// The type of an element.
    pub scalar: Scalar,
    /// Elements, over the shapes (scratch: over the tunables, too).
    pub len: Expr,
    /// What it is for.
    pub role: Role,
    /// There is one for `input` and `inout`; a case may put another in its place.
    pub fill: Option<Fill>,
}

/// A launch parameter that the search may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tunable {
    /// In the order of the manifest, without repetition.
    pub values: Vec<i64>,
    /// One of the values.
    pub default: i64,
}

/// A launch as the manifest describes it.
#[derive(Debug, Clone)]
pub struct LaunchSpec {
    /// The kernel's name.
    pub entry: String,
    /// One to three dimensions, x first; blocks.
    pub grid: Vec<Expr>,
    /// One to three dimensions, x first; threads.
    pub block: Vec<Expr>,
    /// Dynamic shared memory, bytes.
    pub shared: Option<Expr>,
    /// In the order of the kernel's parameters.
    pub args: Vec<ArgSpec>,
    place: Place,
}

/// An argument of a launch as the manifest describes it.
#[derive(Debug, Clone)]
pub enum ArgSpec {
    /// The name of a buffer: its address.
    Buffer(String),
    /// A value of a type. [`Expr::as_symbol`] says whether it is a shape, whose promises then hold for the argument.
    Scalar(Scalar, Number),
}

/// What the workload promises about its buffers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// No two buffers of a launch overlap.
    pub noalias: bool,
    /// Every buffer's address is a multiple of this many bytes.
    pub align: Option<u32>,
    /// No buffer has more elements. Each instance is checked against it when it is made.
    pub longest: Option<u64>,
}

/// How far outputs may be from their reference.
#[derive(Debug, Clone, PartialEq)]
pub struct Tolerance {
    /// What the limits are measured in.
    pub metric: Metric,
    /// Reassociation and fused operations only.
    pub strict: f64,
    /// What a user of the model accepts.
    pub serving: f64,
    /// What a paper calls harmless.
    pub relaxed: f64,
}

/// A tier of a [`Tolerance`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// See [`Tolerance::strict`].
    #[default]
    Strict,
    /// See [`Tolerance::serving`].
    Serving,
    /// See [`Tolerance::relaxed`].
    Relaxed,
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Tier::Strict => "strict",
            Tier::Serving => "serving",
            Tier::Relaxed => "relaxed",
        })
    }
}

impl LaunchSpec {
    /// Where the manifest has it.
    pub fn place(&self) -> &Place {
        &self.place
    }
}

impl Tolerance {
    /// The largest error that `tier` allows.
    pub fn limit(&self, tier: Tier) -> f64 {
        match tier {
            Tier::Strict => self.strict,
            Tier::Serving => self.serving,
            Tier::Relaxed => self.relaxed,
        }
    }
}

/// What a case is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseUse {
    /// Steers the search; small.
    Search,
    /// Judges winners, and nothing else ever sees it.
    HeldOut,
    /// Timed on a real device; large.
    Device,
}

/// One concrete instance of a workload: shape values and an input seed.
#[derive(Debug, Clone)]
pub struct Case {
    /// Distinct within a workload.
    pub name: String,
    /// What it is for.
    pub role: CaseUse,
    /// A value for each shape.
    pub symbols: Symbols,
    /// What its random inputs come from; see [`Fill`].
    pub seed: u64,
    /// Fills in place of the buffers' own, by buffer name.
    pub fills: BTreeMap<String, Fill>,
    place: Place,
}

impl Workload {
    /// Reads a workload: `path` is its folder or the `workload.toml` itself.
    ///
    /// Everything that can be known without data is checked: names, expressions, the promises of the shapes, and
    /// the sizes of every case under the default tunables.
    ///
    /// # Errors
    /// What is wrong, with its file, line and key.
    pub fn load(path: &Path) -> Result<Workload, Error> {
        load::load(path)
    }

    /// The tunables as the manifest sets them.
    pub fn default_tunables(&self) -> Symbols {
        self.tunables
            .iter()
            .map(|(name, tunable)| (name.clone(), tunable.default))
            .collect()
    }

    /// The launches as the manifest has them.
    pub fn default_setup(&self) -> Setup {
        Setup::of(self.default_tunables())
    }

    /// The cases of one use, in the order of the manifest.
    pub fn cases_for(&self, role: CaseUse) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(move |case| case.role == role)
    }

    /// The case called `name`.
    pub fn case(&self, name: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.name == name)
    }

    /// What the outputs of `instance`, made from `case`, should be: pairs of a buffer index and the buffer's elements,
    /// computed in float64 from the inputs as they are stored.
    ///
    /// # Errors
    /// Inputs that make no sense for the reference: sizes that differ, an index out of range.
    pub fn expected(
        &self,
        case: &Case,
        instance: &Instance,
    ) -> Result<Vec<(usize, Vec<f64>)>, Error> {
        self.reference.compute(&case.symbols, instance)
    }

    /// A hash over the manifest's bytes and the module's: what a run's results belong to. 64 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.fingerprint.clone()
    }
}

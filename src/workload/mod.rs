//! What is tuned: a kernel, how it is launched, its inputs, its reference and its tolerances.
//!
//! A [`Workload`] is a parsed `workload.toml`. [`Workload::instance`] makes one case of it concrete: buffers with
//! their bytes, launches with their grids and arguments; [`Workload::expected`] says what the outputs should be, and
//! [`Workload::errors`] how far from it they are. Nothing in this room knows LLVM, PTX or a target.
//!
//! ```
//! use std::path::Path;
//! use warpsmith::workload::{CaseUse, Workload};
//!
//! let workload = Workload::load(Path::new("corpus/embedding/sls_f32"))?;
//! let case = workload.cases_for(CaseUse::Search).next().unwrap();
//! let instance = workload.instance(case, &workload.default_setup())?;
//! let expected = workload.expected(case, &instance)?;
//! let (buffer, values) = &expected[0];
//! assert_eq!(instance.buffers[*buffer].name, "out");
//! assert_eq!(workload.errors(case, &instance, &expected, &expected)?, [0.0]);
//! # Ok::<(), warpsmith::workload::Error>(())
//! ```

mod condition;
mod error;
mod expert;
mod expr;
mod file;
mod fill;
mod floor;
mod instance;
mod interval;
mod load;
mod manifest;
mod metric;
mod passes;
mod promise;
pub mod reference;
mod scalar;
mod setup;
mod size;
#[cfg(test)]
mod tests;
mod tolerance;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use condition::Condition;
pub use error::{Error, Place, Problem};
pub use expert::Expert;
pub use expr::{Expr, FUNCTIONS, Node, Number, Operation};
pub use file::read as read_file;
pub use fill::Fill;
pub use floor::{Floor, Work};
pub use instance::MAX_BYTES;
pub use interval::Interval;
pub use metric::Metric;
pub use passes::{Exit, Loop, MAX_LAUNCHES};
pub use reference::{Builtin, Inputs, Reference};
pub use scalar::Scalar;
pub use setup::{Reshape, Setup};
pub use size::Size;
pub use tolerance::{Tier, Tolerance, Yardstick};

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

impl Role {
    /// Whether what launches leave in the buffer is looked at.
    pub fn is_result(self) -> bool {
        matches!(self, Role::Output | Role::Inout)
    }
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
#[derive(Debug, Clone, Default)]
pub struct Launch {
    /// Index into [`Workload::launches`]: repetitions of a launch have the same.
    pub number: usize,
    /// The buffer that is all zeros when the launch begins, whatever was in it.
    pub clear: Option<usize>,
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
    /// Buffers that exchange their contents when it has ended.
    pub swap: Vec<[usize; 2]>,
    /// Whether another launch than the next one may follow, looked at last.
    pub exit: Option<Exit>,
}

/// A case made concrete: what a target executes.
#[derive(Debug, Clone)]
pub struct Instance {
    /// The name of the case.
    pub case: String,
    /// In the order of the manifest.
    pub buffers: Vec<Buffer>,
    /// In order, each repetition of its own; they share the buffers.
    pub launches: Vec<Launch>,
}

impl Instance {
    /// The place of a buffer.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.buffers.iter().position(|buffer| buffer.name == name)
    }
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
    /// What repeats launches, by name.
    pub loops: BTreeMap<String, Loop>,
    /// In the order in which they run.
    pub launches: Vec<LaunchSpec>,
    /// What edits may state to the compiler.
    pub facts: Facts,
    /// What the outputs are compared with.
    pub reference: Reference,
    /// How far from it they may be, and in what that is measured; every output has one at least.
    pub tolerances: Vec<Tolerance>,
    /// What any kernel must move and compute, where the manifest says so.
    pub floor: Option<Floor>,
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
    /// The name of the loop that it is in.
    pub in_loop: Option<String>,
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
    /// Inputs of which no element is smaller than the one before it. Each instance is checked when it is filled.
    pub rising: Vec<String>,
}

impl LaunchSpec {
    /// Where the manifest has it.
    pub fn place(&self) -> &Place {
        &self.place
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
    /// Files with what outputs should be, in place of the reference's own, by buffer name; absolute.
    pub expected: BTreeMap<String, PathBuf>,
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
        self.reference.compute(case, instance)
    }

    /// A hash over the manifest's bytes and the module's: what a run's results belong to. 64 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.fingerprint.clone()
    }
}

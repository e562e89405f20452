//! What outputs should be: float64 computations of ours, from the inputs as they are stored.
//!
//! A reference reads the same bytes as the kernel does, so that the rounding of the inputs is no error of the kernel.
//! It sums in a fixed order within an element and is parallel across elements: its results do not depend on the
//! number of threads. Each has a file with the computation, which tests call, and a [`Builtin`] that says what it takes.

pub mod ann;
pub mod attention;
pub mod cached;
pub mod convolution;
pub mod graph;
mod inputs;
pub mod moe;
pub mod quantized;
pub mod rodinia;
pub mod sls;
pub mod svm;
pub mod tapwise;
pub mod transformer;
pub mod winograd;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::expr::Expr;
use super::{Case, Error, Instance, Place, Problem, Symbols, file};

pub use inputs::{Inputs, Judged};

/// A reference that manifests can name.
pub struct Builtin {
    /// As manifests call it.
    pub name: &'static str,
    /// The buffers that it reads, as they are before the first launch.
    pub inputs: &'static [&'static str],
    /// The buffers that it computes. One may be among the inputs, too: what a launch changes in place.
    pub outputs: &'static [&'static str],
    /// The sizes that it takes.
    pub sizes: &'static [&'static str],
    /// The elements of each output, in the order of `outputs`.
    compute: fn(&Inputs<'_>) -> Result<Vec<Vec<f64>>, Error>,
    /// What it can tell of outputs that no metric can: how good a choice is of which there are several.
    measures: &'static [Measure],
}

/// A property of outputs that takes the inputs to judge.
pub struct Measure {
    /// As tolerances call it.
    pub name: &'static str,
    /// The error: 0 where all is right.
    error: fn(&Judged<'_>) -> Result<f64, Error>,
}

impl fmt::Debug for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// All of them.
pub static BUILTINS: [&Builtin; 33] = [
    &ann::GRAPH_HOP,
    &ann::L2_TOPK,
    &attention::FORWARD,
    &attention::PRUNED,
    &cached::CACHED_LOOKUP,
    &convolution::CONV3X3,
    &graph::MULTI_SNAPSHOT,
    &graph::SDDMM,
    &graph::SPMM,
    &moe::DISPATCH,
    &moe::GATE,
    &rodinia::backprop::BACKPROP,
    &rodinia::bfs::BFS,
    &rodinia::btree::BTREE_FIND,
    &rodinia::gaussian::GAUSSIAN,
    &rodinia::hotspot::HOTSPOT,
    &rodinia::kmeans::KMEANS,
    &rodinia::lavamd::LAVAMD,
    &rodinia::lud::LUD,
    &rodinia::nn::NN,
    &rodinia::nw::NW,
    &rodinia::particlefilter::FIND_INDEX,
    &rodinia::pathfinder::PATHFINDER,
    &rodinia::srad::SRAD,
    &rodinia::streamcluster::COMPUTE_COST,
    &sls::DEDUP_POOL,
    &sls::SLS,
    &sls::SLS_Q8,
    &svm::SMO,
    &tapwise::F4_TAPWISE,
    &transformer::BIAS_GELU,
    &transformer::LAYERNORM_RESIDUAL,
    &transformer::SOFTMAX_CONTEXT,
];

impl Builtin {
    /// The one of that name.
    pub fn named(name: &str) -> Option<&'static Builtin> {
        BUILTINS.into_iter().find(|builtin| builtin.name == name)
    }

    /// Its names for the buffers that it reads and computes, each once.
    pub fn buffers(&self) -> Vec<&'static str> {
        let mut names = self.inputs.to_vec();
        let outputs = self.outputs.iter();
        names.extend(outputs.filter(|name| !self.inputs.contains(name)));
        names
    }
}

impl fmt::Debug for Builtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Where the right outputs come from.
#[derive(Debug, Clone)]
pub enum Reference {
    /// They are computed.
    Builtin(Applied),
    /// They are read: a file for each output that no case has another for, by buffer name.
    Files {
        /// Absolute paths.
        files: BTreeMap<String, PathBuf>,
        /// Where the manifest names them.
        place: Place,
    },
    /// They are what the unedited kernel computes, which says nothing of whether that is right.
    Baseline {
        /// Where the manifest says so.
        place: Place,
    },
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reference::Builtin(applied) => write!(f, "{} in float64", applied.builtin.name),
            Reference::Files { .. } => f.write_str("files of expected outputs"),
            Reference::Baseline { .. } => f.write_str("the unedited kernel's own output"),
        }
    }
}

/// A builtin and what it is applied to.
#[derive(Debug, Clone)]
pub struct Applied {
    /// What computes the outputs.
    pub builtin: &'static Builtin,
    /// The builtin's name for a buffer to the workload's.
    pub buffers: BTreeMap<&'static str, String>,
    /// The builtin's sizes, over the shapes.
    pub sizes: BTreeMap<&'static str, Expr>,
    pub(super) place: Place,
}

impl Reference {
    /// Where the manifest has it.
    fn place(&self) -> &Place {
        match self {
            Reference::Builtin(applied) => &applied.place,
            Reference::Files { place, .. } | Reference::Baseline { place } => place,
        }
    }

    /// What it can measure beside the metrics that every output can have.
    pub(super) fn measures(&self) -> &'static [Measure] {
        match self {
            Reference::Builtin(applied) => applied.builtin.measures,
            Reference::Files { .. } | Reference::Baseline { .. } => &[],
        }
    }

    /// What every output of a case should be, by buffer index, in the order of the buffers.
    pub(super) fn compute(
        &self,
        case: &Case,
        instance: &Instance,
    ) -> Result<Vec<(usize, Vec<f64>)>, Error> {
        let mut expected = match self {
            Reference::Builtin(applied) => applied.compute(&case.symbols, instance)?,
            Reference::Files { .. } => Vec::new(),
            Reference::Baseline { place } => {
                let message = "what is right is known only when the kernel has run";
                return Err(Error::invalid(
                    place.clone(),
                    Problem::Other(message.into()),
                ));
            }
        };
        for (at, buffer) in instance.buffers.iter().enumerate() {
            let own = match self {
                Reference::Files { files, .. } => files.get(&buffer.name),
                Reference::Builtin(_) | Reference::Baseline { .. } => None,
            };
            let Some(file) = case.expected.get(&buffer.name).or(own) else {
                continue;
            };
            let values = file::values(file, buffer.scalar, buffer.len).map_err(|reason| {
                let message = format!("case `{}`: {reason}", case.name);
                Error::invalid(self.place().clone(), Problem::Other(message))
            })?;
            expected.retain(|(other, _)| *other != at);
            expected.push((at, values));
        }
        let results = instance.buffers.iter().enumerate();
        for (at, buffer) in results.filter(|(_, buffer)| buffer.role.is_result()) {
            if !expected.iter().any(|(known, _)| *known == at) {
                let message = format!(
                    "case `{}`: nothing says what `{}` should be; name a file for it",
                    case.name, buffer.name
                );
                return Err(Error::invalid(
                    self.place().clone(),
                    Problem::Other(message),
                ));
            }
        }
        expected.sort_by_key(|(at, _)| *at);
        Ok(expected)
    }

    /// What a measure of the builtin says of the outputs of a case.
    pub(super) fn measure(
        &self,
        measure: &Measure,
        case: &Case,
        instance: &Instance,
        expected: &[(usize, Vec<f64>)],
        outputs: &[(usize, Vec<f64>)],
    ) -> Result<f64, Error> {
        let Reference::Builtin(applied) = self else {
            return Ok(f64::INFINITY);
        };
        let inputs = applied.inputs(&case.symbols, instance);
        let error = (measure.error)(&Judged {
            inputs: &inputs,
            expected,
            outputs,
        })?;
        // Whatever cannot be compared is infinitely far away.
        Ok(if error >= 0.0 { error } else { f64::INFINITY })
    }
}

impl Applied {
    fn inputs<'a>(&'a self, symbols: &'a Symbols, instance: &'a Instance) -> Inputs<'a> {
        Inputs {
            reference: self,
            builtin: self.builtin,
            symbols,
            instance,
        }
    }

    /// What the builtin computes, by buffer index.
    fn compute(
        &self,
        symbols: &Symbols,
        instance: &Instance,
    ) -> Result<Vec<(usize, Vec<f64>)>, Error> {
        let inputs = self.inputs(symbols, instance);
        let computed = (self.builtin.compute)(&inputs)?;
        let mut expected = Vec::with_capacity(computed.len());
        for (name, values) in self.builtin.outputs.iter().zip(computed) {
            let (at, buffer) = inputs.buffer(name)?;
            if values.len() != buffer.len {
                return Err(inputs.wrong(format!(
                    "it computes {} elements, and `{}` has {}",
                    values.len(),
                    buffer.name,
                    buffer.len
                )));
            }
            expected.push((at, values));
        }
        Ok(expected)
    }
}

//! What outputs should be: float64 computations of ours, from the inputs as they are stored.
//!
//! A reference reads the same bytes as the kernel does, so that the rounding of the inputs is no error of the kernel.
//! It sums in a fixed order within an element and is parallel across elements: its results do not depend on the
//! number of threads. Each has a file with the computation, which tests call, and a [`Builtin`] that says what it takes.

pub mod attention;
mod inputs;
pub mod sls;
pub mod transformer;
pub mod winograd;

use std::collections::BTreeMap;
use std::fmt;

use super::expr::Expr;
use super::{Error, Instance, Place, Symbols};

pub use inputs::Inputs;

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
}

/// All of them.
pub static BUILTINS: [&Builtin; 6] = [
    &attention::FORWARD,
    &sls::SLS,
    &transformer::BIAS_GELU,
    &transformer::LAYERNORM_RESIDUAL,
    &transformer::SOFTMAX_CONTEXT,
    &winograd::F2,
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

/// A builtin and what it is applied to.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What computes the outputs.
    pub builtin: &'static Builtin,
    /// The builtin's name for a buffer to the workload's.
    pub buffers: BTreeMap<&'static str, String>,
    /// The builtin's sizes, over the shapes.
    pub sizes: BTreeMap<&'static str, Expr>,
    pub(super) place: Place,
}

impl Reference {
    /// The outputs that the reference knows, by buffer index, in the order of the buffers.
    pub(super) fn compute(
        &self,
        symbols: &Symbols,
        instance: &Instance,
    ) -> Result<Vec<(usize, Vec<f64>)>, Error> {
        let inputs = Inputs {
            reference: self,
            builtin: self.builtin,
            symbols,
            instance,
        };
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
        expected.sort_by_key(|(at, _)| *at);
        Ok(expected)
    }
}

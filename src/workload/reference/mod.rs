//! What outputs should be: float64 computations of ours, from the inputs as they are stored.
//!
//! A reference reads the same bytes as the kernel does, so that the rounding of the inputs is no error of the kernel.
//! It sums in a fixed order within an element and is parallel across elements: its results do not depend on the
//! number of threads.

pub mod attention;
pub mod sls;
pub mod transformer;
pub mod winograd;

use std::collections::BTreeMap;

use super::expr::Expr;
use super::{Error, Instance, Place, Problem, Symbols};

/// What layer normalisation adds to a variance.
const LAYERNORM_EPSILON: f64 = 1e-5;

/// The references that manifests can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    /// [`sls::sls`]
    Sls,
    /// [`winograd::convolve`]: the direct convolution, with the filters before their transform.
    WinogradF2,
    /// [`attention::attention`]
    AttentionForward,
    /// [`transformer::bias_gelu`]
    BiasGelu,
    /// [`transformer::layernorm_residual`], with an epsilon of 1e-5.
    LayernormResidual,
    /// [`transformer::softmax_context`], scaled by `1 / sqrt(dim)`.
    SoftmaxContext,
}

impl Builtin {
    /// All of them.
    pub const ALL: [Builtin; 6] = [
        Builtin::Sls,
        Builtin::WinogradF2,
        Builtin::AttentionForward,
        Builtin::BiasGelu,
        Builtin::LayernormResidual,
        Builtin::SoftmaxContext,
    ];

    /// As manifests call it.
    pub const fn name(self) -> &'static str {
        match self {
            Builtin::Sls => "sls",
            Builtin::WinogradF2 => "winograd_f2",
            Builtin::AttentionForward => "attention_forward",
            Builtin::BiasGelu => "bias_gelu",
            Builtin::LayernormResidual => "layernorm_residual",
            Builtin::SoftmaxContext => "softmax_context",
        }
    }

    /// The buffers that it takes; the last is the output that it computes.
    pub const fn buffers(self) -> &'static [&'static str] {
        match self {
            Builtin::Sls => &["table", "index", "start", "out"],
            Builtin::WinogradF2 => &["input", "weights", "out"],
            Builtin::AttentionForward => &["q", "k", "v", "out"],
            Builtin::BiasGelu => &["input", "bias", "out"],
            Builtin::LayernormResidual => &["input", "residual", "bias", "gamma", "beta", "out"],
            Builtin::SoftmaxContext => &["scores", "out"],
        }
    }

    /// The sizes that it takes.
    pub const fn sizes(self) -> &'static [&'static str] {
        match self {
            Builtin::Sls => &["dim"],
            Builtin::WinogradF2 => &["images", "channels", "outputs", "height", "width"],
            Builtin::AttentionForward => &["heads", "seq", "dim"],
            Builtin::BiasGelu | Builtin::LayernormResidual => &["rows", "columns"],
            Builtin::SoftmaxContext => &["heads", "queries", "keys", "dim"],
        }
    }
}

/// A builtin and what it is applied to.
#[derive(Debug, Clone)]
pub struct Reference {
    /// What computes the outputs.
    pub builtin: Builtin,
    /// The builtin's name for a buffer to the workload's.
    pub buffers: BTreeMap<&'static str, String>,
    /// The builtin's sizes, over the shapes.
    pub sizes: BTreeMap<&'static str, Expr>,
    pub(super) place: Place,
}

impl Reference {
    /// The outputs that the reference knows, by buffer index.
    pub(super) fn compute(
        &self,
        symbols: &Symbols,
        instance: &Instance,
    ) -> Result<Vec<(usize, Vec<f64>)>, Error> {
        let inputs = Inputs {
            reference: self,
            symbols,
            instance,
        };
        let out = *self.builtin.buffers().last().unwrap_or(&"out");
        let (at, buffer) = inputs.buffer(out)?;
        let values = inputs.outputs()?;
        if values.len() != buffer.len {
            return Err(inputs.wrong(format!(
                "it computes {} elements, and `{}` has {}",
                values.len(),
                buffer.name,
                buffer.len
            )));
        }
        Ok(vec![(at, values)])
    }
}

struct Inputs<'a> {
    reference: &'a Reference,
    symbols: &'a Symbols,
    instance: &'a Instance,
}

impl Inputs<'_> {
    /// What the builtin makes of the inputs.
    fn outputs(&self) -> Result<Vec<f64>, Error> {
        Ok(match self.reference.builtin {
            Builtin::Sls => {
                let (_, table) = self.buffer("table")?;
                let bytes = table.data.as_deref().unwrap_or_default();
                sls::sls(
                    |at| table.scalar.get(bytes, at),
                    &self.values("index")?,
                    &self.values("start")?,
                    self.size("dim")?,
                )
                .map_err(|reason| self.wrong(reason))?
            }
            Builtin::WinogradF2 => {
                let shape = winograd::Shape {
                    images: self.size("images")?,
                    channels: self.size("channels")?,
                    outputs: self.size("outputs")?,
                    height: self.size("height")?,
                    width: self.size("width")?,
                };
                let plane = [shape.height, shape.width];
                let input = self.shaped(
                    "input",
                    &[&[shape.images, shape.channels], &plane[..]].concat(),
                )?;
                let weights = self.shaped("weights", &[shape.outputs, shape.channels, 3, 3])?;
                winograd::convolve(shape, &input, &weights)
            }
            Builtin::AttentionForward => {
                let shape = attention::Shape {
                    heads: self.size("heads")?,
                    seq: self.size("seq")?,
                    dim: self.size("dim")?,
                };
                let sizes = [shape.heads, shape.seq, shape.dim];
                attention::attention(
                    shape,
                    &self.shaped("q", &sizes)?,
                    &self.shaped("k", &sizes)?,
                    &self.shaped("v", &sizes)?,
                )
            }
            Builtin::BiasGelu => {
                let (rows, columns) = (self.size("rows")?, self.size("columns")?);
                transformer::bias_gelu(
                    &self.shaped("input", &[rows, columns])?,
                    &self.shaped("bias", &[columns])?,
                )
            }
            Builtin::LayernormResidual => {
                let (rows, columns) = (self.size("rows")?, self.size("columns")?);
                let [bias, gamma, beta] =
                    ["bias", "gamma", "beta"].map(|name| self.shaped(name, &[columns]));
                transformer::layernorm_residual(
                    [
                        &self.shaped("input", &[rows, columns])?,
                        &self.shaped("residual", &[rows, columns])?,
                    ],
                    [&bias?, &gamma?, &beta?],
                    LAYERNORM_EPSILON,
                )
            }
            Builtin::SoftmaxContext => {
                let (queries, keys) = (self.size("queries")?, self.size("keys")?);
                if queries > keys {
                    return Err(self.wrong(format!("{queries} queries of only {keys} keys")));
                }
                let scores = self.shaped("scores", &[self.size("heads")?, queries, keys])?;
                let scale = 1.0 / (self.size("dim")? as f64).sqrt();
                transformer::softmax_context(&scores, queries, keys, scale)
            }
        })
    }

    fn buffer(&self, name: &str) -> Result<(usize, &super::Buffer), Error> {
        let buffers = &self.instance.buffers;
        let wanted = self
            .reference
            .buffers
            .get(name)
            .map_or(name, String::as_str);
        buffers
            .iter()
            .enumerate()
            .find(|(_, buffer)| buffer.name == wanted)
            .ok_or_else(|| self.wrong(format!("the instance has no buffer `{wanted}`")))
    }

    /// The stored values of an input.
    fn values(&self, name: &str) -> Result<Vec<f64>, Error> {
        let (_, buffer) = self.buffer(name)?;
        Ok(buffer
            .scalar
            .decode(buffer.data.as_deref().unwrap_or_default()))
    }

    /// The stored values of an input that has these sizes.
    fn shaped(&self, name: &str, sizes: &[usize]) -> Result<Vec<f64>, Error> {
        let values = self.values(name)?;
        let wanted = sizes
            .iter()
            .try_fold(1usize, |product, size| product.checked_mul(*size));
        if wanted == Some(values.len()) {
            return Ok(values);
        }
        Err(self.wrong(format!(
            "`{name}` has {} elements; {sizes:?} are wanted",
            values.len()
        )))
    }

    fn size(&self, name: &str) -> Result<usize, Error> {
        let value = match self.reference.sizes.get(name) {
            Some(expr) => expr.eval(self.symbols)?,
            None => return Err(self.wrong(format!("the size `{name}` is not given"))),
        };
        match usize::try_from(value) {
            Ok(size) if size > 0 => Ok(size),
            _ => Err(self.wrong(format!(
                "the size `{name}` is {value}; it must be at least 1"
            ))),
        }
    }

    fn wrong(&self, reason: String) -> Error {
        Error::invalid(
            self.reference.place.clone(),
            Problem::Other(format!(
                "case `{}`, reference `{}`: {reason}",
                self.instance.case,
                self.reference.builtin.name()
            )),
        )
    }
}

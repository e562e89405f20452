//! What outputs should be: float64 computations of ours, from the inputs as they are stored.
//!
//! A reference reads the same bytes as the kernel does, so that the rounding of the inputs is no error of the kernel.
//! It sums in a fixed order within an element and is parallel across elements: its results do not depend on the
//! number of threads.

pub mod attention;
pub mod sls;
pub mod winograd;

use std::collections::BTreeMap;

use super::expr::Expr;
use super::{Error, Instance, Place, Problem, Symbols};

/// The references that manifests can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Builtin {
    /// [`sls::sls`]
    Sls,
    /// [`winograd::convolve`]: the direct convolution, with the filters before their transform.
    WinogradF2,
    /// [`attention::attention`]
    AttentionForward,
}

impl Builtin {
    /// All of them.
    pub const ALL: [Builtin; 3] = [Builtin::Sls, Builtin::WinogradF2, Builtin::AttentionForward];

    /// As manifests call it.
    pub const fn name(self) -> &'static str {
        match self {
            Builtin::Sls => "sls",
            Builtin::WinogradF2 => "winograd_f2",
            Builtin::AttentionForward => "attention_forward",
        }
    }

    /// The buffers that it takes; the last is the output that it computes.
    pub const fn buffers(self) -> &'static [&'static str] {
        match self {
            Builtin::Sls => &["table", "index", "start", "out"],
            Builtin::WinogradF2 => &["input", "weights", "out"],
            Builtin::AttentionForward => &["q", "k", "v", "out"],
        }
    }

    /// The sizes that it takes.
    pub const fn sizes(self) -> &'static [&'static str] {
        match self {
            Builtin::Sls => &["dim"],
            Builtin::WinogradF2 => &["images", "channels", "outputs", "height", "width"],
            Builtin::AttentionForward => &["heads", "seq", "dim"],
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
        let values = match self.builtin {
            Builtin::Sls => {
                let (_, table) = inputs.buffer("table")?;
                let bytes = table.data.as_deref().unwrap_or_default();
                sls::sls(
                    |at| table.scalar.get(bytes, at),
                    &inputs.values("index")?,
                    &inputs.values("start")?,
                    inputs.size("dim")?,
                )
                .map_err(|reason| inputs.wrong(reason))?
            }
            Builtin::WinogradF2 => {
                let shape = winograd::Shape {
                    images: inputs.size("images")?,
                    channels: inputs.size("channels")?,
                    outputs: inputs.size("outputs")?,
                    height: inputs.size("height")?,
                    width: inputs.size("width")?,
                };
                let plane = [shape.height, shape.width];
                let input = inputs.shaped(
                    "input",
                    &[&[shape.images, shape.channels], &plane[..]].concat(),
                )?;
                let weights = inputs.shaped("weights", &[shape.outputs, shape.channels, 3, 3])?;
                winograd::convolve(shape, &input, &weights)
            }
            Builtin::AttentionForward => {
                let shape = attention::Shape {
                    heads: inputs.size("heads")?,
                    seq: inputs.size("seq")?,
                    dim: inputs.size("dim")?,
                };
                let sizes = [shape.heads, shape.seq, shape.dim];
                attention::attention(
                    shape,
                    &inputs.shaped("q", &sizes)?,
                    &inputs.shaped("k", &sizes)?,
                    &inputs.shaped("v", &sizes)?,
                )
            }
        };
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

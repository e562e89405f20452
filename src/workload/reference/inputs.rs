//! What a builtin reference reads: a case's buffers and sizes, by the builtin's names for them.

use crate::workload::{Buffer, Error, Instance, Problem, Symbols};

use super::{Applied, Builtin};

/// The inputs of a builtin in one case.
pub struct Inputs<'a> {
    pub(super) reference: &'a Applied,
    pub(super) builtin: &'static Builtin,
    pub(super) symbols: &'a Symbols,
    pub(super) instance: &'a Instance,
}

impl Inputs<'_> {
    /// A buffer and its place among the instance's.
    pub(super) fn buffer(&self, name: &str) -> Result<(usize, &Buffer), Error> {
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
    pub(super) fn values(&self, name: &str) -> Result<Vec<f64>, Error> {
        let (_, buffer) = self.buffer(name)?;
        Ok(buffer
            .scalar
            .decode(buffer.data.as_deref().unwrap_or_default()))
    }

    /// The stored values of an input that has these sizes.
    pub(super) fn shaped(&self, name: &str, sizes: &[usize]) -> Result<Vec<f64>, Error> {
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

    /// One of the builtin's sizes; at least 1.
    pub(super) fn size(&self, name: &str) -> Result<usize, Error> {
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

    /// What is wrong with the inputs, with the case and the builtin.
    pub(super) fn wrong(&self, reason: String) -> Error {
        Error::invalid(
            self.reference.place.clone(),
            Problem::Other(format!(
                "case `{}`, reference `{}`: {reason}",
                self.instance.case, self.builtin.name
            )),
        )
    }
}

/// The outputs of a launch, and what they should be, by the builtin's names for them.
pub struct Judged<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) expected: &'a [(usize, Vec<f64>)],
    pub(super) outputs: &'a [(usize, Vec<f64>)],
}

impl Judged<'_> {
    /// What an output is.
    pub(super) fn output(&self, name: &str) -> Result<&[f64], Error> {
        self.find(self.outputs, name)
    }

    /// What an output should be.
    pub(super) fn expected(&self, name: &str) -> Result<&[f64], Error> {
        self.find(self.expected, name)
    }

    fn find<'v>(&self, values: &'v [(usize, Vec<f64>)], name: &str) -> Result<&'v [f64], Error> {
        let (at, buffer) = self.inputs.buffer(name)?;
        let found = values.iter().find(|(known, _)| *known == at);
        let (_, values) = found.ok_or_else(|| {
            self.inputs
                .wrong(format!("there are no values of `{}`", buffer.name))
        })?;
        Ok(values)
    }
}

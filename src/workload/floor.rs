//! The physical floor: what must move and be computed whoever writes the kernel.

use super::{Case, Error, Expr, Workload};

/// What any kernel must do, over the shapes: no faster time than that of these is possible.
#[derive(Debug, Clone)]
pub struct Floor {
    /// Bytes between memory and device: every input that is needed once, every output once. What caches hold between launches is not counted.
    pub bytes: Expr,
    /// Arithmetic operations of 32 bits or more, a fused multiply-add counted as two.
    pub operations: Option<Expr>,
}

/// The floor of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// See [`Floor::bytes`].
    pub bytes: u64,
    /// See [`Floor::operations`]; 0 where the manifest says nothing.
    pub operations: u64,
}

impl Work {
    /// Operations a byte, where there are any.
    pub fn intensity(self) -> f64 {
        self.operations as f64 / self.bytes as f64
    }
}

impl Workload {
    /// What any kernel must do for `case`; `None` where the manifest does not say.
    ///
    /// # Errors
    /// An expression that has no value, or none above zero for the bytes.
    pub fn work(&self, case: &Case) -> Result<Option<Work>, Error> {
        let Some(floor) = &self.floor else {
            return Ok(None);
        };
        let number = |expr: &Expr, least: i64| {
            let value = expr.eval(&case.symbols)?;
            match value >= least {
                true => Ok(value.unsigned_abs()),
                false => Err(case.size(
                    expr,
                    "the floor".into(),
                    value,
                    &format!("it must be at least {least}"),
                )),
            }
        };
        let operations = floor.operations.as_ref();
        Ok(Some(Work {
            bytes: number(&floor.bytes, 1)?,
            operations: operations.map_or(Ok(0), |expr| number(expr, 0))?,
        }))
    }
}

//! Nearest neighbours: how far records on a map are from a point.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// [`distances`] from a point of whole degrees.
pub static NN: Builtin = Builtin {
    name: "nn_distance",
    inputs: &["record"],
    outputs: &["distance"],
    sizes: &["records", "lat", "lng"],
    compute: compute_distances,
    measures: &[],
};

fn compute_distances(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let record = inputs.shaped("record", &[inputs.size("records")?, 2])?;
    let point = [inputs.size("lat")? as f64, inputs.size("lng")? as f64];
    Ok(vec![distances(&record, point)])
}

/// How far each record, `[records][2]`, is from `point`, both latitude and longitude, on a flat map.
pub fn distances(record: &[f64], point: [f64; 2]) -> Vec<f64> {
    let records = record.chunks_exact(2);
    records
        .map(|at| (at[0] - point[0]).hypot(at[1] - point[1]))
        .collect()
}

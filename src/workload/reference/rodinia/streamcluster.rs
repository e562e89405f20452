//! Stream cluster: what opening another centre would save.

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// By how much each point's cost would change if the candidate were a centre, and the slot in which that is counted.
pub static COMPUTE_COST: Builtin = Builtin {
    name: "compute_cost",
    inputs: &["coord", "weight", "cost", "assign", "table"],
    outputs: &["saved", "slot"],
    sizes: &["points", "dim", "centres", "candidate"],
    compute: compute_savings,
    measures: &[],
};

fn compute_savings(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [points, dim] = [inputs.size("points")?, inputs.size("dim")?];
    let centres = inputs.size("centres")?;
    let coord = inputs.shaped("coord", &[dim, points])?;
    let [weight, cost, assign] =
        ["weight", "cost", "assign"].map(|name| inputs.shaped(name, &[points]));
    let table = inputs.shaped("table", &[points])?;
    // Sizes count from 1, points from 0.
    let candidate = inputs.size("candidate")? - 1;
    let candidate = (candidate < points).then_some(candidate);
    let candidate = candidate.ok_or_else(|| inputs.wrong("the candidate is no point".into()))?;
    let of = Points {
        coord: &coord,
        weight: &weight?,
        cost: &cost?,
    };
    let (mut saved, mut slot) = (Vec::new(), Vec::new());
    for (point, assigned) in assign?.iter().enumerate() {
        let change = of.change(point, candidate);
        let at = table.get(*assigned as usize);
        let at = at.ok_or_else(|| inputs.wrong(format!("point {point} is assigned to none")))?;
        saved.push(change);
        slot.push(if change < 0.0 { centres as f64 } else { *at });
    }
    Ok(vec![saved, slot])
}

/// Points that belong to centres.
pub struct Points<'a> {
    /// `[dim][points]`
    pub coord: &'a [f64],
    /// Of each point.
    pub weight: &'a [f64],
    /// What each point costs where it belongs.
    pub cost: &'a [f64],
}

impl Points<'_> {
    /// By how much the cost of a point changes if it belongs to `candidate`, a point itself: its weight times the squared distance, less what it
    /// costs now.
    pub fn change(&self, point: usize, candidate: usize) -> f64 {
        let columns = self.coord.chunks_exact(self.weight.len());
        let squares = columns.map(|column| (column[point] - column[candidate]).powi(2));
        self.weight[point] * squares.sum::<f64>() - self.cost[point]
    }
}

//! Support vector machines: the inner solver of sequential minimal optimisation, over the points of a working set.
//!
//! With `y` of 1 or -1 and gradients `f`, it looks for the `alpha` between 0 and `cost` that minimise `sum_i y_i f_i d_i + 1/2 sum_ij y_i y_j
//! K_ij d_i d_j`, where `d` is how far `alpha` has moved and `sum_i y_i d_i` stays 0. The solution need not be unique, so what is judged is how
//! good one is, not where it lies.

use super::{Builtin, Inputs, Judged, Measure, ann};
use crate::workload::Error;

/// Of the radial kernel `exp(-GAMMA |a - b|^2)`, as the manifest fills `kernel` with it.
pub const GAMMA: f64 = 0.1;

/// [`Problem::solve`], in place. The kernel is the radial one of the rows of `point`, with [`GAMMA`]; label 0 stands for a `y` of -1. Rows of
/// `unseen` take no part: how well they are told apart afterwards is one of the measures.
pub static SMO: Builtin = Builtin {
    name: "smo_solve",
    inputs: &[
        "kernel",
        "label",
        "f",
        "alpha",
        "point",
        "unseen",
        "unseen_label",
    ],
    outputs: &["alpha", "gap"],
    sizes: &["points", "dim", "cost"],
    compute: compute_solution,
    measures: &[
        Measure {
            name: "objective",
            error: lost_objective,
        },
        Measure {
            name: "kkt_gap",
            error: open_gap,
        },
        Measure {
            name: "constraints",
            error: broken_constraints,
        },
        Measure {
            name: "stated_gap",
            error: misstated_gap,
        },
        Measure {
            name: "accuracy",
            error: lost_accuracy,
        },
    ],
};

/// Where the reference stops: far below any kernel.
const EPSILON: f64 = 1e-9;
/// Most steps of the reference.
const STEPS: usize = 1_000_000;

fn compute_solution(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let problem = Problem::of(inputs)?;
    let alpha = problem.solve(EPSILON, STEPS);
    let gap = problem.gap(&alpha);
    Ok(vec![alpha, vec![gap]])
}

fn lost_objective(judged: &Judged<'_>) -> Result<f64, Error> {
    let problem = Problem::of(judged.inputs)?;
    let (best, is) = (judged.expected("alpha")?, judged.output("alpha")?);
    let (best, is) = (problem.objective(best), problem.objective(is));
    Ok(((is - best) / best.abs().max(f64::MIN_POSITIVE)).max(0.0))
}

fn open_gap(judged: &Judged<'_>) -> Result<f64, Error> {
    Ok(Problem::of(judged.inputs)?
        .gap(judged.output("alpha")?)
        .max(0.0))
}

/// The largest distance outside the box, or of the sum from where it was, over the cost.
fn broken_constraints(judged: &Judged<'_>) -> Result<f64, Error> {
    let problem = Problem::of(judged.inputs)?;
    let alpha = judged.output("alpha")?;
    let outside = alpha.iter().map(|a| (-a).max(a - problem.cost));
    let moved = problem.y.iter().zip(alpha).zip(&problem.alpha);
    let drift: f64 = moved.map(|((y, to), from)| y * (to - from)).sum();
    Ok(outside.fold(drift.abs(), f64::max) / problem.cost)
}

fn misstated_gap(judged: &Judged<'_>) -> Result<f64, Error> {
    let problem = Problem::of(judged.inputs)?;
    let is = problem.gap(judged.output("alpha")?);
    Ok((judged.output("gap")?[0] - is).abs())
}

/// The share of unseen rows that are told apart rightly by the reference's solution, less that by this one. It takes a training that begins from
/// nothing: gradients that come from elsewhere say nothing of labels, and then there is nothing to lose.
fn lost_accuracy(judged: &Judged<'_>) -> Result<f64, Error> {
    let problem = Problem::of(judged.inputs)?;
    if !problem.begins_from_nothing() {
        return Ok(0.0);
    }
    let rows = Rows::of(judged.inputs, &problem)?;
    let [best, is] = [judged.expected("alpha")?, judged.output("alpha")?];
    let [best, is] = [best, is].map(|alpha| rows.accuracy(&problem, alpha));
    Ok((best - is).max(0.0))
}

fn radial(a: &[f64], b: &[f64]) -> f64 {
    (-GAMMA * ann::distance(a, b)).exp()
}

/// What a solution is tried on.
pub struct Rows {
    /// Features of a row.
    pub dim: usize,
    /// The points of the working set, `[points][dim]`.
    pub point: Vec<f64>,
    /// Rows that it does not have, `[rows][dim]`.
    pub unseen: Vec<f64>,
    /// Positive where a row's `y` is 1, `[rows]`.
    pub label: Vec<f64>,
}

impl Rows {
    fn of(inputs: &Inputs<'_>, problem: &Problem) -> Result<Rows, Error> {
        let [points, dim] = [problem.y.len(), inputs.size("dim")?];
        let label = inputs.values("unseen_label")?;
        let point = inputs.shaped("point", &[points, dim])?;
        let (own, last) = (&point[..dim], &point[(points - 1) * dim..]);
        if (radial(own, last) - problem.row(0)[points - 1]).abs() > 1e-6 {
            let message = format!("`kernel` is not the radial one of `point`, gamma {GAMMA}");
            return Err(inputs.wrong(message));
        }
        Ok(Rows {
            dim,
            unseen: inputs.shaped("unseen", &[label.len(), dim])?,
            point,
            label,
        })
    }

    /// The share of the unseen rows that are on the side of their label, by what `alpha` has learnt.
    pub fn accuracy(&self, problem: &Problem, alpha: &[f64]) -> f64 {
        let (low, up) = problem.bounds(alpha);
        let middle = (low + up) / 2.0;
        let decision = |row: &[f64]| -> f64 {
            let points = self.point.chunks_exact(self.dim);
            let terms = points.zip(&problem.y).zip(alpha);
            let terms = terms.filter(|(_, alpha)| **alpha != 0.0);
            terms
                .map(|((point, y), alpha)| y * alpha * radial(point, row))
                .sum()
        };
        let rows = self.unseen.chunks_exact(self.dim).zip(&self.label);
        let right = rows.filter(|(row, label)| (decision(row) > middle) == (**label > 0.0));
        right.count() as f64 / self.label.len() as f64
    }
}

/// A working set.
pub struct Problem {
    /// `[points][points]`
    pub kernel: Vec<f64>,
    /// 1 or -1.
    pub y: Vec<f64>,
    /// Gradients where `alpha` begins.
    pub f: Vec<f64>,
    /// Where it begins.
    pub alpha: Vec<f64>,
    /// The largest `alpha`.
    pub cost: f64,
}

impl Problem {
    fn of(inputs: &Inputs<'_>) -> Result<Problem, Error> {
        let points = inputs.size("points")?;
        let [label, f, alpha] = ["label", "f", "alpha"].map(|name| inputs.shaped(name, &[points]));
        let sign = |label: &f64| if *label > 0.0 { 1.0 } else { -1.0 };
        Ok(Problem {
            kernel: inputs.shaped("kernel", &[points, points])?,
            y: label?.iter().map(sign).collect(),
            f: f?,
            alpha: alpha?,
            cost: inputs.size("cost")? as f64,
        })
    }

    fn row(&self, i: usize) -> &[f64] {
        &self.kernel[i * self.y.len()..][..self.y.len()]
    }

    /// The gradients at `alpha`.
    fn gradients(&self, alpha: &[f64]) -> Vec<f64> {
        let moved: Vec<f64> = (0..alpha.len())
            .map(|j| self.y[j] * (alpha[j] - self.alpha[j]))
            .collect();
        let product = |row: &[f64]| -> f64 { row.iter().zip(&moved).map(|(k, d)| k * d).sum() };
        (0..alpha.len())
            .map(|i| self.f[i] + product(self.row(i)))
            .collect()
    }

    /// What is minimised.
    pub fn objective(&self, alpha: &[f64]) -> f64 {
        // f + K (y d) / 2 against y d: linear and quadratic part at once.
        let gradients = self.gradients(alpha);
        let terms = (0..alpha.len()).map(|i| {
            let moved = self.y[i] * (alpha[i] - self.alpha[i]);
            moved * (self.f[i] + gradients[i]) / 2.0
        });
        terms.sum()
    }

    /// Whether `y alpha` may grow, and whether it may shrink.
    fn may(&self, i: usize, alpha: f64) -> (bool, bool) {
        let (rise, fall) = (alpha < self.cost, alpha > 0.0);
        if self.y[i] > 0.0 {
            (rise, fall)
        } else {
            (fall, rise)
        }
    }

    /// Whether nothing is learnt yet: every `alpha` is 0, and so the gradients are `-y`.
    pub fn begins_from_nothing(&self) -> bool {
        let mut starts = self.alpha.iter().zip(&self.f).zip(&self.y);
        starts.all(|((alpha, f), y)| *alpha == 0.0 && *f == -y)
    }

    /// By how much the conditions of Karush, Kuhn and Tucker are violated: the largest gradient of what may shrink less the smallest of what
    /// may grow. At the minimum it is 0 or less.
    pub fn gap(&self, alpha: &[f64]) -> f64 {
        let (low, up) = self.bounds(alpha);
        low - up
    }

    /// The largest gradient of what may shrink, and the smallest of what may grow.
    fn bounds(&self, alpha: &[f64]) -> (f64, f64) {
        let gradients = self.gradients(alpha);
        let (mut low, mut up) = (f64::NEG_INFINITY, f64::INFINITY);
        for (i, gradient) in gradients.iter().enumerate() {
            let (grow, shrink) = self.may(i, alpha[i]);
            if grow {
                up = up.min(*gradient);
            }
            if shrink {
                low = low.max(*gradient);
            }
        }
        (low, up)
    }

    /// An `alpha` at which the gap is below `epsilon`: pairs are moved as far as they go, the first by the smallest gradient, the second by the
    /// largest gain (Fan, Chen and Lin, 2005).
    pub fn solve(&self, epsilon: f64, steps: usize) -> Vec<f64> {
        let mut alpha = self.alpha.clone();
        let mut f = self.f.clone();
        let points = alpha.len();
        for _ in 0..steps {
            let grows = (0..points).filter(|i| self.may(*i, alpha[*i]).0);
            let Some(i) = grows.min_by(|a, b| f[*a].total_cmp(&f[*b])) else {
                break;
            };
            let curvature = |j: usize| {
                let sum = self.row(i)[i] + self.row(j)[j] - 2.0 * self.row(i)[j];
                sum.max(1e-12)
            };
            let shrinks = || (0..points).filter(|j| self.may(*j, alpha[*j]).1);
            let low = shrinks().map(|j| f[j]).fold(f64::NEG_INFINITY, f64::max);
            if low - f[i] < epsilon {
                break;
            }
            let gain = |j: usize| (f[j] - f[i]).powi(2) / curvature(j);
            let better = shrinks().filter(|j| f[*j] > f[i]);
            let Some(j) = better.max_by(|a, b| gain(*a).total_cmp(&gain(*b))) else {
                break;
            };
            let room = |at: usize, grow: bool| match grow {
                true => self.cost - alpha[at],
                false => alpha[at],
            };
            let most = room(i, self.y[i] > 0.0).min(room(j, self.y[j] < 0.0));
            let step = most.min((f[j] - f[i]) / curvature(j));
            alpha[i] = (alpha[i] + self.y[i] * step).clamp(0.0, self.cost);
            alpha[j] = (alpha[j] - self.y[j] * step).clamp(0.0, self.cost);
            for (at, f) in f.iter_mut().enumerate() {
                *f += step * (self.row(i)[at] - self.row(j)[at]);
            }
        }
        alpha
    }
}

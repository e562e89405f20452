//! Hotspot: the temperature of a chip, cell by cell, from the power that each cell takes.

use rayon::prelude::*;

use super::super::{Builtin, Inputs};
use crate::workload::Error;

/// A number of steps of `Chip::step`, in place.
pub static HOTSPOT: Builtin = Builtin {
    name: "hotspot",
    inputs: &["power", "temp"],
    outputs: &["temp"],
    sizes: &["rows", "cols", "steps"],
    compute: compute_heat,
    measures: &[],
};

fn compute_heat(inputs: &Inputs<'_>) -> Result<Vec<Vec<f64>>, Error> {
    let [rows, cols] = [inputs.size("rows")?, inputs.size("cols")?];
    let power = inputs.shaped("power", &[rows, cols])?;
    let mut temp = inputs.shaped("temp", &[rows, cols])?;
    let chip = Chip::of(rows, cols);
    for _ in 0..inputs.size("steps")? {
        temp = chip.step(&power, &temp);
    }
    Ok(vec![temp])
}

/// Width and height of the chip, metres.
const SIDE: f64 = 0.016;
/// Its thickness, metres.
const THICKNESS: f64 = 0.0005;
/// Thermal conductivity of silicon, W / (m K).
const CONDUCTIVITY: f64 = 100.0;
/// Volumetric heat capacity of silicon, J / (m^3 K), and the fraction of it that counts.
const HEAT: f64 = 0.5 * 1.75e6;
/// The largest power density that is allowed for, W / m^2, and the precision wanted, K: they give the length of a step.
const MAX_POWER: f64 = 3e6;
const PRECISION: f64 = 0.001;
/// Temperature of the surroundings, K.
const AMBIENT: f64 = 80.0;

/// A chip of so many cells, and its thermal resistances between them.
pub struct Chip {
    rows: usize,
    cols: usize,
    /// Seconds of a step over the heat capacity of a cell, K / W.
    pub gain: f64,
    /// Between cells that lie side by side, K / W.
    pub rx: f64,
    /// Between cells one above the other, K / W.
    pub ry: f64,
    /// From a cell to the surroundings, K / W.
    pub rz: f64,
}

impl Chip {
    /// The chip divided into rows and columns of cells.
    pub fn of(rows: usize, cols: usize) -> Chip {
        let (height, width) = (SIDE / rows as f64, SIDE / cols as f64);
        let step = PRECISION / (MAX_POWER / (HEAT * THICKNESS));
        Chip {
            rows,
            cols,
            gain: step / (HEAT * THICKNESS * width * height),
            rx: width / (2.0 * CONDUCTIVITY * THICKNESS * height),
            ry: height / (2.0 * CONDUCTIVITY * THICKNESS * width),
            rz: THICKNESS / (CONDUCTIVITY * height * width),
        }
    }

    /// One step: heat flows between neighbours, to the surroundings, and from the power; a cell at the edge is its own neighbour there.
    ///
    /// # Panics
    /// When a slice is shorter than the chip has cells.
    pub fn step(&self, power: &[f64], temp: &[f64]) -> Vec<f64> {
        let mut next = vec![0.0; temp.len()];
        let rows = next.par_chunks_mut(self.cols).enumerate();
        rows.for_each(|(y, row)| {
            for (x, cell) in row.iter_mut().enumerate() {
                let at = |y: usize, x: usize| temp[y * self.cols + x];
                let (up, down) = (y.saturating_sub(1), (y + 1).min(self.rows - 1));
                let (left, right) = (x.saturating_sub(1), (x + 1).min(self.cols - 1));
                let here = at(y, x);
                let flow = power[y * self.cols + x]
                    + (at(up, x) + at(down, x) - 2.0 * here) / self.ry
                    + (at(y, left) + at(y, right) - 2.0 * here) / self.rx
                    + (AMBIENT - here) / self.rz;
                *cell = here + self.gain * flow;
            }
        });
        next
    }
}

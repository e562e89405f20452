//! Where in a kernel the time goes, as far as proposals want to know: a weight for each instruction of the loaded module.

use crate::ir::{BlockName, Sketch};

/// How often the body of a loop is guessed to be executed for one time that the loop is entered, where nobody counted.
const ITERATIONS: f64 = 8.0;
/// What a place that is never executed still weighs, as a share of the mean: it may be what makes another place slow.
const COLD: f64 = 0.02;

/// A weight for each instruction of the loaded module, 1 on average.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    weights: Vec<f64>,
}

impl Heat {
    /// By how much of the time each instruction takes, in any unit, in the order of the module; negative and infinite numbers count as none.
    pub fn new(times: &[f64]) -> Heat {
        let clean = |time: &f64| if time.is_finite() { time.max(0.0) } else { 0.0 };
        let total: f64 = times.iter().map(clean).sum();
        let mean = total / times.len().max(1) as f64;
        let weight = |time: &f64| match mean > 0.0 {
            true => clean(time) / mean + COLD,
            false => 1.0,
        };
        Heat {
            weights: times.iter().map(weight).collect(),
        }
    }

    /// By how many loops each instruction is in.
    pub fn by_depth(sketch: &Sketch) -> Heat {
        let guess = |block: BlockName| {
            let depth = sketch.block(block).map_or(0, |block| block.depth);
            ITERATIONS.powi(depth.min(8) as i32)
        };
        let instructions = sketch.instructions.iter();
        let times: Vec<f64> = instructions.map(|it| guess(it.block)).collect();
        Heat::new(&times)
    }

    /// The weight of an instruction; 0 for one that is not there.
    pub fn of(&self, instruction: u32) -> f64 {
        let found = self.weights.get(instruction as usize);
        found.copied().unwrap_or(0.0)
    }

    /// The weight of all of a block; 0 for one that is not there.
    pub fn of_block(&self, sketch: &Sketch, block: BlockName) -> f64 {
        let found = sketch.block(block).map(|block| block.instructions.clone());
        found.map_or(0.0, |range| range.map(|at| self.of(at)).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_shares_of_the_time_and_nothing_is_out_of_reach() {
        let heat = Heat::new(&[3.0, 0.0, 1.0, f64::NAN]);
        assert!((heat.of(0) - 3.02).abs() < 1e-12);
        assert!(heat.of(1) > 0.0 && heat.of(3) > 0.0);
        assert_eq!(heat.of(4), 0.0);
        assert_eq!(Heat::new(&[0.0, 0.0]).of(1), 1.0);
    }
}

//! From a fill with its numbers worked out to the bytes of a buffer.

use std::path::Path;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::{Fill, Source, rows};
use crate::workload::Scalar;
use crate::workload::file;

/// Elements made from one random stream. Part of what a seed means: changing it changes the data.
const CHUNK: usize = 1 << 16;

/// Most ids that a fill draws from: a table of cumulative weights has 8 bytes for each.
pub(super) const MAX_IDS: f64 = (1u64 << 28) as f64;

/// A buffer to be made.
pub(super) struct Maker {
    pub scalar: Scalar,
    pub len: usize,
    pub seed: [u8; 32],
}

/// The bytes, or the parameter that is out of its range.
pub(super) type Made = Result<Vec<u8>, String>;

impl Maker {
    pub(super) fn make(&self, fill: &Fill<f64>, source: Option<Source>) -> Made {
        match *fill {
            Fill::Normal { mean, std } => self.normal(mean.unwrap_or(0.0), std, f64::NEG_INFINITY),
            Fill::ReluNormal { mean, std } => self.normal(mean.unwrap_or(0.0), std, 0.0),
            Fill::Uniform { lo, hi } => self.uniform(lo, hi),
            Fill::Constant(value) => {
                self.fits("constant", value)?;
                Ok(self.fill(|_, _| value))
            }
            Fill::Ramp { start, step } => self.ramp(start.unwrap_or(0.0), step),
            Fill::Zipf { n, q, s } => self.zipf(n, q, s),
            Fill::Jagged {
                total,
                spread,
                empty,
            } => self.jagged(total, spread, empty.unwrap_or(0.0)),
            Fill::Clusters {
                width,
                centres,
                std,
                lo,
                hi,
                step,
            } => self.clusters(rows::Clusters {
                width,
                centres,
                std,
                lo,
                hi,
                step,
            }),
            Fill::Dominant { n, lo, hi } => self.dominant(n, lo.unwrap_or(-1.0), hi.unwrap_or(1.0)),
            Fill::Peaked {
                width,
                std,
                share,
                factor,
            } => self.peaked(width, std, share, factor),
            Fill::ExpertLogits {
                experts,
                bias,
                ties,
            } => self.expert_logits(experts, bias, ties.unwrap_or(0.0)),
            Fill::RmatStarts { nodes, edges } => self.rmat_starts(nodes, edges),
            Fill::File(ref name) => file::read(Path::new(name), self.scalar, self.len),
            _ => self.derive(fill, source),
        }
    }

    /// Element i is `element(i, rng)`; the generator is that of the element's chunk.
    pub(super) fn fill(&self, element: impl Fn(usize, &mut ChaCha8Rng) -> f64 + Sync) -> Vec<u8> {
        let size = self.scalar.size();
        let mut bytes = vec![0; self.len * size];
        bytes
            .par_chunks_mut(CHUNK * size)
            .enumerate()
            .for_each(|(chunk, bytes)| {
                let mut rng = self.stream(chunk as u64);
                for (i, slot) in bytes.chunks_exact_mut(size).enumerate() {
                    self.store(element(chunk * CHUNK + i, &mut rng), slot);
                }
            });
        bytes
    }

    /// Stores an element. What rounds to infinity is the largest finite number instead: floats are cut at the ends of their type's range as
    /// integers are, and for 16 bits that is near.
    pub(super) fn store(&self, value: f64, slot: &mut [u8]) {
        let value = match self.scalar.largest() {
            Some(largest) => value.clamp(-largest, largest),
            None => value,
        };
        self.scalar.store(value, slot);
    }

    pub(super) fn stream(&self, chunk: u64) -> ChaCha8Rng {
        let mut rng = ChaCha8Rng::from_seed(self.seed);
        rng.set_stream(chunk);
        rng
    }

    /// Refuses an integer that the element type does not hold, and floats that are not finite in it.
    pub(super) fn fits(&self, what: &str, value: f64) -> Result<(), String> {
        finite(what, value)?;
        if let Some(largest) = self.scalar.largest() {
            let scalar = self.scalar;
            return match scalar.overflows(value) {
                true => Err(format!(
                    "{what} = {value} is beyond {scalar}, which ends at {largest}"
                )),
                false => Ok(()),
            };
        }
        let mut stored = [0; 8];
        let stored = &mut stored[..self.scalar.size()];
        self.scalar.store(value, stored);
        if self.scalar.get(stored, 0) == Some(value) {
            Ok(())
        } else {
            Err(format!("{what} = {value} is not a {}", self.scalar))
        }
    }
}

/// The ids below `n` in an order that depends on the `label` alone.
pub(super) fn shuffled(n: u32, label: &[u8]) -> Vec<u32> {
    let mut ids: Vec<u32> = (0..n).collect();
    ids.shuffle(&mut constant(label));
    ids
}

/// A generator that depends on the `label` alone.
pub(super) fn constant(label: &[u8]) -> ChaCha8Rng {
    ChaCha8Rng::from_seed(*blake3::hash(label).as_bytes())
}

pub(super) fn finite(what: &str, value: f64) -> Result<(), String> {
    within(what, value, f64::MIN, f64::MAX)
}

pub(super) fn within(what: &str, value: f64, lowest: f64, highest: f64) -> Result<(), String> {
    if (lowest..=highest).contains(&value) {
        return Ok(());
    }
    let right = match (lowest, highest) {
        (f64::MIN, f64::MAX) => "finite".to_string(),
        (_, f64::MAX) => format!("at least {lowest} and finite"),
        _ => format!("from {lowest} to {highest}"),
    };
    Err(format!("{what} is {value}; it must be {right}"))
}

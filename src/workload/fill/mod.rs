//! What inputs are filled with.
//!
//! The data of a buffer is a function of the case's seed and the buffer's name alone: adding a buffer, or running on
//! another number of threads, changes no other's data. Long buffers are made in chunks, each with its own stream of one
//! ChaCha generator, so that they are made in parallel.

mod graph;
mod rows;

use std::path::Path;

use rand::seq::SliceRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use rayon::prelude::*;
use serde::Deserialize;

use super::Symbols;
use super::error::Error;
use super::expr::Number;
use super::file::Elements;
use super::reference::winograd;
use super::scalar::Scalar;

/// Elements made from one random stream. Part of what a seed means: changing it changes the data.
const CHUNK: usize = 1 << 16;

/// Most ids that a Zipf fill draws from: its table of cumulative weights has 8 bytes for each.
const MAX_IDS: f64 = (1u64 << 28) as f64;

/// How an input is filled. `N` is how a number is given.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fill<N = Number> {
    /// Normally distributed; the mean is 0 unless given.
    Normal { mean: Option<N>, std: N },
    /// `max(0, x)` of a normal x: activations behind a rectifier.
    ReluNormal { mean: Option<N>, std: N },
    /// Evenly distributed: from `lo` to `hi`, for integers without `hi`.
    Uniform { lo: N, hi: N },
    /// One value everywhere.
    Constant(N),
    /// `start + i * step`; from 0 unless given.
    Ramp { start: Option<N>, step: N },
    /// Ids below `n` of which few are frequent: Zipf-Mandelbrot, the rank x = 1.. with a weight of `(x + q)^-s`, by
    /// inversion of the cumulative weights. A permutation of the ids, the same for all seeds, keeps frequent ids from
    /// being neighbours. `q = 2.75, s = 0.89` fits recorded production traffic of embedding tables (FBGEMM's
    /// benchmarks); `q = 0, s = 1.2` puts some 90 % of the accesses on 1 % of a million ids.
    Zipf { n: N, q: N, s: N },
    /// Offsets of consecutive groups of uneven length: a rising sequence from 0 to `total`. The lengths are in
    /// proportion to `max(0, x)` of a normal x of mean 1 and standard deviation `spread`, so that a large spread
    /// makes many groups empty; besides, each group is empty with a probability of `empty` (0 unless given).
    Jagged {
        /// The last offset.
        total: N,
        /// Standard deviation of a length over its mean, before lengths are cut at 0.
        spread: N,
        /// Probability that a group is empty besides, from 0 to 1.
        empty: Option<N>,
    },
    /// Rows around common centres, as feature vectors of images are: SIFT-like with `width = 128, centres = 64, lo = 0, hi = 218, step = 1`. A
    /// row is one of the centres, which are evenly distributed from `lo` to `hi`, plus normal noise of deviation `std`; elements are held
    /// within `lo` and `hi`. The centres are the same for all buffers and seeds, so that queries have neighbours.
    Clusters {
        /// Elements of a row.
        width: N,
        /// How many centres there are.
        centres: N,
        /// Deviation of the noise.
        std: N,
        /// Least value.
        lo: N,
        /// Largest value.
        hi: N,
        /// Elements are multiples of this; not given: any number.
        step: Option<N>,
    },
    /// Rows of normal numbers, of which a `share` is `factor` times as large as the rest: keys that a few queries look at and most do not.
    Peaked {
        /// Elements of a row.
        width: N,
        /// Deviation of an element of an ordinary row.
        std: N,
        /// Probability that a row is a large one, from 0 to 1.
        share: N,
        /// How many times as large it is.
        factor: N,
    },
    /// Logits of a mixture of experts: rows of `experts` standard normal numbers, plus what each expert has for all rows, normal of deviation
    /// `bias`: some get more tokens than they can take. In a share of the rows, `ties` (0 unless given), the largest is there twice.
    ExpertLogits {
        experts: N,
        bias: N,
        ties: Option<N>,
    },
    /// Row offsets of an R-MAT graph in CSR form (Chakrabarti, Zhan, Faloutsos 2004) with the usual .57, .19, .19, .05: degrees follow a power
    /// law, a hub has a tenth of the edges of a small graph, and many nodes have none. Ids are shuffled, in the same way for all seeds.
    RmatStarts { nodes: N, edges: N },
    /// The columns of an R-MAT graph whose row offsets are in the buffer `of`, rising within a row; an edge may be there twice.
    RmatColumns { of: String, nodes: N },
    /// What a file has: `.npy` of the buffer's type, or `.bin` with its bytes. The name is taken from where the manifest is.
    File(String),
    /// The filters `of` (a buffer, `[outputs][channels][3][3]`) in the form that Winograd's F(2x2, 3x3) multiplies
    /// with: `G g G'`, stored `[16][outputs][channels]`.
    WinogradF2Filters { of: String, outputs: N, channels: N },
}

impl<N> Fill<N> {
    /// The same fill with its numbers given in another way.
    pub(super) fn try_map<M>(
        self,
        mut f: impl FnMut(N) -> Result<M, Error>,
    ) -> Result<Fill<M>, Error> {
        Ok(match self {
            Fill::Normal { mean, std } => Fill::Normal {
                mean: mean.map(&mut f).transpose()?,
                std: f(std)?,
            },
            Fill::ReluNormal { mean, std } => Fill::ReluNormal {
                mean: mean.map(&mut f).transpose()?,
                std: f(std)?,
            },
            Fill::Uniform { lo, hi } => Fill::Uniform {
                lo: f(lo)?,
                hi: f(hi)?,
            },
            Fill::Constant(value) => Fill::Constant(f(value)?),
            Fill::Ramp { start, step } => Fill::Ramp {
                start: start.map(&mut f).transpose()?,
                step: f(step)?,
            },
            Fill::Zipf { n, q, s } => Fill::Zipf {
                n: f(n)?,
                q: f(q)?,
                s: f(s)?,
            },
            Fill::Jagged {
                total,
                spread,
                empty,
            } => Fill::Jagged {
                total: f(total)?,
                spread: f(spread)?,
                empty: empty.map(&mut f).transpose()?,
            },
            Fill::Clusters {
                width,
                centres,
                std,
                lo,
                hi,
                step,
            } => Fill::Clusters {
                width: f(width)?,
                centres: f(centres)?,
                std: f(std)?,
                lo: f(lo)?,
                hi: f(hi)?,
                step: step.map(&mut f).transpose()?,
            },
            Fill::Peaked {
                width,
                std,
                share,
                factor,
            } => Fill::Peaked {
                width: f(width)?,
                std: f(std)?,
                share: f(share)?,
                factor: f(factor)?,
            },
            Fill::ExpertLogits {
                experts,
                bias,
                ties,
            } => Fill::ExpertLogits {
                experts: f(experts)?,
                bias: f(bias)?,
                ties: ties.map(&mut f).transpose()?,
            },
            Fill::RmatStarts { nodes, edges } => Fill::RmatStarts {
                nodes: f(nodes)?,
                edges: f(edges)?,
            },
            Fill::RmatColumns { of, nodes } => Fill::RmatColumns {
                of,
                nodes: f(nodes)?,
            },
            Fill::File(name) => Fill::File(name),
            Fill::WinogradF2Filters {
                of,
                outputs,
                channels,
            } => Fill::WinogradF2Filters {
                of,
                outputs: f(outputs)?,
                channels: f(channels)?,
            },
        })
    }

    /// As manifests call it.
    pub fn name(&self) -> &'static str {
        match self {
            Fill::Normal { .. } => "normal",
            Fill::ReluNormal { .. } => "relu_normal",
            Fill::Uniform { .. } => "uniform",
            Fill::Constant(_) => "constant",
            Fill::Ramp { .. } => "ramp",
            Fill::Zipf { .. } => "zipf",
            Fill::Jagged { .. } => "jagged",
            Fill::Clusters { .. } => "clusters",
            Fill::Peaked { .. } => "peaked",
            Fill::ExpertLogits { .. } => "expert_logits",
            Fill::RmatStarts { .. } => "rmat_starts",
            Fill::RmatColumns { .. } => "rmat_columns",
            Fill::File(_) => "file",
            Fill::WinogradF2Filters { .. } => "winograd_f2_filters",
        }
    }

    /// The buffer that this fill is computed from, where there is one.
    pub fn source(&self) -> Option<&str> {
        match self {
            Fill::WinogradF2Filters { of, .. } | Fill::RmatColumns { of, .. } => Some(of),
            _ => None,
        }
    }

    /// Whether elements of type `scalar` can be filled so.
    pub fn suits(&self, scalar: Scalar) -> bool {
        match self {
            Fill::Normal { .. }
            | Fill::ReluNormal { .. }
            | Fill::Peaked { .. }
            | Fill::ExpertLogits { .. }
            | Fill::WinogradF2Filters { .. } => scalar.is_float(),
            Fill::Zipf { .. }
            | Fill::Jagged { .. }
            | Fill::RmatStarts { .. }
            | Fill::RmatColumns { .. } => !scalar.is_float(),
            Fill::Uniform { .. }
            | Fill::Constant(_)
            | Fill::Ramp { .. }
            | Fill::Clusters { .. }
            | Fill::File(_) => true,
        }
    }
}

/// The buffer that a derived fill reads.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub scalar: Scalar,
    pub data: &'a [u8],
}

/// Makes the `len` elements of a buffer, little-endian.
///
/// # Errors
/// What a symbol or the arithmetic of a parameter gets wrong, and as `Ok(Err(reason))` a parameter out of its range.
pub(super) fn generate(
    fill: &Fill,
    scalar: Scalar,
    len: usize,
    seed: [u8; 32],
    symbols: &Symbols,
    source: Option<Source>,
) -> Result<Result<Vec<u8>, String>, Error> {
    let fill = fill.clone().try_map_values(symbols)?;
    let maker = Maker { scalar, len, seed };
    Ok(maker.make(&fill, source))
}

impl Fill<Number> {
    fn try_map_values(self, symbols: &Symbols) -> Result<Fill<f64>, Error> {
        self.try_map(|number| number.eval(symbols))
    }
}

/// The seed of a buffer's data.
pub(super) fn seed_of(case_seed: u64, buffer: &str) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"warpsmith fill 1");
    hasher.update(&case_seed.to_le_bytes());
    hasher.update(buffer.as_bytes());
    *hasher.finalize().as_bytes()
}

struct Maker {
    scalar: Scalar,
    len: usize,
    seed: [u8; 32],
}

type Made = Result<Vec<u8>, String>;

impl Maker {
    fn make(&self, fill: &Fill<f64>, source: Option<Source>) -> Made {
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
            Fill::RmatColumns { ref of, nodes } => {
                let source = source.ok_or_else(|| format!("`{of}` has no data"))?;
                self.rmat_columns(source, nodes)
            }
            Fill::File(ref name) => super::file::read(
                Path::new(name),
                Elements {
                    name: self.scalar.name(),
                    size: self.scalar.size(),
                    count: self.len,
                },
            ),
            Fill::WinogradF2Filters {
                ref of,
                outputs,
                channels,
            } => {
                let source = source.ok_or_else(|| format!("`{of}` has no data"))?;
                self.winograd_f2_filters(source, outputs, channels)
            }
        }
    }

    /// Element i is `element(i, rng)`; the generator is that of the element's chunk.
    fn fill(&self, element: impl Fn(usize, &mut ChaCha8Rng) -> f64 + Sync) -> Vec<u8> {
        let size = self.scalar.size();
        let mut bytes = vec![0; self.len * size];
        bytes
            .par_chunks_mut(CHUNK * size)
            .enumerate()
            .for_each(|(chunk, bytes)| {
                let mut rng = self.stream(chunk as u64);
                for (i, slot) in bytes.chunks_exact_mut(size).enumerate() {
                    self.scalar
                        .store(element(chunk * CHUNK + i, &mut rng), slot);
                }
            });
        bytes
    }

    fn stream(&self, chunk: u64) -> ChaCha8Rng {
        let mut rng = ChaCha8Rng::from_seed(self.seed);
        rng.set_stream(chunk);
        rng
    }

    fn normal(&self, mean: f64, std: f64, floor: f64) -> Made {
        finite("mean", mean)?;
        within("std", std, 0.0, f64::MAX)?;
        Ok(self.fill(|_, rng| {
            let x: f64 = StandardNormal.sample(rng);
            (mean + std * x).max(floor)
        }))
    }

    fn uniform(&self, lo: f64, hi: f64) -> Made {
        finite("lo", lo)?;
        finite("hi", hi)?;
        if self.scalar.is_float() {
            if lo > hi {
                return Err(format!("lo = {lo} is above hi = {hi}"));
            }
            return Ok(self.fill(|_, rng| lo + (hi - lo) * rng.random::<f64>()));
        }
        if lo >= hi {
            return Err(format!("no integer from lo = {lo} to below hi = {hi}"));
        }
        self.fits("lo", lo)?;
        self.fits("hi - 1", hi - 1.0)?;
        // The high half of a 128-bit product maps a random word to the range; doubles hold the bounds exactly.
        let span = (hi - lo) as u128;
        Ok(self.fill(|_, rng| lo + ((u128::from(rng.next_u64()) * span) >> 64) as f64))
    }

    fn ramp(&self, start: f64, step: f64) -> Made {
        self.fits("start", start)?;
        self.fits(
            "the last value",
            start + step * self.len.saturating_sub(1) as f64,
        )?;
        Ok(self.fill(|i, _| start + step * i as f64))
    }

    fn zipf(&self, n: f64, q: f64, s: f64) -> Made {
        within("n", n, 1.0, MAX_IDS)?;
        within("q", q, 0.0, f64::MAX)?;
        within("s", s, 0.0, 64.0)?;
        self.fits("n - 1", n - 1.0)?;
        let mut total = 0.0;
        let cumulative: Vec<f64> = (1..=n as u32)
            .map(|rank| {
                total += (f64::from(rank) + q).powf(-s);
                total
            })
            .collect();
        let ids = shuffled(n as u32, b"warpsmith zipf ids 1");
        Ok(self.fill(|_, rng| {
            let at = rng.random::<f64>() * total;
            let rank = cumulative.partition_point(|weight| *weight <= at);
            f64::from(ids[rank.min(ids.len() - 1)])
        }))
    }

    fn jagged(&self, total: f64, spread: f64, empty: f64) -> Made {
        within("total", total, 0.0, f64::MAX)?;
        within("spread", spread, 0.0, f64::MAX)?;
        within("empty", empty, 0.0, 1.0)?;
        self.fits("total", total)?;
        let mut rng = self.stream(0);
        let mut sum = 0.0;
        let mut sums = vec![0.0; self.len];
        for at in sums.iter_mut().skip(1) {
            let x: f64 = StandardNormal.sample(&mut rng);
            let kept = rng.random::<f64>() >= empty;
            sum += if kept {
                (1.0 + spread * x).max(0.0)
            } else {
                0.0
            };
            *at = sum;
        }
        // All groups empty: every offset is 0.
        let scale = if sum > 0.0 { total / sum } else { 0.0 };
        let at_total = |at: f64| {
            if at == sum {
                total
            } else {
                (at * scale).floor().min(total)
            }
        };
        Ok(self.fill(|i, _| if sum > 0.0 { at_total(sums[i]) } else { 0.0 }))
    }

    fn winograd_f2_filters(&self, source: Source, outputs: f64, channels: f64) -> Made {
        within("outputs", outputs, 1.0, f64::from(u32::MAX))?;
        within("channels", channels, 1.0, f64::from(u32::MAX))?;
        let filters = outputs as usize * channels as usize;
        let weights = source.scalar.decode(source.data);
        if weights.len() != filters * 9 || self.len != filters * 16 {
            return Err(format!(
                "{outputs} x {channels} filters of 3x3 take {} elements and give {}; the buffers have {} and {}",
                filters * 9,
                filters * 16,
                weights.len(),
                self.len
            ));
        }
        let transformed = winograd::transform_filters(&weights);
        Ok(self.fill(|i, _| transformed[i % filters][i / filters]))
    }

    /// Refuses an integer that the element type does not hold, and floats that are not finite.
    fn fits(&self, what: &str, value: f64) -> Result<(), String> {
        finite(what, value)?;
        if self.scalar.is_float() {
            return Ok(());
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
fn shuffled(n: u32, label: &[u8]) -> Vec<u32> {
    let mut ids: Vec<u32> = (0..n).collect();
    ids.shuffle(&mut constant(label));
    ids
}

/// A generator that depends on the `label` alone.
fn constant(label: &[u8]) -> ChaCha8Rng {
    ChaCha8Rng::from_seed(*blake3::hash(label).as_bytes())
}

fn finite(what: &str, value: f64) -> Result<(), String> {
    within(what, value, f64::MIN, f64::MAX)
}

fn within(what: &str, value: f64, lowest: f64, highest: f64) -> Result<(), String> {
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

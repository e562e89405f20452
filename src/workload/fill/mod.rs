//! What inputs are filled with.
//!
//! The data of a buffer is a function of the case's seed and the buffer's name alone: adding a buffer, or running on
//! another number of threads, changes no other's data. Long buffers are made in chunks, each with its own stream of one
//! ChaCha generator, so that they are made in parallel.

mod derived;
mod graph;
mod make;
mod numbers;
mod rows;

use serde::Deserialize;

use super::Symbols;
use super::error::Error;
use super::expr::Number;
use super::scalar::Scalar;
use derived::Filters;
use make::Maker;

/// How an input is filled. `N` is how a number is given. Floats are worked out in double precision and rounded to their type once, to nearest
/// even: ids and steps that an `f16` (2048) or a `bf16` (256) does not tell apart are the same there.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fill<N = Number> {
    /// Normally distributed; the mean is 0 unless given. Integers are rounded; what is beyond the type's range is cut at its ends.
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
    /// A square matrix that can be decomposed without pivoting: numbers evenly from `lo` to `hi` (-1 and 1 unless given), and on the diagonal
    /// `n` times the larger of the two more.
    Dominant {
        /// Rows, and columns.
        n: N,
        /// Least value off the diagonal.
        lo: Option<N>,
        /// Largest value off the diagonal.
        hi: Option<N>,
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
    /// Links of a graph to walk: for each row of `width` elements of the buffer `of` the numbers of `degree` rows, first the `near` that are
    /// nearest to it by Euclidean distance, nearest first, then as many as are missing at random.
    Neighbours {
        of: String,
        width: N,
        degree: N,
        near: N,
    },
    /// The radial kernel of the rows of `width` elements of the buffer `of`, each with each: `exp(-gamma |a - b|^2)`.
    Rbf { of: String, width: N, gamma: N },
    /// For each row of `width` elements of the buffer `of` one of two values: `yes` on one side of a plane through the origin, `no` on the other.
    /// The plane is the same for all buffers and seeds, so that what is learnt of one holds for others.
    Sides { of: String, width: N, no: N, yes: N },
    /// What a file has: `.npy` of the buffer's type (`<f2` for `f16`; the bits of a `bf16` as `<u2` or `V2`), or `.bin` with its bytes. The name is taken from where the manifest is.
    File(String),
    /// Filters in the form that Winograd's F(2x2, 3x3) multiplies with: `G g G'`, stored `[16][outputs][channels]`.
    WinogradF2Filters(Filters<N>),
    /// The same for F(4x4, 3x3), stored `[36][outputs][channels]`.
    WinogradF4Filters(Filters<N>),
    /// Those in 8 bits, with a power of two as the scale of each of the 36 taps; see
    /// [`tapwise`](super::reference::tapwise).
    WinogradF4FiltersQ8(Filters<N>),
    /// The scales of these taps, for the filters `of`: exponents of two above the smallest.
    WinogradF4FilterShifts { of: String },
    /// Exponents of two by which the taps of F(4x4, 3x3) of the images `of` (planes of `height` x `width`) fit into 8 bits.
    WinogradF4InputShifts { of: String, height: N, width: N },
    /// The rows of `of`, of so many columns each, in 8 bits with a scale and a bias behind each row: bytes, in the format of
    /// [`quantized`](super::reference::quantized).
    RowwiseQ8 { of: String, columns: N },
    /// The values of `of` in steps, rounded half to even and cut at `lo` and `hi`.
    Quantized { of: String, step: N, lo: N, hi: N },
    /// The rows in the places of a cache for the look-ups `of`: see [`cached::tags`](super::reference::cached::tags).
    CacheTags { of: String },
    /// For each element of `of`, the number of a group below `groups`: how many of its group are before it, or -1 if that is not below
    /// `capacity`.
    Places { of: String, groups: N, capacity: N },
    /// A tree over the rising keys `of`, with `order` children a node and so many levels: see
    /// [`btree::tree`](super::reference::rodinia::btree::tree).
    Btree { of: String, order: N, levels: N },
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
            Fill::Dominant { n, lo, hi } => Fill::Dominant {
                n: f(n)?,
                lo: lo.map(&mut f).transpose()?,
                hi: hi.map(&mut f).transpose()?,
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
            Fill::Neighbours {
                of,
                width,
                degree,
                near,
            } => Fill::Neighbours {
                of,
                width: f(width)?,
                degree: f(degree)?,
                near: f(near)?,
            },
            Fill::Rbf { of, width, gamma } => Fill::Rbf {
                of,
                width: f(width)?,
                gamma: f(gamma)?,
            },
            Fill::Sides { of, width, no, yes } => Fill::Sides {
                of,
                width: f(width)?,
                no: f(no)?,
                yes: f(yes)?,
            },
            Fill::File(name) => Fill::File(name),
            Fill::WinogradF2Filters(filters) => Fill::WinogradF2Filters(filters.try_map(f)?),
            Fill::WinogradF4Filters(filters) => Fill::WinogradF4Filters(filters.try_map(f)?),
            Fill::WinogradF4FiltersQ8(filters) => Fill::WinogradF4FiltersQ8(filters.try_map(f)?),
            Fill::WinogradF4FilterShifts { of } => Fill::WinogradF4FilterShifts { of },
            Fill::WinogradF4InputShifts { of, height, width } => Fill::WinogradF4InputShifts {
                of,
                height: f(height)?,
                width: f(width)?,
            },
            Fill::RowwiseQ8 { of, columns } => Fill::RowwiseQ8 {
                of,
                columns: f(columns)?,
            },
            Fill::Quantized { of, step, lo, hi } => Fill::Quantized {
                of,
                step: f(step)?,
                lo: f(lo)?,
                hi: f(hi)?,
            },
            Fill::CacheTags { of } => Fill::CacheTags { of },
            Fill::Places {
                of,
                groups,
                capacity,
            } => Fill::Places {
                of,
                groups: f(groups)?,
                capacity: f(capacity)?,
            },
            Fill::Btree { of, order, levels } => Fill::Btree {
                of,
                order: f(order)?,
                levels: f(levels)?,
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
            Fill::Dominant { .. } => "dominant",
            Fill::ExpertLogits { .. } => "expert_logits",
            Fill::RmatStarts { .. } => "rmat_starts",
            Fill::RmatColumns { .. } => "rmat_columns",
            Fill::Neighbours { .. } => "neighbours",
            Fill::Rbf { .. } => "rbf",
            Fill::Sides { .. } => "sides",
            Fill::File(_) => "file",
            Fill::WinogradF2Filters(_) => "winograd_f2_filters",
            Fill::WinogradF4Filters(_) => "winograd_f4_filters",
            Fill::WinogradF4FiltersQ8(_) => "winograd_f4_filters_q8",
            Fill::WinogradF4FilterShifts { .. } => "winograd_f4_filter_shifts",
            Fill::WinogradF4InputShifts { .. } => "winograd_f4_input_shifts",
            Fill::RowwiseQ8 { .. } => "rowwise_q8",
            Fill::Quantized { .. } => "quantized",
            Fill::CacheTags { .. } => "cache_tags",
            Fill::Places { .. } => "places",
            Fill::Btree { .. } => "btree",
        }
    }

    /// Whether elements of type `scalar` can be filled so.
    pub fn suits(&self, scalar: Scalar) -> bool {
        match self {
            _ if self.source().is_some() => derived::suits(self, scalar),
            Fill::Peaked { .. } | Fill::ExpertLogits { .. } | Fill::Dominant { .. } => {
                scalar.is_float()
            }
            Fill::Zipf { .. } | Fill::RmatStarts { .. } => !scalar.is_float(),
            _ => true,
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

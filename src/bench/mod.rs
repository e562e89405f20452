//! What the clock is held against: kernels whose order on hardware is known, and measured times of real ones.

mod kernels;
mod pairs;
mod rank;

pub use pairs::{Ordered, Series, Variant, order, series};
pub use rank::{
    BINS, Kernel, Measured, Pairwise, RankError, Ranking, Timed, kendall, rank, spearman,
};

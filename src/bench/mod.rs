//! What this program is held against: the clock against kernels whose order on hardware is known and measured times of real ones, searches
//! against each other.

mod calibrate;
mod contest;
mod corpus;
mod gpu;
mod kernels;
mod pairs;
mod rank;
mod timed;

pub use calibrate::{Calibration, Point, calibrate};
pub use contest::{Contest, Course, Overall, Rates, Standing, overall};
pub use corpus::{Bound, Check, CorpusError, Depth, FloorOf, Member, survey, workloads};
pub use gpu::{
    BaselineCheck, GpuReport, Ranked, Trial, Variant as MeasuredVariant, ranking, ranking_by_ptxas,
};
pub use pairs::{Ordered, Series, Variant, order, series};
pub use rank::{
    BINS, Kernel, Measured, Pairwise, RankError, Ranking, Timed, kendall, rank, spearman,
};
pub use timed::{HandMade, time_by_hand};

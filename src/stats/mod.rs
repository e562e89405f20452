//! What repeated measurements say: medians, intervals of ratios, who may be dropped from a race.
//!
//! Times are positive and their noise is multiplicative: a slow process is slower by a factor, not by a constant. So differences are
//! differences of logarithms throughout, and what is reported is a ratio with its interval (Kalibera and Jones, "Rigorous benchmarking in
//! reasonable time", ISMM 2013). Nothing here knows what was measured.

mod binomial;
mod race;
mod ratio;
mod sample;

pub use binomial::tail_at_most;
pub use race::{Noise, Standing, compare, standing_cost};
pub use ratio::{Interval, paired_ratio, ratio};
pub use sample::{median, percentile, spread};

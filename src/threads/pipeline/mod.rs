//! Pipelines: how many cores each stage of a chain should have.
//!
//! Plumber's model (Kuchnik et al., MLSys 2022): each stage has a rate per core, in elements of the pipeline's output, and cores can be shared
//! out among stages. The chain is as fast as its slowest stage, and a stage that is sequential cannot use more than one core.

mod allocate;
mod file;
mod measure;

pub use allocate::{Advice, Allocation, Share, Stage, allocate};
pub use file::{Error, Pipeline, StageText};
pub use measure::measure;

//! The search for better genomes, and everything around it that makes one run: policy, archive, crew, minimising.

mod breed;
mod champion;
mod crossover;
mod evolve;
mod minimize;
pub mod nsga2;
mod policy;
mod run;

pub use breed::{Material, random_genomes};
pub use champion::Champion;
pub use evolve::{Evaluate, Found, Individual, StopReason, evolve};
pub use minimize::{SLACK, minimize};
pub use policy::{Error as PolicyError, Policy};
pub use run::{BASELINE_STEPS, Baseline, Error, Event, Mode, Run, RunSettings};

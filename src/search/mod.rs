//! The search for better genomes, and everything around it that makes one run: policy, archive, crew, minimising.

mod breed;
mod certify;
mod champion;
mod confirm;
mod credit;
mod crossover;
mod evolve;
mod minimize;
pub mod nsga2;
mod policy;
mod record;
mod run;

pub use breed::{Material, random_genomes};
pub use certify::{Certified, Class, EditReport, Effect, Interaction, Relation, Stated};
pub use champion::Champion;
pub use confirm::Confirmed;
pub use evolve::{Evaluate, Found, Individual, Progress, StopReason, Tally, evolve};
pub use minimize::{MOST_EDITS, Parts, SLACK, Shrink, minimize};
pub use policy::{Error as PolicyError, Policy};
pub use record::{Recalled, recall};
pub use run::{Baseline, Error, Event, Mode, Run, RunSettings};

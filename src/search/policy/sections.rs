//! The tables of a policy. Units and defaults of the keys are documented in `fitness/default.toml`.
//!
//! A key that is left out leaves a search as GEVO's is: everything beyond it is asked for by name.

use serde::{Deserialize, Serialize};

use crate::target::Load;
use crate::workload::Tier;

/// `[tolerance]`
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    /// The workload's tolerance that a variant must keep.
    #[serde(default)]
    pub tier: Tier,
}

/// `[budget]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Budget {
    /// Distinct genomes judged.
    pub evaluations: usize,
    /// Generations without a faster variant; 0 for no such limit.
    pub stall: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Budget {
            evaluations: 600,
            stall: 0,
        }
    }
}

/// `[population]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Genomes kept from one generation to the next.
    #[serde(default = "default_size")]
    pub size: usize,
    /// Parents that compete with their offspring; all of them by default.
    #[serde(default)]
    pub elites: Option<usize>,
    /// Whether variants of equal key share one place.
    #[serde(default = "default_distinct")]
    pub distinct: bool,
    /// Whether the error is an objective beside the time, or only what the tolerance bounds.
    #[serde(default = "default_error")]
    pub error: bool,
}

fn default_error() -> bool {
    true
}

fn default_size() -> usize {
    32
}

fn default_distinct() -> bool {
    true
}

impl Default for Population {
    fn default() -> Self {
        Population {
            size: default_size(),
            elites: None,
            distinct: default_distinct(),
            error: default_error(),
        }
    }
}

/// `[start]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Start {
    /// Random edits in each genome of the first generation.
    pub edits: usize,
    /// Whether the number of random edits varies: each number from 1 to `edits` is as likely.
    pub vary: bool,
    /// Genomes in the first generation, the baseline included; the population's size by default.
    pub genomes: Option<usize>,
    /// Promising single edits that are judged before anything random; 0 for none.
    pub sweep: usize,
    /// Evaluations spent on combining the best single edits; 0 for none.
    pub climb: usize,
    /// How many pairs of edits that seldom pay alone are judged where the climb begins, and where it is stuck; 0 for none.
    pub pairs: usize,
}

impl Default for Start {
    fn default() -> Self {
        Start {
            edits: 3,
            vary: false,
            genomes: None,
            sweep: 0,
            climb: 0,
            pairs: 0,
        }
    }
}

/// `[crossover]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Crossover {
    /// Share of offspring made by crossing two parents.
    pub rate: f64,
}

impl Default for Crossover {
    fn default() -> Self {
        Crossover { rate: 0.8 }
    }
}

/// `[mutation]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mutation {
    /// Share of offspring that are mutated.
    pub rate: f64,
    /// Share of mutations that remove an edit.
    pub drop: f64,
    /// Share of mutations that put another edit of the same family in the place of one.
    pub exchange: f64,
    /// New mutations for an offspring that is not correct.
    pub retries: u32,
    /// Whether an offspring that compiles to what its parent does is mutated again, too, and edits that found no place are dropped.
    pub effective: bool,
}

impl Default for Mutation {
    fn default() -> Self {
        Mutation {
            rate: 0.3,
            drop: 0.0,
            exchange: 0.0,
            retries: 0,
            effective: false,
        }
    }
}

/// `[time]`
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// Whether a case stands for a grid that fills the device.
    #[serde(default)]
    pub load: Load,
}

/// `[limits]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Step budget as a multiple of the baseline's steps.
    pub steps: f64,
    /// The least step budget, warp instructions.
    pub steps_floor: u64,
    /// Wall-clock deadline as a multiple of the baseline's.
    pub deadline: f64,
    /// The shortest deadline, seconds.
    pub deadline_floor_s: f64,
    /// Address space of a worker, MiB.
    pub memory_mib: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            steps: 5.0,
            steps_floor: 100_000,
            deadline: 5.0,
            deadline_floor_s: 20.0,
            memory_mib: 4096,
        }
    }
}

/// `[credit]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Credit {
    /// Whether the weights of families follow what their edits achieved in this run.
    pub learn: bool,
    /// The share of its weight in the policy that no family loses.
    pub floor: f64,
    /// What a generation's experience still counts a generation later.
    pub decay: f64,
    /// The share of draws in which an edit that was wrong, or changed nothing, may be drawn again.
    pub again: f64,
}

impl Default for Credit {
    fn default() -> Self {
        Credit {
            learn: false,
            floor: 0.1,
            decay: 0.9,
            again: 1.0,
        }
    }
}

/// `[sites]`
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sites {
    /// What makes a place in the kernel likely to be edited.
    pub weights: SiteWeights,
}

/// What makes a place in the kernel likely to be edited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SiteWeights {
    /// Nothing: every place is as likely.
    #[default]
    Even,
    /// How many loops it is in.
    Depth,
    /// How much of the unedited kernel's time goes there, by the simulator's clock.
    Profile,
}

/// `[restart]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Restart {
    /// Generations without a faster variant after which the population is made anew; 0 for never.
    pub stall: u32,
    /// How many of the best are brought together again by every other restart.
    pub keep: usize,
}

impl Default for Restart {
    fn default() -> Self {
        Restart { stall: 0, keep: 1 }
    }
}

/// `[noise]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Noise {
    /// How often a variant is measured in all before it stays among the elites, where measuring is noisy.
    pub measurements: usize,
}

impl Default for Noise {
    fn default() -> Self {
        Noise { measurements: 1 }
    }
}

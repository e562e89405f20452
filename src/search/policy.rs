//! What better means and how the budget is spent: `fitness/*.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::edit;
use crate::workload::Tier;

/// The policies that the binary carries, by name.
const BUILT_IN: [(&str, &str); 2] = [
    ("default", include_str!("../../fitness/default.toml")),
    ("gevo", include_str!("../../fitness/gevo.toml")),
];

/// Why a policy cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither a built-in name nor a file.
    #[error(
        "no policy {name:?}: built in are {known}; anything else must be the path of a .toml file"
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// The built-in names.
        known: String,
    },
    /// The file cannot be read.
    #[error("{path}: {message}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        message: String,
    },
    /// Not TOML, an unknown key, or a value of the wrong type; the message has line and column.
    #[error("{path}: {message}")]
    Malformed {
        /// The file.
        path: String,
        /// The parser's message.
        message: String,
    },
    /// A value outside its range.
    #[error("{path}: {key} = {value}: {wanted}")]
    Range {
        /// The file.
        path: String,
        /// The key, with its table.
        key: &'static str,
        /// What it says.
        value: String,
        /// What would be right.
        wanted: String,
    },
}

/// A policy, every default filled in. Units and defaults of the keys are documented in `fitness/default.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// One line for listings.
    #[serde(default)]
    pub summary: String,
    /// Which errors are acceptable.
    #[serde(default)]
    pub tolerance: Tolerance,
    /// When to stop.
    #[serde(default)]
    pub budget: Budget,
    /// What is kept.
    #[serde(default)]
    pub population: Population,
    /// The first generation.
    #[serde(default)]
    pub start: Start,
    /// Crossing two parents.
    #[serde(default)]
    pub crossover: Crossover,
    /// Changing one genome.
    #[serde(default)]
    pub mutation: Mutation,
    /// Weights of the edit families.
    pub families: BTreeMap<String, f64>,
    /// How time is modelled.
    #[serde(default)]
    pub time: Time,
    /// What a variant may cost.
    #[serde(default)]
    pub limits: Limits,
}

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
        }
    }
}

/// `[start]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Start {
    /// Random edits in each genome of the first generation.
    pub edits: usize,
    /// Genomes in the first generation, the baseline included; the population's size by default.
    pub genomes: Option<usize>,
}

impl Default for Start {
    fn default() -> Self {
        Start {
            edits: 3,
            genomes: None,
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
    /// New mutations for an offspring that is not correct.
    pub retries: u32,
}

impl Default for Mutation {
    fn default() -> Self {
        Mutation {
            rate: 0.3,
            drop: 0.0,
            retries: 0,
        }
    }
}

/// `[time]`
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// Whether a case stands for a grid that fills the device.
    #[serde(default)]
    pub load: crate::target::Load,
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

impl Policy {
    /// Reads a built-in policy by name, or a `.toml` file by path.
    ///
    /// # Errors
    /// Names the file, the line and what would be right.
    pub fn load(name: &str) -> Result<Policy, Error> {
        if let Some((_, text)) = BUILT_IN.iter().find(|(known, _)| *known == name) {
            return Policy::parse(&format!("fitness/{name}.toml"), text);
        }
        let path = Path::new(name);
        if path.extension().is_none_or(|e| e != "toml") {
            let known = BUILT_IN.map(|(known, _)| known).join(", ");
            return Err(Error::Unknown {
                name: name.into(),
                known,
            });
        }
        let text = std::fs::read_to_string(path).map_err(|e| Error::Unreadable {
            path: name.into(),
            message: e.to_string(),
        })?;
        Policy::parse(name, &text)
    }

    /// Reads a policy from text; `path` is for messages.
    ///
    /// # Errors
    /// As [`Policy::load`].
    pub fn parse(path: &str, text: &str) -> Result<Policy, Error> {
        let policy: Policy = toml::from_str(text).map_err(|e| Error::Malformed {
            path: path.into(),
            message: e.to_string().trim_end().to_string(),
        })?;
        policy.check(path)?;
        Ok(policy)
    }

    /// How many parents compete with their offspring.
    pub fn elites(&self) -> usize {
        self.population.elites.unwrap_or(self.population.size)
    }

    /// Genomes in the first generation, the baseline included.
    pub fn start_genomes(&self) -> usize {
        self.start.genomes.unwrap_or(self.population.size)
    }

    fn check(&self, path: &str) -> Result<(), Error> {
        let range = |key, value: String, ok: bool, wanted: &str| match ok {
            true => Ok(()),
            false => Err(Error::Range {
                path: path.into(),
                key,
                value,
                wanted: wanted.into(),
            }),
        };
        let share = |key, x: f64| {
            range(
                key,
                x.to_string(),
                (0.0..=1.0).contains(&x),
                "a share is from 0 to 1",
            )
        };
        share("crossover.rate", self.crossover.rate)?;
        share("mutation.rate", self.mutation.rate)?;
        share("mutation.drop", self.mutation.drop)?;
        let size = self.population.size;
        range(
            "population.size",
            size.to_string(),
            (4..=100_000).contains(&size),
            "from 4 to 100000 genomes",
        )?;
        let elites = self.elites();
        range(
            "population.elites",
            elites.to_string(),
            elites <= size,
            "at most population.size",
        )?;
        let edits = self.start.edits;
        range(
            "start.edits",
            edits.to_string(),
            (1..=1000).contains(&edits),
            "from 1 to 1000 edits",
        )?;
        let genomes = self.start_genomes();
        range(
            "start.genomes",
            genomes.to_string(),
            (2..=1_000_000).contains(&genomes),
            "from 2 to 1000000 genomes",
        )?;
        let evaluations = self.budget.evaluations;
        range(
            "budget.evaluations",
            evaluations.to_string(),
            evaluations >= 1,
            "at least 1",
        )?;
        for (key, x) in [
            ("limits.steps", self.limits.steps),
            ("limits.deadline", self.limits.deadline),
        ] {
            range(
                key,
                x.to_string(),
                (1.0..=1e6).contains(&x),
                "a multiple from 1 to 1e6",
            )?;
        }
        let floor = self.limits.deadline_floor_s;
        range(
            "limits.deadline_floor_s",
            floor.to_string(),
            (0.1..=86_400.0).contains(&floor),
            "from 0.1 to 86400 s",
        )?;
        let memory = self.limits.memory_mib;
        range(
            "limits.memory_mib",
            memory.to_string(),
            memory >= 512,
            "at least 512 MiB: the compiler alone needs that",
        )?;
        let known: Vec<&str> = edit::FAMILIES.iter().map(|family| family.name).collect();
        for (name, weight) in &self.families {
            let wanted = format!("the families are {}", known.join(", "));
            range(
                "families",
                name.clone(),
                known.contains(&name.as_str()),
                &wanted,
            )?;
            let wanted = format!("the weight of {name} is a finite number, 0 or more");
            range(
                "families",
                weight.to_string(),
                weight.is_finite() && *weight >= 0.0,
                &wanted,
            )?;
        }
        let total: f64 = self.families.values().sum();
        range(
            "families",
            total.to_string(),
            total > 0.0,
            "at least one family needs a weight above 0",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_policies_load() {
        for (name, _) in BUILT_IN {
            Policy::load(name).unwrap();
        }
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_line() {
        let error = Policy::parse(
            "p.toml",
            "[families]\ndelete = 1.0\n[mutation]\nrat = 0.3\n",
        )
        .unwrap_err();
        let text = error.to_string();
        assert!(text.contains("line 4") && text.contains("rat"), "{text}");
    }

    #[test]
    fn values_out_of_range_say_what_is_right() {
        for (text, wanted) in [
            (
                "[crossover]\nrate = 1.5\n[families]\ndelete = 1.0\n",
                "from 0 to 1",
            ),
            ("[families]\nshrink = 1.0\n", "the families are"),
            ("[families]\ndelete = 0.0\n", "above 0"),
            (
                "[population]\nsize = 2\n[families]\ndelete = 1.0\n",
                "from 4",
            ),
        ] {
            let error = Policy::parse("p.toml", text).unwrap_err().to_string();
            assert!(error.contains(wanted), "{error}");
        }
    }
}

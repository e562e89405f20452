//! What better means and how the budget is spent: `fitness/*.toml`.

mod check;
mod sections;

use std::collections::BTreeMap;
use std::path::Path;

use crate::judge::Assume;
use crate::measure::Rules;
use serde::{Deserialize, Serialize};

pub use sections::{
    Budget, Credit, Crossover, Limits, Mutation, Noise, Population, Restart, SiteWeights, Sites,
    Start, Time, Tolerance,
};

/// The policies that the binary carries, by name.
const BUILT_IN: [(&str, &str); 3] = [
    ("default", include_str!("../../../fitness/default.toml")),
    ("gevo", include_str!("../../../fitness/gevo.toml")),
    ("random", include_str!("../../../fitness/random.toml")),
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
    /// What edits may take for granted because all cases agree on it.
    #[serde(default)]
    pub assume: Assume,
    /// What the search learns of families and edits.
    #[serde(default)]
    pub credit: Credit,
    /// Where in the kernel edits are drawn.
    #[serde(default)]
    pub sites: Sites,
    /// What happens when nothing faster is found.
    #[serde(default)]
    pub restart: Restart,
    /// How often elites are measured where measuring is noisy.
    #[serde(default)]
    pub noise: Noise,
    /// How time is modelled.
    #[serde(default)]
    pub time: Time,
    /// How much is measured on a device.
    #[serde(default)]
    pub measure: Rules,
    /// What a variant may cost.
    #[serde(default)]
    pub limits: Limits,
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

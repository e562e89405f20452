//! Whether the values of a policy are in their ranges.

use super::{Error, Policy};
use crate::edit;

impl Policy {
    /// # Errors
    /// The first value that is not, with what would be right; `path` is for the message.
    pub(super) fn check(&self, path: &str) -> Result<(), Error> {
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
        share(
            "mutation.drop + mutation.exchange",
            self.mutation.drop + self.mutation.exchange,
        )?;
        share("mutation.exchange", self.mutation.exchange)?;
        share("credit.floor", self.credit.floor)?;
        share("credit.decay", self.credit.decay)?;
        share("credit.again", self.credit.again)?;
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
        for (key, count) in [
            ("start.sweep", self.start.sweep),
            ("start.climb", self.start.climb),
        ] {
            range(
                key,
                count.to_string(),
                count <= 1_000_000,
                "at most 1000000 genomes",
            )?;
        }
        let keep = self.restart.keep;
        range(
            "restart.keep",
            keep.to_string(),
            (1..=size).contains(&keep),
            "from 1 to population.size",
        )?;
        let measurements = self.noise.measurements;
        range(
            "noise.measurements",
            measurements.to_string(),
            (1..=1000).contains(&measurements),
            "from 1 to 1000",
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

//! Whether the values of a policy are in their ranges.

use super::{Error, Policy};
use crate::edit;

impl Policy {
    fn check_rules(&self, path: &str) -> Result<(), Error> {
        let rules = &self.measure;
        let wrong = |key, value: String, wanted: &str| {
            Err(Error::Range {
                path: path.into(),
                key,
                value,
                wanted: wanted.into(),
            })
        };
        if rules.screen == 0 || rules.screen > 1000 {
            return wrong(
                "measure.screen",
                rules.screen.to_string(),
                "from 1 to 1000 samples",
            );
        }
        if !(1.0..=1e6).contains(&rules.cut_off) {
            return wrong(
                "measure.cut_off",
                rules.cut_off.to_string(),
                "a multiple from 1",
            );
        }
        if rules.batch < 2 || !rules.batch.is_multiple_of(2) || rules.batch > 1000 {
            let wanted = "an even number from 2 to 1000: pairs are taken in both orders";
            return wrong("measure.batch", rules.batch.to_string(), wanted);
        }
        if rules.fewest < 4 || rules.fewest > rules.most {
            let wanted = "at least 4, and at most measure.most";
            return wrong("measure.fewest", rules.fewest.to_string(), wanted);
        }
        if rules.most > 100_000 {
            return wrong(
                "measure.most",
                rules.most.to_string(),
                "at most 100000 pairs",
            );
        }
        if !(1e-4..=1.0).contains(&rules.half_width) {
            let wanted = "a share from 0.0001 to 1";
            return wrong("measure.half_width", rules.half_width.to_string(), wanted);
        }
        if !(0.0..=1.0).contains(&rules.clock_share) {
            let wanted = "a share from 0 to 1";
            return wrong("measure.clock_share", rules.clock_share.to_string(), wanted);
        }
        if rules.energy && self.population.error {
            let wanted = "false where population.error is true: beside the time, one thing counts";
            return wrong("measure.energy", "true".into(), wanted);
        }
        if rules.bad_batches == 0 || rules.bad_batches > 10_000 {
            let wanted = "from 1 to 10000 batches";
            return wrong("measure.bad_batches", rules.bad_batches.to_string(), wanted);
        }
        Ok(())
    }

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
            ("start.pairs", self.start.pairs),
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
        self.check_rules(path)?;
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

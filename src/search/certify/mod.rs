//! Says of each edit of a variant what it does and what it relies on.
//!
//! The one idea: an edit is judged by comparison, twice. The variant is compared with the variant without the edit, which shows what the edit
//! is worth where it stands; and the edit alone is compared with the unedited kernel, which shows what it is worth by itself. Where the two
//! differ, other edits have a part in it: taking away two at a time says which.

mod report;

use std::collections::BTreeMap;

use self::report::{Pair, Sides, interaction};
use super::champion::Champion;
use super::evolve::Evaluate;
use super::minimize::{pairs, without};
use super::run::{AFTERWARDS, Baseline, Error, Run};
use crate::edit::{Genome, source_lines};
use crate::judge::{Artifacts, Scope, Verdict};

pub use report::{Certified, Class, EditReport, Effect, Interaction, Relation, Stated};

/// The note of the archive.
const CERTIFIED: &str = "certified";

/// Verdicts by genome, on the search cases and on the held-out ones.
#[derive(Default)]
struct Known {
    search: BTreeMap<Genome, Verdict>,
    held_out: BTreeMap<Genome, Verdict>,
}

impl Known {
    /// Both verdicts on a genome; nothing on held-out cases where it fails on the search cases.
    fn sides(&self, genome: &Genome) -> Sides<'_> {
        Sides {
            search: self.search.get(genome),
            held_out: self.held_out.get(genome),
        }
    }
}

impl Run {
    /// What each edit of the champion does. It is written down in the archive.
    ///
    /// # Errors
    /// As [`Run::search`].
    pub fn certify(
        &mut self,
        baseline: &Baseline,
        champion: &Champion,
        artifacts: &Artifacts,
    ) -> Result<Certified, Error> {
        let genome = &champion.genome;
        let known = self.compared(baseline, champion)?;
        let (none, whole) = (known.sides(&Genome::default()), known.sides(genome));
        let mut edits = Vec::new();
        for (index, edit) in genome.iter().enumerate() {
            let rest = known.sides(&genome.without(index));
            let alone = known.sides(&Genome::from(vec![edit.clone()]));
            let conditions = artifacts.relied.get(index).into_iter().flatten();
            edits.push(EditReport::new(
                edit.clone(),
                conditions
                    .map(|condition| Stated::new(condition, &self.subject.workload))
                    .collect(),
                [Effect::of(&whole, &rest), Effect::of(&alone, &none)],
                &Effect::of(&whole, &none),
                source_lines(edit, self.subject.source.sketch()),
            ));
        }
        let time = |gone: &[usize]| {
            let genome = without(genome, |index| gone.contains(&index));
            let verdict = known.search.get(&genome)?;
            Some(verdict.score.map(|score| score.time_ns))
        };
        let interactions = pairs(genome.len()).filter_map(|(a, b)| {
            interaction(
                [a, b],
                &Pair {
                    whole: time(&[])??,
                    without: [time(&[a])?, time(&[b])?],
                    without_both: time(&[a, b])?,
                },
            )
        });
        let certified = Certified {
            interactions: interactions.collect(),
            genome: genome.clone(),
            edits,
        };
        self.archive.put_noted(CERTIFIED, &certified)?;
        Ok(certified)
    }

    /// What each edit of the champion does, if it was found out before.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn recall_certified(&self, champion: &Champion) -> Result<Option<Certified>, Error> {
        let noted: Option<Certified> = self.archive.noted(CERTIFIED)?;
        Ok(noted.filter(|certified| certified.genome == champion.genome))
    }

    /// Judges what the champion's edits are compared by: each alone, all but one, all but two.
    fn compared(&mut self, baseline: &Baseline, champion: &Champion) -> Result<Known, Error> {
        let genome = &champion.genome;
        let singles: Vec<Genome> = genome
            .iter()
            .map(|edit| Genome::from(vec![edit.clone()]))
            .chain((0..genome.len()).map(|index| genome.without(index)))
            .collect();
        let doubles =
            pairs(genome.len()).map(|(a, b)| without(genome, |index| index == a || index == b));
        let all: Vec<Genome> = singles.iter().cloned().chain(doubles).collect();
        let mut known = Known::default();
        let ends = [
            (Genome::default(), &baseline.search, &baseline.held_out),
            (genome.clone(), &champion.search, &champion.held_out),
        ];
        for (genome, search, held_out) in ends {
            known.search.insert(genome.clone(), search.clone());
            known.held_out.insert(genome, held_out.clone());
        }
        self.judge_into(&mut known.search, Scope::Search, all, baseline)?;
        let right = |genome: &Genome| known.search.get(genome).is_some_and(Verdict::is_correct);
        let right = singles.into_iter().filter(right).collect();
        self.judge_into(&mut known.held_out, Scope::HeldOut, right, baseline)?;
        Ok(known)
    }

    /// Judges those genomes that are not known yet.
    fn judge_into(
        &mut self,
        known: &mut BTreeMap<Genome, Verdict>,
        scope: Scope,
        mut genomes: Vec<Genome>,
        baseline: &Baseline,
    ) -> Result<(), Error> {
        genomes.sort();
        genomes.dedup();
        genomes.retain(|genome| !known.contains_key(genome));
        let verdicts = self
            .bench_on(scope, baseline)
            .evaluate(AFTERWARDS, &genomes)?;
        known.extend(genomes.into_iter().zip(verdicts));
        Ok(())
    }
}

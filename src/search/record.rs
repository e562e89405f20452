//! What a run remembers beside its verdicts: how it was started, what its search found, and the variant that it chose. With it a run can be
//! opened again by its directory alone.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::champion::Champion;
use super::confirm::CONFIRMED;
use super::evolve::{Found, Individual, Progress, StopReason};
use super::run::{AFTERWARDS, Baseline, Error, Run};
use super::{Policy, SLACK};
use crate::archive;
use crate::edit::Genome;
use crate::judge::{JudgeSpec, Scope};

/// Notes of the archive.
const SETTINGS: &str = "settings";
const FOUND: &str = "found";
const CHAMPION: &str = "champion";

/// How a run was started.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Recalled {
    /// What is judged, on what; paths are absolute.
    pub spec: JudgeSpec,
    /// What better means.
    pub policy: Policy,
    /// Everything random follows from it.
    pub seed: u64,
}

/// How the run in `directory` was started, without opening it; `None` if it was never told.
///
/// # Errors
/// When there is no run, or its archive cannot be read.
pub fn recall(directory: &Path) -> Result<Option<Recalled>, archive::Error> {
    archive::peek(directory, SETTINGS)
}

/// What a finished search found, as far as a champion is chosen from it.
#[derive(Serialize, Deserialize)]
struct FoundNote {
    evaluations: usize,
    generations: u32,
    stopped: StopReason,
    /// Variants worth a look, in order; of equal ones the first.
    ranking: Vec<Genome>,
}

#[derive(Serialize, Deserialize)]
struct ChampionNote {
    genome: Genome,
    found_edits: usize,
    rejected: usize,
}

impl Run {
    /// Writes down how the run was started.
    pub(super) fn remember_settings(&self) -> Result<(), archive::Error> {
        let mut spec = self.settings.spec.clone();
        spec.fingerprint = None;
        spec.workload
            .clone_from(&self.subject.workload.origin.manifest);
        if let Ok(path) = Path::new(&spec.target).canonicalize()
            && spec.target.ends_with(".toml")
        {
            spec.target = path.to_string_lossy().into_owned();
        }
        let recalled = Recalled {
            spec,
            policy: self.settings.policy.clone(),
            seed: self.settings.seed,
        };
        self.archive.put_noted(SETTINGS, &recalled)
    }

    /// Before a search: what an earlier, shorter one led to no longer holds.
    pub(super) fn forget_results(&self) -> Result<(), archive::Error> {
        self.archive.remove_note(FOUND)?;
        self.archive.remove_note(CONFIRMED)?;
        self.archive.remove_note(CHAMPION)
    }

    /// Writes down what the search found.
    pub(super) fn remember_found(
        &self,
        baseline: &Baseline,
        found: &Found,
    ) -> Result<(), archive::Error> {
        let mut keys = std::collections::BTreeSet::new();
        let worthwhile = found.ranking.iter().filter(|individual| {
            individual.is_worthwhile(baseline, SLACK) && keys.insert(individual.verdict.key.clone())
        });
        let ranking = worthwhile.map(|individual| individual.genome.clone());
        let note = FoundNote {
            evaluations: found.evaluations,
            generations: found.generations,
            stopped: found.stopped,
            ranking: ranking.collect(),
        };
        self.archive.put_noted(FOUND, &note)
    }

    /// What the search found: as it said itself when it was finished, or as far as it came.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn recall_found(&self) -> Result<Found, Error> {
        let Some(note) = self.archive.noted::<FoundNote>(FOUND)? else {
            return self.found_so_far();
        };
        let mut ranking = Vec::new();
        for genome in note.ranking {
            let verdict = self
                .archive
                .verdict(Scope::Search.word(), &genome.to_string())?;
            ranking.extend(verdict.and_then(|verdict| Individual::new(genome, verdict)));
        }
        Ok(Found {
            ranking,
            evaluations: note.evaluations,
            generations: note.generations,
            stopped: note.stopped,
            progress: Progress::default(),
        })
    }

    fn found_so_far(&self) -> Result<Found, Error> {
        let (evaluations, last) = self.archive.extent(AFTERWARDS)?;
        let ranking = self.archive.ranking(AFTERWARDS)?.into_iter();
        let ranking =
            ranking.filter_map(|(text, verdict)| Individual::new(text.parse().ok()?, verdict));
        Ok(Found {
            ranking: ranking.collect(),
            evaluations,
            generations: last + 1,
            stopped: StopReason::Interrupted,
            progress: Progress::default(),
        })
    }

    /// Writes down which variant was chosen.
    pub(super) fn remember_champion(&self, champion: &Champion) -> Result<(), archive::Error> {
        let note = ChampionNote {
            genome: champion.genome.clone(),
            found_edits: champion.found_edits,
            rejected: champion.rejected,
        };
        self.archive.remove_note(CONFIRMED)?;
        self.archive.put_noted(CHAMPION, &note)
    }

    /// The variant that was chosen last, if one was.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn recall_champion(&self) -> Result<Option<Champion>, Error> {
        let Some(note) = self.archive.noted::<ChampionNote>(CHAMPION)? else {
            return Ok(None);
        };
        let text = note.genome.to_string();
        let search = self.archive.verdict(Scope::Search.word(), &text)?;
        let held_out = self.archive.verdict(Scope::HeldOut.word(), &text)?;
        Ok(search.zip(held_out).map(|(search, held_out)| Champion {
            genome: note.genome,
            search,
            held_out,
            found_edits: note.found_edits,
            rejected: note.rejected,
        }))
    }
}

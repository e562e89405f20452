//! From a search's ranking to the one variant that is exported.
//!
//! Held-out cases only judge: no search ever steers by them. What fails there is not exported, and the next best is tried.

use std::collections::{BTreeMap, VecDeque};

use super::evolve::{Evaluate, Found, Individual};
use super::minimize::{Parts, SLACK, Shrink, minimize};
use super::run::{AFTERWARDS, Baseline, Error, Event, Observer, Run, relative};
use crate::edit::{Edit, Genome};
use crate::judge::{Outcome, Scope, Verdict};

/// How many variants are tried on the held-out cases before a run says that it found nothing.
const CHAMPION_TRIES: usize = 64;
/// How many edits of a candidate that fails on the held-out cases are taken away to find the one at fault.
const RESCUE_DEPTH: usize = 2;

/// The variant that is exported.
#[derive(Debug, Clone)]
pub struct Champion {
    /// Its edits.
    pub genome: Genome,
    /// On the cases that steered.
    pub search: Verdict,
    /// On the cases that it had never seen.
    pub held_out: Verdict,
    /// How many edits the search's winner had before minimising.
    pub found_edits: usize,
    /// Faster candidates that failed on the held-out cases, or were slower there.
    pub rejected: usize,
}

impl Champion {
    /// Its time on the search cases, nanoseconds.
    pub fn time_ns(&self) -> f64 {
        self.search.time_ns()
    }
}

impl Run {
    /// The fastest variant that is right on the held-out cases too, and not slower there, minimised; `None` if no candidate is right
    /// and faster than the baseline by more than 1 %.
    ///
    /// # Errors
    /// As [`Run::search`].
    pub fn champion(
        &mut self,
        baseline: &Baseline,
        found: &Found,
        observer: &mut Observer<'_>,
    ) -> Result<Option<Champion>, Error> {
        self.champion_within(baseline, found, &Shrink::default(), observer)
    }

    /// A genome as a candidate, or the verdict on the search cases if it is wrong.
    ///
    /// # Errors
    /// As [`Run::search`].
    pub fn individual(
        &mut self,
        baseline: &Baseline,
        genome: &Genome,
    ) -> Result<Result<Individual, Verdict>, Error> {
        let genomes = std::slice::from_ref(genome);
        let verdict = self.bench(baseline).evaluate(AFTERWARDS, genomes)?.pop();
        let verdict = verdict.unwrap_or_else(|| Verdict::failed(Outcome::Compile, "unjudged", ""));
        let individual = Individual::new(genome.clone(), verdict.clone());
        Ok(individual.ok_or(verdict))
    }

    /// [`Run::champion`], minimised as `shrink` says. What was chosen is written down in the archive.
    ///
    /// # Errors
    /// As [`Run::search`].
    pub fn champion_within(
        &mut self,
        baseline: &Baseline,
        found: &Found,
        shrink: &Shrink,
        observer: &mut Observer<'_>,
    ) -> Result<Option<Champion>, Error> {
        let promises = self.subject.promises.clone();
        let mut trial = Trial {
            run: self,
            baseline,
            shrink,
            parts: Box::new(move |edit| edit.parts(&promises)),
            failed: Vec::new(),
            observer,
        };
        let worthwhile = |i: &&Individual| i.is_worthwhile(baseline, shrink.slack);
        let mut candidates = Candidates::of(found.ranking.iter().filter(worthwhile));
        while let Some(candidate) = candidates.next() {
            if trial.failed.len() >= CHAMPION_TRIES {
                break;
            }
            if trial.failed.contains(&candidate.verdict.key) {
                continue;
            }
            if let Some((chosen, held_out)) = trial.candidate(candidate)? {
                let champion = Champion {
                    found_edits: candidate.genome.edits().len(),
                    genome: chosen.genome,
                    search: chosen.verdict,
                    held_out,
                    rejected: trial.failed.len(),
                };
                self.remember_champion(&champion)?;
                return Ok(Some(champion));
            }
            trial.failed.push(candidate.verdict.key.clone());
        }
        Ok(None)
    }

    /// The fastest variant that is right on the held-out cases too, and not slower there, with every edit that it was found with: for where there is
    /// no time to minimise. Nothing is written down.
    ///
    /// # Errors
    /// As [`Run::search`].
    pub fn champion_as_found(
        &mut self,
        baseline: &Baseline,
        found: &Found,
        observer: &mut Observer<'_>,
    ) -> Result<Option<Champion>, Error> {
        let mut failed: Vec<Option<String>> = Vec::new();
        let worthwhile = |it: &&Individual| it.is_worthwhile(baseline, SLACK);
        let mut candidates = Candidates::of(found.ranking.iter().filter(worthwhile));
        while let Some(candidate) = candidates.next() {
            if failed.len() >= CHAMPION_TRIES || failed.contains(&candidate.verdict.key) {
                continue;
            }
            let held_out = self.shippable(&candidate.genome, baseline)?;
            if held_out.is_correct() {
                return Ok(Some(Champion {
                    genome: candidate.genome.clone(),
                    search: candidate.verdict.clone(),
                    held_out,
                    found_edits: candidate.genome.edits().len(),
                    rejected: failed.len(),
                }));
            }
            observer(Event::Rejected(&held_out));
            failed.push(candidate.verdict.key.clone());
        }
        Ok(None)
    }

    /// The verdict on the held-out cases, and on all else that a variant must be before it is exported: not slower there than the
    /// baseline, and taken by the machine's assembler where there is one.
    fn shippable(&mut self, genome: &Genome, baseline: &Baseline) -> Result<Verdict, Error> {
        let budget = relative(&self.settings.policy, &baseline.held_out);
        let verdict = self.judge_one(genome, Scope::HeldOut, &budget)?;
        if !verdict.is_correct() {
            return Ok(verdict);
        }
        match slower(&verdict, &baseline.held_out) {
            Some(detail) => Ok(Verdict::failed(Outcome::Constraints, "slower", detail)),
            None => self.assembled(genome, verdict),
        }
    }

    /// The verdict as it is if the machine's assembler takes the variant or there is none; otherwise what the assembler says.
    fn assembled(&mut self, genome: &Genome, verdict: Verdict) -> Result<Verdict, Error> {
        let Some(ptxas) = self.settings.ptxas.clone() else {
            return Ok(verdict);
        };
        let artifacts = self.artifacts(genome)?;
        Ok(
            match ptxas.assemble(&artifacts.ptx, &self.subject.target.arch) {
                Ok(_) => verdict,
                Err(message) => Verdict::failed(Outcome::Compile, "ptxas", message),
            },
        )
    }
}

/// A ranking in the order in which it is tried: of those whose launches are changed in a way that failed the least often, the first. What is
/// slower on the held-out cases mostly is so for its launch, which all variants near the fastest have in common.
struct Candidates<'f> {
    /// By the edits that change the launch.
    launches: BTreeMap<Vec<&'f Edit>, Alike<'f>>,
}

/// Candidates that are launched alike.
#[derive(Default)]
struct Alike<'f> {
    tried: usize,
    /// Those that were not, with their places in the ranking.
    left: VecDeque<(usize, &'f Individual)>,
}

impl<'f> Candidates<'f> {
    fn of(ranking: impl Iterator<Item = &'f Individual>) -> Candidates<'f> {
        let mut launches: BTreeMap<Vec<&'f Edit>, Alike<'f>> = BTreeMap::new();
        for placed in ranking.enumerate() {
            let edits = placed.1.genome.iter();
            let launch = edits.filter(|edit| edit.changes_launch()).collect();
            launches.entry(launch).or_default().left.push_back(placed);
        }
        Candidates { launches }
    }

    /// The next one, if those before it failed.
    fn next(&mut self) -> Option<&'f Individual> {
        let open = self.launches.values_mut().filter(|it| !it.left.is_empty());
        let alike = open.min_by_key(|it| (it.tried, it.left.front().map(|(place, _)| *place)))?;
        alike.tried += 1;
        alike.left.pop_front().map(|(_, candidate)| candidate)
    }
}

/// Candidates on trial, one after the other.
struct Trial<'a, 'o> {
    run: &'a mut Run,
    baseline: &'a Baseline,
    shrink: &'a Shrink,
    /// What an edit says, one thing at a time.
    parts: Box<Parts>,
    /// Keys of what cannot be shipped.
    failed: Vec<Option<String>>,
    observer: &'a mut Observer<'o>,
}

impl Trial<'_, '_> {
    /// The first of these that can be shipped: the minimised candidate; the candidate as it was found, since an edit that the search cases
    /// do not need may be one that the held-out cases do, minimised with both; the minimised candidate without one edit, then without two,
    /// fastest first, since of several edits one may be wrong in a way that the search cases do not show.
    fn candidate(
        &mut self,
        candidate: &Individual,
    ) -> Result<Option<(Individual, Verdict)>, Error> {
        let mut bench = self.run.bench(self.baseline);
        let small = minimize(candidate, self.shrink, &self.parts, AFTERWARDS, &mut bench)?;
        let mut stems = vec![small.clone()];
        if let Some(held_out) = self.ships(&small)? {
            return Ok(Some((small, held_out)));
        }
        if let Some(chosen) = self.as_found(candidate)? {
            return Ok(Some(chosen));
        }
        for _ in 0..RESCUE_DEPTH {
            stems = self.shorter(&stems)?;
            for individual in &stems {
                if let Some(held_out) = self.ships(individual)? {
                    return Ok(Some((individual.clone(), held_out)));
                }
            }
        }
        Ok(None)
    }

    /// The verdict on the held-out cases, if all is well; otherwise the variant is among the failed.
    fn ships(&mut self, individual: &Individual) -> Result<Option<Verdict>, Error> {
        let key = &individual.verdict.key;
        if self.failed.len() >= CHAMPION_TRIES || self.failed.contains(key) {
            return Ok(None);
        }
        let verdict = match too_long(&individual.genome, self.shrink.most) {
            Some(verdict) => verdict,
            None => self.run.shippable(&individual.genome, self.baseline)?,
        };
        if verdict.is_correct() {
            return Ok(Some(verdict));
        }
        (self.observer)(Event::Rejected(&verdict));
        self.failed.push(key.clone());
        Ok(None)
    }

    /// The candidate shortened as far as the held-out cases allow.
    fn as_found(&mut self, candidate: &Individual) -> Result<Option<(Individual, Verdict)>, Error> {
        if self.failed.contains(&candidate.verdict.key) {
            return Ok(None);
        }
        let verdict = self.run.shippable(&candidate.genome, self.baseline)?;
        if !verdict.is_correct() {
            (self.observer)(Event::Rejected(&verdict));
            self.failed.push(candidate.verdict.key.clone());
            return Ok(None);
        }
        let mut shipping = Shipping {
            run: self.run,
            baseline: self.baseline,
        };
        let small = minimize(
            candidate,
            self.shrink,
            &self.parts,
            AFTERWARDS,
            &mut shipping,
        )?;
        let held_out = self.ships(&small)?;
        Ok(held_out.map(|held_out| (small, held_out)))
    }

    /// The stems without one edit each, where that is worth a trial: fastest first.
    fn shorter(&mut self, stems: &[Individual]) -> Result<Vec<Individual>, Error> {
        let mut genomes: Vec<Genome> = Vec::new();
        for stem in stems {
            for at in 0..stem.genome.edits().len() {
                let genome = stem.genome.without(at);
                if !genome.edits().is_empty() && !genomes.contains(&genome) {
                    genomes.push(genome);
                }
            }
        }
        let verdicts = self
            .run
            .bench(self.baseline)
            .evaluate(AFTERWARDS, &genomes)?;
        let individuals = genomes.into_iter().zip(verdicts);
        let mut shorter: Vec<Individual> = individuals
            .filter_map(|(genome, verdict)| Individual::new(genome, verdict))
            .filter(|individual| individual.is_worthwhile(self.baseline, self.shrink.slack))
            .collect();
        shorter.sort_by(|a, b| a.objectives()[0].total_cmp(&b.objectives()[0]));
        Ok(shorter)
    }
}

/// Judges on the search cases, and as wrong whatever cannot be shipped.
struct Shipping<'a> {
    run: &'a mut Run,
    baseline: &'a Baseline,
}

impl Evaluate for Shipping<'_> {
    type Error = Error;

    fn evaluate(&mut self, generation: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Error> {
        let verdicts = self
            .run
            .bench(self.baseline)
            .evaluate(generation, genomes)?;
        let both = |(genome, verdict): (&Genome, Verdict)| {
            if !verdict.is_correct() {
                return Ok(verdict);
            }
            let held_out = self.run.shippable(genome, self.baseline)?;
            Ok(if held_out.is_correct() {
                verdict
            } else {
                held_out
            })
        };
        genomes.iter().zip(verdicts).map(both).collect()
    }
}

impl Individual {
    /// Whether it is faster than the baseline by more than minimising may give away again.
    pub(super) fn is_worthwhile(&self, baseline: &Baseline, slack: f64) -> bool {
        self.objectives()[0] * (1.0 + slack) < baseline.time_ns()
    }
}

/// Says so where a genome has more edits than are exported.
fn too_long(genome: &Genome, most: usize) -> Option<Verdict> {
    let edits = genome.edits().len();
    let detail =
        || format!("it has {edits} edits that it is wrong without; at most {most} are exported");
    (edits > most).then(|| Verdict::failed(Outcome::Constraints, "edits", detail()))
}

/// Says by how much a right variant is slower than the baseline, if it is by more than 1 %: faster on the cases that steered and slower
/// on those that did not is fitted to the former.
fn slower(verdict: &Verdict, baseline: &Verdict) -> Option<String> {
    let (score, baseline) = (verdict.score?, baseline.score?);
    (score.time_ns > baseline.time_ns * (1.0 + SLACK)).then(|| {
        let share = score.time_ns / baseline.time_ns;
        format!("it takes {share:.2} times as long as the baseline on the held-out cases")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Score;

    fn individual(genome: &str, time_ns: f64) -> Individual {
        let score = Score {
            energy_j: None,
            time_ns,
            error: 0.0,
        };
        let verdict = Verdict {
            reason: None,
            score: Some(score),
            ..Verdict::failed(Outcome::Correct, "", "")
        };
        Individual::new(genome.parse().unwrap(), verdict).unwrap()
    }

    #[test]
    fn what_is_launched_in_another_way_is_tried_before_more_of_the_same() {
        let wide = "pack k 8\nvector %bb1 4\n";
        let ranking = [
            individual(&format!("{wide}narrow %3\n"), 10.0),
            individual(&format!("{wide}peel %bb2\n"), 11.0),
            individual(wide, 12.0),
            individual("pack k 4\nvector %bb1 4\n", 13.0),
            individual("narrow %3\n", 14.0),
            individual("pack k 4\nnarrow %3\n", 15.0),
        ];
        let mut candidates = Candidates::of(ranking.iter());
        let order: Vec<f64> = std::iter::from_fn(|| candidates.next())
            .map(|it| it.objectives()[0])
            .collect();
        assert_eq!(order, [10.0, 13.0, 14.0, 11.0, 15.0, 12.0]);
    }
}

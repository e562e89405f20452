//! From a search's ranking to the one variant that is exported.
//!
//! Held-out cases only judge: no search ever steers by them. What fails there is not exported, and the next best is tried.

use super::evolve::{Evaluate, Found, Individual};
use super::minimize::{SLACK, minimize};
use super::run::{Baseline, Error, Event, Observer, Run, relative};
use crate::edit::Genome;
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
        let mut failed: Vec<Option<String>> = Vec::new();
        for candidate in found.ranking.iter().filter(|i| worthwhile(i, baseline)) {
            if failed.len() >= CHAMPION_TRIES {
                break;
            }
            if failed.contains(&candidate.verdict.key) {
                continue;
            }
            let mut bench = self.bench(baseline);
            let small = minimize(candidate, found.generations, &mut bench)?;
            let chosen = self.rescue(
                small,
                candidate,
                found.generations,
                baseline,
                &mut failed,
                observer,
            )?;
            if let Some((chosen, held_out)) = chosen {
                return Ok(Some(Champion {
                    found_edits: candidate.genome.edits().len(),
                    genome: chosen.genome,
                    search: chosen.verdict,
                    held_out,
                    rejected: failed.len(),
                }));
            }
            failed.push(candidate.verdict.key.clone());
        }
        Ok(None)
    }

    /// The first of these that can be shipped: the minimised candidate; the candidate as it was found, since an edit that the search cases
    /// do not need may be one that the held-out cases do; the minimised candidate without one edit, then without two, fastest first, since
    /// of several edits one may be wrong in a way that the search cases do not show.
    fn rescue(
        &mut self,
        small: Individual,
        candidate: &Individual,
        generation: u32,
        baseline: &Baseline,
        failed: &mut Vec<Option<String>>,
        observer: &mut Observer<'_>,
    ) -> Result<Option<(Individual, Verdict)>, Error> {
        let mut stems = vec![small.clone()];
        let mut level = vec![small, candidate.clone()];
        for depth in 0..=RESCUE_DEPTH {
            for individual in level {
                if failed.len() >= CHAMPION_TRIES || failed.contains(&individual.verdict.key) {
                    continue;
                }
                let held_out = self.shippable(&individual.genome, baseline)?;
                if held_out.is_correct() {
                    return Ok(Some((individual, held_out)));
                }
                observer(Event::Rejected(&held_out));
                failed.push(individual.verdict.key);
            }
            if depth == RESCUE_DEPTH {
                break;
            }
            let mut genomes: Vec<Genome> = Vec::new();
            for stem in &stems {
                for at in 0..stem.genome.edits().len() {
                    let genome = stem.genome.without(at);
                    if !genome.edits().is_empty() && !genomes.contains(&genome) {
                        genomes.push(genome);
                    }
                }
            }
            let verdicts = self.bench(baseline).evaluate(generation, &genomes)?;
            let individuals = genomes.into_iter().zip(verdicts);
            stems = individuals
                .filter_map(|(genome, verdict)| Individual::new(genome, verdict))
                .collect();
            stems.retain(|i| worthwhile(i, baseline));
            stems.sort_by(|a, b| a.objectives()[0].total_cmp(&b.objectives()[0]));
            level = stems.clone();
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

/// Whether an individual is faster than the baseline by more than minimising may give away again.
fn worthwhile(individual: &Individual, baseline: &Baseline) -> bool {
    individual.objectives()[0] * (1.0 + SLACK) < baseline.time_ns()
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

//! Shrinks a genome to the edits that matter.
//!
//! Most edits of a long search are passengers: they change nothing that is measured, but each is one more thing to review. Runs of edits
//! are taken away, first halves, then quarters, down to single edits, as long as the variant stays right and keeps its time (delta debugging,
//! Zeller and Hildebrandt, IEEE Trans. Software Engineering 28(2), 2002). Edits that only work together stay together, because neither can
//! go alone.

use super::evolve::{Evaluate, Individual};

/// How much of its time a shorter genome may lose and still be preferred, as a share.
pub const SLACK: f64 = 0.01;

/// A short genome whose time is within 1 % of `individual`'s, and from which no single edit can go.
///
/// # Errors
/// Whatever `judge` returns.
pub fn minimize<E: Evaluate>(
    individual: &Individual,
    generation: u32,
    judge: &mut E,
) -> Result<Individual, E::Error> {
    let limit_ns = individual.objectives()[0] * (1.0 + SLACK);
    let mut best = individual.clone();
    let mut run = best.genome.edits().len().div_ceil(2);
    while run > 0 {
        let before = best.genome.edits().len();
        let mut at = 0;
        while at < best.genome.edits().len() {
            let kept = best.genome.edits().iter().enumerate();
            let kept = kept.filter(|(index, _)| !(at..at + run).contains(index));
            let candidate = kept.map(|(_, edit)| edit.clone()).collect();
            let verdict = judge
                .evaluate(generation, std::slice::from_ref(&candidate))?
                .pop();
            match verdict.and_then(|verdict| Individual::new(candidate, verdict)) {
                Some(shorter) if shorter.objectives()[0] <= limit_ns => best = shorter,
                _ => at += run,
            }
        }
        // Single edits are tried until none of them can go; larger runs once.
        if run > 1 {
            run = run.div_ceil(2);
        } else if best.genome.edits().len() == before {
            run = 0;
        }
    }
    Ok(best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Genome;
    use crate::judge::{Outcome, Score, Verdict};

    /// A variant is fast with edits 3 and 7 together, and wrong with exactly one of them.
    struct Pair {
        asked: usize,
    }

    impl Evaluate for Pair {
        type Error = std::convert::Infallible;

        fn evaluate(&mut self, _: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Self::Error> {
            self.asked += genomes.len();
            Ok(genomes.iter().map(verdict).collect())
        }
    }

    fn verdict(genome: &Genome) -> Verdict {
        let has = |edit: &str| genome.edits().iter().any(|e| e.to_string() == edit);
        let (a, b) = (has("delete %3"), has("delete %7"));
        if a != b {
            return Verdict::failed(Outcome::Correctness, "error", "one without the other");
        }
        let time_ns = if a { 50.0 } else { 100.0 };
        Verdict {
            reason: None,
            score: Some(Score {
                time_ns,
                error: 0.0,
            }),
            ..Verdict::failed(Outcome::Correct, "", "")
        }
    }

    #[test]
    fn passengers_go_and_pairs_that_only_work_together_stay() {
        let text: String = (0..40).map(|n| format!("delete %{n}\n")).collect();
        let genome: Genome = text.parse().unwrap();
        let individual = Individual::new(genome.clone(), verdict(&genome)).unwrap();
        let mut judge = Pair { asked: 0 };
        let small = minimize(&individual, 0, &mut judge).unwrap();
        assert_eq!(small.genome.to_string(), "delete %3\ndelete %7\n");
        assert!(judge.asked < 40, "{} variants judged", judge.asked);
    }
}

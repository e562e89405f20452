//! Shrinks a genome to the edits that matter.
//!
//! Most edits of a long search are passengers: they change nothing that is measured, but each is one more thing to review. Runs of edits
//! are taken away, first halves, then quarters, down to single edits, as long as the variant stays right and keeps its time (delta debugging,
//! Zeller and Hildebrandt, IEEE Trans. Software Engineering 28(2), 2002). Edits that only work together stay together, because neither can
//! go alone.

use super::evolve::{Evaluate, Individual};
use crate::edit::{Edit, Genome};

/// How much of its time a shorter genome may lose and still be preferred, as a share.
pub const SLACK: f64 = 0.01;
/// How many edits are exported at most: more than that nobody reviews.
pub const MOST_EDITS: usize = 20;

/// What an edit says, one thing at a time; nothing if it says only one.
pub type Parts = dyn Fn(&Edit) -> Vec<Edit>;

/// How far a genome is shrunk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shrink {
    /// See [`SLACK`].
    pub slack: f64,
    /// Edits that may be left. A genome from which no more can go within the slack loses those that cost least until it has so few.
    pub most: usize,
    /// Whether two edits at a time are tried when no single one can go: one may only undo what the other does. Takes as many variants as
    /// there are pairs.
    pub pairs: bool,
}

impl Default for Shrink {
    fn default() -> Shrink {
        Shrink {
            slack: SLACK,
            most: MOST_EDITS,
            pairs: false,
        }
    }
}

/// A short genome whose time is within the slack of `individual`'s, and from which no single edit can go.
///
/// An edit that says several things is replaced by those of its `parts` that matter: what is left then relies on no more than it needs. It may have more edits than wanted where the variant is wrong without any of them.
///
/// # Errors
/// Whatever `judge` returns.
pub fn minimize<E: Evaluate>(
    individual: &Individual,
    shrink: &Shrink,
    parts: &Parts,
    generation: u32,
    judge: &mut E,
) -> Result<Individual, E::Error> {
    let mut shrinking = Shrinking {
        limit_ns: individual.objectives()[0] * (1.0 + shrink.slack),
        best: individual.clone(),
        generation,
        judge,
    };
    shrinking.runs()?;
    if shrinking.split(parts)? {
        shrinking.runs()?;
    }
    while shrink.pairs && shrinking.pair()? {
        shrinking.runs()?;
    }
    while shrinking.len() > shrink.most {
        if !shrinking.cheapest()? {
            break;
        }
    }
    Ok(shrinking.best)
}

/// What has been reached.
struct Shrinking<'a, E> {
    limit_ns: f64,
    best: Individual,
    generation: u32,
    judge: &'a mut E,
}

impl<E: Evaluate> Shrinking<'_, E> {
    fn len(&self) -> usize {
        self.best.genome.edits().len()
    }

    /// Runs of edits, first halves, then quarters; single edits until none of them can go.
    fn runs(&mut self) -> Result<(), E::Error> {
        let mut run = self.len().div_ceil(2);
        while run > 0 {
            let before = self.len();
            let mut at = 0;
            while at < self.len() {
                let candidate = without(&self.best.genome, |index| (at..at + run).contains(&index));
                match self.fastest(vec![candidate])? {
                    Some(shorter) if shorter.objectives()[0] <= self.limit_ns => {
                        self.best = shorter
                    }
                    _ => at += run,
                }
            }
            // Larger runs are tried once.
            if run > 1 {
                run = run.div_ceil(2);
            } else if self.len() == before {
                run = 0;
            }
        }
        Ok(())
    }

    /// Replaces edits by their parts; says whether any has parts, and the variant is as good with them.
    fn split(&mut self, parts: &Parts) -> Result<bool, E::Error> {
        let edits = self.best.genome.iter().flat_map(|edit| {
            let parts = parts(edit);
            match parts.is_empty() {
                true => vec![edit.clone()],
                false => parts,
            }
        });
        let split: Genome = edits.collect();
        if split == self.best.genome {
            return Ok(false);
        }
        match self.fastest(vec![split])? {
            Some(split) if split.objectives()[0] <= self.limit_ns => {
                self.best = split;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Takes the two edits away that matter least together; says whether any two can go.
    fn pair(&mut self) -> Result<bool, E::Error> {
        let candidates = pairs(self.len())
            .map(|(a, b)| without(&self.best.genome, |index| index == a || index == b))
            .collect();
        match self.fastest(candidates)? {
            Some(shorter) if shorter.objectives()[0] <= self.limit_ns => {
                self.best = shorter;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Takes the edit away that costs least, whatever it costs; says whether the variant is right without any.
    fn cheapest(&mut self) -> Result<bool, E::Error> {
        let candidates = (0..self.len())
            .map(|at| self.best.genome.without(at))
            .collect();
        let found = self.fastest(candidates)?;
        Ok(found.map(|shorter| self.best = shorter).is_some())
    }

    /// The fastest of the candidates that are right; of equally fast ones the first.
    fn fastest(&mut self, mut candidates: Vec<Genome>) -> Result<Option<Individual>, E::Error> {
        // Of a genome that has an edit twice, two shorter ones are the same.
        let mut asked = std::collections::BTreeSet::new();
        candidates.retain(|candidate| asked.insert(candidate.clone()));
        let verdicts = self.judge.evaluate(self.generation, &candidates)?;
        let right = candidates.into_iter().zip(verdicts);
        let right = right.filter_map(|(genome, verdict)| Individual::new(genome, verdict));
        Ok(right.min_by(|a, b| a.objectives()[0].total_cmp(&b.objectives()[0])))
    }
}

/// The genome without the edits whose index `gone` picks.
pub(super) fn without(genome: &Genome, gone: impl Fn(usize) -> bool) -> Genome {
    let kept = genome.iter().enumerate().filter(|(index, _)| !gone(*index));
    kept.map(|(_, edit)| edit.clone()).collect()
}

/// Every two of so many, the smaller first.
pub(super) fn pairs(len: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..len).flat_map(move |a| (a + 1..len).map(move |b| (a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Outcome, Score, Verdict};

    /// A judge that knows the time of a genome from the numbers of the instructions that it deletes; none if it is wrong.
    struct Rule<F> {
        time_ns: F,
        asked: usize,
    }

    impl<F: Fn(&dyn Fn(u32) -> bool, usize) -> Option<f64>> Evaluate for Rule<F> {
        type Error = std::convert::Infallible;

        fn evaluate(&mut self, _: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Self::Error> {
            self.asked += genomes.len();
            Ok(genomes.iter().map(|genome| self.verdict(genome)).collect())
        }
    }

    impl<F: Fn(&dyn Fn(u32) -> bool, usize) -> Option<f64>> Rule<F> {
        fn verdict(&self, genome: &Genome) -> Verdict {
            let has = |number: u32| {
                let edit = format!("delete %{number}");
                genome.edits().iter().any(|e| e.to_string() == edit)
            };
            let Some(time_ns) = (self.time_ns)(&has, genome.len()) else {
                return Verdict::failed(Outcome::Correctness, "error", "wrong");
            };
            let error = 0.0;
            Verdict {
                reason: None,
                score: Some(Score {
                    time_ns,
                    error,
                    energy_j: None,
                }),
                ..Verdict::failed(Outcome::Correct, "", "")
            }
        }
    }

    /// Deleting 99 is deleting 1, 2 and 3.
    fn parts(edit: &Edit) -> Vec<Edit> {
        let parts = ["delete %1", "delete %2", "delete %3"];
        let all = edit.to_string() == "delete %99";
        let parts = parts.iter().filter(|_| all);
        parts.map(|part| part.parse().unwrap()).collect()
    }

    /// What is left of a genome that deletes so many instructions, and how many variants were judged.
    fn shrunk(
        edits: u32,
        shrink: Shrink,
        time_ns: impl Fn(&dyn Fn(u32) -> bool, usize) -> Option<f64>,
    ) -> (String, usize) {
        let text: String = (0..edits).map(|n| format!("delete %{n}\n")).collect();
        let genome: Genome = text.parse().unwrap();
        let mut judge = Rule { time_ns, asked: 0 };
        let individual = Individual::new(genome.clone(), judge.verdict(&genome)).unwrap();
        let small = minimize(&individual, &shrink, &parts, 0, &mut judge).unwrap();
        (small.genome.to_string(), judge.asked)
    }

    #[test]
    fn passengers_go_and_pairs_that_only_work_together_stay() {
        let (left, asked) = shrunk(40, Shrink::default(), |has, _| match (has(3), has(7)) {
            (true, true) => Some(50.0),
            (false, false) => Some(100.0),
            _ => None,
        });
        assert_eq!(left, "delete %3\ndelete %7\n");
        assert!(asked < 40, "{asked} variants judged");
    }

    #[test]
    fn an_edit_and_what_undoes_it_go_together_where_pairs_are_tried() {
        // Either of 1 and 4 alone is wrong, both together are as good as neither.
        let rule = |has: &dyn Fn(u32) -> bool, _| match (has(1) == has(4), has(2)) {
            (true, true) => Some(50.0),
            (true, false) => Some(100.0),
            (false, _) => None,
        };
        let singles = shrunk(5, Shrink::default(), rule).0;
        assert_eq!(singles, "delete %1\ndelete %2\ndelete %4\n");
        let pairs = Shrink {
            pairs: true,
            ..Shrink::default()
        };
        assert_eq!(shrunk(5, pairs, rule).0, "delete %2\n");
    }

    #[test]
    fn what_has_too_many_edits_that_matter_keeps_those_that_matter_most() {
        // Edit n saves n ns.
        let rule = |has: &dyn Fn(u32) -> bool, _| {
            let saved: u32 = (0..30).filter(|n| has(*n)).sum();
            Some(f64::from(500 - saved))
        };
        let shrink = Shrink {
            slack: 0.0,
            ..Shrink::default()
        };
        let left = shrunk(30, shrink, rule).0;
        assert_eq!(left.lines().count(), MOST_EDITS);
        assert!(left.starts_with("delete %10\n"), "{left}");
    }

    #[test]
    fn of_an_edit_that_says_several_things_those_are_left_that_matter() {
        let rule = |has: &dyn Fn(u32) -> bool, _| match has(2) || has(99) {
            true => Some(50.0),
            false => Some(100.0),
        };
        assert_eq!(shrunk(100, Shrink::default(), rule).0, "delete %2\n");
        let whole = |has: &dyn Fn(u32) -> bool, _| Some(if has(99) { 50.0 } else { 100.0 });
        let left = shrunk(100, Shrink::default(), whole).0;
        assert_eq!(left, "delete %99\n");
    }

    #[test]
    fn more_slack_leaves_fewer_edits() {
        let rule = |has: &dyn Fn(u32) -> bool, _| {
            let saved = [(1, 40.0), (2, 3.0)].iter().filter(|(n, _)| has(*n));
            Some(100.0 - saved.map(|(_, ns)| ns).sum::<f64>())
        };
        let slack = |slack| Shrink {
            slack,
            ..Shrink::default()
        };
        assert_eq!(shrunk(4, slack(0.01), rule).0, "delete %1\ndelete %2\n");
        assert_eq!(shrunk(4, slack(0.10), rule).0, "delete %1\n");
    }
}

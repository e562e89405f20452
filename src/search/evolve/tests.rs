//! The search against a toy whose best genome is known.

use super::*;
use crate::edit::Promises;
use crate::ir::Sketch;
use crate::judge::{Outcome, Score};

/// Time falls with `a` and rises with `b`; odd values of `a` are wrong. Counts what it is asked.
#[derive(Default)]
struct Toy {
    asked: Vec<(u32, String)>,
}

impl Evaluate for Toy {
    type Error = std::convert::Infallible;

    fn evaluate(
        &mut self,
        generation: u32,
        genomes: &[Genome],
    ) -> Result<Vec<Verdict>, Self::Error> {
        self.asked.extend(
            genomes
                .iter()
                .map(|genome| (generation, genome.to_string())),
        );
        Ok(genomes.iter().map(verdict).collect())
    }
}

fn verdict(genome: &Genome) -> Verdict {
    let value = |name: &str| -> i64 {
        let prefix = format!("set {name} ");
        let last = genome
            .edits()
            .iter()
            .rev()
            .find_map(|e| e.to_string().strip_prefix(&prefix).map(str::to_string));
        last.and_then(|v| v.parse().ok()).unwrap_or(0)
    };
    let (a, b) = (value("a"), value("b"));
    if a % 2 == 1 {
        return Verdict::failed(Outcome::Runtime, "odd", "");
    }
    let score = Score {
        time_ns: (100 - a + 2 * b) as f64,
        error: b as f64,
    };
    Verdict {
        reason: None,
        score: Some(score),
        key: Some(format!("{a} {b}")),
        ..Verdict::failed(Outcome::Correct, "", "")
    }
}

fn search(seed: u64, evaluations: usize) -> (Found, Vec<(u32, String)>) {
    let text = format!(
        "[budget]\nevaluations = {evaluations}\n[population]\nsize = 8\n[mutation]\nrate = 0.9\ndrop = 0.2\nretries = 2\n[families]\nset = 1.0\n"
    );
    let policy = Policy::parse("test.toml", &text).unwrap();
    let values: Vec<i64> = (0..40).collect();
    let promises = Promises {
        tunables: ["a", "b"]
            .map(|name| (name.to_string(), values.clone()))
            .into(),
        ..Promises::default()
    };
    let material = Material {
        sketch: &Sketch::default(),
        promises: &promises,
    };
    let baseline = Individual::new(Genome::default(), verdict(&Genome::default())).unwrap();
    let mut toy = Toy::default();
    let found = evolve(&policy, seed, &material, baseline, &mut toy).unwrap();
    (found, toy.asked)
}

#[test]
fn the_same_seed_asks_for_the_same_genomes_in_the_same_order() {
    assert_eq!(search(5, 150).1, search(5, 150).1);
    assert_ne!(search(5, 150).1, search(6, 150).1);
}

#[test]
fn a_larger_budget_begins_with_the_smaller_one() {
    let (small, large) = (search(5, 60).1, search(5, 150).1);
    assert_eq!(small, large[..small.len()]);
}

#[test]
fn the_budget_is_spent_to_the_last_genome_and_no_genome_is_judged_twice() {
    let (found, asked) = search(3, 100);
    assert_eq!(
        (found.evaluations, found.stopped),
        (100, StopReason::Budget)
    );
    let mut genomes: Vec<&String> = asked.iter().map(|(_, genome)| genome).collect();
    genomes.sort();
    genomes.dedup();
    // The baseline was judged before the search.
    assert_eq!(genomes.len(), asked.len());
    assert_eq!(asked.len(), 99);
}

#[test]
fn selection_finds_the_fastest_and_never_ranks_a_wrong_variant() {
    let (found, _) = search(1, 1000);
    assert_eq!(found.ranking[0].objectives(), [62.0, 0.0]);
    assert!(
        found
            .ranking
            .iter()
            .all(|individual| individual.verdict.is_correct())
    );
    assert!(
        found
            .ranking
            .is_sorted_by(|a, b| a.objectives()[0] <= b.objectives()[0])
    );
}

#[test]
fn a_search_with_nothing_left_to_try_says_so() {
    let policy = Policy::parse("test.toml", "[families]\nset = 1.0\n").unwrap();
    let promises = Promises::default();
    let material = Material {
        sketch: &Sketch::default(),
        promises: &promises,
    };
    let baseline = Individual::new(Genome::default(), verdict(&Genome::default())).unwrap();
    let found = evolve(&policy, 1, &material, baseline, &mut Toy::default()).unwrap();
    assert_eq!(
        (found.evaluations, found.stopped),
        (1, StopReason::Exhausted)
    );
}

#[test]
fn of_equal_variants_the_shorter_genome_keeps_the_place() {
    let individual = |text: &str| {
        let genome: Genome = text.parse().unwrap();
        let verdict = verdict(&genome);
        Individual::new(genome, verdict).unwrap()
    };
    let kept = distinct(vec![
        individual("set a 2\nset a 4"),
        individual("set b 1"),
        individual("set a 4"),
    ]);
    let texts: Vec<String> = kept.iter().map(|i| i.genome.to_string()).collect();
    assert_eq!(texts, ["set a 4\n", "set b 1\n"]);
}

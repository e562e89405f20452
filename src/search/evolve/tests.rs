//! The search against a toy whose best genome is known.

use super::survive::distinct;
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
        energy_j: None,
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
        heat: None,
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
        heat: None,
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

/// The time (ns) by the values of the tunables.
type Time = fn(&dyn Fn(&str) -> f64) -> f64;

/// Tunables with a time that follows from their values, negative where they are wrong; with noise, if asked for.
struct Landscape {
    asked: Vec<Genome>,
    /// Half the width of the noise on each time, nanoseconds; 0 for none.
    noise_ns: f64,
    measured: usize,
    time_ns: Time,
}

impl Landscape {
    fn new(time_ns: Time) -> Landscape {
        Landscape {
            asked: Vec::new(),
            noise_ns: 0.0,
            measured: 0,
            time_ns,
        }
    }

    fn true_ns(&self, genome: &Genome) -> f64 {
        let value = |name: &str| {
            let prefix = format!("set {name} ");
            let mut edits = genome.iter().rev().map(ToString::to_string);
            let last = edits.find_map(|e| Some(e.strip_prefix(&prefix)?.to_string()));
            last.and_then(|v| v.parse().ok()).unwrap_or(0.0)
        };
        (self.time_ns)(&value)
    }

    fn verdict(&mut self, genome: &Genome) -> Verdict {
        use rand::RngExt;
        let true_ns = self.true_ns(genome);
        if true_ns < 0.0 {
            return Verdict::failed(Outcome::Correctness, "error", "");
        }
        // Another number for each measurement, as of a machine; the same for each run of the test.
        self.measured += 1;
        let noise = numbers(9, 0, self.measured, 0).random_range(-1.0..1.0) * self.noise_ns;
        let score = Score {
            energy_j: None,
            time_ns: true_ns + noise,
            error: 0.0,
        };
        Verdict {
            reason: None,
            score: Some(score),
            key: Some(format!("{true_ns}")),
            ..Verdict::failed(Outcome::Correct, "", "")
        }
    }
}

impl Evaluate for Landscape {
    type Error = std::convert::Infallible;

    fn evaluate(&mut self, _: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Self::Error> {
        self.asked.extend(genomes.iter().cloned());
        Ok(genomes.iter().map(|genome| self.verdict(genome)).collect())
    }

    fn is_deterministic(&self) -> bool {
        self.noise_ns == 0.0
    }

    fn again(&mut self, _: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Self::Error> {
        Ok(genomes.iter().map(|genome| self.verdict(genome)).collect())
    }
}

fn explore(policy: &str, seed: u64, values: i64, landscape: &mut Landscape) -> Found {
    let policy = Policy::parse("test.toml", &format!("{policy}[families]\nset = 1.0\n")).unwrap();
    let values: Vec<i64> = (1..=values).collect();
    let promises = Promises {
        tunables: ["a", "b", "c", "d"]
            .map(|name| (name.to_string(), values.clone()))
            .into(),
        ..Promises::default()
    };
    let material = Material {
        sketch: &Sketch::default(),
        promises: &promises,
        heat: None,
    };
    let genome = Genome::default();
    let verdict = landscape.verdict(&genome);
    let baseline = Individual::new(genome, verdict).unwrap();
    evolve(&policy, seed, &material, baseline, landscape).unwrap()
}

fn sum(value: &dyn Fn(&str) -> f64) -> f64 {
    // Each tunable has its best value; that of `d` is 0.
    100.0 - value("a") - (5.0 - (value("b") - 5.0).abs()) - value("c") + value("d")
}

const START: &str = "[budget]\nevaluations = 120\n[start]\nsweep = 100\nclimb = 40\n";

#[test]
fn promising_edits_come_first_and_in_the_same_order_whatever_the_seed() {
    let mut asked = [1, 2].map(|seed| {
        let mut landscape = Landscape::new(sum);
        explore(START, seed, 9, &mut landscape);
        landscape.asked
    });
    asked.iter_mut().for_each(|asked| asked.truncate(45));
    assert_eq!(asked[0], asked[1]);
    let singles: std::collections::BTreeSet<String> =
        asked[0].iter().map(ToString::to_string).collect();
    for (name, value) in [("a", 1), ("b", 9), ("c", 4), ("d", 9)] {
        assert!(singles.contains(&format!("set {name} {value}\n")));
    }
}

#[test]
fn what_helped_alone_is_put_together_before_evolution_begins() {
    let mut landscape = Landscape::new(sum);
    let found = explore(START, 1, 9, &mut landscape);
    assert_eq!(found.ranking[0].objectives()[0], 100.0 - 9.0 - 5.0 - 9.0);
    // 36 single edits, and then their combinations.
    let reached = found.progress.curve.last().unwrap().0;
    assert!(reached <= 36 + 16, "after {reached}");
    assert_eq!(found.progress.best_ns(1), Some(100.0));
    assert_eq!(
        found.progress.best_ns(reached - 1),
        Some(found.progress.curve[found.progress.curve.len() - 2].1)
    );
    assert!(found.progress.operators["combine"].effective > 0);
}

#[test]
fn a_start_does_not_depend_on_the_budget() {
    let [small, large] = [50, 120].map(|budget| {
        let mut landscape = Landscape::new(sum);
        let policy = START.replace("120", &budget.to_string());
        explore(&policy, 3, 9, &mut landscape);
        landscape.asked
    });
    assert_eq!(small, large[..small.len()]);
}

/// `a` leads astray: it helps alone and harms with all else.
fn deceptive(value: &dyn Fn(&str) -> f64) -> f64 {
    let on = |name: &str| value(name) > 0.0;
    match (on("a"), on("b"), on("c"), on("d")) {
        (true, false, false, false) => 60.0 - 0.01 * value("a"),
        (true, ..) => 150.0,
        (false, true, true, true) => 10.0,
        (false, b, c, d) => 100.0 - 5.0 * f64::from(u8::from(b) + u8::from(c) + u8::from(d)),
    }
}

#[test]
fn a_restart_leaves_what_leads_astray() {
    let base = "[budget]\nevaluations = 600\n[population]\nsize = 4\nerror = false\n[mutation]\nrate = 1.0\ndrop = 0.2\n[start]\nedits = 1\n";
    let reached = |more: &str| {
        let runs = (0..8).map(|seed| {
            let mut landscape = Landscape::new(deceptive);
            let found = explore(&format!("{base}{more}"), seed, 30, &mut landscape);
            found.ranking[0].objectives()[0]
        });
        runs.filter(|best_ns| *best_ns == 10.0).count()
    };
    let (without, with) = (reached(""), reached("[restart]\nstall = 4\n"));
    assert!(with > without && with >= 6, "{with} against {without} of 8");
}

#[test]
fn edits_that_were_wrong_are_not_drawn_again() {
    // Everything but `c` is wrong.
    let fragile = |value: &dyn Fn(&str) -> f64| {
        let wrong = ["a", "b", "d"].iter().any(|name| value(name) > 0.0);
        if wrong { -1.0 } else { 100.0 - value("c") }
    };
    let wrong = |again: f64| {
        let mut landscape = Landscape::new(fragile);
        let policy = format!(
            "[budget]\nevaluations = 300\n[mutation]\nrate = 1.0\nretries = 1\neffective = true\n[credit]\nlearn = true\nagain = {again}\n[population]\nsize = 8\n"
        );
        let found = explore(&policy, 1, 20, &mut landscape);
        let tally = found.progress.operators["set"];
        (tally.tried - tally.valid, tally.tried)
    };
    let ((some, of), (most, all)) = (wrong(0.0), wrong(1.0));
    assert!(some * all < most * of, "{some} of {of}, {most} of {all}");
}

#[test]
fn where_measuring_is_noisy_an_elite_is_what_holds_when_measured_again() {
    let flat = |value: &dyn Fn(&str) -> f64| 100.0 - 0.01 * value("a");
    let lucky = |measurements: usize| {
        let mut landscape = Landscape::new(flat);
        landscape.noise_ns = 20.0;
        let policy = format!(
            "[budget]\nevaluations = 200\n[population]\nsize = 8\nelites = 8\n[noise]\nmeasurements = {measurements}\n"
        );
        let found = explore(&policy, 1, 30, &mut landscape);
        let best = &found.ranking[0];
        (landscape.true_ns(&best.genome) - best.objectives()[0]).abs()
    };
    // The luckiest of 200 single measurements is off by nearly the whole width of the noise.
    assert!(lucky(1) > 15.0);
    assert!(lucky(15) < lucky(1) * 0.8, "{} and {}", lucky(15), lucky(1));
}

#[test]
fn a_deterministic_judge_is_never_asked_twice() {
    let mut landscape = Landscape::new(sum);
    explore(
        "[noise]\nmeasurements = 5\n[budget]\nevaluations = 60\n",
        1,
        9,
        &mut landscape,
    );
    // The baseline was measured before.
    assert_eq!(landscape.measured, 60);
}

//! The search against programs whose response is known.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, LogNormal};

use super::*;
use crate::threads::scenario::Scenario;
use crate::threads::topology::{Cpu, Topology};

/// A program whose time under each setting is known, and whose runs vary as processes do: by a factor, and now and then by a large one.
struct Scripted<'a> {
    space: &'a Space,
    time: &'a dyn Fn(&BTreeMap<String, f64>) -> f64,
    noise: f64,
    random: ChaCha8Rng,
}

impl Scripted<'_> {
    fn truth(&self, setting: &Setting) -> f64 {
        (self.time)(&numbers(self.space, setting))
    }
}

impl Source for Scripted<'_> {
    fn trial(&mut self, _: Scope, setting: &Setting, _: usize) -> Result<Trial, Error> {
        let factor = LogNormal::new(0.0, self.noise)
            .unwrap()
            .sample(&mut self.random);
        let burst = if self.random.random_bool(0.03) {
            1.5
        } else {
            1.0
        };
        Ok(Trial::measured(self.truth(setting) * factor * burst, 1.0))
    }
}

fn numbers(space: &Space, setting: &Setting) -> BTreeMap<String, f64> {
    space
        .values(setting)
        .map(|(knob, value)| {
            let number = match value {
                crate::threads::space::Value::Number(n) => *n as f64,
                _ => f64::from(u8::try_from(knob.default).unwrap()),
            };
            (knob.name.clone(), number)
        })
        .collect()
}

fn machine(cores: usize) -> Topology {
    let cpus = (0..cores)
        .map(|id| Cpu {
            id,
            core: id,
            socket: 0,
            node: 0,
        })
        .collect();
    Topology {
        model: "scripted".into(),
        cpus,
        machine_cpus: cores,
        quota: None,
    }
}

fn plan(text: &str, cores: usize) -> Plan {
    Scenario::parse("scripted.toml", text)
        .unwrap()
        .resolve(&machine(cores), None)
        .unwrap()
}

/// Pools, threads, a library's threads, and how long they spin: the paper's knobs on a machine of 16 cores.
const LARGE: &str = r#"
constraints = ["pools * threads <= cores"]
[run]
framework = "command"
command = ["program", "{pools}", "{threads}", "{library}", "{spin}"]
[[knob]]
name = "pools"
range = { from = 1, to = "cores", factor = 2 }
default = 1
[[knob]]
name = "threads"
range = { from = 1, to = "cores", step = 1 }
default = 16
[[knob]]
name = "library"
values = [1, 2, 4, 8, 16]
default = 16
[[knob]]
name = "spin"
values = [0, 1, 30, 200]
default = 200
[recommend.intel]
threads = "cores"
spin = 1
[recommend.rule]
pools = 4
threads = 4
"#;

/// Two knobs and a switch on a small machine: fewer than 50 settings.
const SMALL: &str = r#"
constraints = ["pools * threads <= cores"]
[run]
framework = "command"
command = ["program", "{pools}", "{threads}", "{spin}"]
[[knob]]
name = "pools"
range = { from = 1, to = "cores", step = 1 }
default = 1
[[knob]]
name = "threads"
range = { from = 1, to = "cores", step = 1 }
default = 8
[[knob]]
name = "spin"
values = [0, 1]
default = 1
[recommend.intel]
threads = "cores"
spin = 0
"#;

/// A graph of four chains: work that four pools share, Amdahl's law within a pool, a price for each thread, a library that wants as many
/// threads as a pool has, and spinning that helps until it robs others of their cores.
fn wide(at: &BTreeMap<String, f64>) -> f64 {
    let (pools, threads) = (at["pools"], at["threads"]);
    let side_by_side = pools.min(4.0);
    let serial = 0.08;
    let within = serial + (1.0 - serial) / threads;
    let library = at
        .get("library")
        .map_or(1.0, |library| 1.0 + 0.06 * (library / threads).log2().abs());
    let spin = at["spin"];
    let spinning = 1.0 + 0.05 * (spin - 1.0).abs().ln_1p() * (pools * threads / 16.0);
    within / side_by_side * library * spinning * (1.0 + 0.012 * (pools * threads).sqrt())
}

/// A chain, which pools only slow down, with a hill between few threads and many: two optima, of which the far one is better.
fn rugged(at: &BTreeMap<String, f64>) -> f64 {
    let (pools, threads) = (at["pools"], at["threads"]);
    let numa = if (5.0..=8.0).contains(&threads) {
        1.35
    } else {
        1.0
    };
    let library = at
        .get("library")
        .map_or(1.0, |library| 1.0 + 0.08 * (library / 4.0).log2().abs());
    (0.15 + 0.85 / threads)
        * numa
        * (1.0 + 0.2 * (pools - 1.0))
        * library
        * (1.0 + 0.02 * at["spin"].ln_1p())
}

/// How many of 100 searches end within 2 % of the optimum, and the most runs that one took.
fn found(
    plan: &Plan,
    time: &dyn Fn(&BTreeMap<String, f64>) -> f64,
    trials: usize,
    noise: f64,
) -> (usize, usize) {
    let optimum = plan
        .space
        .all()
        .iter()
        .map(|s| time(&numbers(&plan.space, s)))
        .fold(f64::INFINITY, f64::min);
    let mut most = 0;
    let hits = (0..100)
        .filter(|&seed| {
            let random = ChaCha8Rng::seed_from_u64(1000 + seed);
            let mut source = Scripted {
                space: &plan.space,
                time,
                noise,
                random,
            };
            let allowance = Allowance {
                trials,
                seconds: f64::INFINITY,
            };
            let found = search(plan, seed, allowance, &mut source, &mut |_| {}).unwrap();
            most = most.max(found.ledger.trials);
            source.truth(&found.best) <= optimum * 1.02
        })
        .count();
    (hits, most)
}

#[test]
fn a_tenth_of_the_runs_finds_the_best_of_many_settings_within_two_per_cent() {
    let plan = plan(LARGE, 16);
    let settings = plan.space.all().len();
    let trials = settings * plan.budget.samples / 10;
    assert_eq!(
        default_trials(settings, plan.budget.samples, plan.seeds.len()),
        trials
    );
    for (name, time) in [
        ("wide", &wide as &dyn Fn(&BTreeMap<String, f64>) -> f64),
        ("rugged", &rugged),
    ] {
        let (hits, most) = found(&plan, time, trials, 0.03);
        assert!(hits >= 95, "{name}: {hits} of 100");
        assert!(most <= trials, "{name}: {most} runs of {trials}");
    }
}

#[test]
fn a_quarter_of_the_runs_finds_the_best_of_few_settings_within_two_per_cent() {
    let plan = plan(SMALL, 8);
    let settings = plan.space.all().len();
    assert!(settings < 50, "{settings}");
    let trials = settings * plan.budget.samples / 4;
    for (name, time) in [
        ("wide", &wide as &dyn Fn(&BTreeMap<String, f64>) -> f64),
        ("rugged", &rugged),
    ] {
        let (hits, most) = found(&plan, time, trials, 0.03);
        assert!(hits >= 95, "{name}: {hits} of 100");
        assert!(most <= trials, "{name}: {most} runs of {trials}");
    }
}

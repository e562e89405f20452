//! Whatever edits are drawn, the judge answers with a verdict, and only a correct one has a score.

use std::collections::{BTreeMap, BTreeSet};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{WORKLOADS, budget, corpus, open, spec, words};
use warpsmith::edit::{Context, FAMILIES, Genome};
use warpsmith::judge::{Judge, JudgeSpec, Outcome, Scope, StepBudget, Subject, Verdict};
use warpsmith::search::{Material, Policy, random_genomes};
use warpsmith::target::{Description, Ptxas};

/// Genomes of one edit, and of more, on each workload.
const SINGLE: usize = 120;
const MULTIPLE: usize = 80;
const MOST_EDITS: usize = 6;
/// Correct variants of each workload that are assembled for each of the devices: its baseline and six more, over two hundred in all.
const ASSEMBLED: usize = 7;

/// Genomes of `2..=MOST_EDITS` edits of any family, each drawn in view of those before it.
fn longer_genomes(subject: &Subject, seed: u64, count: usize) -> Vec<Genome> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let sketch = subject.source.sketch();
    (0..count)
        .map(|_| {
            let mut genome = Genome::default();
            for _ in 0..rng.random_range(2..=MOST_EDITS) {
                let family = &FAMILIES[rng.random_range(0..FAMILIES.len())];
                let context = Context::new(sketch, &subject.promises, &genome);
                if let Some(edit) = family.propose(&context, &mut rng) {
                    genome = genome.with(edit);
                }
            }
            genome
        })
        .collect()
}

/// Genomes of the default policy's first mutations, then longer ones.
fn genomes(subject: &Subject, seed: u64, single: usize, multiple: usize) -> Vec<Genome> {
    let policy = Policy::load("default").unwrap();
    let material = Material {
        sketch: subject.source.sketch(),
        promises: &subject.promises,
        heat: None,
    };
    let mut genomes = random_genomes(&policy, seed, &material, single);
    assert_eq!(genomes.len(), single);
    genomes.extend(longer_genomes(subject, seed, multiple));
    genomes
}

/// Genomes with what the judge says of them on the search cases, one after the other. Of variants with equal keys only the first is
/// there: as in a run, they are executed once.
fn verdicts<'j>(
    judge: &'j mut Judge,
    budget: &'j StepBudget,
    genomes: impl IntoIterator<Item = Genome> + 'j,
) -> impl Iterator<Item = (Genome, Verdict)> + 'j {
    let mut seen = BTreeSet::new();
    genomes
        .into_iter()
        .filter_map(move |genome| match judge.compile(&genome) {
            Ok(variant) if seen.insert(variant.key.clone()) => {
                let verdict = judge.execute(&variant, Scope::Search, budget);
                Some((genome, verdict))
            }
            Ok(_) => None,
            Err(verdict) => Some((genome, *verdict)),
        })
}

fn every_genome_gets_a_verdict(workload: &str) {
    let mut judge = open(&corpus(workload));
    let genomes = genomes(judge.subject(), 2, SINGLE, MULTIPLE);
    let mut outcomes: BTreeMap<Outcome, usize> = BTreeMap::new();
    for (genome, verdict) in verdicts(&mut judge, &budget(workload), genomes) {
        let correct = verdict.outcome == Outcome::Correct;
        assert_eq!(verdict.score.is_some(), correct, "{genome}");
        assert_eq!(verdict.reason.is_none(), correct, "{genome}");
        // The target can execute whatever LLVM makes of edits.
        let said = words(&verdict);
        assert_ne!(verdict.outcome, Outcome::Constraints, "{genome}{said}");
        if let Some(score) = verdict.score {
            assert!(score.time_ns.is_finite() && score.time_ns > 0.0, "{genome}");
            assert!(score.error >= 0.0, "{genome}");
        }
        *outcomes.entry(verdict.outcome).or_default() += 1;
    }
    for outcome in [Outcome::Correct, Outcome::Correctness, Outcome::Runtime] {
        assert!(outcomes.contains_key(&outcome), "{outcomes:?}");
    }
}

#[test]
fn every_random_edit_of_attention_gets_a_verdict_and_only_correct_ones_a_score() {
    every_genome_gets_a_verdict("attention/forward");
}

#[test]
fn every_random_edit_of_an_embedding_gets_a_verdict_and_only_correct_ones_a_score() {
    every_genome_gets_a_verdict("embedding/sls_f32");
}

#[test]
fn every_random_edit_of_a_convolution_gets_a_verdict_and_only_correct_ones_a_score() {
    every_genome_gets_a_verdict("winograd/f2");
}

#[test]
fn the_ptx_of_baselines_and_of_random_correct_variants_assembles() {
    let Some(ptxas) = Ptxas::find() else {
        println!("skipped: no ptxas here (WARPSMITH_PTXAS, PATH, CUDA_HOME, /usr/local/cuda)");
        return;
    };
    // No built-in target is of the generation after the H200's.
    let folder = tempfile::tempdir().unwrap();
    let newer = folder.path().join("newer.toml");
    let text = Description::text("h200").unwrap();
    let text = text
        .replace("\"sm_90\"", "\"sm_100\"")
        .replace("\"80\"", "\"86\"");
    std::fs::write(&newer, text).unwrap();
    let newer = newer.to_str().unwrap();
    for workload in WORKLOADS {
        let mut judge = open(&corpus(workload));
        let entries = judge.subject().source.sketch().kernels().count();
        let drawn = genomes(judge.subject(), 3, 100, 100);
        let baseline_first = [Genome::default()].into_iter().chain(drawn);
        let correct: Vec<Genome> = verdicts(&mut judge, &budget(workload), baseline_first)
            .filter(|(_, verdict)| verdict.is_correct())
            .map(|(genome, _)| genome)
            .take(ASSEMBLED)
            .collect();
        assert_eq!(correct.len(), ASSEMBLED, "{workload}: too few are correct");
        for target in ["t4", "a100", "h200", newer] {
            let spec = JudgeSpec {
                target: target.into(),
                ..spec(&corpus(workload))
            };
            let judge = Judge::open(&spec).unwrap();
            let arch = judge.subject().target.arch.clone();
            for genome in &correct {
                let ptx = judge.artifacts(genome).unwrap().ptx;
                let kernels = ptxas.assemble(&ptx, &arch);
                let kernels =
                    kernels.unwrap_or_else(|said| panic!("{workload}, {arch}\n{genome}{said}"));
                assert_eq!(kernels.len(), entries, "{workload}, {arch}\n{genome}");
            }
        }
    }
}

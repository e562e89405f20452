//! Where the time of a kernel goes, instruction by instruction of the unedited module.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use warpsmith::edit::{Genome, Texts, build_with};
use warpsmith::judge::{Judge, JudgeSpec, Scope, StepBudget};
use warpsmith::workload::Tier;

const BUDGET: u64 = 50_000_000;

fn open(workload: &str) -> Judge {
    let spec = JudgeSpec::new(
        common::root().join("corpus").join(workload),
        "h200",
        Tier::Strict,
    );
    Judge::open(&spec).unwrap()
}

fn profile(judge: &mut Judge, genome: &str) -> Vec<f64> {
    let genome: Genome = genome.parse().unwrap();
    let budget = StepBudget::flat(BUDGET);
    judge.profile(&genome, Scope::Search, &budget).unwrap()
}

#[test]
fn the_time_is_in_the_loop_that_sums_rows() {
    let mut judge = open("embedding/sls_f32");
    let times_ns = profile(&mut judge, "");
    let sketch = judge.subject().source.sketch().clone();
    assert_eq!(times_ns.len(), sketch.instructions.len());
    let looped = |number: &u32| {
        let block = sketch.instruction(*number).map(|it| it.block);
        block
            .and_then(|block| sketch.block(block))
            .is_some_and(|block| block.depth > 1)
    };
    let inner: f64 = (0..times_ns.len() as u32)
        .filter(looped)
        .map(|number| times_ns[number as usize])
        .sum();
    let total: f64 = times_ns.iter().sum();
    assert!(inner > 0.6 * total, "{inner} of {total}");
    let verdict = judge.judge(&Genome::default(), Scope::Search, &StepBudget::flat(BUDGET));
    // What comes from no instruction, such as a return that was made of several, is in no place.
    let whole = verdict.score.unwrap().time_ns;
    assert!(
        total <= whole * 1.001 && total > 0.8 * whole,
        "{total} of {whole}"
    );
}

#[test]
fn each_launch_counts_for_its_own_kernel() {
    let mut judge = open("winograd/f2");
    let times_ns = profile(&mut judge, "");
    let verdict = judge.judge(&Genome::default(), Scope::Search, &StepBudget::flat(BUDGET));
    let sketch = judge.subject().source.sketch();
    for (kernel, launch_ns) in sketch.kernels().zip(&verdict.cases[0].launch_ns) {
        let all = kernel.instructions.clone();
        let own: f64 = all.map(|number| times_ns[number as usize]).sum();
        assert!(
            own <= launch_ns * 1.001 && own > 0.7 * launch_ns,
            "{}: {own} of {launch_ns}",
            kernel.name
        );
    }
}

#[test]
fn copies_of_an_instruction_count_for_it() {
    let mut judge = open("transformer/bias_gelu");
    let one = profile(&mut judge, "");
    let two = profile(&mut judge, "coarsen bias_gelu thread x 2 consecutive");
    let known = |times_ns: &[f64]| times_ns.iter().filter(|time| **time > 0.0).count();
    assert!(known(&one) > 20);
    let total: f64 = two.iter().sum();
    assert!(known(&two) > 20 && total > 0.0, "{two:?}");
}

/// How often each instruction of a PTX text is there, by its name with modifiers.
fn instructions(ptx: &str) -> BTreeMap<&str, i64> {
    let mut counts = BTreeMap::new();
    let code = ptx.lines().filter_map(|line| line.strip_prefix('\t'));
    let names = code.filter_map(|line| line.split_whitespace().find(|word| !word.starts_with('@')));
    for name in names.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

#[test]
fn numbers_hardly_change_the_code() {
    let judge = open("attention/softmax_context");
    let subject = judge.subject();
    let arch = warpsmith::judge::arch(&subject.target);
    let [plain, numbered] = [Texts::PtxOnly, Texts::Numbered].map(|texts| {
        let nothing = Genome::default();
        let built = build_with(&subject.source, &nothing, &subject.promises, &arch, texts);
        built.unwrap().ptx
    });
    assert!(numbered.contains(".loc") && !plain.contains(".loc"));
    let (plain, numbered) = (instructions(&plain), instructions(&numbered));
    // LLVM lays out branches a little differently where it is to keep lines.
    let names: BTreeSet<&str> = plain.keys().chain(numbered.keys()).copied().collect();
    let count = |of: &BTreeMap<&str, i64>, name: &str| of.get(name).copied().unwrap_or(0);
    let apart: i64 = names
        .into_iter()
        .map(|name| (count(&plain, name) - count(&numbered, name)).abs())
        .sum();
    let all: i64 = plain.values().sum();
    assert!(all > 100 && apart * 50 <= all, "{apart} of {all}");
}

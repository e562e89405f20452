//! Variants judged on one core: compilation and execution of each workload's unedited kernel, and of random variants of it.
//!
//! `warpsmith bench judge` measures the same through a worker process, with a cold look-up table.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use warpsmith::edit::Genome;
use warpsmith::judge::{BASELINE_STEPS, Judge, JudgeSpec, Scope, StepBudget};
use warpsmith::search::{Material, Policy, random_genomes};
use warpsmith::workload::Tier;

const WORKLOADS: [&str; 3] = ["embedding/sls_f32", "winograd/f2", "attention/forward"];
/// Random variants of one round.
const VARIANTS: usize = 20;

fn judge(c: &mut Criterion) {
    for name in WORKLOADS {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let spec = JudgeSpec::new(root.join(name), "h200", Tier::Strict);
        let mut judge = Judge::open(&spec).expect("the corpus loads");
        let baseline = judge.judge(
            &Genome::default(),
            Scope::Search,
            &StepBudget::flat(BASELINE_STEPS),
        );
        let budget = StepBudget::relative(&baseline.cases, 5.0, 100_000);
        let policy = Policy::load("default").expect("the policy loads");
        let genomes = {
            let subject = judge.subject();
            let material = Material {
                sketch: subject.source.sketch(),
                promises: &subject.promises,
                heat: None,
            };
            random_genomes(&policy, 1, &material, VARIANTS)
        };

        let mut group = c.benchmark_group(name);
        group.sample_size(10);
        group.bench_function("compile", |b| {
            b.iter(|| black_box(judge.compile(&Genome::default()).is_ok()));
        });
        group.bench_function("compile and execute", |b| {
            b.iter(|| black_box(judge.judge(&Genome::default(), Scope::Search, &budget)));
        });
        group.throughput(Throughput::Elements(genomes.len() as u64));
        group.bench_function("random variants", |b| {
            b.iter(|| {
                for genome in &genomes {
                    black_box(judge.judge(genome, Scope::Search, &budget));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, judge);
criterion_main!(benches);

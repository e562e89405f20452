//! How fast the simulator executes: a naive 256 x 256 SGEMM, in thread instructions a second, with every check and with none; and what a
//! variant costs before its first instruction runs.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use warpsmith::ptx;
use warpsmith::target::{Checks, Description, Limits, SimOptions, SimTarget, Target};
use warpsmith::workload::{Arg, Buffer, Instance, Launch, Role, Scalar};

const SGEMM: &str = include_str!("../../tests/ptx/sgemm.ptx");
const N: usize = 256;

fn instance() -> Instance {
    let buffer = |name: &str, role, data| Buffer {
        name: name.into(),
        scalar: Scalar::F32,
        len: N * N,
        role,
        data,
    };
    let values = |step: f32| {
        let value = |at: usize| ((at % 251) as f32 * step - 1.0).to_le_bytes();
        Some((0..N * N).flat_map(value).collect())
    };
    Instance {
        case: "sgemm".into(),
        buffers: vec![
            buffer("a", Role::Input, values(0.01)),
            buffer("b", Role::Input, values(0.02)),
            buffer("c", Role::Output, None),
        ],
        launches: vec![Launch {
            entry: "sgemm".into(),
            grid: [N as u32 / 32, N as u32 / 8, 1],
            block: [32, 8, 1],
            shared: 0,
            args: vec![
                Arg::Buffer(0),
                Arg::Buffer(1),
                Arg::Buffer(2),
                Arg::Scalar(Scalar::I32, N as u64),
            ],
            ..Launch::default()
        }],
    }
}

fn bench(c: &mut Criterion) {
    let description = Description::load("h200").expect("a built-in target");
    let instance = instance();
    let limits = Limits { steps: 1 << 40 };
    let mut group = c.benchmark_group("sgemm 256");
    group.sample_size(20);
    for (name, checks) in [("all checks", Checks::ALL), ("no checks", Checks::NONE)] {
        let options = SimOptions {
            checks,
            ..SimOptions::default()
        };
        let mut target = SimTarget::new(description.clone(), options);
        let steps = target
            .execute(SGEMM, &instance, &limits)
            .expect("a correct kernel")
            .steps;
        group.throughput(Throughput::Elements(steps * 32));
        group.bench_function(name, |b| {
            b.iter(|| target.execute(black_box(SGEMM), &instance, &limits));
        });
    }
    group.finish();
    let mut group = c.benchmark_group("front end");
    group.throughput(Throughput::Bytes(SGEMM.len() as u64));
    group.bench_function("parse", |b| b.iter(|| ptx::parse(black_box(SGEMM))));
    let program = ptx::parse(SGEMM).expect("a correct kernel");
    group.bench_function("lower", |b| {
        b.iter(|| warpsmith::sim::lower(&program, &program.kernels[0]));
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);

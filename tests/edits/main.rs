//! What edits do to real IR, and that no edit, in whatever company, does harm.

mod accumulate;
mod aggregate;
mod any;
mod approx;
mod bisect;
mod branch;
mod coarsen;
mod facts;
mod families;
mod half;
mod jam;
mod lanes;
mod loops;
mod machine;
mod memory;
mod narrow;
mod pack;
mod pad;
mod parallel;
mod pipeline;
mod precision;
mod simulate;
mod stage;
mod vector;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use warpsmith::edit::{
    self, Applied, Built, Context, FAMILIES, Genome, LaunchPromise, Length, Promises, ShapeArg,
    ShapePromise, Skip, Texts,
};
use warpsmith::ir::{Arch, Source};
use warpsmith::workload::Size;

const ROWS: &str = include_str!("../ir/rows.ll");
const ODD: &str = include_str!("../ir/odd.ll");

fn rows() -> Source {
    Source::parse("rows.ll", ROWS).unwrap()
}

fn odd() -> Source {
    Source::parse("odd.ll", ODD).unwrap()
}

fn arch() -> Arch {
    Arch {
        cpu: "sm_90".into(),
        features: "+ptx80".into(),
    }
}

fn promises() -> Promises {
    let args = ["in", "scale", "out"].map(|buffer| Some(buffer.to_owned()));
    let length = ShapeArg {
        shape: "n".to_owned(),
        signed: true,
    };
    let shape = |least, multiple_of| ShapePromise {
        least,
        most: None,
        multiple_of,
    };
    Promises {
        tunables: [("threads".to_owned(), vec![32, 64, 128])].into(),
        noalias: true,
        align: Some(16),
        shape_args: [(
            "rows".to_owned(),
            vec![vec![None, None, None, Some(length)]],
        )]
        .into(),
        shapes: [
            ("n".to_owned(), shape(24, 24)),
            ("rows".to_owned(), shape(1, 1)),
        ]
        .into(),
        pointer_args: [(
            "rows".to_owned(),
            vec![[args.to_vec(), vec![None]].concat()],
        )]
        .into(),
        launches: [(
            "rows".to_owned(),
            vec![LaunchPromise {
                blocks: [8, 1, 1].map(|blocks| Some(Size::Number(blocks))),
                flat: true,
                ..LaunchPromise::default()
            }],
        )]
        .into(),
        ..Promises::default()
    }
}

fn genome(text: &str) -> Genome {
    text.replace("; ", "\n").parse().unwrap()
}

fn built(source: &Source, text: &str) -> Built {
    edit::build_with(source, &genome(text), &promises(), &arch(), Texts::All).unwrap()
}

/// The edited IR before `-O3`, and what was skipped; the module must verify.
fn edited(source: &Source, text: &str) -> (String, Vec<(usize, Skip)>) {
    let genome = genome(text);
    source
        .edit(|variant| {
            let Applied { skipped, .. } = edit::apply(variant, &genome, &promises());
            variant
                .verify()
                .unwrap_or_else(|error| panic!("{genome}{error}"));
            (variant.print_ir(), skipped)
        })
        .unwrap()
}

/// The lines of the first text that the second lacks, and the other way round.
fn difference(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let lines = |text: &str| {
        text.lines()
            .map(|line| line.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let (before, after) = (lines(before), lines(after));
    let lacking = |from: &[String], other: &[String]| {
        let mut left = other.to_vec();
        let mut lack = Vec::new();
        for line in from {
            match left.iter().position(|candidate| candidate == line) {
                Some(at) => drop(left.remove(at)),
                None => lack.push(line.clone()),
            }
        }
        lack
    };
    (lacking(&before, &after), lacking(&after, &before))
}

/// A random genome of so many proposals, each drawn with the ones before it in view.
fn proposed(source: &Source, seed: u64, length: usize) -> Genome {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let promises = promises();
    let mut genome = Genome::default();
    for turn in 0..length {
        let context = Context::new(source.sketch(), &promises, &genome);
        let edit = FAMILIES[(seed as usize + turn) % FAMILIES.len()].propose(&context, &mut rng);
        edit.into_iter().for_each(|edit| genome.push(edit));
    }
    genome
}

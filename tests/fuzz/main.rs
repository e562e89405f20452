//! Thousands of damaged kernels: whatever a text says, it is refused or executed, and neither takes long nor brings the program down.
//!
//! The same mutants every time. A longer search, guided by coverage, is in `fuzz/`.

mod exercise;
mod mutate;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use exercise::{Seen, exercise};
use mutate::{Pool, mutate};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use warpsmith::target::Description;

/// Mutants of one test, unless `WARPSMITH_MUTANTS` says how many.
const MUTANTS: u64 = 10_000;

fn kernels() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut paths: Vec<_> = ["ptx", "defects", "clean"]
        .iter()
        .filter_map(|folder| std::fs::read_dir(tests.join(folder)).ok())
        .flat_map(|entries| entries.map(|entry| entry.expect("an entry").path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "ptx"))
        .collect();
    paths.sort();
    // A changed comment is no change.
    let read = |path| {
        let text = std::fs::read_to_string(path).expect("a kernel");
        let code = text.lines().filter(|line| !line.starts_with("//"));
        code.collect::<Vec<_>>().join("\n")
    };
    let texts: Vec<String> = paths.iter().map(read).collect();
    assert!(texts.len() > 40);
    texts
}

/// Mutant `number` of the kernels, by a generator of its own: each can be made again alone.
fn mutant(texts: &[String], pool: &Pool, number: u64) -> (String, u64) {
    let mut rng = ChaCha8Rng::seed_from_u64(number);
    let text = &texts[rng.random_range(0..texts.len())];
    (mutate(&mut rng, pool, text), rng.random())
}

#[test]
fn damaged_kernels_are_refused_or_executed() {
    let mut texts = kernels();
    let pool = Pool::new(&texts);
    // Some are there to be refused: their words are welcome, their mutants would be refused, too.
    texts.retain(|text| warpsmith::ptx::parse(text).is_ok());
    let device = Description::load("h200").expect("a built-in target");
    let mutants = std::env::var("WARPSMITH_MUTANTS").map_or(MUTANTS, |count| {
        count.parse().expect("WARPSMITH_MUTANTS is a number")
    });
    let mut total = Seen::default();
    let (mut parsed, mut failures) = (0, Vec::new());
    for number in 0..mutants {
        let (text, salt) = mutant(&texts, &pool, number);
        let seen = catch_unwind(AssertUnwindSafe(|| exercise(&device, &text, salt)));
        match seen {
            Ok(seen) => {
                parsed += u64::from(seen.parsed);
                total.launched += seen.launched;
                total.faulted += seen.faulted;
            }
            Err(_) => failures.push(number),
        }
    }
    if let Some(&first) = failures.first() {
        let (text, salt) = mutant(&texts, &pool, first);
        panic!("mutants {failures:?} panic; mutant {first} with arguments of {salt}:\n{text}");
    }
    // The mutants are worth something only if many get far.
    assert!(parsed > mutants / 5, "{parsed} parsed");
    assert!(total.launched as u64 > mutants / 10, "{total:?}");
    assert!(
        total.faulted > 0 && total.faulted < total.launched,
        "{total:?}"
    );
}

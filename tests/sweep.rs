//! Random genomes by the hundred through real workers, with some among them that do to a worker what no genome should: the run ends, every
//! genome has its verdict, nothing is left behind, memory is bounded.
//!
//! Every run of the tests takes a few genomes on two workloads; `WARPSMITH_SWEEP=1000` takes so many on each workload of the corpus.

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use common::processes;
use warpsmith::crew::{Crew, Job, Settings, WorkerCommand};
use warpsmith::edit::Genome;
use warpsmith::judge::{BASELINE_STEPS, JudgeSpec, Outcome, Scope, StepBudget, Subject};
use warpsmith::search::{Material, Policy, random_genomes};
use warpsmith::workload::Tier;

/// Planted genomes, one of each kind at least. A hang costs twice the deadline.
const PLANTED: usize = 3;
/// Address space of a worker, MiB.
const MEMORY_MIB: u64 = 2048;
/// What this process, the coordinator, may come to, MiB.
const COORDINATOR_MIB: u64 = 1500;
/// A genome that the worker below dies of, as if LLVM had crashed; one that it never answers; one that eats all the memory that it may have.
const CRASHES: &str = "set crashes 1";
const HANGS: &str = "set hangs 1";
const EATS: &str = "set eats 1";

/// A real worker behind a filter that plants what these genomes do.
fn planted() -> WorkerCommand {
    let program = env!("CARGO_BIN_EXE_warpsmith");
    let script = format!(
        r#"W=$$
while IFS= read -r line; do
  case "$line" in
    *'{CRASHES}'*) kill -SEGV $W; exit ;;
    *'{HANGS}'*) cat >/dev/null ;;
    *'{EATS}'*) echo 'memory allocation of 99999999999 bytes failed' >&2; kill -ABRT $W; exit ;;
    *) printf '%s\n' "$line" ;;
  esac
done | "{program}" worker --memory-mib {MEMORY_MIB}"#
    );
    WorkerCommand {
        program: "sh".into(),
        args: vec!["-c".into(), script.into()],
    }
}

fn spec(folder: &Path) -> JudgeSpec {
    JudgeSpec::new(folder, "h200", Tier::Strict)
}

/// `count` genomes: first mutations of the default policy and of GEVO's, some planted ones among them, and loops unrolled by a thousand.
fn genomes(subject: &Subject, count: usize) -> Vec<Genome> {
    let material = Material {
        sketch: subject.source.sketch(),
        promises: &subject.promises,
        heat: None,
    };
    let drawn = |policy: &str, seed: u64, count: usize| {
        random_genomes(&Policy::load(policy).unwrap(), seed, &material, count)
    };
    let mut genomes = drawn("default", 21, count.div_ceil(2));
    genomes.extend(drawn("gevo", 22, count / 2));
    let headers: Vec<String> = (subject.source.sketch().loops())
        .map(|(header, _)| format!("loop {header} unroll 1024"))
        .collect();
    if !headers.is_empty() {
        genomes[count / 2] = headers.join("\n").parse().unwrap();
    }
    let apart = (count / PLANTED).max(1);
    let places = genomes.iter_mut().skip(3).step_by(apart);
    for (number, genome) in places.enumerate() {
        *genome = [CRASHES, HANGS, EATS][number % 3].parse().unwrap();
    }
    genomes
}

/// A line of `/proc/self/status`, MiB.
fn status_mib(key: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(key));
    let kib: u64 = line
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap()
        .parse()
        .unwrap();
    kib / 1024
}

/// Processes whose parent is this one, or that such a process left behind.
fn children() -> usize {
    let [me, memory] = [std::process::id().into(), MEMORY_MIB].map(|n: u64| n.to_string());
    let worker = ["worker", "--memory-mib", &memory];
    processes(|parent, arguments| {
        let left_behind = || arguments.windows(3).any(|words| words == worker);
        parent == me || parent == "1" && left_behind()
    })
}

fn sweep(folder: &Path, count: usize) {
    let spec = spec(folder);
    let subject = Subject::load(&spec).unwrap();
    let settings = Settings {
        command: planted(),
        jobs: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        deadline: Duration::from_secs(4),
    };
    let mut crew = Crew::new(spec, settings, Arc::new(AtomicBool::new(false)));
    let job = |genome: &Genome, budget: &StepBudget| Job {
        genome: genome.clone(),
        scope: Scope::Search,
        budget: budget.clone(),
    };
    let ample = StepBudget::flat(BASELINE_STEPS);
    let unedited = [job(&Genome::default(), &ample)];
    let baseline = crew.judge(&unedited, &mut |_, _| Ok(())).unwrap().remove(0);
    assert!(baseline.is_correct(), "{baseline:?}");
    let budget = StepBudget::relative(&baseline.cases, 5.0, 20_000);
    let genomes = genomes(&subject, count);
    let jobs: Vec<Job> = genomes.iter().map(|genome| job(genome, &budget)).collect();
    let mut heard = 0;
    let verdicts = crew.judge(&jobs, &mut |_, _| {
        heard += 1;
        Ok(())
    });
    let verdicts = verdicts.unwrap();
    assert_eq!((verdicts.len(), heard), (genomes.len(), genomes.len()));
    for (genome, verdict) in genomes.iter().zip(&verdicts) {
        assert_eq!(verdict.score.is_some(), verdict.is_correct(), "{genome}");
        let kind = verdict.reason.as_ref().map(|reason| reason.kind.as_str());
        let wanted = match genome.to_string().trim() {
            CRASHES => (Outcome::Compile, "crash"),
            HANGS => (Outcome::Timeout, "deadline"),
            EATS => (Outcome::Compile, "memory"),
            _ => continue,
        };
        assert_eq!(
            (verdict.outcome, kind),
            (wanted.0, Some(wanted.1)),
            "{genome}"
        );
    }
    drop(crew);
    // What was killed may take a moment to go.
    let since = Instant::now();
    while children() > 0 {
        let patient = since.elapsed() < Duration::from_secs(20);
        assert!(
            patient,
            "{} left behind by {}",
            children(),
            folder.display()
        );
        std::thread::yield_now();
    }
    let most = status_mib("VmHWM:");
    assert!(
        most < COORDINATOR_MIB,
        "{most} MiB after {}",
        folder.display()
    );
}

#[test]
fn whatever_is_drawn_the_run_ends_with_a_verdict_for_each() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let asked = std::env::var("WARPSMITH_SWEEP").ok();
    let asked = asked.map(|count| count.parse::<usize>().expect("WARPSMITH_SWEEP is a number"));
    let (folders, count): (Vec<PathBuf>, usize) = match asked {
        Some(count) => (warpsmith::bench::workloads(&corpus), count),
        None => {
            let some = ["embedding/sls_f32", "transformer/layernorm_residual"];
            (some.map(|name| corpus.join(name)).to_vec(), 44)
        }
    };
    assert!(count >= 20, "at least twenty, or not every kind is planted");
    for folder in folders {
        sweep(&folder, count);
    }
}

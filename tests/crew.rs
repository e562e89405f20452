//! What becomes of variants that cost their worker: one verdict each, and the others are judged all the same.
//!
//! The workers here are shell scripts that speak the protocol, so that each way to die is certain.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use warpsmith::crew::{Crew, Error, Job, Settings, WorkerCommand};
use warpsmith::edit::Genome;
use warpsmith::judge::{JudgeSpec, Outcome, Scope, StepBudget, Verdict};
use warpsmith::workload::Tier;

/// Answers by the genome: 1 dies by a segmentation fault while it compiles, 2 never answers, 3 dies while it executes, 4 aborts on a failed
/// allocation, 5 is killed from outside each time, 6 and 7 have the same key; all else is correct.
const SCRIPT: &str = r#"
correct='{"judged":{"verdict":{"outcome":"correct","reason":null,"score":{"time_ns":5.0,"error":0.0},"key":null,"skipped":[],"cases":[]}}}'
read -r open
echo '"ready"'
while read -r line; do
  case "$line" in
    *'delete %1\n'*) kill -SEGV $$ ;;
    *'delete %2\n'*) cat >/dev/null ;;
    *'delete %3\n'*) echo '{"compiled":{"key":"three","skipped":[]}}'; read -r go; kill -ABRT $$ ;;
    *'delete %4\n'*) echo 'memory allocation of 99 bytes failed' >&2; kill -ABRT $$ ;;
    *'delete %5\n'*) kill -KILL $$ ;;
    *'delete %6\n'*) echo '{"compiled":{"key":"six","skipped":[]}}' ;;
    *'delete %7\n'*) echo '{"compiled":{"key":"six","skipped":[{"edit":0,"why":"seven"}]}}' ;;
    *'"execute"'*) echo run >>"$COUNT"; echo "$correct" ;;
    *) echo "$correct" ;;
  esac
done
"#;

fn shell(script: &str) -> WorkerCommand {
    WorkerCommand {
        program: "sh".into(),
        args: vec!["-c".into(), script.into()],
    }
}

fn crew(command: WorkerCommand, jobs: usize, deadline_ms: u64) -> (Crew, Arc<AtomicBool>) {
    let spec = JudgeSpec::new("nowhere", "h200", Tier::Strict);
    let stop = Arc::new(AtomicBool::new(false));
    let settings = Settings {
        command,
        jobs,
        deadline: Duration::from_millis(deadline_ms),
    };
    (Crew::new(spec, settings, Arc::clone(&stop)), stop)
}

fn jobs(numbers: &[u32]) -> Vec<Job> {
    let genome = |n: &u32| format!("delete %{n}").parse::<Genome>().unwrap();
    let job = |n| Job {
        genome: genome(n),
        scope: Scope::Search,
        budget: StepBudget::flat(1),
    };
    numbers.iter().map(job).collect()
}

fn judge(script: &str, workers: usize, numbers: &[u32]) -> Vec<Verdict> {
    let (mut crew, _) = crew(shell(script), workers, 4000);
    crew.judge(&jobs(numbers), &mut |_, _| Ok(())).unwrap()
}

fn words(verdict: &Verdict) -> (Outcome, &str) {
    let kind = verdict.reason.as_ref().map_or("", |r| r.kind.as_str());
    (verdict.outcome, kind)
}

#[test]
fn each_way_to_lose_a_worker_costs_one_verdict_and_nothing_else() {
    for workers in [1, 3] {
        let verdicts = judge(SCRIPT, workers, &[10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15]);
        let found: Vec<_> = verdicts.iter().map(words).collect();
        let fine = (Outcome::Correct, "");
        let expected = [
            fine,
            (Outcome::Compile, "crash"),
            fine,
            (Outcome::Timeout, "deadline"),
            fine,
            (Outcome::Runtime, "crash"),
            fine,
            (Outcome::Compile, "memory"),
            fine,
            (Outcome::Compile, "crash"),
            fine,
        ];
        assert_eq!(found, expected, "{workers} workers");
        assert!(verdicts.iter().all(|v| v.score.is_some() == v.is_correct()));
    }
}

#[test]
fn a_crash_says_by_which_signal() {
    let verdicts = judge(SCRIPT, 1, &[1]);
    let reason = verdicts[0].reason.as_ref().unwrap();
    assert_eq!(reason.to_string(), "crash: compilation: signal 11");
}

#[test]
fn variants_of_one_key_are_executed_once_even_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let count = folder.path().join("count");
    let script = SCRIPT.replace("$COUNT", &count.display().to_string());
    let verdicts = judge(&script, 2, &[6, 7, 6, 7]);
    assert_eq!(std::fs::read_to_string(count).unwrap(), "run\n");
    assert!(verdicts.iter().all(Verdict::is_correct));
    // Each keeps its own list of skipped edits.
    assert_eq!(verdicts[0].skipped.len(), 0);
    assert_eq!(verdicts[1].skipped[0].why, "seven");
}

#[test]
fn a_stop_ends_the_work_and_keeps_what_was_recorded() {
    let (mut crew, stop) = crew(shell(SCRIPT), 1, 60_000);
    let mut recorded = 0;
    let result = crew.judge(&jobs(&[10, 11, 2, 12]), &mut |_, _| {
        recorded += 1;
        if recorded == 2 {
            stop.store(true, Ordering::Relaxed);
        }
        Ok(())
    });
    assert!(matches!(result, Err(Error::Stopped)));
    assert_eq!(recorded, 2);
}

#[test]
fn a_worker_that_refuses_the_workload_refuses_the_run_in_its_own_words() {
    let script = r#"read -r open; echo '{"refused":{"message":"no such kernel"}}'; cat >/dev/null"#;
    let (mut crew, _) = crew(shell(script), 2, 4000);
    let result = crew.judge(&jobs(&[10]), &mut |_, _| Ok(()));
    assert!(matches!(result, Err(Error::Refused(message)) if message == "no such kernel"));
}

#[test]
fn workers_that_never_get_ready_end_the_run_with_an_error() {
    for script in ["exit 3", "read -r open; echo nonsense; cat >/dev/null"] {
        let (mut crew, _) = crew(shell(script), 1, 4000);
        let result = crew.judge(&jobs(&[10]), &mut |_, _| Ok(()));
        assert!(matches!(result, Err(Error::Workers(_))), "{script}");
    }
}

#[test]
fn a_worker_that_cannot_be_started_is_named() {
    let command = WorkerCommand {
        program: "/nowhere/warpsmith".into(),
        args: Vec::new(),
    };
    let (mut crew, _) = crew(command, 1, 4000);
    let Err(error) = crew.judge(&jobs(&[10]), &mut |_, _| Ok(())) else {
        panic!("judged without a worker")
    };
    assert!(error.to_string().contains("/nowhere/warpsmith"), "{error}");
}

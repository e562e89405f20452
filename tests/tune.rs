//! `warpsmith tune` from start to bundle: the same result each time, whatever happens on the way.

mod common;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};

use common::{json, run, verdicts, warpsmith};

fn tune<'a>(out: &'a Path, budget: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    tune_of("corpus/embedding/sls_f32", out, budget, more)
}

fn tune_of<'a>(
    workload: &'a str,
    out: &'a Path,
    budget: &'a str,
    more: &[&'a str],
) -> Vec<&'a str> {
    let mut arguments = vec!["tune", workload, "--seed", "7", "--budget", budget];
    arguments.extend(["--json", "--out", out.to_str().unwrap()]);
    arguments.extend(more);
    arguments
}

/// A report without the paths, which differ by where a run is kept.
fn report(output: &std::process::Output) -> serde_json::Value {
    let mut report = json(output);
    report["run"] = serde_json::Value::Null;
    report["best"]["bundle"] = serde_json::Value::Null;
    report
}

/// The heaviest workload, and the one with something to find in few evaluations.
const WINOGRAD: &str = "corpus/winograd/f2";

#[test]
fn the_number_of_workers_changes_neither_the_winner_nor_a_single_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["one", "two"].map(|name| folder.path().join(name));
    let first = run(&tune_of(WINOGRAD, &one, "130", &["--jobs", "1"]));
    let second = run(&tune_of(WINOGRAD, &two, "130", &["--jobs", "2"]));
    assert_eq!(report(&first), report(&second));
    assert_eq!(verdicts(&one), verdicts(&two));
    assert_eq!(first.status.code(), Some(0));
    assert!(report(&first)["best"]["speedup"].as_f64().unwrap() > 1.0);

    for file in [
        "tuned.ll",
        "tuned.ptx",
        "genome.edits",
        "launch.json",
        "certificate.json",
        "README.md",
    ] {
        let contents = std::fs::read_to_string(one.join("bundle").join(file)).unwrap();
        assert!(!contents.is_empty(), "{file}");
        let other = std::fs::read_to_string(two.join("bundle").join(file)).unwrap();
        assert_eq!(contents, other, "{file}");
    }
    let text = std::fs::read_to_string(one.join("bundle/certificate.json")).unwrap();
    let certificate: serde_json::Value = serde_json::from_str(&text).unwrap();
    let cases = certificate["cases"].as_array().unwrap();
    assert_eq!(
        cases
            .iter()
            .filter(|case| case["use"] == "held-out")
            .count(),
        4
    );

    // The exported genome says for itself what the certificate says of it.
    let genome = one.join("bundle/genome.edits");
    let genome = genome.to_str().unwrap();
    let judged = run(&["judge", WINOGRAD, "--genome", genome, "--json"]);
    assert_eq!(judged.status.code(), Some(0));
    let time = json(&judged)["results"][0]["variant"]["score"]["time_ns"].clone();
    assert_eq!(time, report(&first)["best"]["time_ns"]);
}

#[test]
fn a_run_killed_half_way_ends_as_if_it_had_not_been() {
    let folder = tempfile::tempdir().unwrap();
    let [whole, killed] = ["whole", "killed"].map(|name| folder.path().join(name));
    let expected = run(&tune(&whole, "150", &[]));

    let mut child = warpsmith(&tune(&killed, "150", &["--verbose"]))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let errors = BufReader::new(child.stderr.take().unwrap());
    let lines = errors.lines().map(Result::unwrap);
    assert_eq!(
        lines
            .filter(|line| line.contains("judged"))
            .take(70)
            .count(),
        70
    );
    child.kill().unwrap();
    child.wait().unwrap();

    let resumed = run(&tune(&killed, "150", &["--resume", "--verbose"]));
    assert_eq!(report(&resumed), report(&expected));
    assert_eq!(verdicts(&killed), verdicts(&whole));
    // The archive takes each genome once, so what the first session reached was not judged again.
    let archive = rusqlite::Connection::open(killed.join("archive.sqlite")).unwrap();
    let count = |session: i64| -> i64 {
        let query = "SELECT count(*) FROM verdicts WHERE session = ?1";
        archive
            .query_row(query, [session], |row| row.get(0))
            .unwrap()
    };
    assert!(
        count(1) >= 70 && count(2) > 0,
        "{} and {}",
        count(1),
        count(2)
    );
    let log = String::from_utf8_lossy(&resumed.stderr).into_owned();
    let judged = log.lines().filter(|line| line.contains(" judged ")).count();
    assert!(
        judged as i64 <= count(2),
        "{judged} judged in the second session"
    );
    assert!(log.lines().any(|line| line.contains(" archive ")));
}

#[test]
fn ctrl_c_stops_with_everything_on_record_and_says_how_to_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("run");
    let mut child = warpsmith(&tune(&out, "100000", &["--verbose"]))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap())
        .lines()
        .map(Result::unwrap);
    assert_eq!(lines.by_ref().take(20).count(), 20);
    let process = Pid::from_raw(child.id() as i32).unwrap();
    kill_process(process, Signal::INT).unwrap();
    let rest: Vec<String> = lines.collect();
    assert_eq!(child.wait().unwrap().code(), Some(4));
    assert!(rest.last().unwrap().contains("--resume"), "{rest:?}");
    let judged = rest.iter().filter(|line| line.contains("judged")).count() + 20;
    // Every verdict that was shown is in the archive, and beside them the baseline's two.
    assert_eq!(verdicts(&out).len(), judged + 2);
    assert!(!out.join("bundle").exists());
}

#[test]
fn a_larger_budget_goes_on_where_the_smaller_one_ended() {
    let folder = tempfile::tempdir().unwrap();
    let [short, long] = ["short", "long"].map(|name| folder.path().join(name));
    run(&tune(&short, "60", &[]));
    let resumed = run(&tune(&short, "90", &["--resume"]));
    let at_once = run(&tune(&long, "90", &[]));
    assert_eq!(report(&resumed)["best"], report(&at_once)["best"]);
    assert_eq!(report(&resumed)["evaluations"], 90);
}

#[test]
fn workers_that_come_and_go_with_the_pace_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [fixed, auto] = ["fixed", "auto"].map(|name| folder.path().join(name));
    let first = run(&tune(&fixed, "60", &["--jobs", "1"]));
    let second = run(&tune(&auto, "60", &["--jobs", "auto"]));
    assert_eq!(report(&first), report(&second));
    assert_eq!(verdicts(&fixed), verdicts(&auto));
}

#[test]
fn gevos_policy_runs_with_its_own_operators_only() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("gevo");
    run(&tune(&out, "120", &["--fitness", "gevo"]));
    let genomes = verdicts(&out);
    assert!(genomes.len() >= 120);
    for family in ["set ", "fact ", "loop ", "fast "] {
        let foreign = genomes.iter().find(|genome| genome.contains(family));
        assert_eq!(foreign, None, "{family}");
    }
}

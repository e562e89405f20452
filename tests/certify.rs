//! What is exported: only what is right on cases that no search has seen, every edit of it accounted for, refused where its contract is broken.

mod common;

use std::path::{Path, PathBuf};
use std::process::Output;

use common::{json, root, run, verdicts};
use serde_json::Value;

/// Edits that are faster and right on the case that steers, and what is said of them on the held-out ones.
const TRAPS: [(&str, &str, &str); 5] = [
    // Rows are as wide as a block: the loop over columns ends after its first round.
    (
        "first",
        "operand %52.1 <- arg4",
        "unwritten: case wider than a block",
    ),
    // No bag is empty: its first row is read without a test.
    ("first", "operand %14.0 <- i1 1", "case an empty bag"),
    // Bags have one row: what is written early is right by luck.
    ("first", "delete %50", "case several rows a bag"),
    // All but the first keys have weights that vanish: they are skipped.
    ("negligible", "operand %119.1 <- i32 8", "case every key"),
    // Few keys keep a large block waiting; many do not.
    ("small", "set threads 32", "slower: it takes"),
];

fn trap(workload: &str) -> String {
    format!("tests/traps/{workload}")
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A run of a workload that has judged its baseline and nothing else.
fn empty_run(workload: &str, folder: &Path) -> PathBuf {
    let out = folder.join(workload.replace('/', "-"));
    let arguments = [
        "tune",
        workload,
        "--budget",
        "1",
        "--json",
        "--out",
        path(&out),
    ];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
    out
}

/// What `minimize` makes of a genome in a run, without slack.
fn minimized(run_folder: &Path, genome: &str) -> Output {
    let file = run_folder.join("given.edits");
    std::fs::write(&file, genome).unwrap();
    let arguments = ["minimize", path(run_folder), "--genome", path(&file)];
    run(&[&arguments[..], &["--slack", "0", "--json"]].concat())
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn read(file: PathBuf) -> Value {
    let text = std::fs::read_to_string(&file).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn what_is_right_and_fast_on_the_search_case_alone_is_never_exported() {
    let folder = tempfile::tempdir().unwrap();
    for workload in ["first", "negligible", "small"] {
        let run_folder = empty_run(&trap(workload), folder.path());
        for (_, edit, reason) in TRAPS.iter().filter(|(of, ..)| *of == workload) {
            let judged = json(&run(&[
                "judge",
                &trap(workload),
                "--cases",
                "search",
                "--edit",
                edit,
                "--json",
            ]));
            let result = &judged["results"][0];
            let time = |who: &str| result[who]["score"]["time_ns"].as_f64().unwrap();
            assert!(time("variant") < time("baseline"), "{edit}: {judged}");
            assert_eq!(result["variant"]["skipped"], Value::Array(Vec::new()));

            let output = minimized(&run_folder, edit);
            let report = json(&output);
            assert_eq!(output.status.code(), Some(2), "{edit}: {report}");
            let rejected = report["rejected"][0].as_str().unwrap_or_default();
            assert!(rejected.contains(reason), "{edit}: {report}");
            assert_eq!(report["best"], Value::Null);
        }
        for command in ["export", "explain"] {
            let output = run(&[command, path(&run_folder)]);
            assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
        }
        assert!(!run_folder.join("bundle").exists());
    }
}

#[test]
fn a_fact_that_the_manifest_does_not_promise_changes_nothing() {
    for fact in [
        "fact multiple dim 8",
        "fact noalias table",
        "fact align table",
    ] {
        let output = run(&["judge", &trap("first"), "--edit", fact, "--json"]);
        let report = json(&output);
        let skipped = &report["results"][0]["variant"]["skipped"][0]["why"];
        let why = skipped.as_str().unwrap_or_default();
        assert!(why.contains("the workload"), "{fact}: {report}");
        let sides = ["baseline", "variant"].map(|who| &report["results"][0][who]["key"]);
        assert_eq!(sides[0], sides[1]);
    }
}

/// A genome of attention with an edit of each class; alignment and divisibility make wide loads, but only together. The last ends the loop
/// over columns after its first round, which is right where rows are no wider than a block.
const CLASSES: &str = "set threads 32\nloop %bb20 unroll 16\nfact multiple dim 4\nfact align k out q v\noperand %143.1 <- arg5\n";
const ATTENTION: &str = "corpus/attention/forward";

/// The winner of [`CLASSES`], in a run of its own.
fn attention(folder: &Path) -> (PathBuf, Value) {
    let run_folder = empty_run(ATTENTION, folder);
    let output = minimized(&run_folder, CLASSES);
    let report = json(&output);
    assert_eq!(output.status.code(), Some(0), "{report}");
    (run_folder, report)
}

/// The report on an edit.
fn of<'a>(best: &'a Value, edit: &str) -> &'a Value {
    let edits = best["edits"].as_array().unwrap();
    let found = edits.iter().find(|report| report["edit"] == edit);
    found.unwrap_or_else(|| panic!("{edit}: {best}"))
}

#[test]
fn every_edit_of_a_winner_is_classified_and_a_trap_among_them_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let (run_folder, report) = attention(folder.path());
    let best = &report["best"];
    assert_eq!(best["edits"].as_array().unwrap().len(), 4, "{best}");
    assert_eq!(best["edits_before_minimising"], 5);

    let class = |edit: &str| of(best, edit)["class"].as_str().unwrap();
    assert_eq!(class("loop %bb20 unroll 16"), "exact");
    assert_eq!(class("fact multiple dim 4"), "conditional");
    assert_eq!(class("fact align k out q v"), "conditional");
    let threads = of(best, "set threads 32");
    assert_eq!(threads["class"], "approximate");
    assert!(threads["adds_error"].as_f64().unwrap() > 0.0, "{threads}");
    let conditions = &of(best, "fact multiple dim 4")["conditions"];
    assert_eq!(conditions[0]["text"], "dim % 4 == 0");
    assert_eq!(conditions[0]["promised"], true);
    assert_eq!(best["contract"].as_array().unwrap().len(), 2);

    // Neither fact does anything alone; the two together make the loads wide.
    let gain = |edit: &str, how: &str| of(best, edit)[how]["speedup"].as_f64().unwrap();
    assert!(gain("fact multiple dim 4", "alone") < 1.01);
    assert!(gain("fact multiple dim 4", "in_place") > 1.5);
    let interactions = best["interactions"].as_array().unwrap();
    let pair = interactions
        .iter()
        .find(|found| found["edits"] == serde_json::json!([2, 3]));
    assert_eq!(pair.unwrap()["relation"], "together", "{best}");

    // What was found out is on record: explaining judges nothing.
    let known = verdicts(&run_folder);
    let explained = run(&["explain", path(&run_folder), "--json", "--diff", "ptx"]);
    let mut explained = json(&explained);
    let diff = explained["diff"].take();
    let wide =
        |line: &str| line.starts_with('+') && line.contains("ld.global") && line.contains(".v4.");
    assert!(diff.as_str().unwrap().lines().any(wide), "{diff}");
    explained.as_object_mut().unwrap().remove("diff");
    assert_eq!(&explained, best);
    assert_eq!(verdicts(&run_folder), known);
}

/// A copy of a workload with other text in its manifest.
fn altered(workload: &str, changes: &[(&str, &str)], folder: &Path) -> PathBuf {
    let copy = folder.join("altered");
    std::fs::create_dir_all(&copy).unwrap();
    let from = root().join(workload);
    let mut manifest = std::fs::read_to_string(from.join("workload.toml")).unwrap();
    for (old, new) in changes {
        assert!(manifest.contains(old), "{old}");
        manifest = manifest.replace(old, new);
    }
    std::fs::write(copy.join("workload.toml"), manifest).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        if file.file_name() != "workload.toml" {
            std::fs::copy(file.path(), copy.join(file.file_name())).unwrap();
        }
    }
    copy
}

#[test]
fn a_bundle_is_judged_as_it_is_and_refused_where_its_contract_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let (run_folder, report) = attention(folder.path());
    let bundle = folder.path().join("here/bundle");
    let exported = run(&[
        "export",
        path(&run_folder),
        "--guard",
        "--output",
        path(&bundle),
    ]);
    assert_eq!(exported.status.code(), Some(0), "{}", errors(&exported));
    let judge = |workload: &str, bundle: &Path| {
        run(&["judge", workload, "--bundle", path(bundle), "--json"])
    };

    let judged = judge(ATTENTION, &bundle);
    assert_eq!(judged.status.code(), Some(0), "{}", errors(&judged));
    let time = &json(&judged)["results"][0]["variant"]["score"]["time_ns"];
    assert_eq!(time, &report["best"]["tuned"]["time_ns"]);

    // A workload that does not promise what the kernel relies on, and a case that breaks it.
    let dim = "dim   = { min = 4, multiple_of = 4 }";
    let changes = [(dim, "dim = { min = 1 }"), ("dim = 20", "dim = 18")];
    let other = altered(ATTENTION, &changes, folder.path());
    let judged = judge(path(&other), &bundle);
    assert_eq!(judged.status.code(), Some(2), "{}", errors(&judged));
    let variant = &json(&judged)["results"][1]["variant"];
    assert_eq!(variant["outcome"], "constraints");
    assert_eq!(variant["reason"]["kind"], "contract");
    let detail = variant["reason"]["detail"].as_str().unwrap();
    assert!(detail.contains("`dim % 4 == 0`, and dim is 18"), "{detail}");
    // The original is right there: it relies on nothing.
    let original = bundle.join("original.ptx");
    let alone = folder.path().join("original.ptx");
    std::fs::copy(original, &alone).unwrap();
    let judged = run(&["judge", path(&other), "--ptx", path(&alone)]);
    assert_eq!(judged.status.code(), Some(0), "{}", errors(&judged));

    let launch = bundle.join("launch.json");
    let text = std::fs::read_to_string(&launch).unwrap();
    let guard = read(launch.clone())["guard"]["condition"].clone();
    let guard = guard.as_str().unwrap().to_owned();
    assert!(guard.starts_with("dim % 4 == 0 && k % 16 == 0"), "{guard}");
    let readme = std::fs::read_to_string(bundle.join("README.md")).unwrap();
    assert!(readme.contains("if (may_be_tuned()) {"), "{readme}");

    // A contract that was edited away is no contract.
    let start = text.find("\"contract\": [").unwrap();
    let end = start + text[start..].find("\n  ],").unwrap();
    let without = format!("{}\"contract\": [{}", &text[..start], &text[end..]);
    std::fs::write(&launch, without).unwrap();
    let judged = judge(path(&other), &bundle);
    assert_eq!(judged.status.code(), Some(1));
    assert!(
        errors(&judged).contains("were changed since"),
        "{}",
        errors(&judged)
    );
}

#[test]
fn a_bundle_takes_the_place_of_nothing_but_a_bundle() {
    let folder = tempfile::tempdir().unwrap();
    let run_folder = empty_run(&trap("first"), folder.path());
    let report = json(&minimized(&run_folder, "loop %bb5 unroll 1\n"));
    // The lines are those of the loop in kernel.cu.
    assert_eq!(
        report["best"]["edits"][0]["lines"],
        serde_json::json!([14]),
        "{report}"
    );

    let taken = folder.path().join("taken");
    std::fs::create_dir(&taken).unwrap();
    std::fs::write(taken.join("notes.txt"), "mine").unwrap();
    let output = run(&["export", path(&run_folder), "--output", path(&taken)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output).contains("holds no bundle"),
        "{}",
        errors(&output)
    );
    assert!(taken.join("notes.txt").exists());
    for _ in 0..2 {
        let output = run(&["export", path(&run_folder)]);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    }
    assert!(run_folder.join("bundle/certificate.json").exists());
    assert!(!run_folder.join("bundle.old").exists());
}

#[test]
fn what_only_the_policy_assumes_is_exported_with_a_guard_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let policy = folder.path().join("assume.toml");
    let text = std::fs::read_to_string(root().join("fitness/default.toml")).unwrap();
    let assumed = text.replace("equal = {} ", "equal = { dim = 4 } ");
    assert_ne!(text, assumed);
    std::fs::write(&policy, assumed).unwrap();
    let out = folder.path().join("run");
    let workload = trap("negligible");
    let more = ["--fitness", path(&policy), "--out", path(&out)];
    run(&[&["tune", &workload, "--budget", "1"][..], &more].concat());

    let report = json(&minimized(&out, "fact equal dim 4\n"));
    let conditions = &report["best"]["edits"][0]["conditions"];
    assert_eq!(conditions[0]["text"], "dim == 4", "{report}");
    assert_eq!(conditions[0]["promised"], false);
    let exported = json(&run(&["export", path(&out), "--json"]));
    assert_eq!(exported["guarded"], true);
    let launch = read(out.join("bundle/launch.json"));
    assert_eq!(launch["guard"]["condition"], "dim == 4");
    assert!(out.join("bundle/original.ptx").exists());
}

/// Takes what was judged after the search out of an archive, and what was written down at its end: as if it had been killed.
fn interrupt(run_folder: &Path) {
    let archive = rusqlite::Connection::open(run_folder.join("archive.sqlite")).unwrap();
    let afterwards =
        "DELETE FROM verdicts WHERE generation = ?1 OR scope = 'held-out' AND genome <> ''";
    let gone = archive.execute(afterwards, [u32::MAX]).unwrap();
    assert!(gone > 0);
    let notes = "DELETE FROM run WHERE key IN ('note:champion', 'note:certified')";
    archive.execute(notes, []).unwrap();
}

#[test]
fn minimising_a_run_gives_one_answer_however_often_it_is_cut_short() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("run");
    let workload = trap("first");
    let arguments = [
        "tune",
        &workload,
        "--budget",
        "60",
        "--json",
        "--out",
        path(&out),
    ];
    let tuned = json(&run(&arguments));
    let minimize = |jobs: &str| json(&run(&["minimize", path(&out), "--json", "--jobs", jobs]));
    let whole = minimize("1");
    // The same as the search's own choice, or as fast with fewer edits.
    let ns = |value: &Value| value.as_f64().unwrap();
    let chosen = ns(&whole["best"]["tuned"]["time_ns"]);
    assert!(chosen <= ns(&tuned["best"]["time_ns"]) * 1.011, "{whole}");
    let known = verdicts(&out);
    interrupt(&out);
    assert_ne!(verdicts(&out), known);
    assert_eq!(minimize("2"), whole);
    assert_eq!(verdicts(&out), known);

    // A search that never came to its end is as good a place to start from.
    let archive = rusqlite::Connection::open(out.join("archive.sqlite")).unwrap();
    let gone = archive.execute("DELETE FROM run WHERE key = 'note:found'", []);
    assert_eq!(gone.unwrap(), 1);
    drop(archive);
    let again = ns(&minimize("1")["best"]["tuned"]["time_ns"]);
    assert!(again <= chosen * 1.011, "{again} {chosen}");
}

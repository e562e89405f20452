//! `warpsmith threads` from scenario to settings, with programs whose speed is written in a script: no framework, no clock.

mod common;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use common::{json, run, warpsmith};

/// A program that heeds T, ignores IGNORED, fails with T=8, and prints its rate.
const PROGRAM: &str = r#"
case "$T" in
    1) rate=100 ;;
    2) rate=180 ;;
    4) rate=150 ;;
    8) echo "cannot have 8"; exit 7 ;;
    *) rate=120 ;;
esac
echo "{\"rate\": $rate}"
"#;

const SCENARIO: &str = r#"
[run]
framework = "command"
command = ["sh", "program.sh"]
timeout_s = 20

[metric]
read = "json"
key = "rate"
better = "higher"
unit = "items/s"

[[knob]]
name = "t"
values = [1, 2, 4, 8]
env = "T"

[[knob]]
name = "ignored"
values = [1, 2]
env = "IGNORED"

[recommend.intel]
t = 4
"#;

/// A folder with a program and its scenario.
struct Place(tempfile::TempDir);

impl Place {
    fn new(program: &str, scenario: &str) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("program.sh");
        std::fs::write(&script, program).unwrap();
        let scenario = scenario.replace("program.sh", script.to_str().unwrap());
        std::fs::write(folder.path().join("scenario.toml"), scenario).unwrap();
        Place(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn arguments(&self, command: &str, more: &[&str]) -> Vec<String> {
        let mut arguments: Vec<String> = ["threads", command].map(Into::into).into();
        arguments.push(self.path("scenario.toml").to_str().unwrap().into());
        arguments.extend(["--json", "--out"].map(Into::into));
        arguments.push(self.path(command).to_str().unwrap().into());
        arguments.extend(more.iter().map(ToString::to_string));
        arguments
    }

    fn threads(&self, command: &str, more: &[&str]) -> Output {
        let arguments = self.arguments(command, more);
        run(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn row<'a>(report: &'a serde_json::Value, name: &str) -> &'a serde_json::Value {
    let rows = report["contestants"].as_array().unwrap();
    let names =
        |row: &&serde_json::Value| row["names"].as_array().unwrap().iter().any(|n| n == name);
    rows.iter().find(names).unwrap()
}

#[test]
fn the_best_setting_is_found_confirmed_and_written_for_shells_and_programs() {
    let place = Place::new(PROGRAM, SCENARIO);
    let output = place.threads("tune", &[]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let report = json(&output);
    assert_eq!(report["best"]["env"]["T"], "2");
    assert_eq!(report["better"], true);
    // 180 over 120, and over what was recommended, 180 over 150; without noise the intervals are points.
    assert_eq!(row(&report, "best")["over_default"]["ratio"], 1.5);
    assert_eq!(row(&report, "intel")["best_over"]["ratio"], 1.2);
    assert_eq!(row(&report, "best")["values"].as_array().unwrap().len(), 5);

    let env = std::fs::read_to_string(place.path("tune/settings.env")).unwrap();
    assert!(env.lines().any(|line| line == "T=2"), "{env}");
    assert!(
        std::fs::read_to_string(place.path("tune/plot.svg"))
            .unwrap()
            .contains("180")
    );
    let archive = rusqlite::Connection::open(place.path("tune/archive.sqlite")).unwrap();
    let count: i64 = archive
        .query_row("SELECT count(*) FROM trials", [], |row| row.get(0))
        .unwrap();
    let of = |key: &str| report[key].as_i64().unwrap();
    // One more is the warm-up.
    assert_eq!(count, of("search_trials") + of("confirm_trials") + 1);
    assert!(of("search_trials") <= of("allowed_trials"));
}

#[test]
fn a_setting_that_fails_and_a_knob_that_is_ignored_are_reported() {
    let place = Place::new(PROGRAM, SCENARIO);
    let report = json(&place.threads("tune", &[]));
    let failed = report["failed"].as_object().unwrap();
    assert!(
        failed.keys().all(|setting| setting.contains("t=8")),
        "{failed:?}"
    );
    assert!(
        failed
            .values()
            .all(|reason| reason == "failed: it ended with code 7"),
        "{failed:?}"
    );
    assert!(!failed.is_empty());
    assert_eq!(report["effects"][0]["verdict"], "matters");
    assert_eq!(report["effects"][1]["knob"], "ignored");
    assert_eq!(report["effects"][1]["verdict"], "no-effect");
    let archive = rusqlite::Connection::open(place.path("tune/archive.sqlite")).unwrap();
    let query = "SELECT trial FROM trials WHERE outcome = 'failed' LIMIT 1";
    let trial: String = archive.query_row(query, [], |row| row.get(0)).unwrap();
    assert!(
        trial.contains("cannot have 8"),
        "the output is not kept: {trial}"
    );
}

#[test]
fn what_was_tuned_is_held_against_the_truth() {
    let place = Place::new(PROGRAM, SCENARIO);
    place.threads("tune", &[]);
    let tuned = place.path("tune");
    let more = ["--tuned", tuned.to_str().unwrap(), "--samples", "2"];
    let output = place.threads("exhaust", &more);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let report = json(&output);
    // Five values of one knob and three of the other; T=8 is run once each.
    assert_eq!(
        (report["settings"].as_i64(), report["trials"].as_i64()),
        (Some(15), Some(12 * 2 + 3))
    );
    assert_eq!(report["ranking"][0]["median"], 180.0);
    assert_eq!(report["tuned"]["share_of_best"], 1.0);
}

#[test]
fn a_program_that_cannot_be_measured_ends_with_its_diagnosis_and_its_output() {
    let table = [
        (
            "echo starting; echo broken >&2; exit 3\n",
            "ended with code 3",
            "broken",
        ),
        ("echo all is well\n", "`rate`", "all is well"),
        ("echo '{\"rate\": NaN}'\n", "not a positive number", "NaN"),
        (
            "echo warming; while :; do :; done\n",
            "killed after",
            "warming",
        ),
        ("kill -9 $$\n", "signal 9", "signal 9"),
    ];
    for (program, reason, printed) in table {
        let place = Place::new(program, SCENARIO);
        let output = place.threads("tune", &["--timeout", "0.3"]);
        let said = errors(&output);
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(
            said.contains("the default setting fails") && said.contains(reason),
            "{said}"
        );
        assert!(said.contains(printed), "{said}");
        assert!(output.stdout.is_empty() && !place.path("tune/settings.env").exists());
    }
    let place = Place::new("", &SCENARIO.replace("\"sh\"", "\"/nowhere/program\""));
    let output = place.threads("tune", &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        errors(&output).contains("/nowhere/program cannot be started"),
        "{}",
        errors(&output)
    );
}

#[test]
fn where_nothing_is_better_the_exit_code_says_so() {
    let place = Place::new("echo '{\"rate\": 5}'\n", SCENARIO);
    let output = place.threads("tune", &[]);
    assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
    assert_eq!(json(&output)["better"], false);
}

#[test]
fn a_default_that_varies_beyond_reason_is_called_unstable() {
    // Each run takes the next of these rates, over and over.
    let program = r#"
n=$(cat "$0.count" 2>/dev/null || echo 0)
echo $((n + 1)) >"$0.count"
set -- 10 90 30 300 5 150
shift $((n % 6))
echo "{\"rate\": $1}"
"#;
    let place = Place::new(program, SCENARIO);
    let output = place.threads("tune", &[]);
    assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
    assert_eq!(json(&output)["precise"], false);
}

/// A report without what may differ between a run and its resumption.
fn comparable(output: &Output) -> serde_json::Value {
    let mut report = json(output);
    for key in ["run", "seconds"] {
        report[key] = serde_json::Value::Null;
    }
    report
}

#[test]
fn a_run_that_is_stopped_goes_on_where_it_was() {
    let place = Place::new(PROGRAM, SCENARIO);
    let whole = place.threads("tune", &["--verbose"]);
    let report = comparable(&whole);
    let lines = errors(&whole).lines().count();

    let place = Place::new(PROGRAM, SCENARIO);
    let arguments = place.arguments("tune", &["--verbose"]);
    let mut child = warpsmith(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap())
        .lines()
        .map(Result::unwrap);
    assert_eq!(said.by_ref().take(10).count(), 10);
    kill_process(Pid::from_raw(child.id() as i32).unwrap(), Signal::INT).unwrap();
    let rest: Vec<String> = said.collect();
    assert_eq!(child.wait().unwrap().code(), Some(4), "{rest:?}");
    assert!(rest.last().unwrap().contains("--resume"), "{rest:?}");
    assert!(rest.len() < lines - 10, "it did not stop before its end");
    let sessions = |place: &Place, session: i64| -> i64 {
        let archive = rusqlite::Connection::open(place.path("tune/archive.sqlite")).unwrap();
        let query = "SELECT count(*) FROM trials WHERE session = ?1";
        archive
            .query_row(query, [session], |row| row.get(0))
            .unwrap()
    };
    assert!(sessions(&place, 1) >= 10);

    let resumed = place.threads("tune", &["--resume"]);
    assert_eq!(comparable(&resumed), report);
    assert_eq!(sessions(&place, 1) + sessions(&place, 2), lines as i64 + 1);
    // The same run is not started anew by accident, and not gone on with as another one.
    let again = place.threads("tune", &[]);
    assert!(again.status.code() == Some(1) && errors(&again).contains("--overwrite"));
    let other = place.threads("tune", &["--resume", "--seed", "2"]);
    assert!(other.status.code() == Some(1) && errors(&other).contains("another seed"));
}

#[test]
fn a_scenario_with_a_mistake_is_refused_by_file_and_line() {
    let table = [
        ("env = \"T\"", "enf = \"T\"", "enf"),
        (
            "values = [1, 2, 4, 8]",
            "values = []",
            ":13: knob t: it has no values",
        ),
        (
            "name = \"ignored\"",
            "name = \"t\"",
            ":18: t: there are two knobs",
        ),
        ("env = \"IGNORED\"", "", "knob ignored: nothing sets it"),
        ("env = \"IGNORED\"", "argument = \"--x\"", "no `{}`"),
        ("t = 4", "u = 4", "there is no knob `u`"),
        ("key = \"rate\"", "", "metric.key"),
        ("read = \"json\"", "read = \"regex\"", "metric.pattern"),
        ("timeout_s = 20", "timeout_s = 0", "run.timeout_s"),
        ("command = [\"sh\", \"program.sh\"]", "", "run.command"),
        (
            "[run]",
            "constraints = [\"t * 2\"]\n[run]",
            ":2: constraints: `t * 2` compares nothing",
        ),
        ("[run]", "constraints = [\"tt <= cores\"]\n[run]", "tt"),
    ];
    for (old, new, words) in table {
        assert!(SCENARIO.contains(old), "{old}");
        let place = Place::new(PROGRAM, &SCENARIO.replacen(old, new, 1));
        let output = place.threads("tune", &[]);
        let said = errors(&output);
        assert_eq!(output.status.code(), Some(1), "{new}: {said}");
        assert!(
            said.contains("scenario.toml") && said.contains(words),
            "{words:?} is not in {said}"
        );
        assert!(
            !place.path("tune").exists(),
            "a run directory was left behind"
        );
    }
}

#[test]
fn what_is_not_there_is_named() {
    let table: [(&[&str], &str); 7] = [
        (&["tune"], "there is nothing to tune"),
        (&["tune", "tensorfow"], "tensorfow"),
        (&["tune", "absent.toml"], "absent.toml"),
        (&["tune", "absent.onnx"], "absent.onnx"),
        (&["width", "absent.onnx"], "absent.onnx"),
        (&["pipeline", "absent.toml"], "absent.toml"),
        (&["serve", "absent.onnx"], "absent.onnx"),
    ];
    for (arguments, word) in table {
        let output = run(&[&["threads"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(errors(&output).contains(word), "{}", errors(&output));
    }
}

/// A field of a protobuf message that holds bytes.
fn field(tag: u8, content: &[u8]) -> Vec<u8> {
    [
        &[tag << 3 | 2, u8::try_from(content.len()).unwrap()],
        content,
    ]
    .concat()
}

/// An ONNX model: y = Relu(x), x of shape [batch, 4].
fn relu(folder: &Path) -> PathBuf {
    let node = [field(1, b"x"), field(2, b"y"), field(4, b"Relu")].concat();
    let shape = [field(1, &field(2, b"batch")), field(1, &[1 << 3, 4])].concat();
    let tensor = [vec![1 << 3, 1], field(2, &shape)].concat();
    let value = |name: &[u8]| [field(1, name), field(2, &field(1, &tensor))].concat();
    let graph = [
        field(1, &node),
        field(2, b"relu"),
        field(11, &value(b"x")),
        field(12, &value(b"y")),
    ]
    .concat();
    let opset = [2 << 3, 17];
    let model = [vec![1 << 3, 8], field(7, &graph), field(8, &opset)].concat();
    let path = folder.join("relu.onnx");
    std::fs::write(&path, model).unwrap();
    path
}

#[test]
fn without_onnx_runtime_the_message_says_how_to_get_it_and_the_rest_works() {
    let folder = tempfile::tempdir().unwrap();
    let model = relu(folder.path());
    let model = model.to_str().unwrap();
    let out = folder.path().join("run");
    let tune = warpsmith(&["threads", "tune", model, "--out", out.to_str().unwrap()])
        .env("WARPSMITH_ONNXRUNTIME", "/nowhere/libonnxruntime.so")
        .output()
        .unwrap();
    assert_eq!(tune.status.code(), Some(1));
    let said = errors(&tune);
    assert!(
        said.contains("/nowhere/libonnxruntime.so") && said.contains("onnxruntime"),
        "{said}"
    );
    assert!(!out.exists());
    let width = run(&["threads", "width", model, "--json"]);
    assert_eq!(json(&width)["average"], 1.0);
}

/// Needs ONNX Runtime, and is skipped without it.
#[test]
fn onnx_runtime_runs_a_model_in_a_process_of_this_program() {
    let folder = tempfile::tempdir().unwrap();
    let model = relu(folder.path());
    let set = [
        "batch=3",
        "instances=2",
        "pin=1",
        "intra_op_num_threads=1",
        "session.intra_op.allow_spinning=0",
    ];
    let mut arguments = vec![
        "threads",
        "sample",
        "--model",
        model.to_str().unwrap(),
        "--seconds",
        "0.01",
    ];
    set.iter()
        .for_each(|option| arguments.extend(["--set", *option]));
    let output = run(&arguments);
    if errors(&output).contains("ONNX Runtime was not found") {
        eprintln!("skipped: there is no ONNX Runtime; set WARPSMITH_ONNXRUNTIME to its library");
        return;
    }
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let sample = json(&output);
    assert!(sample["throughput"].as_f64().unwrap() > 0.0 && sample["runs"].as_i64().unwrap() >= 6);
}

#[test]
fn a_pipeline_is_measured_and_its_cores_shared_out() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pipeline.toml");
    let text = r#"
        [[stage]]
        name = "read"
        rate = 50.0
        sequential = true
        [[stage]]
        name = "decode"
        rate = 100.0
        [[stage]]
        name = "trivial"
        command = ["true"]
        elements = 1e12
    "#;
    std::fs::write(&file, text).unwrap();
    let output = run(&[
        "threads",
        "pipeline",
        file.to_str().unwrap(),
        "--cores",
        "4",
        "--json",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let report = json(&output);
    assert_eq!(
        (report["rate"].as_f64(), report["bottleneck"].as_str()),
        (Some(50.0), Some("read"))
    );
    assert_eq!(report["shares"][1]["cores"], 0.5);

    std::fs::write(&file, text.replace("\"true\"", "\"false\"")).unwrap();
    let output = run(&["threads", "pipeline", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(
        errors(&output).contains("stage trivial: false ended with code 1"),
        "{}",
        errors(&output)
    );
}

#[test]
fn the_topology_is_that_of_this_process() {
    let report = json(&run(&["threads", "topology", "--json"]));
    let cpus = report["cpus"].as_array().unwrap().len();
    assert!(cpus >= 1 && report["machine_cpus"].as_u64().unwrap() >= cpus as u64);
}

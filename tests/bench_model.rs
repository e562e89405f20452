//! `warpsmith bench model` on the command line.

use std::process::{Command, Output};

fn model(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_warpsmith"))
        .args(["bench", "model"])
        .args(arguments)
        .output()
        .expect("the program runs")
}

#[test]
fn the_clock_orders_every_pair_on_the_command_line_too() {
    let output = model(&["--json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let pairs = report["pairs"].as_array().expect("pairs");
    assert!(pairs.len() >= 30);
    assert_eq!(report["ordered"], pairs.len());
    assert_eq!(report["limiters_right"], pairs.len());
    assert_eq!(pairs[0]["costs"], "estimate");
}

#[test]
fn measured_times_are_ranked_against_predicted_ones() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let text = r#"{"kernels":[{"name":"k","variants":[
        {"id":"a","measured_ns":100.0,"predicted_ns":10.0},
        {"id":"b","measured_ns":150.0,"predicted_ns":12.0},
        {"id":"c","measured_ns":120.0,"predicted_ns":9.0}]}]}"#;
    std::fs::write(file.path(), text).expect("written");
    let path = file.path().to_str().expect("a path");
    let output = model(&["--json", "--measured", path]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let ranking = &report["measured"][0];
    // Ranks 1 3 2 against 2 3 1: squared differences 1, 0, 1.
    assert!((ranking["spearman"].as_f64().expect("a number") - 0.5).abs() < 1e-12);
    assert!((ranking["top1_regret"].as_f64().expect("a number") - 0.2).abs() < 1e-12);
}

#[test]
fn a_file_of_times_that_cannot_be_used_is_named_with_what_is_wrong() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let path = file.path().to_str().expect("a path");
    for (text, expected) in [
        ("{", "line 1"),
        (
            r#"{"kernels":[{"name":"k","variants":[]}]}"#,
            "two variants",
        ),
        (r#"{"kernels":[],"more":1}"#, "unknown field"),
    ] {
        std::fs::write(file.path(), text).expect("written");
        let output = model(&["--measured", path]);
        assert_eq!(output.status.code(), Some(1), "{text}");
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            message.contains(path) && message.contains(expected),
            "{message}"
        );
    }
}

//! Clocks, temperatures, energy: what an emulated device's instruments show decides what counts.

use serde_json::Value;

use super::common::json;
use super::{driver, gelu, judge, measured, on_device};

/// A folder with the emulated driver's instruments, under the name that they are looked for by.
fn instruments() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(
        driver().join("libnvml.so"),
        folder.path().join("libnvidia-ml.so.1"),
    )
    .unwrap();
    folder
}

/// A verdict on the device with instruments that show what `shown` says, by a policy with these rules.
fn watched(emulated: &str, shown: &str, rules: &str) -> Value {
    let (folder, library) = (gelu(), instruments());
    let policy = folder.path().join("policy.toml");
    std::fs::write(
        &policy,
        format!("[families]\nset = 1.0\n[population]\nerror = false\n[measure]\n{rules}\n"),
    )
    .unwrap();
    let faster = ["--edit", "set threads 32", "--cases", "search", "--json"];
    let ruled = ["--fitness", policy.to_str().unwrap()];
    let arguments = judge(&folder, &[&faster[..], &ruled].concat());
    let mut command = on_device(&arguments, emulated);
    let known = std::env::var("LD_LIBRARY_PATH").unwrap_or_default();
    let path = format!(
        "{}:{}:{known}",
        driver().display(),
        library.path().display()
    );
    command
        .env("LD_LIBRARY_PATH", path)
        .env("EMULATED_INSTRUMENTS", shown);
    let output = command.output().unwrap();
    let report = json(&output);
    report["results"][0]["variant"].clone()
}

#[test]
fn what_is_measured_while_the_device_is_held_back_does_not_count() {
    let verdict = watched("noise 0.003", "slowdown 6 9", "fewest = 16");
    assert_eq!(verdict["outcome"], "correct", "{verdict}");
    let race = &measured(&verdict)[0]["measured"]["race"];
    assert!(race["thrown_away"].as_u64().unwrap() > 0, "{race}");
    for shown in race["sensors"].as_array().unwrap() {
        assert_eq!(shown["held_back"], serde_json::json!([]));
        assert_eq!(
            (shown["temperature_c"].as_f64(), shown["power_w"].as_f64()),
            (Some(55.0), Some(312.0))
        );
    }
}

#[test]
fn a_device_that_stays_held_back_scores_nothing() {
    let verdict = watched(
        "noise 0.003",
        "clock 1200",
        "fewest = 64\nmost = 64\nbad_batches = 3",
    );
    assert_eq!(verdict["outcome"], "constraints", "{verdict}");
    assert_eq!(verdict["reason"]["kind"], "device");
    let detail = verdict["reason"]["detail"].as_str().unwrap();
    assert!(detail.contains("its clock is 1200 MHz of 1980"), "{detail}");
}

#[test]
fn a_device_that_was_idle_is_given_work_until_its_clock_has_risen() {
    let verdict = watched("noise 0.003", "idle 9", "fewest = 16");
    assert_eq!(verdict["outcome"], "correct", "{verdict}");
    let race = &measured(&verdict)[0]["measured"]["race"];
    for shown in race["sensors"].as_array().unwrap() {
        assert_eq!(shown["clock_mhz"].as_f64(), Some(1980.0));
    }
}

#[test]
fn a_device_whose_clock_somebody_set_is_measured_at_that() {
    let verdict = watched("noise 0.003", "steady 1200", "fewest = 16\nbad_batches = 3");
    assert_eq!(verdict["outcome"], "correct", "{verdict}");
    let race = &measured(&verdict)[0]["measured"]["race"];
    assert_eq!(race["thrown_away"], 0, "{race}");
}

#[test]
fn energy_is_measured_where_a_policy_asks_for_it() {
    let verdict = watched("scale 2000", "", "energy = true");
    let energy = measured(&verdict)[0]["measured"]["energy_j"].as_f64();
    assert!(energy.is_some_and(|joules| joules > 0.0), "{verdict}");
    assert_eq!(verdict["score"]["energy_j"].as_f64(), energy);
    let verdict = watched("scale 2000", "", "energy = false");
    assert!(verdict["score"]["energy_j"].is_null());
}

//! Measuring on a device, without one: the driver's library is the one of `examples/cuda`, which has the simulator behind it.

#[path = "../common/mod.rs"]
mod common;
mod instruments;
mod misbehaving;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use common::{json, processes, root, warpsmith};
use serde_json::Value;

/// The folder of the emulated driver, which is built here: whether `cargo test` builds examples as what they are depends
/// on its arguments, and what an earlier build left may be old.
fn driver() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        // TARGET/PROFILE/warpsmith
        let profile = Path::new(env!("CARGO_BIN_EXE_warpsmith")).parent().unwrap();
        let mut build = Command::new(env!("CARGO"));
        build
            .args(["build", "--quiet", "--example", "cuda", "--example", "nvml"])
            .arg("--target-dir")
            .arg(profile.parent().unwrap())
            .current_dir(env!("CARGO_MANIFEST_DIR"));
        if !cfg!(debug_assertions) {
            build.arg("--release");
        }
        let built = build.status().expect("cargo starts");
        assert!(built.success(), "{build:?}: {built}");
        profile.join("examples")
    })
}

/// The program on a machine with an emulated device that behaves as `emulated` says.
fn on_device(arguments: &[&str], emulated: &str) -> Command {
    let mut command = warpsmith(arguments);
    let known = std::env::var("LD_LIBRARY_PATH").unwrap_or_default();
    command
        .env("LD_LIBRARY_PATH", format!("{}:{known}", driver().display()))
        .env("EMULATED_DRIVER", emulated);
    command
}

fn run(arguments: &[&str], emulated: &str) -> Output {
    // References of this test are its own.
    let cache = tempfile::tempdir().unwrap();
    let mut command = on_device(arguments, emulated);
    command.env("XDG_CACHE_HOME", cache.path());
    command.output().expect("the program starts")
}

/// The arguments of a judgement on a device of the workload in `folder`, and `more`.
fn judge<'a>(folder: &'a tempfile::TempDir, more: &[&'a str]) -> Vec<&'a str> {
    [&["judge", path(folder), "--backend", "cuda"], more].concat()
}

/// The arguments of a search on a device in `folder`, whose run is to be in `run` there, and `more`.
fn tune<'a>(folder: &'a tempfile::TempDir, run: &'a Path, more: &[&'a str]) -> Vec<&'a str> {
    let run = run.to_str().unwrap();
    let all = [
        "tune",
        path(folder),
        "--backend",
        "cuda",
        "--jobs",
        "2",
        "--out",
        run,
    ];
    [&all, more].concat()
}

/// Asserts that the program refused its input in these words.
fn refused(output: &Output, words: &str) {
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(output).contains(words), "{}", stderr(output));
}

/// A workload of the corpus whose device case is as small as `sizes` says, in a folder of its own.
fn small(name: &str, sizes: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = root().join("corpus").join(name);
    for entry in std::fs::read_dir(&from).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let manifest = folder.path().join("workload.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let (before, after) = text.split_once("use = \"device\"\n").unwrap();
    let rest = after.split_once("seed = ").unwrap().1;
    std::fs::write(
        &manifest,
        format!("{before}use = \"device\"\n{sizes}\nseed = {rest}"),
    )
    .unwrap();
    folder
}

fn gelu() -> tempfile::TempDir {
    small("transformer/bias_gelu", "rows = 16\ncolumns = 128")
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Workers that still run although their run does not. One has the run's manifest in no argument, so those of all runs are counted.
fn orphans() -> usize {
    processes(|parent, arguments| parent == "1" && arguments.contains(&"worker"))
}

#[test]
fn doctor_names_the_devices() {
    let found = json(&run(&["doctor", "--json"], "devices 2"));
    let gpus = found["gpus"]["Ok"].as_array().unwrap();
    assert_eq!(gpus.len(), 2);
    assert_eq!(gpus[1]["name"], "Emulated device");
    assert_eq!(gpus[1]["arch"], "sm_90");
    assert_eq!(gpus[1]["driver"], "12.8");
    assert_ne!(gpus[0]["id"], gpus[1]["id"]);
}

#[test]
fn without_a_driver_everything_else_works_and_measuring_says_so() {
    let here = warpsmith(&["doctor", "--json"]).output().unwrap();
    let found = json(&here);
    if found["gpus"]["Ok"].is_array() {
        return; // This machine has a driver of its own.
    }
    assert!(
        found["gpus"]["Err"]
            .as_str()
            .unwrap()
            .contains("libcuda.so")
    );
    let folder = gelu();
    let judged = warpsmith(&judge(&folder, &[])).output().unwrap();
    refused(&judged, "no CUDA driver");
}

/// The cases of a verdict that a device measured.
fn measured(verdict: &Value) -> Vec<Value> {
    let cases = verdict["cases"].as_array().unwrap().iter();
    let measured = cases.filter(|case| case["measured"].is_object());
    measured.cloned().collect()
}

#[test]
fn a_variant_is_executed_checked_and_raced_at_device_size() {
    let folder = gelu();
    let faster = ["--edit", "set threads 32", "--cases", "search", "--json"];
    let report = json(&run(&judge(&folder, &faster), "noise 0.004"));
    let result = &report["results"][0];
    let (baseline, variant) = (&result["baseline"], &result["variant"]);
    assert_eq!(variant["outcome"], "correct", "{variant}");
    let [before, after] = [baseline, variant].map(|verdict| {
        let cases = measured(verdict);
        assert_eq!(cases.len(), 1);
        assert_eq!(cases[0]["case"], "device");
        // The score is what was measured, not what was simulated.
        assert_eq!(cases[0]["time_ns"], verdict["score"]["time_ns"]);
        cases[0].clone()
    });
    assert!(
        before["measured"]["race"].is_null(),
        "the baseline races nobody"
    );
    let race = &after["measured"]["race"];
    assert!(race["pairs"].as_u64().unwrap() >= 16);
    let speedup = race["speedup"]["ratio"].as_f64().unwrap();
    let told = before["time_ns"].as_f64().unwrap() / after["time_ns"].as_f64().unwrap();
    assert!((told - speedup).abs() < 1e-9, "{told} {speedup}");
    // Short kernels are timed several at a time.
    assert!(after["measured"]["repeats"].as_u64().unwrap() > 1);
    assert!(after["measured"]["registers"].as_u64().unwrap() > 0);
    assert!(after["error"].as_f64().unwrap() < 1e-5);
    // The same bits, which are compared where they are; and others, which are compared with the reference.
    assert_eq!(after["outputs"], before["outputs"]);
    assert_eq!(after["error"], before["error"]);
    let rounded = [
        "--edit",
        "fast bias_gelu contract reassoc",
        "--cases",
        "search",
        "--json",
    ];
    let report = json(&run(&judge(&folder, &rounded), ""));
    let other = &measured(&report["results"][0]["variant"])[0];
    assert_ne!(other["outputs"], before["outputs"], "{other}");
    assert!(other["error"].as_f64().unwrap() < 1e-5);
}

#[test]
fn swaps_flags_and_inout_buffers_are_the_hosts_business_on_a_device_too() {
    // Iterated launches with exchanged buffers; a flag that ends a loop; several outputs, integers.
    for (name, sizes) in [
        ("rodinia/hotspot", "rows = 24\ncols = 20\nsteps = 5"),
        ("rodinia/bfs", "nodes = 300\nedges = 1200\nroot = 3"),
        ("rodinia/nw", "n = 48\npenalty = 10"),
        ("moe/gate", "tokens = 64\nexperts = 8\ncapacity = 12"),
    ] {
        let folder = small(name, sizes);
        let output = run(&judge(&folder, &["--cases", "search", "--json"]), "");
        let report = json(&output);
        let baseline = &report["results"][0]["baseline"];
        assert_eq!(
            baseline["outcome"],
            "correct",
            "{name}: {baseline} {}",
            stderr(&output)
        );
        assert_eq!(measured(baseline).len(), 1, "{name}");
    }
}

#[test]
fn a_search_on_a_device_finds_confirms_and_resumes() {
    let folder = gelu();
    let out = folder.path().join("run");
    let search = |more: &[&str], emulated: &str| {
        let seeded = ["--seed", "3", "--json"];
        run(&tune(&folder, &out, &[&seeded, more].concat()), emulated)
    };
    let output = search(&["--budget", "40", "--overwrite"], "noise 0.003");
    let report = json(&output);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{report} {}",
        stderr(&output)
    );
    assert_eq!(report["device"]["about"]["name"], "Emulated device");
    let confirmed = &report["confirmed"];
    assert_eq!(confirmed["races"].as_array().unwrap().len(), 5);
    assert_eq!(confirmed["faster"], 5, "{confirmed}");
    let text = std::fs::read_to_string(out.join("bundle/certificate.json")).unwrap();
    let certificate: Value = serde_json::from_str(&text).unwrap();
    assert!(certificate["backend"].as_str().unwrap().starts_with("cuda"));
    assert_eq!(certificate["device"]["about"]["name"], "Emulated device");
    let uses: Vec<_> = certificate["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| case["use"].clone())
        .collect();
    assert!(
        uses.contains(&"device".into()) && uses.contains(&"held-out".into()),
        "{uses:?}"
    );

    // What was measured stays measured: a longer run goes on by the same baseline.
    let before = report["baseline"]["time_ns"].clone();
    let longer = json(&search(&["--budget", "60", "--resume"], "noise 0.003"));
    assert_eq!(longer["baseline"]["time_ns"], before);
    assert!(longer["evaluations"].as_u64() > report["evaluations"].as_u64());

    // Not by another driver, though: its times are others.
    let output = search(&["--budget", "80", "--resume"], "release 12090");
    refused(&output, "driver for CUDA 12.9");
    assert_eq!(orphans(), 0);
}

/// One of NVIDIA's tools: of that release, and `making` what it is asked for at `$2` after `-o`.
fn tool(folder: &tempfile::TempDir, release: &str, making: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let program = folder.path().join("tool");
    let script = format!(
        "#!/bin/sh\n\
         [ \"$1\" = --version ] && echo 'Cuda compilation tools, release {release}, V{release}.1' && exit\n\
         while [ \"$1\" != -o ]; do shift; done\n\
         {making}\n"
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    program
}

#[test]
fn times_of_a_run_are_told_by_one_compilers_baseline() {
    let folder = gelu();
    let shorter = ["--edit", "approx %35"];
    let code = [&["show", path(&folder), "--code", "ptx"], &shorter[..]].concat();
    let ptx = String::from_utf8(warpsmith(&code).output().unwrap().stdout).unwrap();
    let made = folder.path().join("made.ptx");
    std::fs::write(&made, ptx).unwrap();
    let compiler = tool(&folder, "12.4", &format!("cp '{}' \"$2\"", made.display()));
    let out = folder.path().join("run");
    let search = |budget: &str, mode: &str, compiler: &Path| {
        let more = ["--seed", "3", "--json", "--budget", budget, mode];
        let mut command = on_device(&tune(&folder, &out, &more), "noise 0.003");
        command.env("XDG_CACHE_HOME", folder.path().join("cache"));
        command.env("WARPSMITH_NVCC", compiler);
        command.output().unwrap()
    };
    let output = search("12", "--overwrite", &compiler);
    let report = json(&output);
    let compiled_by = &report["device"]["compiled_by"];
    assert_eq!(compiled_by[0][0], "nvcc 12.4", "{report}");
    assert!(compiled_by[1][1].as_f64() > compiled_by[0][1].as_f64());

    // A process that goes on takes the same, and no other: the times on record would not be its own.
    let longer = json(&search("16", "--resume", &compiler));
    assert_eq!(
        longer["device"]["compiled_by"].as_array().unwrap().len(),
        1,
        "{longer}"
    );
    let without = search("20", "--resume", Path::new("/nonexistent/nvcc"));
    refused(&without, "as nvcc 12.4 compiled it, which is not to be had");
}

#[test]
fn variants_are_assembled_ahead_by_the_drivers_own_release() {
    let folder = gelu();
    let measured = |release: &str, making: &str| {
        let assembler = tool(&folder, release, making);
        let out = folder.path().join("results");
        let arguments = [
            "bench",
            "gpu",
            path(&folder),
            "--seconds",
            "30",
            "--budget",
            "10",
            "--no-calibration",
            "--no-baselines",
            "--json",
            "--out",
            out.to_str().unwrap(),
        ];
        let mut command = on_device(&arguments, "");
        command.env("XDG_CACHE_HOME", folder.path().join("cache"));
        command.env("WARPSMITH_PTXAS", assembler);
        let report = json(&command.output().unwrap());
        let variants = report["trials"][0]["variants"].as_array().unwrap().iter();
        let times = variants.map(|it| {
            let genome = it["genome"].as_str().unwrap().to_owned();
            (genome, it["measured_ns"].as_f64().unwrap())
        });
        times.collect::<std::collections::BTreeMap<_, _>>()
    };
    // An assembler that stores everything twice, so that what it made can be told by its time.
    let twice = "awk '{ print } /st.global/ { print }' \"$3\" > \"$2\"";
    let others = measured("12.9", twice);
    let ahead = measured("12.8", twice);
    let stored_twice = |(genome, time_ns): &(&String, &f64)| ahead[*genome] > 1.001 * **time_ns;
    let slower = others.iter().filter(stored_twice).count();
    // The unedited kernel is measured as the driver compiles it, and so is what compiles to the same.
    assert!(
        slower >= 4 && ahead[""] == others[""],
        "{ahead:?} {others:?}"
    );
    // What the device does not take the driver compiles.
    assert_eq!(measured("12.8", "echo nothing > \"$2\""), others);
}

#[test]
fn a_target_for_another_device_is_refused() {
    let folder = gelu();
    let target = root().join("targets/h200.toml");
    let text = std::fs::read_to_string(target)
        .unwrap()
        .replace("arch = \"sm_90\"", "arch = \"sm_100\"");
    let file = folder.path().join("newer.toml");
    std::fs::write(&file, text.replace("ptx = \"80\"", "ptx = \"86\"")).unwrap();
    let output = run(&judge(&folder, &["--target", file.to_str().unwrap()]), "");
    refused(&output, "makes code for sm_100");
}

#[test]
fn a_workload_without_a_device_case_says_so() {
    let folder = gelu();
    let manifest = folder.path().join("workload.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    std::fs::write(
        &manifest,
        text.replace("use = \"device\"", "use = \"held-out\""),
    )
    .unwrap();
    let output = run(&judge(&folder, &[]), "");
    refused(&output, "no case with use = \"device\"");
}

#[test]
fn the_gpu_bench_leaves_its_results_as_it_goes() {
    let folder = gelu();
    let out = folder.path().join("results");
    let arguments = [
        "bench",
        "gpu",
        path(&folder),
        "--seconds",
        "40",
        "--budget",
        "30",
        "--jobs",
        "2",
        "--no-calibration",
        "--no-baselines",
        "--json",
        "--out",
        out.to_str().unwrap(),
    ];
    let output = run(&arguments, "noise 0.003");
    let report = json(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let saved: Value =
        serde_json::from_slice(&std::fs::read(out.join("gpu.json")).unwrap()).unwrap();
    assert_eq!(saved["trials"], report["trials"]);
    let trial = &report["trials"][0];
    assert_eq!(trial["workload"], "transformer/bias_gelu");
    assert_eq!(trial["trouble"], "", "{trial}");
    let variants = trial["variants"].as_array().unwrap();
    assert!(variants.len() > 5);
    for variant in variants {
        assert!(variant["predicted_ns"].as_f64().unwrap() > 0.0);
        assert!(variant["measured_ns"].as_f64().unwrap() > 0.0);
    }
    assert!(trial["ranking"]["spearman"].is_number(), "{trial}");
    assert!(trial["expert"].as_f64().unwrap() > 0.0);
    // The fastest is confirmed as it was found, in as many processes as there was time for.
    assert!(!trial["edits"].as_array().unwrap().is_empty(), "{trial}");
    let processes = trial["tuned"]["races"].as_array().map_or(0, Vec::len);
    assert!((1..=5).contains(&processes), "{trial}");
    assert!(trial["floor_ns"].as_f64().unwrap() > 0.0);
}

#[test]
fn unedited_kernels_of_the_corpus_are_checked_at_device_size() {
    // A corpus of two workloads, of which one is tuned.
    let folder = tempfile::tempdir().unwrap();
    for (name, sizes) in [
        ("transformer/bias_gelu", "rows = 16\ncolumns = 128"),
        ("rodinia/nn", "records = 2000\nlat = 30\nlng = 90"),
    ] {
        let from = small(name, sizes);
        let to = folder.path().join("corpus").join(name);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::rename(from.path(), &to).unwrap();
    }
    let arguments = [
        "bench",
        "gpu",
        "corpus/transformer/bias_gelu",
        "--seconds",
        "30",
        "--budget",
        "10",
        "--no-calibration",
        "--json",
    ];
    let mut command = on_device(&arguments, "");
    command.current_dir(folder.path());
    command.env("XDG_CACHE_HOME", folder.path().join("cache"));
    let report = json(&command.output().unwrap());
    let baselines = report["baselines"].as_array().unwrap();
    assert_eq!(baselines.len(), 1, "{baselines:?}");
    let checked = &baselines[0];
    assert_eq!(checked["trouble"], "", "{checked}");
    assert_eq!(checked["workload"], "rodinia/nn");
    assert!(checked["error"].as_f64().unwrap() < 1e-6, "{checked}");
    assert!(checked["time_ns"].as_f64().unwrap() > 0.0);
    assert_eq!(report["trials"][0]["workload"], "transformer/bias_gelu");
}

#[test]
fn hand_made_kernels_are_timed_beside_the_clock() {
    let report = json(&run(&["bench", "model", "--gpu", "0", "--json"], ""));
    let found = &report["by_hand"];
    assert!(found["failed"].as_array().unwrap().is_empty(), "{found}");
    let series = found["kernels"].as_array().unwrap();
    assert!(series.len() > 15, "{found}");
    for variant in series
        .iter()
        .flat_map(|it| it["variants"].as_array().unwrap())
    {
        assert!(variant["measured_ns"].as_f64().unwrap() > 0.0, "{variant}");
        assert!(variant["predicted_ns"].as_f64().unwrap() > 0.0, "{variant}");
    }
    // The emulated device takes a time for each instruction: it has an order of its own, which is counted.
    let count = |name: &str| found[name].as_u64().unwrap();
    assert!(count("apart") >= 5, "{found}");
    assert!(count("as_said") <= count("apart") && count("as_predicted") <= count("apart"));
}

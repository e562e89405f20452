//! `warpsmith init`: kernels of every kind become workloads that are judged right away; what none can be made of is refused in words.

#[path = "../common/mod.rs"]
mod common;

mod assembly;
mod halves;
mod page;
mod refused;

use std::path::{Path, PathBuf};
use std::process::Output;

use common::{json, root, run};
use tempfile::TempDir;

/// A file beside these tests.
fn given(name: &str) -> PathBuf {
    root().join("tests/init").join(name)
}

/// Makes a workload of a file; further arguments follow.
fn init(file: &Path, out: &Path, more: &[&str]) -> Output {
    let mut arguments = vec![
        "init",
        file.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    arguments.extend(more);
    run(&arguments)
}

/// Makes a workload of a file beside these tests, and returns the folder, the manifest and the IR.
fn made(name: &str, more: &[&str]) -> (TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("made");
    let output = init(&given(name), &out, more);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{name}: {said}{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let read = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
    let (manifest, ir) = (read("workload.toml"), read("kernel.ll"));
    (folder, manifest, ir)
}

/// The outcome of the baseline on the cases for search and on the held-out ones.
fn outcomes(folder: &TempDir, more: &[&str]) -> Vec<String> {
    let workload = folder.path().join("made");
    let mut arguments = vec!["judge", workload.to_str().unwrap(), "--json"];
    arguments.extend(more);
    let report = json(&run(&arguments));
    assert_eq!(report["reference"], "the unedited kernel's own output");
    let results = report["results"].as_array().unwrap();
    let outcome = |result: &serde_json::Value| {
        let judged = match result["variant"].is_object() {
            true => &result["variant"],
            false => &result["baseline"],
        };
        judged["outcome"].as_str().unwrap().to_owned()
    };
    results.iter().map(outcome).collect()
}

fn has(manifest: &str, line: &str) {
    assert!(
        manifest.lines().any(|it| it.starts_with(line)),
        "{line}\n{manifest}"
    );
}

#[test]
fn cuda_c_becomes_a_workload_that_is_judged_and_catches_wrong_variants() {
    let (folder, manifest, ir) = made("saxpy.cu", &[]);
    has(&manifest, "x = { type = \"f32\", len = \"n\", fill =");
    has(
        &manifest,
        "y = { type = \"f32\", len = \"n\", role = \"inout\", fill =",
    );
    has(&manifest, "grid  = [\"ceil_div(n, threads)\"] # guess");
    has(&manifest, "args  = [\"i32 n\", \"f32 0.5\", \"x\", \"y\"]");
    assert!(!ir.contains("alloca"), "variables are registers");
    assert!(folder.path().join("made/kernel.cu").exists());
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
    // The sum is what the kernel is for.
    let sum = ir
        .lines()
        .filter(|line| line.starts_with("  %"))
        .position(|line| line.contains("fadd"))
        .unwrap();
    let show = run(&["show", folder.path().join("made").to_str().unwrap()]);
    let show = String::from_utf8_lossy(&show.stdout).into_owned();
    let add = show
        .lines()
        .find(|line| line.contains(" = fadd "))
        .unwrap_or_else(|| panic!("{sum}: {show}"));
    let add = add.trim().split(' ').next().unwrap();
    let edit = format!("delete {add}");
    assert_eq!(outcomes(&folder, &["--edit", &edit]), ["correctness"]);
}

#[test]
fn what_is_launched_in_two_dimensions_with_tiles_in_shared_memory_is_found_out() {
    let (folder, manifest, ir) = made("tiles.cu", &["--entry", "matmul"]);
    has(
        &manifest,
        "grid  = [\"ceil_div(n, 16)\", \"ceil_div(m, 16)\"]",
    );
    has(&manifest, "block = [\"16\", \"16\"]");
    has(&manifest, "a = { type = \"f32\", len = \"m * k\"");
    has(&manifest, "b = { type = \"f32\", len = \"n * k\"");
    has(
        &manifest,
        "c = { type = \"f32\", len = \"m * n\", role = \"output\" }",
    );
    assert!(!ir.contains("define internal"), "helpers are inlined");
    assert!(!ir.contains("fill"), "the other kernel is gone");
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
}

#[test]
fn what_triton_writes_goes_through_init_judge_and_tune() {
    let (folder, manifest, _) = made("silu.llir", &[]);
    has(&manifest, "grid  = [\"ceil_div(arg2, 1024)\"]");
    has(&manifest, "block = [\"128\"] # the kernel's own");
    has(&manifest, "arg0 = { type = \"f32\", len = \"arg2\", fill");
    has(
        &manifest,
        "arg1 = { type = \"f32\", len = \"arg2\", role = \"output\" }",
    );
    has(
        &manifest,
        "arg3 = { type = \"u8\", len = \"1\", role = \"scratch\" }",
    );
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
    let (workload, out) = (folder.path().join("made"), folder.path().join("run"));
    let tuned = run(&[
        "tune",
        workload.to_str().unwrap(),
        "--budget",
        "60",
        "--jobs",
        "1",
        "--out",
        out.to_str().unwrap(),
    ]);
    // Done, or nothing better found: a real search either way.
    let said = String::from_utf8_lossy(&tuned.stderr);
    assert!(matches!(tuned.status.code(), Some(0 | 2)), "{said}");
    let verdicts = common::verdicts(&out);
    let correct = verdicts
        .iter()
        .filter(|row| row.contains("\\\"outcome\\\":\\\"correct\\\""))
        .count();
    assert!(correct > 10, "{correct} of {}", verdicts.len());
}

#[test]
fn the_device_library_is_linked_asked_about_and_reduced_to_what_is_called() {
    let library = given("library.ll");
    let (folder, manifest, ir) = made("calls.ll", &["--libdevice", library.to_str().unwrap()]);
    has(
        &manifest,
        "out = { type = \"f32\", len = \"n\", role = \"output\" }",
    );
    for gone in ["__nv_", "__nvvm_reflect", "__CUDA_FTZ", "0.000000e+00"] {
        assert!(!ir.contains(gone), "{gone}\n{ir}");
    }
    assert!(ir.contains("fadd float %x, %x"), "{ir}");
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
}

#[test]
fn what_rustc_writes_becomes_a_workload() {
    let (folder, manifest, _) = made("rust.ll", &[]);
    has(&manifest, "grid  = [\"ceil_div(x_1, threads)\"]");
    has(
        &manifest,
        "y = { type = \"f32\", len = \"x_1\", role = \"output\" }",
    );
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
}

#[test]
fn the_same_file_gives_the_same_workload() {
    let (_one, first, ir) = made("saxpy.cu", &[]);
    let (_two, second, again) = made("saxpy.cu", &[]);
    assert_eq!((first, ir), (second, again));
}

#[test]
fn what_the_caller_knows_is_no_guess() {
    let more = [
        "--size",
        "n=3000",
        "--block",
        "64",
        "--grid",
        "ceil_div(n, 64)",
    ];
    let (folder, manifest, _) = made("saxpy.cu", &more);
    has(&manifest, "n = 3000");
    has(&manifest, "block = [\"64\"] # the kernel's own");
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
}

#[test]
fn nothing_is_overwritten_unasked_and_nothing_is_left_half_written() {
    let (folder, manifest, _) = made("saxpy.cu", &[]);
    let out = folder.path().join("made");
    std::fs::write(out.join("workload.toml"), "mine").unwrap();
    let refused = init(&given("saxpy.cu"), &out, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(
        said.contains("workload.toml is there already; --force overwrites it"),
        "{said}"
    );
    let kept = || std::fs::read_to_string(out.join("workload.toml")).unwrap();
    assert_eq!(kept(), "mine");
    assert!(
        init(&given("saxpy.cu"), &out, &["--force"])
            .status
            .success()
    );
    assert_eq!(kept(), manifest);
    // A folder whose parent is a file cannot be made.
    let blocked = out.join("workload.toml/deeper");
    let refused = init(&given("saxpy.cu"), &blocked, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(kept(), manifest);
    let names: Vec<_> = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

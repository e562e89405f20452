//! Kernels of 16-bit floats: their buffers get the types that they have, and are judged as the numbers that they are.

use super::common::{self, run};
use super::{has, made, outcomes};

#[test]
fn a_kernel_of_halves_goes_through_init_judge_and_tune() {
    let (folder, manifest, _) = made("half.cu", &[]);
    has(
        &manifest,
        "x = { type = \"f16\", len = \"n\", fill = { normal = { std = 1.0 } } }",
    );
    has(
        &manifest,
        "y = { type = \"f16\", len = \"n\", role = \"inout\", fill = { normal",
    );
    has(
        &manifest,
        "args  = [\"i32 n\", \"f16 0.5\", \"x\", \"y\"] # guess",
    );
    has(&manifest, "strict = 4e-3");
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
    let workload = folder.path().join("made");
    let workload = workload.to_str().unwrap();
    let show = String::from_utf8_lossy(&run(&["show", workload]).stdout).into_owned();
    let product = show.lines().find(|line| line.contains(" = fmul "));
    let product = product.unwrap_or_else(|| panic!("{show}")).trim();
    let edit = format!("delete {}", product.split(' ').next().unwrap());
    assert_eq!(outcomes(&folder, &["--edit", &edit]), ["correctness"]);
    let out = folder.path().join("run");
    let out = out.to_str().unwrap();
    let tuned = run(&[
        "tune", workload, "--budget", "40", "--jobs", "1", "--out", out,
    ]);
    // Done, or nothing better found: a real search either way.
    let said = String::from_utf8_lossy(&tuned.stderr);
    assert!(matches!(tuned.status.code(), Some(0 | 2)), "{said}");
    let verdicts = common::verdicts(out.as_ref());
    let correct = "\\\"outcome\\\":\\\"correct\\\"";
    let correct = verdicts.iter().filter(|row| row.contains(correct));
    assert!(correct.count() > 5, "{verdicts:?}");
}

#[test]
fn halves_behind_the_types_of_cudas_headers_are_found_out() {
    let (folder, manifest, _) = made("bfloat.cu", &["--entry", "scale"]);
    has(
        &manifest,
        "x = { type = \"bf16\", len = \"n\", fill = { normal",
    );
    has(
        &manifest,
        "y = { type = \"bf16\", len = \"n\", role = \"output\" }",
    );
    has(&manifest, "strict = 3.2e-2");
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
    // A pair is two elements.
    let (folder, manifest, _) = made("bfloat.cu", &["--entry", "square"]);
    has(
        &manifest,
        "x = { type = \"f16\", len = \"n * 2\", fill = { normal",
    );
    has(
        &manifest,
        "y = { type = \"f16\", len = \"n * 2\", role = \"output\" }",
    );
    assert_eq!(outcomes(&folder, &[]), ["correct", "correct"]);
}

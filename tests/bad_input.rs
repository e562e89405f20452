//! Bad input gets one clear error and the exit code that belongs to it, and leaves nothing half-written.

mod common;

use std::path::Path;

use common::{root, run};

/// A copy of a corpus workload that a test may spoil.
fn copy(from: &str, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in ["workload.toml", "kernel.ll"] {
        std::fs::copy(root().join("corpus").join(from).join(file), to.join(file)).unwrap();
    }
    let manifest = to.join("workload.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let text = text.replace("source = \"kernel.cu\"\n", "");
    // What is said of the kernel is to be wrong, not what is said of an expert.
    let (before, expert) = text.split_once("[expert]").unwrap();
    let (_, after) = expert.split_once("[reference]").unwrap();
    std::fs::write(manifest, format!("{before}[reference]{after}")).unwrap();
}

/// Replaces text in a file of the copy; the text must be there.
fn spoil(folder: &Path, file: &str, old: &str, new: &str) {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old:?} is not in {file}");
    std::fs::write(path, text.replacen(old, new, 1)).unwrap();
}

/// Runs `tune` and expects exit code `code`, each of `words` on standard error, and no run directory.
fn refuses(workload: &Path, more: &[&str], code: i32, words: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("run");
    let mut arguments = vec!["tune", workload.to_str().unwrap(), "--budget", "20"];
    arguments.extend(["--out", out.to_str().unwrap()]);
    arguments.extend(more);
    let output = run(&arguments);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{errors}");
    for word in words {
        assert!(errors.contains(word), "{word:?} is not in: {errors}");
    }
    assert!(output.stdout.is_empty());
    assert!(!out.join("bundle").exists());
    if code == 1 {
        assert!(!out.exists(), "a run directory was left behind");
    }
}

const SLS: &str = "embedding/sls_f32";

/// What is spoilt: the file, the text, its replacement; and what the error must say.
type Spoilt = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

#[test]
fn a_spoilt_workload_is_refused_by_file_and_line() {
    let table: &[Spoilt] = &[
        (
            "workload.toml",
            "ir = \"kernel.ll\"",
            "ir = \"absent.ll\"",
            &["absent.ll"],
        ),
        (
            "workload.toml",
            "entry = \"sls_f32\"",
            "entry = \"sls\"",
            &["workload.toml:", "no kernel `sls`", "sls_f32"],
        ),
        (
            "workload.toml",
            "\"out\", \"i32 dim\"",
            "\"out\"",
            &["workload.toml:", "4 arguments", "it takes"],
        ),
        (
            "workload.toml",
            "\"i32 dim\"",
            "\"f32 dim\"",
            &["argument 5", "`dim`", "i32"],
        ),
        (
            "workload.toml",
            "\"i32 dim\"",
            "\"i64 dim\"",
            &["argument 5", "i64", "i32"],
        ),
        (
            "workload.toml",
            "\"out\", \"i32 dim\"",
            "\"out\", \"start\"",
            &["argument 5", "buffer `start`"],
        ),
        (
            "workload.toml",
            "[facts]",
            "[fact]",
            &["workload.toml:", "fact"],
        ),
        (
            "workload.toml",
            "grid  = [\"bags\"]",
            "grid  = [\"sacks\"]",
            &["workload.toml:", "sacks", "bags"],
        ),
        (
            "workload.toml",
            "grid  = [\"bags\"]",
            "grid  = [\"bags - 64\"]",
            &["workload.toml:", "grid"],
        ),
        (
            "workload.toml",
            "default = 64 }",
            "default = 2048 }",
            &["workload.toml:"],
        ),
        (
            "workload.toml",
            "block = [\"threads\"]",
            "block = [\"threads * 64\"]",
            &["4096 threads", "1024"],
        ),
        ("kernel.ll", "define ", "defyne ", &["kernel.ll", "defyne"]),
    ];
    for (file, old, new, words) in table {
        let folder = tempfile::tempdir().unwrap();
        copy(SLS, folder.path());
        spoil(folder.path(), file, old, new);
        refuses(folder.path(), &[], 1, words);
    }
}

#[test]
fn what_is_not_there_is_named() {
    let sls = root().join("corpus").join(SLS);
    refuses(Path::new("/nowhere/at/all"), &[], 1, &["/nowhere/at/all"]);
    refuses(&sls, &["--target", "h9000"], 1, &["h9000", "h200"]);
    refuses(&sls, &["--fitness", "darwin"], 1, &["darwin", "gevo"]);
    refuses(&sls, &["--fitness", "absent.toml"], 1, &["absent.toml"]);
    refuses(&sls, &["--budget", "0"], 1, &["--budget"]);
    refuses(&sls, &["--jobs", "0"], 1, &["--jobs"]);
    refuses(&sls, &["--resume"], 1, &["holds no run to go on with"]);
}

#[test]
fn a_target_that_llvm_does_not_know_is_refused_with_what_it_knows() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(root().join("targets/h200.toml")).unwrap();
    let target = folder.path().join("odd.toml");
    std::fs::write(&target, text.replace("\"sm_90\"", "\"sm_91\"")).unwrap();
    let sls = root().join("corpus").join(SLS);
    refuses(
        &sls,
        &["--target", target.to_str().unwrap()],
        1,
        &["sm_91", "sm_90"],
    );
}

#[test]
fn a_baseline_that_fails_its_own_checks_ends_with_the_diagnosis() {
    let folder = tempfile::tempdir().unwrap();
    copy(SLS, folder.path());
    spoil(
        folder.path(),
        "kernel.ll",
        "fadd contract float",
        "fsub contract float",
    );
    let output = run(&["judge", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("error: ") && said.contains("`out`"), "{said}");
    refuses(folder.path(), &[], 3, &["baseline fails", "`out`"]);
}

#[test]
fn a_run_is_neither_overwritten_nor_mixed_with_another() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("run");
    let workload = folder.path().join("workload");
    copy(SLS, &workload);
    let tune = |more: &[&str]| {
        let mut arguments = vec!["tune", workload.to_str().unwrap(), "--budget", "5"];
        arguments.extend(["--out", out.to_str().unwrap()]);
        arguments.extend(more);
        let output = run(&arguments);
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    assert!(matches!(tune(&[]).0, Some(0 | 2)));
    let (code, errors) = tune(&[]);
    assert_eq!(code, Some(1), "{errors}");
    assert!(
        errors.contains("--resume") && errors.contains("--overwrite"),
        "{errors}"
    );
    let (code, errors) = tune(&["--resume", "--seed", "2"]);
    assert_eq!(code, Some(1), "{errors}");
    assert!(errors.contains("another seed"), "{errors}");
    spoil(
        &workload,
        "kernel.ll",
        "target triple",
        "; changed\ntarget triple",
    );
    let (code, errors) = tune(&["--resume"]);
    assert_eq!(code, Some(1), "{errors}");
    assert!(errors.contains("another kernel"), "{errors}");
    assert!(matches!(tune(&["--overwrite"]).0, Some(0 | 2)));
}

#[test]
fn a_genome_with_a_typing_error_is_refused_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let genome = folder.path().join("genome.edits");
    std::fs::write(&genome, "# mine\nset threads 32\nunrol %bb3 4\n").unwrap();
    let output = run(&[
        "judge",
        "corpus/embedding/sls_f32",
        "--genome",
        genome.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        errors.contains("line 3") && errors.contains("unrol"),
        "{errors}"
    );
}

#[test]
fn three_ways_to_be_wrong_are_three_verdicts() {
    let table = [
        ("delete %36", "correctness", "unwritten"),
        ("operand %19.1 <- i64 1000000", "runtime", "out-of-bounds"),
        ("operand %38.1 <- i32 0", "timeout", "steps"),
    ];
    for (edit, outcome, kind) in table {
        let output = run(&[
            "judge",
            "corpus/embedding/sls_f32",
            "--edit",
            edit,
            "--json",
        ]);
        assert_eq!(output.status.code(), Some(2), "{edit}");
        let verdict = &common::json(&output)["results"][0]["variant"];
        assert_eq!(verdict["outcome"], outcome, "{edit}");
        assert_eq!(verdict["reason"]["kind"], kind, "{edit}");
        assert!(verdict["score"].is_null());
    }
}

//! `warpsmith corpus`: what it lists, what its check passes, and what it does not let pass. The check of the whole corpus is `make corpus`.

mod common;

use common::{json, root, run};

/// A copy of a small workload with one file changed by `change`.
fn changed(file: &str, change: impl Fn(&str) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("family/name");
    std::fs::create_dir_all(&to).unwrap();
    for entry in std::fs::read_dir(root().join("corpus/transformer/bias_gelu")).unwrap() {
        let entry = entry.unwrap();
        let mut text = std::fs::read_to_string(entry.path()).unwrap();
        if entry.file_name() == file {
            text = change(&text);
        }
        std::fs::write(to.join(entry.file_name()), text).unwrap();
    }
    folder
}

#[test]
fn a_list_says_what_a_workload_must_move_and_what_limits_its_kernel() {
    let output = run(&[
        "corpus",
        "corpus/ann/l2_topk",
        "corpus/transformer/bias_gelu",
        "--json",
    ]);
    assert!(output.status.success());
    let report = json(&output);
    let workloads = report["workloads"].as_array().unwrap();
    let names: Vec<&str> = workloads
        .iter()
        .map(|it| it["workload"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["ann/l2_topk", "transformer/bias_gelu"],
        "in the order given"
    );
    let floor = &workloads[0]["floor"];
    let number = |key: &str| floor[key].as_f64().unwrap();
    assert_eq!(number("intensity"), number("operations") / number("bytes"));
    // 4.8 TB/s of an H200, as the target has it, within the share of a multiprocessor.
    let memory_ns = number("bytes") / 4.8e3;
    assert!(number("time_ns") > 0.9 * memory_ns, "{floor}");
    for workload in workloads {
        assert_eq!(workload["case"], "device");
        assert!(workload["check"].is_null());
        assert!(
            !workload["baseline"]["cases"][0]["limiters"]
                .as_array()
                .unwrap()
                .is_empty()
        );
    }
}

#[test]
fn the_check_passes_kernels_that_are_right_and_experts_that_are_faster() {
    let output = run(&[
        "corpus",
        "--check",
        "--json",
        "corpus/transformer/bias_gelu",
    ]);
    assert_eq!(output.status.code(), Some(0));
    let report = json(&output);
    assert_eq!(report["passed"], true);
    let check = &report["workloads"][0]["check"];
    for verdict in ["baseline_held_out", "expert", "expert_held_out"] {
        assert_eq!(check[verdict]["outcome"], "correct", "{verdict}");
    }
    assert!(check["expert_speedup"].as_f64().unwrap() > 1.0);
}

#[test]
fn the_check_catches_an_expert_that_is_no_faster_and_a_kernel_that_is_wrong() {
    let check = |folder: &tempfile::TempDir| {
        let output = run(&[
            "corpus",
            "--check",
            "--json",
            "--folder",
            folder.path().to_str().unwrap(),
        ]);
        (
            output.status.code(),
            json(&output)["workloads"][0]["check"]["wrong"].to_string(),
        )
    };
    // The kernel itself, launched as it is, in the place of the expert's.
    let kernel =
        std::fs::read_to_string(root().join("corpus/transformer/bias_gelu/kernel.ll")).unwrap();
    let same = changed("expert.ll", |_| kernel.clone());
    let slow = std::fs::read_to_string(same.path().join("family/name/workload.toml")).unwrap();
    let launch = slow.find("[[expert.launch]]").unwrap();
    let rest = slow[launch..]
        .find("\n[")
        .map_or(slow.len(), |at| launch + at);
    let as_kernel = "[[expert.launch]]\nentry = \"bias_gelu\"\ngrid = [\"ceil_div(rows * columns, threads)\"]\nblock = [\"threads\"]\n";
    let text = format!("{}{as_kernel}{}", &slow[..launch], &slow[rest..]);
    std::fs::write(same.path().join("family/name/workload.toml"), text).unwrap();
    let (code, wrong) = check(&same);
    assert_eq!(code, Some(2), "{wrong}");
    assert!(wrong.contains("no faster than the baseline"), "{wrong}");
    let half = changed("kernel.ll", |text| {
        text.replacen("5.000000e-01", "2.500000e-01", 1)
    });
    let (code, wrong) = check(&half);
    assert_eq!(code, Some(3), "{wrong}");
    assert!(wrong.contains("baseline: correctness: error"), "{wrong}");
}

#[test]
fn a_folder_without_workloads_is_said_to_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["corpus", "--folder", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("no workload below"), "{said}");
}

//! What goes wrong on a device, and with one: each has its verdict, and the run goes on.

use std::process::Output;

use serde_json::Value;

use super::common::{json, warpsmith};
use super::{gelu, judge, orphans, path, refused, run, small, stderr, tune};

/// The kernel of the workload in `folder` as PTX, changed by `edit`, in a file.
fn changed(folder: &tempfile::TempDir, edit: impl Fn(&str) -> String) -> String {
    let shown = warpsmith(&["show", path(folder), "--code", "ptx"])
        .output()
        .unwrap();
    let ptx = String::from_utf8(shown.stdout).unwrap();
    let file = folder.path().join("changed.ptx");
    let text = edit(&ptx);
    assert_ne!(text, ptx);
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

/// The verdict of a device on a PTX file, with what it said on the search cases in the simulator passed.
fn verdict_on(folder: &tempfile::TempDir, ptx: &str, emulated: &str) -> Value {
    let file = ["--ptx", ptx, "--cases", "search", "--json"];
    let output = run(&judge(folder, &file), emulated);
    let report = json(&output);
    let verdict = report["results"][0]["variant"].clone();
    assert!(verdict.is_object(), "{report} {}", stderr(&output));
    verdict
}

/// Before the first global store of `ptx`: `text`.
fn before_the_store(ptx: &str, text: &str) -> String {
    let at = ptx.find("st.global").unwrap();
    let line = ptx[..at].rfind('\n').unwrap();
    format!("{}\n{text}{}", &ptx[..line], &ptx[line..])
}

#[test]
fn what_is_wrong_at_device_size_alone_is_found_there() {
    let folder = gelu();
    // 16 rows of 128 columns are the device case alone: there, the kernel strays beyond the end of the output, spoils its input, or is wrong.
    let only_there = |then: &str| {
        format!(
            "{{\n.reg .pred %q<3>;\n.reg .b32 %s<3>;\n.reg .b64 %t<3>;\nld.param.u32 %s1, [bias_gelu_param_4];\n\
             setp.ne.s32 %q1, %s1, 128;\n@%q1 bra $HERE;\n{then}\n$HERE:\n}}\n"
        )
    };
    for (then, kind, words) in [
        (
            "ld.param.u64 %t1, [bias_gelu_param_2];\nmov.u32 %s2, 7;\nst.global.u32 [%t1+8204], %s2;",
            "out-of-bounds",
            "between `out` and the end",
        ),
        (
            "ld.param.u64 %t1, [bias_gelu_param_0];\nmov.u32 %s2, 7;\nst.global.u32 [%t1+40], %s2;",
            "read-only",
            "input `input`",
        ),
    ] {
        let file = changed(&folder, |ptx| before_the_store(ptx, &only_there(then)));
        let verdict = verdict_on(&folder, &file, "");
        assert_eq!(verdict["reason"]["kind"], kind, "{verdict}");
        let detail = verdict["reason"]["detail"].as_str().unwrap();
        assert!(
            detail.contains(words) && detail.contains("case device"),
            "{detail}"
        );
        assert!(verdict["score"].is_null());
    }
}

#[test]
fn what_is_left_unwritten_is_found_although_it_would_be_right_with_what_was_there() {
    // The answer for a key that is not there is -1: all bits are set, as they are in outputs before the first execution. This kernel leaves that
    // one out, at 2 levels alone, which the device case has.
    let folder = small(
        "rodinia/btree",
        "records = 1000\nqueries = 96\norder = 64\nlevels = 2\nfill = { query = { uniform = { lo = -100, hi = 1200 } } }",
    );
    let file = changed(&folder, |ptx| {
        let then = "{\n.reg .pred %q<3>;\n.reg .b32 %s<2>;\nld.param.u32 %s1, [btree_find_param_6];\n\
                    setp.eq.s32 %q1, %s1, 2;\nsetp.eq.and.s32 %q2, %r20, -1, %q1;\n@%q2 ret;\n}\n";
        before_the_store(ptx, then)
    });
    let verdict = verdict_on(&folder, &file, "");
    assert_eq!(verdict["outcome"], "correctness", "{verdict}");
    let detail = verdict["reason"]["detail"].as_str().unwrap();
    assert!(detail.contains("case device"), "{verdict}");
}

#[test]
fn a_block_may_have_more_shared_memory_than_a_kernel_need_not_ask_for() {
    let folder = gelu();
    let manifest = folder.path().join("workload.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let launch = "[[launch]]\n";
    assert!(text.contains(launch));
    // Neither what it declares nor what it is launched with is too much by itself.
    let text = text.replacen(launch, "[[launch]]\nshared = \"20000\"\n", 1);
    std::fs::write(&manifest, text).unwrap();
    let declared = "{\n.shared .align 4 .b8 more[40000];\n.reg .b32 %s<3>;\nmov.u32 %s1, %tid.x;\nshl.b32 %s1, %s1, 2;\nmov.u32 %s2, more;\n\
        add.s32 %s1, %s1, %s2;\nst.shared.u32 [%s1], %s2;\n}\n";
    let file = changed(&folder, |ptx| before_the_store(ptx, declared));
    let verdict = verdict_on(&folder, &file, "");
    assert_eq!(verdict["outcome"], "correct", "{verdict}");
}

/// What makes the emulated driver treat the module in `file` so, and no other.
fn fate(word: &str, file: &str) -> String {
    const MODULUS: u64 = 1_000_003;
    let text = std::fs::read(file).unwrap();
    let hash = text.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{word} {MODULUS} {}", hash % MODULUS)
}

#[test]
fn a_module_that_the_driver_does_not_take_is_refused_with_its_log() {
    let folder = gelu();
    let file = changed(&folder, |ptx| format!("{ptx}\n// another hash\n"));
    let verdict = verdict_on(&folder, &file, &fate("refuse", &file));
    assert_eq!(verdict["outcome"], "constraints");
    let detail = verdict["reason"]["detail"].as_str().unwrap();
    assert!(detail.contains("as EMULATED_DRIVER says"), "{detail}");
}

#[test]
fn each_way_to_fail_on_a_device_has_its_verdict() {
    let folder = gelu();
    let file = changed(&folder, |ptx| format!("{ptx}\n// another hash\n"));
    for (emulated, outcome, kind) in [
        ("die", "runtime", "crash"),
        ("hang", "timeout", "deadline"),
        ("fault", "runtime", "out-of-bounds"),
        ("wrong", "correctness", "error"),
    ] {
        let verdict = verdict_on(&folder, &file, &fate(emulated, &file));
        assert_eq!(verdict["outcome"], outcome, "{emulated}: {verdict}");
        assert_eq!(verdict["reason"]["kind"], kind, "{emulated}: {verdict}");
        assert!(verdict["score"].is_null());
    }
    assert_eq!(orphans(), 0);
}

/// A search that comes to its end: with 2 where what the device left unharmed was no faster.
fn searched(folder: &tempfile::TempDir, more: &[&str], emulated: &str) -> Output {
    let out = folder.path().join("run");
    let more = [more, &["--json"]].concat();
    let output = run(&tune(folder, &out, &more), emulated);
    let ended = matches!(output.status.code(), Some(0 | 2));
    assert!(ended, "{}", stderr(&output));
    output
}

#[test]
fn a_search_survives_whatever_its_variants_do_to_the_device() {
    let folder = gelu();
    let emulated = "die 13 3;fault 11 5;wrong 7 2;refuse 17 4;hang 29 7";
    let output = searched(&folder, &["--seed", "5", "--budget", "60"], emulated);
    let report = json(&output);
    let outcomes = report["outcomes"].as_array().unwrap();
    let count = |outcome: &str| -> u64 {
        let these = outcomes.iter().filter(|tally| tally["outcome"] == outcome);
        these.filter_map(|tally| tally["count"].as_u64()).sum()
    };
    assert!(count("correct") > 5, "{outcomes:?}");
    assert!(count("runtime") > 0, "{outcomes:?}");
    assert_eq!(report["out_of_use"], Value::Null);
    assert_eq!(orphans(), 0);
}

#[test]
fn a_device_whose_canary_fails_is_named_and_the_others_go_on() {
    let folder = gelu();
    let both = ["--gpu", "0,1", "--seed", "3", "--budget", "30"];
    let output = searched(&folder, &both, "devices 2;broken 1");
    let report = json(&output);
    let out_of_use = report["out_of_use"].as_array().unwrap();
    assert!(
        out_of_use[0]
            .as_str()
            .unwrap()
            .starts_with("device 1 is out of use"),
        "{out_of_use:?}"
    );

    // Alone, it is the user's to know at once.
    let alone = judge(&folder, &["--gpu", "1"]);
    refused(
        &run(&alone, "devices 2;broken 1"),
        "the unedited kernel fails",
    );
}

//! `warpsmith launch`: what users type, what comes back, and with which exit code.

#[path = "../common/mod.rs"]
mod common;
mod ir;
mod refused;

use std::process::Output;

use common::{json, run};
use serde_json::{Value, json};

const HEAD: &str = ".version 8.0\n.target sm_90\n.address_size 64\n";

/// `out[i] = in[i] + step` for `i` below `n`; grids and blocks of any dimensions.
const ADD: &str =
    ".visible .entry add(.param .u64 in, .param .u64 out, .param .f32 step, .param .u32 n)
{
.reg .pred %p; .reg .b32 %r<16>; .reg .f32 %f<4>; .reg .b64 %a<8>;
ld.param.u64 %a1, [in];
ld.param.u64 %a2, [out];
ld.param.f32 %f1, [step];
ld.param.u32 %r1, [n];
mov.u32 %r2, %ctaid.z;
mov.u32 %r3, %nctaid.y;
mov.u32 %r4, %ctaid.y;
mad.lo.u32 %r2, %r2, %r3, %r4;
mov.u32 %r3, %nctaid.x;
mov.u32 %r4, %ctaid.x;
mad.lo.u32 %r2, %r2, %r3, %r4;
mov.u32 %r3, %ntid.z;
mov.u32 %r4, %tid.z;
mad.lo.u32 %r2, %r2, %r3, %r4;
mov.u32 %r3, %ntid.y;
mov.u32 %r4, %tid.y;
mad.lo.u32 %r2, %r2, %r3, %r4;
mov.u32 %r3, %ntid.x;
mov.u32 %r4, %tid.x;
mad.lo.u32 %r2, %r2, %r3, %r4;
setp.ge.u32 %p, %r2, %r1;
@%p ret;
mul.wide.u32 %a3, %r2, 4;
add.u64 %a1, %a1, %a3;
add.u64 %a2, %a2, %a3;
ld.global.f32 %f2, [%a1];
add.rn.f32 %f2, %f2, %f1;
st.global.f32 [%a2], %f2;
ret;
}
";

/// A file of a folder of the test's own.
fn file(folder: &tempfile::TempDir, name: &str, contents: impl AsRef<[u8]>) -> String {
    let path = folder.path().join(name);
    std::fs::write(&path, contents).unwrap();
    path.display().to_string()
}

fn ptx(folder: &tempfile::TempDir, text: &str) -> String {
    file(folder, "kernel.ptx", format!("{HEAD}{text}"))
}

/// Runs `launch FILE ARGUMENTS`, the arguments separated by blanks.
fn launch(file: &str, arguments: &str) -> Output {
    let mut all = vec!["launch", file];
    all.extend(arguments.split_whitespace());
    run(&all)
}

/// The JSON of a run with that exit code.
fn report(file: &str, arguments: &str, code: i32) -> Value {
    let output = launch(file, &format!("{arguments} --json"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments}: {errors}");
    json(&output)
}

/// What is said about input that is refused.
fn refusal(file: &str, arguments: &str) -> String {
    let output = launch(file, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{arguments}: {said}");
    assert!(output.stdout.is_empty(), "{arguments}");
    assert!(
        said.starts_with("warpsmith: ") || said.starts_with("error: "),
        "{said}"
    );
    said
}

fn npy(values: &[f32]) -> Vec<u8> {
    let shape = values.len();
    let header = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({shape},), }}");
    let mut file = b"\x93NUMPY\x01\x00v\x00".to_vec();
    file.extend(format!("{header:<117}\n").bytes());
    file.extend(values.iter().flat_map(|value| value.to_le_bytes()));
    file
}

#[test]
fn the_report_has_buffers_diagnostics_and_counters() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ADD);
    let args = "--entry add --grid 1 --block 4 \
        --arg buf:f32[4]=1,2,3,nan --arg buf:f32[6] --arg f32:0.5 --arg i32:4";
    let report = report(&kernel, args, 0);
    assert_eq!(
        report["buffers"],
        json!([
            {"arg": 0, "name": "in", "type": "f32", "values": [1.0, 2.0, 3.0, "NaN"]},
            {"arg": 1, "name": "out", "type": "f32", "values": [1.5, 2.5, 3.5, "NaN", null, null]},
        ])
    );
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!(report["printed"], "");
    assert_eq!(
        (&report["entry"], &report["target"]),
        (&json!("add"), &json!("h200"))
    );
    // 29 instructions: the guarded return is executed by no lane.
    assert_eq!(report["warp_instructions"], 29);
    assert_eq!(report["instructions"], 28 * 4);
    assert!(report["cycles"].as_u64().is_some_and(|cycles| cycles > 0));
    assert!(report["time_ns"].is_f64() && report["limiter"].is_string());
    assert_eq!(report["blocks_per_sm"], 32);
}

#[test]
fn buffers_are_filled_from_values_and_files() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ADD);
    let data = [0.25f32, -1.0, f32::INFINITY];
    let numpy = file(&folder, "a.npy", npy(&data));
    let raw: Vec<u8> = data.iter().flat_map(|value| value.to_le_bytes()).collect();
    let raw = file(&folder, "a.bin", raw);
    for contents in [&format!("@{numpy}"), &format!("@{raw}"), "0.25,-1,inf"] {
        let args = format!(
            "--grid 1 --block 3 --arg in:f32[3]={contents} --arg buf:f32[3]=0 --arg f32:1 --arg u32:3"
        );
        let report = report(&kernel, &args, 0);
        assert_eq!(
            report["buffers"][1]["values"],
            json!([1.25, 0.0, "Infinity"]),
            "{contents}"
        );
    }
}

#[test]
fn integers_come_back_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(
        &folder,
        ".visible .entry k(.param .u64 a, .param .u64 b, .param .u64 c, .param .align 4 .b8 d[8]) {
         .reg .b64 %a; .reg .b32 %r; ld.param.u64 %a, [a]; ld.param.u32 %r, [d+4]; st.global.u32 [%a], %r; ret; }",
    );
    let args = "--grid 1 --block 1 --arg buf:u32[2] --arg buf:u64[2]=18446744073709551615,0x10 \
        --arg buf:i64[1]=-9223372036854775808 --arg bytes:00000000efbeadde";
    let report = report(&kernel, args, 0);
    let values = |arg: usize| report["buffers"][arg]["values"].clone();
    assert_eq!(values(0), json!([0xdead_beef_u32, null]));
    assert_eq!(values(1), json!([u64::MAX, 16]));
    assert_eq!(values(2), json!([i64::MIN]));
}

#[test]
fn grids_and_blocks_have_up_to_three_dimensions() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ADD);
    let count = 2 * 3 * 4 * 5 * 2 * 3;
    for shape in [
        "--grid 2,3,4 --block 5,2,3",
        "--grid 24,1 --block 30",
        "--grid 720 --block 1,1,1",
    ] {
        let args = format!(
            "{shape} --arg buf:f32[{count}]=1 --arg buf:f32[{count}] --arg f32:1 --arg i32:{count}"
        );
        let report = report(&kernel, &args, 0);
        let values = report["buffers"][1]["values"].as_array().unwrap();
        assert!(
            values.len() == count && values.iter().all(|v| v == 2.0),
            "{shape}"
        );
    }
}

#[test]
fn one_past_the_end_is_reported_and_the_buffers_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ADD);
    // Blocks of one thread: the first four have stored when the fifth strays. Other memory follows the buffer.
    let args = "--grid 5 --block 1 --arg buf:f32[5]=1 --arg buf:f32[4] --arg f32:0 --arg i32:5";
    let report = report(&kernel, args, 2);
    let found = report["diagnostics"].as_array().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["kind"], "out-of-bounds");
    let message = found[0]["message"].as_str().unwrap();
    for part in [
        "element 4 of argument 1 (`out`)",
        "kernel add",
        "line 34",
        "block [4, 0, 0]",
    ] {
        assert!(message.contains(part), "{message}");
    }
    assert_eq!(report["buffers"][1]["values"], json!([1.0, 1.0, 1.0, 1.0]));
    let message = &found[0];
    let expected = json!({
        "kernel": "add", "line": 34, "source": null, "block": [4, 0, 0], "thread": [0, 0, 0],
        "buffer": "argument 1 (`out`)", "byte": 16, "element": 4, "other": null,
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&message[key], value, "{key} of {message}");
    }
    // The lane that strays is dropped; the launch goes on to its end.
    assert!(report["cycles"].is_number());
}

#[test]
fn a_race_ends_with_code_2_unless_races_are_not_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(
        &folder,
        ".visible .entry last(.param .u64 a) { .reg .b64 %a; .reg .b32 %r; ld.param.u64 %a, [a];
         mov.u32 %r, %ctaid.x; st.global.u32 [%a], %r; ret; }",
    );
    let args = "--grid 2 --block 1 --arg buf:u32[1]";
    let found = &report(&kernel, args, 2)["diagnostics"][0];
    assert_eq!(
        (&found["kind"], &found["block"]),
        (&json!("race"), &json!([1, 0, 0]))
    );
    assert_eq!(
        (&found["other"]["access"], &found["other"]["block"]),
        (&json!("writes"), &json!(0))
    );
    // Without that check, the order of the blocks is still seen to decide the result.
    let found = report(&kernel, &format!("{args} --no-check races"), 2);
    assert_eq!(found["diagnostics"][0]["kind"], "nondeterministic");
    let quiet = report(&kernel, &format!("{args} --no-check races,schedule"), 0);
    assert_eq!(quiet["buffers"][0]["values"], json!([1]));
    let quiet = report(&kernel, &format!("{args} --check read-only"), 0);
    assert_eq!(quiet["diagnostics"], json!([]));
}

#[test]
fn stores_of_the_same_value_to_one_place_are_allowed_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(
        &folder,
        ".visible .entry seven(.param .u64 a) { .reg .b64 %a; .reg .b32 %r; ld.param.u64 %a, [a];
         mov.u32 %r, 7; st.global.u32 [%a], %r; ret; }",
    );
    // Two blocks of two warps: every store meets its own lanes, and all but the first one the stores before.
    let report = report(&kernel, "--grid 2 --block 64 --arg buf:u32[1]", 0);
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!(report["buffers"][0]["values"], json!([7]));
    assert!(report["same_value_stores"].as_u64().unwrap() >= 4);
}

#[test]
fn a_store_to_a_read_only_buffer_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ADD);
    let args = "--grid 1 --block 1 --arg buf:f32[1]=1 --arg in:f32[1]=1 --arg f32:0 --arg i32:1";
    assert_eq!(
        report(&kernel, args, 2)["diagnostics"][0]["kind"],
        "read-only"
    );
    report(&kernel, &format!("{args} --no-check read-only"), 0);
}

#[test]
fn dynamic_shared_memory_is_as_large_as_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(
        &folder,
        ".extern .shared .align 4 .b8 s[];
         .visible .entry k(.param .u64 a) { .reg .b64 %a; .reg .b32 %r<4>; ld.param.u64 %a, [a];
         mov.u32 %r1, s; st.shared.u32 [%r1+60], 7; ld.shared.u32 %r2, [%r1+60]; st.global.u32 [%a], %r2; ret; }",
    );
    let args = "--grid 1 --block 1 --arg buf:u32[1]";
    let fits = report(&kernel, &format!("{args} --shared 64"), 0);
    assert_eq!(fits["buffers"][0]["values"], json!([7]));
    let small = report(&kernel, &format!("{args} --shared 60"), 2);
    assert_eq!(small["diagnostics"][0]["kind"], "out-of-bounds");
}

#[test]
fn a_kernel_that_does_not_end_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ".visible .entry spin() { again: bra again; }");
    let found = report(&kernel, "--grid 1 --block 32 --steps 1000", 2);
    assert_eq!(found["diagnostics"][0]["kind"], "timeout");
    assert_eq!(found["warp_instructions"], 1000);
    assert_eq!(found["instructions"], 32000);
    assert_eq!(
        (&found["cycles"], &found["limiter"]),
        (&json!(null), &json!(null))
    );
}

#[test]
fn people_read_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ADD);
    let args =
        "--grid 1 --block 20 --arg buf:f32[20]=0.1 --arg buf:f32[24] --arg f32:0 --arg i32:3";
    let output = launch(&kernel, args);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<&str> = text.lines().collect();
    let repeated = |word: &str, count: usize| vec![word; count].join(" ");
    assert_eq!(
        lines[..2],
        [
            format!("0 in   f32[20]  {} ... (20)", repeated("0.1", 16)),
            format!("1 out  f32[24]  0.1 0.1 0.1 {} ... (24)", repeated("?", 13)),
        ]
    );
    assert!(text.contains("nothing found"), "{text}");
    let args = args.replace("[24]", "[2]");
    let text = String::from_utf8_lossy(&launch(&kernel, &args).stdout).into_owned();
    assert!(
        text.contains("\nout-of-bounds: ") && text.contains("1 finding"),
        "{text}"
    );
}

#[test]
fn what_a_kernel_prints_comes_first() {
    let kernel = common::root().join("tests/ptx/printf_plain.ptx");
    let kernel = kernel.to_str().unwrap();
    let shape = "--grid 1 --block 1";
    assert_eq!(report(kernel, shape, 0)["printed"], "hello\n6\n");
    let text = launch(kernel, shape).stdout;
    assert!(
        text.starts_with(b"hello\n6\n"),
        "{}",
        String::from_utf8_lossy(&text)
    );
}

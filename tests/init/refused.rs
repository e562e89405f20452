//! What no workload can be made of: said in words, with what would be right, and without a trace on disk.

use super::{given, init};

/// The message of a refusal; the folder was not made.
fn refusal(file: &std::path::Path, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("made");
    let output = init(file, &out, more);
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    assert!(!out.exists());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn kernels_that_no_workload_describes_are_refused_with_what_would_be_right() {
    for (entry, part) in [
        ("by_value", "a workload passes buffers and numbers"),
        ("of_pointers", "a workload has no buffers of pointers"),
        (
            "of_quads",
            "elements of type i128; a workload has buffers of u8",
        ),
        ("writes_nothing", "writes to none of its arguments"),
        ("calls_elsewhere", "calls `elsewhere`, which"),
        (
            "nobody",
            "there is no kernel `nobody`; there are by_value, of_pointers",
        ),
    ] {
        let said = refusal(&given("refused.ll"), &["--entry", entry]);
        assert!(said.contains(part), "{entry}: {said}");
    }
    let said = refusal(&given("refused.ll"), &[]);
    assert!(
        said.contains("say which kernel with --entry: by_value, of_pointers"),
        "{said}"
    );
    let said = refusal(&given("saxpy.cu"), &["--size", "m=4"]);
    assert!(
        said.contains("--size m: `saxpy` has no such size; it has n"),
        "{said}"
    );
}

#[test]
fn a_missing_device_library_is_said_by_the_names_of_its_functions() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("made");
    let file = given("calls.ll");
    let mut command = super::common::warpsmith(&[
        "init",
        file.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ]);
    for variable in [
        "CUDA_PATH",
        "CUDA_HOME",
        "VIRTUAL_ENV",
        "WARPSMITH_LIBDEVICE",
    ] {
        command.env_remove(variable);
    }
    // Only a machine with a toolkit where toolkits usually are has the library now, and that has no such function.
    let said = String::from_utf8_lossy(&command.output().unwrap().stderr).into_owned();
    assert!(said.contains("`__nv_twice`"), "{said}");
    let said = refusal(&given("calls.ll"), &["--libdevice", "nowhere.bc"]);
    assert!(
        said.contains("nowhere.bc: there is no device library"),
        "{said}"
    );
}

#[test]
fn files_of_other_kinds_are_told_what_can_be_done_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let said = refusal(&write("k.ptx", ".version 8.0"), &[]);
    assert!(
        said.contains("warpsmith launch") && said.contains("judge WORKLOAD --ptx"),
        "{said}"
    );
    let said = refusal(&write("k.py", ""), &[]);
    assert!(said.contains("right is CUDA C (.cu), or LLVM-IR"), "{said}");
    let said = refusal(
        &write("k.llir", "define ptx_kernel void @k() { ret newer }"),
        &[],
    );
    assert!(
        said.contains("LLVM 22 cannot read") && said.contains("Triton 3.6"),
        "{said}"
    );
    let said = refusal(&write("k.bc", "BC\u{1}"), &[]);
    assert!(!said.is_empty());
    let said = refusal(
        &write("k.cu", "__global__ void k(float *x) { x[0] = 1.0f }"),
        &[],
    );
    assert!(said.contains("expected ';'"), "{said}");
    let said = refusal(&write("host.cu", "int main() { return 0; }"), &[]);
    assert!(
        said.contains("defines no function") || said.contains("there is no kernel in it"),
        "{said}"
    );
    let said = refusal(&folder.path().join("absent.cu"), &[]);
    assert!(said.contains("absent.cu: cannot be read"), "{said}");
    let said = refusal(
        &given("saxpy.cu"),
        &["--cuda-path", folder.path().to_str().unwrap()],
    );
    assert!(
        said.contains("there is no CUDA toolkit; right is"),
        "{said}"
    );
    let said = refusal(&given("saxpy.cu"), &["--clang", "/bin/false"]);
    assert!(said.contains("/bin/false is none"), "{said}");
}

//! Input that is refused: exit code 1, nothing on standard output, and words that say what would be right.

use crate::{ADD, file, launch, npy, ptx, refusal};

#[test]
fn bad_input_is_refused_with_what_would_be_right() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = ptx(&folder, ADD);
    let short = file(&folder, "short.npy", npy(&[1.0]));
    let bytes = file(&folder, "bytes.bin", [1, 2, 3]);
    let shape = "--grid 1 --block 1";
    let good = "--arg buf:f32[4]=1 --arg buf:f32[4] --arg f32:1";
    for (arguments, parts) in [
        (
            format!("{shape} {good}"),
            vec!["takes 4 arguments", "`n`: .u32", "3 are given"],
        ),
        (
            format!("{shape} {good} --arg i64:4"),
            vec![
                "argument 3",
                "i64 (8 bytes)",
                "`n`: .u32",
                "i32:VALUE or u32:VALUE",
            ],
        ),
        (
            format!("{shape} {good} --arg f32:4"),
            vec!["argument 3", "f32", "`n`: .u32"],
        ),
        (
            format!("{shape} {good} --arg buf:f32[4]"),
            vec!["argument 3", "a buffer", "`n`: .u32"],
        ),
        (
            format!("{shape} --arg i32:1 {good}"),
            vec!["argument 0", "buf:TYPE[COUNT]"],
        ),
        (
            format!("{shape} {good} --arg i32:four"),
            vec!["argument 3 `i32:four`", "right is -2147483648"],
        ),
        (
            format!("{shape} --arg buf:f32[4]=1,2,3"),
            vec!["3 values for 4 elements"],
        ),
        (
            format!("{shape} --arg buf:f32[4]=@{short}"),
            vec!["short.npy", "shape [1]", "4 elements"],
        ),
        (
            format!("{shape} --arg buf:i32[1]=@{short}"),
            vec!["<f4", "i32"],
        ),
        (
            format!("{shape} --arg buf:i32[1]=@{bytes}"),
            vec!["bytes.bin", "3 bytes", "are 4"],
        ),
        (
            format!("{shape} --arg buf:f32[99999999999]=1"),
            vec!["more than the simulator holds"],
        ),
        (
            format!("{shape} {good} --arg i32:1 --entry sub"),
            vec!["no kernel `sub`", "add"],
        ),
        (
            format!("{shape} {good} --arg i32:1 --target h900"),
            vec!["unknown target `h900`", "h200"],
        ),
        (
            format!("{shape} {good} --arg i32:1 --no-check everything"),
            vec!["races"],
        ),
        (
            format!("--grid 1 --block 1025 {good} --arg i32:1"),
            vec!["1025 threads", "1024"],
        ),
        (
            format!("--grid 1 --block 1 --shared 999999 {good} --arg i32:1"),
            vec!["shared memory"],
        ),
        (
            format!("--grid 1,2,3,4 --block 1 {good} --arg i32:1"),
            vec!["--grid", "X,Y,Z"],
        ),
        (
            format!("--grid 0 --block 1 {good} --arg i32:1"),
            vec!["--grid", "at least 1"],
        ),
        ("--grid 1".to_owned(), vec!["--block"]),
    ] {
        let said = refusal(&kernel, &arguments);
        for part in parts {
            assert!(said.contains(part), "{arguments}: {said}");
        }
    }
}

#[test]
fn modules_that_cannot_be_launched_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let shape = "--grid 1 --block 32";
    let two = ptx(
        &folder,
        ".visible .entry a() { ret; } .visible .entry b() { ret; }",
    );
    assert!(refusal(&two, shape).contains("--entry says which: a, b"));
    assert!(launch(&two, &format!("{shape} --entry b")).status.success());
    for (text, part) in [
        ("", "no kernel"),
        (".visible .entry k() {\nret\n}", "kernel.ptx:6"),
        (
            ".visible .entry k() {\n.reg .b32 %r<9>;\nwmma.mma.sync.aligned.row.col.m16n16k16.f32.f32 %r1, %r2;\n}",
            "constraints: unsupported wmma.mma.sync.aligned.row.col.m16n16k16.f32.f32 at ",
        ),
        (
            ".visible .entry k() {\n.local .b8 x[1000000000];\n.reg .b64 %a;\nmov.u64 %a, x;\nret; }",
            "local memory",
        ),
        (
            ".global .b8 x[4294967296];\n.global .b8 y[1];\n.visible .entry k() { ret; }",
            "the simulator holds",
        ),
    ] {
        let kernel = ptx(&folder, text);
        let said = refusal(&kernel, shape);
        assert!(said.contains(part), "{text}: {said}");
    }
    for name in ["/nowhere/kernel.ptx", "/nowhere/kernel.ll"] {
        assert!(refusal(name, shape).contains("cannot be read"));
    }
    let other = file(&folder, "kernel.cubin", "");
    assert!(refusal(&other, shape).contains(".ptx, .ll or .bc"));
}

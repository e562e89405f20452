//! Modules of LLVM-IR: compiled on the way, in a process that may die of them.

use serde_json::json;

use crate::{file, refusal, report};

const IR: &str = r#"
define ptx_kernel void @twice(ptr %a, i32 %n) {
  %i = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %p = getelementptr i32, ptr %a, i32 %i
  %v = load i32, ptr %p
  %w = mul i32 %v, %n
  store i32 %w, ptr %p
  ret void
}
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
"#;

#[test]
fn ir_is_compiled_and_launched() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = file(&folder, "kernel.ll", IR);
    let saved = folder.path().join("saved.ptx").display().to_string();
    let args = format!("--grid 1 --block 3 --arg buf:i32[3]=1,2,3 --arg i32:-2 --save-ptx {saved}");
    let found = report(&kernel, &args, 0);
    assert_eq!(found["buffers"][0]["values"], json!([-2, -4, -6]));
    let text = std::fs::read_to_string(&saved).unwrap();
    assert!(text.contains(".entry twice("), "{text}");
    let stray = args.replace("--block 3", "--block 4");
    assert_eq!(
        report(&kernel, &stray, 2)["diagnostics"][0]["kind"],
        "out-of-bounds"
    );
    let error = refusal(
        &file(&folder, "wrong.ll", IR.replace("mul i32", "mul i64")),
        &args,
    );
    assert!(error.contains("wrong.ll:6"), "{error}");
}

/// The same with debug information: a compile unit of `twice.cu`, whose line 3 is the store.
fn with_lines() -> String {
    let body = IR
        .replace("i32 %n) {", "i32 %n) !dbg !4 {")
        .replace("ptr %p\n  ret", "ptr %p, !dbg !6\n  ret");
    format!(
        r#"{body}
!llvm.dbg.cu = !{{!0}}
!llvm.module.flags = !{{!2}}
!0 = distinct !DICompileUnit(language: DW_LANG_C_plus_plus, file: !1, emissionKind: DebugDirectivesOnly)
!1 = !DIFile(filename: "twice.cu", directory: "/src")
!2 = !{{i32 2, !"Debug Info Version", i32 3}}
!4 = distinct !DISubprogram(name: "twice", file: !1, line: 1, type: !5, unit: !0, spFlags: DISPFlagDefinition)
!5 = !DISubroutineType(types: !{{}})
!6 = !DILocation(line: 3, column: 5, scope: !4)
"#
    )
}

#[test]
fn the_source_line_is_named_where_the_module_knows_it() {
    let folder = tempfile::tempdir().unwrap();
    let kernel = file(&folder, "kernel.ll", with_lines());
    let args = "--grid 1 --block 1 --arg in:i32[1]=1 --arg i32:2";
    let found = report(&kernel, args, 2);
    let diagnostic = &found["diagnostics"][0];
    assert_eq!(diagnostic["kind"], "read-only");
    assert_eq!(
        diagnostic["source"],
        json!({"file": "/src/twice.cu", "line": 3})
    );
}

#[test]
fn bitcode_is_launched_and_broken_bitcode_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let module = warpsmith::ir::Source::parse("kernel", IR).unwrap();
    let bitcode = module.bitcode().to_vec();
    let args = "--grid 1 --block 2 --arg buf:i32[2]=1,2 --arg i32:2";
    let found = report(&file(&folder, "kernel.bc", &bitcode), args, 0);
    assert_eq!(found["buffers"][0]["values"], json!([2, 4]));
    for (name, contents) in [
        ("empty.bc", &bitcode[..0]),
        ("cut.bc", &bitcode[..bitcode.len() / 2]),
        (
            "noise.bc",
            &[0x42, 0x43, 0xc0, 0xde, 7, 7, 7, 7, 0xff, 0, 1, 2][..],
        ),
    ] {
        let said = refusal(&file(&folder, name, contents), args);
        assert!(said.contains(name), "{said}");
        assert!(
            !said.contains(|c: char| c.is_control() && c != '\n'),
            "{said:?}"
        );
    }
}

#[test]
fn ir_that_kills_llvm_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    // The assembly printer has no quotes for such a name, and ends the process.
    let kernel = file(&folder, "kernel.ll", IR.replace("@twice", r#"@"tw\22ice""#));
    let said = refusal(&kernel, "--grid 1 --block 1");
    assert!(said.contains("kernel.ll: LLVM died"), "{said}");
    assert!(said.contains("LLVM ERROR"), "{said}");
}

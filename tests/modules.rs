//! Loading IR, what the sketch says of it, and compiling it for GPUs.

use std::path::Path;
use std::process::Command;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use warpsmith::ir::{Arch, BlockName, Error, Float, Is, Kind, Pipeline, Role, Sketch, Source};

const ROWS: &str = include_str!("ir/rows.ll");
const ODD: &str = include_str!("ir/odd.ll");

fn ptx(source: &Source, arch: &Arch) -> String {
    source
        .edit(|variant| {
            variant.optimise(arch, &Pipeline::default()).unwrap();
            variant.emit_ptx(arch).unwrap()
        })
        .unwrap()
}

#[test]
fn bad_input_gets_one_error_that_says_what_and_where() {
    let kernel = "define ptx_kernel void @k(ptr %a) {\n  ret void\n}\n";
    let cases = [
        ("no IR at all", "hello".to_owned(), "bad.ll:1:1"),
        (
            "an unknown instruction",
            kernel.replace("ret void", "retire"),
            "bad.ll:2:3: error: expected instruction opcode",
        ),
        (
            "a value that is not there",
            kernel.replace("ret void", "store i32 %x, ptr %a\n  ret void"),
            "use of undefined value '%x'",
        ),
        (
            "a use before its value",
            kernel.replace(
                "ret void",
                "%b = add i32 %c, 1\n  %c = add i32 1, 1\n  ret void",
            ),
            "does not dominate",
        ),
        (
            "a block without an end",
            kernel.replace("ret void", "%b = add i32 1, 1"),
            "expected instruction opcode",
        ),
        (
            "another target",
            format!("target triple = \"x86_64-pc-linux-gnu\"\n{kernel}"),
            "`x86_64-pc-linux-gnu`",
        ),
        ("nothing", String::new(), "defines no function"),
        (
            "only a declaration",
            "declare void @k()".to_owned(),
            "defines no function",
        ),
    ];
    for (what, text, says) in cases {
        let error = Source::parse("bad.ll", text).unwrap_err().to_string();
        assert!(error.contains(says), "{what}: {error}");
    }
    let broken: &[u8] = b"BC\xc0\xde and no more";
    assert!(matches!(
        Source::parse("bad.bc", broken),
        Err(Error::Parse { .. })
    ));
    let error = Source::load(Path::new("no/such/kernel.ll")).unwrap_err();
    assert!(matches!(error, Error::Read { .. }) && error.to_string().contains("no/such/kernel.ll"));
    for name in ["", "a\0b", "é"] {
        assert!(Source::parse(name, "hello").is_err());
    }
}

#[test]
fn mangled_text_is_an_error_and_nothing_worse() {
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let (mut loaded, mut refused) = (0, 0);
    for _ in 0..300 {
        let mut text = ODD.as_bytes().to_vec();
        for _ in 0..rng.random_range(1..4) {
            let (to, from) = (
                rng.random_range(0..text.len()),
                rng.random_range(0..text.len()),
            );
            text[to] = if rng.random() {
                text[from]
            } else {
                rng.random()
            };
        }
        match Source::parse("mangled.ll", text) {
            Ok(_) => loaded += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(
        refused > 100 && loaded > 0,
        "{refused} refused, {loaded} loaded"
    );
}

#[test]
fn a_source_can_be_shared_by_threads() {
    fn is_shared<T: Send + Sync + Clone>() {}
    is_shared::<Source>();
}

#[test]
fn bitcode_loads_like_the_text_that_it_was_made_from() {
    let dir = tempfile::tempdir().unwrap();
    let (text, bitcode) = (dir.path().join("rows.ll"), dir.path().join("rows.bc"));
    std::fs::write(&text, ROWS).unwrap();
    let prefix = std::env::var("LLVM_SYS_221_PREFIX").unwrap();
    let assembler = Path::new(&prefix).join("bin/llvm-as");
    assert!(
        Command::new(assembler)
            .arg(&text)
            .arg("-o")
            .arg(&bitcode)
            .status()
            .unwrap()
            .success()
    );
    let (text, bitcode) = (
        Source::load(&text).unwrap(),
        Source::load(&bitcode).unwrap(),
    );
    assert_eq!(text.sketch(), bitcode.sketch());
    let arch = Arch::new("sm_90");
    assert_eq!(ptx(&text, &arch), ptx(&bitcode, &arch));
}

#[test]
fn kernels_of_older_llvm_are_upgraded() {
    // Up to LLVM 20, metadata said what a kernel is.
    let text = "target triple = \"nvptx64-nvidia-cuda\"\ndefine void @old(ptr %a) {\n  call void @llvm.nvvm.barrier0()\n  \
                store i32 1, ptr %a\n  ret void\n}\ndeclare void @llvm.nvvm.barrier0()\n\
                !nvvm.annotations = !{!0}\n!0 = !{ptr @old, !\"kernel\", i32 1}\n";
    let source = Source::parse("old.ll", text).unwrap();
    assert!(source.sketch().kernel("old").is_some());
    assert!(ptx(&source, &Arch::new("sm_70")).contains(".visible .entry old("));
}

#[test]
fn unoptimised_functions_are_optimised_all_the_same() {
    let text = "define ptx_kernel void @k(ptr %a) #0 {\n  %s = alloca i32\n  store i32 7, ptr %s\n  %v = load i32, ptr %s\n  \
                store i32 %v, ptr %a\n  ret void\n}\nattributes #0 = { noinline optnone \"target-cpu\"=\"sm_35\" }";
    let ptx = ptx(&Source::parse("o0.ll", text).unwrap(), &Arch::new("sm_90"));
    assert!(!ptx.contains("local") && ptx.contains("], 7;"), "{ptx}");
}

#[test]
fn debug_information_gives_lines_and_then_goes() {
    let text = "define ptx_kernel void @k(ptr %a) !dbg !3 {\n  store i32 7, ptr %a, !dbg !6\n  ret void, !dbg !7\n}\n\
                !llvm.dbg.cu = !{!0}\n!llvm.module.flags = !{!2}\n\
                !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, emissionKind: FullDebug)\n\
                !1 = !DIFile(filename: \"k.cu\", directory: \"/\")\n!2 = !{i32 2, !\"Debug Info Version\", i32 3}\n\
                !3 = distinct !DISubprogram(name: \"k\", file: !1, line: 3, type: !4, unit: !0)\n\
                !4 = !DISubroutineType(types: !5)\n!5 = !{}\n!6 = !DILocation(line: 4, scope: !3)\n!7 = !DILocation(line: 5, scope: !3)";
    let source = Source::parse("k.ll", text).unwrap();
    let lines: Vec<_> = source
        .sketch()
        .instructions
        .iter()
        .map(|instruction| instruction.line)
        .collect();
    assert_eq!(lines, [Some(4), Some(5)]);
    let ptx = ptx(&source, &Arch::new("sm_90"));
    assert!(!ptx.contains(".loc") && !ptx.contains("k.cu"), "{ptx}");
}

#[test]
fn a_signature_says_what_a_launch_must_pass() {
    let source = Source::parse("odd.ll", ODD).unwrap();
    let sketch = source.sketch();
    let kernel = sketch.kernel("odd").unwrap();
    let kinds: Vec<&Kind> = kernel.params.iter().map(|param| &param.kind).collect();
    assert_eq!(
        kinds,
        [
            &Kind::Pointer { space: 1 },
            &Kind::Pointer { space: 0 },
            &Kind::Int { bits: 32 },
            &Kind::Float(Float::Double),
            &Kind::Other("<4 x float>".into()),
            &Kind::Int { bits: 64 },
        ]
    );
    assert_eq!(kernel.params[3].name, "bias");
    assert!(
        sketch.kernel("blend").is_none(),
        "a device function cannot be launched"
    );
    assert_eq!(sketch.kernels().count(), 1);
}

#[test]
fn the_sketch_numbers_instructions_and_knows_their_uses() {
    let source = Source::parse("rows.ll", ROWS).unwrap();
    let sketch = source.sketch();
    assert_eq!(sketch.instructions.len(), 67);
    assert_eq!(sketch.line(54), "%54 = fdiv float %53, %44");
    assert_eq!(sketch.line(63), "%63: store %58, %62");
    assert_eq!(sketch.line(7), "%7: br %6, %bb2, %bb3");
    assert_eq!(
        sketch.line(41),
        "%41: call llvm.nvvm.barrier.cta.sync.aligned.all i32 0"
    );
    assert_eq!(sketch.instruction(44).unwrap().uses, [(54, 1)]);
    assert_eq!(sketch.instruction(54).unwrap().operands[0].is, Is::Inst(53));
    let fixed = (0..)
        .zip(&sketch.instructions)
        .filter(|(_, instruction)| instruction.role == Role::Fixed);
    let fixed: Vec<u32> = fixed.map(|(number, _)| number).collect();
    assert_eq!(
        fixed,
        [3, 4, 5, 7, 19, 25, 26, 28, 30, 40, 43, 45, 46, 48, 65, 66]
    );
    // The only thing about a branch that may change is its condition.
    let free = |number: u32| {
        sketch
            .instruction(number)
            .unwrap()
            .operands
            .iter()
            .map(|operand| operand.free)
            .collect::<Vec<_>>()
    };
    assert_eq!(free(7), [true, false, false]);
    assert_eq!(free(4), [false, false]);
}

#[test]
fn the_sketch_knows_what_dominates_what() {
    let source = Source::parse("rows.ll", ROWS).unwrap();
    let sketch = source.sketch();
    for (a, b, dominates) in [
        (0, 66, true),
        (8, 9, true),
        (9, 8, false),
        (8, 8, false),
        // A loop's body may not run, its header does.
        (8, 20, false),
        (6, 20, true),
        (31, 41, false),
        (29, 41, true),
        (0, 9999, false),
    ] {
        assert_eq!(sketch.dominates(a, b), dominates, "{a} before {b}");
    }
}

#[test]
fn the_sketch_finds_loops_and_what_they_enclose() {
    let source = Source::parse("odd.ll", ODD).unwrap();
    let sketch = source.sketch();
    let blocks = |names: &[u32]| names.iter().copied().map(BlockName).collect::<Vec<_>>();
    let loops: Vec<_> = sketch
        .loops()
        .map(|(header, found)| (header, found.latches.clone(), found.body.clone()))
        .collect();
    assert_eq!(
        loops,
        [
            (BlockName(7), blocks(&[10, 11]), blocks(&[7, 8, 9, 10, 11])),
            (BlockName(8), blocks(&[8]), blocks(&[8])),
        ]
    );
    assert_eq!(sketch.block(BlockName(8)).unwrap().depth, 2);
    assert!(!sketch.block(BlockName(12)).unwrap().reachable);
}

#[test]
fn a_sketch_survives_being_sent() {
    let source = Source::parse("odd.ll", ODD).unwrap();
    let json = serde_json::to_string(source.sketch()).unwrap();
    assert_eq!(
        &serde_json::from_str::<Sketch>(&json).unwrap(),
        source.sketch()
    );
}

#[test]
fn llvm_makes_code_for_every_gpu_that_is_listed() {
    let source = Source::parse(
        "k.ll",
        "define ptx_kernel void @k(ptr %a) {\n  store i32 7, ptr %a\n  ret void\n}",
    )
    .unwrap();
    for cpu in Arch::known() {
        let ptx = ptx(&source, &Arch::new(cpu));
        assert!(ptx.contains(&format!(".target {cpu}\n")), "{cpu}: {ptx}");
    }
}

#[test]
fn a_gpu_that_llvm_does_not_know_is_refused_before_llvm_sees_it() {
    let source = Source::parse("rows.ll", ROWS).unwrap();
    let result = source
        .edit(|variant| variant.optimise(&Arch::new("sm_99"), &Pipeline::default()))
        .unwrap();
    assert!(
        matches!(result, Err(Error::UnknownCpu { .. })),
        "{result:?}"
    );
}

#[test]
fn names_and_places_of_the_input_do_not_reach_the_output() {
    let arch = Arch::new("sm_90");
    let one = Source::parse("/here/a.ll", format!("source_filename = \"a.cu\"\n{ROWS}")).unwrap();
    let other = Source::parse("b.ll", format!("source_filename = \"b.cu\"\n{ROWS}")).unwrap();
    assert_eq!(ptx(&one, &arch), ptx(&other, &arch));
    assert_eq!(
        one.edit(|variant| variant.print_ir()).unwrap(),
        other.edit(|variant| variant.print_ir()).unwrap()
    );
}

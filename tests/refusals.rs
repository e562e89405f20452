//! What is not understood is refused where it is written, and nothing panics.

use warpsmith::ptx::{self, PtxError};
use warpsmith::target::{Description, FaultKind, Limits, SimOptions, SimTarget, Target};
use warpsmith::workload::{Arg, Instance, Launch, Scalar};

const HEAD: &str = ".version 8.0\n.target sm_90\n.address_size 64\n";

#[test]
fn unsupported_instructions_are_named_with_their_line() {
    for name in [
        "wmma.mma.sync.aligned",
        "tex.2d.v4.f32.s32",
        "ldmatrix.sync.aligned.m8n8.x4.shared.b16",
        "cvt.rs.f16x2.f32",
    ] {
        let text = format!(
            "{HEAD}.visible .entry k()\n{{\n.reg .b32 %r<8>;\n{name} %r1, %r2, %r3;\nret;\n}}\n"
        );
        let error = ptx::parse(&text).expect_err("unsupported");
        assert_eq!(
            error,
            PtxError::Unsupported {
                name: name.to_owned(),
                line: 7
            }
        );
    }
}

#[test]
fn broken_text_gives_an_error_at_its_line() {
    for body in [
        "mov.u32 %r1, %r99;",
        "bra nowhere;",
        "add.s32 %r1, %r2;",
        "@%r1 ret;",
        "mov.u32 %r1 %",
    ] {
        let text = format!("{HEAD}.visible .entry k() {{\n.reg .b32 %r<8>;\n{body}\nret;\n}}\n");
        assert_eq!(ptx::parse(&text).expect_err("broken").line(), 6, "{body}");
    }
    for cut in 0..HEAD.len() {
        let _ = ptx::parse(&HEAD[..cut]);
    }
}

#[test]
fn every_prefix_of_a_kernel_is_parsed_or_refused() {
    let text = include_str!("ptx/reduction.ptx");
    for cut in 0..text.len() {
        let _ = ptx::parse(&text[..cut]);
    }
}

#[test]
fn an_unknown_target_lists_the_known_ones() {
    let error = Description::load("h2000").expect_err("unknown").to_string();
    assert!(error.contains("h200"), "{error}");
}

#[test]
fn an_unknown_key_of_a_target_is_refused_with_its_line() {
    let text = include_str!("../targets/h200.toml").replace("sms = 132", "sms = 132\ncolour = 3");
    let error = Description::parse("mine.toml", &text)
        .expect_err("unknown key")
        .to_string();
    assert!(
        error.contains("colour") && error.contains("line"),
        "{error}"
    );
}

#[test]
fn launches_that_a_device_cannot_make_are_refused() {
    let text = format!("{HEAD}.visible .entry k(.param .u32 n)\n{{\nret;\n}}\n");
    let launch = |grid, block, shared, args| Instance {
        case: "refused".into(),
        buffers: Vec::new(),
        launches: vec![Launch {
            entry: "k".into(),
            grid,
            block,
            shared,
            args,
            ..Launch::default()
        }],
    };
    let good = vec![Arg::Scalar(Scalar::U32, 1)];
    let cases = [
        (launch([0, 1, 1], [32, 1, 1], 0, good.clone()), "zero"),
        (launch([1, 1, 1], [1025, 1, 1], 0, good.clone()), "1024"),
        (
            launch([1, 1, 1], [32, 1, 1], 1 << 20, good.clone()),
            "shared memory",
        ),
        (launch([1, 1, 1], [32, 1, 1], 0, Vec::new()), "arguments"),
        (
            launch([1, 1, 1], [32, 1, 1], 0, vec![Arg::Scalar(Scalar::F64, 1)]),
            "argument 0",
        ),
        (
            launch([1, 1, 1], [32, 1, 1], 0, vec![Arg::Buffer(3)]),
            "buffer 3",
        ),
    ];
    for (instance, words) in cases {
        let mut target = SimTarget::new(
            Description::load("h200").expect("a built-in target"),
            SimOptions::default(),
        );
        let fault = target
            .execute(&text, &instance, &Limits { steps: 1000 })
            .expect_err("refused");
        assert_eq!(fault.kind, FaultKind::Unsupported);
        assert!(fault.message.contains(words), "{}", fault.message);
    }
}

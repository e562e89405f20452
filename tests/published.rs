//! The clock against published measurements of an H200. Nothing is fitted: the targets' numbers come from other measurements than these
//! curves, and the tolerances are generous.

use warpsmith::target::{Description, Limits, Load, SimOptions, SimTarget, Target};
use warpsmith::workload::{Arg, Buffer, Instance, Launch, Role, Scalar};

/// Cycles of one round of blocks on a full H200 by the pipeline: `blocks` per multiprocessor at a time, each of `threads` threads; every thread
/// moves 8 bytes.
fn round(threads: u32, read: bool) -> f64 {
    let body = if read {
        "add.s64 %rd4, %rd1, %rd3;\nld.global.f64 %d1, [%rd4];\nsetp.eq.f64 %p1, %d1, 0d3FF0000000000000;\n@%p1 st.global.f64 [%rd4], %d1;"
    } else {
        "add.s64 %rd4, %rd2, %rd3;\nmov.f64 %d1, 0d0000000000000000;\nst.global.f64 [%rd4], %d1;"
    };
    let ptx = format!(
        ".version 8.0\n.target sm_90\n.address_size 64\n\
         .visible .entry k(.param .u64 a, .param .u64 b)\n{{\n\
         .reg .pred %p<4>;\n.reg .b32 %r<8>;\n.reg .b64 %rd<8>;\n.reg .f64 %d<4>;\n\
         ld.param.u64 %rd1, [a];\nld.param.u64 %rd2, [b];\n\
         mov.u32 %r1, %tid.x;\nmov.u32 %r3, %ctaid.x;\nmov.u32 %r4, %ntid.x;\n\
         mad.lo.s32 %r2, %r3, %r4, %r1;\nmul.wide.u32 %rd3, %r2, 8;\n{body}\nret;\n}}\n"
    );
    let blocks = 64;
    let len = blocks as usize * threads as usize;
    let buffer = |name: &str, role| Buffer {
        name: name.into(),
        scalar: Scalar::F64,
        len,
        role,
        data: Some(vec![0; 8 * len]),
    };
    let instance = Instance {
        case: "stream".into(),
        buffers: vec![buffer("a", Role::Inout), buffer("b", Role::Scratch)],
        launches: vec![Launch {
            entry: "k".into(),
            grid: [blocks, 1, 1],
            block: [threads, 1, 1],
            // Two blocks fit on a multiprocessor, as in the measurement.
            shared: 100_000,
            args: vec![Arg::Buffer(0), Arg::Buffer(1)],
            ..Launch::default()
        }],
    };
    let description = Description::load("h200").expect("a built-in target");
    let sms = f64::from(description.device.sms);
    let options = SimOptions {
        load: Load::Full,
        ..SimOptions::default()
    };
    let execution = SimTarget::new(description, options)
        .execute(&ptx, &instance, &Limits { steps: 1_000_000 })
        .unwrap_or_else(|fault| panic!("{fault}"));
    execution.launch_cycles[0] * sms * 2.0 / f64::from(blocks)
}

fn near(found: f64, measured: f64, tolerance: f64, what: &str) {
    let error = found / measured - 1.0;
    assert!(
        error.abs() <= tolerance,
        "{what}: {found:.0} cycles against {measured} measured ({:+.0} %)",
        error * 100.0
    );
}

/// Warps of a multiprocessor, and cycles of one round of two blocks: stores, then loads. Source: RRZE-HPC/gpu-benches, gpu-stream/h200.txt.
const ROUNDS: [(u32, f64, f64); 6] = [
    (2, 451.0, 1088.0),
    (8, 460.0, 1104.0),
    (16, 487.0, 1145.0),
    (32, 583.0, 1254.0),
    (48, 825.0, 1398.0),
    (64, 1103.0, 1554.0),
];

#[test]
fn a_round_of_stores_takes_as_long_as_on_an_h200_from_idle_to_saturated() {
    for (warps, stores, _) in ROUNDS {
        near(
            round(warps * 16, false),
            stores,
            0.25,
            &format!("{warps} warps storing"),
        );
    }
}

#[test]
fn a_round_of_loads_takes_as_long_as_on_an_h200_from_idle_to_loaded() {
    for (warps, _, loads) in ROUNDS {
        near(
            round(warps * 16, true),
            loads,
            0.25,
            &format!("{warps} warps loading"),
        );
    }
}

//! Pairs of kernels whose order on hardware is known: the clock must order them so.

use warpsmith::bench;
use warpsmith::target::{
    Costs, Description, Execution, Limits, Load, Nvdisasm, Ptxas, SimOptions, SimTarget, Target,
};
use warpsmith::workload::{Arg, Buffer, Instance, Launch, Role, Scalar};

/// A kernel of 64 blocks of `threads` threads with two buffers (input a, output b) and `body` between the address arithmetic and `ret`.
/// `%rd1`, `%rd2`: generic bases; `%r1`: thread; `%r2`: global thread; `%rd3`: its byte offset for f32.
fn run(threads: u32, body: &str) -> Execution {
    launch(64, threads, 0, body, Load::Full)
}

/// The same with `blocks` blocks that take up `shared` bytes, which stand for what `load` says.
fn launch(blocks: u32, threads: u32, shared: u32, body: &str, load: Load) -> Execution {
    let ptx = format!(
        ".version 8.0\n.target sm_90\n.address_size 64\n\
         .visible .entry k(.param .u64 a, .param .u64 b)\n{{\n\
         .reg .pred %p<8>;\n.reg .b32 %r<64>;\n.reg .b64 %rd<64>;\n.reg .f32 %f<64>;\n.reg .f64 %d<64>;\n\
         .shared .align 16 .b8 s[32768];\n\
         ld.param.u64 %rd1, [a];\nld.param.u64 %rd2, [b];\n\
         mov.u32 %r1, %tid.x;\nmov.u32 %r3, %ctaid.x;\nmov.u32 %r4, %ntid.x;\n\
         mad.lo.s32 %r2, %r3, %r4, %r1;\nmul.wide.u32 %rd3, %r2, 4;\n\
         {body}\nret;\n}}\n"
    );
    let len = 1 << 20;
    let buffer = |name: &str, role, data| Buffer {
        name: name.into(),
        scalar: Scalar::F32,
        len,
        role,
        data,
    };
    let instance = Instance {
        case: "pair".into(),
        buffers: vec![
            buffer("a", Role::Input, Some(vec![0; 4 * len])),
            buffer("b", Role::Scratch, None),
        ],
        launches: vec![Launch {
            entry: "k".into(),
            grid: [blocks, 1, 1],
            block: [threads, 1, 1],
            shared,
            args: vec![Arg::Buffer(0), Arg::Buffer(1)],
            ..Launch::default()
        }],
    };
    let description = Description::load("h200").expect("a built-in target");
    let options = SimOptions {
        load,
        ..SimOptions::default()
    };
    let mut target = SimTarget::new(description, options);
    target
        .execute(&ptx, &instance, &Limits { steps: 10_000_000 })
        .unwrap_or_else(|fault| panic!("{fault}\n{ptx}"))
}

/// A loop of `trips` iterations around `body`; `%r10` counts down.
fn repeat(trips: u32, body: &str) -> String {
    format!(
        "mov.u32 %r10, {trips};\nL:\n{body}\nadd.s32 %r10, %r10, -1;\nsetp.ne.s32 %p1, %r10, 0;\n@%p1 bra L;\n"
    )
}

fn faster(quick: &Execution, slow: &Execution) {
    assert!(
        quick.time_ns < slow.time_ns,
        "{} ns against {} ns ({:?}, {:?})",
        quick.time_ns,
        slow.time_ns,
        quick.limiters,
        slow.limiters
    );
}

/// Steps through the input with `loads` independent loads before their use, 16 loads in all.
fn streaming(loads: usize) -> String {
    let load: String = (0..loads)
        .map(|at| format!("ld.global.f32 %f{}, [%rd4+{}];\n", at + 2, at * 65536))
        .collect();
    let sum: String = (0..loads)
        .map(|at| format!("add.f32 %f1, %f1, %f{};\n", at + 2))
        .collect();
    let step = format!("{load}{sum}add.s64 %rd4, %rd4, {};", loads * 65536);
    format!(
        "add.s64 %rd4, %rd1, %rd3;\nmov.f32 %f1, 0f00000000;\n{}add.s64 %rd5, %rd2, %rd3;\nst.global.f32 [%rd5], %f1;",
        repeat(16 / loads as u32, &step)
    )
}

#[test]
fn independent_loads_in_flight_hide_latency() {
    let times: Vec<Execution> = [1, 2, 4, 8]
        .iter()
        .map(|&loads| run(32, &streaming(loads)))
        .collect();
    times.windows(2).for_each(|pair| faster(&pair[1], &pair[0]));
}

/// Two floats from each thread's 8 bytes, by `loads`, and their sum to the output.
fn pair(loads: &str) -> String {
    format!(
        "mul.wide.u32 %rd4, %r2, 8;\nadd.s64 %rd4, %rd1, %rd4;\n{loads}\nadd.f32 %f3, %f1, %f2;\n\
         add.s64 %rd5, %rd2, %rd3;\nst.global.f32 [%rd5], %f3;"
    )
}

#[test]
fn sectors_that_two_loads_share_come_from_memory_once_whichever_goes_first() {
    let description = Description::load("h200").expect("a built-in target");
    let rate = description.memory.dram_bytes_per_cycle * f64::from(description.device.sms);
    let floor = description.time_ns(64.0 * 512.0 * 12.0 / rate);
    let low = "ld.global.f32 %f1, [%rd4];";
    let high = "ld.global.f32 %f2, [%rd4+4];";
    let vector = run(512, &pair("ld.global.v2.f32 {%f1, %f2}, [%rd4];"));
    for loads in [format!("{low}\n{high}"), format!("{high}\n{low}")] {
        let scalar = run(512, &pair(&loads));
        assert!(
            scalar.time_ns >= 0.98 * floor,
            "{} ns for what memory needs {floor} ns to move",
            scalar.time_ns
        );
        assert!(vector.time_ns <= scalar.time_ns);
    }
}

fn strided(shift: u32) -> String {
    format!(
        "shl.b32 %r5, %r2, {shift};\nand.b32 %r5, %r5, 1048575;\nmul.wide.u32 %rd4, %r5, 4;\nadd.s64 %rd4, %rd1, %rd4;\n\
         ld.global.f32 %f1, [%rd4];\nadd.s64 %rd5, %rd2, %rd3;\nst.global.f32 [%rd5], %f1;"
    )
}

#[test]
fn coalesced_loads_are_faster_than_strided_ones() {
    let times: Vec<Execution> = [0, 1, 3]
        .iter()
        .map(|&shift| run(256, &strided(shift)))
        .collect();
    times.windows(2).for_each(|pair| faster(&pair[0], &pair[1]));
    assert!(
        matches!(times[2].limiters[0].as_str(), "dram" | "l2"),
        "{:?}",
        times[2].limiters
    );
}

fn shared_reads(stride: u32) -> String {
    let step = "ld.shared.f32 %f2, [%r6];\nadd.f32 %f1, %f1, %f2;";
    format!(
        "mov.u32 %r5, s;\nshl.b32 %r7, %r1, 2;\nadd.s32 %r6, %r5, %r7;\nmov.f32 %f1, 0f00000000;\n\
         {}mul.lo.s32 %r6, %r1, {stride};\nand.b32 %r6, %r6, 8188;\nadd.s32 %r6, %r6, %r5;\nbar.sync 0;\n{}",
        (0..16)
            .map(|at| format!("st.shared.f32 [%r6+{}], %f1;\n", at * 512))
            .collect::<String>(),
        repeat(64, step)
    )
}

#[test]
fn padded_shared_memory_is_faster_than_conflicting_banks() {
    let (padded, conflicting) = (run(128, &shared_reads(132)), run(128, &shared_reads(128)));
    faster(&padded, &conflicting);
    assert_eq!(conflicting.limiters[0], "shared");
}

fn arithmetic(kind: &str, chains: usize) -> String {
    let letter = if kind == "f64" { "d" } else { "f" };
    let zero = if kind == "f64" {
        "0d0000000000000000"
    } else {
        "0f00000000"
    };
    let start: String = (0..chains)
        .map(|at| format!("mov.{kind} %{letter}{at}, {zero};\n"))
        .collect();
    let step: String = (0..chains)
        .map(|at| {
            format!("fma.rn.{kind} %{letter}{at}, %{letter}{at}, %{letter}{at}, %{letter}{at};\n")
        })
        .collect();
    format!("{start}{}", repeat(64, &step))
}

#[test]
fn double_precision_is_slower_than_single() {
    let (single, double) = (
        run(1024, &arithmetic("f32", 8)),
        run(1024, &arithmetic("f64", 8)),
    );
    faster(&single, &double);
    assert_eq!(double.limiters[0], "fp64");
}

#[test]
fn fewer_instructions_are_faster_when_issue_is_the_limit() {
    let (few, many) = (
        run(1024, &arithmetic("f32", 8)),
        run(1024, &arithmetic("f32", 9)),
    );
    faster(&few, &many);
    assert!(matches!(many.limiters[0].as_str(), "issue" | "fp32"));
}

#[test]
fn a_barrier_less_is_a_little_faster() {
    let with = run(
        256,
        &repeat(
            32,
            "add.f32 %f1, %f1, %f1;\nbar.sync 0;\nadd.f32 %f1, %f1, %f1;",
        ),
    );
    let without = run(
        256,
        &repeat(32, "add.f32 %f1, %f1, %f1;\nadd.f32 %f1, %f1, %f1;"),
    );
    faster(&without, &with);
}

#[test]
fn lanes_that_part_cost_both_ways() {
    // Longer than what the machine compiler predicates.
    let side = |function: &str| format!("{function}.approx.f32 %f1, %f1;\n").repeat(12);
    let sides = format!(
        "@%p2 bra E;\n{}bra.uni J;\nE:\n{}J:\n",
        side("sin"),
        side("cos")
    );
    let apart = format!(
        "and.b32 %r5, %r1, 1;\nsetp.eq.s32 %p2, %r5, 0;\n{}",
        repeat(32, &sides)
    );
    let together = format!(
        "and.b32 %r5, %r1, 32;\nsetp.eq.s32 %p2, %r5, 0;\n{}",
        repeat(32, &sides)
    );
    faster(&run(256, &together), &run(256, &apart));
}

#[test]
fn loads_that_no_store_can_touch_pass_it() {
    let pair = |load: &str| {
        let body = format!(
            "{load} %f2, [%rd4];\nst.global.f32 [%rd5], %f2;\n{load} %f3, [%rd4+65536];\nst.global.f32 [%rd5+65536], %f3;"
        );
        run(
            32,
            &format!("add.s64 %rd4, %rd1, %rd3;\nadd.s64 %rd5, %rd2, %rd3;\n{body}"),
        )
    };
    faster(&pair("ld.global.nc.f32"), &pair("ld.global.f32"));
}

#[test]
fn every_pair_whose_order_is_known_is_ordered_and_its_limiter_named() {
    let description = Description::load("h200").expect("a built-in target");
    let pairs = bench::order(&description, SimOptions::default()).expect("kernels without faults");
    assert!(pairs.len() >= 30);
    for pair in pairs {
        assert!(pair.ordered && pair.limiters_right, "{pair:#?}");
    }
}

/// `live` values computed one from the other and all kept to the end.
fn keeping(live: usize) -> String {
    let start: String = (0..live)
        .map(|at| format!("mad.lo.s32 %q{at}, %r2, {}, {at};\n", 2 * at + 3))
        .collect();
    let end: String = (0..live)
        .map(|at| format!("xor.b32 %r5, %r5, %q{at};\n"))
        .collect();
    format!(
        ".reg .b32 %q<{live}>;\nmov.u32 %r5, 0;\n{start}{end}add.s64 %rd5, %rd2, %rd3;\nst.global.u32 [%rd5], %r5;"
    )
}

#[test]
fn values_that_do_not_fit_into_registers_go_through_memory() {
    // 64 registers are what 1024 threads leave for each.
    let (fits, spills) = (run(1024, &keeping(40)), run(1024, &keeping(80)));
    assert!(fits.registers <= 64 && spills.registers == 64);
    // Twice the arithmetic, and more than that.
    assert!(
        spills.time_ns > 2.2 * fits.time_ns,
        "{} ns against {} ns",
        spills.time_ns,
        fits.time_ns
    );
}

#[test]
fn costs_are_the_assemblers_where_it_is_asked_and_found() {
    let asked = |costs| {
        let description = Description::load("h200").expect("a built-in target");
        let options = SimOptions {
            costs,
            ..SimOptions::default()
        };
        let variant = bench::series().remove(0).variants.remove(0);
        SimTarget::new(description, options).execute(
            &variant.ptx,
            &variant.instance(u32::MAX),
            &Limits { steps: 10_000_000 },
        )
    };
    let estimate = asked(Costs::Estimate).expect("a kernel without faults");
    assert_eq!(estimate.costs, "estimate");
    let auto = asked(Costs::Auto).expect("a kernel without faults");
    assert_eq!(auto.outputs, estimate.outputs);
    assert_eq!(auto.steps, estimate.steps);
    let found = Ptxas::find().filter(|ptxas| Nvdisasm::find(ptxas).is_some());
    match (found, asked(Costs::Ptxas)) {
        (Some(ptxas), Ok(execution)) => {
            assert_eq!(execution.costs, format!("ptxas {}", ptxas.version));
            assert_eq!(auto.costs, execution.costs);
        }
        (None, Err(fault)) => {
            assert!(fault.to_string().contains("WARPSMITH_PTXAS"), "{fault}");
            assert_eq!(auto.time_ns.to_bits(), estimate.time_ns.to_bits());
        }
        (found, result) => panic!("{found:?}: {result:?}"),
    }
}

/// Cycles of a grid of blocks of which one fits on each of 132 multiprocessors.
fn grid(blocks: u32) -> f64 {
    let body = arithmetic("f32", 2);
    launch(blocks, 128, 200_000, &body, Load::Launched).launch_cycles[0]
}

#[test]
fn a_block_more_than_fits_takes_another_wave() {
    let (one, full, more) = (grid(1), grid(132), grid(133));
    assert!((full / one - 1.0).abs() < 0.01, "{one} {full}");
    assert!((more / full - 2.0).abs() < 0.02, "{full} {more}");
}

#[test]
fn waves_that_are_not_replayed_take_as_long_as_those_that_are() {
    let (two, many) = (grid(2 * 132), grid(20 * 132));
    assert!((many / two - 10.0).abs() < 0.2, "{two} {many}");
}

#[test]
fn a_case_that_stands_for_a_full_device_takes_its_share_of_a_large_grid() {
    let body = arithmetic("f32", 2);
    let share = launch(66, 128, 0, &body, Load::Full).launch_cycles[0];
    let whole = launch(66 * 64, 128, 0, &body, Load::Launched).launch_cycles[0];
    assert!(
        (whole / (64.0 * share) - 1.0).abs() < 0.15,
        "{share} {whole}"
    );
}

#[test]
fn the_clock_is_deterministic() {
    let (first, second) = (run(256, &streaming(4)), run(256, &streaming(4)));
    assert_eq!(first.time_ns.to_bits(), second.time_ns.to_bits());
}

//! The targets that are part of the program: their numbers have sources, and kernels run on each in the order that the hardware's size says.

use warpsmith::bench::{Variant, series};
use warpsmith::ir::Arch;
use warpsmith::target::{Description, Execution, Limits, SimOptions, SimTarget, Target};

fn description(name: &str) -> Description {
    Description::load(name).expect("a built-in target")
}

fn run(target: &str, variant: &Variant) -> Execution {
    SimTarget::new(description(target), SimOptions::default())
        .execute(
            &variant.ptx,
            &variant.instance(u32::MAX),
            &Limits { steps: 50_000_000 },
        )
        .unwrap_or_else(|fault| panic!("{target}: {fault}"))
}

fn variant(name: &str, id: &str) -> Variant {
    series()
        .into_iter()
        .find(|series| series.name == name)
        .and_then(|series| series.variants.into_iter().find(|variant| variant.id == id))
        .unwrap_or_else(|| panic!("no {name} {id}"))
}

#[test]
fn every_number_has_its_source_or_is_called_an_estimate() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("targets");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).expect("the targets") {
        let path = entry.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("text");
        let legend: String = text
            .lines()
            .take_while(|line| line.starts_with('#'))
            .collect();
        for (number, line) in text.lines().enumerate() {
            let Some((_, value)) = line.split_once('=').filter(|_| !line.starts_with('#')) else {
                continue;
            };
            if value.trim_start().starts_with('"') {
                continue;
            }
            let place = format!("{}:{}", path.display(), number + 1);
            let comment = value.split_once('#').map_or("", |(_, comment)| comment);
            let source = comment
                .split_once('[')
                .and_then(|(_, rest)| rest.split([']', ' ']).next())
                .unwrap_or_else(|| panic!("{place}: no source"));
            assert!(
                legend.contains(&format!("[{source}]")),
                "{place}: [{source}] is not explained at the top"
            );
        }
        files += 1;
    }
    assert_eq!(files, Description::known().len());
}

#[test]
fn every_target_is_one_that_llvm_can_make_code_for() {
    for name in Description::known() {
        let description = description(name);
        assert_eq!(description.name, name);
        let arch = Arch {
            cpu: description.arch,
            features: format!("+ptx{}", description.ptx),
        };
        arch.check()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn a_kernel_runs_on_every_target() {
    let kernel = variant("stride of a load", "1");
    for name in Description::known() {
        let execution = run(name, &kernel);
        assert!(execution.time_ns > 0.0, "{name}");
    }
}

/// The order of `times` by name, fastest first.
fn order(mut times: Vec<(&'static str, f64)>) -> Vec<&'static str> {
    times.sort_by(|a, b| a.1.total_cmp(&b.1));
    times.into_iter().map(|(name, _)| name).collect()
}

const DEVICES: [&str; 7] = ["h200", "h100", "a100", "l4", "t4", "orin", "p100"];

#[test]
fn a_stream_is_as_fast_as_the_memory() {
    let kernel = variant("loads in flight", "8");
    let modelled = DEVICES
        .map(|name| (name, run(name, &kernel).time_ns))
        .to_vec();
    let bandwidth = |name| {
        let device = description(name);
        device.memory.dram_bytes_per_cycle * f64::from(device.device.sms) * device.device.clock_mhz
    };
    let expected = DEVICES.map(|name| (name, -bandwidth(name))).to_vec();
    assert_eq!(order(modelled), order(expected));
}

#[test]
fn arithmetic_is_as_fast_as_multiprocessors_times_clock_times_lanes() {
    let kernel = variant("precision", "f32");
    let modelled = DEVICES
        .map(|name| (name, run(name, &kernel).time_ns))
        .to_vec();
    let rate = |name| {
        let device = description(name);
        device.throughput.fp32 * f64::from(device.device.sms) * device.device.clock_mhz
    };
    // H100 and H200 have the same chip and clock: any order of the two is right.
    let expected = DEVICES.map(|name| (name, -rate(name))).to_vec();
    let without = |names: Vec<&'static str>| -> Vec<&'static str> {
        names.into_iter().filter(|name| *name != "h100").collect()
    };
    assert_eq!(without(order(modelled)), without(order(expected)));
}

#[test]
fn a_slice_of_a_device_is_slower_by_its_share() {
    let kernel = variant("precision", "f32");
    let whole = run("h200", &kernel).time_ns;
    for (name, sms) in [
        ("h200-1g.18gb", 16.0),
        ("h200-3g.71gb", 60.0),
        ("h200-7g.141gb", 132.0),
    ] {
        let slower = run(name, &kernel).time_ns / whole;
        let expected = 132.0 / sms;
        assert!((slower / expected - 1.0).abs() < 0.01, "{name}: {slower}");
    }
}

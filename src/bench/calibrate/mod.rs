//! What a device can do, measured: latencies and throughputs of operation classes, caches, memory, barriers, atomics; and a target's description
//! with these numbers in place of published ones.
//!
//! The probes are microbenchmarks of their own: nothing here is fitted to any kernel of the corpus.

mod probes;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::stats::median;
use crate::target::cuda::{About, CudaDevice, Trouble};
use crate::target::{Description, DescriptionError};
use crate::workload::{Arg, Buffer, Instance, Launch, Role, Scalar};
use probes::{Probe, Reading, TRIPS, probes};

/// The probe that tells the clock, and how many iterations it takes for that: milliseconds, as the device's timer has a resolution of half a
/// microsecond.
const CLOCK: &str = "latency fp32";
const CLOCK_TRIPS: u32 = 1 << 13;
/// How long the device works before anything is measured: its clock has to rise first.
const WARMING_UP: Duration = Duration::from_millis(300);
/// Results of a probe: the least is reported, as what disturbs a probe makes it slower.
const RUNS: usize = 5;

/// One number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// What was measured.
    pub name: String,
    /// Where: bytes of a buffer, words of a stride, warps; what `name` says.
    pub x: Option<u64>,
    /// The number.
    pub value: f64,
    /// `cycles`, `lanes/cycle`, `bytes/cycle`, `GB/s` or `ns`.
    pub unit: String,
}

/// What was measured of a device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// The device.
    pub device: About,
    /// The kernel module's release, where it is known.
    pub kernel_driver: Option<String>,
    /// The clock at which a long chain of arithmetic ran, MHz.
    pub clock_mhz: f64,
    /// From one launch to the next of a graph, ns.
    pub launch_ns: f64,
    /// All points, in the order in which they were measured.
    pub points: Vec<Point>,
    /// Probes that the device did not run, and why.
    pub failed: Vec<String>,
}

/// Measures a device. `heard` hears of each point as it is known.
///
/// # Errors
/// Why the device is not to be had, or cannot go on.
pub fn calibrate(
    device: &mut CudaDevice,
    heard: &mut dyn FnMut(&Point),
) -> Result<Calibration, String> {
    let about = device.about().clone();
    // More than half of it, and there is room for no other block.
    let shared = device.block_shared_bytes().map_err(|e| e.to_string())?;
    device.warm_up(WARMING_UP).map_err(|e| e.to_string())?;
    let mut calibration = Calibration {
        kernel_driver: device.kernel_driver(),
        clock_mhz: about.clock_mhz,
        launch_ns: 0.0,
        points: Vec::new(),
        failed: Vec::new(),
        device: about.clone(),
    };
    for probe in probes(about.sms, about.memory_bytes, shared) {
        match measure(device, &probe, about.sms) {
            // JSON has no such number: what comes after it would not be read.
            Ok(measured) if !measured.value.is_finite() => {
                let named = format!("{}: it took no time that could be told", probe.name);
                calibration.failed.push(named);
            }
            Ok(measured) => {
                if let Some(clock_mhz) = measured.clock_mhz {
                    calibration.clock_mhz = clock_mhz;
                }
                if probe.name.starts_with("time of a block") {
                    calibration.launch_ns = measured.replayed_ns;
                }
                let point = Point {
                    name: probe.name.into(),
                    x: probe.x,
                    value: measured.value,
                    unit: probe.reading.unit().into(),
                };
                heard(&point);
                calibration.points.push(point);
            }
            Err(trouble) => {
                let named = format!("{}: {trouble}", probe.name);
                calibration.failed.push(named);
                // What was measured before is worth keeping, and nothing more can be.
                if !matches!(trouble, Trouble::Variant(_)) {
                    break;
                }
            }
        }
    }
    Ok(calibration)
}

/// What a probe showed.
struct Measured {
    value: f64,
    /// Cycles over time, where a probe counts cycles.
    clock_mhz: Option<f64>,
    /// One of many launches in a graph.
    replayed_ns: f64,
}

fn measure(device: &mut CudaDevice, probe: &Probe, sms: u32) -> Result<Measured, Trouble> {
    let short = instance(probe, sms, TRIPS);
    let long = instance(probe, sms, 2 * TRIPS);
    let case = device.stage(Rc::new(short.clone()));
    let cycles = |device: &mut CudaDevice, instance: &Instance| -> Result<f64, Trouble> {
        let loaded = device.load(case, probe.ptx.as_bytes(), instance)?;
        let runs = (0..RUNS).map(|_| {
            let outputs = device.execute(loaded)?;
            let bytes = outputs
                .first()
                .and_then(|(_, bytes)| bytes.first_chunk::<8>());
            Ok(u64::from_le_bytes(*bytes.unwrap_or(&[0; 8])) as f64)
        });
        let least = runs
            .collect::<Result<Vec<f64>, Trouble>>()?
            .into_iter()
            .fold(f64::INFINITY, f64::min);
        device.unload(loaded);
        Ok(least)
    };
    let time =
        |device: &mut CudaDevice, instance: &Instance, repeats: usize| -> Result<f64, Trouble> {
            let loaded = device.load(case, probe.ptx.as_bytes(), instance)?;
            device.execute(loaded)?;
            let samples = (0..RUNS)
                .map(|_| device.sample(loaded, repeats))
                .collect::<Result<Vec<f64>, Trouble>>()?;
            device.unload(loaded);
            Ok(median(&samples))
        };
    let measured = match probe.reading {
        Reading::Cycles { .. } | Reading::LanesPerCycle { .. } | Reading::BytesPerCycle { .. } => {
            // What begins and ends a run is in both.
            let taken = cycles(device, &long)? - cycles(device, &short)?;
            let trips = f64::from(TRIPS);
            let clock_mhz = match probe.name == CLOCK {
                false => None,
                true => {
                    let longest = instance(probe, sms, CLOCK_TRIPS);
                    let cycles = cycles(device, &longest)? - cycles(device, &short)?;
                    let ns = time(device, &longest, 1)? - time(device, &short, 1)?;
                    (ns > 0.0).then(|| cycles / ns * 1e3)
                }
            };
            let value = match probe.reading {
                Reading::Cycles { steps } => taken / (trips * f64::from(steps)),
                Reading::LanesPerCycle { steps } => {
                    trips * f64::from(steps) * f64::from(probe.threads) / taken
                }
                Reading::BytesPerCycle { bytes } => {
                    trips * f64::from(bytes) * f64::from(probe.threads) / taken
                }
                Reading::BytesPerNs { .. } | Reading::Ns { .. } => 0.0,
            };
            Measured {
                value,
                clock_mhz,
                replayed_ns: 0.0,
            }
        }
        Reading::BytesPerNs { bytes } => {
            let passes = bytes / probe.bytes.max(1) as u64;
            let once = instance(probe, sms, passes.max(1) as u32);
            Measured {
                value: bytes as f64 / time(device, &once, 1)?,
                clock_mhz: None,
                replayed_ns: 0.0,
            }
        }
        Reading::Ns { things } => {
            let once = instance(probe, sms, 1);
            let mut lone = once.clone();
            lone.launches[0].grid = [1; 3];
            lone.launches[0].shared = 0;
            let empty = probe.name.starts_with("time of a block");
            let replayed_ns = match empty {
                true => time(device, &lone, 32)?,
                false => 0.0,
            };
            Measured {
                value: time(device, &once, 1)? / things as f64,
                clock_mhz: None,
                replayed_ns,
            }
        }
    };
    device.forget(case);
    Ok(measured)
}

/// A probe as a case: `init`, if there is one, and `probe`.
fn instance(probe: &Probe, sms: u32, trips: u32) -> Instance {
    let buffer = |name: &str, len, role| Buffer {
        name: name.into(),
        scalar: Scalar::U64,
        len,
        role,
        data: None,
    };
    let launch = |entry: &str, grid: u32, block: u32, shared| Launch {
        entry: entry.into(),
        grid: [grid, 1, 1],
        block: [block, 1, 1],
        shared,
        args: vec![
            Arg::Buffer(0),
            Arg::Buffer(1),
            Arg::Scalar(Scalar::U32, u64::from(trips)),
            Arg::Scalar(Scalar::U32, 0),
        ],
        ..Launch::default()
    };
    let blocks = if probe.blocks == 0 { sms } else { probe.blocks };
    let mut launches = Vec::new();
    if probe.init {
        launches.push(launch("init", sms, 256, 0));
    }
    launches.push(launch("probe", blocks, probe.threads, probe.shared));
    Instance {
        case: probe.name.into(),
        buffers: vec![
            buffer("work", probe.bytes.div_ceil(8), Role::Scratch),
            buffer("out", 16, Role::Output),
        ],
        launches,
    }
}

impl Calibration {
    /// What was measured before it was stopped.
    pub fn partial(device: About, points: Vec<Point>) -> Calibration {
        Calibration {
            kernel_driver: None,
            clock_mhz: device.clock_mhz,
            launch_ns: 0.0,
            points,
            failed: vec!["what comes after the last point: it was stopped".into()],
            device,
        }
    }

    /// The value of a point.
    fn at(&self, name: &str, x: Option<u64>) -> Option<f64> {
        let found = self
            .points
            .iter()
            .find(|point| point.name == name && point.x == x);
        found
            .map(|point| point.value)
            .filter(|value| value.is_finite() && *value > 0.0)
    }

    /// The numbers of a target's description that were measured, by `table.key`. The others keep what they are.
    pub fn numbers(&self) -> BTreeMap<&'static str, f64> {
        let chase = |bytes: u64| self.at("latency of a load, by bytes of the buffer", Some(bytes));
        // Comfortably in the second level, which others share; and comfortably outside.
        let inside = (self.device.l2_bytes / 8).next_power_of_two();
        let outside = (self.device.l2_bytes * 4).next_power_of_two();
        let share = |gb_s: f64| gb_s * 1e3 / self.clock_mhz / f64::from(self.device.sms);
        let one = |name| self.at(name, None);
        let block = one("time of a block that does nothing, one at a time on each multiprocessor");
        let numbers = [
            ("device.sms", Some(f64::from(self.device.sms))),
            ("device.clock_mhz", Some(self.clock_mhz)),
            (
                "device.launch_overhead_ns",
                Some(self.launch_ns).filter(|ns| *ns > 0.0),
            ),
            (
                "device.block_overhead_cycles",
                block.map(|ns| ns * f64::from(self.device.sms) * self.clock_mhz / 1e3),
            ),
            ("latency.fp32", one("latency fp32")),
            ("latency.int", one("latency int")),
            ("latency.fp64", one("latency fp64")),
            ("latency.mufu", one("latency mufu")),
            ("latency.convert", one("latency convert")),
            ("latency.shuffle", one("latency shuffle")),
            (
                "latency.shared",
                self.at("latency of a shared load, by words between lanes", Some(1)),
            ),
            ("latency.l1", chase(8 << 10)),
            ("latency.l2", chase(inside)),
            ("latency.dram", chase(outside)),
            (
                "latency.barrier",
                self.at("barrier, by threads of the block", Some(256)),
            ),
            ("latency.atomic_shared", one("latency of a shared atomic")),
            ("throughput.fp32", one("throughput fp32")),
            ("throughput.int", one("throughput int")),
            ("throughput.fp64", one("throughput fp64")),
            ("throughput.mufu", one("throughput mufu")),
            ("throughput.convert", one("throughput convert")),
            ("throughput.shuffle", one("throughput shuffle")),
            ("memory.l2_bytes", Some(self.device.l2_bytes as f64)),
            (
                "memory.l1_bytes_per_cycle",
                one("bandwidth of the first level"),
            ),
            (
                "memory.l2_bytes_per_cycle",
                one("bandwidth of the second level").map(share),
            ),
            (
                "memory.dram_bytes_per_cycle",
                one("bandwidth of memory").map(share),
            ),
        ];
        numbers
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)))
            .collect()
    }

    /// The description of `base` with the measured numbers, and where each comes from.
    ///
    /// # Errors
    /// A description that cannot be read, or that the numbers make none of.
    pub fn describe(&self, base: &str, date: &str) -> Result<String, DescriptionError> {
        let text = Description::text(base)?;
        let numbers = self.numbers();
        let mut table = String::new();
        let mut out = format!(
            "# {}, driver for CUDA {}{}: numbers marked [measured] are by `warpsmith bench calibrate` on {date}; the others are those of\n# `{base}`.\n\n",
            self.device.name,
            self.device.driver,
            self.kernel_driver
                .as_ref()
                .map(|driver| format!(" ({driver})"))
                .unwrap_or_default(),
        );
        for line in text.lines() {
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|rest| rest.split(']').next())
            {
                table = name.to_owned();
            }
            let key = line.split('=').next().unwrap_or_default().trim();
            match numbers.get(format!("{table}.{key}").as_str()) {
                Some(value) if line.contains('=') => {
                    let old = line.split_once('=').map_or("", |(_, rest)| rest);
                    let old = old.split('#').next().unwrap_or_default().trim();
                    let value = match old.contains('.') {
                        true => format!("{value:.1}"),
                        false => format!("{value:.0}"),
                    };
                    out.push_str(&format!("{key} = {value} # [measured], {old} in {base}\n"));
                }
                _ => {
                    out.push_str(line);
                    out.push('\n');
                }
            }
        }
        Description::parse("the calibrated target", &out)?;
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calibration(points: &[(&str, Option<u64>, f64)]) -> Calibration {
        Calibration {
            device: About {
                name: "A device".into(),
                id: "GPU-0".into(),
                arch: "sm_90".into(),
                driver: "13.0".into(),
                sms: 100,
                clock_mhz: 2000.0,
                l2_bytes: 50 << 20,
                memory_bytes: 1 << 37,
            },
            kernel_driver: None,
            clock_mhz: 1900.0,
            launch_ns: 1500.0,
            points: points
                .iter()
                .map(|(name, x, value)| Point {
                    name: (*name).into(),
                    x: *x,
                    value: *value,
                    unit: String::new(),
                })
                .collect(),
            failed: Vec::new(),
        }
    }

    #[test]
    fn a_description_has_what_was_measured_and_keeps_the_rest() {
        let measured = calibration(&[
            ("latency fp32", None, 4.02),
            (
                "latency of a load, by bytes of the buffer",
                Some(8 << 20),
                263.4,
            ),
            (
                "latency of a load, by bytes of the buffer",
                Some(256 << 20),
                702.0,
            ),
            ("bandwidth of memory", None, 3800.0),
            // What did not come out stays as it was.
            ("throughput fp64", None, f64::NAN),
        ]);
        let text = measured.describe("h200", "2026-01-01").unwrap();
        let described = Description::parse("t", &text).unwrap();
        let base = Description::load("h200").unwrap();
        assert_eq!((described.latency.fp32, described.latency.l2), (4, 263));
        assert_eq!(described.latency.dram, 702);
        assert_eq!(described.device.sms, 100);
        assert!((described.device.clock_mhz - 1900.0).abs() < 1e-9);
        assert!((described.memory.dram_bytes_per_cycle - 20.0).abs() < 1e-9);
        assert_eq!(described.throughput.fp64, base.throughput.fp64);
        assert_eq!(described.limits, base.limits);
        assert!(text.contains("[measured], 690 in h200"), "{text}");
    }

    #[test]
    fn every_probe_is_ptx_that_the_parser_takes() {
        let ptxas = crate::target::Ptxas::find();
        let all = probes(132, 1 << 37, 96 << 10);
        assert!(all.len() > 50);
        for probe in all {
            let program = crate::ptx::parse(&probe.ptx)
                .unwrap_or_else(|error| panic!("{}: {error}\n{}", probe.name, probe.ptx));
            assert_eq!(program.kernels.len(), 1 + usize::from(probe.init));
            // The assembler knows rules that our parser does not; it is on few machines.
            if let Some(ptxas) = &ptxas {
                ptxas
                    .assemble(&probe.ptx, "sm_90")
                    .unwrap_or_else(|error| panic!("{}: {error}\n{}", probe.name, probe.ptx));
            }
        }
    }
}

//! Runs every `tests/ptx/*.ptx` and `tests/defects/*.ptx` in the simulator and compares with what the file says.
//!
//! Lines that start with `//:` describe a run:
//!
//! ```text
//! //: grid 1,1,1 block 32,1,1 shared 0        one launch (repeat for more); `entry NAME` picks a kernel
//! //: input f32 1,2,3                         an argument; also: inout, and scalar i32 5
//! //: output u32 32                           an unwritten output of 32 elements; also: scratch
//! //: expect 1 u32 0,2,4                      contents of argument 1 afterwards
//! //: steps 1000                              step budget
//! //: fault race 14                           the run must fail so, at this PTX line (0: any)
//! ```
//!
//! Values are `1,2,3`, `ramp COUNT START STEP`, `fill COUNT VALUE`, or hexadecimal bits `0x7fc00000`.

use std::path::{Path, PathBuf};

use warpsmith::target::{Description, Limits, Schedule, SimOptions, SimTarget, Target};
use warpsmith::workload::{Arg, Buffer, Instance, Launch, Role, Scalar};

struct Run {
    instance: Instance,
    expected: Vec<(usize, Vec<u8>)>,
    steps: u64,
    fault: Option<(String, u32)>,
}

fn scalar(word: &str) -> Scalar {
    match word {
        "u8" => Scalar::U8,
        "i8" => Scalar::I8,
        "u16" => Scalar::U16,
        "i16" => Scalar::I16,
        "u32" => Scalar::U32,
        "i32" => Scalar::I32,
        "u64" => Scalar::U64,
        "i64" => Scalar::I64,
        "f32" => Scalar::F32,
        "f64" => Scalar::F64,
        other => panic!("unknown type {other}"),
    }
}

fn size(of: Scalar) -> usize {
    match of {
        Scalar::U8 | Scalar::I8 => 1,
        Scalar::U16 | Scalar::I16 => 2,
        Scalar::U32 | Scalar::I32 | Scalar::F32 => 4,
        Scalar::U64 | Scalar::I64 | Scalar::F64 => 8,
    }
}

fn bits(text: &str, of: Scalar) -> u64 {
    if let Some(hex) = text.strip_prefix("0x") {
        return u64::from_str_radix(hex, 16).expect("hexadecimal bits");
    }
    match of {
        Scalar::F32 => u64::from(text.parse::<f32>().expect("a number").to_bits()),
        Scalar::F64 => text.parse::<f64>().expect("a number").to_bits(),
        _ => text.parse::<i128>().expect("an integer") as u64,
    }
}

fn values(words: &[&str], of: Scalar) -> Vec<u8> {
    let list: Vec<u64> = match words[0] {
        "ramp" => {
            let count: usize = words[1].parse().expect("a count");
            let (start, step): (f64, f64) = (
                words[2].parse().expect("a start"),
                words[3].parse().expect("a step"),
            );
            (0..count)
                .map(|at| bits(&(start + step * at as f64).to_string(), of))
                .collect()
        }
        "fill" => vec![bits(words[2], of); words[1].parse().expect("a count")],
        _ => words
            .concat()
            .split(',')
            .filter(|text| !text.is_empty())
            .map(|text| bits(text, of))
            .collect(),
    };
    list.iter()
        .flat_map(|value| value.to_le_bytes()[..size(of)].to_vec())
        .collect()
}

fn triple(text: &str) -> [u32; 3] {
    let mut out = [1; 3];
    for (at, part) in text.split(',').enumerate() {
        out[at] = part.parse().expect("a dimension");
    }
    out
}

fn read(text: &str, name: &str) -> Run {
    let default = text
        .lines()
        .find_map(|line| {
            line.split_once(".entry ").map(|(_, rest)| {
                rest.split(['(', '{', ' '])
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            })
        })
        .expect("an entry");
    let (mut args, mut launches, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    let mut buffers: Vec<Buffer> = Vec::new();
    let (mut steps, mut fault) = (1_000_000, None);
    for line in text.lines().filter_map(|line| line.strip_prefix("//:")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "grid" => {
                let mut launch = Launch {
                    entry: default.clone(),
                    grid: triple(words[1]),
                    block: [1; 3],
                    shared: 0,
                    args: Vec::new(),
                };
                for pair in words[2..].chunks(2) {
                    match pair[0] {
                        "block" => launch.block = triple(pair[1]),
                        "shared" => launch.shared = pair[1].parse().expect("bytes"),
                        "entry" => launch.entry = pair[1].to_owned(),
                        other => panic!("{name}: {other}"),
                    }
                }
                launches.push(launch);
            }
            "scalar" => {
                let of = scalar(words[1]);
                args.push(Arg::Scalar(of, bits(words[2], of)));
            }
            "expect" => expected.push((
                words[1].parse::<usize>().expect("an argument"),
                values(&words[3..], scalar(words[2])),
            )),
            "steps" => steps = words[1].parse().expect("a number"),
            "fault" => fault = Some((words[1].to_owned(), words[2].parse().expect("a line"))),
            role => {
                let of = scalar(words[1]);
                let (role, data) = match role {
                    "input" => (Role::Input, Some(values(&words[2..], of))),
                    "inout" => (Role::Inout, Some(values(&words[2..], of))),
                    "output" => (Role::Output, None),
                    "scratch" => (Role::Scratch, None),
                    other => panic!("{name}: unknown line {other}"),
                };
                let len = data.as_ref().map_or_else(
                    || words[2].parse().expect("a length"),
                    |data| data.len() / size(of),
                );
                args.push(Arg::Buffer(buffers.len()));
                buffers.push(Buffer {
                    name: format!("arg{}", args.len() - 1),
                    scalar: of,
                    len,
                    role,
                    data,
                });
            }
        }
    }
    for launch in &mut launches {
        launch.args = args.clone();
    }
    let expected = expected
        .into_iter()
        .map(|(arg, bytes)| match args[arg] {
            Arg::Buffer(buffer) => (buffer, bytes),
            Arg::Scalar(..) => panic!("{name}: expecting a scalar"),
        })
        .collect();
    Run {
        instance: Instance {
            case: name.to_owned(),
            buffers,
            launches,
        },
        expected,
        steps,
        fault,
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of kernels")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ptx"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// What is wrong with the run of one file, if anything.
fn failure(path: &Path, schedule: Schedule) -> Option<String> {
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let text = std::fs::read_to_string(path).expect("a kernel");
    let run = read(&text, &name);
    let description = Description::load("h200").expect("a built-in target");
    let mut target = SimTarget::new(
        description,
        SimOptions {
            schedule,
            ..SimOptions::default()
        },
    );
    match (
        target.execute(&text, &run.instance, &Limits { steps: run.steps }),
        run.fault,
    ) {
        (Ok(_), Some((kind, _))) => Some(format!(
            "{name}: expected the fault {kind}, but nothing was found"
        )),
        (Err(fault), None) => Some(format!("{name}: {fault}")),
        (Err(fault), Some((kind, line))) => {
            let said = line == 0 || fault.message.contains(&format!("line {line}"));
            (fault.kind.to_string() != kind || !said)
                .then(|| format!("{name}: expected {kind} at line {line}, found {fault}"))
        }
        (Ok(execution), None) => run.expected.iter().find_map(|(buffer, bytes)| {
            let (_, found) = execution
                .outputs
                .iter()
                .find(|(index, _)| index == buffer)?;
            let of = size(run.instance.buffers[*buffer].scalar);
            let at = found
                .chunks(of)
                .zip(bytes.chunks(of))
                .position(|(found, expected)| found != expected);
            match at {
                None if found.len() == bytes.len() => None,
                None => Some(format!(
                    "{name}: {} bytes expected, {} found",
                    bytes.len(),
                    found.len()
                )),
                Some(at) => Some(format!(
                    "{name}: element {at} of buffer {buffer} is {:02x?}, expected {:02x?}",
                    &found[at * of..(at + 1) * of],
                    &bytes[at * of..(at + 1) * of]
                )),
            }
        }),
    }
}

fn all(folder: &str, schedule: Schedule) {
    let failures: Vec<String> = files(folder)
        .iter()
        .filter_map(|path| failure(path, schedule))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn kernels_compute_what_their_files_say() {
    all("ptx", Schedule::Forward);
}

#[test]
fn the_order_of_warps_and_blocks_does_not_change_results() {
    all("ptx", Schedule::Reverse);
}

#[test]
fn planted_defects_are_found() {
    all("defects", Schedule::Forward);
}

#[test]
fn planted_defects_are_found_in_the_opposite_order_too() {
    all("defects", Schedule::Reverse);
}

#[test]
fn removing_any_barrier_of_the_reduction_is_reported() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ptx/reduction.ptx");
    let text = std::fs::read_to_string(path).expect("a kernel");
    let run = read(&text, "reduction");
    let barriers: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("bar.sync"))
        .collect();
    assert!(barriers.len() >= 2);
    for (number, _) in barriers.iter().enumerate() {
        let mut seen = 0;
        let without: Vec<&str> = text
            .lines()
            .filter(|line| {
                let barrier = line.contains("bar.sync");
                seen += usize::from(barrier);
                !barrier || seen != number + 1
            })
            .collect();
        let mut target = SimTarget::new(
            Description::load("h200").expect("a built-in target"),
            SimOptions::default(),
        );
        let fault = target.execute(
            &without.join("\n"),
            &run.instance,
            &Limits { steps: run.steps },
        );
        let kind = fault.map_err(|fault| fault.kind.to_string());
        // A warp that runs ahead of the one it should wait for may find memory that nothing wrote yet.
        let seen = kind.err().unwrap_or_default();
        assert!(
            seen == "race" || seen == "uninitialised",
            "without barrier {number}: {seen}"
        );
    }
}

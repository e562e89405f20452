//! Runs the kernels of `tests/ptx` (what an instruction computes), `tests/clean` (correct kernels near a defect: silent) and `tests/defects`
//! (each with one planted bug) in the simulator and compares with what each file says.
//!
//! Lines that start with `//:` describe a run:
//!
//! ```text
//! //: grid 1,1,1 block 32,1,1 shared 0        one launch (repeat for more); `entry NAME` picks a kernel
//! //: input f32 1,2,3                         an argument; also: inout, and scalar i32 5
//! //: output u32 32                           an unwritten output of 32 elements; also: scratch
//! //: expect 1 u32 0,2,4                      contents of argument 1 afterwards
//! //: expect 1 f32 ~rel:1e-6 ~abs:1e-9 1,nan,_   within either tolerance (also ~ulp:2); any NaN; anything
//! //: printed "%d is 5\n"                     what vprintf prints, with \n and \t
//! //: steps 1000                              step budget
//! //: fault race 14                           the run must fail so, naming this PTX line (0: any); `race|deadlock 14|17`: one of these
//! //: site thread 31,0,0 buffer arg0          what else the fault says: thread, block, kernel, buffer, element, byte, source, other, lines (of both accesses)
//! //: fault schedule 0                        silent in each order of warps and blocks, but the results differ
//! //: unassembled WHY                         no assembler takes this text
//! ```
//!
//! Types are `u8` to `i64`, `f16`, `bf16`, `f32`, `f64`. Values are `1,2,3`, `ramp COUNT START STEP`, `fill COUNT VALUE`, or hexadecimal
//! bits `0x7fc00000`.

mod file;
mod number;

use std::path::Path;

use file::{Planted, Run, folder, read};
use warpsmith::target::{
    Description, Execution, Fault, Limits, Ptxas, Schedule, SimOptions, SimTarget, Target,
};

fn simulator(schedule: Schedule) -> SimTarget {
    SimTarget::new(
        Description::load("h200").expect("a built-in target"),
        SimOptions {
            schedule,
            ..SimOptions::default()
        },
    )
}

/// Whether a message speaks of a line.
fn names(message: &str, line: u32) -> bool {
    let words = format!("line {line}");
    message
        .match_indices(&words)
        .any(|(at, _)| !message[at + words.len()..].starts_with(|next: char| next.is_ascii_digit()))
}

fn is_the_planted(fault: &Fault, planted: &Planted) -> bool {
    planted.kinds.contains(&fault.kind.to_string())
        && planted
            .lines
            .iter()
            .any(|line| *line == 0 || names(&fault.message, *line))
        && planted
            .site
            .iter()
            .all(|(word, value)| site(fault, word).as_ref() == Some(value))
}

/// What a fault says of its place under a word.
fn site(fault: &Fault, word: &str) -> Option<String> {
    let triple = |[x, y, z]: [u32; 3]| format!("{x},{y},{z}");
    let site = fault.site.as_ref()?;
    let place = site.place.as_ref();
    match word {
        "kernel" => Some(site.kernel.clone()),
        "thread" => Some(triple(site.thread)),
        "block" => Some(triple(site.block)),
        "buffer" => place.map(|place| place.buffer.replace(' ', "-")),
        "element" => place?.element.map(|element| element.to_string()),
        "byte" => place.map(|place| place.byte.to_string()),
        "source" => site
            .source
            .as_ref()
            .map(|source| format!("{}:{}", source.file, source.line)),
        "other" => site.other.as_ref().map(|other| other.access.to_owned()),
        "lines" => {
            let mut lines = [site.line, site.other.as_ref()?.line?];
            lines.sort_unstable();
            Some(format!("{},{}", lines[0], lines[1]))
        }
        other => panic!("unknown word {other} of a site"),
    }
}

/// Whether a run that should end differently in the two orders of execution does.
fn depends_on_schedule(run: &Run) -> bool {
    let outputs = |schedule| {
        simulator(schedule)
            .execute(&run.text, &run.instance, &Limits { steps: run.steps })
            .map(|execution| execution.outputs)
    };
    match (outputs(Schedule::Forward), outputs(Schedule::Reverse)) {
        (Ok(forward), Ok(reverse)) => forward != reverse,
        _ => false,
    }
}

/// What is wrong with the results of a run that no check stopped, if anything.
fn contents(run: &Run, execution: &Execution) -> Option<String> {
    if let Some(printed) = &run.printed
        && *printed != execution.printed
    {
        return Some(format!(
            "printed {:?}, expected {printed:?}",
            execution.printed
        ));
    }
    run.expected.iter().find_map(|expected| {
        let found = execution
            .outputs
            .iter()
            .find(|(index, _)| *index == expected.place);
        match found {
            Some((_, found)) => expected.mismatch(found),
            None => Some("no such output".to_owned()),
        }
    })
}

/// What is wrong with a run, if anything.
fn failure(run: &Run, schedule: Schedule) -> Option<String> {
    let result =
        simulator(schedule).execute(&run.text, &run.instance, &Limits { steps: run.steps });
    let wrong = match (result, &run.fault) {
        (Ok(_), Some(planted)) if planted.kinds == ["schedule"] => {
            if depends_on_schedule(run) {
                return None;
            }
            "the same in both orders".to_owned()
        }
        (Ok(_), Some(planted)) => format!("expected {planted:?}, but nothing was found"),
        (Err(fault), None) => fault.to_string(),
        (Err(fault), Some(planted)) => {
            if is_the_planted(&fault, planted) {
                return None;
            }
            format!("expected {planted:?}, found {fault}")
        }
        (Ok(execution), None) => contents(run, &execution)?,
    };
    Some(format!("{}: {wrong}", run.name))
}

fn all(name: &str, schedule: Schedule) {
    let failures: Vec<String> = folder(name)
        .iter()
        .filter_map(|path| failure(&read(path), schedule))
        .collect();
    assert!(
        failures.is_empty(),
        "{} failed\n{}",
        failures.len(),
        failures.join("\n")
    );
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
fn correct_kernels_near_a_defect_are_silent() {
    all("clean", Schedule::Forward);
}

#[test]
fn correct_kernels_near_a_defect_are_silent_in_the_opposite_order_too() {
    all("clean", Schedule::Reverse);
}

#[test]
fn every_kernel_says_what_it_is_about_and_what_must_come_of_it() {
    for name in ["ptx", "clean", "defects"] {
        for path in folder(name) {
            let run = read(&path);
            let said = run.text.starts_with("// ") && !run.instance.launches.is_empty();
            assert!(said, "{name}/{}", run.name);
            let (fault, expects) = (
                run.fault.is_some(),
                !run.expected.is_empty() || run.printed.is_some(),
            );
            assert!(
                if name == "defects" {
                    fault
                } else {
                    expects && !fault
                },
                "{name}/{}",
                run.name
            );
        }
    }
}

/// The device to assemble a kernel for: what it asks for, or sm_90 where that is older (assemblers drop old ones).
fn arch(text: &str) -> &str {
    let asked = text
        .lines()
        .find_map(|line| line.trim().strip_prefix(".target"))
        .and_then(|rest| rest.split([',', '/']).next())
        .map_or("sm_90", str::trim);
    match asked.strip_prefix("sm_").map(str::parse::<u32>) {
        Some(Ok(number)) if number < 90 => "sm_90",
        _ => asked,
    }
}

#[test]
fn the_assembler_accepts_every_kernel() {
    let Some(ptxas) = Ptxas::find() else {
        eprintln!("no ptxas here: nothing to ask");
        return;
    };
    let files: Vec<_> = ["ptx", "clean", "defects"]
        .iter()
        .flat_map(|name| folder(name))
        .collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let failures: Vec<String> = std::thread::scope(|scope| {
        let shares: Vec<_> = files
            .chunks(files.len().div_ceil(threads))
            .map(|share| {
                scope.spawn(|| {
                    share
                        .iter()
                        .filter_map(|path| refusal(&ptxas, path))
                        .collect()
                })
            })
            .collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().unwrap_or_else(|_| vec!["a panic".to_owned()]))
            .collect()
    });
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Why the assembler's word on a file is not what the file says.
fn refusal(ptxas: &Ptxas, path: &Path) -> Option<String> {
    let run = read(path);
    match (ptxas.assemble(&run.text, arch(&run.text)), run.unassembled) {
        (Ok(_), None) | (Err(_), Some(_)) => None,
        (Ok(_), Some(why)) => Some(format!("{}: accepted, although {why}", run.name)),
        (Err(message), None) => Some(format!("{}: {message}", run.name)),
    }
}

#[test]
fn removing_any_barrier_of_the_reduction_is_reported() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ptx/reduction.ptx");
    let run = read(&path);
    let barriers = run
        .text
        .lines()
        .filter(|line| line.contains("bar.sync"))
        .count();
    assert!(barriers >= 2);
    for number in 1..=barriers {
        let mut seen = 0;
        let without: Vec<&str> = run
            .text
            .lines()
            .filter(|line| {
                let barrier = line.contains("bar.sync");
                seen += usize::from(barrier);
                !barrier || seen != number
            })
            .collect();
        let result = simulator(Schedule::Forward).execute(
            &without.join("\n"),
            &run.instance,
            &Limits { steps: run.steps },
        );
        let kind = result.map_err(|fault| fault.kind.to_string());
        // A warp that runs ahead of the one it should wait for may find memory that nothing wrote yet.
        let seen = kind.err().unwrap_or_default();
        assert!(
            seen == "race" || seen == "uninitialised",
            "without barrier {number}: {seen}"
        );
    }
}

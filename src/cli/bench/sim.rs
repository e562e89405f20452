//! `warpsmith bench sim`: how fast the simulator executes, in thread instructions a second of one core.
//!
//! Seconds are those that the executing thread had the processor for: what else the machine does changes them little.

use clap::Args;
use rustix::time::{ClockId, clock_gettime};
use serde::Serialize;

use crate::cli::table::table;
use crate::cli::{Exit, Failure, say, say_json};
use crate::ptx;
use crate::stats::median;
use crate::target::Description;
use crate::target::launch::{Arg, Buffer, Check, Checks, Launched, Options, Request, launch};
use crate::workload::Scalar;

/// Arguments of `bench sim`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Executions of each kernel with the checks, and as many without; the medians count
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=1000))]
    repetitions: u32,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A kernel with one launch of it.
struct Sample {
    name: &'static str,
    summary: &'static str,
    ptx: &'static str,
    grid: [u32; 3],
    block: [u32; 3],
    args: Vec<Arg>,
}

/// What was measured of one kernel. Rates are thread instructions a second.
#[derive(Serialize)]
struct Row {
    kernel: &'static str,
    summary: &'static str,
    /// Each counted once for every thread that executes it.
    instructions: u64,
    warp_instructions: u64,
    repetitions: u32,
    /// Every check, in one execution: the second one, which the check of the schedule makes, is not counted.
    checked_seconds: f64,
    checked_per_second: f64,
    unchecked_seconds: f64,
    unchecked_per_second: f64,
}

/// Measures.
///
/// # Errors
/// A kernel of ours that does not run clean, which is a fault of ours.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let device = Description::load("h200").map_err(Failure::internal)?;
    let rows = samples()
        .iter()
        .map(|sample| measure(&device, sample, arguments.repetitions))
        .collect::<Result<Vec<Row>, Failure>>()?;
    if arguments.json {
        say_json(&rows)?;
        return Ok(Exit::Done);
    }
    let millions = |rate: f64| format!("{:.0} M/s", rate / 1e6);
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            vec![
                format!("{}: {}", row.kernel, row.summary),
                row.instructions.to_string(),
                millions(row.checked_per_second),
                millions(row.unchecked_per_second),
            ]
        })
        .collect();
    let heading = ["kernel", "thread instructions", "all checks", "no checks"];
    say(&table(&heading, &cells));
    Ok(Exit::Done)
}

fn measure(device: &Description, sample: &Sample, repetitions: u32) -> Result<Row, Failure> {
    let program = ptx::parse(sample.ptx).map_err(Failure::internal)?;
    let kernel = program
        .kernels
        .first()
        .ok_or_else(|| Failure::internal(format!("{}: no kernel", sample.name)))?;
    let request = Request {
        program: &program,
        kernel,
        grid: sample.grid,
        block: sample.block,
        shared: 0,
        args: &sample.args,
    };
    let time = |checks: Checks| -> Result<(f64, Launched), Failure> {
        let options = Options {
            checks,
            steps: u64::MAX,
        };
        let since = seconds();
        let launched = launch(device, &request, &options).map_err(Failure::internal)?;
        let seconds = seconds() - since;
        match launched.faults.first() {
            None => Ok((seconds, launched)),
            Some(fault) => Err(Failure::internal(format!("{}: {fault}", sample.name))),
        }
    };
    let (mut checked, mut unchecked) = (Vec::new(), Vec::new());
    let (mut instructions, mut warp_instructions) = (0, 0);
    // In turn, so that what else the machine does falls on both.
    for _ in 0..repetitions {
        let (seconds, launched) = time(Checks::default().without(Check::Schedule))?;
        checked.push(seconds);
        unchecked.push(time(Checks::NONE)?.0);
        instructions = launched.counters.thread_instructions;
        warp_instructions = launched.counters.warp_instructions;
    }
    let (checked_seconds, unchecked_seconds) = (median(&checked), median(&unchecked));
    Ok(Row {
        kernel: sample.name,
        summary: sample.summary,
        instructions,
        warp_instructions,
        repetitions,
        checked_seconds,
        checked_per_second: instructions as f64 / checked_seconds,
        unchecked_seconds,
        unchecked_per_second: instructions as f64 / unchecked_seconds,
    })
}

/// Processor time of this thread so far.
fn seconds() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}

fn samples() -> [Sample; 4] {
    const N: u32 = 256;
    const THREADS: u32 = 1 << 16;
    const BLOCKS: u32 = 1 << 10;
    const WORDS: u32 = 1 << 20;
    let count = |n: u32| Arg::Scalar(Scalar::I32, u64::from(n));
    let buffer = |scalar, len: u32, data| {
        Arg::Buffer(Buffer {
            element: scalar,
            len: len as usize,
            data,
            read_only: false,
        })
    };
    let input = |scalar, len: u32, word: fn(u32) -> u32| {
        let data = (0..len).flat_map(|at| word(at).to_le_bytes()).collect();
        buffer(scalar, len, Some(data))
    };
    let small = |at: u32| ((at % 251) as f32 * 0.01 - 1.0).to_bits();
    let output = |scalar, len| buffer(scalar, len, None);
    [
        Sample {
            name: "sgemm",
            summary: "256 x 256, an element a thread",
            ptx: include_str!("../../../tests/ptx/sgemm.ptx"),
            grid: [N / 16, N / 16, 1],
            block: [16, 16, 1],
            args: vec![
                input(Scalar::F32, N * N, small),
                input(Scalar::F32, N * N, small),
                output(Scalar::F32, N * N),
                count(N),
            ],
        },
        Sample {
            name: "divergent",
            summary: "loops of different lengths in the lanes",
            ptx: include_str!("../../../benches/sim/divergent.ptx"),
            grid: [THREADS / 256, 1, 1],
            block: [256, 1, 1],
            args: vec![output(Scalar::U32, THREADS), count(THREADS)],
        },
        Sample {
            name: "reduction",
            summary: "a tree in shared memory",
            ptx: include_str!("../../../benches/sim/reduction.ptx"),
            grid: [BLOCKS, 1, 1],
            block: [256, 1, 1],
            args: vec![
                input(Scalar::F32, BLOCKS * 1024, small),
                output(Scalar::F32, BLOCKS),
            ],
        },
        Sample {
            name: "histogram",
            summary: "atomics on shared and global memory",
            ptx: include_str!("../../../benches/sim/histogram.ptx"),
            grid: [64, 1, 1],
            block: [256, 1, 1],
            args: vec![
                // Knuth's multiplicative hash (The Art of Computer Programming, 6.4): bytes that look random.
                input(Scalar::U32, WORDS, |at| at.wrapping_mul(2_654_435_761)),
                input(Scalar::U32, 256, |_| 0),
                count(WORDS),
            ],
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_runs_clean_with_all_checks() {
        let device = Description::load("h200").expect("a built-in target");
        for sample in samples() {
            let program = ptx::parse(sample.ptx).expect("a kernel");
            // A few blocks are as good as all of them: none waits for another.
            let request = Request {
                program: &program,
                kernel: &program.kernels[0],
                grid: [2, 1, 1],
                block: sample.block,
                shared: 0,
                args: &sample.args,
            };
            let launched = launch(&device, &request, &Options::default()).expect("a launch");
            assert!(launched.faults.is_empty(), "{:?}", launched.faults);
            assert!(launched.counters.thread_instructions > 10_000);
        }
    }
}

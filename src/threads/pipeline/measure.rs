//! The rate of each stage on one core.

use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::allocate::Stage;
use super::file::{Error, Pipeline, StageText};
use crate::stats::median;
use crate::threads::run::{End, run_child};
use crate::threads::topology::Topology;

/// Runs of a stage's command.
const RUNS: usize = 3;
/// How long one may take.
const TIMEOUT: Duration = Duration::from_secs(600);

/// The stages with their rates: as the file says, or as the command's time on one core says. `timed` gets the name of each stage that is timed.
///
/// # Errors
/// [`Error::Stage`] if a command fails, [`Error::Stopped`] if the user asked for it.
pub fn measure(
    pipeline: &Pipeline,
    topology: &Topology,
    stop: &AtomicBool,
    timed: &mut dyn FnMut(&str),
) -> Result<Vec<Stage>, Error> {
    pipeline
        .stage
        .iter()
        .map(|stage| {
            let text = stage.get_ref();
            let rate = match text.rate {
                Some(rate) => rate,
                None => {
                    timed(&text.name);
                    text.elements.unwrap_or(1.0) / seconds(text, topology, stop)?
                }
            };
            Ok(Stage {
                name: text.name.clone(),
                rate,
                visits: text.visits,
                sequential: text.sequential,
                random: text.random,
                bytes: text.bytes,
            })
        })
        .collect()
}

/// The median time of a stage's command on one core.
fn seconds(stage: &StageText, topology: &Topology, stop: &AtomicBool) -> Result<f64, Error> {
    let fail = |reason: String, output: String| Error::Stage {
        stage: stage.name.clone(),
        reason,
        output,
    };
    let program = stage.command.first().cloned().unwrap_or_default();
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let mut command = Command::new(&program);
        command.args(&stage.command[1..]);
        let ran = on_one_core(topology, || run_child(&mut command, TIMEOUT, stop));
        let ran = ran.map_err(|e| fail(format!("{program}: {e}"), String::new()))?;
        let output = format!("{}{}", ran.stdout, ran.stderr).trim().to_owned();
        match ran.end {
            End::Code(0) => times.push(ran.seconds),
            End::Code(code) => {
                return Err(fail(format!("{program} ended with code {code}"), output));
            }
            End::Signal(signal) => {
                return Err(fail(format!("signal {signal} ended {program}"), output));
            }
            End::TimedOut => {
                return Err(fail(
                    format!("{program} took longer than {} s", TIMEOUT.as_secs()),
                    output,
                ));
            }
            End::Stopped => return Err(Error::Stopped),
        }
    }
    Ok(median(&times))
}

/// Does something on one core: a process that this thread starts meanwhile stays there, with all its threads.
fn on_one_core<T>(topology: &Topology, work: impl FnOnce() -> T) -> T {
    let before = rustix::thread::sched_getaffinity(None);
    if let Some(cpu) = topology.one_cpu_a_core().last() {
        let mut one = rustix::thread::CpuSet::new();
        one.set(*cpu);
        // Where the system does not allow it, the stage is timed on whatever it gets.
        let _ = rustix::thread::sched_setaffinity(None, &one);
    }
    let result = work();
    if let Ok(before) = before {
        let _ = rustix::thread::sched_setaffinity(None, &before);
    }
    result
}

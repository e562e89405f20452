//! How long each stage of judging takes: what decides how many workers are worth having.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// Work done so far, stage by stage, in core-seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// Variants that were compiled.
    pub variants: u32,
    /// By workers, compiling.
    pub compiling: f64,
    /// By workers, executing.
    pub executing: f64,
    /// By this process: breeding, looking up, recording. Nobody can share that.
    pub coordinating: f64,
}

/// Says how many workers a pace is worth.
pub type Allocate = fn(&Pace) -> usize;

/// What is measured while a crew works.
pub(super) struct Stopwatch {
    pace: Pace,
    /// This process's processor time when it began.
    start: Duration,
}

impl Stopwatch {
    /// From now on.
    pub(super) fn start() -> Stopwatch {
        let pace = Pace {
            variants: 0,
            compiling: 0.0,
            executing: 0.0,
            coordinating: 0.0,
        };
        Stopwatch {
            pace,
            start: processor_time(),
        }
    }

    /// A worker compiled a variant.
    pub(super) fn compiled(&mut self, took: Duration) {
        self.pace.variants += 1;
        self.pace.compiling += took.as_secs_f64();
    }

    /// A worker executed a variant.
    pub(super) fn executed(&mut self, took: Duration) {
        self.pace.executing += took.as_secs_f64();
    }

    /// The pace so far.
    pub(super) fn pace(&self) -> Pace {
        let coordinating = processor_time().saturating_sub(self.start);
        Pace {
            coordinating: coordinating.as_secs_f64(),
            ..self.pace
        }
    }
}

/// Of this process, all its threads together; its workers are processes of their own.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

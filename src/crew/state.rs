//! Where things stand: what each worker is doing, and what is left of a call.

use std::collections::VecDeque;
use std::time::Instant;

use super::process::Process;
use super::{Error, Job};
use crate::judge::{SkippedEdit, Verdict};

/// What a worker is doing.
pub enum State {
    /// There is no process.
    Empty,
    /// It loads the workload.
    Opening,
    /// It waits for a job.
    Idle,
    /// It compiles a job.
    Compiling(usize),
    /// It executes a job of this key, with these edits skipped.
    Executing(usize, String, Vec<SkippedEdit>),
}

/// A place in the crew, and the process that fills it.
pub struct Place {
    /// The process, if there is one.
    pub process: Option<Process>,
    /// Which process in this place it is.
    pub incarnation: u64,
    /// What it is doing.
    pub state: State,
    /// Since when it has been doing that.
    pub since: Instant,
    /// How many processes in a row ended before they were ready.
    pub false_starts: u32,
}

impl Place {
    /// Nobody's yet.
    pub fn empty() -> Place {
        Place {
            process: None,
            incarnation: 0,
            state: State::Empty,
            since: Instant::now(),
            false_starts: 0,
        }
    }
}

/// The jobs of one call.
pub struct Round<'a> {
    /// What is to be judged.
    pub jobs: &'a [Job],
    /// Hears of each verdict.
    record: &'a mut dyn FnMut(usize, &Verdict) -> Result<(), Error>,
    /// By job.
    pub verdicts: Vec<Option<Verdict>>,
    /// Jobs that no worker has.
    pub queue: VecDeque<usize>,
    /// How often each job has been given out again.
    pub tries: Vec<u32>,
    /// How many jobs have no verdict.
    pub open: usize,
}

impl<'a> Round<'a> {
    /// All jobs open.
    pub fn new(
        jobs: &'a [Job],
        record: &'a mut dyn FnMut(usize, &Verdict) -> Result<(), Error>,
    ) -> Round<'a> {
        Round {
            jobs,
            record,
            verdicts: vec![None; jobs.len()],
            queue: (0..jobs.len()).collect(),
            tries: vec![0; jobs.len()],
            open: jobs.len(),
        }
    }

    /// Gives a job its verdict, and puts it on record.
    ///
    /// # Errors
    /// Whatever `record` returns.
    pub fn close(&mut self, job: usize, verdict: Verdict) -> Result<(), Error> {
        (self.record)(job, &verdict)?;
        self.verdicts[job] = Some(verdict);
        self.open -= 1;
        Ok(())
    }
}

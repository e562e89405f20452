//! Worker processes that judge variants, and the coordinator's side of them.
//!
//! Anything may happen to a variant: the compiler aborts on it, it runs for ever, it eats memory. So it is compiled and executed in a worker
//! process that can be killed and replaced, and the coordinator only ever sees a verdict. The idea that keeps the results the same for any
//! number of workers: which worker judges what is left to chance, but a verdict depends on the variant alone.

mod build;
mod compile;
mod devices;
mod loss;
mod memo;
mod pace;
mod process;
pub mod protocol;
mod state;
mod worker;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::edit::Genome;
use crate::judge::device::Opened;
use crate::judge::{Backend, Finished, JudgeSpec, Scope, SkippedEdit, StepBudget, Verdict};
pub use compile::{compile, compile_here};
use devices::{Devices, Work};
use memo::{Memo, Recall};
use pace::Stopwatch;
pub use pace::{Allocate, Pace};
use process::{Event, Incoming, Process};
pub use process::{WorkerCommand, kill_with_children};
use protocol::{Reply, Request};
use state::{Place, Round, State};
pub use worker::serve;

/// How a crew works.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How to start a worker.
    pub command: WorkerCommand,
    /// How many workers run side by side, at least 1.
    pub jobs: usize,
    /// How long one compilation or one execution may take before its worker is killed.
    pub deadline: Duration,
}

/// One variant to judge.
#[derive(Debug, Clone)]
pub struct Job {
    /// The variant.
    pub genome: Genome,
    /// On which cases.
    pub scope: Scope,
    /// How many steps each case may take.
    pub budget: StepBudget,
}

/// Why a crew gave no verdicts.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The user asked to stop.
    #[error("stopped")]
    Stopped,
    /// The workload, target or policy cannot be judged at all; the message is for the user.
    #[error("{0}")]
    Refused(String),
    /// Workers cannot be started or do not speak our language.
    #[error("the worker processes fail: {0}")]
    Workers(String),
    /// A verdict could not be put on record.
    #[error("{0}")]
    Record(String),
}

/// How long a stop request may go unnoticed.
const POLL: Duration = Duration::from_millis(50);

/// A crew of worker processes. Dropping it ends them.
pub struct Crew {
    spec: JudgeSpec,
    settings: Settings,
    places: Vec<Place>,
    sender: Sender<Incoming>,
    receiver: Receiver<Incoming>,
    memo: Memo,
    devices: Option<Devices>,
    stop: Arc<AtomicBool>,
    stopwatch: Stopwatch,
    allocate: Option<Allocate>,
}

impl Crew {
    /// A crew for `spec`. Workers start when the first jobs come. Setting `stop` makes every call return [`Error::Stopped`] promptly.
    pub fn new(spec: JudgeSpec, settings: Settings, stop: Arc<AtomicBool>) -> Crew {
        let (sender, receiver) = channel();
        let places = (0..settings.jobs.max(1)).map(|_| Place::empty()).collect();
        let devices = match &spec.backend {
            Backend::Sim => None,
            Backend::Cuda(measuring) => Some(Devices::new(
                spec.clone(),
                measuring.clone(),
                settings.command.without_limit(),
            )),
        };
        Crew {
            spec,
            settings,
            places,
            sender,
            receiver,
            memo: Memo::default(),
            devices,
            stop,
            stopwatch: Stopwatch::start(),
            allocate: None,
        }
    }

    /// Whether times come from a device: it then has the last word on the search cases. What is correct in the simulator is measured there, at
    /// device size.
    pub fn measures(&self) -> bool {
        self.devices.is_some()
    }

    /// What the device said when it was opened; `None` before the first variant was measured.
    pub fn device(&self) -> Option<&Opened> {
        self.devices.as_ref()?.opened()
    }

    /// Devices that were taken out of use, and why.
    pub fn retired(&self) -> &[String] {
        self.devices.as_ref().map_or(&[], Devices::retired)
    }

    /// Tells measured times by the baseline's times of an earlier session, and by what compiled it then.
    pub fn tell_by(&mut self, baseline: &Verdict, compiled_by: Option<String>) {
        let measured = baseline.cases.iter().filter(|case| case.measured.is_some());
        let times = measured.map(|case| (case.case.clone(), case.time_ns));
        if let Some(devices) = &mut self.devices {
            devices.tell_by(times.collect(), compiled_by);
        }
    }

    /// The work that was done so far.
    pub fn pace(&self) -> Pace {
        self.stopwatch.pace()
    }

    /// Sets how long one compilation or one execution may take from now on.
    pub fn set_deadline(&mut self, deadline: Duration) {
        self.settings.deadline = deadline;
    }

    /// Lets `allocate` say, before each call, how many workers the pace so far is worth. Verdicts do not depend on it.
    pub fn adapt(&mut self, allocate: Allocate) {
        self.allocate = Some(allocate);
    }

    /// As many places as are worth having. Only between calls, when nobody works.
    fn resize(&mut self) {
        if let Some(allocate) = self.allocate {
            let jobs = allocate(&self.stopwatch.pace()).max(1);
            self.places.resize_with(jobs, Place::empty);
        }
    }

    /// Forgets the verdicts of a scope, so that its variants are executed again. Only between calls, when nobody works.
    pub fn forget(&mut self, scope: Scope) {
        self.memo.forget(scope);
    }

    /// Remembers an earlier verdict, so that no variant of the same key is executed again.
    pub fn remember(&mut self, scope: Scope, verdict: &Verdict) {
        self.memo.remember(scope, verdict);
    }

    /// Judges all jobs; the verdicts come back in the order of the jobs. `record` hears of each verdict as it is reached.
    ///
    /// # Errors
    /// [`Error::Stopped`] when a stop was asked for (what was recorded stays recorded), and whatever `record` returns.
    pub fn judge(
        &mut self,
        jobs: &[Job],
        record: &mut dyn FnMut(usize, &Verdict) -> Result<(), Error>,
    ) -> Result<Vec<Verdict>, Error> {
        let result = self.judge_round(jobs, record);
        if result.is_err() {
            self.dismiss();
        }
        result
    }

    fn judge_round(
        &mut self,
        jobs: &[Job],
        record: &mut dyn FnMut(usize, &Verdict) -> Result<(), Error>,
    ) -> Result<Vec<Verdict>, Error> {
        self.resize();
        let mut round = Round::new(jobs, record);
        while round.open > 0 {
            self.hire(&mut round)?;
            if let Some(incoming) = self.next_event()? {
                self.handle(incoming, &mut round)?;
            }
            self.enforce_deadlines(&mut round)?;
        }
        Ok(round.verdicts.into_iter().flatten().collect())
    }

    /// The next event, or `None` after a short while without one.
    fn next_event(&mut self) -> Result<Option<Incoming>, Error> {
        if self.stop.load(Ordering::Relaxed) {
            self.dismiss();
            return Err(Error::Stopped);
        }
        match self.receiver.recv_timeout(POLL) {
            Ok(incoming) => Ok(Some(incoming)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(Error::Workers("the channel closed".into())),
        }
    }

    /// Ends all workers and forgets what they were doing.
    fn dismiss(&mut self) {
        for place in &mut self.places {
            place.process = None;
            place.state = State::Empty;
        }
        if let Some(devices) = &mut self.devices {
            devices.dismiss();
        }
        self.memo.forget_pending();
    }

    /// Gives waiting jobs to idle workers, and starts workers for those that still wait.
    fn hire(&mut self, round: &mut Round<'_>) -> Result<(), Error> {
        if let Some(devices) = &mut self.devices {
            devices.hire(&self.sender)?;
        }
        for index in 0..self.places.len() {
            if round.queue.is_empty() {
                break;
            }
            match self.places[index].state {
                State::Empty => self.start(index)?,
                State::Idle => {
                    let Some(job) = round.queue.pop_front() else {
                        break;
                    };
                    let request = Request::Judge {
                        genome: round.jobs[job].genome.clone(),
                    };
                    let place = &mut self.places[index];
                    place.state = State::Compiling(job);
                    place.since = Instant::now();
                    if let Some(process) = &mut place.process {
                        // A failed write means the process is gone; the closed pipe says so in order.
                        let _ = process.send(&request);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Starts a worker in a place that has none.
    fn start(&mut self, index: usize) -> Result<(), Error> {
        let place = &mut self.places[index];
        if !matches!(place.state, State::Empty) {
            return Ok(());
        }
        place.incarnation += 1;
        let mut process = Process::spawn(
            &self.settings.command,
            index,
            place.incarnation,
            self.sender.clone(),
        )
        .map_err(|e| Error::Workers(format!("{}: {e}", self.settings.command.program.display())))?;
        let _ = process.send(&Request::Open(Box::new(self.spec.clone())));
        place.process = Some(process);
        place.state = State::Opening;
        place.since = Instant::now();
        Ok(())
    }

    fn handle(&mut self, incoming: Incoming, round: &mut Round<'_>) -> Result<(), Error> {
        if incoming.place >= devices::FIRST {
            let Some(devices) = &mut self.devices else {
                return Ok(());
            };
            return match devices.handle(incoming)? {
                Some((job, verdict)) => self.settle(job, verdict, round),
                None => Ok(()),
            };
        }
        let place = &mut self.places[incoming.place];
        if place.incarnation != incoming.incarnation {
            return Ok(());
        }
        match incoming.event {
            Event::Closed => {
                let Some(process) = place.process.take() else {
                    return Ok(());
                };
                let state = std::mem::replace(&mut place.state, State::Empty);
                let death = process.mourn();
                self.lost(incoming.place, state, &death, round)
            }
            Event::Garbage(line) => Err(Error::Workers(format!("not a message: {line}"))),
            Event::Reply(Reply::Ready) => {
                place.state = State::Idle;
                place.false_starts = 0;
                Ok(())
            }
            Event::Reply(Reply::Refused { message }) => Err(Error::Refused(message)),
            Event::Reply(Reply::Compiled { key, skipped }) => {
                let State::Compiling(job) = place.state else {
                    return Err(Error::Workers("an answer to no question".into()));
                };
                self.stopwatch.compiled(place.since.elapsed());
                match self.memo.recall(round.jobs[job].scope, &key, job, &skipped) {
                    Recall::Known(verdict) => {
                        place.state = State::Idle;
                        round.close(job, verdict)
                    }
                    Recall::Pending => {
                        place.state = State::Idle;
                        Ok(())
                    }
                    Recall::New => {
                        let request = Request::Execute {
                            scope: round.jobs[job].scope,
                            budget: round.jobs[job].budget.clone(),
                            keep: self.devices.is_some() && round.jobs[job].scope == Scope::Search,
                            assembler: self.devices.as_ref().and_then(Devices::assembler),
                        };
                        if let Some(process) = &mut place.process {
                            let _ = process.send(&request);
                        }
                        place.state = State::Executing(job, key, skipped);
                        place.since = Instant::now();
                        Ok(())
                    }
                }
            }
            Event::Reply(Reply::Judged {
                verdict,
                finished,
                image,
                ..
            }) => match std::mem::replace(&mut place.state, State::Idle) {
                State::Compiling(job) => round.close(job, *verdict),
                State::Executing(job, key, skipped) => {
                    self.stopwatch.executed(place.since.elapsed());
                    self.executed(
                        job,
                        (key, skipped),
                        *verdict,
                        finished.zip(Some(image)),
                        round,
                    )
                }
                _ => Err(Error::Workers("a verdict on no variant".into())),
            },
            Event::Reply(_) => Err(Error::Workers("an answer to no question".into())),
        }
    }

    /// A job was executed in the simulator: that is its verdict, unless a device has the last word.
    fn executed(
        &mut self,
        job: usize,
        (key, skipped): (String, Vec<SkippedEdit>),
        verdict: Verdict,
        kept: Option<(Box<Finished>, Option<Vec<u8>>)>,
        round: &mut Round<'_>,
    ) -> Result<(), Error> {
        if let (Some(devices), Some(kept)) = (&mut self.devices, kept) {
            devices.submit(Work::new(job, key, skipped, verdict, kept));
            return Ok(());
        }
        let verdict = Verdict {
            key: Some(key),
            skipped,
            ..verdict
        };
        self.settle(job, verdict, round)
    }

    /// Closes an executed job and every job that waited for the same key.
    fn settle(&mut self, job: usize, verdict: Verdict, round: &mut Round<'_>) -> Result<(), Error> {
        let waiting = self.memo.settle(round.jobs[job].scope, &verdict);
        round.close(job, verdict.clone())?;
        for (waiter, skipped) in waiting {
            round.close(
                waiter,
                Verdict {
                    skipped,
                    ..verdict.clone()
                },
            )?;
        }
        Ok(())
    }
}

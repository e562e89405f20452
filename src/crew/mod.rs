//! Worker processes that judge variants, and the coordinator's side of them.
//!
//! Anything may happen to a variant: the compiler aborts on it, it runs for ever, it eats memory. So it is compiled and executed in a worker
//! process that can be killed and replaced, and the coordinator only ever sees a verdict. The idea that keeps the results the same for any
//! number of workers: which worker judges what is left to chance, but a verdict depends on the variant alone.

mod build;
mod compile;
mod memo;
mod process;
pub mod protocol;
mod state;
mod worker;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::edit::Genome;
use crate::judge::{JudgeSpec, Outcome, Scope, StepBudget, Verdict};
pub use compile::{compile, compile_here};
use memo::{Memo, Recall};
pub use process::WorkerCommand;
use process::{Death, Event, Incoming, Process};
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

/// How often a place may lose workers that never became ready before the crew gives up.
const FALSE_STARTS: u32 = 3;
/// How often a job is given to another worker after somebody else killed its worker, or after a deadline: a busy machine is no fault of
/// the variant's.
const RETRIES: u32 = 1;
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
    stop: Arc<AtomicBool>,
}

impl Crew {
    /// A crew for `spec`. Workers start when the first jobs come. Setting `stop` makes every call return [`Error::Stopped`] promptly.
    pub fn new(spec: JudgeSpec, settings: Settings, stop: Arc<AtomicBool>) -> Crew {
        let (sender, receiver) = channel();
        let places = (0..settings.jobs.max(1))
            .map(|_| Place {
                process: None,
                incarnation: 0,
                state: State::Empty,
                since: Instant::now(),
                false_starts: 0,
            })
            .collect();
        Crew {
            spec,
            settings,
            places,
            sender,
            receiver,
            memo: Memo::default(),
            stop,
        }
    }

    /// Sets how long one compilation or one execution may take from now on.
    pub fn set_deadline(&mut self, deadline: Duration) {
        self.settings.deadline = deadline;
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
        let mut round = Round::new(jobs, record);
        while round.open > 0 {
            self.hire(&mut round)?;
            let Some(incoming) = self.next_event()? else {
                self.enforce_deadlines(&mut round)?;
                continue;
            };
            self.handle(incoming, &mut round)?;
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
        self.memo.forget_pending();
    }

    /// Gives waiting jobs to idle workers, and starts workers for those that still wait.
    fn hire(&mut self, round: &mut Round<'_>) -> Result<(), Error> {
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
            Event::Reply(Reply::Judged { verdict }) => {
                match std::mem::replace(&mut place.state, State::Idle) {
                    State::Compiling(job) => round.close(job, *verdict),
                    State::Executing(job, key, skipped) => {
                        let verdict = Verdict {
                            key: Some(key),
                            skipped,
                            ..*verdict
                        };
                        self.settle(job, verdict, round)
                    }
                    _ => Err(Error::Workers("a verdict on no variant".into())),
                }
            }
            Event::Reply(Reply::Built { .. } | Reply::Profiled { .. }) => {
                Err(Error::Workers("an answer to no question".into()))
            }
        }
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

    /// A worker died by itself, or was killed by somebody else.
    fn lost(
        &mut self,
        index: usize,
        state: State,
        death: &Death,
        round: &mut Round<'_>,
    ) -> Result<(), Error> {
        let job = match &state {
            State::Opening => return self.false_start(index, &death.last_words),
            State::Compiling(job) | State::Executing(job, ..) => *job,
            State::Idle | State::Empty => return Ok(()),
        };
        // Signal 9 was not ours: the system's out-of-memory killer, or a person.
        if death.signal == Some(9) && self.retry(job, &state, round) {
            return Ok(());
        }
        let how = match death.signal {
            Some(signal) => format!("signal {signal}"),
            None => "an early exit".to_string(),
        };
        let detail = if death.last_words.is_empty() {
            how
        } else {
            format!("{how}: {}", death.last_words)
        };
        let kind = if death.last_words.contains("memory") {
            "memory"
        } else {
            "crash"
        };
        self.condemn(job, state, kind, detail, round)
    }

    /// Kills workers that took too long.
    fn enforce_deadlines(&mut self, round: &mut Round<'_>) -> Result<(), Error> {
        for index in 0..self.places.len() {
            let place = &mut self.places[index];
            let busy = !matches!(place.state, State::Empty | State::Idle);
            if !busy || place.since.elapsed() <= self.settings.deadline {
                continue;
            }
            let state = std::mem::replace(&mut place.state, State::Empty);
            if let Some(process) = place.process.take() {
                process.bury();
            }
            let detail = format!("longer than {:.1} s", self.settings.deadline.as_secs_f64());
            match state {
                State::Compiling(job) | State::Executing(job, ..)
                    if !self.retry(job, &state, round) =>
                {
                    self.condemn(job, state, "deadline", detail, round)?;
                }
                State::Opening => self.false_start(index, &detail)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Gives a job to another worker, where its loss may be no fault of its own; says whether it did.
    fn retry(&mut self, job: usize, state: &State, round: &mut Round<'_>) -> bool {
        if round.tries[job] >= RETRIES {
            return false;
        }
        round.tries[job] += 1;
        if let State::Executing(_, key, _) = state {
            let waiting = self.memo.abandon(round.jobs[job].scope, key);
            round
                .queue
                .extend(waiting.into_iter().map(|(waiter, _)| waiter));
        }
        round.queue.push_back(job);
        true
    }

    /// Takes note of a worker that never became ready.
    fn false_start(&mut self, index: usize, how: &str) -> Result<(), Error> {
        self.places[index].false_starts += 1;
        match self.places[index].false_starts < FALSE_STARTS {
            true => Ok(()),
            false => Err(Error::Workers(format!(
                "they end before they are ready: {how}"
            ))),
        }
    }

    /// Gives a job that cost a worker its verdict.
    fn condemn(
        &mut self,
        job: usize,
        state: State,
        kind: &str,
        detail: String,
        round: &mut Round<'_>,
    ) -> Result<(), Error> {
        let timeout = kind == "deadline";
        match state {
            State::Executing(_, key, skipped) => {
                let outcome = if timeout {
                    Outcome::Timeout
                } else {
                    Outcome::Runtime
                };
                let verdict = Verdict {
                    key: Some(key),
                    skipped,
                    ..Verdict::failed(outcome, kind, format!("execution: {detail}"))
                };
                self.settle(job, verdict, round)
            }
            _ => {
                let outcome = if timeout {
                    Outcome::Timeout
                } else {
                    Outcome::Compile
                };
                round.close(
                    job,
                    Verdict::failed(outcome, kind, format!("compilation: {detail}")),
                )
            }
        }
    }
}

//! What becomes of a job whose worker is lost: it died, or took too long.

use super::process::Death;
use super::state::{Round, State};
use super::{Crew, Error};
use crate::judge::{Outcome, Verdict};

/// How often a place may lose workers that never became ready before the crew gives up.
const FALSE_STARTS: u32 = 3;
/// How often a job is given to another worker after somebody else killed its worker, or after a deadline: a busy machine is no fault of
/// the variant's.
const RETRIES: u32 = 1;

impl Crew {
    /// A worker died by itself, or was killed by somebody else.
    pub(super) fn lost(
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
        let kind = if death.last_words.contains("memory") {
            "memory"
        } else {
            "crash"
        };
        self.condemn(job, state, kind, death.how(), round)
    }

    /// Kills workers that took too long.
    pub(super) fn enforce_deadlines(&mut self, round: &mut Round<'_>) -> Result<(), Error> {
        let late = match &mut self.devices {
            Some(devices) => devices.enforce_deadlines()?,
            None => Vec::new(),
        };
        for (job, verdict) in late {
            self.settle(job, verdict, round)?;
        }
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

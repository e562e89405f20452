//! What is asked of a worker of its own, since this process neither compiles an edited module nor executes a kernel: what a genome compiles
//! to, and the verdict on a kernel that is finished.

use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Instant;

use super::process::{Event, Process};
use super::protocol::{Reply, Request};
use super::{Crew, Error, POLL};
use crate::edit::Genome;
use crate::judge::{Artifacts, Finished, Outcome, Scope, StepBudget, Verdict};

impl Crew {
    /// Compiles a genome and returns what it compiles to.
    ///
    /// # Errors
    /// [`Error::Refused`] with the compiler's message when it does not compile; as [`Crew::judge`] otherwise.
    pub fn build(&self, genome: &Genome) -> Result<Artifacts, Error> {
        let request = Request::Build {
            genome: genome.clone(),
        };
        let built = self.converse(&[request], |reply| match reply {
            Reply::Built { artifacts } => Some(artifacts.map(|a| *a).map_err(Error::Refused)),
            _ => None,
        })?;
        built.unwrap_or_else(|| Err(self.late()))
    }

    /// How the time of a genome divides over the instructions of the unedited module, nanoseconds, on all cases of a scope together.
    ///
    /// # Errors
    /// [`Error::Refused`] with what is wrong with the genome when it cannot be executed; as [`Crew::judge`] otherwise.
    pub fn profile(
        &self,
        genome: &Genome,
        scope: Scope,
        budget: &StepBudget,
    ) -> Result<Vec<f64>, Error> {
        let request = Request::Profile {
            genome: genome.clone(),
            scope,
            budget: budget.clone(),
        };
        let profiled = self.converse(&[request], |reply| match reply {
            Reply::Profiled { times_ns } => Some(times_ns.map_err(|verdict| {
                Error::Refused(
                    verdict
                        .reason
                        .as_ref()
                        .map_or_else(String::new, ToString::to_string),
                )
            })),
            _ => None,
        })?;
        profiled.unwrap_or_else(|| Err(self.late()))
    }

    fn late(&self) -> Error {
        let seconds = self.settings.deadline.as_secs();
        Error::Workers(format!("no answer within {seconds} s"))
    }

    /// Executes a finished kernel, such as one that was exported, on the cases of a scope.
    ///
    /// # Errors
    /// As [`Crew::judge`].
    pub fn judge_finished(
        &self,
        finished: &Finished,
        scope: Scope,
        budget: &StepBudget,
    ) -> Result<Verdict, Error> {
        let take = Request::Take {
            finished: Box::new(finished.clone()),
        };
        let execute = Request::Execute {
            scope,
            budget: budget.clone(),
        };
        let verdict = self.converse(&[take, execute], |reply| match reply {
            Reply::Judged { verdict } => Some(*verdict),
            _ => None,
        })?;
        Ok(verdict.unwrap_or_else(|| {
            let seconds = self.settings.deadline.as_secs_f64();
            let detail = format!("not done within {seconds} s");
            Verdict::failed(Outcome::Timeout, "deadline", detail)
        }))
    }

    /// Sends requests to a new worker, and listens until `answer` takes one of its replies; `None` if none came before the deadline.
    fn converse<T>(
        &self,
        requests: &[Request],
        mut answer: impl FnMut(Reply) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        let (sender, receiver) = channel();
        let program = &self.settings.command;
        let fail =
            |e: std::io::Error| Error::Workers(format!("{}: {e}", program.program.display()));
        let mut process = Process::spawn(program, 0, 0, sender).map_err(fail)?;
        process
            .send(&Request::Open(Box::new(self.spec.clone())))
            .map_err(fail)?;
        for request in requests {
            process.send(request).map_err(fail)?;
        }
        let since = Instant::now();
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Err(Error::Stopped);
            }
            if since.elapsed() > self.settings.deadline {
                return Ok(None);
            }
            let event = match receiver.recv_timeout(POLL) {
                Ok(incoming) => incoming.event,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => Event::Closed,
            };
            match event {
                Event::Reply(Reply::Refused { message }) => return Err(Error::Refused(message)),
                Event::Reply(reply) => {
                    if let Some(answer) = answer(reply) {
                        return Ok(Some(answer));
                    }
                }
                Event::Closed => {
                    let words = process.mourn().last_words;
                    return Err(Error::Workers(format!("one died at its work: {words}")));
                }
                Event::Garbage(line) => {
                    return Err(Error::Workers(format!("an unexpected answer: {line}")));
                }
            }
        }
    }
}

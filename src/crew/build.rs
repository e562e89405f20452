//! What is asked of a worker of its own, since this process neither compiles an edited module nor executes a kernel: what a genome compiles
//! to, and the verdict on a kernel that is finished.

use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Instant;

use super::devices::{self, OPENING, within};
use super::process::{Death, Event, Process};
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
        let built = self.converse(self.opening(), &[request], |reply| match reply {
            Reply::Built { artifacts } => Some(artifacts.map(|a| *a).map_err(Error::Refused)),
            _ => None,
        })?;
        built.map_err(|ended| self.unanswered(ended))?
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
        let profiled = self.converse(self.opening(), &[request], |reply| match reply {
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
        profiled.map_err(|ended| self.unanswered(ended))?
    }

    fn unanswered(&self, ended: Ended) -> Error {
        let seconds = self.settings.deadline.as_secs();
        match ended {
            Ended::Late => Error::Workers(format!("no answer within {seconds} s")),
            Ended::Died(death) => {
                Error::Workers(format!("one died at its work: {}", death.last_words))
            }
        }
    }

    /// Executes a finished kernel, such as one that was exported, on the cases of a scope.
    ///
    /// # Errors
    /// As [`Crew::judge`].
    pub fn judge_finished(
        &mut self,
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
            keep: false,
            assembler: None,
        };
        let verdict = self.converse(self.opening(), &[take, execute], |reply| match reply {
            Reply::Judged { verdict, .. } => Some(*verdict),
            _ => None,
        })?;
        let simulated = match verdict {
            Ok(verdict) => verdict,
            Err(Ended::Late) => {
                let seconds = self.settings.deadline.as_secs_f64();
                let detail = format!("not done within {seconds} s");
                Verdict::failed(Outcome::Timeout, "deadline", detail)
            }
            Err(died) => return Err(self.unanswered(died)),
        };
        if scope != Scope::Search || !self.measures() || !simulated.is_correct() {
            return Ok(simulated);
        }
        let measure = Request::Measure {
            finished: Box::new(finished.clone()),
            // As the driver compiles it, which is what will be shipped.
            image: None,
            best_ns: None,
        };
        let measured = self.measured(&measure)?;
        Ok(devices::both(simulated, measured))
    }

    /// Measures a finished kernel in several processes, one after the other on the first device, each new: what one process shows may be its own
    /// luck with addresses and clocks. In fewer, but in one at least, where a stop was asked for.
    ///
    /// # Errors
    /// [`Error::Refused`] without a device, or when it does not execute the unedited kernel; as [`Crew::judge`] otherwise.
    pub fn confirm(
        &mut self,
        finished: &Finished,
        processes: usize,
    ) -> Result<Vec<Verdict>, Error> {
        let measure = Request::Measure {
            finished: Box::new(finished.clone()),
            // As the driver compiles it, which is what will be shipped.
            image: None,
            best_ns: None,
        };
        let mut verdicts = Vec::new();
        while verdicts.len() < processes {
            match self.measured(&measure) {
                Err(Error::Stopped) if !verdicts.is_empty() => break,
                measured => verdicts.push(measured?),
            }
        }
        Ok(verdicts)
    }

    /// Measures the expert's kernel in a process of its own.
    ///
    /// # Errors
    /// As [`Crew::confirm`].
    pub fn measure_expert(&mut self) -> Result<Verdict, Error> {
        self.measured(&Request::MeasureExpert)
    }

    fn measured(&mut self, request: &Request) -> Result<Verdict, Error> {
        let Some(devices) = &mut self.devices else {
            let message = "nothing measures here: the times are the simulator's";
            return Err(Error::Refused(message.into()));
        };
        devices.rest();
        let open = Request::OpenDevice {
            spec: Box::new(self.spec.clone()),
            device: Box::new(devices.spec_of(devices.first_ordinal())),
        };
        let verdict = self.converse(open, std::slice::from_ref(request), |reply| match reply {
            Reply::Judged { verdict, .. } => Some(Ok(*verdict)),
            Reply::Troubled { message } => Some(Err(Error::Workers(message))),
            _ => None,
        })?;
        verdict.unwrap_or_else(|ended| {
            Ok(match ended {
                Ended::Late => devices::late(),
                Ended::Died(death) => devices::crashed(&death),
            })
        })
    }

    fn opening(&self) -> Request {
        Request::Open(Box::new(self.spec.clone()))
    }

    /// Opens a new worker, sends it requests, and listens until `answer` takes one of its replies; or until it ends or its time does.
    fn converse<T>(
        &self,
        open: Request,
        requests: &[Request],
        mut answer: impl FnMut(Reply) -> Option<T>,
    ) -> Result<Result<T, Ended>, Error> {
        let (sender, receiver) = channel();
        let measures = matches!(open, Request::OpenDevice { .. });
        let (program, deadline) = match measures {
            true => (self.settings.command.without_limit(), OPENING),
            false => (self.settings.command.clone(), self.settings.deadline),
        };
        let fail =
            |e: std::io::Error| Error::Workers(format!("{}: {e}", program.program.display()));
        let mut process = Process::spawn(&program, 0, 0, sender).map_err(fail)?;
        process.send(&open).map_err(fail)?;
        for request in requests {
            process.send(request).map_err(fail)?;
        }
        let mut until = Instant::now() + deadline;
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Err(Error::Stopped);
            }
            if Instant::now() > until {
                return Ok(Err(Ended::Late));
            }
            let event = match receiver.recv_timeout(POLL) {
                Ok(incoming) => incoming.event,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => Event::Closed,
            };
            match event {
                Event::Reply(Reply::Refused { message }) => return Err(Error::Refused(message)),
                Event::Reply(Reply::Launching { within_s }) => {
                    until = Instant::now() + within(within_s);
                }
                Event::Reply(reply) => {
                    if let Some(answer) = answer(reply) {
                        return Ok(Ok(answer));
                    }
                }
                Event::Closed => return Ok(Err(Ended::Died(process.mourn()))),
                Event::Garbage(line) => {
                    return Err(Error::Workers(format!("an unexpected answer: {line}")));
                }
            }
        }
    }
}

/// How a worker ended without an answer.
enum Ended {
    /// Its time was over.
    Late,
    /// By itself, or somebody else ended it.
    Died(Death),
}

//! What a genome compiles to, for export: asked of a worker of its own, since this process never compiles an edited module.

use std::sync::atomic::Ordering;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Instant;

use super::process::{Event, Process};
use super::protocol::{Reply, Request};
use super::{Crew, Error, POLL};
use crate::edit::Genome;
use crate::judge::Artifacts;

impl Crew {
    /// Compiles a genome and returns what it compiles to.
    ///
    /// # Errors
    /// [`Error::Refused`] with the compiler's message when it does not compile; as [`Crew::judge`] otherwise.
    pub fn build(&self, genome: &Genome) -> Result<Artifacts, Error> {
        let (sender, receiver) = channel();
        let program = &self.settings.command;
        let fail =
            |e: std::io::Error| Error::Workers(format!("{}: {e}", program.program.display()));
        let mut process = Process::spawn(program, 0, 0, sender).map_err(fail)?;
        process
            .send(&Request::Open(Box::new(self.spec.clone())))
            .map_err(fail)?;
        process
            .send(&Request::Build {
                genome: genome.clone(),
            })
            .map_err(fail)?;
        let since = Instant::now();
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Err(Error::Stopped);
            }
            if since.elapsed() > self.settings.deadline {
                let seconds = self.settings.deadline.as_secs();
                return Err(Error::Workers(format!("no answer within {seconds} s")));
            }
            let event = match receiver.recv_timeout(POLL) {
                Ok(incoming) => incoming.event,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => Event::Closed,
            };
            match event {
                Event::Reply(Reply::Ready) => {}
                Event::Reply(Reply::Built { artifacts }) => {
                    return artifacts.map(|a| *a).map_err(Error::Refused);
                }
                Event::Reply(Reply::Refused { message }) => return Err(Error::Refused(message)),
                Event::Closed => {
                    let death = process.mourn();
                    return Err(Error::Workers(format!(
                        "one died while it compiled: {}",
                        death.last_words
                    )));
                }
                other => return Err(Error::Workers(format!("an unexpected answer: {other:?}"))),
            }
        }
    }
}

//! One worker process: spawned, spoken to over pipes, and killed. The only place that knows it is a process.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use rustix::process::{Pid, Signal, kill_process_group};

use super::protocol::{Reply, Request};

/// How to start a worker.
#[derive(Debug, Clone)]
pub struct WorkerCommand {
    /// The program, as a rule this very binary.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
}

impl WorkerCommand {
    /// The same worker with no bound on its addresses: a CUDA driver reserves them for all the memory that there may ever be.
    pub fn without_limit(&self) -> WorkerCommand {
        let mut args = self.args.clone();
        if let Some(at) = args.iter().position(|arg| arg == "--memory-mib")
            && let Some(limit) = args.get_mut(at + 1)
        {
            *limit = "0".into();
        }
        WorkerCommand {
            program: self.program.clone(),
            args,
        }
    }
}

/// What a worker's pipe brought.
#[derive(Debug)]
pub enum Event {
    /// A message.
    Reply(Reply),
    /// A line that is no message: the worker and the coordinator are not of one version.
    Garbage(String),
    /// The pipe is closed: the process ended.
    Closed,
}

/// An event of one process. `incarnation` tells the replies of a killed process from those of its successor.
#[derive(Debug)]
pub struct Incoming {
    /// Which place in the crew it comes from.
    pub place: usize,
    /// Which process in that place.
    pub incarnation: u64,
    /// What happened.
    pub event: Event,
}

/// How a process ended, in words that are the same each time it happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Death {
    /// The signal that ended it, if one did.
    pub signal: Option<i32>,
    /// What it said last that is worth repeating; without addresses, so that equal deaths read alike.
    pub last_words: String,
}

impl Death {
    /// How it ended, and what it said of that.
    pub fn how(&self) -> String {
        let ended = match self.signal {
            Some(signal) => format!("signal {signal}"),
            None => "an early exit".to_string(),
        };
        match self.last_words.as_str() {
            "" => ended,
            words => format!("{ended}: {words}"),
        }
    }
}

/// How many of the last lines of standard error are kept.
const KEPT_LINES: usize = 40;

/// A running worker. Dropping it kills the process and waits for it.
pub struct Process {
    child: Child,
    stdin: ChildStdin,
    stderr: Arc<Mutex<VecDeque<String>>>,
    stderr_reader: Option<JoinHandle<()>>,
}

impl Process {
    /// Starts a process whose messages arrive at `sender`.
    ///
    /// It gets a process group of its own: Ctrl-C in a terminal reaches the coordinator alone, which then ends its workers in order.
    ///
    /// # Errors
    /// When the operating system cannot start it.
    pub fn spawn(
        command: &WorkerCommand,
        place: usize,
        incarnation: u64,
        sender: Sender<Incoming>,
    ) -> std::io::Result<Process> {
        let mut child = Command::new(&command.program)
            .args(&command.args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()?;
        let (Some(stdin), Some(stdout), Some(errors)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(std::io::Error::other("the worker's pipes were not opened"));
        };
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines() {
                let Ok(line) = line else { break };
                let event = match serde_json::from_str(&line) {
                    Ok(reply) => Event::Reply(reply),
                    Err(_) => Event::Garbage(line),
                };
                if sender
                    .send(Incoming {
                        place,
                        incarnation,
                        event,
                    })
                    .is_err()
                {
                    return;
                }
            }
            let _ = sender.send(Incoming {
                place,
                incarnation,
                event: Event::Closed,
            });
        });
        let stderr = Arc::new(Mutex::new(VecDeque::new()));
        let kept = Arc::clone(&stderr);
        let stderr_reader = std::thread::spawn(move || {
            for line in BufReader::new(errors).lines() {
                let Ok(line) = line else { break };
                let Ok(mut kept) = kept.lock() else { break };
                if kept.len() == KEPT_LINES {
                    kept.pop_front();
                }
                kept.push_back(line);
            }
        });
        Ok(Process {
            child,
            stdin,
            stderr,
            stderr_reader: Some(stderr_reader),
        })
    }

    /// Sends one message.
    ///
    /// # Errors
    /// When the process is gone; [`Event::Closed`] arrives as well.
    pub fn send(&mut self, request: &Request) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(request)?;
        line.push(b'\n');
        self.stdin.write_all(&line)?;
        self.stdin.flush()
    }

    /// Ends the process, if it still runs, and says how it ended.
    pub fn bury(mut self) -> Death {
        let signal = self.end();
        if let Some(reader) = self.stderr_reader.take() {
            let _ = reader.join();
        }
        let last_words = self
            .stderr
            .lock()
            .map(|lines| last_words(&lines))
            .unwrap_or_default();
        Death { signal, last_words }
    }

    fn end(&mut self) -> Option<i32> {
        kill_with_children(&mut self.child)
    }

    /// Waits for a process that closed its pipe, and says how it ended.
    pub fn mourn(mut self) -> Death {
        let signal = self.child.wait().ok().and_then(|status| status.signal());
        let death = self.bury();
        Death { signal, ..death }
    }
}

/// Kills a process that leads a group, and whatever it started: a child of its own would keep its pipes open, and us waiting. Says which signal
/// ended it, if one did.
pub fn kill_with_children(child: &mut Child) -> Option<i32> {
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        // Fails only when all of them are gone already.
        let _ = kill_process_group(group, Signal::KILL);
    }
    let _ = child.kill();
    child.wait().ok().and_then(|status| status.signal())
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// The line that says why: LLVM's fatal error, a failed allocation, a panic; up to the first address in it.
pub(super) fn last_words(lines: &VecDeque<String>) -> String {
    const TELLING: [&str; 5] = [
        "LLVM ERROR",
        "memory allocation of",
        "Assertion",
        "panicked at",
        "overflowed its stack",
    ];
    let Some(line) = lines
        .iter()
        .find(|line| TELLING.iter().any(|t| line.contains(t)))
    else {
        return String::new();
    };
    let line = line.split("0x").next().unwrap_or_default();
    line.trim().chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_words_are_the_telling_line_without_addresses() {
        let lines = VecDeque::from([
            "noise".to_string(),
            "LLVM ERROR: Cannot select: 0x55aa: i64 = x".to_string(),
        ]);
        assert_eq!(last_words(&lines), "LLVM ERROR: Cannot select:");
        assert_eq!(
            last_words(&VecDeque::from(["PLEASE submit a bug report".to_string()])),
            ""
        );
    }
}

//! One program run to its end in a process group of its own: what it printed, how it ended, how long it took; killed with all that it started
//! when it takes too long.

use std::io::Read;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::crew::kill_with_children;

/// How much is kept of each stream: its end.
const KEPT: usize = 64 * 1024;
/// How long a stop request, or the end of a program that closed its output before, may go unnoticed.
const POLL: Duration = Duration::from_millis(20);
/// How long the output of a process that is gone may still take to be read: something that left its group may hold the pipe open.
const DRAIN: Duration = Duration::from_millis(500);

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// By itself, with this code.
    Code(i32),
    /// By a signal.
    Signal(i32),
    /// Killed because it took too long.
    TimedOut,
    /// Killed because the user asked to stop.
    Stopped,
}

/// What a program did.
#[derive(Debug, Clone)]
pub struct Ran {
    /// How it ended.
    pub end: End,
    /// The end of its standard output.
    pub stdout: String,
    /// The end of its standard error.
    pub stderr: String,
    /// From start to end.
    pub seconds: f64,
}

/// Runs a program to its end.
///
/// # Errors
/// When it cannot be started.
pub fn run(command: &mut Command, timeout: Duration, stop: &AtomicBool) -> std::io::Result<Ran> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .spawn()?;
    let (sender, receiver) = channel();
    let streams = [
        child.stdout.take().map(boxed),
        child.stderr.take().map(boxed),
    ];
    for (index, stream) in streams.into_iter().enumerate() {
        if let Some(stream) = stream {
            collect(index, stream, sender.clone());
        }
    }
    drop(sender);
    let mut texts = [None, None];
    let end = wait(&mut child, start + timeout, stop, &receiver, &mut texts);
    let seconds = start.elapsed().as_secs_f64();
    // Whatever it left behind would disturb the next run.
    kill_with_children(&mut child);
    let drained = Instant::now() + DRAIN;
    while texts.iter().any(Option::is_none) {
        match receiver.recv_timeout(drained.saturating_duration_since(Instant::now())) {
            Ok((index, text)) => texts[index] = Some(text),
            Err(_) => break,
        }
    }
    let [stdout, stderr] = texts.map(Option::unwrap_or_default);
    Ok(Ran {
        end: end?,
        stdout,
        stderr,
        seconds,
    })
}

fn boxed(stream: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    Box::new(stream)
}

/// Waits for the end, or for a reason to make one.
fn wait(
    child: &mut Child,
    deadline: Instant,
    stop: &AtomicBool,
    receiver: &Receiver<(usize, String)>,
    texts: &mut [Option<String>; 2],
) -> std::io::Result<End> {
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(End::Stopped);
        }
        if Instant::now() >= deadline {
            return Ok(End::TimedOut);
        }
        match receiver.recv_timeout(POLL) {
            Ok((index, text)) => texts[index] = Some(text),
            // Both streams are closed: as a rule it has ended.
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => {
                std::thread::sleep(Duration::from_millis(1))
            }
            Err(std::sync::mpsc::RecvTimeoutError::Timeout) => {}
        }
        if let Some(status) = child.try_wait()? {
            return Ok(match (status.code(), status.signal()) {
                (Some(code), _) => End::Code(code),
                (None, signal) => End::Signal(signal.unwrap_or(0)),
            });
        }
    }
}

/// Reads a stream to its end, in a thread, and sends the last part of it.
fn collect(index: usize, mut stream: Box<dyn Read + Send>, sender: Sender<(usize, String)>) {
    std::thread::spawn(move || {
        let mut kept = Vec::new();
        let mut buffer = [0; 8192];
        // A pipe that breaks is a process that died, which its status tells.
        while let Ok(n @ 1..) = stream.read(&mut buffer) {
            kept.extend_from_slice(&buffer[..n]);
            if kept.len() > 2 * KEPT {
                kept.drain(..kept.len() - KEPT);
            }
        }
        let text = String::from_utf8_lossy(&kept[kept.len().saturating_sub(KEPT)..]).into_owned();
        let _ = sender.send((index, text));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, timeout: Duration) -> Ran {
        let stop = AtomicBool::new(false);
        run(Command::new("sh").args(["-c", script]), timeout, &stop).unwrap()
    }

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn output_and_code_are_kept() {
        let ran = shell("echo out; echo err >&2; exit 3", LONG);
        assert_eq!(
            (ran.end, ran.stdout.as_str(), ran.stderr.as_str()),
            (End::Code(3), "out\n", "err\n")
        );
        assert_eq!(shell("kill -9 $$", LONG).end, End::Signal(9));
    }

    #[test]
    fn of_much_output_the_end_is_kept() {
        let ran = shell("yes line | head -n 100000; echo last", LONG);
        assert!(ran.stdout.len() <= KEPT && ran.stdout.ends_with("line\nlast\n"));
    }

    #[test]
    fn what_hangs_is_killed_with_its_children() {
        // The child of the shell holds the pipe; killing the shell alone would leave us waiting for it.
        let ran = shell("sleep 1000 & echo $!; wait", Duration::from_millis(200));
        assert_eq!(ran.end, End::TimedOut);
        let child: i32 = ran.stdout.trim().parse().unwrap();
        let gone = || {
            let state = std::fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
            state.is_empty() || state.contains(") Z ")
        };
        assert!(
            (0..1000).any(|_| gone() || {
                std::thread::yield_now();
                false
            }),
            "it still runs"
        );
    }

    #[test]
    fn a_stop_ends_a_run() {
        let stop = AtomicBool::new(true);
        let ran = run(Command::new("sleep").arg("1000"), LONG, &stop).unwrap();
        assert_eq!(ran.end, End::Stopped);
    }
}

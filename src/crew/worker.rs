//! A worker's own side: reads requests, judges, answers. Runs as `warpsmith worker`.

use std::fs::File;
use std::io::{BufRead, Write};
use std::os::fd::AsFd;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use rustix::process::{Resource, Rlimit, setrlimit};

use super::protocol::{Assembler, Reply, Request};
use crate::judge::device::{Answer, DeviceJudge};
use crate::judge::{Compiled, Finished, Judge, Verdict};
use crate::target::Ptxas;

/// Serves requests from standard input until it closes.
///
/// A thread of its own reads the input, so that a worker whose coordinator was killed ends at once, even in the middle of a compilation.
///
/// `memory_mib` bounds the address space: a variant that makes the compiler or the simulator eat memory ends this process, not the machine. 0 is
/// no bound, for workers that measure: a CUDA driver reserves addresses for all the memory that there may ever be.
///
/// # Errors
/// When the limit cannot be set, or the answers cannot be written.
pub fn serve(memory_mib: u64) -> std::io::Result<()> {
    if memory_mib > 0 {
        limit_memory(memory_mib)?;
    }
    keep_messages_apart()?;
    let (sender, requests) = channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines() {
            let Ok(line) = line else { break };
            match serde_json::from_str::<Request>(&line) {
                Ok(request) => {
                    if sender.send(request).is_err() {
                        break;
                    }
                }
                Err(error) => {
                    eprintln!("warpsmith worker: not a request: {error}");
                    std::process::exit(1);
                }
            }
        }
        std::process::exit(0);
    });
    answer(&requests)
}

/// Bounds the address space of this process.
pub(super) fn limit_memory(memory_mib: u64) -> std::io::Result<()> {
    let bytes = Some(memory_mib.saturating_mul(1 << 20));
    let limit = Rlimit {
        current: bytes,
        maximum: bytes,
    };
    setrlimit(Resource::As, limit)?;
    Ok(())
}

/// What a worker was opened for.
enum Open {
    /// Compiling, and executing in the simulator.
    Simulator(Box<Judge>),
    /// Measuring on a device.
    Device(Box<DeviceJudge>),
}

fn answer(requests: &Receiver<Request>) -> std::io::Result<()> {
    let mut open: Option<Open> = None;
    let mut compiled: Option<Compiled> = None;
    while let Ok(request) = requests.recv() {
        let reply = match (request, &mut open) {
            (Request::Open(spec), slot) => match Judge::open(&spec) {
                Ok(judge) => {
                    *slot = Some(Open::Simulator(Box::new(judge)));
                    Reply::Ready
                }
                Err(error) => refused(error.to_string()),
            },
            (Request::OpenDevice { spec, device }, slot) => {
                match DeviceJudge::open(&spec, &device, &mut launching) {
                    Ok((judge, opened)) => {
                        *slot = Some(Open::Device(Box::new(judge)));
                        Reply::Opened(Box::new(opened))
                    }
                    Err(message) => refused(message),
                }
            }
            (request, Some(Open::Device(judge))) => {
                let answer = match request {
                    Request::Measure {
                        finished,
                        image,
                        best_ns,
                    } => judge.measure(&finished, image.as_deref(), best_ns, &mut launching),
                    Request::MeasureExpert => judge.measure_expert(&mut launching),
                    _ => {
                        send(&refused(
                            "a worker that measures was asked to simulate".into(),
                        ))?;
                        continue;
                    }
                };
                match answer {
                    Answer::Verdict(verdict) => judged(verdict),
                    // The context is gone: whoever comes next needs a process that never saw this kernel. The coordinator ends this one, as
                    // a driver that lost its context may not let it end by itself.
                    Answer::Last(verdict) => Reply::Judged {
                        verdict: Box::new(verdict),
                        finished: None,
                        image: None,
                        last: true,
                    },
                    Answer::Trouble(message) => return send(&Reply::Troubled { message }),
                }
            }
            (request, Some(Open::Simulator(judge))) => simulate(judge, request, &mut compiled),
            _ => refused("a worker was asked before it was told what to judge".into()),
        };
        send(&reply)?;
    }
    Ok(())
}

/// Tells the coordinator that the device begins its next step. If that cannot be told, nobody is there to listen.
fn launching(within: Duration) {
    let _ = send(&Reply::Launching {
        within_s: within.as_secs_f64(),
    });
}

fn refused(message: String) -> Reply {
    Reply::Refused { message }
}

fn judged(verdict: Verdict) -> Reply {
    Reply::Judged {
        verdict: Box::new(verdict),
        finished: None,
        image: None,
        last: false,
    }
}

/// What an assembler makes of a kernel; `None` without one of that release, or where it refuses: the driver says why then.
fn assembled(finished: &Finished, by: &Assembler) -> Option<Vec<u8>> {
    static FOUND: OnceLock<Option<Ptxas>> = OnceLock::new();
    let found = FOUND.get_or_init(Ptxas::find).as_ref()?;
    let same = found.version == by.release;
    same.then(|| found.image(&finished.ptx, &by.arch).ok())?
}

/// What is asked of a judge that simulates.
fn simulate(judge: &mut Judge, request: Request, compiled: &mut Option<Compiled>) -> Reply {
    match request {
        Request::Judge { genome } => match judge.compile(&genome) {
            Ok(variant) => {
                let reply = Reply::Compiled {
                    key: variant.key.clone(),
                    skipped: variant.skipped.clone(),
                };
                *compiled = Some(variant);
                reply
            }
            Err(verdict) => judged(*verdict),
        },
        Request::Take { finished } => {
            let variant = judge.take(*finished);
            let reply = Reply::Compiled {
                key: variant.key.clone(),
                skipped: Vec::new(),
            };
            *compiled = Some(variant);
            reply
        }
        Request::Execute {
            scope,
            budget,
            keep,
            assembler,
        } => match compiled.take() {
            Some(variant) => {
                let verdict = judge.execute(&variant, scope, &budget);
                let kept = (keep && verdict.is_correct()).then(|| Box::new(variant.finished()));
                let by = kept.as_ref().zip(assembler.as_ref());
                Reply::Judged {
                    verdict: Box::new(verdict),
                    image: by.and_then(|(finished, by)| assembled(finished, by)),
                    finished: kept,
                    last: false,
                }
            }
            None => {
                let outcome = crate::judge::Outcome::Compile;
                judged(Verdict::failed(outcome, "protocol", "nothing was compiled"))
            }
        },
        Request::Profile {
            genome,
            scope,
            budget,
        } => Reply::Profiled {
            times_ns: judge.profile(&genome, scope, &budget),
        },
        Request::Build { genome } => Reply::Built {
            artifacts: judge.artifacts(&genome).map(Box::new),
        },
        Request::Open(_)
        | Request::OpenDevice { .. }
        | Request::Measure { .. }
        | Request::MeasureExpert => refused("a worker that simulates was asked to measure".into()),
    }
}

/// Where messages go: what was standard output when the worker started.
static MESSAGES: OnceLock<Mutex<File>> = OnceLock::new();

/// Makes standard output another name of standard error, so that nothing else can come between messages: kernels print, through the driver.
fn keep_messages_apart() -> std::io::Result<()> {
    let messages = std::io::stdout().as_fd().try_clone_to_owned()?;
    rustix::stdio::dup2_stdout(std::io::stderr())?;
    MESSAGES.get_or_init(|| Mutex::new(File::from(messages)));
    Ok(())
}

fn send(reply: &Reply) -> std::io::Result<()> {
    let mut line = serde_json::to_vec(reply)?;
    line.push(b'\n');
    let closed = || std::io::Error::other("messages go nowhere yet");
    let mut out = MESSAGES
        .get()
        .ok_or_else(closed)?
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    out.write_all(&line)?;
    out.flush()
}

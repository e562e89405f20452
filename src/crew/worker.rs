//! A worker's own side: reads requests, judges, answers. Runs as `warpsmith worker`.

use std::io::{BufRead, Write};
use std::sync::mpsc::{Receiver, channel};

use rustix::process::{Resource, Rlimit, setrlimit};

use super::protocol::{Reply, Request};
use crate::judge::{Compiled, Judge, Verdict};

/// Serves requests from standard input until it closes.
///
/// A thread of its own reads the input, so that a worker whose coordinator was killed ends at once, even in the middle of a compilation.
///
/// `memory_mib` bounds the address space: a variant that makes the compiler or the simulator eat memory ends this process, not the machine.
///
/// # Errors
/// When the limit cannot be set, or the answers cannot be written.
pub fn serve(memory_mib: u64) -> std::io::Result<()> {
    limit_memory(memory_mib)?;
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

fn answer(requests: &Receiver<Request>) -> std::io::Result<()> {
    let mut judge: Option<Judge> = None;
    let mut compiled: Option<Compiled> = None;
    while let Ok(request) = requests.recv() {
        let reply = match (request, &mut judge) {
            (Request::Open(spec), slot) => match Judge::open(&spec) {
                Ok(opened) => {
                    *slot = Some(opened);
                    Reply::Ready
                }
                Err(error) => Reply::Refused {
                    message: error.to_string(),
                },
            },
            (_, None) => Reply::Refused {
                message: "a worker was asked before it was told what to judge".into(),
            },
            (Request::Judge { genome }, Some(judge)) => match judge.compile(&genome) {
                Ok(variant) => {
                    let reply = Reply::Compiled {
                        key: variant.key.clone(),
                        skipped: variant.skipped.clone(),
                    };
                    compiled = Some(variant);
                    reply
                }
                Err(verdict) => Reply::Judged { verdict },
            },
            (Request::Take { finished }, Some(judge)) => {
                let variant = judge.take(*finished);
                let reply = Reply::Compiled {
                    key: variant.key.clone(),
                    skipped: Vec::new(),
                };
                compiled = Some(variant);
                reply
            }
            (Request::Execute { scope, budget }, Some(judge)) => {
                let verdict = match compiled.take() {
                    Some(variant) => judge.execute(&variant, scope, &budget),
                    None => Verdict::failed(
                        crate::judge::Outcome::Compile,
                        "protocol",
                        "nothing was compiled",
                    ),
                };
                Reply::Judged {
                    verdict: Box::new(verdict),
                }
            }
            (
                Request::Profile {
                    genome,
                    scope,
                    budget,
                },
                Some(judge),
            ) => Reply::Profiled {
                times_ns: judge.profile(&genome, scope, &budget),
            },
            (Request::Build { genome }, Some(judge)) => Reply::Built {
                artifacts: judge.artifacts(&genome).map(Box::new),
            },
        };
        send(&reply)?;
    }
    Ok(())
}

fn send(reply: &Reply) -> std::io::Result<()> {
    let mut line = serde_json::to_vec(reply)?;
    line.push(b'\n');
    let mut out = std::io::stdout().lock();
    out.write_all(&line)?;
    out.flush()
}

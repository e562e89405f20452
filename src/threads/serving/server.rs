//! Queries answered for real: copies of a model in threads of one process, a queue before them, arrivals by the clock.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Barrier, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::load::parts;
use super::{Engine, Load, Served, Sharing};
use crate::threads::graph::Graph;
use crate::threads::onnx::{Error as OnnxError, Model, Options, Runtime};
use crate::threads::run::{End, run_child};
use crate::threads::trial::Error;

/// The subcommand of this program that answers a load in a process of its own.
pub const LOAD: [&str; 2] = ["threads", "load"];
/// Runs of each copy before the first query.
const WARM_UPS: usize = 3;
/// How much longer than its arrivals a load may take before its process is killed.
const PATIENCE: Duration = Duration::from_secs(120);

/// What such a process is asked, as JSON on its command line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Request {
    /// The model.
    pub model: PathBuf,
    /// How the work is shared.
    pub sharing: Sharing,
    /// The queries.
    pub load: Load,
    /// Whether waiting threads keep their core busy.
    pub spin: bool,
}

/// Starts a process for each load.
pub struct Server {
    /// This very binary.
    pub program: PathBuf,
    /// ONNX Runtime.
    pub library: PathBuf,
    /// The model.
    pub model: PathBuf,
    /// Whether waiting threads keep their core busy.
    pub spin: bool,
    /// Setting it ends a load at once.
    pub stop: Arc<AtomicBool>,
}

impl Engine for Server {
    fn serve(&mut self, sharing: Sharing, load: &Load) -> Result<Served, Error> {
        let request = Request {
            model: self.model.clone(),
            sharing,
            load: *load,
            spin: self.spin,
        };
        let fail = |message: String| Error::Machine(message);
        let text = serde_json::to_string(&request).map_err(|e| fail(e.to_string()))?;
        let arrivals = load.rate.map_or(0.0, |rate| load.queries as f64 / rate);
        let timeout = Duration::from_secs_f64(2.0 * arrivals) + PATIENCE;
        // Latencies are too many for what is kept of a pipe.
        let answer = tempfile::NamedTempFile::new().map_err(|e| fail(e.to_string()))?;
        let mut command = Command::new(&self.program);
        command
            .args(LOAD)
            .arg(&text)
            .arg(answer.path())
            .env("ORT_DYLIB_PATH", &self.library);
        let ran = run_child(&mut command, timeout, &self.stop).map_err(|e| fail(e.to_string()))?;
        match ran.end {
            End::Code(0) => {
                let text =
                    std::fs::read_to_string(answer.path()).map_err(|e| fail(e.to_string()))?;
                serde_json::from_str(&text).map_err(|e| fail(e.to_string()))
            }
            End::Stopped => Err(Error::Stopped),
            End::TimedOut => Err(fail(format!(
                "a load was not answered within {:.0} s",
                timeout.as_secs_f64()
            ))),
            End::Code(_) | End::Signal(_) => {
                Err(fail(format!("the server failed: {}", ran.stderr.trim())))
            }
        }
    }
}

/// A part of a query that waits for a copy.
struct Part {
    query: usize,
    samples: usize,
}

/// What waits, and whether more will come.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<Part>,
    closed: bool,
}

/// Answers a load in this process.
///
/// # Errors
/// When the model cannot be loaded or run.
pub fn answer(library: &Path, request: &Request) -> Result<Served, OnnxError> {
    let runtime = Runtime::load(library)?;
    let graph = Graph::load(&request.model).map_err(|e| OnnxError::Runtime(e.to_string()))?;
    let queries = request.load.queries();
    let largest = queries
        .iter()
        .flat_map(|(_, size)| parts(*size, request.sharing.batch))
        .max()
        .unwrap_or(1);
    let copies = request.sharing.workers.max(1);
    let (queue, changed) = (Mutex::new(Queue::default()), Condvar::new());
    let barrier = Barrier::new(copies + 1);
    let left: Vec<Mutex<(usize, f64)>> = queries
        .iter()
        .map(|(_, size)| Mutex::new((parts(*size, request.sharing.batch).count(), 0.0)))
        .collect();
    let start = Mutex::new(None);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..copies)
            .map(|_| {
                scope.spawn(|| -> Result<(), OnnxError> {
                    let loaded = load(&runtime, &graph, request, largest);
                    // Ready; then started. Whoever failed must not leave the others waiting.
                    barrier.wait();
                    barrier.wait();
                    let mut model = loaded?;
                    let begin: Instant = lock(&start).unwrap_or_else(Instant::now);
                    while let Some(part) = next(&queue, &changed) {
                        model.run(part.samples)?;
                        let mut entry = lock(&left[part.query]);
                        entry.0 -= 1;
                        entry.1 = begin.elapsed().as_secs_f64();
                    }
                    Ok(())
                })
            })
            .collect();
        barrier.wait();
        let begin = Instant::now();
        *lock(&start) = Some(begin);
        barrier.wait();
        for (query, (arrival, size)) in queries.iter().enumerate() {
            if let Some(wait) = Duration::from_secs_f64(*arrival).checked_sub(begin.elapsed()) {
                std::thread::sleep(wait);
            }
            let mut queue = lock(&queue);
            queue
                .waiting
                .extend(parts(*size, request.sharing.batch).map(|samples| Part { query, samples }));
            changed.notify_all();
        }
        lock(&queue).closed = true;
        changed.notify_all();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(OnnxError::Runtime("a copy of the model panicked".into())))
        })
    })?;
    let latencies: Vec<f64> = queries
        .iter()
        .zip(&left)
        .map(|((arrival, _), entry)| lock(entry).1 - arrival)
        .collect();
    let seconds = left.iter().map(|entry| lock(entry).1).fold(0.0, f64::max);
    Ok(Served {
        latencies,
        seconds,
        samples: queries.iter().map(|(_, size)| *size as u64).sum(),
    })
}

/// A copy of the model, for parts of up to `largest` samples, warmed up.
fn load(
    runtime: &Runtime,
    graph: &Graph,
    request: &Request,
    largest: usize,
) -> Result<Model, OnnxError> {
    let spin = u8::from(request.spin).to_string();
    let options = Options {
        intra: request.sharing.threads,
        entries: vec![("session.intra_op.allow_spinning".into(), spin)],
        ..Options::default()
    };
    let mut model = Model::load(runtime, &request.model, graph, largest, &options)?;
    for _ in 0..WARM_UPS {
        model.run(largest)?;
    }
    Ok(model)
}

fn next(queue: &Mutex<Queue>, changed: &Condvar) -> Option<Part> {
    let mut queue = lock(queue);
    loop {
        if let Some(part) = queue.waiting.pop_front() {
            return Some(part);
        }
        if queue.closed {
            return None;
        }
        queue = changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
    }
}

/// A copy that panicked is reported when it is joined; what it shared is whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

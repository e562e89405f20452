//! ONNX Runtime's adapter: one model, some copies of it side by side, timed for a while.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::time::{Duration, Instant};

use serde::Serialize;

use super::session::{Error, Model, Options, Runtime};
use crate::stats::{median, percentile};
use crate::threads::graph::Graph;
use crate::threads::topology::Topology;

/// Fewer runs than this have no median worth the name.
const FEWEST_RUNS: usize = 3;

/// What is run, and how.
#[derive(Debug, Clone, Default)]
pub struct Sampling {
    /// The model's file.
    pub model: PathBuf,
    /// Samples a run.
    pub batch: usize,
    /// How long each copy runs before it is timed, seconds.
    pub warmup_s: f64,
    /// How long it is timed, seconds.
    pub measure_s: f64,
    /// Copies side by side.
    pub instances: usize,
    /// Whether threads stay on a core of their own.
    pub pin: bool,
    /// Of each copy.
    pub options: Options,
}

/// The JSON line.
#[derive(Debug, Clone, Serialize)]
pub struct Sample {
    /// Samples a second, over all copies.
    pub throughput: f64,
    /// The median of a run.
    pub latency_ms: f64,
    /// Its 90th percentile.
    pub p90_ms: f64,
    /// Its 99th percentile.
    pub p99_ms: f64,
    /// Runs behind these.
    pub runs: usize,
}

impl Sampling {
    /// Takes `OPTION=VALUE`s: `batch`, `instances`, `pin`, `intra_op_num_threads`, `inter_op_num_threads`, and whatever ONNX Runtime's own
    /// session configuration has under names that begin with `session.` or `ep.`.
    ///
    /// # Errors
    /// [`Error::Option`] with what would be right.
    pub fn set(&mut self, options: &BTreeMap<String, String>) -> Result<(), Error> {
        for (option, value) in options {
            let wrong = |wanted: &str| Error::Option {
                option: option.clone(),
                value: value.clone(),
                wanted: wanted.into(),
            };
            let number = || {
                value
                    .parse::<usize>()
                    .map_err(|_| wrong("a number is needed"))
            };
            match option.as_str() {
                "batch" => self.batch = number()?.max(1),
                "instances" => self.instances = number()?.max(1),
                "pin" => self.pin = number()? > 0,
                "intra_op_num_threads" => self.options.intra = number()?,
                "inter_op_num_threads" => self.options.inter = number()?,
                entry if entry.starts_with("session.") || entry.starts_with("ep.") => {
                    self.options.entries.push((option.clone(), value.clone()));
                }
                _ => {
                    return Err(wrong(
                        "no such option; there are batch, instances, pin, intra_op_num_threads, inter_op_num_threads, and session.*",
                    ));
                }
            }
        }
        Ok(())
    }

    /// Each copy's own processors, where its threads are pinned: the copies take turns through the cores.
    pub fn processors(&self, topology: &Topology) -> Vec<Vec<usize>> {
        let all = topology.one_cpu_a_core();
        let each = match self.options.intra {
            0 => all.len(),
            threads => threads,
        };
        (0..self.instances.max(1))
            .map(|copy| match self.pin {
                true => (0..each)
                    .map(|thread| all[(copy * each + thread) % all.len()])
                    .collect(),
                false => Vec::new(),
            })
            .collect()
    }
}

/// Runs the copies side by side and times them.
///
/// # Errors
/// When the model cannot be loaded or run.
pub fn sample(library: &Path, sampling: &Sampling) -> Result<Sample, Error> {
    let runtime = Runtime::load(library)?;
    let graph = Graph::load(&sampling.model).map_err(|e| Error::Runtime(e.to_string()))?;
    let topology = Topology::detect().map_err(|e| Error::Runtime(e.to_string()))?;
    let processors = sampling.processors(&topology);
    let barrier = Barrier::new(processors.len());
    let latencies: Vec<Vec<f64>> = std::thread::scope(|scope| {
        let copies: Vec<_> = processors
            .into_iter()
            .map(|cpus| {
                let (runtime, graph, barrier) = (&runtime, &graph, &barrier);
                scope.spawn(move || one(runtime, graph, sampling, cpus, barrier))
            })
            .collect();
        let joined = copies.into_iter().map(|copy| {
            copy.join()
                .unwrap_or_else(|_| Err(Error::Runtime("a copy of the model panicked".into())))
        });
        joined.collect::<Result<_, Error>>()
    })?;
    let all: Vec<f64> = latencies.iter().flatten().copied().collect();
    Ok(Sample {
        throughput: latencies
            .iter()
            .map(|own| sampling.batch as f64 / median(own))
            .sum(),
        latency_ms: median(&all) * 1e3,
        p90_ms: percentile(&all, 0.90) * 1e3,
        p99_ms: percentile(&all, 0.99) * 1e3,
        runs: all.len(),
    })
}

/// One copy: loaded, warmed up, and timed while the others run too. Seconds of each run.
fn one(
    runtime: &Runtime,
    graph: &Graph,
    sampling: &Sampling,
    cpus: Vec<usize>,
    barrier: &Barrier,
) -> Result<Vec<f64>, Error> {
    if let Some(first) = cpus.first() {
        stay_on(*first);
    }
    let options = Options {
        cpus,
        ..sampling.options.clone()
    };
    let prepared = Model::load(runtime, &sampling.model, graph, sampling.batch, &options).and_then(
        |mut model| {
            let end = Instant::now() + Duration::from_secs_f64(sampling.warmup_s);
            model.run(sampling.batch)?;
            while Instant::now() < end {
                model.run(sampling.batch)?;
            }
            Ok(model)
        },
    );
    // Whoever fails must not leave the others waiting.
    barrier.wait();
    let mut model = prepared?;
    let mut latencies = Vec::new();
    let end = Instant::now() + Duration::from_secs_f64(sampling.measure_s);
    while Instant::now() < end || latencies.len() < FEWEST_RUNS {
        let start = Instant::now();
        model.run(sampling.batch)?;
        latencies.push(start.elapsed().as_secs_f64());
    }
    Ok(latencies)
}

/// Keeps this thread on a processor. Where the system does not allow it, the thread stays free: the sample then shows what that gives.
fn stay_on(cpu: usize) {
    let mut set = rustix::thread::CpuSet::new();
    set.set(cpu);
    let _ = rustix::thread::sched_setaffinity(None, &set);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::threads::topology::Cpu;

    #[test]
    fn options_are_taken_by_name_and_others_refused() {
        let mut sampling = Sampling::default();
        let set = |pairs: &[(&str, &str)]| {
            pairs
                .iter()
                .map(|(k, v)| (k.to_string(), v.to_string()))
                .collect()
        };
        sampling
            .set(&set(&[
                ("instances", "2"),
                ("intra_op_num_threads", "3"),
                ("session.x", "y"),
            ]))
            .unwrap();
        assert_eq!((sampling.instances, sampling.options.intra), (2, 3));
        assert_eq!(sampling.options.entries, [("session.x".into(), "y".into())]);
        for (option, value, word) in [("intra", "2", "no such option"), ("pin", "yes", "a number")]
        {
            let error = sampling
                .set(&set(&[(option, value)]))
                .unwrap_err()
                .to_string();
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn pinned_copies_share_no_core_while_there_are_enough() {
        let cpus = (0..4)
            .map(|id| Cpu {
                id,
                core: id,
                socket: 0,
                node: 0,
            })
            .collect();
        let topology = Topology {
            model: String::new(),
            cpus,
            machine_cpus: 4,
            quota: None,
        };
        let mut sampling = Sampling {
            instances: 2,
            pin: true,
            ..Sampling::default()
        };
        sampling.options.intra = 2;
        assert_eq!(sampling.processors(&topology), [vec![0, 1], vec![2, 3]]);
        sampling.pin = false;
        assert_eq!(sampling.processors(&topology), [vec![0usize; 0], vec![]]);
    }
}

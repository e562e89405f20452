//! Serving: how many queries a second a model answers within a latency.
//!
//! Queries arrive by themselves, whether or not the last one was answered ([`load`]); an [`Engine`] answers them, for real in a process of its
//! own ([`server`]) or, in tests, by arithmetic. [`climb`] is DeepRecSched's pair of climbs (Gupta et al., ISCA 2020): the highest rate whose
//! tail latency holds, for each size into which queries are split, and the best such size. [`mlperf`] reports by MLPerf Inference's scenarios.

pub mod climb;
pub mod early;
pub mod load;
pub mod mlperf;
pub mod server;

use serde::{Deserialize, Serialize};

pub use load::{Load, Sizes};

/// How an engine splits and shares the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sharing {
    /// Copies of the model that answer side by side: parallelism over requests.
    pub workers: usize,
    /// Threads of each.
    pub threads: usize,
    /// Samples that a copy is given at a time: a larger query is split, and its parts are answered side by side.
    pub batch: usize,
}

/// What a load met with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Served {
    /// Seconds from arrival to answer, query by query.
    pub latencies: Vec<f64>,
    /// From the first arrival to the last answer, seconds.
    pub seconds: f64,
    /// Samples in all queries.
    pub samples: u64,
}

/// Answers queries.
pub trait Engine {
    /// Answers a load.
    ///
    /// # Errors
    /// When the engine cannot run, or the user asked to stop.
    fn serve(&mut self, sharing: Sharing, load: &Load) -> Result<Served, super::trial::Error>;
}

#[cfg(test)]
pub(super) mod scripted {
    //! An engine whose queue is computed: no time passes.

    use super::*;
    use crate::threads::trial::Error;

    /// Copies that take `seconds(threads, batch)` for a part of so many samples.
    pub struct Scripted<'a> {
        pub seconds: &'a dyn Fn(usize, usize) -> f64,
    }

    impl Engine for Scripted<'_> {
        fn serve(&mut self, sharing: Sharing, load: &Load) -> Result<Served, Error> {
            let mut free = vec![0.0f64; sharing.workers];
            let mut latencies = Vec::new();
            let mut last: f64 = 0.0;
            let mut samples = 0;
            for (arrival, size) in load.queries() {
                samples += size as u64;
                let mut done = arrival;
                for part in super::load::parts(size, sharing.batch) {
                    let next = free.iter_mut().min_by(|a, b| a.total_cmp(b)).unwrap();
                    *next = next.max(arrival) + (self.seconds)(sharing.threads, part);
                    done = done.max(*next);
                }
                latencies.push(done - arrival);
                last = last.max(done);
            }
            Ok(Served {
                latencies,
                seconds: last,
                samples,
            })
        }
    }
}

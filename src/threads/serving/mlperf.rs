//! MLPerf Inference's scenarios: single stream, server, offline.
//!
//! Rules: mlcommons/inference_policies, `inference_rules.adoc`, and the load generator's `mlperf.conf`. A run that is shorter than they ask says
//! so in its result; early stopping ([`super::early`]) keeps what it claims honest.

use serde::Serialize;

use super::climb::{Effort, Target, highest_rate};
use super::early;
use super::{Engine, Load, Sharing, Sizes};
use crate::stats::percentile;
use crate::threads::trial::Error;

/// How long a run must be, seconds.
const LONG: f64 = 600.0;
/// Samples of an offline run.
const OFFLINE_SAMPLES: usize = 24_576;
/// The percentile of each scenario's latency.
const SINGLE_STREAM: f64 = 0.90;
const SERVER: f64 = 0.99;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// The next query comes when the last is answered; the 90th percentile of the latency.
    SingleStream,
    /// Queries come as a Poisson process; the highest rate at which 99 % are answered in time.
    Server,
    /// All queries are there at the start; samples a second.
    Offline,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// What was asked.
    pub scenario: Scenario,
    /// The scenario's metric: seconds (single stream), queries a second (server), samples a second (offline).
    pub metric: f64,
    /// Its unit.
    pub unit: &'static str,
    /// Percentiles of the latency, seconds: 50, 90, 95, 99.
    pub percentiles: [f64; 4],
    /// The early-stopping estimate of the scenario's percentile, seconds; none if there were too few queries for one.
    pub estimate: Option<f64>,
    /// Queries.
    pub queries: usize,
    /// How long they took.
    pub seconds: f64,
    /// Whether it was as long as the rules ask.
    pub mlperf_length: bool,
}

/// The percentiles that are reported.
pub const PERCENTILES: [f64; 4] = [0.50, 0.90, 0.95, 0.99];

/// Single stream: one query after the other, for `seconds` by what a first run says of their time.
///
/// # Errors
/// What the engine says.
pub fn single_stream(
    engine: &mut dyn Engine,
    sharing: Sharing,
    seconds: f64,
    seed: u64,
) -> Result<Outcome, Error> {
    let one = Sharing {
        workers: 1,
        ..sharing
    };
    let load = |queries| Load {
        rate: None,
        queries,
        sizes: Sizes::Fixed(1),
        seed,
    };
    let first = engine.serve(one, &load(8))?;
    let queries = ((seconds / (first.seconds / 8.0).max(1e-6)) as usize).clamp(64, 300_000);
    let served = engine.serve(one, &load(queries))?;
    // All are there at the start, so that a query's own time is from the last answer to its own.
    let mut own = served.latencies.clone();
    own.sort_by(f64::total_cmp);
    let own: Vec<f64> = std::iter::once(own[0])
        .chain(own.windows(2).map(|pair| pair[1] - pair[0]))
        .collect();
    let estimate = early::estimate(&own, SINGLE_STREAM);
    Ok(Outcome {
        scenario: Scenario::SingleStream,
        metric: estimate.unwrap_or_else(|| percentile(&own, SINGLE_STREAM)),
        unit: "s",
        percentiles: PERCENTILES.map(|p| percentile(&own, p)),
        estimate,
        queries,
        seconds: served.seconds,
        mlperf_length: served.seconds >= LONG && estimate.is_some(),
    })
}

/// Server: the highest Poisson rate at which 99 % of single samples are answered within `bound` seconds. The rate that was found is run once
/// more, as the one that a climb ends on held in part by luck; if it breaks, 2 % slower.
///
/// # Errors
/// What the engine says.
pub fn server(
    engine: &mut dyn Engine,
    sharing: Sharing,
    bound: f64,
    seconds: f64,
    seed: u64,
) -> Result<Outcome, Error> {
    let target = Target {
        seconds: bound,
        percentile: SERVER,
    };
    let effort = Effort {
        seconds: seconds / 4.0,
        queries: (200, 20_000),
        ..Effort::default()
    };
    let found = highest_rate(
        engine,
        sharing,
        Sizes::Fixed(1),
        target,
        effort,
        1.0 / bound,
        seed,
    )?;
    let mut rate = found.rate;
    loop {
        let queries = ((rate * seconds) as usize).clamp(700, 300_000);
        let load = Load {
            rate: Some(rate.max(0.1 / bound)),
            queries,
            sizes: Sizes::Fixed(1),
            seed: seed ^ 0x5e,
        };
        let served = engine.serve(sharing, &load)?;
        let holds = percentile(&served.latencies, SERVER) <= bound;
        let hopeless = rate <= 0.1 / bound;
        if holds || hopeless {
            let estimate = early::estimate(&served.latencies, SERVER);
            return Ok(Outcome {
                scenario: Scenario::Server,
                metric: if holds { rate } else { 0.0 },
                unit: "queries/s",
                percentiles: PERCENTILES.map(|p| percentile(&served.latencies, p)),
                estimate,
                queries,
                seconds: served.seconds,
                mlperf_length: served.seconds >= LONG
                    && estimate.is_some_and(|estimate| estimate <= bound),
            });
        }
        rate *= 0.98;
    }
}

/// Offline: samples a second, all of them there at the start.
///
/// # Errors
/// What the engine says.
pub fn offline(
    engine: &mut dyn Engine,
    sharing: Sharing,
    seconds: f64,
    seed: u64,
) -> Result<Outcome, Error> {
    let load = |queries| Load {
        rate: None,
        queries,
        sizes: Sizes::Fixed(sharing.batch),
        seed,
    };
    let first = engine.serve(sharing, &load(4 * sharing.workers))?;
    let each = (first.seconds / (4 * sharing.workers) as f64).max(1e-6);
    let queries = ((seconds / each) as usize).clamp(8 * sharing.workers, 300_000);
    let served = engine.serve(sharing, &load(queries))?;
    Ok(Outcome {
        scenario: Scenario::Offline,
        metric: served.samples as f64 / served.seconds,
        unit: "samples/s",
        percentiles: PERCENTILES.map(|p| percentile(&served.latencies, p)),
        estimate: None,
        queries,
        seconds: served.seconds,
        mlperf_length: served.seconds >= LONG && served.samples as usize >= OFFLINE_SAMPLES,
    })
}

#[cfg(test)]
mod tests {
    use super::super::scripted::Scripted;
    use super::*;

    const SHARING: Sharing = Sharing {
        workers: 2,
        threads: 1,
        batch: 16,
    };

    #[test]
    fn single_stream_reports_the_time_of_one_query_and_ignores_copies() {
        let mut engine = Scripted {
            seconds: &|_, _| 0.002,
        };
        let outcome = single_stream(&mut engine, SHARING, 1.0, 1).unwrap();
        assert!((outcome.metric - 0.002).abs() < 1e-9, "{outcome:?}");
        assert_eq!(outcome.queries, 500);
        assert!(!outcome.mlperf_length);
        let mut slower = Scripted {
            seconds: &|_, _| 0.004,
        };
        assert!(
            single_stream(&mut slower, SHARING, 601.0, 1)
                .unwrap()
                .mlperf_length
        );
    }

    #[test]
    fn offline_reports_what_all_copies_do_together() {
        let mut engine = Scripted {
            seconds: &|_, part| 0.001 * part as f64,
        };
        let outcome = offline(&mut engine, SHARING, 4.0, 1).unwrap();
        assert!((outcome.metric - 2000.0).abs() < 20.0, "{outcome:?}");
        assert!(!outcome.mlperf_length);
    }

    #[test]
    fn server_reports_a_rate_that_held_in_a_second_run() {
        let mut engine = Scripted {
            seconds: &|_, _| 0.004,
        };
        let outcome = server(&mut engine, SHARING, 0.020, 40.0, 1).unwrap();
        // Two copies answer 500 a second at the very most; the tail of 99 % holds below that.
        assert!((300.0..480.0).contains(&outcome.metric), "{outcome:?}");
        assert!(outcome.percentiles[3] <= 0.020);
        let mut slow = Scripted {
            seconds: &|_, _| 0.030,
        };
        assert_eq!(
            server(&mut slow, SHARING, 0.020, 4.0, 1).unwrap().metric,
            0.0
        );
    }
}

//! DeepRecSched's two nested climbs: the highest rate whose tail latency holds, and the sharing of the work for which it is highest.
//!
//! Gupta et al., "DeepRecSys", ISCA 2020. The inner climb looks for the rate; here it brackets it by steps and then halves the bracket on a
//! logarithmic scale, where theirs walks a grid. The outer climb goes down the sizes into which queries are split, and stops at the first that
//! is worse than the one before; then through the shares of cores between copies and threads.

use serde::Serialize;

use super::{Engine, Load, Sharing, Sizes};
use crate::stats::percentile;
use crate::threads::trial::Error;

/// What must hold.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Target {
    /// The latency, seconds.
    pub seconds: f64,
    /// The percentile of queries that must be under it, 0 to 1.
    pub percentile: f64,
}

/// How the climb spends its time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Effort {
    /// Seconds of arrivals at each rate.
    pub seconds: f64,
    /// Queries at each rate: at least, and at most.
    pub queries: (usize, usize),
    /// The bracket of the rate at which the inner climb stops, as a ratio: 1.05 is 5 %.
    pub bracket: f64,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort {
            seconds: 2.0,
            queries: (100, 5000),
            bracket: 1.05,
        }
    }
}

/// A step of the climb.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// How the work was shared.
    pub sharing: Sharing,
    /// The highest rate that held, queries a second; 0 if none did.
    pub rate: f64,
    /// The tail latency at that rate, seconds.
    pub tail: f64,
}

/// A climb.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Climbed {
    /// Every sharing that was tried, in order.
    pub points: Vec<Point>,
    /// The best of them.
    pub best: Point,
}

/// The sizes into which queries are split, as in DeepRecSched: from 512 samples down to 32, and smaller for short queries.
pub const BATCHES: [usize; 12] = [512, 384, 256, 192, 128, 96, 64, 48, 32, 16, 8, 1];
/// How often the bracket may be widened or halved: from one query a second, far beyond what one machine answers.
const STEPS: usize = 60;

/// The highest rate of queries whose tail latency holds, within the effort's bracket. 0 if the tail is too long even for single queries.
///
/// # Errors
/// What the engine says.
pub fn highest_rate(
    engine: &mut dyn Engine,
    sharing: Sharing,
    sizes: Sizes,
    target: Target,
    effort: Effort,
    start: f64,
    seed: u64,
) -> Result<Point, Error> {
    let mut held = Point {
        sharing,
        rate: 0.0,
        tail: f64::INFINITY,
    };
    let mut broke = f64::INFINITY;
    let mut rate = start;
    // A rate at which one query is answered before the next comes: if that breaks, nothing holds.
    let least = 0.1 / target.seconds;
    for step in 0..STEPS {
        let queries = ((rate * effort.seconds) as usize).clamp(effort.queries.0, effort.queries.1);
        let load = Load {
            rate: Some(rate),
            queries,
            sizes,
            seed: seed.wrapping_add(step as u64),
        };
        let served = engine.serve(sharing, &load)?;
        let tail = percentile(&served.latencies, target.percentile);
        match tail <= target.seconds {
            true => {
                held = Point {
                    sharing,
                    rate,
                    tail,
                }
            }
            false => broke = rate,
        }
        if held.rate == 0.0 && broke <= least || broke / held.rate <= effort.bracket {
            break;
        }
        rate = match (held.rate > 0.0, broke.is_finite()) {
            (true, true) => (held.rate * broke).sqrt(),
            (true, false) => held.rate * 2.0,
            (false, _) => broke / 2.0,
        };
    }
    Ok(held)
}

/// Climbs over the sizes of parts, then over the shares of `cores` between copies and threads. `observer` hears of each point.
///
/// # Errors
/// What the engine says.
pub fn climb(
    engine: &mut dyn Engine,
    cores: usize,
    sizes: Sizes,
    target: Target,
    effort: Effort,
    seed: u64,
    observer: &mut dyn FnMut(&Point),
) -> Result<Climbed, Error> {
    let largest = match sizes {
        Sizes::Fixed(samples) => samples,
        Sizes::LogNormal { most, .. } => most,
    };
    let mut points: Vec<Point> = Vec::new();
    let mut start = 1.0 / target.seconds;
    let mut measure = |sharing: Sharing, points: &mut Vec<Point>| -> Result<Point, Error> {
        let point = highest_rate(engine, sharing, sizes, target, effort, start, seed)?;
        start = if point.rate > 0.0 { point.rate } else { start };
        observer(&point);
        points.push(point);
        Ok(point)
    };
    // All cores answer requests side by side, one thread each: what production did, and what splitting queries is held against.
    let shares: Vec<(usize, usize)> = (1..=cores)
        .rev()
        .filter(|workers| cores.is_multiple_of(*workers))
        .map(|workers| (workers, cores / workers))
        .collect();
    let (workers, threads) = shares.first().copied().unwrap_or((1, 1));
    let mut best: Option<Point> = None;
    for batch in BATCHES
        .into_iter()
        .filter(|batch| *batch <= largest.next_power_of_two())
    {
        let point = measure(
            Sharing {
                workers,
                threads,
                batch,
            },
            &mut points,
        )?;
        match best {
            // The first that is worse than the one before ends the climb, unless nothing held yet.
            Some(best) if point.rate < best.rate => break,
            _ => best = Some(point),
        }
    }
    let mut best = best.unwrap_or(Point {
        sharing: Sharing {
            workers,
            threads,
            batch: 1,
        },
        rate: 0.0,
        tail: f64::INFINITY,
    });
    for &(workers, threads) in shares.iter().skip(1) {
        let point = measure(
            Sharing {
                workers,
                threads,
                ..best.sharing
            },
            &mut points,
        )?;
        if point.rate < best.rate {
            break;
        }
        best = point;
    }
    Ok(Climbed { points, best })
}

#[cfg(test)]
mod tests {
    use super::super::load::DEEPRECSYS;
    use super::super::scripted::Scripted;
    use super::*;

    const TARGET: Target = Target {
        seconds: 0.025,
        percentile: 0.95,
    };
    const EFFORT: Effort = Effort {
        seconds: 20.0,
        queries: (2000, 20_000),
        bracket: 1.02,
    };

    /// One copy with a constant service time of s = 5 ms is the queue M/D/1, whose waiting time W exceeds t with a probability of about
    /// C exp(-e t), where e solves r (exp(e s) - 1) = e for arrivals at rate r, and C = (1 - r s) / (r s exp(e s) - 1). At 138 a second, e is 140 and
    /// C 0.8, and 5 % wait longer than 20 ms.
    #[test]
    fn the_highest_rate_is_that_of_the_queue() {
        let mut engine = Scripted {
            seconds: &|_, _| 0.005,
        };
        let sharing = Sharing {
            workers: 1,
            threads: 1,
            batch: 8,
        };
        let point = highest_rate(
            &mut engine,
            sharing,
            Sizes::Fixed(1),
            TARGET,
            EFFORT,
            10.0,
            1,
        )
        .unwrap();
        assert!((point.rate / 138.0 - 1.0).abs() < 0.05, "{point:?}");
        assert!(point.tail <= TARGET.seconds);
    }

    #[test]
    fn a_model_slower_than_the_target_holds_at_no_rate() {
        let mut engine = Scripted {
            seconds: &|_, _| 0.030,
        };
        let sharing = Sharing {
            workers: 2,
            threads: 1,
            batch: 8,
        };
        let point = highest_rate(
            &mut engine,
            sharing,
            Sizes::Fixed(1),
            TARGET,
            EFFORT,
            10.0,
            1,
        )
        .unwrap();
        assert_eq!(point.rate, 0.0);
    }

    /// A fixed price for each part and one for each sample: large parts are cheap, small ones answer a query side by side. The climb stops at
    /// the size that is best of all.
    #[test]
    fn the_climb_ends_at_the_best_size() {
        let seconds = |threads: usize, part: usize| {
            (0.0006 + 0.00005 * part as f64) / (threads as f64).sqrt()
        };
        let mut engine = Scripted { seconds: &seconds };
        let climbed = climb(&mut engine, 8, DEEPRECSYS, TARGET, EFFORT, 1, &mut |_| {}).unwrap();
        let rate = |batch: usize| {
            let mut engine = Scripted { seconds: &seconds };
            let sharing = Sharing {
                workers: 8,
                threads: 1,
                batch,
            };
            highest_rate(&mut engine, sharing, DEEPRECSYS, TARGET, EFFORT, 100.0, 1)
                .unwrap()
                .rate
        };
        let best = BATCHES.into_iter().map(rate).fold(0.0, f64::max);
        assert!(
            climbed.best.rate >= 0.96 * best,
            "{:?} of {best}",
            climbed.best
        );
        assert!(
            climbed.best.sharing.batch > 8 && climbed.best.sharing.workers == 8,
            "{:?}",
            climbed.best
        );
        assert!(climbed.points.len() < BATCHES.len() + 4);
    }

    #[test]
    fn one_copy_with_all_threads_wins_where_threads_scale_and_single_queries_are_slow() {
        let mut engine = Scripted {
            seconds: &|threads, _| 0.04 / threads as f64,
        };
        let climbed = climb(
            &mut engine,
            4,
            Sizes::Fixed(1),
            TARGET,
            EFFORT,
            1,
            &mut |_| {},
        )
        .unwrap();
        assert_eq!(
            (climbed.best.sharing.workers, climbed.best.sharing.threads),
            (1, 4),
            "{:?}",
            climbed.points
        );
    }
}

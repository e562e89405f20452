//! The linear programme, solved in closed form, and what follows from it.
//!
//! Maximise X subject to X <= t_i R_i for every stage i, the sum of the cores t_i within the machine's, 0 <= t_i, and t_i <= 1 for sequential
//! stages. At an optimum every stage has just enough, t_i = X / R_i: more would be taken from others for nothing. So X is bounded by the
//! sequential stages' rates, each on its one core, and by the cores over the sum of 1 / R_i; it is the least of these. Tests hold this against
//! a solver.

use serde::Serialize;

/// A stage, measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// Its own elements a second on one core.
    pub rate: f64,
    /// Its own elements for each element of the pipeline's output: 32 for a stage before batches of 32. Plumber's visit ratio.
    pub visits: f64,
    /// Whether no two of its elements can be worked on at a time.
    pub sequential: bool,
    /// Whether the same input may give another output the next time: nothing at or after it can be cached.
    pub random: bool,
    /// Bytes that all of its output takes, if that is known.
    pub bytes: Option<f64>,
}

impl Stage {
    /// Elements of the pipeline's output a second on one core: Plumber's resource-accounted rate.
    pub fn output_rate(&self) -> f64 {
        self.rate / self.visits
    }
}

/// What a stage gets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// The stage.
    pub name: String,
    /// Cores, as a real number.
    pub cores: f64,
    /// Workers to start: as many as it takes to use these cores.
    pub workers: usize,
    /// Elements of the pipeline's output a second, with these workers, if nothing else bounds it.
    pub capacity: f64,
    /// How much of these workers' time is idle at the pipeline's rate, 0 to 1.
    pub idle: f64,
}

/// Whether to keep a stage's output, and how far to work ahead.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Advice {
    /// The stage after which output is best kept in memory, if one fits: the last before anything random.
    pub cache: Option<String>,
    /// The pipeline's rate with that cache, once it is filled; elements a second.
    pub rate_with_cache: Option<f64>,
    /// Elements to work ahead, stage by stage: more where a stage idles more, as its work is then the more easily done early.
    pub prefetch: Vec<usize>,
}

/// Cores by stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Allocation {
    /// Elements of the pipeline's output a second.
    pub rate: f64,
    /// The stage that bounds it; none if the cores do.
    pub bottleneck: Option<String>,
    /// What each stage gets, in their order.
    pub shares: Vec<Share>,
    /// What else helps.
    pub advice: Advice,
}

/// The highest rate of stages on so many cores, and the bound of it that holds: the index of a sequential stage, or none for the cores.
fn highest_rate(stages: &[Stage], cores: f64) -> (f64, Option<usize>) {
    let work: f64 = stages.iter().map(|stage| 1.0 / stage.output_rate()).sum();
    let by_cores = (cores / work, None);
    let sequential = stages
        .iter()
        .enumerate()
        .filter(|(_, stage)| stage.sequential);
    sequential
        .map(|(index, stage)| (stage.output_rate(), Some(index)))
        .chain([by_cores])
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap_or(by_cores)
}

/// Shares cores out among stages. `memory` is the bytes that a cache may take.
///
/// Stages are in the order in which elements pass them; rates and visits must be positive, `cores` at least 1.
pub fn allocate(stages: &[Stage], cores: f64, memory: f64) -> Allocation {
    let (rate, bound) = highest_rate(stages, cores);
    let shares: Vec<Share> = stages
        .iter()
        .map(|stage| {
            let needed = rate / stage.output_rate();
            // A share that is a whole number but for rounding is that number.
            let workers = ((needed - 1e-9).ceil() as usize).max(1);
            let capacity = workers as f64 * stage.output_rate();
            Share {
                name: stage.name.clone(),
                cores: needed,
                workers,
                capacity,
                idle: 1.0 - needed / workers as f64,
            }
        })
        .collect();
    let cached = cacheable(stages, memory);
    let rate_with_cache = cached.map(|after| match stages.get(after + 1..) {
        // Behind the last stage nothing is left to do.
        None | Some([]) => f64::INFINITY,
        Some(rest) => highest_rate(rest, cores).0,
    });
    Allocation {
        rate,
        bottleneck: bound.map(|index| stages[index].name.clone()),
        advice: Advice {
            cache: cached.map(|index| stages[index].name.clone()),
            rate_with_cache: rate_with_cache.filter(|rate| rate.is_finite()),
            prefetch: shares.iter().map(|share| ahead(share.idle)).collect(),
        },
        shares,
    }
}

/// The stage nearest to the output whose whole output fits into memory, with nothing random at or before it: what is kept there saves the most.
fn cacheable(stages: &[Stage], memory: f64) -> Option<usize> {
    let steady = stages.iter().take_while(|stage| !stage.random).count();
    (0..steady)
        .rev()
        .find(|&index| stages[index].bytes.is_some_and(|bytes| bytes <= memory))
}

/// Elements to work ahead: 2 let a stage and the next one overlap; up to 8 for one that idles.
fn ahead(idle: f64) -> usize {
    2 + (6.0 * idle.clamp(0.0, 1.0)).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    fn stage(name: &str, rate: f64, sequential: bool) -> Stage {
        Stage {
            name: name.into(),
            rate,
            visits: 1.0,
            sequential,
            random: false,
            bytes: None,
        }
    }

    /// The linear programme as it is written above, by a solver.
    fn solved(stages: &[Stage], cores: f64) -> f64 {
        use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome};
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let rate = problem.add_var(1.0, (0.0, f64::INFINITY));
        let shares: Vec<_> = stages
            .iter()
            .map(|stage| {
                let most = if stage.sequential { 1.0 } else { f64::INFINITY };
                let share = problem.add_var(0.0, (0.0, most));
                problem.add_constraint(
                    [(rate, 1.0), (share, -stage.output_rate())],
                    ComparisonOp::Le,
                    0.0,
                );
                share
            })
            .collect();
        let all: Vec<_> = shares.iter().map(|share| (*share, 1.0)).collect();
        problem.add_constraint(all, ComparisonOp::Le, cores);
        match problem.solve().unwrap() {
            SolveOutcome::Solution(solution) => solution.objective(),
            SolveOutcome::Interrupted(_) => panic!("there is no limit that could interrupt it"),
        }
    }

    #[test]
    fn parallel_stages_share_cores_by_their_work() {
        // 100 and 300 a second: the first needs three times the cores. X = 8 / (1/100 + 1/300) = 600.
        let allocation = allocate(
            &[stage("decode", 100.0, false), stage("batch", 300.0, false)],
            8.0,
            0.0,
        );
        assert!((allocation.rate - 600.0).abs() < 1e-9);
        assert_eq!(allocation.bottleneck, None);
        let cores: Vec<f64> = allocation.shares.iter().map(|share| share.cores).collect();
        assert!(
            (cores[0] - 6.0).abs() < 1e-9 && (cores[1] - 2.0).abs() < 1e-9,
            "{cores:?}"
        );
        assert_eq!(
            allocation
                .shares
                .iter()
                .map(|share| share.workers)
                .collect::<Vec<_>>(),
            [6, 2]
        );
    }

    #[test]
    fn a_sequential_stage_bounds_the_chain_and_leaves_cores_free() {
        let allocation = allocate(
            &[stage("read", 50.0, true), stage("decode", 100.0, false)],
            8.0,
            0.0,
        );
        assert_eq!(
            (allocation.rate, allocation.bottleneck.as_deref()),
            (50.0, Some("read"))
        );
        assert!(
            allocation
                .shares
                .iter()
                .map(|share| share.cores)
                .sum::<f64>()
                < 2.0
        );
        assert!(
            allocation.advice.prefetch[1] > allocation.advice.prefetch[0],
            "{:?}",
            allocation.advice
        );
    }

    #[test]
    fn a_stage_that_is_visited_often_counts_as_often() {
        let images = Stage {
            visits: 32.0,
            ..stage("decode", 3200.0, false)
        };
        assert!(
            (allocate(&[images, stage("step", 100.0, true)], 2.0, 0.0).rate - 100.0).abs() < 1e-9
        );
    }

    #[test]
    fn the_closed_form_is_what_a_solver_finds() {
        let mut random = ChaCha8Rng::seed_from_u64(1);
        for _ in 0..300 {
            let stages: Vec<Stage> = (0..random.random_range(1..7))
                .map(|index| Stage {
                    visits: random.random_range(0.1..40.0),
                    ..stage(
                        &index.to_string(),
                        random.random_range(1.0..1000.0),
                        random.random_bool(0.4),
                    )
                })
                .collect();
            let cores = random.random_range(1.0..64.0);
            let (ours, theirs) = (allocate(&stages, cores, 0.0).rate, solved(&stages, cores));
            assert!(
                (ours / theirs - 1.0).abs() < 1e-6,
                "{ours} and {theirs}: {stages:?} on {cores}"
            );
        }
    }

    #[test]
    fn shares_stay_within_the_machine_and_sequential_ones_within_a_core() {
        let stages = [
            stage("a", 10.0, true),
            stage("b", 7.0, false),
            stage("c", 90.0, true),
        ];
        for cores in [1.0, 2.0, 4.0, 64.0] {
            let allocation = allocate(&stages, cores, 0.0);
            assert!(
                allocation
                    .shares
                    .iter()
                    .map(|share| share.cores)
                    .sum::<f64>()
                    <= cores + 1e-9
            );
            assert!(
                stages
                    .iter()
                    .zip(&allocation.shares)
                    .all(|(stage, share)| !stage.sequential || share.cores <= 1.0 + 1e-9)
            );
        }
    }

    #[test]
    fn the_cache_is_as_late_as_memory_allows_and_before_anything_random() {
        let with = |bytes: f64, random: bool| Stage {
            bytes: Some(bytes),
            random,
            ..stage("s", 100.0, false)
        };
        let mut stages = [
            with(1e9, false),
            with(4e9, false),
            with(2e9, true),
            with(1e9, false),
        ];
        for (index, stage) in stages.iter_mut().enumerate() {
            stage.name = ["read", "decode", "augment", "batch"][index].into();
        }
        let cache = |memory: f64| allocate(&stages, 4.0, memory).advice.cache;
        assert_eq!(cache(8e9).as_deref(), Some("decode"));
        assert_eq!(cache(3e9).as_deref(), Some("read"));
        assert_eq!(cache(1e8), None);
        let advice = allocate(&stages, 4.0, 8e9).advice;
        // Two of four equal stages are left: twice the rate.
        assert!((advice.rate_with_cache.unwrap() - 200.0).abs() < 1e-9);
    }
}

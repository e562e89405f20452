//! How searches compare: what each policy found with how many evaluations, on several workloads and with several seeds.
//!
//! A speed-up here is that of the fastest variant that was right on the search cases, against the unedited kernel; that of the champion on
//! the held-out cases stands beside it. Medians are over seeds, geometric means over workloads (Fleming and Wallace, "How not to lie with
//! statistics", CACM 29(3), 1986: ratios are averaged so).

use std::collections::BTreeMap;

use serde::Serialize;

use crate::search::{Progress, Tally};
use crate::stats;

/// One search: a policy on a workload with a seed.
#[derive(Debug, Clone, Serialize)]
pub struct Course {
    /// The policy's name.
    pub policy: String,
    /// Everything random followed from it.
    pub seed: u64,
    /// Genomes judged.
    pub evaluations: usize,
    /// Evaluations and speed-up, wherever a faster variant was found.
    pub curve: Vec<(usize, f64)>,
    /// The champion's speed-up on the held-out cases; `None` if nothing was faster and right there.
    pub held_out: Option<f64>,
    /// The champion's edits, minimised.
    pub edits: Vec<String>,
    /// What became of the offspring of each operator.
    pub operators: BTreeMap<String, Tally>,
}

impl Course {
    /// From what a search recorded; times in nanoseconds.
    pub fn new(
        policy: &str,
        seed: u64,
        evaluations: usize,
        baseline_ns: f64,
        progress: &Progress,
    ) -> Course {
        let curve = progress.curve.iter();
        let operators = progress.operators.iter();
        Course {
            policy: policy.to_string(),
            seed,
            evaluations,
            curve: curve
                .map(|(at, time_ns)| (*at, baseline_ns / time_ns))
                .collect(),
            held_out: None,
            edits: Vec::new(),
            operators: operators
                .map(|(name, tally)| ((*name).to_string(), *tally))
                .collect(),
        }
    }

    /// The speed-up of the best among the first `evaluations`; 1 before anything was found.
    pub fn speedup(&self, evaluations: usize) -> f64 {
        let reached = self.curve.iter().take_while(|(at, _)| *at <= evaluations);
        reached.last().map_or(1.0, |(_, speedup)| speedup.max(1.0))
    }

    /// After how many evaluations the speed-up was `wanted` or more.
    pub fn evaluations_to(&self, wanted: f64) -> Option<usize> {
        let found = self.curve.iter().find(|(_, speedup)| *speedup >= wanted);
        found.map(|(at, _)| *at)
    }
}

/// What one policy did on one workload.
#[derive(Debug, Clone, Serialize)]
pub struct Standing {
    /// Its name.
    pub policy: String,
    /// How many seeds.
    pub seeds: usize,
    /// Evaluations and the median speed-up after them.
    pub at: Vec<(usize, f64)>,
    /// The median of the champions' speed-ups on the held-out cases, a search without a champion counting as 1.
    pub held_out: f64,
    /// The share of the expert's gain that the median speed-up recovers at the end; `None` without an expert who gained.
    pub of_expert: Option<f64>,
    /// The share of variants that were right.
    pub valid: f64,
    /// The share of variants that were right and other code than every parent's.
    pub effective: f64,
    /// The median number of evaluations to GEVO's median final speed-up; `None` if it was not reached by half of the seeds, or GEVO is not
    /// there.
    pub to_gevo: Option<usize>,
    /// All seeds together.
    pub operators: BTreeMap<String, Rates>,
}

/// What became of one operator's offspring.
#[derive(Debug, Clone, Serialize)]
pub struct Rates {
    /// Genomes judged, and how they turned out.
    #[serde(flatten)]
    pub counts: Tally,
    /// The share that was right.
    pub valid_rate: f64,
    /// The share that was right and other code than every parent's.
    pub effective_rate: f64,
}

/// What all policies did on one workload.
#[derive(Debug, Clone, Serialize)]
pub struct Contest {
    /// The workload's name.
    pub workload: String,
    /// The expert's speed-up on the search cases, where there is an expert.
    pub expert: Option<f64>,
    /// On the held-out cases.
    pub expert_held_out: Option<f64>,
    /// By policy, in the order in which they were asked for.
    pub standings: Vec<Standing>,
    /// Every search.
    pub courses: Vec<Course>,
}

/// The name of the policy that others are measured against.
const RIVAL: &str = "gevo";

impl Contest {
    /// Sums up the searches on one workload, at these numbers of evaluations; the last is the end.
    pub fn new(
        workload: &str,
        (expert, expert_held_out): (Option<f64>, Option<f64>),
        checkpoints: &[usize],
        courses: Vec<Course>,
    ) -> Contest {
        let end = checkpoints.iter().copied().max().unwrap_or(0);
        let of = |policy: &str| {
            courses
                .iter()
                .filter(|it| it.policy == policy)
                .collect::<Vec<_>>()
        };
        let final_of_rival = match of(RIVAL).as_slice() {
            [] => None,
            rivals => Some(median(rivals.iter().map(|it| it.speedup(end)))),
        };
        let mut policies: Vec<&str> = Vec::new();
        for course in &courses {
            if !policies.contains(&course.policy.as_str()) {
                policies.push(&course.policy);
            }
        }
        let standings = policies
            .into_iter()
            .map(|policy| standing(policy, &of(policy), checkpoints, expert, final_of_rival))
            .collect();
        Contest {
            workload: workload.to_string(),
            expert,
            expert_held_out,
            standings,
            courses,
        }
    }

    fn standing(&self, policy: &str) -> Option<&Standing> {
        self.standings.iter().find(|it| it.policy == policy)
    }
}

fn standing(
    policy: &str,
    courses: &[&Course],
    checkpoints: &[usize],
    expert: Option<f64>,
    final_of_rival: Option<f64>,
) -> Standing {
    let speedup = |at: usize| median(courses.iter().map(|it| it.speedup(at)));
    let end = checkpoints.iter().copied().max().unwrap_or(0);
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for (name, tally) in courses.iter().flat_map(|it| &it.operators) {
        tallies.entry(name.clone()).or_default().add(tally);
    }
    let mut all = Tally::default();
    tallies.values().for_each(|tally| all.add(tally));
    let gain = expert.map(|expert| expert - 1.0).filter(|gain| *gain > 0.0);
    let to_gevo = final_of_rival.map(|wanted| {
        // Never is later than any number.
        let reached = courses.iter().map(|it| it.evaluations_to(wanted));
        median(reached.map(|at| at.map_or(f64::INFINITY, |at| at as f64)))
    });
    Standing {
        policy: policy.to_string(),
        seeds: courses.len(),
        at: checkpoints.iter().map(|at| (*at, speedup(*at))).collect(),
        held_out: median(courses.iter().map(|it| it.held_out.unwrap_or(1.0))),
        of_expert: gain.map(|gain| (speedup(end) - 1.0) / gain),
        valid: share(all.valid, all.tried),
        effective: share(all.effective, all.tried),
        to_gevo: to_gevo
            .filter(|at| at.is_finite())
            .map(|at| at.ceil() as usize),
        operators: tallies
            .into_iter()
            .map(|(name, counts)| {
                let valid_rate = share(counts.valid, counts.tried);
                let effective_rate = share(counts.effective, counts.tried);
                let rates = Rates {
                    counts,
                    valid_rate,
                    effective_rate,
                };
                (name, rates)
            })
            .collect(),
    }
}

/// One policy over all workloads: geometric means.
#[derive(Debug, Clone, Serialize)]
pub struct Overall {
    /// Its name.
    pub policy: String,
    /// Evaluations and speed-up after them.
    pub at: Vec<(usize, f64)>,
    /// On the held-out cases.
    pub held_out: f64,
    /// Against GEVO at the end, where GEVO is there.
    pub against_gevo: Option<f64>,
    /// The share of the experts' gain, over the workloads with an expert who gained.
    pub of_expert: Option<f64>,
    /// The share of variants that were right and other code than every parent's; the plain mean.
    pub effective: f64,
    /// The share of GEVO's evaluations that its final speed-up took; `None` if it was not reached everywhere.
    pub share_of_gevos_evaluations: Option<f64>,
}

/// Every policy over all workloads.
pub fn overall(contests: &[Contest], checkpoints: &[usize]) -> Vec<Overall> {
    let Some(first) = contests.first() else {
        return Vec::new();
    };
    let end = checkpoints.iter().copied().max().unwrap_or(0);
    let one = |standing: &Standing| {
        let policy = standing.policy.as_str();
        let all = || contests.iter().filter_map(|it| it.standing(policy));
        let speedup = |it: &Standing, at: usize| {
            let found = it.at.iter().find(|(evaluations, _)| *evaluations == at);
            found.map_or(1.0, |(_, speedup)| *speedup)
        };
        let ratio = |contest: &Contest| {
            let rival = contest.standing(RIVAL)?;
            Some(speedup(contest.standing(policy)?, end) / speedup(rival, end))
        };
        let ratios: Option<Vec<f64>> = contests.iter().map(ratio).collect();
        let experts: Vec<f64> = all().filter_map(|it| it.of_expert).collect();
        let reached: Option<Vec<f64>> = all()
            .map(|it| it.to_gevo.map(|at| at as f64 / end.max(1) as f64))
            .collect();
        Overall {
            policy: policy.to_string(),
            at: checkpoints
                .iter()
                .map(|at| (*at, geometric_mean(all().map(|it| speedup(it, *at)))))
                .collect(),
            held_out: geometric_mean(all().map(|it| it.held_out)),
            against_gevo: ratios.map(|ratios| geometric_mean(ratios.into_iter())),
            of_expert: (!experts.is_empty()).then(|| geometric_mean(experts.into_iter())),
            effective: all().map(|it| it.effective).sum::<f64>() / all().count().max(1) as f64,
            share_of_gevos_evaluations: reached.map(|all| geometric_mean(all.into_iter())),
        }
    };
    first.standings.iter().map(one).collect()
}

fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    stats::median(&values.collect::<Vec<f64>>())
}

/// NaN of none; 0 if one is not above 0.
pub(super) fn geometric_mean(values: impl Iterator<Item = f64>) -> f64 {
    let logs: Vec<f64> = values.map(|value| value.max(0.0).ln()).collect();
    (logs.iter().sum::<f64>() / logs.len() as f64).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(policy: &str, seed: u64, curve: &[(usize, f64)]) -> Course {
        let tally = Tally {
            tried: 10,
            valid: 6,
            effective: 3,
            faster: 1,
        };
        Course {
            policy: policy.into(),
            seed,
            evaluations: 100,
            curve: curve.to_vec(),
            held_out: Some(1.5),
            edits: Vec::new(),
            operators: [("set".to_string(), tally)].into(),
        }
    }

    fn contest() -> Contest {
        let courses = vec![
            course("default", 1, &[(1, 1.0), (8, 2.0), (60, 4.0)]),
            course("default", 2, &[(1, 1.0), (12, 2.0), (90, 3.0)]),
            course("default", 3, &[(1, 1.0), (10, 2.0), (70, 5.0)]),
            course("gevo", 1, &[(1, 1.0), (95, 2.0)]),
        ];
        Contest::new("w", (Some(3.0), None), &[10, 100], courses)
    }

    #[test]
    fn medians_are_over_seeds_and_shares_over_all_variants() {
        let contest = contest();
        let default = &contest.standings[0];
        assert_eq!(default.at, [(10, 2.0), (100, 4.0)]);
        assert_eq!((default.valid, default.effective), (0.6, 0.3));
        assert_eq!(default.operators["set"].counts.tried, 30);
        assert_eq!(default.of_expert, Some(1.5));
    }

    #[test]
    fn the_rivals_best_is_reached_when_half_of_the_seeds_have_it() {
        let contest = contest();
        assert_eq!(contest.standings[0].to_gevo, Some(10));
        assert_eq!(contest.standings[1].to_gevo, Some(95));
        let never = Contest::new(
            "w",
            (None, None),
            &[100],
            vec![
                course("default", 1, &[(1, 1.0)]),
                course("gevo", 1, &[(1, 1.0), (5, 1.2)]),
            ],
        );
        assert_eq!(never.standings[0].to_gevo, None);
    }

    #[test]
    fn ratios_are_averaged_geometrically() {
        let better = contest();
        let mut worse = contest();
        worse.standings[0].at = vec![(10, 1.0), (100, 1.0)];
        let overall = overall(&[better, worse], &[10, 100]);
        assert_eq!(overall[0].at[1].1, 2.0);
        // 4 / 2 and 1 / 2.
        assert!((overall[0].against_gevo.unwrap() - 1.0).abs() < 1e-12);
        assert!((overall[0].share_of_gevos_evaluations.unwrap() - 0.1).abs() < 1e-12);
    }
}

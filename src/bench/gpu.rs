//! What a tuning run on a GPU showed of one workload, and of several together.

use serde::Serialize;

use super::calibrate::Calibration;
use super::contest::geometric_mean;
use super::rank::{Kernel, Ranking, Timed, rank};
use super::timed::HandMade;
use crate::judge::{Measured, Verdict};
use crate::search::Confirmed;
use crate::target::cuda::About;

/// One workload on a device.
#[derive(Debug, Clone, Serialize)]
pub struct Trial {
    /// Its name.
    pub workload: String,
    /// How it ended: empty if all of it was done, or what was not and why.
    pub trouble: String,
    /// The unedited kernel over all device cases, ns.
    pub baseline_ns: Option<f64>,
    /// What moving and computing what the cases ask for takes at least, by the target's description, ns.
    pub floor_ns: Option<f64>,
    /// The expert's speed-up over the unedited kernel: raced, or by three samples where it is far slower.
    pub expert: Option<f64>,
    /// The champion, measured in new processes.
    pub tuned: Option<Confirmed>,
    /// Its edits.
    pub edits: Vec<String>,
    /// Genomes judged.
    pub evaluations: usize,
    /// Genomes judged a second, from the baseline's verdict to the last one's.
    pub per_second: Option<f64>,
    /// How the simulator's clock ranks the variants that were right, by their measured times.
    pub ranking: Option<Ranking>,
    /// The same with costs by the machine's assembler, where there is one.
    pub ranking_by_ptxas: Option<Ranking>,
    /// What that follows from: predicted on the search cases, measured on the device cases, in the order of measured times.
    pub variants: Vec<Variant>,
    /// Seconds that all of it took.
    pub seconds: f64,
}

/// A variant that was simulated and measured.
#[derive(Debug, Clone, Serialize)]
pub struct Variant {
    /// Its edits, one a line.
    pub genome: String,
    /// By the simulator's clock, over the search cases, ns.
    pub predicted_ns: f64,
    /// The same with costs by the machine's assembler.
    pub predicted_by_ptxas_ns: Option<f64>,
    /// Over the device cases, ns.
    pub measured_ns: f64,
    /// How it was measured, case by case.
    pub measured: Vec<Measured>,
}

impl Variant {
    /// From a verdict that has both; `None` from any other.
    pub fn of(genome: &str, verdict: &Verdict) -> Option<Variant> {
        let (device, simulated): (Vec<_>, Vec<_>) = verdict
            .cases
            .iter()
            .partition(|case| case.measured.is_some());
        (verdict.is_correct() && !device.is_empty() && !simulated.is_empty()).then(|| Variant {
            genome: genome.to_owned(),
            predicted_ns: simulated.iter().map(|case| case.time_ns).sum(),
            predicted_by_ptxas_ns: None,
            measured_ns: device.iter().map(|case| case.time_ns).sum(),
            measured: device
                .iter()
                .filter_map(|case| case.measured.as_deref().cloned())
                .collect(),
        })
    }
}

/// How the clock ranks variants; `None` of fewer than two.
pub fn ranking(workload: &str, variants: &[Variant]) -> Option<Ranking> {
    ranked(workload, variants, |variant| Some(variant.predicted_ns))
}

/// How the clock ranks those of which the assembler told the costs; `None` of fewer than two.
pub fn ranking_by_ptxas(workload: &str, variants: &[Variant]) -> Option<Ranking> {
    ranked(workload, variants, |variant| variant.predicted_by_ptxas_ns)
}

fn ranked(
    workload: &str,
    variants: &[Variant],
    predicted: impl Fn(&Variant) -> Option<f64>,
) -> Option<Ranking> {
    let variants = variants.iter().filter_map(|variant| {
        Some(Timed {
            id: variant.genome.clone(),
            measured_ns: variant.measured_ns,
            predicted_ns: predicted(variant)?,
        })
    });
    rank(&Kernel {
        name: workload.to_owned(),
        variants: variants.collect(),
    })
    .ok()
}

/// The unedited kernel of a workload that is not tuned, on its device cases.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct BaselineCheck {
    /// The workload's name.
    pub workload: String,
    /// Why it was not right, or nobody knows; empty if it was.
    pub trouble: String,
    /// Over all device cases, ns.
    pub time_ns: Option<f64>,
    /// As [`Trial::floor_ns`].
    pub floor_ns: Option<f64>,
    /// Against the reference, in the workload's own metric.
    pub error: Option<f64>,
    /// What compiled it, and its time then, ns; the fastest first.
    pub compiled_by: Vec<(String, f64)>,
    /// Seconds that all of it took.
    pub seconds: f64,
}

/// How the clock ranks variants, over workloads.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ranked {
    /// Mean of Spearman's correlations; none where no workload has one.
    pub spearman: Option<f64>,
    /// The share of workloads in which the variant predicted fastest is within 5 % of the fastest.
    pub best_predicted: f64,
}

/// Everything that `warpsmith bench gpu` measured.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GpuReport {
    /// The command line.
    pub command: Vec<String>,
    /// The device, as soon as it was opened.
    pub device: Option<About>,
    /// The kernel module's release, where it is known.
    pub kernel_driver: Option<String>,
    /// Microbenchmarks.
    pub calibration: Option<Calibration>,
    /// Why there are none.
    pub calibration_failed: Option<String>,
    /// The hand-made kernels.
    pub by_hand: Option<HandMade>,
    /// Why there are none.
    pub by_hand_failed: Option<String>,
    /// Unedited kernels of workloads that are not tuned.
    pub baselines: Vec<BaselineCheck>,
    /// By workload.
    pub trials: Vec<Trial>,
    /// Over the workloads that were tuned: geometric mean of the speed-ups.
    pub speedup: Option<f64>,
    /// How the clock ranks variants with costs by our own tables.
    pub ranked: Option<Ranked>,
    /// ... and by the machine's assembler.
    pub ranked_by_ptxas: Option<Ranked>,
    /// Seconds since the command began.
    pub seconds: f64,
}

/// How near the variant predicted fastest must come to the fastest.
const NEAR: f64 = 0.05;

impl GpuReport {
    /// Sums up the trials.
    pub fn sum_up(&mut self) {
        let tuned = || self.trials.iter().filter_map(|trial| trial.tuned.as_ref());
        let speedups = tuned().map(|tuned| tuned.speedup);
        self.speedup = (tuned().count() > 0).then(|| geometric_mean(speedups));
        let of = |ranking: fn(&Trial) -> Option<&Ranking>| {
            Ranked::of(&self.trials.iter().filter_map(ranking).collect::<Vec<_>>())
        };
        let ranked = of(|trial| trial.ranking.as_ref());
        let by_ptxas = of(|trial| trial.ranking_by_ptxas.as_ref());
        (self.ranked, self.ranked_by_ptxas) = (ranked, by_ptxas);
    }
}

impl Ranked {
    fn of(rankings: &[&Ranking]) -> Option<Ranked> {
        let mean = |values: Vec<f64>| {
            let count = values.len() as f64;
            (!values.is_empty()).then(|| values.into_iter().sum::<f64>() / count)
        };
        let near = |ranking: &&Ranking| f64::from(u8::from(ranking.top1_regret <= NEAR));
        let spearman = rankings.iter().filter_map(|ranking| ranking.spearman);
        Some(Ranked {
            spearman: mean(spearman.collect()),
            best_predicted: mean(rankings.iter().map(near).collect())?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{CaseResult, Outcome, Score};
    use crate::measure::Race;
    use crate::stats::Interval;

    fn verdict(predicted_ns: f64, measured_ns: f64, speedup: f64) -> Verdict {
        let case = |name: &str, time_ns: f64, measured| CaseResult {
            case: name.into(),
            time_ns,
            launch_ns: Vec::new(),
            launch_cycles: Vec::new(),
            error: 0.0,
            steps: 1,
            limiters: Vec::new(),
            costs: String::new(),
            outputs: None,
            measured,
        };
        let race = Race {
            speedup: Interval::unknown(speedup),
            time_ns: measured_ns,
            baseline_ns: measured_ns * speedup,
            pairs: 16,
            thrown_away: 0,
            sensors: Vec::new(),
            ended: crate::measure::Ended::Precise,
            half_width: 0.01,
        };
        Verdict {
            outcome: Outcome::Correct,
            reason: None,
            score: Some(Score {
                energy_j: None,
                time_ns: measured_ns,
                error: 0.0,
            }),
            key: None,
            skipped: Vec::new(),
            cases: vec![
                case("small", predicted_ns, None),
                case(
                    "device",
                    measured_ns,
                    Some(Box::new(Measured {
                        screened_ns: vec![measured_ns],
                        race: Some(race),
                        registers: 32,
                        repeats: 1,
                        energy_j: None,
                    })),
                ),
            ],
        }
    }

    #[test]
    fn a_variant_has_both_times() {
        let variant = Variant::of("set threads 64", &verdict(100.0, 2000.0, 1.5)).unwrap();
        assert_eq!((variant.predicted_ns, variant.measured_ns), (100.0, 2000.0));
        let mut simulated = verdict(100.0, 2000.0, 1.5);
        simulated.cases.pop();
        assert!(Variant::of("", &simulated).is_none());
    }

    #[test]
    fn sums_are_geometric_for_speedups_and_plain_for_correlations() {
        let trial = |speedup: f64, predicted: [f64; 3]| {
            let variants: Vec<Variant> = predicted
                .iter()
                .zip([1000.0, 2000.0, 3000.0])
                .map(|(p, m)| Variant {
                    // The assembler of a workload without luck knows the opposite.
                    predicted_by_ptxas_ns: (speedup < 2.0).then_some(4.0 - p),
                    ..Variant::of(&p.to_string(), &verdict(*p, m, 1.0)).unwrap()
                })
                .collect();
            Trial {
                workload: "w".into(),
                trouble: String::new(),
                baseline_ns: None,
                floor_ns: None,
                expert: None,
                tuned: Some(Confirmed {
                    speedup,
                    least: speedup,
                    most: speedup,
                    faster: 5,
                    races: Vec::new(),
                }),
                edits: Vec::new(),
                evaluations: 3,
                per_second: None,
                ranking: ranking("w", &variants),
                ranking_by_ptxas: ranking_by_ptxas("w", &variants),
                variants,
                seconds: 1.0,
            }
        };
        let mut report = GpuReport {
            trials: vec![trial(1.0, [1.0, 2.0, 3.0]), trial(4.0, [3.0, 2.0, 1.0])],
            ..GpuReport::default()
        };
        report.sum_up();
        assert!((report.speedup.unwrap() - 2.0).abs() < 1e-12);
        let ranked = report.ranked.unwrap();
        assert!(ranked.spearman.unwrap().abs() < 1e-12);
        assert_eq!(ranked.best_predicted, 0.5);
        let ranked = report.ranked_by_ptxas.unwrap();
        assert!((ranked.spearman.unwrap() + 1.0).abs() < 1e-12);
        assert_eq!(ranked.best_predicted, 0.0);
    }
}

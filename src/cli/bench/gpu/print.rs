//! The report of `bench gpu` for people.

use crate::bench::GpuReport;
use crate::cli::say;
use crate::cli::table::{table, time};

/// Prints it.
pub(super) fn print(report: &GpuReport) {
    if let Some(device) = &report.device {
        say(&format!(
            "{} ({}), driver for CUDA {}{}",
            device.name,
            device.arch,
            device.driver,
            report
                .kernel_driver
                .as_ref()
                .map(|it| format!(", {it}"))
                .unwrap_or_default()
        ));
    }
    match (&report.calibration, &report.calibration_failed) {
        (Some(calibration), None) => say(&format!(
            "{} microbenchmarks, {:.0} MHz while it computed",
            calibration.points.len(),
            calibration.clock_mhz
        )),
        (some, Some(why)) => say(&format!(
            "{} microbenchmarks: {why}",
            some.as_ref()
                .map_or(0, |calibration| calibration.points.len())
        )),
        (None, None) => {}
    }
    match (&report.by_hand, &report.by_hand_failed) {
        (Some(found), _) => say(&format!("hand-made kernels: {found}")),
        (None, Some(why)) => say(&format!("hand-made kernels: {why}")),
        (None, None) => {}
    }
    let dash = || "-".to_string();
    if !report.baselines.is_empty() {
        let rows = report.baselines.iter().map(|it| {
            let of_floor = it.floor_ns.zip(it.time_ns).map(|(floor, ns)| floor / ns);
            vec![
                it.workload.clone(),
                it.time_ns.map_or_else(dash, time),
                it.error.map_or_else(dash, |error| format!("{error:.1e}")),
                of_floor.map_or_else(dash, |it| format!("{:.0} %", it * 100.0)),
                it.trouble.clone(),
            ]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        say(&table(
            &["not tuned", "unedited", "error", "of the floor", "trouble"],
            &rows,
        ));
    }
    let ratio = |value: Option<f64>| value.map_or_else(dash, |it| format!("{it:.2}x"));
    let rows: Vec<Vec<String>> = report
        .trials
        .iter()
        .map(|trial| {
            let tuned = trial.tuned.as_ref();
            let time_ns = trial.baseline_ns.zip(tuned).map(|(ns, it)| ns / it.speedup);
            let of_floor = trial.floor_ns.zip(time_ns).map(|(floor, ns)| floor / ns);
            vec![
                trial.workload.clone(),
                trial.baseline_ns.map_or_else(dash, time),
                ratio(tuned.map(|it| it.speedup)),
                tuned.map_or_else(dash, |it| {
                    let processes = it.races.len();
                    format!("{:.2} to {:.2} of {processes}", it.least, it.most)
                }),
                ratio(trial.expert),
                of_floor.map_or_else(dash, |it| format!("{:.0} %", it * 100.0)),
                trial
                    .ranking
                    .as_ref()
                    .and_then(|it| it.spearman)
                    .map_or_else(dash, |it| format!("{it:.2}")),
                trial
                    .ranking_by_ptxas
                    .as_ref()
                    .and_then(|it| it.spearman)
                    .map_or_else(dash, |it| format!("{it:.2}")),
                trial.variants.len().to_string(),
                trial.per_second.map_or_else(dash, |it| format!("{it:.0}")),
                trial.trouble.clone(),
            ]
        })
        .collect();
    say(&table(
        &[
            "workload",
            "unedited",
            "tuned",
            "processes",
            "expert",
            "of the floor",
            "Spearman",
            "by ptxas",
            "variants",
            "a second",
            "trouble",
        ],
        &rows,
    ));
    if let Some(speedup) = report.speedup {
        say(&format!("geometric mean of the tuned: {speedup:.2}x"));
    }
    for (costs, ranked) in [
        ("our estimate", report.ranked),
        ("ptxas", report.ranked_by_ptxas),
    ] {
        if let Some(ranked) = ranked {
            say(&format!(
                "the clock's rank correlation, costs by {costs}: {:.2} in the mean; the variant predicted fastest is within 5 % of the fastest in {:.0} % of the workloads",
                ranked.spearman.unwrap_or(f64::NAN),
                ranked.best_predicted * 100.0
            ));
        }
    }
}

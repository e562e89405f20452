//! `warpsmith corpus`: the workloads that there are, and whether each kernel of them does what it says.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::options::{BackendName, CostsName, Judging, TierName, corpus, default_jobs, worker};
use super::table::{table, time};
use super::{Exit, Failure, say, say_json, stop_flag};
use crate::bench::{CorpusError, Depth, Member, survey};
use crate::crew::Settings;
use crate::search;

/// How long the baseline or the expert may take for the cases of one scope.
const DEADLINE: Duration = Duration::from_secs(600);

/// Arguments of `corpus`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Workloads [default: every workload below the corpus folder]
    workloads: Vec<PathBuf>,
    /// Where FAMILY/NAME/workload.toml are
    #[arg(
        long,
        value_name = "DIR",
        default_value = "corpus",
        conflicts_with = "workloads"
    )]
    folder: PathBuf,
    /// A target's name, or the path of its description
    #[arg(long, default_value = "h200")]
    target: String,
    /// Judge each baseline and each expert on every search and held-out case, at the strict tolerance
    #[arg(long)]
    check: bool,
    /// How many workloads at a time [default: as many as there are cores]
    #[arg(long)]
    jobs: Option<usize>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    version: &'static str,
    target: String,
    /// Whether nothing is wrong.
    passed: bool,
    workloads: Vec<Member>,
}

/// Lists, and checks where that is asked for.
///
/// # Errors
/// Bad input, a stop, or workers that fail. A kernel that is wrong is an exit code.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let jobs = arguments.jobs.unwrap_or_else(default_jobs);
    if jobs == 0 {
        return Err(Failure::usage("--jobs 0: at least one worker is needed"));
    }
    let folders = match arguments.workloads.as_slice() {
        [] => corpus(&arguments.folder)?,
        given => given.to_vec(),
    };
    let mut specs = Vec::new();
    let mut command = None;
    for workload in folders {
        let judging = Judging {
            backend: BackendName::Sim,
            gpu: Vec::new(),
            workload,
            target: arguments.target.clone(),
            fitness: "default".into(),
            tolerance: Some(TierName::Strict),
            costs: CostsName::Estimate,
        };
        let (policy, spec) = judging.resolve()?;
        command = Some(worker(&policy)?);
        specs.push(spec);
    }
    let Some(command) = command else {
        return Err(Failure::usage("no workload"));
    };
    let settings = Settings {
        command,
        jobs,
        deadline: DEADLINE,
    };
    let depth = match arguments.check {
        true => Depth::Check,
        false => Depth::List,
    };
    let members = survey(&specs, &settings, depth, &stop_flag()?).map_err(|error| match error {
        CorpusError::Crew(error) => Failure::from(search::Error::from(error)),
        error => Failure::usage(error),
    })?;
    let exit = match members.iter().all(Member::baseline_passes) {
        false => Exit::BadBaseline,
        true if members.iter().all(Member::passes) => Exit::Done,
        true => Exit::NothingBetter,
    };
    let report = Report {
        version: env!("CARGO_PKG_VERSION"),
        target: arguments.target.clone(),
        passed: exit == Exit::Done,
        workloads: members,
    };
    match arguments.json {
        true => say_json(&report)?,
        false => print(&report, depth),
    }
    Ok(exit)
}

fn print(report: &Report, depth: Depth) {
    let rows = |row: fn(&Member) -> Vec<String>| -> Vec<Vec<String>> {
        report.workloads.iter().map(row).collect()
    };
    if depth == Depth::List {
        let heading = [
            "workload",
            "size",
            "floor",
            "flop/byte",
            "floor time",
            "small case",
            "limited by",
        ];
        say(&table(&heading, &rows(listed)));
        say(
            "Size and floor are those of the case for a device; small case: the unedited kernel on the cases that steer a search.",
        );
        return;
    }
    let heading = [
        "workload",
        "cases",
        "baseline",
        "expert",
        "speed-up",
        "held-out speed-up",
    ];
    say(&table(&heading, &rows(checked)));
    for member in &report.workloads {
        for wrong in member.check.iter().flat_map(|check| &check.wrong) {
            say(&format!("{}: {wrong}", member.workload));
        }
    }
    let wrong = report
        .workloads
        .iter()
        .filter(|member| !member.passes())
        .count();
    match wrong {
        0 => say(
            "Every kernel passes every case at the strict tolerance, silent in every check; every expert's is faster.",
        ),
        wrong => say(&format!(
            "{wrong} of {} workloads do not pass.",
            report.workloads.len()
        )),
    }
}

fn listed(member: &Member) -> Vec<String> {
    let none = || "-".to_owned();
    let floor = member.floor;
    let mut limiters: Vec<&str> = Vec::new();
    for limiter in member.baseline.cases.iter().flat_map(|case| &case.limiters) {
        if !limiters.contains(&limiter.as_str()) {
            limiters.push(limiter);
        }
    }
    let small = match member.baseline.score {
        Some(score) => time(score.time_ns),
        None => member.baseline.outcome.to_string(),
    };
    vec![
        member.workload.clone(),
        bytes(member.buffer_bytes),
        floor.map_or_else(none, |floor| bytes(floor.bytes)),
        floor.map_or_else(none, |floor| format!("{:.1}", floor.intensity)),
        floor.map_or_else(none, |floor| time(floor.time_ns)),
        small,
        limiters.join(", "),
    ]
}

fn checked(member: &Member) -> Vec<String> {
    let check = member.check.as_ref();
    let held_out = check.and_then(|check| check.baseline_held_out.as_ref());
    let cases = member.baseline.cases.len() + held_out.map_or(0, |verdict| verdict.cases.len());
    let expert = check.and_then(|check| check.expert_held_out.as_ref().or(check.expert.as_ref()));
    let times = |speedup: Option<f64>| {
        speedup.map_or_else(|| "-".into(), |speedup| format!("{speedup:.2}x"))
    };
    vec![
        member.workload.clone(),
        cases.to_string(),
        held_out.unwrap_or(&member.baseline).outcome.to_string(),
        expert.map_or_else(|| "-".into(), |verdict| verdict.outcome.to_string()),
        times(check.and_then(|check| check.expert_speedup)),
        times(check.and_then(|check| check.expert_held_out_speedup)),
    ]
}

/// A number of bytes in a unit that fits it.
fn bytes(bytes: u64) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"];
    let mut value = bytes as f64;
    let mut unit = 0;
    while value >= 1000.0 && unit + 1 < units.len() {
        value /= 1000.0;
        unit += 1;
    }
    match unit {
        0 => format!("{bytes} B"),
        _ => format!("{value:.1} {}", units[unit]),
    }
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn sizes_are_read_in_their_own_unit() {
        assert_eq!(
            [0, 999, 1000, 1_234_567, 345_000_000_000].map(bytes),
            ["0 B", "999 B", "1.0 kB", "1.2 MB", "345.0 GB"]
        );
    }
}

//! `warpsmith threads tune`: the best settings, what they gain, and a file that sets them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::options::{Prepared, Target};
use crate::cli::progress::TrialProgress;
use crate::cli::table::table;
use crate::cli::{Exit, Failure, say, say_json, stop_flag};
use crate::stats::Interval;
use crate::threads::effect::{Effect, Verdict};
use crate::threads::record::Recorded;
use crate::threads::report::{self, Gain, Settings};
use crate::threads::run::Runner;
use crate::threads::scenario::DEFAULT;
use crate::threads::search::{BEST, Contestant, StopReason};
use crate::threads::tune::{Tuned, allowance, tune};

/// Arguments of `threads tune`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    target: Target,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    name: &'a str,
    scenario: &'a str,
    machine: String,
    unit: &'a str,
    seed: u64,
    run: PathBuf,
    width: Option<f64>,
    /// Settings that there are.
    settings: usize,
    /// Processes of the search, and how many it was given.
    search_trials: usize,
    allowed_trials: usize,
    confirm_trials: usize,
    confirm_rounds: usize,
    seconds: f64,
    stopped: StopReason,
    /// Relative standard deviation of one process, pooled over all settings.
    noise: f64,
    best: Settings,
    /// Whether best is better than the default, beyond the interval.
    better: bool,
    /// Whether the interval is as narrow as was asked for.
    precise: bool,
    contestants: Vec<Row>,
    effects: &'a [Effect],
    /// Settings that could not be told from the best.
    tied: Vec<String>,
    /// Settings that do not count, and why.
    failed: BTreeMap<String, String>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Row {
    names: Vec<String>,
    setting: String,
    median: f64,
    spread: f64,
    over_default: Gain,
    best_over: Gain,
    values: Vec<Option<f64>>,
    failure: Option<String>,
}

/// Tunes.
///
/// # Errors
/// Bad input, a default that fails, a stop, or a fault of ours; each with its exit code.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let target = &arguments.target;
    let prepared = target.prepare("")?;
    let plan = &prepared.plan;
    let archive = target.archive(&prepared)?;
    let program = std::env::current_exe().map_err(Failure::internal)?;
    let mut runner = Runner::new(plan, program, prepared.library.clone(), stop_flag()?)?;
    let mut source = Recorded::new(&archive, &plan.space, &mut runner)?;
    let trials = allowance(plan, plan.space.all().len()).trials;
    let mut progress = TrialProgress::new(trials, &plan.space, target.verbose);
    let result = tune(plan, target.seed, &mut source, &mut |event| {
        progress.on(event)
    });
    progress.finish();
    let tuned = result.map_err(|error| stopped(error.into(), &prepared.directory))?;
    write(&prepared, &tuned)?;
    let report = report(&prepared, &tuned, target.seed);
    if target.json {
        say_json(&report)?;
    } else {
        print(&report);
    }
    Ok(exit(&tuned, &report))
}

/// Says how to go on after a stop.
pub fn stopped(mut failure: Failure, directory: &std::path::Path) -> Failure {
    if failure.exit == Exit::Stopped {
        failure.message = format!(
            "stopped; every run so far is in {}. Go on with the same command and --resume",
            directory.display()
        );
    }
    failure
}

fn exit(tuned: &Tuned, report: &Report<'_>) -> Exit {
    match (tuned.confirmation.unstable(), report.better) {
        (true, _) => Exit::BadBaseline,
        (false, true) => Exit::Done,
        // Nothing better, or the budget ended before that could be said.
        (false, false) => Exit::NothingBetter,
    }
}

fn write(prepared: &Prepared, tuned: &Tuned) -> Result<(), Failure> {
    let directory = &prepared.directory;
    let fail = |e: std::io::Error| Failure::internal(format!("{}: {e}", directory.display()));
    report::write(directory, &settings(prepared, tuned)).map_err(fail)?;
    let plan = &prepared.plan;
    report::plot(
        directory,
        &plan.space,
        &plan.metric,
        &tuned.found.ledger,
        &tuned.effects,
    )
    .map_err(fail)
}

fn settings(prepared: &Prepared, tuned: &Tuned) -> Settings {
    let machine = prepared.topology.summary();
    let gain = tuned.confirmation.gain();
    Settings::new(
        &prepared.plan,
        &prepared.scenario.name,
        &machine,
        &tuned.found.best,
        gain,
    )
}

fn report<'a>(prepared: &'a Prepared, tuned: &'a Tuned, seed: u64) -> Report<'a> {
    let plan = &prepared.plan;
    let space = &plan.space;
    let row = |contestant: &Contestant| Row {
        names: contestant.names.clone(),
        setting: space.text(&contestant.setting),
        median: contestant.median(),
        spread: contestant.spread(),
        over_default: contestant.over_default.into(),
        best_over: contestant.best_over.into(),
        values: contestant.values.clone(),
        failure: contestant.failure.clone(),
    };
    let ledger = &tuned.found.ledger;
    let failed = ledger.entries().filter_map(|(setting, entry)| {
        let failure = entry.failure.as_ref()?;
        Some((
            space.text(setting),
            format!("{}: {}", failure.outcome, failure.reason),
        ))
    });
    Report {
        name: &prepared.name,
        scenario: &prepared.scenario.name,
        machine: prepared.topology.summary(),
        unit: &plan.metric.unit,
        seed,
        run: prepared.directory.clone(),
        width: prepared.width.as_ref().map(|width| width.average),
        settings: tuned.settings,
        search_trials: ledger.trials,
        allowed_trials: tuned.allowed,
        confirm_trials: tuned.confirmation.trials,
        confirm_rounds: tuned.confirmation.rounds,
        seconds: ledger.seconds,
        stopped: tuned.found.stopped,
        noise: ledger.noise().0,
        best: settings(prepared, tuned),
        better: tuned.confirmation.gain().low > 1.0,
        precise: tuned.confirmation.precise,
        contestants: tuned.confirmation.contestants.iter().map(row).collect(),
        effects: &tuned.effects,
        tied: tuned
            .found
            .tied
            .iter()
            .map(|setting| space.text(setting))
            .collect(),
        failed: failed.collect(),
        notes: &plan.notes,
    }
}

fn print(report: &Report<'_>) {
    say(&format!(
        "{} by {}, seed {}",
        report.name, report.scenario, report.seed
    ));
    say(&report.machine);
    if let Some(width) = report.width {
        say(&format!("average width of the graph {width:.2}"));
    }
    say(&format!(
        "{} settings; {} processes to search, {} in {} rounds to confirm",
        report.settings, report.search_trials, report.confirm_trials, report.confirm_rounds
    ));
    let heading = [
        "",
        report.unit,
        "spread",
        "over default",
        "95 % interval",
        "best over it",
        "95 % interval",
    ];
    let rows: Vec<Vec<String>> = report.contestants.iter().map(cells).collect();
    say(&table(&heading, &rows));
    for contestant in &report.contestants {
        say(&format!(
            "  {:<24} {}",
            contestant.names.join(", "),
            contestant.setting
        ));
    }
    for effect in report.effects {
        say(&described(effect));
    }
    for (setting, reason) in &report.failed {
        say(&format!("does not count: {setting}: {reason}"));
    }
    for note in report.notes {
        say(&format!("note: {note}"));
    }
    undecided(report);
    let best = &report.best;
    let verdict = match report.better {
        true => format!("{:.2}x the default", best.gain.ratio),
        false => "nothing better than the default was found".into(),
    };
    say(&format!(
        "{verdict}; settings in {}",
        report.run.join(report::SETTINGS_ENV).display()
    ));
}

fn cells(row: &Row) -> Vec<String> {
    let interval = |gain: &Gain| match (gain.low, gain.high) {
        (Some(low), Some(high)) => format!("{low:.3} to {high:.3}"),
        _ => "unknown".into(),
    };
    let names = row.names.join(", ");
    if let Some(failure) = &row.failure {
        let mut cells = vec![names, failure.clone()];
        cells.resize(7, String::new());
        return cells;
    }
    let is = |name: &str| row.names.iter().any(|n| n == name);
    let ratio = |own: bool, gain: &Gain| match own {
        true => ["".into(), "".into()],
        false => [format!("{:.3}x", gain.ratio), interval(gain)],
    };
    let [over, over_interval] = ratio(is(DEFAULT), &row.over_default);
    let [best, best_interval] = ratio(is(BEST), &row.best_over);
    vec![
        names,
        Short(row.median).to_string(),
        format!("{:.1} %", row.spread * 100.0),
        over,
        over_interval,
        best,
        best_interval,
    ]
}

/// A number with some four digits, whatever its size.
struct Short(f64);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = match self.0.abs() {
            n if n >= 1000.0 => 0,
            n if n >= 100.0 => 1,
            n if n >= 10.0 => 2,
            n if n >= 1.0 => 3,
            _ => 5,
        };
        write!(f, "{:.digits$}", self.0)
    }
}

fn described(effect: &Effect) -> String {
    let percent = (effect.ratio - 1.0) * 100.0;
    match effect.verdict {
        Verdict::Matters => format!("{}: matters, by up to {percent:.0} %", effect.knob),
        Verdict::NoEffect => format!(
            "{}: no effect beyond the noise ({percent:.1} % at most, in {} pairs of settings): the program may ignore it",
            effect.knob, effect.pairs
        ),
        Verdict::Undecided => format!(
            "{}: not decided; too few runs, or too much noise",
            effect.knob
        ),
    }
}

/// What the noise left open.
fn undecided(report: &Report<'_>) {
    if !report.tied.is_empty() {
        say(&format!(
            "not told apart from the best: {}",
            report.tied.join("; ")
        ));
    }
    let default = report
        .contestants
        .iter()
        .find(|row| row.names.iter().any(|n| n == DEFAULT));
    let noise = default.map_or(report.noise, |row| row.spread.max(report.noise));
    if !report.precise {
        say(&format!(
            "noisy: processes vary by {:.0} %, so that the gain is known only to within {:.0} %",
            noise * 100.0,
            half_width(&report.best.gain) * 100.0
        ));
    }
}

fn half_width(gain: &Gain) -> f64 {
    match (gain.low, gain.high) {
        (Some(low), Some(high)) => Interval {
            ratio: gain.ratio,
            low,
            high,
        }
        .half_width(),
        _ => f64::INFINITY,
    }
}

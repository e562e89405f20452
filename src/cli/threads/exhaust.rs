//! `warpsmith threads exhaust`: the truth, and how near to it what was tuned comes.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::options::{Prepared, Target};
use super::tune::stopped;
use crate::cli::progress::TrialProgress;
use crate::cli::table::table;
use crate::cli::{Exit, Failure, say, say_json, stop_flag};
use crate::stats::{median, spread};
use crate::threads::exhaust::exhaust;
use crate::threads::record::Recorded;
use crate::threads::report::{Gain, SETTINGS_JSON, Settings};
use crate::threads::run::Runner;
use crate::threads::scenario::Better;
use crate::threads::search::{BEST, Ledger, confirm};
use crate::threads::space::Setting;

/// Arguments of `threads exhaust`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    target: Target,
    /// Processes of each setting, in place of the scenario's number
    #[arg(long)]
    samples: Option<usize>,
    /// A run of `tune` of the same scenario: its setting is held against the best, by fresh processes
    #[arg(long, value_name = "RUN")]
    tuned: Option<PathBuf>,
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    name: &'a str,
    scenario: &'a str,
    machine: String,
    unit: &'a str,
    run: PathBuf,
    settings: usize,
    trials: usize,
    /// Best first.
    ranking: Vec<Row>,
    tuned: Option<Against>,
}

#[derive(Serialize)]
struct Row {
    setting: String,
    /// None if a run of it did not count.
    median: Option<f64>,
    spread: f64,
    runs: usize,
    failure: Option<String>,
}

/// What was tuned, against the best.
#[derive(Serialize)]
struct Against {
    setting: String,
    /// Its place in the ranking, from 1.
    place: usize,
    /// Its median over that of the best, as throughput: 1 is as good. Above 1 is noise.
    share_of_best: f64,
    /// The same by a head-to-head in fresh processes, where the two differ.
    head_to_head: Option<Gain>,
}

/// Measures.
///
/// # Errors
/// Bad input, a default that fails, a stop, or a fault of ours; each with its exit code.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let target = &arguments.target;
    let mut prepared = target.prepare("exhaust-")?;
    if let Some(samples) = arguments.samples {
        prepared.plan.budget.samples = samples.max(1);
    }
    let plan = &prepared.plan;
    let tuned = arguments
        .tuned
        .as_deref()
        .map(|run| read(run, &prepared))
        .transpose()?;
    let archive = target.archive(&prepared)?;
    let program = std::env::current_exe().map_err(Failure::internal)?;
    let mut runner = Runner::new(plan, program, prepared.library.clone(), stop_flag()?)?;
    let mut source = Recorded::new(&archive, &plan.space, &mut runner)?;
    let settings = plan.space.all().len();
    let mut progress =
        TrialProgress::new(settings * plan.budget.samples, &plan.space, target.verbose);
    let result = exhaust(plan, target.seed, &mut source, &mut |event| {
        progress.on(event)
    });
    let ledger = result.map_err(|error| stopped(error.into(), &prepared.directory))?;
    let against = match &tuned {
        Some(setting) => Some(compare(
            &prepared,
            &ledger,
            setting,
            target.seed,
            &mut source,
            &mut progress,
        )?),
        None => None,
    };
    progress.finish();
    let report = report(&prepared, &ledger, settings, against);
    if target.json {
        say_json(&report)?;
    } else {
        print(&report);
    }
    Ok(Exit::Done)
}

/// The setting of a run of `tune`.
fn read(run: &std::path::Path, prepared: &Prepared) -> Result<Setting, Failure> {
    let path = run.join(SETTINGS_JSON);
    let fail = |message: String| Failure::usage(format!("{}: {message}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(|e| fail(e.to_string()))?;
    let settings: Settings = serde_json::from_str(&text).map_err(|e| fail(e.to_string()))?;
    let places = prepared.plan.space.knobs.iter().map(|knob| {
        let value = settings.knobs.get(&knob.name);
        let place = value.and_then(|value| knob.values.iter().position(|v| v == value));
        place.ok_or_else(|| {
            fail(format!(
                "it has no value of `{}` that this scenario knows",
                knob.name
            ))
        })
    });
    Ok(Setting(places.collect::<Result<_, _>>()?))
}

/// Holds a setting against the best: by the medians, and head to head, as the best of many medians is in part luck.
fn compare(
    prepared: &Prepared,
    ledger: &Ledger,
    setting: &Setting,
    seed: u64,
    source: &mut Recorded<'_>,
    progress: &mut TrialProgress<'_>,
) -> Result<Against, Failure> {
    let ranked = by_median(ledger);
    let cost = |setting: &Setting| median(ledger.costs(setting));
    let best = ranked.first().cloned().unwrap_or_else(|| setting.clone());
    let head_to_head = match best == *setting {
        true => None,
        false => {
            let mut duel = prepared.plan.clone();
            duel.seeds.truncate(1);
            duel.seeds.push(crate::threads::scenario::Seed {
                name: "tuned".into(),
                setting: setting.clone(),
            });
            let confirmed = confirm(&duel, &best, seed, f64::INFINITY, source, &mut |event| {
                progress.on(event)
            })?;
            let tuned = confirmed.named("tuned");
            debug_assert!(confirmed.named(BEST).is_some());
            tuned.map(|tuned| tuned.best_over.inverse().into())
        }
    };
    Ok(Against {
        setting: prepared.plan.space.text(setting),
        place: ranked
            .iter()
            .position(|other| other == setting)
            .map_or(0, |place| place + 1),
        share_of_best: cost(&best) / cost(setting),
        head_to_head,
    })
}

/// By the median of all runs, best first: here each setting has as many.
fn by_median(ledger: &Ledger) -> Vec<Setting> {
    let mut ranked = ledger.ranked();
    ranked.sort_by(|a, b| {
        median(ledger.costs(a))
            .total_cmp(&median(ledger.costs(b)))
            .then_with(|| a.cmp(b))
    });
    ranked
}

fn report<'a>(
    prepared: &'a Prepared,
    ledger: &Ledger,
    settings: usize,
    tuned: Option<Against>,
) -> Report<'a> {
    let plan = &prepared.plan;
    let value = |cost: f64| match plan.metric.better {
        Better::Higher => 1.0 / cost,
        Better::Lower => cost,
    };
    let good = by_median(ledger).into_iter().map(|setting| {
        let costs = ledger.costs(&setting);
        Row {
            setting: plan.space.text(&setting),
            median: Some(value(median(costs))),
            spread: spread(costs),
            runs: costs.len(),
            failure: None,
        }
    });
    let bad = ledger.entries().filter_map(|(setting, entry)| {
        let failure = entry.failure.as_ref()?;
        Some(Row {
            setting: plan.space.text(setting),
            median: None,
            spread: 0.0,
            runs: entry.runs,
            failure: Some(format!("{}: {}", failure.outcome, failure.reason)),
        })
    });
    Report {
        name: &prepared.name,
        scenario: &prepared.scenario.name,
        machine: prepared.topology.summary(),
        unit: &plan.metric.unit,
        run: prepared.directory.clone(),
        settings,
        trials: ledger.trials,
        ranking: good.chain(bad).collect(),
        tuned,
    }
}

fn print(report: &Report<'_>) {
    say(&format!(
        "{} by {}: {} settings, {} processes",
        report.name, report.scenario, report.settings, report.trials
    ));
    say(&report.machine);
    let rows: Vec<Vec<String>> = report
        .ranking
        .iter()
        .map(|row| {
            let median = row.median.map_or_else(
                || row.failure.clone().unwrap_or_default(),
                |m| format!("{m:.4}"),
            );
            vec![
                row.setting.clone(),
                median,
                format!("{:.1} %", row.spread * 100.0),
                row.runs.to_string(),
            ]
        })
        .collect();
    say(&table(&["", report.unit, "spread", "runs"], &rows));
    if let Some(tuned) = &report.tuned {
        say(&format!(
            "tuned: {}: place {} of {}, {:.1} % of the best",
            tuned.setting,
            tuned.place,
            report.settings,
            tuned.share_of_best * 100.0
        ));
        if let Some(Gain {
            ratio,
            low: Some(low),
            high: Some(high),
        }) = tuned.head_to_head
        {
            say(&format!(
                "head to head {:.1} % of the best, 95 % interval {:.1} % to {:.1} %",
                ratio * 100.0,
                low * 100.0,
                high * 100.0
            ));
        }
    }
}

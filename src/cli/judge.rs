//! `warpsmith judge`: the verdict on one genome.

use std::io::Read;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::options::{Judging, worker};
use super::table::time;
use super::{Exit, Failure, say, say_json, stop_flag};
use crate::crew::{Crew, Job, Settings};
use crate::edit::Genome;
use crate::judge::{Scope, StepBudget, Subject, Verdict};
use crate::search::BASELINE_STEPS;

/// Arguments of `judge`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    judging: Judging,
    /// A file of edits, one a line; `-` reads standard input. Without edits the baseline is judged
    #[arg(long)]
    genome: Option<PathBuf>,
    /// One edit, such as "delete %37"; may be repeated, and comes after those of --genome
    #[arg(long = "edit", value_name = "EDIT")]
    edits: Vec<String>,
    /// On which cases
    #[arg(long, value_enum, default_value_t = Cases::All)]
    cases: Cases,
    /// Wall-clock deadline of a compilation or an execution, seconds
    #[arg(long, default_value_t = 60.0)]
    deadline: f64,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Cases {
    Search,
    HeldOut,
    All,
}

#[derive(Serialize)]
struct Report {
    workload: String,
    target: String,
    genome: Vec<String>,
    results: Vec<Judged>,
}

#[derive(Serialize)]
struct Judged {
    cases: &'static str,
    baseline: Verdict,
    /// Absent when the baseline was asked for, and when the variant failed in an earlier scope.
    variant: Option<Verdict>,
}

/// Judges.
///
/// # Errors
/// Bad input, or a baseline that fails.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let genome = genome(arguments)?;
    let (policy, spec) = arguments.judging.resolve()?;
    if !(arguments.deadline > 0.0 && arguments.deadline < 1e7) {
        return Err(Failure::usage("--deadline wants seconds, more than 0"));
    }
    let subject = Subject::load(&spec).map_err(Failure::usage)?;
    let settings = Settings {
        command: worker(&policy)?,
        jobs: 1,
        deadline: Duration::from_secs_f64(arguments.deadline),
    };
    let mut crew = Crew::new(spec, settings, stop_flag()?);
    let mut judge =
        |genome: &Genome, scope: Scope, budget: StepBudget| -> Result<Verdict, Failure> {
            let jobs = [Job {
                genome: genome.clone(),
                scope,
                budget,
            }];
            let verdict = crew
                .judge(&jobs, &mut |_, _| Ok(()))
                .map_err(crate::search::Error::from)?
                .pop();
            verdict.ok_or_else(|| Failure::internal("no verdict came back"))
        };
    let scopes: &[Scope] = match arguments.cases {
        Cases::Search => &[Scope::Search],
        Cases::HeldOut => &[Scope::HeldOut],
        Cases::All => &[Scope::Search, Scope::HeldOut],
    };
    let mut results = Vec::new();
    let mut exit = Exit::Done;
    for &scope in scopes {
        let baseline = judge(&Genome::default(), scope, StepBudget::flat(BASELINE_STEPS))?;
        if !baseline.is_correct() {
            exit = Exit::BadBaseline;
            results.push(Judged {
                cases: scope.word(),
                baseline,
                variant: None,
            });
            break;
        }
        let limits = &policy.limits;
        let budget = StepBudget::relative(&baseline.cases, limits.steps, limits.steps_floor);
        let variant = match genome.edits() {
            [] => None,
            _ => Some(judge(&genome, scope, budget)?),
        };
        let wrong = variant.as_ref().is_some_and(|v| !v.is_correct());
        results.push(Judged {
            cases: scope.word(),
            baseline,
            variant,
        });
        if wrong {
            exit = Exit::NothingBetter;
            break;
        }
    }
    let report = Report {
        workload: subject.workload.name.clone(),
        target: subject.target.name.clone(),
        genome: genome.edits().iter().map(ToString::to_string).collect(),
        results,
    };
    if arguments.json {
        say_json(&report)?;
    } else {
        print(&report);
    }
    Ok(exit)
}

fn genome(arguments: &Arguments) -> Result<Genome, Failure> {
    let mut text = String::new();
    let mut name = "--genome".to_string();
    if let Some(path) = &arguments.genome {
        name = path.display().to_string();
        let read = if path.as_os_str() == "-" {
            std::io::stdin().read_to_string(&mut text).map(|_| ())
        } else {
            std::fs::read_to_string(path).map(|contents| text = contents)
        };
        read.map_err(|e| Failure::usage(format!("{name}: {e}")))?;
    }
    let mut genome: Genome = text
        .parse()
        .map_err(|e| Failure::usage(format!("{name}: {e}")))?;
    for edit in &arguments.edits {
        genome.push(
            edit.parse()
                .map_err(|e| Failure::usage(format!("--edit {edit:?}: {e}")))?,
        );
    }
    Ok(genome)
}

fn print(report: &Report) {
    for judged in &report.results {
        describe(judged.cases, "baseline", &judged.baseline, None);
        if let Some(variant) = &judged.variant {
            describe(
                judged.cases,
                "variant",
                variant,
                judged.baseline.score.map(|s| s.time_ns),
            );
        }
    }
}

fn describe(cases: &str, who: &str, verdict: &Verdict, baseline_ns: Option<f64>) {
    let mut line = format!("{cases:9} {who:9} {}", verdict.outcome);
    if let Some(reason) = &verdict.reason {
        line.push_str(&format!(": {reason}"));
    }
    if let Some(score) = verdict.score {
        line.push_str(&format!(
            ", {}, error {:.1e}",
            time(score.time_ns),
            score.error
        ));
        if let Some(baseline_ns) = baseline_ns {
            line.push_str(&format!(", speedup {:.2}x", baseline_ns / score.time_ns));
        }
    }
    say(&line);
    for skipped in &verdict.skipped {
        say(&format!(
            "  edit {} was skipped: {}",
            skipped.edit + 1,
            skipped.why
        ));
    }
    for case in &verdict.cases {
        let limits = case.limiters.join(", ");
        let source = match case.costs.as_str() {
            "estimate" => String::new(),
            other => format!(", costs by {other}"),
        };
        say(&format!(
            "  {:40} {:>10}  error {:.1e}  limited by {limits}{source}",
            case.case,
            time(case.time_ns),
            case.error
        ));
    }
}

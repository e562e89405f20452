//! `warpsmith judge`: the verdict on one genome.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::options::{Edited, Judging, worker};
use super::table::time;
use super::{Exit, Failure, say, say_json, stop_flag};
use crate::bundle;
use crate::crew::{Crew, Job, Settings};
use crate::edit::Genome;
use crate::judge::{BASELINE_STEPS, Finished, Scope, StepBudget, Subject, Verdict};

/// Arguments of `judge`.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    judging: Judging,
    #[command(flatten)]
    edited: Edited,
    /// A bundle: the kernel as it was exported, with its contract
    #[arg(long, value_name = "DIR", conflicts_with_all = ["genome", "edits", "ptx", "expert"])]
    bundle: Option<PathBuf>,
    /// A PTX file, with the launches and the contract of the launch.json beside it, if there is one
    #[arg(long, value_name = "FILE", conflicts_with_all = ["genome", "edits", "expert"])]
    ptx: Option<PathBuf>,
    /// Judge the expert's kernel, which the workload's [expert] names; edits are applied to it
    #[arg(long)]
    expert: bool,
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
    /// What the outputs were compared with.
    reference: String,
    /// Whether the variant is the expert's kernel, edited or not.
    expert: bool,
    genome: Vec<String>,
    /// The bundle or the PTX file that was judged, in place of a genome.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<PathBuf>,
    results: Vec<Judged>,
}

#[derive(Serialize)]
struct Judged {
    cases: &'static str,
    baseline: Verdict,
    /// Absent when only the baseline was asked for, and when the variant failed in an earlier scope.
    variant: Option<Verdict>,
}

/// Judges.
///
/// # Errors
/// Bad input, or a baseline that fails.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
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
    let candidate = candidate(arguments)?;
    let stop = stop_flag()?;
    let mut of_variant = match arguments.expert {
        false => None,
        true => {
            let spec = spec.of_expert();
            Subject::load(&spec).map_err(Failure::usage)?;
            Some(Crew::new(spec, settings.clone(), Arc::clone(&stop)))
        }
    };
    let mut of_kernel = Crew::new(spec, settings, stop);
    let scopes: &[Scope] = match arguments.cases {
        Cases::Search => &[Scope::Search],
        Cases::HeldOut => &[Scope::HeldOut],
        Cases::All => &[Scope::Search, Scope::HeldOut],
    };
    let mut results = Vec::new();
    let mut exit = Exit::Done;
    for &scope in scopes {
        let ample = StepBudget::flat(BASELINE_STEPS);
        let unedited = Candidate::Genome(Genome::default());
        let baseline = judge(&mut of_kernel, &unedited, scope, ample)?;
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
        // An expert's kernel is bound by nothing that the kernel does.
        let budget = match arguments.expert {
            true => StepBudget::flat(BASELINE_STEPS),
            false => StepBudget::relative(&baseline.cases, limits.steps, limits.steps_floor),
        };
        let variant = match (&mut of_variant, &candidate) {
            (None, Candidate::Genome(genome)) if genome.is_empty() => None,
            (of_expert, candidate) => {
                let crew = of_expert.as_mut().unwrap_or(&mut of_kernel);
                Some(judge(crew, candidate, scope, budget)?)
            }
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
        reference: subject.workload.reference.to_string(),
        expert: arguments.expert,
        genome: match &candidate {
            Candidate::Genome(genome) => genome.iter().map(ToString::to_string).collect(),
            Candidate::Finished(_) => Vec::new(),
        },
        file: arguments.bundle.clone().or_else(|| arguments.ptx.clone()),
        results,
    };
    if arguments.json {
        say_json(&report)?;
    } else {
        print(&report);
    }
    Ok(exit)
}

/// What is judged.
enum Candidate {
    Genome(Genome),
    Finished(Box<Finished>),
}

fn candidate(arguments: &Arguments) -> Result<Candidate, Failure> {
    let finished = match (&arguments.bundle, &arguments.ptx) {
        (Some(folder), _) => bundle::load(folder),
        (None, Some(file)) => bundle::load_ptx(file),
        (None, None) => return arguments.edited.genome().map(Candidate::Genome),
    };
    let finished = finished.map_err(Failure::usage)?;
    Ok(Candidate::Finished(Box::new(finished)))
}

fn judge(
    crew: &mut Crew,
    candidate: &Candidate,
    scope: Scope,
    budget: StepBudget,
) -> Result<Verdict, Failure> {
    let verdict = match candidate {
        Candidate::Finished(finished) => crew.judge_finished(finished, scope, &budget).map(Some),
        Candidate::Genome(genome) => {
            let genome = genome.clone();
            let jobs = [Job {
                genome,
                scope,
                budget,
            }];
            let verdicts = crew.judge(&jobs, &mut |_, _| Ok(()));
            verdicts.map(|mut verdicts| verdicts.pop())
        }
    };
    let verdict = verdict.map_err(crate::search::Error::from)?;
    verdict.ok_or_else(|| Failure::internal("no verdict came back"))
}

fn print(report: &Report) {
    let who = if report.expert { "expert" } else { "variant" };
    for judged in &report.results {
        describe(judged.cases, "baseline", &judged.baseline, None);
        if let Some(variant) = &judged.variant {
            describe(
                judged.cases,
                who,
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

//! What `tune` and `exhaust` share: what is run, on what machine, and where the run is kept.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::archive::{self, Archive, Identity};
use crate::cli::Failure;
use crate::threads::graph::{Graph, Width, width};
use crate::threads::onnx;
use crate::threads::scenario::{Better, Framework, Overrides, Plan, Scenario};
use crate::threads::topology::Topology;

/// The endings of models.
const ONNX: &str = "onnx";
const TORCH: &str = "pt";

/// What is run and what may be set.
#[derive(Debug, Args)]
pub struct Target {
    /// A scenario's name (onnxruntime, tensorflow, pytorch, openmp), the path of its .toml, or a model (.onnx, .pt)
    pub what: Option<String>,
    /// The scenario for a model or a command, where the usual one is not meant
    #[arg(long)]
    pub scenario: Option<String>,
    /// The model, in place of the scenario's
    #[arg(long)]
    pub model: Option<PathBuf>,
    /// The Python that has the framework, in place of the scenario's
    #[arg(long)]
    pub python: Option<String>,
    /// Processes that the search may start, in place of the scenario's number
    #[arg(long)]
    pub trials: Option<usize>,
    /// Minutes that all of them may take together
    #[arg(long)]
    pub minutes: Option<f64>,
    /// How long each process is measured, seconds
    #[arg(long, value_name = "SECONDS")]
    pub measure: Option<f64>,
    /// How long a process may take, seconds
    #[arg(long, value_name = "SECONDS")]
    pub timeout: Option<f64>,
    /// Read the metric as the first group of this regular expression's last match
    #[arg(long, value_name = "REGEX", conflicts_with = "json_key")]
    pub pattern: Option<String>,
    /// Read the metric from the last line of output that is a JSON object with this key
    #[arg(long, value_name = "KEY")]
    pub json_key: Option<String>,
    /// Which direction of the metric is better
    #[arg(long, value_enum)]
    pub better: Option<Direction>,
    /// Everything random follows from it
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Where the run is kept [default: runs/threads-NAME-SEED]
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Go on with the run in --out
    #[arg(long, conflicts_with = "overwrite")]
    pub resume: bool,
    /// Replace the run that may be in --out
    #[arg(long)]
    pub overwrite: bool,
    /// Print a line for every process, to standard error
    #[arg(long, short)]
    pub verbose: bool,
    /// Print JSON, and nothing else
    #[arg(long)]
    pub json: bool,
    /// The command to run, after `--`
    #[arg(last = true, value_name = "COMMAND")]
    pub command: Vec<String>,
}

/// A direction on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Direction {
    /// As throughput
    Higher,
    /// As time
    Lower,
}

/// What is to be tuned, on this machine.
pub struct Prepared {
    /// The name of the model, or of the scenario.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
    /// The scenario on this machine.
    pub plan: Plan,
    /// The machine.
    pub topology: Topology,
    /// The width of the model's graph, where there is one.
    pub width: Option<Width>,
    /// ONNX Runtime's library, where it is needed.
    pub library: Option<PathBuf>,
    /// Where the run is kept.
    pub directory: PathBuf,
    identity: Identity,
}

impl Target {
    /// Reads the scenario, looks at machine and model, and finds what is needed to run it.
    ///
    /// # Errors
    /// Bad input, with what would be right.
    pub fn prepare(&self, kind: &str) -> Result<Prepared, Failure> {
        let topology = Topology::detect().map_err(Failure::internal)?;
        let mut scenario = self.read()?;
        let width = match (&scenario.file.run.framework, &scenario.file.run.model) {
            (Framework::OnnxRuntime | Framework::TensorFlow, Some(model)) => {
                Some(width(&Graph::load(model)?))
            }
            _ => None,
        };
        if let Some(model) = &mut scenario.file.run.model {
            // Processes run in this folder too, but a record must not depend on it.
            *model = std::path::absolute(&*model).map_err(Failure::internal)?;
            if !model.is_file() {
                return Err(Failure::usage(format!(
                    "{}: there is no such model",
                    model.display()
                )));
            }
        }
        let plan = scenario.resolve(&topology, width.as_ref())?;
        let library = match plan.run.framework {
            Framework::OnnxRuntime => Some(onnx::find(&plan.run.python).map_err(Failure::usage)?),
            _ => None,
        };
        let name = match &plan.run.model {
            Some(model) => model
                .file_stem()
                .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
            None => scenario.name.clone(),
        };
        let directory = self.out.clone().unwrap_or_else(|| {
            PathBuf::from("runs").join(format!(
                "threads-{kind}{}-{name}-{}",
                scenario.name, self.seed
            ))
        });
        let identity = self.identity(&scenario, &plan, &topology, kind)?;
        Ok(Prepared {
            name,
            scenario,
            plan,
            topology,
            width,
            library,
            directory,
            identity,
        })
    }

    /// The scenario, with what the command line puts in the place of its own words.
    fn read(&self) -> Result<Scenario, Failure> {
        let what = self.what.as_deref();
        let model = what.filter(|what| has_ending(what, &[ONNX, TORCH]));
        let named = what.filter(|_| model.is_none());
        let name = match (named, &self.scenario) {
            (Some(_), Some(_)) => return Err(Failure::usage("two scenarios are named; give one")),
            (Some(name), None) => name,
            (None, Some(name)) => name,
            (None, None) => match model {
                Some(model) if has_ending(model, &[TORCH]) => "pytorch",
                Some(_) => "onnxruntime",
                None if !self.command.is_empty() => "openmp",
                None => {
                    return Err(Failure::usage(
                        "there is nothing to tune; name a scenario, a model (.onnx, .pt), or a command after `--`",
                    ));
                }
            },
        };
        let mut scenario = Scenario::load(name)?;
        scenario.apply(&Overrides {
            model: self.model.clone().or(model.map(PathBuf::from)),
            command: self.command.clone(),
            python: self.python.clone(),
            trials: self.trials,
            minutes: self.minutes,
            pattern: self.pattern.clone(),
            key: self.json_key.clone(),
            better: self.better.map(|direction| match direction {
                Direction::Higher => Better::Higher,
                Direction::Lower => Better::Lower,
            }),
            measure_s: self.measure,
            timeout_s: self.timeout,
        });
        Ok(scenario)
    }

    fn identity(
        &self,
        scenario: &Scenario,
        plan: &Plan,
        topology: &Topology,
        kind: &str,
    ) -> Result<Identity, Failure> {
        let subject = match &plan.run.model {
            Some(model) => {
                let bytes = std::fs::read(model)
                    .map_err(|e| Failure::usage(format!("{}: {e}", model.display())))?;
                blake3::hash(&bytes).to_hex().to_string()
            }
            None => plan.run.command.join(" "),
        };
        Ok(Identity {
            workload: format!("threads {kind}{}", scenario.name),
            kernel: subject,
            target: topology.summary(),
            policy: scenario.identity(),
            seed: self.seed,
            version: env!("CARGO_PKG_VERSION").into(),
        })
    }

    /// Starts the run's record, or goes on with it.
    ///
    /// # Errors
    /// When there is a run already, or none to go on with, or another one.
    pub fn archive(&self, prepared: &Prepared) -> Result<Archive, Failure> {
        let directory = &prepared.directory;
        if self.overwrite {
            archive::remove(directory)?;
        }
        Ok(match self.resume {
            true => Archive::resume(directory, &prepared.identity)?,
            false => Archive::create(directory, &prepared.identity)?,
        })
    }
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    let ending = Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| endings.contains(&ending))
}

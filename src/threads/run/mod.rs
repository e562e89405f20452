//! Runs a program under a setting: a fresh process each time, killed with all that it started when it takes too long.

mod adapter;
mod child;
mod metric;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::scenario::{Framework, Plan};
use super::space::{How, Setting, Value};
use super::trial::{Error, Measure, Outcome, Trial};

pub use adapter::{Adapters, SAMPLE};
pub use child::{End, Ran, run as run_child};

/// Runs a plan's program.
pub struct Runner<'a> {
    plan: &'a Plan,
    /// This program, which runs ONNX Runtime in a process of its own.
    program: PathBuf,
    /// The library of ONNX Runtime, where that is what runs.
    library: Option<PathBuf>,
    adapters: Adapters,
    stop: Arc<AtomicBool>,
}

impl<'a> Runner<'a> {
    /// For a plan. `program` is this very binary; setting `stop` ends a run at once.
    ///
    /// # Errors
    /// When the adapters cannot be written.
    pub fn new(
        plan: &'a Plan,
        program: PathBuf,
        library: Option<PathBuf>,
        stop: Arc<AtomicBool>,
    ) -> Result<Runner<'a>, Error> {
        let adapters = Adapters::write()
            .map_err(|e| Error::Machine(format!("the adapters cannot be written: {e}")))?;
        Ok(Runner {
            plan,
            program,
            library,
            adapters,
            stop,
        })
    }

    /// The command line and environment of a setting.
    pub fn command(&self, setting: &Setting) -> Command {
        let run = &self.plan.run;
        let mut parts: Vec<String> = match run.framework {
            Framework::Command => run.command.clone(),
            framework => self.adapters.command(framework, run, &self.program),
        };
        let mut variables: Vec<(&str, Option<String>)> = Vec::new();
        for (knob, value) in self.plan.space.values(setting) {
            let set = (*value != Value::Unset).then(|| value.to_string());
            match (&knob.how, set) {
                (How::Env(name), set) => variables.push((name, set)),
                (How::Argument(argument), Some(value)) => {
                    parts.push(argument.replace("{}", &value))
                }
                (How::Session(option), Some(value)) => {
                    parts.extend(["--set".into(), format!("{option}={value}")])
                }
                (How::Placeholder, Some(value)) => {
                    let name = format!("{{{}}}", knob.name);
                    parts
                        .iter_mut()
                        .for_each(|part| *part = part.replace(&name, &value));
                }
                (_, None) => {}
            }
        }
        let mut command = Command::new(&parts[0]);
        command.args(&parts[1..]).envs(&run.env);
        if let Some(library) = &self.library {
            command.env("ORT_DYLIB_PATH", library);
        }
        for (name, value) in variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }
}

impl Measure for Runner<'_> {
    fn measure(&mut self, setting: &Setting) -> Result<Trial, Error> {
        let timeout = Duration::from_secs_f64(self.plan.run.timeout_s.min(1e6));
        let mut command = self.command(setting);
        let program = command.get_program().to_string_lossy().into_owned();
        match child::run(&mut command, timeout, &self.stop) {
            Ok(ran) if ran.end == End::Stopped => Err(Error::Stopped),
            Ok(ran) => Ok(metric::judge(
                &ran,
                &self.plan.metric,
                self.plan.bound.as_ref(),
            )),
            Err(error) => Ok(Trial {
                outcome: Outcome::Failed,
                value: None,
                seconds: 0.0,
                reason: format!("{program} cannot be started: {error}"),
                output: String::new(),
                beside: std::collections::BTreeMap::new(),
            }),
        }
    }
}

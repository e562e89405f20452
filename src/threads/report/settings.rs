//! The settings that were found, as `settings.json` for programs and `settings.env` for shells.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::files;
use crate::stats::Interval;
use crate::threads::scenario::{Framework, Plan};
use crate::threads::space::{How, Setting, Value};

/// The file for programs.
pub const SETTINGS_JSON: &str = "settings.json";
/// The file for shells.
pub const SETTINGS_ENV: &str = "settings.env";

/// What the setting is worth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Gain {
    /// How many times as good as the default.
    pub ratio: f64,
    /// The lower end of the 95 % interval; none if nothing is certain.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
}

impl From<Interval> for Gain {
    fn from(interval: Interval) -> Gain {
        let known = interval.high.is_finite();
        Gain {
            ratio: interval.ratio,
            low: known.then_some(interval.low),
            high: known.then_some(interval.high),
        }
    }
}

/// A setting, by how it is set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The scenario.
    pub scenario: String,
    /// What runs the model.
    pub framework: Framework,
    /// The machine that it was found on.
    pub machine: String,
    /// Values by knob; `default` is left alone.
    pub knobs: BTreeMap<String, Value>,
    /// Environment variables to set.
    pub env: BTreeMap<String, String>,
    /// Environment variables that must not be set.
    pub unset: Vec<String>,
    /// Arguments to add to the command.
    pub arguments: Vec<String>,
    /// Options of the session.
    pub session: BTreeMap<String, String>,
    /// Over the default.
    pub gain: Gain,
}

impl Settings {
    /// Of a setting.
    pub fn new(
        plan: &Plan,
        scenario: &str,
        machine: &str,
        setting: &Setting,
        gain: Interval,
    ) -> Settings {
        let mut settings = Settings {
            scenario: scenario.into(),
            framework: plan.run.framework,
            machine: machine.into(),
            knobs: BTreeMap::new(),
            env: BTreeMap::new(),
            unset: Vec::new(),
            arguments: Vec::new(),
            session: BTreeMap::new(),
            gain: gain.into(),
        };
        for (knob, value) in plan.space.values(setting) {
            settings.knobs.insert(knob.name.clone(), value.clone());
            let text = value.to_string();
            match (&knob.how, value) {
                (How::Env(name), Value::Unset) => settings.unset.push(name.clone()),
                (How::Env(name), _) => drop(settings.env.insert(name.clone(), text)),
                (_, Value::Unset) => {}
                (How::Argument(argument), _) => {
                    settings.arguments.push(argument.replace("{}", &text))
                }
                (How::Session(option), _) => drop(settings.session.insert(option.clone(), text)),
                (How::Placeholder, _) => drop(settings.session.insert(knob.name.clone(), text)),
            }
        }
        settings
    }

    /// For a shell: `set -a; . settings.env`. What is not set by the environment stands in comments.
    pub fn env_file(&self) -> String {
        let mut text = format!("# {}, on {}\n", self.scenario, self.machine);
        text.push_str(&match (self.gain.low, self.gain.high) {
            (Some(low), Some(high)) => {
                format!(
                    "# {:.3}x the default, 95 % interval {low:.3} to {high:.3}\n",
                    self.gain.ratio
                )
            }
            _ => format!("# {:.3}x the default\n", self.gain.ratio),
        });
        for name in &self.unset {
            text.push_str(&format!("unset {name}\n"));
        }
        for (name, value) in &self.env {
            text.push_str(&format!("{name}={}\n", quoted(value)));
        }
        for argument in &self.arguments {
            text.push_str(&format!("# argument: {argument}\n"));
        }
        for (option, value) in &self.session {
            text.push_str(&format!("# option: {option}={value}\n"));
        }
        text
    }
}

/// A word of a shell.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-.,/:=+@%".contains(c);
    match !value.is_empty() && value.chars().all(plain) {
        true => value.to_owned(),
        false => format!("'{}'", value.replace('\'', r"'\''")),
    }
}

/// Writes both files, each whole or not at all.
///
/// # Errors
/// When they cannot be written.
pub fn write(folder: &Path, settings: &Settings) -> std::io::Result<()> {
    let json = serde_json::to_string_pretty(settings)? + "\n";
    files::write(&folder.join(SETTINGS_JSON), json.as_bytes())?;
    files::write(&folder.join(SETTINGS_ENV), settings.env_file().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_back_what_was_set() {
        let settings = Settings {
            scenario: "s".into(),
            framework: Framework::Command,
            machine: "m".into(),
            knobs: BTreeMap::new(),
            env: [
                ("A", "2"),
                ("B", "it's; rm -rf"),
                ("C", "granularity=fine,compact,1,0"),
            ]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .into(),
            unset: vec!["GONE".into()],
            arguments: vec!["--threads=2".into()],
            session: BTreeMap::new(),
            gain: Interval {
                ratio: 1.25,
                low: 1.2,
                high: 1.3,
            }
            .into(),
        };
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &settings).unwrap();
        let script =
            "set -a; . ./settings.env; printf '%s|%s|%s|%s' \"$A\" \"$B\" \"$C\" \"$GONE\"";
        let output = std::process::Command::new("sh")
            .args(["-c", script])
            .env("GONE", "still here")
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "2|it's; rm -rf|granularity=fine,compact,1,0|"
        );
        let text = std::fs::read_to_string(folder.path().join(SETTINGS_JSON)).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), settings);
    }
}

//! The metric in what a program printed. The only file that names regex-lite.

use std::collections::BTreeMap;

use serde_json::Value;

use super::child::{End, Ran};
use crate::threads::scenario::{Bound, Metric, Read};
use crate::threads::trial::{Outcome, Trial};

/// How much output a trial that does not count keeps, in bytes: the end.
const KEPT: usize = 4000;

/// What came of a run that ended.
pub fn judge(ran: &Ran, metric: &Metric, bound: Option<&Bound>) -> Trial {
    let fail = |outcome, reason: String| Trial {
        outcome,
        value: None,
        seconds: ran.seconds,
        reason,
        output: output(ran),
        beside: BTreeMap::new(),
    };
    match ran.end {
        End::Code(0) => {}
        End::Code(code) => return fail(Outcome::Failed, format!("it ended with code {code}")),
        End::Signal(signal) => return fail(Outcome::Failed, format!("signal {signal} ended it")),
        End::TimedOut | End::Stopped => {
            return fail(
                Outcome::Timeout,
                format!("it was killed after {:.1} s", ran.seconds),
            );
        }
    }
    let (value, beside) = match read(ran, metric) {
        Ok(found) => found,
        Err(reason) => return fail(Outcome::NoMetric, reason),
    };
    if !(value.is_finite() && value > 0.0) {
        return fail(
            Outcome::NotANumber,
            format!("the metric is {value}, not a positive number"),
        );
    }
    if let Some(bound) = bound {
        match beside.get(&bound.key) {
            None => {
                return fail(
                    Outcome::NoMetric,
                    format!("no number `{}` stands beside the metric", bound.key),
                );
            }
            Some(found) if found.is_nan() || *found > bound.most => {
                let reason = format!("{} is {found:.4}, above {}", bound.key, bound.most);
                return Trial {
                    value: Some(value),
                    beside,
                    ..fail(Outcome::OverBound, reason)
                };
            }
            Some(_) => {}
        }
    }
    Trial {
        beside,
        ..Trial::measured(value, ran.seconds)
    }
}

type Numbers = BTreeMap<String, f64>;

/// The metric, and the numbers beside it.
fn read(ran: &Ran, metric: &Metric) -> Result<(f64, Numbers), String> {
    match metric.read {
        Read::Wall => Ok((ran.seconds, Numbers::new())),
        Read::Json => {
            let key = metric.key.as_deref().unwrap_or_default();
            let lines = ran.stdout.lines().rev();
            let found = lines
                .filter_map(|line| serde_json::from_str(&spelled(line)).ok())
                .find_map(|value: Value| {
                    let object = value.as_object()?;
                    object.contains_key(key).then(|| object.clone())
                });
            let object = found.ok_or_else(|| {
                format!("no line of its output is a JSON object with the key `{key}`")
            })?;
            let number = |value: &Value| match value {
                // What JSON cannot write as a number.
                Value::String(text) => text.parse::<f64>().ok(),
                value => value.as_f64(),
            };
            let value = number(&object[key])
                .ok_or_else(|| format!("`{key}` is {}, which is no number", object[key]))?;
            let beside = object.iter().filter(|(name, _)| *name != key);
            Ok((
                value,
                beside
                    .filter_map(|(name, value)| Some((name.clone(), number(value)?)))
                    .collect(),
            ))
        }
        Read::Regex => {
            let pattern = metric.pattern.as_deref().unwrap_or_default();
            // Checked when the scenario was read.
            let regex = regex_lite::Regex::new(pattern).map_err(|e| e.to_string())?;
            let last = |text: &str| -> Option<String> {
                Some(
                    regex
                        .captures_iter(text)
                        .last()?
                        .get(1)?
                        .as_str()
                        .to_owned(),
                )
            };
            let found = last(&ran.stdout).or_else(|| last(&ran.stderr));
            let text = found.ok_or_else(|| format!("nothing in its output matches {pattern:?}"))?;
            let value = text
                .trim()
                .parse()
                .map_err(|_| format!("{pattern:?} found {text:?}, which is no number"))?;
            Ok((value, Numbers::new()))
        }
    }
}

/// A line as strict JSON: Python writes numbers that JSON does not have by these names.
fn spelled(line: &str) -> String {
    let mut text = line.trim().to_owned();
    for name in ["-Infinity", "Infinity", "NaN"] {
        for before in [":", ": "] {
            text = text.replace(&format!("{before}{name}"), &format!("{before}\"{name}\""));
        }
    }
    text
}

/// The end of what it printed, both streams.
fn output(ran: &Ran) -> String {
    let text = [ran.stdout.trim_end(), ran.stderr.trim_end()].join("\n");
    let text = text.trim();
    let from = (text.len().saturating_sub(KEPT)..=text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0);
    text[from..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::threads::scenario::Better;

    fn metric(read: Read, key: Option<&str>, pattern: Option<&str>) -> Metric {
        Metric {
            read,
            key: key.map(Into::into),
            pattern: pattern.map(Into::into),
            better: Better::Higher,
            unit: String::new(),
        }
    }

    fn ran(end: End, stdout: &str, stderr: &str) -> Ran {
        Ran {
            end,
            stdout: stdout.into(),
            stderr: stderr.into(),
            seconds: 2.0,
        }
    }

    #[test]
    fn each_way_to_be_wrong_is_a_verdict_with_the_output_kept() {
        let json = metric(Read::Json, Some("rate"), None);
        let regex = metric(Read::Regex, None, Some(r"rate: (\S+)"));
        let table = [
            (
                &json,
                ran(End::Code(1), "partial", "Traceback"),
                Outcome::Failed,
                "code 1",
            ),
            (
                &json,
                ran(End::Signal(11), "", ""),
                Outcome::Failed,
                "signal 11",
            ),
            (
                &json,
                ran(End::TimedOut, "warming up", ""),
                Outcome::Timeout,
                "killed after 2.0 s",
            ),
            (
                &json,
                ran(End::Code(0), "all well\n", ""),
                Outcome::NoMetric,
                "`rate`",
            ),
            (
                &json,
                ran(End::Code(0), r#"{"speed": 3}"#, ""),
                Outcome::NoMetric,
                "`rate`",
            ),
            (
                &json,
                ran(End::Code(0), r#"{"rate": [3]}"#, ""),
                Outcome::NoMetric,
                "no number",
            ),
            (
                &json,
                ran(End::Code(0), r#"{"rate": NaN}"#, ""),
                Outcome::NotANumber,
                "NaN",
            ),
            (
                &json,
                ran(End::Code(0), r#"{"rate":-Infinity}"#, ""),
                Outcome::NotANumber,
                "-inf",
            ),
            (
                &json,
                ran(End::Code(0), r#"{"rate": 0}"#, ""),
                Outcome::NotANumber,
                "0",
            ),
            (
                &json,
                ran(End::Code(0), r#"{"rate": -4}"#, ""),
                Outcome::NotANumber,
                "-4",
            ),
            (
                &regex,
                ran(End::Code(0), "rate = 3", ""),
                Outcome::NoMetric,
                "matches",
            ),
            (
                &regex,
                ran(End::Code(0), "rate: fast", ""),
                Outcome::NoMetric,
                "fast",
            ),
            (
                &regex,
                ran(End::Code(0), "rate: nan", ""),
                Outcome::NotANumber,
                "NaN",
            ),
        ];
        for (metric, ran, outcome, words) in table {
            let trial = judge(&ran, metric, None);
            assert_eq!(trial.outcome, outcome, "{ran:?}");
            assert!(trial.reason.contains(words), "{}: {ran:?}", trial.reason);
            assert!(trial.output.contains(ran.stdout.trim()) && trial.output.contains(&ran.stderr));
            assert_eq!(trial.cost(Better::Higher), None);
        }
    }

    #[test]
    fn the_last_line_with_the_key_counts_and_what_stands_beside_is_kept() {
        let json = metric(Read::Json, Some("rate"), None);
        let text = "loading\n{\"rate\": 1}\n{\"rate\": 250.5, \"p99_ms\": 4.5, \"name\": \"x\"}\n{\"done\": true}\n";
        let trial = judge(&ran(End::Code(0), text, ""), &json, None);
        assert_eq!(
            (trial.outcome, trial.value),
            (Outcome::Measured, Some(250.5))
        );
        assert_eq!(trial.beside, BTreeMap::from([("p99_ms".into(), 4.5)]));
        assert_eq!(trial.cost(Better::Higher), Some(1.0 / 250.5));
    }

    #[test]
    fn a_regular_expression_reads_either_stream_and_wall_time_needs_none() {
        let regex = metric(Read::Regex, None, Some(r"([\d.]+) images/s"));
        let trial = judge(
            &ran(
                End::Code(0),
                "",
                "step 1: 10.0 images/s\nstep 2: 12.5 images/s",
            ),
            &regex,
            None,
        );
        assert_eq!(trial.value, Some(12.5));
        assert_eq!(
            judge(
                &ran(End::Code(0), "", ""),
                &metric(Read::Wall, None, None),
                None
            )
            .value,
            Some(2.0)
        );
    }

    #[test]
    fn beyond_the_bound_a_run_does_not_count() {
        let json = metric(Read::Json, Some("rate"), None);
        let bound = Bound {
            key: "p99_ms".into(),
            most: 5.0,
        };
        let at = |latency: &str| {
            judge(
                &ran(
                    End::Code(0),
                    &format!("{{\"rate\": 9, \"p99_ms\": {latency}}}"),
                    "",
                ),
                &json,
                Some(&bound),
            )
        };
        assert_eq!(at("5.0").outcome, Outcome::Measured);
        assert_eq!(at("5.1").outcome, Outcome::OverBound);
        assert_eq!(at("NaN").outcome, Outcome::OverBound);
        assert_eq!(at("null").outcome, Outcome::NoMetric);
    }
}

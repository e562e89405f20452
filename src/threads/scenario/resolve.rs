//! A scenario on this machine: expressions evaluated, threads bounded, recommendations found among the settings.

use std::collections::BTreeSet;
use std::ops::Range as Span;

use toml::Spanned;

use super::file::{Framework, KnobText, Number, Range, Read, ValueText};
use super::{DEFAULT, Error, Plan, Recommendation, Scenario, Seed};
use crate::threads::graph::Width;
use crate::threads::space::{Constraint, How, Knob, Setting, Space, Value, expression, problem};
use crate::threads::topology::Topology;
use crate::workload::Symbols;

/// Values by knob, of one recommendation.
type Values = Vec<(String, Value)>;

/// The text that leaves a knob alone.
const UNSET: &str = "default";
/// More settings than this are refused: no search of fresh processes gets through them, and a list of them would eat memory.
const MOST_SETTINGS: usize = 1_000_000;

impl Scenario {
    /// The scenario on a machine; `width` is that of the model, where there is one whose graph is known.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line.
    pub fn resolve(&self, topology: &Topology, width: Option<&Width>) -> Result<Plan, Error> {
        self.check_run()?;
        let mut machine = topology.symbols();
        if let Some(width) = width {
            machine.insert("width".into(), width.pools() as i64);
        }
        let mut notes = Vec::new();
        let mut knobs = Vec::new();
        for text in &self.file.knob {
            let knob = self.knob(text, &machine, topology, &mut notes)?;
            if knobs.iter().any(|other: &Knob| other.name == knob.name) {
                return Err(self.wrong(
                    Some(text.span()),
                    &knob.name,
                    "there are two knobs of this name",
                ));
            }
            knobs.push(knob);
        }
        if knobs.is_empty() {
            return Err(self.wrong(
                None,
                "knob",
                "there is nothing to set; write at least one [[knob]]",
            ));
        }
        let recommended = self.recommended(&mut knobs, &machine, &mut notes)?;
        let space = self.space(knobs, machine)?;
        let default = space.default_setting();
        let broken = space.broken(&default);
        if let Some(constraint) = broken.first() {
            return Err(self.wrong(
                None,
                "constraints",
                format!("the default setting breaks `{constraint}`"),
            ));
        }
        let mut seeds = vec![Seed {
            name: DEFAULT.into(),
            setting: default,
        }];
        for (name, values) in recommended {
            let setting = Setting(
                space
                    .knobs
                    .iter()
                    .map(
                        |knob| match values.iter().find(|(of, _)| *of == knob.name) {
                            Some((_, value)) => knob
                                .values
                                .iter()
                                .position(|v| v == value)
                                .unwrap_or(knob.default),
                            None => knob.default,
                        },
                    )
                    .collect(),
            );
            // It is measured all the same: what others recommend need not keep to what we search.
            if let Some(constraint) = space.broken(&setting).first() {
                notes.push(format!("{name} breaks `{constraint}`"));
            }
            seeds.push(Seed { name, setting });
        }
        Ok(Plan {
            run: self.file.run.clone(),
            metric: self.file.metric.clone(),
            bound: self.file.bound.clone(),
            budget: self.file.budget.clone(),
            space,
            seeds,
            notes,
        })
    }

    /// Whether what is run and what is read of it are complete.
    fn check_run(&self) -> Result<(), Error> {
        let run = &self.file.run;
        let wrong = |key: &str, message: &str| Err(self.wrong(None, key, message));
        match run.framework {
            Framework::Command if run.command.is_empty() => {
                return wrong(
                    "run.command",
                    "there is nothing to run; give the program and its arguments, or `-- COMMAND` on the command line",
                );
            }
            Framework::OnnxRuntime | Framework::TensorFlow | Framework::PyTorch
                if run.model.is_none() =>
            {
                return wrong(
                    "run.model",
                    "there is no model; name one here, or give its path on the command line",
                );
            }
            _ => {}
        }
        let positive = [
            ("run.timeout_s", run.timeout_s),
            ("run.measure_s", run.measure_s),
            ("budget.precision", self.file.budget.precision),
            ("budget.minutes", self.file.budget.minutes.unwrap_or(1.0)),
        ];
        if let Some((key, _)) = positive
            .into_iter()
            .find(|(_, value)| !(*value > 0.0 && value.is_finite()))
        {
            return wrong(key, "must be a number greater than zero");
        }
        let budget = &self.file.budget;
        if budget.confirm < 5 || budget.confirm_most < budget.confirm {
            return wrong(
                "budget.confirm",
                "at least 5 rounds confirm a winner, and confirm_most is no fewer",
            );
        }
        if budget.samples == 0 || budget.trials == Some(0) || run.batch == 0 {
            return wrong(
                "budget.samples, budget.trials, run.batch",
                "must be at least 1",
            );
        }
        let metric = &self.file.metric;
        match (metric.read, &metric.key, &metric.pattern) {
            (Read::Json, None, _) => {
                return wrong(
                    "metric.key",
                    "name the key of the JSON line that the metric is in",
                );
            }
            (Read::Regex, _, None) => {
                return wrong(
                    "metric.pattern",
                    "give the regular expression that finds the metric",
                );
            }
            (Read::Regex, _, Some(pattern)) => match regex_lite::Regex::new(pattern) {
                Err(error) => return wrong("metric.pattern", &error.to_string()),
                Ok(regex) if regex.captures_len() < 2 => {
                    return wrong("metric.pattern", "it has no group; put the number in ( )");
                }
                Ok(_) => {}
            },
            _ => {}
        }
        if self.file.bound.is_some() && metric.read != Read::Json {
            return wrong(
                "bound",
                "it names a key of a JSON line, so metric.read must be \"json\"",
            );
        }
        Ok(())
    }

    fn knob(
        &self,
        text: &Spanned<KnobText>,
        machine: &Symbols,
        topology: &Topology,
        notes: &mut Vec<String>,
    ) -> Result<Knob, Error> {
        let span = text.span();
        let text = text.get_ref();
        let key = format!("knob {}", text.name);
        let wrong = |message: &str| self.wrong(Some(span.clone()), &key, message);
        let plain = !text.name.is_empty()
            && text
                .name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !plain || machine.contains_key(&text.name) || text.name == UNSET {
            return Err(wrong(
                "a name is of letters, digits and underscores, and not one of the machine's counts",
            ));
        }
        let how = match (&text.env, &text.argument, &text.session) {
            (Some(env), None, None) => How::Env(env.clone()),
            (None, Some(argument), None) if argument.contains("{}") => {
                How::Argument(argument.clone())
            }
            (None, Some(_), None) => return Err(wrong("the argument has no `{}` for the value")),
            (None, None, Some(option)) => How::Session(option.clone()),
            (None, None, None) => How::Placeholder,
            _ => return Err(wrong("give one of env, argument and session, not several")),
        };
        let placeholder = format!("{{{}}}", text.name);
        if how == How::Placeholder
            && !self
                .file
                .run
                .command
                .iter()
                .any(|part| part.contains(&placeholder))
        {
            return Err(wrong(&format!(
                "nothing sets it: give env, argument or session, or write {placeholder} in the command"
            )));
        }
        if matches!(how, How::Session(_)) && self.file.run.framework == Framework::Command {
            return Err(wrong(
                "a command has no session; give env, argument, or a placeholder in the command",
            ));
        }
        let mut values = match (&text.values[..], &text.range) {
            ([], None) => return Err(wrong("it has no values; give `values` or `range`")),
            ([], Some(range)) => self.range(range, machine, &span, &key)?,
            (values, None) => values
                .iter()
                .map(|value| written(value, machine, false))
                .collect::<Result<_, _>>()
                .map_err(|m| wrong(&m))?,
            (_, Some(_)) => return Err(wrong("give `values` or `range`, not both")),
        };
        let default = match &text.default {
            None => Value::Unset,
            Some(value) => written(value, machine, text.range.is_some()).map_err(|m| wrong(&m))?,
        };
        if how == How::Placeholder && (default == Value::Unset || values.contains(&Value::Unset)) {
            return Err(wrong(
                "a placeholder in the command is always replaced: give a `default` that is a value",
            ));
        }
        if text.threads {
            let cores = topology.cores() as i64;
            let before = values.len();
            values.retain(|value| !matches!(value, Value::Number(n) if *n > cores));
            if values.len() < before {
                notes.push(format!(
                    "{}: values above {cores} are left out, as this process may use {cores} cores",
                    text.name
                ));
            }
        }
        let mut values: BTreeSet<Value> = values.into_iter().collect();
        values.insert(default.clone());
        let values: Vec<Value> = values.into_iter().collect();
        let means = text
            .means
            .as_ref()
            .map(|means| self.number(means, machine, &span, &key))
            .transpose()?;
        Ok(Knob {
            name: text.name.clone(),
            default: values
                .iter()
                .position(|value| *value == default)
                .unwrap_or(0),
            values,
            how,
            means,
        })
    }

    fn range(
        &self,
        range: &Range,
        machine: &Symbols,
        span: &Span<usize>,
        key: &str,
    ) -> Result<Vec<Value>, Error> {
        let wrong = |message: &str| self.wrong(Some(span.clone()), key, message);
        let from = self.number(&range.from, machine, span, key)?;
        let to = self.number(&range.to, machine, span, key)?;
        let next: Box<dyn Fn(i64) -> i64> = match (range.step, range.factor) {
            (None, None) => Box::new(|n| n.saturating_add(1)),
            (Some(step), None) if step > 0 => Box::new(move |n| n.saturating_add(step)),
            (None, Some(factor)) if factor > 1 && from > 0 => {
                Box::new(move |n| n.saturating_mul(factor))
            }
            _ => {
                return Err(wrong(
                    "a range has a `step` above 0, or a `factor` above 1 and a `from` above 0",
                ));
            }
        };
        let mut values = Vec::new();
        let mut n = from;
        while n < to && values.len() < 1000 {
            values.push(Value::Number(n));
            n = next(n);
        }
        // Both ends are included, also where the last step would go past the end.
        values.push(Value::Number(to.max(from)));
        Ok(values)
    }

    fn number(
        &self,
        number: &Number,
        machine: &Symbols,
        span: &Span<usize>,
        key: &str,
    ) -> Result<i64, Error> {
        match number {
            Number::Plain(number) => Ok(*number),
            Number::Expression(text) => expression(text)
                .and_then(|e| e.eval(machine).map_err(|e| problem(&e)))
                .map_err(|message| self.wrong(Some(span.clone()), key, message)),
        }
    }

    /// The recommendations that apply here, with the values that they name; a value that no list has is added to its knob's.
    fn recommended(
        &self,
        knobs: &mut [Knob],
        machine: &Symbols,
        notes: &mut Vec<String>,
    ) -> Result<Vec<(String, Values)>, Error> {
        let mut found = Vec::new();
        for (name, values) in &self.file.recommend {
            if name == DEFAULT {
                return Err(self.wrong(
                    None,
                    "recommend.default",
                    "the default is what the knobs say it is",
                ));
            }
            if needs_width(values) && !machine.contains_key("width") {
                notes.push(format!(
                    "{name} is left out: it goes by the width of a graph, and there is none to read"
                ));
                continue;
            }
            let mut setting = Vec::new();
            let mut beyond = None;
            for (of, value) in values {
                let key = format!("recommend.{name}.{of}");
                let span = value.span();
                let Some(knob) = knobs.iter_mut().find(|knob| knob.name == *of) else {
                    return Err(self.wrong(Some(span), key, format!("there is no knob `{of}`")));
                };
                let value = written(value.get_ref(), machine, true)
                    .map_err(|message| self.wrong(Some(span.clone()), &key, message))?;
                if self.is_beyond(of, &value, machine) {
                    beyond = Some(format!("{of}={value}"));
                    continue;
                }
                if !knob.values.contains(&value) {
                    let default = knob.values[knob.default].clone();
                    knob.values.push(value.clone());
                    knob.values.sort();
                    knob.default = knob.values.iter().position(|v| *v == default).unwrap_or(0);
                }
                setting.push((of.clone(), value));
            }
            match beyond {
                Some(what) => notes.push(format!(
                    "{name} is left out: {what} is more threads than the {} cores that this process may use",
                    machine["cores"]
                )),
                None => found.push((name.clone(), setting)),
            }
        }
        Ok(found)
    }

    /// Whether a knob of threads would get more than there are cores.
    fn is_beyond(&self, knob: &str, value: &Value, machine: &Symbols) -> bool {
        let bounded = self
            .file
            .knob
            .iter()
            .any(|k| k.get_ref().name == knob && k.get_ref().threads);
        bounded && matches!(value, Value::Number(n) if *n > machine["cores"])
    }

    fn space(&self, knobs: Vec<Knob>, machine: Symbols) -> Result<Space, Error> {
        let known: BTreeSet<String> = machine
            .keys()
            .cloned()
            .chain(knobs.iter().map(|knob| knob.name.clone()))
            .collect();
        let constraints = self
            .file
            .constraints
            .iter()
            .map(|text| {
                Constraint::parse(text.get_ref(), &known)
                    .map_err(|message| self.wrong(Some(text.span()), "constraints", message))
            })
            .collect::<Result<_, _>>()?;
        let space = Space::new(knobs, constraints, machine);
        if space.size() > MOST_SETTINGS {
            let message = format!(
                "{} settings are too many; {MOST_SETTINGS} are the most",
                space.size()
            );
            return Err(self.wrong(None, "knob", message));
        }
        Ok(space)
    }
}

fn needs_width(values: &Recommendation) -> bool {
    values.values().any(|value| match value.get_ref() {
        ValueText::Text(text) => expression(text).is_ok_and(|e| e.symbols().contains("width")),
        ValueText::Number(_) => false,
    })
}

/// A value as it is written: a number, `default`, an expression where one is expected or where the machine's counts make it one, or text.
fn written(value: &ValueText, machine: &Symbols, expected: bool) -> Result<Value, String> {
    let text = match value {
        ValueText::Number(number) => return Ok(Value::Number(*number)),
        ValueText::Text(text) if text == UNSET => return Ok(Value::Unset),
        ValueText::Text(text) => text,
    };
    match expression(text) {
        Ok(parsed)
            if parsed
                .symbols()
                .iter()
                .all(|name| machine.contains_key(*name)) =>
        {
            parsed
                .eval(machine)
                .map(Value::Number)
                .map_err(|e| problem(&e))
        }
        _ if expected && text.contains(['(', '*', '/', '+']) => Err(format!(
            "`{text}` is no expression over {}",
            machine.keys().cloned().collect::<Vec<_>>().join(", ")
        )),
        _ => Ok(Value::Text(text.clone())),
    }
}

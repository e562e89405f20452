//! The settings that there are: knobs, their values, and the constraints between them.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::workload::{Expr, Place, Symbols};

/// A setting: for each knob the place of its value in the knob's list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Setting(pub Vec<usize>);

/// What a knob is set to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Left alone.
    Unset,
    /// A number.
    Number(i64),
    /// Text.
    Text(String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Unset => f.write_str("default"),
            Value::Number(number) => write!(f, "{number}"),
            Value::Text(text) => f.write_str(text),
        }
    }
}

/// How a value reaches the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// An environment variable; removed where the knob is left alone.
    Env(String),
    /// An argument, with `{}` for the value; absent where the knob is left alone.
    Argument(String),
    /// `{name}` in the command.
    Placeholder,
    /// An option of the adapter.
    Session(String),
}

/// One knob.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Knob {
    /// Its name.
    pub name: String,
    /// Its values; numbers in order, and [`Value::Unset`] before them.
    pub values: Vec<Value>,
    /// The place of the value that it has if nobody tunes.
    pub default: usize,
    /// How it is set.
    pub how: How,
    /// What leaving it alone amounts to, for constraints.
    pub means: Option<i64>,
}

impl Knob {
    /// Whether neighbouring values are alike.
    fn ordered(&self) -> bool {
        self.values
            .iter()
            .filter(|value| matches!(value, Value::Number(_)))
            .count()
            > 1
    }
}

/// How two sides of a constraint are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    AtMost,
    AtLeast,
    Below,
    Above,
    Equal,
}

/// The longest first, so that `<=` is not read as `<`.
const RELATIONS: [(&str, Relation); 5] = [
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("==", Relation::Equal),
    ("<", Relation::Below),
    (">", Relation::Above),
];

/// A condition on a setting.
#[derive(Debug, Clone)]
pub struct Constraint {
    text: String,
    left: Expr,
    relation: Relation,
    right: Expr,
}

impl Constraint {
    /// Parses `pools * threads <= cores`. `known` are the names that it may use.
    ///
    /// # Errors
    /// What is wrong with it and what would be right.
    pub fn parse(
        text: &str,
        known: &std::collections::BTreeSet<String>,
    ) -> Result<Constraint, String> {
        let found = RELATIONS
            .iter()
            .find_map(|(sign, relation)| Some((text.split_once(sign)?, *relation)));
        let Some(((left, right), relation)) = found else {
            return Err(format!(
                "`{text}` compares nothing; write two expressions with <=, <, >=, > or == between them"
            ));
        };
        let side = |side: &str| -> Result<Expr, String> {
            let expression = expression(side.trim())?;
            expression.check_symbols(known).map_err(|e| problem(&e))?;
            Ok(expression)
        };
        Ok(Constraint {
            text: text.into(),
            left: side(left)?,
            relation,
            right: side(right)?,
        })
    }

    /// Whether it holds. One about a knob that is left alone, of which nobody says what that amounts to, holds. So does one that cannot be
    /// computed.
    fn holds(&self, symbols: &Symbols) -> bool {
        let (Ok(left), Ok(right)) = (self.left.eval(symbols), self.right.eval(symbols)) else {
            return true;
        };
        match self.relation {
            Relation::AtMost => left <= right,
            Relation::AtLeast => left >= right,
            Relation::Below => left < right,
            Relation::Above => left > right,
            Relation::Equal => left == right,
        }
    }
}

/// Parses an expression over counts.
///
/// # Errors
/// What is wrong with it.
pub fn expression(text: &str) -> Result<Expr, String> {
    let nowhere = Place {
        file: Arc::from(Path::new("")),
        line: 0,
        key: String::new(),
    };
    Expr::parse(text, nowhere).map_err(|e| problem(&e))
}

/// An expression's error without its place, which is that of the scenario's key.
pub fn problem(error: &crate::workload::Error) -> String {
    match error {
        crate::workload::Error::Invalid { problem, .. } => problem.to_string(),
        other => other.to_string(),
    }
}

/// All settings of a scenario on a machine.
#[derive(Debug, Clone)]
pub struct Space {
    /// The knobs.
    pub knobs: Vec<Knob>,
    constraints: Vec<Constraint>,
    machine: Symbols,
}

impl Space {
    /// Of these knobs, on a machine with these counts.
    pub fn new(knobs: Vec<Knob>, constraints: Vec<Constraint>, machine: Symbols) -> Space {
        Space {
            knobs,
            constraints,
            machine,
        }
    }

    /// What nobody tuned.
    pub fn default_setting(&self) -> Setting {
        Setting(self.knobs.iter().map(|knob| knob.default).collect())
    }

    /// The value of each knob, with the knob.
    pub fn values<'a>(
        &'a self,
        setting: &'a Setting,
    ) -> impl Iterator<Item = (&'a Knob, &'a Value)> {
        self.knobs
            .iter()
            .zip(&setting.0)
            .map(|(knob, &place)| (knob, &knob.values[place]))
    }

    /// The constraints that a setting breaks.
    pub fn broken(&self, setting: &Setting) -> Vec<&str> {
        let mut symbols = self.machine.clone();
        for (knob, value) in self.values(setting) {
            let number = match value {
                Value::Number(number) => Some(*number),
                Value::Unset => knob.means,
                Value::Text(_) => None,
            };
            match number {
                Some(number) => symbols.insert(knob.name.clone(), number),
                None => symbols.remove(&knob.name),
            };
        }
        let broken = self
            .constraints
            .iter()
            .filter(|constraint| !constraint.holds(&symbols));
        broken.map(|constraint| constraint.text.as_str()).collect()
    }

    /// Whether it meets every constraint.
    pub fn allows(&self, setting: &Setting) -> bool {
        self.broken(setting).is_empty()
    }

    /// Every setting that is allowed, in order.
    pub fn all(&self) -> Vec<Setting> {
        let mut settings = vec![Setting(Vec::new())];
        for knob in &self.knobs {
            settings = settings
                .iter()
                .flat_map(|setting| {
                    (0..knob.values.len()).map(|place| {
                        let mut longer = setting.clone();
                        longer.0.push(place);
                        longer
                    })
                })
                .collect();
        }
        settings.retain(|setting| self.allows(setting));
        settings
    }

    /// How many settings there are before constraints; beyond what fits, the largest number.
    pub fn size(&self) -> usize {
        self.knobs
            .iter()
            .fold(1usize, |size, knob| size.saturating_mul(knob.values.len()))
    }

    /// Settings one move away: one knob at another value (any, of a short list; up to two steps away, of a long one), or two ordered knobs
    /// moved against each other: by a step each, or one up and the other down as far as constraints then ask, as the product of pools and
    /// threads is bounded.
    pub fn neighbours(&self, setting: &Setting) -> Vec<Setting> {
        /// A list that is tried as a whole.
        const SHORT: usize = 4;
        let mut found = Vec::new();
        for (index, knob) in self.knobs.iter().enumerate() {
            let here = setting.0[index];
            for place in 0..knob.values.len() {
                let near =
                    knob.values.len() <= SHORT || !knob.ordered() || here.abs_diff(place) <= 2;
                if place != here && near {
                    found.push(with(setting, &[(index, place)]));
                }
            }
        }
        let ordered: Vec<usize> = (0..self.knobs.len())
            .filter(|&index| self.knobs[index].ordered())
            .collect();
        for &up in &ordered {
            for &down in ordered.iter().filter(|&&down| down != up) {
                for step in 1..=2 {
                    let above = setting.0[up] + step;
                    if above >= self.knobs[up].values.len() {
                        continue;
                    }
                    let lower = (0..setting.0[down])
                        .rev()
                        .map(|place| with(setting, &[(up, above), (down, place)]));
                    found.extend(lower.clone().take(1));
                    found.extend(lower.into_iter().find(|setting| self.allows(setting)));
                }
            }
        }
        found.sort();
        found.dedup();
        found.retain(|setting| self.allows(setting));
        found
    }

    /// A setting as text, the same for equal settings: `inter=2 intra=1`.
    pub fn text(&self, setting: &Setting) -> String {
        let parts: Vec<String> = self
            .values(setting)
            .map(|(knob, value)| format!("{}={value}", knob.name))
            .collect();
        parts.join(" ")
    }
}

fn with(setting: &Setting, places: &[(usize, usize)]) -> Setting {
    let mut other = setting.clone();
    for &(knob, place) in places {
        other.0[knob] = place;
    }
    other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knob(name: &str, numbers: std::ops::RangeInclusive<i64>) -> Knob {
        Knob {
            name: name.into(),
            values: numbers.map(Value::Number).collect(),
            default: 0,
            how: How::Placeholder,
            means: None,
        }
    }

    fn space(constraint: &str) -> Space {
        let knobs = vec![knob("pools", 1..=4), knob("threads", 1..=4)];
        let known = ["pools", "threads", "cores"].map(str::to_owned).into();
        let constraint = Constraint::parse(constraint, &known).unwrap();
        Space::new(
            knobs,
            vec![constraint],
            Symbols::from([("cores".into(), 4)]),
        )
    }

    #[test]
    fn constraints_leave_out_what_breaks_them() {
        // 1x1..4, 2x1..2, 3x1, 4x1.
        let space = space("pools * threads <= cores");
        assert_eq!(space.all().len(), 8);
        assert_eq!(space.size(), 16);
        assert_eq!(
            space.broken(&Setting(vec![3, 3])),
            ["pools * threads <= cores"]
        );
    }

    #[test]
    fn pools_and_threads_move_against_each_other() {
        let space = space("pools * threads <= cores");
        // One pool of four threads: fewer threads; or two pools of two, three of one.
        let near = space.neighbours(&Setting(vec![0, 3]));
        assert_eq!(
            near,
            [vec![0, 0], vec![0, 1], vec![0, 2], vec![1, 1], vec![2, 0]].map(Setting)
        );
    }

    #[test]
    fn a_knob_left_alone_counts_as_what_it_means() {
        let mut space = space("pools * threads <= cores");
        space.knobs[1].values.insert(0, Value::Unset);
        assert!(space.allows(&Setting(vec![3, 0])));
        space.knobs[1].means = Some(4);
        assert!(!space.allows(&Setting(vec![3, 0])));
        assert_eq!(space.text(&Setting(vec![3, 0])), "pools=4 threads=default");
    }

    #[test]
    fn a_constraint_with_a_typing_error_is_refused_with_what_is_known() {
        let known = ["pools".to_owned()].into();
        let error = |text| Constraint::parse(text, &known).unwrap_err();
        assert!(
            error("pols <= 4").contains("pols"),
            "{}",
            error("pols <= 4")
        );
        assert!(error("pools * 4").contains("compares nothing"));
        assert!(
            error("pools * <= 4").contains("pools *"),
            "{}",
            error("pools * <= 4")
        );
    }
}

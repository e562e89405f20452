//! `workload.toml` as it is written: the tables, their keys, and the place of each value.
//!
//! Nothing is checked here beyond TOML, keys and types; [`load`](super::load) gives it meaning.

use std::fmt;
use std::marker::PhantomData;
use std::path::Path;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use toml::Spanned;

use super::error::{Error, Place, did_you_mean};
use super::fill::Fill;
use super::scalar::Scalar;
use super::{CaseUse, Role};

/// The whole file.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub workload: Head,
    #[serde(default)]
    pub shapes: Entries<Shape>,
    pub buffers: Entries<Buffer>,
    #[serde(default)]
    pub tunables: Entries<Tunable>,
    #[serde(default)]
    pub facts: Facts,
    #[serde(default)]
    pub loops: Entries<Loop>,
    pub launch: Vec<Spanned<Launch>>,
    pub expert: Option<Spanned<Expert>>,
    pub reference: Spanned<Reference>,
    pub tolerance: Tolerances,
    pub floor: Option<Floor>,
    pub case: Vec<Spanned<Case>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub name: Spanned<String>,
    #[serde(default)]
    pub summary: String,
    pub ir: Spanned<String>,
    pub source: Option<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub multiple_of: Option<i64>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Buffer {
    #[serde(rename = "type")]
    pub scalar: Scalar,
    pub len: Spanned<Text>,
    pub role: Option<Role>,
    pub fill: Option<Spanned<Fill<Spanned<Text>>>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tunable {
    pub values: Vec<i64>,
    pub default: i64,
}

#[derive(serde::Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    #[serde(default)]
    pub noalias: bool,
    pub align: Option<Spanned<u32>>,
    pub longest: Option<Spanned<u64>>,
    #[serde(default)]
    pub rising: Vec<Spanned<String>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Launch {
    pub entry: Spanned<String>,
    #[serde(rename = "loop")]
    pub in_loop: Option<Spanned<String>>,
    pub grid: Spanned<Vec<Spanned<Text>>>,
    pub block: Spanned<Vec<Spanned<Text>>>,
    pub shared: Option<Spanned<Text>>,
    pub args: Vec<Spanned<String>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loop {
    pub times: Spanned<Text>,
    pub counter: Option<Spanned<String>>,
    #[serde(default)]
    pub swap: Vec<Spanned<Vec<Spanned<String>>>>,
    #[serde(rename = "while")]
    pub go_on: Option<Spanned<String>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    pub bytes: Spanned<Text>,
    pub operations: Option<Spanned<Text>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    pub ir: Spanned<String>,
    pub source: Option<String>,
    #[serde(default)]
    pub tunables: Entries<i64>,
    pub launch: Vec<Spanned<ExpertLaunch>>,
}

/// A launch of the expert's; its arguments are those of the kernel's.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpertLaunch {
    pub entry: Spanned<String>,
    pub grid: Spanned<Vec<Spanned<Text>>>,
    pub block: Spanned<Vec<Spanned<Text>>>,
    pub shared: Option<Spanned<Text>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub builtin: Option<Spanned<String>>,
    pub files: Option<Spanned<Entries<Spanned<String>>>>,
    pub baseline: Option<Spanned<bool>>,
    #[serde(default)]
    pub buffers: Entries<Spanned<String>>,
    #[serde(default)]
    pub sizes: Entries<Spanned<Text>>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    pub output: Option<Spanned<String>>,
    pub metric: Spanned<String>,
    pub from: Option<Spanned<String>>,
    pub width: Option<Spanned<Text>>,
    pub strict: Option<f64>,
    pub serving: Option<f64>,
    pub relaxed: Option<f64>,
}

/// `[tolerance]` for every output, or `[[tolerance]]` for one each.
pub struct Tolerances(pub Vec<Spanned<Tolerance>>);

impl<'de> Deserialize<'de> for Tolerances {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items(Vec<Item>);

        enum Item {
            Alone(Tolerance),
            Listed(Spanned<Tolerance>),
        }

        impl<'de> Deserialize<'de> for Items {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct OneOrMore;

                impl<'de> Visitor<'de> for OneOrMore {
                    type Value = Items;

                    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                        f.write_str("a table, or one for each output")
                    }

                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Items, A::Error> {
                        let table = de::value::MapAccessDeserializer::new(map);
                        Ok(Items(vec![Item::Alone(Tolerance::deserialize(table)?)]))
                    }

                    fn visit_seq<A: de::SeqAccess<'de>>(
                        self,
                        mut seq: A,
                    ) -> Result<Items, A::Error> {
                        let mut items = Vec::new();
                        while let Some(item) = seq.next_element()? {
                            items.push(Item::Listed(item));
                        }
                        Ok(Items(items))
                    }
                }

                deserializer.deserialize_any(OneOrMore)
            }
        }

        let spans = Spanned::<Items>::deserialize(deserializer)?;
        let whole = spans.span();
        let items = spans.into_inner().0.into_iter().map(|item| match item {
            Item::Alone(tolerance) => Spanned::new(whole.clone(), tolerance),
            Item::Listed(tolerance) => tolerance,
        });
        Ok(Tolerances(items.collect()))
    }
}

/// A case: its own keys, and a value for each shape.
pub struct Case {
    pub name: Spanned<String>,
    pub role: CaseUse,
    pub seed: u64,
    pub fill: Entries<Spanned<Fill<Spanned<Text>>>>,
    pub expected: Entries<Spanned<String>>,
    pub symbols: Vec<(Spanned<String>, i64)>,
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Case;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a case: name, use, seed, fill, expected, and a value for each shape")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Case, A::Error> {
                let (mut name, mut role, mut seed) = (None, None, None);
                let (mut fill, mut expected) = (None, None);
                let mut symbols = Vec::new();
                while let Some(key) = map.next_key::<Spanned<String>>()? {
                    match key.get_ref().as_str() {
                        "name" => name = Some(map.next_value()?),
                        "use" => role = Some(map.next_value()?),
                        "seed" => seed = Some(map.next_value()?),
                        "fill" => fill = Some(map.next_value()?),
                        "expected" => expected = Some(map.next_value()?),
                        _ => symbols.push((key, map.next_value()?)),
                    }
                }
                Ok(Case {
                    name: name.ok_or_else(|| de::Error::missing_field("name"))?,
                    role: role.ok_or_else(|| de::Error::missing_field("use"))?,
                    seed: seed.ok_or_else(|| de::Error::missing_field("seed"))?,
                    fill: fill.unwrap_or_default(),
                    expected: expected.unwrap_or_default(),
                    symbols,
                })
            }
        }

        deserializer.deserialize_map(Keys)
    }
}

/// A table whose keys are names of the user's, in the order of the file.
pub struct Entries<T>(pub Vec<(Spanned<String>, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Named<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Named<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a table of names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry::<Spanned<String>, T>()? {
                    entries.push(entry);
                }
                // The parser hands keys out by the alphabet.
                entries.sort_by_key(|(key, _)| key.span().start);
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Named(PhantomData))
    }
}

/// A number, or an expression in quotes.
#[derive(Clone)]
pub enum Text {
    Float(f64),
    Expression(String),
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl Visitor<'_> for Any {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a number, or an expression in quotes")
            }

            fn visit_i64<E>(self, value: i64) -> Result<Text, E> {
                Ok(Text::Expression(value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Text, E> {
                Ok(Text::Float(value))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(Text::Expression(text.to_string()))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

/// A manifest's text, to find places in it.
pub struct Source<'a> {
    pub file: Arc<Path>,
    pub text: &'a str,
}

impl Source<'_> {
    /// Parses the text.
    ///
    /// # Errors
    /// [`Error::Syntax`] with the line, the key and, for an unknown key, the keys that there are.
    pub fn parse(&self) -> Result<Manifest, Error> {
        toml::from_str(self.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            Error::Syntax {
                place: self.place(offset, self.key_at(offset)),
                message: explain(error.message()),
            }
        })
    }

    /// The place of `key`, which is written at byte `offset`.
    pub fn place(&self, offset: usize, key: impl Into<String>) -> Place {
        let before = self.text.as_bytes().iter().take(offset);
        Place {
            file: self.file.clone(),
            line: 1 + before.filter(|byte| **byte == b'\n').count(),
            key: key.into(),
        }
    }

    /// The table, and the key in it, that byte `offset` is in, as far as lines tell.
    fn key_at(&self, offset: usize) -> String {
        let end = self.text.len().min(offset.saturating_add(1));
        let mut table = "";
        let mut key = "";
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            if start >= end {
                break;
            }
            start += line.len();
            let line = line.trim();
            if line.starts_with('[') {
                table = line
                    .split('#')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .trim_matches(['[', ']']);
                key = "";
            } else if let Some((name, _)) = line.split_once('=') {
                key = name.trim();
            }
        }
        match (table, key) {
            ("", "") => "the file".to_string(),
            ("", key) => key.to_string(),
            (table, "") => table.to_string(),
            (table, key) => format!("{table}.{key}"),
        }
    }
}

/// The parser's message in the words of this project: `key` for `field`, with a suggestion for an unknown one.
fn explain(message: &str) -> String {
    let message = message
        .replace("unknown field", "unknown key")
        .replace("missing field", "missing key");
    if let Some((written, known)) = unexpected_keys(&message) {
        let names: Vec<String> = known.split(", ").map(|name| format!("`{name}`")).collect();
        return explain(&format!(
            "unknown key `{written}`, expected one of {}",
            names.join(", ")
        ));
    }
    if !message.starts_with("unknown ") {
        return message;
    }
    let mut names = message.split('`').skip(1).step_by(2).map(str::to_string);
    let written = names.next().unwrap_or_default();
    let known: Vec<String> = names.collect();
    let suggestion = did_you_mean(&written, &known);
    message + &suggestion
}

/// The parser's own wording for unknown keys of a variant: the first of them, and those that there are.
fn unexpected_keys(message: &str) -> Option<(&str, &str)> {
    let (written, known) = message
        .strip_prefix("unexpected keys in table: ")?
        .split_once(", available keys: ")?;
    Some((written.split(", ").next()?, known))
}

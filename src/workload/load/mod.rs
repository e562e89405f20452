//! From a manifest as it is written to a [`Workload`]: names resolved, expressions parsed, promises checked.

mod buffers;
mod cases;
mod expert;
mod launches;
mod reference;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;

use crate::workload::error::{Error, Place, Problem};
use crate::workload::expr::{Expr, FUNCTIONS, Number};
use crate::workload::fill::Fill;
use crate::workload::manifest::{Manifest, Source, Text};
use crate::workload::{Facts, Origin, Shape, Tolerance, Tunable, Workload};

type Fills = Spanned<Fill<Spanned<Text>>>;

/// Reads `path`: a `workload.toml`, or the folder that has one.
pub(super) fn load(path: &Path) -> Result<Workload, Error> {
    let path = if path.is_dir() {
        path.join("workload.toml")
    } else {
        path.to_path_buf()
    };
    let bytes = read("workload", &path)?;
    let file: Arc<Path> = path.clone().into();
    let text = str::from_utf8(&bytes).map_err(|error| Error::Syntax {
        place: Place {
            file: file.clone(),
            line: 1 + bytes[..error.valid_up_to()]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count(),
            key: "the file".into(),
        },
        message: "is not UTF-8 text".into(),
    })?;
    let source = Source { file, text };
    let manifest = source.parse()?;
    let workload = Loader {
        source,
        folder: folder_of(&path),
    }
    .workload(&manifest, &bytes)?;
    for workload in [Some(&workload), workload.by_expert().as_ref()]
        .into_iter()
        .flatten()
    {
        for case in &workload.cases {
            workload.plan(case, &workload.default_setup())?;
        }
    }
    Ok(workload)
}

fn read(what: &'static str, path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|source| Error::Read {
        what,
        path: path.to_path_buf(),
        source,
    })
}

/// The folder of a file, absolute where the system lets us know it.
fn folder_of(path: &Path) -> std::path::PathBuf {
    let folder = path.parent().unwrap_or(Path::new(""));
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf())
}

/// The names that an expression may use.
struct Scope {
    shapes: BTreeSet<String>,
    /// Shapes and tunables.
    all: BTreeSet<String>,
}

struct Loader<'a> {
    source: Source<'a>,
    folder: std::path::PathBuf,
}

impl Loader<'_> {
    fn workload(&self, manifest: &Manifest, bytes: &[u8]) -> Result<Workload, Error> {
        let head = &manifest.workload;
        if head.name.get_ref().trim().is_empty() {
            return Err(self.wrong(&head.name, "workload.name", "is empty"));
        }
        let ir = self.folder.join(head.ir.get_ref());
        let module = read("the IR that `workload.ir` names,", &ir)?;

        let shapes = self.shapes(manifest)?;
        let tunables = self.tunables(manifest, &shapes)?;
        let scope = Scope {
            shapes: shapes.keys().cloned().collect(),
            all: shapes.keys().chain(tunables.keys()).cloned().collect(),
        };
        let buffers = self.buffers(manifest, &scope)?;
        let launches = self.launches(manifest, &scope, &buffers)?;
        self.every_output_is_an_argument(manifest, &buffers, &launches)?;
        let expert = self.expert(manifest, bytes, &scope, &tunables, &launches)?;
        Ok(Workload {
            name: head.name.get_ref().clone(),
            summary: head.summary.clone(),
            origin: Origin {
                manifest: self
                    .folder
                    .join(self.source.file.file_name().unwrap_or_default()),
            },
            ir,
            source: head.source.as_ref().map(|source| self.folder.join(source)),
            reference: self.reference(manifest, &scope, &buffers)?,
            tolerance: self.tolerance(manifest)?,
            facts: self.facts(manifest)?,
            cases: self.cases(manifest, &shapes, &scope, &buffers)?,
            fingerprint: fingerprint(bytes, &module),
            shapes,
            tunables,
            buffers,
            launches,
            expert,
        })
    }

    fn shapes(&self, manifest: &Manifest) -> Result<BTreeMap<String, Shape>, Error> {
        let mut shapes = BTreeMap::new();
        for (name, promise) in &manifest.shapes.0 {
            let key = format!("shapes.{}", name.get_ref());
            self.check_symbol(name, &key)?;
            let shape = Shape {
                min: promise.min.unwrap_or(0),
                max: promise.max,
                multiple_of: promise.multiple_of.unwrap_or(1),
            };
            if shape.min < 0 {
                return Err(self.wrong(name, &key, "min is negative; sizes are not"));
            }
            if shape.multiple_of < 1 {
                return Err(self.wrong(name, &key, "multiple_of must be at least 1"));
            }
            if shape.max.is_some_and(|max| max < shape.min) {
                return Err(self.wrong(name, &key, "max is below min"));
            }
            shapes.insert(name.get_ref().clone(), shape);
        }
        Ok(shapes)
    }

    fn tunables(
        &self,
        manifest: &Manifest,
        shapes: &BTreeMap<String, Shape>,
    ) -> Result<BTreeMap<String, Tunable>, Error> {
        let mut tunables = BTreeMap::new();
        for (name, tunable) in &manifest.tunables.0 {
            let key = format!("tunables.{}", name.get_ref());
            self.check_symbol(name, &key)?;
            if shapes.contains_key(name.get_ref()) {
                return Err(self.wrong(name, &key, "is a shape, too; give it another name"));
            }
            if !tunable.values.contains(&tunable.default) {
                let message = format!(
                    "default {} is not among its values {:?}",
                    tunable.default, tunable.values
                );
                return Err(self.wrong(name, &key, message));
            }
            let mut values = tunable.values.clone();
            values.sort_unstable();
            if values.windows(2).any(|pair| pair[0] == pair[1]) {
                return Err(self.wrong(name, &key, "a value is listed twice"));
            }
            let tunable = Tunable {
                values: tunable.values.clone(),
                default: tunable.default,
            };
            tunables.insert(name.get_ref().clone(), tunable);
        }
        Ok(tunables)
    }

    /// Names of shapes and tunables are what expressions can say.
    fn check_symbol(&self, name: &Spanned<String>, key: &str) -> Result<(), Error> {
        let text = name.get_ref();
        let mut characters = text.chars();
        let starts = characters
            .next()
            .is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
        if !starts || !characters.all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return Err(self.wrong(
                name,
                key,
                "a name has letters, digits and `_`, and begins with no digit",
            ));
        }
        if FUNCTIONS.contains(&text.as_str()) {
            return Err(self.wrong(
                name,
                key,
                "is a function of expressions; give it another name",
            ));
        }
        if ["name", "use", "seed", "fill"].contains(&text.as_str()) {
            return Err(self.wrong(name, key, "is a key of every case; give it another name"));
        }
        Ok(())
    }

    fn tolerance(&self, manifest: &Manifest) -> Result<Tolerance, Error> {
        let written = manifest.tolerance.get_ref();
        let tolerance = Tolerance {
            metric: written.metric,
            strict: written.strict,
            serving: written.serving,
            relaxed: written.relaxed,
        };
        let rising = 0.0 <= tolerance.strict
            && tolerance.strict <= tolerance.serving
            && tolerance.serving <= tolerance.relaxed
            && tolerance.relaxed.is_finite();
        if rising {
            return Ok(tolerance);
        }
        let message = "the tiers must rise: 0 <= strict <= serving <= relaxed, all finite";
        Err(self.wrong(&manifest.tolerance, "tolerance", message))
    }

    fn facts(&self, manifest: &Manifest) -> Result<Facts, Error> {
        let align = manifest.facts.align.as_ref();
        if let Some(align) =
            align.filter(|align| !align.get_ref().is_power_of_two() || *align.get_ref() > 256)
        {
            // 256 bytes is what every CUDA allocation is aligned to (CUDA C++ Programming Guide, device memory
            // accesses).
            return Err(self.wrong(
                align,
                "facts.align",
                "must be a power of two up to 256, in bytes",
            ));
        }
        let longest = manifest.facts.longest.as_ref();
        if let Some(none) = longest.filter(|longest| *longest.get_ref() == 0) {
            let message = "must be at least 1: the most elements that a buffer has";
            return Err(self.wrong(none, "facts.longest", message));
        }
        Ok(Facts {
            noalias: manifest.facts.noalias,
            longest: longest.map(|longest| *longest.get_ref()),
            align: align.map(|align| *align.get_ref()),
        })
    }

    fn expr(
        &self,
        text: &Spanned<Text>,
        key: String,
        known: &BTreeSet<String>,
    ) -> Result<Expr, Error> {
        match self.number(text, key.clone(), known)? {
            Number::Expr(expr) => Ok(expr),
            Number::Float(value) => Err(self.wrong(
                text,
                &key,
                format!("is {value}; it must be an integer or an expression"),
            )),
        }
    }

    fn number(
        &self,
        text: &Spanned<Text>,
        key: String,
        known: &BTreeSet<String>,
    ) -> Result<Number, Error> {
        match text.get_ref() {
            Text::Float(value) => Ok(Number::Float(*value)),
            Text::Expression(expression) => {
                let expr = Expr::parse(expression, self.place(text, &key))?;
                expr.check_symbols(known)?;
                Ok(Number::Expr(expr))
            }
        }
    }

    fn place<T>(&self, at: &Spanned<T>, key: &str) -> Place {
        self.source.place(at.span().start, key)
    }

    fn wrong<T>(&self, at: &Spanned<T>, key: &str, message: impl Into<String>) -> Error {
        self.wrong_at(at.span().start, key, message)
    }

    fn wrong_at(&self, offset: usize, key: &str, message: impl Into<String>) -> Error {
        Error::invalid(
            self.source.place(offset, key),
            Problem::Other(message.into()),
        )
    }

    fn unknown<'s, T>(
        &self,
        at: &Spanned<T>,
        key: &str,
        what: &'static str,
        name: &str,
        known: impl Iterator<Item = &'s String>,
    ) -> Error {
        Error::invalid(
            self.place(at, key),
            Problem::UnknownName {
                what,
                name: name.to_string(),
                known: known.cloned().collect(),
            },
        )
    }
}

/// A hash over the manifest and the module, each preceded by its length.
fn fingerprint(manifest: &[u8], module: &[u8]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [manifest, module] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_hex().to_string()
}

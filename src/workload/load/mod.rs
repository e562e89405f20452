//! From a manifest as it is written to a [`Workload`]: names resolved, expressions parsed, promises checked.

mod buffers;
mod cases;
mod expert;
mod launches;
mod loops;
mod reference;
mod tolerance;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::Spanned;

use crate::workload::error::{Error, Place, Problem};
use crate::workload::expr::{Expr, FUNCTIONS, Number};
use crate::workload::fill::Fill;
use crate::workload::manifest::{Manifest, Source, Text};
use crate::workload::{BufferSpec, Facts, Floor, Origin, Role, Shape, Tunable, Workload};

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
        data: RefCell::default(),
    }
    .workload(&manifest, &bytes)?;
    for workload in [Some(&workload), workload.by_expert().as_ref()]
        .into_iter()
        .flatten()
    {
        for case in &workload.cases {
            let plan = workload.plan(case, &workload.default_setup())?;
            workload.check(case, &plan)?;
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
#[derive(Clone)]
struct Scope {
    shapes: BTreeSet<String>,
    /// Shapes and tunables.
    all: BTreeSet<String>,
}

impl Scope {
    /// The same, and a loop's counter.
    fn with(&self, counter: Option<&String>) -> Scope {
        let mut scope = self.clone();
        scope.all.extend(counter.cloned());
        scope
    }
}

struct Loader<'a> {
    source: Source<'a>,
    folder: std::path::PathBuf,
    /// Files with data that the manifest has named so far.
    data: RefCell<BTreeSet<PathBuf>>,
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
        let loops = self.loops(manifest, &scope, &buffers)?;
        let launches = self.launches(manifest, &scope, &buffers, &loops)?;
        self.every_output_is_an_argument(manifest, &buffers, &launches)?;
        let reference = self.reference(manifest, &scope, &buffers)?;
        let tolerances = self.tolerances(manifest, &scope, &buffers, &reference)?;
        let cases = self.cases(manifest, &shapes, &scope, &buffers)?;
        let expert = self.expert(manifest, bytes, &scope, &tunables, &launches, &loops)?;
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
            reference,
            tolerances,
            floor: self.floor(manifest, &scope)?,
            facts: self.facts(manifest, &buffers)?,
            cases,
            fingerprint: self.fingerprint(bytes, &module)?,
            shapes,
            tunables,
            buffers,
            loops,
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
        if ["name", "use", "seed", "fill", "expected"].contains(&text.as_str()) {
            return Err(self.wrong(name, key, "is a key of every case; give it another name"));
        }
        Ok(())
    }

    fn floor(&self, manifest: &Manifest, scope: &Scope) -> Result<Option<Floor>, Error> {
        let Some(floor) = &manifest.floor else {
            return Ok(None);
        };
        let expr = |text, key: &str| self.expr(text, format!("floor.{key}"), &scope.shapes);
        let operations = floor.operations.as_ref();
        Ok(Some(Floor {
            bytes: expr(&floor.bytes, "bytes")?,
            operations: operations
                .map(|operations| expr(operations, "operations"))
                .transpose()?,
        }))
    }

    fn facts(&self, manifest: &Manifest, buffers: &[BufferSpec]) -> Result<Facts, Error> {
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
        for name in &manifest.facts.rising {
            let found = buffers.iter().find(|known| known.name == *name.get_ref());
            if found.is_none_or(|it| it.role != Role::Input || it.fill.is_none()) {
                let message = format!("`{}` is no input with a fill", name.get_ref());
                return Err(self.wrong(name, "facts.rising", message));
            }
        }
        Ok(Facts {
            rising: manifest
                .facts
                .rising
                .iter()
                .map(|it| it.get_ref().clone())
                .collect(),
            noalias: manifest.facts.noalias,
            longest: longest.map(|longest| *longest.get_ref()),
            align: align.map(|align| *align.get_ref()),
        })
    }

    /// A file with data, which the manifest names from where it is.
    fn data_file(&self, name: &str) -> PathBuf {
        let path = self.folder.join(name);
        self.data.borrow_mut().insert(path.clone());
        path
    }

    /// A hash over the manifest, the module and the files with data, each preceded by its length.
    fn fingerprint(&self, manifest: &[u8], module: &[u8]) -> Result<String, Error> {
        let mut hasher = blake3::Hasher::new();
        let mut add = |part: &[u8]| {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        };
        add(manifest);
        add(module);
        for path in self.data.borrow().iter() {
            add(&read("the data in", path)?);
        }
        Ok(hasher.finalize().to_hex().to_string())
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

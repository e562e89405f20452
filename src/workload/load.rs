//! From a manifest as it is written to a [`Workload`]: names resolved, expressions parsed, promises checked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;

use super::error::{Error, Place, Problem};
use super::expr::{Expr, FUNCTIONS, Number};
use super::fill::Fill;
use super::manifest::{self, Manifest, Source, Text};
use super::reference::{Builtin, Reference};
use super::scalar::Scalar;
use super::{
    ArgSpec, BufferSpec, Case, CaseUse, Facts, LaunchSpec, Role, Shape, Tolerance, Tunable,
    Workload,
};

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
    for case in &workload.cases {
        workload.plan(case, &workload.default_tunables())?;
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
        Ok(Workload {
            name: head.name.get_ref().clone(),
            summary: head.summary.clone(),
            origin: super::Origin {
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

    fn buffers(&self, manifest: &Manifest, scope: &Scope) -> Result<Vec<BufferSpec>, Error> {
        let mut buffers = Vec::new();
        for (name, buffer) in &manifest.buffers.0 {
            let key = format!("buffers.{}", name.get_ref());
            let role = buffer.role.unwrap_or(Role::Input);
            // The data of inputs and outputs must not depend on how the kernel is launched.
            let known = if role == Role::Scratch {
                &scope.all
            } else {
                &scope.shapes
            };
            let len = self.expr(&buffer.len, format!("{key}.len"), known)?;
            let fill = match (role, &buffer.fill) {
                (Role::Input | Role::Inout, Some(fill)) => {
                    Some(self.fill(fill, &format!("{key}.fill"), buffer.scalar, scope)?)
                }
                (Role::Input | Role::Inout, None) => {
                    return Err(self.wrong(name, &key, "has no fill, and every input needs one"));
                }
                (Role::Output | Role::Scratch, Some(fill)) => {
                    let message = "nobody writes it before the first launch; a fill needs the role input or inout";
                    return Err(self.wrong(fill, &format!("{key}.fill"), message));
                }
                (Role::Output | Role::Scratch, None) => None,
            };
            buffers.push(BufferSpec {
                name: name.get_ref().clone(),
                scalar: buffer.scalar,
                len,
                role,
                fill,
            });
        }
        for (name, buffer) in &manifest.buffers.0 {
            if let Some(fill) = &buffer.fill {
                self.check_source(fill, &format!("buffers.{}.fill", name.get_ref()), &buffers)?;
            }
        }
        Ok(buffers)
    }

    fn fill(&self, fill: &Fills, key: &str, scalar: Scalar, scope: &Scope) -> Result<Fill, Error> {
        if !fill.get_ref().suits(scalar) {
            let message = format!(
                "`{}` does not fill elements of type {scalar}",
                fill.get_ref().name()
            );
            return Err(self.wrong(fill, key, message));
        }
        fill.get_ref()
            .clone()
            .try_map(|number| self.number(&number, key.to_string(), &scope.shapes))
    }

    /// What a derived fill reads is an input that is itself not derived.
    fn check_source(&self, fill: &Fills, key: &str, buffers: &[BufferSpec]) -> Result<(), Error> {
        let Some(name) = fill.get_ref().source() else {
            return Ok(());
        };
        let Some(source) = buffers.iter().find(|buffer| buffer.name == name) else {
            return Err(self.unknown(
                fill,
                key,
                "buffer",
                name,
                buffers.iter().map(|buffer| &buffer.name),
            ));
        };
        match &source.fill {
            Some(fill) if fill.source().is_none() => Ok(()),
            _ => Err(self.wrong(
                fill,
                key,
                format!("`{name}` must be an input with a fill of its own"),
            )),
        }
    }

    fn launches(
        &self,
        manifest: &Manifest,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<Vec<LaunchSpec>, Error> {
        if manifest.launch.is_empty() {
            return Err(self.wrong_at(
                0,
                "launch",
                "there is none; a workload launches at least one kernel",
            ));
        }
        let mut launches = Vec::new();
        for (at, launch) in manifest.launch.iter().enumerate() {
            let key = format!("launch {}", at + 1);
            let launch = launch.get_ref();
            if launch.entry.get_ref().is_empty() {
                return Err(self.wrong(&launch.entry, &format!("{key}.entry"), "is empty"));
            }
            let args = launch
                .args
                .iter()
                .enumerate()
                .map(|(at, arg)| self.arg(arg, &format!("{key}.args[{at}]"), scope, buffers))
                .collect::<Result<_, _>>()?;
            let shared = launch.shared.as_ref();
            launches.push(LaunchSpec {
                entry: launch.entry.get_ref().clone(),
                grid: self.dimensions(&launch.grid, &format!("{key}.grid"), scope)?,
                block: self.dimensions(&launch.block, &format!("{key}.block"), scope)?,
                shared: shared
                    .map(|shared| self.expr(shared, format!("{key}.shared"), &scope.all))
                    .transpose()?,
                args,
                place: self.place(&launch.entry, &key),
            });
        }
        Ok(launches)
    }

    fn dimensions(
        &self,
        sizes: &Spanned<Vec<Spanned<Text>>>,
        key: &str,
        scope: &Scope,
    ) -> Result<Vec<Expr>, Error> {
        if !(1..=3).contains(&sizes.get_ref().len()) {
            return Err(self.wrong(
                sizes,
                key,
                "has one to three dimensions: [x], [x, y] or [x, y, z]",
            ));
        }
        sizes
            .get_ref()
            .iter()
            .enumerate()
            .map(|(at, size)| self.expr(size, format!("{key}[{at}]"), &scope.all))
            .collect()
    }

    /// `table` is a buffer, `i32 dim` a scalar: its type, then its value.
    fn arg(
        &self,
        arg: &Spanned<String>,
        key: &str,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<ArgSpec, Error> {
        let text = arg.get_ref().trim();
        if buffers.iter().any(|buffer| buffer.name == text) {
            return Ok(ArgSpec::Buffer(text.to_string()));
        }
        let Some((first, value)) = text.split_once(char::is_whitespace) else {
            let known = buffers.iter().map(|buffer| &buffer.name);
            return Err(self.unknown(arg, key, "buffer", text, known));
        };
        let Some(scalar) = Scalar::from_name(first) else {
            let known: Vec<String> = Scalar::ALL
                .iter()
                .map(|scalar| scalar.name().to_string())
                .collect();
            return Err(self.unknown(arg, key, "scalar type", first, known.iter()));
        };
        let place = self.place(arg, key);
        // Only a float may be given as one: `f32 0.5`. Everything else is an expression.
        let number = match value.trim().parse() {
            Ok(value) if scalar.is_float() => Number::Float(value),
            _ => {
                let expr = Expr::parse(value.trim(), place)?;
                expr.check_symbols(&scope.all)?;
                Number::Expr(expr)
            }
        };
        Ok(ArgSpec::Scalar(scalar, number))
    }

    fn every_output_is_an_argument(
        &self,
        manifest: &Manifest,
        buffers: &[BufferSpec],
        launches: &[LaunchSpec],
    ) -> Result<(), Error> {
        let used = |name: &str| {
            let mut args = launches.iter().flat_map(|launch| &launch.args);
            args.any(|arg| matches!(arg, ArgSpec::Buffer(buffer) if buffer == name))
        };
        for (buffer, (name, _)) in buffers.iter().zip(&manifest.buffers.0) {
            let written = matches!(buffer.role, Role::Output | Role::Inout);
            if written && !used(&buffer.name) {
                let key = format!("buffers.{}", buffer.name);
                return Err(self.wrong(
                    name,
                    &key,
                    "is an output, but no launch has it as an argument",
                ));
            }
        }
        Ok(())
    }

    fn reference(
        &self,
        manifest: &Manifest,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<Reference, Error> {
        let written = manifest.reference.get_ref();
        let name = written.builtin.get_ref();
        let Some(builtin) = Builtin::ALL
            .into_iter()
            .find(|builtin| builtin.name() == name)
        else {
            let known: Vec<String> = Builtin::ALL
                .iter()
                .map(|builtin| builtin.name().to_string())
                .collect();
            return Err(self.unknown(
                &written.builtin,
                "reference.builtin",
                "builtin",
                name,
                known.iter(),
            ));
        };
        self.only_known_keys(
            &written.buffers.0,
            "reference.buffers",
            "buffer of the builtin",
            builtin.buffers(),
        )?;
        self.only_known_keys(
            &written.sizes.0,
            "reference.sizes",
            "size of the builtin",
            builtin.sizes(),
        )?;

        let mut reference = Reference {
            builtin,
            buffers: BTreeMap::new(),
            sizes: BTreeMap::new(),
            place: self.place(&written.builtin, "reference.builtin"),
        };
        for &name in builtin.buffers() {
            let given = written
                .buffers
                .0
                .iter()
                .find(|(key, _)| key.get_ref() == name);
            let value = given.map_or(
                Spanned::new(written.builtin.span(), name.to_string()),
                |(_, value)| value.clone(),
            );
            let key = format!("reference.buffers.{name}");
            if !buffers.iter().any(|buffer| buffer.name == *value.get_ref()) {
                let known = buffers.iter().map(|buffer| &buffer.name);
                return Err(self.unknown(&value, &key, "buffer", value.get_ref(), known));
            }
            reference.buffers.insert(name, value.into_inner());
        }
        for &name in builtin.sizes() {
            let given = written
                .sizes
                .0
                .iter()
                .find(|(key, _)| key.get_ref() == name);
            let default = Spanned::new(written.builtin.span(), Text::Expression(name.to_string()));
            let value = given.map_or(&default, |(_, value)| value);
            let expr = self.expr(value, format!("reference.sizes.{name}"), &scope.shapes)?;
            reference.sizes.insert(name, expr);
        }
        let outputs = buffers
            .iter()
            .filter(|buffer| matches!(buffer.role, Role::Output | Role::Inout));
        let computed = builtin
            .buffers()
            .last()
            .and_then(|out| reference.buffers.get(out));
        for output in outputs {
            if computed != Some(&output.name) {
                let message = format!("computes no `{}`, which is an output", output.name);
                return Err(self.wrong(&written.builtin, "reference.builtin", message));
            }
        }
        Ok(reference)
    }

    fn only_known_keys<T>(
        &self,
        entries: &[(Spanned<String>, T)],
        key: &str,
        what: &'static str,
        known: &[&str],
    ) -> Result<(), Error> {
        match entries
            .iter()
            .find(|(name, _)| !known.contains(&name.get_ref().as_str()))
        {
            None => Ok(()),
            Some((name, _)) => {
                let known: Vec<String> = known.iter().map(|name| name.to_string()).collect();
                Err(self.unknown(name, key, what, name.get_ref(), known.iter()))
            }
        }
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
        Ok(Facts {
            noalias: manifest.facts.noalias,
            align: align.map(|align| *align.get_ref()),
        })
    }

    fn cases(
        &self,
        manifest: &Manifest,
        shapes: &BTreeMap<String, Shape>,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<Vec<Case>, Error> {
        let mut cases: Vec<Case> = Vec::new();
        for written in &manifest.case {
            let case = self.case(written, shapes, scope, buffers)?;
            if cases.iter().any(|other| other.name == case.name) {
                let name = &written.get_ref().name;
                return Err(self.wrong(name, &format!("case `{}`", case.name), "is there twice"));
            }
            cases.push(case);
        }
        if !cases.iter().any(|case| case.role == CaseUse::Search) {
            return Err(self.wrong_at(
                0,
                "case",
                "none has use = \"search\", and a search needs one",
            ));
        }
        Ok(cases)
    }

    fn case(
        &self,
        written: &Spanned<manifest::Case>,
        shapes: &BTreeMap<String, Shape>,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<Case, Error> {
        let case = written.get_ref();
        let name = case.name.get_ref();
        let key = format!("case `{name}`");
        let mut symbols = BTreeMap::new();
        for (symbol, value) in &case.symbols {
            let Some(shape) = shapes.get(symbol.get_ref()) else {
                return Err(self.unknown(symbol, &key, "shape", symbol.get_ref(), shapes.keys()));
            };
            if let Some(promise) = shape.broken_by(*value) {
                return Err(Error::Invalid {
                    place: self.place(symbol, &key),
                    problem: Problem::BrokenPromise {
                        case: name.clone(),
                        symbol: symbol.get_ref().clone(),
                        value: *value,
                        promise,
                    },
                });
            }
            symbols.insert(symbol.get_ref().clone(), *value);
        }
        if let Some(symbol) = shapes.keys().find(|symbol| !symbols.contains_key(*symbol)) {
            return Err(Error::Invalid {
                place: self.place(&case.name, &key),
                problem: Problem::MissingShape {
                    case: name.clone(),
                    symbol: symbol.clone(),
                },
            });
        }
        let mut fills = BTreeMap::new();
        for (buffer, fill) in &case.fill.0 {
            let key = format!("{key}.fill.{}", buffer.get_ref());
            let filled: Vec<&BufferSpec> = buffers
                .iter()
                .filter(|buffer| buffer.fill.is_some())
                .collect();
            let Some(spec) = filled.iter().find(|spec| spec.name == *buffer.get_ref()) else {
                let known = filled.iter().map(|spec| &spec.name);
                return Err(self.unknown(buffer, &key, "input", buffer.get_ref(), known));
            };
            self.check_source(fill, &key, buffers)?;
            let was_derived_from = buffers.iter().any(|other| {
                other.fill.as_ref().and_then(Fill::source) == Some(spec.name.as_str())
            });
            if was_derived_from && fill.get_ref().source().is_some() {
                return Err(self.wrong(
                    fill,
                    &key,
                    "another buffer's fill reads this one; it cannot be derived",
                ));
            }
            fills.insert(
                buffer.get_ref().clone(),
                self.fill(fill, &key, spec.scalar, scope)?,
            );
        }
        Ok(Case {
            name: name.clone(),
            role: case.role,
            symbols,
            seed: case.seed,
            fills,
            place: self.place(&case.name, &key),
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
        Error::Invalid {
            place: self.source.place(offset, key),
            problem: Problem::Other(message.into()),
        }
    }

    fn unknown<'s, T>(
        &self,
        at: &Spanned<T>,
        key: &str,
        what: &'static str,
        name: &str,
        known: impl Iterator<Item = &'s String>,
    ) -> Error {
        Error::Invalid {
            place: self.place(at, key),
            problem: Problem::UnknownName {
                what,
                name: name.to_string(),
                known: known.cloned().collect(),
            },
        }
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

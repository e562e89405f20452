//! Cases: a value for each shape, within what the shapes promise.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Loader, Scope};
use crate::workload::error::{Error, Problem};
use crate::workload::fill::Fill;
use crate::workload::manifest::{self, Manifest};
use crate::workload::{BufferSpec, Case, CaseUse, Shape};

impl Loader<'_> {
    pub(super) fn cases(
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
                return Err(Error::invalid(
                    self.place(symbol, &key),
                    Problem::BrokenPromise {
                        case: name.clone(),
                        symbol: symbol.get_ref().clone(),
                        value: *value,
                        promise,
                    },
                ));
            }
            symbols.insert(symbol.get_ref().clone(), *value);
        }
        if let Some(symbol) = shapes.keys().find(|symbol| !symbols.contains_key(*symbol)) {
            return Err(Error::invalid(
                self.place(&case.name, &key),
                Problem::MissingShape {
                    case: name.clone(),
                    symbol: symbol.clone(),
                },
            ));
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
        let mut expected = BTreeMap::new();
        for (buffer, file) in &case.expected.0 {
            let key = format!("{key}.expected.{}", buffer.get_ref());
            let output = self.output(buffer, &key, buffers)?;
            expected.insert(output.name.clone(), self.data_file(file.get_ref()));
        }
        Ok(Case {
            name: name.clone(),
            role: case.role,
            symbols,
            seed: case.seed,
            fills,
            expected,
            place: self.place(&case.name, &key),
        })
    }
}

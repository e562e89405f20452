//! The reference: which of ours, and what of the workload it is applied to.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Loader, Scope};
use crate::workload::BufferSpec;
use crate::workload::error::Error;
use crate::workload::manifest::{self, Manifest, Text};
use crate::workload::reference::{Applied, BUILTINS, Builtin, Reference};

impl Loader<'_> {
    pub(super) fn reference(
        &self,
        manifest: &Manifest,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<Reference, Error> {
        let written = manifest.reference.get_ref();
        match (&written.builtin, &written.files, &written.baseline) {
            (Some(name), None, None) => self
                .builtin(written, name, scope, buffers)
                .map(Reference::Builtin),
            (None, Some(files), None) => {
                let mut found = BTreeMap::new();
                for (output, file) in &files.get_ref().0 {
                    let key = format!("reference.files.{}", output.get_ref());
                    let output = self.output(output, &key, buffers)?;
                    found.insert(output.name.clone(), self.data_file(file.get_ref()));
                }
                Ok(Reference::Files {
                    files: found,
                    place: self.place(files, "reference.files"),
                })
            }
            (None, None, Some(baseline)) => self.baseline(manifest, baseline),
            _ => {
                let message = "names either a `builtin` or `files` with what the outputs should be, or says `baseline = true`: what the unedited kernel \
                               computes";
                Err(self.wrong(&manifest.reference, "reference", message))
            }
        }
    }

    /// The kernel's own outputs: nothing else can then say what is right.
    fn baseline(&self, manifest: &Manifest, baseline: &Spanned<bool>) -> Result<Reference, Error> {
        let written = manifest.reference.get_ref();
        if !baseline.get_ref() {
            let message = "is false; right is true, or a `builtin` or `files`";
            return Err(self.wrong(baseline, "reference.baseline", message));
        }
        let buffers = written.buffers.0.iter().map(|(name, _)| ("buffers", name));
        let sizes = written.sizes.0.iter().map(|(name, _)| ("sizes", name));
        if let Some((table, name)) = buffers.chain(sizes).next() {
            let key = format!("reference.{table}.{}", name.get_ref());
            let message = "is what a `builtin` takes; the kernel's own output takes nothing";
            return Err(self.wrong(name, &key, message));
        }
        let mut cases = manifest.case.iter().map(Spanned::get_ref);
        if let Some((name, _)) = cases.find_map(|case| case.expected.0.first()) {
            let message = "names a file, but the reference is the kernel's own output";
            let key = format!("case.expected.{}", name.get_ref());
            return Err(self.wrong(name, &key, message));
        }
        Ok(Reference::Baseline {
            place: self.place(baseline, "reference.baseline"),
        })
    }

    fn builtin(
        &self,
        written: &manifest::Reference,
        chosen: &Spanned<String>,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<Applied, Error> {
        let Some(builtin) = Builtin::named(chosen.get_ref()) else {
            let known: Vec<String> = BUILTINS
                .iter()
                .map(|builtin| builtin.name.to_string())
                .collect();
            return Err(self.unknown(
                chosen,
                "reference.builtin",
                "builtin",
                chosen.get_ref(),
                known.iter(),
            ));
        };
        self.only_known_keys(
            &written.buffers.0,
            "reference.buffers",
            "buffer of the builtin",
            &builtin.buffers(),
        )?;
        self.only_known_keys(
            &written.sizes.0,
            "reference.sizes",
            "size of the builtin",
            builtin.sizes,
        )?;

        let mut reference = Applied {
            builtin,
            buffers: BTreeMap::new(),
            sizes: BTreeMap::new(),
            place: self.place(chosen, "reference.builtin"),
        };
        let whole = chosen.span();
        for name in builtin.buffers() {
            let given = written
                .buffers
                .0
                .iter()
                .find(|(key, _)| key.get_ref() == name);
            let value = given.map_or(
                Spanned::new(whole.clone(), name.to_string()),
                |(_, value)| value.clone(),
            );
            let key = format!("reference.buffers.{name}");
            if !buffers.iter().any(|buffer| buffer.name == *value.get_ref()) {
                let known = buffers.iter().map(|buffer| &buffer.name);
                return Err(self.unknown(&value, &key, "buffer", value.get_ref(), known));
            }
            reference.buffers.insert(name, value.into_inner());
        }
        for &name in builtin.sizes {
            let given = written
                .sizes
                .0
                .iter()
                .find(|(key, _)| key.get_ref() == name);
            let default = Spanned::new(whole.clone(), Text::Expression(name.to_string()));
            let value = given.map_or(&default, |(_, value)| value);
            let expr = self.expr(value, format!("reference.sizes.{name}"), &scope.shapes)?;
            reference.sizes.insert(name, expr);
        }
        let outputs = buffers.iter().filter(|buffer| buffer.role.is_result());
        let computed = |output: &str| {
            let mut names = builtin.outputs.iter();
            names.any(|name| reference.buffers.get(name).is_some_and(|it| it == output))
        };
        for output in outputs {
            if !computed(&output.name) {
                let message = format!("computes no `{}`, which is an output", output.name);
                return Err(self.wrong(chosen, "reference.builtin", message));
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
}

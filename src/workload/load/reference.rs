//! The reference: which of ours, and what of the workload it is applied to.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Loader, Scope};
use crate::workload::error::Error;
use crate::workload::manifest::{Manifest, Text};
use crate::workload::reference::{BUILTINS, Builtin, Reference};
use crate::workload::{BufferSpec, Role};

impl Loader<'_> {
    pub(super) fn reference(
        &self,
        manifest: &Manifest,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<Reference, Error> {
        let written = manifest.reference.get_ref();
        let name = written.builtin.get_ref();
        let Some(builtin) = Builtin::named(name) else {
            let known: Vec<String> = BUILTINS
                .iter()
                .map(|builtin| builtin.name.to_string())
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
            &builtin.buffers(),
        )?;
        self.only_known_keys(
            &written.sizes.0,
            "reference.sizes",
            "size of the builtin",
            builtin.sizes,
        )?;

        let mut reference = Reference {
            builtin,
            buffers: BTreeMap::new(),
            sizes: BTreeMap::new(),
            place: self.place(&written.builtin, "reference.builtin"),
        };
        for name in builtin.buffers() {
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
        for &name in builtin.sizes {
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
        let computed = |output: &str| {
            let mut names = builtin.outputs.iter();
            names.any(|name| reference.buffers.get(name).is_some_and(|it| it == output))
        };
        for output in outputs {
            if !computed(&output.name) {
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
}

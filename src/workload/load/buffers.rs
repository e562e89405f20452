//! Buffers and what fills them.

use super::{Fills, Loader, Scope};
use crate::workload::error::Error;
use crate::workload::fill::Fill;
use crate::workload::manifest::Manifest;
use crate::workload::scalar::Scalar;
use crate::workload::{BufferSpec, Role};

impl Loader<'_> {
    pub(super) fn buffers(
        &self,
        manifest: &Manifest,
        scope: &Scope,
    ) -> Result<Vec<BufferSpec>, Error> {
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

    pub(super) fn fill(
        &self,
        fill: &Fills,
        key: &str,
        scalar: Scalar,
        scope: &Scope,
    ) -> Result<Fill, Error> {
        if !fill.get_ref().suits(scalar) {
            let message = format!(
                "`{}` does not fill elements of type {scalar}",
                fill.get_ref().name()
            );
            return Err(self.wrong(fill, key, message));
        }
        let fill = match fill.get_ref().clone() {
            Fill::File(name) => Fill::File(self.data_file(&name).display().to_string()),
            fill => fill,
        };
        fill.try_map(|number| self.number(&number, key.to_string(), &scope.shapes))
    }

    /// What a derived fill reads is an input that is itself not derived.
    pub(super) fn check_source(
        &self,
        fill: &Fills,
        key: &str,
        buffers: &[BufferSpec],
    ) -> Result<(), Error> {
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
}

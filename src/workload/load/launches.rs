//! Launches: grids, blocks and arguments.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Loader, Scope};
use crate::workload::error::Error;
use crate::workload::expr::{Expr, Number};
use crate::workload::manifest::{Launch, Manifest, Text};
use crate::workload::passes::Loop;
use crate::workload::scalar::Scalar;
use crate::workload::{ArgSpec, BufferSpec, LaunchSpec, Role};

impl Loader<'_> {
    pub(super) fn launches(
        &self,
        manifest: &Manifest,
        scope: &Scope,
        buffers: &[BufferSpec],
        loops: &BTreeMap<String, Loop>,
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
            let scope = &self.scope_of(launch, &key, scope, loops)?;
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
                in_loop: launch.in_loop.as_ref().map(|name| name.get_ref().clone()),
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

    /// What the expressions of a launch may use: the counter of its loop, too.
    fn scope_of(
        &self,
        launch: &Launch,
        key: &str,
        scope: &Scope,
        loops: &BTreeMap<String, Loop>,
    ) -> Result<Scope, Error> {
        let Some(name) = &launch.in_loop else {
            return Ok(scope.clone());
        };
        let Some(found) = loops.get(name.get_ref()) else {
            let key = format!("{key}.loop");
            return Err(self.unknown(name, &key, "loop", name.get_ref(), loops.keys()));
        };
        Ok(scope.with(found.counter.as_ref()))
    }

    pub(super) fn dimensions(
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
            Ok(number) if scalar.overflows(number) => {
                let message = format!(
                    "`{}` is too large for {scalar}; infinity is inf",
                    value.trim()
                );
                return Err(self.wrong(arg, key, message));
            }
            Ok(value) if scalar.is_float() => Number::Float(value),
            _ => {
                let expr = Expr::parse(value.trim(), place)?;
                expr.check_symbols(&scope.all)?;
                Number::Expr(expr)
            }
        };
        Ok(ArgSpec::Scalar(scalar, number))
    }

    pub(super) fn every_output_is_an_argument(
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
}

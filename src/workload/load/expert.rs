//! The expert's kernel: its module, its launches, its defaults.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Loader, Scope, read};
use crate::workload::error::Error;
use crate::workload::expert::Expert;
use crate::workload::manifest::{self, Entries, Manifest};
use crate::workload::passes::Loop;
use crate::workload::{LaunchSpec, Symbols, Tunable};

impl Loader<'_> {
    /// The expert, if the manifest has one. `bytes` is the manifest, `launches` are the kernel's.
    pub(super) fn expert(
        &self,
        manifest: &Manifest,
        bytes: &[u8],
        scope: &Scope,
        tunables: &BTreeMap<String, Tunable>,
        launches: &[LaunchSpec],
        loops: &BTreeMap<String, Loop>,
    ) -> Result<Option<Expert>, Error> {
        let Some(written) = &manifest.expert else {
            return Ok(None);
        };
        let expert = written.get_ref();
        let ir = self.folder.join(expert.ir.get_ref());
        let module = read("the IR that `expert.ir` names,", &ir)?;
        Ok(Some(Expert {
            ir,
            source: expert
                .source
                .as_ref()
                .map(|source| self.folder.join(source)),
            tunables: self.expert_tunables(&expert.tunables, tunables)?,
            launches: self.expert_launches(written, scope, launches, loops)?,
            fingerprint: self.fingerprint(bytes, &module)?,
        }))
    }

    fn expert_tunables(
        &self,
        written: &Entries<i64>,
        tunables: &BTreeMap<String, Tunable>,
    ) -> Result<Symbols, Error> {
        let mut defaults = Symbols::new();
        for (name, default) in &written.0 {
            let key = format!("expert.tunables.{}", name.get_ref());
            let Some(tunable) = tunables.get(name.get_ref()) else {
                return Err(self.unknown(name, &key, "tunable", name.get_ref(), tunables.keys()));
            };
            if !tunable.values.contains(default) {
                let message = format!("{default} is not among its values {:?}", tunable.values);
                return Err(self.wrong(name, &key, message));
            }
            defaults.insert(name.get_ref().clone(), *default);
        }
        Ok(defaults)
    }

    /// The kernel's launches with the grids, blocks and shared memory that the expert gives them.
    fn expert_launches(
        &self,
        expert: &Spanned<manifest::Expert>,
        scope: &Scope,
        launches: &[LaunchSpec],
        loops: &BTreeMap<String, Loop>,
    ) -> Result<Vec<LaunchSpec>, Error> {
        let written = &expert.get_ref().launch;
        if written.len() != launches.len() {
            let message = format!(
                "has {} of [[expert.launch]]; the kernel's launches are {}, and an expert has the same",
                written.len(),
                launches.len()
            );
            return Err(self.wrong(expert, "expert", message));
        }
        let pairs = written.iter().zip(launches).enumerate();
        pairs
            .map(|(at, (launch, kernels))| {
                let key = format!("expert.launch {}", at + 1);
                let launch = launch.get_ref();
                if *launch.entry.get_ref() != kernels.entry {
                    let message = format!(
                        "is `{}`; launch {} of the kernel is `{}`, and the expert's must be the same",
                        launch.entry.get_ref(),
                        at + 1,
                        kernels.entry
                    );
                    return Err(self.wrong(&launch.entry, &format!("{key}.entry"), message));
                }
                let shared = launch.shared.as_ref();
                let repeats = kernels.in_loop.as_ref().and_then(|name| loops.get(name));
                let scope = &scope.with(repeats.and_then(|it| it.counter.as_ref()));
                Ok(LaunchSpec {
                    entry: kernels.entry.clone(),
                    in_loop: kernels.in_loop.clone(),
                    grid: self.dimensions(&launch.grid, &format!("{key}.grid"), scope)?,
                    block: self.dimensions(&launch.block, &format!("{key}.block"), scope)?,
                    shared: shared
                        .map(|shared| self.expr(shared, format!("{key}.shared"), &scope.all))
                        .transpose()?,
                    args: kernels.args.clone(),
                    place: self.place(&launch.entry, &key),
                })
            })
            .collect()
    }
}

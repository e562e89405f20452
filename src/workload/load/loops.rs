//! Loops: what they repeat, and what happens between two passes.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::{Loader, Scope};
use crate::workload::error::Error;
use crate::workload::manifest::{self, Manifest};
use crate::workload::passes::Loop;
use crate::workload::{BufferSpec, Role};

impl Loader<'_> {
    pub(super) fn loops(
        &self,
        manifest: &Manifest,
        scope: &Scope,
        buffers: &[BufferSpec],
    ) -> Result<BTreeMap<String, Loop>, Error> {
        let mut loops = BTreeMap::new();
        for (name, written) in &manifest.loops.0 {
            let key = format!("loops.{}", name.get_ref());
            let launches = manifest.launch.iter().map(Spanned::get_ref);
            let is = |launch: &manifest::Launch| {
                let of = launch.in_loop.as_ref();
                of.is_some_and(|of| of.get_ref() == name.get_ref())
            };
            let mut inside: Vec<bool> = launches.map(is).collect();
            inside.dedup();
            match inside.iter().filter(|inside| **inside).count() {
                1 => {}
                0 => return Err(self.wrong(name, &key, "no launch is in it")),
                _ => {
                    let message =
                        "its launches must follow each other, without others between them";
                    return Err(self.wrong(name, &key, message));
                }
            }
            let counter = written
                .counter
                .as_ref()
                .map(|counter| self.counter(counter, &format!("{key}.counter"), scope))
                .transpose()?;
            let go_on = written
                .go_on
                .as_ref()
                .map(|flag| self.flag(flag, &format!("{key}.while"), buffers))
                .transpose()?;
            let found = Loop {
                times: self.expr(&written.times, format!("{key}.times"), &scope.all)?,
                counter,
                swap: self.swaps(&written.swap, &format!("{key}.swap"), buffers)?,
                go_on,
                place: self.place(name, &key),
            };
            loops.insert(name.get_ref().clone(), found);
        }
        Ok(loops)
    }

    fn counter(&self, name: &Spanned<String>, key: &str, scope: &Scope) -> Result<String, Error> {
        self.check_symbol(name, key)?;
        if scope.all.contains(name.get_ref()) {
            let message = "is a shape or a tunable, too; give it another name";
            return Err(self.wrong(name, key, message));
        }
        Ok(name.get_ref().clone())
    }

    fn flag(
        &self,
        name: &Spanned<String>,
        key: &str,
        buffers: &[BufferSpec],
    ) -> Result<String, Error> {
        let buffer = self.written_buffer(name, key, buffers)?;
        if buffer.scalar.is_float() {
            let message = format!(
                "`{}` is {}; a flag is an integer",
                buffer.name, buffer.scalar
            );
            return Err(self.wrong(name, key, message));
        }
        Ok(buffer.name.clone())
    }

    fn swaps(
        &self,
        written: &[Spanned<Vec<Spanned<String>>>],
        key: &str,
        buffers: &[BufferSpec],
    ) -> Result<Vec<[String; 2]>, Error> {
        let mut seen = BTreeSet::new();
        let mut swaps = Vec::new();
        for pair in written {
            let [one, other] = pair.get_ref().as_slice() else {
                return Err(self.wrong(pair, key, "exchanges pairs: [[\"a\", \"b\"]]"));
            };
            let a = self.written_buffer(one, key, buffers)?;
            let b = self.written_buffer(other, key, buffers)?;
            if a.scalar != b.scalar || a.len != b.len {
                let message = format!(
                    "`{}` is {} elements of {}, `{}` {} of {}; what is exchanged has one size and type",
                    a.name, a.len, a.scalar, b.name, b.len, b.scalar
                );
                return Err(self.wrong(pair, key, message));
            }
            for buffer in [a, b] {
                if !seen.insert(&buffer.name) {
                    let message = format!("`{}` is exchanged twice", buffer.name);
                    return Err(self.wrong(pair, key, message));
                }
            }
            swaps.push([a.name.clone(), b.name.clone()]);
        }
        Ok(swaps)
    }

    /// A buffer that launches may write to.
    fn written_buffer<'b>(
        &self,
        name: &Spanned<String>,
        key: &str,
        buffers: &'b [BufferSpec],
    ) -> Result<&'b BufferSpec, Error> {
        let Some(buffer) = buffers.iter().find(|buffer| buffer.name == *name.get_ref()) else {
            let known = buffers.iter().map(|buffer| &buffer.name);
            return Err(self.unknown(name, key, "buffer", name.get_ref(), known));
        };
        if buffer.role == Role::Input {
            let message = format!("`{}` is an input, which nothing writes to", buffer.name);
            return Err(self.wrong(name, key, message));
        }
        Ok(buffer)
    }
}

//! Facts about workloads.

mod bad_input;
mod corpus;
mod derived;
mod expert;
mod expressions;
mod fills;
mod loops;
mod metrics;
mod references;
mod rodinia;
mod scalars;
mod searches;
mod tolerances;

use std::path::PathBuf;

use tempfile::TempDir;

use super::{Case, Error, Instance, Workload};

/// A small workload that is right in everything; tests break it in one place.
const MANIFEST: &str = r#"[workload]
name = "test/copy"
ir = "kernel.ll"

[shapes]
n = { min = 8, multiple_of = 4 }
m = { max = 10 }

[buffers]
table = { type = "f32", len = "n * 3", fill = { normal = { std = 1.0 } } }
index = { type = "i32", len = "m", fill = { uniform = { lo = 0, hi = "n" } } }
start = { type = "i32", len = "3", fill = { ramp = { step = "m / 2" } } }
out = { type = "f32", len = "6", role = "output" }
rest = { type = "f64", len = "n * threads", role = "scratch" }

[tunables]
threads = { values = [32, 64], default = 32 }

[facts]
noalias = true
align = 16

[[launch]]
entry = "copy"
grid = ["ceil_div(n, threads)", 2]
block = ["threads"]
shared = "4 * threads"
args = ["table", "index", "start", "out", "rest", "i32 n", "f32 0.5", "f32 m", "u8 m + 1"]

[reference]
builtin = "sls"
sizes = { dim = "3" }

[tolerance]
metric = "maxn"
strict = 1e-5
serving = 1e-3
relaxed = 1e-2

[[case]]
name = "small"
use = "search"
n = 12
m = 6
seed = 1

[[case]]
name = "other"
use = "held-out"
n = 8
m = 2
seed = 1
fill = { table = { constant = -2.0 } }
"#;

/// A manifest in a folder of its own, with an (empty) module beside it.
struct Written {
    folder: TempDir,
}

impl Written {
    fn new(manifest: &str) -> Written {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("kernel.ll"), "").unwrap();
        std::fs::write(folder.path().join("workload.toml"), manifest).unwrap();
        Written { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("workload.toml")
    }

    fn load(&self) -> Result<Workload, Error> {
        Workload::load(self.folder.path())
    }
}

/// Loads a manifest made from [`MANIFEST`] by replacing `from` (there once) by `to`.
fn load_with(from: &str, to: &str) -> Result<Workload, Error> {
    assert_eq!(MANIFEST.matches(from).count(), 1, "{from}");
    Written::new(&MANIFEST.replace(from, to)).load()
}

fn loaded(manifest: &str) -> Workload {
    Written::new(manifest).load().unwrap()
}

fn instance(workload: &Workload, case: &Case) -> Instance {
    workload.instance(case, &workload.default_setup()).unwrap()
}

/// The elements of a buffer before the first launch.
fn values(instance: &Instance, name: &str) -> Vec<f64> {
    let buffer = instance
        .buffers
        .iter()
        .find(|buffer| buffer.name == name)
        .unwrap();
    buffer.scalar.decode(buffer.data.as_ref().unwrap())
}

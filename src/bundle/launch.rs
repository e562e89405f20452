//! `launch.json`: everything that a host program needs to launch the kernels, with the tunables as the search set them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Contents;
use crate::workload::{ArgSpec, Role, Scalar, Workload};

/// The whole file.
#[derive(Debug, Serialize)]
pub struct Launches {
    /// The file with the kernels, beside this one.
    pub ptx: &'static str,
    /// What it was made for.
    pub arch: String,
    /// Values of the launch parameters; the expressions below use them.
    pub tunables: BTreeMap<String, i64>,
    /// What was always true of the shapes, as far as the workload says so.
    pub shapes: BTreeMap<String, ShapePromise>,
    /// Buffers by name.
    pub buffers: BTreeMap<String, BufferUse>,
    /// In order; every expression is over the shapes and the tunables.
    pub launches: Vec<LaunchUse>,
    /// The same for each case that was judged, worked out.
    pub examples: Vec<Example>,
}

/// What a shape always keeps.
#[derive(Debug, Serialize)]
pub struct ShapePromise {
    min: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<i64>,
    multiple_of: i64,
}

/// A buffer.
#[derive(Debug, Serialize)]
pub struct BufferUse {
    #[serde(rename = "type")]
    scalar: Scalar,
    len: String,
    role: Role,
}

/// A launch.
#[derive(Debug, Serialize)]
pub struct LaunchUse {
    /// The kernel.
    pub entry: String,
    /// Blocks, x first.
    pub grid: Vec<String>,
    /// Threads, x first.
    pub block: Vec<String>,
    /// Dynamic shared memory, bytes.
    pub shared: String,
    /// In the kernel's order.
    pub args: Vec<Argument>,
}

/// An argument of a launch.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Argument {
    /// The address of a buffer.
    Buffer(String),
    /// A value of a type.
    Scalar {
        /// Its type.
        #[serde(rename = "type")]
        scalar: Scalar,
        /// Its value, an expression.
        value: String,
    },
}

/// A case's launches, worked out.
#[derive(Debug, Serialize)]
pub struct Example {
    case: String,
    shapes: BTreeMap<String, i64>,
    launches: Vec<Dimensions>,
}

#[derive(Debug, Serialize)]
struct Dimensions {
    entry: String,
    grid: [u32; 3],
    block: [u32; 3],
    shared: u32,
}

/// Reads the launches off the workload and the champion.
pub fn make(contents: &Contents<'_>) -> Launches {
    let workload = &contents.subject.workload;
    let tunables = &contents.artifacts.tunables;
    Launches {
        ptx: "tuned.ptx",
        arch: contents.subject.target.arch.clone(),
        tunables: tunables.clone(),
        shapes: workload
            .shapes
            .iter()
            .map(|(name, shape)| {
                let promise = ShapePromise {
                    min: shape.min,
                    max: shape.max,
                    multiple_of: shape.multiple_of,
                };
                (name.clone(), promise)
            })
            .collect(),
        buffers: workload
            .buffers
            .iter()
            .map(|buffer| {
                let used = BufferUse {
                    scalar: buffer.scalar,
                    len: buffer.len.text().to_string(),
                    role: buffer.role,
                };
                (buffer.name.clone(), used)
            })
            .collect(),
        launches: workload
            .launches
            .iter()
            .map(|launch| LaunchUse {
                entry: launch.entry.clone(),
                grid: launch.grid.iter().map(|e| e.text().to_string()).collect(),
                block: launch.block.iter().map(|e| e.text().to_string()).collect(),
                shared: launch
                    .shared
                    .as_ref()
                    .map_or("0".to_string(), |e| e.text().to_string()),
                args: launch.args.iter().map(argument).collect(),
            })
            .collect(),
        examples: examples(workload, tunables),
    }
}

fn argument(arg: &ArgSpec) -> Argument {
    match arg {
        ArgSpec::Buffer(name) => Argument::Buffer(name.clone()),
        ArgSpec::Scalar(scalar, value) => Argument::Scalar {
            scalar: *scalar,
            value: value.text(),
        },
    }
}

fn examples(workload: &Workload, tunables: &BTreeMap<String, i64>) -> Vec<Example> {
    workload
        .cases
        .iter()
        .filter_map(|case| {
            let plan = workload.plan(case, tunables).ok()?;
            let launches = plan
                .launches
                .into_iter()
                .map(|l| Dimensions {
                    entry: l.entry,
                    grid: l.grid,
                    block: l.block,
                    shared: l.shared,
                })
                .collect();
            Some(Example {
                case: case.name.clone(),
                shapes: case.symbols.clone(),
                launches,
            })
        })
        .collect()
}

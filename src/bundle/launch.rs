//! `launch.json`: everything that a host program needs to launch the kernels, with the tunables as the search set them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::guard::{self, Guard};
use super::{Contents, ORIGINAL, TUNED};
use crate::search::Stated;
use crate::workload::{
    ArgSpec, BufferSpec, Expr, LaunchSpec, Reshape, Role, Scalar, Setup, Workload,
};

/// The whole file.
#[derive(Debug, Serialize)]
pub struct Launches {
    /// What it was made for.
    pub arch: String,
    /// The tuned kernels.
    #[serde(flatten)]
    pub tuned: Kernels,
    /// What they rely on, one condition at a time.
    pub contract: Vec<Stated>,
    /// What chooses between them and the unedited ones, where a guard was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guard: Option<Guard>,
    /// What was always true of the shapes, as far as the workload says so.
    pub shapes: BTreeMap<String, ShapePromise>,
    /// Buffers by name.
    pub buffers: BTreeMap<String, BufferUse>,
    /// The same for each case that was judged, worked out.
    pub examples: Vec<Example>,
}

/// Kernels, and how they are launched.
#[derive(Debug, Serialize)]
pub struct Kernels {
    /// The file with the kernels, beside this one.
    pub ptx: &'static str,
    /// Values of the launch parameters; the expressions below use them.
    pub tunables: BTreeMap<String, i64>,
    /// By how much launches differ from the manifest's; the expressions below have it in them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reshapes: BTreeMap<String, Reshape>,
    /// What repeats launches, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub loops: BTreeMap<String, LoopUse>,
    /// In order; every expression is over the shapes, the tunables and the counter of the launch's loop.
    pub launches: Vec<LaunchUse>,
}

/// How often the launches of a loop are made, one after the other, and what happens between two passes.
#[derive(Debug, Serialize)]
pub struct LoopUse {
    /// Passes, or the most of them where there is a flag.
    pub times: String,
    /// 0 in the first pass, one more in each that follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
    /// Buffers whose addresses are exchanged after every pass, the last one included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub swap: Vec<[String; 2]>,
    /// A buffer that is cleared before every pass; a pass that leaves its first element zero is the last.
    #[serde(rename = "while", skip_serializing_if = "Option::is_none")]
    pub go_on: Option<String>,
    /// Its bytes, and those of its first element.
    #[serde(skip)]
    pub flag_bytes: (String, usize),
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
    /// The loop that it is in.
    #[serde(rename = "loop", skip_serializing_if = "Option::is_none")]
    pub in_loop: Option<String>,
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

/// A case's launches, worked out: each once, as it is in the first pass of its loop.
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
    let setup = &contents.artifacts.setup;
    let contract = &contents.artifacts.contract;
    let otherwise = contents
        .original
        .map(|original| kernels(workload, ORIGINAL, &original.setup));
    let tuned = kernels(workload, TUNED, setup);
    let guard = |otherwise| guard::make(workload, contract, &tuned, otherwise);
    Launches {
        arch: contents.subject.target.arch.clone(),
        contract: contract
            .iter()
            .map(|condition| Stated::new(condition, workload))
            .collect(),
        guard: otherwise.map(guard),
        tuned,
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
        examples: examples(workload, setup),
    }
}

fn kernels(workload: &Workload, ptx: &'static str, setup: &Setup) -> Kernels {
    let launches = workload.launches.iter();
    Kernels {
        ptx,
        tunables: setup.tunables.clone(),
        reshapes: setup.reshapes.clone(),
        loops: workload
            .loops
            .iter()
            .map(|(name, repeats)| {
                let is_flag = |it: &&BufferSpec| repeats.go_on.as_ref() == Some(&it.name);
                let flag = workload.buffers.iter().find(is_flag);
                let flag_bytes = flag.map(|flag| {
                    let size = flag.scalar.size();
                    (format!("{size} * ({})", flag.len.text()), size)
                });
                let repeats = LoopUse {
                    flag_bytes: flag_bytes.unwrap_or_default(),
                    times: repeats.times.text().to_string(),
                    counter: repeats.counter.clone(),
                    swap: repeats.swap.clone(),
                    go_on: repeats.go_on.clone(),
                };
                (name.clone(), repeats)
            })
            .collect(),
        launches: launches.map(|launch| launch_use(launch, setup)).collect(),
    }
}

/// The manifest's expressions, with what the variant changes about them around them.
fn launch_use(launch: &LaunchSpec, setup: &Setup) -> LaunchUse {
    let reshape = setup.reshapes.get(&launch.entry).copied();
    let reshape = reshape.unwrap_or_default();
    let text = |expr: &Expr| expr.text().to_string();
    let blocks = |(expr, by): (&Expr, u32)| match by {
        1 => text(expr),
        by => format!("ceil_div({}, {by})", text(expr)),
    };
    let threads = |(expr, by): (&Expr, u32)| match by {
        1 => text(expr),
        by => format!("({}) / {by}", text(expr)),
    };
    let mut block: Vec<String> = launch
        .block
        .iter()
        .zip(reshape.block)
        .map(threads)
        .collect();
    if reshape.rows > 1 {
        block.resize(block.len().max(2), "1".to_owned());
        block[1] = match block[1].as_str() {
            "1" => reshape.rows.to_string(),
            own => format!("{} * ({own})", reshape.rows),
        };
    }
    let mut grid: Vec<String> = launch.grid.iter().zip(reshape.grid).map(blocks).collect();
    if let (2.., Some(blocks)) = (reshape.lanes, grid.first_mut()) {
        *blocks = format!("{} * ({blocks})", reshape.lanes);
    }
    let mut args: Vec<Argument> = launch.args.iter().map(argument).collect();
    if reshape.told {
        args.push(Argument::Scalar {
            scalar: Scalar::U32,
            value: launch.grid.first().map_or_else(|| "1".to_owned(), text),
        });
    }
    LaunchUse {
        entry: launch.entry.clone(),
        in_loop: launch.in_loop.clone(),
        grid,
        block,
        shared: match (&launch.shared, reshape.shared) {
            (None, _) => "0".to_string(),
            (Some(expr), 1) => text(expr),
            (Some(expr), by) => format!("{by} * ({})", text(expr)),
        },
        args,
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

fn examples(workload: &Workload, setup: &Setup) -> Vec<Example> {
    workload
        .cases
        .iter()
        .filter_map(|case| {
            let plan = workload.plan(case, setup).ok()?;
            // Of a loop the first pass.
            let mut launches = plan.launches;
            launches.sort_by_key(|launch| launch.number);
            launches.dedup_by_key(|launch| launch.number);
            let launches = launches
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

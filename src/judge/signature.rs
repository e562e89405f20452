//! Whether manifest and kernel fit together: entries, arguments, block sizes. And what the manifest promises to edits.

use std::collections::BTreeMap;

use crate::edit::{LaunchPromise, Length, Promises, ShapeArg, ShapePromise};
use crate::ir::{Function, Kind, Sketch};
use crate::target::Description;
use crate::workload::{
    ArgSpec, BufferSpec, Expr, Interval, LaunchSpec, Number, Role, Scalar, Shape, Workload,
};

/// What edits may rely on, once every launch has been found to match its kernel's signature.
///
/// # Errors
/// The first launch that does not match, and what would.
pub fn promises(workload: &Workload, sketch: &Sketch) -> Result<Promises, String> {
    let mut promises = Promises {
        noalias: workload.facts.noalias,
        align: workload.facts.align,
        longest: workload.facts.longest,
        shapes: workload
            .shapes
            .iter()
            .map(|(name, shape)| (name.clone(), promise(shape)))
            .collect(),
        tunables: workload
            .tunables
            .iter()
            .map(|(name, tunable)| (name.clone(), tunable.values.clone()))
            .collect(),
        defaults: workload.default_tunables(),
        inputs: inputs(workload),
        rising: rising(workload),
        lengths: workload
            .buffers
            .iter()
            .map(|buffer| (buffer.name.clone(), length(buffer)))
            .collect(),
        passed: workload.launches.iter().flat_map(passed).collect(),
        ..Promises::default()
    };
    for (index, launch) in workload.launches.iter().enumerate() {
        let Some(kernel) = sketch.kernel(&launch.entry) else {
            let known: Vec<&str> = sketch.kernels().map(|k| k.name.as_str()).collect();
            let known = match known.as_slice() {
                [] => "it has no kernel at all".to_string(),
                names => format!("its kernels are {}", names.join(", ")),
            };
            return Err(format!(
                "launch {}: the IR has no kernel `{}`; {known}",
                index + 1,
                launch.entry
            ));
        };
        arguments(launch, kernel).map_err(|e| format!("launch {}: {e}", index + 1))?;
        let buffers = launch
            .args
            .iter()
            .map(|arg| match arg {
                ArgSpec::Buffer(name) => Some(name.clone()),
                ArgSpec::Scalar(..) => None,
            })
            .collect();
        promises
            .pointer_args
            .entry(launch.entry.clone())
            .or_default()
            .push(buffers);
        promises
            .launches
            .entry(launch.entry.clone())
            .or_default()
            .push(launch_promise(workload, launch));
        let shapes = launch.args.iter().map(|arg| shape_arg(workload, arg));
        promises
            .shape_args
            .entry(launch.entry.clone())
            .or_default()
            .push(shapes.collect());
    }
    outputs(workload)?;
    Ok(promises)
}

/// What is true of a shape's values. A manifest's numbers are checked when it is read: neither is negative.
fn promise(shape: &Shape) -> ShapePromise {
    let (min, multiple_of) = (shape.min.max(0) as u64, shape.multiple_of.max(1) as u64);
    ShapePromise {
        // Both hold, so the smallest value is a multiple, too.
        least: min.checked_next_multiple_of(multiple_of).unwrap_or(min),
        most: shape.max.map(|max| {
            let max = max.max(0) as u64;
            max - max % multiple_of
        }),
        multiple_of,
    }
}

fn length(buffer: &BufferSpec) -> Length {
    Length {
        elements: buffer.len.clone(),
        size: buffer.scalar.size() as u64,
    }
}

/// Buffers that no launch writes to, and the bytes of an element of each.
fn inputs(workload: &Workload) -> BTreeMap<String, u32> {
    let inputs = workload.buffers.iter();
    let inputs = inputs.filter(|buffer| buffer.role == Role::Input);
    inputs
        .map(|buffer| (buffer.name.clone(), buffer.scalar.size() as u32))
        .collect()
}

/// Buffers that are promised to rise, and what is in them.
fn rising(workload: &Workload) -> BTreeMap<String, Scalar> {
    let buffers = workload.buffers.iter();
    let promised = buffers.filter(|buffer| workload.facts.rising.contains(&buffer.name));
    promised.map(|it| (it.name.clone(), it.scalar)).collect()
}

/// The expressions that a launch passes as integers, whose types hold them: a case where they do not is refused.
fn passed(launch: &LaunchSpec) -> Vec<(Expr, Interval)> {
    let integer = |arg: &ArgSpec| match arg {
        ArgSpec::Scalar(scalar, Number::Expr(expr)) => Some((expr.clone(), Interval::of(*scalar)?)),
        _ => None,
    };
    launch.args.iter().filter_map(integer).collect()
}

fn launch_promise(workload: &Workload, launch: &LaunchSpec) -> LaunchPromise {
    let axes = [0, 1, 2];
    // What depends on the pass is another size in each, and nothing that a host could test before the loop.
    let counter = launch
        .in_loop
        .as_ref()
        .and_then(|name| workload.loops.get(name)?.counter.as_deref());
    let every_pass = |sizes: &[Expr]| {
        let counts = |size: &Expr| counter.is_some_and(|counter| size.symbols().contains(counter));
        match sizes.iter().any(counts) {
            true => Vec::new(),
            false => sizes.to_vec(),
        }
    };
    LaunchPromise {
        blocks: axes.map(|axis| launch.blocks_along(axis, &workload.shapes)),
        blocks_are: axes.map(|axis| {
            let shape = launch.blocks_are(axis);
            let shape = shape.filter(|it| workload.shapes.contains_key(*it));
            shape.map(str::to_owned)
        }),
        flat: launch.is_flat(),
        shared_divisor: launch.shared_divisor(&workload.shapes, &workload.tunables),
        grid: every_pass(&launch.grid),
        block: every_pass(&launch.block),
    }
}

/// The shape that an argument is, where it is one and nothing else.
fn shape_arg(workload: &Workload, arg: &ArgSpec) -> Option<ShapeArg> {
    let ArgSpec::Scalar(scalar, Number::Expr(expr)) = arg else {
        return None;
    };
    let shape = expr.as_symbol()?;
    (!scalar.is_float() && workload.shapes.contains_key(shape)).then(|| ShapeArg {
        shape: shape.to_owned(),
        signed: scalar.is_signed(),
    })
}

/// Whether the arguments of a launch are what the kernel takes.
fn arguments(launch: &LaunchSpec, kernel: &Function) -> Result<(), String> {
    let entry = &launch.entry;
    let takes = || {
        let takes: Vec<String> = kernel.params.iter().map(|p| describe(&p.kind)).collect();
        format!("it takes ({})", takes.join(", "))
    };
    if launch.args.len() != kernel.params.len() {
        return Err(format!(
            "`{entry}` gets {} arguments; {}",
            launch.args.len(),
            takes()
        ));
    }
    for (index, (arg, param)) in launch.args.iter().zip(&kernel.params).enumerate() {
        let (given, fits) = match arg {
            ArgSpec::Buffer(name) => {
                let ok = matches!(param.kind, Kind::Pointer { space: 0 | 1 });
                (format!("the buffer `{name}`"), ok)
            }
            ArgSpec::Scalar(scalar, _) => (format!("an {scalar}"), holds(&param.kind, *scalar)),
        };
        if !fits {
            let name = match param.name.as_str() {
                "" => String::new(),
                name => format!(" (`{name}`)"),
            };
            return Err(format!(
                "argument {} of `{entry}`{name} is {given}, but the kernel takes {} there; {}",
                index + 1,
                describe(&param.kind),
                takes()
            ));
        }
    }
    Ok(())
}

/// Whether some launch passes every output. Inputs may serve a derived fill or the reference alone.
fn outputs(workload: &Workload) -> Result<(), String> {
    let passed = |name: &str| {
        let is = |arg: &ArgSpec| matches!(arg, ArgSpec::Buffer(buffer) if buffer == name);
        workload
            .launches
            .iter()
            .any(|launch| launch.args.iter().any(is))
    };
    let written = |role: Role| matches!(role, Role::Output | Role::Inout);
    let mut buffers = workload.buffers.iter();
    match buffers.find(|buffer| written(buffer.role) && !passed(&buffer.name)) {
        None => Ok(()),
        Some(buffer) => Err(format!("no launch passes the output `{}`", buffer.name)),
    }
}

/// Whether a parameter of this kind takes a scalar of this type; LLVM's integers have no sign.
fn holds(kind: &Kind, scalar: Scalar) -> bool {
    match kind {
        Kind::Int { bits } => !scalar.is_float() && *bits as usize == scalar.size() * 8,
        Kind::Float(float) => float.scalar() == scalar,
        Kind::Pointer { .. } | Kind::Other(_) => false,
    }
}

fn describe(kind: &Kind) -> String {
    match kind {
        Kind::Pointer { .. } => "a buffer".to_string(),
        Kind::Int { bits } => format!("i{bits}"),
        Kind::Float(float) => float.scalar().to_string(),
        Kind::Other(text) => format!("`{text}`"),
    }
}

/// Whether every case's launches are within the target's limits under the default tunables.
///
/// # Errors
/// The first launch that is not, and the limit.
pub fn launches_fit(workload: &Workload, target: &Description) -> Result<(), String> {
    for case in &workload.cases {
        let plan = workload
            .plan(case, &workload.default_setup())
            .map_err(|e| e.to_string())?;
        for launch in &plan.launches {
            let threads: u64 = launch.block.iter().map(|&n| u64::from(n)).product();
            let limit = u64::from(target.limits.threads_per_block);
            if threads > limit {
                return Err(format!(
                    "case `{}` launches `{}` with blocks of {threads} threads; {} allows {limit}",
                    case.name, launch.entry, target.name
                ));
            }
            let limit = target.limits.shared_per_block;
            if launch.shared > limit {
                return Err(format!(
                    "case `{}` launches `{}` with {} bytes of shared memory; {} allows {limit}",
                    case.name, launch.entry, launch.shared, target.name
                ));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ir::Source;

    #[test]
    fn a_size_that_depends_on_the_pass_is_promised_to_nobody() {
        let workload = Workload::load(Path::new("corpus/rodinia/nw")).unwrap();
        let source = Source::load(&workload.ir).unwrap();
        let promises = promises(&workload, source.sketch()).unwrap();
        // Its grid is one block larger in each pass, and its block always the same.
        let launch = &promises.launches["nw_down"][0];
        assert!(launch.grid.is_empty() && launch.block.len() == 1);
        let setup = workload.default_setup();
        assert!(promises.most_blocks("nw_down", &setup).is_none());
        assert_eq!(promises.block("nw_down", &setup), Some([16, 1, 1]));
        // The last argument is the pass, which is no shape.
        assert_eq!(promises.shape_args["nw_down"][0][4], None);
    }
}

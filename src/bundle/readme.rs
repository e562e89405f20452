//! `README.md` of a bundle: what it is, what it relies on, and the code that loads it.

use std::fmt::Write;

use super::Contents;
use super::launch::{Argument, LaunchUse, Launches};

/// The text of the file.
pub fn make(contents: &Contents<'_>, launches: &Launches) -> String {
    let Contents {
        subject,
        settings,
        baseline,
        champion,
        artifacts,
        ..
    } = contents;
    let workload = &subject.workload;
    let mut text = String::new();
    let mut line = |s: String| {
        let _ = writeln!(text, "{s}");
    };
    line(format!(
        "# {}, tuned for {}\n",
        workload.name, subject.target.name
    ));
    line(format!("{}.\n", workload.summary.trim_end_matches('.')));
    line(format!(
        "{:.2} times as fast as the unedited kernel by the simulator's clock ({:.0} ns against {:.0} ns on the cases that steered the search), \
         with an error of at most {:.1e} ({}, {} tier). Times are modelled, not measured: measure on your GPU before you ship.\n",
        baseline.time_ns() / champion.time_ns(),
        champion.time_ns(),
        baseline.time_ns(),
        champion
            .held_out
            .score
            .map_or(f64::NAN, |s| s.error)
            .max(champion.search.score.map_or(f64::NAN, |s| s.error)),
        workload.tolerance.metric,
        settings.policy.tolerance.tier,
    ));
    line("| file | what it is |\n|---|---|".into());
    line(format!(
        "| `tuned.ptx` | the kernels, for {} and newer |",
        launches.arch
    ));
    line("| `tuned.ll` | the same as optimised LLVM-IR |".into());
    line("| `genome.edits` | the edits, one a line; `warpsmith judge` takes them |".into());
    line("| `launch.json` | grids, blocks, shared memory and arguments as expressions, and worked out for each case |".into());
    line("| `certificate.json` | what was checked, on which cases, with which result |\n".into());
    line("## What it relies on\n".into());
    if artifacts.contract.is_empty() {
        line("No fact beyond what the unedited kernel relies on.\n".into());
    } else {
        line(
            "The kernel is right only where these facts hold, which the workload promises:\n"
                .into(),
        );
        for condition in &artifacts.contract {
            line(format!("- `{condition}`"));
        }
        line(String::new());
    }
    if !artifacts.setup.tunables.is_empty() {
        let set: Vec<String> = artifacts
            .setup
            .tunables
            .iter()
            .map(|(name, value)| format!("`{name} = {value}`"))
            .collect();
        line(format!("Launch parameters: {}.\n", set.join(", ")));
    }
    line("## Loading it\n".into());
    line("With the CUDA driver API; the module is loaded once.\n".into());
    line("```c++".into());
    line("CUmodule module;".into());
    line("cuModuleLoad(&module, \"tuned.ptx\");".into());
    for (name, value) in &artifacts.setup.tunables {
        line(format!("const int {name} = {value};"));
    }
    for (index, launch) in launches.launches.iter().enumerate() {
        for code in load(index, launch) {
            line(code);
        }
    }
    line("```".into());
    if launches
        .launches
        .iter()
        .flat_map(expressions)
        .any(|e| e.contains("ceil_div"))
    {
        line("\n`ceil_div(a, b)` is `(a + b - 1) / b`.".into());
    }
    text
}

/// The expressions of a launch that its host code quotes.
fn expressions(launch: &LaunchUse) -> impl Iterator<Item = &String> {
    launch
        .grid
        .iter()
        .chain(&launch.block)
        .chain([&launch.shared])
}

/// The host code of one launch.
fn load(index: usize, launch: &LaunchUse) -> Vec<String> {
    let dimensions = |given: &[String]| -> String {
        let all: Vec<&str> = (0..3)
            .map(|axis| given.get(axis).map_or("1", String::as_str))
            .collect();
        all.join(", ")
    };
    let mut lines = vec![
        format!("CUfunction f{index};"),
        format!(
            "cuModuleGetFunction(&f{index}, module, \"{}\");",
            launch.entry
        ),
    ];
    let mut names = Vec::new();
    for (at, arg) in launch.args.iter().enumerate() {
        match arg {
            Argument::Buffer(name) => names.push(format!("&{name}")),
            Argument::Scalar { scalar, value } => {
                let kind = scalar.to_string();
                let c = match kind.as_str() {
                    "f32" => "float".to_string(),
                    "f64" => "double".to_string(),
                    other => format!(
                        "{}{}_t",
                        if other.starts_with('u') {
                            "uint"
                        } else {
                            "int"
                        },
                        &other[1..]
                    ),
                };
                lines.push(format!("{c} a{index}_{at} = {value};"));
                names.push(format!("&a{index}_{at}"));
            }
        }
    }
    lines.push(format!(
        "void *args{index}[] = {{{}}};  // buffers are CUdeviceptr",
        names.join(", ")
    ));
    lines.push(format!(
        "cuLaunchKernel(f{index}, {}, {}, {}, stream, args{index}, nullptr);",
        dimensions(&launch.grid),
        dimensions(&launch.block),
        launch.shared
    ));
    lines
}

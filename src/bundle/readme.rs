//! `README.md` of a bundle: what it is, what it relies on, and the code that loads it.

use std::fmt::Write;

use super::guard::Guard;
use super::launch::{Argument, Kernels, LaunchUse, Launches, LoopUse};
use super::{Contents, ORIGINAL};
use crate::search::{Class, EditReport};
use crate::workload::Scalar;

/// The text of the file.
pub fn make(contents: &Contents<'_>, launches: &Launches) -> String {
    let mut text = String::new();
    for section in [
        summary(contents),
        files(launches),
        edits(&contents.certified.edits),
        contract(launches),
        loading(launches),
    ] {
        for line in section {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

fn summary(contents: &Contents<'_>) -> Vec<String> {
    let Contents {
        subject,
        settings,
        baseline,
        champion,
        ..
    } = contents;
    let workload = &subject.workload;
    let whose = match contents.device {
        Some(device) => format!("measured on a {}", device.about.name),
        None => "by the simulator's clock".into(),
    };
    let caution = match contents.confirmed {
        Some(confirmed) => format!(
            "Measured again in {} new processes: {:.2} times, {:.2} to {:.2}.",
            confirmed.races.len(),
            confirmed.speedup,
            confirmed.least,
            confirmed.most
        ),
        None => "Times are modelled, not measured: measure on your GPU before you ship.".into(),
    };
    vec![
        format!("# {}, tuned for {}\n", workload.name, subject.target.name),
        format!("{}.\n", workload.summary.trim_end_matches('.')),
        format!(
            "{:.2} times as fast as the unedited kernel, {whose} ({:.0} ns against {:.0} ns on the cases that steered the search), \
         with an error of at most {:.1e} ({}, {} tier) against {}. {caution}\n",
            baseline.time_ns() / champion.time_ns(),
            champion.time_ns(),
            baseline.time_ns(),
            champion
                .held_out
                .score
                .map_or(f64::NAN, |s| s.error)
                .max(champion.search.score.map_or(f64::NAN, |s| s.error)),
            workload.metrics(),
            settings.policy.tolerance.tier,
            workload.reference,
        ),
    ]
}

fn files(launches: &Launches) -> Vec<String> {
    let mut lines = vec![
        "| file | what it is |\n|---|---|".into(),
        format!(
            "| `tuned.ptx` | the kernels, for {} and newer |",
            launches.arch
        ),
    ];
    if launches.guard.is_some() {
        lines.push(format!("| `{ORIGINAL}` | the unedited kernels |"));
    }
    lines.extend([
        "| `tuned.ll` | the tuned kernels as optimised LLVM-IR |".into(),
        "| `genome.edits` | the edits, one a line; `warpsmith judge` takes them |".into(),
        "| `launch.json` | grids, blocks, shared memory and arguments as expressions, and worked out for each case |".into(),
        "| `certificate.json` | what was checked, on which cases, with which result |\n".into(),
    ]);
    lines
}

fn edits(edits: &[EditReport]) -> Vec<String> {
    let mut lines = vec![
        "## What was changed\n".into(),
        "Gain: how many times as fast the kernel is with the edit as without it, all others kept. An exact edit keeps every bit of every output \
         on all cases that were checked; so does a conditional one, where its conditions hold.\n"
            .into(),
        "| edit | class | gain | adds error | relies on |\n|---|---|---|---|---|".into(),
    ];
    for report in edits {
        let gain = match report.in_place.speedup {
            Some(speedup) => format!("{speedup:.2}x"),
            None => "wrong without it".into(),
        };
        let error = match report.class {
            Class::Approximate => format!("{:+.1e}", report.adds_error),
            Class::Exact | Class::Conditional => "0".into(),
        };
        let conditions: Vec<String> = report
            .conditions
            .iter()
            .map(|stated| format!("`{}`", stated.text))
            .collect();
        lines.push(format!(
            "| `{}` | {} | {gain} | {error} | {} |",
            report.edit,
            report.class.word(),
            conditions.join(", ")
        ));
    }
    lines.push(String::new());
    lines
}

fn contract(launches: &Launches) -> Vec<String> {
    let mut lines = vec!["## What it relies on\n".into()];
    if launches.contract.is_empty() {
        lines.push("No fact beyond what the unedited kernel relies on.\n".into());
    } else {
        lines.push("The tuned kernel is right only where these facts hold:\n".into());
        for stated in &launches.contract {
            let whence = match stated.promised {
                true => "the workload promises it",
                false => "**the workload does not promise it: the guard below is needed**",
            };
            lines.push(format!("- `{}` ({whence})", stated.text));
        }
        lines.push(String::new());
    }
    let set: Vec<String> = launches
        .tuned
        .tunables
        .iter()
        .map(|(name, value)| format!("`{name} = {value}`"))
        .collect();
    if !set.is_empty() {
        lines.push(format!("Launch parameters: {}.\n", set.join(", ")));
    }
    lines
}

fn loading(launches: &Launches) -> Vec<String> {
    let mut lines = vec!["## Loading it\n".into()];
    match &launches.guard {
        None => {
            lines.push("With the CUDA driver API; the module is loaded once.\n".into());
            lines.push("```c++".into());
            lines.extend(module("module", launches.tuned.ptx));
            lines.extend(code(&launches.tuned, "module"));
        }
        Some(guard) => {
            lines.push(
                "With the CUDA driver API; the modules are loaded once. The condition is tested before every launch: buffers are `CUdeviceptr`, \
                 shapes `int64_t`.\n"
                    .into(),
            );
            lines.push("```c++".into());
            lines.extend(guarded(&launches.tuned, guard));
        }
    }
    let said = lines.join("\n");
    lines.push("```".into());
    for (function, header) in [
        ("__float2half", "cuda_fp16.h"),
        ("__float2bfloat16", "cuda_bf16.h"),
    ] {
        if said.contains(&format!("{function}(")) {
            lines.push(format!("\n`{function}` is in CUDA's `{header}`."));
        }
    }
    for (function, meaning) in [
        ("ceil_div", "`(a + b - 1) / b`"),
        ("min", "the smaller of the two"),
        ("max", "the larger of the two"),
    ] {
        if said.contains(&format!("{function}(")) {
            lines.push(format!("\n`{function}(a, b)` is {meaning}."));
        }
    }
    lines
}

fn guarded(tuned: &Kernels, guard: &Guard) -> Vec<String> {
    let mut lines = module("tuned_module", tuned.ptx);
    lines.extend(module("original_module", guard.otherwise.ptx));
    lines.push(String::new());
    lines.push("auto may_be_tuned = [&] {".into());
    match guard.tests.is_empty() {
        true => lines.push("  return true;  // it relies on nothing".into()),
        false => lines.extend(tunables(tuned).map(|line| format!("  {line}"))),
    }
    let last = guard.tests.len().saturating_sub(1);
    for (at, test) in guard.tests.iter().enumerate() {
        let head = if at == 0 { "  return " } else { "      && " };
        let end = if at == last { ";" } else { "" };
        let what = match test.expression == test.condition {
            true => String::new(),
            false => format!("  // {}", test.condition),
        };
        lines.push(format!("{head}{}{end}{what}", test.expression));
    }
    lines.push("};".into());
    lines.push("if (may_be_tuned()) {".into());
    lines.extend(indented(code(tuned, "tuned_module")));
    lines.push("} else {".into());
    lines.extend(indented(code(&guard.otherwise, "original_module")));
    lines.push("}".into());
    lines
}

fn indented(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| format!("  {line}"))
}

fn module(name: &str, ptx: &str) -> Vec<String> {
    vec![
        format!("CUmodule {name};"),
        format!("cuModuleLoad(&{name}, \"{ptx}\");"),
    ]
}

fn tunables(kernels: &Kernels) -> impl Iterator<Item = String> {
    let tunables = kernels.tunables.iter();
    tunables.map(|(name, value)| format!("const int {name} = {value};"))
}

/// The host code of all launches.
fn code(kernels: &Kernels, module: &str) -> Vec<String> {
    let mut lines: Vec<String> = tunables(kernels).collect();
    let alike = |a: &LaunchUse, b: &LaunchUse| a.in_loop.is_some() && a.in_loop == b.in_loop;
    let mut index = 0;
    for group in kernels.launches.chunk_by(alike) {
        let repeats = group[0].in_loop.as_ref();
        let numbered = || (index..).zip(group);
        for (index, launch) in numbered() {
            lines.extend(function(index, launch, module));
        }
        let body = numbered().flat_map(|(index, launch)| load(index, launch));
        match repeats.and_then(|name| kernels.loops.get(name)) {
            None => lines.extend(body),
            Some(repeats) => lines.extend(passes(repeats, body.collect())),
        }
        index += group.len();
    }
    lines
}

/// The host code of a loop around that of its launches.
fn passes(repeats: &LoopUse, body: Vec<String>) -> Vec<String> {
    let counter = repeats.counter.as_deref().unwrap_or("pass");
    let times = &repeats.times;
    let mut lines = vec![format!(
        "for (int64_t {counter} = 0; {counter} < {times}; ++{counter}) {{"
    )];
    if let Some(flag) = &repeats.go_on {
        let bytes = &repeats.flag_bytes.0;
        lines.push(format!("  cuMemsetD8Async({flag}, 0, {bytes}, stream);"));
    }
    lines.extend(indented(body));
    for [a, b] in &repeats.swap {
        lines.push(format!("  std::swap({a}, {b});"));
    }
    if let Some(flag) = &repeats.go_on {
        lines.push("  int64_t go_on = 0;".into());
        let bytes = repeats.flag_bytes.1;
        lines.push(format!(
            "  cuMemcpyDtoHAsync(&go_on, {flag}, {bytes}, stream);"
        ));
        lines.push("  cuStreamSynchronize(stream);".into());
        lines.push("  if (go_on == 0) break;".into());
    }
    lines.push("}".into());
    lines
}

/// The host code that finds the kernel of a launch.
fn function(index: usize, launch: &LaunchUse, module: &str) -> [String; 2] {
    let entry = &launch.entry;
    [
        format!("CUfunction f{index};"),
        format!("cuModuleGetFunction(&f{index}, {module}, \"{entry}\");"),
    ]
}

/// The host code of one launch.
fn load(index: usize, launch: &LaunchUse) -> Vec<String> {
    let dimensions = |given: &[String]| -> String {
        let all: Vec<&str> = (0..3)
            .map(|axis| given.get(axis).map_or("1", String::as_str))
            .collect();
        all.join(", ")
    };
    let mut lines = Vec::new();
    let mut names = Vec::new();
    for (at, arg) in launch.args.iter().enumerate() {
        match arg {
            Argument::Buffer(name) => names.push(format!("&{name}")),
            Argument::Scalar { scalar, value } => {
                let name = scalar.name();
                let (c, value) = match scalar {
                    Scalar::F16 => ("__half".into(), format!("__float2half({value})")),
                    Scalar::Bf16 => {
                        let rounded = format!("__float2bfloat16({value})");
                        ("__nv_bfloat16".into(), rounded)
                    }
                    Scalar::F32 => ("float".into(), value.clone()),
                    Scalar::F64 => ("double".into(), value.clone()),
                    _ => {
                        let sign = if scalar.is_signed() { "" } else { "u" };
                        (format!("{sign}int{}_t", &name[1..]), value.clone())
                    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_shown_as_a_host_runs_it() {
        let launch = |entry: &str, in_loop: Option<&str>| LaunchUse {
            entry: entry.into(),
            in_loop: in_loop.map(str::to_owned),
            grid: vec!["n".into()],
            block: vec!["32".into()],
            shared: "0".into(),
            args: vec![
                Argument::Buffer("now".into()),
                Argument::Scalar {
                    scalar: Scalar::I32,
                    value: "2 * step".into(),
                },
            ],
        };
        let sweep = LoopUse {
            times: "steps".into(),
            counter: Some("step".into()),
            swap: vec![["now".into(), "next".into()]],
            go_on: Some("flag".into()),
            flag_bytes: ("4 * (1)".into(), 4),
        };
        let kernels = Kernels {
            ptx: "tuned.ptx",
            tunables: Default::default(),
            reshapes: Default::default(),
            loops: [("sweep".to_owned(), sweep)].into(),
            launches: vec![launch("begin", None), launch("relax", Some("sweep"))],
        };
        let code = code(&kernels, "module");
        let after = code
            .iter()
            .position(|line| line.contains("\"relax\""))
            .unwrap();
        assert_eq!(
            code[after + 1..],
            [
                "for (int64_t step = 0; step < steps; ++step) {",
                "  cuMemsetD8Async(flag, 0, 4 * (1), stream);",
                "  int32_t a1_1 = 2 * step;",
                "  void *args1[] = {&now, &a1_1};  // buffers are CUdeviceptr",
                "  cuLaunchKernel(f1, n, 1, 1, 32, 1, 1, 0, stream, args1, nullptr);",
                "  std::swap(now, next);",
                "  int64_t go_on = 0;",
                "  cuMemcpyDtoHAsync(&go_on, flag, 4, stream);",
                "  cuStreamSynchronize(stream);",
                "  if (go_on == 0) break;",
                "}",
            ]
        );
    }

    #[test]
    fn arguments_have_the_types_of_the_host() {
        let args = [
            (Scalar::U8, "n", "uint8_t a0_0 = n;"),
            (Scalar::I64, "n", "int64_t a0_1 = n;"),
            (Scalar::F16, "0.5", "__half a0_2 = __float2half(0.5);"),
            (
                Scalar::Bf16,
                "n",
                "__nv_bfloat16 a0_3 = __float2bfloat16(n);",
            ),
            (Scalar::F32, "0.5", "float a0_4 = 0.5;"),
            (Scalar::F64, "0.5", "double a0_5 = 0.5;"),
        ];
        let launch = LaunchUse {
            entry: "scale".into(),
            in_loop: None,
            grid: vec!["n".into()],
            block: vec!["32".into()],
            shared: "0".into(),
            args: args
                .map(|(scalar, value, _)| Argument::Scalar {
                    scalar,
                    value: value.into(),
                })
                .into(),
        };
        assert_eq!(load(0, &launch)[..args.len()], args.map(|(.., line)| line));
    }
}

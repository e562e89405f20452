use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::workload::{Arg, Buffer, Case, CaseUse, Instance, Role, Workload};

fn folders() -> Vec<PathBuf> {
    [
        "attention/forward",
        "embedding/sls_f32",
        "winograd/f2",
        "attention/softmax_context",
        "transformer/bias_gelu",
        "transformer/layernorm_residual",
        "attention/pruned",
        "conv/direct3x3",
        "embedding/cached_lookup",
        "embedding/dedup_pool",
        "embedding/sls_q8",
        "graph/multi_snapshot",
        "graph/sddmm",
        "graph/spmm_csr",
        "moe/dispatch",
        "moe/gate",
        "winograd/f4",
        "winograd/f4_tapwise_int8",
        "ann/graph_hop",
        "ann/l2_topk",
        "rodinia/backprop",
        "rodinia/bfs",
        "rodinia/btree",
        "rodinia/gaussian",
        "rodinia/hotspot",
        "rodinia/kmeans",
        "rodinia/lavamd",
        "rodinia/lud",
        "rodinia/nn",
        "rodinia/nw",
        "rodinia/particlefilter",
        "rodinia/pathfinder",
        "rodinia/srad",
        "rodinia/streamcluster",
        "svm/smo_solve",
    ]
    .iter()
    .map(|name| {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpus")
            .join(name)
    })
    .collect()
}

fn corpus() -> Vec<Workload> {
    folders()
        .iter()
        .map(|folder| Workload::load(folder).unwrap())
        .collect()
}

pub(super) fn small_cases(workload: &Workload) -> impl Iterator<Item = &Case> {
    workload
        .cases
        .iter()
        .filter(|case| case.role != CaseUse::Device)
}

#[test]
fn a_workload_is_loaded_from_its_folder_or_its_file() {
    for folder in folders() {
        let of_folder = Workload::load(&folder).unwrap();
        let of_file = Workload::load(&folder.join("workload.toml")).unwrap();
        assert_eq!(of_folder.fingerprint(), of_file.fingerprint());
        assert_eq!(of_folder.fingerprint().len(), 64);
        assert!(of_folder.ir.is_absolute() && of_folder.ir.is_file());
        assert!(of_folder.source.is_some_and(|source| source.is_file()));
        assert!(folder.ends_with(of_folder.name));
    }
}

#[test]
fn each_workload_has_one_search_case_three_held_out_cases_and_a_device_case() {
    for workload in corpus() {
        let count = |role| workload.cases_for(role).count();
        assert_eq!(count(CaseUse::Search), 1, "{}", workload.name);
        assert!(count(CaseUse::HeldOut) >= 3, "{}", workload.name);
        assert_eq!(count(CaseUse::Device), 1, "{}", workload.name);
        let seeds: BTreeSet<u64> = workload.cases.iter().map(|case| case.seed).collect();
        assert_eq!(
            seeds.len(),
            workload.cases.len(),
            "{}: seeds differ",
            workload.name
        );
    }
}

#[test]
fn every_workload_says_what_any_kernel_must_move_and_compute() {
    for workload in corpus() {
        for case in &workload.cases {
            let name = format!("{}, {}", workload.name, case.name);
            let work = workload.work(case).unwrap();
            let work = work.unwrap_or_else(|| panic!("{name}: no floor"));
            assert!(work.operations > 0, "{name}");
            let plan = workload.plan(case, &workload.default_setup()).unwrap();
            let size = |buffer: &Buffer| (buffer.len * buffer.scalar.size()) as u64;
            let results = plan.buffers.iter().filter(|buffer| buffer.role.is_result());
            let moved: u64 = results.map(size).sum();
            assert!(work.bytes >= moved, "{name}: {} < {moved}", work.bytes);
        }
    }
}

#[test]
fn device_cases_fit_and_are_larger_than_an_l2_cache() {
    for workload in corpus() {
        for case in workload.cases_for(CaseUse::Device) {
            let plan = workload.plan(case, &workload.default_setup()).unwrap();
            let bytes: usize = plan
                .buffers
                .iter()
                .map(|buffer| buffer.len * buffer.scalar.size())
                .sum();
            // A working set is what one block solves, however large the problem is.
            let one_block = workload.name == "svm/smo_solve";
            assert!(one_block || bytes > 50 << 20, "{}: {bytes}", workload.name);
        }
    }
}

#[test]
fn references_are_finite_of_the_outputs_size_and_not_zero() {
    for workload in corpus() {
        for case in small_cases(&workload) {
            let instance = workload.instance(case, &workload.default_setup()).unwrap();
            let expected = workload.expected(case, &instance).unwrap();
            let outputs: Vec<usize> = (0..instance.buffers.len())
                .filter(|at| matches!(instance.buffers[*at].role, Role::Output | Role::Inout))
                .collect();
            assert_eq!(
                outputs,
                expected.iter().map(|(at, _)| *at).collect::<Vec<_>>()
            );
            for &(at, ref values) in &expected {
                assert_eq!(values.len(), instance.buffers[at].len);
                assert!(
                    values.iter().all(|value| value.is_finite()),
                    "{}",
                    case.name
                );
            }
            // One of several outputs may be nothing: a gap that is closed.
            let mut values = expected.iter().flat_map(|(_, values)| values);
            assert!(values.any(|value| *value != 0.0), "{}", case.name);
            // Nothing but zeros is far beyond every tolerance.
            let zeros: Vec<_> = expected
                .iter()
                .map(|(at, values)| (*at, vec![0.0; values.len()]))
                .collect();
            let errors = workload.errors(case, &instance, &expected, &zeros).unwrap();
            let name = format!("{}, {}", workload.name, case.name);
            assert_eq!(errors.len(), workload.tolerances.len());
            for (at, _) in &expected {
                let output = &instance.buffers[*at].name;
                let of = errors.iter().zip(&workload.tolerances);
                let mut of = of.filter(|(_, tolerance)| tolerance.output == *output);
                let far = of.any(|(error, tolerance)| *error > 10.0 * tolerance.relaxed);
                assert!(far, "{name}: zeros pass as `{output}`: {errors:?}");
            }
        }
    }
}

/// Buffers of which a kernel needs only the rows that an index names: workload, buffer, index.
const GATHERED: [(&str, &str, &str); 9] = [
    ("embedding/cached_lookup", "cache", "index"),
    ("embedding/cached_lookup", "table", "index"),
    ("embedding/sls_f32", "table", "index"),
    ("embedding/sls_q8", "table", "index"),
    ("embedding/dedup_pool", "table", "index"),
    ("graph/multi_snapshot", "features", "column"),
    ("graph/sddmm", "left", "source"),
    ("graph/sddmm", "right", "target"),
    ("graph/spmm_csr", "features", "column"),
];

/// Bytes of the rows of a gathered buffer that its index names. Of a cache nothing is counted: its rows are the table's.
fn named_rows(workload: &Workload, case: &Case, instance: &Instance, buffer: &Buffer) -> usize {
    let gathered = |row: &&(&str, &str, &str)| row.0 == workload.name && row.1 == buffer.name;
    let bytes = buffer.len * buffer.scalar.size();
    let Some((_, name, index)) = GATHERED.iter().find(gathered) else {
        return bytes;
    };
    let named: BTreeSet<u64> = super::values(instance, index)
        .into_iter()
        .map(|row| row as u64)
        .collect();
    let rows = ["rows", "nodes"].map(|rows| case.symbols.get(rows));
    let rows = rows.into_iter().flatten().next().unwrap();
    match *name {
        "cache" => 0,
        _ => bytes / *rows as usize * named.len(),
    }
}

#[test]
fn no_floor_is_above_what_its_cases_have_to_move() {
    for workload in corpus() {
        for case in small_cases(&workload) {
            let work = workload.work(case).unwrap();
            let work = work.unwrap_or_else(|| panic!("{} has no floor", workload.name));
            let instance = super::instance(&workload, case);
            let arguments = instance.launches.iter().flat_map(|launch| &launch.args);
            let passed: BTreeSet<usize> = arguments
                .filter_map(|arg| match arg {
                    Arg::Buffer(at) => Some(*at),
                    Arg::Scalar(..) => None,
                })
                .collect();
            let moved: usize = passed
                .into_iter()
                .map(|at| &instance.buffers[at])
                .map(|buffer| {
                    // What is changed in place is read and written.
                    let times = match buffer.role {
                        Role::Scratch => 0,
                        Role::Inout => 2,
                        Role::Input | Role::Output => 1,
                    };
                    times * named_rows(&workload, case, &instance, buffer)
                })
                .sum();
            let name = format!("{}, {}", workload.name, case.name);
            assert!(work.bytes <= moved as u64, "{name}: {} {moved}", work.bytes);
        }
    }
}

#[test]
fn every_tunable_value_makes_a_launch_for_every_case_without_changing_the_data() {
    for workload in corpus() {
        for case in small_cases(&workload) {
            let defaults = workload.default_setup();
            let first = workload.instance(case, &defaults).unwrap();
            for (name, tunable) in &workload.tunables {
                for value in &tunable.values {
                    let mut setup = defaults.clone();
                    setup.tunables.insert(name.clone(), *value);
                    let other = workload.instance(case, &setup).unwrap();
                    for (a, b) in first.buffers.iter().zip(&other.buffers) {
                        assert_eq!((a.len, &a.data), (b.len, &b.data), "{}", a.name);
                    }
                }
            }
        }
    }
}

#[test]
fn some_held_out_case_has_empty_bags_and_some_has_only_negative_values() {
    let workload = Workload::load(&folders()[1]).unwrap();
    let data = |name: &str| -> Vec<Vec<f64>> {
        workload
            .cases_for(CaseUse::HeldOut)
            .map(|case| super::values(&super::instance(&workload, case), name))
            .collect()
    };
    let empty = |starts: &Vec<f64>| starts.windows(2).any(|ends| ends[0] == ends[1]);
    assert!(data("start").iter().any(empty));
    assert!(
        data("table")
            .iter()
            .any(|table| table.iter().all(|value| *value < 0.0))
    );
}

#[test]
fn sizes_and_arguments_are_what_the_manifest_says() {
    let workload = Workload::load(&folders()[2]).unwrap();
    let case = workload.case("odd sizes, signed inputs").unwrap();
    let plan = workload.plan(case, &workload.default_setup()).unwrap();
    // 13 x 9 makes 7 x 5 tiles, of two images: 70, in two blocks of 64.
    assert_eq!(plan.launches[1].entry, "winograd_f2_multiply");
    assert_eq!(plan.launches[1].grid, [2, 7, 16]);
    assert_eq!(plan.launches[1].block, [64, 1, 1]);
    let name = |arg: &Arg| match arg {
        Arg::Buffer(at) => plan.buffers[*at].name.clone(),
        Arg::Scalar(scalar, bits) => format!("{scalar} {bits}"),
    };
    let args: Vec<String> = plan.launches[1].args.iter().map(name).collect();
    assert_eq!(
        args,
        ["filters", "patches", "products", "i32 7", "i32 5", "i32 70"]
    );
    assert!(plan.buffers.iter().all(|buffer| buffer.data.is_none()));
    assert_eq!(workload.metrics(), "nrmse");
}

#[test]
fn some_held_out_attention_overflows_without_the_highest_score_taken_off() {
    let workload = Workload::load(&folders()[0]).unwrap();
    let case = workload.case("scores beyond the range of exp").unwrap();
    let instance = super::instance(&workload, case);
    let (q, k) = (super::values(&instance, "q"), super::values(&instance, "k"));
    let dim = case.symbols["dim"] as usize;
    let overflows = |row: &[f64]| {
        k.chunks(dim).any(|key| {
            let dot: f64 = row.iter().zip(key).map(|(a, b)| a * b).sum();
            (dot / (dim as f64).sqrt()).exp() > f64::from(f32::MAX)
        })
    };
    assert!(q.chunks(dim).filter(|row| overflows(row)).count() > 10);
}

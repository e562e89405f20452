//! References against closed forms and against other algorithms.

mod attention;
mod convolution;
mod graph;
mod lookups;
mod moe;
mod tapwise;
mod transformer;

use std::collections::BTreeMap;
use std::path::Path;

use super::super::Instance;
use super::Workload;

/// Numbers between -1 and 1 that look random.
pub(super) fn noise(len: usize, salt: u64) -> Vec<f64> {
    (0..len as u64)
        .map(|i| {
            let mixed = (i + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
                ^ salt.wrapping_mul(0xD1B5_4A32_D192_ED03);
            let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            (mixed >> 11) as f64 / (1u64 << 52) as f64 - 1.0
        })
        .collect()
}

#[track_caller]
pub(super) fn assert_close(a: &[f64], b: &[f64]) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() < 1e-12, "{a} {b}");
    }
}

/// A case of a workload of the corpus: its sizes, its buffers, and what the reference computes, by name.
struct Computed {
    sizes: BTreeMap<String, i64>,
    instance: Instance,
    outputs: BTreeMap<String, Vec<f64>>,
}

impl Computed {
    /// Every case of a workload that is small.
    fn of(workload: &str) -> Vec<Computed> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpus")
            .join(workload);
        let workload = Workload::load(&folder).unwrap();
        let small = super::corpus::small_cases(&workload);
        small
            .map(|case| {
                let instance = super::instance(&workload, case);
                let outputs = workload.expected(case, &instance).unwrap();
                let named =
                    |(at, values): (usize, Vec<f64>)| (instance.buffers[at].name.clone(), values);
                Computed {
                    sizes: case.symbols.clone(),
                    outputs: outputs.into_iter().map(named).collect(),
                    instance,
                }
            })
            .collect()
    }

    fn size(&self, name: &str) -> usize {
        self.sizes[name] as usize
    }

    /// An input.
    fn input(&self, name: &str) -> Vec<f64> {
        super::values(&self.instance, name)
    }
}

/// The product of two dense matrices, `[rows][inner]` and `[inner][columns]`.
fn product(a: &[f64], b: &[f64], inner: usize, columns: usize) -> Vec<f64> {
    let row = |a: &[f64]| -> Vec<f64> {
        let element = |column: usize| (0..inner).map(|i| a[i] * b[i * columns + column]).sum();
        (0..columns).map(element).collect()
    };
    a.chunks(inner).flat_map(row).collect()
}

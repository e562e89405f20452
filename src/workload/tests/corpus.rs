use std::path::{Path, PathBuf};

use crate::workload::{CaseUse, Workload};

fn corpus() -> Vec<PathBuf> {
    ["attention/forward", "embedding/sls_f32", "winograd/f2"]
        .iter()
        .map(|name| {
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("corpus")
                .join(name)
        })
        .collect()
}

#[test]
fn every_small_case_of_the_corpus_has_data_and_a_reference() {
    for folder in corpus() {
        let workload = Workload::load(&folder).unwrap();
        for case in workload
            .cases
            .iter()
            .filter(|case| case.role != CaseUse::Device)
        {
            let instance = workload
                .instance(case, &workload.default_tunables())
                .unwrap();
            let expected = workload.expected(case, &instance).unwrap();
            println!(
                "{} {}: {:?}",
                workload.name,
                case.name,
                &expected[0].1[..4.min(expected[0].1.len())]
            );
        }
    }
}

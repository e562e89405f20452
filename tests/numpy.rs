//! The corpus's references against NumPy: `tests/numpy/references.py` states each formula anew, and both see the same inputs.
//!
//! `WARPSMITH_PYTHON` names the interpreter (default `python3`). Where it has no NumPy the test says so and compares nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use warpsmith::bench;
use warpsmith::workload::{CaseUse, Reference, Workload};

/// What NumPy does not compute: their definition is the loop itself.
const LEFT_OUT: [&str; 2] = ["ann/graph_hop", "svm/smo_solve"];

/// The names of all others, ordered.
fn workloads() -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let all = bench::workloads(&corpus).into_iter();
    let name = |folder: PathBuf| {
        let name = folder.strip_prefix(&corpus).expect("a part of the corpus");
        name.to_str().expect("a plain name").to_string()
    };
    let mut names: Vec<String> = all.map(name).collect();
    let before = names.len();
    names.retain(|name| !LEFT_OUT.contains(&name.as_str()));
    assert_eq!(names.len() + LEFT_OUT.len(), before);
    names
}

/// Writes the inputs and the expected outputs of a workload's search and held-out cases to `folder`, and says what is where.
fn write_cases(name: &str, folder: &Path) -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workload = Workload::load(&root.join("corpus").join(name)).expect("a workload");
    let Reference::Builtin(applied) = &workload.reference else {
        panic!("{name} has no builtin reference");
    };
    let cases = workload
        .cases
        .iter()
        .filter(|case| case.role != CaseUse::Device);
    let described = cases.enumerate().map(|(number, case)| {
        let instance = workload
            .instance(case, &workload.default_setup())
            .expect("an instance");
        let expected = workload.expected(case, &instance).expect("outputs");
        let write = |kind: &str, buffer: &str, bytes: &[u8]| {
            let file = format!("{}-{number}-{buffer}.{kind}", name.replace('/', "-"));
            fs::write(folder.join(&file), bytes).expect("a file");
            file
        };
        let buffer = |name: &str| {
            let at = instance.index(&applied.buffers[name]).expect("a buffer");
            (at, &instance.buffers[at])
        };
        let inputs = applied.builtin.inputs.iter().map(|name| {
            let (_, buffer) = buffer(name);
            let file = write("in", name, buffer.data.as_deref().expect("data"));
            (
                name.to_string(),
                json!({ "file": file, "type": buffer.scalar }),
            )
        });
        let outputs = applied.builtin.outputs.iter().map(|name| {
            let (at, buffer) = buffer(name);
            let (_, values) = expected
                .iter()
                .find(|(known, _)| *known == at)
                .expect("values");
            let bytes: Vec<u8> = values
                .iter()
                .flat_map(|value| value.to_le_bytes())
                .collect();
            let file = write("out", name, &bytes);
            let exact = !buffer.scalar.is_float();
            json!({ "name": name, "file": file, "exact": exact })
        });
        let sizes = applied.sizes.iter().map(|(name, size)| {
            let value = size.eval(&case.symbols).expect("a size");
            (name.to_string(), json!(value))
        });
        json!({
            "workload": name,
            "case": case.name,
            "reference": applied.builtin.name,
            "sizes": sizes.collect::<serde_json::Map<_, _>>(),
            "inputs": inputs.collect::<serde_json::Map<_, _>>(),
            "outputs": outputs.collect::<Vec<_>>(),
        })
    });
    described.collect()
}

fn compare(python: &str, folder: &Path) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/numpy/references.py");
    let mut command = Command::new(python);
    command.arg(script).arg(folder);
    command.output().expect("the interpreter starts")
}

#[test]
fn numpy_computes_what_the_references_do() {
    let python = std::env::var("WARPSMITH_PYTHON").unwrap_or_else(|_| "python3".into());
    let numpy = Command::new(&python).args(["-c", "import numpy"]).output();
    if !numpy.is_ok_and(|output| output.status.success()) {
        eprintln!(
            "skipped: `{python}` is not there or has no numpy; WARPSMITH_PYTHON names another"
        );
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let workloads = workloads();
    let cases: Vec<Value> = workloads
        .iter()
        .flat_map(|name| write_cases(name, folder.path()))
        .collect();
    let list = folder.path().join("cases.json");
    fs::write(&list, json!(cases).to_string()).expect("a file");
    let output = compare(&python, folder.path());
    let text = String::from_utf8_lossy(&output.stdout);
    println!("{text}{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success());
    assert_eq!(text.lines().count(), workloads.len());

    // One value of every output moved by a millionth of the largest, or by 1: each workload must be found to differ.
    let outputs = cases.iter().filter_map(|case| case["outputs"].as_array());
    for output in outputs.flatten() {
        let file = folder.path().join(output["file"].as_str().expect("a name"));
        let mut bytes = fs::read(&file).expect("a file");
        let (values, _) = bytes.as_chunks_mut::<8>();
        let largest = values.iter().map(|value| f64::from_le_bytes(*value).abs());
        let largest = largest.fold(0.0, f64::max);
        let by = if output["exact"] == true {
            1.0
        } else {
            1e-6 * largest
        };
        let middle = values.len() / 2;
        values[middle] = (f64::from_le_bytes(values[middle]) + by).to_le_bytes();
        fs::write(&file, bytes).expect("a file");
    }
    let output = compare(&python, folder.path());
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for name in workloads {
        assert!(text.contains(&format!("DIFFERS {name}")), "{name}: {text}");
    }
}

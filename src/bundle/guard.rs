//! The host-side test that chooses between the tuned kernel and the unedited one: a variant's contract as expressions of C.
//!
//! Shapes are integers of 64 bits, buffers are addresses (`CUdeviceptr`), both by the names that the manifest gives them. All launches of a
//! workload are made with the one or all with the other: they share their buffers.

use serde::Serialize;

use super::launch::Kernels;
use crate::workload::{ArgSpec, BufferSpec, Condition, Role, Workload};

/// When to launch the tuned kernel, and what to launch otherwise.
#[derive(Debug, Serialize)]
pub struct Guard {
    /// True where the tuned kernel may be launched; an expression of C over shapes, tunables and the addresses of buffers.
    pub condition: String,
    /// The same, one condition of the contract at a time.
    pub tests: Vec<Test>,
    /// What is launched otherwise.
    pub otherwise: Kernels,
}

/// A condition of the contract.
#[derive(Debug, Serialize)]
pub struct Test {
    /// For people.
    pub condition: String,
    /// What of it the host can test.
    pub expression: String,
}

/// The guard of a contract.
pub fn make(
    workload: &Workload,
    contract: &[Condition],
    tuned: &Kernels,
    otherwise: Kernels,
) -> Guard {
    let tests: Vec<Test> = contract
        .iter()
        .map(|condition| Test {
            condition: condition.to_string(),
            expression: expression(workload, tuned, condition),
        })
        .collect();
    let condition = match tests.as_slice() {
        [] => "true".into(),
        tests => {
            let all: Vec<&str> = tests.iter().map(|test| test.expression.as_str()).collect();
            all.join(" && ")
        }
    };
    Guard {
        condition,
        tests,
        otherwise,
    }
}

/// A condition as an expression of C that `&&` can stand around.
fn expression(workload: &Workload, tuned: &Kernels, condition: &Condition) -> String {
    let all = |tests: Vec<String>| match tests.is_empty() {
        true => "true".to_owned(),
        false => tests.join(" && "),
    };
    match condition {
        Condition::Aligned { buffers, bytes } => {
            let aligned = |buffer: &String| format!("{buffer} % {bytes} == 0");
            all(buffers.iter().map(aligned).collect())
        }
        Condition::NotAliased { buffers } => all(apart(workload, buffers, |_| true)),
        // What other streams do meanwhile no test can tell; what the launch itself writes must lie elsewhere.
        Condition::ReadOnly { buffers } => {
            let written = |other: &BufferSpec| other.role != Role::Input;
            all(apart(workload, buffers, written))
        }
        // A host does not see what is in a device's memory: whoever launches has to say so, or does not compile.
        Condition::Rising { buffers } => {
            let named = buffers.iter().map(|buffer| format!("{buffer}_rises"));
            all(named.collect())
        }
        Condition::Blocks { entry, axis, most } => {
            let launches = tuned.launches.iter().filter(|l| l.entry == *entry);
            let grids = launches.filter_map(|launch| launch.grid.get(usize::from(*axis)));
            let mut tests: Vec<String> = grids.map(|grid| format!("{grid} <= {most}")).collect();
            tests.dedup();
            all(tests)
        }
        Condition::Elements { buffer, most } => {
            let described = workload.buffers.iter().find(|known| known.name == *buffer);
            let test = described.map(|known| format!("({}) <= {most}", known.len.text()));
            all(test.into_iter().collect())
        }
        Condition::Multiple { .. }
        | Condition::Least { .. }
        | Condition::Most { .. }
        | Condition::Equal { .. } => condition.to_string(),
    }
}

/// For every launch that gets one of the buffers: that it does not overlap those other buffers of the launch that matter. Each two are tested
/// once; a buffer that a launch gets twice never passes.
fn apart(
    workload: &Workload,
    buffers: &[String],
    matters: impl Fn(&BufferSpec) -> bool,
) -> Vec<String> {
    let described = |name: &str| workload.buffers.iter().find(|known| known.name == name);
    let mut tests: Vec<String> = Vec::new();
    for launch in &workload.launches {
        let args: Vec<&BufferSpec> = launch
            .args
            .iter()
            .filter_map(|arg| match arg {
                ArgSpec::Buffer(name) => described(name),
                ArgSpec::Scalar(..) => None,
            })
            .collect();
        for (at, one) in args.iter().enumerate() {
            for other in &args[at + 1..] {
                let named = |buffer: &BufferSpec| buffers.contains(&buffer.name);
                let asked = named(one) && matters(other) || named(other) && matters(one);
                if !asked {
                    continue;
                }
                let test = match one.name == other.name {
                    true => "false".to_owned(),
                    false => disjoint(one, other),
                };
                if !tests.contains(&test) {
                    tests.push(test);
                }
            }
        }
    }
    tests
}

/// That two buffers do not overlap; in the order of their names, so that two of them give one test.
fn disjoint(one: &BufferSpec, other: &BufferSpec) -> String {
    let (one, other) = match one.name <= other.name {
        true => (one, other),
        false => (other, one),
    };
    let end = |buffer: &BufferSpec| {
        let BufferSpec {
            name, len, scalar, ..
        } = buffer;
        format!("{name} + {} * ({})", scalar.size(), len.text())
    };
    format!(
        "({} <= {} || {} <= {})",
        end(one),
        other.name,
        end(other),
        one.name
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn embedding() -> Workload {
        Workload::load(Path::new("corpus/embedding/sls_f32")).unwrap()
    }

    /// No launches.
    fn none() -> Kernels {
        Kernels {
            loops: Default::default(),
            ptx: "",
            tunables: std::collections::BTreeMap::new(),
            reshapes: std::collections::BTreeMap::new(),
            launches: Vec::new(),
        }
    }

    fn buffers(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.into()).collect()
    }

    #[test]
    fn conditions_are_expressions_of_c() {
        let workload = embedding();
        let shape = "dim".to_owned();
        let aligned = Condition::Aligned {
            buffers: buffers(&["out", "table"]),
            bytes: 16,
        };
        let distinct = Condition::NotAliased {
            buffers: buffers(&["out"]),
        };
        let read_only = Condition::ReadOnly {
            buffers: buffers(&["table"]),
        };
        let table = "(out + 4 * (bags * dim) <= table || table + 4 * (rows * dim) <= out)";
        for (condition, expression) in [
            (Condition::Multiple { shape, of: 4 }, "dim % 4 == 0"),
            (aligned, "out % 16 == 0 && table % 16 == 0"),
            (read_only, table),
        ] {
            assert_eq!(
                super::expression(&workload, &none(), &condition),
                expression
            );
        }
        let distinct = super::expression(&workload, &none(), &distinct);
        assert_eq!(distinct.matches("<= out").count(), 3, "{distinct}");
        assert!(distinct.contains(table), "{distinct}");
    }

    #[test]
    fn a_buffer_that_is_passed_twice_is_never_apart_from_itself() {
        let mut workload = embedding();
        workload.launches[0].args[1] = ArgSpec::Buffer("table".into());
        let condition = Condition::NotAliased {
            buffers: buffers(&["table"]),
        };
        assert!(expression(&workload, &none(), &condition).starts_with("false && "));
    }
}

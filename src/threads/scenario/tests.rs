//! Scenarios on machines: what is recommended there, and what is never set.

use super::*;
use crate::threads::graph::{Heavy, Width};
use crate::threads::space::Value;
use crate::threads::topology::{Cpu, Topology};

/// Sockets of so many cores without hyper-threads.
fn machine(sockets: usize, cores: usize) -> Topology {
    let cpus = (0..sockets * cores).map(|id| Cpu {
        id,
        core: id,
        socket: id / cores,
        node: id / cores,
    });
    Topology {
        model: String::new(),
        cpus: cpus.collect(),
        machine_cpus: sockets * cores,
        quota: None,
    }
}

fn width(average: f64) -> Width {
    Width {
        heavy: Heavy::Products,
        operators: 0,
        layers: Vec::new(),
        average,
    }
}

fn plan(name: &str, topology: &Topology, width: Option<&Width>) -> Plan {
    let mut scenario = Scenario::load(name).unwrap();
    scenario.file.run.model = Some("model.onnx".into());
    scenario.file.run.command = vec!["program".into()];
    scenario.resolve(topology, width).unwrap()
}

fn seed(plan: &Plan, name: &str) -> Option<String> {
    let seed = plan.seeds.iter().find(|seed| seed.name == name)?;
    Some(plan.space.text(&seed.setting))
}

/// The paper's large machine has two sockets of 24 cores; with a graph of width 4 its rule is four pools of twelve threads.
#[test]
fn recommendations_are_those_of_intel_of_tensorflow_and_of_the_paper() {
    let plan = plan("tensorflow", &machine(2, 24), Some(&width(3.6)));
    let expected = [
        (DEFAULT, "inter=default intra=default onednn=default"),
        ("intel", "inter=2 intra=24 onednn=default"),
        ("tensorflow", "inter=2 intra=48 onednn=default"),
        ("rule", "inter=4 intra=12 onednn=default"),
    ];
    for (name, setting) in expected {
        assert_eq!(seed(&plan, name).as_deref(), Some(setting), "{name}");
    }
}

#[test]
fn the_rule_is_clamped_to_the_cores_and_left_out_without_a_graph() {
    let small = machine(1, 2);
    let clamped = plan("tensorflow", &small, Some(&width(10.0)));
    assert_eq!(
        seed(&clamped, "rule").as_deref(),
        Some("inter=2 intra=1 onednn=default")
    );
    let unknown = plan("tensorflow", &small, None);
    assert_eq!(seed(&unknown, "rule"), None);
    assert!(
        unknown
            .notes
            .iter()
            .any(|note| note.contains("rule is left out")),
        "{:?}",
        unknown.notes
    );
}

#[test]
fn no_knob_of_threads_is_ever_set_above_the_cores() {
    for name in ["onnxruntime", "tensorflow", "pytorch", "openmp"] {
        for topology in [machine(1, 1), machine(1, 2), machine(2, 3), machine(2, 24)] {
            let plan = plan(name, &topology, Some(&width(4.0)));
            let bounded: Vec<String> = Scenario::load(name)
                .unwrap()
                .file
                .knob
                .iter()
                .filter(|knob| knob.get_ref().threads)
                .map(|knob| knob.get_ref().name.clone())
                .collect();
            assert!(!bounded.is_empty() && !plan.space.all().is_empty());
            for knob in plan
                .space
                .knobs
                .iter()
                .filter(|knob| bounded.contains(&knob.name))
            {
                let most = topology.cores() as i64;
                assert!(
                    knob.values
                        .iter()
                        .all(|value| !matches!(value, Value::Number(n) if *n > most)),
                    "{knob:?}"
                );
            }
        }
    }
}

#[test]
fn a_recommendation_of_more_threads_than_cores_is_left_out_and_said_so() {
    let text = r#"
        [run]
        framework = "command"
        command = ["program"]
        [[knob]]
        name = "n"
        values = [1, 8]
        threads = true
        env = "N"
        [recommend.bold]
        n = "4 * cores"
    "#;
    let plan = Scenario::parse("s.toml", text)
        .unwrap()
        .resolve(&machine(1, 2), None)
        .unwrap();
    assert_eq!(seed(&plan, "bold"), None);
    assert!(
        plan.notes
            .iter()
            .any(|note| note.contains("n=8 is more threads than the 2 cores")),
        "{:?}",
        plan.notes
    );
    assert!(
        plan.notes
            .iter()
            .any(|note| note.contains("values above 2 are left out")),
        "{:?}",
        plan.notes
    );
}

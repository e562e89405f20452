use super::{MANIFEST, Written, loaded};
use crate::workload::{CaseUse, Tier, Workload};

/// The workload with a second output, and these tolerances in place of its own.
fn two_outputs(tolerances: &str) -> String {
    let (head, tail) = MANIFEST.split_once("[tolerance]").unwrap();
    let (_, cases) = tail.split_once("\n[[case]]").unwrap();
    let head = head
        .replace("role = \"scratch\"", "role = \"output\"")
        .replace(
            "builtin = \"sls\"\nsizes = { dim = \"3\" }",
            "files = { out = \"out.npy\", rest = \"rest.bin\" }",
        );
    let head = head.replace("n * threads", "n");
    format!("{head}{tolerances}\n[[case]]{cases}")
}

const BOTH: &str = "[[tolerance]]\noutput = \"rest\"\nmetric = \"exact\"\n\
    [[tolerance]]\nmetric = \"maxn\"\nstrict = 1e-5\nserving = 1e-3\nrelaxed = 1e-2\n";

fn written(manifest: &str) -> Written {
    let written = Written::new(manifest);
    let numbers: Vec<u8> = (0..12).flat_map(|n| f64::from(n).to_le_bytes()).collect();
    std::fs::write(written.folder.path().join("rest.bin"), numbers).unwrap();
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (6,), }";
    let mut file = b"\x93NUMPY\x01\x00".to_vec();
    file.extend(118u16.to_le_bytes());
    file.extend(format!("{header:117}\n").bytes());
    file.extend([0.5f64; 6].iter().flat_map(|value| value.to_le_bytes()));
    std::fs::write(written.folder.path().join("out.npy"), file).unwrap();
    written
}

#[test]
fn outputs_have_tolerances_of_their_own() {
    let workload = written(&two_outputs(BOTH)).load().unwrap();
    let has = |output: &str| -> Vec<String> {
        let of = workload.tolerances.iter().filter(|it| it.output == output);
        of.map(|it| it.yardstick.to_string()).collect()
    };
    assert_eq!(
        (has("out"), has("rest")),
        (vec!["maxn".into()], vec!["exact".into()])
    );
    assert_eq!(workload.metrics(), "maxn, exact");
    let rest = workload
        .tolerances
        .iter()
        .find(|it| it.output == "rest")
        .unwrap();
    assert_eq!(rest.limit(Tier::Relaxed), 0.0);
}

#[test]
fn files_say_what_outputs_should_be_and_errors_are_counted_each_in_its_own_way() {
    let written = written(&two_outputs(BOTH));
    let workload = written.load().unwrap();
    let case = workload.case("small").unwrap();
    let instance = super::instance(&workload, case);
    let expected = workload.expected(case, &instance).unwrap();
    assert_eq!(expected[0].1, [0.5; 6]);
    assert_eq!(expected[1].1[11], 11.0);
    let mut outputs = expected.clone();
    outputs[0].1[3] = 0.75;
    outputs[1].1[0] = -1.0;
    let errors = workload
        .errors(case, &instance, &expected, &outputs)
        .unwrap();
    assert_eq!(errors, [0.5, 1.0 / 12.0]);
    assert_eq!(workload.worst_error(&errors, Tier::Strict), f64::INFINITY);
    assert_eq!(workload.worst_error(&[1e-6, 0.0], Tier::Strict), 1e-6);
    let missing = workload
        .errors(case, &instance, &expected, &outputs[..1])
        .unwrap();
    assert_eq!(missing, [0.5, f64::INFINITY]);
    // The other case has another number of elements in `rest`.
    let other = workload.cases_for(CaseUse::HeldOut).next().unwrap();
    let instance = super::instance(&workload, other);
    let error = workload.expected(other, &instance).unwrap_err().to_string();
    assert!(error.contains("reference.files: case `other`"), "{error}");
    assert!(error.contains("8 elements of f64 are 64"), "{error}");
}

#[test]
fn data_in_files_belongs_to_what_a_workload_is() {
    let written = written(&two_outputs(BOTH));
    let before = written.load().unwrap().fingerprint();
    std::fs::write(written.folder.path().join("rest.bin"), [0; 96]).unwrap();
    assert_ne!(written.load().unwrap().fingerprint(), before);
    std::fs::remove_file(written.folder.path().join("rest.bin")).unwrap();
    let error = written.load().unwrap_err().to_string();
    assert!(error.contains("cannot read the data in"), "{error}");
}

#[test]
fn an_input_is_read_from_a_file_and_a_case_may_have_its_own() {
    let text = MANIFEST
        .replace(
            "{ uniform = { lo = 0, hi = \"n\" } }",
            "{ file = \"index.bin\" }",
        )
        .replace(
            "fill = { table = { constant = -2.0 } }",
            "fill = { index = { file = \"two.bin\" } }",
        );
    let written = Written::new(&text);
    let words = |count: i32| -> Vec<u8> { (0..count).flat_map(i32::to_le_bytes).collect() };
    std::fs::write(written.folder.path().join("index.bin"), words(6)).unwrap();
    std::fs::write(written.folder.path().join("two.bin"), words(2)).unwrap();
    let workload = written.load().unwrap();
    for (case, len) in [("small", 6), ("other", 2)] {
        let instance = super::instance(&workload, workload.case(case).unwrap());
        let index = super::values(&instance, "index");
        assert_eq!(index, (0..len).map(f64::from).collect::<Vec<_>>());
    }
    std::fs::write(written.folder.path().join("two.bin"), words(3)).unwrap();
    let case = workload.case("other").unwrap();
    let error = workload
        .instance(case, &workload.default_setup())
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("12 bytes of data; 2 elements of i32 are 8"),
        "{error}"
    );
}

#[test]
fn a_file_of_another_type_is_refused_with_its_name_and_that_of_the_key() {
    let text = MANIFEST
        .replace(
            "type = \"f32\", len = \"n * 3\"",
            "type = \"bf16\", len = 6",
        )
        .replace(
            "fill = { normal = { std = 1.0 } }",
            "fill = { file = \"out.npy\" }",
        );
    let written = written(&text);
    let workload = written.load().unwrap();
    let made = workload.instance(&workload.cases[0], &workload.default_setup());
    let error = made.unwrap_err().to_string();
    for part in [
        "buffers.table.fill",
        "out.npy: holds <f8; the buffer is bf16, for which NumPy has no type: save its bits as <u2 or V2",
    ] {
        assert!(error.contains(part), "{error}");
    }
}

fn floor(of: &str) -> Workload {
    loaded(&MANIFEST.replace("[reference]", &format!("[floor]\n{of}\n[reference]")))
}

#[test]
fn a_floor_is_worked_out_for_each_case() {
    let workload = floor("bytes = \"8 * n\"\noperations = \"24 * n\"");
    let work = workload
        .work(workload.case("small").unwrap())
        .unwrap()
        .unwrap();
    assert_eq!(
        (work.bytes, work.operations, work.intensity()),
        (96, 288, 3.0)
    );
    let workload = floor("bytes = 4");
    let work = workload.work(&workload.cases[0]).unwrap().unwrap();
    assert_eq!((work.bytes, work.operations), (4, 0));
    assert_eq!(loaded(MANIFEST).work(&workload.cases[0]).unwrap(), None);
}

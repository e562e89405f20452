//! The expert of a manifest.

use super::{MANIFEST, Written};
use crate::workload::{Error, Workload};

/// An expert of [`MANIFEST`]'s workload, at its end: `[expert]` is in line 55.
const EXPERT: &str = r#"
[expert]
ir = "kernel.ll"
source = "expert.cu"
tunables = { threads = 64 }

[[expert.launch]]
entry = "copy"
grid = ["ceil_div(n, 4 * threads)"]
block = ["threads", 2]
shared = "m"
"#;

fn load(expert: &str) -> Result<Workload, Error> {
    Written::new(&format!("{MANIFEST}{expert}")).load()
}

#[test]
fn an_expert_has_the_kernels_arguments_and_its_own_launch() {
    let workload = load(EXPERT).unwrap();
    let expert = workload.by_expert().unwrap();
    let case = &workload.cases[0];
    let plan = |workload: &Workload| {
        let setup = workload.default_setup();
        workload.plan(case, &setup).unwrap().launches.remove(0)
    };
    let (kernels, experts) = (plan(&workload), plan(&expert));
    assert_eq!((kernels.grid, kernels.block), ([1, 2, 1], [32, 1, 1]));
    assert_eq!((experts.grid, experts.block), ([1, 1, 1], [64, 2, 1]));
    assert_eq!((kernels.shared, experts.shared), (4 * 32, 6));
    assert_eq!(kernels.args, experts.args);
    assert!(expert.source.is_some_and(|at| at.ends_with("expert.cu")));
}

#[test]
fn a_workload_without_an_expert_has_none() {
    assert!(load("").unwrap().by_expert().is_none());
}

#[test]
fn results_of_the_kernel_and_of_the_expert_are_told_apart() {
    let folder = Written::new(&format!(
        "{MANIFEST}{}",
        EXPERT.replace("kernel.ll", "expert.ll")
    ));
    std::fs::write(folder.folder.path().join("expert.ll"), "; by hand").unwrap();
    let workload = folder.load().unwrap();
    let expert = workload.by_expert().unwrap();
    assert!(expert.ir.ends_with("expert.ll"));
    assert_ne!(workload.fingerprint(), expert.fingerprint());
}

#[test]
fn each_mistake_in_an_expert_is_one_error_with_its_line_and_what_would_be_right() {
    #[rustfmt::skip]
    let wrong = [
        ("ir = \"kernel.ll\"\n", "", 55, "expert: missing key `ir`"),
        ("source", "sources", 57, "expert.sources: unknown key `sources`, expected one of `ir`, `source`, `tunables`, `launch`; did you mean `source`?"),
        ("threads = 64", "thread = 64", 58, "expert.tunables.thread: tunable `thread` is unknown; known: `threads`; did you mean `threads`?"),
        ("threads = 64", "threads = 128", 58, "expert.tunables.threads: 128 is not among its values [32, 64]"),
        ("\"copy\"", "\"copies\"", 61, "expert.launch 1.entry: is `copies`; launch 1 of the kernel is `copy`"),
        ("[[expert.launch]]", "[[expert.launch]]\nentry = \"copy\"\ngrid = [1]\nblock = [1]\n[[expert.launch]]", 55, "expert: has 2 of [[expert.launch]]; the kernel's launches are 1"),
        ("shared = \"m\"", "args = [\"table\"]", 64, "unknown key `args`, expected one of `entry`, `grid`, `block`, `shared`"),
        ("4 * threads", "4 * thread", 62, "expert.launch 1.grid[0]: `ceil_div(n, 4 * thread)` names `thread`, which is unknown here"),
        ("\"threads\", 2", "\"threads\", \"m - 2\"", 63, "case `other`: block.y of `copy` is 0"),
    ];
    for (from, to, line, message) in wrong {
        assert_eq!(EXPERT.matches(from).count(), 1, "{from}");
        let error = load(&EXPERT.replace(from, to)).unwrap_err();
        let text = error.to_string();
        assert_eq!(error.place().map(|place| place.line), Some(line), "{text}");
        assert!(text.contains(message), "{text}\nwants {message}");
    }
    let error = load(&EXPERT.replace("kernel.ll", "other.ll")).unwrap_err();
    assert!(error.to_string().contains("`expert.ir` names"), "{error}");
}

use super::{MANIFEST, Written};
use crate::workload::{Arg, Error, Exit, Instance, Scalar, Workload};

/// A workload whose one launch is in a loop, between two that are not.
fn manifest(of_loop: &str) -> String {
    let (head, tail) = MANIFEST.split_once("[[launch]]").unwrap();
    let (launch, rest) = tail.split_once("\n\n[reference]").unwrap();
    let launch = format!("[[launch]]{launch}\n");
    let inside = launch
        .replace("entry", "loop = \"again\"\nentry")
        .replace("\"u8 m + 1\"", "\"u8 m + 1\", \"i32 2 * pass\"")
        .replace("ceil_div(n, threads)", "pass + 1");
    format!("{head}[loops]\nagain = {{ {of_loop} }}\n{launch}{inside}{launch}\n[reference]{rest}")
}

fn load(of_loop: &str) -> Result<Workload, Error> {
    Written::new(&manifest(of_loop)).load()
}

fn plan(of_loop: &str) -> Instance {
    let workload = load(of_loop).unwrap();
    let case = workload.case("small").unwrap();
    workload.plan(case, &workload.default_setup()).unwrap()
}

#[test]
fn a_loop_is_its_launches_pass_by_pass() {
    let plan = plan("times = \"n / 4\", counter = \"pass\"");
    let numbers: Vec<usize> = plan.launches.iter().map(|launch| launch.number).collect();
    assert_eq!(numbers, [0, 1, 1, 1, 2]);
    for (pass, launch) in plan.launches[1..4].iter().enumerate() {
        assert_eq!(launch.grid[0], pass as u32 + 1);
        let counted = Arg::Scalar(Scalar::I32, 2 * pass as u64);
        assert_eq!(launch.args.last(), Some(&counted));
        assert_eq!((launch.clear, launch.exit), (None, None));
        assert!(launch.swap.is_empty());
    }
}

#[test]
fn every_pass_ends_with_an_exchange_and_a_look_at_the_flag() {
    let text = manifest(
        "times = 2, counter = \"pass\", swap = [[\"out\", \"next\"]], while = \"flag\"",
    )
    .replace(
        "rest = {",
        "next = { type = \"f32\", len = 6, role = \"scratch\" }\nflag = { type = \"i32\", len = 1, role = \"scratch\" }\nrest = {",
    );
    let workload = Written::new(&text).load().unwrap();
    let plan = workload
        .plan(&workload.cases[0], &workload.default_setup())
        .unwrap();
    let [out, next, flag] = ["out", "next", "flag"].map(|name| plan.index(name).unwrap());
    let exit = Some(Exit {
        buffer: flag,
        to: 3,
    });
    for launch in &plan.launches[1..3] {
        assert_eq!(launch.clear, Some(flag));
        assert_eq!(launch.swap, [[out, next]]);
        assert_eq!(launch.exit, exit);
    }
    assert_eq!(
        (plan.launches[3].clear, plan.launches[3].exit),
        (None, None)
    );
}

#[test]
fn a_loop_may_have_no_pass() {
    assert_eq!(
        plan("times = \"max(m - 6, 0)\", counter = \"pass\"")
            .launches
            .len(),
        2
    );
}

#[test]
fn what_a_loop_gets_wrong_is_said_with_its_line() {
    for (of_loop, message) in [
        ("counter = \"pass\"", "missing key `times`"),
        ("times = 2, counter = \"n\"", "is a shape or a tunable, too"),
        ("times = 2, counter = \"2n\"", "a name has letters"),
        ("times = 2", "names `pass`, which is unknown here"),
        (
            "times = \"0 - 1\", counter = \"pass\"",
            "the number of passes is -1; it must be from 0 to 65536",
        ),
        (
            "times = 65537, counter = \"pass\"",
            "the number of passes is 65537",
        ),
        (
            "times = 2, counter = \"pass\", swap = [[\"table\", \"rest\"]]",
            "`table` is an input",
        ),
        (
            "times = 2, counter = \"pass\", swap = [[\"out\", \"rest\"]]",
            "what is exchanged has one size and type",
        ),
        (
            "times = 2, counter = \"pass\", swap = [[\"out\", \"out\"]]",
            "`out` is exchanged twice",
        ),
        (
            "times = 2, counter = \"pass\", swap = [[\"out\"]]",
            "exchanges pairs",
        ),
        (
            "times = 2, counter = \"pass\", while = \"rest\"",
            "a flag is an integer",
        ),
        (
            "times = 2, counter = \"pass\", until = \"rest\"",
            "unknown key `until`, expected one of `times`, `counter`, `swap`, `while`",
        ),
    ] {
        let error = load(of_loop).unwrap_err();
        let text = error.to_string();
        assert!(text.contains(message), "{of_loop}: {text}");
        assert!(error.place().is_some_and(|place| place.line > 20), "{text}");
    }
    // What stands between launches of a loop is in it.
    let parted =
        manifest("times = 2, counter = \"pass\"").replacen("entry", "loop = \"again\"\nentry", 1);
    let parted = parted
        + "\n[[launch]]\nloop = \"again\"\nentry = \"copy\"\ngrid = [1]\nblock = [1]\nargs = []\n";
    let error = Written::new(&parted).load().unwrap_err().to_string();
    assert!(error.contains("must follow each other"), "{error}");
}

//! The committed IR of the corpus is what its script makes, and LLVM turns it into self-contained PTX.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The first of the names that can be started, or `None` with the reason printed.
fn tool(names: &[&'static str]) -> Option<&'static str> {
    let starts = |name: &&&str| Command::new(name).arg("--version").output().is_ok();
    let found = names.iter().find(starts).copied();
    if found.is_none() {
        println!("skipped: none of {names:?} is installed");
    }
    found
}

fn folders() -> Vec<PathBuf> {
    let subfolders = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect()
    };
    let mut folders: Vec<PathBuf> = subfolders(&corpus())
        .iter()
        .flat_map(|family| subfolders(family))
        .filter(|folder| folder.join("kernel.cu").is_file())
        .collect();
    folders.sort();
    assert!(folders.len() >= 3, "{folders:?}");
    folders
}

/// Each module of the corpus with its folder: the kernels, and the experts of those that have one.
fn modules() -> Vec<(PathBuf, PathBuf)> {
    let of = |folder: PathBuf| {
        ["kernel.ll", "expert.ll"].map(|name| (folder.clone(), folder.join(name)))
    };
    let modules = folders().into_iter().flat_map(of);
    modules.filter(|(_, module)| module.is_file()).collect()
}

fn succeeds(output: Output) -> Vec<u8> {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

#[test]
fn the_committed_ir_is_what_the_script_makes() {
    let tools = [
        tool(&["clang-22", "/usr/lib/llvm-22/bin/clang"]),
        tool(&["opt-22", "/usr/lib/llvm-22/bin/opt"]),
    ];
    if tools.contains(&None) {
        return;
    }
    succeeds(
        Command::new(corpus().join("compile.sh"))
            .arg("--check")
            .output()
            .unwrap(),
    );
}

#[test]
fn the_committed_ir_names_no_path_and_no_compiler() {
    for (_, module) in modules() {
        let text = std::fs::read_to_string(&module).unwrap();
        for word in ["/", "clang", "ModuleID", "llvm.ident"] {
            assert!(!text.contains(word), "{}: {word}", module.display());
        }
    }
}

#[test]
fn optimised_ptx_calls_nothing_and_has_every_entry_of_the_workload() {
    let tools = [
        tool(&["opt-22", "/usr/lib/llvm-22/bin/opt"]),
        tool(&["llc-22", "/usr/lib/llvm-22/bin/llc"]),
    ];
    let [Some(opt), Some(llc)] = tools else {
        return;
    };
    for (folder, module) in modules() {
        let scratch = tempfile::tempdir().unwrap();
        let optimised = scratch.path().join("optimised.bc");
        succeeds(
            Command::new(opt)
                .arg("-O3")
                .arg(&module)
                .arg("-o")
                .arg(&optimised)
                .output()
                .unwrap(),
        );
        let ptx = Command::new(llc)
            .args(["-mcpu=sm_90", "-mattr=+ptx80", "-o", "-"])
            .arg(&optimised)
            .output()
            .unwrap();
        let ptx = String::from_utf8(succeeds(ptx)).unwrap();
        let workload = warpsmith::workload::Workload::load(&folder).unwrap();
        for launch in &workload.launches {
            let entry = format!(".visible .entry {}(", launch.entry);
            assert!(ptx.contains(&entry), "{}: {entry}", module.display());
        }
        // Calls and declarations of functions begin so; `.extern .shared` is memory that a launch sizes.
        for word in ["call", ".extern .func"] {
            let line = ptx.lines().find(|line| line.trim_start().starts_with(word));
            assert_eq!(line, None, "{}", module.display());
        }
    }
}

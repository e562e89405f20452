//! What the tests of the program share: running it, and reading what it left.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The program, in the root of the repository.
#[allow(dead_code, reason = "not every test runs it")]
pub fn warpsmith(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warpsmith"));
    command.current_dir(root()).args(arguments);
    command
}

/// Runs the program to its end.
#[allow(dead_code, reason = "not every test runs it so")]
pub fn run(arguments: &[&str]) -> Output {
    warpsmith(arguments).output().expect("the program starts")
}

/// Standard output as JSON.
#[allow(dead_code, reason = "not every test reads JSON")]
pub fn json(output: &Output) -> serde_json::Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&text).unwrap_or_else(|e| {
        let errors = String::from_utf8_lossy(&output.stderr);
        panic!("{e}: {text}\n{errors}")
    })
}

/// Every verdict of a run as text, without what may differ between equal runs; ordered.
#[allow(dead_code, reason = "not every test reads an archive")]
pub fn verdicts(run: &Path) -> Vec<String> {
    let archive = rusqlite::Connection::open(run.join("archive.sqlite")).unwrap();
    let query = "SELECT scope, genome, generation, verdict FROM verdicts ORDER BY scope, genome";
    let mut statement = archive.prepare(query).unwrap();
    let rows = statement.query_map([], |row| {
        let columns: (String, String, i64, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(format!("{columns:?}"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// How many processes are `ours`, by the number of their parent and their arguments.
#[allow(dead_code, reason = "not every test leaves processes behind")]
pub fn processes(ours: impl Fn(&str, &[&str]) -> bool) -> usize {
    let counts = |entry: std::io::Result<std::fs::DirEntry>| {
        let folder = entry.ok()?.path();
        let status = std::fs::read_to_string(folder.join("status")).ok()?;
        let command = std::fs::read_to_string(folder.join("cmdline")).ok()?;
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"))?;
        let arguments: Vec<&str> = command.split('\0').collect();
        ours(parent.trim(), &arguments).then_some(())
    };
    let all = std::fs::read_dir("/proc").unwrap();
    all.filter_map(counts).count()
}

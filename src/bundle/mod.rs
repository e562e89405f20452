//! What is exported: the tuned kernel, how to launch it, what it was checked for, and how to load it.
//!
//! A bundle appears whole or not at all: it is written beside its place and moved there when it is complete. Should the machine go down
//! between the two moves, the earlier bundle is found in `bundle.old`.

mod certificate;
mod launch;
mod readme;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::judge::{Artifacts, Subject};
use crate::search::{Baseline, Champion, Found, RunSettings};
use crate::target::Ptxas;

/// The folder in a run's directory.
pub const FOLDER: &str = "bundle";

/// What a bundle is made of.
pub struct Contents<'a> {
    /// The workload with its kernel.
    pub subject: &'a Subject,
    /// The run that found the champion.
    pub settings: &'a RunSettings,
    /// The policy's name, as the user gave it.
    pub policy: &'a str,
    /// The unedited kernel.
    pub baseline: &'a Baseline,
    /// What is exported.
    pub champion: &'a Champion,
    /// The search that found it.
    pub found: &'a Found,
    /// What the champion compiles to.
    pub artifacts: &'a Artifacts,
    /// The assembler, where there is one.
    pub ptxas: Option<Ptxas>,
}

/// A bundle on disk.
#[derive(Debug, Clone)]
pub struct Exported {
    /// Its folder.
    pub path: PathBuf,
    /// Whether the assembler takes its PTX; `None` where there is no assembler.
    pub assembled: Option<bool>,
}

/// Why a bundle could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the bundle could not be written to {path}: {message}")]
pub struct Error {
    path: PathBuf,
    message: String,
}

/// Writes the bundle of a run, in place of an earlier one.
///
/// # Errors
/// When the disk does not take it; an earlier bundle is then still there.
pub fn export(contents: &Contents<'_>) -> Result<Exported, Error> {
    let directory = &contents.settings.directory;
    let fail = |e: &dyn std::fmt::Display| Error {
        path: directory.join(FOLDER),
        message: e.to_string(),
    };
    let draft = tempfile::Builder::new()
        .prefix(".bundle-")
        .tempdir_in(directory)
        .map_err(|e| fail(&e))?;
    let certificate = certificate::make(contents);
    let launch = launch::make(contents);
    let files: [(&str, String); 6] = [
        ("tuned.ll", contents.artifacts.ir.clone()),
        ("tuned.ptx", contents.artifacts.ptx.clone()),
        ("genome.edits", contents.champion.genome.to_string()),
        ("launch.json", json(&launch).map_err(|e| fail(&e))?),
        (
            "certificate.json",
            json(&certificate).map_err(|e| fail(&e))?,
        ),
        ("README.md", readme::make(contents, &launch)),
    ];
    for (name, text) in files {
        std::fs::write(draft.path().join(name), text).map_err(|e| fail(&e))?;
    }
    let path = directory.join(FOLDER);
    put_in_place(draft, &path).map_err(|e| fail(&e))?;
    Ok(Exported {
        path,
        assembled: certificate.assembled(),
    })
}

/// Moves a finished folder to its place; what was there is removed once it is out of the way.
fn put_in_place(draft: tempfile::TempDir, path: &Path) -> std::io::Result<()> {
    let old = path.with_extension("old");
    if old.exists() {
        std::fs::remove_dir_all(&old)?;
    }
    if path.exists() {
        std::fs::rename(path, &old)?;
    }
    let draft = draft.keep();
    // A temporary folder is its maker's alone; a bundle is for everybody who may read the run.
    let parent = path.parent().unwrap_or(Path::new("."));
    std::fs::set_permissions(&draft, std::fs::metadata(parent)?.permissions())?;
    if let Err(error) = std::fs::rename(&draft, path) {
        if old.exists() {
            std::fs::rename(&old, path)?;
        }
        return Err(error);
    }
    if old.exists() {
        std::fs::remove_dir_all(&old)?;
    }
    Ok(())
}

fn json(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}

//! What is exported: the tuned kernel, how to launch it, what it was checked for, and how to load it.
//!
//! A bundle appears whole or not at all: it is written beside its place and moved there when it is complete. Should the machine go down
//! between the two moves, the earlier bundle is found in `bundle.old`.

mod certificate;
mod guard;
mod launch;
mod load;
mod readme;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::judge::device::Opened;
use crate::judge::{Artifacts, Subject};
use crate::search::{Baseline, Certified, Champion, Confirmed, MOST_EDITS, RunSettings};
use crate::target::Ptxas;

pub use load::{LoadError, load, load_ptx};

/// The folder in a run's directory.
pub const FOLDER: &str = "bundle";
/// The files of a bundle that are read again.
const TUNED: &str = "tuned.ptx";
const ORIGINAL: &str = "original.ptx";
const LAUNCH: &str = "launch.json";
const CERTIFICATE: &str = "certificate.json";

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
    /// What each of its edits does.
    pub certified: &'a Certified,
    /// Genomes that the search judged before it chose.
    pub evaluations: usize,
    /// What the champion compiles to.
    pub artifacts: &'a Artifacts,
    /// What the unedited kernel compiles to, where a guard chooses between the two: [`needs_guard`] says when there must be one.
    pub original: Option<&'a Artifacts>,
    /// The assembler, where there is one.
    pub ptxas: Option<Ptxas>,
    /// The device that measured, if one did.
    pub device: Option<&'a Opened>,
    /// What new processes measured of it.
    pub confirmed: Option<&'a Confirmed>,
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
pub enum Error {
    /// The disk does not take it.
    #[error("the bundle could not be written to {path}: {message}")]
    Disk {
        /// Where it should be.
        path: PathBuf,
        /// What the system says.
        message: String,
    },
    /// There is something else in its place.
    #[error("{0} is there and holds no bundle; choose a new folder, or an empty one")]
    Occupied(PathBuf),
    /// The variant is not what may be exported: a fault of ours, since nothing else is chosen.
    #[error("the variant cannot be exported: {0}")]
    Unfit(String),
}

/// Whether a variant relies on what the workload does not promise, so that it must not be launched without a test.
pub fn needs_guard(subject: &Subject, artifacts: &Artifacts) -> bool {
    let mut contract = artifacts.contract.iter();
    contract.any(|condition| !subject.workload.promises(condition))
}

/// Writes a bundle to the folder `path`, in place of an earlier one.
///
/// # Errors
/// When the disk does not take it; an earlier bundle is then still there. When something else is there. When the variant is not proven.
pub fn export(contents: &Contents<'_>, path: &Path) -> Result<Exported, Error> {
    proven(contents).map_err(Error::Unfit)?;
    let fail = |e: &dyn std::fmt::Display| Error::Disk {
        path: path.to_path_buf(),
        message: e.to_string(),
    };
    let path = std::path::absolute(path).map_err(|e| fail(&e))?;
    for occupied in [&path, &old(&path)] {
        if !replaceable(occupied) {
            return Err(Error::Occupied(occupied.clone()));
        }
    }
    let directory = path.parent().unwrap_or(Path::new("/"));
    std::fs::create_dir_all(directory).map_err(|e| fail(&e))?;
    let draft = tempfile::Builder::new()
        .prefix(".bundle-")
        .tempdir_in(directory)
        .map_err(|e| fail(&e))?;
    let certificate = certificate::make(contents);
    let launch = launch::make(contents);
    let mut files: Vec<(&str, String)> = vec![
        ("tuned.ll", contents.artifacts.ir.clone()),
        (TUNED, contents.artifacts.ptx.clone()),
        ("genome.edits", contents.champion.genome.to_string()),
        (LAUNCH, json(&launch).map_err(|e| fail(&e))?),
        (CERTIFICATE, json(&certificate).map_err(|e| fail(&e))?),
        ("README.md", readme::make(contents, &launch)),
    ];
    if let Some(original) = contents.original {
        files.push((ORIGINAL, original.ptx.clone()));
    }
    for (name, text) in files {
        std::fs::write(draft.path().join(name), text).map_err(|e| fail(&e))?;
    }
    put_in_place(draft, &path).map_err(|e| fail(&e))?;
    Ok(Exported {
        path,
        assembled: certificate.assembled(),
    })
}

/// Whether all that is promised of an exported variant holds of this one.
fn proven(contents: &Contents<'_>) -> Result<(), String> {
    let Contents {
        champion,
        certified,
        artifacts,
        ..
    } = contents;
    let edits = champion.genome.edits().len();
    for (verdict, cases) in [
        (&champion.search, "search"),
        (&champion.held_out, "held-out"),
    ] {
        if !verdict.is_correct() {
            return Err(format!("it is not right on the {cases} cases"));
        }
        if verdict.key.as_ref() != Some(&artifacts.key) {
            return Err(format!(
                "what it compiles to now is not what was judged on the {cases} cases"
            ));
        }
    }
    if edits > MOST_EDITS {
        return Err(format!("it has {edits} edits, more than {MOST_EDITS}"));
    }
    let reported = certified.edits.iter().map(|report| &report.edit);
    if !reported.eq(champion.genome.iter()) {
        return Err("not every edit is classified".into());
    }
    if needs_guard(contents.subject, artifacts) && contents.original.is_none() {
        return Err("it relies on what the workload does not promise, and has no guard".into());
    }
    Ok(())
}

/// Whether a bundle may be put there: nothing is lost by it but an earlier bundle.
fn replaceable(path: &Path) -> bool {
    let empty = || std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
    !path.exists() || path.join(CERTIFICATE).is_file() || empty()
}

/// Moves a finished folder to its place; what was there is removed once it is out of the way.
fn put_in_place(draft: tempfile::TempDir, path: &Path) -> std::io::Result<()> {
    let old = old(path);
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

/// Where an earlier bundle is while a new one is moved to its place.
fn old(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".old");
    PathBuf::from(name)
}

fn json(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}

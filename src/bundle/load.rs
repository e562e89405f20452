//! Reading a bundle again, to judge what was exported rather than what would be exported now.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{CERTIFICATE, LAUNCH};
use crate::judge::Finished;
use crate::workload::{Condition, Reshape, Setup, Symbols};

/// Why a bundle cannot be judged.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file cannot be read, or is not what it should be.
    #[error("{path}: {message}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// The files are not those that the certificate is about.
    #[error(
        "{path} is not the bundle that its {CERTIFICATE} is about: the kernel, its launches or its contract were changed since"
    )]
    Changed {
        /// The bundle.
        path: PathBuf,
    },
}

/// What is read of `launch.json`; the rest of it is for whoever launches the kernel.
#[derive(Deserialize)]
struct LaunchFile {
    ptx: String,
    #[serde(default)]
    tunables: Symbols,
    #[serde(default)]
    reshapes: BTreeMap<String, Reshape>,
    #[serde(default)]
    contract: Vec<StatedCondition>,
}

#[derive(Deserialize)]
struct StatedCondition {
    condition: Condition,
}

#[derive(Deserialize)]
struct CertificateFile {
    artefact_blake3: String,
}

/// The kernel of the bundle in `folder`, which must be what its certificate is about.
///
/// # Errors
/// When a file is missing, is broken, or was changed.
pub fn load(folder: &Path) -> Result<Finished, LoadError> {
    let launch: LaunchFile = read(&folder.join(LAUNCH))?;
    let finished = finished(&folder.join(&launch.ptx), &folder.join(LAUNCH), launch)?;
    let certificate: CertificateFile = read(&folder.join(CERTIFICATE))?;
    match certificate.artefact_blake3 == finished.hash() {
        true => Ok(finished),
        false => Err(LoadError::Changed {
            path: folder.to_path_buf(),
        }),
    }
}

/// A kernel from a PTX file, with the `launch.json` that is beside it, if one is: its launches and its contract.
///
/// # Errors
/// When a file cannot be read or is broken.
pub fn load_ptx(ptx: &Path) -> Result<Finished, LoadError> {
    let beside = ptx.with_file_name(LAUNCH);
    let launch = match beside.is_file() {
        true => read(&beside)?,
        false => LaunchFile {
            ptx: String::new(),
            tunables: Symbols::new(),
            reshapes: BTreeMap::new(),
            contract: Vec::new(),
        },
    };
    finished(ptx, &beside, launch)
}

fn finished(ptx: &Path, origin: &Path, launch: LaunchFile) -> Result<Finished, LoadError> {
    let contract: Vec<Condition> = launch
        .contract
        .into_iter()
        .map(|stated| stated.condition)
        .collect();
    if let Some(condition) = contract
        .iter()
        .find(|condition| !means_something(condition))
    {
        return Err(wrong(origin, &format!("no condition: `{condition}`")));
    }
    Ok(Finished {
        ptx: text(ptx)?,
        setup: Setup {
            tunables: launch.tunables,
            reshapes: launch.reshapes,
        },
        contract,
    })
}

/// Whether it can be tested at all.
fn means_something(condition: &Condition) -> bool {
    match condition {
        Condition::Multiple { of, .. } => *of > 0,
        Condition::Aligned { bytes, .. } => bytes.is_power_of_two(),
        _ => true,
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, LoadError> {
    serde_json::from_str(&text(path)?).map_err(|e| wrong(path, &e))
}

fn text(path: &Path) -> Result<String, LoadError> {
    std::fs::read_to_string(path).map_err(|e| wrong(path, &e))
}

fn wrong(path: &Path, message: &dyn std::fmt::Display) -> LoadError {
    LoadError::File {
        path: path.to_path_buf(),
        message: message.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_that_nothing_can_be_tested_by_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let ptx = folder.path().join("kernel.ptx");
        std::fs::write(&ptx, "").unwrap();
        for (condition, fine) in [
            (r#"{"multiple": {"shape": "n", "of": 4}}"#, true),
            (r#"{"multiple": {"shape": "n", "of": 0}}"#, false),
            (r#"{"aligned": {"buffers": ["a"], "bytes": 0}}"#, false),
        ] {
            let text =
                format!(r#"{{"ptx": "kernel.ptx", "contract": [{{"condition": {condition}}}]}}"#);
            std::fs::write(folder.path().join(LAUNCH), text).unwrap();
            assert_eq!(load_ptx(&ptx).is_ok(), fine, "{condition}");
        }
    }

    #[test]
    fn a_ptx_file_alone_is_launched_as_the_manifest_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let ptx = folder.path().join("kernel.ptx");
        std::fs::write(&ptx, "text").unwrap();
        let finished = load_ptx(&ptx).unwrap();
        assert_eq!(
            (finished.ptx.as_str(), finished.setup),
            ("text", Setup::default())
        );
    }
}

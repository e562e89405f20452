//! The models that the tuner is tried on, made by a script that the program carries.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SCRIPT: &str = include_str!("make_models.py");

/// Why there are no models.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The script cannot be written, or Python cannot be started.
    #[error("{what}: {source}")]
    Start {
        /// What was tried.
        what: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The script says why.
    #[error("{0}")]
    Script(String),
}

/// Makes models in `folder`: those named, or all. Returns their files. `python` needs the packages `onnx` and `numpy`.
///
/// # Errors
/// When Python or the packages are missing, a name is unknown, or the folder cannot be written.
pub fn make(python: &str, folder: &Path, names: &[String]) -> Result<Vec<PathBuf>, Error> {
    let start = |what: &str| {
        let what = what.to_owned();
        move |source| Error::Start { what, source }
    };
    let place = tempfile::tempdir().map_err(start("a folder for the script"))?;
    let script = place.path().join("make_models.py");
    std::fs::write(&script, SCRIPT).map_err(start("the script"))?;
    let output = Command::new(python)
        .arg(&script)
        .arg(folder)
        .args(names)
        .stdin(Stdio::null())
        .output()
        .map_err(start(python))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        let last = said
            .trim()
            .lines()
            .last()
            .unwrap_or("it said nothing")
            .to_owned();
        return Err(Error::Script(match last.contains("ModuleNotFoundError") {
            true => format!(
                "{python}: {last}; the models need the packages `onnx` and `numpy` (pip install onnx numpy)"
            ),
            false => last,
        }));
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(PathBuf::from)
        .collect())
}

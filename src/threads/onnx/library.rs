//! Where ONNX Runtime's library is.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// It is nowhere.
#[derive(Debug, thiserror::Error)]
#[error(
    "ONNX Runtime was not found. Install the Python package `onnxruntime` and say which Python has it (--python PATH), or set WARPSMITH_ONNXRUNTIME \
     to the path of libonnxruntime.so; everything but ONNX Runtime works without it. Looked for: {looked}"
)]
pub struct Missing {
    looked: String,
}

/// Prints the folder of the package without importing it, which would start its threads.
const WHERE: &str = "import importlib.util as u; s = u.find_spec('onnxruntime'); print(s.submodule_search_locations[0] if s else '')";

/// Looks for the library: `WARPSMITH_ONNXRUNTIME`, `ORT_DYLIB_PATH`, the package of `python`, the system's folders.
///
/// # Errors
/// [`Missing`] with where it was looked for.
pub fn find(python: &str) -> Result<PathBuf, Missing> {
    let mut looked = Vec::new();
    for variable in ["WARPSMITH_ONNXRUNTIME", "ORT_DYLIB_PATH"] {
        // Whoever names a file means that one.
        if let Some(path) = std::env::var_os(variable).map(PathBuf::from) {
            return match path.is_file() {
                true => Ok(path),
                false => Err(Missing {
                    looked: format!("{} ({variable})", path.display()),
                }),
            };
        }
    }
    looked.push(format!("the package onnxruntime of {python}"));
    if let Some(path) = packaged(python) {
        return Ok(path);
    }
    for folder in [
        "/usr/local/lib",
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib",
        "/usr/lib64",
    ] {
        looked.push(folder.to_owned());
        if let Some(path) = library_in(Path::new(folder)) {
            return Ok(path);
        }
    }
    Err(Missing {
        looked: looked.join(", "),
    })
}

fn packaged(python: &str) -> Option<PathBuf> {
    let output = Command::new(python)
        .args(["-c", WHERE])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if folder.is_empty() {
        return None;
    }
    library_in(&Path::new(&folder).join("capi"))
}

/// `libonnxruntime.so`, or the newest `libonnxruntime.so.VERSION`.
fn library_in(folder: &Path) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    let is_library = |path: &PathBuf| {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        name == "libonnxruntime.so"
            || name.starts_with("libonnxruntime.so.")
            || name == "libonnxruntime.dylib"
    };
    entries.filter(is_library).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_library_of_a_folder_is_taken_and_providers_are_not() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(library_in(folder.path()), None);
        for name in [
            "libonnxruntime_providers_shared.so",
            "libonnxruntime.so.1.31.0",
            "libonnxruntime.so.1.32.0",
        ] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(
            library_in(folder.path()),
            Some(folder.path().join("libonnxruntime.so.1.32.0"))
        );
    }

    #[test]
    fn where_it_is_not_the_message_says_what_would_help() {
        assert_eq!(packaged("/nowhere/python"), None);
        let message = Missing {
            looked: "the package onnxruntime of python3".into(),
        }
        .to_string();
        assert!(message.contains("WARPSMITH_ONNXRUNTIME") && message.contains("--python"));
    }
}

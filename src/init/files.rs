//! A workload's folder: all of its files or none.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Error, Scaffold};
use crate::files::readable;

/// Writes the files of a workload into a folder, and says which. `force`: in the place of files of their names.
///
/// # Errors
/// A file is there already; the folder cannot be written to. Nothing is left of it then.
pub fn write(scaffold: &Scaffold, folder: &Path, force: bool) -> Result<Vec<PathBuf>, Error> {
    let mut files = vec![("kernel.ll", scaffold.ir.as_str())];
    files.extend(
        scaffold
            .source
            .as_deref()
            .map(|source| ("kernel.cu", source)),
    );
    // Last: a folder with a manifest is a workload.
    files.push(("workload.toml", scaffold.manifest.as_str()));
    // A source that lies there already as it is read is no loss.
    let differs = |path: &Path, text: &str| {
        std::fs::read(path).map_or(true, |there| there != text.as_bytes())
    };
    files.retain(|(name, text)| differs(&folder.join(name), text));
    let taken = files.iter().map(|(name, _)| folder.join(name));
    if let Some(taken) = taken.into_iter().find(|path| !force && path.exists()) {
        return Err(Error::Exists(taken));
    }
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Write { path, source }
    };
    let made = first_missing(folder);
    std::fs::create_dir_all(folder).map_err(fail(folder))?;
    place(&files, folder).inspect_err(|_| {
        if let Some(made) = made {
            // What could not be finished and was not there before.
            let _ = std::fs::remove_dir_all(made);
        }
    })
}

/// Writes every file under another name first, so that what fails, fails before any is there.
fn place(files: &[(&str, &str)], folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Write { path, source }
    };
    let mut written = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fail(&path))?;
        file.write_all(text.as_bytes()).map_err(fail(&path))?;
        written.push((file, path));
    }
    let mut placed = Vec::new();
    for (file, path) in written {
        let file = file
            .persist(&path)
            .map_err(|error| fail(&path)(error.error))?;
        readable(&file).map_err(fail(&path))?;
        placed.push(path);
    }
    Ok(placed)
}

/// The outermost folder that would have to be made.
fn first_missing(folder: &Path) -> Option<PathBuf> {
    let missing = folder
        .ancestors()
        .take_while(|path| !path.as_os_str().is_empty() && !path.exists());
    missing.last().map(Path::to_owned)
}

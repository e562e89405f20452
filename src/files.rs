//! Files that are there whole or not at all.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// Writes a file of these bytes; see [`whole`].
///
/// # Errors
/// Those of the file system; nothing is left behind then.
pub fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    whole(path, |out| out.write_all(bytes))
}

/// Temporary files are their owner's alone; what becomes of them is everybody's to read.
pub fn readable(file: &File) -> std::io::Result<()> {
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

/// Writes a file under another name and moves it into place; folders that lack are made.
///
/// # Errors
/// Those of the file system, and of `write`; nothing is left behind then.
pub fn whole(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder)?;
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    let mut out = BufWriter::new(draft.as_file_mut());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    readable(draft.as_file())?;
    draft.persist(path)?;
    Ok(())
}

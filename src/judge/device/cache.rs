//! References at device size, computed once: float64 on the processor takes longer than all that is done with it.
//!
//! A file holds what the outputs of one case should be, under a hash of all that it follows from. It appears whole or not at all, and one that cannot
//! be read is computed again.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::files;
use crate::judge::gates::Expected;
use crate::workload::{Case, Workload};

/// What a file starts with; the number goes up when the form or a reference changes.
const MAGIC: &[u8; 16] = b"warpsmith ref 01";

/// Where references are kept.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// In the user's cache folder (`XDG_CACHE_HOME`, or `~/.cache`), or nowhere.
    pub fn of_user() -> Cache {
        let folder = |name: &str| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let home = || Some(folder("HOME")?.join(".cache"));
        Cache {
            folder: folder("XDG_CACHE_HOME")
                .or_else(home)
                .map(|path| path.join("warpsmith/references")),
        }
    }

    /// In `folder`.
    #[cfg(test)]
    pub fn at(folder: &Path) -> Cache {
        Cache {
            folder: Some(folder.to_owned()),
        }
    }

    fn file(&self, workload: &Workload, case: &Case) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        let mut hasher = blake3::Hasher::new();
        for part in [
            env!("CARGO_PKG_VERSION"),
            &workload.fingerprint(),
            &case.name,
        ] {
            hasher.update(part.as_bytes());
            hasher.update(&[0]);
        }
        let name = &hasher.finalize().to_hex()[..32];
        Some(folder.join(format!("{name}.f64")))
    }

    /// What is kept for a case.
    pub fn get(&self, workload: &Workload, case: &Case) -> Option<Expected> {
        read(&self.file(workload, case)?)
    }

    /// Keeps what belongs to a case. That it cannot be written is no harm.
    pub fn put(&self, workload: &Workload, case: &Case, expected: &Expected) {
        if let Some(path) = self.file(workload, case) {
            let _ = write(&path, expected);
        }
    }
}

fn write(path: &Path, expected: &Expected) -> std::io::Result<()> {
    files::whole(path, |out| {
        let mut hasher = blake3::Hasher::new();
        let mut put = |bytes: &[u8]| {
            hasher.update(bytes);
            out.write_all(bytes)
        };
        put(MAGIC)?;
        for (buffer, values) in expected {
            put(&(*buffer as u64).to_le_bytes())?;
            put(&(values.len() as u64).to_le_bytes())?;
            for value in values {
                put(&value.to_le_bytes())?;
            }
        }
        out.write_all(hasher.finalize().as_bytes())
    })
}

fn read(path: &Path) -> Option<Expected> {
    let bytes = std::fs::read(path).ok()?;
    let (content, hash) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    if blake3::hash(content).as_bytes() != hash {
        return None;
    }
    let mut rest = content.strip_prefix(MAGIC.as_slice())?;
    let mut expected = Expected::new();
    while !rest.is_empty() {
        let mut word = || {
            let (word, after) = rest.split_first_chunk::<8>()?;
            rest = after;
            usize::try_from(u64::from_le_bytes(*word)).ok()
        };
        let (buffer, len) = (word()?, word()?);
        let (values, after) = rest.split_at_checked(len.checked_mul(8)?)?;
        rest = after;
        let values = values.as_chunks::<8>().0.iter();
        expected.push((
            buffer,
            values.map(|value| f64::from_le_bytes(*value)).collect(),
        ));
    }
    Some(expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_got_and_a_damaged_file_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/er/file.f64");
        let expected: Expected = vec![(3, vec![1.5, -0.0, f64::NAN]), (7, Vec::new())];
        write(&path, &expected).unwrap();
        let found = read(&path).unwrap();
        assert_eq!(found.len(), 2);
        let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        assert_eq!((found[0].0, bits(&found[0].1)), (3, bits(&expected[0].1)));
        assert_eq!((found[1].0, found[1].1.len()), (7, 0));
        let whole = std::fs::read(&path).unwrap();
        for damage in [
            whole[..whole.len() - 1].to_vec(),
            [&whole[..30], &[whole[30] ^ 1], &whole[31..]].concat(),
            Vec::new(),
        ] {
            std::fs::write(&path, damage).unwrap();
            assert!(read(&path).is_none());
        }
        assert!(read(folder.path()).is_none());
    }

    #[test]
    fn another_case_has_another_file() {
        let workload = Workload::load(Path::new("corpus/embedding/sls_f32")).unwrap();
        let cache = Cache::at(Path::new("/nowhere"));
        let files: std::collections::BTreeSet<_> = workload
            .cases
            .iter()
            .map(|case| cache.file(&workload, case).unwrap())
            .collect();
        assert_eq!(files.len(), workload.cases.len());
    }
}

//! Inputs and references at device size, made once: drawing a table's numbers, and float64 on the processor, take longer than all that is done
//! with them, and every process that measures needs them.
//!
//! A file holds what the inputs of one case are, or what its outputs should be, under a hash of all that it follows from. It appears whole or not
//! at all, and one that cannot be read is made again.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::files;
use crate::judge::gates::Expected;
use crate::workload::{Case, Fill, Instance, Reference, Workload};

/// What a file of either kind starts with; the number goes up when the form, a reference or a fill changes.
const REFERENCE: &[u8; 16] = b"warpsmith ref 01";
const INPUTS: &[u8; 16] = b"warpsmith inp 01";

/// Where references and inputs are kept.
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

    fn file(&self, workload: &Workload, case: &Case, ending: &str) -> Option<PathBuf> {
        // What files of the user's say may change under the same manifest.
        let own = |fill: &Fill| matches!(fill, Fill::File(_));
        let fills = workload.buffers.iter().filter_map(|it| it.fill.as_ref());
        let named = matches!(workload.reference, Reference::Files { .. });
        if named || fills.chain(case.fills.values()).any(own) {
            return None;
        }
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
        Some(folder.join(format!("{name}.{ending}")))
    }

    /// The reference that is kept for a case.
    pub fn reference(&self, workload: &Workload, case: &Case) -> Option<Expected> {
        let mut expected = Expected::new();
        read(
            &self.file(workload, case, "f64")?,
            REFERENCE,
            |buffer, bytes| {
                let values = bytes.as_chunks::<8>().0.iter();
                let values = values.map(|value| f64::from_le_bytes(*value));
                expected.push((buffer, values.collect()));
            },
        )?;
        Some(expected)
    }

    /// Keeps a case's reference. That it cannot be written is no harm.
    pub fn keep_reference(&self, workload: &Workload, case: &Case, expected: &Expected) {
        let Some(path) = self.file(workload, case, "f64") else {
            return;
        };
        let _ = write(&path, REFERENCE, |put| {
            expected.iter().try_for_each(|(buffer, values)| {
                put.head(*buffer, values.len() * 8)?;
                values.chunks(4096).try_for_each(|values| {
                    let bytes: Vec<u8> = values.iter().flat_map(|it| it.to_le_bytes()).collect();
                    put.bytes(&bytes)
                })
            })
        });
    }

    /// A case with the inputs that are kept for it, launched as it is by default.
    pub fn inputs(&self, workload: &Workload, case: &Case) -> Option<Instance> {
        let mut instance = workload.plan(case, &workload.default_setup()).ok()?;
        read(
            &self.file(workload, case, "inputs")?,
            INPUTS,
            |at, bytes| {
                if let Some(buffer) = instance.buffers.get_mut(at) {
                    buffer.data = Some(bytes.to_vec());
                }
            },
        )?;
        Some(instance)
    }

    /// Keeps a case's inputs. That they cannot be written is no harm.
    pub fn keep_inputs(&self, workload: &Workload, case: &Case, instance: &Instance) {
        let Some(path) = self.file(workload, case, "inputs") else {
            return;
        };
        let _ = write(&path, INPUTS, |put| {
            let buffers = instance.buffers.iter().enumerate();
            let mut filled = buffers.filter_map(|(at, buffer)| Some((at, buffer.data.as_ref()?)));
            filled.try_for_each(|(at, data)| {
                put.head(at, data.len())?;
                put.bytes(data)
            })
        });
    }
}

/// A file that is being written.
struct Put<'a> {
    hasher: blake3::Hasher,
    out: &'a mut dyn Write,
}

impl Put<'_> {
    /// What comes next is of `buffer`, so many bytes.
    fn head(&mut self, buffer: usize, bytes: usize) -> std::io::Result<()> {
        self.bytes(&(buffer as u64).to_le_bytes())?;
        self.bytes(&(bytes as u64).to_le_bytes())
    }

    fn bytes(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.hasher.update(bytes);
        self.out.write_all(bytes)
    }
}

fn write(
    path: &Path,
    magic: &[u8],
    content: impl FnOnce(&mut Put<'_>) -> std::io::Result<()>,
) -> std::io::Result<()> {
    files::whole(path, |out| {
        let hasher = blake3::Hasher::new();
        let mut put = Put { hasher, out };
        put.bytes(magic)?;
        content(&mut put)?;
        let hash = put.hasher.finalize();
        out.write_all(hash.as_bytes())
    })
}

/// Gives each buffer of a file, with its bytes, to `take`; `None` of a file that is not whole.
fn read(path: &Path, magic: &[u8], mut take: impl FnMut(usize, &[u8])) -> Option<()> {
    let bytes = std::fs::read(path).ok()?;
    let (content, hash) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    if blake3::hash(content).as_bytes() != hash {
        return None;
    }
    let mut rest = content.strip_prefix(magic)?;
    while !rest.is_empty() {
        let mut word = || {
            let (word, after) = rest.split_first_chunk::<8>()?;
            rest = after;
            usize::try_from(u64::from_le_bytes(*word)).ok()
        };
        let (buffer, len) = (word()?, word()?);
        let (bytes, after) = rest.split_at_checked(len)?;
        rest = after;
        take(buffer, bytes);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workload() -> Workload {
        Workload::load(Path::new("corpus/embedding/sls_f32")).unwrap()
    }

    #[test]
    fn what_was_kept_is_found_and_a_damaged_file_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(&folder.path().join("deep/er"));
        let workload = workload();
        let case = &workload.cases[0];
        let expected: Expected = vec![(3, vec![1.5, -0.0, f64::NAN]), (7, Vec::new())];
        assert!(cache.reference(&workload, case).is_none());
        cache.keep_reference(&workload, case, &expected);
        let found = cache.reference(&workload, case).unwrap();
        assert_eq!(found.len(), 2);
        let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        assert_eq!((found[0].0, bits(&found[0].1)), (3, bits(&expected[0].1)));
        assert_eq!((found[1].0, found[1].1.len()), (7, 0));
        let path = cache.file(&workload, case, "f64").unwrap();
        let whole = std::fs::read(&path).unwrap();
        for damage in [
            whole[..whole.len() - 1].to_vec(),
            [&whole[..30], &[whole[30] ^ 1], &whole[31..]].concat(),
            Vec::new(),
        ] {
            std::fs::write(&path, damage).unwrap();
            assert!(cache.reference(&workload, case).is_none());
        }
    }

    #[test]
    fn inputs_that_were_kept_are_those_that_were_made() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::at(folder.path());
        let workload = workload();
        let case = &workload.cases[0];
        let made = workload.instance(case, &workload.default_setup()).unwrap();
        assert!(cache.inputs(&workload, case).is_none());
        cache.keep_inputs(&workload, case, &made);
        let found = cache.inputs(&workload, case).unwrap();
        let data = |instance: &Instance| -> Vec<_> {
            let buffers = instance.buffers.iter();
            buffers.map(|buffer| buffer.data.clone()).collect()
        };
        assert!(data(&made).iter().any(Option::is_some));
        assert_eq!(data(&found), data(&made));
        assert_eq!(found.launches.len(), made.launches.len());
        // One is not taken for the other.
        assert!(cache.reference(&workload, case).is_none());
    }

    #[test]
    fn nothing_is_kept_of_what_a_users_file_says() {
        let cache = Cache::at(Path::new("/nowhere"));
        let mut workload = workload();
        assert!(cache.file(&workload, &workload.cases[0], "f64").is_some());
        workload.buffers[0].fill = Some(Fill::File("/somewhere/table.npy".into()));
        assert!(cache.file(&workload, &workload.cases[0], "f64").is_none());
    }

    #[test]
    fn another_case_has_another_file() {
        let workload = workload();
        let cache = Cache::at(Path::new("/nowhere"));
        let files: std::collections::BTreeSet<_> = workload
            .cases
            .iter()
            .map(|case| cache.file(&workload, case, "f64").unwrap())
            .collect();
        assert_eq!(files.len(), workload.cases.len());
    }
}

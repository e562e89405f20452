//! Where CUDA's headers and its device library are: in a toolkit, or in the packages that carry them for Python.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Error;

/// The device library's file.
const LIBRARY: &str = "libdevice.10.bc";

/// Where the library is, under the folders that have it: a toolkit, `nvidia/cu13`, `nvidia/cuda_nvcc`, Triton.
const BELOW: [&str; 4] = [
    "nvvm/libdevice",
    "cuda_nvcc/nvvm/libdevice",
    "cu13/nvvm/libdevice",
    "../triton/backends/nvidia/lib",
];

/// A folder of a shape that clang's `--cuda-path` takes.
pub struct Toolkit {
    /// The folder.
    pub path: PathBuf,
    /// Where the shape was made of links to parts that are elsewhere.
    _made: Option<TempDir>,
}

impl Toolkit {
    /// The toolkit that was asked for; without a wish that of `CUDA_PATH`, `CUDA_HOME`, `/usr/local/cuda` or the Python environment that is
    /// active, if any.
    ///
    /// # Errors
    /// There is none where one was asked for.
    pub fn find(wish: Option<&Path>) -> Result<Option<Toolkit>, Error> {
        match wish {
            Some(folder) => Toolkit::at(folder)?
                .ok_or_else(|| Error::NoToolkit(folder.to_owned()))
                .map(Some),
            None => {
                for folder in usual() {
                    if let Some(found) = Toolkit::at(&folder)? {
                        return Ok(Some(found));
                    }
                }
                Ok(None)
            }
        }
    }

    fn at(folder: &Path) -> Result<Option<Toolkit>, Error> {
        let whole = |path: &Path| {
            path.join("include/cuda_runtime.h").is_file()
                && path.join(BELOW[0]).join(LIBRARY).is_file()
        };
        if whole(folder) {
            let path = folder.to_owned();
            return Ok(Some(Toolkit { path, _made: None }));
        }
        for packages in packages(folder) {
            if let Some(found) = Some(packages.join("cu13")).filter(|path| whole(path)) {
                let (path, _made) = (found, None);
                return Ok(Some(Toolkit { path, _made }));
            }
            if let Some(made) = gather(&packages).map_err(Error::Scratch)? {
                let path = made.path().to_owned();
                let made = Some(made);
                if whole(&path) {
                    return Ok(Some(Toolkit { path, _made: made }));
                }
            }
        }
        Ok(None)
    }
}

/// One folder with links to what packages have each for itself: `nvidia/cuda_runtime/include`, `nvidia/cuda_nvcc/include`.
fn gather(packages: &Path) -> std::io::Result<Option<TempDir>> {
    let Some(library) = library_under(packages) else {
        return Ok(None);
    };
    let made = tempfile::tempdir()?;
    let include = made.path().join("include");
    std::fs::create_dir(&include)?;
    std::fs::create_dir_all(made.path().join("bin"))?;
    std::fs::create_dir_all(made.path().join(BELOW[0]))?;
    std::os::unix::fs::symlink(
        std::path::absolute(library)?,
        made.path().join(BELOW[0]).join(LIBRARY),
    )?;
    for package in entries(packages) {
        for header in entries(&package.join("include")) {
            let link = include.join(header.file_name().unwrap_or_default());
            // Two packages with a header of one name: the first by name, whichever way the file system lists them.
            if !link.exists() {
                std::os::unix::fs::symlink(std::path::absolute(&header)?, link)?;
            }
        }
    }
    Ok(Some(made))
}

/// The device library: the file that was asked for; without a wish that of `WARPSMITH_LIBDEVICE`, of the toolkit that was asked for, or of
/// the usual places.
///
/// # Errors
/// The file that was asked for is not there.
pub fn device_library(
    wish: Option<&Path>,
    toolkit: Option<&Path>,
) -> Result<Option<PathBuf>, Error> {
    let named = std::env::var_os("WARPSMITH_LIBDEVICE").map(PathBuf::from);
    if let Some(file) = wish.map(Path::to_owned).or(named) {
        return match file.is_file() {
            true => Ok(Some(file)),
            false => Err(Error::NoLibrary(file)),
        };
    }
    let folders = toolkit.map(Path::to_owned).into_iter().chain(usual());
    Ok(folders
        .flat_map(|folder| std::iter::once(folder.clone()).chain(packages(&folder)))
        .find_map(|folder| library_under(&folder)))
}

fn library_under(folder: &Path) -> Option<PathBuf> {
    let files = BELOW.iter().map(|below| folder.join(below).join(LIBRARY));
    files.into_iter().find(|file| file.is_file())
}

/// Folders that may be toolkits or have packages.
fn usual() -> impl Iterator<Item = PathBuf> {
    let named = ["CUDA_PATH", "CUDA_HOME", "VIRTUAL_ENV"];
    let named = named.into_iter().filter_map(std::env::var_os);
    named
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .chain([PathBuf::from("/usr/local/cuda")])
}

/// NVIDIA's Python packages in a folder: it is `site-packages/nvidia` itself, has that, or is a virtual environment.
fn packages(folder: &Path) -> Vec<PathBuf> {
    let versions = entries(&folder.join("lib")).into_iter();
    let site = versions.map(|version| version.join("site-packages/nvidia"));
    [folder.to_owned(), folder.join("nvidia")]
        .into_iter()
        .chain(site)
        .filter(|folder| folder.is_dir())
        .collect()
}

/// What is in a folder, by name; nothing where it is none.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let found = std::fs::read_dir(folder).into_iter().flatten();
    let mut found: Vec<PathBuf> = found.flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}

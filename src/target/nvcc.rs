//! NVIDIA's compiler, where it is installed: what a user's own build of a kernel would be.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::ptxas::find_tool;

/// A compiler that was found.
#[derive(Debug, Clone)]
pub struct Nvcc {
    path: PathBuf,
    /// Its release, as it prints it.
    pub version: String,
}

impl Nvcc {
    /// Looks for it: `WARPSMITH_NVCC`, then the search path, then `CUDA_HOME`, then `/usr/local/cuda`.
    pub fn find() -> Option<Nvcc> {
        let (path, version) = find_tool("WARPSMITH_NVCC", "nvcc")?;
        Some(Nvcc { path, version })
    }

    /// Compiles CUDA C for a device such as `sm_90`, at the highest level, to a cubin. Headers are looked for in the folders `include`.
    ///
    /// # Errors
    /// The compiler's messages, or why it could not be started.
    pub fn compile(
        &self,
        source: &Path,
        arch: &str,
        include: &[PathBuf],
    ) -> Result<Vec<u8>, String> {
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let cubin = folder.path().join("kernel.cubin");
        let mut command = Command::new(&self.path);
        command.args(["-O3", "-cubin", "-std=c++17", "-arch", arch]);
        for include in include {
            command.arg("-I").arg(include);
        }
        let output = command
            .arg("-o")
            .arg(&cubin)
            .arg(source)
            .stdin(Stdio::null())
            .output()
            .map_err(|e| format!("{}: {e}", self.path.display()))?;
        match output.status.success() {
            true => std::fs::read(&cubin).map_err(|e| e.to_string()),
            false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        }
    }
}

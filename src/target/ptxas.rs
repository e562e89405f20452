//! NVIDIA's machine-code assembler, where it is installed. It needs no GPU; its word on a kernel's registers is the truth.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

/// An assembler that was found.
#[derive(Debug, Clone)]
pub struct Ptxas {
    path: PathBuf,
    /// Its release, as it prints it.
    pub version: String,
}

/// What the assembler made of a kernel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assembled {
    /// The kernel's name.
    pub entry: String,
    /// Registers a thread.
    pub registers: u32,
    /// Bytes of spilled registers stored, a thread.
    pub spill_stores: u32,
}

/// A disassembler of machine code that was found.
#[derive(Debug, Clone)]
pub struct Nvdisasm {
    path: PathBuf,
}

impl Nvdisasm {
    /// Looks for it: `WARPSMITH_NVDISASM`, then the search path, then beside the assembler.
    pub fn find(ptxas: &Ptxas) -> Option<Nvdisasm> {
        let named = std::env::var_os("WARPSMITH_NVDISASM").map(PathBuf::from);
        let beside = ptxas.path.with_file_name("nvdisasm");
        let found = |path: &PathBuf| {
            Command::new(path)
                .arg("--version")
                .stdin(Stdio::null())
                .output()
                .is_ok_and(|output| output.status.success())
        };
        [named, Some("nvdisasm".into()), Some(beside)]
            .into_iter()
            .flatten()
            .find(found)
            .map(|path| Nvdisasm { path })
    }

    /// The text of a cubin: instructions with their encodings, and the source line of each where the cubin has them.
    ///
    /// # Errors
    /// The disassembler's messages, or why it could not be started.
    pub fn text(&self, cubin: &Path) -> Result<String, String> {
        let output = Command::new(&self.path)
            .args(["-g", "-c", "-hex"])
            .arg(cubin)
            .stdin(Stdio::null())
            .output()
            .map_err(|e| format!("{}: {e}", self.path.display()))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
        }
    }
}

/// One of NVIDIA's tools, with its release as it prints it: what the variable names, then the search path, then `CUDA_HOME`, then
/// `/usr/local/cuda`.
pub(super) fn find_tool(variable: &str, program: &str) -> Option<(PathBuf, String)> {
    let below = |home: PathBuf| home.join("bin").join(program);
    let candidates = [
        std::env::var_os(variable).map(PathBuf::from),
        Some(program.into()),
        std::env::var_os("CUDA_HOME").map(|home| below(home.into())),
        Some(below("/usr/local/cuda".into())),
    ];
    candidates.into_iter().flatten().find_map(|path| {
        let version = release(&path)?;
        Some((path, version))
    })
}

/// The release that one of NVIDIA's tools prints; `None` if there is no such tool.
fn release(path: &Path) -> Option<String> {
    let output = Command::new(path)
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let release = text.split("release ").nth(1)?.split([',', '\n']).next()?;
    output.status.success().then(|| release.trim().to_string())
}

impl Ptxas {
    /// Looks for it: `WARPSMITH_PTXAS`, then the search path, then `CUDA_HOME`, then `/usr/local/cuda`.
    pub fn find() -> Option<Ptxas> {
        let (path, version) = find_tool("WARPSMITH_PTXAS", "ptxas")?;
        Some(Ptxas { path, version })
    }

    /// Assembles PTX for a device such as `sm_90`.
    ///
    /// # Errors
    /// The assembler's messages, or why it could not be started.
    pub fn assemble(&self, ptx: &str, arch: &str) -> Result<Vec<Assembled>, String> {
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        self.assemble_into(ptx, arch, &folder.path().join("kernel.cubin"), &[])
    }

    /// Assembles PTX for a device such as `sm_90`: the machine code, a cubin.
    ///
    /// # Errors
    /// As [`Ptxas::assemble`].
    pub fn image(&self, ptx: &str, arch: &str) -> Result<Vec<u8>, String> {
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let cubin = folder.path().join("kernel.cubin");
        self.assemble_into(ptx, arch, &cubin, &[])?;
        std::fs::read(&cubin).map_err(|e| format!("{}: {e}", cubin.display()))
    }

    /// Assembles PTX as [`Ptxas::assemble`] does, with more `options`, and leaves the machine code in `cubin`.
    ///
    /// # Errors
    /// As [`Ptxas::assemble`].
    pub fn assemble_into(
        &self,
        ptx: &str,
        arch: &str,
        cubin: &Path,
        options: &[&str],
    ) -> Result<Vec<Assembled>, String> {
        let source = cubin.with_extension("ptx");
        std::fs::write(&source, ptx).map_err(|e| e.to_string())?;
        let output = Command::new(&self.path)
            .args(["-v", "-arch", arch])
            .args(options)
            .arg("-o")
            .arg(cubin)
            .arg(&source)
            .stdin(Stdio::null())
            .output()
            .map_err(|e| format!("{}: {e}", self.path.display()))?;
        let text = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stderr),
            String::from_utf8_lossy(&output.stdout)
        );
        if output.status.success() {
            Ok(resources(&text))
        } else {
            Err(text.trim().to_string())
        }
    }
}

/// Reads what `-v` prints of each kernel.
fn resources(text: &str) -> Vec<Assembled> {
    let mut found = Vec::new();
    let mut entry = None;
    let mut spill_stores = 0;
    for line in text.lines() {
        if let Some(rest) = line.split("Compiling entry function '").nth(1) {
            entry = rest.split('\'').next().map(str::to_string);
        } else if let Some(before) = line
            .split(" bytes spill stores")
            .next()
            .filter(|b| b.len() < line.len())
        {
            spill_stores = before
                .rsplit(' ')
                .next()
                .and_then(|n| n.parse().ok())
                .unwrap_or(0);
        } else if let Some(rest) = line.split("Used ").nth(1)
            && let Some(registers) = rest.split(' ').next().and_then(|n| n.parse().ok())
            && let Some(entry) = entry.take()
        {
            found.push(Assembled {
                entry,
                registers,
                spill_stores,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_are_read_from_the_verbose_output() {
        let text = "ptxas info    : 0 bytes gmem\n\
            ptxas info    : Compiling entry function 'k' for 'sm_90'\n\
            ptxas info    : Function properties for k\n\
            \x20   16 bytes stack frame, 12 bytes spill stores, 8 bytes spill loads\n\
            ptxas info    : Used 40 registers, used 1 barriers\n";
        assert_eq!(
            resources(text),
            [Assembled {
                entry: "k".into(),
                registers: 40,
                spill_stores: 12
            }]
        );
    }
}

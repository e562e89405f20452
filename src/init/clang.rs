//! CUDA C to LLVM-IR, by clang. The only file that starts it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Error;
use super::toolkit::Toolkit;
use crate::ir::Arch;

/// What plain kernels need of CUDA, for a machine without a toolkit.
const HEADER: &str = include_str!("../../corpus/include/warpsmith.cuh");

/// The header's name.
const HEADER_NAME: &str = "warpsmith.cuh";

/// Headers of a toolkit that a source may name though all that it needs of them is in ours.
const STAND_INS: [&str; 3] = ["cuda_runtime.h", "cuda.h", "device_launch_parameters.h"];

/// How a source is compiled.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The compiler; without a wish that of `WARPSMITH_CLANG`, or clang 22 where it usually is.
    pub clang: Option<PathBuf>,
    /// A toolkit, or a folder of Python packages.
    pub cuda_path: Option<PathBuf>,
    /// Further arguments, such as `-Iinclude` and `-DTILE=16`.
    pub arguments: Vec<String>,
}

/// What was compiled.
pub struct Compiled {
    /// Textual IR as the front end gives it, meant for `-O3`; no pass has run.
    pub ir: Vec<u8>,
    /// What it was compiled with, in words.
    pub with: String,
}

/// Compiles `source` for `arch`, with a toolkit's headers if there is one, else with ours.
///
/// # Errors
/// There is no clang; it refuses the source: its own words.
pub fn compile(source: &Path, arch: &Arch, wishes: &Wishes) -> Result<Compiled, Error> {
    let clang = find(wishes.clang.as_deref())?;
    let text = std::fs::read_to_string(source).map_err(|error| Error::Read {
        path: source.to_owned(),
        source: error,
    })?;
    // Whoever includes our header means it.
    let toolkit = match text.contains(HEADER_NAME) && wishes.cuda_path.is_none() {
        true => None,
        false => Toolkit::find(wishes.cuda_path.as_deref())?,
    };
    let headers = tempfile::tempdir().map_err(Error::Scratch)?;
    let mut command = Command::new(&clang);
    command
        .args(["-x", "cuda", "--cuda-device-only", "-std=c++17"])
        .arg(format!("--cuda-gpu-arch={}", arch.cpu))
        .args(["-O3", "-Xclang", "-disable-llvm-passes"])
        .args(["-fno-discard-value-names", "-fno-ident", "-S", "-emit-llvm"]);
    let with = match &toolkit {
        Some(toolkit) => {
            command
                .arg("-Wno-unknown-cuda-version")
                .arg(format!("--cuda-path={}", toolkit.path.display()));
            "with the headers of a CUDA toolkit"
        }
        None => {
            write_headers(headers.path()).map_err(Error::Scratch)?;
            command
                .args(["-nocudainc", "-nocudalib", "-fdeclspec"])
                .args(["-Xclang", "-target-feature", "-Xclang", &arch.features])
                .args(["-include", HEADER_NAME, "-I"])
                .arg(headers.path());
            "with our own header, without a CUDA toolkit"
        }
    };
    let output = command
        .args(&wishes.arguments)
        .arg(source)
        .args(["-o", "-"])
        .stdin(Stdio::null())
        .output()
        .map_err(|e| Error::NoClang(format!("{}: {e}", clang.display())))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Error::Clang {
            said: said.trim().to_owned(),
            without_toolkit: toolkit.is_none(),
        });
    }
    Ok(Compiled {
        ir: output.stdout,
        with: format!("{} {with}", clang.display()),
    })
}

fn write_headers(folder: &Path) -> std::io::Result<()> {
    std::fs::write(folder.join(HEADER_NAME), HEADER)?;
    STAND_INS.into_iter().try_for_each(|name| {
        let text = format!("#include \"{HEADER_NAME}\"\n");
        std::fs::write(folder.join(name), text)
    })
}

fn find(wish: Option<&Path>) -> Result<PathBuf, Error> {
    let named = std::env::var_os("WARPSMITH_CLANG").map(PathBuf::from);
    if let Some(path) = wish.map(Path::to_owned).or(named) {
        return match works(&path) {
            true => Ok(path),
            false => Err(Error::NoClang(format!("{} is none", path.display()))),
        };
    }
    let usual = ["clang-22", "/usr/lib/llvm-22/bin/clang", "clang"];
    let mut usual = usual.into_iter().map(PathBuf::from);
    usual
        .find(|path| works(path))
        .ok_or_else(|| Error::NoClang("none was found".into()))
}

fn works(clang: &Path) -> bool {
    Command::new(clang)
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .is_ok_and(|output| output.status.success())
}

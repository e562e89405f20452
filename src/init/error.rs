//! Why there is no workload to be made of a file.

use std::path::PathBuf;

use crate::{ir, target, workload};

/// Every message is for the user, and says what would be right.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is not there or cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Read {
        /// As it was given.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A file of which no workload is made.
    #[error("{}: {right}", path.display())]
    Kind {
        /// As it was given.
        path: PathBuf,
        /// What can be done with it, or what would be right.
        right: String,
    },
    /// CUDA C needs clang.
    #[error(
        "CUDA C is compiled by clang 22: {0}; install it (Debian: clang-22), or give --clang or set WARPSMITH_CLANG to its path"
    )]
    NoClang(String),
    /// Clang's own words.
    #[error(
        "{said}\n  clang refuses the source{}",
        if *without_toolkit { "; no CUDA toolkit was used, only our own header for plain kernels: give --cuda-path a toolkit or a folder with NVIDIA's Python packages" } else { "" }
    )]
    Clang {
        /// What it printed.
        said: String,
        /// Whether only our own header was there.
        without_toolkit: bool,
    },
    /// The folder that `--cuda-path` names has not what is needed.
    #[error(
        "--cuda-path {}: there is no CUDA toolkit; right is a folder with include/cuda_runtime.h and nvvm/libdevice/libdevice.10.bc, or one of \
         Python packages that have them (nvidia-cuda-runtime-cu12, nvidia-cuda-nvcc-cu12, nvidia-cuda-cccl-cu12, nvidia-curand-cu12)",
        .0.display()
    )]
    NoToolkit(PathBuf),
    /// The device library is not where it was said to be.
    #[error("{}: there is no device library; right is the path of libdevice.10.bc", .0.display())]
    NoLibrary(PathBuf),
    /// The kernel calls functions of the device library, which was not found.
    #[error(
        "the kernel calls {functions} of CUDA's device library, which was not found; give --libdevice or set WARPSMITH_LIBDEVICE to libdevice.10.bc \
         (a CUDA toolkit has it in nvvm/libdevice, the Python packages nvidia-cuda-nvcc and triton have it, too)"
    )]
    LibraryWanted {
        /// Their names.
        functions: String,
    },
    /// The kernel calls functions that nobody has.
    #[error("the kernel calls {functions}, which {name} does not define")]
    Undefined {
        /// The file.
        name: String,
        /// Their names.
        functions: String,
    },
    /// There is no such kernel, or there are several.
    #[error("{name}: {message}")]
    Entry {
        /// The file.
        name: String,
        /// What there is.
        message: String,
    },
    /// The kernel takes or does what no workload can describe.
    #[error("`{entry}` {message}")]
    Kernel {
        /// The kernel.
        entry: String,
        /// What it is, and what would be right.
        message: String,
    },
    /// A wish that does not fit the kernel.
    #[error("{0}")]
    Wish(String),
    /// Something is there already.
    #[error("{} is there already; --force overwrites it, --out names another folder", .0.display())]
    Exists(PathBuf),
    /// The result could not be written; nothing of it is left.
    #[error("{}: cannot be written: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// No room for temporary files.
    #[error("no temporary files can be made: {0}")]
    Scratch(std::io::Error),
    /// LLVM refuses the module; its words.
    #[error("{0}")]
    Refused(String),
    /// LLVM refuses the module.
    #[error(transparent)]
    Ir(#[from] ir::Error),
    /// The target is wrong.
    #[error(transparent)]
    Target(#[from] target::DescriptionError),
    /// What was written is no workload: a fault of ours.
    #[error("the manifest that was made is wrong, which is a fault of this program: {0}")]
    Manifest(#[from] workload::Error),
}

//! What the driver answers when it does not do what it is asked to.

use cudarc::driver::{result, sys};

/// A call that the driver refused, or what the device did before it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{call}: {name}{}", .log.as_ref().map(|log| format!(": {log}")).unwrap_or_default())]
pub struct DriverError {
    /// What was asked for.
    pub call: &'static str,
    /// The driver's number, as in `CUresult`.
    pub code: u32,
    /// The driver's name for it, as in `CUDA_ERROR_ILLEGAL_ADDRESS`.
    pub name: String,
    /// What the driver's compiler said.
    pub log: Option<String>,
}

impl DriverError {
    pub(super) fn new(call: &'static str, error: result::DriverError) -> DriverError {
        let name = error.error_name().map(|name| name.to_string_lossy().into());
        DriverError {
            call,
            code: error.0 as u32,
            name: name.unwrap_or_else(|_| format!("{:?}", error.0)),
            log: None,
        }
    }

    /// Whether the context is gone with it: every later call fails as well, and only a new process can go on. After the manual's remarks on
    /// each code ("the context cannot be used", "to continue using CUDA, the process must be terminated and relaunched").
    pub fn lost(&self) -> bool {
        const LOST: [u32; 5] = [
            sys::CUresult::CUDA_ERROR_ECC_UNCORRECTABLE as u32,
            sys::CUresult::CUDA_ERROR_NVLINK_UNCORRECTABLE as u32,
            sys::CUresult::CUDA_ERROR_DEINITIALIZED as u32,
            sys::CUresult::CUDA_ERROR_CONTEXT_IS_DESTROYED as u32,
            sys::CUresult::CUDA_ERROR_UNKNOWN as u32,
        ];
        LOST.contains(&self.code) || self.faulted()
    }

    /// Whether a kernel did something that no kernel may.
    pub fn faulted(&self) -> bool {
        const FAULTS: [u32; 9] = [
            sys::CUresult::CUDA_ERROR_ILLEGAL_ADDRESS as u32,
            sys::CUresult::CUDA_ERROR_LAUNCH_TIMEOUT as u32,
            sys::CUresult::CUDA_ERROR_ASSERT as u32,
            sys::CUresult::CUDA_ERROR_HARDWARE_STACK_ERROR as u32,
            sys::CUresult::CUDA_ERROR_ILLEGAL_INSTRUCTION as u32,
            sys::CUresult::CUDA_ERROR_MISALIGNED_ADDRESS as u32,
            sys::CUresult::CUDA_ERROR_INVALID_ADDRESS_SPACE as u32,
            sys::CUresult::CUDA_ERROR_INVALID_PC as u32,
            sys::CUresult::CUDA_ERROR_LAUNCH_FAILED as u32,
        ];
        FAULTS.contains(&self.code)
    }

    /// Whether there was no room on the device.
    pub fn no_memory(&self) -> bool {
        self.code == sys::CUresult::CUDA_ERROR_OUT_OF_MEMORY as u32
    }
}

/// Names the call in an error.
pub(super) trait Named<T> {
    fn named(self, call: &'static str) -> Result<T, DriverError>;
}

impl<T> Named<T> for Result<T, result::DriverError> {
    fn named(self, call: &'static str) -> Result<T, DriverError> {
        self.map_err(|error| DriverError::new(call, error))
    }
}

//! The `warpsmith` program; see the library's [`cli`](warpsmith::cli).

fn main() -> std::process::ExitCode {
    warpsmith::cli::main()
}

/// What LLVM asks the C library for a random number by. glibc has it since 2.36; with our own the self-contained binary starts on older
/// systems as well.
#[cfg(feature = "static-llvm")]
#[unsafe(no_mangle)]
pub extern "C" fn arc4random() -> u32 {
    use std::hash::{BuildHasher, RandomState};
    // Each state has keys of its own, from the system's randomness.
    RandomState::new().hash_one(()) as u32
}

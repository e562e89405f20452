//! The `warpsmith` program; see the library's [`cli`](warpsmith::cli).

fn main() -> std::process::ExitCode {
    warpsmith::cli::main()
}

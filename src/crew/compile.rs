//! One module compiled in a process of its own: LLVM ends the process on some of the bitcode that it cannot read.

use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::process::last_words;
use super::worker::limit_memory;
use crate::ir::{Arch, Source};

/// Compiles an IR file (`.ll` or `.bc`) to PTX with the whole `-O3` pipeline, in a child process.
///
/// `program` is this very binary; a compilation that takes longer than `deadline` is ended.
///
/// # Errors
/// A message for a person: LLVM's own where it refuses the module, or how the process died.
pub fn compile(
    program: &Path,
    file: &Path,
    arch: &Arch,
    deadline: Duration,
) -> Result<String, String> {
    let name = file.display();
    let fail = |e: std::io::Error| format!("{}: {e}", program.display());
    let mut child = Command::new(program)
        .args(["compile", "--cpu", &arch.cpu, "--features", &arch.features])
        .arg("--")
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(fail)?;
    let (Some(mut stdout), Some(mut stderr)) = (child.stdout.take(), child.stderr.take()) else {
        end(&mut child);
        return Err(format!("{}: its pipes were not opened", program.display()));
    };
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut ptx = Vec::new();
        // A pipe that breaks is a process that died, which its status tells.
        let _ = stdout.read_to_end(&mut ptx);
        let _ = sender.send(ptx);
    });
    let words = std::thread::spawn(move || {
        let mut said = Vec::new();
        let _ = stderr.read_to_end(&mut said);
        String::from_utf8_lossy(&said).into_owned()
    });
    let ptx = match receiver.recv_timeout(deadline) {
        Ok(ptx) => ptx,
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            end(&mut child);
            let seconds = deadline.as_secs();
            return Err(format!("{name}: not compiled within {seconds} s"));
        }
    };
    let status = child.wait().map_err(fail)?;
    let said = words.join().unwrap_or_default();
    if status.success() {
        return String::from_utf8(ptx).map_err(|_| format!("{name}: LLVM wrote no text"));
    }
    match status.signal() {
        None if !said.trim().is_empty() => Err(printable(said.trim())),
        signal => {
            let lines = said.lines().map(str::to_owned).collect();
            let how = match (last_words(&lines), signal) {
                (words, _) if !words.is_empty() => words,
                (_, Some(signal)) => format!("signal {signal}"),
                (_, None) => "without a word".to_owned(),
            };
            Err(format!(
                "{name}: LLVM died while it read or compiled it ({how}); is the file broken or cut short?"
            ))
        }
    }
}

/// LLVM quotes what it cannot read, which in a broken file is not made for terminals.
fn printable(text: &str) -> String {
    let odd = |c: char| c.is_control() && c != '\n' || c == char::REPLACEMENT_CHARACTER;
    text.replace(odd, ".")
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// The child's side: the PTX of a file.
///
/// # Errors
/// A message for a person.
pub fn compile_here(file: &Path, arch: &Arch, memory_mib: u64) -> Result<String, String> {
    limit_memory(memory_mib).map_err(|e| e.to_string())?;
    let name = file.display().to_string();
    let contents = std::fs::read(file).map_err(|e| format!("{name}: cannot be read: {e}"))?;
    Source::compile(&name, contents, arch).map_err(|e| e.to_string())
}

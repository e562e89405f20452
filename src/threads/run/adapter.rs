//! The adapters: small scripts that run a model in a framework and print one JSON line. The program carries them, so that an installed one has
//! them too.

use std::path::{Path, PathBuf};

use crate::threads::scenario::{Framework, Run};

/// The subcommand of this program that is ONNX Runtime's adapter.
pub const SAMPLE: [&str; 2] = ["threads", "sample"];

const TENSORFLOW: &str = include_str!("adapters/tensorflow_adapter.py");
const PYTORCH: &str = include_str!("adapters/pytorch_adapter.py");
const SHARED: &str = include_str!("adapters/sampling.py");

/// The scripts, in a folder of their own for as long as this lives.
pub struct Adapters {
    folder: tempfile::TempDir,
}

impl Adapters {
    /// Writes them.
    ///
    /// # Errors
    /// When there is no place for them.
    pub fn write() -> std::io::Result<Adapters> {
        let folder = tempfile::Builder::new()
            .prefix("warpsmith-adapters-")
            .tempdir()?;
        for (name, text) in [
            ("tensorflow_adapter.py", TENSORFLOW),
            ("pytorch_adapter.py", PYTORCH),
            ("sampling.py", SHARED),
        ] {
            std::fs::write(folder.path().join(name), text)?;
        }
        Ok(Adapters { folder })
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// The command line that runs a model, up to the options that knobs set.
    pub fn command(&self, framework: Framework, run: &Run, program: &Path) -> Vec<String> {
        let mut parts = match framework {
            Framework::TensorFlow => vec![run.python.clone(), self.path("tensorflow_adapter.py")],
            Framework::PyTorch => vec![run.python.clone(), self.path("pytorch_adapter.py")],
            Framework::OnnxRuntime | Framework::Command => {
                let mut parts = vec![program.to_string_lossy().into_owned()];
                parts.extend(SAMPLE.map(str::to_owned));
                parts
            }
        };
        let model: PathBuf = run.model.clone().unwrap_or_default();
        parts.extend(["--model".into(), model.to_string_lossy().into_owned()]);
        parts.extend(["--batch".into(), run.batch.to_string()]);
        parts.extend(["--warmup".into(), run.warmup_s.to_string()]);
        parts.extend(["--seconds".into(), run.measure_s.to_string()]);
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Output};

    /// A stand-in for PyTorch that says what it was told.
    const TORCH: &str = r#"
import sys
def set_num_threads(n): print("threads", n, file=sys.stderr)
def set_num_interop_threads(n): print("interop", n, file=sys.stderr)
def randn(shape): return ("floats", shape)
def randint(below, shape): return ("indices", below, shape)
class inference_mode:
    def __enter__(self): pass
    def __exit__(self, *_): pass
class Model:
    def eval(self): return self
    def __call__(self, *inputs): print("called", inputs, file=sys.stderr)
class jit:
    load = staticmethod(lambda path: Model())
"#;

    fn python() -> bool {
        Command::new("python3")
            .arg("--version")
            .output()
            .is_ok_and(|output| output.status.success())
    }

    fn pytorch(options: &[&str]) -> Output {
        let adapters = Adapters::write().unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("torch.py"), TORCH).unwrap();
        let model = folder.path().join("model.pt");
        let inputs = r#"[{"shape": ["batch", 3]}, {"shape": ["batch"], "below": 9}]"#;
        std::fs::write(folder.path().join("model.pt.json"), inputs).unwrap();
        let mut command = Command::new("python3");
        command
            .arg(adapters.path("pytorch_adapter.py"))
            .args(["--model", &model.to_string_lossy()]);
        command.args(["--batch", "4", "--warmup", "0", "--seconds", "0"]);
        for option in options {
            command.args(["--set", option]);
        }
        command.env("PYTHONPATH", folder.path()).output().unwrap()
    }

    #[test]
    fn pytorchs_adapter_sets_threads_feeds_inputs_and_prints_one_json_line() {
        if !python() {
            eprintln!("skipped: there is no python3");
            return;
        }
        let output = pytorch(&["num_threads=3", "num_interop_threads=2", "instances=2"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        for words in [
            "threads 3",
            "interop 2",
            "called (('floats', [4, 3]), ('indices', 9, [4]))",
        ] {
            assert!(said.contains(words), "{words:?} is not in {said}");
        }
        let line: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        // Three runs at least of each of the two copies.
        assert!(
            line["throughput"].as_f64().unwrap() > 0.0 && line["runs"].as_i64().unwrap() >= 6,
            "{line}"
        );
    }

    #[test]
    fn an_option_that_an_adapter_does_not_know_is_refused_by_name() {
        if !python() {
            eprintln!("skipped: there is no python3");
            return;
        }
        let output = pytorch(&["treads=3"]);
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            said.contains("treads") && said.contains("num_threads"),
            "{said}"
        );
    }
}

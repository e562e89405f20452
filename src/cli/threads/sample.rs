//! `warpsmith threads sample`: one sample of ONNX Runtime, in this process.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use crate::cli::{Exit, Failure, say};
use crate::threads::onnx::{Sampling, find, sample};

/// Arguments of `threads sample`; the adapters in Python take the same.
#[derive(Debug, Args)]
pub struct Arguments {
    /// An ONNX model
    #[arg(long)]
    model: PathBuf,
    /// Samples a run
    #[arg(long, default_value_t = 1)]
    batch: usize,
    /// Seconds before it is timed
    #[arg(long, default_value_t = 0.1)]
    warmup: f64,
    /// Seconds that it is timed
    #[arg(long, default_value_t = 0.5)]
    seconds: f64,
    /// An option of the session: batch, instances, pin, intra_op_num_threads, inter_op_num_threads, session.*
    #[arg(long, value_name = "OPTION=VALUE")]
    set: Vec<String>,
}

impl Arguments {
    fn sampling(&self) -> Result<Sampling, Failure> {
        let mut sampling = Sampling {
            model: self.model.clone(),
            batch: self.batch.max(1),
            warmup_s: self.warmup.max(0.0),
            measure_s: self.seconds.max(0.0),
            instances: 1,
            ..Sampling::default()
        };
        sampling
            .set(&assignments(&self.set)?)
            .map_err(Failure::usage)?;
        Ok(sampling)
    }
}

/// `OPTION=VALUE`s by option.
///
/// # Errors
/// When one has no `=`.
pub fn assignments(texts: &[String]) -> Result<BTreeMap<String, String>, Failure> {
    let one = |text: &String| match text.split_once('=') {
        Some((option, value)) => Ok((option.to_owned(), value.to_owned())),
        None => Err(Failure::usage(format!(
            "--set {text}: OPTION=VALUE is needed"
        ))),
    };
    texts.iter().map(one).collect()
}

/// Samples.
///
/// # Errors
/// When the library is not there, or the model does not run.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let sampling = arguments.sampling()?;
    let library = find("python3").map_err(Failure::usage)?;
    let sample = sample(&library, &sampling).map_err(Failure::usage)?;
    say(&serde_json::to_string(&sample).map_err(Failure::internal)?);
    Ok(Exit::Done)
}

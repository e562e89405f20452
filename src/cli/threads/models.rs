//! `warpsmith threads models`: models to tune.

use std::path::PathBuf;

use clap::Args;

use crate::cli::{Exit, Failure, say};
use crate::threads::models::make;

/// Arguments of `threads models`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Which [default: all of dlrm_rmc1, dlrm_rmc2, dlrm_rmc3, wide_deep, transformer, resnet18, width4]
    names: Vec<String>,
    /// The folder that they are made in
    #[arg(long, default_value = "runs/models")]
    out: PathBuf,
    /// A Python that has the packages onnx and numpy
    #[arg(long, default_value = "python3")]
    python: String,
}

/// Makes them.
///
/// # Errors
/// When Python or its packages are missing, or a name is unknown.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let files =
        make(&arguments.python, &arguments.out, &arguments.names).map_err(Failure::usage)?;
    for file in files {
        say(&file.display().to_string());
    }
    Ok(Exit::Done)
}

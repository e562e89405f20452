//! `warpsmith threads width`: how many heavy operators of a model could run side by side.

use std::path::PathBuf;

use clap::Args;

use crate::cli::{Exit, Failure, say, say_json};
use crate::threads::graph::{Graph, Heavy, width};

/// Arguments of `threads width`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// An ONNX model
    model: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Reads and counts.
///
/// # Errors
/// When the file is no model.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let width = width(&Graph::load(&arguments.model)?);
    if arguments.json {
        say_json(&width)?;
        return Ok(Exit::Done);
    }
    let heavy = match width.heavy {
        Heavy::Products => "matrix products and convolutions",
        Heavy::LookUps => "embedding look-ups and convolutions",
    };
    say(&format!(
        "{} heavy operators ({heavy}) in {} layers",
        width.operators,
        width.layers.len()
    ));
    for (depth, layer) in width.layers.iter().enumerate() {
        say(&format!("  {:<3} {}", depth + 1, layer.join(", ")));
    }
    say(&format!(
        "average width {:.2}: {} pools",
        width.average,
        width.pools()
    ));
    Ok(Exit::Done)
}

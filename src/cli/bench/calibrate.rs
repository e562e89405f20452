//! `warpsmith bench calibrate`: what a GPU can do, measured.

use std::path::PathBuf;

use clap::Args;

use crate::bench;
use crate::cli::table::table;
use crate::cli::{Exit, Failure, say, say_json};
use crate::files;
use crate::target::Description;
use crate::target::cuda::CudaDevice;

/// Arguments of `bench calibrate`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The driver's number of the device
    #[arg(long, default_value_t = 0)]
    gpu: u32,
    /// The target whose description the measured numbers go into: a name, or the path of a file
    #[arg(long, default_value = "h200")]
    target: String,
    /// Where that description is written, for --target
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The date that it says, as in 2026-01-31 [default: none]
    #[arg(long, default_value = "an unnamed day")]
    date: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Print each number as a line of JSON as soon as it is known, and all of it on the last line
    #[arg(long, conflicts_with = "json")]
    lines: bool,
}

/// Measures.
///
/// # Errors
/// No device, an unknown target, a file that cannot be written.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    Description::load(&arguments.target).map_err(Failure::usage)?;
    let mut device = CudaDevice::open(arguments.gpu).map_err(Failure::usage)?;
    let mut heard = |point: &bench::Point| match serde_json::to_string(point) {
        Ok(line) if arguments.lines => say(&line),
        _ => {}
    };
    let calibration = bench::calibrate(&mut device, &mut heard).map_err(Failure::internal)?;
    if let Some(path) = &arguments.out {
        let text = calibration
            .describe(&arguments.target, &arguments.date)
            .map_err(Failure::internal)?;
        files::write(path, text.as_bytes())
            .map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    }
    if arguments.lines {
        say(&serde_json::to_string(&calibration).map_err(Failure::internal)?);
        return Ok(Exit::Done);
    }
    if arguments.json {
        say_json(&calibration)?;
        return Ok(Exit::Done);
    }
    say(&format!(
        "{}, driver for CUDA {}, {:.0} MHz while it computed",
        calibration.device.name, calibration.device.driver, calibration.clock_mhz
    ));
    let rows: Vec<Vec<String>> = calibration
        .points
        .iter()
        .map(|point| {
            let x = point.x.map(|x| x.to_string()).unwrap_or_default();
            vec![
                point.name.clone(),
                x,
                format!("{:.4}", point.value),
                point.unit.clone(),
            ]
        })
        .collect();
    say(&table(&["", "at", "measured", ""], &rows));
    for failed in &calibration.failed {
        say(&format!("not measured: {failed}"));
    }
    Ok(Exit::Done)
}
